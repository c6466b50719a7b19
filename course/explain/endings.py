"""How an execution ended, in one plain sentence with the learner's own names and lines.

It says only what the record shows: who still waits and where, which exception nobody caught, which
loop kept turning.  Why it came to that is the business of the findings.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from course.explain import wording
from course.model import Execution, Failure, Step, Wait

__all__ = ["TURNS", "joins", "sentence", "turned"]

WAITS_SHOWN = 6
FAILURES_SHOWN = 3
MESSAGE_LIMIT = 300

TURNS = ("spin", "poll")
"""The operations by which a thread turns a loop without effect, or sleeps in one, to wait for others."""


def sentence(execution: Execution) -> str:
    """How ``execution`` ended, for a person: "Deadlock: consumer waits for the Event 'ready' (line 4) and …"."""
    if execution.ending == "deadlock":
        return _deadlock(execution)
    if execution.ending == "endless":
        return _endless(execution)
    if execution.ending == "error":
        return _error(execution)
    return "Completed."


# --- deadlock -------------------------------------------------------------------------


def _deadlock(execution: Execution) -> str:
    if not execution.waiting:
        return "Deadlock: no thread can go on."
    return f"Deadlock: {_waiting(execution)}."


def _waiting(execution: Execution) -> str:
    """Everybody who still waits: first those who lack something, then those who wait for them to end."""
    name = wording.names(execution)
    groups = _alike(execution.waiting)
    told = {group[0].holder for group in groups}
    shown = [group[0] for group in groups[:WAITS_SHOWN]]
    lacking = {(wording.lacks(wait)[1], wait.object): wait for wait in shown}  # what several lack is said with the last
    clauses = [
        _clause(group, name, told, lacking.get((wording.lacks(group[0])[1], group[0].object)) is group[0])
        for group in groups[:WAITS_SHOWN]
    ]
    left = sum(len(group) for group in groups[WAITS_SHOWN:])
    if left:
        clauses.append(f"{wording.plural(left, 'more thread')} {'waits' if left == 1 else 'wait'} too")
    return "; ".join(clauses)


def _alike(waits: Sequence[Wait]) -> list[list[Wait]]:
    """Waits that differ only in the thread, together; who waits for a thread to end comes last."""

    def key(wait: Wait) -> tuple[bool, str, str, str, int, int, tuple[str, ...]]:
        holder = -1 if wait.holder is None else wait.holder
        return (joins(wait), wait.operation, wait.object or "", wait.module, wait.line, holder, wait.holds)

    first = {wait: index for index, wait in reversed(list(enumerate(waits)))}
    groups = [list(group) for _, group in groupby(sorted(waits, key=key), key=key)]
    return sorted(groups, key=lambda group: (joins(group[0]), first[group[0]]))


def joins(wait: Wait) -> bool:
    """Whether it waits for another thread to end: then that thread's own wait tells more."""
    return wait.operation in wording.JOINS


def _clause(group: list[Wait], name: dict[int, str], told: set[int | None], complete: bool) -> str:
    """What one group waits for, and if it is to be ``complete``, what nobody is left to do."""
    wait = group[0]
    what, lacking = wording.lacks(wait)
    who = wording.listed([name[each.thread] for each in group])
    if len(group) > 1:
        what = what.replace("waits", "wait", 1)
    where = wording.place(wait.module, wait.line)
    text = f"{who} {what}" + (f" ({where})" if where else "")
    if wait.holder is not None:
        own = wait.holder == wait.thread and len(group) == 1
        return f"{text}, which {'it holds itself' if own else f'{name.get(wait.holder, wait.holder)} holds'}"
    if wait.holds and not told & {each.thread for each in group}:
        held = wording.listed([wording.named(lock) for lock in wait.holds])
        text += f", while holding {held},"
    if lacking and complete:
        return f"{text} and nobody is left who could {lacking}"
    return text.removesuffix(",")


# --- endless --------------------------------------------------------------------------


def turned(steps: Sequence[Step]) -> Counter[tuple[int, str, str, int]]:
    """How often a thread turned a loop to wait, by (thread, operation, module, line)."""
    return Counter((step.thread, step.operation, step.module, step.line) for step in steps if step.operation in TURNS)


