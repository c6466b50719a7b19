"""What *Clear and pulses* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

from functools import partial

import pytest

from course.explain.findings import findings
from tests.lessons import page
from tests.lessons.page import Page

PAGE = Page("event/2-clear-and-pulses")
Claim = partial(page.Claim, PAGE)


def seen(claim: page.Claim) -> set[tuple[str, ...]]:
    """Of each outcome, how it ends and what it prints."""
    return {(outcome.ending, *outcome.output.splitlines()) for outcome in claim.explored().outcomes}


def kinds(claim: page.Claim) -> set[str]:
    return {finding.kind for outcome in claim.explored().outcomes for finding in findings(outcome.execution)}


def block(prose: str) -> str:
    """The program text that ``prose`` shows."""
    return PAGE.cells[prose].partition("```python\n")[2].partition("```")[0]


CLEAR = "        bell.clear()\n"
SELL = '        print("Jonas sells", shelf.pop(0))\n'
DRIVE = '    light.wait()\n    print(name, "crosses")\n'
IN_THE_LOCK = '    with road:\n        light.wait()\n        print(name, "crosses")\n'


@pytest.mark.parametrize(
    ("expected", "claim"),
    [
        (
            {("completed", "Ines is done at second 15.0", "Jonas is done at second 25.0", "The bakery is closed")},
            Claim("workers-answer", "One outcome: Ines at second 15, Jonas at second 25", "workers-run"),
        ),
        (
            {
                ("deadlock", "Jonas sells rye"),
                ("completed", "Jonas sells rye", "Jonas sells wheat"),
            },
            Claim("clears-answer", "The wheat lies on the shelf, and Jonas waits for ever", "clears-run"),
        ),
        (
            {
                ("deadlock", "Jonas sells rye"),
                ("completed", "Jonas sells rye", "Jonas sells wheat"),
            },
            Claim(
                "clears-answer",
                "Not always. If Mira has called `set()` twice",
                "clears-run",
                ((SELL + CLEAR, CLEAR + SELL),),
            ),
        ),
        (
            {("completed", "Jonas sells rye", "Jonas sells wheat", "Jonas sells spelt")},
            Claim("drains-answer", "all loaves are sold, in order, in every schedule", "drains-run"),
        ),
        (
            {
                ("deadlock", "Jonas sells rye"),
                ("deadlock", "Jonas sells rye", "Jonas sells wheat"),
                ("completed", "Jonas sells rye", "Jonas sells wheat", "Jonas sells spelt"),
            },
            Claim(
                "drains-answer",
                "the spelt stays, and Jonas waits for ever",
                "drains-run",
                ((CLEAR, ""), ("            sold += 1\n", "            sold += 1\n" + CLEAR)),
            ),
        ),
        (
            {
                (
                    "completed",
                    "GREEN at second 0.0",
                    "Ada crosses at second 10.0",
                    "RED at second 30.0",
                    "GREEN at second 60.0",
                    "Bo crosses at second 60.0",
                    "RED at second 60.0",
                    "Evening at second 60.0",
                )
            },
            Claim("light-trace", "Bo finds it red, and crosses at second 60", "light-stops"),
        ),
        (
            {
                ("completed", "GREEN", "Ada crosses", "RED"),
                ("completed", "GREEN", "RED", "Ada crosses"),
                ("deadlock", "GREEN", "RED"),
            },
            Claim("gap-answer", "she comes too late for the pulse, and waits for ever", "gap-run"),
        ),
        (
            {
                ("completed", "GREEN", "Ada crosses", "RED"),
                ("completed", "GREEN", "RED", "Ada crosses"),
                ("completed", "GREEN", "RED"),
                ("deadlock", "GREEN", "RED"),
            },
            Claim(
                "gap-answer",
                "A second look has the same gap behind it",
                "gap-run",
                ((DRIVE, '    light.wait()\n    if light.is_set():\n        print(name, "crosses")\n'),),
            ),
        ),
        (
            {
                ("completed", "GREEN", "Ada crosses", "RED"),
                ("deadlock",),
                ("deadlock", "GREEN", "RED"),
            },
            Claim("road-answer", "In the third outcome she comes after RED", "road-run"),
        ),
        (
            {
                ("completed", "GREEN", "Ada crosses", "RED"),
                ("completed", "GREEN", "RED", "Ada finds it red again"),
                ("deadlock", "GREEN", "RED"),
            },
            Claim(
                "road-answer",
                "She crosses between GREEN and RED, or finds it red again below RED",
                "road-run",
                ((IN_THE_LOCK, block("road-answer")),),
            ),
        ),
        (
            {
                ("completed", "rye is on the shelf at second 0.0", "Jonas takes rye", f"wheat is on the shelf at {at}")
                for at in ("second 5.0", "second 6.0")
            },
            Claim("clear-wait-answer", "At second 5 or 6", "clear-wait-run"),
        ),
        (
            {
                ("completed", f"{first} sells {loaf}", f"{second} sells {other}")
                for first, second in (("Jonas", "Ines"), ("Ines", "Jonas"))
                for loaf, other in (("rye", "wheat"), ("rye", "rye"))
            },
            Claim("two-sellers-answer", "Both sell the rye; nobody sells the wheat", "two-sellers-run"),
        ),
    ],
    ids=lambda value: value.words if isinstance(value, page.Claim) else "",
)
def test_these_are_the_outcomes(expected: set[tuple[str, ...]], claim: page.Claim) -> None:
    assert seen(claim) == expected


def test_without_a_clear_both_batches_are_sold_when_the_first_is_ready() -> None:
    claim = Claim("batches-answer", "Both at second 60", "batches-run")
    for ending, *lines in seen(claim):
        assert ending == "completed"
        assert [line for line in lines if line.startswith("Jonas")] == [
            "Jonas sells batch 1 at second 60.0",
            "Jonas sells batch 2 at second 60.0",
        ]
        assert "Mira: batch 2 is ready at second 120.0" in lines


def test_a_turn_of_the_seller_can_find_the_shelf_empty() -> None:
    claim = Claim(
        "drains-answer",
        "Then his next turn finds the shelf empty",
        "drains-run",
        ((CLEAR, CLEAR + '        print("the shelf holds", len(shelf))\n'),),
    )
    assert any("the shelf holds 0" in lines for lines in seen(claim))


def test_a_light_that_turns_for_ever_is_endless() -> None:
    claim = Claim("light-answer", "`Ada crosses` and `Bo crosses`, again and again", "light-endless")
    (outcome,) = claim.explored(steps=100).outcomes
    assert outcome.ending == "endless"
    assert {"Ada crosses", "Bo crosses"} == set(outcome.output.splitlines())


def test_asking_whether_it_is_clear_is_polling() -> None:
    claim = Claim("clear-wait-answer", "the explorer finds *polling*", "clear-wait-run")
    assert "polling" in kinds(claim)


@pytest.mark.parametrize(
    ("words", "program"),
    [
        ("he wipes out a signal that he has not heard yet", "clears-run"),
        ("a *deadlock*", "road-run"),
    ],
)
def test_waiting_for_ever_is_found(words: str, program: str) -> None:
    claim = Claim(program.replace("-run", "-answer"), words, program)
    assert "deadlock" in kinds(claim)


def test_who_waits_at_the_pulse_is_woken_by_it_even_if_it_is_over() -> None:
    claim = Claim("pulse-answer", "its `wait()` returns `True`, although the flag is `False` again", "pulse-play")
    outcomes = {lines for _, *lines in map(list, seen(claim)) for lines in [tuple(lines)]}
    assert ("red", "Jonas works", "Ines works") in outcomes
