# kind = "wrong"
# mistake = "one event for all numbers: the first call serves everybody"
# loses = ["test_a_number_is_waited_for", "test_many_calls_by_two_sellers"]
# finding = "wrong order"

import threading


class NumberDisplay:
    def __init__(self):
        self.called = threading.Event()

    def call_next(self):
        self.called.set()

    def wait_until(self, mine):
        self.called.wait()
