"""The students' version of every lesson, made from `source/` and kept in git.

`release/` is what `nbgrader generate_assignment` makes, nothing else: :func:`build` writes it, :func:`differences`
says where the one in git is no longer what `source/` gives, and :func:`leaks` reads a release as a curious
student would and says what of it students must not have.  A release that leaks is not written.

The same source gives the same bytes.  That holds because the source notebooks carry cell ids (nbformat
makes up random ones where there are none), and is why a missing one is refused here.
"""

from __future__ import annotations

import ast
import json
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent

from course.grading.classroom import Classroom, GradingError

__all__ = ["build", "differences", "files", "leaks", "lessons", "reference", "regions"]

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
_SCRATCH = {".ipynb_checkpoints", "__pycache__", ".pytest_cache"}


def build(classroom: Classroom, *, record: bool = False) -> tuple[str, ...]:
    """Bring `release/` up to date and return what was changed in it, as sentences.

    With ``record``, the gradebook also learns the lessons' cells, as it must before a submission can be graded.
    Raises :class:`GradingError` if a lesson cannot be released as it is.
    """
    with tempfile.TemporaryDirectory() as folder:
        fresh = _fresh(classroom, Path(folder), record=record)
        changes = _compared(classroom.folder("release"), fresh)
        for lesson in {path.name for path in (*lessons(classroom.folder("release")), *lessons(fresh))}:
            _mirror(fresh / lesson, classroom.folder("release", assignment=lesson))
    return changes


def differences(classroom: Classroom) -> tuple[str, ...]:
    """Where `release/` is not what `source/` gives today, as sentences; empty if it is fresh."""
    with tempfile.TemporaryDirectory() as folder:
        return _compared(classroom.folder("release"), _fresh(classroom, Path(folder), record=False))


def leaks(source: Path, release: Path) -> tuple[str, ...]:
    """What a lesson's ``release`` gives away of its ``source`` (both one lesson's folder), as sentences."""
    found = [
        f"{path.name} lies in a folder that must stay private" for path in files(release) if _private(path, release)
    ]
    secrets = dict.fromkeys(_hidden_checks(source), "a hidden check")
    secrets |= dict.fromkeys(_solutions(source), "a solution")
    for path in files(release):
        text = _text(path)
        found += [
            f"{path.relative_to(release)} holds {what}: {secret.strip().splitlines()[0]}"
            for secret, what in secrets.items()
            if secret in text
        ]
    return tuple(found)


def regions(source: str) -> tuple[str, ...]:
    """What stands between the solution marks of a cell, for each pair of marks."""
    found: list[list[str]] = []
    inside = False
    for line in source.splitlines():
        if line.strip() == BEGIN:
            inside = True
            found.append([])
        elif line.strip() == END:
            inside = False
        elif inside:
            found[-1].append(line)
    return tuple("\n".join(lines) for lines in found)


def reference(source: str) -> str:
    """A solution cell as the author would hand it in: without the marks."""
    return "\n".join(line for line in source.splitlines() if line.strip() not in (BEGIN, END))


def _fresh(classroom: Classroom, folder: Path, *, record: bool) -> Path:
    """Release every lesson into ``folder``."""
    for assignment in classroom.assignments:
        source = classroom.folder("source", assignment=assignment)
        for path in sorted(source.glob("*.ipynb")):
            nameless = [number for number, cell in enumerate(_cells(path), start=1) if not cell.get("id")]
            if nameless:
                raise GradingError(
                    f"{assignment}/{path.name}: cell {nameless[0]} has no id, so every release would differ; "
                    "save the notebook once in JupyterLab (nbformat 4.5)"
                )
        classroom.generate_assignment(assignment, into=folder, record=record)
        given_away = leaks(source, folder / assignment)
        if given_away:
            raise GradingError(
                f"the release of {assignment!r} would give away what is private: {'; '.join(given_away)}"
            )
    return folder


def _compared(old: Path, new: Path) -> tuple[str, ...]:
    before, after = _contents(old), _contents(new)
    changes = []
    for name in sorted(before.keys() | after.keys()):
        if name not in before:
            changes.append(f"release/{name} is missing")
        elif name not in after:
            changes.append(f"release/{name} is no longer made")
        elif before[name] != after[name]:
            changes.append(f"release/{name} is out of date")
    return tuple(changes)


def _contents(release: Path) -> dict[str, bytes]:
    paths = (path for folder in lessons(release) for path in files(folder))
    return {path.relative_to(release).as_posix(): path.read_bytes() for path in paths}


def _mirror(new: Path, old: Path) -> None:
    """Make ``old`` hold the files of ``new``, and leave alone those that are the same already."""
    for path in files(old):
        if not (new / path.relative_to(old)).exists():
            path.unlink()
    for path in files(new):
        target = old / path.relative_to(new)
        if not target.exists() or target.read_bytes() != path.read_bytes():
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(path, target)


def lessons(release: Path) -> Iterator[Path]:
    """The folders of a release that hold notebooks; what else lies there was not made by nbgrader."""
    return (path for path in release.glob("*") if any(path.glob("*.ipynb")))


def files(folder: Path) -> Iterator[Path]:
    """The files of a lesson's folder, without what tools leave behind."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not _SCRATCH.intersection(path.relative_to(folder).parts):
            yield path


def _text(path: Path) -> str:
    """What can be read in a file; of a notebook, the text of its cells."""
    if path.suffix == ".ipynb":
        return "\n".join(_source(cell) for cell in _cells(path))
    return path.read_text(encoding="utf-8", errors="replace")


def _cells(path: Path) -> list[dict[str, object]]:
    cells: list[dict[str, object]] = json.loads(path.read_text(encoding="utf-8"))["cells"]
    return cells


def _source(cell: dict[str, object]) -> str:
    source = cell["source"]
    return "".join(source) if isinstance(source, list) else str(source)


def _private(path: Path, release: Path) -> bool:
    return "hidden" in path.relative_to(release).parts


def _hidden_checks(source: Path) -> set[str]:
    """The names of the checks that only the hidden files define."""
    return _checks(source / "hidden") - _checks(source)


def _checks(folder: Path) -> set[str]:
    return {
        node.name
        for path in folder.glob("test_*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"), str(path)))
        if isinstance(node, ast.FunctionDef) and node.name.startswith("test_")
    }


def _solutions(source: Path) -> Iterator[str]:
    """The solutions of a lesson that are long enough to be nobody else's text: two lines and more."""
    for path in sorted(source.glob("*.ipynb")):
        for cell in _cells(path):
            for solution in regions(_source(cell)):
                if len(solution.strip().splitlines()) > 1:
                    yield solution
                    yield dedent(solution)
