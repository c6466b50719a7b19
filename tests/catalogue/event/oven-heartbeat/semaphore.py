# kind = "right"
# variant = "a Semaphore that stop() releases, taken with a timeout"
# loses = []

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.enough = threading.Semaphore(0)

    def start(self):
        self.thread = threading.Thread(target=self.run, daemon=True)
        self.thread.start()

    def run(self):
        self.beat()
        while not self.enough.acquire(timeout=self.pause):
            self.beat()

    def stop(self):
        self.enough.release()
        self.thread.join()
