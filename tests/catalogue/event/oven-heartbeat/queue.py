# kind = "right"
# variant = "the stop is an item in a queue"
# loses = []

import queue
import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.stops = queue.Queue()

    def start(self):
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while True:
            self.beat()
            try:
                self.stops.get(timeout=self.pause)
            except queue.Empty:
                continue
            return

    def stop(self):
        self.stops.put("stop")
        self.thread.join()
