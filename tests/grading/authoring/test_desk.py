"""A learner's own copy of the lessons: what is typed there stays, whatever is released."""

from course.grading.__main__ import main
from course.grading.authoring.desk import lay_out
from course.grading.authoring.release import build
from course.grading.classroom import Classroom
from tests.grading.small_course import LESSON, NOTEBOOK


def test_the_copy_is_the_release_and_nothing_is_new_in_it_the_second_time(classroom: Classroom):
    assert lay_out(classroom) == [f"{LESSON}/{NOTEBOOK}"]
    copy, release = classroom.root / "my-lessons" / LESSON, classroom.folder("release", assignment=LESSON)
    assert {path.name: path.read_bytes() for path in copy.iterdir()} == {
        path.name: path.read_bytes() for path in release.iterdir()
    }
    assert lay_out(classroom) == []


def test_answers_stay_and_checks_follow_the_release(classroom: Classroom, capsys):
    lay_out(classroom)
    copy = classroom.root / "my-lessons" / LESSON
    (copy / NOTEBOOK).write_text("what was typed")
    source = classroom.folder("source", assignment=LESSON)
    (source / "scenarios.py").write_text("def say(word, loudly): ...\n")
    build(classroom)
    assert main(["--root", str(classroom.root), "desk"]) == 0
    assert (copy / NOTEBOOK).read_text() == "what was typed"
    assert (copy / "scenarios.py").read_text() == "def say(word, loudly): ...\n"
    assert "is new" not in capsys.readouterr().out


def test_a_notebook_that_was_renamed_is_written_anew_beside_it(classroom: Classroom):
    lay_out(classroom)
    copy = classroom.root / "my-lessons" / LESSON
    (copy / NOTEBOOK).rename(copy / "old.ipynb")
    assert lay_out(classroom) == [f"{LESSON}/{NOTEBOOK}"]
    assert (copy / "old.ipynb").exists()
