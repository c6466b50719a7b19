"""The trace of an execution: every step with its thread, line, time, result, and whom it woke.

Recording costs many times what running does, so a search runs without it and replays what it wants to show.
"""

from __future__ import annotations

import sys
import types
import weakref
from collections import deque
from collections.abc import Callable, Container, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from greenlet import getcurrent

from course.model import Access, Race, Step, Wait
from course.simulation.accesses import Frame
from course.simulation.deadlines import NANOSECONDS
from course.simulation.local import is_local
from course.simulation.program import RETURN, Runner, module_name, without_addresses
from course.simulation.races import Races
from course.simulation.threads import DOUBT, ENDED, PARKED, Thread
from course.simulation.touches import WHOLE
from course.simulation.values import UNKNOWN, is_of_library

__all__ = ["Recording", "Survey", "attributes", "things"]

WAITS = "waits"
NOT_WOKEN = ("join", "Thread.join", "Timer.join", "sleep", "spin", "poll", "yield")
"""Waits that no step of a thread ends: that thread's end does, or the clock, or any change at all."""
CONTAINERS = (list, tuple, dict)
"""What is looked into for things with a name."""
DEFINED = frozenset({types.FunctionType, types.BuiltinFunctionType, types.ModuleType, type, str, int})
"""What a module defines or imports, and constants: no thing with which threads wait, and seldom asked for by name."""
UNTOLD = ("end", "read the clock", DOUBT)
"""Steps that say nothing to a reader."""


@dataclass(slots=True)
class _Entry:
    thread: int
    operation: str
    name: str | None
    module: str
    line: int
    time: float
    waited: float | None = None
    result: str | None = None
    woke: tuple[int, ...] = ()
    data: bool = False
    """Whether it is a look at data."""
    key: object = None
    subject: weakref.ref[Any] | None = None
    """What ``object`` names, to find a better name for it later."""
    identity: int | None = None

    def step(self) -> Step:
        return Step(
            self.thread,
            self.operation,
            self.name,
            self.module,
            self.line,
            self.time,
            self.waited,
            self.result,
            self.woke,
            self.identity,
        )


class Survey:
    """Finds out where a program touches data that is really shared: two threads used it, and one of them changed it.

    It listens to one replay so that the next can leave out all other data, which nobody wants to read about.
    """

    def __init__(self, runner: Runner) -> None:
        self._runner = runner
        self._users: dict[tuple[int, object], tuple[set[int], set[bool], set[int]]] = {}

    def access(self, thread: Thread, site: int, owner: object, key: object, write: bool, value: object) -> None:
        """Before a second thread starts, nobody can share anything."""
        if len(self._runner.world.threads) > 1 and not is_local(owner):
            location = (id(owner), self._part(owner, key))
            threads, writes, sites = self._users.setdefault(location, (set(), set(), set()))
            threads.add(thread.index)
            writes.add(write)
            sites.add(site)

    def _part(self, owner: object, key: object) -> object:
        """What of ``owner`` is taken for one thing: all of a container, but of a module each of its names."""
        return key if not _is_container(owner) or self._runner.is_namespace(owner) else None

    def sites(self) -> frozenset[int]:
        """The places in the source where shared data is touched."""
        found = (sites for threads, writes, sites in self._users.values() if len(threads) > 1 and True in writes)
        return frozenset().union(*found) - {RETURN}

    def _ignore(self, *args: object) -> None: ...

    announce = step = parked = woken = note = sure = result = failed = ended = _ignore


