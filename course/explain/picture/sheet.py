"""Where everything stands on the sheet: columns, row heights and broken lines, before anything is drawn.

From left to right: the simulated time, the lanes, what each step did, and its line of the source.  The lanes hold marks
only and the columns beside them words only, so no arrow ever crosses a text and a seventh thread costs the words
little room.  A column is as wide as its longest text asks for, as long as the sheet stays within ``WIDEST``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from course.explain import wording
from course.explain.endings import sentence
from course.explain.picture.lanes import Band
from course.explain.picture.measures import Run, cut, filled, mono_width, width
from course.explain.table import Fold, Last, Row, Table, laid_out
from course.model import Execution, Program

__all__ = ["CODE_SIZE", "LINE", "SIZE", "Callout", "Column", "End", "Line", "Sheet", "sheet"]

WIDEST = 860
NARROWEST = 460
SIZE = 13.0
"""Of letters, in pixels."""
CODE_SIZE = 12.0
LINE = 17.0
"""From one line of text to the next."""
PADDING = 12.0
GAP = 16.0
"""Between two columns."""
AIR = 9.0
"""Above and below the text of a row, together."""
WORDS = (170.0, 330.0)
"""The narrowest and the widest column for what happened."""

SHOWN = 80
"""Of more steps than this, so many are drawn."""
LANES = 12
"""More threads share the last lane."""
ENDS = 16
"""So many threads that did not come to their end have a row."""
LINES = 3
"""At most so many lines of a row; what is longer ends in an ellipsis."""
CALLOUT_LINES = 8
CALLOUT_LIMIT = 900
TITLE_LIMIT = 60
"""What stands before the first colon of a sentence is its title, if it is no longer than this."""

WIDTHS = {1: 96.0, 2: 92.0, 3: 84.0, 4: 74.0, 5: 66.0, 6: 60.0}
"""Of a lane, by how many there are."""
NARROW = 34.0


@dataclass(frozen=True, slots=True)
class Column:
    """Where a column begins and how wide it is."""

    left: float
    width: float


@dataclass(frozen=True, slots=True)
class Line:
    """The words of a row, broken, and its line of the source."""

    thread: int | None
    words: tuple[tuple[Run, ...], ...]
    place: str
    source: str
    time: str


@dataclass(frozen=True, slots=True)
class End:
    """A row for a thread that did not come to its end."""

    thread: int
    top: float
    middle: float
    bottom: float
    line: Line


@dataclass(frozen=True, slots=True)
class Callout:
    """The first finding, beside the step that it is about."""

    top: float
    bottom: float
    lines: tuple[tuple[Run, ...], ...]
    step: int | None
    """The step's place; ``None`` where it is the end that went wrong."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """The whole layout."""

    width: float
    top: float
    """Where the rows begin."""
    bottom: float
    """Where the rows end."""
    threads: tuple[tuple[int, str], ...]
    """Number and name of each lane; the number -1 stands for all further threads."""
    lane: Mapping[int, float]
    """The middle of each thread's lane."""
    lane_width: float
    time: Column | None
    words: Column
    place: Column
    source: Column
    bands: tuple[Band, ...]
    lines: tuple[Line, ...]
    """One for each of ``bands``."""
    ends: tuple[End, ...]
    more: tuple[float, str] | None
    """Where it is said how many more threads did not come to their end, and how it is said."""
    callout: Callout | None


def sheet(execution: Execution, program: Program | None) -> Sheet:
    """Lay ``execution`` out."""
    table = laid_out(execution, None if program is None else program.modules, SHOWN)
    return _Layout(execution, table).sheet()


