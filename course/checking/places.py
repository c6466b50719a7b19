"""Where something happened, in the words of a learner: "cell 3, line 5" instead of a line of a module.

The explorer knows the module ``solution``, which was put together from the cells of a notebook.  An execution whose
places are translated *before* it is put into words gives sentences with the right places in them, with no
searching and replacing in texts that a learner's program may have written itself.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from course.checking.cells import Assembled
from course.checking.drivers import SOLUTION
from course.explain.endings import sentence
from course.explain.findings import findings
from course.explain.wording import quiet
from course.model import Execution, Failure, Step, Wait

__all__ = ["Places", "told"]

Placed = TypeVar("Placed", Step, Wait, Failure)

POLLING = "polling"
"""The kind of finding that says so."""
QUOTED = 4
"""At most so many lines are quoted."""
LINE_LIMIT = 100


@dataclass(frozen=True, slots=True)
class Places:
    """Translates places, and says how executions ended."""

    solution: Assembled
    hidden: bool = False
    """Whether the driver is hidden: then nothing is said about its lines."""

    def ending(self, execution: Execution) -> str:
        """How ``execution`` ended, with the lines of the learner's cells that tell it."""
        first = next(iter(findings(execution)), None)
        return told(sentence(self._translated(execution)), self.quotes(first.lines if first else ()))

    def polling(self, execution: Execution) -> str | None:
        """Who polls in ``execution``, and where; ``None`` if nobody does."""
        lines = [line for finding in findings(execution) if finding.kind == POLLING for line in finding.lines]
        for finding in findings(self._translated(execution)):
            if finding.kind == POLLING:
                return told(finding.sentence, self.quotes(lines))
        return None

    def quotes(self, lines: Iterable[tuple[str, int]]) -> tuple[str, ...]:
        """Those of ``lines``, given as (module, line), that are the learner's: ``"Cell 3, line 5:  ready.wait()"``."""
        found: dict[str, None] = {}
        for module, line in lines:
            place = self.solution.place(line) if module == SOLUTION else None
            if place is not None:
                text = quiet(self.solution.line(line), LINE_LIMIT)
                found[f"Cell {place[0]}, line {place[1]}:  {text}"] = None
        return tuple(found)[:QUOTED]

    def _translated(self, execution: Execution) -> Execution:
        """The same execution, with places that a learner knows."""
        return replace(
            execution,
            steps=tuple(self._moved(step) for step in execution.steps),
            waiting=tuple(self._moved(wait) for wait in execution.waiting),
            failures=tuple(self._moved(failure) for failure in execution.failures),
        )

    def _moved(self, record: Placed) -> Placed:
        if record.module == SOLUTION:
            place = self.solution.place(record.line)
            module, line = ("your cells", 0) if place is None else (f"cell {place[0]}", place[1])
        else:
            module, line = ("the driver", 0) if self.hidden else ("scenarios.py", record.line)
        return replace(record, module=module, line=line)


def told(sentence: str, quotes: Iterable[str]) -> str:
    """A sentence, and below it the lines that it is about."""
    return "\n".join([sentence, *(f"    {quote}" for quote in quotes)])
