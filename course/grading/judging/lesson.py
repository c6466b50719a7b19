"""The checks of a lesson as data: what travels to a judge, and which part of it an exercise depends on.

A judge may stand on another machine, so the files that judging needs go with each case.  They also say when a verdict
is out of date: :func:`digest` changes with whatever an exercise's own checks could notice, and with nothing else, so
that a change to one exercise costs no other a second judging.
"""

from __future__ import annotations

import ast
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

from course.checking.drivers import drivers
from course.model import to_json

__all__ = ["BadLesson", "Lesson"]

PARTS = ("*.py", "programs/*.py", "hidden/*.py")
"""The files that judging needs, as patterns within the lesson's folder."""


class BadLesson(Exception):
    """The files of a lesson's checks cannot be read; the message names the file."""


class Lesson:
    """The files of one lesson that judging needs.

    ``name`` is that of its folder, such as "event"; ``files`` are texts, by path within the folder, such as
    "hidden/test_event.py".
    """

    def __init__(self, name: str, files: Mapping[str, str]) -> None:
        self.name = name
        self.files = files
        self._digests: dict[str, str] = {}

    @classmethod
    def read(cls, folder: Path) -> Lesson:
        """The lesson in ``folder``; raises :class:`BadLesson`."""
        return cls(folder.name, dict(_texts(folder)))

    def digest(self, exercise: str) -> str:
        """A hash of all that the checks of ``exercise`` depend on.

        Left out are the checks of other exercises, and drivers and programs that nothing else names.  Where a file is
        not understood, or a check makes the name of a driver while it runs, the whole file counts.
        """
        if exercise not in self._digests:
            self._digests[exercise] = hashlib.sha256(to_json(_part(self, exercise))).hexdigest()
        return self._digests[exercise]


def _texts(folder: Path) -> Iterator[tuple[str, str]]:
    for path in sorted({path for pattern in PARTS for path in folder.glob(pattern)}):
        try:
            yield path.relative_to(folder).as_posix(), path.read_bytes().decode("utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise BadLesson(f"{path} cannot be read ({error}); the checks of {folder.name!r} need it") from error


def _part(lesson: Lesson, exercise: str) -> dict[str, object]:
    """What ``exercise`` depends on, by path."""
    test = f"test_{lesson.name}.py"
    checks = {name: lesson.files[name] for name in (test, f"hidden/{test}") if name in lesson.files}
    kept = {name: _checks_of(text, exercise) for name, text in checks.items()}
    named: set[str] | None = set()
    for tree in kept.values():
        strings = None if tree is None else _strings(tree)
        named = None if named is None or strings is None else named | strings
    part: dict[str, object] = {}
    wanted: set[str] = set()
    for name, text in lesson.files.items():
        if name in checks:
            tree = kept[name]
            # Where a check stands in its file is never told, so a line more above it changes nothing.
            part[name] = text if tree is None else ast.dump(tree)
        elif name in ("scenarios.py", "hidden/scenarios.py"):
            part[name], uses = _drivers_of(text, named)
            wanted |= uses
        elif not name.startswith("programs/") or named is None or Path(name).stem in named:
            part[name] = text
    part["names"] = sorted(wanted)  # which of the learner's cells are part of the program depends on all drivers
    return part


def _checks_of(text: str, exercise: str) -> ast.Module | None:
    """The file of checks without those of other exercises; ``None`` if it is not understood."""
    try:
        tree = ast.parse(text)
    except (SyntaxError, ValueError):
        return None
    tree.body = [node for node in tree.body if _exercise(node) in (None, exercise)]
    return tree


def _exercise(node: ast.stmt) -> str | None:
    """The exercise that a check is marked with: ``@pytest.mark.check("exercise", …)``."""
    if isinstance(node, ast.FunctionDef):
        for mark in node.decorator_list:
            match mark:
                case ast.Call(func=ast.Attribute(attr="check"), args=[ast.Constant(value=str(exercise)), *_]):
                    return exercise
    return None


def _strings(tree: ast.Module) -> set[str] | None:
    """All texts in ``tree``, by which drivers and programs are named; ``None`` if a name may be put together."""
    for node in ast.walk(tree):
        match node:
            case (
                ast.Call(func=ast.Name(id="explore" | "given"), args=[name, *_])
                | ast.Call(func=ast.Attribute(value=ast.Name(id="given"), attr="replay"), args=[name, *_])
            ):
                if not isinstance(name, (ast.Constant, ast.Name)):
                    return None
    return {node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str)}


def _drivers_of(text: str, named: set[str] | None) -> tuple[object, set[str]]:
    """Of a file of drivers: what the ``named`` ones need, with its places, and what any of them uses of the learner.

    Places count: a schedule's steps tell the lines of a driver.
    """
    try:
        tree = ast.parse(text)
        found = drivers(text)
    except (SyntaxError, ValueError):
        return text, set()
    uses = {name for names in found.values() for name in names}
    if named is None:
        return text, uses
    functions = {node.name: node for node in tree.body if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    kept = {name for name in functions if name in named}
    todo: list[ast.AST] = [node for node in tree.body if node not in functions.values()]
    todo += [functions[name] for name in kept]
    while todo:
        for node in ast.walk(todo.pop()):
            if isinstance(node, ast.Name) and node.id in functions and node.id not in kept:
                kept.add(node.id)
                todo.append(functions[node.id])
    lines = text.splitlines()
    needed = [node for node in tree.body if node not in functions.values() or node.name in kept]  # type: ignore[attr-defined]
    return [(_first(node), lines[_first(node) - 1 : node.end_lineno]) for node in needed], uses


def _first(node: ast.stmt) -> int:
    """The first line of a statement, its decorators included."""
    marks = getattr(node, "decorator_list", [])
    lines: list[int] = [node.lineno, *(mark.lineno for mark in marks)]
    return min(lines)
