"""What came of a class: the marks in its gradebook, and how many of them are true."""

# nbgrader has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from nbgrader.api import Grade, Gradebook, SubmittedNotebook
from sqlalchemy.orm import joinedload

from benchmarks.scale.classes import Student
from benchmarks.scale.rooms import COURSES, Side
from benchmarks.scale.stock import WITHOUT_TRUTH, cells_of

__all__ = ["Cell", "Judged", "digest", "judged", "read_marks"]


@dataclass(frozen=True, slots=True)
class Cell:
    """One graded cell of one submission."""

    score: float
    points: float
    review: bool
    """Whether a person must look at it."""


Marks = Mapping[str, Mapping[str, Cell]]
"""The cells by student and name; a student who was not graded is not in it."""


def read_marks(room: Path, side: Side, assignment: str) -> Marks:
    """The marks in the gradebook of ``room``, of the submissions that are in `autograded/`.

    nbgrader records a submission that it gives up, with 0 points; in `autograded/` are those that it got through.
    """
    through = {path.parent.name for path in (room / "autograded").glob(f"*/{assignment}")}
    found: dict[str, dict[str, Cell]] = {}
    course = COURSES[side]
    with contextlib.closing(Gradebook(f"sqlite:///{room / 'gradebook.db'}", course)) as gradebook:
        # One question for the whole class; nbgrader's own ways ask several for each cell.
        grades = gradebook.db.query(Grade).options(
            joinedload(Grade.cell), joinedload(Grade.notebook).joinedload(SubmittedNotebook.assignment)
        )
        for grade in grades:
            student = grade.notebook.assignment.student_id
            if student in through:
                cells = found.setdefault(student, {})
                cells[grade.cell.name] = Cell(grade.score, grade.max_score, grade.needs_manual_grade)
    return found


def digest(marks: Marks) -> str:
    """A hash of every mark: equal for equal marks."""
    plain = {
        student: {name: (cell.score, cell.points, cell.review) for name, cell in cells.items()}
        for student, cells in marks.items()
    }
    return hashlib.sha256(json.dumps(plain, sort_keys=True).encode()).hexdigest()


@dataclass(frozen=True, slots=True)
class Judged:
    """How a class was judged, by answers; those that a machine cannot judge at all are left out."""

    right: int
    """Right answers."""
    right_lost: int
    """Right answers that do not have all points."""
    right_lost_in: Mapping[str, int]
    """Of these, by exercise."""
    wrong: int
    """Wrong answers."""
    wrong_passed: int
    """Wrong answers that have all points."""
    wrong_passed_by_finding: Mapping[str, int]
    """Of these, by what is wrong: "polling", "deadlock"; "other" is what has no name."""
    wrong_by_finding: Mapping[str, int]
    """All wrong answers, likewise."""
    taken_along: float
    """Points that right answers lost in submissions in which another answer to the same lesson is wrong."""
    review: int
    """Answers that are left to a person."""
    ungraded: int
    """Students who have no marks at all."""


def judged(students: Iterable[Student], marks: Marks, side: Side, exercises: Sequence[str]) -> Judged:
    """Compare ``marks`` with what is true of the answers of ``students`` to ``exercises``.

    Files that were cut off are left out of all but ``review`` and ``ungraded``: nothing is true of what cannot be read.
    """
    counts: Counter[str] = Counter()
    lost_in: Counter[str] = Counter()
    passed: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    taken = 0.0
    for student in students:
        cells = marks.get(student.name)
        counts["ungraded"] += cells is None
        mistaken = any(not answer.right for answer in student.answers.values())
        for exercise in exercises:
            answer = student.answers[exercise]
            parts = [] if cells is None else [cells[name] for name in _names(exercise, side)]
            counts["review"] += any(part.review for part in parts)
            if student.cut_off or exercise in WITHOUT_TRUTH or answer.prose or any(part.review for part in parts):
                continue
            lost = sum(part.points - part.score for part in parts)
            full = bool(parts) and lost == 0
            if answer.right:
                counts["right"] += 1
                counts["lost"] += not full
                lost_in[exercise] += not full
                taken += lost if mistaken else 0.0
            else:
                kind = answer.finding or "other"
                counts["wrong"] += 1
                kinds[kind] += 1
                counts["passed"] += full
                passed[kind] += full
    return Judged(
        counts["right"],
        counts["lost"],
        dict(+lost_in),
        counts["wrong"],
        counts["passed"],
        dict(+passed),
        dict(kinds),
        taken,
        counts["review"],
        counts["ungraded"],
    )


def _names(exercise: str, side: Side) -> tuple[str, ...]:
    """The graded cells of an exercise."""
    return (exercise,) if side == "course" else tuple(name for name, _, _ in cells_of(exercise))
