"""Grading again after a check has changed: only whom it touches, and a report of whose score changed and why.

Each graded cell carries the key of its verdict, which changes with whatever the verdict depends on.  So it is known
without judging whom a change touches.  They go through nbgrader again; of their exercises, only those are judged that
the change is about, because the store knows the others.
"""

# nbformat has no types.
# mypy: allow-untyped-calls, no-warn-return-any
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import nbformat
from nbformat import NotebookNode

from course.grading.autograde.run import submission
from course.grading.classroom import Classroom, Mark
from course.grading.judging.lesson import Lesson
from course.grading.judging.store import key
from course.grading.submissions.notes import read_verdict
from course.model import Check, Verdict

__all__ = ["Change", "regrade", "touched"]


@dataclass(frozen=True, slots=True)
class Change:
    """What grading again changed for one student in one exercise."""

    student: str
    exercise: str
    before: Mark | None
    after: Mark | None
    reasons: tuple[str, ...]
    """A sentence for each check that says something else now."""


@dataclass(frozen=True, slots=True)
class _Graded:
    """What is recorded of one student's work."""

    marks: Mapping[str, Mark]
    verdicts: Mapping[str, Verdict]


def touched(classroom: Classroom, assignment: str) -> dict[str, tuple[str, ...]]:
    """Whose work must be graded again, and which exercises of it: what the present checks might say otherwise.

    Work that was never graded is not among it, nor what was handed in since.
    """
    lesson = Lesson.read(classroom.folder("source", assignment=assignment))
    worth = classroom.worth(assignment)
    found = {}
    for student in classroom.students:
        stale = tuple(
            exercise
            for path in _notebooks(classroom, assignment, student)
            for exercise in _stale(_read(path), path.stem, lesson, worth.get(path.stem, {}), classroom.confined)
        )
        if stale:
            found[student] = stale
    return found


def _stale(
    nb: NotebookNode, notebook: str, lesson: Lesson, worth: Mapping[str, float], confined: bool
) -> Iterator[str]:
    """The exercises of a graded notebook whose verdict is out of date."""
    recorded = {
        judged.verdict.exercise: (judged, cell.metadata.nbgrader["points"])
        for cell in nb.cells
        if (judged := read_verdict(cell)) is not None
    }
    paper = submission(nb, lesson.name, notebook)
    for exercise, points in worth.items():
        if exercise not in recorded:
            yield exercise
            continue
        judged, was_worth = recorded[exercise]
        now = key(paper, exercise, lesson.digest(exercise), confined=confined)
        if judged.key != now or was_worth != points or judged.verdict.needs_review:
            yield exercise


def regrade(classroom: Classroom, assignment: str) -> tuple[dict[str, tuple[str, ...]], list[Change], list[str]]:
    """Grade again whom the present checks touch.

    Returns whom they touch, in which exercises; what changed for whom; and a sentence for each submission that could
    not be graded.
    """
    whom = touched(classroom, assignment)
    before = {student: _recorded(classroom, assignment, student) for student in whom}
    failed = classroom.autograde_all(assignment, list(whom)) if whom else {}
    changes: list[Change] = []
    failures = [str(error) for error in failed.values()]
    for student in whom.keys() - failed.keys():
        classroom.generate_feedback(assignment, student)
        changes += _changes(student, before[student], _recorded(classroom, assignment, student))
    return whom, sorted(changes, key=lambda change: (change.student, change.exercise)), failures


def _recorded(classroom: Classroom, assignment: str, student: str) -> _Graded:
    verdicts = [
        judged.verdict
        for path in _notebooks(classroom, assignment, student)
        for cell in _read(path).cells
        if (judged := read_verdict(cell)) is not None
    ]
    marks = classroom.result(assignment, student).marks
    return _Graded({mark.exercise: mark for mark in marks}, {verdict.exercise: verdict for verdict in verdicts})


def _changes(student: str, before: _Graded, after: _Graded) -> Iterator[Change]:
    for exercise in dict.fromkeys([*before.marks, *after.marks]):
        marks = before.marks.get(exercise), after.marks.get(exercise)
        checks = [graded.verdicts[exercise].checks if exercise in graded.verdicts else () for graded in (before, after)]
        reasons = tuple(_reasons(*checks))
        if marks[0] != marks[1] or reasons:
            yield Change(student, exercise, *marks, reasons)


def _reasons(before: Sequence[Check], after: Sequence[Check]) -> Iterator[str]:
    """What each check says that said something else before, or nothing."""
    said = {check.name: check for check in before}
    for check in after:
        was = said.pop(check.name, None)
        if was is None:
            yield f"new check: {check.title}: {_says(check)}"
        elif was.status != check.status:
            yield f"{check.title}: {_STATUS[was.status]} before, now {_says(check)}"
        elif was.points != check.points:
            yield f"{check.title}: worth {was.points:g} before, now {check.points:g}"
    for was in said.values():
        yield f"no check any more: {was.title} (it was {_STATUS[was.status]})"


_STATUS = {"passed": "passed", "failed": "failed", "review": "left to a person"}


def _says(check: Check) -> str:
    reason = (check.reason or "").partition("\n")[0]
    return _STATUS[check.status] + (f": {reason}" if reason and check.status != "passed" else "")


def _notebooks(classroom: Classroom, assignment: str, student: str) -> list[Path]:
    return sorted(classroom.folder("autograded", student, assignment).glob("*.ipynb"))


def _read(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)
