"""Search strategies: who goes next, in this execution and in the next one.

A strategy is asked at each choice (:meth:`choose`) and told when an execution is over (:meth:`next`).
Those that leave out nothing are here; ``reduction.py`` and ``sampling.py`` have the others.  None knows of another.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from typing import Protocol

from course.model import CLOCK, BadRecord, Schedule
from course.simulation.threads import Chooser
from course.simulation.touches import Event

__all__ = ["Bounded", "Follow", "Strategy", "Unrepeatable", "default"]


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
    schedule.  With ``at_least``, only executions with so many preemptions count as new; the others were run by the
    search with a smaller bound, of which this one is the continuation (iterative context bounding: Musuvathi and
    Qadeer, PLDI 2007).
    """

    trace = None
    script = ()
    places: Set[int] = frozenset()

    def __init__(self, preemptions: int | None, at_least: int = 0) -> None:
        self.bound = preemptions
        self.at_least = at_least
        self.skipped = False
        self._path: list[tuple[list[int], int, int]] = []
        """(the alternatives, the one taken, preemptions before it) for each choice so far."""
        self._depth = 0
        self._used = 0

    def choose(self, options: list[int], current: int | None) -> int:
        """The path's choice, and beyond its end the default."""
        if self._depth < len(self._path):
            alternatives, taken, _ = self._path[self._depth]
            chosen = alternatives[taken]
            if chosen not in options:
                raise Unrepeatable
        else:
            first = default(options, current)
            alternatives = [first]
            if current is None or self.bound is None or self._used < self.bound:
                alternatives += [option for option in options if option != first]
            else:
                self.skipped = True
                if options[-1] == CLOCK:
                    alternatives.append(CLOCK)
            self._path.append((alternatives, 0, self._used))
            chosen = first
        self._depth += 1
        if current is not None and chosen != current and chosen != CLOCK:
            self._used += 1
        return chosen

    @property
    def counts(self) -> bool:
        """Whether the execution had enough preemptions not to be known already."""
        return self._used >= self.at_least

    def next(self) -> bool:
        """Go back to the last choice that has an alternative left."""
        del self._path[self._depth :]
        while self._path:
            alternatives, taken, used = self._path[-1]
            if taken + 1 < len(alternatives):
                self._path[-1] = (alternatives, taken + 1, used)
                break
            self._path.pop()
        self._depth = 0
        self._used = 0
        return bool(self._path)


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
