"""Which operations of the library are one step each, what such a step touches, and when it can be made.

An operation that would only block, and look again when it is woken, is not made until it can go through (its *gate*).
That leaves out no outcome.  While a thread is blocked in ``Queue.put`` it has done nothing that others could see but
stand in a line of waiters; whoever is woken first, any thread that comes along may still be before it (the queue's own
code looks again, in a loop); and each change that makes the operation possible wakes a waiter.  So a schedule in which
it tries early and one in which it comes as late as it can go through end alike.  It does not hold, and there is no
gate, where

- the wait has a deadline: when it began matters;
- an ``Event`` is cleared: a waiter that was woken goes on although the flag is down again;
- a ``PriorityQueue`` may raise TypeError after an item was appended, without waking anybody;
- a class of the program's own, or code that handles the conditions inside a queue, has other rules.
"""

from __future__ import annotations

import ast
import functools
from collections.abc import Callable, Set
from typing import Any

from course.simulation.threads import ENDED, simulated
from course.simulation.touches import LIBRARY, WHOLE, Part, Touch

__all__ = [
    "GATES", "INNER_LOCKS", "INNER_METHODS", "JOIN", "LIFE", "OBSERVERS", "SILENT", "START", "STATES", "STEPS", "STOP",
    "THREAD", "gates", "inner_lock", "names_in", "state_of", "touch_of",
]  # fmt: skip

STEPS: dict[str, dict[str, str]] = {
    "threading": {
        "Event": "set clear is_set wait",
        "Condition": "wait notify notify_all",
        "Semaphore": "acquire release",
        "BoundedSemaphore": "release",
        "Barrier": "wait reset abort",
        "Timer": "cancel",
    },
    "queue": {
        "Queue": "put get task_done join qsize empty full shutdown",
        "_PySimpleQueue": "put get put_nowait get_nowait empty qsize",
    },
    "concurrent.futures._base": {
        "Future": "cancel cancelled running done result exception add_done_callback "
        "set_running_or_notify_cancel set_result set_exception",
    },
    "concurrent.futures.thread": {"ThreadPoolExecutor": "submit shutdown"},
}
"""The methods that are one step each."""

SILENT: dict[str, dict[str, str]] = {
    "threading": {
        "Thread": "__init__ __repr__ daemon",
        "Event": "__repr__",
        "Condition": "__repr__",
        "Semaphore": "__repr__",
        "Barrier": "__repr__",
    },
    "queue": {"Queue": "__init__"},
}
"""The methods (and properties) that touch locks inside without being a step."""

OBSERVERS = frozenset({"set", "clear", "wait", "is_set", "qsize", "empty", "full", "cancelled", "running", "done"})
"""Steps that do not count as a change by themselves (``set`` and ``clear`` do if the flag changes)."""

INNER_LOCKS: dict[str, dict[str, str]] = {
    "threading": {"Event": "_cond._lock", "Semaphore": "_cond._lock", "Barrier": "_cond._lock"},
    "queue": {"Queue": "mutex", "_PySimpleQueue": "_count._cond._lock"},
}
"""Where the lock inside an object is: to take it is to touch the object."""

INNER_METHODS = frozenset({"__init__", "_init", "_put", "_get"})
"""The methods that change an object's state and take no lock: a ``Queue`` calls its own with the lock taken."""


def inner_lock(subject: Any) -> Any:
    """The lock that guards the state of an object of the library's; None if it has none."""
    for cls in type(subject).__mro__:
        path = "_lock" if cls.__name__ == "Condition" else INNER_LOCKS.get(cls.__module__, {}).get(_class_name(cls))
        if path is not None and cls.__module__ in INNER_LOCKS:
            return functools.reduce(lambda part, name: getattr(part, name, None), path.split("."), subject)
    return None


def _class_name(cls: type) -> str:
    return "_PySimpleQueue" if cls.__name__ == "SimpleQueue" else cls.__name__


# --- states -----------------------------------------------------------------------------

