# kind = "right"
# variant = "a condition for each on one lock, and notify()"
# loses = []

import threading


def take_turns(names, rounds, watch):
    lock = threading.Lock()
    mine = [threading.Condition(lock) for _ in names]
    turn = 0

    def take_part(index):
        nonlocal turn
        for _ in range(rounds):
            with lock:
                while turn != index:
                    mine[index].wait()
                watch(names[index])
                turn = (turn + 1) % len(names)
                mine[turn].notify()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
