"""The class report, from what nbgrader and a judge left behind: who got what, and what a person must look at."""

import csv
import io
import shutil
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from urllib.parse import unquote

import pytest
from bs4 import BeautifulSoup

from course.grading.__main__ import main
from course.grading.classroom import Classroom
from course.grading.report.gather import gather, opened_store
from course.grading.report.groups import looked_up
from course.grading.report.page import page
from course.grading.report.records import Assignment, Paper
from course.grading.report.spreadsheet import COLUMNS, spreadsheet
from tests.grading.small_course import LESSON, NOTEBOOK, hand_in, make_course

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

FORMULA = "=cmd('x')"
MARKUP = "<img src=x onerror=alert(1)>"
ADDRESS = "50%25 #1?"
STRANGE = (FORMULA, MARKUP, ADDRESS)

PENALTY = """
from nbgrader.plugins import LateSubmissionPlugin


class Half(LateSubmissionPlugin):
    def late_submission_penalty(self, student_id, score, total_seconds_late):
        return score / 2


c.AssignLatePenalties.plugin_class = Half
"""


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A class that nbgrader has graded, not to be changed."""
    classroom = make_course(tmp_path_factory.mktemp("class"))
    config = classroom.root / "nbgrader_config.py"
    config.write_text(config.read_text() + PENALTY)
    with classroom.gradebook() as gradebook:
        gradebook.update_or_create_assignment(LESSON, duedate="2026-01-16 18:00 UTC")
        gradebook.add_student("ada", first_name="Ada", last_name="Adeyemi")
        gradebook.add_student("zoe", first_name="Zoë")
    hand_in(classroom, "ada", first="# right and careful", second="# done", prose="Since the bell rang.")
    hand_in(classroom, "ben", first="# right", second="# done")
    hand_in(classroom, "cut").write_text("{")
    hand_in(classroom, "dan")
    hand_in(classroom, "eve", first="# right and careful unsure-right")
    hand_in(classroom, "fay", first="# right broken(", second="# nothing")
    late = hand_in(classroom, "late", first="# right and careful", second="# done")
    (late.parent / "timestamp.txt").write_text("2026-01-16 20:00:00 UTC")
    for student in STRANGE:
        hand_in(classroom, student, first="# nothing")
    path = hand_in(classroom, "worn", first="# right and careful", second="# done")
    path.write_text(path.read_text().replace('"schema_version": 3', '"schema_version": 99'))
    classroom = Classroom(classroom.root)
    assert classroom.autograde_all(LESSON, classroom.students) == {}
    for student in ("ada", *STRANGE):
        classroom.generate_feedback(LESSON, student)
    with classroom.gradebook() as gradebook:
        grade = gradebook.find_grade("second", "1-words", LESSON, "dan")
        grade.manual_score, grade.needs_manual_grade = 0.5, False
        gradebook.db.commit()
    hand_in(classroom, "slow", first="# right")
    return classroom.root


@pytest.fixture
def classroom(graded: Path, tmp_path: Path) -> Classroom:
    """The graded class, to be changed."""
    return Classroom(shutil.copytree(graded, tmp_path / "course"))


def found(classroom: Classroom) -> Assignment:
    (assignment,) = gather(classroom, [LESSON])
    return assignment


def papers(classroom: Classroom) -> dict[str, Paper]:
    return {paper.student.id: paper for paper in found(classroom).papers}


def html(classroom: Classroom) -> BeautifulSoup:
    assignments = gather(classroom)
    store = opened_store(classroom)
    assert store is not None
    with closing(store):
        return BeautifulSoup(page(assignments, looked_up(store), classroom.root / "build" / "report"), "html.parser")


def rows(classroom: Classroom) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(spreadsheet(gather(classroom)), newline="")))


def contents(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.relative_to(root).parts[0] != "build"
    }


def report(classroom: Classroom, *assignments: str) -> int:
    return main(["--root", str(classroom.root), "report", *assignments])


def test_points_and_penalties_are_the_gradebooks(classroom: Classroom):
    ours = {paper.student.id: (paper.raw, paper.penalty) for paper in found(classroom).graded}
    with classroom.gradebook() as gradebook:
        theirs = {
            entry.student.id: (entry.score, entry.late_submission_penalty)
            for entry in gradebook.assignment_submissions(LESSON)
        }
    assert ours == theirs
    assert ours["ada"] == (4, 0)
    assert ours["late"] == (4, 2)
    assert papers(classroom)["late"].score == 2


def test_points_by_hand_count_and_are_said_to_be_by_hand(classroom: Classroom):
    paper = papers(classroom)["dan"]
    assert paper.score == 0.5
    assert [answer.exercise.name for answer in paper.answers if answer.by_hand] == ["second"]
    (row,) = (row for row in rows(classroom) if (row["student"], row["exercise"]) == ("dan", "second"))
    assert (row["score"], row["by_hand"]) == ("0.5", "yes")


def test_the_exercises_stand_in_the_order_of_the_lesson(classroom: Classroom):
    assert [(each.name, each.points, each.judged) for each in found(classroom).exercises] == [
        ("first", 3, True),
        ("second", 1, True),
        ("prose", 2, False),
    ]


def test_who_is_not_graded_and_who_handed_nothing_in_is_said(classroom: Classroom):
    assignment = found(classroom)
    assert [paper.student.id for paper in assignment.papers if paper.state != "graded"] == ["slow"]
    assert [student.shown for student in assignment.absent] == ["Zoë (zoe)"]
    assert {row["state"] for row in rows(classroom) if row["student"] == "slow"} == {"not graded"}


def test_each_open_decision_has_its_reason(classroom: Classroom):
    reasons = {
        student: {answer.exercise.name: reason for answer, reason in paper.reviews}
        for student, paper in papers(classroom).items()
        if paper.reviews
    }
    assert reasons.pop("ada") == {"prose": "It is graded by hand."}
    assert reasons.pop("eve")["first"].startswith("The answer says 'right'")
    cut = reasons.pop("cut")
    assert set(cut) == {"first", "second", "prose"}
    assert all("not a notebook" in reason for reason in cut.values())
    assert set(reasons) <= {"worn"}


def test_a_notebook_that_was_repaired_is_named_with_what_was_done(classroom: Classroom):
    repaired = {student: paper.repairs for student, paper in papers(classroom).items() if paper.repairs}
    assert list(repaired) == ["worn"]
    ((notebook, sentence),) = repaired["worn"]
    assert notebook == "1-words"
    assert " ".join(sentence.split()) in " ".join(html(classroom).get_text().split())


def test_grading_that_was_cut_off_is_not_taken_for_a_score(classroom: Classroom):
    """Somebody began to grade Ada's work, and died."""
    script = (
        "import sys; from pathlib import Path; from course.grading.judging.store import Store; "
        "Store(Path(sys.argv[1])).begin(sys.argv[2])"
    )
    folder = classroom.folder("autograded", "ada", LESSON)
    subprocess.run([sys.executable, "-c", script, str(classroom.root / "verdicts.db"), str(folder)], check=True)
    assert papers(classroom)["ada"].state == "cut off"
    assert "grading was cut off" in html(classroom).get_text()


