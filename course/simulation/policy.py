"""Which names a learner's source may use: the static half of the source policy.

The learner's code runs in one process with the explorer, so no name may lead from an object of the program's to one of
the explorer's.  Python's own ways there have names of their own: two underscores on both sides (``__globals__``), or
those of frames and code (``gi_frame``).  Of these, what learners write is allowed and everything else is refused, here
by the source's syntax tree, with a line and a reason; names that are made at run time (``getattr``) meet the same table
in ``guards.py``.  What is *not* decided here: which modules there are (``allowed.py``), and what is in them
(``facades.py``).
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

__all__ = ["RESERVED", "SPECIAL", "Refusal", "attribute_refusal", "is_special", "refusals"]

RESERVED = "simulation_"
"""What the names of the explorer's begin with, in rewritten source and in objects that programs have."""

METHODS = frozenset(
    """
    __new__ __init__ __del__ __repr__ __str__ __bytes__ __format__ __lt__ __le__ __eq__ __ne__ __gt__ __ge__ __hash__
    __bool__ __getattr__ __getattribute__ __setattr__ __delattr__ __dir__ __get__ __set__ __delete__ __set_name__
    __init_subclass__ __class_getitem__ __instancecheck__ __subclasscheck__ __subclasshook__ __call__ __len__
    __length_hint__ __getitem__ __setitem__ __delitem__ __missing__ __iter__ __next__ __reversed__ __contains__ __add__
    __sub__ __mul__ __matmul__ __truediv__ __floordiv__ __mod__ __divmod__ __pow__ __lshift__ __rshift__ __and__ __xor__
    __or__ __radd__ __rsub__ __rmul__ __rmatmul__ __rtruediv__ __rfloordiv__ __rmod__ __rdivmod__ __rpow__ __rlshift__
    __rrshift__ __rand__ __rxor__ __ror__ __iadd__ __isub__ __imul__ __imatmul__ __itruediv__ __ifloordiv__ __imod__
    __ipow__ __ilshift__ __irshift__ __iand__ __ixor__ __ior__ __neg__ __pos__ __abs__ __invert__ __complex__ __int__
    __float__ __index__ __round__ __trunc__ __floor__ __ceil__ __enter__ __exit__ __copy__ __deepcopy__ __replace__
    __post_init__ __fspath__
    """.split()
)
"""The methods of the data model: a class may define them, and anybody may call them."""

READ = METHODS | frozenset(
    """
    __name__ __qualname__ __doc__ __class__ __module__ __dict__ __annotations__ __mro__ __origin__ __args__
    __parameters__ __cause__ __context__ __suppress_context__ __traceback__ __notes__ __members__ __slots__
    __match_args__ __excepthook__ __stdout__ __stderr__ __abstractmethods__ __isabstractmethod__ __all__ __version__
    __author__ __type_params__ __value__ __bound__ __constraints__ __supertype__ __required_keys__ __optional_keys__
    """.split()
)
"""The attributes with two underscores on both sides that may be read."""

ASSIGNED = frozenset(
    """__name__ __qualname__ __doc__ __class__ __dict__ __cause__ __context__ __suppress_context__ __traceback__
    __notes__""".split()
)
"""Those that may be assigned."""

NAMES = METHODS | frozenset(
    """__name__ __doc__ __file__ __debug__ __class__ __annotations__ __import__ __slots__ __match_args__ __all__
    __author__ __version__ __test__""".split()
)
"""The names with two underscores on both sides."""

BOUND = METHODS | frozenset("__doc__ __slots__ __match_args__ __all__ __author__ __version__ __test__".split())
"""Those of them that a module, a class or a function may set."""

FRAMES = frozenset(
    """
    gi_frame gi_code gi_yieldfrom cr_frame cr_code cr_await cr_origin ag_frame ag_code ag_await tb_frame tb_lasti f_back
    f_builtins f_code f_globals f_locals f_lasti f_lineno f_trace f_trace_lines f_trace_opcodes f_generator co_argcount
    co_posonlyargcount co_kwonlyargcount co_nlocals co_stacksize co_flags co_code co_consts co_names co_varnames
    co_freevars co_cellvars co_filename co_name co_qualname co_firstlineno co_linetable co_lnotab co_exceptiontable
    co_lines co_positions co_branches cell_contents
    """.split()
)
"""The attributes by which one comes to frames, and to what is in code."""

INSIDES = frozenset("_evaluate _convert_ _abc_registry_clear _abc_caches_clear _dump_registry".split())
"""Undocumented methods of library classes that run text, or write into other modules."""

PICKLED = frozenset("__reduce__ __reduce_ex__ __getstate__ __setstate__ __getnewargs__ __getnewargs_ex__".split())

