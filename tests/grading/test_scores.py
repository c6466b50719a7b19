"""The points of a verdict are the score: whatever else a cell holds, and whatever its metadata says it is worth."""

from typing import Any

import nbformat
import pytest
from nbformat.v4 import new_output

from course.grading.autograde.preprocessors import SaveGrades
from course.grading.classroom import Classroom
from course.grading.submissions.notes import Note
from course.model import Check, Verdict
from tests.grading.small_course import LESSON, cell, graded, hand_in, make_course

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """A course with one graded submission, whose scores are saved again and again."""
    classroom = make_course(tmp_path_factory.mktemp("course"))
    hand_in(classroom, "ada", first="# right and careful", second="# done", prose="Since the bell rang.")
    classroom.autograde(LESSON, "ada")
    return classroom


def verdict(*points: float, status: Any = "passed", lost: float = 0.0) -> Verdict:
    checks = [Check(f"test_{number}", "A title", each, status) for number, each in enumerate(points)]
    return Verdict("first", (*checks, Check("test_lost", "A title", lost, "failed")))


def saved(classroom: Classroom, nb: Any, found: Verdict | None, note: Note | None = None) -> tuple[float | None, bool]:
    """What the gradebook has of the exercise `first` after its verdict was saved."""
    where = {"student": "ada", "assignment": LESSON, "notebook": "1-words", "db_url": classroom.directory.db_url}
    verdicts = {"first": found} if found else {}
    SaveGrades().preprocess(nb, {"nbgrader": where, "course": {"verdicts": verdicts, "note": note}})
    with classroom.gradebook() as gradebook:
        grade = gradebook.find_grade("first", "1-words", LESSON, "ada")
        return grade.auto_score, grade.needs_manual_grade


@pytest.mark.parametrize(
    ("points", "score"),
    [
        ((2.0, 1.0), 3.0),
        ((0.1, 0.2), 0.1 + 0.2),
        ((1 / 3, 1 / 3), 2 / 3),
        ((1e-9,), 1e-9),
        ((0.0,), 0.0),
        ((), 0.0),
        ((2.0, 1.0, 4e-16), 3.0),  # a sum of many parts is never more than the whole
        ((300.0,), 3.0),
    ],
)
def test_the_score_is_the_sum_and_at_most_what_the_gradebook_says(
    classroom: Classroom, points: tuple[float, ...], score: float
):
    assert saved(classroom, graded(classroom, "ada"), verdict(*points, lost=1.0)) == (score, False)


@pytest.mark.parametrize("worth", [300, 0, -1, 0.5])
def test_what_the_metadata_says_that_a_cell_is_worth_changes_nothing(classroom: Classroom, worth: float):
    nb = graded(classroom, "ada")
    cell(nb, "first").metadata.nbgrader["points"] = worth
    assert saved(classroom, nb, verdict(2.0)) == (2.0, False)
    assert saved(classroom, nb, verdict(7.0)) == (3.0, False)


@pytest.mark.parametrize(
    "output",
    [
        new_output("stream", name="stderr", text="Exception in thread Thread-1"),
        new_output("stream", name="stdout", text="3.0"),
        new_output("error", ename="ValueError", evalue="", traceback=[]),
        new_output("execute_result", data={"text/plain": "nan"}, execution_count=1),
        new_output("execute_result", data={"text/plain": "0.0"}, execution_count=1),
        new_output("display_data", data={"text/plain": "3.0"}),
    ],
    ids=["stderr", "stdout", "error", "nan", "zero", "display"],
)
@pytest.mark.parametrize("place", ["first", "first-solution"])
def test_what_a_cell_has_printed_changes_nothing(classroom: Classroom, output: Any, place: str):
    nb = graded(classroom, "ada")
    cell(nb, place).outputs = [output]
    assert saved(classroom, nb, verdict(2.0, lost=1.0)) == (2.0, False)


def test_without_a_verdict_there_is_no_score_but_a_review(classroom: Classroom):
    assert saved(classroom, graded(classroom, "ada"), None) == (None, True)
    assert saved(classroom, graded(classroom, "ada"), Verdict("first", (Check("a", "A", 3.0, "review"),))) == (
        None,
        True,
    )


def test_an_answer_in_prose_is_looked_for_only_where_it_was_missing(classroom: Classroom):
    nb = nbformat.read(classroom.folder("release", assignment=LESSON) / "1-words.ipynb", as_version=4)
    for displaced, review in (((), False), (("prose",), True), (("other",), False)):
        saved(classroom, nb, verdict(2.0), Note("It was repaired.", True, displaced))
        with classroom.gradebook() as gradebook:
            assert gradebook.find_grade("prose", "1-words", LESSON, "ada").needs_manual_grade == review
