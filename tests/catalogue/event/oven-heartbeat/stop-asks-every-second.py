# kind = "wrong"
# mistake = "stop() joins for a second at a time, as long as the thread is alive"
# loses = ["test_a_heart_does_not_poll"]
# finding = "polling"

import threading


class Heartbeat:
    def __init__(self, beat, pause):
        self._beat = beat
        self._pause = pause
        self._enough = threading.Event()
        self._thread = None

    def start(self):
        self._enough.clear()
        self._thread = threading.Thread(target=self._run)
        self._thread.start()

    def _run(self):
        while not self._enough.is_set():
            self._beat()
            self._enough.wait(self._pause)

    def stop(self):
        self._enough.set()
        while self._thread.is_alive():
            self._thread.join(1)
