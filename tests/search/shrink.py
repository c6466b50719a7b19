"""Makes a program small that shows something, so that a person can see why.

The syntax tree is made smaller, step by step, as long as the program still shows it: statements go, compound
statements are replaced by their bodies, parts of displays and arguments go, and whole expressions are replaced by
their parts.  The programs are random, but what they mean is not known to any grammar, so the tree of the source is
what is taken apart.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Callable, Iterator

__all__ = ["shrink"]


def shrink(source: str, shows: Callable[[str], bool]) -> str:
    """The smallest text found for which ``shows`` is still true."""
    tree = ast.parse(source)
    smaller: ast.Module | None = tree
    while smaller is not None:
        tree = smaller
        smaller = next((each for each in _smaller(tree) if shows(ast.unparse(each))), None)
    return ast.unparse(tree) + "\n"


def _smaller(tree: ast.Module) -> Iterator[ast.Module]:
    """Copies of ``tree``, each with one thing less; large things first."""
    for place, node in enumerate(ast.walk(tree)):
        for name, value in ast.iter_fields(node):
            if isinstance(value, list) and value and isinstance(value[0], ast.AST):
                for index, item in enumerate(value):
                    for replacement in _replacements(item, name, len(value)):
                        yield _with(tree, place, name, index, replacement)
            elif isinstance(value, ast.expr):
                for part in _parts(value):
                    yield _with(tree, place, name, None, [part])


def _replacements(item: ast.AST, name: str, count: int) -> Iterator[list[ast.AST]]:
    """What an item of a list may be replaced by."""
    if isinstance(item, ast.stmt):
        if count > 1 or name != "body":
            yield []
        elif not isinstance(item, ast.Pass):
            yield [ast.Pass()]
        if not isinstance(item, (ast.FunctionDef, ast.ClassDef)):
            for field in ("body", "orelse", "finalbody"):
                if inside := getattr(item, field, []):
                    yield inside
    elif name in ("elts", "bases", "keywords") or (name in ("names", "items", "args", "handlers") and count > 1):
        yield []
    if isinstance(item, ast.expr):
        for part in _parts(item):
            yield [part]


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """Expressions inside an expression that may stand in its place."""
    if isinstance(node, ast.Constant) or isinstance(getattr(node, "ctx", None), (ast.Store, ast.Del)):
        return
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.expr) and not isinstance(child, ast.Name):
            yield child


def _with(tree: ast.Module, place: int, name: str, index: int | None, replacement: list[ast.AST]) -> ast.Module:
    """A copy of ``tree`` whose node number ``place`` has ``replacement`` in field ``name``."""
    result = copy.deepcopy(tree)
    node = next(node for number, node in enumerate(ast.walk(result)) if number == place)
    if index is None:
        setattr(node, name, copy.deepcopy(replacement[0]))
    else:
        getattr(node, name)[index : index + 1] = copy.deepcopy(replacement)
    return ast.fix_missing_locations(result)
