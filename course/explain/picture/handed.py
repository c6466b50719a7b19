"""Which ``get`` took the item of which ``put``: told only where the program leaves no doubt.

A trace says that a thread put into a queue and that another one got from it, and not which item it was.  For a
program with a single queue, made once and touched only by plain ``put(item)`` and ``get()``, the order in which items
leave is known: first in, first out, or whatever was the only one inside.  Anything else (several queues, timeouts,
``get_nowait``) draws no arrow rather than a wrong one.
"""

from __future__ import annotations

import ast

from course.explain import wording
from course.model import Execution, Program

__all__ = ["handed_over"]

QUEUES = {"Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"}
IN_ORDER = {"Queue", "SimpleQueue"}
UNSURE = {"put_nowait", "get_nowait", "shutdown", "queue"}
"""Attributes by which a program gets at a queue otherwise, or may fail to."""
REPEATED: tuple[type[ast.AST], ...] = (
    *(ast.For, ast.While, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Lambda),
    *(ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp),
)


def handed_over(execution: Execution, program: Program | None) -> tuple[tuple[int, int], ...]:
    """Pairs of steps, by their places: the ``put`` of an item, and the ``get`` that took it."""
    touched = any(step.operation.rpartition(".")[0] in QUEUES for step in execution.steps)
    made = _only_queue(program) if touched and program is not None else ""
    if not made:
        return ()
    inside: list[int] = []
    queues: set[tuple[int | None, str | None]] = set()
    pairs: list[tuple[int, int]] = []
    for place, step in enumerate(execution.steps):
        kind, _, method = step.operation.rpartition(".")
        if kind not in QUEUES or wording.blocks(step):
            continue
        queues.add((step.identity, step.object))
        if len(queues) > 1:
            return ()  # one that the text does not show, since its class has another name there
        if method == "put":
            inside.append(place)
        elif method == "get":
            if not inside:
                return ()  # it came from somewhere that the trace does not show
            if made in IN_ORDER or len(inside) == 1:
                pairs.append((inside.pop(0), place))
            else:
                return tuple(pairs)
    return tuple(pairs)


def _only_queue(program: Program) -> str:
    """The class of the queue of ``program``, if it makes one, once, and only puts and gets; else nothing.

    The trace does not say it: a LifoQueue's ``get`` is the one that it inherits from Queue.
    """
    made: list[tuple[str, bool]] = []
    for module, text in program.modules.items():
        try:
            tree = ast.parse(text)
            made += _makings(tree, program.entry if module == program.entry_module else None, once=True)
        except (SyntaxError, ValueError, RecursionError, MemoryError):
            return ""
        for node in ast.walk(tree):
            if isinstance(node, ast.Attribute) and node.attr in UNSURE:
                return ""
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and not _usual(node):
                return ""
    return made[0][0] if len(made) == 1 and made[0][1] else ""


def _makings(node: ast.AST, entry: str | None, *, once: bool) -> list[tuple[str, bool]]:
    """For each place below ``node`` that makes a queue, its class, and whether it is certainly run only once."""
    made: list[tuple[str, bool]] = []
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.Call):
            called = child.func
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            if name in QUEUES:
                made.append((name, once))
        named = child.name if isinstance(child, ast.FunctionDef) and isinstance(node, ast.Module) else ""
        again = isinstance(child, REPEATED) and not (named and entry and entry.endswith(f":{named}"))
        made += _makings(child, entry, once=once and not again)
    return made


def _usual(call: ast.Call) -> bool:
    """Whether a method call cannot be a ``put`` or ``get`` that may give up."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    if call.keywords and name in ("put", "get"):
        return False
    return not (name == "put" and len(call.args) != 1) and not (name == "get" and call.args)
