"""What there is to see where an execution has stopped: its threads, what they wait with, and the data that they share.

A :class:`View` is a recording that, when the execution stops, looks at everything before it is cleared away.  It runs
no code of the program's: a value is shown as in the trace, and an attribute is looked up where the object keeps it.
"""

from __future__ import annotations

import ast
import types
from collections.abc import Container, Iterator, Mapping
from typing import Any, Literal

from course.model import BadRecord, Step, SyncObject, ThreadState, Variable
from course.simulation.deadlines import NANOSECONDS
from course.simulation.program import Runner, module_name, without_addresses
from course.simulation.recording import Recording, attributes, things
from course.simulation.threads import ANNOUNCED, ENDED, PARKED, Thread
from course.simulation.values import UNKNOWN

__all__ = ["View", "watched"]

ITEMS_SHOWN = 20
LOCALS_SHOWN = 8
OBJECTS_SHOWN = 40
MISSING = "–"
"""The value of a watched name that does not exist yet."""

PLAIN = (type(None), bool, int, float, str, list, tuple, dict, set, frozenset)


class View(Recording):
    """A recording that shows where the execution stopped; after the run, its fields are filled."""

    def __init__(
        self, runner: Runner, shared_sites: Container[int], names: tuple[str, ...], watch: tuple[str, ...]
    ) -> None:
        super().__init__(runner, shared_sites)
        self._names = names
        self._watch = watch
        self._mark = 0
        self._marks_tasks = any("task_done" in text for text in runner.program.modules.values())
        self.threads: tuple[ThreadState, ...] = ()
        self.objects: tuple[SyncObject, ...] = ()
        self.variables: tuple[Variable, ...] = ()

    def chosen(self) -> None:
        """A choice is made now: what is recorded from here on comes of it."""
        self._mark = len(self.entries)

    def made(self) -> tuple[Step, ...]:
        """What came of the last choice; nothing if none was made, or if it was a deadline that passed."""
        return tuple(entry.step() for entry in self.entries[self._mark :])

    def ended(self) -> None:
        """The execution has stopped, and nothing is cleared away yet."""
        world = self.runner.world
        spaces = self._all_spaces()
        self.threads = tuple(self._state(thread) for thread in world.threads)
        self.objects = tuple(self._objects(spaces))
        self.variables = tuple(self._variables(spaces))

    # --- threads -----------------------------------------------------------------------

    def _state(self, thread: Thread) -> ThreadState:
        world = self.runner.world
        name = thread.name()
        if thread.state == ENDED:
            return ThreadState(thread.index, name, "ended")
        ready = bool(world.can(thread))
        operation, called, module, line = self._next(thread, ready)
        again = ready and self._takes_lock_again(thread)
        holder = None if ready else self._holder(thread)
        asleep = not ready and operation == "sleep"
        state: Literal["ready", "blocked", "asleep"] = "ready" if ready else "asleep" if asleep else "blocked"
        deadline = None if ready else self._deadline(thread)
        holds = [lock for lock in thread.holds if getattr(lock, "simulation_thing_", None) is None]
        return ThreadState(
            thread.index,
            name,
            state,
            operation,
            called,
            module,
            line,
            timed_out=ready and (thread.timed_out or thread.state == PARKED),
            again=again,
            deadline=deadline,
            holder=None if holder == thread.index else holder,
            holds=tuple(dict.fromkeys(self._lock_name(lock, thread) for lock in holds)),
            variables=tuple(self._locals(thread)),
        )

    def _next(self, thread: Thread, ready: bool) -> tuple[str | None, str | None, str, int]:
        """The operation that comes next or is waited in, what it is about, and where it stands."""
        waiting = self._blocked.get(thread.index)
        if waiting is not None:
            entry = waiting[0]
            return entry.operation, entry.name, entry.module, entry.line
        module, line = self._place(thread)
        if thread.pending is None:
            return ("spin" if thread in self.runner.world.spinners else None), None, module, line
        operation, subject = thread.pending
        if operation in ("read", "write"):
            name = None if subject is None else self._data_name(subject[0], subject[1], thread)
            return operation, name, module, line
        operation, subject = self._seen_by_program(operation, subject, thread)
        called = subject if subject is None or isinstance(subject, str) else self.name(subject, thread)
        return operation, called, module, line

    def _deadline(self, thread: Thread) -> float | None:
        return None if thread.deadline is None else thread.deadline / NANOSECONDS

    def _locals(self, thread: Thread) -> Iterator[Variable]:
        """The plain variables of the function that the thread is in."""
        frame = self._frame(thread)
        while frame is not None and not module_name(frame):
            frame = frame.f_back
        if frame is None or frame.f_locals is frame.f_globals or frame.f_code.co_name == "<module>":
            return
        shown = 0
        for name, value in list(frame.f_locals.items()):
            if type(value) in PLAIN and name.isidentifier() and not name.startswith("simulation_"):
                yield Variable(name, self._shown(value, thread))
                shown += 1
                if shown == LOCALS_SHOWN:
                    return

    # --- objects -----------------------------------------------------------------------

    def _objects(self, spaces: list[Mapping[str, object]]) -> Iterator[SyncObject]:
        """The objects with which threads wait for one another, each once, by its nearest name."""
        seen: set[int] = set()
        for space in spaces:
            for _, value in things(space, self._is_own):
                if id(value) in seen:
                    continue
                seen.add(id(value))
                shown = self._object(value)
                if shown is not None:
                    yield shown
                    if len(seen) >= OBJECTS_SHOWN * 100:
                        return

    def _object(self, value: Any) -> SyncObject | None:
        library = self.runner.library
        cls = type(value)
        kept = attributes(value)
        main = self.runner.world.threads[0]
        items: tuple[str, ...] = ()
        lock: Any = None
        if issubclass(cls, (library.lock, library.rlock)):
            lock, kind = value, "Lock" if issubclass(cls, library.lock) else "RLock"
            state = "free" if lock.simulation_free_() else "held"
            if cls is library.rlock and lock.simulation_count_ > 1:
                state = f"held {lock.simulation_count_} times"
        elif issubclass(cls, library.threading.Thread):
            if "simulation_thread_" in kept or not kept.get("_initialized"):
                return None
            return SyncObject(str(kept["_name"]), "Thread", "not started")
        else:
            kind = next((each.__name__ for each in cls.__mro__ if each.__module__ in ("threading", "queue")), "")
            tell = KINDS.get(kind)
            if tell is None or cls.__name__ == "_DummyThread":
                return None
            try:
                state, inside = tell(kept)
            except (KeyError, TypeError, AttributeError):  # its ``__init__`` is not through yet, or was never called
                return None
            if "unfinished_tasks" in kept and self._marks_tasks:
                state += f", {kept['unfinished_tasks']:d} not done"
            items = tuple(self._shown(item, main) for item in inside[:ITEMS_SHOWN])
            if len(inside) > ITEMS_SHOWN:
                items = (*items, "…")
            lock = kept.get("_lock") if kind == "Condition" else None
        holder = getattr(lock, "simulation_holder_", None)
        return SyncObject(
            self.name(value, main),
            kind,
            state,
            holder.index if isinstance(holder, Thread) and holder.state != ENDED else None,
            items,
            tuple(thread.index for thread in self.runner.world.threads if self._waits_for(thread, value)),
        )

    def _waits_for(self, thread: Thread, value: object) -> bool:
        if thread.state == ENDED or self.runner.world.can(thread):
            return False
        waiting = self._blocked.get(thread.index)
        if waiting is not None and waiting[0].subject is not None:
            return waiting[0].subject() is value
        if thread.state == ANNOUNCED and thread.pending is not None:
            return self._seen_by_program(*thread.pending, thread)[1] is value
        return False

    # --- data --------------------------------------------------------------------------

    def _variables(self, spaces: list[Mapping[str, object]]) -> Iterator[Variable]:
        main = self.runner.world.threads[0]
        for name in self._names:
            value = self._looked_up(name, spaces)
            if value is not UNKNOWN:
                yield Variable(name, self._shown(value, main))
            elif name in self._watch:
                yield Variable(name, MISSING)

    def _looked_up(self, name: str, spaces: list[Mapping[str, object]]) -> object:
        base, path = watched(name)
        for space in spaces:
            if base in space:
                value = space[base]
                for kind, key in path:
                    if kind == "attribute":
                        value = attributes(value).get(str(key), UNKNOWN)
                    elif type(value) is dict:
                        value = value.get(key, UNKNOWN)
                    elif (type(value) is list or type(value) is tuple) and isinstance(key, int):
                        value = value[key] if -len(value) <= key < len(value) else UNKNOWN
                    else:
                        value = UNKNOWN
                return value
        return UNKNOWN

    def _all_spaces(self) -> list[Mapping[str, object]]:
        """The modules' variables, then those of the functions that the threads are in."""
        spaces: list[Mapping[str, object]] = list(self.runner.namespaces)
        for thread in self.runner.world.threads:
            frame: types.FrameType | None = None if thread.state == ENDED else self._frame(thread)
            while frame is not None:
                if module_name(frame) and frame.f_locals is not frame.f_globals:
                    spaces.append(frame.f_locals)
                frame = frame.f_back
        return spaces

    def _shown(self, value: object, thread: Thread) -> str:
        """As in the trace, but a string in its quotes, so that it is not taken for a name."""
        if type(value) is str:
            text = without_addresses(repr(value))
            return text if len(text) <= 60 else text[:58] + "…'"
        return self._short(value, thread)


