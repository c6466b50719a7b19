"""What a goal asks for, and which executions reach it."""

from __future__ import annotations

import pytest

from course.explain.goals import GOALS, Goal
from course.model import BadRecord, Execution, Finding, Schedule


def execution(output: str = "", ending: str = "completed", *kinds: str) -> Execution:
    findings = tuple(Finding(kind, f"a {kind}") for kind in kinds)
    return Execution(Schedule(()), ending, None, output, ("main",), findings=findings)  # type: ignore[arg-type]


def test_a_finding_need_not_be_the_first_one() -> None:
    goal = Goal(finding="deadlock")
    assert goal.reached(execution("", "deadlock", "lost wake-up", "deadlock"))
    assert not goal.reached(execution("", "deadlock", "lost wake-up"))


def test_whole_lines_are_to_be_printed_one_after_the_other() -> None:
    goal = Goal(prints="10")
    assert goal.reached(execution("start\n 10 \nend\n"))
    assert not goal.reached(execution("100\n"))
    assert Goal(prints="a\nb").reached(execution("c\na\nb\n"))
    assert not Goal(prints="a\nb").reached(execution("a\nc\nb\n"))


def test_an_ending_is_reached_by_that_ending() -> None:
    assert Goal(ending="endless").reached(execution("", "endless"))
    assert not Goal(ending="endless").reached(execution())


def test_each_goal_is_a_sentence() -> None:
    for kind in GOALS:
        assert Goal(finding=kind).sentence.startswith("Goal: make ")
    assert Goal(finding="lost update").sentence == "Goal: make this program lose an update."
    assert Goal(ending="completed").sentence == "Goal: bring this program to its end."
    assert Goal(prints="a\nb").sentence == "Goal: make this program print a ⏎ b"


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({}, "exactly one"),
        ({"finding": "deadlock", "ending": "deadlock"}, "exactly one"),
        ({"finding": "lost updates"}, "'lost updates'"),
        ({"ending": "badly"}, "'badly'"),
        ({"prints": " \n"}, "blank"),
    ],
)
def test_what_is_no_goal_is_refused_in_a_sentence(given: dict[str, str], said: str) -> None:
    with pytest.raises(BadRecord, match=said):
        Goal(**given)
