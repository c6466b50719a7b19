# kind = "right"
# variant = "a dataclass that compares the urgency and a number, and never the order"
# loses = []

import queue
from dataclasses import dataclass, field
from threading import Lock
from typing import Any


@dataclass(order=True)
class Entry:
    urgency: float
    number: int
    order: Any = field(compare=False)


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()
        self._lock = Lock()
        self._added = 0

    def add(self, urgency, order):
        with self._lock:
            self._added += 1
            self._orders.put(Entry(urgency, self._added, order))

    def take(self, timeout=None):
        return self._orders.get(True, timeout).order
