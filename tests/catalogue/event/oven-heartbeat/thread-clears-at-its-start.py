# kind = "wrong"
# mistake = "the new thread clears the event, and with it a stop that came before"
# loses = ["test_stopped_as_soon_as_started"]
# finding = "endless loop"

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
        self.enough.clear()
        while True:
            self.beat()
            if self.enough.wait(timeout=self.pause):
                break

    def stop(self):
        self.enough.set()
        self.thread.join()
