"""The learner's module, out of the code cells of a notebook.

A notebook mixes what a learner *wrote* with what they *tried*.  Of the cells' top level, this keeps the
functions and classes; and of the imports and plain values (``LIMIT = 3``, ``ready = threading.Event()``) those that a
kept definition, or the driver of a check, uses.  Everything else is scratch: calls, loops,
``if __name__ == "__main__":``, values that take a call to make.  So a cell that starts the program does not
start it in the judge, and an import that only a plot needs is not asked of the explorer.

As in a running notebook, a later definition of a name wins.  A cell that is not Python is left out and named
in a sentence, and so is a definition that the source policy refuses (:mod:`course.checking.policy`); the rest goes on.
Nothing is ever run here, and ``check()`` and the autograder share this code.
"""

from __future__ import annotations

import ast
import builtins
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from course.checking.policy import refused
from course.checking.reading import Cell, called, read

__all__ = ["Assembled", "assemble", "binds"]

PURE = frozenset(
    """abs all any bool bytearray bytes chr complex dict divmod enumerate float frozenset int len list max min object
    ord pow range repr reversed round set slice sorted str sum tuple zip""".split()
)
"""The built-in functions that a value may call: they make or compute something, and show nothing."""

MAKERS = frozenset(
    """accumulate attrgetter auto chain combinations compile count cycle defaultdict deque field islice itemgetter local
    namedtuple partial permutations product repeat""".split()
)
"""Library functions that make something although their name begins with a small letter."""

BUILTINS = frozenset(dir(builtins)) | {"__name__", "__doc__"}


@dataclass(frozen=True, slots=True)
class Assembled:
    """The learner's module, and where its lines come from."""

    text: str
    places: tuple[tuple[int, int], ...] = ()
    """For each line of ``text``, from the first: the code cell's number and the line in it, both from 1."""
    problems: tuple[str, ...] = ()
    """A sentence for each cell that could not be read and whose names nothing later defines."""
    defined: frozenset[str] = frozenset()
    """The names that the module has."""
    uses: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """For each name that the module has: the names that its definition mentions."""
    broken: Mapping[str, str] = field(default_factory=dict)
    """Names whose latest definition could not be read, or is refused by the source policy, with the sentence why."""
    left_out: Mapping[str, str] = field(default_factory=dict)
    """Names that are set in the cells but not in the module, each with a sentence why."""
    wildcard: bool = False
    """Whether there is a ``from … import *``, so that the module may have more names than are known."""

    def place(self, line: int) -> tuple[int, int] | None:
        """The cell and the line in it that line ``line`` of the module comes from."""
        return self.places[line - 1] if 1 <= line <= len(self.places) else None

    def line(self, line: int) -> str:
        """The text of line ``line`` of the module, without its indentation."""
        lines = self.text.split("\n")
        return lines[line - 1].strip() if 1 <= line <= len(lines) else ""

    def reached(self, names: Iterable[str]) -> frozenset[str]:
        """``names``, and all that their definitions mention, and so on."""
        reached: set[str] = set()
        waiting = list(names)
        while waiting:
            name = waiting.pop()
            if name not in reached:
                reached.add(name)
                waiting.extend(self.uses.get(name, ()))
        return frozenset(reached)


def assemble(cells: Sequence[str], wanted: Collection[str] = ()) -> Assembled:
    """The learner's module, out of the sources of code cells; ``wanted`` are the names that drivers use."""
    reader = _Reader()
    for number, source in enumerate(cells, start=1):
        reader.add(read(number, source))
    return reader.assembled(wanted)


@dataclass(frozen=True, slots=True, eq=False)
class _Part:
    """A statement at the top level of a cell that may be kept."""

    cell: int
    first: int
    lines: tuple[str, ...]
    binds: frozenset[str]
    uses: frozenset[str]
    """The names that it mentions anywhere."""
    uses_now: frozenset[str]
    """The names that it needs at the moment when it is executed, not only when a function in it is called."""
    runs: bool
    """Whether executing it mentions a function or class of the learner's, and so may run any of their code."""
    needed: bool
    """Whether it is kept without being asked for."""
    refused: str | None
    """Why the source policy refuses it."""


