# kind = "wrong"
# mistake = "each waits until the thread before it has ended"
# loses = [
#     "test_three_in_turn",
#     "test_a_turn_ends_before_the_next_begins",
# ]
# finding = "wrong order"

import threading


def take_turns(names, rounds, watch):

    def take_part(index):
        if index > 0:
            threads[index - 1].join()
        for _ in range(rounds):
            watch(names[index])

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
