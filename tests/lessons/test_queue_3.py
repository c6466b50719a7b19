"""What the third notebook of *queue* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

from functools import partial

import pytest

from course.explain.findings import findings
from course.model import Program, Search
from course.search import explore
from tests.lessons import page
from tests.lessons.page import Page, endings, outputs

PAGE = Page("queue/3-the-family")
Claim = partial(page.Claim, PAGE)


TYPE_ERROR = "TypeError: '<' not supported between instances of 'dict' and 'dict'"
COMPLETED = """\
    with lock:
        number += 1
        mine = number
    board.put((urgency, mine, order))"""
AS_GIVEN = """\
    # Step 1. With the lock: count, and keep the number in a variable of your own, mine.
    # Step 2. Without the lock: put the entry, which is the urgency, mine, and the order."""
ONE_STEP = "    with lock:\n        number += 1\n"
BOTH = [["Mira bakes cake", "Mira bakes rye"], ["Mira bakes rye", "Mira bakes cake"]]


@pytest.mark.parametrize(
    ("expected", "claim"),
    [
        (BOTH, Claim("urgent-answer", "Yes: there are two outcomes", "urgent-run")),
        (
            BOTH[:1],
            Claim(
                "urgent-answer",
                "One: cake, then rye.",
                "urgent-run",
                (
                    (
                        "for thread in (jonas, ines, mira):\n    thread.start()",
                        "jonas.start()\nines.start()\njonas.join()\nines.join()\nmira.start()",
                    ),
                ),
            ),
        ),
        (
            BOTH,
            Claim(
                "number-answer",
                "the two loaves may come in either order",
                "number-run",
                ((AS_GIVEN, COMPLETED),),
            ),
        ),
        (
            [[f"rye costs {seen}"] for seen in ([4, 3, 3], [4, 5, 3], [5, 3, 3], [5, 4, 3])],
            Claim("undo-answer", "But `[5, 3, 3]` and `[4, 3, 3]` happen as well", "undo-run"),
        ),
        (
            [["both orders are on the board"]],
            Claim(
                "reentrant-answer",
                "Yes. This shows that notes belong into a queue of their own",
                "reentrant-run",
                (
                    ("board = queue.PriorityQueue()", "board = queue.PriorityQueue()\nnotes = queue.SimpleQueue()"),
                    ("board.put(Order(9))", 'notes.put("compared")'),
                ),
            ),
        ),
        (
            [["second 5.0 - wait_for returned False", "second 8.0 - wait_for returned True"]],
            Claim("circle-answer", "`False` at second 5, `True` at second 8", "circle-run"),
        ),
        (
            [["second 0.0 - wait_for returned False"] * 2],
            Claim("circle-answer", "Change the 5 into 0", "circle-run", (("timeout=5", "timeout=0"),)),
        ),
    ],
    ids=lambda value: value.words if isinstance(value, page.Claim) else "",
)
def test_this_and_nothing_else_is_printed(expected: list[list[str]], claim: page.Claim) -> None:
    assert outputs(claim.explored()) == expected
    assert endings(claim.explored()) == {"completed"}


def test_the_lines_that_complete_the_program_are_those_of_the_answer() -> None:
    assert COMPLETED in PAGE.cells["number-done"]


@pytest.mark.parametrize(
    "claim",
    [
        Claim("tie-answer", "In every schedule a `TypeError` ends one of the two threads", "tie-run"),
        Claim("time-answer", "here both come at second 0", "time-run"),
    ],
    ids=lambda claim: claim.words,
)
def test_a_tie_is_an_error_in_every_schedule(claim: page.Claim) -> None:
    found = claim.explored()
    assert {(outcome.ending, outcome.error) for outcome in found.outcomes} == {("error", TYPE_ERROR)}
    (failure,) = found.outcomes[0].execution.failures
    first, second = (step.thread for step in found.outcomes[0].execution.steps if step.operation == "Queue.put")
    assert failure.thread == second != first


def test_after_a_tie_both_orders_are_there() -> None:
    claim = Claim("tie-left", "The error comes *after* the entry was appended", "tie-run")
    assert outputs(claim.explored()) == [["orders on the board: 2"]]


def test_a_number_that_is_drawn_without_a_lock_may_be_drawn_twice() -> None:
    found = Claim("number", "still there is a schedule in which Jonas or Ines ends with a `TypeError`", "number-play")
    outcomes = found.explored().outcomes
    assert {outcome.error for outcome in outcomes} == {None, TYPE_ERROR}


@pytest.mark.parametrize(
    "claim",
    [
        Claim(
            "number-answer",
            "Let Jonas read, then Ines read, and both write 1",
            "number-play",
            (("    number += 1\n", "    mine = number = number + 1\n"), ("(urgency, number,", "(urgency, mine,")),
        ),
        Claim(
            "number-answer",
            "both add before either of them reads `number` for the tuple",
            "number-play",
            (("number = 0\n", "number = 0\nlock = threading.Lock()\n"), ("    number += 1\n", ONE_STEP)),
        ),
    ],
    ids=lambda claim: claim.words,
)
def test_each_of_the_two_ways_to_one_number_for_two_leads_to_a_tie(claim: page.Claim) -> None:
    """Where the other way is barred."""
    assert endings(claim.explored()) == {"completed", "error"}


def test_as_it_is_given_the_program_to_complete_raises_empty_after_one_second() -> None:
    claim = Claim("number-done", "Mira's `get` raises `Empty` after one second", "number-run")
    (outcome,) = claim.explored().outcomes
    assert outcome.error == "Empty"
    assert outcome.execution.steps[-1].time == 1


def test_a_put_inside_of_a_put_is_a_deadlock_of_one_thread() -> None:
    claim = Claim("reentrant-answer", "A deadlock, with one single thread", "reentrant-run")
    (outcome,) = claim.explored().outcomes
    (wait,) = outcome.execution.waiting
    assert (outcome.ending, wait.thread, wait.holder) == ("deadlock", 0, 0)
    assert findings(outcome.execution)[0].kind == "deadlock"


def test_the_shelf_that_the_lesson_recalls_hands_over_what_is_put() -> None:
    _, _, after = PAGE.cells["circle"].partition("```python\n")
    shelf, _, _ = after.partition("```")
    text = f"""
import threading
from collections import deque

{shelf}

def bake():
    for loaf in ("rye", "wheat", "oats"):
        shelf.put(loaf)

shelf = Shelf(2)
threading.Thread(target=bake).start()
print([shelf.take() for _ in range(3)])
"""
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert found.complete
    assert [(outcome.ending, outcome.output) for outcome in found.outcomes] == [
        ("completed", "['rye', 'wheat', 'oats']\n")
    ]
