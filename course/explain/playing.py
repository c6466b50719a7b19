"""A position in words: what each thread does next or waits for, what there is to see, and what the last choice did.

Decided here once (:func:`told_position`) and written in three ways: as plain text, and in ``pages.py`` as a still
picture and as the inside of the widget.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from course.explain import wording
from course.explain.endings import sentence
from course.explain.goals import Goal
from course.explain.summary import execution_text, shortened
from course.model import CLOCK, Position, Program, Step, ThreadState, Wait

__all__ = ["Lane", "ToldPosition", "position_text", "said", "told_position"]

ENDS = {"end": "ends", "fail": "ends with an exception that nobody catches", "read the clock": "reads the clock"}
"""Steps that somebody can choose, though a trace leaves them out or tells them once they are made."""

LATE = "although a thread could still go on: a slow one, which has not got that far"


@dataclass(frozen=True, slots=True)
class Line:
    """One line of a lane's source."""

    number: int
    text: str
    here: bool
    """Whether the thread is at it."""


@dataclass(frozen=True, slots=True)
class Lane:
    """One thread."""

    number: int
    name: str
    state: str
    """"ready", "blocked", "asleep" or "ended"."""
    status: str
    """What it does next, waits for, or that it has ended; a sentence without its full stop."""
    place: str
    """Where it is, such as "line 6"; empty if in no line."""
    module: str
    source: tuple[Line, ...]
    holds: str
    variables: tuple[str, ...]
    moved: bool
    """Whether the last choice was this thread."""


@dataclass(frozen=True, slots=True)
class ToldPosition:
    """A position, in words."""

    goal: str
    reached: bool | None
    """Whether the goal is reached; ``None`` before the end, and where there is no goal."""
    verdict: str
    """The same as a sentence; empty for ``None``."""
    lanes: tuple[Lane, ...]
    clock: str
    """What a click on the clock does; empty where no deadline can pass."""
    objects: tuple[tuple[str, str, str], ...]
    """The name, the kind and the state of each."""
    variables: tuple[tuple[str, str], ...]
    time: str
    output: str
    token: str
    choices: int
    made: tuple[str, ...]
    """What the last choice did."""
    over: str
    """How it ended; empty before the end."""


def told_position(position: Position, goal: Goal | None = None, program: Program | None = None) -> ToldPosition:
    """What to say of ``position``; ``program`` has the texts that its places are in."""
    name = _names(position)
    texts = {} if program is None else program.modules
    over = position.execution
    reached = None if goal is None or over is None else goal.reached(over)
    return ToldPosition(
        goal="" if goal is None else goal.sentence,
        reached=reached,
        verdict=_verdict(reached),
        lanes=tuple(_lane(thread, position, name, texts) for thread in position.threads),
        clock=_clock(position, name),
        objects=tuple(_objects(position, name)),
        variables=tuple(
            (wording.quiet(each.name, wording.NAME_LIMIT), wording.quiet(each.value, wording.VALUE_LIMIT))
            for each in position.variables
        ),
        time=wording.seconds(position.time),
        output=shortened(position.output),
        token=str(position.schedule),
        choices=len(position.choices),
        made=_made(position, name),
        over="" if over is None else sentence(over),
    )


def said(told: ToldPosition) -> str:
    """The announcement: what the last choice did, and what can be chosen now."""
    parts = [*told.made]
    if told.over:
        parts.append(told.over)
        if told.reached is not None:
            parts.append("The goal is reached." if told.reached else "The goal is not reached.")
    else:
        ready = [f"{lane.number}, {lane.name}" for lane in told.lanes if lane.state == "ready"]
        ready += ["t, the clock"] if told.clock else []
        parts.append(f"Choose {_either(ready)}.")
    return " ".join(parts)


def position_text(told: ToldPosition, position: Position, program: Program | None = None) -> str:
    """The position as plain text; once it is over, the execution."""
    head = [told.goal, told.verdict]
    if position.execution is not None:
        return "\n".join([*filter(None, head), execution_text(position.execution, program)])
    lines = [*filter(None, head), *told.made]
    for lane in told.lanes:
        lines.append(f"{lane.name} {lane.status}{f' ({lane.place})' if lane.place else ''}")
    lines += [f"{name} ({kind}): {state}" for name, kind, state in told.objects]
    lines += [f"{name} = {value}" for name, value in told.variables]
    if told.output:
        lines += ["Output:", *(f"  {line}" for line in told.output.splitlines())]
    return "\n".join([*lines, f"Schedule so far: {told.token}"])


def _verdict(reached: bool | None) -> str:
    if reached is None:
        return ""
    return "✓ The goal is reached." if reached else "✗ The goal is not reached: take choices back, or begin anew."


