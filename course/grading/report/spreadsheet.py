"""The report as CSV: a row for each exercise of each submission, for a spreadsheet or for pandas.

A spreadsheet takes a text that begins with ``=`` for a formula and would run it, and a student chooses what some of
these texts begin with.  As OWASP advises (https://owasp.org/www-community/attacks/CSV_Injection), an apostrophe is put
before such a text, which spreadsheets take for "this is text" and pandas for an apostrophe.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from pathlib import Path

from course.grading.report.groups import kinds
from course.grading.report.records import Answer, Assignment, Paper

__all__ = ["COLUMNS", "spreadsheet", "write_spreadsheet"]

COLUMNS = (
    "student",
    "assignment",
    "notebook",
    "exercise",
    "state",
    "score",
    "points",
    "by_hand",
    "review",
    "findings",
    "failed_checks",
)
BEGINNINGS = tuple("=+-@\t\r\n＝＋－＠")
"""With which a text may be a formula."""


def write_spreadsheet(assignments: Iterable[Assignment], path: Path) -> Path:
    """Write the report to ``path``, and return it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # The mark at the beginning tells Excel that it is UTF-8.  A folder's name may be no text at all.
    path.write_bytes(spreadsheet(assignments).encode("utf-8-sig", "backslashreplace"))
    return path


def spreadsheet(assignments: Iterable[Assignment]) -> str:
    """The rows under their heads, as text."""
    text = io.StringIO()
    writer = csv.writer(text, quoting=csv.QUOTE_NONNUMERIC)
    writer.writerow(COLUMNS)
    for assignment in assignments:
        for paper in assignment.papers:
            writer.writerows(_rows(assignment, paper))
    return text.getvalue()


def _rows(assignment: Assignment, paper: Paper) -> Iterator[list[object]]:
    head = [_safe(paper.student.id), _safe(assignment.name)]
    if not assignment.exercises:  # the gradebook does not know them
        yield [*head, "", "", paper.state, *[""] * (len(COLUMNS) - 5)]
    given = {answer.exercise: answer for answer in paper.answers}
    reasons = {answer.exercise: reason for answer, reason in paper.reviews}
    for exercise in assignment.exercises:
        answer = given.get(exercise)
        yield [
            *head,
            _safe(exercise.notebook),
            _safe(exercise.name),
            paper.state,
            "" if answer is None else _number(answer.score),
            _number(exercise.points),
            "yes" if answer is not None and answer.by_hand else "",
            _safe(" ".join(reasons.get(exercise, "").split())),
            _safe("; ".join(() if answer is None else kinds(answer))),
            _safe("; ".join(() if answer is None else _failed(answer))),
        ]


def _failed(answer: Answer) -> Iterator[str]:
    for check in () if answer.verdict is None else answer.verdict.checks:
        if check.status == "failed":
            yield check.title


def _number(value: float) -> float | int:
    return int(value) if value == int(value) else value


def _safe(text: str) -> str:
    """``text``, and no formula."""
    return f"'{text}" if text.lstrip(" \xa0").startswith(BEGINNINGS) else text
