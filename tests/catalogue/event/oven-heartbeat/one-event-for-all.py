# kind = "wrong"
# mistake = "all hearts share one event"
# loses = ["test_each_heart_for_itself"]
# without_finding = "each stop is heard, and by one more than it was meant for"

import threading


class Heartbeat:
    enough = threading.Event()

    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause

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
        self.thread.join()
