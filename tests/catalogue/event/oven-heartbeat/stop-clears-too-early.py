# kind = "wrong"
# mistake = "stop() clears before the thread has ended, if the thread still waits"
# loses = [
#     "test_it_can_be_started_again",
#     "test_a_heart_does_not_poll",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_stopped_as_soon_as_started",
# ]
# finding = "endless loop"

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
            if self.enough.wait(timeout=self.pause):
                break

    def stop(self):
        self.enough.set()
        self.thread.join(timeout=0)
        self.enough.clear()
        self.thread.join()
