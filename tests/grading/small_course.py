"""A small course to grade: one lesson, two exercises, one answer in prose, and a judge that looks for words."""

import json
import sys
from pathlib import Path

import nbformat
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.grading.authoring.release import build
from course.grading.classroom import Classroom

REPOSITORY = Path(__file__).resolve().parents[2]
FAKE_JUDGE = Path(__file__).with_name("fake_judge.py")
LESSON = "words"
NOTEBOOK = "1-words.ipynb"


def marks(
    grade_id: str, *, points: float | None = None, grade: bool = False, solution: bool = False
) -> dict[str, object]:
    """The metadata of a cell that nbgrader knows."""
    found: dict[str, object] = {"grade_id": grade_id, "grade": grade, "solution": solution, "locked": not solution}
    found |= {"schema_version": 3, "task": False}
    if points is not None:
        found["points"] = points
    return {"nbgrader": found}


def lesson() -> nbformat.NotebookNode:
    """The instructor's notebook."""
    answer = 'def {0}():\n    ### BEGIN SOLUTION\n    word = "{1}"\n    return word\n    ### END SOLUTION\n'
    first, second = answer.format("first", "right and careful"), answer.format("second", "done")
    cells = [
        new_markdown_cell("# Saying words", id="title"),
        new_code_cell(first, id="a", metadata=marks("first-solution", solution=True)),
        new_code_cell('check("first")', id="b", metadata=marks("first", points=3, grade=True)),
        new_code_cell(second, id="c", metadata=marks("second-solution", solution=True)),
        new_code_cell('check("second")', id="d", metadata=marks("second", points=1, grade=True)),
        new_markdown_cell("Because.", id="e", metadata=marks("prose", points=2, grade=True, solution=True)),
    ]
    kernel = {"display_name": "Python 3", "language": "python", "name": "python3"}
    return new_notebook(cells=cells, metadata={"kernelspec": kernel})


def make_course(root: Path) -> Classroom:
    """A course in ``root``, released, with nobody in it."""
    source = root / "source" / LESSON
    (source / "hidden").mkdir(parents=True)
    nbformat.write(lesson(), source / NOTEBOOK)
    (source / "test_words.py").write_text("def test_word(explore): ...\n")
    (source / "scenarios.py").write_text("def say(word): ...\n")
    (source / "hidden" / "test_words.py").write_text("def test_care(explore): ...\n")
    (source / "hidden" / "scenarios.py").write_text("def whisper(word): ...\n")
    config = (REPOSITORY / "nbgrader_config.py").read_text()
    judge = json.dumps([sys.executable, str(FAKE_JUDGE)])
    (root / "nbgrader_config.py").write_text(f"{config}\nc.Grading.judge = {judge}\nc.Grading.timeout = 60.0\n")
    classroom = Classroom(root)
    build(classroom, record=True)
    return classroom


def released(classroom: Classroom) -> nbformat.NotebookNode:
    """What students get."""
    return nbformat.read(classroom.folder("release", assignment=LESSON) / NOTEBOOK, as_version=4)


def graded(classroom: Classroom, student: str) -> nbformat.NotebookNode:
    """The autograded notebook of ``student``."""
    return nbformat.read(classroom.folder("autograded", student, LESSON) / NOTEBOOK, as_version=4)


def cell(nb: nbformat.NotebookNode, name: str) -> nbformat.NotebookNode:
    """The cell that nbgrader knows by ``name``."""
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)


def hand_in(classroom: Classroom, student: str, **answers: str) -> Path:
    """Hand in the released notebook with answers in place of its stubs; returns the file, to be damaged further."""
    nb = released(classroom)
    for name, text in answers.items():
        cell(nb, name if name == "prose" else f"{name}-solution").source = text
    path = classroom.folder("submitted", student, LESSON) / NOTEBOOK
    path.parent.mkdir(parents=True)
    nbformat.write(nb, path)
    return path


def scores(classroom: Classroom, student: str) -> dict[str, tuple[float, bool]]:
    """Score, and whether a person must look at it, by graded cell."""
    return {mark.exercise: (mark.score, mark.review) for mark in classroom.result(LESSON, student).marks}
