# kind = "right"
# variant = "a first-in, first-out line for each urgency, under one condition"
# loses = []

import queue
import threading
from collections import deque


class OrderBook:
    def __init__(self):
        self._lines = {}
        self._added = threading.Condition()

    def add(self, urgency, order):
        with self._added:
            self._lines.setdefault(urgency, deque()).append(order)
            self._added.notify_all()

    def take(self, timeout=None):
        with self._added:
            if not self._added.wait_for(lambda: len(self._lines) > 0, timeout):
                raise queue.Empty
            first = min(self._lines)
            line = self._lines[first]
            order = line.popleft()
            if not line:
                del self._lines[first]
            return order
