"""Whatever the judge does, each exercise gets a verdict, and none gets a silent zero."""

import sys
from pathlib import Path

import pytest

from course.grading.judging import verdicts
from course.model import Check, Submission, Verdict, to_json
from tests.grading.small_course import FAKE_JUDGE

WORTH = {"first": 3.0, "second": 1.0}


def ask(
    *cells: str, command: tuple[str, ...] = (sys.executable, str(FAKE_JUDGE)), timeout: float = 60.0
) -> tuple[Verdict, ...]:
    submission = Submission("words", "1-words", cells, tuple(WORTH))
    return verdicts(submission, Path("source", "words"), WORTH, command=command, timeout=timeout)


def says(program: str) -> tuple[str, ...]:
    """A judge that is this Python program."""
    return (sys.executable, "-c", program)


def answers(*given: Verdict) -> tuple[str, ...]:
    return says(f"import sys; sys.stdin.read(); print({to_json(given).decode()!r})")


def test_the_judge_is_asked_for_each_exercise_and_its_checks_are_kept():
    first, second = ask("right")
    assert [(check.name, check.status) for check in first.checks] == [("test_word", "passed"), ("test_care", "failed")]
    assert (first.exercise, first.score, first.points) == ("first", 2.0, 3.0)
    assert (second.exercise, second.score, second.points) == ("second", 0.0, 1.0)


def test_nobody_is_asked_where_there_is_nothing_to_judge():
    assert (
        verdicts(Submission("words", "1-words", ("right",), ()), Path("none"), {}, command=("no-such-program",)) == ()
    )


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("no-such-program",), "The judge could not be started."),
        (says("import sys; sys.exit(3)"), "The judge stopped before it had an answer."),
        (says("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), "The judge stopped before it had an answer."),
        (says("print('guilty')"), "The judge's answer could not be read."),
        (says("pass"), "The judge's answer could not be read."),
        (says("print('[{}]')"), "The judge's answer could not be read."),
        (says("import sys; sys.stdout.buffer.write(bytes([255, 254]))"), "The judge's answer could not be read."),
    ],
)
def test_a_judge_without_a_sound_answer_leaves_every_exercise_to_a_person(command: tuple[str, ...], reason: str):
    for verdict in ask("right", command=command):
        assert verdict.needs_review
        assert (verdict.score, verdict.points) == (0.0, WORTH[verdict.exercise])
        assert [check.reason for check in verdict.checks] == [reason]


def test_a_judge_that_hangs_is_stopped_with_all_that_it_started():
    # The child holds the judge's pipes open: whoever waits for their end waits for ever.
    program = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import threading; threading.Event().wait()'])"
    )
    for verdict in ask("right", command=says(program), timeout=0.5):
        assert [check.reason for check in verdict.checks] == ["The judge gave no answer in time and was stopped."]


def test_an_exercise_that_was_left_out_or_answered_twice_needs_review():
    one = Verdict("second", (Check("test_done", "Done", 1.0, "passed"),))
    first, second = ask(command=answers(one, one))
    assert first.needs_review
    assert second.needs_review
    assert "no checks for the exercise 'first' in the lesson 'words'" in str(first.checks[0].reason)


def test_a_verdict_on_something_that_was_not_asked_is_ignored():
    passed = (Check("test_done", "Done", 1.0, "passed"),)
    worth3 = (Check("test_word", "Word", 3.0, "passed"),)
    found = ask(command=answers(Verdict("third", passed), Verdict("second", passed), Verdict("first", worth3)))
    assert [(verdict.exercise, verdict.score, verdict.needs_review) for verdict in found] == [
        ("first", 3.0, False),
        ("second", 1.0, False),
    ]


@pytest.mark.parametrize("points", ["-1.0", "1e309", "NaN"])
def test_points_that_make_no_sense_need_review(points: str):
    answer = (
        to_json([Verdict("second", (Check("test_done", "Done", 0.125, "passed"),))]).decode().replace("0.125", points)
    )
    found = ask(command=says(f"import sys; sys.stdin.read(); print({answer!r})"))
    assert all(verdict.needs_review and verdict.score == 0 for verdict in found)


def test_checks_and_cell_that_disagree_about_the_points_need_review_and_keep_what_was_earned():
    _, second = ask(command=answers(Verdict("second", (Check("test_done", "Done", 0.5, "passed"),))))
    assert second.needs_review
    assert second.score == 0.5
    assert "worth 0.5 points, but its cell has 1" in str(second.checks[-1].reason)


def test_what_the_judge_complains_of_is_for_the_log_and_not_for_the_student(caplog: pytest.LogCaptureFixture):
    found = ask("judge-dies")
    assert "the judge broke its gavel" in caplog.text
    assert "gavel" not in to_json(found).decode()
