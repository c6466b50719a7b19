# kind = "wrong"
# mistake = "compares the urgency only: no error, but equal orders come in any order"
# loses = [
#     "test_equally_urgent_orders_are_taken_in_turn",
#     "test_two_clerks_add_side_by_side",
#     "test_many_orders_over_the_day",
#     "test_orders_are_any_values",
# ]
# without_finding = "the heap itself gives equal entries in another order, in one thread, too"

import queue
from dataclasses import dataclass, field
from typing import Any


@dataclass(order=True)
class Entry:
    urgency: float
    order: Any = field(compare=False)


class OrderBook:
    def __init__(self):
        self._orders = queue.PriorityQueue()

    def add(self, urgency, order):
        self._orders.put(Entry(urgency, order))

    def take(self, timeout=None):
        return self._orders.get(timeout=timeout).order
