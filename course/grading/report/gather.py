"""Reading what grading left behind: the gradebook in a few queries, each autograded notebook once."""

# Neither nbgrader nor nbformat has types.
# mypy: allow-untyped-calls
from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

import nbformat.reader
from nbformat import NotebookNode
from nbgrader import api
from nbgrader.api import Gradebook

from course.grading.autograde.run import Grading
from course.grading.classroom import Classroom, GradingError
from course.grading.demonstration import strangers
from course.grading.judging.store import BadStore, Judged, Store
from course.grading.report.records import Answer, Assignment, Exercise, Paper, State, Student
from course.grading.sandbox.walls import UNCONFINED
from course.grading.submissions.notes import Note, read_note, read_verdict
from course.model import BadRecord

__all__ = ["Progress", "gather", "opened_store"]

UNANSWERED = "No response."
"""What nbgrader comments on an answer's cell that is as it was released."""

Progress = Callable[[Sequence[str], str], Iterable[str]]
"""Passes things on, and shows how far it is; the text says with what."""


def _silent(things: Sequence[str], what: str) -> Iterable[str]:
    return things


def gather(classroom: Classroom, names: Iterable[str] = (), progress: Progress = _silent) -> tuple[Assignment, ...]:
    """The class's work for the assignments ``names``, or for each one that somebody handed in.

    As for `make grade`, the demonstration class counts only as long as nobody else has handed anything in.  Raises
    :class:`GradingError` if nobody has, or if the gradebook does not know an assignment.
    """
    wanted = tuple(names)
    store = opened_store(classroom)
    try:
        with classroom.gradebook() as gradebook:
            known = {assignment.name: assignment for assignment in gradebook.assignments}
            asked = wanted or tuple(dict.fromkeys((*classroom.assignments, *sorted(known))))
            students = _students(gradebook)
            ours = set(strangers(classroom))
            invented = set(classroom.students) - ours if ours else set()
            found = []
            for name in asked:
                if name in known:
                    reader = _Reader(classroom, gradebook, known[name], students, invented, store)
                    found.append(reader.assignment(progress))
                elif name in classroom.assignments:
                    found.append(_unknown_to_the_gradebook(classroom, name, students, invented))
                else:
                    raise GradingError(_unknown(name, {*known, *classroom.assignments}))
    finally:
        if store is not None:
            store.close()
    if not any(assignment.papers for assignment in found):
        what = f"for {', '.join(wanted)} " if wanted else ""
        raise GradingError(
            f"nothing {what}has been handed in yet, so there is nothing to report; hand in and grade first"
        )
    return tuple(assignment for assignment in found if assignment.papers or wanted)


def opened_store(classroom: Classroom) -> Store | None:
    """The store of verdicts, to be closed; ``None`` if there is none, or it cannot be used: all else can do without."""
    path = classroom.root / Grading(config=classroom.config).store
    if not path.is_file():  # to open it would make it
        return None
    try:
        return Store(path)
    except BadStore:
        return None


def _unknown(name: str, known: Iterable[str]) -> str:
    names = ", ".join(sorted(known)) or "none"
    return f"there is no assignment {name!r} (there is: {names}); name one of these, or none for all of them"


def _unknown_to_the_gradebook(
    classroom: Classroom, name: str, students: Mapping[str, Student], invented: set[str]
) -> Assignment:
    """What was handed in for an assignment that was never released with its gradebook, so that nothing is graded."""
    handed_in = {student for student in classroom.students if classroom.has_submitted(student, name)} - invented
    papers = tuple(Paper(students.get(student, Student(student)), "not graded") for student in sorted(handed_in))
    return Assignment(name, (), papers)


def _students(gradebook: Gradebook) -> dict[str, Student]:
    rows = gradebook.db.query(api.Student.id, api.Student.first_name, api.Student.last_name)
    return {id: Student(id, " ".join(filter(None, (first, last)))) for id, first, last in rows}


@dataclass
class _Written:
    """What the notebooks of one submission say."""

    judged: dict[tuple[str, str], Judged] = field(default_factory=dict)
    """By notebook and exercise."""
    notes: list[tuple[str, Note]] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    confined: bool = True


