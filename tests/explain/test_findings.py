"""What is worth telling about an execution."""

from __future__ import annotations

import pytest

from course.explain import explained, findings, sentence
from course.model import Execution
from tests.explain.records import HAND_OVER, RAISES, SPINS, WAITS_FOR_EVER, execution, step


@pytest.mark.parametrize(
    ("ended", "kind", "lines"),
    [
        (WAITS_FOR_EVER, "deadlock", (("main", 4), ("main", 13))),
        (RAISES, "error", (("main", 5),)),
        (SPINS, "endless loop", (("main", 7),)),
    ],
)
def test_the_first_finding_says_how_it_ended_and_at_which_lines(
    ended: Execution, kind: str, lines: tuple[tuple[str, int], ...]
) -> None:
    first = findings(ended)[0]
    assert (first.kind, first.sentence, first.lines) == (kind, sentence(ended), lines)


def test_a_sound_execution_has_no_finding() -> None:
    assert findings(HAND_OVER) == ()


@pytest.mark.parametrize(("operation", "how"), [("spin", "turns the loop"), ("poll", "sleeps in the loop")])
def test_who_waits_by_asking_again_is_polling_even_when_all_ends_well(operation: str, how: str) -> None:
    ended = execution(
        steps=(step(1, operation, None, 6), step(1, operation, None, 6), step(2, "Event.set", "ready", 8))
    )
    [finding] = findings(ended)
    assert finding.kind == "polling"
    assert finding.lines == (("main", 6),)
    assert finding.sentence == (
        f"Polling: consumer {how} at line 6 to see whether something has changed (2 times), "
        "instead of waiting to be told."
    )


def test_several_threads_that_poll_in_one_loop_are_told_together() -> None:
    ended = execution(steps=(step(1, "spin", None, 6), step(2, "spin", None, 6), step(2, "spin", None, 6)))
    [finding] = findings(ended)
    assert finding.sentence == (
        "Polling: consumer and producer turn the loop at line 6 to see whether something has changed (3 times), "
        "instead of waiting to be told."
    )


def test_explaining_twice_says_everything_once() -> None:
    assert explained(explained(SPINS)) == explained(SPINS)
    assert len(explained(SPINS).findings) == 2
