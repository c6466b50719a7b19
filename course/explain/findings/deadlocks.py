"""Threads that were left blocked for ever, and locks that were never given back."""

from __future__ import annotations

from collections.abc import Iterator

from course.explain import wording
from course.explain.endings import joins, sentence
from course.explain.findings.trace import Thing, Trace, method
from course.model import Finding

__all__ = ["deadlock", "lock_held_at_the_end"]

LOCKS = ("Lock", "RLock", "Condition")


def deadlock(trace: Trace) -> Iterator[Finding]:
    """Threads were left blocked for ever: who waits for what."""
    execution = trace.execution
    if execution.ending == "deadlock":
        waits = sorted(execution.waiting, key=joins)
        lines = dict.fromkeys((wait.module, wait.line) for wait in waits if wait.line > 0)
        lacking = [index for wait, index in trace.stuck if not joins(wait)] or [index for _, index in trace.stuck]
        taken = [taken for index in lacking for taken in _taken(trace).get(trace.steps[index].thread, {}).values()]
        yield trace.finding("deadlock", sentence(execution), sorted({*taken, *lacking}), tuple(lines))


def _taken(trace: Trace) -> dict[int, dict[Thing, int]]:
    """By thread: the locks that it has at the end, with the step by which it took each."""
    levels: dict[Thing, int] = {}
    owner: dict[Thing, tuple[int, int]] = {}
    for index, step in enumerate(trace.steps):
        kind, _, what = step.operation.rpartition(".")
        if kind not in LOCKS or wording.blocks(step) or what not in ("acquire", "release"):
            continue
        thing = trace.thing(index)
        if what == "acquire":
            if step.result in ("False", "timed out"):
                continue
            if thing in owner and owner[thing][0] == step.thread:
                levels[thing] += 1
            elif thing not in owner:
                owner[thing], levels[thing] = (step.thread, index), 1
        elif thing in owner:
            levels[thing] -= 1
            if levels[thing] == 0:
                del owner[thing]
    held: dict[int, dict[Thing, int]] = {}
    for thing, (thread, index) in owner.items():
        held.setdefault(thread, {})[thing] = index
    return held


def lock_held_at_the_end(trace: Trace) -> Iterator[Finding]:
    """A thread has ended without giving back a lock, and others wait for it, or have it to use as well."""
    for thread, locks in _taken(trace).items():
        if not trace.is_over(thread) or any(failure.thread == thread for failure in trace.execution.failures):
            continue
        for thing, taken in locks.items():
            step = trace.steps[taken]
            if not trace.source.takes_plainly(step.module, step.line) or _is_signal(trace, thing):
                continue
            waits = [index for _, index in trace.stuck if trace.thing(index) == thing]
            if not waits and not _others_give_back(trace, thing, taken):
                continue
            who, it = trace.who(taken), trace.it(taken)
            then = ""
            if waits:
                names = wording.listed([trace.who(index) for index in waits])
                then = f"; {names} {'waits' if len(waits) == 1 else 'wait'} for it{trace.at(waits[0])} for ever"
            yield trace.finding(
                "lock held at the end",
                f"Lock held at the end: {who} acquired {it}{trace.at(taken)} and ended without releasing it{then}.",
                (taken, *waits),
            )


def _is_signal(trace: Trace, thing: Thing) -> bool:
    """Whether a thread released the lock that another one had taken: then it is no lock but a signal."""
    holder: int | None = None
    for index, step in enumerate(trace.steps):
        if trace.thing(index) != thing or wording.blocks(step):
            continue
        if method(step) == "acquire":
            holder = step.thread
        elif method(step) == "release" and step.thread != holder:
            return True
    return False


def _others_give_back(trace: Trace, thing: Thing, taken: int) -> bool:
    """Whether another thread that took the lock at the same line released it: so whoever has it is to do that."""
    here = trace.steps[taken]
    for index in trace.on(thing, "acquire"):
        step = trace.steps[index]
        if step.thread != here.thread and (step.module, step.line) == (here.module, here.line):
            return any(
                trace.steps[later].thread == step.thread for later in trace.on(thing, "release") if later > index
            )
    return False
