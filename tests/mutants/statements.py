"""Operators on statements: one is missing, stands elsewhere, or is guarded by another condition, lock or ``try``."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from tests.mutants.answer import (
    DEFINITIONS,
    JUMPS,
    Answer,
    Change,
    always,
    blocks,
    but,
    call,
    changed_at,
    creates,
    droppable,
    fixed,
    has_call,
    head,
    in_block,
    in_order,
    is_condition,
    is_number,
    is_plain_jump,
    method,
    names_in,
    negated,
    stores,
    tried,
    uses,
    uses_any,
)

# --- statements --------------------------------------------------------------------------------


def drop_statement(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A statement is forgotten: a ``notify()``, ``set()``, ``wait()``, ``task_done()``, an ``append``, a ``break`` …"""
    for field, block in blocks(node):
        for index, each in enumerate(block):
            if droppable(each, answer):
                yield in_block(node, field, [*block[:index], *block[index + 1 :]], (each,), f"no {head(each)}")


def swap_statements(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Two statements in a row are exchanged."""
    for field, block in blocks(node):
        for index, (first, second) in enumerate(pairwise(block)):
            if not fixed(first) and not fixed(second) and not in_order(first, second, answer):
                new = [*block[:index], second, first, *block[index + 2 :]]
                said = f"{head(second)} ▸ {head(first)}"
                yield in_block(node, field, new, (first, second), said)


def merge_loops(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Two loops over the same threads become one: each is joined before the next one is started."""
    for field, block in blocks(node):
        for index, (first, second) in enumerate(pairwise(block)):
            if isinstance(first, ast.For) and isinstance(second, ast.For) and head(first) == head(second):
                both = but(first, body=[*first.body, *second.body])
                new = [*block[:index], both, *block[index + 2 :]]
                yield in_block(node, field, new, (first, second), f"one loop {head(first)}")


# --- conditions and loops ----------------------------------------------------------------------


def while_to_if(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``while`` becomes ``if``: the condition is not tested again."""
    if isinstance(node, ast.While) and not node.orelse and not always(node.test):
        yield Change(node, ast.If(node.test, node.body, []), (node,))


def if_to_while(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``if`` becomes ``while``; not where the block leaves in any case, which would be the same."""
    if isinstance(node, ast.If) and not node.orelse and not isinstance(node.body[-1], JUMPS):
        yield Change(node, ast.While(node.test, node.body, []), (node,))


def drop_condition(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """The block of an ``if`` or a ``while`` is executed once, whatever the condition says."""
    if isinstance(node, (ast.If, ast.While)) and not always(node.test):
        yield Change(node, list(node.body), (node,))


def negate_condition(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A condition is turned round: of ``if``, ``while``, ``wait_for``, or one whose value is kept or returned."""
    if isinstance(node, (ast.If, ast.While, ast.IfExp, ast.Assert)) and not always(node.test):
        yield changed_at(node, node.test, test=negated(node.test))
    elif isinstance(node, ast.comprehension):
        for index, test in enumerate(node.ifs):
            yield changed_at(node, test, ifs=[*node.ifs[:index], negated(test), *node.ifs[index + 1 :]])
    elif isinstance(node, ast.Lambda) and method(answer.parents[node]) == "wait_for":
        yield changed_at(node, node.body, body=negated(node.body))
    elif isinstance(node, (ast.Return, ast.Assign)) and node.value is not None and is_condition(node.value):
        yield changed_at(node, node.value, value=negated(node.value))


def exchange_and_or(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``and`` becomes ``or``, and the other way round."""
    if isinstance(node, ast.BoolOp):
        yield changed_at(node, node, op=ast.Or() if isinstance(node.op, ast.And) else ast.And())


def drop_operand(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Of a condition with ``and`` or ``or``, one part is forgotten."""
    if isinstance(node, ast.BoolOp):
        for index in range(len(node.values)):
            rest = [*node.values[:index], *node.values[index + 1 :]]
            yield Change(node, rest[0] if len(rest) == 1 else but(node, values=rest), (node,))


SHIFTED: dict[type[ast.cmpop], tuple[type[ast.cmpop], ...]] = {
    ast.Lt: (ast.LtE,),
    ast.LtE: (ast.Lt,),
    ast.Gt: (ast.GtE,),
    ast.GtE: (ast.Gt,),
    ast.Eq: (ast.NotEq, ast.LtE, ast.GtE),
    ast.NotEq: (ast.Eq, ast.Lt, ast.Gt),
    ast.In: (ast.NotIn,),
    ast.NotIn: (ast.In,),
    ast.Is: (ast.IsNot,),
    ast.IsNot: (ast.Is,),
}


def exchange_comparison(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``<`` becomes ``<=``, ``==`` becomes ``!=``, and so on; with whole numbers ``==`` becomes ``<=`` and ``>=``."""
    if isinstance(node, ast.Compare):
        for index, op in enumerate(node.ops):
            numbers = any(map(is_number, (node.left, *node.comparators)))
            for other in SHIFTED[type(op)]:
                if (
                    numbers
                    or other not in (ast.LtE, ast.GtE, ast.Lt, ast.Gt)
                    or not isinstance(op, (ast.Eq, ast.NotEq))
                ):
                    yield changed_at(node, node, ops=[*node.ops[:index], other(), *node.ops[index + 1 :]])


def reverse_loop(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A loop goes through its things backwards, so threads are started in another order; a loop that joins does not."""
    if isinstance(node, ast.For) and not has_call(node, "join") and uses_any(node.body, names_in(node.target)):
        yield changed_at(node, node.iter, iter=call("reversed", call("list", node.iter)))


def skip_first(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A loop leaves out the first of its things: a thread that is not joined, an item that is not handed over."""
    if isinstance(node, ast.For):
        rest = ast.Subscript(call("list", node.iter), ast.Slice(ast.Constant(1)), ast.Load())
        yield changed_at(node, node.iter, iter=rest)


# --- locks -------------------------------------------------------------------------------------


def drop_with(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A ``with`` is forgotten, and its block is not."""
    if isinstance(node, ast.With):
        for index, item in enumerate(node.items):
            rest = [*node.items[:index], *node.items[index + 1 :]]
            if item.optional_vars is None:
                said = f"no with {ast.unparse(item)}"
                yield Change(node, but(node, items=rest) if rest else list(node.body), (node,), said)


def narrow_with(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """The first statement of a ``with`` is moved out and before it, or the last one behind it."""
    if isinstance(node, ast.With) and len(node.body) > 1:
        first, *others, last = node.body
        if not fixed(first):
            said = f"{head(first)} ▸ {head(node)}"
            yield Change(node, [first, but(node, body=[*others, last])], (node,), said)
        if not is_plain_jump(last):
            said = f"{head(node)} … ▸ {head(last)}"
            yield Change(node, [but(node, body=[first, *others]), last], (node,), said)


def widen_with(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """The statement before a ``with``, or the one behind it, is moved into it."""
    for field, block in blocks(node):
        for index, (first, second) in enumerate(pairwise(block)):
            new: ast.stmt | None = None
            if isinstance(second, ast.With) and not fixed(first) and not creates(first):
                new, said = but(second, body=[first, *second.body]), f"{head(second)} {head(first)}"
                if stores(first) & uses(second.items):
                    continue
            elif isinstance(first, ast.With) and not isinstance(second, DEFINITIONS) and not is_plain_jump(second):
                new, said = but(first, body=[*first.body, second]), f"{head(first)} … {head(second)}"
            if new is not None:
                yield in_block(node, field, [*block[:index], new, *block[index + 2 :]], (first, second), said)


# --- exceptions --------------------------------------------------------------------------------


def drop_finally(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """What stands in ``finally`` is forgotten."""
    if isinstance(node, ast.Try) and node.finalbody:
        yield Change(node, tried(node, node.handlers, node.orelse, []), (node,), "no finally")


def unguard(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """What stands in ``finally`` comes after the rest, and so not after an exception or a ``return``."""
    if isinstance(node, ast.Try) and node.finalbody:
        new = [*tried(node, node.handlers, node.orelse, []), *node.finalbody]
        yield Change(node, new, (node,), f"behind it, not finally: {head(node.finalbody[0])}")


def drop_except(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """An ``except`` is forgotten, with its block."""
    if isinstance(node, ast.Try):
        for index, handler in enumerate(node.handlers):
            rest = [*node.handlers[:index], *node.handlers[index + 1 :]]
            yield Change(node, tried(node, rest, node.orelse, node.finalbody), (node,), f"no {head(handler)}")


def narrow_except(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``except Exception`` becomes ``except ValueError`` or ``RuntimeError``, which a check is likely to raise."""
    if isinstance(node, ast.ExceptHandler) and isinstance(node.type, ast.Name) and node.type.id == "Exception":
        for name in ("ValueError", "RuntimeError"):
            yield changed_at(node, node.type, type=but(node.type, id=name))
