"""Which names of a source text are variables that threads could share.

A name is shared when it is bound in one function, or in the module, and used in another one.  It is a
*variable* when it is bound more than once, or in a loop; a name that is bound once, before
any thread starts, never changes under anybody's eyes and needs no watching.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass, field

__all__ = ["FUNCTIONS", "Scope", "scopes"]

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
LOOPS = (ast.For, ast.While, ast.AsyncFor)


@dataclass(eq=False, slots=True)
class Scope:
    """The names of one module, class, function or comprehension."""

    node: ast.AST
    parent: Scope | None
    kind: str
    qualified_name: str
    number: int
    bindings: dict[str, int] = field(default_factory=dict)
    """How often each name is bound here; 2 stands for "in a loop" as well."""
    defined: set[str] = field(default_factory=set)
    """The names bound here by ``def``, ``class`` or ``import``, or as parameters."""
    imported: dict[str, tuple[str | None, str]] = field(default_factory=dict)
    """What was bound by ``import`` here: the module that it is from, and its name there."""
    global_names: set[str] = field(default_factory=set)
    nonlocal_names: set[str] = field(default_factory=set)
    captured: set[str] = field(default_factory=set)
    """The names bound here that an inner function uses."""

    def owner(self, name: str) -> Scope | None:
        """The scope whose variable ``name`` is here; None for a builtin."""
        if name in self.global_names:
            return self.module
        if name in self.bindings and name not in self.nonlocal_names:
            return self
        scope = self.parent
        while scope is not None:
            if scope.kind != "class" and name in scope.bindings and name not in scope.nonlocal_names:
                if name in scope.global_names:
                    return self.module
                return scope
            scope = scope.parent
        return None

    @property
    def module(self) -> Scope:
        """The scope of the whole module."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def bind(self, name: str, times: int = 1) -> None:
        """Count a binding of ``name``, in the scope that it belongs to."""
        self.bindings[name] = self.bindings.get(name, 0) + times


def scopes(tree: ast.Module) -> dict[ast.AST, Scope]:
    """The scope that each module, class, function and comprehension node of ``tree`` opens."""
    collector = _Collector()
    collector.open(tree, None, "module", "")
    for scope in collector.found.values():  # bindings from afar
        for name in scope.global_names & scope.bindings.keys():
            if scope.kind != "module":
                scope.module.bind(name, 2)
        for name in scope.nonlocal_names & scope.bindings.keys():
            owner = scope.owner(name)
            if owner is not None:
                owner.bind(name, 2)
                owner.captured.add(name)  # also where the inner function only writes it
    for scope, names in collector.used.items():
        for name in names:
            owner = scope.owner(name)
            if owner is not None and owner is not scope and owner.kind not in ("module", "class"):
                owner.captured.add(name)
    return collector.found


