"""A class in which everybody but two handed in something broken or hostile, graded once by nbgrader's own commands.

Each submission ends as a score, or as "needs review", with a sentence; nobody else's changes; nothing of the
instructor's is copied, and nothing of a student's runs in a page.
"""

import os
import subprocess
import sys
from dataclasses import dataclass, field

import pytest
from bs4 import BeautifulSoup

from course.grading.classroom import Classroom
from course.grading.submissions.notes import read_note
from tests.grading.small_course import LESSON, graded, hand_in, make_course, scores
from tests.grading.submissions.broken_cells import BROKEN_CELLS
from tests.grading.submissions.broken_files import BROKEN_FILES
from tests.grading.submissions.handed_in import RIGHT, Submission
from tests.grading.submissions.hostile_pages import HOSTILE_PAGES

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

SUBMISSIONS = [*BROKEN_FILES, *BROKEN_CELLS, *HOSTILE_PAGES]
PARAMETERS = [pytest.param(each, id=ascii(each.student)[1:40]) for each in SUBMISSIONS]
FIRST, LAST = "aaron", "zoe"
"""Honest classmates, before and after all others."""
ANSWERS = {"first": "# right and careful", "second": "# done"}


@dataclass(frozen=True)
class Graded:
    """The class after grading."""

    classroom: Classroom
    said: dict[str, str]
    status: dict[str, int]
    pages: dict[str, BeautifulSoup] = field(default_factory=dict)

    def page(self, student: str) -> BeautifulSoup:
        if student not in self.pages:
            folder = self.classroom.folder("feedback", student, LESSON)
            self.pages[student] = BeautifulSoup((folder / "1-words.html").read_text(), "html.parser")
        return self.pages[student]


@pytest.fixture(scope="module")
def graded_class(tmp_path_factory: pytest.TempPathFactory) -> Graded:
    classroom = make_course(tmp_path_factory.mktemp("course"))
    for student in (FIRST, LAST):
        hand_in(classroom, student, **ANSWERS)
    for submission in SUBMISSIONS:
        submission.spoil(hand_in(classroom, submission.student, **ANSWERS).parent)
    said, status = {}, {}
    for command in ("autograde", "generate_feedback"):
        done = subprocess.run(
            [sys.executable, "-m", "nbgrader", command, LESSON],
            cwd=classroom.root,
            env={**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)},
            capture_output=True,
            text=True,
            errors="replace",
            timeout=1800,
            check=False,
        )
        said[command], status[command] = done.stdout + done.stderr, done.returncode
    return Graded(classroom, said, status)


def test_nobody_stops_the_class(graded_class: Graded):
    assert graded_class.status == {"autograde": 0, "generate_feedback": 0}, graded_class.said
    assert "Traceback" not in graded_class.said["autograde"] + graded_class.said["generate_feedback"]


@pytest.mark.parametrize("student", [FIRST, LAST])
def test_the_honest_have_what_they_earned(graded_class: Graded, student: str):
    assert scores(graded_class.classroom, student) == RIGHT
    assert read_note(graded(graded_class.classroom, student)) is None


@pytest.mark.parametrize("submission", PARAMETERS)
def test_each_ends_as_a_score_or_as_needs_review_with_a_sentence(graded_class: Graded, submission: Submission):
    assert scores(graded_class.classroom, submission.student) == submission.scores
    note = read_note(graded(graded_class.classroom, submission.student))
    page = graded_class.page(submission.student)
    if submission.says is None:
        assert note is None
    else:
        assert note is not None
        assert submission.says in note.sentence
        assert submission.says in " ".join(page.get_text().split())
    if submission.shows is not None:
        assert submission.shows in str(page)


@pytest.mark.parametrize("submission", PARAMETERS)
def test_no_page_runs_anything_of_a_student(graded_class: Graded, submission: Submission):
    page = graded_class.page(submission.student)
    assert page("script") == graded_class.page(FIRST)("script")
    assert not page(["iframe", "object", "embed", "form", "input", "base", "meta"])[1:]  # but for the template's one
    for element in page(True):
        assert not [name for name in element.attrs if name.startswith("on")]
        for name in ("href", "src", "action"):
            value = str(element.get(name, "")).strip().lower()
            assert not value.startswith(("javascript:", "vbscript:", "data:text", "data:image/svg"))


def test_nothing_of_the_instructor_is_copied(graded_class: Graded):
    for step in ("autograded", "feedback"):
        for path in graded_class.classroom.folder(step).parent.parent.joinpath(step).rglob("*"):
            assert not path.is_symlink()
            if path.is_file():
                content = path.read_bytes()
                assert b"root:x:0" not in content
                assert b"def test_care" not in content
                assert b"BEGIN SOLUTION" not in content


def test_a_notebook_is_given_back_as_a_page_only(graded_class: Graded):
    pages = list((graded_class.classroom.root / "feedback").rglob("1-words.html"))
    assert len(pages) == len(SUBMISSIONS) + 2
    assert not list((graded_class.classroom.root / "feedback").rglob("*.ipynb"))


def test_what_goes_with_a_notebook_is_kept(graded_class: Graded):
    folder = graded_class.classroom.folder("feedback", "a-picture-and-a-table", LESSON)
    assert (folder / "drawings" / "one.png").read_bytes() == b"\x89PNG"
    assert (folder / "data.csv").read_text() == "1,2\n"
    own = graded_class.classroom.folder("autograded", "the-lessons-own-files", LESSON)
    assert (own / "test_words.py").read_text() == "def test_word(explore): ...\n"


def test_what_was_handed_in_is_not_changed(graded_class: Graded):
    folder = graded_class.classroom.folder("submitted", "schema-99", LESSON)
    assert '"schema_version": 99' in (folder / "1-words.ipynb").read_text()


@pytest.mark.parametrize("student", ["time-good", "time-with-a-zone", "time-in-words", "time-to-come"])
def test_only_a_time_that_can_be_believed_is_in_the_gradebook(graded_class: Graded, student: str):
    with graded_class.classroom.gradebook() as gradebook:
        time = gradebook.find_submission(LESSON, student).timestamp
    expected = {"time-good": "2026-01-16 17:30:00", "time-with-a-zone": "2026-01-16 16:30:00.500000"}
    assert str(time) == expected.get(student, "None")
