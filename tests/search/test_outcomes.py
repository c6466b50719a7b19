"""What can come of small programs is worked out by hand, and a search must find all of it and nothing else.

Each is about one way to look at shared data, to wait, or to turn a loop, as learners write them.
"""

from __future__ import annotations

import textwrap
from typing import Any

import pytest

from course import Program, Search
from course.search import explore

HEADER = """
import queue
import threading
import time
from threading import Barrier, Event, Lock, RLock, Thread, Timer


def together(*functions):
    threads = [Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
"""


def results(source: str) -> list[Any]:
    """The results of all schedules of ``run``, each of which must complete."""
    program = Program({"main": HEADER + textwrap.dedent(source)}, "main:run")
    found = explore(program, Search(preemptions=2))
    assert found.complete
    assert [outcome.error for outcome in found.outcomes] == [None] * len(found.outcomes)
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}
    return sorted((outcome.result for outcome in found.outcomes), key=repr)


WRITER_AND_READER = """
def run():
    seen = []
    together(write, lambda: seen.append(look()))
    return seen[0]
"""

LOOKS = {
    "getattr and setattr": (
        "class Box: pass\nbox = Box(); box.x = 0",
        "setattr(box, 'x', 1)",
        "getattr(box, 'x')",
        [0, 1],
    ),
    "hasattr and del": (
        "class Box: pass\nbox = Box(); box.x = 0",
        "delattr(box, 'x')",
        "hasattr(box, 'x')",
        [False, True],
    ),
    "vars": ("class Box: pass\nbox = Box(); box.x = 0", "setattr(box, 'x', 1)", "vars(box)['x']", [0, 1]),
    "__dict__": ("class Box: pass\nbox = Box(); box.x = 0", "setattr(box, 'x', 1)", "box.__dict__['x']", [0, 1]),
    "copy": (
        "import copy\nclass Box: pass\nbox = Box(); box.x = 0",
        "setattr(box, 'x', 1)",
        "copy.copy(box).x",
        [0, 1],
    ),
    "attrgetter": (
        "import operator\nclass Box: pass\nbox = Box(); box.x = 0",
        "setattr(box, 'x', 1)",
        "operator.attrgetter('x')(box)",
        [0, 1],
    ),
    "a display with **": ("table = {}", "table.update(a=1)", "len({**table})", [0, 1]),
    "a call with **": (
        "def count(**given): return len(given)\ntable = {}",
        "table.update(a=1)",
        "count(**table)",
        [0, 1],
    ),
    "a defaultdict that is only asked": (
        "from collections import defaultdict\ntable = defaultdict(list)",
        "table['a']",
        "len(table)",
        [0, 1],
    ),
    "Counter.update": ("from collections import Counter\ntable = Counter()", "table.update('a')", "table['a']", [0, 1]),
    "Counter.most_common": (
        "from collections import Counter\ntable = Counter()",
        "table.update('a')",
        "len(table.most_common())",
        [0, 1],
    ),
    "UserDict": ("from collections import UserDict\ntable = UserDict()", "table.update(a=1)", "len(table)", [0, 1]),
    "a method of list called on super()": (
        "class Log(list):\n    def append(self, item): super().append(item)\nlog = Log()",
        "log.append(1)",
        "len(log)",
        [0, 1],
    ),
    "a method of list called on the class": ("log = []", "list.append(log, 1)", "len(log)", [0, 1]),
    "an attribute of a list's subclass": (
        "class Log(list):\n    size = 0\nlog = Log()",
        "setattr(log, 'size', 1)",
        "log.size",
        [0, 1],
    ),
    "a default in the class": ("class Box:\n    x = 0\nbox = Box()", "setattr(box, 'x', 1)", "box.x", [0, 1]),
    "a default in the base class": (
        "class Base:\n    x = 0\nclass Box(Base): pass\nbox = Box()",
        "setattr(Box, 'x', 1)",
        "[box.x, Box.x]",
        [[0, 0], [0, 1], [1, 1]],
    ),
    "enumerate": ("items = [1, 2]", "items.clear()", "sum(1 for _ in each(enumerate(items)))", [0, 1, 2]),
    "zip": ("items = [1, 2]", "items.clear()", "sum(1 for _ in each(zip('ab', items)))", [0, 1, 2]),
    "reversed": ("items = [1, 2]", "items.clear()", "sum(1 for _ in each(reversed(items)))", [0, 1, 2]),
    "the repr of a dataclass": (
        "from dataclasses import dataclass\n@dataclass\nclass Box:\n    x: int = 0\nbox = Box()",
        "setattr(box, 'x', 1)",
        "repr(box)",
        ["Box(x=0)", "Box(x=1)"],
    ),
    "the comparison of dataclasses": (
        "from dataclasses import dataclass\n@dataclass(order=True)\nclass Box:\n    x: int = 0\nbox = Box()",
        "setattr(box, 'x', 1)",
        "[box == Box(0), box < Box(1)]",
        [[False, False], [True, False], [True, True]],
    ),
    "asdict": (
        "from dataclasses import asdict, dataclass\n@dataclass\nclass Box:\n    x: int = 0\nbox = Box()",
        "setattr(box, 'x', 1)",
        "asdict(box)['x']",
        [0, 1],
    ),
    "a queue of a class of its own": (
        "class Line(queue.Queue): pass\nline = Line()",
        "line.put(1)",
        "line.unfinished_tasks",
        [0, 1],
    ),
    "whether a barrier is broken": ("gate = Barrier(2)", "gate.abort()", "gate.broken", [False, True]),
}


