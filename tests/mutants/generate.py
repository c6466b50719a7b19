"""All mutants of a reference answer: every change that an operator proposes, if it compiles and is one.

The answer is compared, changed and shown in the form that ``ast.unparse`` gives it: a comment or a line break makes no
mutant another one.  A mutant's identifier names the exercise, the operator, the function, and the change as text, so
that it stays the same whatever is edited elsewhere.
"""

from __future__ import annotations

import ast
import difflib
import warnings
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import takewhile

from tests.catalogue.test_catalogue import Exercise
from tests.mutants.answer import Answer, Change
from tests.mutants.operators import OPERATORS

WIDTH = 90
"""From this length on, only the middle of what is changed is told."""
AROUND = 24
"""So many characters are told on both sides of it."""


@dataclass(frozen=True, slots=True)
class Mutant:
    """A reference answer with one mistake in it."""

    exercise: Exercise
    operator: str
    where: str
    """The function, such as ``"Shelf.put"``; empty at the top level."""
    said: str
    """What is changed, in a line."""
    number: int
    """Counts the changes of which the same is said."""
    line: int
    """Where it is in the answer cell."""
    text: str

    @property
    def identifier(self) -> str:
        """Names the mutant in the lists of equivalent ones."""
        again = f" #{self.number}" if self.number > 1 else ""
        return " | ".join(part for part in (self.exercise.name, self.operator, self.where, self.said + again) if part)

    @property
    def diff(self) -> str:
        """The change as lines with ``-`` and ``+``, those around it included."""
        before, after = normal(self.exercise.reference).splitlines(), self.text.splitlines()
        lines = list(difflib.unified_diff(before, after, lineterm="", n=3))
        return "\n".join(line for line in lines[2:] if not line.startswith("@@"))


def normal(text: str) -> str:
    """The program in the form in which answers are compared."""
    return ast.unparse(ast.parse(text))


def changed(answer: Answer, name: str) -> Iterator[tuple[str, Change]]:
    """The programs that the operator ``name`` makes of an answer, each with its change."""
    before = ast.unparse(answer.tree)
    for node in ast.walk(answer.tree):
        for change in OPERATORS[name](node, answer):
            text = _applied(answer.tree, change) if all(map(answer.owned, change.at)) else None
            if text is not None and text != before:
                yield text, change


def mutants(exercise: Exercise) -> list[Mutant]:
    """Every mutant of the reference of ``exercise``, each program once, in the order of its lines."""
    answer = Answer(exercise.reference)
    before = ast.unparse(answer.tree)
    made: dict[str, tuple[str, Change]] = {}
    for name in OPERATORS:
        for text, change in changed(answer, name):
            made.setdefault(text, (name, change))
    counts: Counter[tuple[str, str, str]] = Counter()
    found = []
    for text, (name, change) in sorted(made.items(), key=lambda item: _place(item[1][1].at[0])):
        at = change.at[0]
        said = name, answer.where(at), change.said or difference(before, text)
        counts[said] += 1
        found.append(Mutant(exercise, *said, counts[said], at.lineno, text))
    return found


def difference(before: str, after: str) -> str:
    """The lines that changed, without their indentation: ``"old → new"``."""
    old = [line.strip() for line in before.splitlines()]
    new = [line.strip() for line in after.splitlines()]
    gone, come = [], []
    for kind, first, last, start, stop in difflib.SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            gone += old[first:last]
            come += new[start:stop]
    left, right = " ⏎ ".join(gone), " ⏎ ".join(come)
    if max(len(left), len(right)) > WIDTH:
        left, right = _middle(left, right)
    return f"{left} → {right}" if right else f"no {left}"


def _middle(left: str, right: str) -> tuple[str, str]:
    """The parts in which two long lines differ, with a little around them."""
    begin = _common(left, right)
    end = _common(left[begin:][::-1], right[begin:][::-1])
    first, last = max(begin - AROUND, 0), max(end - AROUND, 0)
    before, behind = "…" if first else "", "…" if last else ""
    cut_left, cut_right = (before + text[first : len(text) - last] + behind for text in (left, right))
    return cut_left, cut_right


def _common(left: str, right: str) -> int:
    """How many characters two texts begin with together."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(left, right, strict=False)))


def _place(node: ast.AST) -> tuple[int, int]:
    return node.lineno, node.col_offset


def _applied(tree: ast.Module, change: Change) -> str | None:
    """The changed program as text; ``None`` if it is none."""
    new = _replaced(tree, change)
    assert isinstance(new, ast.Module)
    text = ast.unparse(ast.fix_missing_locations(new))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            compile(text, "<mutant>", "exec", dont_inherit=True)
    except SyntaxError:
        return None
    return ast.unparse(ast.parse(text))


def _replaced(node: ast.AST, change: Change) -> ast.AST | list[ast.stmt]:
    """A copy of ``node`` with the change in it; the tree itself stays as it is."""
    if node is change.old:
        return change.new
    fields: dict[str, object] = {}
    for name, value in ast.iter_fields(node):
        if isinstance(value, list):
            items: list[object] = []
            for each in value:
                new = _replaced(each, change) if isinstance(each, ast.AST) else each
                items.extend(new) if isinstance(new, list) else items.append(new)
            # What was a block must stay one.
            fields[name] = items or ([ast.Pass()] if value and name == "body" else [])
        else:
            fields[name] = _replaced(value, change) if isinstance(value, ast.AST) else value
    return type(node)(**fields, **{name: getattr(node, name) for name in node._attributes if hasattr(node, name)})
