"""From a cell to a program, and from the program's lines back to the notebook's.

The text under ``%%explore`` is the whole program.  Two modules may be imported in it: ``solution``, which is what the
notebook's cells define (put together as for a check), and ``scenarios``, the lesson's public drivers.  So a learner
can explore an exercise with a little program of their own, or with the driver of a check.

A line of ``solution`` is a line that nobody ever saw.  Before anything is shown, it becomes the line of the cell it
came from: "cell 7, line 3" stands at the prompt ``[7]``.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TypeVar

from course.checking.cells import Assembled, assemble
from course.checking.drivers import SOLUTION
from course.explain import explained
from course.model import Execution, Exploration, Failure, Program, Step, Wait

__all__ = ["CellProgram", "cell_program", "located", "with_sources"]

SCENARIOS = "scenarios"
DRIVERS_FILE = "scenarios.py"
"""How a line of a driver is named."""

Placed = TypeVar("Placed", Step, Wait, Failure)


@dataclass(frozen=True, slots=True)
class CellProgram:
    """The program of one cell."""

    program: Program
    sources: Program
    """The same, with the texts for display: the notebook's cells."""
    solution: Assembled | None
    """The learner's module, if the program uses it."""

    def execution(self, execution: Execution) -> Execution:
        """``execution`` with the places that the learner knows."""
        return execution if self.solution is None else located(execution, self.solution, SCENARIOS)

    def exploration(self, found: Exploration) -> Exploration:
        """``found`` with the places that the learner knows."""
        outcomes = (replace(outcome, execution=self.execution(outcome.execution)) for outcome in found.outcomes)
        return replace(found, outcomes=tuple(outcomes))


def cell_program(text: str, cells: Sequence[str], folder: Path) -> CellProgram:
    """The program ``text`` from under a cell magic, in a notebook that holds ``cells`` and lies in ``folder``."""
    # The line with the magic is line 1 of the cell.
    modules = {"main": f"\n{text}"}
    imported = _imported(text)
    wanted = set(imported.get(SOLUTION, ()))
    beside = folder / DRIVERS_FILE
    if SCENARIOS in imported and beside.is_file():
        modules[SCENARIOS] = beside.read_text(encoding="utf-8")
        used = _imported(modules[SCENARIOS])
        wanted.update(used.get(SOLUTION, ()))
        imported = {**used, **imported}
    if SOLUTION not in imported:
        program = Program(modules)
        return CellProgram(program, program, None)
    solution = assemble(cells, wanted)
    program = Program({**modules, SOLUTION: solution.text})
    return CellProgram(program, with_sources(program, cells, SCENARIOS), solution)


def with_sources(program: Program, cells: Sequence[str], driver: str) -> Program:
    """``program`` with the texts of the places that :func:`located` names."""
    texts = {f"cell {number}": text for number, text in enumerate(cells, start=1) if text}
    if driver in program.modules:
        texts[DRIVERS_FILE] = program.modules[driver]
    return replace(program, modules={**program.modules, **texts})


def located(execution: Execution, solution: Assembled, driver: str) -> Execution:
    """``execution`` with lines of the cells in place of lines of the module that was made of them.

    ``driver`` is the module that holds the lesson's drivers; to a learner it is a file.
    """

    def place(record: Placed) -> Placed:
        if record.module == driver:
            return replace(record, module=DRIVERS_FILE)
        known = solution.place(record.line) if record.module == SOLUTION else None
        return record if known is None else replace(record, module=f"cell {known[0]}", line=known[1])

    return explained(
        replace(
            execution,
            steps=tuple(map(place, execution.steps)),
            failures=tuple(map(place, execution.failures)),
            waiting=tuple(map(place, execution.waiting)),
        )
    )


def _imported(text: str) -> dict[str, set[str]]:
    """The modules that ``text`` imports anywhere, each with the names that it takes from it."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return {}  # the explorer will say so, and where
    found: dict[str, set[str]] = {}
    called: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            for alias in node.names:
                found.setdefault(alias.name, set())
                called[alias.asname or alias.name] = alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.setdefault(node.module, set()).update(alias.name for alias in node.names)
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in called:
            found[called[node.value.id]].add(node.attr)
    return found
