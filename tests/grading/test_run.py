"""A run of nbgrader's own command: judged ahead, resumed after it was killed, refused where nobody can judge."""

import os
import signal
import subprocess
import sys
from textwrap import dedent

import pytest

from course.grading.autograde.run import Grading
from course.grading.classroom import Classroom
from course.grading.judging.judges import CannotJudge
from course.grading.regrade import regrade, touched
from course.grading.sandbox.walls import UNCONFINED
from tests.grading.small_course import LESSON, hand_in, scores

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

ANSWERS = {"ada": "right and careful", "ben": "right", "cyd": "careful", "dee": "nothing"}
KILLER = """
    import os
    import pathlib
    import signal

    from nbgrader.preprocessors import NbGraderPreprocessor


    class Kill(NbGraderPreprocessor):
        '''Ends the process while it grades ben, once.'''

        def preprocess(self, nb, resources):
            mark = pathlib.Path(__file__).with_name("killed")
            if resources["nbgrader"]["student"] == "ben" and not mark.exists():
                mark.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            return nb, resources
    """


def autograde(classroom: Classroom, *arguments: str) -> subprocess.CompletedProcess[str]:
    """The plain command, as typed in the course's folder."""
    path = os.pathsep.join([str(classroom.root), *(path for path in sys.path if path)])
    return subprocess.run(
        [sys.executable, "-m", "nbgrader", "autograde", LESSON, *arguments],
        cwd=classroom.root,
        env={**os.environ, "PYTHONPATH": path},
        capture_output=True,
        text=True,
        check=False,
    )


def configure(classroom: Classroom, *lines: str) -> Classroom:
    config = classroom.root / "nbgrader_config.py"
    config.write_text("\n".join([config.read_text("utf-8"), *lines, ""]), "utf-8")
    return Classroom(classroom.root)


@pytest.fixture
def handed_in(classroom: Classroom) -> Classroom:
    for student, answer in ANSWERS.items():
        hand_in(classroom, student, first=answer, second="done")
    return classroom


def all_scores(classroom: Classroom) -> dict[str, float]:
    return {student: scores(classroom, student)["first"][0] for student in ANSWERS}


EXPECTED = {"ada": 3.0, "ben": 2.0, "cyd": 1.0, "dee": 0.0}


@pytest.mark.parametrize("step", [0, 1, 5])
def test_a_run_that_was_killed_goes_on_where_it_was(handed_in: Classroom, step: int):
    (handed_in.root / "killer.py").write_text(dedent(KILLER))
    classroom = configure(handed_in, f'c.Autograde.autograde_preprocessors.insert({step}, "killer.Kill")')
    assert autograde(classroom).returncode == -signal.SIGKILL
    first = (classroom.folder("autograded", "ada", LESSON) / "1-words.ipynb").stat().st_mtime_ns
    assert (classroom.folder("autograded", "ben", LESSON) / "1-words.ipynb").exists()
    done = autograde(classroom)
    assert done.returncode == 0, done.stderr
    assert done.stderr.count("was cut off, so it is done again") == 1
    assert "autograded/ben/words was cut off" in done.stderr
    assert all_scores(classroom) == EXPECTED
    assert (classroom.folder("autograded", "ada", LESSON) / "1-words.ipynb").stat().st_mtime_ns == first
    again = autograde(classroom)
    assert "cut off" not in again.stderr
    assert again.stderr.count("Skipping existing assignment") == len(ANSWERS)


def test_an_interrupted_run_ends_at_once_with_a_sentence_and_goes_on_later(handed_in: Classroom):
    notebook = handed_in.folder("submitted", "cyd", LESSON) / "1-words.ipynb"
    honest = notebook.read_text()
    notebook.write_text(honest.replace("careful", "careful judge-hangs"))
    (handed_in.root / "killer.py").write_text(dedent(KILLER).replace("SIGKILL", "SIGINT"))
    classroom = configure(handed_in, 'c.Autograde.autograde_preprocessors.insert(0, "killer.Kill")')
    done = autograde(classroom)
    assert done.returncode == 130
    assert "gave no answer within" not in done.stderr, "somebody waited for the judge that hangs"
    assert "Stopped by an interrupt.  The same command goes on where it was." in done.stderr
    assert "Traceback" not in done.stderr
    notebook.write_text(honest)
    assert autograde(classroom).returncode == 0
    assert all_scores(classroom) == EXPECTED


