# kind = "wrong"
# mistake = "waits without a look at the number"
# loses = [
#     "test_a_number_is_waited_for",
#     "test_every_call_counts",
#     "test_many_calls_by_two_sellers",
#     "test_two_displays",
# ]
# finding = "lost wake-up"

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition()

    def call_next(self):
        with self.changed:
            self.number += 1
            self.changed.notify()

    def wait_until(self, mine):
        with self.changed:
            for _ in range(mine):
                self.changed.wait()
