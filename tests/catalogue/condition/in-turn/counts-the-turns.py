# kind = "right"
# variant = "counts the turns, watches outside the lock, and wait_for"
# loses = []

import threading


def take_turns(names, rounds, watch):
    done = 0
    changed = threading.Condition()

    def take_part(index, name):
        nonlocal done
        for number in range(rounds):
            with changed:
                changed.wait_for(lambda number=number: done == number * len(names) + index)
            watch(name)
            with changed:
                done += 1
                changed.notify_all()

    threads = [threading.Thread(target=take_part, args=item, name=item[1]) for item in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
