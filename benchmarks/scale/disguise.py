"""The same answer as somebody else would have typed it: other local names, comments and spacing, the same program.

A generated class has many more students than there are answers in the catalogue.  Handed in as they are, most of them
would be equal, and grading that remembers what it has judged would look faster than it is.  Two answers that went
through here differ in their text and in their syntax tree, and are the same to the explorer.
"""

from __future__ import annotations

import ast
import builtins
import symtable
from collections.abc import Iterator, Mapping
from random import Random

__all__ = ["disguise", "local_names", "renamed"]

REMARKS = (
    "this took me a while",
    "as on the blackboard",
    "see the lesson",
    "second attempt",
    "careful here",
    "is this the right place?",
    "works for me",
    "first this",
    "and now the rest",
    "I am not sure about this one",
)
ENDINGS = ("_", "_here", "_now", "_x", "_of_mine", "_too", "_1", "_in_use")


def disguise(text: str, student: str, random: Random) -> str:
    """``text``, the code of a cell, as ``student`` would have typed it; no other student's is the same.

    Code that is none, because it does not parse, gets other comments only.
    """
    names = local_names(text)
    endings = {name: random.choice(ENDINGS) + str(random.randrange(10)) for name in sorted(names)}
    text = renamed(text, {name: name + ending for name, ending in endings.items() if random.random() < 0.8})
    return f"# {student}: {random.choice(REMARKS)}\n" + _spaced(text, random)


def local_names(text: str) -> frozenset[str]:
    """The names in ``text`` that can be changed without changing what it does.

    These are names that functions bind by assignment and that are nothing else anywhere in the text: no parameter,
    global, function, class, built-in or attribute of a class, and not in a formatted string, where places are unsure.
    Nor do they begin with an underscore, which classes mangle.
    """
    try:
        tree = ast.parse(text)
        scopes = tuple(_scopes(symtable.symtable(text, "answer", "exec")))
    except SyntaxError:
        return frozenset()
    bound = {
        symbol.get_name()
        for scope in scopes
        if scope.get_type() == "function"
        for symbol in scope.get_symbols()
        if symbol.is_local()
    }
    kept = set(dir(builtins))
    for scope in scopes:
        for symbol in scope.get_symbols():
            if symbol.is_global() or symbol.is_parameter() or scope.get_type() != "function":
                kept.add(symbol.get_name())
    for node in ast.walk(tree):
        kept |= _fixed(node)
    return frozenset(name for name in bound - kept if not name.startswith("_"))


def _scopes(table: symtable.SymbolTable) -> Iterator[symtable.SymbolTable]:
    yield table
    for child in table.get_children():
        yield from _scopes(child)


def _fixed(node: ast.AST) -> set[str]:
    """Names that a node holds as text rather than as a ``Name`` with a position of its own."""
    match node:
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            return {name}
        case ast.Nonlocal(names=names) | ast.Global(names=names):
            return set(names)
        case ast.ExceptHandler(name=str(name)) | ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
            return {name}
        case ast.MatchMapping(rest=str(name)):
            return {name}
        case ast.Import(names=names) | ast.ImportFrom(names=names):
            return {(alias.asname or alias.name).partition(".")[0] for alias in names}
        case ast.JoinedStr():
            return {inner.id for inner in ast.walk(node) if isinstance(inner, ast.Name)}
    return set()


def renamed(text: str, names: Mapping[str, str]) -> str:
    """``text`` with each variable in ``names`` called otherwise.  They must come from :func:`local_names`."""
    if not names:
        return text
    lines = text.splitlines(keepends=True)
    places = sorted(
        (node.lineno, node.col_offset, node.id)
        for node in ast.walk(ast.parse(text))
        if isinstance(node, ast.Name) and node.id in names
    )
    for number, column, name in reversed(places):
        line = lines[number - 1].encode()  # columns are counted in bytes
        lines[number - 1] = (line[:column] + names[name].encode() + line[column + len(name.encode()) :]).decode()
    return "".join(lines)


def _spaced(text: str, random: Random) -> str:
    """``text`` with remarks and empty lines before some of its statements."""
    try:
        tree = ast.parse(text)
    except SyntaxError:
        return text
    lines = text.splitlines(keepends=True)
    starts = {
        min([node.lineno, *(decorator.lineno for decorator in getattr(node, "decorator_list", ()))])
        for node in ast.walk(tree)
        if isinstance(node, ast.stmt)
    }
    inside = {
        number
        for node in ast.walk(tree)
        if isinstance(node, (ast.Constant, ast.JoinedStr))
        for number in range(node.lineno + 1, (node.end_lineno or node.lineno) + 1)
    }
    for number in sorted(starts - inside, reverse=True):
        line = lines[number - 1]
        indent = line[: len(line) - len(line.lstrip())]
        chance = random.random()
        if chance < 0.2:
            lines.insert(number - 1, f"{indent}# {random.choice(REMARKS)}\n")
        elif chance < 0.3:
            lines.insert(number - 1, "\n")
    return "".join(lines)
