"""Rewritten code does what the code did."""

from __future__ import annotations

import contextlib
import io

import pytest

from course import Program, explore
from course.simulation.rewrite import compiled

SNIPPETS = {
    "assignments": """
a = b = [1, 2]
c, (d, *e), f = 1, (2, 3, 4), 5
a[0], a[1] = a[1], a[0]
a += [9]
x: int = 3
x <<= 2
b[-1] -= 4
b[1:2] = [7, 8]
del b[0]
print(a, b, c, d, e, f, x)
""",
    "globals and cells": """
count = 0
def make():
    total = 10
    def add(n):
        nonlocal total
        global count
        count += 1
        total += n
        return total
    def peek():
        return total
    return add, peek
add, peek = make()
print(add(1), add(2), peek(), count)
del count
try: count
except NameError as error: print(error)
""",
    "classes": """
class Base:
    total = 0
    __hidden = 5
    def __init__(self, n=1):
        self.n = n
        self.__secret = n * 2
        Base.total += 1
    def secret(self): return self.__secret + self.__hidden
    @property
    def double(self): return self.n * 2
    @double.setter
    def double(self, value): self.n = value // 2
    @classmethod
    def make(cls, n): return cls(n)
    @staticmethod
    def plain(x): return x
class Derived(Base):
    def __init__(self, n):
        super().__init__(n)
        self.n += 1
one = Derived.make(4)
one.double = 20
one.double += 2
print(one.n, one.secret(), Base.total, Derived.plain(3), one.__dict__, type(one).__mro__[1].__name__)
""",
    "loops and comprehensions": """
table = {}
for i, word in enumerate("to be or not to be".split()):
    table.setdefault(word, []).append(i)
for key, (first, *rest) in sorted(table.items()):
    print(key, first, rest)
print([x * y for x in range(3) for y in range(x) if y], {k: len(v) for k, v in table.items()})
print({n % 3 for n in range(9)})
print(sum(n for n in range(5)), any(table), [*table, *{1}], {**table, "x": 1})
n = 3
while n:
    n -= 1
    if n == 1: continue
else:
    print("out", n, (m := n + 1), m)
""",
    "exceptions": """
def risky(kind):
    try:
        if kind: raise kind("no")
        return "fine"
    except (ValueError, KeyError) as error:
        return repr(error)
    except Exception:
        raise
    else:
        return "never"
    finally:
        print("finally")
print(risky(None), risky(ValueError), risky(KeyError))
try: risky(RuntimeError)
except RuntimeError as error: print(error)
try: {}["missing"]
except KeyError as error: print(error.args)
class Manager:
    def __enter__(self): return [1, 2]
    def __exit__(self, kind, value, traceback): return kind is ZeroDivisionError
with Manager() as (p, q), Manager() as r:
    print(p, q, r, 1 / 0)
""",
    "functions": """
def f(a, /, b=2, *rest, c=3, **more): return a, b, rest, c, more
print(f(1), f(1, 5, 6, c=7, d=8), f(*[1, 2], **{"c": 4}))
def gen(n):
    for i in range(n):
        got = yield i
        if got: yield got
    yield from "ab"
g = gen(2)
print(next(g), g.send("x"), list(g))
from functools import partial, reduce
print(reduce(lambda x, y: x + y, map(partial(pow, 2), [1, 2])), sorted([3, 1, 2], key=lambda n: -n))
def outer():
    names = []
    def inner(): names.append(locals())
    inner(); return len(names)
print(outer())
""",
    "match, strings, operators": """
from dataclasses import dataclass, field
@dataclass(order=True)
class Point:
    x: int
    y: int = 0
    tags: list = field(default_factory=list, compare=False)
def say(value):
    match value:
        case Point(x=0): return "zero"
        case [first, *rest] if rest: return f"{first!r:>4} of {len(value)}"
        case {"k": k, **other}: return k, other
        case str() | int(): return "plain"
        case _: return None
print([say(v) for v in (Point(0), [1, 2], {"k": 1, "z": 2}, 5, 1.5)])
a, b = 7, 2
print(a // b, a % b, -a, not a, a ** b, a & b | 8 ^ 1, ~a, a if b else b, a < b <= 9, a is b, 3 in [1, 3])
print(Point(1) < Point(2), Point(3, tags=["t"]), max(Point(1), Point(0, 5)))
""",
    "containers": """
from collections import defaultdict, deque, Counter, OrderedDict
d = defaultdict(list); d["a"].append(1); d["a"] += [2]
q = deque([1, 2, 3], maxlen=2); q.appendleft(0); q.rotate()
c = Counter("hello"); c.update("l"); c["l"] -= 1
s = {1, 2}; s |= {3}; s.discard(1)
b = bytearray(b"ab"); b[0] = 99; b.extend(b"!")
print(d, q, c.most_common(1), sorted(s), b, list(d.items()), q[-1], "z" in c, OrderedDict(x=1))
nested = {"a": [1, {"b": 2}]}
nested["a"][1]["b"] += 5
print(nested, nested.get("q", "none"), nested.pop("a"), nested)
""",
}


