"""formgrader in a browser, as an instructor goes through it: grade one student, look, give points, return feedback."""

from __future__ import annotations

import csv
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing
from urllib.parse import urlsplit

import nbformat
import pytest
from nbformat.v4 import new_markdown_cell
from playwright.sync_api import Locator, Page, expect

from course.grading.authoring.release import build
from course.grading.classroom import Classroom
from course.grading.demonstration import catalogue
from tests.browser.accessibility import violations
from tests.browser.lab import CHROMIUM, ROOT, Lab, opened, running_lab
from tests.grading.small_course import cell

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

LESSON, NOTEBOOK = "event", "1-one-signal"
EXERCISE, WRONG = "starting-gun", "first-runner-clears"
HOSTILE = (
    "My *drawing* <script>window.ran = 'script'</script>"
    "<img src=nowhere alt=drawing onerror=\"window.ran = 'handler'\"><svg onload=\"window.ran = 'svg'\"></svg>"
)


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The course with one notebook, handed in by Ada as it was, by Ben with a mistake and HTML, by Cleo cut off."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    lesson = ROOT / "source" / LESSON
    others = [path.name for path in lesson.glob("*.ipynb") if path.stem != NOTEBOOK]
    shutil.copytree(lesson, root / "source" / LESSON, ignore=shutil.ignore_patterns(*others))
    classroom = Classroom(root)
    build(classroom, record=True)
    (answer,) = (
        entry.answer
        for entry in catalogue(ROOT / "tests" / "catalogue")
        if (entry.assignment, entry.exercise, entry.name) == (LESSON, EXERCISE, WRONG)
    )
    for student in ("ada", "ben", "cleo"):
        nb = nbformat.read(classroom.folder("release", assignment=LESSON) / f"{NOTEBOOK}.ipynb", as_version=4)
        if student == "ben":
            cell(nb, f"{EXERCISE}-solution").source = answer
            nb.cells.insert(1, new_markdown_cell(HOSTILE))
        path = classroom.folder("submitted", student, LESSON) / f"{NOTEBOOK}.ipynb"
        path.parent.mkdir(parents=True)
        path.write_text(nbformat.writes(nb)[: 100 if student == "cleo" else None])
    return classroom