class _Reader:
    """Collects the parts of the cells, one cell after the other."""

    def __init__(self) -> None:
        self.parts: list[_Part] = []
        self.future: list[_Part] = []
        self.unread: list[Cell] = []
        self.left_out: dict[str, str] = {}
        self.kinds: dict[str, str] = {}
        """What each name is so far: an "import", a "class", a "function" or a "value"."""
        self.wildcard = False

    # --- from cells to parts ----------------------------------------------------------

    def add(self, cell: Cell) -> None:
        if cell.problem is not None:
            self.unread.append(cell)
            return
        if cell.tree is None:
            for name in cell.names:
                self.left_out[name] = (
                    f"`{name}` is set in {called(cell.number)}, which begins with {cell.head.split()[0]} and so is a "
                    "program of its own; move it to a cell without that line."
                )
            return
        for node, text in _with_text(cell, cell.tree):
            self._add(cell, node, text)

    def _add(self, cell: Cell, node: ast.stmt, lines: tuple[str, ...]) -> None:
        why = self._scratch(node)
        bound = frozenset(binds(node))
        if why is not None:
            for name in bound:
                self.left_out[name] = f"`{name}` is set in {called(cell.number)}, line {node.lineno}, {why}."
            return
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        star = any(isinstance(each, ast.ImportFrom) and each.names[0].name == "*" for each in ast.walk(node))
        needed = star or any(isinstance(each, _DEFINITIONS) for each in _statements(node))
        uses_now = frozenset(_uses_now(node))
        runs = any(self.kinds.get(name) in ("class", "function") for name in uses_now)
        part = _Part(
            cell.number, first, lines, bound, frozenset(_uses(node)), uses_now, runs, needed, refused(cell, node)
        )
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            self.future.append(part)
            return
        self.parts.append(part)
        self.wildcard |= star
        for each in _statements(node):
            self.kinds.update(dict.fromkeys(binds(each), _kind(each)))

    def _scratch(self, node: ast.stmt) -> str | None:
        """Why a statement is no part of the learner's module; ``None`` if it may be."""
        if isinstance(node, (*_DEFINITIONS, ast.Import, ast.ImportFrom)):
            return None
        if isinstance(node, (ast.Try, ast.If)):
            return self._scratch_block(node)
        if isinstance(node, ast.Assign):
            return self._scratch_value(node.targets, node.value)
        if isinstance(node, ast.AnnAssign):
            return self._scratch_value([node.target], node.value)
        if type(node).__name__ == "TypeAlias":  # from Python 3.12
            return None
        return "by a statement that is not part of your answer; set it inside a function or a class"

    def _scratch_block(self, node: ast.Try | ast.If) -> str | None:
        """``try: from queue import ShutDown …`` and the like are kept if every statement inside would be."""
        if isinstance(node, ast.If) and (not self._plain(node.test) or "__name__" in _uses_now(node.test)):
            return f"under `if {ast.unparse(node.test)[:60]}:`, which is not part of your answer"
        for each in _branches(node):
            silent = isinstance(each, ast.Expr) and isinstance(each.value, ast.Constant)
            why = None if silent or isinstance(each, ast.Pass) else self._scratch(each)
            if why is not None:
                return why
        return None

    def _scratch_value(self, targets: Sequence[ast.expr], value: ast.expr | None) -> str | None:
        if not all(_is_name(target) for target in targets):
            return "by an assignment that is not part of your answer: only plain names are set at the top level"
        if value is None:
            return None
        if not self._plain(value):
            return "by a call at the top level, which is not part of your answer; make it inside a function or a class"
        missing = sorted(_uses_now(value) - self.kinds.keys() - BUILTINS)
        if missing and not self.wildcard:
            return f"with the help of `{missing[0]}`, which is not part of your answer"
        return None

    def _plain(self, value: ast.expr) -> bool:
        """Whether computing ``value`` calls nothing but what makes or computes plain things."""
        return all(self._makes(each) for each in _now(value) if isinstance(each, ast.Call)) and not any(
            isinstance(each, (ast.Await, ast.Yield, ast.YieldFrom)) for each in _now(value)
        )

    def _makes(self, call: ast.Call) -> bool:
        function = call.func
        if isinstance(function, ast.Name):
            name = function.id
            kind = self.kinds.get(name, "import" if self.wildcard else "")
            return (
                (name in PURE and name not in self.kinds) or kind == "class" or (kind == "import" and _is_maker(name))
            )
        if isinstance(function, ast.Attribute):
            root = function.value
            if isinstance(root, ast.Constant):
                return isinstance(root.value, (str, bytes))  # "one two three".split()
            while isinstance(root, ast.Attribute):
                root = root.value
            if isinstance(root, ast.Name):
                return root.id in PURE or (self.kinds.get(root.id) == "import" and _is_maker(function.attr))
        return False

    # --- from parts to the module -----------------------------------------------------

    def assembled(self, wanted: Collection[str]) -> Assembled:
        kept, broken = _allowed(_used(_latest(self.parts), wanted))
        problems = [part.refused for part in self.parts if part.refused and not part.binds]
        parts = [*{part.lines: part for part in self.future}.values(), *kept]
        lines: list[str] = []
        places: list[tuple[int, int]] = []
        for part in parts:
            if lines:
                lines.append("")
                places.append(places[-1])
            lines.extend(part.lines)
            places.extend((part.cell, part.first + offset) for offset in range(len(part.lines)))
        uses: dict[str, frozenset[str]] = {}
        last: dict[str, int] = {}
        for part in kept:
            for name in part.binds:
                uses[name] = uses.get(name, frozenset()) | part.uses
                last[name] = part.cell
        for cell in self.unread:
            problem = cell.problem or ""
            lost = {name for name in cell.names if last.get(name, 0) < cell.number}
            broken.update(dict.fromkeys(lost, problem))
            if lost or not cell.names:
                problems.append(problem)
        return Assembled(
            text="".join(f"{line}\n" for line in lines),
            places=tuple(places),
            problems=tuple(problems),
            defined=frozenset(uses),
            uses=uses,
            broken=broken,
            left_out={
                name: why for name, why in sorted(self.left_out.items()) if name not in uses and name not in broken
            },
            wildcard=self.wildcard,
        )


