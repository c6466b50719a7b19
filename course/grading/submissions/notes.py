"""The metadata of notebooks: which cells are judged, and what grading writes there for whoever reads it later.

A *graded test cell* is nbgrader's word for a code cell with a grade and without an answer in it.  A notebook
that is not as it was handed in carries a :class:`Note`, and begins with a cell that says the same; each judged cell
carries its verdict.  The table of a class is made from these and the gradebook, without judging again.  A student
may write the same keys into a submission: of its metadata nothing is read (`reading`).
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import Any, TypeVar

import msgspec
from nbformat import NotebookNode
from nbformat.v4 import new_markdown_cell
from nbgrader import utils

from course.grading.judging.store import Judged
from course.model import BadRecord

__all__ = ["Note", "add_note", "is_test", "put_on_top", "read_note", "read_verdict", "write_verdict"]

_KEY = "course"
Record = TypeVar("Record")


@dataclass(frozen=True, slots=True)
class Note:
    """Why a notebook is not as it was handed in."""

    sentence: str
    """All that there is to say, as one sentence or more."""
    readable: bool
    """Whether the student's cells could be read; if not, there was nothing to judge."""
    displaced: tuple[str, ...] = ()
    """Graded answers whose cell was missing, so that a person has to look for them."""


def is_test(cell: NotebookNode) -> bool:
    """Whether ``cell`` is a graded test cell, to be judged."""
    return bool(cell.cell_type == "code" and utils.is_grade(cell) and not utils.is_solution(cell))


def put_on_top(nb: NotebookNode, note: Note) -> None:
    """Put ``note`` on the notebook: a cell at the top for people, and a record for programs."""
    nb.metadata[_KEY] = _plain(note)
    name = "note"
    while any(cell.id == name for cell in nb.cells):
        name += "-"
    nb.cells.insert(0, new_markdown_cell(f"**{_literal(note.sentence)}**", id=name))


def add_note(nb: NotebookNode, sentence: str) -> Note:
    """Say ``sentence`` on top of the notebook, besides what its note says already; returns the note."""
    note = read_note(nb) or Note("", readable=True)
    said = Note(" ".join(part for part in (sentence, note.sentence) if part), note.readable, note.displaced)
    put_on_top(nb, dataclasses.replace(note, sentence=sentence))
    nb.metadata[_KEY] = _plain(said)
    return said


def read_note(nb: NotebookNode) -> Note | None:
    """The notebook's note, if it has one."""
    return _read(nb.metadata, Note)


def write_verdict(cell: NotebookNode, judged: Judged) -> None:
    """Put a verdict on its cell, without what would make the notebook large: programs, and the steps of executions.

    Both are in the store, under the verdict's key, and can be had again from the submission and the schedule.
    """
    checks = tuple(
        dataclasses.replace(
            check, program=None, execution=check.execution and dataclasses.replace(check.execution, steps=())
        )
        for check in judged.verdict.checks
    )
    slim = dataclasses.replace(judged.verdict, checks=checks)
    cell.metadata[_KEY] = _plain(dataclasses.replace(judged, verdict=slim))


def read_verdict(cell: NotebookNode) -> Judged | None:
    """The verdict on ``cell``, if it was judged, and the key under which all of it is kept."""
    return _read(cell.metadata, Judged)


def _literal(text: str) -> str:
    """``text`` as Markdown that shows it as it is: it may quote what a student named a file."""
    return re.sub(r"([\\`*_\[\]<>&$~|#])", r"\\\1", " ".join(text.split()))


def _plain(record: object) -> Any:
    return msgspec.to_builtins(record)


def _read(metadata: dict[str, Any], kind: type[Record]) -> Record | None:
    if _KEY not in metadata:
        return None
    try:
        return msgspec.convert(metadata[_KEY], kind)
    except msgspec.ValidationError as error:
        raise BadRecord(f"the notebook's metadata {_KEY!r} is not a {kind.__name__}: {error}") from error
