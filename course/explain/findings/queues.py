"""Queues that were not brought to their end: no sentinel, one too few, ``task_done`` missing or too early."""

from __future__ import annotations

from collections.abc import Iterator

from course.explain import wording
from course.explain.endings import joins
from course.explain.findings.trace import Thing, Trace
from course.model import Finding, Wait

__all__ = ["early_task_done", "missing_task_done", "sentinels"]

GETS = ("get", "get_nowait")
PUTS = ("put", "put_nowait")


def _is_get(wait: Wait) -> bool:
    return wait.operation.endswith("Queue.get")


def sentinels(trace: Trace) -> Iterator[Finding]:
    """Consumers wait for items for ever, because nobody told them that no more will come."""
    if trace.execution.ending != "deadlock":
        return
    waiters: dict[Thing, list[int]] = {}
    for wait, index in trace.stuck:
        if _is_get(wait) and trace.source.in_open_loop(wait.module, wait.line):
            waiters.setdefault(trace.thing(index), []).append(index)
    for thing, stuck in waiters.items():
        puts = list(trace.on(thing, *PUTS))
        if not puts or not all(_is_done(trace, trace.steps[index].thread) for index in puts):
            continue
        who, it, at = wording.listed([trace.who(index) for index in stuck]), trace.it(stuck[0]), trace.at(stuck[0])
        waits = "waits" if len(stuck) == 1 else "wait"
        last, putter = puts[-1], trace.who(puts[-1])
        goodbye = _goodbye(trace, thing, stuck)
        if goodbye is not None:
            told = trace.steps[goodbye].result or "None"
            times = sum(1 for index in trace.on(thing, *GETS) if (trace.steps[index].result or "None") == told)
            took = "it" if times == 1 else f"each of the {times}"
            yield trace.finding(
                "one sentinel too few",
                f"One sentinel too few: {trace.who(goodbye)} got {wording.quiet(told, 40)} from {it}"
                f"{trace.at(goodbye)} "
                f"and ended; whoever gets {took} keeps it, so {who} still {waits} for an item{at}, "
                f"and nobody puts one in any more.",
                (last, goodbye, *stuck),
            )
        else:
            yield trace.finding(
                "forgotten sentinel",
                f"Forgotten sentinel: {putter} put the last item into {it}{trace.at(last)}, and nothing that says so; "
                f"{who} still {waits} for the next one{at}.",
                (last, *stuck),
            )


def _is_done(trace: Trace, thread: int) -> bool:
    """Whether ``thread`` puts nothing in any more: it has ended, or only waits for others to end."""
    waits = [wait for wait in trace.execution.waiting if wait.thread == thread]
    return all(map(joins, waits)) if waits else trace.is_over(thread)


def _goodbye(trace: Trace, thing: Thing, stuck: list[int]) -> int | None:
    """The ``get`` by which a consumer learned, in the loop where others still wait, that no more will come."""
    places = {(trace.steps[index].module, trace.steps[index].line) for index in stuck}
    gets = list(trace.on(thing, *GETS))
    for get in gets:
        step = trace.steps[get]
        same = [index for index in gets if trace.steps[index].result == step.result]
        ended = all(_was_last(trace, index, gets) and trace.is_over(trace.steps[index].thread) for index in same)
        if ended and (step.module, step.line) in places:
            return get
    return None


def _was_last(trace: Trace, get: int, gets: list[int]) -> bool:
    return not any(index > get and trace.steps[index].thread == trace.steps[get].thread for index in gets)


def missing_task_done(trace: Trace) -> Iterator[Finding]:
    """``join()`` of a queue waits for ever, since who took an item did not mark it as done."""
    if trace.execution.ending != "deadlock":
        return
    seen: set[Thing] = set()
    for wait, index in trace.stuck:
        thing = trace.thing(index)
        if not wait.operation.endswith("Queue.join") or thing in seen:
            continue
        seen.add(thing)
        gets, dones = list(trace.on(thing, *GETS)), list(trace.on(thing, "task_done"))
        if len(dones) >= len(gets):
            continue
        for get in _unmarked(trace, gets, dones):
            thread = trace.steps[get].thread
            again = any(other > get and trace.steps[other].thread == thread for other in gets)
            if not (again or _has_left(trace, thread, thing)):
                continue
            value = trace.steps[get].result
            item = f"took {wording.quiet(value or 'None', 40)} out of"
            yield trace.finding(
                "missing task_done",
                f"Missing task_done: {trace.who(get)} {item} {trace.it(get)}{trace.at(get)} and never called "
                f"task_done() for it; so {trace.who(index)} waits in join(){trace.at(index)} for ever.",
                (get, index),
            )
            break


def _unmarked(trace: Trace, gets: list[int], dones: list[int]) -> list[int]:
    """The gets without a ``task_done`` by the same thread, each of which marks what that thread took last.

    There are none where a thread marks what it has not taken: then nobody knows whose item it marked.
    """
    open_gets: dict[int, list[int]] = {}
    for index in sorted((*gets, *dones)):
        mine = open_gets.setdefault(trace.steps[index].thread, [])
        if index in gets:
            mine.append(index)
        elif mine:
            mine.pop()
        else:
            return []
    return sorted(get for mine in open_gets.values() for get in mine)


def _has_left(trace: Trace, thread: int, thing: Thing) -> bool:
    """Whether ``thread`` has nothing to do with its last item any more: it has ended, or waits for the next."""
    mine = trace.of(thread)
    last = mine[-1]
    waits = wording.blocks(trace.steps[last])
    return trace.is_over(thread) or (
        waits and trace.steps[last].operation.endswith("Queue.get") and trace.thing(last) == thing
    )


def early_task_done(trace: Trace) -> Iterator[Finding]:
    """``join()`` of a queue was over while the item was still being worked on."""
    if not trace.bad:
        return
    for join, step in enumerate(trace.steps):
        if not step.operation.endswith("Queue.join") or wording.blocks(step):
            continue
        thing = trace.thing(join)
        for done in reversed([index for index in trace.on(thing, "task_done") if index < join]):
            thread = trace.steps[done].thread
            mine = trace.of(thread, 0, join)
            get = next((i for i in reversed(mine) if i < done and _gets(trace, i, thing)), None)
            if get is None or any(_comes_back(trace, i, thing) for i in mine if i > done):
                continue
            here = trace.steps[done]
            later = trace.source.uses_after(here.module, here.line, trace.steps[get].line, here.line)
            if later is None or any(_has_reached(trace, i, here.module, later) for i in mine if i > done):
                continue
            where = wording.place(here.module, later)
            yield trace.finding(
                "early task_done",
                f"Early task_done: {trace.who(done)} called task_done(){trace.at(done)} before it had worked on the "
                f"item ({where}); so join() in {trace.who(join)}{trace.at(join)} was over too soon.",
                (get, done, join),
                ((here.module, here.line), (here.module, later), (step.module, step.line)),
            )
            return


def _has_reached(trace: Trace, index: int, module: str, line: int) -> bool:
    """Whether a thread has come to ``line`` of ``module``, or past it, with this step."""
    step = trace.steps[index]
    return step.module == module and step.line >= line and not wording.blocks(step)


def _gets(trace: Trace, index: int, thing: Thing) -> bool:
    step = trace.steps[index]
    return step.operation.endswith(GETS) and not wording.blocks(step) and trace.thing(index) == thing


def _comes_back(trace: Trace, index: int, thing: Thing) -> bool:
    return trace.steps[index].operation.endswith(GETS) and trace.thing(index) == thing
