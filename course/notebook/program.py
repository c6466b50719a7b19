"""From a cell to a program, and from the program's lines back to the notebook's.

The text under ``%%explore`` is the whole program.  Two modules may be imported in it: ``solution``, which is what the
notebook's cells define (put together as for a check), and ``scenarios``, the lesson's public drivers.  So a learner
can explore an exercise with a little program of their own, or with the driver of a check.

A line of ``solution`` is a line that nobody ever saw.  Before anything is shown, it becomes the line of the cell it
came from (:mod:`course.checking.places`), as in the verdict of a check.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from course.checking.cells import assemble
from course.checking.drivers import SOLUTION
from course.checking.places import DRIVERS_FILE, Places
from course.model import Execution, Exploration, Position, Program

__all__ = ["CellProgram", "cell_program"]

SCENARIOS = "scenarios"


@dataclass(frozen=True, slots=True)
class CellProgram:
    """The program of one cell."""

    program: Program
    sources: Program
    """The same, with the texts for display: the notebook's cells."""
    places: Places | None
    """Where the learner's module comes from, if the program uses it."""

    def execution(self, execution: Execution) -> Execution:
        """``execution`` with the places that the learner knows."""
        return execution if self.places is None else self.places.located(execution, self.program)

    def position(self, position: Position) -> Position:
        """``position`` with the places that the learner knows."""
        return position if self.places is None else self.places.standing(position, self.program)

    def exploration(self, found: Exploration) -> Exploration:
        """``found`` with the places that the learner knows."""
        return replace(found, outcomes=tuple(outcome.changed(self.execution) for outcome in found.outcomes))


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
    places = Places(solution, driver=SCENARIOS)
    return CellProgram(program, replace(program, modules=places.texts(program)), places)


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
