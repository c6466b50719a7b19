"""One cell, read as Python: magics, syntax errors, and texts that are meant to stop a reader."""

from __future__ import annotations

import ast
import warnings

import pytest

from course.checking.reading import LENGTH, MAGICS, read


def unparsed(source: str) -> str:
    tree = read(1, source).tree
    assert tree is not None
    return ast.unparse(tree)


@pytest.mark.parametrize(
    "magic",
    [
        "%load_ext course.notebook",
        "!ls 'it",
        "?Event",
        "Event?",
        "Event.wait??",
        "files = !ls",
        "a, b = %time f(",
        "  %pwd",
    ],
)
def test_a_magic_line_becomes_pass_and_every_other_line_keeps_its_number(magic: str) -> None:
    cell = read(1, f"if True:\n  x = 1\n{magic}\ny = 2" if magic.startswith(" ") else f"x = 1\n{magic}\ny = 2")
    assert cell.tree is not None
    assert cell.lines[-1] == "y = 2"
    assert cell.tree.body[-1].lineno == len(cell.lines)


def test_a_magic_in_a_block_leaves_the_block_whole() -> None:
    assert unparsed("for i in range(3):\n    %time f(i)\n") == "for i in range(3):\n    pass"


def test_a_magic_that_goes_on_in_the_next_line_is_one() -> None:
    assert unparsed("!ls \\\n  -l\nx = 1") == "pass\npass\nx = 1"


def test_what_only_looks_like_a_magic_stays() -> None:
    source = 'text = """\n%not a magic\n!nor this\n"""\nrest = (7\n% 4)\n%pwd\n'
    cell = read(1, source)
    assert cell.lines[:6] == tuple(source.split("\n")[:6])
    assert cell.lines[6] == "pass"


@pytest.mark.parametrize("source", ["%%explore\ndef f(): pass", "\n\n%%time\nx ="])
def test_a_cell_magic_is_no_python_and_no_problem(source: str) -> None:
    cell = read(1, source)
    assert (cell.tree, cell.problem) == (None, None)
    assert cell.head.startswith("%%")


def test_a_cell_that_is_indented_as_a_whole_is_read_as_ipython_runs_it() -> None:
    assert unparsed("    x = 1\n    if x:\n        y = 2\n") == "x = 1\nif x:\n    y = 2"


def test_lines_end_as_they_like() -> None:
    assert read(1, "x = 1\r\ny = 2\rz = 3").lines == ("x = 1", "y = 2", "z = 3")


def test_a_syntax_error_is_one_sentence_with_cell_line_text_and_what_python_said() -> None:
    cell = read(4, "x = 1\ndef race(names:\n    pass\n")
    assert cell.tree is None
    assert cell.problem is not None
    said = "Cell [4], line 2 is not Python, so nothing of this cell counts: `def race(names:` ("
    assert cell.problem.startswith(said)
    assert cell.names == {"x", "race"}


@pytest.mark.parametrize("source", ["return 3", "def f():\n    nonlocal x\n", "x: int = 1\nbreak"])
def test_an_error_that_only_the_compiler_sees_is_one_too(source: str) -> None:
    assert read(1, source).problem is not None


def test_await_at_the_top_level_is_fine_in_a_notebook() -> None:
    assert read(1, "await something()").problem is None


@pytest.mark.parametrize(
    "source",
    [
        "x = '\0'",
        "(" * 5_000 + ")" * 5_000,
        "-" * 90_000 + "1",
        "x = '\ud800'",
        "x\n" * LENGTH,
        "%pwd\n" * (MAGICS + 1),
        "x = " + "9" * 90_000,
    ],
    ids=["nul", "parentheses", "minus", "surrogate", "long", "magics", "digits"],
)
def test_no_text_stops_the_reader(source: str) -> None:
    cell = read(1, source)
    assert cell.tree is None
    assert cell.problem is not None
    assert len(cell.problem) < 400


def test_reading_warns_nobody() -> None:
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert read(1, r"x = '\d'").problem is None


def test_the_line_that_is_quoted_holds_nothing_that_a_terminal_or_a_page_would_take_for_more_than_text() -> None:
    cell = read(1, "x = (\u202e\x1b[2J\ufeff")
    assert cell.problem is not None
    assert cell.problem.isprintable()
    assert "\\x1b[2J" in cell.problem
