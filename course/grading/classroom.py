"""A course folder as nbgrader sees it.

:class:`Classroom` runs nbgrader's own converters with the folder's `nbgrader_config.py`, exactly as its commands and
formgrader's buttons do, and reads back what came of it: the scores from the gradebook, the reasons from the autograded
notebooks.
"""

# nbgrader has no types.
# mypy: allow-untyped-calls, no-warn-return-any
from __future__ import annotations

import contextlib
import hashlib
import logging
import os
import textwrap
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.api import Gradebook, MissingEntry
from nbgrader.converters import GenerateAssignment
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config
from traitlets.config.loader import PyFileConfigLoader

from course.explain.findings import DATA_RACE
from course.grading.autograde.preflight import CourseAutograde
from course.grading.sandbox.walls import Sandbox
from course.grading.submissions.feedback import CourseFeedback
from course.grading.submissions.handed_in import is_empty
from course.grading.submissions.notes import read_note, read_verdict
from course.model import Check, Verdict, to_json

__all__ = ["Classroom", "GradingError", "Mark", "Result", "explanation", "scores_digest"]

CONFIG = "nbgrader_config.py"
LINE = 120
"""How long an explanation may be, in characters."""


ORDER = ("start", "event", "condition", "queue")
"""The lessons as they follow on each other; others come after them, by name."""


class GradingError(RuntimeError):
    """A step of nbgrader failed; the message says which, for whom, and what nbgrader said."""


@dataclass(frozen=True, slots=True)
class Mark:
    """What one graded cell of one submission got."""

    exercise: str
    score: float
    points: float
    review: bool
    """Whether a person must look at it."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one student got for one assignment."""

    student: str
    assignment: str
    marks: tuple[Mark, ...]
    explanation: str
    """The most telling reason, in one line."""
    penalty: float = 0.0
    """Points that were taken off because it was late."""

    @property
    def score(self) -> float:
        """The points that count: of all graded cells, less the late penalty."""
        return max(0.0, sum(mark.score for mark in self.marks) - self.penalty)

    @property
    def points(self) -> float:
        """The points that can be had."""
        return sum(mark.points for mark in self.marks)


