"""What the notebooks of *start* say of their programs, and of the changes that they ask for: it is what happens."""

from __future__ import annotations

import math

import pytest

from course.explain.findings import findings
from course.model import Program, Search
from course.search import explore
from tests.lessons.page import Claim, Page, endings, outputs

PLAY, STEPS = Page("start/1-you-are-the-scheduler"), Page("start/2-threads-and-steps")


def changed(*changes: tuple[str, str]) -> tuple[tuple[str, str], ...]:
    return changes


@pytest.mark.parametrize(
    ("number", "claim"),
    [
        (math.comb(4, 2), Claim(PLAY, "all-answer", "Six. The line at the top", "all-run")),
        (
            30,
            Claim(
                PLAY,
                "all-answer",
                "Thirty. In each of the six orders",
                "all-run",
                changed(('name="Jonas").start()', 'name="Jonas").start()\nprint("Good morning")')),
            ),
        ),
        (math.factorial(3), Claim(STEPS, "start-answer", "the three lines come in all six orders", "start-run")),
    ],
    ids=lambda value: value.words if isinstance(value, Claim) else str(value),
)
def test_so_many_orders(number: int, claim: Claim) -> None:
    assert len(outputs(claim.explored())) == number


@pytest.mark.parametrize(
    ("expected", "claim"),
    [
        (
            ["sold: 1", "sold: 2"],
            Claim(PLAY, "book-answer", "A lock stops only those who ask for it", "book-run"),
        ),
        (
            ["sold: 2"],
            Claim(
                PLAY,
                "book-answer",
                "`sold: 2` is the only outcome",
                "book-run",
                changed(
                    (
                        "def ines_sells():\n    global sold\n    sold += 1",
                        "def ines_sells():\n    global sold\n    with book:\n        sold += 1",
                    )
                ),
            ),
        ),
        (
            ["loaves left: -1", "loaves left: 0"],
            Claim(
                PLAY,
                "loaf-answer",
                "Around `loaves -= 1` alone it would not",
                "loaf-run",
                changed(
                    ("loaves = 1\n", "loaves = 1\nloaf_lock = threading.Lock()\n"),
                    ("        loaves -= 1", "        with loaf_lock:\n            loaves -= 1"),
                ),
            ),
        ),
        (
            ["loaves left: 0"],
            Claim(
                PLAY,
                "loaf-answer",
                "`with loaf_lock:` goes above the `if`",
                "loaf-run",
                changed(
                    ("loaves = 1\n", "loaves = 1\nloaf_lock = threading.Lock()\n"),
                    (
                        "    if loaves > 0:\n        loaves -= 1",
                        "    with loaf_lock:\n        if loaves > 0:\n            loaves -= 1",
                    ),
                ),
            ),
        ),
        (
            ["All is baked after 60.0 seconds"],
            Claim(STEPS, "join-answer", "60 seconds, in every schedule", "join-run"),
        ),
        (
            ["All is baked after 180.0 seconds"],
            Claim(
                STEPS,
                "join-answer",
                "180 seconds. Each thread must have ended",
                "join-run",
                changed(
                    (
                        "    thread.start()\nfor thread in threads:\n    thread.join()",
                        "    thread.start()\n    thread.join()",
                    )
                ),
            ),
        ),
        (["None"], Claim(STEPS, "result-answer", "`None`. What the function returns", "result-run")),
        (
            ["[None, 'wheat loaf']"],
            Claim(STEPS, "lambda-answer", "`[None, 'wheat loaf']` in every schedule", "lambda-run"),
        ),
        (
            ["Jonas: no bread today, the oven is cold"],
            Claim(STEPS, "brings-answer", "`Jonas: no bread today, the oven is cold`", "brings-run"),
        ),
        (
            ["Jonas goes home after 1800.0 seconds"],
            Claim(STEPS, "flag-answer", "At second 1800", "flag-run"),
        ),
        (
            ["Jonas goes home after 1500.0 seconds"],
            Claim(STEPS, "event-answer", "Three turns, at seconds 0, 600 and 1200", "event-run"),
        ),
    ],
    ids=lambda value: value.words if isinstance(value, Claim) else "",
)
def test_this_and_nothing_else_is_the_last_line(expected: list[str], claim: Claim) -> None:
    assert sorted({lines[-1] for lines in outputs(claim.explored())}) == expected
    assert endings(claim.explored()) == {"completed"}


