"""Loops that only wait: those that never end, and those that ask again and again."""

from __future__ import annotations

from collections.abc import Iterator

from course.explain import wording
from course.explain.endings import TURNS, sentence, turned
from course.explain.findings.trace import Trace
from course.model import Finding

__all__ = ["POLLING", "endless_loop", "polling"]

POLLING = "polling"
"""The kind of finding that says that somebody polls."""

TURNS_SHOWN = 3
"""So many turns of a loop are named as the steps that show it."""


def endless_loop(trace: Trace) -> Iterator[Finding]:
    """It ran on and on: which loop."""
    execution = trace.execution
    if execution.ending == "endless":
        tail = execution.steps[len(execution.steps) // 2 :]
        loops = turned(tail) or turned(execution.steps)  # as in the sentence
        places = [place[2:] for place in loops] or [(step.module, step.line) for step in tail]
        lines = tuple(sorted({place for place in places if place[1] > 0}))
        shown = [index for index, step in enumerate(trace.steps) if (step.module, step.line) in lines]
        yield trace.finding("endless loop", sentence(execution), shown[-TURNS_SHOWN:], lines)


def polling(trace: Trace) -> Iterator[Finding]:
    """Threads turned a loop, or slept in one, instead of waiting to be told: one finding for each loop."""
    loops: dict[tuple[str, str, int], dict[int, int]] = {}
    for (thread, operation, module, line), times in sorted(turned(trace.steps).items()):
        loops.setdefault((operation, module, line), {})[thread] = times
    for (operation, module, line), turns in loops.items():
        where = wording.place(module, line)
        at = f" at {where}" if where else ""
        s = "s" if len(turns) == 1 else ""
        how = f"turn{s} the loop" if operation == "spin" else f"sleep{s} in the loop"
        who = wording.listed([trace.name[thread] for thread in turns])
        often = sum(turns.values())
        told = f"Polling: {who} {how}{at} to see whether something has changed"
        told += "" if often == 1 else f" ({wording.number(often)} times)"
        shown = [
            index
            for index, step in enumerate(trace.steps)
            if step.operation in TURNS and (step.operation, step.module, step.line) == (operation, module, line)
        ]
        yield trace.finding(
            POLLING,
            f"{told}, instead of waiting to be told.",
            shown[:TURNS_SHOWN],
            ((module, line),) if line > 0 else (),
        )
