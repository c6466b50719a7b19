"""Search strategies: who goes next, in this execution and in the next one.

A strategy is asked at each choice (:meth:`choose`) and told when an execution is over (:meth:`next`).
Those that leave out nothing are here; ``reduction.py`` and ``sampling.py`` have the others.  None knows of another.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence, Set
from typing import Protocol

from course.model import CLOCK, BadRecord, Schedule
from course.simulation.threads import Chooser
from course.simulation.touches import Event

__all__ = ["Bounded", "Exactly", "Follow", "Strategy", "Unrepeatable", "default"]


class Unrepeatable(RuntimeError):
    """The program did something else when it was run again under the same schedule, so it cannot be explored."""

    def __init__(self) -> None:
        super().__init__(
            "The program did something else when it was run again in the same order, so its schedules cannot be "
            "explored: it depends on something that is not in it, or keeps something from one run to the next."
        )


class Strategy(Chooser, Protocol):
    """A chooser that goes on to another execution."""

    @property
    def trace(self) -> list[Event] | None:
        """The events of the executions, if it wants them."""

    @property
    def script(self) -> Sequence[int]:
        """Who makes the first steps of the next execution, before it is asked."""

    @property
    def places(self) -> Set[int]:
        """Places in the source of which it learned that they need a choice."""

    @property
    def skipped(self) -> bool:
        """Whether schedules were left out because of a bound."""

    def next(self) -> bool:
        """The execution is over; False if there is no further one."""

    @property
    def counts(self) -> bool:
        """Whether the execution that is over was a new one."""


def default(options: list[int], current: int | None) -> int:
    """Without a preemption: the same thread as long as it can go on, then the one started first."""
    return options[0] if current is None else current


class Bounded:
    """Depth-first search through all schedules with at most ``preemptions`` preemptions (None: all).

    Of the tree of choices only the path to the present execution is kept: memory is in proportion to the length of a
    schedule.
    """

    trace = None
    script = ()
    places: Set[int] = frozenset()
    counts = True

    def __init__(self, preemptions: int | None) -> None:
        self.bound = preemptions
        self.skipped = False
        self._path: list[tuple[list[int], int]] = []
        """(the alternatives, the number of the one taken) for each choice so far."""
        self._depth = 0
        self._used = 0

    def choose(self, options: list[int], current: int | None) -> int:
        """The path's choice, and beyond its end the default."""
        if self._depth < len(self._path):
            alternatives, taken = self._path[self._depth]
            chosen = alternatives[taken]
            if chosen not in options:
                raise Unrepeatable
        else:
            alternatives = self._alternatives(options, current)
            self._path.append((alternatives, 0))
            chosen = alternatives[0]
        self._depth += 1
        if current is not None and chosen != current and chosen != CLOCK:
            self._used += 1
        return chosen

    def _alternatives(self, options: list[int], current: int | None) -> list[int]:
        """What may be chosen, the default first."""
        first = default(options, current)
        if current is None or self.bound is None or self._used < self.bound:
            return [first, *[option for option in options if option != first]]
        preempting = [option for option in options if option not in (first, CLOCK)]
        if preempting:
            self.skipped = True
            self._leave(preempting)
        return [first, CLOCK] if options[-1] == CLOCK else [first]

    def _leave(self, preempting: list[int]) -> None:
        """These are left out here, since each would be a preemption too many."""

    def next(self) -> bool:
        """Go back to the last choice that has an alternative left."""
        del self._path[self._depth :]
        self._depth = 0
        self._used = 0
        while self._path:
            alternatives, taken = self._path[-1]
            if taken + 1 < len(alternatives):
                self._path[-1] = (alternatives, taken + 1)
                return True
            self._path.pop()
        return False


Way = tuple["Way | None", int]
"""The choices that lead to a place, from the last one back; what many have in common is there once."""


