"""What is worth telling about an execution: the findings.

Each kind is a small function from an execution to the findings of its kind; ``CAUSES`` and ``ENDINGS`` list them in
the order in which they are told, what led to an ending before the ending.  A finding claims only what this execution
shows, and what the source says of its lines.  A new kind is a new function in one of the lists.

There are two strengths.  Where an execution ended badly, or somebody knows that its outcome is wrong, a cause is due,
and what is harmless in other programs may be named as one.  In an execution that completed and that nobody complains
of, only what is a mistake in itself is told.  A right program has no finding: that matters as much as that a wrong
one has.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace

from course.explain.findings.data import DATA_RACE, check_then_act, data_race, lost_update
from course.explain.findings.deadlocks import deadlock, lock_held_at_the_end
from course.explain.findings.errors import error, ignored_timeout
from course.explain.findings.loops import POLLING, endless_loop, polling
from course.explain.findings.queues import early_task_done, missing_task_done, sentinels
from course.explain.findings.sections import SECTIONS
from course.explain.findings.trace import Trace
from course.explain.findings.wakeups import forgotten_notify, lost_wakeup, notify_for_notify_all, stolen_wakeup
from course.model import Execution, Finding, Program

__all__ = ["CAUSES", "DATA_RACE", "ENDINGS", "POLLING", "RECORDED", "WRONG", "findings", "given"]

Finder = Callable[[Trace], Iterator[Finding]]

CAUSES: tuple[Finder, ...] = (
    lost_wakeup,
    stolen_wakeup,
    forgotten_notify,
    notify_for_notify_all,
    sentinels,
    missing_task_done,
    early_task_done,
    lock_held_at_the_end,
    ignored_timeout,
    check_then_act,
    lost_update,
)
"""What leads to a bad end, or to a wrong outcome."""

ENDINGS: tuple[Finder, ...] = (deadlock, error, endless_loop, polling, data_race)
"""How it ended, and what is told of every execution."""

RECORDED = frozenset({"deadlock", "error", "endless loop", POLLING, DATA_RACE})
"""The kinds that ``ENDINGS`` find, in the record alone."""

WRONG = frozenset({"wrong order", "item lost", "item doubled"})
"""The kinds that no execution shows by itself: somebody must know what is right."""


def findings(execution: Execution, program: Program | None = None, wrong: Finding | None = None) -> tuple[Finding, ...]:
    """All that is worth telling about ``execution``, the most telling first.

    ``program`` has the texts whose lines the execution names; without them fewer causes can be told.  ``wrong`` is
    what somebody knows to be wrong with the outcome; it comes after the causes.  If its kind is empty, it only says
    that the outcome is wrong, and is not told itself.
    """
    trace = Trace(execution, program, wrong)
    told = [finding for finder in CAUSES for finding in finder(trace)]
    if wrong is not None and wrong.kind:
        told.append(wrong if wrong.section else replace(wrong, section=SECTIONS.get(wrong.kind, "")))
    return (*told, *(finding for finder in ENDINGS for finding in finder(trace)))


def given(execution: Execution) -> Finding | None:
    """What was known to be wrong with the outcome when the findings of ``execution`` were made."""
    return next((finding for finding in execution.findings if finding.kind in WRONG), None)
