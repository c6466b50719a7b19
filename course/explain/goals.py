"""What a schedule is looked for to show: the goal of ``%%play`` and of an exercise in which a program is broken.

One record for both, so that what the learner is told while playing is what the check asks for.  A goal is reached by
an execution, never by a position in the middle of one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from course.explain import wording
from course.model import BadRecord, Ending, Execution

__all__ = ["GOALS", "Goal"]

GOALS = {
    "deadlock": "make this program deadlock",
    "error": "make a thread of this program end with an error",
    "endless loop": "make this program run without end",
    "polling": "make a thread of this program ask again and again instead of waiting",
    "lost wake-up": "make this program lose a wake-up",
    "stolen wake-up": "make one thread of this program take what another was woken for",
    "forgotten notify": "make a thread of this program wait for a notify that never comes",
    "notify for notify_all": "make this program wake the wrong thread",
    "forgotten sentinel": "make a thread of this program wait for a sentinel that nobody puts",
    "one sentinel too few": "make a thread of this program wait for a sentinel that another one took",
    "missing task_done": "make this program wait for a task_done() that never comes",
    "early task_done": "make this program mark an item as done before it is",
    "check-then-act": "make this program act on a check that is no longer true",
    "lost update": "make this program lose an update",
    "data race": "make two threads of this program touch the same data with nothing to order them",
    "lock held at the end": "make a thread of this program end while it holds a lock",
    "ignored timeout": "make a thread of this program go on after a timeout as if it had been woken",
    "wrong order": "make this program do things in the wrong order",
    "item lost": "make this program lose an item",
    "item doubled": "make this program deliver an item twice",
}
"""By the kind of finding: what there is to do."""

ENDINGS: dict[Ending, str] = {
    "completed": "bring this program to its end",
    "deadlock": GOALS["deadlock"],
    "endless": GOALS["endless loop"],
    "error": GOALS["error"],
}


@dataclass(frozen=True, slots=True)
class Goal:
    """What an execution is to show: a finding of some kind, something printed, or a way to end.

    One of the three is given.  Raises :class:`BadRecord` if it is none or several, or if there is no such finding or
    ending.
    """

    finding: str | None = None
    """The kind of a finding, such as "lost update"; it need not be the first that the execution shows."""
    prints: str | None = None
    """One line or more that the execution prints, whole and one after the other; blanks around a line do not count."""
    ending: str | None = None
    """How it ends: "completed", "deadlock", "endless" or "error"."""

    def __post_init__(self) -> None:
        given = [value for value in (self.finding, self.prints, self.ending) if value is not None]
        if len(given) != 1:
            raise BadRecord("a goal is one of a finding, something printed and an ending; name exactly one of them")
        if self.finding is not None and self.finding not in GOALS:
            raise BadRecord(f"there is no finding {self.finding!r}; the findings are {', '.join(GOALS)}")
        if self.ending is not None and self.ending not in ENDINGS:
            raise BadRecord(f"there is no ending {self.ending!r}; a program ends {wording.listed(list(ENDINGS))}")
        if self.prints is not None and not _lines(self.prints):
            raise BadRecord(f"prints={self.prints!r} is blank; say which line is to be printed")

    @property
    def sentence(self) -> str:
        """What there is to do, such as "Goal: make this program lose an update."."""
        if self.finding is not None:
            return f"Goal: {GOALS[self.finding]}."
        if self.prints is not None:
            shown = " ⏎ ".join(wording.quiet(line, wording.VALUE_LIMIT) for line in _lines(self.prints))
            return f"Goal: make this program print {shown}"
        return f"Goal: {ENDINGS[_ending(self.ending)]}."

    def reached(self, execution: Execution) -> bool:
        """Whether ``execution``, with its findings, shows it."""
        if self.finding is not None:
            return any(finding.kind == self.finding for finding in execution.findings)
        if self.prints is not None:
            wanted, printed = _lines(self.prints), _lines(execution.output)
            return any(printed[start : start + len(wanted)] == wanted for start in range(len(printed)))
        return execution.ending == self.ending


def _lines(text: str) -> list[str]:
    """The lines of ``text`` without the blanks around each, and without blank ones."""
    return [line.strip() for line in text.splitlines() if line.strip()]


def _ending(text: str | None) -> Ending:
    return next(ending for ending in get_args(Ending) if ending == text)
