"""A whole class: `python -m course.grading` and nbgrader's plain commands, with the same marks and the same bytes."""

import csv
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from course.grading.__main__ import main
from course.grading.classroom import Classroom
from tests.grading.small_course import LESSON, NOTEBOOK, hand_in

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own


def contents(*folders: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def products(classroom: Classroom) -> dict[str, bytes]:
    return contents(classroom.root / "autograded", classroom.root / "feedback", classroom.root / "submitted")


def digests(output: str) -> list[str]:
    return [line for line in output.splitlines() if "sha256" in line]


def nbgrader(classroom: Classroom, *arguments: str) -> None:
    """A stock command, as typed in the course's folder, in an environment that was not activated."""
    environment = {**os.environ, "PATH": os.defpath, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    done = subprocess.run(
        [sys.executable, "-m", "nbgrader", *arguments],
        cwd=classroom.root,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr


def test_a_fresh_course_grades_the_demonstration_class_and_again_to_the_same_bytes(
    classroom: Classroom, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(classroom.root)]) == 0
    first, made = capsys.readouterr().out, products(classroom)
    assert "this is the demonstration class" in first
    assert "Every check passed." in first
    assert "Every answer is as it was released." in first
    assert "is not a notebook" in first
    assert f"feedback/{classroom.students[0].split('-')[0]}" not in first.split("Read the feedback")[0]
    for student in classroom.students:
        assert student in first
        assert (classroom.folder("feedback", student, LESSON) / "1-words.html").exists()
    assert main(["--root", str(classroom.root)]) == 0
    second = capsys.readouterr().out
    assert len(digests(first)) == 2
    assert digests(second) == digests(first)
    assert products(classroom) == made


def test_work_that_is_there_is_graded_and_only_read(classroom: Classroom, capsys: pytest.CaptureFixture[str]):
    hand_in(classroom, "zoe", first="# right")
    before = contents(classroom.root / "submitted")
    assert main(["--root", str(classroom.root)]) == 0
    output = capsys.readouterr().out
    assert "zoe" in output
    assert "demonstration" not in output
    assert contents(classroom.root / "submitted") == before
    assert classroom.students == ("zoe",)


def test_the_demonstration_class_is_left_out_as_soon_as_somebody_hands_in(
    classroom: Classroom, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(classroom.root), "demo"]) == 0
    invented = classroom.students
    hand_in(classroom, "zoe", first="# right")
    assert main(["--root", str(classroom.root)]) == 0
    output = capsys.readouterr().out
    assert "zoe" in output
    assert not any(student in output for student in invented)
    assert "the demonstration class is left out" in output
    assert main(["--root", str(classroom.root), "clear"]) == 0
    assert classroom.students == ("zoe",)


def test_one_submission_that_cannot_be_graded_stops_no_other(classroom: Classroom, capsys: pytest.CaptureFixture[str]):
    hand_in(classroom, "ada", first="# right")
    hand_in(classroom, "ben\tof 3b")  # which no gradebook has a student for
    hand_in(classroom, "cyd", first="# right and careful", second="# done")
    assert main(["--root", str(classroom.root)]) == 1
    output = capsys.readouterr().out
    assert r"Failed: nbgrader's Autograde failed on 'words' for 'ben\tof 3b': the folder" in output
    assert "ada" in output
    assert "4 / 6" in output


def test_where_there_is_no_course_it_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]):
    assert main(["--root", str(tmp_path)]) == 1
    assert "holds no nbgrader_config.py" in " ".join(capsys.readouterr().out.split())


def test_a_lesson_that_changed_after_it_was_handed_in_is_refused_with_nbgraders_reason(
    classroom: Classroom, capsys: pytest.CaptureFixture[str]
):
    hand_in(classroom, "zoe", first="# right")
    assert main(["--root", str(classroom.root)]) == 0
    lesson = classroom.folder("source", assignment=LESSON) / NOTEBOOK
    lesson.write_text(lesson.read_text().replace('"grade_id": "second"', '"grade_id": "other"'))
    assert main(["--root", str(classroom.root)]) == 1
    assert "Cannot add or remove cells for notebook '1-words'" in " ".join(capsys.readouterr().out.split())


def test_the_demonstration_class_follows_a_lesson_that_changed(classroom: Classroom):
    assert main(["--root", str(classroom.root)]) == 0
    lesson = classroom.folder("source", assignment=LESSON) / NOTEBOOK
    lesson.write_text(lesson.read_text().replace('"grade_id": "second"', '"grade_id": "other"'))
    assert main(["--root", str(classroom.root)]) == 0


def test_nbgraders_plain_commands_give_the_same_marks_and_the_same_bytes(classroom: Classroom):
    hand_in(classroom, "ada", first="# right")
    hand_in(classroom, "ben").write_text("{")
    hand_in(classroom, "cyd", first="# right and careful", second="# done")
    assert main(["--root", str(classroom.root)]) == 0
    ours = products(classroom)
    released = contents(classroom.root / "release")
    for step in ("release", "autograded", "feedback"):
        shutil.rmtree(classroom.root / step)
    (classroom.root / "gradebook.db").unlink()
    nbgrader(classroom, "generate_assignment", LESSON)
    nbgrader(classroom, "autograde", LESSON)
    nbgrader(classroom, "generate_feedback", LESSON)
    nbgrader(classroom, "export")
    assert contents(classroom.root / "release") == released
    assert products(classroom) == ours
    with (classroom.root / "grades.csv").open() as file:
        assert {row["student_id"]: float(row["score"]) for row in csv.DictReader(file)} == {
            "ada": 2,
            "ben": 0,
            "cyd": 4,
        }
