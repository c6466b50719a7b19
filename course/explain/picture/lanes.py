"""What each thread's lane looks like beside each row: when it runs, waits for its turn, is blocked, has ended.

A thread that is not running may lack something (blocked, or asleep until its time comes) or only the scheduler's favour
(it waits for its turn).  The trace says which: the step by which it blocked says so, and it is free from the step that
woke it, or else from the step that it goes on with.  All is in pixels from the top of the sheet, so that what
draws only draws.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import Literal

from course.explain import wording
from course.explain.endings import TURNS
from course.explain.table import Fold, Row
from course.model import Execution, Step

__all__ = ["Arrow", "Band", "Lanes", "State", "Stretch", "lanes"]

LOOPS = ("loop", *TURNS)

State = Literal["runs", "turn", "blocked", "unseen", "fails"]
"""Running; waiting for its turn; blocked or asleep; alive, in steps that are not shown; ended by an error."""


@dataclass(frozen=True, slots=True)
class Band:
    """A row with its place on the sheet; ``middle`` is the height of its first line."""

    part: Row | Fold
    top: float
    middle: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stretch:
    """A piece of a thread's lane."""

    thread: int
    state: State
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Arrow:
    """A step that started or woke other threads."""

    kind: Literal["start", "wake"]
    at: float
    thread: int
    others: tuple[int, ...]


@dataclass(slots=True)
class Lanes:
    """All lanes."""

    stretches: list[Stretch] = field(default_factory=list)
    arrows: list[Arrow] = field(default_factory=list)
    ended: dict[int, float] = field(default_factory=dict)
    """Where the lane of a thread that came to its end stops."""
    failed: dict[int, float] = field(default_factory=dict)
    """The height of the step by which an exception ended a thread."""


def lanes(execution: Execution, bands: Sequence[Band], ends: Sequence[tuple[int, float]], bottom: float) -> Lanes:
    """The lanes beside ``bands``; ``ends`` says at which height the last word about a thread stands."""
    return _Tracing(execution, ends, bottom).traced(bands)


class _Tracing:
    """Goes through the rows once, with the state of each thread."""

    def __init__(self, execution: Execution, ends: Sequence[tuple[int, float]], bottom: float) -> None:
        self._execution = execution
        self._bottom = bottom
        self._ends = dict(ends)
        self._waiting = {wait.thread for wait in execution.waiting}
        self._failed = {failure.thread for failure in execution.failures}
        self._last: dict[int, int] = {step.thread: place for place, step in enumerate(execution.steps)}
        self._since: dict[int, tuple[State, float]] = {}
        self._found = Lanes()

    def traced(self, bands: Sequence[Band]) -> Lanes:
        """All that is seen of the lanes."""
        if bands:
            self._since[0] = ("turn", bands[0].top)
        for band, places in _with_places(bands):
            if isinstance(band.part, Row) or band.part.thread is not None:
                thread = band.part.thread
                assert thread is not None
                self._become(thread, "runs", band.top)
                for place in places:
                    self._after(place, band)
            else:
                before = {thread: state for thread, (state, _) in self._since.items()}
                for thread in before:
                    self._become(thread, "unseen", band.top)
                for place in places:
                    self._after(place, replace(band, middle=band.bottom))
                for thread, state in before.items():
                    if thread in self._since and self._since[thread][0] == "unseen":
                        self._become(thread, state, band.bottom)
        for thread, (state, top) in sorted(self._since.items()):
            self._found.stretches.append(Stretch(thread, state, top, self._ends.get(thread, self._bottom)))
        for thread, end in self._ends.items():
            if thread not in {*self._since, *self._found.ended, *self._found.failed}:
                self._found.stretches.append(Stretch(thread, "blocked", min(end, bands[0].top if bands else end), end))
        self._found.stretches = [each for each in self._found.stretches if each.bottom > each.top]
        return self._found

    def _become(self, thread: int, state: State | None, at: float) -> None:
        """``thread`` is in ``state`` from here on; ``None``: it has ended."""
        was = self._since.get(thread)
        if was is not None and was[0] == state:
            return
        if was is not None:
            self._found.stretches.append(Stretch(thread, was[0], was[1], at))
        if state is None:
            self._since.pop(thread, None)
            if thread not in self._failed:
                self._found.ended[thread] = at
        else:
            self._since[thread] = (state, at)

    def _after(self, place: int, band: Band) -> None:
        """What the step at ``place`` makes of the threads."""
        step = self._execution.steps[place]
        woken = tuple(thread for thread in step.woke if thread >= 0 and thread != step.thread)[:64]
        if isinstance(band.part, Row) and woken:
            kind: Literal["start", "wake"] = "start" if step.operation.rpartition(".")[2] == "start" else "wake"
            self._found.arrows.append(Arrow(kind, band.middle, step.thread, woken))
        for thread in woken:
            if self._last.get(thread, -1) > place or thread not in self._waiting:
                self._become(thread, "turn", band.middle)
        then = self._then(step, place)
        self._become(step.thread, then, band.bottom)
        if then is None and step.thread in self._failed:
            self._found.failed[step.thread] = band.middle

    def _then(self, step: Step, place: int) -> State | None:
        """The state of a thread after its step."""
        if place == self._last[step.thread]:
            if step.thread in self._waiting:
                return "turn" if step.operation in LOOPS else "blocked"
            if step.thread in self._failed and step.thread in self._ends:
                return "fails"
            if not _blocks(step) and self._execution.ending != "endless":
                return None
        return "blocked" if _blocks(step) else "turn"


def _blocks(step: Step) -> bool:
    """Whether the thread cannot go on after the step; one that turns a loop could."""
    return wording.blocks(step) and step.operation not in LOOPS


def _with_places(bands: Sequence[Band]) -> Iterator[tuple[Band, Sequence[int]]]:
    """Each row with the places of the steps that it stands for; of steps that are not shown, by what is around."""
    shown = [
        [row.step for row in band.part.rows] if isinstance(band.part, Fold) else [band.part.step] for band in bands
    ]
    for index, band in enumerate(bands):
        if shown[index]:
            yield band, shown[index]
        else:
            after = next((places[0] for places in shown[index + 1 :] if places), 0)
            yield band, range(shown[index - 1][-1] + 1 if index else 0, after)
