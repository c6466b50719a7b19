"""The trace as a table: a column per thread, a row per step, time downwards.

``laid_out`` decides what stands in which row, once, for all forms: plain text (here, for terminals
and feedback), HTML (``pages.py``) and the picture (``picture/``).  Next to each step stand its number, the simulated
time when it has changed, the line and, where the source is at hand, its text; a step that freed another thread says
whom, a step that had to wait says so, and the last rows say who still waits at the end.

Long traces stay readable: a long stretch of one thread folds, and of thousands of steps only the first and the last
are shown, but always those that the first finding is about.  More threads than fit side by side share one
column, with their names.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from textwrap import wrap

from course.explain import wording
from course.explain.endings import TURNS, joins
from course.model import CLOCK, Execution, Failure, Step, Wait

__all__ = ["Fold", "Last", "Row", "Table", "laid_out", "table_text"]

COLUMNS = 6
"""More threads than this do not stand side by side."""
HEADS = 80
"""Nor do threads whose names together are longer than this."""
STRETCH = 8
"""A stretch of one thread longer than this folds; two steps at each end stay in sight."""
SHOWN = 160
"""Of a longer trace, the first and last halves of so many steps are shown."""
KEPT = 8
"""So many steps of the first finding never fold."""
REPETITIVE = ("polling", "endless loop")
"""Findings whose steps are all alike."""
SOURCE_LIMIT = 60
ONE_GOES_ON = ("release", "put", "put_nowait", "get", "get_nowait")
"""What lets only one of those go on who wait for it, whoever comes first."""
LEGEND = 24
"""So many source lines are listed below the plain form."""


@dataclass(frozen=True, slots=True)
class Row:
    """One step."""

    number: int
    """As it is counted in the table, from 1."""
    step: int
    """Its place in the execution's ``steps``, from 0."""
    thread: int
    time: str
    """The simulated time, where it has changed; else empty."""
    text: str
    blocked: bool
    """Whether the thread is blocked from here on."""
    notes: tuple[str, ...]
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Fold:
    """Steps that are not shown at once; ``rows`` is empty where they are not shown at all."""

    label: str
    thread: int | None
    rows: tuple[Row, ...] = ()


