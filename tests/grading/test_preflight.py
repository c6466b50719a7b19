"""Whatever is handed in ends as a score, or as "needs review" with a sentence, and never stops a class."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import nbformat
import pytest

from course.grading.classroom import Classroom
from course.grading.notes import read_note
from tests.grading.small_course import LESSON, cell, graded, hand_in, scores

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

RIGHT = {"first": (3.0, False), "second": (1.0, False)}


def judged(classroom: Classroom, student: str) -> dict[str, tuple[float, bool]]:
    """The scores of the cells that are not graded by hand."""
    return {name: score for name, score in scores(classroom, student).items() if name != "prose"}


def spoil(path: Path, change: Callable[[dict[str, Any]], object]) -> None:
    """Change the notebook as plain JSON, with nobody to see to it that it stays one."""
    nb = json.loads(path.read_text())
    change(nb)
    path.write_text(json.dumps(nb))


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", "it is empty"),
        (b" \n", "it is empty"),
        (b"\xff\xfe\x00", "it is not UTF-8 text: byte 2 cannot be read"),
        (b'{"cells": [', "it is not JSON; perhaps it was cut off"),
        (b"print('my answers')", "it is not JSON; perhaps it was cut off"),
        (b"[]", "it is JSON, but has no cells that can be read"),
        (b"{}", "it is JSON, but has no cells that can be read"),
        (b"null", "it is JSON, but has no cells that can be read"),
        (
            b'{"cells": null, "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "it is JSON, but has no cells that can be read",
        ),
        (
            b'{"cells": ["first"], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}',
            "it is JSON, but has no cells that can be read",
        ),
        (
            b'{"cells": [], "metadata": {}, "nbformat": 99, "nbformat_minor": 5}',
            "it is JSON, but has no cells that can be read",
        ),
    ],
)
def test_a_file_that_is_no_notebook_needs_review_and_says_why(classroom: Classroom, content: bytes, reason: str):
    hand_in(classroom, "ada").write_bytes(content)
    classroom.autograde(LESSON, "ada")
    classroom.generate_feedback(LESSON, "ada")
    sentence = f"The file that was handed in is not a notebook ({reason}), so there was nothing to judge."
    assert classroom.result(LESSON, "ada").explanation == sentence
    assert scores(classroom, "ada") == {"first": (0.0, True), "second": (0.0, True), "prose": (0.0, True)}
    page = (classroom.folder("feedback", "ada", LESSON) / "1-words.html").read_text()
    assert sentence in page


def set_schema(nb: dict[str, Any]) -> None:
    nb["cells"][2]["metadata"]["nbgrader"]["schema_version"] = 99


def drop_schema(nb: dict[str, Any]) -> None:
    for each in nb["cells"]:
        each["metadata"].get("nbgrader", {}).pop("schema_version", None)


def flip_grade(nb: dict[str, Any]) -> None:
    nb["cells"][2]["metadata"]["nbgrader"]["grade"] = False


def flip_solution(nb: dict[str, Any]) -> None:
    nb["cells"][2]["metadata"]["nbgrader"]["solution"] = True


def empty_marks(nb: dict[str, Any]) -> None:
    nb["cells"][1]["metadata"]["nbgrader"] = []


def invent_a_cell(nb: dict[str, Any]) -> None:
    nb["cells"][0]["metadata"]["nbgrader"] = {**nb["cells"][2]["metadata"]["nbgrader"], "grade_id": "bonus"}


def drop_metadata(nb: dict[str, Any]) -> None:
    for each in nb["cells"]:
        del each["metadata"]


def strip_marks(nb: dict[str, Any]) -> None:
    for each in nb["cells"]:
        each["metadata"].pop("nbgrader", None)


def delete_tests(nb: dict[str, Any]) -> None:
    del nb["cells"][4], nb["cells"][2]


def copy_cells(nb: dict[str, Any]) -> None:
    nb["cells"] += [{**each, "id": f"copy-{each['id']}"} for each in nb["cells"][1:5]]


def retype_the_test(nb: dict[str, Any]) -> None:
    nb["cells"][2] = {key: nb["cells"][2][key] for key in ("id", "metadata", "source")} | {"cell_type": "markdown"}


def reverse_cells(nb: dict[str, Any]) -> None:
    nb["cells"].reverse()


def lose_ids(nb: dict[str, Any]) -> None:
    nb["nbformat_minor"] = 4
    for each in nb["cells"]:
        del each["id"]


@pytest.mark.parametrize(
    "damage",
    [
        set_schema,
        drop_schema,
        flip_grade,
        flip_solution,
        empty_marks,
        invent_a_cell,
        drop_metadata,
        strip_marks,
        delete_tests,
        copy_cells,
        retype_the_test,
        reverse_cells,
        lose_ids,
    ],
)
def test_right_answers_in_a_damaged_notebook_keep_their_points(
    classroom: Classroom, damage: Callable[[dict[str, Any]], None]
):
    spoil(hand_in(classroom, "ada", first="# right and careful", second="# done"), damage)
    classroom.autograde(LESSON, "ada")
    classroom.generate_feedback(LESSON, "ada")
    assert judged(classroom, "ada") == RIGHT


def test_a_rebuilt_notebook_says_so_and_leaves_the_prose_to_a_person(classroom: Classroom):
    spoil(
        hand_in(classroom, "ada", first="# right and careful", second="# done", prose="Since the bell rang."),
        set_schema,
    )
    classroom.autograde(LESSON, "ada")
    nb = graded(classroom, "ada")
    note = read_note(nb)
    assert note is not None
    assert note.readable
    assert note.sentence in nb.cells[0].source
    assert "Since the bell rang." in [each.source for each in nb.cells]
    assert scores(classroom, "ada")["prose"] == (0.0, True)


def test_the_last_of_two_copies_of_an_answer_is_the_one_that_python_would_use(classroom: Classroom):
    path = hand_in(classroom, "ada", first="# right")
    nb = nbformat.read(path, as_version=4)
    copy = nbformat.from_dict(cell(nb, "first-solution"))
    copy.id, copy.source = "copy", "# right and careful"
    nb.cells.append(copy)
    nbformat.write(nb, path)
    classroom.autograde(LESSON, "ada")
    assert cell(graded(classroom, "ada"), "first-solution").source == "# right and careful"


def test_a_notebook_without_cell_ids_is_graded_to_the_same_bytes_each_time(classroom: Classroom):
    spoil(hand_in(classroom, "ada", first="# right"), lose_ids)
    seen = set()
    for _ in range(2):
        classroom.autograde(LESSON, "ada")
        seen.add((classroom.folder("autograded", "ada", LESSON) / "1-words.ipynb").read_bytes())
    assert len(seen) == 1


def test_an_error_of_the_gradebook_is_not_taken_for_one_of_the_student(classroom: Classroom):
    hand_in(classroom, "ada", first="# right and careful")
    with classroom.gradebook() as gradebook:
        gradebook.remove_notebook("1-words", LESSON)
    with pytest.raises(RuntimeError, match="did you forget to run 'nbgrader generate_assignment'"):
        classroom.autograde(LESSON, "ada")