def test_a_record_that_cannot_be_read_costs_only_its_own_checks(classroom: Classroom):
    path = classroom.folder("autograded", "ben", LESSON) / NOTEBOOK
    path.write_text(path.read_text().replace('"verdict"', '"opinion"'))
    paper = papers(classroom)["ben"]
    assert paper.score == 3
    assert all(answer.verdict is None for answer in paper.answers)
    (sentence,) = paper.unread
    assert sentence.startswith(f"What grading recorded in {NOTEBOOK} cannot be read")
    assert sentence.split(" (")[0] in html(classroom).get_text()


def test_a_run_without_the_sandbox_is_said(classroom: Classroom):
    assert "without the sandbox" not in html(classroom).get_text()
    config = classroom.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "\nc.Sandbox.unconfined = True\n")
    classroom = Classroom(classroom.root)
    classroom.autograde(LESSON, "ben")
    assert [paper.student.id for paper in found(classroom).graded if not paper.confined] == ["ben"]
    assert papers(classroom)["ben"].repairs == ()
    (notice,) = html(classroom).select(".notice")
    assert "Graded without the sandbox" in notice.get_text()
    assert "ben" in notice.get_text()


def test_the_checks_most_failed_count_those_who_answered(classroom: Classroom):
    table = next(each for each in html(classroom).select("table") if "kind" in each.get_text())
    assert [[cell.get_text(strip=True) for cell in row.select("td")] for row in table.select("tbody tr")] == [
        # Nine answered: the cut-off file and the untouched one have no answer.
        ["5 of 9", "56 %", "first", "The answer says 'careful'", "hidden"],
        ["3 of 9", "33 %", "first", "The answer says 'right'(1 undecided)", "public"],
        ["1 of 5", "20 %", "second", "The answer says 'done'", "public"],
    ]


