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
from typing import Any

import nbformat
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook

from course.grading.authoring.drafts import read, write
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

    Raises :class:`GradingError`, and has written nothing, if a name is none, the exercise is there already, or a file
    that it is to be added to cannot be read.
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
    answers = classroom.root / CATALOGUE / exercise.lesson / name
    _refuse_twice(folder, answers, exercise)
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
            written[path] = _with_functions(path, _read(path) or head, imports, exercise.text(added))
    notebook = folder / f"{exercise.notebook}.ipynb"
    written[notebook] = _notebook(notebook, exercise)
    written |= {answers / f"{answer}.py": text for answer, text in _answers(exercise).items()}
    write({path: text.encode() for path, text in written.items()})
    return tuple(written)


def _refuse_twice(folder: Path, answers: Path, exercise: _Exercise) -> None:
    for path in sorted(folder.glob("*.ipynb")):
        for cell in _notebook_at(path).cells:
            if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise.name:
                raise GradingError(f"{exercise.lesson}/{path.name} has an exercise {exercise.name!r} already")
    if answers.exists():
        raise GradingError(f"{answers} is there already; take another name, or remove it")


def _notebook_at(path: Path) -> Any:
    """A notebook that is there."""
    try:
        return nbformat.reads(read(path).decode(), as_version=4)
    except (ValueError, nbformat.ValidationError) as error:
        raise GradingError(f"{path} is no notebook: {str(error).splitlines()[0]}") from error


def _read(path: Path) -> str:
    return read(path).decode() if path.exists() else ""


def _with_functions(path: Path, text: str, imports: tuple[str, ...], functions: str) -> str:
    """``text``, the module at ``path``, with ``functions`` at its end, and with the ``imports`` that it lacks."""
    try:
        body = ast.parse(text).body
    except SyntaxError as error:
        raise GradingError(f"{path} is no Python: line {error.lineno}: {error.msg}") from error
    there = {node.name for node in body if isinstance(node, ast.FunctionDef)}
    for node in ast.parse(functions).body:
        if isinstance(node, ast.FunctionDef) and node.name in there:
            raise GradingError(f"{path} has a function {node.name} already; take another name for the exercise")
    return _with_imports(text, body, imports).rstrip("\n") + "\n" + functions


def _with_imports(text: str, body: list[ast.stmt], imports: tuple[str, ...]) -> str:
    """``text``, a module, with those of ``imports`` that it lacks, below its imports or its docstring."""
    lines = text.splitlines()
    missing = [line for line in imports if line not in lines]
    if not missing:
        return text
    above: list[ast.stmt] = [node for node in body if isinstance(node, (ast.Import, ast.ImportFrom))]
    if not above and body and isinstance(body[0], ast.Expr):
        above = body[:1]
        missing.insert(0, "")
    after = (above[-1].end_lineno or 0) if above else 0
    return "\n".join([*lines[:after], *missing, *lines[after:]]) + "\n"


def _notebook(path: Path, exercise: _Exercise) -> str:
    """The notebook with the cells of the exercise: above the key points, or at its end."""
    if path.exists():
        nb = _notebook_at(path)
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