class Recording:
    """Listens to a world and keeps the steps."""

    def __init__(self, runner: Runner, shared_sites: Container[int]) -> None:
        self.runner = runner
        self._shared_sites = shared_sites
        self.entries: list[_Entry] = []
        self._doubts: dict[int, _Entry] = {}
        self._blocked: dict[int, tuple[_Entry, int]] = {}
        """By thread: its entry when it blocked, and the moment."""
        self._current: dict[int, _Entry] = {}
        # Nothing here keeps an object of the program alive: its finalizer must run when it runs without a recording.
        self._numbers: dict[str, int] = {}
        self._numbered: dict[int, tuple[weakref.ref[Any], str]] = {}
        self._numbered_so_far = 0
        self._identities: dict[int, tuple[weakref.ref[Any], int]] = {}
        self._running: Thread | None = None
        """Who made the last step."""
        self._may: set[int] = set()
        """Which blocked threads have been told of as free to go on."""
        self._waits: list[tuple[_Entry, int | None, tuple[str, ...]]] = []
        self._races: Races[_Entry] = Races(runner.world)

    # --- what the world tells ----------------------------------------------------------

    def announce(self, thread: Thread, blocked: bool) -> None:
        """The thread announced a step; if it cannot be done yet, the wait begins here."""
        self._look_who_may()
        if self._takes_lock_again(thread):
            return
        self._go_on(thread)
        if blocked and thread.pending is not None:
            entry = self._enter(thread, *thread.pending)
            entry.result = WAITS
            self._blocked[thread.index] = (entry, self.runner.world.now)

    def step(self, thread: Thread) -> None:
        """The thread makes the announced step."""
        assert thread.pending is not None
        self._look_who_may()
        self._running = thread
        self._races.step(thread)
        operation, subject = thread.pending
        if thread.index in self._blocked:
            self._go_on(thread, timed_out=thread.timed_out)
        elif operation not in ("read", "write"):  # those are told by access()
            self._enter(thread, operation, subject)

    def parked(self, thread: Thread) -> None:
        """The thread blocks in the middle of its operation."""
        entry = self._current.get(thread.index)
        if entry is not None and thread.index not in self._blocked:
            entry.result = WAITS
            self._blocked[thread.index] = (entry, self.runner.world.now)

    def _takes_lock_again(self, thread: Thread) -> bool:
        """Whether a wait goes on, since the thread needs its lock back before it can do anything."""
        operation = thread.pending[0] if thread.pending is not None else ""
        return thread.index in self._blocked and thread.depth > 0 and operation.endswith("Lock.acquire")

    def _go_on(self, thread: Thread, timed_out: bool = False) -> None:
        """The thread goes on after it was blocked, if it was."""
        waiting = self._blocked.pop(thread.index, None)
        if waiting is None:
            return
        before, since = waiting
        now = self.runner.world.now
        if self.entries[-1] is before and now == since:  # nothing happened meanwhile: it was no wait
            before.result = None
            return
        entry = self._enter(thread, before.operation, None, before)
        entry.waited = (now - since) / NANOSECONDS
        if timed_out:
            entry.result = "timed out"

    def woken(self, thread: Thread, by: Thread | None) -> None:
        """The thread may go on."""
        self._races.woken(thread, by)
        if by is not None and by is not thread:
            entry = self._current.get(by.index)
            if entry is not None and thread.index not in entry.woke:
                entry.woke = (*entry.woke, thread.index)

    def _look_who_may(self) -> None:
        """Whoever waits for a lock that the last step gave back, or for an item that it put, may go on: it woke them.

        Nobody tells of these, as of a notified condition, so it is looked.  All who wait for a lock may go on when
        it is free, though only the first will.
        """
        by = None if self._running is None else self._current.get(self._running.index)
        for index, (waiting, _) in self._blocked.items():
            thread = self.runner.world.threads[index]
            if thread.state in (PARKED, ENDED) or thread.ready is None or not thread.ready():
                self._may.discard(index)
            elif index not in self._may:
                self._may.add(index)
                told = by is None or waiting.operation in NOT_WOKEN or self._takes_lock_again(thread)
                if by is not None and not told and index not in (by.thread, *by.woke):
                    by.woke = (*by.woke, index)

    def access(self, thread: Thread, site: int, owner: object, key: object, write: bool, value: object) -> None:
        """The thread reads or writes data."""
        self._go_on(thread)
        if site not in self._shared_sites or is_local(owner):
            return
        entry = self._enter(thread, "write" if write else "read", None)
        entry.name, entry.subject = self._data_name(owner, key, thread), _reference(owner)
        entry.identity = self._identity(owner, entry.subject)
        entry.data, entry.key = True, key
        self._races.access(thread, owner, key, write, entry)
        if not write:
            value = self._value(owner, key, thread)
        if value is not UNKNOWN and (not _is_container(owner) or self.runner.is_namespace(owner)):
            entry.result = self._short(value, thread)

    def note(self, thread: Thread, operation: str) -> None:
        """A turn of a loop that only waits."""
        self._go_on(thread)
        entry = self._enter(thread, operation, None)
        if operation == DOUBT:
            self._doubts[thread.index] = entry

    def sure(self, thread: Thread) -> None:
        """The turn of which there was a doubt asked again."""
        self._doubts.pop(thread.index).operation = "poll"

    def result(self, thread: Thread, value: object) -> None:
        """What the thread's operation gave."""
        self._races.result(thread)
        self._go_on(thread)
        entry = self._current.get(thread.index)
        if entry is not None and value is not None:
            entry.result = self._short(value, thread)

    def failed(self, thread: Thread, kind: str, module: str, line: int) -> None:
        """An exception ends the thread: its last step, told at the line that raised it."""
        entry = self._current[thread.index]
        entry.operation, entry.name = "raise", kind
        entry.module, entry.line = module, line

    # --- entries -----------------------------------------------------------------------

    def _enter(self, thread: Thread, operation: str, subject: object, like: _Entry | None = None) -> _Entry:
        if like is not None:
            entry = _Entry(thread.index, like.operation, like.name, like.module, like.line, self._now())
            entry.subject, entry.identity = like.subject, like.identity
        else:
            module, line = self._place(thread)
            operation, subject = self._seen_by_program(operation, subject, thread)
            name = subject if isinstance(subject, str) else None
            if subject is not None and name is None:
                name = self.name(subject, thread)
            entry = _Entry(thread.index, operation, name, module, line, self._now())
            entry.subject = _reference(subject)
            entry.identity = self._identity(subject, entry.subject)
        self.entries.append(entry)
        self._current[thread.index] = entry
        return entry

    def _now(self) -> float:
        return self.runner.world.now / NANOSECONDS

    def _place(self, thread: Thread) -> tuple[str, int]:
        """The line of the program that the thread is at."""
        frame = self._frame(thread)
        while frame is not None:
            module = module_name(frame)
            if module:
                return module, frame.f_lineno
            frame = frame.f_back
        return "", 0

    def _frame(self, thread: Thread) -> types.FrameType | None:
        if thread.fiber is None or thread.fiber is getcurrent():
            return sys._getframe(1)
        frame: types.FrameType | None = thread.fiber.gr_frame
        return frame

    # --- names -------------------------------------------------------------------------

    def _seen_by_program(self, operation: str, subject: object, thread: Thread) -> tuple[str, object]:
        """A lock inside a condition is the condition, to a reader of ``with condition:``."""
        if operation.startswith(("Lock.", "RLock.")):
            for space in self._spaces(thread):
                for _, value in things(space, self._is_own):
                    if type(value).__name__ == "Condition" and getattr(value, "_lock", None) is subject:
                        return f"Condition.{operation.partition('.')[2]}", value
        return operation, subject

    def name(self, subject: object, thread: Thread) -> str:
        """What the program calls ``subject``: a variable's name, or its class and a number."""
        if isinstance(subject, self.runner.library.threading.Thread):
            return str(subject._name)
        found = self._find_name(subject, self._spaces(thread))
        if found is not None:
            return found
        known = self._numbered.get(id(subject))
        if known is not None and known[0]() is subject:
            return known[1]
        kind = type(subject).__name__
        number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
        reference = _reference(subject)
        if reference is not None:
            self._numbered[id(subject)] = (reference, f"{kind} {number}")
        return f"{kind} {number}"

    def _identity(self, subject: object, reference: weakref.ref[Any] | None) -> int | None:
        """The number of ``subject``, by first appearance; an ``id`` alone may be used again for another object."""
        if reference is None or isinstance(subject, str):
            return None
        known = self._identities.get(id(subject))
        if known is not None and known[0]() is subject:
            return known[1]
        self._numbered_so_far += 1
        self._identities[id(subject)] = (reference, self._numbered_so_far)
        return self._numbered_so_far

    def _find_name(self, subject: object, spaces: list[Mapping[str, object]]) -> str | None:
        within_self = None
        library = self.runner.library
        without = () if type(subject) in DEFINED else DEFINED
        may_be_mutex = is_of_library(subject) or isinstance(subject, (library.lock, library.rlock))
        for space in spaces:
            for name, value in things(space, self._is_own, without):
                if value is subject or (may_be_mutex and _mutex(value) is subject):
                    if name.startswith("self.") or name == "self":
                        within_self = within_self or name
                    else:
                        return name if value is subject else f"{name}.mutex"
        return within_self

    def _spaces(self, thread: Thread) -> list[Mapping[str, object]]:
        """Where names are looked up: the modules, then the functions that the thread and the main thread are in."""
        spaces: list[Mapping[str, object]] = list(self.runner.namespaces)
        main = self.runner.world.threads[0]
        for each in (thread, main) if thread is not main else (thread,):
            frame = self._frame(each)
            while frame is not None:
                if module_name(frame) and frame.f_locals is not frame.f_globals:
                    spaces.append(frame.f_locals)
                frame = frame.f_back
        return spaces

    def _is_own(self, value: object) -> bool:
        """Whether ``value`` is an object of one of the program's own classes."""
        return type(value).__module__ in self.runner.shared.program_modules

    def _data_name(self, owner: object, key: object, thread: Thread) -> str:
        if isinstance(owner, Frame) or self.runner.is_namespace(owner):
            return str(key)
        name = owner.__name__ if isinstance(owner, type) else self.name(owner, thread)
        if key is WHOLE:
            return name
        if _is_container(owner):
            return f"{name}[{key!r}]"
        return f"{name}.{key}"

    def _value(self, owner: Any, key: Any, thread: Thread) -> object:
        """What is about to be read; UNKNOWN where looking would run code of the program."""
        if isinstance(owner, Frame):
            frame = self._frame(thread)
            while frame is not None and not module_name(frame):
                frame = frame.f_back
            return frame.f_locals.get(key, UNKNOWN) if frame is not None else UNKNOWN
        if type(owner) is dict:
            return owner.get(key, UNKNOWN) if key is not WHOLE else UNKNOWN
        return attributes(owner).get(key, UNKNOWN)

    def _short(self, value: object, thread: Thread) -> str:
        if isinstance(value, str):
            text = repr(value) if value == "" or "\n" in value else value
        elif value is None or isinstance(value, (bool, int, float)):
            text = repr(value)
        elif isinstance(value, (list, tuple, dict, set, frozenset, deque)):
            # the ``repr`` of an item may be the program's own code, which must not run here
            text = repr(value) if _is_plain(value) else f"{type(value).__name__} of {len(value)}"
        else:
            text = self.name(value, thread)
        text = without_addresses(text)
        return text if len(text) <= 60 else text[:59] + "…"

    # --- the end -----------------------------------------------------------------------

    def data_names(self) -> Iterator[str]:
        """What the program calls the shared data: the whole container where an item was touched."""
        for entry in self.entries:
            if entry.data and entry.name is not None and not entry.name.startswith("self"):
                yield entry.name if entry.key is WHOLE else entry.name.removesuffix(f"[{entry.key!r}]")

    def steps(self) -> tuple[Step, ...]:
        """All that is worth showing."""
        return tuple(entry.step() for entry in self.entries if entry.operation not in UNTOLD)

    def ended(self) -> None:
        """The execution is over, but nothing is cleared away yet: who waits, and what are things called?"""
        world = self.runner.world
        for thread in world.threads:
            if thread.state == ENDED or thread.daemon or world.ending == "completed":
                continue
            entry = self._blocked[thread.index][0] if thread.index in self._blocked else None
            if entry is None and thread.pending is not None and thread.ready is not None and not thread.ready():
                entry = self._enter(thread, *thread.pending)
                entry.result = WAITS
            if entry is None and world.exhausted is not None and thread is world.running:
                entry = self._enter(thread, "loop", None)
            if entry is not None:
                holds = tuple(dict.fromkeys(self._lock_name(lock, thread) for lock in thread.holds))
                self._waits.append((entry, self._holder(thread), holds))
        main = world.threads[0]
        spaces = self._spaces(main)
        for entry in self.entries:
            subject = entry.subject() if entry.subject is not None else None
            if subject is None or entry.name is None:
                continue
            name = (
                None if isinstance(subject, self.runner.library.threading.Thread) else self._find_name(subject, spaces)
            )
            if name is not None and not name.startswith("self"):
                if not entry.data or entry.key is WHOLE:
                    entry.name = name
                elif _is_container(subject):
                    entry.name = f"{name}[{entry.key!r}]"
                elif not isinstance(subject, type):
                    entry.name = f"{name}.{entry.key}"

    def _lock_name(self, lock: object, thread: Thread) -> str:
        return self.name(self._seen_by_program("Lock.acquire", lock, thread)[1], thread)

    def _holder(self, thread: Thread) -> int | None:
        holder = getattr(thread.pending[1], "simulation_holder_", None) if thread.pending is not None else None
        return holder.index if isinstance(holder, Thread) and holder.state != ENDED else None

    def waiting(self) -> tuple[Wait, ...]:
        """The threads that were left blocked."""
        return tuple(
            Wait(entry.thread, entry.operation, entry.name, entry.module, entry.line, holder, holds)
            for entry, holder, holds in self._waits
        )

    def races(self) -> tuple[Race, ...]:
        """The data races, each pair of places once for each thing."""
        told: dict[object, Race] = {}
        for one, other in self._races.found:
            race = Race(other.name or "", _access(one), _access(other))
            places = sorted((each.module, each.line, each.operation) for each in (race.first, race.second))
            told.setdefault((race.name, *places), race)
        return tuple(told.values())


