# kind = "wrong"
# mistake = "start() calls run(), and never returns"
# loses = [
#     "test_it_beats_in_time",
#     "test_it_stops_at_once",
#     "test_it_can_be_started_again",
#     "test_a_heart_does_not_poll",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_stopped_as_soon_as_started",
#     "test_each_heart_for_itself",
# ]
# finding = "endless loop"

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.enough = threading.Event()

    def start(self):
        self.run()

    def run(self):
        while True:
            self.beat()
            if self.enough.wait(timeout=self.pause):
                break

    def stop(self):
        self.enough.set()
        self.thread.join()
