# kind = "wrong"
# mistake = "one at a time, but in any order"
# loses = [
#     "test_three_in_turn",
#     "test_a_turn_ends_before_the_next_begins",
#     "test_any_number_of_names_and_rounds",
# ]
# finding = "wrong order"

import threading


def take_turns(names, rounds, watch):
    lock = threading.Lock()

    def take_part(name):
        for _ in range(rounds):
            with lock:
                watch(name)

    threads = [threading.Thread(target=take_part, args=(name,)) for name in names]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
