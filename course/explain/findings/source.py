"""What the source says of a line: which test guards it, whether a result is thrown away, what an assignment reads.

A record tells what threads did, and not whether the test above a ``wait`` was an ``if`` or a ``while``.  These are the
questions for the program's text.  A text that is missing, or no Python, answers none of them: ``None`` means that
nobody knows, and a finder claims nothing then.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from course.model import Program

__all__ = ["Guard", "Source", "last_name"]

Block: TypeAlias = tuple[ast.AST, str]
"""A statement, and the part of it in which a line is: "body", "orelse", "head" …"""

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
GROWS = frozenset({"append", "appendleft", "add", "insert", "extend", "put", "push", "update", "setdefault"})
SHRINKS = frozenset({"pop", "popleft", "popitem", "remove", "discard", "clear", "get"})


@dataclass(frozen=True, slots=True)
class Guard:
    """The test that decides whether a thread comes to a line."""

    test: ast.expr
    again: bool
    """Whether it is tested again after the line: a ``while``."""
    until: bool
    """Whether the thread goes on once the test is true; with ``while test: wait()`` it does when that is false."""
    lines: range
    """The lines of the test."""
    body: range
    """The lines that it guards."""

    @property
    def names(self) -> frozenset[str]:
        """The names that the test reads: of ``self.items`` it is "items"."""
        return frozenset(_names(self.test))

    def wants(self, name: str) -> bool | None:
        """Whether what is called ``name`` has to become true, or false, for the thread to go on."""
        truth = _truth(self.test, name)
        return None if truth is None else truth is self.until


class Source:
    """The texts of a program, to be asked about lines."""

    def __init__(self, program: Program | None) -> None:
        self._texts = {} if program is None else program.modules
        self._guards: dict[tuple[str, int], tuple[Guard, ...]] = {}

    def waits_plainly(self, module: str, line: int) -> bool:
        """Whether ``line`` calls ``wait`` and not ``wait_for``."""
        return any(True for _ in self._calls(module, line, "wait"))

    def guard(self, module: str, line: int) -> Guard | None:
        """The innermost test of an ``if`` or ``while`` above ``line``, or the predicate of a ``wait_for`` in it."""
        for call in self._calls(module, line, "wait_for"):
            if call.args and isinstance(call.args[0], ast.Lambda):
                test = call.args[0].body
                return Guard(test, True, True, _lines(test), _lines(call))
        return next(iter(self.guards(module, line)), None)

    def guards(self, module: str, line: int) -> tuple[Guard, ...]:
        """All tests above ``line`` in its function, from the inside."""
        if (module, line) not in self._guards:
            self._guards[module, line] = tuple(self._all_guards(module, line))
        return self._guards[module, line]

    def _all_guards(self, module: str, line: int) -> Iterator[Guard]:
        for node, part in reversed(self._blocks(module, line)):
            if part != "body" or not isinstance(node, ast.If | ast.While):
                continue
            body = range(node.body[0].lineno, _end(node.body[-1]) + 1)
            if isinstance(node, ast.If):
                yield Guard(node.test, isinstance(node.body[-1], ast.Continue), False, _lines(node.test), body)
            elif not isinstance(node.test, ast.Constant):
                yield Guard(node.test, True, False, _lines(node.test), body)
            else:  # while True: if …: break
                for leaves in _leaving(node.body, line):
                    yield Guard(leaves.test, True, True, _lines(leaves.test), body)

    def tests(self, module: str, line: int) -> bool:
        """Whether ``line`` is in the test of an ``if`` or ``while``."""
        statement = self._statement(module, line)
        return isinstance(statement, ast.If | ast.While) and line in _lines(statement.test)

    def loop(self, module: str, line: int) -> range | None:
        """The lines of the innermost loop around ``line`` in its function."""
        for node, part in reversed(self._blocks(module, line)):
            if part == "body" and isinstance(node, ast.While | ast.For | ast.AsyncFor):
                return range(node.body[0].lineno, _end(node.body[-1]) + 1)
        return None

    def in_open_loop(self, module: str, line: int) -> bool:
        """Whether ``line`` is in a loop that only what it gets can end: a ``while``, or ``iter(q.get, …)``."""
        for node, part in reversed(self._blocks(module, line)):
            if isinstance(node, ast.While):
                return isinstance(node.test, ast.Constant) or _asks_what_came(node)
            if isinstance(node, ast.For | ast.AsyncFor):
                over = node.iter
                return part == "head" and isinstance(over, ast.Call) and _called(over) == "iter" and len(over.args) == 2
        return False

    def drops_result(self, module: str, line: int, method: str) -> bool:
        """Whether ``line`` calls ``method`` with a time limit and looks at nothing that comes of it."""
        statement = self._statement(module, line)
        call = statement.value if isinstance(statement, ast.Expr) else None
        return isinstance(call, ast.Call) and _called(call) == method and bool(call.args or call.keywords)

    def takes_plainly(self, module: str, line: int) -> bool:
        """Whether a lock is taken in ``line`` so that it is held for certain: by ``with``, or ``acquire()`` alone."""
        calls = list(self._calls(module, line, "acquire"))
        return line > 0 and module in self._texts and not any(call.args or call.keywords for call in calls)

    def updates(self, module: str, read: int, write: int, name: str) -> bool:
        """Whether what the line ``write`` gives to ``name`` comes from what the line ``read`` read of it."""
        statement = self._statement(module, write)
        if isinstance(statement, ast.AugAssign):
            return read == write and last_name(statement.target) == name
        value = statement.value if isinstance(statement, ast.Assign | ast.AnnAssign) else None
        if value is None or not any(last_name(target) == name for target in _targets(statement)):
            return False
        if read == write:
            return name in _names(value)
        if self._function(module, read) is not self._function(module, write):
            return False
        kept = {name}  # the local names that have come from it, one assignment after the other
        for line in range(read, write):
            earlier = self._statement(module, line)
            given = earlier.value if isinstance(earlier, ast.Assign | ast.AnnAssign) else None
            targets = {target.id for target in _targets(earlier) if isinstance(target, ast.Name)}
            if given is not None and kept & set(_names(given)):
                kept |= targets
            else:
                kept -= targets
            kept.discard(name)  # only the first line has read it
        return bool(kept & set(_names(value)))

    def becomes(self, module: str, line: int, name: str) -> bool | None:
        """Whether ``name`` is true or false after ``line`` has changed it, where the text tells."""
        statement = self._statement(module, line)
        if isinstance(statement, ast.Assign) and any(last_name(target) == name for target in statement.targets):
            if isinstance(statement.value, ast.Constant):
                return bool(statement.value.value)
            if isinstance(statement.value, ast.List | ast.Dict | ast.Tuple):
                return bool(ast.unparse(statement.value).strip("[](){}"))
            return None
        if isinstance(statement, ast.Delete):
            return False
        for call in self._calls(module, line):
            if isinstance(call.func, ast.Attribute) and last_name(call.func.value) == name:
                if call.func.attr in GROWS:
                    return True
                if call.func.attr in SHRINKS:
                    return False
        return None

    def uses_after(self, module: str, line: int, get: int, done: int) -> int | None:
        """The line after ``done``, in its block, that uses what the line ``get`` took out of a queue."""
        taken = {
            target.id
            for node in ast.walk(self._statement(module, get) or ast.Pass())
            for target in _targets(node)
            if isinstance(target, ast.Name) and any(_called(call) == "get" for call in _all_calls(node))
        }
        for node, part in reversed(self._blocks(module, line)):
            inside = getattr(node, part, None)
            for statement in inside if isinstance(inside, list) else ():
                if isinstance(statement, ast.stmt) and statement.lineno > done and taken & set(_names(statement)):
                    return statement.lineno
            if isinstance(node, ast.While | ast.For):
                break
        return None

    # --- reading ----------------------------------------------------------------------

    def _blocks(self, module: str, line: int) -> Sequence[Block]:
        """The statements around ``line``, from the outside, within the innermost function."""
        tree = _parsed(self._texts.get(module, "")) if line > 0 else None
        blocks: list[Block] = []
        node: ast.AST | None = tree
        while node is not None:
            node, part = _inner(node, line)
            if isinstance(node, FUNCTIONS):
                blocks.clear()
            elif node is not None:
                if blocks:
                    blocks[-1] = (blocks[-1][0], part)
                blocks.append((node, "head"))
        return blocks

    def _function(self, module: str, line: int) -> ast.AST | None:
        """The innermost function around ``line``."""
        node: ast.AST | None = _parsed(self._texts.get(module, ""))
        found: ast.AST | None = None
        while node is not None:
            node, _ = _inner(node, line)
            if isinstance(node, FUNCTIONS):
                found = node
        return found

    def _statement(self, module: str, line: int) -> ast.AST | None:
        blocks = self._blocks(module, line)
        return blocks[-1][0] if blocks else None

    def _calls(self, module: str, line: int, called: str | None = None) -> Iterator[ast.Call]:
        statement = self._statement(module, line)
        for call in _all_calls(statement) if statement is not None else ():
            if line in _lines(call) and called in (None, _called(call)):
                yield call


def last_name(target: ast.AST | str | None) -> str:
    """The last name in what an object is called: "items" of ``self.items[0]``."""
    if isinstance(target, str):
        found = re.findall(r"[^\W\d]\w*", re.sub(r"\[[^]]*\]", "", target))
        return found[-1] if found else ""
    if isinstance(target, ast.Subscript):
        return last_name(target.value)
    if isinstance(target, ast.Attribute):
        return target.attr
    return target.id if isinstance(target, ast.Name) else ""


@lru_cache(maxsize=64)
def _parsed(text: str) -> ast.Module | None:
    try:
        return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return None


def _inner(node: ast.AST, line: int) -> tuple[ast.AST | None, str]:
    """The statement of ``node`` that ``line`` is in, and the part of ``node`` that holds it."""
    for part, value in ast.iter_fields(node):
        for item in value if isinstance(value, list) else ():
            if isinstance(item, ast.match_case):
                found, _ = _inner(item, line)
                if found is not None:
                    return found, part
            elif isinstance(item, ast.stmt | ast.ExceptHandler) and _first(item) <= line <= _end(item):
                return item, part
    return None, "head"


def _first(node: ast.stmt | ast.ExceptHandler) -> int:
    decorators = getattr(node, "decorator_list", [])
    first: int = min([node.lineno, *(each.lineno for each in decorators)])
    return first


def _end(node: ast.stmt | ast.expr | ast.ExceptHandler) -> int:
    return node.end_lineno or node.lineno


def _lines(node: ast.expr) -> range:
    return range(node.lineno, _end(node) + 1)


def _names(node: ast.AST) -> Iterator[str]:
    for each in ast.walk(node):
        if isinstance(each, ast.Name):
            yield each.id
        elif isinstance(each, ast.Attribute):
            yield each.attr


def _all_calls(node: ast.AST) -> Iterator[ast.Call]:
    return (each for each in ast.walk(node) if isinstance(each, ast.Call))


def _called(call: ast.Call) -> str:
    return last_name(call.func)


def _targets(node: ast.AST | None) -> list[ast.expr]:
    if isinstance(node, ast.Assign):
        return node.targets
    return [node.target] if isinstance(node, ast.AnnAssign | ast.NamedExpr) else []


def _leaving(body: Sequence[ast.stmt], line: int) -> Iterator[ast.If]:
    """The tests before ``line`` that lead out of the loop."""
    for statement in body:
        for node in ast.walk(statement):
            leaves = isinstance(node, ast.If) and isinstance(node.body[-1], ast.Break | ast.Return)
            if isinstance(node, ast.If) and leaves and node.lineno < line:
                yield node


def _asks_what_came(loop: ast.While) -> bool:
    """Whether the test of ``loop`` looks at what a ``get`` gives: in the test itself, or to a name in the loop."""
    if any(_called(call) == "get" for call in _all_calls(loop.test)):
        return True
    came = {
        name.id
        for statement in loop.body
        for node in ast.walk(statement)
        if isinstance(node, ast.Assign | ast.AnnAssign) and node.value is not None
        if any(_called(call) == "get" for call in _all_calls(node.value))
        for target in _targets(node)
        for name in ast.walk(target)
        if isinstance(name, ast.Name)
    }
    return bool(came & set(_names(loop.test)))


def _truth(test: ast.expr, name: str) -> bool | None:
    """What the truth of ``test`` says of ``name``: ``True``: the same, ``False``: the contrary."""
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        inner = _truth(test.operand, name)
        return None if inner is None else not inner
    if last_name(test) == name:
        return True
    if isinstance(test, ast.Compare) and len(test.ops) == 1:
        left, right = test.left, test.comparators[0]
        if isinstance(left, ast.Call) and _called(left) == "len" and left.args:
            left = left.args[0]
        nothing = isinstance(right, ast.Constant) and not right.value
        if last_name(left) == name and nothing:
            if isinstance(test.ops[0], ast.Is | ast.Eq):
                return False
            return True if isinstance(test.ops[0], ast.IsNot | ast.NotEq | ast.Gt) else None
    return None