@pytest.fixture(scope="module")
def lab(classroom: Classroom, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if CHROMIUM is None:
        pytest.skip("the tests in a browser need Debian's package chromium (or chromium-browser, google-chrome)")
    with running_lab(tmp_path_factory.mktemp("lab"), work=classroom.root) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    """A page on which Ben and Cleo have been graded by the button, and nothing was asked of another host."""
    with opened(lab) as page:
        troubles: list[str] = []
        page.on("pageerror", lambda error: troubles.append(str(error)))
        page.on("dialog", lambda dialog: troubles.append(dialog.message))
        page.on("request", lambda request: troubles.extend(_elsewhere(request.url, lab)))
        for student in ("ben", "cleo"):
            press(page, lab, student, "autograde", f"Successfully autograded '{LESSON}' for student '{student}'.")
        yield page
        assert troubles == []


def _elsewhere(address: str, lab: Lab) -> list[str]:
    parts = urlsplit(address)
    return [] if parts.netloc == urlsplit(lab.address).netloc or parts.scheme in ("data", "blob") else [address]


def row(page: Page, student: str) -> Locator:
    """The student's line in the list of submissions."""
    return page.get_by_role("row").filter(has=page.locator("td.student-id", has_text=student))


def submissions(page: Page, lab: Lab) -> None:
    """Open the list of submissions."""
    page.goto(f"{lab.address}formgrader/manage_submissions/{LESSON}")
    expect(page.locator("td.student-id")).to_have_count(3)


def press(page: Page, lab: Lab, student: str, button: str, says: str) -> None:
    """Press a button in the student's line, wait for what formgrader says, and close that."""
    submissions(page, lab)
    row(page, student).locator(f".{button} a").click()
    expect(page.locator(".modal-body")).to_contain_text(says)
    page.locator(".modal-footer").get_by_text("OK").click()
    expect(page.locator(".modal")).to_have_count(0)


def by_hand(page: Page, lab: Lab, student: str) -> None:
    """Open the student's notebook to be graded by hand, and wait until points, comments and keys are there."""
    with Classroom(lab.folder).gradebook() as gradebook:
        number = gradebook.find_submission_notebook(NOTEBOOK, LESSON, student).id
    page.goto(f"{lab.address}formgrader/submissions/{number}/")
    page.wait_for_function("formgrader.loaded && formgrader.grades.loaded && formgrader.comments.loaded")


def test_the_menu_opens_the_list_of_lessons(page: Page, lab: Lab) -> None:
    page.goto(f"{lab.address}lab")
    page.get_by_role("menuitem", name="Nbgrader").click()
    page.get_by_role("menuitem", name="Formgrader", exact=True).click()
    shown = page.frame_locator("iframe")
    expect(shown.get_by_role("link", name=LESSON, exact=True)).to_be_visible()
    expect(shown.locator("td.num-submissions")).to_have_text("3")


def test_the_button_grades_one_student_and_no_other(page: Page, lab: Lab) -> None:
    submissions(page, lab)
    expect(row(page, "ada").locator(".status")).to_have_text("needs autograding")
    expect(row(page, "ben").locator(".status")).to_have_text("graded")
    expect(row(page, "ben").locator(".score")).to_have_text(re.compile(r"^[1-9]\d* / \d+$"))
    expect(row(page, "cleo").locator(".status")).to_have_text("needs manual grading")


def test_a_verdict_is_shown_with_its_reason_and_its_picture(page: Page, lab: Lab) -> None:
    by_hand(page, lab, "ben")
    verdict = page.locator(".output_html").filter(has_text=f"{EXERCISE}: ")
    expect(verdict).to_contain_text("Lost wake-up: ")
    picture = verdict.get_by_role("img").first
    expect(picture).to_be_visible()
    width, drawn = picture.evaluate("image => [image.getBoundingClientRect().width, image.naturalWidth]")
    assert drawn > 0
    assert drawn / 2 < width <= verdict.evaluate("verdict => verdict.getBoundingClientRect().width")
    assert violations(page, ".output_html") == []


def test_nothing_of_a_student_runs(page: Page, lab: Lab) -> None:
    by_hand(page, lab, "ben")
    drawing = page.get_by_alt_text("drawing", exact=True)
    expect(drawing).to_have_js_property("complete", True)  # so that a handler of its error would have run
    assert page.evaluate("window.ran") is None


def test_a_broken_submission_says_why_and_takes_points_by_hand(page: Page, lab: Lab) -> None:
    by_hand(page, lab, "cleo")
    expect(page.locator("#notebook-container strong").first).to_contain_text("is not a notebook (it is not JSON;")
    page.locator(f"#{EXERCISE}").fill("2")
    with page.expect_response(lambda answer: "/formgrader/api/grade/" in answer.url):
        page.keyboard.press("Tab")  # to the next field, by formgrader's own key
    expect(page.locator(f"#{EXERCISE}_extra_credit")).to_be_focused()
    submissions(page, lab)
    expect(row(page, "cleo").locator(".score")).to_have_text(re.compile(r"^2 / \d+$"))


def test_feedback_made_by_the_button_has_the_points_given_by_hand(page: Page, lab: Lab) -> None:
    by_hand(page, lab, "ben")
    for field, text, kind in ((EXERCISE, "1", "grade"), (f"{EXERCISE}-solution-comment", "Who clears it?", "comment")):
        page.locator(f"#{field}").fill(text)
        with page.expect_response(re.compile(f"/formgrader/api/{kind}/")):
            page.keyboard.press("Tab")
    said = f"Successfully generated feedback for '{LESSON}' for student 'ben'."
    press(page, lab, "ben", "generate-feedback", said)
    made = lab.folder / "feedback" / "ben" / LESSON / f"{NOTEBOOK}.html"
    with closing(page.context.browser.new_page()) as feedback:  # opened from disk, as a student does
        feedback.goto(made.as_uri())
        contents = feedback.locator("#toc li")
        expect(contents.filter(has=feedback.locator(f"a[href='#{EXERCISE}']"))).to_contain_text("1.0 / 8.0")
        expect(feedback.get_by_text("Who clears it?")).to_be_visible()
        expect(feedback.locator(".output_html").get_by_role("img").first).to_be_visible()
        assert feedback.evaluate("window.ran") is None


def test_the_marks_are_exported_while_formgrader_runs(page: Page, lab: Lab) -> None:
    by_hand(page, lab, "cleo")
    page.locator(f"#{EXERCISE}").fill("3")
    with page.expect_response(re.compile("/formgrader/api/grade/")):
        page.keyboard.press("Tab")
    subprocess.run([sys.executable, "-m", "nbgrader", "export", "--to=marks.csv"], cwd=lab.folder, check=True)
    with (lab.folder / "marks.csv").open(newline="") as file:
        scores = {line["student_id"]: float(line["score"]) for line in csv.DictReader(file)}
    assert scores["cleo"] == 3
    submissions(page, lab)
    for student, score in scores.items():
        if student != "ada":  # who is not graded
            expect(row(page, student).locator(".score")).to_have_text(re.compile(rf"^{score:g} / "))
