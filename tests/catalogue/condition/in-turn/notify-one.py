# kind = "wrong"
# mistake = "notify(), which may wake somebody whose turn it is not"
# loses = [
#     "test_three_in_turn",
#     "test_nobody_asks_for_the_turn",
#     "test_any_number_of_names_and_rounds",
# ]
# finding = "deadlock"

import threading


def take_turns(names, rounds, watch):
    next_one = threading.Condition()
    turn = 0

    def take_part(index):
        nonlocal turn
        for _ in range(rounds):
            with next_one:
                while turn != index:
                    next_one.wait()
                watch(names[index])
                turn = (turn + 1) % len(names)
                next_one.notify()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