def test_a_method_run_makes_no_thread() -> None:
    claim = Claim(
        STEPS,
        "start-answer",
        "`MainThread bakes rye`, `MainThread bakes wheat`, and then the shop opens, always",
        "start-run",
        changed(("mira.start()", "mira.run()"), ("ines.start()", "ines.run()")),
    )
    assert outputs(claim.explored()) == [["MainThread bakes rye", "MainThread bakes wheat", "Jonas opens the shop"]]


def test_the_lines_in_order_have_two_outcomes_that_end_with_the_shop() -> None:
    _, _, text = STEPS.cells["join-order"].partition("\n")
    start, join, shop = (
        "for thread in threads:\n    thread.start()",
        "for thread in threads:\n    thread.join()",
        'print("the shop opens")',
    )
    assert all(line in text for line in (start, join, shop))
    found = explore(
        Program({"main": text[: text.index(join)] + "\n".join([start, join, shop])}), Search(preemptions=None)
    )
    assert sorted(outcome.output.splitlines() for outcome in found.outcomes) == [
        ["rye is baked", "wheat is baked", "the shop opens"],
        ["wheat is baked", "rye is baked", "the shop opens"],
    ]
    assert "until the explorer shows two outcomes" in STEPS.cells["join-answer"]


def test_joining_what_was_not_started_is_an_error() -> None:
    claim = Claim(STEPS, "join-order-answer", "that is a `RuntimeError`", "join-order")
    assert endings(claim.explored()) == {"error"}


def test_each_customer_gets_the_other_s_loaf_in_one_outcome() -> None:
    claim = Claim(STEPS, "append-answer", "Both loaves are there in both outcomes", "append-run")
    right, wrong = outputs(claim.explored())
    assert right == ["ordered rye - gets a rye loaf", "ordered wheat - gets a wheat loaf"]
    assert wrong == ["ordered rye - gets a wheat loaf", "ordered wheat - gets a rye loaf"]


def test_who_is_left_behind_prints_last_until_all_are_joined_first() -> None:
    late = Claim(STEPS, "behind-answer", "Jonas locks the door at second 0, with Ines inside", "behind-run")
    assert [lines[0] for lines in outputs(late.explored())] == ["Jonas: no bread today, I lock the door"]
    in_the_loop = "        thread.join()\n        if problems:\n            raise problems[0]\n"
    behind_it = "        thread.join()\n    if problems:\n        raise problems[0]\n"
    mended = Claim(STEPS, "behind-answer", "Then Ines prints first", "behind-run", changed((in_the_loop, behind_it)))
    assert [lines[0][:4] for lines in outputs(mended.explored())] == ["Ines"]


def test_a_daemon_can_be_cut_off_with_the_lid_up() -> None:
    claim = Claim(STEPS, "daemon-answer", "Those in which the last line about the lid says that it is up", "daemon-run")
    last = {[line for line in lines if line.startswith("lid")][-1] for lines in outputs(claim.explored())}
    assert last == {"lid up", "lid down"}


def test_a_mixer_that_is_joined_before_it_is_asked_turns_for_ever() -> None:
    claim = Claim(
        STEPS,
        "event-answer",
        "The mixer turns for ever",
        "event-run",
        changed(("enough.set()\nmixer.join()", "mixer.join()\nenough.set()")),
    )
    assert endings(claim.explored()) == {"endless"}


def test_a_flag_in_small_sleeps_is_looked_at_for_nothing() -> None:
    prose = STEPS.cells["flag-answer"]
    before, _, after = prose.partition("```python\n")
    claim = Claim(
        STEPS,
        "flag-answer",
        "all but once for nothing",
        "flag-run",
        changed(("        time.sleep(600)\n", after.partition("```")[0])),
    )
    assert "replace `time.sleep(600)` by" in before
    outcomes = claim.explored().outcomes
    assert {outcome.output.splitlines()[-1] for outcome in outcomes} == {
        f"Jonas goes home after {second}.0 seconds" for second in (1500, 1501)
    }
    assert {finding.kind for each in outcomes for finding in findings(each.execution)} >= {"polling"}
