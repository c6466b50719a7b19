"""What the source policy refuses in a notebook's cells costs the definitions that it is about, and no others."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.cells import assemble
from course.checking.explorer import InProcessExplorer
from course.checking.judge import judge
from course.model import Submission

GOOD = "def good():\n    return 1"


@pytest.mark.parametrize(
    ("cell", "line", "reason"),
    [
        ("def bad():\n    return print.__globals__", 2, "__globals__ cannot be used here"),
        ("def bad(g):\n    x = 1\n    return g.gi_frame", 3, "it leads to the frames"),
        ("class bad:\n    def __reduce__(self): pass", 2, "define __copy__ or __deepcopy__"),
        ("bad = [].append.__self__", 1, "__self__ cannot be used here"),
        ("def bad(simulation_load): pass", 1, "are the explorer's own"),
    ],
)
def test_a_refusal_names_the_cell_the_line_and_the_reason(cell: str, line: int, reason: str) -> None:
    solution = assemble([GOOD, cell], {"bad", "good"})
    assert "good" in solution.defined
    assert "bad" not in solution.defined
    assert f"cell [2], line {line}, is refused" in solution.broken["bad"]
    assert reason in solution.broken["bad"]
    assert "__" not in solution.text


def test_an_import_that_there_is_no_module_for_costs_what_uses_it() -> None:
    solution = assemble(["import os\nimport queue", "def bad():\n    return os.getpid()", GOOD], {"bad", "good"})
    assert "`import os` in cell [1], line 1, is refused: os cannot be imported here" in solution.broken["os"].replace(
        "`Import", "`import"
    )
    assert solution.broken.keys() & solution.reached({"bad"}) == {"os"}
    assert not solution.broken.keys() & solution.reached({"good"})


def test_an_import_that_is_only_tried_is_left_to_be_tried() -> None:
    solution = assemble(
        ["try:\n    import numpy\nexcept ImportError:\n    numpy = None\ndef f():\n    return numpy"], {"f"}
    )
    assert not solution.broken
    assert solution.defined == {"numpy", "f"}


def test_what_is_not_used_is_no_matter() -> None:
    assert not assemble(["import os\nimport matplotlib.pyplot as plt", GOOD], {"good"}).broken


def test_what_cannot_be_executed_without_it_is_missing_for_the_same_reason() -> None:
    cells = [
        "class Base:\n    x = print.__self__",
        "class Derived(Base): pass",
        "def late():\n    return Derived()",
        GOOD,
    ]
    solution = assemble(cells, {"late", "good"})
    assert solution.broken["Derived"] == solution.broken["Base"]
    assert solution.defined == {"late", "good"}


def test_a_later_definition_that_is_allowed_counts() -> None:
    solution = assemble(["def f():\n    return f.__code__", "def f():\n    return 1"], {"f"})
    assert not solution.broken
    assert solution.defined == {"f"}


def test_scratch_may_be_what_it_likes() -> None:
    solution = assemble(["print(print.__self__)\nprint.__self__.x = 1", GOOD], {"good"})
    assert not solution.broken


LESSON = {
    "scenarios.py": """
from solution import *

def first():
    from solution import one

    return one()

def second():
    from solution import two

    return two()
""",
    "test_small.py": """
import pytest

@pytest.mark.check("one", points=1)
def test_one(explore):
    explore("first").always(lambda outcome: outcome.result == 1, "it is not 1")

@pytest.mark.check("two", points=1)
def test_two(explore):
    explore("second").always(lambda outcome: outcome.result == 2, "it is not 2")

@pytest.mark.check("three", points=1)
def test_three(answer):
    assert answer("three") == 3
""",
}


def _judged(folder: Path, *cells: str) -> list[tuple[str, str | None]]:
    for name, text in LESSON.items():
        (folder / name).write_text(text.replace("from solution import *\n", ""), encoding="utf-8")
    submission = Submission("small", "small", cells, ("one", "two", "three"))
    verdicts = judge(submission, folder, InProcessExplorer())
    return [(check.status, check.reason) for verdict in verdicts for check in verdict.checks]


def test_the_checks_that_need_it_fail_with_the_sentence_and_the_others_pass(tmp_path: Path) -> None:
    one, two, three = _judged(
        tmp_path,
        "def one():\n    return 1",
        "def two():\n    return two.__code__ and 2",
        "three = 1 + len.__self__ * 0 + 2",
    )
    assert one == ("passed", None)
    assert two[0] == three[0] == "failed"
    assert two[1] is not None
    assert two[1].startswith(
        "`return two.__code__ and 2` in cell [2], line 2, is refused: __code__ cannot be used here"
    )
    assert three[1] is not None
    assert "__self__ cannot be used here" in three[1]


def test_a_name_that_comes_at_run_time_fails_with_its_line(tmp_path: Path) -> None:
    _, two, _ = _judged(tmp_path, "def one():\n    return 1", "def two():\n    return getattr(two, '__co' + 'de__')")
    assert two[0] == "failed"
    assert two[1] is not None
    assert "__code__ cannot be used here" in two[1]
    assert "cell [2], line 2" in two[1]
