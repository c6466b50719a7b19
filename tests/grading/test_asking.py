"""Whatever a judge does, each exercise gets a verdict, and none gets a silent zero."""

import logging
import sys
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest

from course.grading.judging.judge import Ruling
from course.grading.judging.judges import CannotJudge, Judges
from course.grading.judging.lesson import BadLesson, Lesson
from course.grading.judging.store import Store, engine
from course.model import Check, Submission, Verdict, to_json
from tests.grading.small_course import FAKE_JUDGE

WORTH = {"first": 3.0, "second": 1.0}
WORDS = Lesson("words", {"test_words.py": "def test_word(explore): ...\n", "scenarios.py": "def say(word): ...\n"})
FAKE = (sys.executable, str(FAKE_JUDGE))
LOG = logging.getLogger("course.grading")

Ask = Callable[..., tuple[Verdict, ...]]


@pytest.fixture
def judges(tmp_path: Path) -> Iterator[Callable[..., Judges]]:
    """Judges with a store of their own."""
    made: list[Judges] = []

    def make(command: tuple[str, ...] = FAKE, timeout: float = 60.0, lesson: Lesson = WORDS) -> Judges:
        store = Store(tmp_path / "verdicts.db")
        executor = ThreadPoolExecutor(1)
        made.append(Judges(executor, 1, store, lambda _: lesson, judge=command, timeout=timeout, log=LOG))
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def ask(judges: Callable[..., Judges]) -> Ask:
    """Ask for the verdicts on some cells."""

    def asked(*cells: str, **how: object) -> tuple[Verdict, ...]:
        found = judges(**how).verdicts(Submission("words", "1-words", cells, tuple(WORTH)), WORTH)
        return tuple(judged.verdict for judged in found)

    return asked


def says(program: str) -> tuple[str, ...]:
    """A judge that is this Python program."""
    return (sys.executable, "-c", program)


def answers(*given: Verdict, **more: object) -> tuple[str, ...]:
    """A judge that gives these verdicts, whatever it is asked."""
    line = to_json(Ruling(**{"engine": engine(), "verdicts": given, **more})).decode()  # type: ignore[arg-type]
    return says(f"import sys\nfor _ in sys.stdin: print({line!r}, flush=True)")


def reasons(verdict: Verdict) -> list[str | None]:
    return [check.reason for check in verdict.checks]


def test_the_judge_is_asked_for_each_exercise_and_its_checks_are_kept(ask: Ask):
    first, second = ask("right")
    assert [(check.name, check.status) for check in first.checks] == [("test_word", "passed"), ("test_care", "failed")]
    assert (first.exercise, first.score, first.points) == ("first", 2.0, 3.0)
    assert (second.exercise, second.score, second.points) == ("second", 0.0, 1.0)


def test_nobody_is_asked_where_there_is_nothing_to_judge(judges: Callable[..., Judges]):
    nothing = Submission("words", "1-words", ("right",), ())
    assert judges(("no-such-program",)).verdicts(nothing, {}) == ()


@pytest.mark.parametrize(
    ("command", "reason"),
    [
        (("no-such-program",), "The judge could not be started."),
        (says("import sys; sys.exit(3)"), "The judge stopped before it had an answer."),
        (says("import os, signal; os.kill(os.getpid(), signal.SIGKILL)"), "The judge stopped before it had an answer."),
        (says("pass"), "The judge stopped before it had an answer."),
        (says("print('half a ruling', end='')"), "The judge stopped before it had an answer."),
        (says("print('guilty')"), "The judge's answer could not be read."),
        (says("print('[{}]')"), "The judge's answer could not be read."),
        (says("import sys; sys.stdout.buffer.write(bytes([255, 254, 10]))"), "The judge's answer could not be read."),
        (answers(trouble="words has no test_words.py"), "The checks of this lesson could not be run."),
    ],
)
def test_a_judge_without_a_sound_answer_leaves_every_exercise_to_a_person(
    ask: Ask, command: tuple[str, ...], reason: str
):
    for verdict in ask("right", command=command):
        assert verdict.needs_review
        assert (verdict.score, verdict.points) == (0.0, WORTH[verdict.exercise])
        assert reasons(verdict) == [reason]


def test_a_judge_that_hangs_is_stopped_with_all_that_it_started(ask: Ask):
    # The child holds the judge's pipes open: whoever waits for their end waits for ever.
    program = (
        "import subprocess, sys; subprocess.run([sys.executable, '-c', 'import threading; threading.Event().wait()'])"
    )
    for verdict in ask("right", command=says(program), timeout=0.5):
        assert reasons(verdict) == ["The judge gave no answer in time and was stopped."]


def test_a_judge_that_never_reads_the_case_is_stopped_too(ask: Ask):
    for verdict in ask("x" * 1_000_000, command=says("import threading; threading.Event().wait()"), timeout=0.5):
        assert reasons(verdict) == ["The judge gave no answer in time and was stopped."]


def test_a_judge_that_dies_is_replaced_and_its_case_judged_again(ask: Ask, tmp_path: Path):
    mark = tmp_path / "died"
    program = f"""
import os, pathlib, runpy, sys
mark = pathlib.Path({str(mark)!r})
if not mark.exists():
    mark.touch()
    sys.stdin.readline()
    os.kill(os.getpid(), 9)
runpy.run_path({str(FAKE_JUDGE)!r}, run_name="__main__")
"""
    first, _ = ask("right and careful", command=says(program))
    assert mark.exists()
    assert first.score == 3.0