FREE, MORE, ROOM, ITEMS, FINISHED, OVER = (1 << number for number in range(6))
"""What an object allows: to take its lock, to acquire, to put, to get, to join."""


def _event(event: Any) -> int:
    return (0 if event._cond._lock.simulation_taken_ else FREE) | (MORE if event._flag else 0)


def _semaphore(semaphore: Any) -> int:
    return (0 if semaphore._cond._lock.simulation_taken_ else FREE) | (MORE if semaphore._value > 0 else 0)


def _barrier(barrier: Any) -> int:
    return 0 if barrier._cond._lock.simulation_taken_ else FREE


def _queue(line: Any) -> int:
    state = 0 if line.mutex.simulation_taken_ else FREE
    if getattr(line, "is_shutdown", False):
        state |= ROOM | ITEMS
    if line.maxsize <= 0 or line._qsize() < line.maxsize:
        state |= ROOM
    if line._qsize():
        state |= ITEMS
    return state | (0 if line.unfinished_tasks else FINISHED)


def _simple_queue(line: Any) -> int:
    return (0 if line._count._cond._lock.simulation_taken_ else FREE) | (ITEMS if line._count._value > 0 else 0)


def _thread(thread: Any) -> int:
    known = simulated(thread)
    return OVER if known is not None and known.state == ENDED else 0


def _condition_state(condition: Any) -> int:
    lock = condition._lock
    if getattr(lock, "simulation_allows_", None) is not None:
        return lock.simulation_allows_(lock.simulation_thing_)  # type: ignore[no-any-return]
    free = getattr(lock, "simulation_free_", None)
    return -1 if free is None or free() else 0


STATES: dict[str, Callable[[Any], int]] = {
    "Event": _event,
    "Semaphore": _semaphore,
    "BoundedSemaphore": _semaphore,
    "Barrier": _barrier,
    "Queue": _queue,
    "_PySimpleQueue": _simple_queue,
    "SimpleQueue": _simple_queue,
}


def state_of(subject: object) -> int:
    """The state of any object of the library; all bits are set if it has none that is known."""
    for cls in type(subject).__mro__:
        if cls.__module__ in ("threading", "queue") and cls.__name__ in STATES:
            return STATES[cls.__name__](subject)
    return -1


# --- gates ------------------------------------------------------------------------------


def _event_gate(event: Any, timeout: float | None = None) -> Callable[[], bool] | None:
    if timeout is not None or type(event).__name__ != "Event":
        return None
    return lambda: bool(event._flag)


def _semaphore_gate(semaphore: Any, blocking: bool = True, timeout: float | None = None) -> Callable[[], bool] | None:
    if not blocking or timeout is not None or type(semaphore).__module__ != "threading":
        return None
    return lambda: bool(semaphore._value > 0)


def _put_gate(line: Any, item: Any = None, block: bool = True, timeout: float | None = None) -> Any:
    if not block or timeout is not None or not _is_plain(line) or line.maxsize <= 0:
        return None
    return lambda: _queue(line) & ROOM


def _get_gate(line: Any, block: bool = True, timeout: float | None = None) -> Any:
    if not block or timeout is not None or not _is_plain(line):
        return None
    return lambda: _queue(line) & ITEMS


def _join_gate(line: Any) -> Any:
    return (lambda: _queue(line) & FINISHED) if _is_plain(line) else None


def _simple_get_gate(line: Any, block: bool = True, timeout: float | None = None) -> Any:
    if not block or timeout is not None or type(line).__module__ != "queue":
        return None
    return lambda: line._count._value > 0


def _is_plain(line: Any) -> bool:
    return type(line).__module__ == "queue" and type(line).__name__ in ("Queue", "LifoQueue")


GATES: dict[str, Callable[..., Any]] = {
    "Event.wait": _event_gate,
    "Semaphore.acquire": _semaphore_gate,
    "Queue.put": _put_gate,
    "Queue.get": _get_gate,
    "Queue.join": _join_gate,
    "SimpleQueue.get": _simple_get_gate,
}
"""When an operation with these arguments goes through without blocking; None: it may be tried at any time."""

