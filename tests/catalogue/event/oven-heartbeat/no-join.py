# kind = "wrong"
# mistake = "stop() does not wait for the thread, and a new start clears the stop before the old one has heard it"
# loses = [
#     "test_it_can_be_started_again",
#     "test_stopped_in_the_middle_of_a_beat",
#     "test_stopped_as_soon_as_started",
# ]
# without_finding = "the old thread goes on after stop() has returned, and nothing in the record says that it must not"

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
