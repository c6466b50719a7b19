"""A learner in a browser: the released lesson in JupyterLab, from the first cell to an exercise that is solved."""

from __future__ import annotations

import re
import shutil
import sys
from collections.abc import Iterator
from pathlib import Path

import nbformat
import pytest
from playwright.sync_api import Locator, Page, expect

from course.grading.authoring.release import reference
from course.grading.classroom import Classroom
from tests.browser.accessibility import violations
from tests.browser.lab import ROOT, Lab, Notebook

LESSON = "1-one-signal.ipynb"
TOOLS = "from course.notebook import check"
ANSWER = "def bake_and_ring("
CHECK = 'check("first-signal")'

LARGE = """\
%%explore --preemptions none --executions 10_000_000
import threading

total = 0


def add():
    global total
    total += 1


threads = [threading.Thread(target=add) for _ in range(5)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


# The labextension that nbgrader's package puts beside this Python.
VALIDATE = Path(sys.prefix, "share", "jupyter", "labextensions", "@jupyter", "nbgrader")


@pytest.fixture(scope="module")
def released(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The lesson's folder as students get it, made today from the source."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(ROOT / "nbgrader_config.py", root)
    shutil.copytree(ROOT / "source" / "event", root / "source" / "event")
    Classroom(root).generate_assignment("event", into=root / "release", record=False)
    return root / "release" / "event"


@pytest.fixture
def folder(released: Path, lab: Lab, request: pytest.FixtureRequest) -> Path:
    """The lesson's folder, for one test alone."""
    return shutil.copytree(released, lab.folder / request.node.name)


@pytest.fixture
def lesson(folder: Path, page: Page) -> Iterator[Notebook]:
    """The lesson, just opened."""
    notebook = Notebook.open(page, f"{folder.name}/{LESSON}")
    yield notebook
    notebook.close()


def wrong() -> str:
    """An answer of the catalogue that rings the bell too early."""
    text = (ROOT / "tests/catalogue/event/first-signal/rings-before-baking.py").read_text()
    return re.sub(r"\A(#.*\n)+\n*", "", text)


AS_TABLE = "The same as a table"


def right() -> str:
    """The author's answer."""
    nb = nbformat.read(ROOT / "source" / "event" / LESSON, as_version=4)
    return next(reference(cell.source) for cell in nb.cells if cell.source.startswith(ANSWER))


def offered(outputs: Locator) -> str:
    """The text that the page offers to be pasted, out of the one outcome or check that is open."""
    return outputs.locator("details[open] pre").filter(has_text="%%replay").inner_text()


def test_a_program_is_played_to_a_deadlock_and_its_token_is_an_answer(lesson: Notebook, page: Page) -> None:
    """By keyboard alone, from the game to the token; what is shown on the way has no violation that axe-core finds."""
    lesson.run(lesson.cell(TOOLS))
    lesson.run(lesson.cell("%%play --ends deadlock"))
    board = page.get_by_role("region", name="You are the scheduler")
    board.focus()
    for key, said in (
        ("0", "main starts Mira."),
        ("0", "main starts Jonas."),
        ("0", "main starts Ines."),
        ("2", "Jonas waits for bell."),
        ("1", "Mira sets bell."),
        ("1", "Mira clears bell."),
        ("3", "Ines waits for bell."),
        ("2", "Jonas prints Jonas sells"),
    ):
        page.keyboard.press(key)
        expect(page.get_by_role("status").filter(has_text=said)).to_be_visible()
    expect(board).to_contain_text("The goal is reached.")
    expect(board.get_by_role("region", name="How it ended")).to_contain_text("Lost wake-up:")
    token = board.locator("[data-copy]").get_attribute("data-copy")
    answer = lesson.cell("# Write a set and two tokens")
    lesson.write(answer, f'can_sell = {{0, 1, 2}}\nforever = "{token}"\nonly_jonas = "{token}"')
    lesson.run(answer)
    outputs = lesson.run(lesson.cell('check("a-moment")'))
    expect(outputs).to_contain_text("a-moment: 3 of 3 checks passed, 4 of 4 points")
    assert violations(page) == []