def test_an_exercise_that_was_left_out_or_answered_twice_needs_review(ask: Ask):
    one = Verdict("second", (Check("test_done", "Done", 1.0, "passed"),))
    first, second = ask(command=answers(one, one))
    assert first.needs_review
    assert second.needs_review
    assert "no checks for the exercise 'first' in the lesson 'words'" in str(reasons(first)[0])


def test_a_verdict_on_something_that_was_not_asked_is_ignored(ask: Ask):
    passed = (Check("test_done", "Done", 1.0, "passed"),)
    worth3 = (Check("test_word", "Word", 3.0, "passed"),)
    found = ask(command=answers(Verdict("third", passed), Verdict("second", passed), Verdict("first", worth3)))
    assert [(verdict.exercise, verdict.score, verdict.needs_review) for verdict in found] == [
        ("first", 3.0, False),
        ("second", 1.0, False),
    ]


def test_points_that_make_no_sense_need_review(ask: Ask):
    found = ask(command=answers(Verdict("second", (Check("test_done", "Done", -1.0, "passed"),))))
    assert all(verdict.needs_review and verdict.score == 0 for verdict in found)


def test_checks_and_cell_that_disagree_about_the_points_need_review_and_keep_what_was_earned(ask: Ask):
    _, second = ask(command=answers(Verdict("second", (Check("test_done", "Done", 0.5, "passed"),))))
    assert second.needs_review
    assert second.score == 0.5
    assert "worth 0.5 points, but its cell has 1" in str(reasons(second)[-1])


def test_what_the_judge_complains_of_is_for_the_log_and_not_for_the_student(ask: Ask, caplog: pytest.LogCaptureFixture):
    found = ask("judge-dies")
    assert "the judge broke its gavel" in caplog.text
    assert "gavel" not in to_json(found).decode()


def test_checks_that_cannot_be_read_are_named_in_the_log(judges: Callable[..., Judges], tmp_path: Path, caplog):
    (tmp_path / "words").mkdir()
    (tmp_path / "words" / "test_words.py").write_bytes(b"\xff")
    with pytest.raises(BadLesson, match=r"test_words\.py cannot be read"):
        Lesson.read(tmp_path / "words")
    judge = Judges(
        ThreadPoolExecutor(1),
        1,
        Store(tmp_path / "verdicts.db"),
        lambda name: Lesson.read(tmp_path / name),
        log=LOG,
    )
    for judged in judge.verdicts(Submission("words", "1-words", (), tuple(WORTH)), WORTH):
        assert reasons(judged.verdict) == ["The checks of this lesson could not be run."]
    assert "test_words.py cannot be read" in caplog.text


# --- who cannot judge at all --------------------------------------------------------------------


def test_where_there_is_no_sandbox_nobody_is_graded(ask: Ask):
    with pytest.raises(CannotJudge, match="no bubblewrap here"):
        ask("right", command=answers(refusal="There is no bubblewrap here."))


def test_a_worker_with_another_version_of_the_course_does_not_judge(ask: Ask):
    with pytest.raises(CannotJudge, match="another version of the course"):
        ask("right", command=answers(engine="another"))


def test_an_executor_that_has_stopped_is_said(judges: Callable[..., Judges]):
    stopped = judges()
    stopped.close()
    with pytest.raises(CannotJudge, match="Nobody judges any more"):
        stopped.verdicts(Submission("words", "1-words", ("right",), ("first",)), WORTH)


# --- what is known already ----------------------------------------------------------------------


def test_what_was_judged_is_not_judged_again(ask: Ask):
    before = ask("right and careful", "done")
    assert ask("right and careful", "done", command=("no-such-program",)) == before


def test_what_needs_review_is_judged_again(ask: Ask):
    assert ask("unsure-careful right")[0].needs_review
    assert reasons(ask("unsure-careful right", command=("no-such-program",))[0]) == ["The judge could not be started."]


@pytest.mark.parametrize("change", ["cells", "checks"])
def test_what_changed_is_judged_again(ask: Ask, change: str):
    ask("right")
    files = {**WORDS.files, "test_words.py": "def test_word(explore): explore('say')\n"}
    if change == "cells":
        found = ask("right ", command=("no-such-program",))
    else:
        found = ask("right", command=("no-such-program",), lesson=Lesson("words", files))
    assert reasons(found[0]) == ["The judge could not be started."]


def test_only_the_exercises_that_are_not_known_are_asked_for(judges: Callable[..., Judges]):
    def of(command: tuple[str, ...], *exercises: str) -> list[Verdict]:
        found = judges(command).verdicts(Submission("words", "1-words", ("right",), exercises), WORTH)
        return [judged.verdict for judged in found]

    (known,) = of(FAKE, "first")
    done = Verdict("second", (Check("test_done", "Done", 1.0, "passed"),))
    other = Verdict("first", (Check("test_word", "Word", 3.0, "passed"),))
    assert of(answers(done, other), "first", "second") == [known, done]


def test_what_is_foreseen_is_judged_before_anybody_asks_and_once(judges: Callable[..., Judges], tmp_path: Path):
    count = tmp_path / "count"
    program = f"""
import runpy, sys
from course.grading.judging import judge
rule = judge.from_json
def counted(*args):
    with open({str(count)!r}, "a") as file:
        file.write("x")
    return rule(*args)
import course.model
course.model.from_json = counted
runpy.run_path({str(FAKE_JUDGE)!r}, run_name="__main__")
"""
    judge = judges(says(program))
    papers = [Submission("words", "1-words", (f"right {number}",), tuple(WORTH)) for number in range(7)]
    judge.foresee(papers)
    for paper in papers:
        assert judge.verdicts(paper, WORTH)[0].verdict.score == 2.0
    assert count.read_text() == "x" * 7
