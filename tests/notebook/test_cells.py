"""Which cells the notebook holds now."""

from __future__ import annotations

import atexit
from collections.abc import Iterator
from typing import Any

import pytest
from IPython.core.interactiveshell import ExecutionInfo, InteractiveShell
from traitlets.config import Config

from course.notebook.cells import Cells


class Notebook:
    """A shell that is told which cell runs, as a front end does."""

    def __init__(self) -> None:
        config = Config()
        config.HistoryManager.enabled = False
        self.shell = InteractiveShell(config=config)
        self.shell.history_manager.input_hist_raw = [""]

    def run(self, text: str, identity: str | None = None, *, remember: bool = True, **metadata: Any) -> None:
        info = ExecutionInfo(text, remember, False, True, identity, {"cellId": identity, **metadata})
        self.shell.events.trigger("pre_run_cell", info)
        if remember:
            self.shell.history_manager.input_hist_raw.append(text)


@pytest.fixture
def notebook() -> Iterator[Notebook]:
    notebook = Notebook()
    yield notebook
    atexit.unregister(notebook.shell.atexit_operations)
    notebook.shell.atexit_operations()
    notebook.shell.restore_sys_module_state()  # it had put a module of its own in the place of __main__


@pytest.fixture
def cells(notebook: Notebook) -> Cells:
    notebook.run("from course.notebook import check")
    cells = Cells(notebook.shell)
    cells.follow()
    return cells


def test_a_cell_is_numbered_as_its_prompt(notebook: Notebook, cells: Cells) -> None:
    notebook.run("a = 1", "x")
    notebook.run("b = 2", "y")
    assert cells.sources() == ("from course.notebook import check", "a = 1", "b = 2")


def test_of_a_cell_that_ran_again_only_the_last_text_counts(notebook: Notebook, cells: Cells) -> None:
    notebook.run("def f(): return 1", "x")
    notebook.run("f()", "y")
    notebook.run("def g(): return 1", "x")
    assert cells.sources()[1:] == ("", "f()", "def g(): return 1")


def test_a_deleted_cell_counts_no_more(notebook: Notebook, cells: Cells) -> None:
    notebook.run("def f(): return 1", "x")
    notebook.run("f()", "y", deletedCells=["x", "never-ran"])
    assert cells.sources()[1:] == ("", "f()")


def test_a_deletion_that_was_undone_counts_again_once_the_cell_runs(notebook: Notebook, cells: Cells) -> None:
    notebook.run("a = 1", "x")
    notebook.run("b = 1", "y", deletedCells=["x"])
    notebook.run("a = 2", "x", deletedCells=["x"])
    assert cells.sources()[1:] == ("", "b = 1", "a = 2")


def test_without_identities_every_input_is_a_cell(notebook: Notebook, cells: Cells) -> None:
    notebook.run("a = 1")
    notebook.run("a = 1")
    assert cells.sources()[1:] == ("a = 1", "a = 1")


def test_when_told_to_forget_it_notes_nothing_any_more(notebook: Notebook, cells: Cells) -> None:
    notebook.run("a = 1", "x")
    cells.forget()
    notebook.run("a = 2", "x")
    assert cells.sources()[1:] == ("a = 1",)


def test_cells_that_the_shell_does_not_remember_are_noted_all_the_same(notebook: Notebook, cells: Cells) -> None:
    notebook.run("a = 1", remember=False)
    notebook.run("b = 1", remember=False)
    assert cells.sources()[1:] == ("a = 1", "b = 1")


def test_what_runs_silently_is_no_cell(notebook: Notebook, cells: Cells) -> None:
    notebook.shell.events.trigger("pre_run_cell", ExecutionInfo("a = 1", False, True, True, None))
    assert len(cells.sources()) == 1
