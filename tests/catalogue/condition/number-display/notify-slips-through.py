# kind = "wrong"
# mistake = "notify without the lock, where a plain Lock lets it slip through now and then"
# loses = [
#     "test_a_number_is_waited_for",
#     "test_every_call_counts",
#     "test_many_calls_by_two_sellers",
#     "test_the_customer_does_not_ask_again",
#     "test_two_displays",
# ]
# finding = "error"

import threading


class NumberDisplay:
    def __init__(self):
        self.number = 0
        self.changed = threading.Condition(threading.Lock())

    def call_next(self):
        with self.changed:
            self.number += 1
        self.changed.notify()

    def wait_until(self, mine):
        with self.changed:
            while self.number < mine:
                self.changed.wait()
