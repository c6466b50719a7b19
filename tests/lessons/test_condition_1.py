"""What *One predicate* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import permutations

import pytest

from course.explain.findings import findings
from course.model import Execution, Program, Search
from course.search import explore
from tests.lessons.page import Page

PAGE = Page("condition/1-one-predicate")
EVERY = Search(preemptions=None)


@dataclass(frozen=True)
class Came:
    """What one outcome of a program came to."""

    ending: str
    output: str
    findings: tuple[str, ...]
    execution: Execution


def outcomes(text: str) -> list[Came]:
    whole = Program({"main": text})
    found = explore(whole, EVERY)
    assert found.complete
    return [
        Came(
            outcome.ending,
            outcome.output.strip(),
            tuple(finding.kind for finding in findings(outcome.execution, whole)),
            outcome.execution,
        )
        for outcome in found.outcomes
    ]


def ends(text: str) -> set[tuple[str, str]]:
    return {(came.ending, came.output) for came in outcomes(text)}


SOLD = {("completed", "Jonas sells rye")}
IN_BLOCK = ("        changed.notify()\n", "        changed.notify()\n        time.sleep(60)\n")
BELOW_BLOCK = ("        changed.notify()\n", "        changed.notify()\n    time.sleep(60)\n")


def test_two_sellers_at_a_bell_sell_one_loaf_or_break() -> None:
    PAGE.says("gap-answer", "an `IndexError`")
    assert ends(PAGE.program("gap-run")) == {
        (ending, f"{name} sells rye") for ending in ("completed", "error") for name in ("Jonas", "Ines")
    }


def test_to_wait_for_a_bell_with_the_lock_in_hand_is_a_deadlock_if_jonas_is_first() -> None:
    PAGE.says("inside-answer", "If Jonas is first, he holds the lock and waits for the bell")
    assert ends(PAGE.program("inside-run")) == {("deadlock", ""), *SOLD}


@pytest.mark.parametrize(
    ("changes", "second", "words"),
    [((), 5, "at second 5"), ((IN_BLOCK,), 65, "at second 65"), ((BELOW_BLOCK,), 5, "Below the block: at second 5")],
    ids=["as it stands", "rests in the block", "rests below the block"],
)
def test_jonas_sells_when_mira_gives_the_lock_back(
    changes: tuple[tuple[str, str], ...], second: int, words: str
) -> None:
    PAGE.says("worked-answer", words if changes else "until second 5 nobody holds it")
    (came,) = outcomes(PAGE.program("worked-run", *changes))
    (sells,) = [step for step in came.execution.steps if step.operation == "print"]
    assert sells.time == second


def test_only_a_loop_waits_for_both_loaves() -> None:
    PAGE.says("again-answer", "In one outcome Jonas sells one loaf only")
    both = ("completed", "Jonas sells rye and wheat")
    assert ends(PAGE.program("again-run")) == {("completed", "Jonas sells rye"), both}
    assert ends(PAGE.program("again-run", ("if len", "while len"))) == {both}


@pytest.mark.parametrize(
    ("cell", "finding"),
    [("kept-run", "lost wake-up"), ("outside-play", "lost wake-up"), ("after-run", "forgotten notify")],
)
def test_jonas_sells_or_waits_for_ever(cell: str, finding: str) -> None:
    found = outcomes(PAGE.program(cell))
    assert {(came.ending, came.output) for came in found} == {("deadlock", ""), *SOLD}
    (stuck,) = [came for came in found if came.ending == "deadlock"]
    assert stuck.findings[0] == finding


@pytest.mark.parametrize("lines", list(permutations(('        shelf.append("rye")\n', "        changed.notify()\n"))))
def test_in_the_block_the_change_may_stand_above_or_below_the_notify(lines: tuple[str, ...]) -> None:
    PAGE.says("after-answer", "goes into the block, above or below `changed.notify()`")
    as_it_stands = '        changed.notify()\n    shelf.append("rye")\n'
    assert ends(PAGE.program("after-run", (as_it_stands, "".join(lines)))) == SOLD


def test_mira_is_told_only_if_somebody_notifies() -> None:
    PAGE.says("forgotten-answer", "In all other schedules she waits for ever")
    found = outcomes(PAGE.program("forgotten-run"))
    assert {came.ending for came in found} == {"completed", "deadlock"}
    assert [came.findings[0] for came in found if came.ending == "deadlock"] == ["forgotten notify"]
    change = "            loaves -= 1\n"
    told = outcomes(PAGE.program("forgotten-run", (change, f"{change}            changed.notify()\n")))
    assert {came.ending for came in told} == {"completed"}


def test_a_condition_without_the_lock_of_the_shelf_has_one_of_its_own() -> None:
    PAGE.says("other-lock-answer", "In both, `notify` and `wait`")
    errors = {came.execution.error for came in outcomes(PAGE.program("other-lock-run"))}
    assert {error.split()[2] for error in errors if error} == {"notify", "wait"}
    assert ends(PAGE.program("other-lock-run", ("threading.Condition()", "threading.Condition(shelf_lock)"))) == SOLD


def test_a_block_around_each_call_brings_the_gap_back() -> None:
    PAGE.says("other-lock-answer", "the gap between them is back")
    text = PAGE.program(
        "other-lock-run",
        ("        changed.notify()", "        with changed:\n            changed.notify()"),
        ("            changed.wait()", "            with changed:\n                changed.wait()"),
    )
    assert {came.ending for came in outcomes(text)} == {"completed", "deadlock"}


def test_a_notify_slips_through_a_plain_lock_only() -> None:
    PAGE.says("slips-answer", "While **Ines** holds the lock, Mira's notify slips through")
    assert {came.ending for came in outcomes(PAGE.program("slips-run"))} == {"completed", "error"}
    PAGE.says("slips-answer", "Now it is an error in every schedule")
    text = PAGE.program(
        "slips-run", ("threading.Condition(lock)", "threading.Condition()"), ("with lock:", "with changed:")
    )
    assert {came.ending for came in outcomes(text)} == {"error"}


def test_wait_gives_back_every_level_of_an_rlock_and_a_plain_lock_has_none() -> None:
    PAGE.says("levels-answer", "Jonas sells in every schedule")
    assert ends(PAGE.program("levels-run")) == SOLD
    PAGE.says("levels-answer", "For himself")
    text = PAGE.program("levels-run", ("threading.Condition()", "threading.Condition(threading.Lock())"))
    assert ends(text) == {("deadlock", "")}


def test_who_returns_without_a_release_goes_home_with_the_lock() -> None:
    PAGE.says("key-answer", "Mira waits for it for ever")
    found = outcomes(PAGE.program("key-run"))
    assert {(came.ending, came.output) for came in found} == {("deadlock", "Jonas: no bread today"), *SOLD}
    assert [came.findings[0] for came in found if came.ending == "deadlock"] == ["lock held at the end"]
    sell = PAGE.program("key-run").partition("def sell():\n")[2].partition("\n\n\n")[0]
    block = "\n".join(
        f"    {line}" for line in sell.splitlines() if line.strip() not in ("changed.acquire()", "changed.release()")
    )
    assert ends(PAGE.program("key-run", (sell, f"    with changed:\n{block}"))) == {
        ("completed", "Jonas: no bread today"),
        *SOLD,
    }


# --- the exercises ------------------------------------------------------------------------------


def given_out(task: str) -> str:
    """The program that a task shows to be repaired."""
    return PAGE.cells[task].partition("```python\n")[2].partition("```")[0]


def explored(solution: str, driver: str, **arguments: object) -> list[tuple[str, str | None]]:
    scenarios = (PAGE.path.parent / "scenarios.py").read_text("utf-8")
    found = explore(Program({"main": scenarios, "solution": solution}, f"main:{driver}", arguments), EVERY)
    return [(outcome.ending, outcome.error) for outcome in found.outcomes]


def test_the_display_that_is_given_out_polls() -> None:
    scenarios = (PAGE.path.parent / "scenarios.py").read_text("utf-8")
    arguments = {"sellers": ["Jonas"], "calls": 1, "numbers": [1], "begins_after": 30}
    text = Program(
        {"main": scenarios, "solution": given_out("number-display-task")}, "main:numbers_are_called", arguments
    )
    found = explore(text, EVERY)
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}
    assert {finding.kind for each in found.outcomes for finding in findings(each.execution, text)} >= {"polling"}


def test_the_box_that_is_given_out_has_three_lines_that_raise() -> None:
    PAGE.says("cake-box-task", "there are three lines in which it can end by a `RuntimeError`")
    text = given_out("cake-box-task")
    raised = set()
    for repaired in (
        (),
        (("        self.changed.notify()\n", ""),),
        (("            self.changed.wait()\n", "            raise SystemExit\n"),),
    ):
        changed = text
        for old, new in repaired:
            assert changed.count(old) == 1
            changed = changed.replace(old, new)
        raised |= {error for _, error in explored(changed, "a_cake_box", cakes=[["nut cake", 30]]) if error}
    assert {error.split()[2] for error in raised if error.startswith("RuntimeError")} == {"notify", "wait", "release"}


@pytest.mark.parametrize(
    ("driver", "right"),
    [("two_sellers_in_this_order", {"CEABD", "CEADB"}), ("a_baker_in_this_order", {"HIFG", "HFIG", "IHFG"})],
)
def test_these_orders_are_right_and_none_with_two_neighbours_swapped(driver: str, right: set[str]) -> None:
    scenarios = (PAGE.path.parent / "scenarios.py").read_text("utf-8")
    swapped = {order[:i] + order[i + 1] + order[i] + order[i + 2 :] for order in right for i in range(len(order) - 1)}
    accepted = set()
    for order in right | swapped:
        found = explore(Program({"main": scenarios}, f"main:{driver}", {"lines": order}), EVERY)
        if all((each.ending, each.result) == ("completed", ["rye", "wheat"]) for each in found.outcomes):
            accepted.add(order)
    assert accepted == right
