# kind = "right"
# variant = "a semaphore for each, of which the first is free"
# loses = []

import threading


def take_turns(names, rounds, watch):
    turns = [threading.Semaphore(1 if index == 0 else 0) for index in range(len(names))]

    def take_part(index):
        for _ in range(rounds):
            turns[index].acquire()
            watch(names[index])
            turns[(index + 1) % len(names)].release()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
