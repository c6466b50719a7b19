"""The source policy, applied to what a learner wrote: which statement is refused, and the sentence about it.

The rules are in :mod:`course.simulation.policy` and :mod:`course.simulation.allowed`, and the explorer holds to them
itself.  Here they are asked before anything runs, so that a refusal costs the definitions that it is about and no
others, and says the line in the learner's cell.  Nothing is run for it.
"""

from __future__ import annotations

import ast

from course.checking.reading import Cell, called
from course.simulation.allowed import IMPORTABLE, import_refusal
from course.simulation.policy import Refusal, refusals

__all__ = ["refused"]

QUOTED = 100
"""So many characters of a line are quoted in a sentence."""


def refused(cell: Cell, node: ast.stmt) -> str | None:
    """Why the policy refuses ``node``, a statement at the top level of ``cell``; ``None`` if it does not."""
    refusal = _import(node) or next(refusals(node), None)
    if refusal is None:
        return None
    text = cell.lines[refusal.line - 1].strip() if 1 <= refusal.line <= len(cell.lines) else ""
    quoted = f"`{text[:QUOTED]}{'…' if len(text) > QUOTED else ''}` in " if text else ""
    where = f"{called(cell.number)}, line {refusal.line},"
    sentence = f"{quoted}{where} is refused: {refusal.sentence}."
    return sentence[:1].upper() + sentence[1:]


def _import(node: ast.stmt) -> Refusal | None:
    """An import at the top level that there is no module for; one in a ``try`` is left to be tried."""
    if isinstance(node, ast.Import):
        names = [alias.name for alias in node.names]
    elif isinstance(node, ast.ImportFrom) and not node.level:
        names = [node.module or ""]
    else:
        return None
    missing = next((name for name in names if name not in IMPORTABLE), None)
    return None if missing is None else Refusal(node.lineno, import_refusal(missing))
