# kind = "wrong"
# mistake = "stop() waits for the thread for a second at most"
# loses = ["test_it_can_be_started_again", "test_stopped_in_the_middle_of_a_beat"]
# finding = "ignored timeout"

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
        self.thread.join(timeout=1)
