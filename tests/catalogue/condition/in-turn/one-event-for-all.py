# kind = "wrong"
# mistake = "one event that wakes everybody, set and cleared again"
# loses = [
#     "test_three_in_turn",
#     "test_each_in_a_thread",
#     "test_a_turn_ends_before_the_next_begins",
#     "test_any_number_of_names_and_rounds",
# ]
# finding = "lost wake-up"

import threading


def take_turns(names, rounds, watch):
    passed = threading.Event()
    turn = 0

    def take_part(index):
        nonlocal turn
        for _ in range(rounds):
            while turn != index:
                passed.wait()
                passed.clear()
            watch(names[index])
            turn = (turn + 1) % len(names)
            passed.set()

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
