# kind = "right"
# variant = "a flag under a Condition"
# loses = []

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self.beat = beat
        self.pause = pause
        self.condition = threading.Condition()
        self.running = False

    def start(self):
        self.running = True
        self.thread = threading.Thread(target=self.run)
        self.thread.start()

    def run(self):
        while True:
            self.beat()
            with self.condition:
                if self.condition.wait_for(lambda: not self.running, timeout=self.pause):
                    return

    def stop(self):
        with self.condition:
            self.running = False
            self.condition.notify_all()
        self.thread.join()
