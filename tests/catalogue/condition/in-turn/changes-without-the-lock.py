# kind = "wrong"
# mistake = "changes the turn outside the lock, after the waiters were told"
# loses = [
#     "test_three_in_turn",
#     "test_each_in_a_thread",
#     "test_nobody_asks_for_the_turn",
#     "test_a_turn_ends_before_the_next_begins",
#     "test_any_number_of_names_and_rounds",
# ]
# finding = "forgotten notify"

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
                next_one.notify_all()
            turn = (turn + 1) % len(names)

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
