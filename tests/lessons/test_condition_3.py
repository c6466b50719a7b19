"""What *Time and design* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

from functools import partial

import pytest

from tests.lessons import page
from tests.lessons.page import Page, endings

PAGE = Page("condition/3-time-and-design")
Claim = partial(page.Claim, PAGE)


def in_order() -> tuple[tuple[str, str], ...]:
    """The lines of `customer` as the answer has them, in place of those of the program."""
    _, _, program = PAGE.cells["order-run"].partition("\n")
    mixed = program[program.index("def customer") : program.index("\n\n\nthreading.Thread")]
    _, _, answer = PAGE.cells["order-answer"].partition("```python\n")
    ordered = answer.partition("\n```")[0]
    assert sorted(line.strip() for line in mixed.splitlines()) == sorted(line.strip() for line in ordered.splitlines())
    return ((mixed, ordered),)


@pytest.mark.parametrize(
    ("expected", "claim"),
    [
        (
            "Customer: thank you for the rye. Second 4.0 ['wheat']",
            Claim("told-answer", "At second 4 she says thank you for the rye, and takes home wheat", "told-run"),
        ),
        (
            "wait returned False at second 11.0 and on the shelf is ['rye']",
            Claim("slow-answer", "`wait` returns only when it has the lock again", "slow-run"),
        ),
        ("Customer: no rye, I go home. Second 22.0", Claim("restart-answer", "At second 22", "restart-run")),
        (
            "False at second 10.0",
            Claim("restart-answer", "customer goes home at second 10", "order-run", in_order()),
        ),
        (
            "True at second 12.0",
            Claim(
                "real-answer",
                "At second 12, with both loaves",
                "order-run",
                (
                    ('["wheat", "spelt", "wheat"]:\n        time.sleep(4)', '["rye", "wheat"]:\n        time.sleep(6)'),
                    (
                        in_order()[0][0],
                        "def customer(patience):\n"
                        "    with counter:\n"
                        '        counter.wait_for(lambda: "rye" in shelf, timeout=10)\n'
                        '        counter.wait_for(lambda: "wheat" in shelf, timeout=10)\n'
                        '        print({"rye", "wheat"} == set(shelf), "at second", time.monotonic())',
                    ),
                ),
            ),
        ),
        (
            "Jonas begins to write at second 11.0",
            Claim("customers-first-answer", "At no moment between second 0 and second 11", "customers-first-run"),
        ),
        (
            "A guest sits down at second 20.0",
            Claim("seats-answer", "Two sit down at second 0, and the third at second 20", "seats-run"),
        ),
        (
            "A guest goes home at second 10.0",
            Claim(
                "seats-answer", "With a patience of 10 she or he goes home at second 10", "seats-run", (("30", "10"),)
            ),
        ),
        (
            "Jonas sells",
            Claim(
                "bell-answer",
                "With the real `Event` there is one outcome",
                "bell-run",
                (("bell = FirstBell()", "bell = threading.Event()"),),
            ),
        ),
    ],
    ids=lambda value: value.words if isinstance(value, page.Claim) else "",
)
def test_this_and_nothing_else_is_the_last_line(expected: str, claim: page.Claim) -> None:
    found = claim.explored()
    assert {outcome.output.splitlines()[-1] for outcome in found.outcomes} == {expected}
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}


def test_with_one_lock_the_second_reader_has_read_after_two_minutes() -> None:
    claim = Claim("lock-answer", "One at second 60, the other at second 120", "lock-run")
    seconds = {
        tuple(line.rpartition(" ")[2] for line in outcome.output.splitlines()) for outcome in claim.explored().outcomes
    }
    assert seconds == {("60.0", "120.0")}


def test_the_lines_as_they_stand_have_no_end() -> None:
    assert endings(Claim("order-answer", "As it stood, the customer never went home", "order-run").explored()) == {
        "endless"
    }


def test_the_first_bell_is_not_always_heard_by_one_who_waits() -> None:
    claim = Claim("bell-answer", "With `FirstBell` there are two outcomes", "bell-run")
    assert endings(claim.explored()) == {"completed", "deadlock"}


def test_both_guests_wait_before_one_of_them_is_forgotten() -> None:
    claim = Claim("forgotten-guest-answer", "Both guests must be waiting first", "forgotten-guest-play")
    forgotten = [outcome for outcome in claim.explored().outcomes if outcome.ending == "deadlock"]
    assert {outcome.output for outcome in forgotten} == {"Ada sits down\n", "Bo sits down\n"}
    for outcome in forgotten:
        steps = outcome.execution.steps
        first_release = next(number for number, step in enumerate(steps) if step.operation == "Condition.notify")
        waits = [step for step in steps[:first_release] if step.operation == "Condition.wait"]
        assert len({step.thread for step in waits}) == 2
