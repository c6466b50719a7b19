"""A little of everything in one program: what is wrong only where two kinds of things meet."""

from tests.search.programs.grammar import Family

MIX = Family(
    name="mix",
    imports=("import queue", "import threading", "import time"),
    names="n, m",
    daemons=0.1,
    sizes=(3, 5, 1),
    setup="""
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
""",
    final="[n, m, sorted(items), sorted(table.items(), key=str), box.value, Box.total]",
    roles=("statement", "block"),
    rules={
        "one": ("n += 1", "m = n", "items.append(me)"),
        "statement": (
            "n += 1",
            "m = n",
            "n = m + 1",
            "items.append(me)",
            "note(len(items))",
            "note(list(items))",
            "items.pop() if items else None",
            "table[me] = n",
            "table['k'] = me",
            "note(sorted(table, key=str))",
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
        ),
        "block": (
            "with lock:\n    n += 1",
            "with lock:\n    <one>",
            "with lock:\n    with other:\n        n += 1",
            "with other:\n    with lock:\n        m += 1",
            "with rlock:\n    <one>\n    with rlock:\n        n += 1",
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
        ),
    },
)
