"""A learner plays a program in JupyterLab, by keyboard alone, to a deadlock; nothing else on the page is disturbed."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.lab import Lab, Notebook, written

PLAY = """\
%%play --finding deadlock
import threading

kitchen = threading.Lock()
pantry = threading.Lock()


def cook():
    with kitchen:
        with pantry:
            pass


def shop():
    with pantry:
        with kitchen:
            pass


threading.Thread(target=cook, name="cook").start()
threading.Thread(target=shop, name="shopper").start()
"""

STILL = ".course-play-still"


@pytest.fixture
def notebook(lab: Lab, page: Page, request: pytest.FixtureRequest) -> Iterator[Notebook]:
    """A notebook with one game in it, which has been begun."""
    notebook = Notebook.open(page, written(lab, request.node.name, "from course.notebook import check", PLAY))
    notebook.run(notebook.cell("from course"))
    notebook.run(notebook.cell("%%play"))
    yield notebook
    notebook.close()


def game(page: Page) -> Locator:
    return page.get_by_role("region", name="You are the scheduler")


def press(page: Page, key: str, says: str) -> None:
    """Press ``key`` wherever the focus is, and wait for the announcement."""
    page.keyboard.press(key)
    expect(page.get_by_role("status").filter(has_text=says)).to_be_visible()


def test_a_deadlock_is_reached_by_keyboard_alone(notebook: Notebook, page: Page) -> None:
    board = game(page)
    expect(board).to_contain_text("Goal: make this program deadlock.")
    board.focus()
    press(page, "0", "main starts cook.")
    press(page, "0", "main starts shopper.")
    press(page, "1", "cook acquires kitchen.")
    press(page, "1", "cook acquires pantry.")
    shopper = board.get_by_role("region", name="Thread shopper", exact=True)
    expect(shopper).to_contain_text("waits for the Lock 'pantry', which cook holds")
    expect(shopper.get_by_role("button")).to_have_count(0)
    press(page, "Backspace", "cook acquires kitchen.")
    press(page, "2", "shopper acquires pantry.")
    expect(board).to_contain_text("The goal is reached.")
    expect(board.get_by_role("region", name="How it ended")).to_contain_text("Deadlock: cook waits for")
    token = board.locator("[data-copy]").get_attribute("data-copy")
    again = PLAY.replace("%%play --finding deadlock", f"%%replay {token}")
    replayed = notebook.run(notebook.below(notebook.cell("%%play"), again))
    expect(replayed).to_contain_text("Deadlock: cook waits for")


def test_a_game_that_was_just_begun_has_the_keys(lab: Lab, page: Page) -> None:
    """Shift+Enter has selected the next cell, where the digits would make headings."""
    cells = ("from course.notebook import check", PLAY, "# what comes next")
    notebook = Notebook.open(page, written(lab, "next", *cells))
    notebook.run(notebook.cell("from course"))
    notebook.run(notebook.cell("%%play"))
    expect(page.locator(".course-play:focus")).to_be_visible()
    press(page, "0", "main starts cook.")
    notebook.close()


def test_the_focus_stays_in_the_game_and_no_key_reaches_the_notebook(notebook: Notebook, page: Page) -> None:
    board = game(page)
    cells = notebook.cells.count()
    board.get_by_role("button", name=re.compile("^0: main starts cook")).focus()
    press(page, "Enter", "main starts cook.")
    expect(board.locator(":focus")).to_have_attribute("data-choice", "0")
    press(page, "0", "main starts shopper.")
    expect(page.locator(".course-play:focus")).to_be_visible()  # main has ended, and its button is gone
    press(page, "9", "9 cannot go on now.")
    press(page, "r", "Choose 0, main.")
    press(page, "Backspace", "That cannot be done now.")
    page.keyboard.press("b")  # a new cell, to JupyterLab
    expect(notebook.cells).to_have_count(cells)
    expect(page.locator(".jp-MarkdownCell, .jp-RawCell")).to_have_count(0)


def test_a_notebook_that_is_opened_again_shows_the_last_picture(notebook: Notebook, page: Page, lab: Lab) -> None:
    game(page).focus()
    press(page, "0", "main starts cook.")
    expect(page.locator(STILL)).to_be_hidden()
    [path] = [each for each in lab.folder.glob("*.ipynb") if "last_picture" in each.name]
    notebook.close()
    cell = nbformat.read(path, 4).cells[1]
    assert sum(len(str(output)) for output in cell.outputs) < 10_000
    assert "widgets" not in nbformat.read(path, 4).metadata
    Notebook.open(page, path.name)
    expect(page.locator(STILL)).to_be_visible()
    expect(page.locator(STILL)).to_contain_text("main starts cook.")
    expect(page.get_by_text("Error displaying widget")).to_be_hidden()
