"""A simulated thread, as the world sees it, and those whom the world asks and tells."""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any, Protocol

from greenlet import greenlet

from course.simulation.touches import NOTHING, Head, Part, Touch

__all__ = [
    "ANNOUNCED",
    "DOUBT",
    "ENDED",
    "PARKED",
    "RUNNING",
    "Chooser",
    "Follower",
    "Handle",
    "Recorder",
    "Thread",
    "called_by_program",
    "program_frame",
    "simulated",
]

ANNOUNCED, PARKED, RUNNING, ENDED = range(4)

DOUBT = "doubt"
"""Notes a turn of a loop in which a wait ran out; it polls if the thread waits again."""


class Thread:
    """One thread of one execution."""

    __slots__ = (
        "at",
        "awaits",
        "cause",
        "clock_reads",
        "daemon",
        "deadline",
        "depth",
        "doubt",
        "due",
        "effects",
        "end_was_step",
        "entered",
        "fiber",
        "found_by",
        "head",
        "holds",
        "ident",
        "index",
        "looked",
        "looks",
        "loops",
        "name",
        "naps",
        "over",
        "parks",
        "pending",
        "polls",
        "ready",
        "round",
        "segment",
        "slept",
        "state",
        "stepped",
        "stirred",
        "subject",
        "tick",
        "timed_out",
        "touch",
        "turns",
        "waits_for",
        "wakeable",
        "watch",
    )

    def __init__(self, index: int, name: Callable[[], str], daemon: bool, subject: object = None) -> None:
        self.index = index
        self.ident = index + 1
        self.name = name
        self.daemon = daemon
        self.subject = subject
        """The object of ``threading`` that stands for it."""
        self.fiber: greenlet | None = None
        self.state = RUNNING

        # what it has announced
        self.pending: tuple[str, Any] | None = None
        self.touch: Touch = NOTHING
        self.head: Head = ()
        """What its announced step touches."""
        self.ready: Callable[[], bool] | None = None
        self.deadline: int | None = None
        self.timed_out = False
        self.due = False
        """Whether its deadline has come, but others that are due at the same moment may still be before it."""
        self.wakeable = False
        """Whether somebody may wake it before its deadline."""

        # what it does
        self.depth = 0
        """How deep inside library operations; their inner steps are not steps of their own."""
        self.at = 0
        """The place of its latest event in the trace."""
        self.cause = -1
        """The event that woke or started it."""
        self.segment: dict[int, dict[Part, dict[int, bool]]] = {}
        """Data accesses since the last point; see ``accesses.py``."""
        self.over: set[int] = set()
        """The threads of which it knows that they have ended: nothing of theirs comes any more."""
        self.holds: list[object] = []
        self.end_was_step = False
        """Whether there was a choice before its end."""

        # what it did, counted; see ``loops.py``
        self.effects = 0
        """Changes that this thread made, net of what it undid (a lock taken and released)."""
        self.parks = 0
        self.slept = 0
        self.clock_reads = 0
        self.tick = 0
        self.looks = 0
        """Reads of data, questions such as ``is_set()``, and attempts that failed."""
        self.stepped = 0
        """How many of these a ``for`` made to come to its next turn."""
        self.naps = 0
        """Calls of ``sleep``; ``slept`` counts waits that timed out as well."""
        self.doubt: int | None = None
        """If a wait of its ran out, in a turn of a loop that changed nothing: its ``effects`` then."""
        self.polls: dict[int, tuple[int, int, int, int, int]] = {}
        """The counts at the last turn of each of its loops."""
        self.loops: dict[int, object] = {}
        """What each of its loops looked like at the last turn."""
        self.turns = 0
        """Turns of loops since another thread made a step."""
        self.looked: list[tuple[int, Part]] = []
        """What it looked at since its first turn of a ``while``."""
        self.watch: list[tuple[int, Part]] = []
        """If it rests in a loop that only waits: what it looked at in the last turn."""
        self.stirred = False
        """If it rests so: whether anything at all has happened since."""
        self.entered: dict[int, tuple[int, int, int, int]] = {}
        """For loops that only call ``wait``: the counts when they began."""
        self.awaits = -1
        """The event in which it found that it has to wait, if it did nothing else in it; -1 otherwise."""
        self.found_by = (0, 0)
        """The frame of the program in which it found that, and the effects so far."""
        self.round = -1
        """While it waits for a condition (``waits_for``): the event that did nothing but find that it has to, or -1."""
        self.waits_for: object = None


class Handle:
    """What an object of ``threading`` keeps of its simulated thread: a program has the object, and not the thread."""

    __slots__ = ("simulation_of_",)

    def __init__(self, thread: Thread) -> None:
        self.simulation_of_ = thread


def simulated(subject: object) -> Thread | None:
    """The simulated thread of an object of ``threading``; None if it was not started."""
    handle: Handle | None = getattr(subject, "simulation_thread_", None)
    return None if handle is None else handle.simulation_of_


def called_by_program() -> bool:
    """Whether code of the program called the operation that asks this: it may do so from inside another operation.

    ``Barrier(action=…)`` and callbacks are such code.
    """
    frame = sys._getframe(2)
    while frame.f_back is not None and frame.f_globals.get("__name__", "").startswith("course.simulation."):
        frame = frame.f_back
    return "simulation_program_" in frame.f_globals


def program_frame() -> types.FrameType | None:
    """The innermost frame of the program's own code in the running thread."""
    frame: types.FrameType | None = sys._getframe(1)
    while frame is not None and "simulation_program_" not in frame.f_globals:
        frame = frame.f_back
    return frame


class Chooser(Protocol):
    """Who goes next?  The one question that a search strategy answers."""

    def choose(self, options: list[int], current: int | None) -> int | None:
        """Pick one of ``options`` (ascending; CLOCK, if present, comes last); None ends the execution here.

        ``current`` is the thread that made the last step if it is among the options: to pick another
        one is then a preemption.  A strategy without a trace is asked only if there are two options or more;
        in a stepwise execution it always is, and where only the clock can go on, ``options`` is the CLOCK alone.
        """


class Recorder(Protocol):
    """What a replay tells, step by step; a search runs without one."""

    def announce(self, thread: Thread, blocked: bool) -> None:
        """``thread`` announced ``thread.pending``."""

    def step(self, thread: Thread) -> None:
        """``thread`` executes its announced step."""

    def parked(self, thread: Thread) -> None:
        """``thread`` blocks in the middle of its operation."""

    def woken(self, thread: Thread, by: Thread | None) -> None:
        """``thread`` may go on, thanks to ``by``, or to the clock."""

    def access(self, thread: Thread, site: int, owner: object, key: object, write: bool, value: object) -> None:
        """``thread`` reads shared data, or writes ``value`` into it."""

    def note(self, thread: Thread, operation: str) -> None:
        """Something worth telling that is no step."""

    def sure(self, thread: Thread) -> None:
        """What was noted with a doubt is so."""

    def result(self, thread: Thread, value: object) -> None:
        """The operation of the last step of ``thread`` gave ``value``."""

    def failed(self, thread: Thread, kind: str, module: str, line: int) -> None:
        """The step of ``thread`` was to end by an exception of class ``kind`` that nobody caught."""

    def ended(self) -> None:
        """The execution is over; its threads are still as they were."""


class Follower(Protocol):
    """A schedule that is being followed, step by step."""

    def advance(self, thread: int) -> None:
        """``thread`` (or the CLOCK) made a step."""

    def hands_over(self, thread: int) -> bool:
        """Whether somebody else than ``thread`` makes the next step."""
