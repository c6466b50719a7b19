# kind = "wrong"
# mistake = "notify(), and a timeout for those who are not told"
# loses = ["test_a_turn_ends_before_the_next_begins", "test_nobody_asks_for_the_turn"]
# finding = "polling"

import threading


def take_turns(names, rounds, watch):
    next_one = threading.Condition()
    turn = 0

    def take_part(index):
        nonlocal turn
        for _ in range(rounds):
            with next_one:
                while turn != index:
                    next_one.wait(timeout=1)
                watch(names[index])
                turn = (turn + 1) % len(names)
                next_one.notify()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
