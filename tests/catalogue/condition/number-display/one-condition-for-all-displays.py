# kind = "wrong"
# mistake = "all displays share one condition, and a notify wakes the customer of another one"
# loses = ["test_two_displays"]
# finding = "notify for notify_all"

import threading

changed = threading.Condition()


class NumberDisplay:
    def __init__(self):
        self.number = 0

    def call_next(self):
        with changed:
            self.number += 1
            changed.notify()

    def wait_until(self, mine):
        with changed:
            while self.number < mine:
                changed.wait()
