# kind = "wrong"
# mistake = "a new thread for each turn"
# loses = ["test_each_in_a_thread"]
# without_finding = "each execution by itself is right"

import threading


def take_turns(names, rounds, watch):
    for _ in range(rounds):
        for name in names:
            thread = threading.Thread(target=watch, args=(name,))
            thread.start()
            thread.join()
