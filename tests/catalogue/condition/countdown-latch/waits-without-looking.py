# kind = "wrong"
# mistake = "waits even if all is done"
# loses = [
#     "test_nobody_goes_on_before_the_jobs_are_done",
#     "test_all_who_wait_go_on",
#     "test_to_count_down_is_not_to_wait",
#     "test_the_door_stays_open",
# ]
# finding = "lost wake-up"

import threading


class Latch:
    def __init__(self, count):
        self.count = count
        self.opened = threading.Condition()

    def count_down(self):
        with self.opened:
            self.count -= 1
            if self.count <= 0:
                self.opened.notify_all()

    def wait(self):
        with self.opened:
            self.opened.wait()
