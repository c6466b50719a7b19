"""What the gradebook knows of a lesson's cells since `nbgrader generate_assignment`: the measure of what is handed in.

A submission carries nbgrader's marks in the metadata of its cells, where anybody can change them.  Nothing of them
counts but the name; the rest is taken from here.
"""

# nbgrader has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell
from nbgrader.api import Gradebook, MissingEntry

__all__ = ["RecordedCell", "RecordedNotebook", "recorded"]


@dataclass(frozen=True, slots=True)
class RecordedCell:
    """One marked cell."""

    name: str
    """nbgrader's ``grade_id``."""
    cell_type: str
    """"code" or "markdown"."""
    source: str
    """As it was released."""
    checksum: str
    locked: bool
    """Whether its text is the lesson's, and not the student's."""
    solution: bool
    """Whether it holds an answer."""
    task: bool
    points: float | None
    """What it is worth; ``None`` if it has no grade."""

    @property
    def graded(self) -> bool:
        """Whether it has points, given by machine or by hand."""
        return self.points is not None

    @property
    def answered(self) -> bool:
        """Whether its points are for what stands in it, so that a person grades it."""
        return self.graded and (self.solution or self.task)

    @property
    def marks(self) -> dict[str, Any]:
        """The cell's metadata, as nbgrader has it."""
        marks: dict[str, Any] = {
            "schema_version": 3,
            "grade_id": self.name,
            "grade": self.graded and not self.task,
            "solution": self.solution,
            "task": self.task,
            "locked": self.locked,
            "cell_type": self.cell_type,
            "checksum": self.checksum,
        }
        return marks | ({} if self.points is None else {"points": self.points})

    def cell(self) -> NotebookNode:
        """The cell as it was released."""
        make = new_code_cell if self.cell_type == "code" else new_markdown_cell
        return NotebookNode(make(self.source, metadata={"nbgrader": self.marks}))


@dataclass(frozen=True, slots=True)
class RecordedNotebook:
    """The marked cells of one notebook of a lesson."""

    name: str
    """Without its ending, such as "1-one-signal"."""
    cells: Mapping[str, RecordedCell]
    """By name, in the order of the names."""

    @property
    def graded(self) -> tuple[RecordedCell, ...]:
        """The cells that have points."""
        return tuple(cell for cell in self.cells.values() if cell.graded)


def recorded(gradebook: Gradebook, assignment: str) -> dict[str, RecordedNotebook]:
    """The notebooks of ``assignment`` by name; none if the gradebook does not know it."""
    try:
        notebooks = gradebook.find_assignment(assignment).notebooks
    except MissingEntry:
        return {}
    return {notebook.name: _notebook(notebook) for notebook in sorted(notebooks, key=lambda notebook: notebook.name)}


def _notebook(notebook: Any) -> RecordedNotebook:
    answers = {cell.name for cell in notebook.solution_cells}
    tasks = {cell.name for cell in notebook.task_cells}
    points = {cell.name: float(cell.max_score) for cell in (*notebook.grade_cells, *notebook.task_cells)}
    cells = {
        source.name: RecordedCell(
            name=source.name,
            cell_type=source.cell_type,
            source=source.source or "",
            checksum=source.checksum,
            locked=bool(source.locked),
            solution=source.name in answers,
            task=source.name in tasks,
            points=points.get(source.name),
        )
        for source in sorted(notebook.source_cells, key=lambda cell: cell.name)
    }
    return RecordedNotebook(notebook.name, cells)
