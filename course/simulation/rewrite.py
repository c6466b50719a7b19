"""Rewriting of a program's source, so that every look at shared data is a step.

The syntax tree is changed before it is compiled; line numbers stay.  What is rewritten, and into calls of what
(``shared.py`` says what they do):

=========================  =========================================================
``n`` (a shared variable)  ``(simulation_load(site, "n") or n)``
``n = e``                  ``n = simulation_store(site, "n", e)``
``n += e``                 a read, a step, a write
``x.a``, ``x[k]``          ``simulation_getattr(…)``, ``simulation_getitem(…)``
``x.a = e``, ``x[k] = e``  ``simulation_attr(site, x, "a").value = e``: works as any target, and in the right order
``f(e)``, ``x.m(e)``       ``simulation_call(…)``: the step comes after the arguments are evaluated
``for i in x``             ``for i in simulation_iterate(site, x)``, and a count of its turns
``while c``                a look at whether the last turn changed anything
``except E``               a check that no unwinding is swallowed
``x == y``, ``if x``, …    operands that may be containers are looked into
=========================  =========================================================

The alternative, tracing, loses events when threads are switched inside its callbacks.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, TypeVar

from course.simulation.policy import Refusal, is_special, refusals
from course.simulation.scopes import Scope, scopes

__all__ = ["Refused", "Site", "Unsupported", "rewrite"]


class Unsupported(SyntaxError):
    """The source uses something that the simulation does not have."""


class Refused(Exception):
    """The source uses something that the source policy refuses."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.sentence)
        self.line = refusal.line


@dataclass(frozen=True, slots=True)
class Site:
    """A place in the source where data is looked at."""

    module: str
    line: int


UNTOUCHED = frozenset({"super", "locals", "vars", "dir", "globals"})
"""Builtins that look at their caller's frame."""

Node = TypeVar("Node", bound=ast.AST)


def rewrite(
    source: str, module: str, sites: list[Site], late_names: Iterable[str] = (), guarded: bool = False
) -> ast.Module:
    """The rewritten syntax tree of ``source``; appends its places to ``sites``.

    ``late_names`` are the qualified names that are bound once, but so late that they count as variables.
    A ``guarded`` source is a learner's: it keeps to the source policy, see ``policy.py`` and ``guards.py``.
    Raises SyntaxError as Python does, :class:`Unsupported` for coroutines, and :class:`Refused` by the policy.
    """
    tree = ast.parse(source, module)
    refusal = next(refusals(tree), None) if guarded else None
    if refusal is not None:
        raise Refused(refusal)
    found = scopes(tree)
    rewriter = _Rewriter(module, sites, found, set(late_names), guarded)
    rewriter.visit(tree)
    return ast.fix_missing_locations(tree)


