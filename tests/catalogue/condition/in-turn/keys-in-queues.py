# kind = "right"
# variant = "a queue for each name, through which the key to the oven goes round"
# loses = []

import queue
import threading


def take_turns(names, rounds, watch):
    boxes = [queue.Queue() for _ in names]

    def take_part(index):
        for _ in range(rounds):
            token = boxes[index].get()
            watch(names[index])
            boxes[(index + 1) % len(names)].put(token)

    threads = [threading.Thread(target=take_part, args=(index,)) for index in range(len(names))]
    boxes[0].put("the key")
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
