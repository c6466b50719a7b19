"""Operators on expressions: another call, another argument, another value; and on answers that are plain data."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from itertools import pairwise

from tests.mutants.answer import (
    TOKEN,
    Answer,
    Change,
    but,
    call,
    called,
    changed_at,
    head,
    is_for_people,
    is_text,
    method,
    runs_of,
    shifted,
)

# --- calls -------------------------------------------------------------------------------------


def notify_one(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``notify_all()`` becomes ``notify()``."""
    if method(node) == "notify_all":
        yield changed_at(node, node, func=but(node.func, attr="notify"))


def notify_all(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``notify()`` becomes ``notify_all()``."""
    if method(node) == "notify":
        yield changed_at(node, node, func=but(node.func, attr="notify_all"), args=[], keywords=[])


METHODS = {
    "start": "run",
    "set": "clear",
    "clear": "set",
    "acquire": "release",
    "release": "acquire",
    "get": "get_nowait",
    "put": "put_nowait",
    "popleft": "pop",
    "append": "appendleft",
}
CLASSES = {
    "RLock": "Lock",
    "BoundedSemaphore": "Semaphore",
    "Queue": "LifoQueue",
    "LifoQueue": "Queue",
    "PriorityQueue": "Queue",
}


def exchange_call(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Another method of the same object: ``run()`` for ``start()``, ``get_nowait()`` for ``get()`` …"""
    other = METHODS.get(method(node))
    if other == "put_nowait" and not answer.unbounded:
        yield changed_at(node, node, func=but(node.func, attr=other), args=node.args[:1], keywords=[])
    elif other == "get_nowait" and not node.args:  # `a_dict.get(key)` is no wait
        yield changed_at(node, node, func=but(node.func, attr=other), keywords=[])
    elif other is not None and not other.endswith("_nowait") and (other != "appendleft" or "deque" in answer.text):
        yield changed_at(node, node, func=but(node.func, attr=other))


def exchange_class(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Another class of the same family: a ``LifoQueue`` for a ``Queue``, a ``Lock`` for an ``RLock`` …"""
    other = CLASSES.get(called(node)) if isinstance(node, ast.Call) else None
    if other is not None and isinstance(node.func, ast.Attribute):
        yield changed_at(node, node, func=but(node.func, attr=other))
    elif other is not None and other in answer.text:  # it is imported, too
        yield changed_at(node, node, func=but(node.func, id=other))


def ask_instead(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """What ``wait()`` returned is used; now ``is_set()`` is asked, without a wait."""
    if method(node) == "wait" and not isinstance(answer.parents[node], ast.Expr):
        yield changed_at(node, node, func=but(node.func, attr="is_set"), args=[], keywords=[])


def peek(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """What is taken with ``pop()`` or ``popleft()`` stays where it is, and will be taken again."""
    if method(node) in ("pop", "popleft") and len(node.args) < 2:
        index = ast.Constant(0 if method(node) == "popleft" else -1)
        yield Change(node, ast.Subscript(node.func.value, node.args[0] if node.args else index, ast.Load()), (node,))


def repeat_call(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A ``task_done()``, ``put()``, ``append()`` or ``release()`` is made twice."""
    if isinstance(node, ast.Expr) and method(node.value) in ("task_done", "put", "append", "release"):
        yield Change(node, [node, node], (node,), f"twice {head(node)}")


TIMEOUTS = {"wait": 0, "join": 0, "wait_for": 1, "get": 1, "put": 2, "acquire": 1}
"""The methods that can wait for a limited time, with the place of the timeout."""


def drop_timeout(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A wait has no timeout any more."""
    if isinstance(node, ast.Call):
        rest = [each for each in node.keywords if each.arg != "timeout"]
        if len(rest) < len(node.keywords):
            yield changed_at(node, node, keywords=rest)
        place = TIMEOUTS.get(method(node))
        if place is not None and len(node.args) == place + 1 and not isinstance(node.func.value, ast.Constant):
            yield changed_at(node, node, args=node.args[:-1])


def add_timeout(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A wait that had no timeout has one of a second."""
    if method(node) in ("wait", "join", "wait_for") and len(node.args) == TIMEOUTS[method(node)] and not node.keywords:
        yield changed_at(node, node, keywords=[ast.keyword("timeout", ast.Constant(1))])


def forget_predicate(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``wait_for(predicate)`` becomes ``wait()``."""
    if method(node) == "wait_for":
        yield changed_at(node, node, func=but(node.func, attr="wait"), args=node.args[1:])


SPARED = {"name", "args", "timeout"}
"""A name is for people; without its ``args`` a target cannot be called; ``timeout`` has an operator of its own."""
OPTIONAL = {"Condition", "Queue", "LifoQueue", "PriorityQueue", "Semaphore", "BoundedSemaphore", "pop", "notify"}


def drop_argument(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``daemon=True``, ``maxsize=…``, the lock of a Condition or another argument with a default is forgotten."""
    if isinstance(node, ast.Call):
        for index, each in enumerate(node.keywords):
            if each.arg is not None and each.arg not in SPARED:
                yield changed_at(node, node, keywords=[*node.keywords[:index], *node.keywords[index + 1 :]])
        if node.args and called(node) in OPTIONAL:
            yield changed_at(node, node, args=node.args[:-1])


def swap_arguments(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Two arguments in a row that are both names are exchanged, also those that a thread's target gets."""
    if isinstance(node, ast.Call):
        for index, (first, second) in enumerate(pairwise(node.args)):
            if isinstance(first, ast.Name) and isinstance(second, ast.Name):
                new = [*node.args[:index], second, first, *node.args[index + 2 :]]
                yield changed_at(node, node, args=new)
    elif isinstance(node, ast.keyword) and node.arg == "args" and isinstance(node.value, ast.Tuple):
        elts = node.value.elts
        for index, (first, second) in enumerate(pairwise(elts)):
            new = [*elts[:index], second, first, *elts[index + 2 :]]
            yield Change(node.value, but(node.value, elts=new), (node.value,))


# --- values ------------------------------------------------------------------------------------


def change_constant(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A number is one more or one less, a truth value is the other, ``None`` is 0, a text has a letter too many.

    A ``None`` that is assigned or in a list keeps a place, and may be anything.  Texts for people are spared, in
    docstrings, names and exceptions; and so are tokens, which have operators of their own.
    """
    if not isinstance(node, ast.Constant):
        return
    parent = answer.parents[node]
    if isinstance(node.value, bool):
        yield Change(node, ast.Constant(not node.value), (node,))
    elif isinstance(node.value, (int, float)):
        for other in (node.value + 1, node.value - 1):
            yield Change(node, ast.Constant(other), (node,))
    elif node.value is None and not isinstance(parent, (ast.Compare, ast.Return, ast.Assign, ast.List)):
        yield Change(node, ast.Constant(0), (node,))
    elif isinstance(node.value, str) and not TOKEN.fullmatch(node.value) and not is_for_people(node, answer):
        yield Change(node, ast.Constant(node.value + "x"), (node,))


def change_bound(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A limit that is computed is one more or one less: in a comparison, a ``range``, a ``[None] * n``, a size."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1 and not isinstance(node.comparators[0], ast.Constant):
        # The other way round would be the same as `<` for `<=`.
        shift = {ast.Lt: -1, ast.LtE: 1, ast.Gt: 1, ast.GtE: -1}.get(type(node.ops[0]))
        if shift is not None:
            yield changed_at(node, node, comparators=[shifted(node.comparators[0], shift)])
    elif isinstance(node, ast.Call) and called(node) in ("range", "Barrier", "notify", *OPTIONAL) and node.args:
        if not isinstance(node.args[-1], ast.Constant) and called(node) != "Condition":
            for shift in (1, -1):
                yield changed_at(node, node, args=[*node.args[:-1], shifted(node.args[-1], shift)])
    elif isinstance(node, ast.keyword) and node.arg == "maxsize" and not isinstance(node.value, ast.Constant):
        for shift in (1, -1):
            yield Change(node.value, shifted(node.value, shift), (node.value,))
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mult) and isinstance(node.left, ast.List):
        for shift in (1, -1):
            yield Change(node.right, shifted(node.right, shift), (node.right,))


def exchange_arithmetic(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``+`` becomes ``-``, ``+=`` becomes ``-=``, and the other way round."""
    if isinstance(node, (ast.BinOp, ast.AugAssign)) and isinstance(node.op, (ast.Add, ast.Sub)):
        parts = (node.left, node.right) if isinstance(node, ast.BinOp) else (node.value,)
        if not any(isinstance(each, (ast.List, ast.JoinedStr)) or is_text(each) for each in parts):
            yield changed_at(node, node, op=ast.Sub() if isinstance(node.op, ast.Add) else ast.Add())


def return_none(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """``return value`` becomes ``return None``."""
    if isinstance(node, ast.Return) and node.value is not None:
        yield changed_at(node, node, value=ast.Constant(None))


# --- plain data --------------------------------------------------------------------------------


def drop_member(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A set, list, tuple or dictionary that is an answer has one member less."""
    if answer.is_data() and isinstance(node, (ast.Set, ast.List, ast.Tuple)):
        for index in range(len(node.elts)):
            rest = [*node.elts[:index], *node.elts[index + 1 :]]
            empty = call("set") if isinstance(node, ast.Set) else but(node, elts=[])
            yield Change(node, but(node, elts=rest) if rest else empty, (node,))
    elif answer.is_data() and isinstance(node, ast.Dict):
        for index in range(len(node.keys)):
            keys = [*node.keys[:index], *node.keys[index + 1 :]]
            yield changed_at(node, node, keys=keys, values=[*node.values[:index], *node.values[index + 1 :]])


def add_member(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A set that is an answer has one member more, made from its last one."""
    if answer.is_data() and isinstance(node, ast.Set):
        last = ast.literal_eval(node.elts[-1])
        if isinstance(last, (int, str)):
            more = ast.Constant(last + ("x" if isinstance(last, str) else 1))
            yield Change(node, but(node, elts=[*node.elts, more]), (node,))


def swap_members(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Two values in a row are exchanged, in a list, tuple or dictionary that is an answer."""
    if answer.is_data() and isinstance(node, (ast.List, ast.Tuple, ast.Dict)):
        field = "values" if isinstance(node, ast.Dict) else "elts"
        values = getattr(node, field)
        for index, (first, second) in enumerate(pairwise(values)):
            new = [*values[:index], second, first, *values[index + 2 :]]
            yield Change(node, but(node, **{field: new}), (node,))


def drop_run(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """A token leaves out one of its runs; not the last one, since a program goes on by itself when a token is over."""
    for index, runs in runs_of(node):
        if index + 1 < len(runs):
            yield Change(node, ast.Constant(".".join([*runs[:index], *runs[index + 1 :]])), (node,))


def swap_runs(node: ast.AST, answer: Answer) -> Iterator[Change]:
    """Two runs in a row of a token are exchanged."""
    for index, runs in runs_of(node):
        if index + 1 < len(runs):
            new = [*runs[:index], runs[index + 1], runs[index], *runs[index + 2 :]]
            yield Change(node, ast.Constant(".".join(new)), (node,))
