"""What a step touches, and the trace that a reduction works on.

Whether the order of two steps matters is decided by what they touch: a lock, a queue, a variable, an item of a
container.  A step *announces* that before it is made (its ``head``), so that the search knows it of threads that have
not gone on yet.  What a thread touches until its next choice without having announced it is kept beside (the
``tail``): such touches must be ordered by what was announced, and where one is not, its place in the source gets a
choice of its own (``accesses.py``).

Things are numbered in the order in which an execution first touches them.  Two executions that begin with the same
steps give the same numbers there, whatever the addresses are.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

__all__ = [
    "ALL",
    "BARRIER",
    "EAGER",
    "LIBRARY",
    "NONE",
    "NOTHING",
    "STEP",
    "WHOLE",
    "Event",
    "Head",
    "Part",
    "Touch",
    "Unmade",
    "conflict",
]


class _Mark:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


WHOLE: Any = _Mark("WHOLE")
"""The part of a thing that stands for all of its parts: a container's length, its order, all its items."""

Part = object
"""A key, an index, an attribute's name, or WHOLE."""

Head = tuple[tuple[int, Part, bool], ...]
"""What a step touches: the thing's number, the part of it, and whether it is changed."""

ALL: Head = ((-1, WHOLE, True),)
"""The head of a step that has to be taken as one that touches everything."""


NONE: Head = ((-2, WHOLE, False),)
"""The head of a step that touches nothing that others could touch."""


@dataclass(frozen=True, slots=True)
class Touch:
    """How an operation touches its subject."""

    write: bool = True
    state: Callable[[Any], int] | None = None
    """What the subject allows now, as bits, such as "may be taken"."""
    need: int = 0
    """The bits one of which must be set for the operation to be possible; 0: it is always possible."""
    things: Callable[[Any], tuple[tuple[object, Part, bool], ...]] | None = None
    """What is touched, if it is not just the subject: things, parts, and whether they are changed."""

    def touched(self, subject: Any) -> tuple[tuple[object, Part, bool], ...]:
        """What an operation on ``subject`` touches."""
        if self.things is not None:
            with contextlib.suppress(AttributeError):  # no subject for this operation: it will say so itself
                return self.things(subject)
        return ((subject, None, self.write),)

    def allowed(self, subject: Any) -> int:
        """What ``subject`` allows now; all bits are set where that cannot be told."""
        if self.state is not None:
            with contextlib.suppress(AttributeError):
                return self.state(subject)
        return -1


NOTHING = Touch(write=False)
"""For steps whose subject is nothing that others could touch."""


class _Library:
    """Stands for all objects of the library."""


LIBRARY = _Library()

STEP, EAGER, BARRIER = range(3)


class Event:
    """One stretch of a thread in a trace: an announced step and what follows, up to the next announcement."""

    __slots__ = (
        "absorbed",
        "base",
        "cause",
        "clock",
        "head",
        "kind",
        "need",
        "state",
        "tail",
        "thread",
        "timed",
    )

    def __init__(self, kind: int, thread: int, head: Head, need: int, state: int, tail: Any, cause: int) -> None:
        self.kind = kind
        """STEP: chosen.  EAGER: it went on by itself after it was woken or started.  BARRIER: nobody could go on, and
        the clock passed a deadline."""
        self.thread = thread
        self.head = head
        self.need = need
        self.state = state
        """The bits of the first thing in ``head`` before the step."""
        self.tail: dict[int, dict[Part, dict[int, bool]]] = tail
        """By thing, part and place: whether it was changed there."""
        self.cause = cause
        """The event that woke or started the thread; -1 if none did."""
        self.clock: list[int] = []
        """What happened before it, and before its own step (``base``); filled in by ``course/search/traces.py``."""
        self.base: list[int] = []
        self.timed = False
        """Whether its thread would not have waited for ever for the step to become possible."""
        self.absorbed = -1
        """For a look that found nothing and waited: the event that undid it; see ``course/search/reduction.py``."""


@dataclass(frozen=True, slots=True)
class Unmade:
    """A step that was announced and not made before the execution ended."""

    thread: int
    head: Head
    need: int
    cause: int
    """The event that made it possible, if one did; -1 otherwise."""
    last: int = -1
    """The thread's latest event then; -1 for its latest in the trace."""
    by: int = -1
    """The event that ended the wait for it; -1 if it was still announced when the execution ended."""


def conflict(one: Head, other: Head) -> bool:
    """Whether the order of two steps with these heads matters."""
    for thing, part, write in one:
        for other_thing, other_part, other_write in other:
            if (
                (write or other_write)
                and (thing == other_thing or thing == -1 or other_thing == -1)
                and (part == other_part or part is WHOLE or other_part is WHOLE)
            ):
                return True
    return False