class _Reader:
    """Reads one assignment."""

    def __init__(
        self,
        classroom: Classroom,
        gradebook: Gradebook,
        entry: Any,
        students: Mapping[str, Student],
        invented: set[str],
        store: Store | None,
    ) -> None:
        self._classroom = classroom
        self._db = gradebook.db
        self._entry = entry
        self._name: str = entry.name
        self._students = students
        self._invented = invented
        self._store = store
        self._exercises = self._read_exercises()

    def assignment(self, progress: Progress) -> Assignment:
        """The whole of it."""
        answers = self._answers()
        penalties = self._penalties()
        handed_in = {
            student for student in self._classroom.students if self._classroom.has_submitted(student, self._name)
        }
        # nbgrader enters a submission when it begins to grade it: so whoever is in neither handed nothing in.
        everybody = sorted((handed_in | set(penalties)) - self._invented)
        papers = tuple(
            self._paper(student, answers.get(student, ()), penalties.get(student, 0.0))
            for student in progress(everybody, f"Reading {self._name}")
        )
        absent = sorted(set(self._students) - set(everybody) - self._invented)
        return Assignment(
            self._name,
            tuple(self._exercises.values()),
            papers,
            tuple(self._students[student] for student in absent),
        )

    # --- the gradebook ----------------------------------------------------------------

    def _read_exercises(self) -> dict[str, Exercise]:
        """The graded cells by their ids in the gradebook, in the order of the lesson."""
        order = {name: number for number, name in enumerate(self._classroom.graded_cells(self._name))}
        found = {}
        for notebook in self._entry.notebooks:
            answers = {cell.name for cell in notebook.solution_cells}
            for cell in (*notebook.grade_cells, *notebook.task_cells):
                judged = getattr(cell, "cell_type", None) == "code" and cell.name not in answers
                found[cell.id] = Exercise(notebook.name, cell.name, cell.max_score, judged)
        last = len(order)
        return dict(
            sorted(found.items(), key=lambda item: (item[1].notebook, order.get(item[1].name, last), item[1].name))
        )

    def _answers(self) -> dict[str, list[Answer]]:
        """By student, in the order of the lesson."""
        unanswered = self._unanswered()
        rows = self._of_submissions(
            api.Grade.cell_id, api.Grade.score, api.Grade.needs_manual_grade, api.Grade.manual_score
        ).join(api.Grade, api.Grade.notebook_id == api.SubmittedNotebook.id)
        graded: dict[str, dict[str, Answer]] = {}
        for student, cell, score, review, manual in rows:
            exercise = self._exercises[cell]
            graded.setdefault(student, {})[cell] = Answer(
                exercise,
                float(score),
                review=bool(review),
                by_hand=manual is not None,
                answered=(student, exercise.notebook, exercise.name) not in unanswered,
            )
        return {
            student: [cells[cell] for cell in self._exercises if cell in cells] for student, cells in graded.items()
        }

    def _unanswered(self) -> set[tuple[str, str, str]]:
        """Student, notebook and exercise wherever the answer's cell is as it was released."""
        rows = (
            self._of_submissions(api.Notebook.name, api.BaseCell.name)
            .join(api.Notebook, api.Notebook.id == api.SubmittedNotebook.notebook_id)
            .join(api.Comment, api.Comment.notebook_id == api.SubmittedNotebook.id)
            .join(api.BaseCell, api.BaseCell.id == api.Comment.cell_id)
            .filter(api.Comment.auto_comment == UNANSWERED)
        )
        # The answer of a judged exercise stands in the cell "<exercise>-solution"; one in prose is its own.
        return {(student, notebook, cell.removesuffix("-solution")) for student, notebook, cell in rows}

    def _penalties(self) -> dict[str, float]:
        """The points taken off, of each student who has a submission in the gradebook."""
        penalties: dict[str, float] = {}
        for student, penalty in self._of_submissions(api.SubmittedNotebook.late_submission_penalty):
            penalties[student] = penalties.get(student, 0.0) + float(penalty or 0.0)
        return penalties

    def _of_submissions(self, *columns: Any) -> Any:
        """A query for ``columns`` of each submitted notebook, with the student's id before them."""
        return (
            self._db.query(api.SubmittedAssignment.student_id, *columns)
            .select_from(api.SubmittedAssignment)
            .join(api.SubmittedNotebook, api.SubmittedNotebook.assignment_id == api.SubmittedAssignment.id)
            .filter(api.SubmittedAssignment.assignment_id == self._entry.id)
        )

    # --- the notebooks ----------------------------------------------------------------

    def _paper(self, name: str, answers: Iterable[Answer], penalty: float) -> Paper:
        student = self._students.get(name, Student(name))
        folder = self._classroom.folder("autograded", name, self._name)
        notebooks = sorted(folder.glob("*.ipynb"))
        state = self._state(name, bool(notebooks and answers))
        if state != "graded":
            return Paper(student, state)
        written = _Written()
        for path in notebooks:
            self._read(path, written)
        there = {path.stem for path in notebooks}
        pages = self._classroom.folder("feedback", name, self._name).glob("*.html")
        return Paper(
            student,
            state,
            tuple(_with(answer, written) for answer in answers),
            penalty,
            tuple(written.notes),
            tuple(notebook.name for notebook in self._entry.notebooks if notebook.name not in there),
            tuple(written.unread),
            written.confined,
            tuple(sorted(pages)),
        )

    def _state(self, student: str, graded: bool) -> State:
        directory = self._classroom.directory
        # Named as the run of autograde names it, which is not always where it really lies.
        folder = os.path.normpath(directory.format_path(directory.autograded_directory, student, self._name))
        if self._store is not None and self._store.cut_off(folder):
            return "cut off"
        return "graded" if graded else "not graded"

    def _read(self, path: Path, written: _Written) -> None:
        try:
            nb: NotebookNode = nbformat.reader.reads(path.read_text(encoding="utf-8"))
            note = read_note(nb)
            judged = [each for cell in nb.cells if (each := read_verdict(cell)) is not None]
        except (OSError, ValueError, AttributeError, BadRecord) as error:
            written.unread.append(
                f"What grading recorded in {path.name} cannot be read, so its checks are missing here; "
                f"grade it again with --force ({type(error).__name__}: {error})"
            )
            return
        if note is not None:
            # It says where the code ran, too, which is no repair.
            written.confined &= UNCONFINED not in note.sentence
            repaired = note.sentence.replace(UNCONFINED, "").strip()
            if repaired:
                written.notes.append((path.stem, replace(note, sentence=repaired)))
        written.judged |= {(path.stem, each.verdict.exercise): each for each in judged}


def _with(answer: Answer, written: _Written) -> Answer:
    """``answer`` with its verdict."""
    judged = written.judged.get((answer.exercise.notebook, answer.exercise.name))
    if judged is None:
        return answer
    return replace(answer, verdict=judged.verdict, key=judged.key)
