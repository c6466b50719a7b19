"""Shared data: which looks at it need a choice, and which loops over it only wait."""

from tests.search.programs.grammar import Family

DATA = Family(
    name="data",
    imports=("import operator", "import threading", "from collections import Counter, defaultdict, deque"),
    names="n, m",
    setup="""
n = 0
m = 0
items = [0]
table = {"a": 0}
pair = [0, 1]
tags = {0}
tail = deque([0])
nest = {"a": [0], "b": {"c": 0}}
counts = defaultdict(int)
letters = Counter()


class Base:
    total = 0


class Box(Base):
    def __init__(self):
        self.value = 0

    def grow(self):
        self.value += 1
        return self.value

    @property
    def double(self):
        return self.value + self.value


class Slot:
    __slots__ = ("value",)


box = Box()
slot = Slot()
slot.value = 0


def counter():
    count = 0

    def add(k):
        nonlocal count
        count += k
        return count

    return add


add = counter()
""",
    topics=(
        *("n", "n", "m", "items", "items", "table", "table", "pair", "tags", "tail", "nest", "counts|letters"),
        *("box", "box", "Box|Base|total", "slot", "add"),
    ),
    final="[n, m, items, table, list(table), pair, sorted(tags), list(tail), nest, sorted(counts), box.value, "
    "Base.total, Box.total, slot.value, add(0)]",
    roles=("change", "look"),
    rules={
        "name": ("n", "n", "m"),
        "key": ("'a'", "'k'", "me"),
        "change": (
            "<name> += 1",
            "n, m = m, n",
            "n = m + 1",
            "m = n",
            "if not n:\n    n = me + 1",
            "if n == m:\n    <change>",
            "items.append(me)",
            "items += [me]",
            "items[0] = me",
            "items[0] += 1",
            "items[-1] += 1",
            "items[:] = [me]",
            "items.insert(0, me)",
            "items.pop()",
            "if items:\n    items.pop()",
            "del items[0]",
            "items.clear()",
            "items.sort(key=operator.neg)",
            "pair[0], pair[1] = pair[1], pair[0]",
            "pair[me % 2] += 1",
            "table[<key>] = me",
            "table['a'] += 1",
            "del table['a']",
            "table.pop('a', None)",
            "table.setdefault('k', me)",
            "table.update(k=me)",
            "if 'k' not in table:\n    table['k'] = me",
            "tags.add(me)",
            "tags.discard(0)",
            "tags.update({me})",
            "tail.append(me)",
            "tail.appendleft(me)",
            "note(tail.popleft())",
            "tail.rotate(1)",
            "tail[0] = me",
            "nest['a'].append(me)",
            "nest['a'] = [me]",
            "nest['b']['c'] += 1",
            "nest['a'], nest['b'] = [nest['b']], {}",
            "counts[<key>] += 1",
            "counts['z']",
            "letters.update('ab')",
            "box.value += 1",
            "box.value = n",
            "setattr(box, 'value', me)",
            "note(box.grow())",
            "Base.total += 1",
            "Box.total = me",
            "box.total += 1",
            "del box.value",
            "slot.value += 1",
            "note(add(1))",
            "note(add(me))",
            "list.append(items, me)",
            "operator.setitem(table, 'a', me)",
        ),
        "look": (
            "note(n)",
            "note((n, m))",
            "note(n + m)",
            "note(len(items))",
            "note(list(items))",
            "note(items[0])",
            "note(items[-1])",
            "note(items[:1])",
            "note(sum(items))",
            "note(me in items)",
            "note(items == [0])",
            "for x in items:\n    note(x)",
            "note([x for x in items if x])",
            "note(pair[0] + pair[1])",
            "a, b = pair\nnote((a, b))",
            "note(table.get('k'))",
            "note(list(table))",
            "note('k' in table)",
            "note(len(table))",
            "for k in table:\n    note(k)",
            "for k, v in list(table.items()):\n    note((k, v))",
            "note({**table})",
            "note(table['a'])",
            "note(sorted(tags))",
            "note(len(tags))",
            "note(list(tail))",
            "note(tail[0])",
            "note(len(nest['a']))",
            "note(list(nest['a']))",
            "note(nest['b']['c'])",
            "note('z' in counts)",
            "note(letters['a'])",
            "note(box.value)",
            "note(box.double)",
            "note(getattr(box, 'value', None))",
            "note(hasattr(box, 'value'))",
            "note(box.total)",
            "note(Box.total)",
            "note(slot.value)",
            "note(add(0))",
            "print(n)",
            "print(items)",
            "print(f'{n} {m}')",
            "note('a' if n else 'b')",
            "if n and m:\n    note('both')",
            "note(min(items, default=None))",
            "note(next((x for x in items if x), None))",
            "note(operator.itemgetter('a')(table))",
            "<change>",
        ),
    },
)

