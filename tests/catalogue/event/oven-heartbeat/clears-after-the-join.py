# kind = "right"
# variant = "stop() clears the event, but only when the thread has ended"
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
                break

    def stop(self):
        self.enough.set()
        self.thread.join()
        self.enough.clear()
