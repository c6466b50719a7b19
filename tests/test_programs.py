"""The programs that exercises hand out: what a check runs is what the learner sees in the notebook."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from nbformat.v4 import new_code_cell, new_notebook

LESSONS = sorted(path for path in (Path(__file__).parents[1] / "source").iterdir() if path.is_dir())
MAGICS = ("%%play", "%%explore", "%%replay")


def unseen(lesson: Path) -> list[str]:
    """The programs of ``lesson`` that stand in no cell of its notebooks, word for word below the line of a magic."""
    shown = set()
    for notebook in lesson.glob("*.ipynb"):
        for cell in json.loads(notebook.read_text("utf-8"))["cells"]:
            head, _, text = "".join(cell["source"]).partition("\n")
            if cell["cell_type"] == "code" and head.startswith(MAGICS):
                shown.add(text.rstrip("\n"))
    return [path.name for path in sorted(lesson.glob("programs/*.py")) if path.read_text("utf-8").rstrip() not in shown]


@pytest.mark.parametrize("lesson", LESSONS, ids=lambda lesson: lesson.name)
def test_every_program_stands_in_a_notebook_as_it_is_run_by_the_checks(lesson: Path) -> None:
    assert unseen(lesson) == []


def test_a_program_that_differs_from_its_cell_is_found(tmp_path: Path) -> None:
    cells = [new_code_cell("%%play --watch n\nn = 1\nprint(n)"), new_code_cell("n = 2")]
    (tmp_path / "1-talk.ipynb").write_text(json.dumps(new_notebook(cells=cells)), "utf-8")
    (tmp_path / "programs").mkdir()
    for name, text in {"same": "n = 1\nprint(n)\n", "other": "n = 1\n\nprint(n)\n", "no_magic": "n = 2\n"}.items():
        (tmp_path / "programs" / f"{name}.py").write_text(text, "utf-8")
    assert unseen(tmp_path) == ["no_magic.py", "other.py"]