_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_OWN_NAMES = (ast.Lambda, ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def _latest(parts: Sequence[_Part]) -> list[_Part]:
    """Without the parts whose every name is set again before anything executes that uses it."""
    kept: list[_Part] = []
    replaced: set[str] = set()
    for part in reversed(parts):
        if not part.binds or not part.binds <= replaced:
            kept.append(part)
            # Going backwards: from here on a part that sets what this one needs is not replaced by a later one.
            replaced = set() if part.runs else (replaced | part.binds) - part.uses_now
    return kept[::-1]


def _used(parts: Sequence[_Part], wanted: Collection[str]) -> list[_Part]:
    """The definitions, and what they and the drivers use, directly or not."""
    kept = {part for part in parts if part.needed}
    names = set(wanted).union(*(part.uses for part in kept))
    while True:
        more = {part for part in parts if part not in kept and part.binds & names}
        if not more:
            return [part for part in parts if part in kept]
        kept |= more
        names = names.union(*(part.uses for part in more))


def _allowed(parts: Sequence[_Part]) -> tuple[list[_Part], dict[str, str]]:
    """The parts that the source policy allows, and the names that are missing for it, each with the sentence why.

    What needs a missing name to be executed is missing as well, for the same reason.
    """
    allowed = list(parts)
    broken: dict[str, str] = {}
    while True:
        missing = {}
        for part in allowed:
            needs = sorted(part.uses_now & broken.keys())
            why = part.refused or (broken[needs[0]] if needs else None)
            if why is not None:
                missing[part] = why
        if not missing:
            return allowed, broken
        allowed = [part for part in allowed if part not in missing]
        for part, why in missing.items():
            for name in part.binds:
                broken.setdefault(name, why)


def _with_text(cell: Cell, tree: ast.Module) -> Iterator[tuple[ast.stmt, tuple[str, ...]]]:
    """Each statement at the top level with its lines, decorators and comment at the end included."""
    for index, node in enumerate(tree.body):
        first = min([node.lineno, *(each.lineno for each in getattr(node, "decorator_list", ()))])
        last = node.end_lineno or node.lineno
        lines = list(cell.lines[first - 1 : last])
        following = tree.body[index + 1] if index + 1 < len(tree.body) else None
        # Columns count bytes; a neighbour on the same line, after a semicolon, is cut off.
        if following is not None and following.lineno == last:
            lines[-1] = lines[-1].encode()[: node.end_col_offset].decode()
        if node.col_offset and first == node.lineno:
            lines[0] = lines[0].encode()[node.col_offset :].decode()
        yield node, tuple(lines)


def _is_name(target: ast.expr) -> bool:
    if isinstance(target, (ast.Tuple, ast.List)):
        return all(_is_name(each) for each in target.elts)
    return isinstance(target, ast.Name) or (isinstance(target, ast.Starred) and _is_name(target.value))


def _kind(node: ast.stmt) -> str:
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return "import"
    if isinstance(node, ast.ClassDef):
        return "class"
    return "function" if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) else "value"


