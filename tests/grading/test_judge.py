"""The judge as a process of its own: the real one, with an explorer of its own for each case."""

import os
import sys
from concurrent.futures import CancelledError, ThreadPoolExecutor
from pathlib import Path

import pytest

from course.checking.explorer import ChildExplorer
from course.checking.judge import judge
from course.grading.judging.asking import abandon, judged
from course.grading.judging.judge import Case, Ruling
from course.grading.judging.lesson import Lesson
from course.model import from_json, to_json
from tests.checking.lessons import lesson, submission

DRIVERS = """
    def run(word):
        from solution import say
        return say(word)
    """
CHECKS = """
    @pytest.mark.check("say-it", points=2)
    def test_it_is_said(explore):
        '''The word is said.'''
        explore("run", word="hello").always(lambda outcome: outcome.result == "hello", "it said {outcome.result}")
    """
HIDDEN = """
    @pytest.mark.check("say-it", points=1)
    def test_another_word(explore):
        '''Another word is said.'''
        explore("run", word="ho").completes()
    """
RIGHT = "def say(word): return word"
WRONG = "def say(word): return 'what?'"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return lesson(tmp_path, CHECKS, DRIVERS, hidden=(HIDDEN, DRIVERS))


def ruled(folder: Path, *cells: str, exercises: tuple[str, ...] = ("say-it",)) -> Ruling:
    case = Case(submission(*cells, exercises=exercises), Lesson.read(folder).files)
    return from_json(judged(to_json(case)), Ruling)


@pytest.mark.parametrize("cell", [RIGHT, WRONG])
def test_the_process_says_what_the_function_says(folder: Path, cell: str):
    with ChildExplorer() as explorer:
        said = judge(submission(cell), folder, explorer, hidden=True, readable=True)
    assert ruled(folder, cell).verdicts == said


def test_what_a_check_prints_disturbs_nobody(folder: Path):
    text = (folder / "test_talk.py").read_text("utf-8")
    noise = "print('noise'); import os, sys; os.system('echo noise'); os.write(1, b'noise'); sys.stderr.write('noise')"
    (folder / "test_talk.py").write_text(f"{text}\n{noise}\n", "utf-8")
    assert [check.status for check in ruled(folder, RIGHT).verdicts[0].checks] == ["passed", "passed"]


@pytest.mark.parametrize(
    ("change", "trouble"),
    [
        (lambda folder: (folder / "test_talk.py").unlink(), "talk has no test_talk.py"),
        (lambda folder: (folder / "test_talk.py").write_text("def test_"), "test_talk.py cannot be read (SyntaxError"),
        (lambda folder: (folder / "hidden" / "scenarios.py").unlink(), "talk/hidden has no scenarios.py"),
    ],
)
def test_checks_that_are_not_as_they_must_be_are_told(folder: Path, change, trouble: str):
    change(folder)
    assert trouble in str(ruled(folder, RIGHT).trouble)


def test_an_exercise_without_checks_is_told(folder: Path):
    assert "talk has no checks for an exercise 'nothing'" in str(ruled(folder, RIGHT, exercises=("nothing",)).trouble)


def test_a_judge_rules_on_one_case_after_the_other_each_by_its_own_checks(folder: Path, tmp_path: Path):
    other = lesson(tmp_path / "other", CHECKS.replace('"hello"', '"good day"'), DRIVERS)
    assert [check.status for check in ruled(folder, "def say(word): return 'hello'").verdicts[0].checks] == [
        "passed",
        "passed",
    ]
    (verdict,) = ruled(other, "def say(word): return 'hello'").verdicts
    assert [check.status for check in verdict.checks] == ["failed"]
    (verdict,) = ruled(folder, "def say(word): return 'hello'").verdicts
    assert [check.status for check in verdict.checks] == ["passed", "passed"]


def test_nothing_of_one_case_is_left_for_the_next(folder: Path):
    spoiled = "import sys\nsys.spoiled = True\nimport threading\nthreading.spoiled = True\ndef say(word): return word"
    ruled(folder, spoiled)
    curious = (
        "import sys, threading\ndef say(word): return [hasattr(sys, 'spoiled'), hasattr(threading, 'spoiled')] and 'x'"
    )
    fresh = ruled(folder, curious)
    abandon()
    assert ruled(folder, curious).verdicts == fresh.verdicts


GIVEN = """
    @pytest.mark.check("say-it", points=2)
    def test_it_counts(given):
        '''It counts.'''
        given("counter").completes()
    """


def test_a_judge_leaves_nothing_behind(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    monkeypatch.setenv("TMPDIR", str(place))  # where the judge itself would look
    abandon()
    case = Case(submission(RIGHT), Lesson.read(lesson(tmp_path, GIVEN, counter="print(1)")).files)
    judged(to_json(case))
    assert list(place.glob("judge-*/*/talk/test_talk.py"))
    assert list(place.glob("judge-*/explorer-*")), "of the programs that the lesson hands out"
    abandon()
    assert not list(place.iterdir())


def test_who_is_asking_a_judge_that_is_abandoned_waits_no_longer(tmp_path: Path):
    asked = tmp_path / "asked"
    os.mkfifo(asked)
    hangs = f"import sys, threading; sys.stdin.readline(); open({str(asked)!r}, 'w').close(); threading.Event().wait()"
    with ThreadPoolExecutor() as pool:
        ruling = pool.submit(judged, b"a case", (sys.executable, "-c", hangs), 60.0)
        asked.open().close()  # when the judge has its question
        abandon()
        with pytest.raises(CancelledError):
            ruling.result()
