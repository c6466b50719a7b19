"""What preflight promises beyond the single submission (`test_submissions`): limits, bytes, and whose fault it is."""

from pathlib import Path
from typing import Any

import nbformat
import pytest
from nbgrader.preprocessors import NbGraderPreprocessor

from course.grading.classroom import Classroom
from course.grading.submissions.notes import read_note
from tests.grading.small_course import LESSON, cell, graded, hand_in, scores

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

RIGHT = {"first": (3.0, False), "second": (1.0, False)}


def judged(classroom: Classroom, student: str) -> dict[str, tuple[float, bool]]:
    """The scores of the cells that are not graded by hand."""
    return {name: score for name, score in scores(classroom, student).items() if name != "prose"}


def configured(classroom: Classroom, line: str) -> Classroom:
    """The course with one more line in its configuration."""
    config = classroom.root / "nbgrader_config.py"
    config.write_text(f"{config.read_text()}\n{line}\n")
    return Classroom(classroom.root)


class Refuse(NbGraderPreprocessor):
    """A step of nbgrader that stumbles over a notebook, until it has been rebuilt."""

    def preprocess(self, nb: Any, resources: Any) -> tuple[Any, Any]:
        if not all(cell.id.startswith("rebuilt-") for cell in nb.cells if cell.id != "note"):
            raise KeyError("grade_id")
        return nb, resources


def test_what_nbgrader_refuses_all_the_same_is_rebuilt_from_the_students_cells(classroom: Classroom):
    hand_in(classroom, "ada", first="# right and careful", second="# done", prose="Since the bell rang.")
    again = configured(
        classroom, "c.Autograde.sanitize_preprocessors.append('tests.grading.submissions.test_preflight.Refuse')"
    )
    again.autograde(LESSON, "ada")
    assert judged(again, "ada") == RIGHT
    assert scores(again, "ada")["prose"] == (0.0, True)
    nb = graded(again, "ada")
    note = read_note(nb)
    assert note is not None
    assert "it was rebuilt" in note.sentence
    assert "Since the bell rang." in [each.source for each in nb.cells]


def test_how_much_is_read_is_for_the_instructor_to_say(classroom: Classroom):
    hand_in(classroom, "ada", first="# right and careful")
    again = configured(classroom, "c.Preflight.most_cells = 5")
    again.autograde(LESSON, "ada")
    assert "it has 6 cells, and at most 5 are read" in again.result(LESSON, "ada").explanation
    assert scores(again, "ada") == dict.fromkeys(("first", "second", "prose"), (0.0, True))


def test_a_course_that_does_not_ask_for_it_is_graded_as_by_nbgrader_alone(classroom: Classroom):
    path = hand_in(classroom, "ada", first="# right and careful")
    path.write_text(path.read_text().replace('"schema_version": 3', '"schema_version": 99'))
    again = configured(classroom, "del c.Autograde.exporter_class")
    with pytest.raises(RuntimeError, match="newer version"):
        again.autograde(LESSON, "ada")


def test_the_last_of_two_copies_of_an_answer_is_the_one_that_python_would_use(classroom: Classroom):
    path = hand_in(classroom, "ada", first="# right")
    nb = nbformat.read(path, as_version=4)
    copy = nbformat.from_dict(cell(nb, "first-solution"))
    copy.id, copy.source = "copy", "# right and careful"
    nb.cells.append(copy)
    nbformat.write(nb, path)
    classroom.autograde(LESSON, "ada")
    assert cell(graded(classroom, "ada"), "first-solution").source == "# right and careful"


def test_an_old_notebook_without_cell_ids_is_graded_to_the_same_bytes_each_time(classroom: Classroom):
    path = hand_in(classroom, "ada", first="# right")
    old = nbformat.convert(nbformat.read(path, as_version=4), 3)
    path.write_text(nbformat.v3.writes_json(old))
    seen = set()
    for _ in range(2):
        classroom.autograde(LESSON, "ada")
        seen.add((classroom.folder("autograded", "ada", LESSON) / "1-words.ipynb").read_bytes())
    assert len(seen) == 1


def test_what_an_earlier_time_left_behind_is_gone(classroom: Classroom):
    picture = hand_in(classroom, "ada", first="# right").parent / "drawing.png"
    picture.write_bytes(b"1")
    classroom.autograde(LESSON, "ada")
    copied = classroom.folder("autograded", "ada", LESSON) / "drawing.png"
    assert copied.exists()
    picture.unlink()
    classroom.autograde(LESSON, "ada")
    assert not copied.exists()


def test_an_error_of_the_gradebook_is_not_taken_for_one_of_the_student(classroom: Classroom):
    hand_in(classroom, "ada", first="# right and careful")
    with classroom.gradebook() as gradebook:
        gradebook.remove_notebook("1-words", LESSON)
    with pytest.raises(RuntimeError, match="did you forget to run 'nbgrader generate_assignment'"):
        classroom.autograde(LESSON, "ada")


def test_a_lesson_that_the_gradebook_does_not_know_is_named(classroom: Classroom):
    hand_in(classroom, "ada", first="# right and careful")
    Path(classroom.root, "gradebook.db").unlink()
    with pytest.raises(RuntimeError, match="No assignment with ID 'words' exists in the database"):
        classroom.autograde(LESSON, "ada")
