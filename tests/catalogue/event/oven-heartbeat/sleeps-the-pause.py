# kind = "wrong"
# mistake = "the pause is a sleep, which nobody can end"
# loses = [
#     "test_it_stops_at_once",
#     "test_it_can_be_started_again",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_stopped_as_soon_as_started",
#     "test_each_heart_for_itself",
# ]
# without_finding = "it comes to its end; that it takes too long is against the exercise only"

import time
import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.enough = threading.Event()

    def start(self):
        self.enough.clear()
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while not self.enough.is_set():
            self.beat()
            time.sleep(self.pause)

    def stop(self):
        self.enough.set()
        self.thread.join()
