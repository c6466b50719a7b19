"""Notebooks in other formats, and with nbgrader's marks changed."""

import json
from typing import Any

import nbformat

from tests.grading.submissions.handed_in import LOOKED_FOR, RIGHT, Submissions

BROKEN_CELLS = Submissions()


# Formats


@BROKEN_CELLS.json_of(RIGHT, "It was in the old notebook format 3 and was converted.")
def format_3(nb: Any) -> Any:
    text = nbformat.v3.writes_json(nbformat.convert(nbformat.from_dict(whole(nb)), 3))
    old = json.loads(text)
    assert old["nbformat"] == 3
    return old


def whole(nb: Any) -> Any:
    """``nb`` with each source in one piece."""
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"])
    return nb


@BROKEN_CELLS.json_of(RIGHT, "It is in the notebook format 5, which is not known here; it was read as 4.")
def format_5(nb: Any) -> None:
    nb["nbformat"] = 5


@BROKEN_CELLS.json_of(RIGHT)
def format_4_99(nb: Any) -> None:
    nb["nbformat_minor"] = 99


@BROKEN_CELLS.json_of(RIGHT)
def format_in_words(nb: Any) -> None:
    nb["nbformat"], nb["nbformat_minor"] = "four", []


@BROKEN_CELLS.json_of(RIGHT)
def no_format(nb: Any) -> None:
    del nb["nbformat"], nb["nbformat_minor"]


@BROKEN_CELLS.json_of(RIGHT, "nbgrader's marks were missing from 'first' and 'second' and were put back.")
def no_metadata(nb: Any) -> None:
    del nb["metadata"]
    for cell in nb["cells"]:
        del cell["metadata"]
    del nb["cells"][5]
    nb["cells"].append(prose())


def prose(source: str = "YOUR ANSWER HERE") -> dict[str, Any]:
    marks = {"grade_id": "prose", "grade": True, "solution": True, "locked": False, "points": 2, "schema_version": 3}
    marks["task"] = False
    return {"cell_type": "markdown", "source": source, "metadata": {"nbgrader": marks}}


@BROKEN_CELLS.json_of(RIGHT)
def no_ids(nb: Any) -> None:
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        del cell["id"]


@BROKEN_CELLS.json_of(RIGHT)
def ids_that_are_none(nb: Any) -> None:
    for cell, name in zip(nb["cells"], ("", 'x" onload="alert(1)', None, ["a"], "same", "same"), strict=True):
        cell["id"] = name


@BROKEN_CELLS.json_of(RIGHT, shows="What is it?")
def types_of_cells_that_are_none(nb: Any) -> None:
    nb["cells"].append({"cell_type": "oracle", "source": "What is it?", "metadata": {}})
    nb["cells"].append({"cell_type": ["code"], "source": "?", "metadata": []})


@BROKEN_CELLS.json_of(RIGHT, "2 of its cells could not be read and were left out.")
def cells_that_are_none(nb: Any) -> None:
    nb["cells"] += [None, {"cell_type": "code", "source": 7}]


# nbgrader's marks, by which it finds the cells


def marks(nb: Any, number: int) -> Any:
    return nb["cells"][number]["metadata"]["nbgrader"]


def changed(number: int, key: str, value: Any, name: str, says: str | None) -> None:
    def change(nb: Any) -> None:
        marks(nb, number)[key] = value

    change.__name__ = name
    BROKEN_CELLS.json_of(RIGHT, says)(change)


for value, name in ((1, "1"), (2, "2"), (99, "99"), ("three", "in-words"), (None, "null")):
    changed(2, "schema_version", value, f"schema-{name}", "nbgrader's marks (schema_version) on 'first'")
for value, name in ((300, "300"), ("all", "in-words"), (-1, "negative"), (None, "null"), (1e999, "infinite")):
    changed(2, "points", value, f"points-{name}", "nbgrader's marks (points) on 'first'")
changed(2, "grade", False, "flipped-grade", "nbgrader's marks (grade) on 'first'")
changed(2, "solution", True, "flipped-solution", "nbgrader's marks (solution) on 'first'")
changed(2, "task", True, "flipped-task", "nbgrader's marks (task) on 'first'")
changed(1, "locked", True, "flipped-lock", None)  # an answer is never locked
changed(1, "grade", True, "graded-answer", "nbgrader's marks (grade) on 'first-solution'")


