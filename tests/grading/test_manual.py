"""An answer in prose, from the lesson to the feedback: it waits for a person, and the person's points arrive."""

import shutil
from html import unescape
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.release import build
from course.grading.classroom import Classroom
from tests.grading.small_course import REPOSITORY, cell

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

LESSON, NOTEBOOK, PROSE = "queue", "3-the-family", "queue-or-simple"


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A course of the one notebook that has an answer in prose, with a gradebook of its own."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    lesson = shutil.copytree(REPOSITORY / "source" / LESSON, root / "source" / LESSON)
    for path in lesson.glob("*.ipynb"):
        if path.stem != NOTEBOOK:
            path.unlink()
    classroom = Classroom(root)
    build(classroom, record=True)
    return classroom


def notebook(classroom: Classroom, step: str, student: str | None = None) -> nbformat.NotebookNode:
    folder = classroom.folder(step, *([student] if student else []), assignment=LESSON)
    return nbformat.read(folder / f"{NOTEBOOK}.ipynb", as_version=4)


def hand_in(classroom: Classroom, student: str, prose: str | None = None) -> None:
    """Hand in the released notebook, with an answer in prose or with none, and have it graded."""
    nb = notebook(classroom, "release")
    if prose is not None:
        cell(nb, PROSE).source = prose
    folder = classroom.folder("submitted", student, LESSON)
    folder.mkdir(parents=True)
    nbformat.write(nb, folder / f"{NOTEBOOK}.ipynb")
    classroom.autograde(LESSON, student)


def mark(classroom: Classroom, student: str) -> tuple[float, bool]:
    """The score of the answer in prose, and whether a person must look at it."""
    (found,) = (each for each in classroom.result(LESSON, student).marks if each.exercise == PROSE)
    assert found.points == 6
    return found.score, found.review


def read(classroom: Classroom, student: str, points: float, comment: str) -> None:
    """What formgrader writes when a person has read the answer."""
    with classroom.gradebook() as gradebook:
        grade = gradebook.find_grade(PROSE, NOTEBOOK, LESSON, student)
        grade.manual_score, grade.needs_manual_grade = points, False
        gradebook.find_comment(PROSE, NOTEBOOK, LESSON, student).manual_comment = comment
        gradebook.db.commit()


def feedback(classroom: Classroom, student: str) -> str:
    classroom.generate_feedback(LESSON, student)
    return unescape(Path(classroom.folder("feedback", student, LESSON), f"{NOTEBOOK}.html").read_text())


def test_the_authors_answer_is_not_released_and_the_rubric_is(classroom: Classroom):
    nb = notebook(classroom, "release")
    assert cell(nb, PROSE).source == "YOUR ANSWER HERE"
    authors = cell(notebook(classroom, "source"), PROSE).source
    text = "\n".join(each.source for each in nb.cells)
    assert not any(line in text for line in authors.splitlines() if line)
    (task,) = (each.source for each in nb.cells if each.id == f"{PROSE}-task")
    assert "| for each job | points |" in task


def test_an_answer_in_prose_is_left_to_a_person_and_the_rest_of_the_notebook_is_not(classroom: Classroom):
    hand_in(classroom, "ada", "1. Diary: SimpleQueue, since its put is reentrant.")
    assert mark(classroom, "ada") == (0, True)
    others = [each for each in classroom.result(LESSON, "ada").marks if each.exercise != PROSE]
    assert others
    assert not any(each.review for each in others)


def test_the_points_and_the_comment_of_a_person_arrive_in_the_feedback_and_survive_grading_again(classroom: Classroom):
    hand_in(classroom, "ben", "1. Diary: SimpleQueue, since its put is reentrant.")
    assert "(Score: 5.0" not in feedback(classroom, "ben")
    read(classroom, "ben", 5, "And with the other class?")
    assert mark(classroom, "ben") == (5, False)
    page = feedback(classroom, "ben")
    assert "(Score: 5.0 / 6.0)" in page
    assert "And with the other class?" in page
    assert "since its put is reentrant" in page
    classroom.autograde(LESSON, "ben")
    assert mark(classroom, "ben") == (5, True), "as in nbgrader, a person is asked to look once more"


def test_an_untouched_answer_has_no_points_needs_nobody_and_is_told(classroom: Classroom):
    hand_in(classroom, "dee")
    assert mark(classroom, "dee") == (0, False)
    page = feedback(classroom, "dee")
    assert "(Score: 0.0 / 6.0)" in page
    assert "No response." in page
