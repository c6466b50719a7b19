"""The class report's page, opened from disk as an instructor opens it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect, sync_playwright

from course.grading.report.page import write_page
from tests.browser.accessibility import violations
from tests.browser.lab import CHROMIUM, FLAGS
from tests.grading.report.reported_class import assignment


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page of a class that has everything a page can show."""
    root = tmp_path_factory.mktemp("course")
    feedback = root / "feedback" / "ada" / "bells" / "1-bells.html"
    feedback.parent.mkdir(parents=True)
    feedback.write_text("<!doctype html><title>Ada's feedback</title>")
    return write_page([assignment(root / "feedback")], lambda _answer, check: check, root / "build" / "index.html")


@pytest.fixture(scope="module", params=["light", "dark"])
def page(file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    if CHROMIUM is None:
        pytest.skip("the tests in a browser need Debian's package chromium (or chromium-browser, google-chrome)")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        page = browser.new_page(color_scheme=request.param)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(file.as_uri())
        # Nothing but the page itself: its pictures are in it.
        assert [address for address in asked if not address.startswith("data:")] == [file.as_uri()]
        yield page
        browser.close()


def test_axe_finds_nothing_to_mend_with_all_that_folds_unfolded(page: Page) -> None:
    folded = page.locator("details:not([open]) > summary").filter(visible=True)
    while folded.count():
        folded.first.click()
    assert violations(page, "body") == []


def test_no_script_runs_and_what_a_student_wrote_is_text(page: Page) -> None:
    expect(page.get_by_text("is <b>not</b> so").first).to_be_attached()
    assert page.locator("b").count() == 0
    # The page's own policy forbids what might slip through.
    image = (
        "const it = document.createElement('img'); it.setAttribute('onerror', 'window.ran = true'); it.src = 'data:,';"
    )
    page.evaluate(f"new Promise(done => {{ {image} it.addEventListener('error', () => done()); }})")
    assert page.evaluate("window.ran") is None


def test_a_name_in_a_group_leads_to_the_students_part_and_on_to_the_feedback(page: Page) -> None:
    page.reload()
    page.get_by_role("article", name="lost wake-up: 15 submissions").get_by_role("link", name="cyd").first.click()
    expect(page.get_by_text("Graded without the sandbox.", exact=True)).to_be_visible()
    page.locator("summary").filter(has_text="Ada <Adeyemi> (ada)").click()
    page.get_by_role("link", name="1-bells", exact=True).click()
    expect(page).to_have_title("Ada's feedback")
    page.go_back()


def test_a_narrow_page_does_not_scroll_sideways(page: Page) -> None:
    page.set_viewport_size({"width": 360, "height": 700})
    assert page.evaluate("document.documentElement.scrollWidth") <= 360
    page.set_viewport_size({"width": 1280, "height": 720})