SPINS = Family(
    name="spins",
    imports=(
        "import dataclasses",
        "import queue",
        "import threading",
        "import time",
        "from collections import deque",
    ),
    names="n, m, flag, turn",
    sizes=(3, 5, 1),
    three=0.08,
    setup="""
n = 0
m = 0
flag = False
turn = 0
items = []
table = {}
tail = deque()
line = queue.Queue(1)
ready = threading.Event()
lock = threading.Lock()


@dataclasses.dataclass
class Point:
    x: int = 0
    y: int = 0


@dataclasses.dataclass(order=True)
class Job:
    rank: int
    name: str = dataclasses.field(default="", compare=False)


point = Point()
job = Job(1)


def numbers():
    while n < 2:
        yield n


def each(values):
    for value in values:
        yield value
""",
    topics=("flag", "flag", "n", "items", "line|ready", "turn", "lock", "point", "job", "table|tail"),
    final="[n, m, flag, turn, items, sorted(table), list(tail), line.qsize(), repr(point), repr(job)]",
    roles=("spin", "change"),
    rules={
        "body": ("pass", "pass", "pass", "m = n", "i = 1", "time.sleep(1)", "time.sleep(0)"),
        "spin": (
            "while not flag:\n    <body>",
            "while n < 1:\n    <body>",
            "while not items:\n    <body>\nnote(items.pop())",
            "while line.empty():\n    <body>\nnote(line.qsize())",
            "while not ready.is_set():\n    <body>",
            "while turn != me:\n    <body>\nturn = 1 - me",
            "while 'k' not in table:\n    <body>",
            "while len(tail) < 1:\n    <body>",
            "while point.x == 0:\n    <body>\nnote(point.y)",
            "while not (flag and n):\n    <body>",
            "while lock.locked():\n    <body>",
            "while True:\n    if flag:\n        break",
            "while True:\n    if items:\n        note(items[0])\n        break\n    if flag:\n        break",
            "i = 0\nwhile not flag and i < 2:\n    i += 1\nnote(i)",
            "i = 0\nwhile not flag:\n    i += 1\n    if i == 2:\n        break\nnote((i, flag))",
            "while not flag:\n    with lock:\n        m = n",
            "while not flag:\n    with lock:\n        pass",
            "while not lock.acquire(False):\n    pass\nn += 1\nlock.release()",
            "while (k := len(items)) < 1:\n    pass\nnote(k)",
            "while not flag:\n    n = n",
            "while n < 2:\n    n += 1",
            "for x in numbers():\n    note(x)\n    n += 1",
            "note(list(each(items)))",
            "for x in each(items):\n    note(x)",
            "g = each(items)\nnote(next(g, None))\nnote(next(g, None))",
            "for i in range(2):\n    if flag:\n        break\nnote(i)",
            "for x in list(items):\n    note(x)\n    items.remove(x)",
            "while items and items[0] != 0:\n    items.pop()",
            "while not any(items):\n    pass",
            "while not all([flag, n]):\n    pass",
            "while sum(items) < 1:\n    <body>",
            "while point == Point(0, 0):\n    pass\nnote(point.x)",
            "while repr(point) == 'Point(x=0, y=0)':\n    pass\nnote(point.y)",
            "while job < Job(2):\n    pass",
            "try:\n    while True:\n        line.get_nowait()\nexcept queue.Empty:\n    note('none')",
            "while not flag:\n    while not n:\n        pass\n    flag = True",
        ),
        "change": (
            "flag = True",
            "flag = not flag",
            "n += 1",
            "n = 1 - n",
            "items.append(me)",
            "items.append(1)",
            "items.extend([0, 1])",
            "items.clear()",
            "line.put(me)",
            "ready.set()",
            "ready.clear()",
            "turn = 1 - turn",
            "table['k'] = me",
            "tail.append(me)",
            "point.x = 1",
            "point.x += 1\npoint.y += 1",
            "point.y = n",
            "job.rank += 1",
            "with lock:\n    flag = True",
            "with lock:\n    n += 1",
            "lock.acquire()\nn += 1\nlock.release()",
            "note(point == Point(1, 0))",
            "note(repr(point))",
            "note(dataclasses.astuple(point))",
            "note(job < Job(2))",
            "note(dataclasses.replace(point, y=2).x)",
        ),
    },
)
