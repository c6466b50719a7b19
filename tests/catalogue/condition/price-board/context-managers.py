# kind = "right"
# variant = "two context managers, and a list of the writers"
# loses = []

import threading
from contextlib import contextmanager


class PriceBoard:
    def __init__(self):
        self._changed = threading.Condition()
        self._at_the_board = []
        self._writers = []

    @contextmanager
    def _reading(self):
        me = threading.current_thread()
        with self._changed:
            self._changed.wait_for(lambda: not self._writers)
            self._at_the_board.append(me)
        try:
            yield
        finally:
            with self._changed:
                self._at_the_board.remove(me)
                self._changed.notify_all()

    @contextmanager
    def _writing(self):
        me = threading.current_thread()
        with self._changed:
            self._writers.append(me)
            self._changed.wait_for(lambda: self._writers[0] is me and not self._at_the_board)
        try:
            yield
        finally:
            with self._changed:
                self._writers.pop(0)
                self._changed.notify_all()

    def read(self, look):
        with self._reading():
            return look()

    def write(self, chalk):
        with self._writing():
            chalk()