class Exactly(Bounded):
    """Depth-first search through all schedules with exactly so many preemptions: without any, to begin with.

    Where a preemption more would be possible, the way there is kept, for :meth:`further` (iterative context bounding:
    Musuvathi and Qadeer, PLDI 2007).  No schedule is run twice, and those with the fewest preemptions come first.
    Each way leads to one further execution at least, so no more than ``room`` are kept, the executions that may still
    be run; each takes some 300 bytes.
    """

    def __init__(self, room: int, preemptions: int = 0, begins: Iterable[tuple[Way | None, int]] = ()) -> None:
        super().__init__(preemptions)
        self._room = room
        self._begins = iter(begins)
        """Choices, and the preemption that comes after them, with which the next executions begin."""
        self._ways: list[Way] = []
        """The ways to the first places of the path."""
        self._left: list[tuple[Way | None, list[int]]] = []
        if preemptions:
            self._begin()

    def further(self) -> Exactly:
        """The search through those with one preemption more, of which some were ``skipped`` here."""
        assert self.bound is not None
        assert self._left, "there was no room for a way to one of them"
        left, self._left = self._left, []
        return Exactly(self._room, self.bound + 1, ((way, option) for way, options in left for option in options))

    def next(self) -> bool:
        """Go on to the last choice with an alternative left, or where there is none to another beginning."""
        if super().next():
            del self._ways[len(self._path) - 1 :]
            return True
        return self._begin()

    def _leave(self, preempting: list[int]) -> None:
        if self._room > 0:
            self._room -= len(preempting)
            self._left.append((self._way(), preempting))

    def _way(self) -> Way | None:
        """The way to the end of the path."""
        ways = self._ways
        for alternatives, taken in self._path[len(ways) :]:
            ways.append((ways[-1] if ways else None, alternatives[taken]))
        return ways[-1] if ways else None

    def _begin(self) -> bool:
        """Put the path at the next beginning; False if there is none left."""
        for way, preempting in self._begins:
            self._ways = []
            while way is not None:
                self._ways.append(way)
                way = way[0]
            self._ways.reverse()
            self._path = [([choice], 0) for _, choice in self._ways]
            self._path.append(([preempting], 0))
            return True
        return False


class Follow:
    """A given schedule, step by step; after its end, the default."""

    def __init__(self, schedule: Schedule) -> None:
        self._runs = [list(run) for run in schedule.runs]
        self._at = 0
        self._done = 0

    def choose(self, options: list[int], current: int | None) -> int:
        """The schedule's next thread."""
        self._skip()
        if self._at >= len(self._runs):
            return default([option for option in options if option != CLOCK], current)
        wanted = self._runs[self._at][0]
        if wanted not in options:
            raise BadRecord(
                f"the schedule does not fit this program: step {self._step()} (part {self._at + 1} of the token) wants "
                f"{'a deadline to pass' if wanted == CLOCK else f'thread {wanted} to go on'}, which it cannot; "
                "was the program changed since?"
            )
        return wanted

    def _skip(self) -> None:
        while self._at < len(self._runs) and self._done >= self._runs[self._at][1]:
            self._at += 1
            self._done = 0

    def _step(self) -> int:
        """The number of the next step, from 1."""
        return sum(steps for _, steps in self._runs[: self._at]) + self._done + 1

    def advance(self, thread: int) -> None:
        """``thread`` made a step."""
        self._skip()
        if self._at < len(self._runs):
            if self._runs[self._at][0] == thread:
                self._done += 1
            else:  # a step that nobody could choose: the schedule is another program's
                raise BadRecord(
                    f"the schedule does not fit this program: thread {thread} made step {self._step()}, where "
                    f"part {self._at + 1} of the token wants thread {self._runs[self._at][0]}; "
                    "was the program changed since?"
                )

    def hands_over(self, thread: int) -> bool:
        """Whether another than ``thread`` is next."""
        self._skip()
        return self._at < len(self._runs) and self._runs[self._at][0] != thread