@dataclass(frozen=True, slots=True)
class Last:
    """What a thread came to: it still waits, or an error ended it."""

    thread: int
    text: str
    place: str
    source: str


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in the table, before it is text or HTML."""

    threads: tuple[tuple[int, str], ...]
    """Number and name of each thread that occurs."""
    body: tuple[Row | Fold, ...]
    last: tuple[Last, ...]
    side_by_side: bool
    """Whether each thread has its own column."""
    timed: bool
    """Whether any simulated time passes."""
    sourced: bool
    """Whether the source lines are at hand."""


def laid_out(execution: Execution, sources: Mapping[str, str] | None = None, shown: int = SHOWN) -> Table:
    """Decide what the table of ``execution`` shows; ``sources`` are the program's texts by module name.

    Of more than ``shown`` steps, so many are shown.
    """
    name = wording.names(execution)
    lines = {module: text.splitlines() for module, text in (sources or {}).items()}
    placed: list[Step | Wait | Failure] = [*execution.steps, *execution.waiting, *execution.failures]
    several = len({record.module for record in placed if record.line > 0}) > 1
    timed = any(step.time for step in execution.steps)
    rows = _rows(execution.steps, _set_up(execution.steps), name, lines, several, timed)
    kept = _kept(execution)
    sighted = kept | {place for place, step in enumerate(execution.steps) if step.woke}
    body: list[Row | Fold] = []
    for hidden, part in _hidden(rows, kept, shown):
        if hidden:
            body.append(Fold(f"{wording.plural(len(part), 'step')} not shown", None))
        else:
            body.extend(_folded(part, sighted, name))
    last = tuple(_last(execution, lines, several))
    threads = tuple(name.items()) or ((0, "main"),)
    sourced = any(row.source for row in rows) or any(end.source for end in last)
    fit = len(threads) <= COLUMNS and sum(len(each) for _, each in threads) <= HEADS
    return Table(threads, tuple(body), last, fit, timed, sourced)


def _rows(
    steps: Sequence[Step],
    begin: int,
    name: Mapping[int, str],
    lines: Mapping[str, list[str]],
    several: bool,
    timed: bool,
) -> list[Row]:
    rows: list[Row] = []
    freed: dict[int, int] = {}
    asking: set[int] = set()  # who turns a loop is not woken by anybody: any change lets it look again
    now: float | None = None
    for count, step in enumerate(steps[begin:], start=1):
        notes: list[str] = []
        blocked = wording.blocks(step)
        if blocked and step.operation not in ("sleep", *TURNS):
            notes.append("blocked")
        text = wording.does(step)
        if step.waited is not None and step.operation not in ("sleep", *TURNS):
            notes.append(_after(step.waited, freed.get(step.thread), text))
        # that starting a thread lets it go is in the word
        freeing = () if step.operation.rpartition(".")[2] == "start" else step.woke
        woke = [name.get(thread, f"thread {thread}") for thread in freeing if thread not in (CLOCK, *asking)]
        if len(woke) > 1 and step.operation.rpartition(".")[2] in ONE_GOES_ON:
            notes.append(f"lets {' or '.join(woke)} go on")
        elif woke:
            notes.append(f"wakes {wording.listed(woke)}")
        asking.discard(step.thread)
        if blocked and step.operation in TURNS:
            asking.add(step.thread)
        freed.pop(step.thread, None)
        freed.update(dict.fromkeys(step.woke, count))
        time = wording.seconds(step.time) if timed and step.time != now else ""
        now = step.time
        rows.append(
            Row(
                number=count,
                step=begin + count - 1,
                thread=step.thread,
                time=time,
                text=text,
                blocked=blocked,
                notes=tuple(filter(None, notes)),
                place=_place(step.module, step.line, several),
                source=_source(lines, step.module, step.line),
            )
        )
    return rows


def _after(waited: float, freed_by: int | None, text: str) -> str:
    """What to say of a wait that is over; ``text`` may have said already that there was one."""
    said = [f"after {wording.seconds(waited)}"] if waited else []
    if freed_by is not None:
        said.append(f"freed by step {freed_by}")
    elif not waited and not text.startswith("has waited"):
        said.append("after waiting")
    return ", ".join(said)


def _set_up(steps: Sequence[Step]) -> int:
    """How many steps only set up data, before the first thread does anything that others could notice."""
    return next((count for count, step in enumerate(steps) if step.operation not in ("read", "write")), 0)


def _kept(execution: Execution) -> frozenset[int]:
    """The steps that stay in sight: those of the first finding, of many the last ones, of turns of a loop the last."""
    return frozenset(
        step
        for finding in execution.findings[:1]
        for step in finding.steps[-1 if finding.kind in REPETITIVE else -KEPT :]
    )


def _last(execution: Execution, lines: Mapping[str, list[str]], several: bool) -> list[Last]:
    raised = {step.thread for step in execution.steps if step.operation == "raise"}
    ends = [
        Last(
            failure.thread,
            f"raises {wording.quiet(failure.kind, wording.NAME_LIMIT)}",
            _place(failure.module, failure.line, several),
            _source(lines, failure.module, failure.line),
        )
        for failure in execution.failures
        if failure.thread not in raised
    ]
    for wait in sorted(execution.waiting, key=joins):
        text = wording.still(wait)
        if wait.holder is not None:
            own = wait.holder == wait.thread
            text += (
                " (which it holds itself)" if own else f" (held by {wording.names(execution).get(wait.holder, '?')})"
            )
        ends.append(
            Last(wait.thread, text, _place(wait.module, wait.line, several), _source(lines, wait.module, wait.line))
        )
    return ends


def _place(module: str, line: int, several: bool) -> str:
    if line < 1:
        return ""
    return f"{wording.quiet(module, wording.NAME_LIMIT)}: {line}" if several else str(line)


def _source(lines: Mapping[str, list[str]], module: str, line: int) -> str:
    known = lines.get(module, ())
    return wording.quiet(known[line - 1].strip(), SOURCE_LIMIT) if 1 <= line <= len(known) else ""


def _hidden(rows: Sequence[Row], kept: frozenset[int], shown: int) -> Iterator[tuple[bool, list[Row]]]:
    """The rows in order, in stretches that are hidden or not."""
    half = shown // 2 if len(rows) > shown else len(rows)
    near = {step + by for step in kept for by in (-1, 0, 1)}

    def hidden(row: Row) -> bool:
        return half < row.number <= len(rows) - half and row.step not in near

    for away, part in groupby(rows, key=hidden):
        yield away, list(part)


def _folded(rows: Sequence[Row], sighted: frozenset[int], name: Mapping[int, str]) -> list[Row | Fold]:
    body: list[Row | Fold] = []
    for thread, stretch in groupby(rows, key=lambda row: row.thread):
        steps = list(stretch)
        if len(steps) <= STRETCH:
            body.extend(steps)
            continue
        ends = {*steps[:2], *steps[-2:]}
        for quiet, part in groupby(steps, key=lambda row: not (row in ends or row.notes or row.step in sighted)):
            inner = list(part)
            if quiet and len(inner) > STRETCH - 4:
                body.append(Fold(f"{wording.plural(len(inner), 'more step')} of {name[thread]}", thread, tuple(inner)))
            else:
                body.extend(inner)
    return body


# --- the plain form -------------------------------------------------------------------


def table_text(execution: Execution, sources: Mapping[str, str] | None = None, width: int = 100) -> str:
    """The trace as plain text of about ``width`` columns, each line without trailing blanks."""
    table = laid_out(execution, sources)
    if not table.body and not table.last:
        return "(no steps)"
    heads = ["step", *(["time"] if table.timed else []), *_lanes(table), "line"]
    lines = [cells for part in table.body for cells in _cells(part, table)]
    lines += [_beside("end", "", table, end.thread, end.text, end.place) for end in table.last]
    fixed = len(heads) - 1 - (len(table.threads) if table.side_by_side else 1)
    widths = [max(len(line[index]) for line in [heads, *lines]) for index in range(len(heads))]
    lanes = range(fixed, len(heads) - 1)
    spare = width - sum(widths[index] + 2 for index in range(len(heads)) if index not in lanes)
    _narrow(widths, lanes, spare)
    lines = [below for cells in lines for below in _wrapped(cells, widths, lanes)]
    for index in lanes:
        widths[index] = min(widths[index], max(len(line[index]) for line in [heads, *lines]))
    text = [_line(cells, widths) for cells in [heads, ["-" * each for each in widths], *lines]]
    if table.sourced:
        text.extend(["", *_legend(table)])
    return "\n".join(text)


def _legend(table: Table) -> list[str]:
    """The source of each line that the table names, since side by side there is no room for it."""
    told: dict[str, str] = {}
    for part in table.body:
        for row in part.rows if isinstance(part, Fold) else (part,):
            told.setdefault(row.place, row.source)
    for end in table.last:
        told.setdefault(end.place, end.source)
    known = sorted(((place, source) for place, source in told.items() if place and source), key=_by_line)
    shown = [(place if ":" in place else f"line {place}", source) for place, source in known[:LEGEND]]
    width = max((len(place) for place, _ in shown), default=0)
    text = [f"  {place.ljust(width)}  {source}" for place, source in shown]
    return text if len(known) <= LEGEND else [*text, f"  … and {wording.plural(len(known) - LEGEND, 'more line')}"]


def _by_line(known: tuple[str, str]) -> tuple[str, int]:
    module, _, line = known[0].rpartition(" ")
    return module, int(line)


def _lanes(table: Table) -> list[str]:
    return [name for _, name in table.threads] if table.side_by_side else ["what happened"]


def _cells(part: Row | Fold, table: Table) -> list[list[str]]:
    if isinstance(part, Fold):
        return [
            _beside(
                "…", "", table, part.thread if part.thread is not None else table.threads[0][0], f"({part.label})", ""
            )
        ]
    text = "; ".join([part.text, *part.notes])
    return [_beside(str(part.number), part.time, table, part.thread, text, part.place)]


def _beside(number: str, time: str, table: Table, thread: int, text: str, place: str) -> list[str]:
    """The cells of one line, with ``text`` in the column of ``thread``."""
    if table.side_by_side:
        lanes = [text if index == thread else "" for index, _ in table.threads]
    else:
        lanes = [f"{dict(table.threads)[thread]}: {text}"]
    return [number, *([time] if table.timed else []), *lanes, place]


def _narrow(widths: list[int], lanes: range, spare: int) -> None:
    """Make the lanes fit into ``spare`` columns, the widest giving way first, none below a readable minimum."""
    while sum(widths[index] + 2 for index in lanes) > spare:
        widest = max(lanes, key=lambda index: widths[index])
        if widths[widest] <= 14:
            return
        widths[widest] -= 1


def _wrapped(cells: Sequence[str], widths: Sequence[int], lanes: range) -> list[list[str]]:
    """One row of the table as one or more: what is too wide for its lane goes on below."""
    parts = [
        (wrap(cell, widths[index], subsequent_indent="  ") or [""]) if index in lanes else [cell]
        for index, cell in enumerate(cells)
    ]
    depth = max(len(part) for part in parts)
    return [[part[row] if row < len(part) else "" for part in parts] for row in range(depth)]


def _line(cells: Sequence[str], widths: Sequence[int]) -> str:
    return "  ".join(_fit(cell, width) for cell, width in zip(cells, widths, strict=True)).rstrip()


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else cell[: width - 1] + "…"