READER_AND_WRITER = WRITER_AND_READER.replace(
    "write, lambda: seen.append(look())", "lambda: seen.append(look()), write"
)


@pytest.mark.parametrize("run", [WRITER_AND_READER, READER_AND_WRITER], ids=["writer first", "reader first"])
@pytest.mark.parametrize("name", LOOKS)
def test_a_look_at_data_may_come_before_or_after_a_change(name: str, run: str) -> None:
    setting, write, look, expected = LOOKS[name]
    source = (
        f"{setting}\n\n"
        "def each(things):\n    for thing in things:\n        yield thing\n\n"
        f"def write():\n    {write}\n\ndef look():\n    return {look}\n" + run
    )
    assert results(source) == expected


def test_match_by_class_looks_at_attributes() -> None:
    source = """
    class Box: pass
    box = Box(); box.x = 0
    def write(): box.x = 1
    def look():
        match box:
            case Box(x=0): return "no"
            case _: return "yes"
    """
    assert results(textwrap.dedent(source) + WRITER_AND_READER) == ["no", "yes"]


def test_a_variable_that_the_inner_function_only_writes_is_shared() -> None:
    source = """
    def run():
        done = False
        def work():
            nonlocal done
            done = True
        thread = Thread(target=work)
        thread.start()
        early = done
        thread.join()
        return early
    """
    assert results(source) == [False, True]


def test_what_the_entry_returns_is_looked_at_with_all_that_is_in_it() -> None:
    for form in ("{'items': items}", "(items, 0)", "[[items]]"):
        source = f"items = []\ndef run():\n    Thread(target=lambda: items.append(1)).start()\n    return {form}\n"
        assert len(results(source)) == 2, form


def test_a_dict_shows_the_order_in_which_it_got_its_keys() -> None:
    source = """
    table = {}
    def put(key): table[key] = 0
    def run():
        together(lambda: put("a"), lambda: put("b"))
        return list(table)
    """
    assert results(source) == [["a", "b"], ["b", "a"]]
    assert results(source.replace("list(table)", "table")) == [{"a": 0, "b": 0}], "as results they are equal"


def test_print_looks_at_all_that_is_in_a_container() -> None:
    source = "pair = ([],)\ndef run():\n    together(lambda: pair[0].append(1), lambda: print(pair))\n"
    found = explore(Program({"main": HEADER + source}, "main:run"))
    assert {outcome.output for outcome in found.outcomes} == {"([],)\n", "([1],)\n"}


@pytest.mark.parametrize("decorator", ["functools.lru_cache", "functools.lru_cache(maxsize=4)", "functools.cache"])
def test_two_threads_may_both_miss_a_cache(decorator: str) -> None:
    source = f"""
    import functools
    calls = 0
    @{decorator}
    def load():
        global calls
        calls += 1
        return calls
    def run():
        together(load, load)
        return [calls > 1, load.cache_info().currsize]
    """
    assert results(source) == [[False, 1], [True, 1]]


def test_two_threads_may_both_compute_a_cached_property() -> None:
    source = """
    from functools import cached_property
    class Box:
        calls = 0
        @cached_property
        def value(self):
            self.calls += 1
            return 4
    box = Box()
    def run():
        together(lambda: box.value, lambda: box.value)
        return box.calls
    """
    assert results(source) == [1, 2]


def test_dataclasses_hash_as_they_do_in_python() -> None:
    source = """
    from dataclasses import dataclass
    @dataclass(frozen=True)
    class Point:
        x: int
    @dataclass
    class Box:
        x: int
    @dataclass(eq=False)
    class Thing:
        x: int
    @dataclass(frozen=True, slots=True, order=True)
    class Small:
        x: int
    def run():
        try:
            hash(Box(1))
        except TypeError:
            return [{Point(1): "found"}[Point(1)], len({Thing(1), Thing(1)}), len({Small(1), Small(1)}), repr(Small(2))]
    """
    assert results(source) == [["found", 2, 1, "Small(x=2)"]]


