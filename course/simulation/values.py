"""Kinds of values: which of them threads can share, and what of them a call or a look reads and changes.

These are facts about types and functions, asked of ``type(value)`` and of names, such as which methods of a list leave
it as it is.  Nothing here knows of a thread or keeps anything; what to do about an access is decided in
``accesses.py``.
"""

from __future__ import annotations

import dis
import functools
import gc
import inspect
import itertools
import operator
import types
import weakref
from collections import OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Literal

from course.simulation.touches import WHOLE

__all__ = [
    "ATOMS", "DESCRIPTORS", "FUNCTIONS", "HEAP_TYPE", "ITERATORS", "LAZY", "LIBRARY_CLASSES", "LIBRARY_MODULES",
    "LIBRARY_STATE", "MUTATORS", "OPERATORS", "ORDER", "PURE", "UNKNOWN", "Kind", "Kinds",
    "assigned", "attributes_of", "belongs_to_program", "inserts", "is_of_library",
    "item_key", "iterated", "only_reads", "owners_by_class", "owners_of",
]  # fmt: skip


class _Mark:
    def __init__(self, name: str) -> None:
        self.name = name

    def __repr__(self) -> str:
        return self.name


ORDER = _Mark("ORDER")
"""The key of the order in which a dict got its keys."""

UNKNOWN = _Mark("UNKNOWN")
"""A value that cannot be told."""

VIEWS: tuple[type, ...] = (type({}.keys()), type({}.values()), type({}.items()))
FUNCTIONS = (
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
    types.WrapperDescriptorType,
    types.MethodWrapperType,
)
DESCRIPTORS = (
    types.FunctionType,
    property,
    functools.cached_property,
    classmethod,
    staticmethod,
    types.BuiltinFunctionType,
    types.MethodDescriptorType,
)
ITERABLES: tuple[Any, ...] = (
    *([], {}, {}.values(), {}.items(), set(), deque(), bytearray()),
    *map(reversed, ([], {}, {}.values(), {}.items(), deque())),  # type: ignore[arg-type]
)
ITERATORS = tuple(type(iter(each)) for each in ITERABLES)
"""The iterators of containers."""

LAZY = (enumerate, zip, map, filter, itertools.islice)
"""The iterators over other iterators."""

ATOMS = (int, str, float, bool, bytes, type(None))

READS: dict[type, frozenset[str]] = {
    list: frozenset("index count copy __len__ __contains__ __iter__ __getitem__ __repr__ __eq__".split()),
    dict: frozenset(
        "keys values items copy most_common elements total __len__ __contains__ __iter__ __repr__ __eq__".split()
    ),
    set: frozenset(
        "union intersection difference symmetric_difference issubset issuperset isdisjoint copy "
        "__len__ __contains__ __iter__ __repr__ __eq__".split()
    ),
    deque: frozenset("index count copy __len__ __contains__ __iter__ __getitem__ __repr__ __eq__".split()),
    bytearray: frozenset(
        "index count copy find rfind decode hex startswith endswith split strip "
        "__len__ __contains__ __iter__ __getitem__".split()
    ),
}
READS[UserList] = READS[list]
READS[UserDict] = READS[dict] | {"get"}
"""The methods of the mutable containers that do not change them."""

PURE = frozenset(
    {
        len, isinstance, issubclass, min, max, sum, abs, bool, int, str, float, any, all, sorted, repr, list, tuple,
        dict, set, frozenset, range, zip, enumerate, reversed, getattr, hasattr, type, callable, round, divmod, pow,
        chr, ord, format, bytes, object, slice, map, filter,
    }
)  # fmt: skip
"""The callables without an effect: a loop that calls nothing else, and writes nothing, may be one that only waits."""

OPERATORS: dict[str, Callable[[Any, Any], Any]] = {
    "Add": operator.iadd, "Sub": operator.isub, "Mult": operator.imul, "MatMult": operator.imatmul,
    "Div": operator.itruediv, "Mod": operator.imod, "Pow": operator.ipow, "LShift": operator.ilshift,
    "RShift": operator.irshift, "BitOr": operator.ior, "BitXor": operator.ixor, "BitAnd": operator.iand,
    "FloorDiv": operator.ifloordiv,
}  # fmt: skip

HEAP_TYPE = 1 << 9
"""In a class's flags: it was made while Python ran, by a ``class`` statement for example."""

Kind = Literal["plain", "iterator", "container", "view", "object", "class", "module", "library"]

LIBRARY_MODULES = frozenset(
    {"threading", "queue", "sched", "concurrent.futures._base", "concurrent.futures.thread", "course.simulation.locks"}
)
LIBRARY_CLASSES: weakref.WeakSet[type] = weakref.WeakSet()
"""The classes of these modules in each world: a class of a program's may say of itself that it is one."""
LIBRARY_STATE = frozenset({"n_waiting", "broken", "queue", "unfinished_tasks", "_value", "_flag"})
"""What the library changes in its objects and programs look at, in objects of their own subclasses as well."""
MUTATORS = frozenset(
    "heappush heappop heapify heapreplace heappushpop insort insort_left insort_right shuffle setitem delitem "
    "iadd iconcat isub imul ior iand ixor".split()
)
OWN_MODULES = frozenset(
    {
        "course.simulation.library",
        "course.simulation.life",
        "course.simulation.locks",
        "course.simulation.clock",
        "course.simulation.machine",
        "course.simulation.operations",
        "course.simulation.program",
        "course.simulation.standins",
    }
)


