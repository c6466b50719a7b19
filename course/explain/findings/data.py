"""Shared data used without agreement: data races, lost updates, and a check that was no longer true at the act."""

from __future__ import annotations

import re
from collections.abc import Iterator

from course.explain import wording
from course.explain.findings.source import Guard, last_name
from course.explain.findings.trace import Thing, Trace, method
from course.model import Access, Finding, Race

__all__ = ["DATA_RACE", "check_then_act", "data_race", "lost_update"]

DATA_RACE = "data race"

RACES_SHOWN = 6
"""So many variables are named."""

LOOKED_BACK = 40
"""So many of a thread's own steps before an act may hold the check."""

CHECKS: dict[str, tuple[str, ...]] = {
    "empty": ("get", "get_nowait"),
    "qsize": ("get", "get_nowait", "put", "put_nowait"),
    "full": ("put", "put_nowait"),
    "locked": ("acquire",),
}
"""For each question to an object, what is done to the object because of the answer."""
UNDOES: dict[str, tuple[str, ...]] = {
    "get": ("get", "get_nowait"),
    "get_nowait": ("get", "get_nowait"),
    "put": ("put", "put_nowait"),
    "put_nowait": ("put", "put_nowait"),
    "acquire": ("acquire",),
}
"""What another thread does in between so that the act cannot be done any more: the same."""


# --- data race ----------------------------------------------------------------------------


