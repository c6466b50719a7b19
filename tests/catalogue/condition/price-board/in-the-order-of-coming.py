# kind = "right"
# variant = "everybody draws a ticket, and the tickets begin in order"
# loses = []

import threading


class PriceBoard:
    def __init__(self):
        self._condition = threading.Condition()
        self._next_ticket = 0
        self._now_serving = 0
        self._readers = 0
        self._writing = False

    def _begin(self, may_begin):
        ticket = self._next_ticket
        self._next_ticket += 1
        while self._now_serving != ticket or not may_begin():
            self._condition.wait()
        self._now_serving += 1
        self._condition.notify_all()

    def read(self, look):
        with self._condition:
            self._begin(lambda: not self._writing)
            self._readers += 1
        try:
            return look()
        finally:
            with self._condition:
                self._readers -= 1
                self._condition.notify_all()

    def write(self, chalk):
        with self._condition:
            self._begin(lambda: not self._writing and self._readers == 0)
            self._writing = True
        try:
            return chalk()
        finally:
            with self._condition:
                self._writing = False
                self._condition.notify_all()
