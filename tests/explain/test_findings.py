"""What is worth telling about an execution."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.explain import explained, findings, sentence
from course.model import Access, Execution, Race
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


def race(name: str, first: tuple[int, int] = (1, 7), second: tuple[int, int] = (2, 7), module: str = "main") -> Race:
    return Race(name, Access(first[0], "write", module, first[1]), Access(second[0], "read", module, second[1]))


def test_a_data_race_names_what_both_threads_do_and_where() -> None:
    [finding] = findings(execution(races=(race("n", (1, 7), (2, 9)),)))
    assert finding.kind == "data race"
    assert finding.lines == (("main", 7), ("main", 9))
    assert finding.sentence == (
        "Data race: nothing orders the write of n at line 7 in consumer and the read of n at line 9 in producer; "
        "which comes first is up to the scheduler."
    )


def test_a_data_race_is_told_once_for_each_variable_and_the_items_of_a_container_are_one() -> None:
    raced = (race("n"), race("n", (1, 8)), race("items[0]"), race("items[1]"), race("table['a'].n"))
    told = [finding.sentence for finding in findings(execution(races=raced))]
    assert [sentence.split(" of ")[1].split(" at ")[0] for sentence in told] == ["n", "items[0]", "table['a'].n"]


def test_of_many_data_races_the_first_are_told_and_the_others_counted() -> None:
    told = findings(execution(races=tuple(race(f"n{number}") for number in range(8))))
    assert len(told) == 7
    assert told[-1].sentence == "Data race: and so with 2 more variables."


def test_a_data_race_at_a_place_that_is_hidden_has_no_line() -> None:
    [finding] = findings(execution(races=(race("n", (1, 0), (2, 0), "the driver"),)))
    assert finding.lines == ()
    assert "the write of n in consumer and the read of n in producer" in finding.sentence


def test_a_data_race_comes_after_how_it_ended() -> None:
    assert [finding.kind for finding in findings(replace(WAITS_FOR_EVER, races=(race("n"),)))] == [
        "deadlock",
        "data race",
    ]


def test_explaining_twice_says_everything_once() -> None:
    assert explained(explained(SPINS)) == explained(SPINS)
    assert len(explained(SPINS).findings) == 2
