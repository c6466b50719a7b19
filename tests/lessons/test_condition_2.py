"""What the notebook *Many waiters* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

from functools import partial

import pytest

from course.explain.findings import findings
from course.model import Program
from course.search import replay
from tests.lessons import page
from tests.lessons.page import Page, endings, outputs

PAGE = Page("condition/2-many-waiters")
Claim = partial(page.Claim, PAGE)


def changed(*changes: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return changes


TO_ALL = ("changed.notify()", "changed.notify_all()")
ONE_LOCK = (
    "not_full = threading.Condition()\nnot_empty = threading.Condition()",
    "lock = threading.Lock()\nnot_full = threading.Condition(lock)\nnot_empty = threading.Condition(lock)",
)
SHELF_IN_THE_BOOK = """    with book:
        with changed:
            while not shelf:
                changed.wait()
            loaf = shelf.pop()
        entries.append(f"sold {loaf}")
"""
SHELF_BEFORE_THE_BOOK = """    with changed:
        while not shelf:
            changed.wait()
        loaf = shelf.pop()
    with book:
        entries.append(f"sold {loaf}")
"""


@pytest.mark.parametrize(
    ("expected", "claim"),
    [
        (
            [["Jonas sells rye", "Jonas sells wheat"]],
            Claim("one-seller-answer", "There is one outcome, the right one", "one-seller-run"),
        ),
        (
            [["Jonas sells rye", "Jonas sells wheat"]],
            Claim("two-kinds-answer", "`notify()` always wakes the right one", "two-kinds-run"),
        ),
        (
            [["Jonas sells rye", "Jonas sells wheat"]],
            Claim(
                "two-locks-answer",
                "it is right in every schedule",
                "two-locks-run",
                changed(
                    ONE_LOCK,
                    (
                        "            with not_full:\n"
                        "                loaf = shelf.pop(0)\n                not_full.notify()",
                        "            loaf = shelf.pop(0)\n            not_full.notify()",
                    ),
                    (
                        "            with not_empty:\n"
                        "                shelf.append(loaf)\n                not_empty.notify()",
                        "            shelf.append(loaf)\n            not_empty.notify()",
                    ),
                ),
            ),
        ),
        (
            [["Jonas sells rye", "Jonas sells wheat", "Jonas sells oat"]],
            Claim(
                "names-answer",
                "in `bake` it must be `with not_full:`, `not_full.wait()` and",
                "names-run",
                changed(
                    ("with not_full", "with X"),
                    ("not_full.wait", "X.wait"),
                    ("with not_empty", "with Y"),
                    ("not_empty.wait", "Y.wait"),
                    ("X", "not_empty"),
                    ("Y", "not_full"),
                ),
            ),
        ),
        (
            [["['baked rye', 'sold rye']"]],
            Claim(
                "second-lock-answer",
                "The only outcome is `['baked rye', 'sold rye']`",
                "second-lock-run",
                changed((SHELF_IN_THE_BOOK, SHELF_BEFORE_THE_BOOK)),
            ),
        ),
        (
            [["Mira watches the oven", "Jonas watches the oven", "Ines watches the oven"]],
            Claim("turns-answer", "So it is `notify_all()`", "turns-run", changed(TO_ALL)),
        ),
    ],
    ids=lambda value: value.words if isinstance(value, page.Claim) else "",
)
def test_there_is_this_outcome_and_no_other(expected: list[list[str]], claim: page.Claim) -> None:
    assert endings(claim.explored()) == {"completed"}
    assert outputs(claim.explored()) == expected


@pytest.mark.parametrize(
    "claim",
    [
        Claim(
            "thief-answer",
            "With `while` both sell, in every schedule",
            "thief-play",
            changed(("if not shelf", "while not shelf"), TO_ALL),
        ),
        Claim("one-condition-answer", "1. Never. Everybody", "one-condition-play", changed(TO_ALL)),
        Claim(
            "one-condition-answer",
            "2. Never, with these two loaves",
            "one-condition-play",
            changed(("while shelf:", "while len(shelf) == 2:")),
        ),
        Claim("two-conditions-answer", "in every schedule both loaves are sold", "two-conditions-run"),
        Claim(
            "key-points",
            "No. Some are woken for nothing, look, and wait again",
            "two-conditions-run",
            changed(("not_full.notify()", "not_full.notify_all()"), ("not_empty.notify()", "not_empty.notify_all()")),
        ),
    ],
    ids=lambda claim: claim.words,
)
def test_two_loaves_are_sold_in_every_schedule(claim: page.Claim) -> None:
    assert endings(claim.explored()) == {"completed"}
    assert {len(lines) for lines in outputs(claim.explored())} == {2}


@pytest.mark.parametrize(
    "claim",
    [
        Claim("two-locks-answer", "There is a deadlock.", "two-locks-run"),
        Claim("names-answer", "if he waits once, he waits for ever", "names-run"),
        Claim("second-lock-answer", "If Jonas comes first, he waits for a loaf with the book", "second-lock-run"),
        Claim("turns-answer", "Jonas is never told", "turns-run"),
    ],
    ids=lambda claim: claim.words,
)
def test_some_schedules_end_in_a_deadlock_and_some_do_not(claim: page.Claim) -> None:
    assert endings(claim.explored()) == {"completed", "deadlock"}


def test_two_locks_deadlock_when_the_rye_is_on_the_shelf_and_the_wheat_comes() -> None:
    claim = Claim("two-locks-answer", "The rye is on the shelf. Mira comes with the wheat", "two-locks-run")
    [stuck] = [outcome.execution for outcome in claim.explored().outcomes if outcome.ending == "deadlock"]
    assert [step.thread for step in stuck.steps if (step.operation, step.object) == ("write", "shelf")] == [
        stuck.threads.index("Mira")
    ]
    assert {(stuck.threads[step.thread], step.object) for step in stuck.steps if step.result == "waits"} == {
        ("Mira", "not_empty"),
        ("Jonas", "not_full"),
    }


def test_to_wake_both_for_one_loaf_needs_no_newcomer() -> None:
    claim = Claim(
        "thief-answer", "If both wait and Mira puts one loaf there, both are woken", "thief-play", changed(TO_ALL)
    )
    execution = replay(Program({"main": claim.text()}), "0x4.1x3.2x3.3x4.1x5.2x2")
    assert execution.error == "IndexError: pop from empty list"
    [woken] = [len(step.woke) for step in execution.steps if step.operation == "Condition.notify_all" and step.woke]
    assert woken == 2


def test_the_one_that_is_woken_in_vain_is_told_as_the_lesson_tells_it() -> None:
    claim = Claim("one-condition-answer", "Mira, for whom it was, never hears it", "one-condition-play")
    executions = [outcome.execution for outcome in claim.explored().outcomes if outcome.ending == "deadlock"]
    left = [{execution.threads[wait.thread] for wait in execution.waiting} for execution in executions]
    assert sorted(map(sorted, left)) == [["Ines", "Mira"], ["Jonas", "Mira"]]
    program = Program({"main": claim.text()})
    assert {findings(execution, program)[0].kind for execution in executions} == {"notify for notify_all"}
