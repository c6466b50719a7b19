"""Autograding through nbgrader: exact points, a reason in every cell, and nothing of the student's is run."""

from pathlib import Path

import nbformat
import pytest
from nbformat.v4 import new_output

from course.grading.classroom import Classroom
from course.grading.submissions.notes import read_verdict
from tests.grading.small_course import LESSON, cell, graded, hand_in, scores

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own


def test_the_points_of_the_passed_checks_are_the_score(classroom: Classroom):
    hand_in(classroom, "ada", first="right and careful", second="done")
    hand_in(classroom, "ben", first="right")
    for student in ("ada", "ben"):
        classroom.autograde(LESSON, student)
    assert scores(classroom, "ada") == {"first": (3.0, False), "second": (1.0, False), "prose": (0.0, False)}
    assert scores(classroom, "ben") == {"first": (2.0, False), "second": (0.0, False), "prose": (0.0, False)}


def test_points_are_exact_even_if_they_are_no_round_number(classroom: Classroom):
    hand_in(classroom, "ada", first="right")
    config = classroom.root / "nbgrader_config.py"
    config.write_text(config.read_text() + "\nc.Grading.judge += ['--thirds']\n")
    again = Classroom(classroom.root)
    again.autograde(LESSON, "ada")
    assert scores(again, "ada")["first"] == (2 / 3, True)


def test_each_graded_cell_says_what_its_checks_said(classroom: Classroom):
    hand_in(classroom, "ada", first="right")
    classroom.autograde(LESSON, "ada")
    (output,) = cell(graded(classroom, "ada"), "first").outputs
    assert output.output_type == "display_data"
    for form in ("text/html", "text/plain"):
        assert "passed (2 points)" in output.data[form]
        assert "The answer says" in output.data[form]
        assert "anywhere" in output.data[form]
    assert "nobody said &lt;careful&gt;" in output.data["text/html"]
    assert "nobody said <careful>" in output.data["text/plain"]


def test_the_verdict_stays_with_its_cell(classroom: Classroom):
    hand_in(classroom, "ada", first="right")
    classroom.autograde(LESSON, "ada")
    judged = read_verdict(cell(graded(classroom, "ada"), "first"))
    assert judged is not None
    assert [(check.name, check.status) for check in judged.verdict.checks] == [
        ("test_word", "passed"),
        ("test_care", "failed"),
    ]


def test_a_check_that_cannot_decide_keeps_the_other_points_and_calls_a_person(classroom: Classroom):
    hand_in(classroom, "ada", first="right unsure-careful", second="done")
    classroom.autograde(LESSON, "ada")
    assert scores(classroom, "ada")["first"] == (2.0, True)
    assert scores(classroom, "ada")["second"] == (1.0, False)


@pytest.mark.parametrize("trouble", ["judge-dies", "judge-babbles"])
def test_a_judge_that_fails_costs_nobody_points_and_stops_nobody(classroom: Classroom, trouble: str):
    hand_in(classroom, "ada", first=trouble)
    classroom.autograde(LESSON, "ada")
    classroom.generate_feedback(LESSON, "ada")
    with classroom.gradebook() as gradebook:
        grade = gradebook.find_grade("first", "1-words", LESSON, "ada")
        assert grade.auto_score is None
        assert grade.needs_manual_grade


def test_a_score_by_hand_survives_grading_again_and_is_shown_to_a_person(classroom: Classroom):
    hand_in(classroom, "ada", first="right")
    classroom.autograde(LESSON, "ada")
    with classroom.gradebook() as gradebook:
        gradebook.find_grade("first", "1-words", LESSON, "ada").manual_score = 2.5
        gradebook.db.commit()
    classroom.autograde(LESSON, "ada")
    assert scores(classroom, "ada")["first"] == (2.5, True)


def test_an_answer_in_prose_is_graded_by_a_person_and_an_empty_one_gets_nothing(classroom: Classroom):
    hand_in(classroom, "ada", prose="Since the bell rang.")
    hand_in(classroom, "ben")
    for student in ("ada", "ben"):
        classroom.autograde(LESSON, student)
    assert scores(classroom, "ada")["prose"] == (0.0, True)
    assert scores(classroom, "ben")["prose"] == (0.0, False)


def test_nothing_that_was_handed_in_is_run(classroom: Classroom, tmp_path: Path):
    trace = tmp_path / "trace"
    hand_in(classroom, "ada", first=f"open({str(trace)!r}, 'w').close()")
    classroom.autograde(LESSON, "ada")
    assert not trace.exists()


def test_outputs_and_records_of_the_student_are_gone(classroom: Classroom):
    path = hand_in(classroom, "ada")
    nb = nbformat.read(path, as_version=4)
    test = cell(nb, "first")
    test.outputs = [new_output("display_data", data={"text/html": "<b>3 of 3 points</b>"})]
    test.execution_count = 7
    passed = {"name": "n", "title": "mine", "points": 3.0, "status": "passed"}
    test.metadata["course"] = cell(nb, "second").metadata["course"] = {"exercise": "first", "checks": [passed]}
    nb.metadata["course"] = {"sentence": "I was very good.", "readable": False}
    nbformat.write(nb, path)
    classroom.autograde(LESSON, "ada")
    assert scores(classroom, "ada")["first"] == (0.0, False)
    text = (classroom.folder("autograded", "ada", LESSON) / "1-words.ipynb").read_text()
    assert "3 of 3 points" not in text
    assert "very good" not in text
    assert "mine" not in text


def test_a_changed_test_cell_is_the_authors_again(classroom: Classroom):
    path = hand_in(classroom, "ada")
    nb = nbformat.read(path, as_version=4)
    cell(nb, "first").source = "# right and careful"
    cell(nb, "first").metadata.nbgrader["points"] = 300
    nbformat.write(nb, path)
    classroom.autograde(LESSON, "ada")
    assert cell(graded(classroom, "ada"), "first").source == 'check("first")'
    assert scores(classroom, "ada")["first"] == (0.0, False)


def test_hidden_checks_reach_neither_the_graded_work_nor_the_feedback(classroom: Classroom):
    hand_in(classroom, "ada", first="right")
    classroom.autograde(LESSON, "ada")
    classroom.generate_feedback(LESSON, "ada")
    for step in ("autograded", "feedback"):
        folder = classroom.folder(step, "ada", LESSON)
        assert not (folder / "hidden").exists()
        assert (folder / "test_words.py").exists()
    page = (classroom.folder("feedback", "ada", LESSON) / "1-words.html").read_text()
    assert "whisper" not in page
    assert "def test_care" not in page


def test_the_feedback_page_shows_scores_and_reasons(classroom: Classroom):
    hand_in(classroom, "ada", first="right", second="done")
    classroom.autograde(LESSON, "ada")
    classroom.generate_feedback(LESSON, "ada")
    page = (classroom.folder("feedback", "ada", LESSON) / "1-words.html").read_text()
    assert "(Score: 3.0 / 6.0)" in page
    assert "nobody said &lt;careful&gt;" in page
    assert "&lt;div" not in page