@pytest.mark.parametrize("name", SNIPPETS)
def test_a_program_without_threads_prints_what_python_prints(name: str) -> None:
    text = SNIPPETS[name]
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(text, "main", "exec"), {"__name__": "__main__"})
    (outcome,) = explore(Program({"main": text})).outcomes
    assert outcome.error is None
    assert outcome.output == printed.getvalue()


def test_the_order_of_evaluation_stays() -> None:
    text = """
order = []
def say(name, value=None):
    order.append(name)
    return value
say("d", {})[say("k", 1)] = say("v")
say("f", print)(say("a"), end=say("e", ""))
say("o", order)[say("i", 0)] += say("w", "!")
print(order)
"""
    printed = io.StringIO()
    with contextlib.redirect_stdout(printed):
        exec(compile(text, "main", "exec"), {"__name__": "__main__"})
    assert explore(Program({"main": text})).outcomes[0].output == printed.getvalue()


@pytest.mark.parametrize(
    ("statement", "line"),
    [("1 / 0", 4), ("undefined", 4), ("[].pop()", 4), ("{}['x']", 4), ("None.x", 4), ("int('x')", 4)],
)
def test_an_error_has_the_line_it_had(statement: str, line: int) -> None:
    (outcome,) = explore(Program({"main": f"\ndef f():\n    x = 1\n    {statement}\n\nf()\n"})).outcomes
    assert outcome.execution.failures[0].line == line


@pytest.mark.parametrize(
    "access",
    [
        "items[0]",
        "len(items)",
        "bool(items)",
        "items == []",
        "list(items)",
        "[x for x in items]",
        "f'{items}'",
        "1 in items",
        "(lambda alias: len(alias))(items)",
    ],
)
def test_every_way_to_look_into_a_shared_list_is_seen(access: str) -> None:
    text = f"""
import threading
items = []
seen = []
def look():
    try: seen.append(repr({access}))
    except IndexError: seen.append("none")
thread = threading.Thread(target=look)
thread.start()
items.append(1)
thread.join()
print(seen)
"""
    assert len(explore(Program({"main": text})).outcomes) == 2, f"{access} was not seen to depend on the schedule"


@pytest.mark.parametrize(
    "thread",
    ["Thread(target=items.append, args=(1,))", "Timer(0, items.append, [1])", "Thread(target=insort, args=(items, 1))"],
)
def test_a_look_at_data_by_the_library_is_seen(thread: str) -> None:
    text = f"""
import threading
from bisect import insort
items = []
thread = threading.{thread}
thread.start()
seen = len(items)
thread.join()
print(seen)
"""
    assert {outcome.output for outcome in explore(Program({"main": text})).outcomes} == {"0\n", "1\n"}


def test_importing_the_same_twice_changes_no_schedule() -> None:
    text = """
import threading
{again}
def work(): print(threading.current_thread().name)
thread = threading.Thread(target=work, name="t")
thread.start()
thread.join()
"""
    once, twice = (explore(Program({"main": text.format(again=again)})) for again in ("", "import threading"))
    assert [outcome.execution.schedule for outcome in once.outcomes] == [
        outcome.execution.schedule for outcome in twice.outcomes
    ]


def test_a_method_that_is_kept_is_still_that_method() -> None:
    text = """
items = [2, 1]
add, sort = items.append, items.sort
add(3)
sort()
print(items, add == items.append, add != items.pop, add.__name__, list(map(items.index, [3])), callable(add))
"""
    assert explore(Program({"main": text})).outcomes[0].output == "[1, 2, 3] True True append [2] True\n"


@pytest.mark.parametrize(
    ("before", "change"),
    [
        ("shared = 0", "shared = shared + 1"),
        ("shared = [0]", "shared[0] += 1"),
        ("shared = {'n': 0}", "shared['n'] = shared['n'] + 1"),
        ("class Box:\n    n = 0\nshared = Box()", "shared.n += 1"),
        ("class Shared:\n    n = 0", "Shared.n += 1"),
        ("shared = {}", "shared['n'] = shared.get('n', 0) + 1"),
    ],
)
def test_an_update_of_shared_data_can_be_lost(before: str, change: str) -> None:
    text = f"""
import threading
{before}
def work():
    global shared
    {change}
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
value = {change.split(" ")[0]}
print(value)
"""
    assert {outcome.output for outcome in explore(Program({"main": text})).outcomes} == {"1\n", "2\n"}


def test_a_text_that_was_compiled_is_kept_with_the_numbers_of_its_places():
    text = "n = 0\nn += 1\nprint(n)\n"
    first = compiled(text, "main", 5, frozenset(), False)
    assert compiled(text, "main", 5, frozenset(), False) is first
    other = compiled(text, "main", 9, frozenset(), False)
    assert other.sites == first.sites
    assert other.code != first.code


def test_two_modules_with_one_text_have_places_of_their_own():
    text = "n = 0\ndef add():\n    global n\n    n += 1\n"
    driver = "import a, b\na.add()\nb.add()\nb.add()\nresult = a.n, b.n\nprint(*result)\n"
    found = explore(Program({"main": driver, "a": text, "b": text}))
    assert [outcome.output for outcome in found.outcomes] == ["1 2\n"]