def kind_of(cls: type) -> Kind:
    """How values of a class are shared."""
    if issubclass(cls, tuple(READS)):
        return "container"
    if cls in VIEWS:
        return "view"
    if issubclass(cls, types.ModuleType):
        return "module"
    if issubclass(cls, type):
        return "class"
    if cls in LIBRARY_CLASSES:
        return "library"
    if cls.__flags__ & HEAP_TYPE or cls is types.FunctionType or cls is types.SimpleNamespace:
        return "object"
    return "iterator" if hasattr(cls, "__next__") else "plain"


class Kinds(dict[type, Kind]):
    """By class: how its values are shared; found out once.  A look into it costs no call."""

    def __missing__(self, cls: type) -> Kind:
        kind = self[cls] = kind_of(cls)
        return kind

    def begin(self) -> None:
        """Forget the classes that the last execution made; those of the interpreter are the same in the next."""
        for cls in [cls for cls in self if cls.__flags__ & HEAP_TYPE]:
            del self[cls]


def belongs_to_program(function: Any) -> bool:
    """Whether a call of ``function`` runs rewritten code or a step of the library, which look after themselves."""
    cls = type(function)
    if cls is types.MethodType:
        function = function.__func__
        cls = type(function)
    if cls is types.FunctionType:
        namespace = function.__globals__
        return (
            "simulation_program_" in namespace
            or "simulation_check_" in namespace
            or namespace.get("__name__") in OWN_MODULES
        )
    if isinstance(function, type):
        return getattr(function, "__module__", "builtins") not in ("builtins", "collections", "itertools")
    return False


def only_reads(cls: type, name: str) -> bool:
    """Whether a method of a container leaves it as it is."""
    return any(name in methods for base, methods in READS.items() if issubclass(cls, base))


def item_key(owner: Any, key: Any) -> object:
    """The key under which an item is watched; WHOLE where a single one cannot be told."""
    cls = type(key)
    if cls is int and isinstance(owner, (list, deque, bytearray)):
        return key + len(owner) if key < 0 else key
    if cls in ATOMS and type(owner) not in (defaultdict, OrderedDict):
        return key
    return WHOLE


def inserts(owner: Any, key: Any) -> bool:
    """Whether to look for ``key`` in ``owner`` puts it there."""
    if not isinstance(owner, defaultdict) or owner.default_factory is None:
        return False
    return type(key) not in ATOMS or not dict.__contains__(owner, key)


def iterated(value: Any) -> Iterator[object]:
    """The containers that an iterator of the library's goes through."""
    cls = type(value)
    for part in gc.get_referents(value):
        if cls in ITERATORS:
            if isinstance(part, (list, dict, set, deque, bytearray)):
                yield part
        elif type(part) in LAZY or type(part) in ITERATORS or type(part) is tuple:
            yield from iterated(part)


def assigned(cls: type) -> Iterator[str]:
    """The names of the attributes that the methods of a class assign."""
    codes = [inspect.unwrap(value).__code__ for value in vars(cls).values() if isinstance(value, types.FunctionType)]
    while codes:
        code = codes.pop()
        codes += [value for value in code.co_consts if isinstance(value, types.CodeType)]
        yield from (each.argval for each in dis.get_instructions(code) if each.opname == "STORE_ATTR")


def is_of_library(subject: object) -> bool:
    """Whether the class of ``subject``, or one above it, is the library's."""
    return any(cls in LIBRARY_CLASSES for cls in type(subject).__mro__)


def attributes_of(subject: Any) -> Mapping[str, Any]:
    """The attributes that an object keeps in its ``__dict__``; none if it has no such thing.

    ``getattr`` would ask the program's ``__getattr__`` for it, which is not ours to call.
    """
    try:
        return type(subject).__getattribute__(subject, "__dict__")  # type: ignore[no-any-return, call-arg]
    except AttributeError:
        return {}


def owners_of(subject: Any, name: str) -> list[object]:
    """Where an attribute is looked for, up to the object that keeps it; nowhere if it is a method or the like."""
    if name in attributes_of(subject):
        return [subject]
    for cls in type(subject).__mro__:
        if name in vars(cls):
            value = vars(cls)[name]
            if isinstance(value, DESCRIPTORS):
                return []
            if isinstance(value, types.MemberDescriptorType):
                return [subject]
            return [subject, *owners_by_class(type(subject), name)]
    return [subject]


def owners_by_class(subject: type, name: str) -> list[object]:
    """The classes in which an attribute of a class is looked for, up to the one that keeps it."""
    found: list[object] = []
    for cls in subject.__mro__:
        found.append(cls)
        if name in vars(cls):
            return found
    return [subject]
