"""A class of any size: who hands in which answer, and what is true of it.

Three mixes:

- "demonstration": the students of `make grade` again and again, with its deadlocks, endless loops, syntax error, empty
  notebook and file that was cut off;
- "right": everybody's answers are right ones, the author's or another of the catalogue;
- "class": every other student is one of the demonstration class, the others take for each exercise some answer
  of the catalogue, two times of three a right one.

The same mix, size and seed give the same class, to the byte.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random
from typing import Any, Literal

import nbformat

from benchmarks.scale.disguise import disguise
from course.grading.authoring.release import reference
from course.grading.classroom import Classroom
from course.grading.demonstration import CatalogueEntry, catalogue, clear, lay_out

__all__ = ["MIXES", "Answer", "Lesson", "Mix", "Student", "students"]

Mix = Literal["class", "demonstration", "right"]
MIXES: tuple[Mix, ...] = ("class", "demonstration", "right")
CATALOGUE = Path(__file__).resolve().parents[2] / "tests" / "catalogue"


@dataclass(frozen=True, slots=True)
class Answer:
    """What stands in one answer cell."""

    text: str
    right: bool
    finding: str = ""
    """What is found in it if it is wrong and of the catalogue, such as "deadlock"."""
    prose: bool = False
    """Whether it is text for a person, and no code."""


@dataclass(frozen=True, slots=True)
class Student:
    """What one student hands in."""

    name: str
    answers: Mapping[str, Answer]
    """By exercise."""
    cut_off: bool = False
    """Whether only the first half of each file arrives."""


class Lesson:
    """The answers that there are to the exercises of an assignment, from a course folder that was released."""

    def __init__(self, classroom: Classroom, assignment: str) -> None:
        self.assignment = assignment
        entries = [entry for entry in catalogue(CATALOGUE) if entry.assignment == assignment]
        folder = classroom.folder("source", assignment=assignment)
        self.references = {
            name: Answer(reference(cell.source), right=True, prose=cell.cell_type == "markdown")
            for path in sorted(folder.glob("*.ipynb"))
            for name, cell in answer_cells(nbformat.read(path, as_version=4))
        }
        self.right = {name: [answer, *_entries(entries, name, "right")] for name, answer in self.references.items()}
        self.wrong = {name: _entries(entries, name, "wrong") for name in self.references}
        self.demonstration = _demonstration(classroom, assignment, entries, self.right, self.wrong)


def _entries(entries: Sequence[CatalogueEntry], exercise: str, kind: str) -> list[Answer]:
    return [
        Answer(entry.answer, kind == "right", entry.finding or "")
        for entry in entries
        if (entry.exercise, entry.kind) == (exercise, kind)
    ]


def answer_cells(nb: Any) -> Iterator[tuple[str, Any]]:
    """The exercises of a notebook and their answer cells."""
    for cell in nb["cells"]:
        marks = cell["metadata"].get("nbgrader", {})
        if marks.get("solution"):
            yield marks["grade_id"].removesuffix("-solution"), cell


def _demonstration(
    classroom: Classroom,
    assignment: str,
    entries: Sequence[CatalogueEntry],
    right: Mapping[str, Sequence[Answer]],
    wrong: Mapping[str, Sequence[Answer]],
) -> tuple[Student, ...]:
    """The demonstration class, laid out once to be read, and removed again."""
    known = {(name, answer.text): answer for name in right for answer in (*wrong[name], *right[name])}
    found = []
    for student in lay_out(classroom, entries):
        answers: dict[str, Answer] = {}
        cut_off = False
        for path in sorted(classroom.folder("submitted", student, assignment).glob("*.ipynb")):
            try:
                nb = nbformat.read(path, as_version=4)
            except nbformat.reader.NotJSONError:
                cut_off = True
                continue
            for name, cell in answer_cells(nb):
                answers[name] = known.get((name, cell.source)) or Answer(
                    cell.source, right=False, prose=cell.cell_type == "markdown"
                )
        if cut_off:  # what arrives cannot be read, so what was meant is of no account
            answers = {name: answer for name, (answer, *_) in right.items()}
        if answers:
            found.append(Student(student, answers, cut_off))
    clear(classroom)
    return tuple(found)


def students(lesson: Lesson, mix: Mix, size: int, seed: int = 0, equal: bool = False) -> Iterator[Student]:
    """A class of ``size`` students.  With ``equal``, their answers are as in the catalogue, many of them the same."""
    for number in range(size):
        random = Random(f"{seed}/{mix}/{number}")
        name = f"student-{number + 1:04d}"
        if mix == "demonstration" or (mix == "class" and number % 2 == 0):
            turn = number if mix == "demonstration" else number // 2
            student = replace(lesson.demonstration[turn % len(lesson.demonstration)], name=name)
        else:
            student = Student(name, {exercise: _drawn(lesson, exercise, mix, random) for exercise in lesson.references})
        yield student if equal else _disguised(student, random)


def _drawn(lesson: Lesson, exercise: str, mix: Mix, random: Random) -> Answer:
    wrong = mix == "class" and random.randrange(3) == 0 and bool(lesson.wrong[exercise])
    return random.choice(lesson.wrong[exercise] if wrong else lesson.right[exercise])


def _disguised(student: Student, random: Random) -> Student:
    return replace(
        student,
        answers={
            name: replace(answer, text=_typed(answer, student.name, random)) for name, answer in student.answers.items()
        },
    )


def _typed(answer: Answer, student: str, random: Random) -> str:
    if answer.prose:
        return f"{answer.text}\n\n{student}" if answer.right else answer.text
    return disguise(answer.text, student, random)
