"""The trace of an execution: every step with its thread, line, time, result, and whom it woke.

Recording costs many times what running does, so a search runs without it and replays what it wants to show.
"""

from __future__ import annotations

import contextlib
import sys
import types
import weakref
from collections import deque
from dataclasses import dataclass
from typing import Any

from course.model import Step, Wait
from course.simulation.program import Runner, module_name
from course.simulation.world import ENDED, Thread

__all__ = ["Recording"]

NANOSECONDS = 1_000_000_000
WAITS = "waits"


@dataclass(slots=True)
class _Entry:
    thread: int
    operation: str
    object: str | None
    module: str
    line: int
    time: float
    waited: float | None = None
    result: str | None = None
    woke: tuple[int, ...] = ()
    location: tuple[int, object] | None = None

    def step(self) -> Step:
        return Step(
            self.thread,
            self.operation,
            self.object,
            self.module,
            self.line,
            self.time,
            self.waited,
            self.result,
            self.woke,
        )


class Recording:
    """Listens to a world and keeps the steps."""

    def __init__(self, runner: Runner) -> None:
        self.runner = runner
        self.entries: list[_Entry] = []
        self._blocked: dict[int, tuple[_Entry, int]] = {}
        """By thread: its entry when it blocked, and the moment."""
        self._current: dict[int, _Entry] = {}
        self._users: dict[tuple[int, object], tuple[set[int], bool]] = {}
        """By location: the threads that used it, and whether one wrote."""
        # Nothing here keeps an object of the program alive: its finalizer must run when it runs without a recording.
        self._numbers: dict[str, int] = {}
        self._names: dict[int, tuple[weakref.ref[object], str]] = {}

    # --- what the world tells ----------------------------------------------------------

    def announce(self, thread: Thread, blocked: bool) -> None:
        """The thread announced a step; if it cannot be done yet, the wait begins here."""
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
        if by is not None and by is not thread:
            entry = self._current.get(by.index)
            if entry is not None and thread.index not in entry.woke:
                entry.woke = (*entry.woke, thread.index)

    def access(self, thread: Thread, owner: object, key: object, write: bool) -> None:
        """The thread reads or writes shared data."""
        self._go_on(thread)
        location = (id(owner), None if _is_container(owner) else key)
        threads, written = self._users.get(location, (set(), False))
        self._users[location] = (threads | {thread.index}, written or write)
        entry = self._enter(thread, "write" if write else "read", None)
        entry.object = self._data_name(owner, key)
        entry.location = location

    def note(self, thread: Thread, operation: str) -> None:
        """A turn of a loop that only waits."""
        self._go_on(thread)
        self._enter(thread, operation, None)

    def result(self, thread: Thread, value: object) -> None:
        """What the thread's operation gave."""
        self._go_on(thread)
        entry = self._current.get(thread.index)
        if entry is not None and value is not None:
            entry.result = self._short(value)

    # --- entries -----------------------------------------------------------------------

    def _enter(self, thread: Thread, operation: str, subject: object, like: _Entry | None = None) -> _Entry:
        if like is not None:
            entry = _Entry(thread.index, like.operation, like.object, like.module, like.line, self._now())
        else:
            module, line = self._place(thread)
            name = subject if isinstance(subject, str) else None
            if subject is not None and name is None:
                name = self.name(subject, thread)
            entry = _Entry(thread.index, operation, name, module, line, self._now())
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
        if thread is self.runner.world.running or thread.fiber is None:
            return sys._getframe(1)
        return thread.fiber.gr_frame

    # --- names -------------------------------------------------------------------------

    def name(self, subject: object, thread: Thread | None = None) -> str:
        """What the program calls ``subject``: a variable's name, or its class and a number."""
        known = self._names.get(id(subject))
        if known is not None and known[0]() is subject:
            return known[1]
        found = self._find_name(subject, thread)
        if found is None:
            kind = type(subject).__name__
            number = self._numbers[kind] = self._numbers.get(kind, 0) + 1
            found = f"{kind} {number}"
        with contextlib.suppress(TypeError):  # not everything can be referred to weakly
            self._names[id(subject)] = (weakref.ref(subject), found)
        return found

    def _find_name(self, subject: object, thread: Thread | None) -> str | None:
        if isinstance(subject, self.runner.library.threading.Thread):
            return str(subject._name)  # type: ignore[attr-defined]
        for namespace in self.runner.namespaces:
            found = _key_of(namespace, subject)
            if found is not None:
                return found
        frame = self._frame(thread) if thread is not None else None
        while frame is not None:
            if module_name(frame):
                variables = frame.f_locals
                found = _key_of(variables, subject)
                if found is not None:
                    return found
                owner = variables.get("self")
                found = _key_of(getattr(owner, "__dict__", {}), subject)
                if found is not None:
                    return f"self.{found}"
            frame = frame.f_back
        return None

    def _data_name(self, owner: object, key: object) -> str:
        for namespace in self.runner.namespaces:
            if owner is namespace:
                return str(key)
        if type(owner).__name__ == "Frame" and type(owner).__module__ == "course.simulation.shared":
            return str(key)
        name = self.name(owner, self.runner.world.running)
        if _is_container(owner):
            return name if type(key).__name__ == "_Whole" else f"{name}[{key!r}]"
        return f"{name}.{key}"

    def _short(self, value: object) -> str:
        if value is None or isinstance(value, (bool, int, float, str)):
            text = repr(value) if not isinstance(value, str) else value
        elif isinstance(value, (list, tuple, dict, set, frozenset)):
            # uncertain ground: the items' ``repr`` may be the program's own code, which must not run here
            text = f"{type(value).__name__} of {len(value)}" if not _is_plain(value) else repr(value)
        else:
            text = self.name(value)
        return text if len(text) <= 60 else text[:59] + "…"

    # --- the end -----------------------------------------------------------------------

    def steps(self) -> tuple[Step, ...]:
        """What is worth showing: of the data, what two threads used and one of them changed."""
        shown = []
        for entry in self.entries:
            if entry.location is not None:
                threads, written = self._users[entry.location]
                if len(threads) < 2 or not written:
                    continue
            if entry.operation in ("end", "read the clock"):
                continue
            shown.append(entry.step())
        return tuple(shown)

    def waiting(self) -> tuple[Wait, ...]:
        """The threads that were left blocked."""
        waits = []
        left = set(self.runner.world.left)
        for thread in self.runner.world.threads:
            blocked = self._blocked.get(thread.index)
            if blocked is None or thread.daemon or thread.index not in left:
                continue
            entry, _ = blocked
            holder = self._holder(thread)
            holds = tuple(self.name(lock, thread) for lock in thread.holds)
            waits.append(Wait(thread.index, entry.operation, entry.object, entry.module, entry.line, holder, holds))
        return tuple(waits)

    def _holder(self, thread: Thread) -> int | None:
        if thread.pending is None:
            return None
        lock: Any = thread.pending[1]
        holder = getattr(lock, "holder", None)
        return holder.index if isinstance(holder, Thread) and holder.state != ENDED else None


def _is_container(value: object) -> bool:
    return isinstance(value, (list, dict, set, bytearray, deque))


def _is_plain(value: Any) -> bool:
    return all(item is None or isinstance(item, (bool, int, float, str)) for item in value) and type(value) is not dict


def _key_of(namespace: Any, subject: object) -> str | None:
    """The name, or the place in a named container, under which ``namespace`` holds ``subject``."""
    names = [
        (name, value)
        for name, value in list(namespace.items())
        if isinstance(name, str) and not name.startswith(("simulation_", "__")) and name != "self"
    ]
    for name, value in names:
        if value is subject:
            return name
    for name, value in names:
        cls = type(value)
        if cls in (list, tuple):
            for index, item in enumerate(value):
                if item is subject:
                    return f"{name}[{index}]"
        elif cls is dict:
            for key, item in list(value.items()):
                if item is subject and isinstance(key, (str, int)):
                    return f"{name}[{key!r}]"
        elif cls.__name__ == "Condition" and getattr(value, "_lock", None) is subject:
            return name
        elif getattr(value, "mutex", None) is subject:
            return f"{name}.mutex"
    return None
