# kind = "wrong"
# mistake = "sleeps a second at a time, and looks at a flag in between"
# loses = [
#     "test_it_stops_at_once",
#     "test_a_heart_does_not_poll",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_stopped_as_soon_as_started",
# ]
# finding = "polling"

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
        while True:
            self.beat()
            for _ in range(self.pause):
                if self.enough.is_set():
                    return
                time.sleep(1)

    def stop(self):
        self.enough.set()
        self.thread.join()
