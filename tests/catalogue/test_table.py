"""When a row of the printed table holds: as the tests of the catalogue have it."""

from __future__ import annotations

import pytest

from tests.catalogue.table import Answer, trouble
from tests.catalogue.test_catalogue import Entry, Exercise

EXERCISE = Exercise("event", "1-one-signal", "ring", 2, (), "")


def row(kind: str, finding: str | None = None, *loses: str) -> Answer:
    entry = Entry("event", "ring", "late", kind, "rings late", frozenset(loses), finding, None, "")
    return Answer(EXERCISE, kind, "late", "", entry if kind in ("right", "wrong") else None)


@pytest.mark.parametrize(
    ("answer", "score", "loses", "first", "said"),
    [
        (row("reference"), 2, [], [], ""),
        (row("reference"), 1, ["a"], [], "it must keep all points, but loses a"),
        (row("stub"), 0, ["a", "b"], [], ""),
        (row("stub"), 1, ["a"], [], "it must have no points"),
        (row("right"), 2, [], [], ""),
        (row("right"), 1, ["a"], ["deadlock"], "it must keep all points, but loses a"),
        (row("wrong", "deadlock", "a"), 1, ["a"], ["deadlock"], ""),
        (row("wrong", "deadlock", "a"), 0, ["a", "b"], ["deadlock"], "it must lose a"),
        (row("wrong", "deadlock", "a"), 2, [], [], "it must lose a"),
        (row("wrong", "deadlock", "a"), 1, ["a"], ["polling"], "deadlock is due"),
        (row("wrong", None, "a"), 1, ["a"], [], ""),
        (row("wrong", None, "a"), 1, ["a"], ["polling"], "no finding is due"),
    ],
)
def test_a_row_holds_if_it_has_what_is_due(answer: Answer, score: int, loses: list[str], first: list[str], said: str):
    assert trouble(answer, score, False, dict.fromkeys(loses), first) == said


def test_no_row_holds_that_a_person_would_have_to_look_at():
    assert trouble(row("wrong", None, "a"), 1, True, {"a": None}, []) == "a person would have to look at it"