def test_a_wrong_answer_is_explained_and_can_be_seen_again_and_the_right_one_passes(lesson: Notebook) -> None:
    lesson.run(lesson.cell(TOOLS))
    answer, check = lesson.cell(ANSWER), lesson.cell(CHECK)
    expect(answer).to_contain_text("raise NotImplementedError()")
    lesson.write(answer, wrong())
    lesson.run(answer)
    prompt = answer.locator(".jp-InputPrompt").inner_text().strip().rstrip(":")
    outputs = lesson.run(check)
    expect(outputs).to_contain_text("first-signal: 2 of 3 checks passed, 2 of 4 points")
    expect(outputs).to_contain_text("✗ failed (0 of 2 points): Jonas sells every loaf, in order")
    expect(outputs).to_contain_text("Mira baked loaf 1 and loaf 2, but this is what happened: sold: nothing")
    expect(outputs).to_contain_text("ChecksFailed: first-signal: 2 of 3 checks passed")
    expect(outputs.get_by_role("img")).to_be_visible()
    outputs.get_by_text(AS_TABLE).click()
    trace = outputs.get_by_role("table")
    expect(trace).to_contain_text(f"cell {prompt}: 2 bell.set()")

    again = lesson.run(lesson.below(check, offered(outputs)))
    expect(again).to_contain_text("{'sold': [], 'problems': []}")
    expect(again.get_by_role("img")).to_be_visible()

    lesson.write(answer, right())
    lesson.run(answer)
    outputs = lesson.run(check)
    expect(outputs).to_contain_text("first-signal: 3 of 3 checks passed, 4 of 4 points")
    expect(outputs).not_to_contain_text("✗")
    expect(outputs).not_to_contain_text("ChecksFailed")


def test_every_outcome_is_shown_opens_by_a_click_and_is_replayed_by_its_token(lesson: Notebook) -> None:
    lesson.run(lesson.cell(TOOLS))
    explored = lesson.cell('print("Jonas: here is your bread")')
    program = "\n".join(explored.locator(".cm-line").all_inner_texts())
    outputs = lesson.run(explored)
    expect(outputs).to_contain_text("2 schedules run, which stand for every schedule. 2 outcomes.")
    sold_first = outputs.locator("details").filter(has_text="printed Jonas: here is your bread")
    expect(sold_first).to_contain_text("1 of 2 schedules")
    picture, trace = sold_first.get_by_role("img"), sold_first.get_by_role("table")
    expect(picture).to_be_hidden()
    sold_first.locator("summary").first.click()
    expect(picture).to_be_visible()
    expect(trace).to_be_hidden()
    sold_first.get_by_text(AS_TABLE).click()
    expect(trace.get_by_role("columnheader")).to_have_text(["step", "main", "Mira", "Jonas", "line"])

    token = offered(sold_first.locator("xpath=.."))
    again = lesson.run(lesson.below(explored, program.replace("%%explore", token)))
    expect(again.locator("pre").first).to_have_text("Jonas: here is your bread\nMira: the bread is ready")
    expect(again).not_to_contain_text("schedules run")


def test_the_stop_button_ends_a_long_exploration_with_what_was_seen_and_the_next_cell_works(lesson: Notebook) -> None:
    lesson.run(lesson.cell(TOOLS))
    outputs = lesson.start(lesson.below(lesson.cell(TOOLS), LARGE))
    expect(outputs.get_by_role("progressbar")).to_be_visible()
    lesson.press("notebook:interrupt-kernel")
    expect(outputs).to_contain_text(re.compile(r"Incomplete: stopped after [\d,]+ schedules\. \d+ outcomes? so far\."))
    expect(outputs.get_by_role("progressbar")).to_be_hidden()
    expect(lesson.run(lesson.below(lesson.cell(TOOLS), "6 * 7"))).to_have_text(re.compile("42"))


@pytest.fixture
def short(folder: Path) -> Path:
    """The same folder, with nothing in the notebook but the first exercise: Validate runs every cell anew."""
    nb = nbformat.read(folder / LESSON, as_version=4)
    nb.cells = [cell for cell in nb.cells if cell.source.startswith((TOOLS, ANSWER, CHECK))]
    nbformat.write(nb, folder / LESSON)
    return folder


@pytest.mark.skipif(not VALIDATE.is_dir(), reason="JupyterLab has no button Validate: nbgrader's extension is missing")
def test_the_validate_button_of_nbgrader_says_what_check_says(short: Path, lesson: Notebook) -> None:
    told = lesson.page.locator(".jp-Dialog")
    for answer, said in (
        (wrong(), "ChecksFailed: first-signal: 2 of 3 checks passed, 2 of 4 points"),
        (right(), "Success! Your notebook passes all the tests."),
    ):
        lesson.write(lesson.cell(ANSWER), answer)
        lesson.page.locator(".jp-NotebookPanel-toolbar").get_by_text("Validate").click()
        expect(told).to_contain_text(said)
        told.get_by_role("button").click()
        expect(told).to_have_count(0)
