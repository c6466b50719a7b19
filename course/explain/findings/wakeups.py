"""Wake-ups that went astray: lost, stolen, forgotten, or given to the wrong waiter.

A thread that waits for ever was not told, or was told too early, or somebody else was told.  Which of these it was
stands in the record: what it tested before it waited, what was changed after that, and whom each ``notify`` woke.
Where the record and the source together do not show it, nothing is claimed.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from course.explain import wording
from course.explain.findings.source import Guard, last_name
from course.explain.findings.trace import Thing, Trace, method
from course.model import Finding

__all__ = ["forgotten_notify", "lost_wakeup", "notify_for_notify_all", "stolen_wakeup"]

FAILS = frozenset({"IndexError", "KeyError", "AttributeError", "TypeError", "ValueError", "Empty"})
"""What is raised by taking what is no longer there."""


def lost_wakeup(trace: Trace) -> Iterator[Finding]:
    """Somebody waits for ever, and what was to wake it came before it waited."""
    if trace.execution.ending != "deadlock":
        return
    told: set[object] = set()
    for wait, index in trace.stuck:
        found = None
        if wait.operation == "Event.wait":
            found = _cleared_too_soon(trace, index)
        elif wait.operation == "Condition.wait":
            found = _notified_too_soon(trace, index)
        if found is not None and found.steps[:-1] not in told:
            told.add(found.steps[:-1])
            yield found


def _cleared_too_soon(trace: Trace, wait: int) -> Finding | None:
    thing, me = trace.thing(wait), trace.steps[wait].thread
    sets = [index for index in trace.on(thing, "set") if index < wait]
    if not sets:
        return None
    last = sets[-1]
    clear = next((index for index in trace.on(thing, "clear") if index > last), None)
    if clear is None or clear > wait:
        return None
    heard = [index for index in trace.on(thing, "wait", "is_set") if index > last and _true(trace, index)]
    if any(trace.steps[index].thread == me for index in heard):
        return None
    setter, clearer = trace.who(last), trace.who(clear)
    again = "cleared it again" if setter == clearer else f"{clearer} cleared it"
    who = trace.who(wait)
    hearers = list(dict.fromkeys(map(trace.who, heard)))
    end = f"only {wording.listed(hearers)} had heard it" if hearers else "nobody heard it"
    return trace.finding(
        "lost wake-up",
        f"Lost wake-up: {setter} set {trace.it(last)}{trace.at(last)} and {again}{trace.at(clear)} "
        f"before {who} waited for it{trace.at(wait)}; {end}, and {who} waits for ever.",
        (last, clear, wait),
    )


def _true(trace: Trace, index: int) -> bool:
    return trace.steps[index].result == "True"


def _notified_too_soon(trace: Trace, wait: int) -> Finding | None:
    thing = trace.thing(wait)
    early = [index for index in trace.on(thing, "notify", "notify_all") if index < wait and not trace.steps[index].woke]
    if not early:
        return None
    step = trace.steps[wait]
    who, last = trace.who(wait), early[-1]
    guard = trace.source.guard(step.module, step.line)
    if guard is None:  # it waits without a test; one that the text does not show would have looked at something
        held = trace.of(step.thread, _hold(trace, wait), wait)
        if not trace.source.waits_plainly(step.module, step.line) or any(
            trace.steps[index].operation == "read" for index in held
        ):
            return None
        why = "nobody was waiting yet"
        shown: tuple[int, ...] = (last, wait)
    else:  # it looked before the notification, and did not look again
        looks = [index for index in trace.of(step.thread, 0, wait) if _looks(trace, index, step.module, guard)]
        if not looks or looks[-1] > last:
            return None
        why = f"{who} had looked{trace.at(looks[-1])} but was not waiting yet"
        shown = (looks[-1], last, wait)
    return trace.finding(
        "lost wake-up",
        f"Lost wake-up: when {trace.who(last)} notified {trace.it(last)}{trace.at(last)}, {why}; "
        f"{who} waits on it since then{trace.at(wait)}, for ever.",
        shown,
    )


def _looks(trace: Trace, index: int, module: str, guard: Guard) -> bool:
    step = trace.steps[index]
    return step.module == module and step.line in guard.lines and step.operation != "write"


# --- what a waiter waits for --------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class _Waiter:
    """A thread on a condition, and the data that it looked at before it waited."""

    wait: int
    guard: Guard
    looked: dict[Thing, str]
    """What it looked at, with the last name of each."""


def _waiter(trace: Trace, wait: int) -> _Waiter | None:
    step = trace.steps[wait]
    guard = trace.source.guard(step.module, step.line)
    if guard is None:
        return None
    reads: list[int] = []
    for index in reversed(trace.of(step.thread, 0, wait)):
        each = trace.steps[index]
        if each.operation == "read":
            reads.append(index)
        elif each.operation != "write":
            break
    tested = [index for index in reads if _looks(trace, index, step.module, guard)] or reads
    return _Waiter(wait, guard, {trace.thing(index): last_name(trace.steps[index].object) for index in tested})


def _last_change(trace: Trace, waiter: _Waiter) -> int | None:
    """The last change of what ``waiter`` looked at, if others made it after that, and it may let the waiter go on."""
    me = trace.steps[waiter.wait].thread
    for index in range(len(trace.steps) - 1, waiter.wait, -1):
        step = trace.steps[index]
        if step.operation != "write" or trace.thing(index) not in waiter.looked or step.thread == me:
            continue
        name = waiter.looked[trace.thing(index)]
        wanted, becomes = waiter.guard.wants(name), trace.source.becomes(step.module, step.line, name)
        return None if None not in (wanted, becomes) and wanted is not becomes else index
    return None


def _hold(trace: Trace, index: int) -> int:
    """Where the thread of a step began what it did while it held the lock: its acquire, or its return from a wait.

    It is the step itself if no lock was held.
    """
    for earlier in reversed(trace.of(trace.steps[index].thread, 0, index)):
        if method(trace.steps[earlier]) == "release":
            break
        if method(trace.steps[earlier]) in ("acquire", "wait"):
            return earlier
    return index


def _waiting_on_conditions(trace: Trace) -> Iterator[tuple[_Waiter, int]]:
    """Those who wait for ever on a condition although what they looked at was changed meanwhile, and that change."""
    if trace.execution.ending != "deadlock":
        return
    for wait, index in trace.stuck:
        if wait.operation == "Condition.wait":
            waiter = _waiter(trace, index)
            change = _last_change(trace, waiter) if waiter is not None else None
            if waiter is not None and change is not None:
                yield waiter, change


def forgotten_notify(trace: Trace) -> Iterator[Finding]:
    """What somebody waits for was changed, and nobody notified the condition after that."""
    told: set[int] = set()
    for waiter, change in _waiting_on_conditions(trace):
        wait = waiter.wait
        notified = trace.on(trace.thing(wait), "notify", "notify_all")
        if change in told or any(index > min(wait, _hold(trace, change)) for index in notified):
            continue
        told.add(change)
        yield trace.finding(
            "forgotten notify",
            f"Forgotten notify: {trace.who(change)} changed {trace.it(change)}{trace.at(change)} while "
            f"{trace.who(wait)} waited on {trace.it(wait)}{trace.at(wait)}, and nobody notified "
            f"{trace.it(wait)} after that.",
            (wait, change),
        )


def notify_for_notify_all(trace: Trace) -> Iterator[Finding]:
    """A ``notify`` woke one waiter, and another one could have gone on."""
    told: set[int] = set()
    for waiter, change in _waiting_on_conditions(trace):
        wait, thing = waiter.wait, trace.thing(waiter.wait)
        after = max(wait, _hold(trace, change))
        one = next((index for index in trace.on(thing, "notify") if index > after and trace.steps[index].woke), None)
        if one is None or one in told or any(index > after for index in trace.on(thing, "notify_all")):
            continue
        if _same_test_failed(trace, waiter, change):
            continue
        told.add(one)
        woken = wording.listed([trace.name.get(thread, f"thread {thread}") for thread in trace.steps[one].woke])
        again = [
            index
            for index in trace.on_begun(thing, "wait")
            if index > one and trace.steps[index].thread in trace.steps[one].woke
        ]
        then = f", who could not go on and waited again{trace.at(again[0])}" if again else ""
        also = "" if again else " too"
        yield trace.finding(
            "notify for notify_all",
            f"notify() where notify_all() is due: {trace.who(one)} notified {trace.it(one)}{trace.at(one)}, "
            f"which woke only {woken}{then}; {trace.who(wait)}, who waits on it{trace.at(wait)}, "
            f"could have gone on{also} and was not told.",
            (wait, change, one, *again[:1]),
        )


def _same_test_failed(trace: Trace, waiter: _Waiter, change: int) -> bool:
    """Whether somebody made the very test of ``waiter`` after ``change``, and had to wait."""
    here = trace.steps[waiter.wait]
    return any(
        index > change and (trace.steps[index].module, trace.steps[index].line) == (here.module, here.line)
        for index in trace.on_begun(trace.thing(waiter.wait), "wait")
    )


# --- stolen -------------------------------------------------------------------------------


def stolen_wakeup(trace: Trace) -> Iterator[Finding]:
    """A waiter was notified, somebody else took what it was told of, and it did not look again."""
    if not trace.bad:
        return
    failed = {failure.thread: failure for failure in trace.execution.failures if failure.kind in FAILS}
    for woken in range(len(trace.steps)):
        step = trace.steps[woken]
        if step.operation != "Condition.wait" or step.waited is None or step.result != "True":
            continue
        if step.thread not in failed and (trace.wrong is None or trace.execution.ending != "completed"):
            continue
        found = _stolen(trace, woken)
        if found is None:
            continue
        if step.thread in failed:  # it failed by what it did next, or this has nothing to do with it
            failure = failed[step.thread]
            if (failure.module, failure.line) != (
                trace.steps[found.steps[-1]].module,
                trace.steps[found.steps[-1]].line,
            ):
                continue
        yield found
        return


def _stolen(trace: Trace, woken: int) -> Finding | None:
    step, thing = trace.steps[woken], trace.thing(woken)
    mine = trace.of(step.thread, 0, woken)
    wait = next((index for index in reversed(mine) if wording.blocks(trace.steps[index])), None)
    told = next(
        (
            index
            for index in reversed(list(trace.on(thing, "notify", "notify_all")))
            if index < woken and step.thread in trace.steps[index].woke
        ),
        None,
    )
    waiter = _waiter(trace, wait) if wait is not None else None
    if waiter is None or wait is None or told is None or waiter.guard.again:
        return None
    left = next(
        (index for index in trace.of(trace.steps[told].thread, told + 1) if method(trace.steps[index]) == "release"),
        woken,
    )
    thefts = [
        index
        for index in range(min(left, woken), woken)
        if trace.steps[index].operation == "write"
        and trace.thing(index) in waiter.looked
        and trace.steps[index].thread != step.thread
    ]
    if not thefts:
        return None
    theft = thefts[-1]
    name = waiter.looked[trace.thing(theft)]
    wanted, became = (
        waiter.guard.wants(name),
        trace.source.becomes(trace.steps[theft].module, trace.steps[theft].line, name),
    )
    if None not in (wanted, became) and wanted is became:  # it gave, and did not take
        return None
    uses = [index for index in trace.of(step.thread, woken + 1) if trace.thing(index) == trace.thing(theft)]
    if not uses or _looks_again(trace, uses[0]):
        return None
    test = wording.place(step.module, waiter.guard.lines[0])
    who = trace.who(woken)
    return trace.finding(
        "stolen wake-up",
        f"Stolen wake-up: {trace.who(told)} notified {who}{trace.at(told)}, but before {who} ran, {trace.who(theft)} "
        f"took what it was told of{trace.at(theft)}; {who} did not look again, since the test at {test} "
        f"is an if and not a while.",
        (wait, told, theft, woken, uses[0]),
    )


def _looks_again(trace: Trace, use: int) -> bool:
    """Whether a thread used what it was told of only to test it, and lived on."""
    step = trace.steps[use]
    return trace.source.tests(step.module, step.line) and not any(
        (failure.thread, failure.module, failure.line) == (step.thread, step.module, step.line)
        for failure in trace.execution.failures
    )
