# kind = "wrong"
# mistake = "looks once a second whose turn it is"
# loses = ["test_a_turn_ends_before_the_next_begins", "test_nobody_asks_for_the_turn"]
# finding = "polling"

import threading
import time


def take_turns(names, rounds, watch):
    turn = 0

    def take_part(index):
        nonlocal turn
        for _ in range(rounds):
            while turn != index:
                time.sleep(1)
            watch(names[index])
            turn = (turn + 1) % len(names)

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
