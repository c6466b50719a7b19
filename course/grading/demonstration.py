"""A class to try the grading on: invented students, each with something that students really hand in.

It is made from the lessons themselves: right answers are the authors' own, wrong ones come from the
catalogue in `tests/catalogue/`, and beside them stand an untouched notebook, a thread that waits for ever,
a loop without end, a syntax error and a file that was cut off.  Of the wrong answers to an
exercise in which the same is found (or where nothing is, that lose the same checks) one is taken, so that every way to
go wrong occurs once, in a class that one can read.
The same lessons and catalogue give the same class, byte for byte.

The class must never be in the way of a real one.  Each of its folders in `submitted/` holds a file that
says what it is, only such folders are ever written or removed, and it is not laid out at all where
somebody else's work, or a gradebook that knows other students, is found.
"""

# Neither nbgrader nor nbformat has types.
# mypy: allow-untyped-calls, no-warn-return-any
from __future__ import annotations

import ast
import copy
import re
import shutil
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

import nbformat

from course.grading.authoring.release import reference
from course.grading.classroom import Classroom, GradingError

__all__ = ["CatalogueEntry", "catalogue", "clear", "is_demonstration", "lay_out", "strangers"]

MARK = "demonstration.txt"
MARK_TEXT = (
    "This folder belongs to the demonstration class: `make grade` writes it afresh, and\n"
    "`python -m course.grading clear` removes it.  Nothing in it was handed in by anybody.\n"
)
HANDED_IN = "2026-01-16 17:{minute:02d}:00 UTC\n"

STUDENTS = (
    "amara-okafor",
    "ben-larsson",
    "chiara-rossi",
    "daichi-tanaka",
    "elif-yildiz",
    "farid-haddad",
    "grace-mensah",
    "hugo-lefevre",
    "ines-carvalho",
    "jakub-nowak",
    "kavya-iyer",
    "liam-oconnor",
    "mei-lin-zhou",
    "noor-rahman",
    "oskar-weber",
    "paula-navarro",
    "quentin-dubois",
    "rania-khoury",
    "sven-eriksen",
    "tala-reyes",
    "uri-katz",
    "vera-petrova",
    "wanjiru-kamau",
    "ximena-flores",
    "yuki-sato",
    "zofia-wojcik",
)


@dataclass(frozen=True, slots=True)
class CatalogueEntry:
    """One answer of the catalogue: a file `<assignment>/<exercise>/<name>.py`, with a head of comments in TOML."""

    assignment: str
    exercise: str
    name: str
    kind: Literal["right", "wrong"]
    loses: tuple[str, ...]
    """The names of the checks that it must not pass."""
    finding: str | None
    """What is to be found in it, such as "deadlock"."""
    answer: str
    """The text of the answer cell, without the head."""


def catalogue(folder: Path) -> tuple[CatalogueEntry, ...]:
    """Every entry of the catalogue in ``folder``, in order; none if there is no such folder."""
    return tuple(_entry(path) for path in sorted(folder.glob("*/*/*.py")))


def _entry(path: Path) -> CatalogueEntry:
    lines = path.read_text(encoding="utf-8").splitlines()
    size = next((number for number, line in enumerate(lines) if not line.startswith("#")), len(lines))
    try:
        head = tomllib.loads("\n".join(line.removeprefix("#").removeprefix(" ") for line in lines[:size]))
    except tomllib.TOMLDecodeError as error:
        raise GradingError(f"{path}: the comments at the top are no TOML ({error})") from error
    kind = head.get("kind")
    if kind not in ("right", "wrong"):
        raise GradingError(f'{path}: the head says kind = {kind!r}; it must be "right" or "wrong"')
    return CatalogueEntry(
        assignment=path.parents[1].name,
        exercise=path.parent.name,
        name=path.stem,
        kind=kind,
        loses=tuple(sorted(head.get("loses", ()))),
        finding=head.get("finding"),
        answer="\n".join(lines[size:]).strip() + "\n",
    )


def is_demonstration(folder: Path) -> bool:
    """Whether a student's folder in `submitted/` is of the demonstration class."""
    return (folder / MARK).is_file()


def strangers(classroom: Classroom) -> tuple[str, ...]:
    """The students in `submitted/` who are not of the demonstration class."""
    return tuple(name for name in classroom.students if not is_demonstration(classroom.folder("submitted", name)))


def clear(classroom: Classroom) -> tuple[str, ...]:
    """Remove the demonstration class from the folders and the gradebook; return who was in it."""
    gone = tuple(name for name in classroom.students if name not in strangers(classroom))
    for name in gone:
        for step in ("submitted", "autograded", "feedback"):
            shutil.rmtree(classroom.folder(step, name), ignore_errors=True)
    with classroom.gradebook() as gradebook:
        known = {student.id for student in gradebook.students}
        for name in gone:
            if name in known:
                gradebook.remove_student(name)
    return gone


