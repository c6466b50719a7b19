"""formgrader, in a real Jupyter server: its lists, its button and its page of a submission, for what stopped them.

It goes another way into nbgrader than the commands do, by its own lists and with one student at a time.
"""

import json
import urllib.parse
import urllib.request
from collections.abc import Iterator
from typing import Any

import pytest
from bs4 import BeautifulSoup

from course.grading.classroom import Classroom
from tests.browser.lab import Lab, running_lab
from tests.grading.small_course import LESSON, hand_in, make_course, scores
from tests.grading.submissions.broken_files import BROKEN_FILES
from tests.grading.submissions.handed_in import RIGHT
from tests.grading.submissions.hostile_pages import HOSTILE_PAGES

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

HOSTILE = ["scripts-in-markdown", "attachment-that-is-missing"]
STUDENTS = ["aaron", "a[b]c", "[!a]", "time-in-words", "time-a-pipe", "time-to-come", *HOSTILE]
ANSWERS = {"first": "# right and careful", "second": "# done"}


@pytest.fixture(scope="module")
def lab(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    root = make_course(tmp_path_factory.mktemp("course")).root
    classroom = Classroom(root)
    hand_in(classroom, "aaron", **ANSWERS)
    for submission in (*BROKEN_FILES, *HOSTILE_PAGES):
        if submission.student in STUDENTS:
            submission.spoil(hand_in(classroom, submission.student, **ANSWERS).parent)
    with running_lab(tmp_path_factory.mktemp("lab"), work=root) as lab:
        for student in STUDENTS:
            where = f"formgrader/api/submission/{LESSON}/{urllib.parse.quote(student, safe='')}/autograde"
            answer = json.loads(ask(lab, where, method="POST"))
            assert answer["success"], answer
        yield lab


def ask(lab: Lab, where: str, method: str = "GET") -> str:
    request = urllib.request.Request(
        f"{lab.address}{where}", method=method, headers={"Authorization": f"token {lab.token}"}
    )
    with urllib.request.urlopen(request) as answer:
        text: str = answer.read().decode()
        return text


def listed(lab: Lab) -> dict[str, Any]:
    return {each["student"]: each for each in json.loads(ask(lab, f"formgrader/api/submissions/{LESSON}"))}


@pytest.mark.parametrize("student", STUDENTS)
def test_the_button_grades(lab: Lab, student: str):
    assert scores(Classroom(lab.folder), student) == RIGHT


@pytest.mark.parametrize("student", STUDENTS)
def test_the_list_is_shown_and_says_that_everybody_is_graded(lab: Lab, student: str):
    assert listed(lab)[student]["autograded"]


def page(lab: Lab, student: str) -> BeautifulSoup:
    """The page on which a person grades the submission."""
    with Classroom(lab.folder).gradebook() as gradebook:
        number = gradebook.find_submission_notebook("1-words", LESSON, student).id
    return BeautifulSoup(ask(lab, f"formgrader/submissions/{number}/"), "html.parser")


@pytest.mark.parametrize("student", HOSTILE)
def test_nothing_of_a_student_runs_on_the_page_on_which_a_person_grades(lab: Lab, student: str):
    mine, honest = page(lab, student), page(lab, "aaron")
    assert [each.get("src") for each in mine("script")] == [each.get("src") for each in honest("script")]
    assert "alert(" not in "".join(each.get_text() for each in mine("script"))
    assert len(mine.select(".nbgrader_cell, input, textarea")) == len(honest.select(".nbgrader_cell, input, textarea"))
    for element in mine.select("#notebook *"):
        assert not [name for name in element.attrs if name.startswith("on")]
        assert not str(element.get("href", "")).strip().lower().startswith("javascript:")


def test_what_is_harmless_in_it_is_shown(lab: Lab):
    assert "<h1>My drawing</h1>" in str(page(lab, "scripts-in-markdown"))
