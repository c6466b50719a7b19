# kind = "wrong"
# mistake = "pauses before the first beat"
# loses = [
#     "test_it_beats_in_time",
#     "test_it_can_be_started_again",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_each_heart_for_itself",
# ]
# without_finding = "it beats too late, and nothing else"

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
        while not self.enough.wait(timeout=self.pause):
            self.beat()

    def stop(self):
        self.enough.set()
        self.thread.join()
