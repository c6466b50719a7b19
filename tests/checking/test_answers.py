"""What a learner's cells answer by a plain value, and what is said where they don't."""

from __future__ import annotations

from typing import Any

import pytest

from course.checking.answers import MISSING, shown
from course.checking.cells import assemble
from course.checking.explorer import InProcessExplorer
from course.checking.fixtures import Answer, Judged
from course.checking.found import CheckFailed
from tests.checking.lessons import FakeExplorer

nobody = FakeExplorer(lambda program, search: pytest.fail("a literal needs no explorer"))


def answer(*cells: str, kind: type | None = None, explorer: Any = None) -> Any:
    return Answer(Judged(cells, assemble(cells), explorer or InProcessExplorer()))("said", kind)


def refusal(*cells: str, kind: type | None = None) -> str:
    with pytest.raises(CheckFailed) as failed:
        answer(*cells, kind=kind)
    assert failed.value.execution is None
    return failed.value.reason


@pytest.mark.parametrize(
    "text", ["3", "-0.5", "'0x3.1'", "{10, 20}", "set()", "('a', 1)", "[[1], {2}]", "{'a': {1}}", "True"]
)
def test_a_literal_is_read_and_nothing_is_run(text: str) -> None:
    value = eval(text)
    assert answer(f"said = {text}", explorer=nobody) == value
    assert type(answer(f"said: object = {text}", explorer=nobody)) is type(value)


def test_the_last_assignment_counts_as_in_a_running_notebook() -> None:
    assert answer("said = 1", "print(said)\nsaid = 2\nsaid: int", "other = said = 3\n\ndef f():\n    said = 4") == 3
    assert answer("other, said = 1, 2", explorer=nobody) == 2


def test_what_is_not_part_of_the_answer_is_not_run() -> None:
    assert answer("raise NotImplementedError()\nsaid = 1\n1 / 0", explorer=nobody) == 1


@pytest.mark.parametrize(
    ("cells", "value"),
    [
        (["said = {1} | {2}"], {1, 2}),
        (["LIMIT = 2\nsaid = frozenset({LIMIT + 1, 1})"], {1, 3}),
        (["import math\nsaid = [math.pi > 3, len('abc')]"], [True, 3]),
        (["said = sorted({3, 1})", "print(said)"], [1, 3]),
    ],
)
def test_an_expression_is_computed_by_the_explorer(cells: list[str], value: object) -> None:
    assert answer(*cells) == value


@pytest.mark.parametrize(
    ("cells", "sentence"),
    [
        (["raise NotImplementedError()"], f"{MISSING} `said`, where this check looks for your answer."),
        (["said = ..."], "There is no answer here yet: `said` in cell [1], line 1, is still ...."),
        (["", "\nsaid = None"], "There is no answer here yet: `said` in cell [2], line 2, is still None."),
        (["said = {...}"], "There is no answer here yet: `said` in cell [1], line 1, is still {...}."),
        (["said = (3"], "Cell [1], line 1 is not Python, so nothing of this cell counts: `said = (3` ('(' was never"),
        (["said = 1", "said = (3"], "Cell [2], line 1 is not Python"),
        (
            ["%%explore\nsaid = 3"],
            f"{MISSING} `said`, where this check looks for your answer. `said` is set in cell [1], which begins with "
            "%%explore and so is a program of its own; move it to a cell without that line.",
        ),
        (
            ["said = {1}\nsaid.add(2)"],
            "`said` is set or changed by `said.add(2)` in cell [1], line 2, which is not read; "
            "write your whole answer in one line: said = …",
        ),
        (["said = 1\nsaid += 1"], "`said` is set or changed by `said += 1` in cell [1], line 2"),
        (["said = [1]\nsaid[0] = 2"], "`said` is set or changed by `said[0] = 2` in cell [1], line 2"),
        (
            ["said = set()\nfor x in (1, 2):\n    said.add(x)"],
            "`said` is set or changed by `for x in (1, 2):⏎",
        ),
        (["said = {1}\n[said.add(x) for x in (2, 3)]"], "`said` is set or changed by `[said.add(x) for x in (2, 3)]`"),
        (["said = {1}\nprint(said.pop())"], "`said` is set or changed by `print(said.pop())`"),
        (["said = [[1]]\nsaid[0].append(2)"], "`said` is set or changed by `said[0].append(2)`"),
        (["said = [1]\nsaid[0], x = 2, 3"], "`said` is set or changed by `said[0], x = (2, 3)`"),
        (["said = 1\ndel said"], "`said` is set or changed by `del said`"),
        (["said = lambda: 1"], "`said` in cell [1], line 1, is <function <lambda>>, which is no plain value"),
        (["for said in (1, 2):\n    pass"], "`said` is set or changed by `for said in (1, 2):⏎"),
        (
            ["def f(): return 1\nsaid = f()"],
            "`said` in cell [1], line 2, is set by a call, which is not run; write the",
        ),
        (["import threading\nsaid = threading.Lock"], "`said` in cell [1], line 2, is <"),
        (["said = float('inf')"], "`said` in cell [1], line 1, is inf, which is no plain value; write a number"),
        (
            ["said = 1 / 0"],
            "`said` in cell [1], line 1, cannot be computed. ZeroDivisionError in main at cell [1], line",
        ),
        (["said = {[]}"], "`said` in cell [1], line 1, cannot be computed. TypeError"),
        (
            ["said = missing"],
            "`said` in cell [1], line 1, is the name `missing`, which no cell sets; a text needs quotes",
        ),
    ],
)
def test_what_is_no_answer_fails_the_check_by_one_sentence(cells: list[str], sentence: str) -> None:
    assert refusal(*cells).startswith(sentence)


@pytest.mark.parametrize(
    ("text", "kind", "sentence"),
    [
        ("3", set, "The answer `said` must be a set, such as {1, 2}; but it is 3."),
        ("{'b', 'a'}", str, "The answer `said` must be a text in quotes, such as 'here'; but it is {'a', 'b'}."),
        ("True", int, "The answer `said` must be a whole number, such as 3; but it is True."),
        ("()", list, "The answer `said` must be a list, such as [1, 2]; but it is ()."),
    ],
)
def test_an_answer_of_another_kind_than_asked_is_told_so(text: str, kind: type, sentence: str) -> None:
    assert refusal(f"said = {text}", kind=kind) == sentence


def test_a_whole_number_will_do_for_a_number() -> None:
    assert answer("said = 3", kind=float) == 3


def test_a_set_is_shown_in_the_same_order_everywhere() -> None:
    assert shown({"c", "a", "b"}) == "{'a', 'b', 'c'}"
    assert shown(set()) == "set()"