@BROKEN_CELLS.json_of(RIGHT)
def a_strange_key(nb: Any) -> None:
    marks(nb, 2)["bonus"] = {"points": 5}


@BROKEN_CELLS.json_of(RIGHT, "nbgrader's marks (grade, schema_version, solution) on 'first'")
def marks_with_a_name_alone(nb: Any) -> None:
    nb["cells"][2]["metadata"]["nbgrader"] = {"grade_id": "first", "points": 3}


@BROKEN_CELLS.json_of(RIGHT, "nbgrader's marks were missing from 'first' and were put back.")
def marks_that_are_a_list(nb: Any) -> None:
    nb["cells"][1]["metadata"]["nbgrader"] = []
    nb["cells"][2]["metadata"]["nbgrader"] = ["grade_id", "first"]


@BROKEN_CELLS.json_of(RIGHT, "nbgrader's marks were missing from 'first' and were put back.")
def a_name_that_is_a_list(nb: Any) -> None:
    marks(nb, 2)["grade_id"] = ["first"]


@BROKEN_CELLS.json_of(LOOKED_FOR, "A person looks whether the answer stands elsewhere", shows="Since the bell rang.")
def stripped(nb: Any) -> None:
    nb["cells"][5]["source"] = "Since the bell rang."
    for cell in nb["cells"]:
        cell["metadata"].pop("nbgrader", None)


@BROKEN_CELLS.json_of(RIGHT, "The cells were missing and put back at the end: 'first' and 'second'.")
def deleted_tests(nb: Any) -> None:
    del nb["cells"][4], nb["cells"][2]


@BROKEN_CELLS.json_of(LOOKED_FOR, "The cell was missing and put back at the end: 'prose'.")
def deleted_prose(nb: Any) -> None:
    del nb["cells"][5]


@BROKEN_CELLS.json_of(RIGHT | {"first": (0.0, False)})
def deleted_answer(nb: Any) -> None:
    del nb["cells"][1]


@BROKEN_CELLS.json_of(
    RIGHT, "There was more than one copy of 'first-solution', 'first', 'second-solution' and 'second'"
)
def copied(nb: Any) -> None:
    nb["cells"] += [{**cell, "id": f"copy-{cell['id']}"} for cell in nb["cells"][1:5]]


@BROKEN_CELLS.json_of(RIGHT)
def moved(nb: Any) -> None:
    nb["cells"].reverse()


@BROKEN_CELLS.json_of(RIGHT, "The type of 'first' was not the lesson's")
def test_made_markdown(nb: Any) -> None:
    nb["cells"][2] = {**nb["cells"][2], "cell_type": "markdown"}


@BROKEN_CELLS.json_of(RIGHT, "The type of 'first-solution' and 'first' was not the lesson's")
def answer_made_raw(nb: Any) -> None:
    for number in (1, 2):
        nb["cells"][number]["cell_type"] = "raw"


@BROKEN_CELLS.json_of(LOOKED_FOR, "The type of 'prose' was not the lesson's", shows="Since the bell rang.")
def prose_made_code(nb: Any) -> None:
    nb["cells"][5] = {**nb["cells"][5], "cell_type": "code", "source": "Since the bell rang."}


@BROKEN_CELLS.json_of(RIGHT, "This notebook has no graded cell 'last'")
def retitled_test(nb: Any) -> None:
    marks(nb, 2)["grade_id"] = "last"


@BROKEN_CELLS.json_of(LOOKED_FOR, "A person looks whether the answer stands elsewhere", shows="Since the bell rang.")
def retitled_prose(nb: Any) -> None:
    marks(nb, 5)["grade_id"] = "verse"
    nb["cells"][5]["source"] = "Since the bell rang."


@BROKEN_CELLS.json_of(RIGHT, "The text of 'second' and 'first' was not the lesson's")
def swapped_tests(nb: Any) -> None:
    marks(nb, 2)["grade_id"], marks(nb, 4)["grade_id"] = "second", "first"


@BROKEN_CELLS.json_of(RIGHT, "This notebook has no graded cell 'bonus'")
def invented(nb: Any) -> None:
    nb["cells"][0]["metadata"]["nbgrader"] = {**marks(nb, 2), "grade_id": "bonus", "points": 100}


@BROKEN_CELLS.json_of(RIGHT, "The text of 'first' was not the lesson's")
def rewritten_test(nb: Any) -> None:
    nb["cells"][2]["source"] = "print('3 of 3 points')"