def test_what_strangers_wrote_stays_text(classroom: Classroom):
    soup = html(classroom)
    assert not soup.select("script, iframe, img, [onerror], [onload]")
    assert MARKUP in soup.get_text()
    assert "nobody said <right> anywhere" in " ".join(soup.get_text().split())
    (policy,) = soup.select("meta[http-equiv='Content-Security-Policy']")
    assert policy["content"].startswith("default-src 'none'")


def test_every_link_leads_somewhere(classroom: Classroom):
    soup = html(classroom)
    folder = classroom.root / "build" / "report"
    folder.mkdir(parents=True)
    targets = {each["id"] for each in soup.select("[id]")}
    pages = []
    for link in soup.select("a"):
        address = str(link["href"])
        if address.startswith("#"):
            assert address[1:] in targets
        else:
            assert (folder / unquote(address)).is_file()
            pages.append(unquote(address).split("/")[-3])
    assert sorted(pages) == sorted(["ada", *STRANGE])
    assert len(targets) == len(soup.select("[id]"))


def test_the_table_has_a_row_for_each_exercise_of_each_submission(classroom: Classroom):
    table = rows(classroom)
    assert tuple(table[0]) == COLUMNS
    assert len(table) == 3 * len(found(classroom).papers)
    (ben,) = (row for row in table if (row["student"], row["exercise"]) == ("ben", "first"))
    assert (ben["score"], ben["points"], ben["failed_checks"]) == ("2", "3", "The answer says 'careful'")


def test_no_cell_of_the_table_is_a_formula(classroom: Classroom):
    table = rows(classroom)
    assert not [text for row in table for text in row.values() if text.startswith(("=", "+", "-", "@", "\t", "\r"))]
    assert f"'{FORMULA}" in {row["student"] for row in table}
    assert ADDRESS in {row["student"] for row in table}


def test_a_report_changes_nothing_and_is_the_same_bytes_again(classroom: Classroom, capsys: pytest.CaptureFixture[str]):
    before = contents(classroom.root)
    assert report(classroom) == 0
    first, written = capsys.readouterr().out, contents(classroom.root / "build" / "report")
    assert set(written) == {"index.html", "report.csv"}
    assert report(classroom, LESSON) == 0
    assert capsys.readouterr().out == first
    assert contents(classroom.root / "build" / "report") == written
    after = contents(classroom.root)
    assert {name for name in after if after[name] != before.get(name)} <= {"verdicts.db-shm", "verdicts.db-wal"}


def test_without_the_store_it_is_not_made_and_the_rest_stays(classroom: Classroom):
    for path in classroom.root.glob("verdicts.db*"):
        path.unlink()
    assert report(classroom) == 0
    assert not (classroom.root / "verdicts.db").exists()


def test_the_summary_says_how_the_class_did(classroom: Classroom, capsys: pytest.CaptureFixture[str]):
    assert report(classroom) == 0
    output = capsys.readouterr().out
    assert "Checks most failed in words" in output
    assert "5 of 9" in output
    assert "Submissions by finding in words: other reasons: 4, code that cannot be read: 1." in output
    assert "wrote build/report/index.html" in output


def test_an_assignment_that_is_none_is_refused_with_those_that_are(
    classroom: Classroom, capsys: pytest.CaptureFixture[str]
):
    assert report(classroom, "wrods") == 1
    assert "there is no assignment 'wrods' (there is: words)" in " ".join(capsys.readouterr().out.split())
    assert not (classroom.root / "build").exists()


@pytest.fixture
def empty(released_course: Path, tmp_path: Path) -> Classroom:
    return Classroom(shutil.copytree(released_course, tmp_path / "empty"))


def test_where_nobody_handed_in_there_is_nothing_to_report(empty: Classroom, capsys: pytest.CaptureFixture[str]):
    assert report(empty) == 1
    assert "nothing has been handed in yet" in " ".join(capsys.readouterr().out.split())


def test_work_for_an_assignment_that_the_gradebook_does_not_know_is_not_forgotten(empty: Classroom):
    hand_in(empty, "ada", first="# right")
    (empty.root / "gradebook.db").unlink()
    ((assignment,), table) = gather(empty), rows(empty)
    assert [(paper.student.id, paper.state) for paper in assignment.papers] == [("ada", "not graded")]
    assert [(row["student"], row["state"]) for row in table] == [("ada", "not graded")]


def test_a_result_of_make_grade_has_the_penalty_taken_off(classroom: Classroom):
    result = classroom.result(LESSON, "late")
    assert (result.score, result.penalty, result.points) == (2, 2, 6)
