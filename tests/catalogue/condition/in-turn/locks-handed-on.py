# kind = "right"
# variant = "a lock for each, which the one before releases"
# loses = []

import threading


def take_turns(names, rounds, watch):
    locks = [threading.Lock() for _ in names]
    for lock in locks[1:]:
        lock.acquire()

    def take_part(index):
        for _ in range(rounds):
            locks[index].acquire()
            watch(names[index])
            locks[(index + 1) % len(names)].release()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