class _Rewriter(ast.NodeTransformer):
    def __init__(
        self, module: str, sites: list[Site], found: dict[ast.AST, Scope], late: set[str], guarded: bool
    ) -> None:
        self.module = module
        self.guarded = guarded
        self.sites = sites
        self.found = found
        self.late = late
        self.scope: Scope = next(iter(found.values()))
        self.classes: list[str] = []
        self.temporaries = 0
        self.whiles = 0
        """How many ``while`` loops of the present function are around."""
        self.framed = {scope for scope in found.values() if self._has_cells(scope)}

    # --- helpers ---------------------------------------------------------------------

    def _site(self, node: ast.AST, count: int = 1) -> ast.Constant:
        first = len(self.sites)
        self.sites.extend([Site(self.module, getattr(node, "lineno", 0))] * count)
        return ast.Constant(first)

    def _call(self, node: ast.AST, function: str, *arguments: ast.expr) -> ast.Call:
        return _at(node, ast.Call(_at(node, ast.Name(f"simulation_{function}", ast.Load())), list(arguments), []))

    def _statement(self, node: ast.AST, function: str, *arguments: ast.expr) -> ast.Expr:
        return _at(node, ast.Expr(self._call(node, function, *arguments)))

    def _mangled(self, name: str) -> str:
        if name.startswith("__") and not name.endswith("__") and self.classes:
            owner = self.classes[-1].lstrip("_")
            return f"_{owner}{name}" if owner else name
        return name

    def _is_variable(self, owner: Scope, name: str) -> bool:
        return owner.bindings.get(name, 0) > 1 or _qualified(owner, name) in self.late

    def _has_cells(self, scope: Scope) -> bool:
        return scope.kind == "function" and any(self._is_variable(scope, name) for name in scope.captured)

    def _shared(self, name: str) -> Scope | None:
        """The owner of ``name`` if it is a variable that threads could share."""
        owner = self.scope.owner(name)
        if owner is None or owner.kind in ("class", "comprehension") or not self._is_variable(owner, name):
            return None
        if owner.kind == "function" and name not in owner.captured:
            return None
        return owner

    def _load(self, node: ast.Name) -> ast.expr:
        owner = self._shared(node.id)
        if owner is None:
            return node
        if owner.kind == "module":
            step = self._call(node, "load", self._site(node), ast.Constant(node.id))
        else:
            step = self._call(node, "cell_load", self._site(node), _frame(node, owner), ast.Constant(node.id))
        return _at(node, ast.BoolOp(ast.Or(), [step, node]))

    def _stored(self, node: ast.AST, name: str, value: ast.expr) -> ast.expr:
        """``value`` on its way into the variable ``name``."""
        owner = self._shared(name)
        if owner is not None:
            if owner.kind == "module":
                return self._call(node, "store", self._site(node), ast.Constant(name), value)
            return self._call(node, "cell_store", self._site(node), _frame(node, owner), ast.Constant(name), value)
        owner = self.scope.owner(name)
        if owner is not None and (owner.kind == "module" or (owner.kind == "function" and name in owner.captured)):
            return self._call(node, "bound", ast.Constant(_qualified(owner, name)), value)
        return value

    def _looked_into(self, node: ast.expr) -> ast.expr:
        """``node``, visited, with a look into what it gives if that may be a container."""
        may_be_container = isinstance(
            node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.IfExp, ast.NamedExpr)
        )
        visited = self.visit(node)
        return self._call(node, "read", self._site(node), visited) if may_be_container else visited

    def _temporary(self) -> str:
        self.temporaries += 1
        return f"simulation_{self.temporaries}_"

    # --- scopes ----------------------------------------------------------------------

    def _body(self, statements: list[ast.stmt]) -> list[ast.stmt]:
        result: list[ast.stmt] = []
        for statement in statements:
            visited = self.visit(statement)
            if isinstance(visited, list):
                result.extend(visited)
            elif visited is not None:
                result.append(visited)
        return result

    def visit_Module(self, node: ast.Module) -> ast.AST:
        node.body = self._body(node.body)
        return node

    def _function(self, node: ast.FunctionDef) -> ast.AST:
        node.decorator_list = [self.visit(decorator) for decorator in node.decorator_list]
        self._defaults(node.args)
        outside, self.scope = self.scope, self.found[node]
        whiles, self.whiles = self.whiles, 0
        body = self._body(node.body)
        self.whiles = whiles
        if self.scope in self.framed:
            start = 1 if ast.get_docstring(node, clean=False) is not None else 0
            target = _at(node.body[0], ast.Name(_frame_name(self.scope), ast.Store()))
            body.insert(start, _at(node.body[0], ast.Assign([target], self._call(node.body[0], "frame"))))
        node.body = body
        self.scope = outside
        return node

    visit_FunctionDef = _function

    def _defaults(self, arguments: ast.arguments) -> None:
        arguments.defaults = [self.visit(default) for default in arguments.defaults]
        arguments.kw_defaults = [None if default is None else self.visit(default) for default in arguments.kw_defaults]

    def visit_Lambda(self, node: ast.Lambda) -> ast.AST:
        self._defaults(node.args)
        outside, self.scope = self.scope, self.found[node]
        node.body = self.visit(node.body)
        self.scope = outside
        return node

    def visit_ClassDef(self, node: ast.ClassDef) -> ast.AST:
        node.decorator_list = [self.visit(decorator) for decorator in node.decorator_list]
        node.bases = [self.visit(base) for base in node.bases]
        for keyword in node.keywords:
            keyword.value = self.visit(keyword.value)
        outside, self.scope = self.scope, self.found[node]
        self.classes.append(node.name)
        node.body = self._body(node.body)
        self.classes.pop()
        self.scope = outside
        return node

    def _comprehension(self, node: Any) -> ast.AST:
        first = node.generators[0]
        first.iter = self._call(first.iter, "iterate", self._site(first.iter), self.visit(first.iter))
        outside, self.scope = self.scope, self.found[node]
        for generator in node.generators[1:]:
            generator.iter = self._call(
                generator.iter, "iterate", self._site(generator.iter), self.visit(generator.iter)
            )
        for generator in node.generators:
            if generator.is_async:
                raise _unsupported(node, "an asynchronous comprehension", self.module)
            generator.target = self.visit(generator.target)
            generator.ifs = [self._looked_into(test) for test in generator.ifs]
        if isinstance(node, ast.DictComp):
            node.key, node.value = self.visit(node.key), self.visit(node.value)
        else:
            node.elt = self.visit(node.elt)
        self.scope = outside
        return node  # type: ignore[no-any-return]

    visit_ListComp = visit_SetComp = visit_DictComp = visit_GeneratorExp = _comprehension

    # --- names -----------------------------------------------------------------------

    def visit_Name(self, node: ast.Name) -> ast.AST:
        return self._load(node) if isinstance(node.ctx, ast.Load) else node

    def visit_NamedExpr(self, node: ast.NamedExpr) -> ast.AST:
        node.value = self._stored(node, node.target.id, self.visit(node.value))
        return node

    # --- attributes and items ----------------------------------------------------------

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        subject = self.visit(node.value)
        name = ast.Constant(self._mangled(node.attr))
        if isinstance(node.ctx, ast.Load):
            function = "special_attribute" if self.guarded and is_special(node.attr) else "getattr"
            return self._call(node, function, self._site(node), subject, name)
        place = self._call(node, "attr", self._site(node, 2), subject, name)
        return _at(node, ast.Attribute(place, "value", node.ctx))

    def visit_Subscript(self, node: ast.Subscript) -> ast.AST:
        owner, key = self.visit(node.value), self.visit(node.slice)
        if isinstance(node.ctx, ast.Load):
            return self._call(node, "getitem", self._site(node), owner, _key(key))
        place = self._call(node, "item", self._site(node, 2), owner, _key(key))
        return _at(node, ast.Attribute(place, "value", node.ctx))

    # --- statements that store -----------------------------------------------------------

    def _is_simple(self, target: ast.expr) -> bool:
        """Whether a target can be stored into as it stands, once rewritten."""
        return not any(
            isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and self._needs_store(part.id)
            for part in ast.walk(target)
        )

    def _needs_store(self, name: str) -> bool:
        owner = self.scope.owner(name)
        return owner is not None and (owner.kind == "module" or (owner.kind == "function" and name in owner.captured))

    def _assignments(self, node: ast.AST, target: ast.expr, value: ast.expr) -> list[ast.stmt]:
        """``target = value``, a statement for each name that needs a step of its own; ``value`` is visited already."""
        if isinstance(target, ast.Name):
            value = self._stored(node, target.id, value)
            return [_at(node, ast.Assign([target], value))]
        if self._is_simple(target):
            return [_at(node, ast.Assign([self.visit(target)], value))]
        if isinstance(target, ast.Starred):
            return self._assignments(node, target.value, value)
        assert isinstance(target, (ast.Tuple, ast.List))
        # (a, *b) = value   becomes   (t1, *t2) = value; a = t1; b = t2
        names = [self._temporary() for _ in target.elts]
        parts: list[ast.expr] = [
            _at(part, ast.Starred(_at(part, ast.Name(name, ast.Store())), ast.Store()))
            if isinstance(part, ast.Starred)
            else _at(part, ast.Name(name, ast.Store()))
            for part, name in zip(target.elts, names, strict=True)
        ]
        result: list[ast.stmt] = [_at(node, ast.Assign([_at(target, ast.Tuple(parts, ast.Store()))], value))]
        for part, name in zip(target.elts, names, strict=True):
            result += self._assignments(part, part, _at(part, ast.Name(name, ast.Load())))
        return result

    def visit_Assign(self, node: ast.Assign) -> Any:
        unpacks = any(isinstance(target, (ast.Tuple, ast.List)) for target in node.targets)
        value = self._looked_into(node.value) if unpacks else self.visit(node.value)
        if len(node.targets) == 1:
            return self._assignments(node, node.targets[0], value)
        if all(self._is_simple(target) for target in node.targets):
            node.targets = [self.visit(target) for target in node.targets]
            node.value = value
            return node
        name = self._temporary()
        result: list[ast.stmt] = [_at(node, ast.Assign([_at(node, ast.Name(name, ast.Store()))], value))]
        for target in node.targets:
            result += self._assignments(node, target, _at(node, ast.Name(name, ast.Load())))
        return result

    def visit_AnnAssign(self, node: ast.AnnAssign) -> Any:
        if node.value is None:
            return node if isinstance(node.target, ast.Name) else None
        value = self.visit(node.value)
        if isinstance(node.target, ast.Name):
            node.value = self._stored(node, node.target.id, value)
            return node
        return self._assignments(node, node.target, value)

    def visit_AugAssign(self, node: ast.AugAssign) -> Any:
        operator = ast.Constant(type(node.op).__name__)
        target = node.target
        if isinstance(target, ast.Name):
            left = self._load(_at(target, ast.Name(target.id, ast.Load())))
            changed = self._call(node, "inplace", self._site(node), operator, left, self.visit(node.value))
            return self._assignments(node, target, changed)
        if isinstance(target, ast.Attribute):
            place = self._call(
                node, "attr", self._site(target, 2), self.visit(target.value), ast.Constant(self._mangled(target.attr))
            )
        else:
            assert isinstance(target, ast.Subscript)
            place = self._call(
                node, "item", self._site(target, 2), self.visit(target.value), _key(self.visit(target.slice))
            )
        name = self._temporary()
        keep = _at(node, ast.Assign([_at(node, ast.Name(name, ast.Store()))], place))
        old = _at(node, ast.Attribute(_at(node, ast.Name(name, ast.Load())), "value", ast.Load()))
        new = _at(node, ast.Attribute(_at(node, ast.Name(name, ast.Load())), "value", ast.Store()))
        changed = self._call(node, "inplace", self._site(node), operator, old, self.visit(node.value))
        return [keep, _at(node, ast.Assign([new], changed))]

    def visit_Delete(self, node: ast.Delete) -> Any:
        before: list[ast.stmt] = [
            _at(node, ast.Expr(self._stored(node, target.id, ast.Constant(None))))
            for target in node.targets
            if isinstance(target, ast.Name) and self._shared(target.id) is not None
        ]
        node.targets = [target if isinstance(target, ast.Name) else self.visit(target) for target in node.targets]
        return [*before, node]

    def visit_With(self, node: ast.With) -> Any:
        first: list[ast.stmt] = []
        for item in node.items:
            item.context_expr = self.visit(item.context_expr)
            if item.optional_vars is None:
                continue
            if self._is_simple(item.optional_vars):
                item.optional_vars = self.visit(item.optional_vars)
            else:
                name = self._temporary()
                target, item.optional_vars = item.optional_vars, _at(node, ast.Name(name, ast.Store()))
                first += self._assignments(node, target, _at(node, ast.Name(name, ast.Load())))
        node.body = first + self._body(node.body)
        return node

    # --- loops and branches ------------------------------------------------------------

    def visit_For(self, node: ast.For) -> Any:
        node.iter = self._call(node.iter, "iterate", self._site(node.iter), self.visit(node.iter))
        first: list[ast.stmt] = [self._statement(node, "tick", self._site(node))]
        if self._is_simple(node.target):
            node.target = self.visit(node.target)
        else:
            name = self._temporary()
            target, node.target = node.target, _at(node, ast.Name(name, ast.Store()))
            first += self._assignments(node, target, _at(node, ast.Name(name, ast.Load())))
        node.body = first + self._body(node.body)
        node.orelse = self._body(node.orelse)
        return node

    def visit_While(self, node: ast.While) -> Any:
        node.test = self._looked_into(node.test)
        variables: ast.expr = ast.Constant(None) if self.scope.kind == "module" else self._call(node, "locals")
        site = self._site(node)
        awaits = [_at(node, ast.Constant(True))] if _only_waits(node) else []
        self.whiles += 1
        node.body = [self._statement(node, "turn", site, variables, *awaits), *self._body(node.body)]
        self.whiles -= 1
        node.orelse = self._body(node.orelse)
        return [self._statement(node, "enter", ast.Constant(site.value)), node]

    def visit_If(self, node: ast.If) -> Any:
        node.test = self._looked_into(node.test)
        node.body = self._body(node.body)
        node.orelse = self._body(node.orelse)
        return node

    def visit_IfExp(self, node: ast.IfExp) -> Any:
        node.test = self._looked_into(node.test)
        node.body = self.visit(node.body)
        node.orelse = self.visit(node.orelse)
        return node

    def visit_Assert(self, node: ast.Assert) -> Any:
        node.test = self._looked_into(node.test)
        if node.msg is not None:
            node.msg = self.visit(node.msg)
        return node

    def visit_Match(self, node: ast.Match) -> Any:
        by_class = any(isinstance(part, ast.MatchClass) for case in node.cases for part in ast.walk(case.pattern))
        if by_class:  # the patterns look at attributes
            node.subject = self._call(node.subject, "matched", self._site(node.subject), self.visit(node.subject))
        else:
            node.subject = self._looked_into(node.subject)
        for case in node.cases:
            if case.guard is not None:
                case.guard = self._looked_into(case.guard)
            case.body = self._body(case.body)
        if self.guarded:
            node.cases = [each for case in node.cases for each in (*self._patterns(case), case)]
        return node

    def _patterns(self, case: ast.match_case) -> list[ast.match_case]:
        """A case before ``case`` that never matches, and looks at the classes whose patterns are positional.

        Which attributes these look at is known only then; the classes stay what they are, in names of ours.
        """
        looks: list[ast.expr] = []
        for part in ast.walk(case.pattern):
            if isinstance(part, ast.MatchClass) and part.patterns:
                name = self._temporary()
                kept = _at(part.cls, ast.NamedExpr(_at(part.cls, ast.Name(name, ast.Store())), part.cls))
                looks.append(self._call(part.cls, "pattern", kept))
                part.cls = _at(part.cls, ast.Name(name, ast.Load()))
        if not looks:
            return []
        look = looks[0] if len(looks) == 1 else _at(case.pattern, ast.BoolOp(ast.Or(), looks))
        return [ast.match_case(_at(case.pattern, ast.MatchAs(None, None)), look, [_at(case.pattern, ast.Pass())])]

    def visit_Try(self, node: Any) -> Any:
        node.body = self._body(node.body)
        for handler in node.handlers:
            if handler.type is not None:
                handler.type = self.visit(handler.type)
            handler.body = [self._statement(handler, "check"), *self._body(handler.body)]
        node.orelse = self._body(node.orelse)
        node.finalbody = self._body(node.finalbody)
        return node

    visit_TryStar = visit_Try

    # --- expressions that look into their operands ---------------------------------------

    def visit_Compare(self, node: ast.Compare) -> Any:
        identity = all(isinstance(operator, (ast.Is, ast.IsNot)) for operator in node.ops)
        look = self.visit if identity else self._looked_into
        node.left = look(node.left)
        node.comparators = [look(part) for part in node.comparators]
        return node

    def visit_BoolOp(self, node: ast.BoolOp) -> Any:
        node.values = [self._looked_into(value) for value in node.values]
        return node

    def visit_BinOp(self, node: ast.BinOp) -> Any:
        node.left, node.right = self._looked_into(node.left), self._looked_into(node.right)
        return node

    def visit_UnaryOp(self, node: ast.UnaryOp) -> Any:
        node.operand = self._looked_into(node.operand)
        return node

    def visit_FormattedValue(self, node: ast.FormattedValue) -> Any:
        node.value = self._looked_into(node.value)
        if node.format_spec is not None:
            node.format_spec = self.visit(node.format_spec)
        return node

    def visit_Starred(self, node: ast.Starred) -> Any:
        node.value = self._looked_into(node.value) if isinstance(node.ctx, ast.Load) else self.visit(node.value)
        return node

    def visit_Yield(self, node: ast.Yield) -> Any:
        if node.value is not None:
            node.value = self.visit(node.value)
        return self._call(node, "yielded", node) if self.whiles else node

    def visit_YieldFrom(self, node: ast.YieldFrom) -> Any:
        node.value = self._call(node, "iterate", self._site(node), self.visit(node.value))
        return self._call(node, "yielded", node) if self.whiles else node

    def visit_Dict(self, node: ast.Dict) -> Any:
        values = [
            self._looked_into(value) if key is None else self.visit(value)
            for key, value in zip(node.keys, node.values, strict=True)
        ]
        node.keys = [None if key is None else self.visit(key) for key in node.keys]
        node.values = values
        return node

    def visit_Call(self, node: ast.Call) -> Any:
        arguments = [self.visit(argument) for argument in node.args]
        keywords = [_at(keyword.value, ast.keyword(keyword.arg, self._keyword(keyword))) for keyword in node.keywords]
        function = node.func
        if isinstance(function, ast.Attribute):
            name = ast.Constant(self._mangled(function.attr))
            how = "special_call" if self.guarded and is_special(function.attr) else "call_method"
            call = self._call(node, how, self._site(node), self.visit(function.value), name, *arguments)
        elif isinstance(function, ast.Name) and self._is_of_names(function.id, node):
            # what the frame has, without what is the explorer's
            real = "globals" if function.id == "globals" else "locals"
            return self._call(node, "own", ast.Constant(function.id), self._call(node, real))
        elif isinstance(function, ast.Name) and (self._is_untouched(function.id, node) or self._is_own(function.id)):
            node.args, node.keywords = arguments, keywords
            return node
        else:
            call = self._call(node, "call", self._site(node), self.visit(function), *arguments)
        call.keywords = keywords
        return call

    def _is_of_names(self, name: str, node: ast.Call) -> bool:
        """Whether a call asks for the names of the place where it stands."""
        return (
            self.guarded
            and name in ("globals", "locals", "vars", "dir")
            and not (node.args or node.keywords)
            and self.scope.owner(name) is None
        )

    @staticmethod
    def _is_untouched(name: str, node: ast.Call) -> bool:
        return name in UNTOUCHED and not (name in ("vars", "dir") and node.args)

    def _keyword(self, keyword: ast.keyword) -> ast.expr:
        """The value of a keyword argument; ``**table`` looks into ``table``."""
        return self._looked_into(keyword.value) if keyword.arg is None else self.visit(keyword.value)

    def _is_own(self, name: str) -> bool:
        """Whether ``name`` is a function or class of this module, bound once: what it does is rewritten itself."""
        owner = self.scope.owner(name)
        if owner is None or name not in owner.defined or self._is_variable(owner, name):
            return False
        return any(
            isinstance(node, (ast.FunctionDef, ast.ClassDef)) and node.name == name and scope.parent is owner
            for node, scope in self.found.items()
        )

    # --- what stays as it is, and what is not there --------------------------------------

    def visit_arg(self, node: ast.arg) -> ast.AST:
        return node

    def _unsupported(self, node: ast.AST) -> ast.AST:
        raise _unsupported(node, {"AsyncFunctionDef": "async def"}.get(type(node).__name__, "await"), self.module)

    visit_AsyncFunctionDef = visit_Await = visit_AsyncFor = visit_AsyncWith = _unsupported