INSIDE = frozenset({"not_empty", "not_full", "all_tasks_done", "mutex", "_cond", "_waiters"})
"""Names whose use in a program says that it may notice who is waiting."""


def names_in(tree: ast.AST) -> frozenset[str]:
    """The attributes that a rewritten syntax tree names, and maybe some texts more."""
    names = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute):
            names.add(node.attr)
        elif isinstance(node, ast.Constant) and isinstance(node.value, str):
            names.add(node.value)  # rewritten attributes, and those that getattr is given
    return frozenset(names)


def gates(names: Set[str]) -> frozenset[str]:
    """The operations that have gates in a program that names these attributes."""
    if names & INSIDE:
        return frozenset()
    return frozenset(GATES) - ({"Event.wait"} if "clear" in names else set())


# --- touches ----------------------------------------------------------------------------


def _condition(write: bool) -> Callable[[Any], tuple[tuple[object, Part, bool], ...]]:
    def things(condition: Any) -> tuple[tuple[object, Part, bool], ...]:
        lock = condition._lock
        inner = getattr(lock, "simulation_thing_", None)
        whole: Part = None if inner is None else WHOLE
        thing = lock if inner is None else inner
        return ((thing, whole, write), (thing, condition.simulation_part_, True))

    return things


def _items_and_tasks(line: Any) -> tuple[tuple[object, Part, bool], ...]:
    return ((line, "items", True), (line, "tasks", True))


LOOKS = frozenset({"is_set", "wait", "qsize", "empty", "full"})

TOUCHES: dict[str, Touch] = {
    "Event.wait": Touch(write=False, state=_event, need=MORE),
    "Condition.wait": Touch(state=_condition_state, things=_condition(True)),
    "Condition.notify": Touch(state=_condition_state, things=_condition(False)),
    "Condition.notify_all": Touch(state=_condition_state, things=_condition(False)),
    "Semaphore.acquire": Touch(state=_semaphore, need=MORE),
    "Barrier.wait": Touch(state=_barrier),
    "Timer.cancel": Touch(things=lambda timer: ((timer.finished, None, True),)),
    "Queue.put": Touch(state=_queue, need=ROOM, things=_items_and_tasks),
    "Queue.get": Touch(state=_queue, need=ITEMS, things=lambda line: ((line, "items", True),)),
    "Queue.join": Touch(state=_queue, need=FINISHED, things=lambda line: ((line, "tasks", False),)),
    "Queue.task_done": Touch(state=_queue, things=lambda line: ((line, "tasks", True),)),
    "Queue.shutdown": Touch(state=_queue, things=_items_and_tasks),
    "SimpleQueue.get": Touch(state=_simple_queue, need=ITEMS),
}


def touch_of(label: str) -> Touch:
    """How the operation touches the library."""
    class_name, _, method = label.rpartition(".")
    if class_name in ("Future", "ThreadPoolExecutor", "futures"):
        return Touch(things=lambda subject: ((LIBRARY, WHOLE, True),))
    if label in ("enumerate", "active_count"):
        return LIVES
    if class_name == "Queue" and label not in TOUCHES:
        return Touch(write=False, state=_queue, things=lambda line: ((line, "items", False),))
    return TOUCHES.get(label) or Touch(write=method not in LOOKS, state=STATES.get(class_name))


class _Life:
    """Stands for who is alive, which ``threading.enumerate`` looks at."""


LIFE = _Life()

START = Touch(state=_thread, things=lambda thread: ((thread, None, True), (LIFE, WHOLE, True)))
STOP = Touch(
    state=_thread,
    things=lambda thread: ((thread, None, True), (LIFE, thread.simulation_thread_.simulation_of_.index, True)),
)
THREAD = Touch(write=False, state=_thread)
JOIN = Touch(write=False, state=_thread, need=OVER)
LIVES = Touch(things=lambda subject: ((LIFE, WHOLE, False),))
