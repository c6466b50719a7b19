"""Where something happened, in the words of a learner: "cell [3], line 5" instead of a line of a module.

The explorer knows the module ``solution``, which was put together from the cells of a notebook, and the module
that holds the lesson's drivers.  To a learner these are cells, by the number in front of them, and the file
``scenarios.py``.  An execution whose places are translated *before* it is put into words gives sentences with the right
places in them, with no searching and replacing in texts that a learner's program may have written itself.

A number helps only whoever counts lines.  So wherever a place is told, its text is at hand: :meth:`Places.quotes`
for the lines below a sentence, :meth:`Places.texts` for the table of a trace.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from course.checking.cells import Assembled
from course.checking.drivers import SOLUTION
from course.checking.reading import called
from course.explain.endings import sentence
from course.explain.findings import POLLING, RECORDED, findings, given
from course.explain.wording import quiet
from course.model import (
    Access,
    Check,
    Execution,
    Failure,
    Finding,
    Position,
    Program,
    Race,
    Step,
    ThreadState,
    Wait,
)

__all__ = ["DRIVERS_FILE", "Places", "told"]

Placed = TypeVar("Placed", Step, Wait, Failure, Access, ThreadState)

DRIVERS_FILE = "scenarios.py"
"""How a line of a driver is named."""
QUOTED = 4
"""At most so many lines are quoted."""
LINE_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Places:
    """Translates places, and says how executions ended."""

    solution: Assembled
    hidden: bool = False
    """Whether the driver is hidden: then nothing is said about its lines."""
    driver: str = "main"
    """The module that holds the lesson's drivers."""

    # --- translating ------------------------------------------------------------------

    def located(self, execution: Execution, program: Program | None = None) -> Execution:
        """The same execution with places that a learner knows, in its records and in its findings.

        ``program``, where it is given, has the texts of the driver; those of the cells are known.
        """
        moved = replace(
            execution,
            steps=tuple(map(self._moved, execution.steps)),
            waiting=tuple(map(self._moved, execution.waiting)),
            failures=tuple(map(self._moved, execution.failures)),
            races=tuple(Race(race.name, self._moved(race.first), self._moved(race.second)) for race in execution.races),
        )
        # The cells have less text than the module that ran, so that a cause may be missing; none may be new.
        kinds = {finding.kind for finding in execution.findings} | RECORDED
        texts = Program({"main": "", **self.texts(program)})
        told = findings(moved, texts, given(execution) or Finding("", ""))
        return replace(moved, findings=tuple(finding for finding in told if finding.kind in kinds))

    def standing(self, position: Position, program: Program | None = None) -> Position:
        """The same position with places that a learner knows; ``program`` as for :meth:`located`."""
        return replace(
            position,
            threads=tuple(map(self._moved, position.threads)),
            made=tuple(map(self._moved, position.made)),
            execution=None if position.execution is None else self.located(position.execution, program),
        )

    def texts(self, program: Program | None = None) -> dict[str, str]:
        """The texts behind the names that :meth:`located` gives: of the cells what the learner's module has of them.

        Those of ``program``, where it is given, are among them.
        """
        cells: dict[int, dict[int, str]] = {}
        for text, (cell, line) in zip(self.solution.text.split("\n"), self.solution.places, strict=False):
            cells.setdefault(cell, {}).setdefault(line, text)
        texts = {} if program is None else dict(program.modules)
        if not self.hidden and self.driver in texts:
            texts[DRIVERS_FILE] = texts[self.driver]
        for cell, lines in sorted(cells.items()):
            texts[called(cell)] = "\n".join(lines.get(line, "") for line in range(1, max(lines) + 1))
        return texts

    def readable(self, check: Check) -> Check:
        """``check`` to be read by a learner, who replays it by its schedule: places and texts are the notebook's.

        Its program is not to be run.  That of a hidden check has no driver in it, only the learner's cells.
        """
        if check.execution is None:
            return check
        program = check.program
        shown = (
            Program({"main": "", **self.texts()}) if program is None else replace(program, modules=self.texts(program))
        )
        return replace(check, execution=self.located(check.execution, program), program=shown)

    def _moved(self, record: Placed) -> Placed:
        if record.module == SOLUTION:
            place = self.solution.place(record.line)
            module, line = ("your cells", 0) if place is None else (called(place[0]), place[1])
        elif record.module == self.driver:
            module, line = ("the driver", 0) if self.hidden else (DRIVERS_FILE, record.line)
        else:
            return record
        return replace(record, module=module, line=line)

    # --- telling ----------------------------------------------------------------------

    def ending(self, execution: Execution) -> str:
        """How ``execution`` ended, with the lines of the learner's cells that tell it."""
        first = next(iter(findings(execution)), None)
        return told(sentence(self.located(execution)), self.quotes(first.lines if first else ()))

    def polling(self, execution: Execution) -> str | None:
        """Who polls in ``execution``, and where; ``None`` if nobody does."""
        found = [finding for finding in findings(execution) if finding.kind == POLLING]
        shown = [finding.sentence for finding in self.located(execution).findings if finding.kind == POLLING]
        quotes = self.quotes(line for finding in found for line in finding.lines)
        return told("\n".join(shown), quotes) if shown else None

    def quotes(self, lines: Iterable[tuple[str, int]]) -> tuple[str, ...]:
        """The texts of those of ``lines`` that are the learner's: ``"Cell [3], line 5:  ready.wait()"``."""
        found: dict[str, None] = {}
        for module, line in lines:
            place = self.solution.place(line) if module == SOLUTION else None
            if place is not None:
                text = quiet(self.solution.line(line), LINE_LIMIT)
                found[f"{called(place[0]).capitalize()}, line {place[1]}:  {text}"] = None
        return tuple(found)[:QUOTED]


def told(sentence: str, quotes: Iterable[str]) -> str:
    """A sentence, and below it the lines that it is about."""
    return "\n".join([sentence, *(f"    {quote}" for quote in quotes)])
