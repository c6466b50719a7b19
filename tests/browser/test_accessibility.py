"""What the course shows in JupyterLab can be read by everybody, as far as axe-core can tell, in both themes."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.accessibility import violations
from tests.browser.lab import Lab, Notebook, written

DEADLOCK = """\
%%explore
import threading

bell = threading.Event()


def sell():
    bell.wait()
    print("sold")


def bake():
    bell.set()
    bell.clear()


threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=bake, name="Mira").start()
"""


@pytest.fixture(scope="module", params=["JupyterLab Light", "JupyterLab Dark"])
def theme(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def notebook(lab: Lab, page: Page) -> Iterator[Notebook]:
    """A notebook in which the course is loaded."""
    notebook = Notebook.open(page, written(lab, "blank", "%load_ext course.notebook"))
    notebook.run(notebook.cells.first)
    yield notebook
    notebook.close()


def test_an_exploration_has_no_violations(notebook: Notebook) -> None:
    outputs = notebook.run(notebook.below(notebook.cells.first, DEADLOCK))
    folded = outputs.locator("details:not([open]) > summary").filter(visible=True)
    while folded.count():  # what is unfolded may hold more that is folded
        folded.first.click()
    assert violations(notebook.page) == []


def test_a_violation_would_be_found(notebook: Notebook) -> None:
    bad = """from IPython.display import HTML; HTML('<button></button><p style="color:#777;background:#888">dim</p>')"""
    notebook.run(notebook.below(notebook.cells.first, bad))
    rules = {violation.partition(":")[0] for violation in violations(notebook.page)}
    assert rules >= {"button-name", "color-contrast"}
