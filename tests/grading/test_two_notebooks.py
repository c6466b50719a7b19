"""A lesson of two notebooks: which file is which, what is missing, and folders that are nobody's."""

import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.release import build
from course.grading.classroom import Classroom
from course.grading.submissions.notes import read_note
from tests.grading.small_course import LESSON, NOTEBOOK, cell, make_course, scores

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

SECOND = "2-more.ipynb"
RIGHT = {"first": (3.0, False), "second": (1.0, False), "prose": (0.0, False), "third": (1.0, False)}
REVIEW = {"third": (0.0, True)}


def rename(**names: str) -> Callable[[Path], None]:
    """Rename the first and the second notebook."""

    def change(folder: Path) -> None:
        moved = {names[which]: (folder / name).read_bytes() for which, name in FILES.items() if which in names}
        for which in names:
            (folder / FILES[which]).unlink()
        for name, content in moved.items():
            (folder / name).write_bytes(content)

    return change


def delete(*names: str) -> Callable[[Path], None]:
    return lambda folder: [(folder / name).unlink() for name in names] and None


def twice(folder: Path) -> None:
    (folder / SECOND).write_bytes((folder / NOTEBOOK).read_bytes())


def replace_second(folder: Path) -> None:
    (folder / SECOND).unlink()
    (folder / "poem.ipynb").write_text("{")


FILES = {"first": NOTEBOOK, "second": SECOND}
CLASS: dict[str, tuple[Callable[[Path], object], dict[str, tuple[float, bool]], str, str | None]] = {
    # whom, what they did, what they got, the notebook that says so, what it says
    "aaron": (lambda folder: None, RIGHT, NOTEBOOK, None),
    "one-missing": (delete(SECOND), RIGHT | {"third": (0.0, False)}, NOTEBOOK, "worth 0 points: '2-more.ipynb'"),
    "one-renamed": (rename(second="2-more (1).ipynb"), RIGHT, SECOND, "handed in as '2-more (1).ipynb'"),
    "both-renamed": (rename(first="b.ipynb", second="a.ipynb"), RIGHT, NOTEBOOK, "handed in as 'b.ipynb'"),
    "swapped": (rename(first=SECOND, second=NOTEBOOK), RIGHT, NOTEBOOK, "handed in as '2-more.ipynb'"),
    "twice-the-first": (twice, RIGHT | {"third": (0.0, False)}, SECOND, "missing and put back at the end: 'third'"),
    "something-else": (replace_second, RIGHT | REVIEW, SECOND, "There was only 'poem.ipynb' in what was handed in"),
    "zoe": (lambda folder: None, RIGHT, NOTEBOOK, None),
}
NOBODY = (b"line\nbreak", b"\xff")
"""Folders whose names cannot be a student's."""


@dataclass(frozen=True)
class Graded:
    """The class after grading."""

    classroom: Classroom
    status: int
    said: str


def hand_in(classroom: Classroom, folder: Path) -> None:
    folder.mkdir(parents=True)
    for name, answers in (
        (NOTEBOOK, {"first": "# right and careful", "second": "# done"}),
        (SECOND, {"third": "# thrice"}),
    ):
        nb = nbformat.read(classroom.folder("release", assignment=LESSON) / name, as_version=4)
        for answer, text in answers.items():
            cell(nb, f"{answer}-solution").source = text
        nbformat.write(nb, folder / name)


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    classroom = make_course(tmp_path_factory.mktemp("course"))
    source = classroom.folder("source", assignment=LESSON)
    nb = nbformat.read(source / NOTEBOOK, as_version=4)
    nb.cells = [nb.cells[0], *nb.cells[3:5]]
    for each in nb.cells[1:]:
        each.source = each.source.replace("second", "third")
        each.metadata.nbgrader.grade_id = each.metadata.nbgrader.grade_id.replace("second", "third")
    nbformat.write(nb, source / SECOND)
    build(classroom, record=True)
    for student, (spoil, *_) in CLASS.items():
        folder = classroom.folder("submitted", student, LESSON)
        hand_in(classroom, folder)
        spoil(folder)
    for name in NOBODY:
        hand_in(classroom, classroom.folder("submitted") / os.fsdecode(name) / LESSON)
    (classroom.folder("submitted") / "empty" / LESSON).mkdir(parents=True)
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", LESSON],
        cwd=classroom.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        capture_output=True,
        text=True,
        errors="replace",
        check=False,
    )
    return Graded(classroom, done.returncode, done.stdout + done.stderr)


@pytest.mark.parametrize("student", CLASS)
def test_each_file_counts_as_the_notebook_that_it_is(graded: Graded, student: str):
    _, expected, name, says = CLASS[student]
    assert scores(graded.classroom, student) == expected
    note = read_note(nbformat.read(graded.classroom.folder("autograded", student, LESSON) / name, as_version=4))
    if says is None:
        assert note is None
    else:
        assert note is not None
        assert says in note.sentence


def test_a_folder_that_is_nobodys_is_named_and_fails_the_command_but_stops_nobody(graded: Graded):
    assert graded.status == 1
    for name in (r"'line\nbreak'", r"'\udcff'"):
        assert f"the folder {name} in 'submitted' was not graded" in graded.said
    assert "Traceback" not in graded.said


def test_an_empty_folder_is_not_a_submission(graded: Graded):
    assert graded.classroom.result(LESSON, "empty").explanation == "not graded"
    assert "Nothing was handed in" in graded.said


def test_grading_one_notebook_leaves_the_other_as_it_is(graded: Graded):
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", LESSON, "--student=one-renamed", "--notebook=2*", "--force"],
        cwd=graded.classroom.root,
        env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    assert scores(graded.classroom, "one-renamed") == RIGHT
    folder = graded.classroom.folder("autograded", "one-renamed", LESSON)
    assert {path.name for path in folder.glob("*.ipynb")} == {NOTEBOOK, SECOND}
