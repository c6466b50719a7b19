"""The exercises of `event` tested as it is done today: a stock nbgrader course, with hidden tests around real threads.

The folder `cells` has, for each exercise, what a sensible instructor would write without an explorer: threads are
started, joined with a timeout of two seconds, and what they did is asserted; where luck matters it is tried twenty
times; delays are a tenth of a second or two, so that a sleep instead of a wait shows.  Each file has two or three
graded test cells, begun by ``# === name: points ===``, and together they are worth what the exercise is worth with us.
The helper runs the learner's code in daemon threads, so that one that hangs keeps neither the test nor the kernel.

Two exercises ask for schedules (`a-moment`, `one-pulse`).  Stock nbgrader has nothing to replay them with, so only the
sets of numbers are tested, and the two are left out where verdicts are counted.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import nbformat
from nbformat.v4 import new_code_cell, new_notebook

__all__ = ["ASSIGNMENT", "CONFIG", "WITHOUT_TRUTH", "cells_of", "stock_source"]

ASSIGNMENT = "event"
"""The one assignment that has such tests."""

WITHOUT_TRUTH = ("a-moment", "one-pulse")
"""Exercises that stock nbgrader cannot test: their answers are schedules."""

CONFIG = """c = get_config()
c.CourseDirectory.course_id = "stock"
"""
"""What a stock course tells nbgrader: nothing but its name."""

FOLDER = Path(__file__).with_name("cells")
_HEAD = re.compile(r"^# === (?P<name>[\w-]+): (?P<points>\d+) points ===\n", re.MULTILINE)


def cells_of(exercise: str) -> tuple[tuple[str, int, str], ...]:
    """The test cells of ``exercise``: name, points and code of each."""
    parts = _HEAD.split((FOLDER / f"{exercise}.py").read_text(encoding="utf-8"))
    return tuple(
        (name, int(points), code.strip())
        for name, points, code in zip(parts[1::3], parts[2::3], parts[3::3], strict=True)
    )


def stock_notebook(nb: Any) -> Any:
    """A lesson's source notebook as a stock one: its texts and answer cells, and hidden tests where ``check()`` was.

    The lesson's other code cells are left out: they show programs in the explorer, and stock nbgrader would execute
    each.
    """
    cells = [_marked(new_code_cell((FOLDER / "helpers.py").read_text(encoding="utf-8"), id="helpers"), "helpers")]
    for cell in nb.cells:
        marks = cell.metadata.get("nbgrader", {})
        if marks.get("grade") and cell.cell_type == "code":
            cells.extend(_tests(marks["grade_id"], marks["points"]))
        elif marks or cell.cell_type == "markdown":
            cells.append(cell)
    return new_notebook(cells=cells, metadata={"kernelspec": nb.metadata.kernelspec})


def _tests(exercise: str, points: float) -> Iterator[Any]:
    tests = cells_of(exercise)
    worth = sum(points for _, points, _ in tests)
    if worth != points:
        raise ValueError(f"the tests of {exercise!r} are worth {worth} points; the exercise has {points:g}")
    for name, part, code in tests:
        hidden = f"# The tests are hidden.\n### BEGIN HIDDEN TESTS\n{code}\n### END HIDDEN TESTS"
        yield _marked(new_code_cell(hidden, id=name), name, part)


def _marked(cell: Any, name: str, points: float | None = None) -> Any:
    marks = {"schema_version": 3, "grade_id": name, "grade": points is not None, "solution": False, "locked": True}
    cell.metadata["nbgrader"] = marks | {"task": False} | ({} if points is None else {"points": points})
    return cell


def stock_source(notebook: Path) -> str:
    """The text of the stock version of the file ``notebook``."""
    return str(nbformat.writes(stock_notebook(nbformat.read(notebook, as_version=4)))) + "\n"
