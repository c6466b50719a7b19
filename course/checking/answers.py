"""What a learner answers by a plain value: a number, a text, a set, found in the cells by its name.

``prediction = {10, 20}`` is an answer as good as a function, but it is not run: it is *read*.  A literal is read off
the syntax tree.  Anything else (``{1} | {2}``, ``LIMIT + 1``) is computed where all of a learner's code is run, by
the explorer, and comes back as text that is read in the same way.  So an answer is always plain data, sets included,
whatever a cell says.  As in a running notebook, the last cell that sets the name counts.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from course.checking.cells import binds
from course.checking.drivers import SOLUTION
from course.checking.reading import Cell, called, read
from course.explain.wording import quiet
from course.model import Program

__all__ = ["MISSING", "UNREADABLE", "NoAnswer", "Stated", "asking", "computed", "literal", "shown", "stated", "typed"]

MISSING = "No cell defines"
"""How the reason begins where no cell gives a name that is needed."""
SHOWN = 80
"""So many characters of an answer are quoted."""
UNREADABLE = (ValueError, TypeError, SyntaxError, MemoryError, RecursionError)
"""What reading a literal raises where it is none, or one like ``{[]}`` or one that is nested too deeply."""

_KINDS: dict[type, str] = {
    bool: "True or False",
    int: "a whole number, such as 3",
    float: "a number, such as 0.5",
    str: "a text in quotes, such as 'here'",
    tuple: "a tuple, such as (1, 2)",
    list: "a list, such as [1, 2]",
    set: "a set, such as {1, 2}",
    dict: "a dictionary, such as {'one': 1}",
}
_CHANGES = frozenset("add append clear discard extend insert pop remove reverse setdefault sort update".split())
"""The methods that change a value in place."""
ADDRESS = re.compile(r" at 0x[0-9a-fA-F]+")
"""Where an object was, which differs from run to run."""


class NoAnswer(ValueError):
    """There is no answer of the form that is asked for: a sentence for the learner."""


@dataclass(frozen=True, slots=True)
class Stated:
    """Where an answer stands."""

    cell: int
    """The number of its cell."""
    line: int
    value: ast.expr

    @property
    def where(self) -> str:
        """Its place, for a sentence."""
        return f"{called(self.cell)}, line {self.line}"


def stated(name: str, cells: Sequence[str]) -> Stated:
    """Where the cells give ``name`` its value; raises :class:`NoAnswer` if they don't, or not by one assignment."""
    found: Stated | NoAnswer | None = None
    aside: str | None = None
    for number, source in enumerate(cells, start=1):
        cell = read(number, source)
        if cell.problem is not None and name in cell.names:
            found = NoAnswer(cell.problem)
        elif cell.tree is None and name in cell.names:
            aside = (
                f"`{name}` is set in {called(number)}, which begins with {cell.head.split()[0]} and so is a program of "
                "its own; move it to a cell without that line."
            )
        else:
            found = _last(name, cell, found)
    if found is None:
        raise NoAnswer(f"{MISSING} `{name}`, where this check looks for your answer." + (f" {aside}" if aside else ""))
    if isinstance(found, NoAnswer):
        raise found
    return found


def literal(name: str, found: Stated) -> object:
    """The answer where it is a literal; raises :class:`NoAnswer` if it is empty, and ValueError if it is an expression.

    What :data:`UNREADABLE` has besides may be raised, too.
    """
    value = ast.literal_eval(found.value)
    return _given(name, found, value)


def asking(name: str, solution: str) -> Program:
    """A program that gives the value of ``name`` in the module ``solution`` as text."""
    driver = f"""\
def value():
    from {SOLUTION} import {name}

    return repr(set({name}) if isinstance({name}, frozenset) else {name})
"""
    return Program({"main": driver, SOLUTION: solution}, "main:value")


def computed(name: str, found: Stated, text: object) -> object:
    """The answer out of the text that :func:`asking` gave; raises :class:`NoAnswer` if that is no plain value."""
    try:
        value: object = ast.literal_eval(str(text))
    except UNREADABLE:
        given = quiet(ADDRESS.sub("", str(text)), SHOWN)
        raise NoAnswer(
            f"`{name}` in {found.where}, is {given}, which is no plain value; write a number, a text in quotes, or a "
            "list, tuple, set or dictionary of these."
        ) from None
    return _given(name, found, value)


def typed(name: str, value: object, kind: type) -> object:
    """``value`` if it is a ``kind``; raises :class:`NoAnswer` otherwise.  A whole number will do for a float."""
    if type(value) is kind or (kind is float and type(value) is int):
        return value
    wanted = _KINDS.get(kind, kind.__name__)
    raise NoAnswer(f"The answer `{name}` must be {wanted}; but it is {shown(value)}.")


def shown(value: object) -> str:
    """A value as Python writes it, of one size and in one order for everybody."""
    if value is ...:
        return "..."
    if isinstance(value, set) and value:
        return quiet("{" + ", ".join(sorted(map(shown, value))) + "}", SHOWN)
    return quiet(repr(value).replace("Ellipsis", "..."), SHOWN)


def _last(name: str, cell: Cell, found: Stated | NoAnswer | None) -> Stated | NoAnswer | None:
    """Where ``name`` has its value from after ``cell``, if it was ``found`` before."""
    for node in cell.tree.body if cell.tree is not None else ():
        if name not in {*binds(node), *_changed(node)}:
            continue
        value = _assigned(name, node)
        where = f"{called(cell.number)}, line {node.lineno}"
        if value is not None:
            found = Stated(cell.number, node.lineno, value)
        elif isinstance(node, ast.AnnAssign):
            continue  # `prediction: set` alone sets nothing
        else:
            found = NoAnswer(
                f"`{name}` is set or changed by `{quiet(ast.unparse(node), SHOWN)}` in {where}, which is not read; "
                f"write your whole answer in one line: {name} = …"
            )
    return found


def _assigned(name: str, node: ast.stmt) -> ast.expr | None:
    """What ``name = …`` assigns; ``a = b = …`` and ``a, b = …, …`` are understood, too."""
    if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        return node.value
    if not isinstance(node, ast.Assign):
        return None
    for target in node.targets:
        if isinstance(target, ast.Name) and target.id == name:
            return node.value
        if isinstance(target, ast.Tuple) and isinstance(node.value, ast.Tuple):
            pairs = list(zip(target.elts, node.value.elts, strict=False))
            if len(target.elts) == len(node.value.elts) and all(isinstance(each, ast.Name) for each in target.elts):
                return next((value for each, value in pairs if isinstance(each, ast.Name) and each.id == name), None)
    return None


def _changed(node: ast.AST) -> Iterator[str]:
    """The names whose values a statement changes in place or deletes, in its blocks as well, but not in functions."""
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda)):
        return
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _CHANGES:
        yield from _whole(node.func.value)
    elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
        yield from _whole(node.value)
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Del):
        yield node.id
    for each in ast.iter_child_nodes(node):
        yield from _changed(each)


def _whole(part: ast.expr) -> Iterator[str]:
    """The name of that of which ``part`` is an item, an item of an item …, or all."""
    while isinstance(part, ast.Subscript):
        part = part.value
    if isinstance(part, ast.Name):
        yield part.id


def _given(name: str, found: Stated, value: object) -> object:
    """``value``, unless it is one that an exercise is given out with."""
    parts = value if isinstance(value, (set, tuple, list)) else ()
    if value is None or value is ... or any(part is ... for part in parts):
        raise NoAnswer(f"There is no answer here yet: `{name}` in {found.where}, is still {shown(value)}.")
    return value
