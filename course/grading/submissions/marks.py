"""nbgrader's marks on the cells that were handed in, put right by what the gradebook knows.

A mark is the metadata by which nbgrader finds a cell: its name, whether it is graded, its points.  A student's editor
may strip them, a student may copy, delete, retype or rename cells, or try what other points do.  nbgrader refuses
some of that, for the whole class, and believes some of it.  Here only the *name* on a cell is believed, and only if the
lesson has such a cell; whatever else the mark says is the gradebook's.  Each repair is told in a sentence.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader import utils

from course.grading.submissions.files import shown
from course.grading.submissions.recorded import RecordedCell, RecordedNotebook

__all__ = ["Repairs", "listed", "recognised", "repair"]

_PROSE = 20_000
"""A longer text, in characters, is shown as it is, and not as Markdown: that may take a renderer minutes."""
_LISTED = 5


@dataclass(frozen=True, slots=True)
class Repairs:
    """What was done to a notebook."""

    sentences: tuple[str, ...] = ()
    displaced: tuple[str, ...] = ()
    """Graded answers whose cell was missing: the answer may stand elsewhere, so that a person has to look."""


def repair(nb: NotebookNode, lesson: RecordedNotebook) -> Repairs:
    """Give the cells of ``nb`` the marks that they have in ``lesson``, and put back graded cells that are missing."""
    said: list[str] = []
    marked, given = _claimed(nb, lesson, said)
    found = _found_again(nb, lesson, marked)
    if found:
        said.append(f"nbgrader's marks were missing from {listed(found)} and were put back.")
    _said_of_changes(nb, lesson, marked, given, said)
    for name, index in (marked | found).items():
        nb.cells[index] = _restored(nb.cells[index], lesson.cells[name])
    missing = [cell for cell in lesson.graded if cell.name not in marked and cell.name not in found]
    displaced = tuple(cell.name for cell in missing if cell.answered)
    if missing:
        said.append(f"{_many('The cell', missing)} missing and put back at the end: {listed(c.name for c in missing)}.")
    if displaced:
        said.append("A person looks whether the answer stands elsewhere in the notebook.")
    nb.cells = [_plain(cell) for cell in nb.cells] + _put_back(missing, {cell.id for cell in nb.cells})
    return Repairs(tuple(said), displaced)


def recognised(nb: NotebookNode, lesson: RecordedNotebook) -> frozenset[str]:
    """The names of the graded cells of ``lesson`` that ``nb`` has, by their mark or by their text."""
    graded = {cell.name for cell in lesson.graded}
    named = {name for cell in nb.cells if (name := _name(cell)) in graded and name is not None}
    return frozenset(named | _found_again(nb, lesson, dict.fromkeys(named, 0)).keys())


def listed(names: Iterable[str]) -> str:
    """Names in quotes: ``'a', 'b' and 3 more``."""
    quoted = [shown(name) for name in names]
    if len(quoted) > _LISTED + 1:
        return f"{', '.join(quoted[:_LISTED])} and {len(quoted) - _LISTED} more"
    return " and ".join(", ".join(part) for part in (quoted[:-1], quoted[-1:]) if part)


def _name(cell: NotebookNode) -> str | None:
    """The name on a cell, whatever its mark is like."""
    marks = cell.metadata.get("nbgrader")
    name = marks.get("grade_id") if isinstance(marks, dict) else None
    return name if isinstance(name, str) else None


def _claimed(
    nb: NotebookNode, lesson: RecordedNotebook, said: list[str]
) -> tuple[dict[str, int], dict[str, dict[str, Any]]]:
    """By name: which cell bears it, and the mark that it came with.  All marks are taken off."""
    marked: dict[str, int] = {}
    given: dict[str, dict[str, Any]] = {}
    copied: dict[str, None] = {}
    unknown: dict[str, None] = {}
    for index, cell in enumerate(nb.cells):
        name, marks = _name(cell), cell.metadata.pop("nbgrader", None)
        if name is None:
            continue
        if name not in lesson.cells:
            unknown[name] = None
            continue
        if name in marked:
            copied[name] = None
        # Of two copies, Python uses the later one.
        marked[name], given[name] = index, marks
    if copied:
        said.append(f"There was more than one copy of {listed(copied)}; the last one counts.")
    if unknown:
        said.append(f"This notebook has no graded cell {listed(unknown)}; what bears that name is an ordinary cell.")
    return marked, given


def _found_again(nb: NotebookNode, lesson: RecordedNotebook, marked: dict[str, int]) -> dict[str, int]:
    """Unmarked cells that have the very text of a locked cell that is missing: by name, the first of each."""
    wanted: dict[tuple[str, str], str] = {
        (cell.cell_type, cell.source.strip()): name
        for name, cell in lesson.cells.items()
        if cell.locked and cell.source.strip() and name not in marked
    }
    taken = set(marked.values())
    found: dict[str, int] = {}
    for index, cell in enumerate(nb.cells):
        name = wanted.get((cell.cell_type, cell.source.strip()))
        if name is not None and index not in taken:
            found.setdefault(name, index)
    return found


def _said_of_changes(
    nb: NotebookNode,
    lesson: RecordedNotebook,
    marked: dict[str, int],
    given: dict[str, dict[str, Any]],
    said: list[str],
) -> None:
    """Say which marks, types and texts differ from the lesson's."""
    changes = {name: keys for name in marked if (keys := _changed(given[name], lesson.cells[name]))}
    if changes:
        which = ", ".join(sorted(set().union(*changes.values())))
        said.append(f"nbgrader's marks ({which}) on {listed(changes)} were not the lesson's; they are again.")
    retyped = [name for name, index in marked.items() if nb.cells[index].cell_type != lesson.cells[name].cell_type]
    if retyped:
        said.append(f"The type of {listed(retyped)} was not the lesson's (code or Markdown); it is again.")
    rewritten = [
        name
        for name, index in marked.items()
        if lesson.cells[name].locked and nb.cells[index].source != lesson.cells[name].source
    ]
    if rewritten:
        said.append(f"The text of {listed(rewritten)} was not the lesson's; it is again.")


