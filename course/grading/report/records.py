"""What a report is made of: a class's work, as the gradebook and the autograded notebooks have it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from course.grading.submissions.notes import Note
from course.model import Verdict

__all__ = ["Answer", "Assignment", "Exercise", "Paper", "State", "Student"]

State = Literal["graded", "cut off", "not graded"]
"""Of a submission; "cut off": the process that graded it was killed in the middle of it."""


@dataclass(frozen=True, slots=True)
class Student:
    """Somebody in the class."""

    id: str
    """The name of the folder in `submitted/`."""
    name: str = ""
    """First and last name, where the gradebook knows them."""

    @property
    def shown(self) -> str:
        """The name with the id, or the id alone."""
        return f"{self.name} ({self.id})" if self.name else self.id


@dataclass(frozen=True, slots=True)
class Exercise:
    """One graded cell of an assignment."""

    notebook: str
    name: str
    """The cell's name, which nbgrader calls its grade id; two notebooks may use the same."""
    points: float
    judged: bool = True
    """Whether checks decide; otherwise a person grades it by hand."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one student got for one exercise."""

    exercise: Exercise
    score: float
    """As the gradebook has it: by hand where a person gave points, with extra credit, without late penalties."""
    review: bool = False
    """Whether the gradebook waits for a person."""
    by_hand: bool = False
    """Whether a person has given points."""
    answered: bool = True
    """False if nbgrader found the answer's cell as it was released."""
    verdict: Verdict | None = None
    """What the checks said, without programs and steps; ``None`` if nothing is recorded."""
    key: str = ""
    """Under which the whole verdict is kept."""


@dataclass(frozen=True, slots=True)
class Paper:
    """What one student handed in for one assignment."""

    student: Student
    state: State
    answers: tuple[Answer, ...] = ()
    """In the order of the lesson; none if it is not graded."""
    penalty: float = 0.0
    """Points taken off because it was late."""
    notes: tuple[tuple[str, Note], ...] = ()
    """Of each notebook that is not as it was handed in, why."""
    missing: tuple[str, ...] = ()
    """Notebooks of the assignment that were not handed in."""
    unread: tuple[str, ...] = ()
    """Sentences about what grading recorded, but cannot be read."""
    confined: bool = True
    """Whether all of it was run in the sandbox."""
    pages: tuple[Path, ...] = ()
    """The feedback, a page for each notebook."""

    @property
    def raw(self) -> float:
        """The points before the late penalty."""
        return sum(answer.score for answer in self.answers)

    @property
    def score(self) -> float:
        """The points that count, as `nbgrader export` has them."""
        return max(0.0, self.raw - self.penalty)

    @property
    def points(self) -> float:
        """The points that can be had."""
        return sum(answer.exercise.points for answer in self.answers)

    @property
    def repairs(self) -> tuple[tuple[str, str], ...]:
        """Each notebook that was read, but not as it was handed in, and why."""
        return tuple((notebook, note.sentence) for notebook, note in self.notes if note.readable)

    @property
    def reviews(self) -> tuple[tuple[Answer, str], ...]:
        """Each answer that waits for a person, and why."""
        return tuple((answer, self._reason(answer)) for answer in self.answers if answer.review)

    @property
    def open_questions(self) -> tuple[tuple[str, tuple[str, ...]], ...]:
        """Each reason why a person must look at it, and the exercises that it is about."""
        found: dict[str, list[str]] = {}
        for answer, reason in self.reviews:
            found.setdefault(reason, []).append(answer.exercise.name)
        return tuple((reason, tuple(exercises)) for reason, exercises in found.items())

    def _reason(self, answer: Answer) -> str:
        note = dict(self.notes).get(answer.exercise.notebook)
        checks = () if answer.verdict is None else answer.verdict.checks
        undecided = [check for check in checks if check.status == "review"]
        if note is not None and not note.readable:
            return note.sentence
        if undecided:
            return " ".join(dict.fromkeys(check.reason or check.title for check in undecided))
        if answer.by_hand:
            return "It has been graded by hand, and the submission again since: see whether the points still fit."
        if answer.exercise.judged:
            return "No verdict on it is recorded: grade the submission again, or give points by hand."
        if note is not None:
            return f"It is graded by hand. {note.sentence}"
        return "It is graded by hand."


@dataclass(frozen=True, slots=True)
class Assignment:
    """One assignment, and all that was handed in for it."""

    name: str
    exercises: tuple[Exercise, ...]
    papers: tuple[Paper, ...]
    """By the students' ids."""
    absent: tuple[Student, ...] = ()
    """Who is in the gradebook and handed nothing in."""

    @property
    def points(self) -> float:
        """The points that can be had."""
        return sum(exercise.points for exercise in self.exercises)

    @property
    def graded(self) -> tuple[Paper, ...]:
        """The papers that have a score."""
        return tuple(paper for paper in self.papers if paper.state == "graded")