def _is_maker(name: str) -> bool:
    return name in MAKERS or name.lstrip("_")[:1].isupper()


def _statements(node: ast.stmt) -> Iterator[ast.stmt]:
    """``node`` and the statements in its branches, at the same level of names."""
    yield node
    for each in _branches(node) if isinstance(node, (ast.Try, ast.If)) else ():
        yield from _statements(each)


def _branches(node: ast.Try | ast.If) -> list[ast.stmt]:
    if isinstance(node, ast.If):
        return [*node.body, *node.orelse]
    handled = [each for handler in node.handlers for each in handler.body]
    return [*node.body, *handled, *node.orelse, *node.finalbody]


def _now(node: ast.AST) -> Iterator[ast.AST]:
    """``node`` and what is executed with it: not the bodies of functions in it."""
    yield node
    if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
        annotations = [each.annotation for each in ast.walk(node.args) if isinstance(each, ast.arg)]
        inside: Iterable[ast.AST | None] = [
            *getattr(node, "decorator_list", ()),
            *node.args.defaults,
            *node.args.kw_defaults,
            *annotations,
            getattr(node, "returns", None),
        ]
    else:
        inside = ast.iter_child_nodes(node)
    for each in inside:
        if each is not None:
            yield from _now(each)


def binds(node: ast.AST) -> Iterator[str]:
    """The names that a statement sets in its module."""
    if isinstance(node, _DEFINITIONS):
        yield node.name
    elif isinstance(node, (ast.Import, ast.ImportFrom)):
        yield from (alias.asname or alias.name.partition(".")[0] for alias in node.names if alias.name != "*")
    elif isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
        yield node.id
    elif not isinstance(node, _OWN_NAMES):
        for each in ast.iter_child_nodes(node):
            yield from binds(each)


def _uses(node: ast.AST) -> Iterator[str]:
    """The names that a statement mentions, anywhere in it."""
    for each in ast.walk(node):
        if isinstance(each, ast.Name) and not isinstance(each.ctx, ast.Store):
            yield each.id
        elif isinstance(each, ast.Global):
            yield from each.names


def _uses_now(node: ast.AST) -> set[str]:
    """The names that must be there when ``node`` is executed."""
    loaded = {each.id for each in _now(node) if isinstance(each, ast.Name) and isinstance(each.ctx, ast.Load)}
    own = {
        name.id
        for each in _now(node)
        if isinstance(each, ast.comprehension)
        for name in ast.walk(each.target)
        if isinstance(name, ast.Name)
    }
    return loaded - own
