"""A reference answer as the mutation operators read it: its syntax tree, and what they ask of the nodes."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

BEGIN, END = "### BEGIN SOLUTION", "### END SOLUTION"
TOKEN = re.compile(r"\d+(?:x\d+)?(?:\.(?:\d+|t)(?:x\d+)?)+")
"""A schedule as a learner copies it, of two runs at least."""

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True, eq=False)
class Change:
    """``old`` becomes ``new`` in the tree, which touches the parts ``at``."""

    old: ast.AST
    new: ast.AST | list[ast.stmt]
    at: tuple[ast.AST, ...]
    said: str | None = None
    """What is changed, where a comparison of the lines would not tell."""


class Answer:
    """A reference answer, read."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.tree = ast.parse(text)
        self.parents = {child: node for node in ast.walk(self.tree) for child in ast.iter_child_nodes(node)}

    @cached_property
    def lines(self) -> frozenset[int]:
        """The lines that the learner does not get: those between the marks."""
        inside, lines = False, set()
        for number, line in enumerate(self.text.splitlines(), start=1):
            inside = (inside or line.strip() == BEGIN) and line.strip() != END
            if inside:
                lines.add(number)
        return frozenset(lines)

    @cached_property
    def shared(self) -> frozenset[str]:
        """The names that functions take from outside to set them."""
        declared = [node for node in ast.walk(self.tree) if isinstance(node, (ast.Global, ast.Nonlocal))]
        return frozenset(name for node in declared for name in node.names)

    def first(self, node: ast.stmt, name: str) -> bool:
        """Whether ``node`` is where ``name``, or an attribute of that name, is set for the first time."""
        functions = [each for each in self.above(node) if isinstance(each, DEFINITIONS[:2])]
        attribute = any(isinstance(each, ast.Attribute) and each.attr == name for each in ast.walk(node))
        scope = functions[0] if functions and not attribute and name not in self.shared else self.tree
        lines = [each.lineno for each in ast.walk(scope) if stored(each) == name]
        return node.lineno <= min(lines)

    @cached_property
    def unbounded(self) -> bool:
        """Whether it makes queues, none of them with a bound."""
        made = [node for node in ast.walk(self.tree) if isinstance(node, ast.Call) and called(node).endswith("Queue")]
        return bool(made) and not any(call.args or call.keywords for call in made)

    def owned(self, node: ast.AST) -> bool:
        """Whether all of ``node`` is the learner's to write."""
        return {node.lineno, node.end_lineno} <= self.lines

    def above(self, node: ast.AST) -> Iterator[ast.AST]:
        """What ``node`` is in, innermost first."""
        while (node := self.parents.get(node)) is not None:
            yield node

    def where(self, node: ast.AST) -> str:
        """The functions and classes that ``node`` is in, such as ``"Shelf.put"``."""
        names = [each.name for each in self.above(node) if isinstance(each, DEFINITIONS)]
        return ".".join(reversed(names))

    def is_data(self) -> bool:
        """Whether the answer is plain data, and no program."""
        return not any(isinstance(node, DEFINITIONS) for node in ast.walk(self.tree))


DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
JUMPS = (ast.Return, ast.Raise, ast.Break, ast.Continue)
Operator = Callable[[ast.AST, Answer], Iterator[Change]]


# --- for the operators --------------------------------------------------------------------------

INVERSE: dict[type[ast.cmpop], type[ast.cmpop]] = {
    ast.Lt: ast.GtE,
    ast.GtE: ast.Lt,
    ast.Gt: ast.LtE,
    ast.LtE: ast.Gt,
    ast.Eq: ast.NotEq,
    ast.NotEq: ast.Eq,
    ast.In: ast.NotIn,
    ast.NotIn: ast.In,
    ast.Is: ast.IsNot,
    ast.IsNot: ast.Is,
}


def but(node: Node, **fields: object) -> Node:
    """A copy of ``node`` with some fields changed."""
    new = copy(node)
    for name, value in fields.items():
        setattr(new, name, value)
    return new


def changed_at(node: ast.AST, at: ast.AST, **fields: object) -> Change:
    return Change(node, but(node, **fields), (at,))


def blocks(node: ast.AST) -> Iterator[tuple[str, list[ast.stmt]]]:
    for field in ("body", "orelse", "finalbody"):
        block = getattr(node, field, None)
        if isinstance(block, list) and block:
            yield field, block


def in_block(
    node: ast.AST, field: str, block: Sequence[ast.stmt], at: tuple[ast.AST, ...], said: str | None = None
) -> Change:
    needed = field == "body" or (field == "finalbody" and not getattr(node, "handlers", []))
    return Change(node, but(node, **{field: list(block) or ([ast.Pass()] if needed else [])}), at, said)


def tried(
    node: ast.Try, handlers: list[ast.ExceptHandler], orelse: list[ast.stmt], finalbody: list[ast.stmt]
) -> list[ast.stmt]:
    """The statement with other parts, or its block alone if it needs no ``try`` any more."""
    if handlers:
        return [but(node, handlers=handlers, orelse=orelse, finalbody=finalbody)]
    if finalbody:
        return [but(node, body=[*node.body, *orelse], handlers=[], orelse=[], finalbody=finalbody)]
    return [*node.body, *orelse]


