"""Course folders to grade in: of this course, and of a stock one.  Never the user's own.

A room is an nbgrader course of its own with one assignment, released, and a class in `submitted/`.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Literal

from benchmarks.scale.classes import Student, answer_cells
from benchmarks.scale.stock import ASSIGNMENT, CONFIG, stock_source

__all__ = ["COURSES", "ROOT", "Side", "command", "environment", "furnish", "hand_in", "inputs_digest"]

ROOT = Path(__file__).resolve().parents[2]
Side = Literal["course", "stock"]
COURSES: dict[Side, str] = {"course": "threads", "stock": "stock"}
"""What the gradebooks call the two courses."""
HANDED_IN = "2026-01-16 17:00:00 UTC\n"


def command(*arguments: str) -> list[str]:
    """The plain command ``nbgrader …`` of this environment."""
    return [str(Path(sys.executable).with_name("nbgrader")), *arguments]


def environment() -> dict[str, str]:
    """As if the environment were activated: nbgrader starts `alembic`, and a kernel `python`, by name."""
    return os.environ | {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', os.defpath)}"}


def furnish(room: Path, side: Side, assignment: str) -> None:
    """Make ``room`` a course with ``assignment``, released, and nobody in it.

    Raises ValueError if stock nbgrader has no tests for it, and RuntimeError if nbgrader refuses.
    """
    source, target = ROOT / "source" / assignment, room / "source" / assignment
    if side == "course":
        shutil.copytree(source, target, ignore=shutil.ignore_patterns("__pycache__", ".*"))
        shutil.copyfile(ROOT / "nbgrader_config.py", room / "nbgrader_config.py")
    else:
        if assignment != ASSIGNMENT:
            raise ValueError(f"there are stock tests for {ASSIGNMENT!r} only, not for {assignment!r}")
        target.mkdir(parents=True)
        for path in sorted(source.glob("*.ipynb")):
            (target / path.name).write_text(stock_source(path), encoding="utf-8")
        (room / "nbgrader_config.py").write_text(CONFIG, encoding="utf-8")
    done = subprocess.run(
        command("generate_assignment", assignment, "--force"),
        cwd=room,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        raise RuntimeError(f"nbgrader could not release {assignment!r} in {room}: {done.stderr.strip()[-2000:]}")


def hand_in(room: Path, assignment: str, students: Iterable[Student]) -> None:
    """Put what each of ``students`` hands in into `submitted/`."""
    released = {
        path.name: json.loads(path.read_text(encoding="utf-8"))
        for path in sorted((room / "release" / assignment).glob("*.ipynb"))
    }
    for student in students:
        folder = room / "submitted" / student.name / assignment
        folder.mkdir(parents=True)
        for name, nb in released.items():
            text = _filled(nb, student)
            (folder / name).write_text(text[: len(text) // 2] if student.cut_off else text, encoding="utf-8")
        (folder / "timestamp.txt").write_text(HANDED_IN, encoding="utf-8")


def _filled(nb: Any, student: Student) -> str:
    """``nb`` with the answers of ``student``; the next student's overwrite them."""
    for exercise, cell in answer_cells(nb):
        cell["source"] = student.answers[exercise].text
    return json.dumps(nb, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def inputs_digest(side: Side, assignment: str) -> str:
    """A digest of all that a figure depends on: after a change, old figures are not taken for today's."""
    here = Path(__file__).parent
    folders: Sequence[Path] = (ROOT / "source" / assignment, ROOT / "tests" / "catalogue" / assignment)
    if side == "course":
        folders = (*folders, ROOT / "course")
        digest = hashlib.sha256((ROOT / "nbgrader_config.py").read_bytes())
    else:
        folders = (*folders, here / "stock")
        digest = hashlib.sha256(CONFIG.encode())
    digest.update((ROOT / "requirements.txt").read_bytes())
    files = [path for folder in folders for path in folder.rglob("*") if "__pycache__" not in path.parts]
    for path in sorted((*files, *(here / name for name in ("classes.py", "disguise.py", "rooms.py")))):
        if path.is_file():
            digest.update(f"{path.relative_to(ROOT).as_posix()}\n".encode() + path.read_bytes())
    return digest.hexdigest()