class _Layout:
    """Finds the columns first, then goes down the rows."""

    def __init__(self, execution: Execution, table: Table) -> None:
        self._execution = execution
        self._table = table
        self._names = dict(table.threads)
        self._last = table.last[:ENDS]
        rows = [part for part in table.body if isinstance(part, Row)]
        told: list[Row | Last] = [*rows, *self._last]
        self._places = [each.place for each in told if each.place]
        self._sources = [each.source for each in told]
        self._columns()

    def _columns(self) -> None:
        table = self._table
        self._threads = table.threads
        if len(table.threads) > LANES:
            left = len(table.threads) - LANES + 1
            self._threads = (*table.threads[: LANES - 1], (-1, f"{left} more"))
        self._lane_width = WIDTHS.get(len(self._threads), NARROW)
        times = [part.time for part in table.body if isinstance(part, Row) and part.time]
        x = PADDING
        self._time: Column | None = None
        if times:
            wide = max(width(time, SIZE) for time in [*times, "time"])
            self._time = Column(x, min(wide, 80.0))
            x += self._time.width + GAP / 4
        shared = x + self._lane_width * (len(self._threads) - 0.5)
        self._lane = {thread: shared for thread, _ in table.threads}
        self._lane.update({thread: x + self._lane_width * (at + 0.5) for at, (thread, _) in enumerate(self._threads)})
        x += self._lane_width * len(self._threads) + GAP
        place = min(max((mono_width(place, CODE_SIZE) for place in [*self._places, "line"]), default=0.0) + 4, 150.0)
        source = max((mono_width(source, CODE_SIZE) for source in self._sources), default=0.0) + 2
        spare = WIDEST - x - PADDING - 2 * GAP - place
        wished = max((self._wish(part) for part in [*table.body, *self._last]), default=0.0) + 4
        words = min(max(wished, WORDS[0]), WORDS[1])
        if words + source > spare:
            words = min(words, max(WORDS[0], spare - source, 0.54 * spare))
        source = max(0.0, min(source, spare - words))
        self._words = Column(x, words)
        self._place = Column(x + words + GAP, place)
        self._source = Column(self._place.left + place + GAP / 2, source)
        self._width = max(self._source.left + source + PADDING, NARROWEST)

    def _wish(self, part: Row | Fold | Last) -> float:
        return sum(width(run.text, SIZE, run.style == "strong") + 4 for run in self._runs(part))

    def _runs(self, part: Row | Fold | Last) -> list[Run]:
        if isinstance(part, Fold):
            return [Run(f"… {part.label}", "note")]
        name = Run(self._names.get(part.thread, f"thread {part.thread}"), "strong")
        if isinstance(part, Last):
            return [name, Run(wording.quiet(part.text, 200))]
        notes = [note for note in part.notes if note != "blocked"]  # the lane shows it
        return [
            name,
            Run(_bound(part.text)),
            *([Run(_bound(wording.quiet("; ".join(notes), 200)), "note")] if notes else []),
        ]

    def sheet(self) -> Sheet:
        """Go down the rows."""
        top = _head(self._threads, self._lane_width) + 14
        y = top
        bands: list[Band] = []
        lines: list[Line] = []
        callout: Callout | None = None
        finding, at = _pointed(self._execution)
        for part in self._table.body:
            line = self._line(part)
            bottom = y + AIR + LINE * len(line.words)
            bands.append(Band(part, y, y + (AIR + LINE) / 2, bottom))
            lines.append(line)
            y = bottom
            if finding and isinstance(part, Row) and part.step == at:
                callout = self._callout(finding, y, at)
                y = callout.bottom
        ends: list[End] = []
        for last in self._last:
            line = self._line(last)
            bottom = y + AIR + LINE * len(line.words)
            ends.append(End(last.thread, y, y + (AIR + LINE) / 2, bottom, line))
            y = bottom
        more: tuple[float, str] | None = None
        if len(self._table.last) > ENDS:
            more = (y + (AIR + LINE) / 2, f"… {wording.plural(len(self._table.last) - ENDS, 'more thread')}")
            y += AIR + LINE
        if not bands and not ends:
            y += LINE
        if finding and callout is None:
            callout = self._callout(finding, y, None)
            y = callout.bottom
        return Sheet(
            self._width, top, y, self._threads, self._lane, self._lane_width, self._time, self._words, self._place,
            self._source, tuple(bands), tuple(lines), tuple(ends), more, callout,
        )  # fmt: skip

    def _line(self, part: Row | Fold | Last) -> Line:
        words = tuple(tuple(line) for line in filled(self._runs(part), self._words.width, SIZE, LINES))
        if isinstance(part, Fold):
            return Line(part.thread, words, "", "", "")
        place = cut(part.place, self._place.width, CODE_SIZE, mono=True)
        source = cut(part.source, self._source.width, CODE_SIZE, mono=True) if self._source.width else ""
        time = part.time if isinstance(part, Row) else ""
        return Line(part.thread, words, place, source, cut(time, self._time.width, SIZE) if self._time else "")

    def _callout(self, runs: Sequence[Run], top: float, step: int | None) -> Callout:
        room = self._width - self._words.left - PADDING - 14
        lines = tuple(tuple(line) for line in filled(runs, room, SIZE, CALLOUT_LINES))
        return Callout(top, top + LINE * len(lines) + 18, lines, step)


def _head(threads: Sequence[tuple[int, str]], lane: float) -> float:
    """How high the names of the lanes stand: in one line, in two by turns, or slanting."""
    if lane <= NARROW:
        return 0.72 * min(max(width(name, SIZE, True) for _, name in threads), 150.0) + 18
    return PADDING + (LINE if all(width(name, SIZE, True) <= lane - 6 for _, name in threads) else 2 * LINE)


def _bound(text: str) -> str:
    """``text`` with what must not be torn apart: "→ 3", "1 s", "step 4", "line 6"."""
    return re.sub(r"(?<=→) | (?=s\b)|(?<=\b(?:step|line)) ", "\N{NO-BREAK SPACE}", text)


def _pointed(execution: Execution) -> tuple[list[Run], int | None]:
    """What the first finding says, and the step that it is about."""
    if not execution.findings:
        if execution.ending == "completed":
            return [], None
        return [Run(_bound(wording.quiet(sentence(execution), CALLOUT_LIMIT)))], None
    first = execution.findings[0]
    said = wording.quiet(first.sentence, CALLOUT_LIMIT)
    kind = wording.quiet(first.kind, wording.NAME_LIMIT)
    title, colon, rest = said.partition(": ")
    if not colon or len(title) > TITLE_LIMIT:
        title, rest = kind[:1].upper() + kind[1:], said
    runs = [Run(f"✗ {_bound(title)}:", "strong"), Run(_bound(rest))]
    if first.before:
        runs.append(Run(_bound(wording.quiet(first.before, CALLOUT_LIMIT)), "note"))
    return runs, first.steps[-1] if first.steps else None