def lay_out(classroom: Classroom, entries: Sequence[CatalogueEntry]) -> tuple[str, ...]:
    """Write the class afresh into `submitted/`, from an up-to-date release; return its students.

    Raises :class:`GradingError` where other people's work is found.
    """
    others = strangers(classroom)
    if not others:
        clear(classroom)
        with classroom.gradebook() as gradebook:
            others = tuple(sorted(student.id for student in gradebook.students))
    if others:
        raise GradingError(
            f"the demonstration class was not laid out, because this course has students of its own: {_some(others)}; "
            "put their work into submitted/<student>/<assignment>/ to grade it"
        )
    papers: dict[str, list[_Paper]] = {}
    for assignment in classroom.assignments:
        mine = [entry for entry in entries if entry.assignment == assignment]
        for number, paper in enumerate(_papers(classroom, assignment, mine)):
            papers.setdefault(_name(number), []).append(paper)
    for number, (student, handed_in) in enumerate(papers.items()):
        for paper in handed_in:
            paper.write(classroom.folder("submitted", student, paper.assignment), HANDED_IN.format(minute=number % 60))
        (classroom.folder("submitted", student) / MARK).write_text(MARK_TEXT, encoding="utf-8")
    return tuple(papers)


def _name(number: int) -> str:
    return STUDENTS[number] if number < len(STUDENTS) else f"student-{number + 1}"


def _some(names: Sequence[str]) -> str:
    shown = ", ".join(names[:3])
    return shown if len(names) <= 3 else f"{shown} and {len(names) - 3} more"


@dataclass(frozen=True, slots=True)
class _Paper:
    """What one student hands in for one assignment."""

    assignment: str
    notebooks: Mapping[str, str]
    """Texts by file name."""

    def write(self, folder: Path, handed_in: str) -> None:
        folder.mkdir(parents=True)
        for name, text in self.notebooks.items():
            (folder / name).write_text(text, encoding="utf-8")
        (folder / "timestamp.txt").write_text(handed_in, encoding="utf-8")


def _papers(classroom: Classroom, assignment: str, entries: Sequence[CatalogueEntry]) -> Iterator[_Paper]:
    """All that is handed in for ``assignment``, right ones first."""
    released = {
        path.name: _read(path) for path in sorted(classroom.folder("release", assignment=assignment).glob("*.ipynb"))
    }
    source = classroom.folder("source", assignment=assignment)
    right = {name: reference(cell.source) for file in released for name, cell in _answer_cells(_read(source / file))}
    stubs = {
        name: cell.source for nb in released.values() for name, cell in _answer_cells(nb) if cell.cell_type == "code"
    }

    def paper(**changed: str) -> _Paper:
        answers = {**right, **{f"{name}-solution": text for name, text in changed.items()}}
        return _Paper(assignment, {file: _filled(nb, answers) for file, nb in released.items()})

    yield paper()
    other = {entry.exercise: entry.answer for entry in reversed(entries) if entry.kind == "right"}
    if other:
        yield paper(**other)
    # The first of those that go wrong in the same way: reversed, because the last one written stays.
    mistakes = {
        (entry.exercise, entry.finding or entry.loses): entry for entry in reversed(entries) if entry.kind == "wrong"
    }
    for answers in _dealt([entry for entry in entries if entry in mistakes.values()]):
        yield paper(**answers)
    yield _Paper(assignment, {file: _filled(nb, {}) for file, nb in released.items()})
    first = next((name for name, stub in stubs.items() if re.search(r"^def ", stub, re.MULTILINE)), None)
    if first is not None:
        exercise = first.removesuffix("-solution")
        yield paper(**{exercise: _with_bodies(stubs[first], "import threading\nthreading.Event().wait()")})
        yield paper(**{exercise: _with_bodies(stubs[first], "while True:\n    pass")})
        yield paper(**{exercise: re.sub(r"^(def .*):$", r"\1", right[first], count=1, flags=re.MULTILINE)})
    whole = paper()
    yield _Paper(assignment, {file: text[: len(text) // 2] for file, text in whole.notebooks.items()})


def _dealt(entries: Sequence[CatalogueEntry]) -> list[dict[str, str]]:
    """Each entry once, so that nobody has two answers to one exercise, and nobody many more mistakes than another."""
    exercises: dict[str, list[str]] = {}
    for entry in entries:
        exercises.setdefault(entry.exercise, []).append(entry.answer)
    hands: list[dict[str, str]] = [{} for _ in range(max(map(len, exercises.values()), default=0))]
    for exercise, answers in exercises.items():
        lightest = sorted(range(len(hands)), key=lambda number: (len(hands[number]), number))
        for number, answer in zip(lightest, answers, strict=False):
            hands[number][exercise] = answer
    return hands


def _with_bodies(stub: str, body: str) -> str:
    """The stub's code, each of its functions with ``body`` inside."""
    tree = ast.parse(stub)
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef):
            node.body = ast.parse(body).body
    return ast.unparse(tree) + "\n"


def _answer_cells(nb: nbformat.NotebookNode) -> Iterator[tuple[str, Any]]:
    for cell in nb.cells:
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("solution"):
            yield marks["grade_id"], cell


def _filled(nb: nbformat.NotebookNode, answers: Mapping[str, str]) -> str:
    """The released notebook with ``answers`` in it, as a file's text."""
    nb = copy.deepcopy(nb)
    for name, cell in _answer_cells(nb):
        cell.source = answers.get(name, cell.source)
    return str(nbformat.writes(nb)) + "\n"


def _read(path: Path) -> nbformat.NotebookNode:
    return nbformat.read(path, as_version=4)