def head(node: ast.AST) -> str:
    return ast.unparse(node).partition("\n")[0]


def droppable(node: ast.stmt, answer: Answer) -> bool:
    if isinstance(node, ast.Expr):
        return not isinstance(node.value, ast.Constant)
    if isinstance(node, (ast.Assign, ast.AnnAssign)):
        if isinstance(node, ast.AnnAssign) and node.value is None:
            return False
        return not any(answer.first(node, name) for name in stores(node))
    if isinstance(node, ast.Return):
        return node.value is None
    kinds = (ast.AugAssign, ast.Raise, ast.Break, ast.Continue, ast.Assert, ast.Delete, ast.Global, ast.Nonlocal)
    return isinstance(node, kinds)


def fixed(node: ast.stmt) -> bool:
    """Whether it is no use to move a statement."""
    docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
    kinds = (*DEFINITIONS, *JUMPS, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal, ast.Pass)
    return docstring or isinstance(node, kinds)


def in_order(first: ast.stmt, second: ast.stmt, answer: Answer) -> bool:
    """Whether exchanging two statements is a NameError, or changes nothing that could be seen."""
    if any(name in uses([second]) and answer.first(first, name) for name in stores(first)):
        return True
    apart = not (stores(first) & (stores(second) | uses([second])) or stores(second) & uses([first]))
    return creates(first) and creates(second) and apart


def creates(node: ast.stmt) -> bool:
    """Whether a statement only makes something and names it: it calls nothing but classes and the like."""
    calls = [each for each in ast.walk(node) if isinstance(each, ast.Call)]
    plain = ("object", "len", "list", "dict", "set", "tuple", "deque", "range", "enumerate", "count")
    return isinstance(node, (ast.Assign, ast.AnnAssign)) and all(
        called(call)[:1].isupper() or called(call) in plain for call in calls
    )


def is_plain_jump(node: ast.stmt) -> bool:
    """Whether it leaves without doing anything."""
    if isinstance(node, ast.Return):
        return node.value is None or isinstance(node.value, (ast.Name, ast.Constant))
    return isinstance(node, (ast.Break, ast.Continue, ast.Raise, ast.Pass))


def stored(node: ast.AST) -> str | None:
    if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        return node.id
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return node.attr
    return node.arg if isinstance(node, ast.arg) else None


def stores(node: ast.AST) -> set[str]:
    return {name for each in ast.walk(node) if (name := stored(each)) is not None}


def uses(nodes: Sequence[ast.AST]) -> set[str]:
    inside = [each for node in nodes for each in ast.walk(node)]
    names = {each.id for each in inside if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    return names | {each.attr for each in inside if isinstance(each, ast.Attribute) and isinstance(each.ctx, ast.Load)}


def uses_any(nodes: Sequence[ast.AST], names: set[str]) -> bool:
    return bool(uses(nodes) & names)


def names_in(node: ast.AST) -> set[str]:
    return {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}


def method(node: ast.AST) -> str:
    """The name of the method that ``node`` calls; empty if it calls none."""
    return node.func.attr if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) else ""


def called(node: ast.Call) -> str:
    return method(node) or (node.func.id if isinstance(node.func, ast.Name) else "")


def has_call(node: ast.AST, name: str) -> bool:
    return any(method(each) == name for each in ast.walk(node))


def call(name: str, *arguments: ast.expr) -> ast.Call:
    return ast.Call(ast.Name(name, ast.Load()), list(arguments), [])


def always(test: ast.expr) -> bool:
    return isinstance(test, ast.Constant)


def is_condition(value: ast.expr) -> bool:
    asks = ("wait", "wait_for", "is_set", "acquire", "empty", "full", "is_alive", "locked")
    return (
        isinstance(value, (ast.Compare, ast.BoolOp))
        or (isinstance(value, ast.UnaryOp) and isinstance(value.op, ast.Not))
        or method(value) in asks
    )


def negated(test: ast.expr) -> ast.expr:
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return test.operand
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        return but(test, ops=[INVERSE[type(test.ops[0])]()])
    return ast.UnaryOp(ast.Not(), test)


def is_number(node: ast.expr) -> bool:
    return (isinstance(node, ast.Constant) and type(node.value) is int) or (
        isinstance(node, ast.Call) and called(node) == "len"
    )


def is_text(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and isinstance(node.value, str)


def is_for_people(node: ast.Constant, answer: Answer) -> bool:
    parent = answer.parents[node]
    named = isinstance(parent, ast.keyword) and parent.arg == "name"
    return (
        named
        or isinstance(parent, (ast.Expr, ast.JoinedStr))
        or any(isinstance(each, ast.Raise) for each in answer.above(node))
    )


def shifted(value: ast.expr, shift: int) -> ast.expr:
    return ast.BinOp(value, ast.Add() if shift > 0 else ast.Sub(), ast.Constant(abs(shift)))


def runs_of(node: ast.AST) -> Iterator[tuple[int, list[str]]]:
    if isinstance(node, ast.Constant) and isinstance(node.value, str) and TOKEN.fullmatch(node.value):
        runs = node.value.split(".")
        for index in range(len(runs)):
            yield index, runs