class _Collector(ast.NodeVisitor):
    def __init__(self) -> None:
        self.found: dict[ast.AST, Scope] = {}
        self.used: dict[Scope, set[str]] = {}
        self.scope: Scope | None = None
        self.loops = 0

    def open(self, node: ast.AST, parent: Scope | None, kind: str, name: str) -> None:
        qualified = f"{parent.qualified_name}.{name}" if parent is not None and parent.qualified_name else name
        scope = Scope(node, parent, kind, qualified, len(self.found))
        self.found[node] = scope
        self.used[scope] = set()
        outside, self.scope = self.scope, scope
        loops, self.loops = self.loops, 0
        if isinstance(node, FUNCTIONS):
            self._parameters(node.args)
            body: Iterable[ast.AST] = [node.body] if isinstance(node, ast.Lambda) else node.body
        elif isinstance(node, COMPREHENSIONS):
            self.loops = 1
            body = self._comprehension_parts(node)
        else:
            body = node.body  # type: ignore[attr-defined]
        for part in body:
            self.visit(part)
        self.scope, self.loops = outside, loops

    def _parameters(self, arguments: ast.arguments) -> None:
        assert self.scope is not None
        for argument in (
            *arguments.posonlyargs,
            *arguments.args,
            *arguments.kwonlyargs,
            arguments.vararg,
            arguments.kwarg,
        ):
            if argument is not None:
                self.scope.bind(argument.arg)
                self.scope.defined.add(argument.arg)

    @staticmethod
    def _comprehension_parts(node: ast.AST) -> list[ast.AST]:
        generators: list[ast.comprehension] = node.generators  # type: ignore[attr-defined]
        parts: list[ast.AST] = [generators[0].target, *generators[0].ifs]
        for generator in generators[1:]:
            parts += [generator.iter, generator.target, *generator.ifs]
        return parts + ([node.key, node.value] if isinstance(node, ast.DictComp) else [node.elt])  # type: ignore[attr-defined]

    def bind(self, name: str, defined: bool = False) -> None:
        assert self.scope is not None
        self.scope.bind(name, 2 if self.loops else 1)
        if defined:
            self.scope.defined.add(name)

    def visit_Name(self, node: ast.Name) -> None:
        assert self.scope is not None
        if isinstance(node.ctx, ast.Load):
            self.used[self.scope].add(node.id)
        elif isinstance(node.ctx, ast.Del):
            self.bind(node.id)
            self.bind(node.id)
        else:
            self.bind(node.id)

    def visit_NamedExpr(self, node: ast.NamedExpr) -> None:
        assert self.scope is not None
        scope = self.scope
        while self.scope.kind == "comprehension" and self.scope.parent is not None:
            self.scope = self.scope.parent
        self.bind(node.target.id)
        self.scope = scope
        self.visit(node.value)

    def visit_AugAssign(self, node: ast.AugAssign) -> None:
        if isinstance(node.target, ast.Name):
            assert self.scope is not None
            self.used[self.scope].add(node.target.id)
            self.bind(node.target.id)
        self.generic_visit(node)

    def _function(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        self.bind(node.name, defined=True)
        for part in (*node.decorator_list, *node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)):
            self.visit(part)
        self.open(node, self.scope, "function", node.name)

    visit_FunctionDef = _function
    visit_AsyncFunctionDef = _function

    def visit_Lambda(self, node: ast.Lambda) -> None:
        for part in (*node.args.defaults, *(d for d in node.args.kw_defaults if d is not None)):
            self.visit(part)
        self.open(node, self.scope, "function", "<lambda>")

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        self.bind(node.name, defined=True)
        for part in (*node.decorator_list, *node.bases, *(keyword.value for keyword in node.keywords)):
            self.visit(part)
        self.open(node, self.scope, "class", node.name)

    def _comprehension(self, node: ast.AST) -> None:
        self.visit(node.generators[0].iter)  # type: ignore[attr-defined]
        self.open(node, self.scope, "comprehension", "<comprehension>")

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    def _loop(self, node: ast.AST) -> None:
        self.loops += 1
        self.generic_visit(node)
        self.loops -= 1

    visit_For = visit_While = visit_AsyncFor = _loop

    def visit_AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self.visit(node.value)
            self.visit(node.target)
        elif isinstance(node.target, ast.Name):
            assert self.scope is not None
            self.scope.bind(node.target.id, 0)

    def visit_Global(self, node: ast.Global) -> None:
        assert self.scope is not None
        self.scope.global_names.update(node.names)

    def visit_Nonlocal(self, node: ast.Nonlocal) -> None:
        assert self.scope is not None
        self.scope.nonlocal_names.update(node.names)

    def visit_Import(self, node: ast.Import | ast.ImportFrom) -> None:
        assert self.scope is not None
        for alias in node.names:
            name = alias.asname or alias.name.partition(".")[0]
            what = (getattr(node, "module", None), alias.name if alias.asname else name)
            if self.scope.imported.get(name) != what:  # to import the same once more changes nothing
                self.scope.imported[name] = what
                self.bind(name, defined=True)

    visit_ImportFrom = visit_Import

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> None:
        if node.name is not None:
            self.bind(node.name)
            self.bind(node.name)
        self.generic_visit(node)

    def visit_MatchAs(self, node: ast.MatchAs) -> None:
        if node.name is not None:
            self.bind(node.name)
        self.generic_visit(node)

    def visit_MatchStar(self, node: ast.MatchStar) -> None:
        if node.name is not None:
            self.bind(node.name)

    def visit_MatchMapping(self, node: ast.MatchMapping) -> None:
        if node.rest is not None:
            self.bind(node.rest)
        self.generic_visit(node)
