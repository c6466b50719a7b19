# kind = "wrong"
# mistake = "each sleeps until the turn should have come"
# loses = ["test_a_turn_ends_before_the_next_begins"]
# finding = "wrong order"

import threading
import time


def take_turns(names, rounds, watch):

    def take_part(index):
        time.sleep(index)
        for _ in range(rounds):
            watch(names[index])
            time.sleep(len(names))

    threads = [threading.Thread(target=take_part, args=(index,)) for index, name in enumerate(names)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
