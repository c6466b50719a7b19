# kind = "right"
# variant = "the thread clears the event when it has heard it, as its last step"
# loses = []

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.enough = threading.Event()

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while True:
            self.beat()
            if self.enough.wait(timeout=self.pause):
                self.enough.clear()
                break

    def stop(self):
        self.enough.set()
        self.thread.join()