def _access(entry: _Entry) -> Access:
    return Access(entry.thread, "write" if entry.operation == "write" else "read", entry.module, entry.line)


def _mutex(value: object) -> object:
    """The lock inside a queue; to ask an object for it could run a ``__getattr__`` of the program's."""
    try:
        return object.__getattribute__(value, "__dict__").get("mutex", UNKNOWN)
    except AttributeError:
        return UNKNOWN


def _is_container(value: object) -> bool:
    return isinstance(value, (list, dict, set, bytearray, deque))


def _is_plain(value: Any) -> bool:
    items = [*value.keys(), *value.values()] if isinstance(value, dict) else value
    return all(item is None or isinstance(item, (bool, int, float, str)) for item in items)


def _reference(value: object) -> weakref.ref[Any] | None:
    try:
        return weakref.ref(value)
    except TypeError:  # not everything can be referred to weakly
        return None


def things(
    space: Mapping[str, object], is_own: Callable[[object], bool], without: Container[type] = DEFINED
) -> Iterator[tuple[str, object]]:
    """What can be reached from the variables of ``space`` in at most two steps, with its name; the nearest first.

    Most variables of a module are what it defines; values of these types are left out before anything else is asked.
    """
    deeper = []
    for name, value in list(space.items()):
        if type(value) in without or type(name) is not str or name.startswith(("simulation_", "__")):
            continue
        yield name, value
        if type(value) in CONTAINERS or (is_own(value) and not issubclass(type(value), type)):
            deeper.append((name, value))
    for name, value in deeper:
        if type(value) in CONTAINERS:
            yield from _items(name, value)
        else:
            kept = [(f"{name}.{key}", item) for key, item in list(attributes(value).items())]
            yield from kept
            for inner, item in kept:
                yield from _items(inner, item)


def attributes(value: object) -> Mapping[str, object]:
    """What an object keeps, without running code of its class (``__getattribute__``, the ``__init__`` of a local)."""
    try:
        found: Mapping[str, object] = object.__getattribute__(value, "__dict__")
    except (AttributeError, TypeError):
        return {}
    return found


def _items(name: str, value: object) -> Iterator[tuple[str, object]]:
    if type(value) in (list, tuple):
        for index, item in enumerate(value):  # type: ignore[arg-type, var-annotated]
            yield f"{name}[{index}]", item
    elif type(value) is dict:
        for key, item in list(value.items()):
            if isinstance(key, (str, int)):
                yield f"{name}[{key!r}]", item