# --- threads --------------------------------------------------------------------------


def _names(position: Position) -> dict[int, str]:
    """A short name for each thread, no two alike."""
    names = [wording.quiet(each.name, wording.NAME_LIMIT) or f"thread {each.thread}" for each in position.threads]
    return {
        each.thread: name if names.count(name) == 1 else f"{name} (thread {each.thread})"
        for each, name in zip(position.threads, names, strict=True)
    }


def _lane(thread: ThreadState, position: Position, name: dict[int, str], texts: Mapping[str, str]) -> Lane:
    text = texts.get(thread.module, "")
    lines = [Line(number, line, number == thread.line) for number, line in enumerate(text.splitlines(), 1)]
    while lines and not lines[0].text.strip():
        del lines[0]
    held = wording.listed([wording.named(lock) for lock in thread.holds]) if thread.holds else ""
    return Lane(
        number=thread.thread,
        name=name[thread.thread],
        state=thread.state,
        status=_status(thread, name),
        place=wording.place(thread.module, thread.line),
        module="" if thread.module == "main" else wording.quiet(thread.module, wording.NAME_LIMIT),
        source=tuple(lines),
        holds=f"holds {held}" if held else "",
        variables=tuple(
            f"{wording.quiet(each.name, wording.NAME_LIMIT)} = {wording.quiet(each.value, wording.VALUE_LIMIT)}"
            for each in thread.variables
        ),
        moved=bool(position.choices) and position.choices[-1] == thread.thread,
    )


def _status(thread: ThreadState, name: dict[int, str]) -> str:
    if thread.state == "ended":
        return "has ended"
    until = "" if thread.deadline is None else f", until {wording.seconds(thread.deadline)}"
    if thread.operation is None:
        return "goes on" if thread.state == "ready" else f"waits{until}"
    does = ENDS.get(thread.operation) or wording.does(_step(thread))
    if thread.state == "ready":
        if thread.timed_out:
            return f"gives up, since its time is over: {does}"
        return f"goes on after its wait: {does}" if thread.again else does
    if thread.operation == "sleep":
        return f"sleeps{until}"
    what, _ = wording.lacks(Wait(thread.thread, thread.operation, thread.object, thread.module, thread.line))
    held = f", which {name.get(thread.holder, thread.holder)} holds" if thread.holder is not None else ""
    return f"{what}{held}{until}"


def _step(thread: ThreadState) -> Step:
    return Step(thread.thread, thread.operation or "", thread.object, thread.module, thread.line, 0.0)


def _clock(position: Position, name: dict[int, str]) -> str:
    if CLOCK not in position.options:
        return ""
    deadlines = [each for each in position.threads if each.deadline is not None]
    first = min(each.deadline for each in deadlines if each.deadline is not None) if deadlines else position.time
    who = [
        f"{name[each.thread]} {'wakes up' if each.state == 'asleep' else 'gives up waiting'}"
        for each in deadlines
        if each.deadline == first
    ]
    late = "" if position.options == (CLOCK,) else f", {LATE}"
    return f"Let time pass to {wording.seconds(first)}: {wording.listed(who) if who else 'a deadline passes'}{late}"


# --- things ---------------------------------------------------------------------------


def _objects(position: Position, name: dict[int, str]) -> Iterator[tuple[str, str, str]]:
    for each in position.objects:
        state = each.state
        if each.holder is not None:
            state = f"{state} by {name.get(each.holder, each.holder)}"
        if each.items:
            state = f"{state}: {', '.join(wording.quiet(item, wording.VALUE_LIMIT) for item in each.items)}"
        if each.waiting:
            waiting = wording.listed([name.get(thread, str(thread)) for thread in each.waiting])
            state = f"{state}; {waiting} {'waits' if len(each.waiting) == 1 else 'wait'}"
        yield wording.quiet(each.name, wording.NAME_LIMIT), each.kind, state


def _made(position: Position, name: dict[int, str]) -> tuple[str, ...]:
    if not position.choices:
        return ()
    told = [f"{name.get(step.thread, step.thread)} {_did(step)}." for step in position.made]
    if position.choices[-1] == CLOCK:
        told.insert(0, f"Time passes to {wording.seconds(position.time)}.")
    elif not told:
        told.append(f"{name.get(position.choices[-1], position.choices[-1])} goes on.")
    return tuple(told)


def _either(items: list[str]) -> str:
    return items[0] if len(items) == 1 else f"{'; '.join(items[:-1])}; or {items[-1]}" if items else "nothing"


def _did(step: Step) -> str:
    """What a step was; here also what a trace leaves out, since somebody has chosen it."""
    if step.operation == "raise":
        return f"{wording.does(step)}, which nobody catches"
    return ENDS.get(step.operation) or wording.does(step)
