# kind = "right"
# variant = "looks with is_set() at the head of the loop, and not at what wait() returned"
# loses = []

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
            self.enough.wait(timeout=self.pause)

    def stop(self):
        self.enough.set()
        self.thread.join()
