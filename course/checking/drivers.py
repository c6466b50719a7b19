"""What the drivers of a lesson ask of the learner's module, read from their text.

A driver is a function at the top level of ``scenarios.py``.  It names what it uses: ``from solution import race``
in its body, or ``solution.race`` after ``import solution``.  Knowing these names, a check can say "no cell defines
`race`" instead of showing an ImportError from a file that the learner never saw, and the values that only a driver
uses are kept among the learner's cells.
"""

from __future__ import annotations

import ast
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

__all__ = ["SOLUTION", "drivers"]

SOLUTION = "solution"
"""The name under which drivers import the learner's module."""


@lru_cache(32)  # a judge reads the drivers of a lesson for everybody, a kernel each time that it is asked
def drivers(text: str) -> Mapping[str, frozenset[str]]:
    """The functions at the top level of ``text``, each with the names that it uses of the learner's module.

    What its own helpers use counts too; names imported at the top level count for every driver, since the
    import runs with each.  What is tried (``try: from solution import …``) is not asked for.  Raises SyntaxError if
    ``text`` is not Python.
    """
    tree = ast.parse(text)
    top = [node for node in tree.body if not isinstance(node, _DEFINITIONS)]
    aliases: set[str] = set()
    common: set[str] = set()
    for node in top:
        _collect(node, aliases, common, set())
    direct: dict[str, frozenset[str]] = {}
    mentions: dict[str, frozenset[str]] = {}
    for node in tree.body:
        if isinstance(node, _DEFINITIONS):
            names: set[str] = set(common)
            mentioned: set[str] = set()
            _collect(node, set(aliases), names, mentioned)
            direct[node.name] = frozenset(names)
            mentions[node.name] = frozenset(mentioned)
    functions = [node.name for node in tree.body if isinstance(node, ast.FunctionDef)]
    return MappingProxyType({name: _all(name, direct, mentions) for name in functions})


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def _collect(node: ast.AST, aliases: set[str], names: set[str], mentioned: set[str]) -> None:
    """Add to ``names`` what ``node`` takes from the learner's module, to ``mentioned`` what else it mentions."""
    if isinstance(node, ast.Import):
        aliases |= {alias.asname or alias.name for alias in node.names if alias.name == SOLUTION}
    elif isinstance(node, ast.ImportFrom):
        if node.module == SOLUTION and not node.level:
            names |= {alias.name for alias in node.names if alias.name != "*"}
    elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id in aliases:
        names.add(node.attr)
    elif isinstance(node, ast.Name):
        mentioned.add(node.id)
    inside = [*node.orelse, *node.finalbody] if isinstance(node, ast.Try) else ast.iter_child_nodes(node)
    for each in inside:
        _collect(each, aliases, names, mentioned)


def _all(name: str, direct: Mapping[str, frozenset[str]], mentions: Mapping[str, frozenset[str]]) -> frozenset[str]:
    seen: set[str] = set()
    waiting = [name]
    while waiting:
        each = waiting.pop()
        if each in direct and each not in seen:
            seen.add(each)
            waiting.extend(mentions[each])
    return frozenset().union(*(direct[each] for each in seen))
