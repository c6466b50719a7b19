# kind = "wrong"
# mistake = "each does all its rounds in one turn"
# loses = [
#     "test_three_in_turn",
#     "test_a_turn_ends_before_the_next_begins",
# ]
# finding = "wrong order"

import threading


def take_turns(names, rounds, watch):
    next_one = threading.Condition()
    turn = 0

    def take_part(index):
        nonlocal turn
        with next_one:
            while turn != index:
                next_one.wait()
            for _ in range(rounds):
                watch(names[index])
            turn += 1
            next_one.notify_all()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