def _changed(given: dict[str, Any], cell: RecordedCell) -> set[str]:
    """Which marks of a cell are not as they were released, of those that nbgrader would go by."""
    wanted = cell.marks
    changed = {key for key in ("schema_version", "grade", "solution") if given.get(key) != wanted[key]}
    changed |= {"task"} if given.get("task", False) != wanted["task"] else set()
    changed |= {"points"} if cell.graded and given.get("points") != cell.points else set()
    # The lock of a graded test cell follows from what it is.
    locked = not given.get("solution") and bool(given.get("grade") or given.get("locked"))
    return changed | ({"locked"} if locked != cell.locked and not changed else set())


def _restored(cell: NotebookNode, wanted: RecordedCell) -> NotebookNode:
    """The student's cell under the lesson's marks, and of the lesson's type; a locked one with the lesson's text."""
    fresh = wanted.cell()
    fresh.id = cell.id
    if not wanted.locked:
        fresh.source = cell.source
        if "attachments" in cell and wanted.cell_type != "code":
            fresh.attachments = cell.attachments
        if utils.is_grade(fresh) and wanted.cell_type != "code":
            fresh.source = _bounded(fresh.source)
    return fresh


def _plain(cell: NotebookNode) -> NotebookNode:
    """A raw cell as a text to read, since what a raw cell does is up to whoever shows it."""
    if cell.cell_type == "raw":
        return NotebookNode(new_markdown_cell(_fenced(cell.source), id=cell.id))
    if cell.cell_type == "markdown":
        cell.source = _bounded(cell.source)
    return cell


def _bounded(text: str) -> str:
    return text if len(text) <= _PROSE else _fenced(text)


def _fenced(text: str) -> str:
    """``text`` as Markdown that shows it as it is."""
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _put_back(missing: Iterable[RecordedCell], taken: set[str]) -> list[NotebookNode]:
    cells = []
    for wanted in missing:
        cell = wanted.cell()
        cell.id = f"put-back-{wanted.name}"[:60]
        while cell.id in taken:
            cell.id += "-"
        taken.add(cell.id)
        cells.append(cell)
    return cells


def _many(what: str, things: list[RecordedCell]) -> str:
    return f"{what} was" if len(things) == 1 else f"{what}s were"
