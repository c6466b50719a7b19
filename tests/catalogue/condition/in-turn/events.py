# kind = "right"
# variant = "an event for each, which its owner clears"
# loses = []

import threading


def take_turns(names, rounds, watch):
    turns = [threading.Event() for _ in names]
    if names:
        turns[0].set()

    def take_part(index):
        for _ in range(rounds):
            turns[index].wait()
            turns[index].clear()
            watch(names[index])
            turns[(index + 1) % len(names)].set()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