def _only_waits(node: ast.While) -> bool:
    """Whether a turn of the loop is nothing but ``something.wait()``."""
    match node.body:
        case [ast.Expr(ast.Call(ast.Attribute(subject, "wait"), [], []))]:
            while isinstance(subject, ast.Attribute):
                subject = subject.value
            return isinstance(subject, ast.Name) and not any(
                isinstance(part, ast.NamedExpr) for part in ast.walk(node.test)
            )
    return False


def _unsupported(node: ast.AST, what: str, module: str) -> Unsupported:
    line = getattr(node, "lineno", 0)
    error = Unsupported(
        f"{what} cannot be explored: only threads are simulated, no event loop; use def and threading.Thread"
    )
    error.filename, error.lineno = module, line
    return error


def _at(place: ast.AST, node: Node) -> Node:
    """``node`` with the position of ``place``."""
    return ast.copy_location(node, place)


def _qualified(owner: Scope, name: str) -> str:
    return f"{owner.qualified_name}.{name}" if owner.qualified_name else name


def _frame_name(owner: Scope) -> str:
    return f"simulation_frame_{owner.number}_"


def _frame(node: ast.AST, owner: Scope) -> ast.Name:
    return _at(node, ast.Name(_frame_name(owner), ast.Load()))


def _key(key: ast.expr) -> ast.expr:
    """A subscript's key as an argument: ``1:2`` becomes ``slice(1, 2, None)``."""
    if isinstance(key, ast.Slice):
        parts = [part if part is not None else ast.Constant(None) for part in (key.lower, key.upper, key.step)]
        return _at(key, ast.Call(_at(key, ast.Name("simulation_slice", ast.Load())), parts, []))
    if isinstance(key, ast.Tuple):
        key.elts = [_key(part) for part in key.elts]
    return key
