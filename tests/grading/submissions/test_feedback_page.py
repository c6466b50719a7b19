"""A page of feedback: what stands at its beginning, and that it asks nobody for anything."""

import pytest
from bs4 import BeautifulSoup

from course.grading.classroom import Classroom
from tests.grading.small_course import LESSON, NOTEBOOK, hand_in

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own


@pytest.fixture
def page(classroom: Classroom) -> BeautifulSoup:
    hand_in(classroom, "ada", first="# right and careful", second="# wrong", prose="Since the bell rang.")
    classroom.autograde(LESSON, "ada")
    with classroom.gradebook() as gradebook:
        comment = gradebook.find_comment("first-solution", NOTEBOOK.removesuffix(".ipynb"), LESSON, "ada")
        comment.manual_comment = "Nice."
        gradebook.db.commit()
    classroom.generate_feedback(LESSON, "ada")
    path = classroom.folder("feedback", "ada", LESSON) / NOTEBOOK.replace(".ipynb", ".html")
    return BeautifulSoup(path.read_text(), "html.parser")


def test_it_begins_with_the_exercises_by_name_and_each_leads_to_its_cell(page: BeautifulSoup):
    entries = [(item.a.text, item.get_text(" ", strip=True)) for item in page.select("#toc li")]
    assert entries == [
        ("A comment on first", "A comment on first"),
        ("first", "first (Score: 3.0 / 3.0)"),
        ("second", "second (Score: 0.0 / 1.0)"),
        ("prose", "prose (Score: 0.0 / 2.0)"),
    ]
    names = {anchor["name"] for anchor in page.select("a[name]")}
    assert {item.a["href"].removeprefix("#") for item in page.select("#toc li")} <= names


def test_it_asks_no_other_host_for_anything(page: BeautifulSoup):
    asked = [tag[name] for tag in page.select("script, link, img, iframe") for name in ("src", "href") if tag.get(name)]
    assert [address for address in asked if not address.startswith("data:")] == []
    assert [script for script in page.select("script") if "https://" in script.text or "http://" in script.text] == []
