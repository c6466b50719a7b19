"""From what a program has, no permitted attribute leads to the explorer, to the interpreter, or to a real module."""

# ruff: noqa: E501 - programs, a line for a line

from __future__ import annotations

import enum
import gc
import types
from collections import deque
from collections.abc import Iterator
from typing import Any

import pytest

from course.model import Program
from course.search.strategies import Bounded
from course.simulation.allowed import IMPORTABLE
from course.simulation.carrier import Unwind
from course.simulation.policy import SPECIAL, attribute_refusal
from course.simulation.program import Runner
from course.simulation.targets import Method
from course.simulation.threads import Handle

METHODS = (
    types.BuiltinFunctionType,
    types.MethodWrapperType,
    types.WrapperDescriptorType,
    types.MethodDescriptorType,
    types.GetSetDescriptorType,
    types.MemberDescriptorType,
    types.ClassMethodDescriptorType,
)

MODULES = sorted(IMPORTABLE)

ROOTS = f"""
{"".join(f"import {name}" + chr(10) for name in MODULES)}
from concurrent.futures import ThreadPoolExecutor
class Thing:
    def method(self): yield 1
class Line(queue.Queue): pass
lock, event, condition, started = threading.Lock(), threading.Event(), threading.Condition(), threading.Thread(target=len, args=("",))
lock.acquire(); started.start(); started.join()
pool = ThreadPoolExecutor(1)
future = pool.submit(pow, 2, 3)
line = Line(); line.put(1)
def fail():
    try: threading.Lock().release()
    except RuntimeError as error: return error
def generate():
    for each in [1, 2]: yield each
generating = generate(); next(generating)
buffer = io.StringIO()
data = threading.local(); data.x = 1
@functools.cache
def cached(x): return x
cached(1)
record = logging.makeLogRecord({{}})
kept = [
    {", ".join(name for name in MODULES if "." not in name and not name.startswith("__"))},
    concurrent.futures, concurrent.futures.thread, collections.abc, logging.handlers,
    lock, threading.RLock(), event, condition, threading.Semaphore(), threading.Barrier(2), threading.Timer(1, len),
    threading.current_thread(), started, pool, future, line, queue.SimpleQueue(), sched.scheduler(), random.Random(1),
    Thing, Thing(), Thing().method(), generating, fail(), buffer, data, cached, record, [].append, {{}}.items(), event.wait,
    print, id, getattr, setattr, vars, globals, __import__, input, open, super, type, object, str.format, "".format,
    operator.attrgetter("x"), functools.partial(print), weakref.ref(event), datetime.datetime.now(), iter([1]),
    functools.singledispatch(len), contextlib.ExitStack(), traceback.extract_stack(), sys.exc_info, globals(), locals(),
    enum.Enum("E", "a"), dataclasses.make_dataclass("D", ["x"])(1), typing.List["int"], copy.copy, string.Formatter(),
    dataclasses.field(), warnings.catch_warnings(), json.JSONDecoder(), decimal.getcontext(), vars(Thing), vars(event),
]
"""

INNER = (
    "World",
    "Runner",
    "Shared",
    "Thread",
    "Console",
    "Library",
    "Life",
    "Copies",
    "Guards",
    "Facades",
    "Operations",
)


@pytest.fixture(scope="module")
def reached() -> Iterator[dict[str, Any]]:
    """What can be reached, by the path to it."""
    runner = Runner(Program({"main": ROOTS}))
    run = runner.run(Bounded(0), steps=5_000)
    assert (run.ending, run.failures) == ("completed", ()), run.failures
    yield dict(_walk(runner, runner.namespaces[0]["kept"]))
    runner.close()


def _walk(runner: Runner, roots: list[Any]) -> Iterator[tuple[str, Any]]:
    seen: dict[int, Any] = {}
    waiting = deque((f"kept[{index}]", root) for index, root in enumerate(roots))
    get = runner._guards.get
    while waiting and len(seen) < 300_000:
        path, value = waiting.popleft()
        if id(value) in seen or type(value) in (int, float, str, bool, bytes, type(None)):
            continue
        seen[id(value)] = value
        yield path, value
        if type(value) in METHODS:  # each look makes another one, and their attributes are of these kinds again
            continue
        if type(value) in (list, tuple, set, frozenset, deque):
            waiting.extend((f"{path}[…]", each) for each in list(value))
        elif isinstance(value, (dict, types.MappingProxyType)):
            waiting.extend((f"{path}[{key!r:.40}]", each) for key, each in list(value.items()))
        for name in _names(value):
            if attribute_refusal(name) is None:
                try:
                    waiting.append((f"{path}.{name}", get(value, name) if name in SPECIAL else getattr(value, name)))
                except (Exception, Unwind):
                    continue  # there is no such thing, or not yet


def _names(value: Any) -> list[str]:
    names = set(dir(type(value)))
    for part in (value, *(type.mro(value) if isinstance(value, type) and value is not type else ())):
        names |= set(
            getattr(part, "__dict__", ()) if not isinstance(part, type) else type.__dict__["__dict__"].__get__(part)
        )
    return sorted(name for name in names if isinstance(name, str))


def test_it_looks_far(reached: dict[str, Any]) -> None:
    assert len(reached) > 5_000
    assert {"kept[0]", "kept[0].ABC"} <= reached.keys()


def test_no_object_of_the_explorer(reached: dict[str, Any]) -> None:
    found = {
        path: type(value).__name__
        for path, value in reached.items()
        if type(value).__module__.startswith("course.") and (type(value).__name__ in INNER)
    }
    assert found == {}


def test_what_is_of_a_class_of_the_explorer_keeps_to_reserved_names(reached: dict[str, Any]) -> None:
    known = {Method, Handle}
    found = {
        path: type(value).__qualname__
        for path, value in reached.items()
        if type(value).__module__.startswith("course.simulation")
        and type(value) not in known
        and not isinstance(value, (type, enum.Enum))
        and type(value).__name__ not in ("Stream", "Random", "NoLock", "_NoHandle", "_NoStream", "_Names")
    }
    assert found == {}


def test_no_frame_and_no_code(reached: dict[str, Any]) -> None:
    inside = (types.FrameType, types.CodeType, types.CellType)
    assert {path for path, value in reached.items() if isinstance(value, inside)} == set()


def test_no_module_but_the_faces(reached: dict[str, Any]) -> None:
    found = {
        path
        for path, value in reached.items()
        if isinstance(value, types.ModuleType) and (type(value) is types.ModuleType and value.__name__ != "sys")
    }
    assert found == set()


def test_no_namespace_of_a_module(reached: dict[str, Any]) -> None:
    namespaces = {
        id(vars(module)): module.__name__ for module in gc.get_objects() if isinstance(module, types.ModuleType)
    }
    found = {path: namespaces[id(value)] for path, value in reached.items() if id(value) in namespaces}
    assert found == {}
    assert {path for path, value in reached.items() if type(value) is dict and "__builtins__" in value} == set()
