# kind = "right"
# variant = "a Lock that stop() releases, and acquire() with the pause as its timeout"
# loses = []

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause

    def start(self):
        self.gate = threading.Lock()
        self.gate.acquire()
        self.thread = threading.Thread(target=self.run, args=(self.gate,))
        self.thread.start()

    def run(self, gate):
        self.beat()
        while not gate.acquire(timeout=self.pause):
            self.beat()

    def stop(self):
        self.gate.release()
        self.thread.join()
