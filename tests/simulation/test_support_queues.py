"""Everything in ``queue``, and ``sched``, does what it does on real threads."""

from __future__ import annotations

import sys

import pytest

from tests.simulation.real import agree

PROGRAMS = {
    "a Queue is bounded, blocks, gives up, and counts what is unfinished": """
import queue
q = queue.Queue(maxsize=2)
print(q.put(1), q.put(2, block=True, timeout=1), q.full(), q.qsize(), q.maxsize, q.empty())
for f in (lambda: q.put(3, False), lambda: q.put_nowait(3), lambda: q.put(3, timeout=0.01), lambda: q.put(3,
    timeout=-1)):
    try: f()
    except (queue.Full, ValueError) as e: print(type(e).__name__, e)
print(q.get(), q.get(block=False))
for f in (q.get_nowait, lambda: q.get(False), lambda: q.get(True, 0.01), lambda: q.get(timeout=-1)):
    try: f()
    except (queue.Empty, ValueError) as e: print(type(e).__name__, e)
q.task_done(); q.task_done(); q.join()
try: q.task_done()
except ValueError as e: print(e)
print(q.unfinished_tasks, list(q.queue), queue.Full.__mro__[1].__name__)
""",
    "LifoQueue and PriorityQueue have their orders": """
import queue
l = queue.LifoQueue(); p = queue.PriorityQueue()
for x in (2, 3, 1): l.put(x); p.put((x, str(x)))
print([l.get() for _ in range(3)], [p.get() for _ in range(3)])
""",
    "a PriorityQueue compares dataclasses": """
import queue
from dataclasses import dataclass, field
from typing import Any
@dataclass(order=True)
class Item:
    priority: int
    item: Any = field(compare=False)
p = queue.PriorityQueue()
for n, w in ((3, "c"), (1, "a"), (2, "b")): p.put(Item(n, w))
while not p.empty(): print(p.get())
""",
    "a PriorityQueue cannot compare what has no order": """
import queue
p = queue.PriorityQueue()
p.put((1, {"a": 1}))
try: p.put((1, {}))
except TypeError as e: print(e)
""",
    "a SimpleQueue has the short list of methods": """
import queue
s = queue.SimpleQueue()
print(s.empty(), s.qsize(), s.put(1), s.put(2, True, 1), s.put_nowait(3), s.qsize())
print(s.get(), s.get(block=False), s.get_nowait())
for f in (s.get_nowait, lambda: s.get(timeout=0.01), lambda: s.get(timeout=-1)):
    try: f()
    except (queue.Empty, ValueError) as e: print(type(e).__name__, e)
print(type(s).__name__, isinstance(s, queue.SimpleQueue))
""",
    "a SimpleQueue hands over between threads": """
import queue, threading
s = queue.SimpleQueue()
t = threading.Thread(target=lambda: print(s.get() + s.get())); t.start()
s.put(1); s.put(2); t.join()
""",
    "iter(get, None) ends at the sentinel": """
import queue, threading
q = queue.Queue()
def consume():
    for x in iter(q.get, None): print(x)
t = threading.Thread(target=consume); t.start()
for x in "abc": q.put(x)
q.put(None); t.join()
""",
    "join waits for task_done of a daemon": """
import queue, threading
q = queue.Queue()
def work():
    while True:
        item = q.get()
        print("did", item)
        q.task_done()
threading.Thread(target=work, daemon=True).start()
for i in range(3): q.put(i)
q.join()
print("all done")
""",
    "a subclass of Queue changes its hooks or its methods": """
import queue
class SetQueue(queue.Queue):
    def _init(self, maxsize): self.queue = set()
    def _put(self, item): self.queue.add(item)
    def _get(self): return self.queue.pop()
q = SetQueue(); q.put(1); q.put(1); print(q.qsize(), q.get())
class Unique(queue.Queue):
    def put(self, item, block=True, timeout=None):
        if item not in self.queue: super().put(item, block, timeout)
q = Unique(); q.put(1); q.put(1); print(q.qsize())
""",
    "the insides of a Queue are what they are": """
import queue
q = queue.Queue(); q.put(1); q.put(2)
with q.mutex: q.queue.clear()
print(q.qsize())
q.put(5)
print(q.queue[0], len(q.queue), q.queue)
with q.not_empty: print(len(q.queue))
with q.all_tasks_done: q.unfinished_tasks = 0
q.join()
""",
    "futures travel through a queue": """
import queue, threading
from concurrent.futures import Future
def worker(q):
    while (job := q.get()) is not None:
        f, fn, args = job
        try: f.set_result(fn(*args))
        except Exception as e: f.set_exception(e)
q = queue.Queue(); t = threading.Thread(target=worker, args=(q,)); t.start()
f, g = Future(), Future()
q.put((f, pow, (2, 3))); q.put((g, int, ("x",))); q.put(None); t.join()
print(f.result(), repr(g.exception()))
""",
    "sched runs what is due": """
import sched, time
s = sched.scheduler(time.monotonic, time.sleep)
s.enter(0.02, 1, print, ("b",)); s.enter(0.01, 1, print, argument=("a",)); e = s.enter(5, 1, print, kwargs={})
s.cancel(e); s.run(); print(s.empty(), s.queue)
""",
}
SHUTDOWNS = {
    "a queue that was shut down gives what it has, and no more": """
import queue, sys
if sys.version_info >= (3, 13):
    q = queue.Queue(); q.put(1); q.shutdown()
    print(q.is_shutdown, q.get())
    for f in (q.get, q.get_nowait, lambda: q.put(1), lambda: q.put_nowait(1)):
        try: f()
        except queue.ShutDown as e: print(type(e).__name__, e)
    q.task_done(); q.join()
    q = queue.Queue(); q.put(1); q.put(2); q.shutdown(immediate=True); print(q.qsize()); q.join()
    try: q.get()
    except queue.ShutDown: print("gone")
""",
    "shutting a queue down wakes who waits": """
import queue, sys, threading
if sys.version_info >= (3, 13):
    q = queue.Queue()
    woken = []
    def w():
        try: q.get()
        except queue.ShutDown: woken.append(1)
    ts = [threading.Thread(target=w) for _ in range(2)]
    for t in ts: t.start()
    q.shutdown()
    for t in ts: t.join()
    print(woken)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_on_real_threads(claim: str) -> None:
    agree(PROGRAMS[claim])


@pytest.mark.skipif(sys.version_info < (3, 13), reason="Queue.shutdown came in Python 3.13")
@pytest.mark.parametrize("claim", SHUTDOWNS)
def test_shutting_down_as_on_real_threads(claim: str) -> None:
    agree(SHUTDOWNS[claim])
