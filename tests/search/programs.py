"""Small random programs over the primitives of ``threading`` and ``queue``.

Small enough that all their schedules can be run one by one, with a choice before every single step; varied enough to
meet what makes a search go wrong: shared data, conditions, time-outs, try-locks, liveness.
"""

from __future__ import annotations

import random

from course import Program

__all__ = ["random_program"]

HEADER = """\
import queue
import threading
import time

n = 0
m = 0
items = []
table = {}
lock = threading.Lock()
other = threading.Lock()
rlock = threading.RLock()
ready = threading.Event()
condition = threading.Condition()
plain = threading.Condition(threading.Lock())
semaphore = threading.Semaphore(1)
line = queue.Queue(1)
simple = queue.SimpleQueue()


class Box:
    total = 0

    def __init__(self):
        self.value = 0


box = Box()
threads = []
"""

STATEMENTS = [
    "n += 1",
    "m = n",
    "n = m + 1",
    "items.append(me)",
    "note(len(items))",
    "note(list(items))",
    "items.pop() if items else None",
    "table[me] = n",
    "table['k'] = me",
    "note(sorted(table))",
    "note('k' in table)",
    "box.value += 1",
    "note(box.value)",
    "Box.total += 1",
    "ready.set()",
    "ready.clear()",
    "note(ready.is_set())",
    "note(ready.wait(1))",
    "ready.wait()",
    "print(me)",
    "print(n)",
    "print(items)",
    "note(lock.acquire(False)) and lock.release()",
    "note(lock.acquire(timeout=1)) and lock.release()",
    "note(lock.locked())",
    "time.sleep(1)",
    "time.sleep(2)",
    "line.put(me)",
    "note(line.get())",
    "try:\n    note(line.get(timeout=1))\nexcept queue.Empty:\n    note('empty')",
    "try:\n    line.put('x', block=False)\nexcept queue.Full:\n    note('full')",
    "note(line.qsize())",
    "simple.put(me)",
    "note(simple.qsize())",
    "note(simple.empty())",
    "semaphore.acquire()",
    "semaphore.release()",
    "note(threads[0].is_alive())",
    "note(threading.active_count())",
    "note(time.monotonic())",
    "threads[0].join(1) if not me else None",
]

BLOCKS = [
    "with lock:\n    n += 1",
    "with lock:\n    {one}",
    "with lock:\n    with other:\n        n += 1",
    "with other:\n    with lock:\n        m += 1",
    "with rlock:\n    {one}\n    with rlock:\n        n += 1",
    "with condition:\n    condition.notify()",
    "with condition:\n    n += 1\n    condition.notify_all()",
    "with condition:\n    note(condition.wait(1))",
    "with condition:\n    while not items: condition.wait(2)\n    note(items.pop())",
    "with condition:\n    if not items: condition.wait(1)\n    note(len(items))",
    "with condition:\n    items.append(me)\n    condition.notify()",
    "with plain:\n    note(plain.wait(1))",
    "with plain:\n    plain.notify()",
    "with semaphore:\n    n += 1",
    "for x in items:\n    note(x)",
    "if n:\n    m += 1",
    "while not ready.is_set() and n < 3:\n    n += 1",
    "while not ready.is_set():\n    pass",
    "try:\n    lock.release()\nexcept RuntimeError:\n    note('free')",
]

MAIN = """\
import threading

import solution as s


def noting(store):
    add = store.append  # called so, it is no step: what a thread notes is its own

    def note(value):
        add(value)
        return value

    return note


def run(count, daemon):
    notes = [[] for _ in range(count)]
    for number in range(1, count):
        body = getattr(s, f"body{number}")
        thread = threading.Thread(target=body, args=(number, noting(notes[number])), name=str(number), daemon=daemon)
        s.threads.append(thread)
    for thread in s.threads:
        thread.start()
    s.body0(0, noting(notes[0]))
    if daemon:
        return notes[0]
    for thread in s.threads:
        thread.join()
    return [s.n, s.m, sorted(s.items), sorted(s.table.items(), key=str), s.box.value, s.Box.total, notes]
"""


def random_program(seed: int) -> Program:
    """A program of two or three threads (the main one is one of them) of one or two statements each."""
    lot = random.Random(seed)
    count = 3 if lot.random() < 0.15 else 2
    # a few kinds of statement for all threads, so that they meet
    palette = lot.sample(STATEMENTS, 4) + lot.sample(BLOCKS, 2)
    parts = [HEADER]
    for number in range(count):
        parts.append(f"\n\ndef body{number}(me, note):\n    global n, m\n")
        for _ in range(1 if count == 3 else lot.randint(1, 2)):
            statement = lot.choice(palette).replace("{one}", lot.choice(["n += 1", "m = n", "items.append(me)"]))
            parts.append("".join(f"    {line}\n" for line in statement.split("\n")))
    arguments = {"count": count, "daemon": lot.random() < 0.1}
    return Program({"main": MAIN, "solution": "".join(parts)}, "main:run", arguments)
