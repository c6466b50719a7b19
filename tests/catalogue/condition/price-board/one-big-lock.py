# kind = "wrong"
# mistake = "one lock around everything"
# loses = ["test_readers_side_by_side", "test_nobody_overtakes_a_waiting_writer", "test_nobody_overtakes_the_second_writer", "test_everybody_comes_to_the_board"]
# finding = "wrong order"

import threading


class PriceBoard:
    def __init__(self):
        self._lock = threading.Lock()

    def read(self, look):
        with self._lock:
            return look()

    def write(self, chalk):
        with self._lock:
            chalk()
