"""A new exercise, begun: all the files and cells that it needs, with a small exercise in them that already works.

Whoever writes an exercise changes it bit by bit into their own, and the tests of the catalogue say at each moment
whether it still holds: the reference solution has full marks, the stub has none, and each answer of the catalogue loses
what it must.  Nothing that is there is changed, only added to; a lesson or a notebook that is not there is begun.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import ast
import keyword
import re
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.grading.classroom import Classroom, GradingError

__all__ = ["begin"]

POINTS = 2
"""Of the two checks that an exercise begins with."""

CATALOGUE = Path("tests", "catalogue")

_NAME = r"[a-z][a-z0-9]*(-[a-z0-9]+)*"
_TEXTS = Environment(
    loader=FileSystemLoader(Path(__file__).with_name("templates") / "exercise"),
    undefined=StrictUndefined,
    keep_trailing_newline=True,
    autoescape=False,  # Python and Markdown, no HTML
)
_KERNEL = {"display_name": "Python 3 (ipykernel)", "language": "python", "name": "python3"}


@dataclass(frozen=True, slots=True)
class _Exercise:
    """What the templates need to know."""

    lesson: str
    notebook: str
    name: str

    @property
    def function(self) -> str:
        """What the learner writes."""
        return self.name.replace("-", "_")

    def text(self, template: str) -> str:
        """A template, filled in."""
        title = self.name.replace("-", " ")
        return _TEXTS.get_template(f"{template}.jinja").render(name=self.name, function=self.function, title=title)


def begin(classroom: Classroom, where: str, name: str) -> tuple[Path, ...]:
    """Add the exercise ``name`` to the notebook ``where`` ("queue/1-hand-over"); return the files that were written.

    Raises :class:`GradingError`, and has written nothing, if a name is none or the exercise is there already.
    """
    place = re.fullmatch(r"(\w[\w.-]*)/(\w[\w.-]*?)(\.ipynb)?", where)
    if place is None:
        raise GradingError(f"{where!r} names no notebook; write lesson/notebook, such as queue/1-hand-over")
    exercise = _Exercise(place[1], place[2], name)
    if not re.fullmatch(_NAME, name) or keyword.iskeyword(exercise.function):
        raise GradingError(
            f"{name!r} cannot be the name of an exercise; take small letters, digits and hyphens, such as feed-the-cat"
        )
    folder = classroom.folder("source", assignment=exercise.lesson)
    _refuse_twice(folder, exercise)
    heads = {
        "scenarios.py": ("How the explorer uses what a learner writes", ("import threading", "import time")),
        f"test_{exercise.lesson}.py": (
            "What check() asks: the public checks",
            ("import pytest", "from course import Search"),
        ),
    }
    written: dict[Path, str] = {}
    for file, (says, imports) in heads.items():
        template = "test.py" if file.startswith("test_") else file
        for path, added in ((folder / file, template), (folder / "hidden" / file, f"hidden-{template}")):
            head = f'"""{says} in the lessons on {exercise.lesson}."""\n'
            if path.parent.name == "hidden":
                head = head.replace("public", "hidden").replace("check() asks", "the autograder asks besides")
            written[path] = _with_imports(_read(path) or head, imports).rstrip("\n") + "\n" + exercise.text(added)
    notebook = folder / f"{exercise.notebook}.ipynb"
    written[notebook] = _notebook(notebook, exercise)
    for answer, text in _answers(exercise).items():
        written[classroom.root / CATALOGUE / exercise.lesson / name / f"{answer}.py"] = text
    for path, text in written.items():
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return tuple(written)


def _refuse_twice(folder: Path, exercise: _Exercise) -> None:
    for path in sorted(folder.glob("*.ipynb")):
        for cell in nbformat.read(path, as_version=4).cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise.name:
                raise GradingError(f"{exercise.lesson}/{path.name} has an exercise {exercise.name!r} already")
    for path in (folder / "scenarios.py", folder / "hidden" / "scenarios.py"):
        if f"def {exercise.function}_" in _read(path):
            raise GradingError(f"{path.name} has a driver {exercise.function}_… already; take another name")


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.is_file() else ""


def _with_imports(text: str, imports: tuple[str, ...]) -> str:
    """``text``, a module, with those of ``imports`` that it lacks, below its imports or its docstring."""
    missing = [line for line in imports if line not in text.splitlines()]
    if not missing:
        return text
    body = ast.parse(text).body
    last = [node for node in body if isinstance(node, (ast.Import, ast.ImportFrom))][-1:]
    lines = text.splitlines()
    after = (last or body[:1])[0].end_lineno or 0
    return "\n".join([*lines[:after], *([] if last else [""]), *missing, *lines[after:]]) + "\n"


def _notebook(path: Path, exercise: _Exercise) -> str:
    """The notebook with the cells of the exercise: above the key points, or at its end."""
    if path.is_file():
        nb = nbformat.read(path, as_version=4)
    else:
        title = exercise.notebook.lstrip("0123456789-").replace("-", " ").capitalize()
        cells = [
            new_markdown_cell(f"# {title}", id="title"),
            new_code_cell("from course.notebook import check", id="setup"),
        ]
        nb = new_notebook(cells=cells, metadata={"kernelspec": _KERNEL})
    marks = {"schema_version": 3, "task": False}
    answer = marks | {"grade_id": f"{exercise.name}-solution", "grade": False, "solution": True, "locked": False}
    check = marks | {"grade_id": exercise.name, "grade": True, "solution": False, "locked": True, "points": POINTS}
    place = next((n for n, cell in enumerate(nb.cells) if cell.source.startswith("## Key points")), len(nb.cells))
    nb.cells[place:place] = [
        new_markdown_cell(exercise.text("task.md").rstrip("\n"), id=f"{exercise.name}-task"),
        new_code_cell(
            exercise.text("solution.py").rstrip("\n"), id=f"{exercise.name}-solution", metadata={"nbgrader": answer}
        ),
        new_code_cell(f'check("{exercise.name}")', id=exercise.name, metadata={"nbgrader": check}),
    ]
    return str(nbformat.writes(nb)) + "\n"


def _answers(exercise: _Exercise) -> Mapping[str, str]:
    """The answers that the catalogue begins with."""
    top = exercise.text("solution.py").partition("    ### BEGIN SOLUTION")[0]
    return {
        name: f"{answer['head'].lstrip()}\n{top}{answer['body'].lstrip(chr(10))}"
        for name, answer in tomllib.loads(exercise.text("catalogue.toml")).items()
    }