def _endless(execution: Execution) -> str:
    name = wording.names(execution)
    tail = execution.steps[len(execution.steps) // 2 :]
    loops = turned(tail) or turned(execution.steps)
    if loops:
        clauses = []
        for (thread, operation, module, line), _ in sorted(loops.items())[:WAITS_SHOWN]:
            where = wording.place(module, line)
            at = f" at {where}" if where else ""
            if operation == "spin":
                clauses.append(f"{name[thread]} turned the loop{at} without anything changing")
            else:
                clauses.append(f"{name[thread]} slept in the loop{at} again and again")
        if _ran_out(execution, loops):
            return (
                f"Endless: {'; '.join(clauses)}, until the steps that a search allows were spent{_asleep(execution)}."
            )
        return f"Endless: {'; '.join(clauses)}, and nobody is left who would end it."
    how_long = "it still had not ended when the steps that a search allows were spent"
    if not tail:
        return f"Endless: {how_long}."
    return f"Endless: {how_long}; at last {_busy(tail, name)}."


def _ran_out(execution: Execution, loops: Counter[tuple[int, str, str, int]]) -> bool:
    """Whether an execution with these loops may have been ended by the budget of steps alone.

    Who sleeps in a loop lets time pass, so that somebody could come later who ends it.  Where all turn a loop without
    sleep, time has passed already; but another thread may have gone on running.
    """
    if any(operation == "poll" for _, operation, _, _ in loops):
        return True
    turning = {thread for thread, _, _, _ in loops}
    return any(wait.operation == "loop" and wait.thread not in turning for wait in execution.waiting)


def _asleep(execution: Execution) -> str:
    """Who slept at the end, and could have gone on later."""
    name = wording.names(execution)
    asleep = [wait for wait in execution.waiting if wait.operation == "sleep"]
    places = [wording.place(wait.module, wait.line) for wait in asleep]
    clauses = [
        f"{name[wait.thread]} still slept" + (f" ({place})" if place else "")
        for wait, place in zip(asleep, places, strict=True)
    ]
    return "".join(f"; {clause}" for clause in clauses[:WAITS_SHOWN])


def _busy(tail: Sequence[Step], name: dict[int, str]) -> str:
    """Who ran in the last stretch, and where."""
    clauses = []
    for thread in sorted({step.thread for step in tail}):
        lines = sorted({(step.module, step.line) for step in tail if step.thread == thread and step.line > 0})
        where = ""
        if lines:
            first, last = lines[0], lines[-1]
            where = f" at {wording.place(*first)}"
            if last != first:
                where += f" to {last[1]}" if last[0] == first[0] else f" to {wording.place(*last)}"
        clauses.append(f"{name[thread]} kept running{where}")
    return "; ".join(clauses[:WAITS_SHOWN])


# --- error ----------------------------------------------------------------------------


def _error(execution: Execution) -> str:
    if not execution.failures:
        return "Error: the program could not be run."
    name = wording.names(execution)
    texts = [_failure(failure, name) for failure in execution.failures[:FAILURES_SHOWN]]
    left = len(execution.failures) - FAILURES_SHOWN
    if left > 0:
        texts.append(f"{wording.plural(left, 'more error')} followed.")
    if execution.waiting:
        texts.append(f"After that, {_waiting(execution)}.")
    return " ".join(texts)


def _failure(failure: Failure, name: dict[int, str]) -> str:
    who = name[failure.thread]
    where = wording.place(failure.module, failure.line)
    whose = who if failure.thread == 0 else f"thread {wording.named(who)}"
    head = f"{wording.quiet(failure.kind, wording.NAME_LIMIT)} in {whose}"
    if where:
        head += f" at {where}"
    message = wording.quiet(failure.message.strip(), MESSAGE_LIMIT)
    text = f"{head}: {message}" if message else head
    if not text.endswith((".", "!", "?", "…")):
        text += "."
    # where the main thread ends everybody sees it; an error in another thread is easily missed
    return text if failure.thread == 0 else f"{text} Nobody caught it."