def _event(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    return "set" if kept["_flag"] else "not set", []


def _condition(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    lock = kept["_lock"]
    return "held" if getattr(lock, "simulation_holder_", None) is not None or getattr(
        lock, "simulation_taken_", False
    ) else "free", []


def _semaphore(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    return f"value {kept['_value']:d}", []


def _barrier(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    broken = ", broken" if kept["_state"] == -2 else ""
    return f"{kept['_count']:d} of {kept['_parties']:d} are there{broken}", []


def _queue(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    items = list(kept["queue"])
    state = _count(items)
    if kept["maxsize"] > 0:
        room = kept["maxsize"] - len(items)
        state += f", room for {room:d}" if room > 0 else ", full"
    return state + (", shut down" if kept.get("is_shutdown") else ""), items


def _count(items: list[object]) -> str:
    return "1 item" if len(items) == 1 else f"{len(items)} items" if items else "empty"


def _lifo(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    state, items = _queue(kept)
    return state, items[::-1]


def _simple(kept: Mapping[str, Any]) -> tuple[str, list[object]]:
    items = list(kept["_queue"])
    return _count(items), items


KINDS = {
    "Event": _event,
    "Condition": _condition,
    "Semaphore": _semaphore,
    "BoundedSemaphore": _semaphore,
    "Barrier": _barrier,
    "Queue": _queue,
    "LifoQueue": _lifo,
    "PriorityQueue": _queue,
    "SimpleQueue": _simple,
}
"""By class: its state and what is in it, from what an object of it keeps."""


def watched(name: str) -> tuple[str, tuple[tuple[str, object], ...]]:
    """The parts of a name such as ``box.value`` or ``accounts[0].balance``; raises :class:`BadRecord` if it is none."""
    path: list[tuple[str, object]] = []
    try:
        node = ast.parse(name.strip(), mode="eval").body
    except (SyntaxError, ValueError):
        node = ast.Constant(None)
    while not isinstance(node, ast.Name):
        if isinstance(node, ast.Attribute):
            path.append(("attribute", node.attr))
        elif isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            path.append(("item", node.slice.value))
        else:
            raise BadRecord(f"{name!r} is no name to watch; write one such as balance, box.value or accounts[0]")
        node = node.value
    return node.id, tuple(reversed(path))