class Classroom:
    """The course in the folder ``root``, which holds `nbgrader_config.py`."""

    def __init__(self, root: Path) -> None:
        self.root = root.resolve()
        if not (self.root / CONFIG).is_file():
            raise GradingError(
                f"{self.root} holds no {CONFIG}; run this in the course's folder, or name it with --root"
            )
        self.config: Config = PyFileConfigLoader(CONFIG, path=str(self.root)).load_config()
        self.directory = CourseDirectory(config=self.config)

    def folder(self, step: str, student: str = ".", assignment: str = ".") -> Path:
        """Where nbgrader keeps ``step`` ("source", "release", "submitted", "autograded", "feedback")."""
        name = getattr(self.directory, f"{step}_directory")
        return Path(self.directory.format_path(name, student, assignment)).resolve()

    @property
    def assignments(self) -> tuple[str, ...]:
        """The names of the lessons' folders that hold notebooks, in the order in which one learns."""
        names = {path.parent.name for path in self.folder("source").glob("*/*.ipynb")}
        return tuple(sorted(names, key=lambda name: (ORDER.index(name) if name in ORDER else len(ORDER), name)))

    @property
    def students(self) -> tuple[str, ...]:
        """Who has a folder in `submitted/`."""
        folder = self.folder("submitted")
        return tuple(sorted(path.name for path in folder.iterdir() if path.is_dir())) if folder.is_dir() else ()

    def has_submitted(self, student: str, assignment: str) -> bool:
        """Whether ``student`` handed in anything for ``assignment``."""
        place = (self.directory.submitted_directory, student, assignment)
        folder = Path(self.directory.format_path(*place))  # not resolved: it may be a link
        return os.path.lexists(folder) and not is_empty(folder)

    @contextlib.contextmanager
    def gradebook(self) -> Iterator[Gradebook]:
        """The database of scores, nbgrader's own."""
        with contextlib.closing(Gradebook(self.directory.db_url, self.directory.course_id)) as gradebook:
            yield gradebook

    @property
    def confined(self) -> bool:
        """Whether learners' code must run in the sandbox, as it should."""
        return not Sandbox(config=self.config).unconfined

    def worth(self, assignment: str) -> dict[str, dict[str, float]]:
        """The points of each exercise that is judged, by notebook, as the gradebook has them."""
        with self.gradebook() as gradebook:
            try:
                notebooks = gradebook.find_assignment(assignment).notebooks
            except MissingEntry:
                return {}
            return {
                notebook.name: {
                    cell.name: float(cell.max_score)
                    for cell in notebook.grade_cells
                    if cell.cell_type == "code" and cell.name not in {each.name for each in notebook.solution_cells}
                }
                for notebook in notebooks
            }

    def generate_assignment(self, assignment: str, into: Path, *, record: bool = True) -> None:
        """Make the students' version of ``assignment`` in the folder ``into``, as `nbgrader generate_assignment` does.

        Without ``record``, the gradebook is not touched.
        """
        config = Config(self.config)
        config.CourseDirectory.release_directory = str(into)
        if not record:
            config.SaveCells.enabled = False
            config.GenerateAssignment.no_database = True
        self._run(GenerateAssignment, config, assignment, ".")

    def autograde(self, assignment: str, student: str) -> None:
        """Grade one submission, again if it was graded before, as formgrader's button does."""
        self._run(CourseAutograde, self.config, assignment, student)

    def autograde_all(self, assignment: str, students: Sequence[str]) -> dict[str, GradingError]:
        """Grade what ``students`` handed in for ``assignment``, as `nbgrader autograde --force` does.

        Returns those who could not be graded, and why; they stop no other.
        """
        config = Config(self.config)
        config.CourseDirectory.student_id_exclude = ",".join(sorted(set(self.students) - set(students)))
        graded: set[str] = set()
        with contextlib.suppress(GradingError):
            self._run(CourseAutograde, config, assignment, "*", graded)
        # Whoever was not graded is taken alone: then it is known why.
        return dict(self._one_by_one(assignment, [student for student in students if student not in graded]))

    def _one_by_one(self, assignment: str, students: Sequence[str]) -> Iterator[tuple[str, GradingError]]:
        for student in students:
            try:
                self.autograde(assignment, student)
            except GradingError as error:
                yield student, error

    def generate_feedback(self, assignment: str, student: str) -> None:
        """Make the feedback page of one graded submission, as formgrader's button does."""
        self._run(CourseFeedback, self.config, assignment, student)

    def _run(
        self, converter: Any, config: Config, assignment: str, student: str, graded: set[str] | None = None
    ) -> None:
        directory = CourseDirectory(config=config, assignment_id=assignment, student_id=student)
        work = converter(coursedir=directory, config=config)
        work.force = True
        with _errors_of(work.log) as errors:
            try:
                work.start()
            except (Exception, SystemExit) as error:  # nbgrader logs what happened, and promises no kind of error
                whom = "" if student in (".", "*") else f" for {student!r}"
                step = converter.__name__.removeprefix("Course")
                what = _cause(errors) or repr(error)
                raise GradingError(f"nbgrader's {step} failed on {assignment!r}{whom}: {what}") from error
            finally:
                if graded is not None:
                    graded |= work.graded

    def result(self, assignment: str, student: str) -> Result:
        """What ``student`` got for ``assignment``, from the gradebook and the autograded notebooks."""
        order = {name: number for number, name in enumerate(self.graded_cells(assignment))}
        with self.gradebook() as gradebook:
            try:
                entry = gradebook.find_submission(assignment, student)
            except MissingEntry:
                return Result(student, assignment, (), "not graded")
            notebooks, penalty = entry.notebooks, entry.late_submission_penalty
            grades = sorted(
                (grade for notebook in notebooks for grade in notebook.grades),
                key=lambda grade: (order.get(grade.name, len(order)), grade.name),
            )
            marks = tuple(Mark(grade.name, grade.score, grade.max_score, grade.needs_manual_grade) for grade in grades)
            comments = [comment.auto_comment for notebook in notebooks for comment in notebook.comments]
        untouched = bool(comments) and all(comment == "No response." for comment in comments)
        return Result(student, assignment, marks, self._explanation(assignment, student, untouched), penalty)

    def _explanation(self, assignment: str, student: str, untouched: bool) -> str:
        verdicts: list[Verdict] = []
        for path in sorted(self.folder("autograded", student, assignment).glob("*.ipynb")):
            nb = _notebook(path)
            note = read_note(nb)
            if note is not None and not note.readable:
                return note.sentence
            verdicts += [judged.verdict for cell in nb.cells if (judged := read_verdict(cell)) is not None]
        return "Every answer is as it was released." if untouched else explanation(verdicts)

    def graded_cells(self, assignment: str) -> Iterator[str]:
        """The names of the cells that have a grade, in the order of the lesson."""
        for path in sorted(self.folder("release", assignment=assignment).glob("*.ipynb")):
            for cell in _notebook(path).cells:
                marks = cell.metadata.get("nbgrader", {})
                if marks.get("grade") or marks.get("task"):
                    yield marks["grade_id"]

    def feedback_digest(self, results: Sequence[Result]) -> str:
        """A hash of every byte of the feedback that belongs to ``results``."""
        digest = hashlib.sha256()
        for result in results:
            folder = self.folder("feedback", result.student, result.assignment)
            for path in sorted(path for path in folder.rglob("*") if path.is_file()):
                digest.update(f"{result.student}/{result.assignment}/{path.relative_to(folder).as_posix()}\n".encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()


def scores_digest(results: Sequence[Result]) -> str:
    """A hash of every mark in ``results``."""
    return hashlib.sha256(
        to_json([(result.student, result.assignment, result.marks) for result in results])
    ).hexdigest()


def explanation(verdicts: Sequence[Verdict]) -> str:
    """The most telling line about a submission: the first thing that went wrong in it, if anything did."""
    for status in ("failed", "review"):
        for verdict in verdicts:
            for check in verdict.checks:
                if check.status == status:
                    return f"{verdict.exercise}: {textwrap.shorten(_reason(verdict, check), LINE, placeholder=' …')}"
    return "Every check passed." if verdicts else "Nothing of it was judged."


def _reason(verdict: Verdict, check: Check) -> str:
    """Why ``check`` is not passed: that the code is none, or what happened, or what the check says."""
    if verdict.problems:
        return verdict.problems[0]
    told = [line for line in (check.reason or check.title).splitlines() if line and not line[0].isspace()]
    # What was wanted comes first and what happened last, before the indented lines of source.
    findings = () if check.execution is None else check.execution.findings
    return told[-1] if told and any(finding.kind != DATA_RACE for finding in findings) else " ".join(told)


def _cause(errors: Sequence[str]) -> str:
    """What went wrong, out of what nbgrader logged: a traceback's last line says it best."""
    tracebacks = [error for error in errors if error.startswith("Traceback")]
    return tracebacks[0].strip().splitlines()[-1] if tracebacks else "; ".join(errors[:1])


def _notebook(path: Path) -> NotebookNode:
    return nbformat.read(path, as_version=4)


class _Errors(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextlib.contextmanager
def _errors_of(log: Any) -> Iterator[list[str]]:
    """What is logged as an error meanwhile."""
    handler = _Errors()
    log.addHandler(handler)
    try:
        yield handler.messages
    finally:
        log.removeHandler(handler)
