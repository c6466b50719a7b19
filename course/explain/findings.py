"""What is worth telling about an execution: the findings.

Each is a small function from an execution to the findings of its kind; ``FINDERS`` lists them in the
order in which they are told.  A finding claims only what this execution shows.  A new kind is a new function
in that list.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from course.explain import wording
from course.explain.endings import joins, sentence, turned
from course.model import Access, Execution, Finding, Program, Race

__all__ = ["DATA_RACE", "FINDERS", "findings"]

DATA_RACE = "data race"

RACES_SHOWN = 6
"""So many variables are named."""


def findings(execution: Execution, program: Program | None = None, wrong: Finding | None = None) -> tuple[Finding, ...]:
    """All that is worth telling about ``execution``, the most telling first.

    ``program`` has the source texts; ``wrong`` is what somebody knows to be wrong with the execution.
    """
    found = tuple(finding for finder in FINDERS for finding in finder(execution))
    return found if wrong is None else (wrong, *found)


def deadlock(execution: Execution) -> Iterator[Finding]:
    """Threads were left blocked for ever: who waits for what."""
    if execution.ending == "deadlock":
        lines = dict.fromkeys(
            (wait.module, wait.line) for wait in sorted(execution.waiting, key=joins) if wait.line > 0
        )
        yield Finding("deadlock", sentence(execution), tuple(lines))


def error(execution: Execution) -> Iterator[Finding]:
    """Exceptions that nobody caught."""
    if execution.ending == "error":
        lines = dict.fromkeys((failure.module, failure.line) for failure in execution.failures if failure.line > 0)
        yield Finding("error", sentence(execution), tuple(lines))


def endless_loop(execution: Execution) -> Iterator[Finding]:
    """It ran on and on: which loop."""
    if execution.ending == "endless":
        tail = execution.steps[len(execution.steps) // 2 :]
        loops = turned(tail) or turned(execution.steps)  # as in the sentence
        places = [place[2:] for place in loops] or [(step.module, step.line) for step in tail]
        yield Finding("endless loop", sentence(execution), tuple(sorted({place for place in places if place[1] > 0})))


def polling(execution: Execution) -> Iterator[Finding]:
    """Threads turned a loop, or slept in one, instead of waiting to be told: one finding for each loop."""
    name = wording.names(execution)
    loops: dict[tuple[str, str, int], dict[int, int]] = {}
    for (thread, operation, module, line), times in sorted(turned(execution.steps).items()):
        loops.setdefault((operation, module, line), {})[thread] = times
    for (operation, module, line), turns in loops.items():
        where = wording.place(module, line)
        at = f" at {where}" if where else ""
        s = "s" if len(turns) == 1 else ""
        how = f"turn{s} the loop" if operation == "spin" else f"sleep{s} in the loop"
        who = wording.listed([name[thread] for thread in turns])
        often = sum(turns.values())
        told = f"Polling: {who} {how}{at} to see whether something has changed"
        told += "" if often == 1 else f" ({wording.number(often)} times)"
        yield Finding("polling", f"{told}, instead of waiting to be told.", ((module, line),) if line > 0 else ())


def data_race(execution: Execution) -> Iterator[Finding]:
    """Accesses that nothing orders: one finding for each variable; a container's items count as one."""
    name = wording.names(execution)
    races: dict[str, Race] = {}
    for race in execution.races:
        races.setdefault(re.sub(r"\[[^]]*\]$", "", race.name), race)
    for race in list(races.values())[:RACES_SHOWN]:
        one, other = (_access(access, race.name, name) for access in (race.first, race.second))
        yield Finding(
            DATA_RACE,
            f"Data race: nothing orders {one} and {other}; which comes first is up to the scheduler.",
            tuple(dict.fromkeys((each.module, each.line) for each in (race.first, race.second) if each.line > 0)),
        )
    left = len(races) - RACES_SHOWN
    if left > 0:
        yield Finding(DATA_RACE, f"Data race: and so with {wording.plural(left, 'more variable')}.")


def _access(access: Access, variable: str, name: dict[int, str]) -> str:
    """One access, for a sentence: "the write of n at line 7 in producer"."""
    where = wording.place(access.module, access.line)
    it = wording.quiet(variable, wording.NAME_LIMIT)
    return f"the {access.operation} of {it}" + (f" at {where}" if where else "") + f" in {name[access.thread]}"


FINDERS: tuple[Callable[[Execution], Iterator[Finding]], ...] = (deadlock, error, endless_loop, polling, data_race)
