"""The handbook for instructors: its commands, run in order in a small course, do what it says that they do."""

import csv
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.release import reference
from course.grading.classroom import Classroom, Mark
from tests.grading.small_course import REPOSITORY, cell

LESSON, NOTEBOOK, PROSE, CODE = "queue", "3-the-family", "queue-or-simple", "urgent-orders"
PAGE = (REPOSITORY / "docs" / "instructors.md").read_text()
BLOCKS = re.findall(r"^```bash run (\S+)\n(.*?)^```$", PAGE, re.MULTILINE | re.DOTALL)


@dataclass
class Walk:
    """What was seen after each block of the page."""

    root: Path
    classroom: Classroom
    said: dict[str, str] = field(default_factory=dict)
    marks: dict[str, dict[str, dict[str, Mark]]] = field(default_factory=dict)
    """By block, student and exercise."""
    rows: dict[str, dict[str, dict[str, str]]] = field(default_factory=dict)
    """What an export after the block says of the lesson, by student."""

    def run(self, name: str, commands: str) -> None:
        tools = os.pathsep.join([str(Path(sys.executable).parent), os.defpath])
        environment = {**os.environ, "PATH": tools, "PYTHONPATH": str(REPOSITORY), "PYTHONWARNINGS": "ignore"}
        command = ["bash", "-eu", "-c", commands]
        done = subprocess.run(command, cwd=self.root, env=environment, capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{name}: {done.stdout}{done.stderr}"
        self.said[name] = done.stdout + done.stderr
        self.look(name)

    def look(self, name: str) -> None:
        from nbgrader.plugins import CsvExportPlugin

        with self.classroom.gradebook() as gradebook:
            students = [student.id for student in gradebook.students]
            table = self.root.parent / "seen.csv"
            CsvExportPlugin(to=str(table)).export(gradebook)
        with table.open() as lines:
            self.rows[name] = {row["student_id"]: row for row in csv.DictReader(lines)}
        self.marks[name] = {
            student: {mark.exercise: mark for mark in self.classroom.result(LESSON, student).marks}
            for student in students
        }

    def hand_in(self, student: str, when: str, prose: str | None, *, skipped: str = "") -> None:
        """Hand in the authors' answers, but for one exercise, and an answer in prose or none."""
        source = nbformat.read(self.classroom.folder("source", assignment=LESSON) / f"{NOTEBOOK}.ipynb", 4)
        nb = nbformat.read(self.classroom.folder("release", assignment=LESSON) / f"{NOTEBOOK}.ipynb", 4)
        for authors in source.cells:
            marks = authors.metadata.get("nbgrader", {})
            if marks.get("solution") and marks["grade_id"] not in (PROSE, f"{skipped}-solution"):
                cell(nb, marks["grade_id"]).source = reference(authors.source)
        if prose is not None:
            cell(nb, PROSE).source = prose
        folder = self.classroom.folder("submitted", student, LESSON)
        folder.mkdir(parents=True)
        nbformat.write(nb, folder / f"{NOTEBOOK}.ipynb")
        (folder / "timestamp.txt").write_text(when)

    def revalue(self, points: float) -> None:
        path = self.classroom.folder("source", assignment=LESSON) / f"{NOTEBOOK}.ipynb"
        nb = nbformat.read(path, 4)
        cell(nb, PROSE).metadata.nbgrader["points"] = points
        nbformat.write(nb, path)


def two_hand_in(walk: Walk) -> None:
    walk.hand_in("ada", "2026-01-16 17:30:00 UTC", "SimpleQueue, since its put is reentrant.")
    walk.hand_in("ben", "2026-01-18 09:00:00 UTC", "Queue, always.", skipped=CODE)


BEFORE: dict[str, Callable[[Walk], None]] = {
    "autograde": two_hand_in,
    "late-student": lambda walk: walk.hand_in("cleo", "2026-01-16 12:00:00 UTC", None),
    "points": lambda walk: walk.revalue(10),
}
"""What others do between the blocks."""


@pytest.fixture(scope="module")
def walk(tmp_path_factory: pytest.TempPathFactory) -> Walk:
    """All blocks of the page, run in a course of one notebook."""
    root = tmp_path_factory.mktemp("instructors") / "threads"
    root.mkdir()
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    for step in ("source", "release"):
        lesson = shutil.copytree(REPOSITORY / step / LESSON, root / step / LESSON)
        for path in lesson.glob("*.ipynb"):
            if path.stem != NOTEBOOK:
                path.unlink()
    walk = Walk(root, Classroom(root))
    for name, commands in BLOCKS:
        BEFORE.get(name, lambda walk: None)(walk)
        walk.run(name, commands)
    return walk


def score(walk: Walk, block: str, student: str) -> tuple[float, float, float]:
    row = walk.rows[block][student]
    return float(row["raw_score"]), float(row["late_submission_penalty"]), float(row["score"])


def test_the_demonstration_class_comes_and_goes(walk: Walk):
    assert "is in submitted/" in walk.said["demonstration"]
    assert re.search(r"Removed [1-9]\d* students", walk.said["demonstration"])
    assert walk.marks["demonstration"] == {}


def test_the_students_are_named(walk: Walk):
    assert set(walk.marks["students"]) == {"ada", "ben"}
    assert walk.rows["release"]["ada"]["email"] == "ada@example.org"


def test_the_lesson_is_known_with_its_due_date(walk: Walk):
    assert walk.rows["release"]["ben"]["duedate"] == "2026-01-16 18:00:00"
    assert float(walk.rows["release"]["ben"]["max_score"]) == 34


def test_grading_gives_scores_and_leaves_prose_to_a_person(walk: Walk):
    ada, ben = walk.marks["autograde"]["ada"], walk.marks["autograde"]["ben"]
    assert {name: mark.score == mark.points for name, mark in ada.items() if name != PROSE} == dict.fromkeys(
        set(ada) - {PROSE}, True
    )
    assert ben[CODE].score == 0
    assert {name for name, mark in (ada | ben).items() if mark.review} == {PROSE}


def test_late_work_loses_a_tenth_for_each_day_that_has_begun(walk: Walk):
    assert score(walk, "autograde", "ada") == (28, 0, 28)
    assert score(walk, "autograde", "ben") == (20, 4, 16)


def test_points_by_hand_count_and_the_penalty_follows_when_graded_again(walk: Walk):
    assert walk.marks["by-hand"]["ben"][PROSE].review is False
    assert score(walk, "by-hand", "ben") == (24, 4, 20)
    assert score(walk, "again", "ben") == pytest.approx((24, 4.8, 19.2))
    assert walk.marks["again"]["ben"][PROSE].review is True
    assert walk.rows["again"]["ada"] == walk.rows["by-hand"]["ada"]


def test_feedback_has_the_comment_and_the_reason(walk: Walk):
    pages = {name: walk.root / "feedback" / name / LESSON / f"{NOTEBOOK}.html" for name in ("ada", "ben")}
    assert "And why not SimpleQueue?" in pages["ben"].read_text()
    assert "And why not SimpleQueue?" not in pages["ada"].read_text()


def test_the_report_says_who_did_what(walk: Walk):
    folder = walk.root / "build" / "report"
    with (folder / "report.csv").open(encoding="utf-8-sig", newline="") as lines:
        table = {(row["student"], row["exercise"]): row for row in csv.DictReader(lines)}
    assert table["ben", CODE]["score"] == "0"
    assert table["ben", PROSE]["by_hand"] == "yes"
    assert set(next(iter(table.values()))) <= set(re.findall(r"`(\w+)`", PAGE))
    page = (folder / "index.html").read_text()
    _, penalty, left = score(walk, "report", "ben")
    assert penalty > 0
    assert f"{left:g} of 34" in page
    for student in ("ada", "ben"):
        assert f'href="../../feedback/{student}/{LESSON}/{NOTEBOOK}.html"' in page


def test_the_exported_table_has_the_columns_that_the_page_explains(walk: Walk):
    with (walk.root / "grades.csv").open() as lines:
        rows = list(csv.DictReader(lines))
    assert {row["student_id"] for row in rows} == {"ada", "ben"}
    explained = re.findall(r"^\| (`[^|]+) \|", PAGE.partition("## Marks for an LMS")[2].partition("\n## ")[0], re.M)
    assert set(rows[0]) == {name for names in explained for name in re.findall(r"`(\w+)`", names)}


def test_a_late_student_is_graded_and_nobody_else_again(walk: Walk):
    assert score(walk, "late-student", "cleo") == (28, 0, 28)
    prose = walk.marks["late-student"]["cleo"][PROSE]
    assert (prose.score, prose.review) == (0, False)
    assert walk.said["late-student"].count("Skipping existing assignment") == 2


def test_changed_points_show_and_scores_by_hand_stay(walk: Walk):
    assert {row["max_score"] for row in walk.rows["points"].values()} == {"38.0"}
    ben, cleo = walk.marks["points"]["ben"][PROSE], walk.marks["points"]["cleo"][PROSE]
    assert (ben.score, ben.points, ben.review) == (4, 10, True)
    assert (cleo.score, cleo.points, cleo.review) == (0, 10, False)
    assert "nbgrader's marks (points) on 'queue-or-simple' were not the lesson's" in walk.said["points"]


def test_the_backup_has_the_marks(walk: Walk):
    backup = walk.root.parent / "threads-backup"
    assert (backup / "gradebook.db").read_bytes() == (walk.root / "gradebook.db").read_bytes()
    assert (backup / "submitted" / "ben" / LESSON / f"{NOTEBOOK}.ipynb").is_file()
