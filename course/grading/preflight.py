"""Whatever a student hands in becomes a notebook that nbgrader can grade.

nbgrader reads a submission as it is.  A file that is no notebook leaves the student without a grade, and some
damage to its metadata (a copied test cell, a newer schema) ends the grading of the whole class.  So the
exporter that reads submissions is ours, set by ``c.Autograde.exporter_class``: first the notebook is tried as
it is; if any of nbgrader's sanitizing steps refuses it, it is *rebuilt*: the student's cells without their
metadata, then nbgrader's own graded cells from the gradebook.  What was read is judged, what could not be
read needs review, and a note at the top says what happened.

Only sanitizing is guarded.  An error of the grading itself is ours, and is not hidden.
"""

# Neither nbgrader nor nbformat has types.
# mypy: allow-untyped-calls, allow-subclassing-any, no-warn-return-any
from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator
from typing import Any

import nbformat
import sqlalchemy.exc
from nbconvert.exporters import NotebookExporter
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook
from nbgrader.api import Gradebook, SourceCell
from nbgrader.preprocessors import DeduplicateIds, NbGraderPreprocessor

from course.grading.notes import Note, clear_notes, is_test, write_note

__all__ = ["Complete", "Deduplicate", "SubmissionExporter"]

_UNREADABLE = "The file that was handed in is not a notebook ({reason}), so there was nothing to judge."
_DAMAGED = (
    "nbgrader's marks in the notebook that was handed in were damaged, so it was rebuilt: first its own cells, then "
    "the cells that are graded."
)


class SubmissionExporter(NotebookExporter):
    """Reads what was handed in; rebuilds what nbgrader would refuse."""

    def from_file(self, file_stream: Any, resources: dict[str, Any] | None = None, **kw: Any) -> tuple[Any, Any]:
        """As in nbconvert, but a submission that is being sanitized always comes out as a notebook."""
        # The converter uses one exporter for both of its rounds, and only this attribute tells them apart.
        if not getattr(self.parent, "_sanitizing", False) or resources is None:
            return super().from_file(file_stream, resources, **kw)
        try:
            nb = _read(file_stream)
        except _NotANotebook as refusal:
            note = Note(_UNREADABLE.format(reason=refusal), readable=False)
            self.log.warning("%s: %s", file_stream.name, note.sentence)
            return self.from_notebook_node(_rebuilt((), note, resources), resources, **kw)
        clear_notes(nb)
        try:
            return self.from_notebook_node(nb, resources, **kw)
        except sqlalchemy.exc.OperationalError:  # the gradebook, not the submission
            raise
        except Exception as error:
            self.log.warning("%s: %s (%s: %s)", file_stream.name, _DAMAGED, type(error).__name__, error)
            note = Note(_DAMAGED, readable=True)
            return self.from_notebook_node(_rebuilt(_bare_cells(nb), note, resources), resources, **kw)


class Deduplicate(DeduplicateIds):
    """nbgrader's own step, which strips the marks of a copied cell but leaves an empty shell that it refuses later."""

    def preprocess_cell(self, cell: NotebookNode, resources: Any, cell_index: int) -> tuple[NotebookNode, Any]:
        """Unmark ``cell`` wholly if a later cell has the same name."""
        cell, resources = super().preprocess_cell(cell, resources, cell_index)
        if cell.metadata.get("nbgrader") == {}:
            del cell.metadata["nbgrader"]
        return cell, resources


class Complete(NbGraderPreprocessor):
    """Puts back, at the end, the graded test cells that were deleted: the answers can be judged all the same."""

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Append what is missing to ``nb``."""
        there = {cell.metadata.nbgrader.get("grade_id") for cell in nb.cells if "nbgrader" in cell.metadata}
        missing = [
            cell
            for cell in _graded_cells(resources["nbgrader"])
            if cell.metadata.nbgrader["grade_id"] not in there and is_test(cell)
        ]
        for number, cell in enumerate(missing):
            self.log.warning("The cell %r had been deleted and was put back", cell.metadata.nbgrader["grade_id"])
            cell["id"] = f"put-back-{number}"
        nb.cells.extend(missing)
        return nb, resources


class _NotANotebook(Exception):
    """The message says why, in a few words that fit into a sentence."""


def _read(stream: Any) -> NotebookNode:
    """The notebook in ``stream``, in today's format; cells without an id, as in an old one, get their number as id."""
    try:
        text = stream.read()
    except UnicodeDecodeError as error:
        raise _NotANotebook(f"it is not UTF-8 text: byte {error.start} cannot be read") from error
    if not text.strip():
        raise _NotANotebook("it is empty")
    try:
        raw = json.loads(text)
    except ValueError as error:
        raise _NotANotebook("it is not JSON; perhaps it was cut off") from error
    try:
        raw.setdefault("metadata", {})
        for cell in raw["cells"]:
            cell.setdefault("metadata", {})
        nb = nbformat.reads(json.dumps(raw), as_version=4)
        for number, cell in enumerate(nb.cells):
            cell.setdefault("id", f"cell-{number}")
        nb.nbformat_minor = max(nb.nbformat_minor, 5)
    except Exception as error:  # nbformat promises no kind of error for what is JSON, but not a notebook
        raise _NotANotebook("it is JSON, but has no cells that can be read") from error
    return nb


def _bare_cells(nb: NotebookNode) -> Iterator[NotebookNode]:
    """The student's cells: their text, and nothing that could be damaged."""
    for cell in nb.cells:
        source = cell.get("source")
        if isinstance(source, str):
            make = new_code_cell if cell.get("cell_type") == "code" else new_markdown_cell
            yield make(source)


def _rebuilt(cells: Any, note: Note, resources: dict[str, Any]) -> NotebookNode:
    """A notebook of ``cells`` and the cells that nbgrader grades, under the note that says so."""
    nb = new_notebook(cells=[new_markdown_cell(f"**{note.sentence}**"), *cells, *_graded_cells(resources["nbgrader"])])
    for number, cell in enumerate(nb.cells):
        cell["id"] = f"rebuilt-{number}"
    write_note(nb, note)
    return nb


def _graded_cells(where: dict[str, str]) -> Iterator[NotebookNode]:
    """The cells of the notebook that have a grade, as `nbgrader generate_assignment` recorded them, by name."""
    with contextlib.closing(Gradebook(where["db_url"])) as gradebook:
        notebook = gradebook.find_notebook(where["notebook"], where["assignment"])
        answers = {cell.name for cell in notebook.solution_cells}
        tasks = {cell.name for cell in notebook.task_cells}
        points = {cell.name: cell.max_score for cell in (*notebook.grade_cells, *notebook.task_cells)}
        for source in sorted(notebook.source_cells, key=lambda cell: cell.name):
            if source.name in points:
                yield _graded_cell(
                    source, points[source.name], answer=source.name in answers, task=source.name in tasks
                )


def _graded_cell(source: SourceCell, points: float, *, answer: bool, task: bool) -> NotebookNode:
    cell = new_code_cell(source.source) if source.cell_type == "code" else new_markdown_cell(source.source)
    cell.metadata["nbgrader"] = {
        "schema_version": 3,
        "grade_id": source.name,
        "grade": not task,
        "solution": answer,
        "task": task,
        "locked": source.locked,
        "points": points,
        "cell_type": source.cell_type,
        "checksum": source.checksum,
    }
    return cell