def data_race(trace: Trace) -> Iterator[Finding]:
    """Accesses that nothing orders: one finding for each variable; a container's items count as one."""
    races: dict[str, Race] = {}
    for race in trace.execution.races:
        races.setdefault(re.sub(r"\[[^]]*\]$", "", race.name), race)
    for race in list(races.values())[:RACES_SHOWN]:
        one, other = (_access(access, race.name, trace.name) for access in (race.first, race.second))
        yield trace.finding(
            DATA_RACE,
            f"Data race: nothing orders {one} and {other}; which comes first is up to the scheduler.",
            _steps(trace, race),
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


def _steps(trace: Trace, race: Race) -> tuple[int, ...]:
    """The two accesses among the steps; none if they cannot be told from others."""
    last: dict[Thing, int] = {}
    for index in range(len(trace.steps)):
        if _is_access(trace, index, race.second) and trace.thing(index) in last:
            return last[trace.thing(index)], index
        if _is_access(trace, index, race.first):
            last[trace.thing(index)] = index
    return ()


def _is_access(trace: Trace, index: int, access: Access) -> bool:
    step = trace.steps[index]
    mine = (step.thread, step.operation, step.module, step.line)
    return mine == (access.thread, access.operation, access.module, access.line)


# --- lost update --------------------------------------------------------------------------


def lost_update(trace: Trace) -> Iterator[Finding]:
    """A value was read, another thread wrote a new one, and what was computed from the old one went over it."""
    last_read: dict[tuple[int, Thing], int] = {}
    last_write: dict[Thing, int] = {}
    told: set[tuple[str | None, int]] = set()
    for index, step in enumerate(trace.steps):
        thing = trace.thing(index)
        if step.operation == "read":
            last_read[step.thread, thing] = index
        elif step.operation == "write":
            read, between = last_read.get((step.thread, thing)), last_write.get(thing)
            last_write[thing] = index
            if read is None or between is None or not read < between < index:
                continue
            if trace.steps[between].thread == step.thread or (step.object, step.line) in told:
                continue
            if trace.steps[read].module != step.module or not trace.source.updates(
                step.module, trace.steps[read].line, step.line, last_name(step.object)
            ):
                continue
            told.add((step.object, step.line))
            it, other, who = trace.it(index), trace.who(between), trace.who(index)
            yield trace.finding(
                "lost update",
                f"Lost update: {who} read {it}{trace.at(read)}, {other} wrote it{trace.at(between)}, and then {who} "
                f"wrote over that what it had computed from the old value{trace.at(index)}; "
                f"what {other} wrote is lost.",
                (read, between, index),
            )


# --- check then act -----------------------------------------------------------------------


def check_then_act(trace: Trace) -> Iterator[Finding]:
    """What a thread checked was no longer true when it acted on it, since another thread came in between."""
    if not trace.bad:
        return
    for act in _fatal(trace):
        found = _unchecked(trace, act)
        if found is not None:
            yield found
            return


def _fatal(trace: Trace) -> Iterator[int]:
    """The steps by which it may have gone wrong: who waits there for ever, what failed there, else what is wrong."""
    if trace.execution.ending == "deadlock":
        yield from (index for _, index in trace.stuck)
    elif trace.execution.ending == "error":
        for failure in trace.execution.failures:
            here = (failure.module, failure.line)
            mine = trace.of(failure.thread)
            yield from (i for i in reversed(mine) if (trace.steps[i].module, trace.steps[i].line) == here)
    elif trace.execution.ending == "completed":
        yield from range(len(trace.steps))


def _unchecked(trace: Trace, act: int) -> Finding | None:
    step = trace.steps[act]
    if step.line < 1:
        return None
    for guard in trace.source.guards(step.module, step.line):
        if guard.until or step.line in guard.lines or step.line not in guard.body:
            continue
        checks = [
            index
            for index in trace.of(step.thread, 0, act)[-LOOKED_BACK:]
            if (trace.steps[index].module, trace.steps[index].line in guard.lines) == (step.module, True)
        ]
        for check in reversed(checks):
            between = _between(trace, check, act, guard)
            if between is not None:
                return _told(trace, check, between, act)
    return None


def _between(trace: Trace, check: int, act: int, guard: Guard) -> int | None:
    """The step of another thread that made the check untrue before the act; ``None`` if there is none."""
    asked, done = trace.steps[check], trace.steps[act]
    thing = trace.thing(check)
    if asked.operation in ("read", "write"):
        name = last_name(asked.object)
        if asked.operation == "write" or thing != trace.thing(act) or name not in guard.names:
            return None
        if any(trace.thing(index) == thing for index in trace.of(asked.thread, check + 1, act)):
            return None  # it looked again, or has changed it itself
        undone = [index for index in range(check, act) if trace.steps[index].operation == "write"]
        undone = [index for index in undone if _against(trace, index, guard, name)]
    elif method(asked) == "is_set":
        if asked.result != "True" or trace.execution.ending != "completed":
            return None
        mine = trace.of(asked.thread, check + 1, act)
        undone = [] if mine else [index for index in range(check, act) if method(trace.steps[index]) == "clear"]
    else:
        if method(done) not in CHECKS.get(method(asked), ()) or thing != trace.thing(act):
            return None
        if trace.execution.ending == "completed" and done.waited is None:
            return None
        undone = [index for index in range(check, act) if method(trace.steps[index]) in UNDOES[method(done)]]
    others = [
        index
        for index in undone
        if trace.thing(index) == thing
        and trace.steps[index].thread != asked.thread
        and not wording.blocks(trace.steps[index])
    ]
    return others[-1] if others else None


def _against(trace: Trace, index: int, guard: Guard, name: str) -> bool:
    """Whether a write may have made untrue what ``guard`` found of ``name``."""
    step = trace.steps[index]
    leaves, becomes = guard.wants(name), trace.source.becomes(step.module, step.line, name)
    return leaves is None or becomes is None or leaves is becomes


def _told(trace: Trace, check: int, between: int, act: int) -> Finding:
    who, other = trace.who(act), trace.who(between)
    looked = wording.does(trace.steps[check])
    did = wording.does(trace.steps[between])
    then = wording.does(trace.steps[act])
    return trace.finding(
        "check-then-act",
        f"Check, then act: {who} {looked}{trace.at(check)}, but before {who} acts on that, {other} {did}"
        f"{trace.at(between)}; then {who} {then}{trace.at(act)}, although what it checked is no longer true.",
        (check, between, act),
    )