SPECIAL = frozenset(
    "format format_map __dict__ __annotations__ __slots__ __getattribute__ __setattr__ __delattr__".split()
)
"""The attributes that may be used, but look at attributes whose names come at run time; see ``guards.py``."""


@dataclass(frozen=True, slots=True)
class Refusal:
    """Something in the source that is refused."""

    line: int
    sentence: str


def is_special(name: str) -> bool:
    """Whether attribute ``name`` is one of :data:`SPECIAL`."""
    return name in SPECIAL


def attribute_refusal(name: str, assigned: bool = False) -> str | None:
    """Why the attribute ``name`` cannot be read, or ``assigned``; ``None`` if it can be."""
    if name.startswith(RESERVED):
        return _reserved(name)
    if name in FRAMES:
        return f"{name} cannot be used here: it leads to the frames in which the explorer works; leave it out"
    if name in INSIDES:
        return f"{name} cannot be used here: it is inside the library; use what the documentation names"
    if not _is_dunder(name):
        return None
    if name not in READ:
        return _dunder(name)
    if assigned and name not in ASSIGNED and name not in METHODS:
        return f"{name} cannot be assigned here: Python sets it itself; leave it as it is"
    return None


def refusals(tree: ast.AST) -> Iterator[Refusal]:
    """What is refused in ``tree``, in the order of its lines; of each line and sentence one."""
    found = {Refusal(line, sentence): None for line, sentence in _found(tree, 0)}
    yield from sorted(found, key=lambda refusal: refusal.line)


def _found(tree: ast.AST, line: int) -> Iterator[tuple[int, str]]:
    waiting: list[tuple[ast.AST, int]] = [(tree, line)]
    while waiting:  # not by recursion: a source may be nested deeper than Python's stack
        node, line = waiting.pop()
        line = getattr(node, "lineno", line)
        for sentence in _sentences(node):
            if sentence is not None:
                yield line, sentence
        waiting.extend((each, line) for each in ast.iter_child_nodes(node))


def _sentences(node: ast.AST) -> Iterator[str | None]:
    match node:
        case ast.Attribute(attr=name, ctx=ctx):
            yield attribute_refusal(name, assigned=not isinstance(ctx, ast.Load))
        case ast.Name(id=name, ctx=ctx):
            yield _name_refusal(name, bound=not isinstance(ctx, ast.Load))
        case ast.FunctionDef(name=name) | ast.AsyncFunctionDef(name=name) | ast.ClassDef(name=name):
            yield _name_refusal(name, bound=True)
        case ast.arg(arg=name):
            yield _name_refusal(name, bound=True)
        case ast.ExceptHandler(name=str(name)) | ast.MatchStar(name=str(name)) | ast.MatchAs(name=str(name)):
            yield _name_refusal(name, bound=True)
        case ast.MatchMapping(rest=str(name)):
            yield _name_refusal(name, bound=True)
        case ast.MatchClass(kwd_attrs=names):
            yield from map(_pattern_refusal, names)
        case ast.Global(names=names) | ast.Nonlocal(names=names):
            yield from (_name_refusal(name, bound=True) for name in names)
        case ast.ImportFrom(names=aliases):
            yield from (attribute_refusal(alias.name) for alias in aliases)
            yield from (_name_refusal(alias.asname, bound=True) for alias in aliases if alias.asname)
        case ast.Import(names=aliases):
            yield from (_name_refusal(alias.asname, bound=True) for alias in aliases if alias.asname)
        case _ if type(node).__name__ in ("TypeVar", "ParamSpec", "TypeVarTuple"):  # from Python 3.12
            yield _name_refusal(getattr(node, "name", ""), bound=True)


def _name_refusal(name: str, bound: bool) -> str | None:
    if name.startswith(RESERVED):
        return _reserved(name)
    if not _is_dunder(name) or name in (BOUND if bound else NAMES):
        return None
    if name in READ or name in NAMES:
        return f"{name} cannot be assigned here: Python sets it itself; leave it as it is"
    return _dunder(name)


def _pattern_refusal(name: str) -> str | None:
    if name in SPECIAL:
        return f"{name} cannot be matched here: a pattern compares data; look at it in the body of the case"
    return attribute_refusal(name)


def _is_dunder(name: str) -> bool:
    return len(name) > 4 and name.startswith("__") and name.endswith("__")


def _reserved(name: str) -> str:
    return f"{name} cannot be used here: names that begin with {RESERVED} are the explorer's own; take another name"


def _dunder(name: str) -> str:
    if name in PICKLED:
        return f"{name} cannot be used here: nothing is pickled in an explored program; define __copy__ or __deepcopy__"
    return f"{name} cannot be used here: it leads behind the program, into Python's own insides; leave it out"