def test_two_threads_show_the_same_list_at_once() -> None:
    source = """
    class Box:
        x = 0
        def __repr__(self): return str(self.x)
    box = Box(); items = [box]
    def run():
        seen = []
        def write():
            box.x = 1
            seen.append(repr(items))
        together(write, lambda: seen.append(repr(items)))
        return sorted(seen)
    """
    assert results(source) == [["[0]", "[1]"], ["[1]", "[1]"]]


WAITS = {
    "Event.wait": ("ready = Event()", "ready.set()", "ready.wait(1)", [False, True]),
    "Lock.acquire": ("lock = Lock(); lock.acquire()", "lock.release()", "lock.acquire(timeout=1)", [False, True]),
    "Queue.get": ("line = queue.Queue()", "line.put(1)", "get(1)", [0, 1]),
    "a longer wait": ("ready = Event()", "ready.set()", "ready.wait(1.5)", [True]),
    "a shorter wait": ("ready = Event()", "ready.set()", "ready.wait(0.5)", [False]),
}


@pytest.mark.parametrize("name", WAITS)
def test_at_the_moment_of_a_deadline_either_may_come_first(name: str) -> None:
    setting, write, look, expected = WAITS[name]
    source = f"""
{setting}
def get(timeout):
    try:
        return line.get(timeout=timeout)
    except queue.Empty:
        return 0
def write():
    time.sleep(1)
    {write}
def look():
    return {look}
"""
    assert results(source + WRITER_AND_READER) == expected


@pytest.mark.parametrize("lock", ["Lock", "RLock"])
def test_a_timeout_of_zero_does_not_wait(lock: str) -> None:
    source = f"""
    lock = {lock}()
    n = 0
    def write():
        global n
        with lock:
            n += 1
    def look():
        taken = lock.acquire(timeout=0)
        if taken:
            lock.release()
        return taken
    """
    assert results(textwrap.dedent(source) + WRITER_AND_READER) == [False, True]


def test_futures_are_locked_in_the_same_order_every_time() -> None:
    source = """
    from concurrent.futures import ThreadPoolExecutor, as_completed
    def run():
        with ThreadPoolExecutor(2) as pool:
            return [future.result() for future in as_completed([pool.submit(abs, number) for number in (1, 2)])]
    """
    program = Program({"main": HEADER + textwrap.dedent(source)}, "main:run")
    found = explore(program, Search(preemptions=1))
    assert sorted(outcome.result for outcome in found.outcomes) == [[1, 2], [2, 1]]


LOOPS = {
    "a generator without end": """
        def forever():
            while True:
                yield 1
        def run():
            count = 0
            for item in forever():
                count += item
                if count == 3:
                    return count
        """,
    "a generator without end beside another iterator": """
        def forever():
            while True:
                yield 1
        def run():
            return sum(item for _, item in zip(range(3), forever()))
        """,
    "a loop that is left at once, entered again": """
        def once():
            while True:
                break
        def run():
            for _ in range(3):
                once()
            return 3
        """,
    "the same, in a for loop over equal items": """
        def run():
            for item in [3, 3, 3]:
                while item:
                    break
            return item
        """,
    "an iterator that is looked into": """
        def run():
            numbers = iter([0, 0, 0])
            while 0 in numbers:
                pass
            return 3
        """,
    "an iterator that is sliced": """
        from itertools import islice
        def run():
            numbers = iter([0, 0, 0])
            while list(islice(numbers, 1)):
                pass
            return 3
        """,
    "a UserList": """
        from collections import UserList
        def run():
            items = UserList([1, 2, 3])
            while items:
                last = items.pop(0)
            return last
        """,
}


@pytest.mark.parametrize("name", LOOPS)
def test_a_loop_that_gets_on_is_not_taken_for_one_that_waits(name: str) -> None:
    assert results(LOOPS[name]) == [3]


def test_what_belongs_to_the_library_cannot_be_set_by_another_way() -> None:
    found = explore(Program({"main": "import math\nsetattr(math, 'pi', 3)\n"}))
    assert found.outcomes[0].error is not None
    assert "math.pi cannot be changed here" in found.outcomes[0].error


@pytest.mark.parametrize(
    "owner",
    ["threading.main_thread()", "Event()", "Barrier(1)", "queue.Queue()", "Timer(1, print)", "threading.Condition()"],
)
@pytest.mark.parametrize("preemptions", [None, 2])
def test_what_a_program_adds_to_an_object_of_the_library_is_shared_data(owner: str, preemptions: int | None) -> None:
    program = Program(
        {
            "main": HEADER
            + textwrap.dedent(f"""
            owner = {owner}
            assert not hasattr(owner, "count")
            owner.count = 0
            def work(): owner.count += 1
            def run():
                together(work, work)
                return owner.count
            """)
        },
        "main:run",
    )
    found = explore(program, Search(preemptions=preemptions))
    assert found.complete
    assert sorted((outcome.result, outcome.error) for outcome in found.outcomes) == [(1, None), (2, None)]