def test_grading_again_asks_no_judge(handed_in: Classroom):
    assert autograde(handed_in).returncode == 0
    classroom = configure(handed_in, "c.Grading.judge = ['no-such-program']")
    assert autograde(classroom, "--force").returncode == 0
    assert all_scores(classroom) == EXPECTED


def test_a_store_that_cannot_be_read_stops_the_run_with_a_sentence(handed_in: Classroom):
    (handed_in.root / "verdicts.db").write_text("scribble" * 1000)
    done = autograde(handed_in)
    assert done.returncode == 1
    assert "verdicts.db cannot be used" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_cluster_that_does_not_answer_stops_the_run_with_a_sentence(handed_in: Classroom):
    classroom = configure(handed_in, 'c.Grading.cluster = "nonsense://127.0.0.1:9"')
    done = autograde(classroom)
    assert done.returncode == 1
    assert "No Dask scheduler answers at c.Grading.cluster = 'nonsense://127.0.0.1:9'" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_scheduler_that_is_not_there_is_named(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("course.grading.autograde.run.CONNECTING", 0.1)
    with pytest.raises(CannotJudge, match=r"No Dask scheduler answers at c\.Grading\.cluster = 'tcp://127.0.0.1:1'"):
        Grading(cluster="tcp://127.0.0.1:1").executor()


@pytest.mark.parametrize("damage", [False, True])
def test_the_feedback_of_an_unconfined_run_says_so_besides_what_else_there_is_to_say(
    classroom: Classroom, damage: bool
):
    path = hand_in(classroom, "ada", first="right")
    if damage:
        path.write_text(path.read_text().replace('"grade_id": "second"', '"grade_id": "another"'))
    unconfined = configure(classroom, "c.Sandbox.unconfined = True")
    unconfined.autograde(LESSON, "ada")
    unconfined.generate_feedback(LESSON, "ada")
    page = (classroom.folder("feedback", "ada", LESSON) / "1-words.html").read_text("utf-8")
    assert page.count(UNCONFINED.partition(",")[0]) == 1
    assert ("was put back" in page or "missing" in page) is damage
    assert scores(unconfined, "ada")["first"] == (2.0, False)


# --- grading again --------------------------------------------------------------------------------


def change_checks(classroom: Classroom, text: str) -> None:
    (classroom.folder("source", assignment=LESSON) / "test_words.py").write_text(text)


def test_after_a_change_that_touches_nobody_nobody_is_graded(handed_in: Classroom):
    handed_in.autograde_all(LESSON, list(ANSWERS))
    assert touched(handed_in, LESSON) == {}
    change_checks(handed_in, "# A comment\ndef test_word(explore): ...\n")
    assert regrade(handed_in, LESSON) == ({}, [], [])


def test_a_changed_check_touches_its_exercise_and_the_report_says_whose_score_changed(handed_in: Classroom):
    change_checks(handed_in, '@pytest.mark.check("first", points=2)\ndef test_word(explore): ...\n')
    handed_in.autograde_all(LESSON, list(ANSWERS))
    change_checks(handed_in, '@pytest.mark.check("first", points=2)\ndef test_word(explore): explore("say")\n')
    classroom = configure(handed_in, "c.Grading.judge += ['--strict']")
    whom, changes, failures = regrade(classroom, LESSON)
    assert whom == dict.fromkeys(ANSWERS, ("first",))
    assert failures == []
    assert [(change.student, change.exercise) for change in changes] == [("ada", "first"), ("ben", "first")]
    change = changes[0]
    assert change.before is not None
    assert change.after is not None
    assert (change.before.score, change.after.score) == (3.0, 1.0)
    assert change.reasons == ("The answer says 'right': passed before, now failed: strictly, no",)
    assert (classroom.folder("feedback", "ada", LESSON) / "1-words.html").exists()
    assert touched(classroom, LESSON) == {}


def test_who_needs_review_is_judged_again(handed_in: Classroom):
    configure(handed_in, "c.Grading.judge = ['no-such-program']").autograde_all(LESSON, ["ada"])
    whom, changes, _ = regrade(handed_in, LESSON)
    assert whom == {"ada": ("first", "second")}
    assert [change.exercise for change in changes] == ["first", "second"]
    assert "no check any more: All checks of this exercise (it was left to a person)" in changes[0].reasons
    assert scores(handed_in, "ada")["first"] == (3.0, False)
