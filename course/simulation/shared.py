"""What rewritten code calls: shared data, and the turns of its loops.

Every read and write of data that threads could share is a source-level step.  But a choice *before* it is
needed only where another thread could notice when it comes.  So the search begins with choices at the
operations of ``threading`` and its kin alone, and watches: the accesses that a thread made since its last choice
(its open *segment*) could as well come later, up to its next choice.  If another thread meanwhile
touches the same data, and one of the two writes, the order of these two was not explored: both places in the source are
*flagged*, and the search begins anew with a choice before each flagged place.  When a search ends without a
new flag, its schedules stand for all schedules, since every other one differs only in the order of accesses
that nobody can tell apart.  (The argument is that of CHESS: Musuvathi et al., OSDI 2008, with the race detection
reduced to what a search that goes through all orders of choices needs.)

Data is named by its owner and a key: a module and a name, an object and an attribute, a container and an item,
or a container and WHOLE.
"""

from __future__ import annotations

import dis
import functools
import gc
import inspect
import itertools
import operator
import types
from collections import OrderedDict, UserDict, UserList, defaultdict, deque
from collections.abc import Callable, Iterator
from typing import Any, Literal

from course.simulation.carrier import Unwind
from course.simulation.steps import state_of
from course.simulation.touches import WHOLE, Head, Touch
from course.simulation.world import World

__all__ = ["WHOLE", "Shared"]


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

Kind = Literal["plain", "iterator", "container", "view", "object", "class", "module", "library"]


class Shared:
    """The accesses of one world; its methods are the names that rewritten code calls."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.flag = self.flag
        self.flagged: set[int] = set()
        """The places in the source before which there is a choice."""
        self.fresh: set[int] = set()
        """Places that turned out to need a choice since the search began."""
        self.late_names: set[tuple[str, str]] = set()
        """Names bound once, but after a thread had started: they must be treated as variables."""
        self.program_modules: frozenset[str] = frozenset()
        """The names of the program's own modules."""
        self.changeable: set[tuple[int, str]] = set()
        """What programs may assign in modules that are not theirs, as (identity of the module, name)."""
        self._kinds: dict[type, Kind] = {}
        self._library_names: dict[type, frozenset[str]] = {}

    def begin(self) -> None:
        """Get ready for an execution."""
        self._kinds.clear()

    # --- accesses --------------------------------------------------------------------

    def access(
        self,
        site: int,
        owner: object,
        key: object,
        write: bool,
        value: object = UNKNOWN,
        also: tuple[tuple[object, object], ...] = (),
        deep: Head = (),
    ) -> None:
        """The running thread is about to read or write ``key`` of ``owner`` at ``site``.

        ``also`` are further pairs of an owner and a key that the same step reads or writes; ``deep`` is what else it
        looks into.
        """
        world = self.world
        me = world.running
        needed = site in self.flagged
        touched = ((owner, key), *also) if also else ((owner, key),)
        operation = "write" if write else "read"
        if needed:
            head = (*[(world.number(each), part, write) for each, part in touched], *deep)
            world.minor_point(operation, (owner, key), True, head=head)
        else:
            world.minor_point(operation, (owner, key), False)
            if me.loops:
                me.looked += [(world.number(each), part) for each, part in touched]
        if not write:
            me.looks += 1
        if len(world.threads) == 1 and world.recorder is None:
            # alone: nobody to share with, and the start of another thread begins a new segment
            if write:
                world.changed(owner, key)
            return
        for each, part in touched:
            number = world.number(each)
            for other in world.threads:
                if number in other.segment and other is not me and other.index not in me.over:
                    self._compare(site, other.segment[number], part, write)
            if not needed:
                sites = me.segment.setdefault(number, {}).setdefault(part, {})
                sites[site] = sites.get(site, False) or write
        if world.recorder is not None:
            world.recorder.access(me, site, owner, key, write, value)
        if write:
            world.changed(owner, key)
            for each, part in also:
                world.stir(each, part)

    def _compare(self, site: int | None, accesses: dict[object, Any], key: object, write: bool) -> None:
        """Flag ``site`` and those of another thread's open accesses whose order with it matters."""
        keys = list(accesses) if key is WHOLE else [key, WHOLE]
        for each in keys:
            for other_site, other_write in accesses.get(each, {}).items():
                if write or other_write:
                    if site is not None:
                        self.flag(site)
                    self.flag(other_site)

    def flag(self, site: int) -> None:
        """From the next search on, there is a choice before ``site``."""
        if site not in self.flagged:
            self.fresh.add(site)

    # --- kinds of values -------------------------------------------------------------

    def kind(self, cls: type) -> Kind:
        """How values of a class are shared."""
        kind = self._kinds.get(cls)
        if kind is None:
            kind = self._kinds[cls] = self._classify(cls)
        return kind

    def _classify(self, cls: type) -> Kind:
        if issubclass(cls, tuple(READS)):
            return "container"
        if cls in VIEWS:
            return "view"
        if issubclass(cls, types.ModuleType):
            return "module"
        if issubclass(cls, type):
            return "class"
        if getattr(cls, "__module__", "") in LIBRARY_MODULES:
            return "library"
        if cls.__flags__ & (1 << 9) or cls is types.FunctionType or cls is types.SimpleNamespace:  # a heap type
            return "object"
        return "iterator" if hasattr(cls, "__next__") else "plain"

    # --- containers ------------------------------------------------------------------

    def read(self, site: int, value: Any) -> Any:
        """``value`` is looked into: all of it, if it is a container."""
        kind = self.kind(type(value))
        if kind == "container":
            self.access(site, value, WHOLE, False)
        elif kind == "view":
            self.access(site, gc.get_referents(value)[0], WHOLE, False)
        elif kind == "iterator":
            self.world.running.effects += 1  # as in ``iterate``
        return value

    def iterate(self, site: int, value: Any) -> Any:
        """What a ``for`` goes through: each step of it looks into a container anew."""
        cls = type(value)
        kind = self.kind(cls)
        if kind == "container":
            return self._each(site, value, value)
        if kind == "view":
            return self._each(site, value, gc.get_referents(value)[0])
        if cls not in (range, tuple, str, bytes, frozenset):
            self.world.running.effects += 1  # an iterator moves on, wherever its state is kept
            if cls in LAZY or cls in ITERATORS:
                owners = list(_iterated(value))
                if owners:
                    return self._each(site, value, *owners)
        return value

    def _each(self, site: int, value: Any, *owners: object) -> Iterator[Any]:
        for owner in owners:
            self.access(site, owner, WHOLE, False)
        for item in value:
            yield item
            for owner in owners:
                self.access(site, owner, WHOLE, False)

    def yielded(self, value: Any) -> Any:
        """What a ``yield`` in a loop gave: a generator that goes on has done something, it gave an item."""
        self.world.running.effects += 1
        return value

    def matched(self, site: int, value: Any) -> Any:
        """``value`` is matched with patterns that look at attributes."""
        self.read(site, value)
        self.look_at_all(site, value)
        return value

    def look_at_all(self, site: int, value: Any) -> None:
        """Code that is not rewritten looks at the attributes of ``value``, if it is an object of the program's."""
        cls = type(value)
        if self.kind(cls) == "object" and cls.__module__ in self.program_modules:
            self.access(site, value, WHOLE, False)

    def result(self, site: int, value: Any) -> Any:
        """What the entry of the program returned."""
        deep = self.inside(value) if site in self.flagged else ()
        if self.kind(type(value)) == "container":
            self.access(site, value, WHOLE, False, deep=deep)
        else:
            self.read(site, value)
        if isinstance(value, tuple) and any(self.kind(type(part)) == "container" for part in value):
            self.world.minor_point("read", None, site in self.flagged, head=deep)
        self.look_deep(site, value)
        return value

    def inside(self, *values: Any) -> Head:
        """All containers in ``values``, as what a step looks into."""
        return tuple([(self.world.number(part), WHOLE, False) for part in self._parts(*values)])

    def look_deep(self, site: int | None, value: Any) -> None:
        """``value`` is looked into as a part of the step that is being made, with all containers in it."""
        me = self.world.running
        announced = site is None or site in self.flagged
        for part in self._parts(value):
            number = self.world.number(part)
            self.look_at(part, WHOLE, site)
            if site is not None and not announced:
                me.segment.setdefault(number, {}).setdefault(WHOLE, {}).setdefault(site, False)
        if announced:
            self.world.touches(self.inside(value))

    def look_at(self, owner: object, key: object, site: int | None = None) -> None:
        """The step that is being made reads ``key`` of ``owner``: might another thread as well write it later?"""
        number = self.world.number(owner)
        me = self.world.running
        for other in self.world.threads:
            if number in other.segment and other is not me and other.index not in me.over:
                self._compare(site, other.segment[number], key, False)

    def _parts(self, *values: Any) -> Iterator[Any]:
        """The containers in ``values``."""
        seen: set[int] = set()
        rest = [value for value in values if type(value) not in ATOMS]
        while rest and len(seen) < DEEPEST_LOOK:
            part = rest.pop()
            if id(part) in seen:
                continue
            seen.add(id(part))
            kind = self.kind(type(part))
            if kind == "view":
                rest.append(gc.get_referents(part)[0])
            elif kind == "container" or isinstance(part, (tuple, frozenset)):
                if kind == "container":
                    yield part
                if not isinstance(part, bytearray):
                    rest.extend(part.values() if isinstance(part, dict) else part)

    def getitem(self, site: int, owner: Any, key: Any) -> Any:
        """``owner[key]``."""
        if self.kind(type(owner)) == "container":
            self.access(site, owner, _item_key(owner, key), _inserts(owner, key))
        return owner[key]

    def item(self, site: int, owner: Any, key: Any) -> Item:
        """``owner[key]`` as the target of an assignment."""
        return Item(self, site, owner, key)

    def inplace(self, site: int, name: str, left: Any, right: Any) -> Any:
        """``left += right`` and its kin."""
        if self.kind(type(right)) in ("container", "view"):
            self.read(site, right)
        if self.kind(type(left)) == "container":
            self.access(site, left, WHOLE, True)
        return OPERATORS[name](left, right)

    # --- calls -----------------------------------------------------------------------

    def call(self, site: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """``function(*args, **kwargs)``."""
        self._about_to_call(site, function, args, kwargs)
        return function(*args, **kwargs)

    def call_method(self, site: int, subject: Any, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """``subject.name(*args, **kwargs)``."""
        cls = type(subject)
        kind = self.kind(cls)
        if kind == "container":
            function = getattr(subject, name)
            if type(function) is types.BuiltinFunctionType:
                self._read_arguments(site, args, kwargs)
                if name == "get" and isinstance(subject, dict) and args:
                    self.access(site, subject, _item_key(subject, args[0]), False)
                else:
                    self.access(site, subject, WHOLE, not _only_reads(cls, name))
            elif not _belongs_to_program(function):  # a method written in Python, such as Counter.update
                self._read_arguments(site, args, kwargs)
                self.access(site, subject, WHOLE, not _only_reads(cls, name))
            return function(*args, **kwargs)
        if kind == "view":
            self.read(site, subject)
        elif name in getattr(subject, "__dict__", ()) and (
            kind == "object" or (kind == "library" and self._is_added(cls, name))
        ):
            self.access(site, subject, name, False)
        function = getattr(subject, name)
        if cls is not str:
            self._about_to_call(site, function, args, kwargs)
        else:
            self._read_arguments(site, args, kwargs)
        return function(*args, **kwargs)

    def callback(self, site: int, function: Any) -> Any:
        """``function``, to be called by the library: with its looks into its arguments."""
        if function is None or _belongs_to_program(function) or isinstance(function, Method):
            return function
        return functools.partial(self.call, site, function)

    def _about_to_call(self, site: int, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        if _belongs_to_program(function):
            return
        self._read_arguments(site, args, kwargs, write=getattr(function, "__name__", "") in MUTATORS)
        if isinstance(function, FUNCTIONS):
            self._about_to_call_builtin(site, function, args)
        elif args and (type(function) is operator.attrgetter or getattr(function, "__module__", "") in LOOKERS):
            self.look_at_all(site, args[0])
        try:
            pure = function in PURE
        except TypeError:
            pure = False
        if not pure and isinstance(function, FUNCTIONS):
            self.world.changed()  # it may have changed something that we cannot see

    def _about_to_call_builtin(self, site: int, function: Any, args: tuple[Any, ...]) -> None:
        """A function written in C that looks at an attribute, or is a container's method by another way."""
        name = function.__name__
        if function is vars and args:
            self.look_at_all(site, args[0])
            return
        subject = getattr(function, "__self__", None)
        if isinstance(function, (types.MethodDescriptorType, types.WrapperDescriptorType)) or (
            isinstance(subject, types.ModuleType) and name in ATTRIBUTE_FUNCTIONS
        ):  # list.append(items, item), setattr(box, "value", 1)
            if not args:
                return
            subject, args = args[0], args[1:]
        attribute = args[0] if args and isinstance(args[0], str) else None
        if name in ("setattr", "delattr", "__setattr__", "__delattr__"):
            owner = self.store_owner(subject, attribute) if attribute is not None else None
            if owner is not None:
                self.access(site, owner, attribute, True)
        elif name in ("getattr", "hasattr", "__getattribute__"):
            if attribute is not None:
                self._look_at_attribute(site, subject, attribute)
        elif self.kind(type(subject)) == "container":
            self.access(site, subject, WHOLE, not _only_reads(type(subject), name))

    def _read_arguments(self, site: int, args: tuple[Any, ...], kwargs: dict[str, Any], write: bool = False) -> None:
        for value in (*args, *kwargs.values()) if kwargs else args:
            kind = self.kind(type(value))
            if kind == "container":
                self.access(site, value, WHOLE, write)
            elif kind in ("view", "iterator"):
                self.read(site, value)

    # --- attributes ------------------------------------------------------------------

    def getattr(self, site: int, subject: Any, name: str) -> Any:
        """``subject.name``."""
        if self.kind(type(subject)) == "container":
            if type(subject).__flags__ & (1 << 9):  # a class of its own, with attributes of its own
                owners = _owners(subject, name)
                if owners:
                    self._access_first(site, owners, name)
                    return getattr(subject, name)
            method = getattr(subject, name)
            # Whoever calls it, and be it the library (``Thread(target=items.append)``): it is a look at the container.
            return Method(self, site, subject, name) if type(method) is types.BuiltinFunctionType else method
        self._look_at_attribute(site, subject, name)
        return getattr(subject, name)

    def _look_at_attribute(self, site: int, subject: Any, name: str) -> None:
        kind = self.kind(type(subject))
        if kind == "object" and name == "__dict__":
            self.look_at_all(site, subject)
        elif kind == "object" and name in LIBRARY_STATE and _is_of_library(subject):
            if not self.world.running.depth:
                self.world.point(f"{type(subject).__name__}.{name}", subject, touch=LOOK)
        elif kind == "object":
            self._access_first(site, _owners(subject, name), name)
        elif kind == "module":
            if "simulation_program_" in vars(subject) and not isinstance(
                vars(subject).get(name), (types.FunctionType, type)
            ):
                self.access(site, vars(subject), name, False)
            elif (id(subject), name) in self.changeable:
                self.access(site, subject, name, False)
        elif kind == "class":
            if subject.__module__ in self.program_modules and not isinstance(vars(subject).get(name), DESCRIPTORS):
                self._access_first(site, _owners_by_class(subject, name), name)
        elif kind == "library" and self._is_added(type(subject), name):
            self.access(site, subject, name, False)
        elif kind == "library" and (name in LIBRARY_STATE or name in getattr(subject, "__dict__", ())):
            # What the library keeps is changed inside its steps, where no access is seen.
            self.world.point(f"{type(subject).__name__}.{name}", subject, touch=LOOK)

    def _access_first(self, site: int, owners: list[object], name: str) -> None:
        """``name`` is read in the last of ``owners``, after it was not found in those before.

        Whoever gives it to one of those changes what is read.
        """
        if owners:
            self.access(site, owners[-1], name, False, also=tuple([(owner, name) for owner in owners[:-1]]))

    def attr(self, site: int, subject: Any, name: str) -> Attribute:
        """``subject.name`` as the target of an assignment."""
        return Attribute(self, site, subject, name)

    def store_owner(self, subject: Any, name: str) -> object | None:
        """Whose ``name`` changes with ``subject.name = …``; None if that is no shared data."""
        kind = self.kind(type(subject))
        if kind == "module":
            namespace: dict[str, Any] = vars(subject)
            if "simulation_program_" in namespace:
                return namespace
            if (id(subject), name) in self.changeable:
                return subject  # type: ignore[no-any-return]
            raise AttributeError(
                f"{subject.__name__}.{name} cannot be changed here: "
                "every thread, and every later run, would see it changed"
            )
        if kind == "class":
            if subject.__module__ not in self.program_modules:
                raise AttributeError(
                    f"{subject.__name__}.{name} cannot be changed here: "
                    "the class belongs to the library; make a subclass"
                )
            return subject  # type: ignore[no-any-return]
        if kind == "library" and not self._is_added(type(subject), name):
            return None
        if isinstance(getattr(type(subject), name, None), property):
            return None
        return subject  # type: ignore[no-any-return]

    def _is_added(self, cls: type, name: str) -> bool:
        """Whether only a program can have given objects of a class of the library's an attribute of this name."""
        names = self._library_names.get(cls)
        if names is None:
            names = self._library_names[cls] = frozenset(dir(cls)).union(*map(_assigned, cls.__mro__))
        return name not in names and not name.startswith("__")

    # --- names -----------------------------------------------------------------------

    def names(self, namespace: dict[str, Any], module: str) -> dict[str, Any]:
        """What the rewritten source of ``module`` finds in its namespace."""
        access = self.access

        def load(site: int, name: str) -> None:
            access(site, namespace, name, False)

        def store(site: int, name: str, value: Any) -> Any:
            access(site, namespace, name, True, value)
            return value

        def cell_load(site: int, frame: object, name: str) -> None:
            access(site, frame, name, False)

        def cell_store(site: int, frame: object, name: str, value: Any) -> Any:
            access(site, frame, name, True, value)
            return value

        def bound(qualified_name: str, value: Any) -> Any:
            if len(self.world.threads) > 1:
                self.late_names.add((module, qualified_name))
            return value

        return {
            "simulation_program_": True,
            "simulation_load": load,
            "simulation_store": store,
            "simulation_cell_load": cell_load,
            "simulation_cell_store": cell_store,
            "simulation_bound": bound,
            "simulation_frame": Frame,
            "simulation_read": self.read,
            "simulation_iterate": self.iterate,
            "simulation_getitem": self.getitem,
            "simulation_item": self.item,
            "simulation_inplace": self.inplace,
            "simulation_call": self.call,
            "simulation_call_method": self.call_method,
            "simulation_getattr": self.getattr,
            "simulation_attr": self.attr,
            "simulation_turn": self.turn,
            "simulation_enter": self.enter,
            "simulation_yielded": self.yielded,
            "simulation_matched": self.matched,
            "simulation_tick": self.tick,
            "simulation_check": self.check,
            "simulation_locals": locals,
        }

    # --- loops and handlers ------------------------------------------------------------

    def check(self) -> None:
        """Stands in every handler, so that none swallows an unwinding."""
        if self.world.ending is not None:
            raise Unwind

    def tick(self, site: int) -> None:
        """A turn of a ``for``: it may sleep to wait."""
        self.world.turn()
        self._polls(site, same=False)
        self.world.be_fair()

    def _polls(self, site: int, same: bool) -> None:
        """Take note if the last turn of a loop only looked and slept.

        ``same``: it changed no local variable either.  A loop that waits with a timeout and counts something of its own
        is a heartbeat; one that sleeps and looks is polling, whatever it counts.
        """
        world = self.world
        if world.recorder is None:
            return
        me = world.running
        now = (me.effects, me.parks, me.looks, me.naps, me.slept)
        before = me.polls.get(site)
        me.polls[site] = now
        if before is None or before[:2] != now[:2] or before[2] == now[2]:
            return
        if before[3] != now[3] or (same and before[4] != now[4]):
            world.recorder.note(me, "poll")

    def enter(self, site: int) -> None:
        """A ``while`` begins: its first turn repeats none, whatever an earlier run of the same loop did."""
        me = self.world.running
        me.loops.pop(site, None)
        me.entered[site] = (me.effects, me.looks, me.clock_reads, me.at)

    def turn(self, site: int, variables: dict[str, Any] | None, awaits: bool = False) -> None:
        """A turn of a ``while``: does it only wait?

        A turn that changed nothing, neither shared data nor a local variable, will be followed by the same turn until
        another thread changes something.  ``awaits``: the turn is nothing but a call of ``wait``.
        """
        world = self.world
        world.turn()
        me = world.running
        if awaits:
            me.awaits = me.at if self._found_nothing(site) else -1
            me.entered.pop(site, None)
        snapshot = {} if variables is None else dict(variables)
        before = me.loops.get(site)
        now = (me.effects, me.parks, me.slept, me.clock_reads, snapshot, len(me.looked), len(world.changes))
        me.loops[site] = now
        world.looping = True
        same = isinstance(before, tuple) and _same(before[4], snapshot)
        if isinstance(before, tuple) and same and before[:3] == now[:3]:
            world.spin(before[3] != me.clock_reads, me.looked[before[5] :], before[6])
            return
        self._polls(site, same)
        me.tick = 0
        world.be_fair()

    def _found_nothing(self, site: int) -> bool:
        """Whether all that the thread did since it took a lock was to find that it has to wait.

        Then nothing of it is left once another thread has woken it: it takes the lock again and looks again.
        """
        me = self.world.running
        lock: Any = me.holds[-1] if me.holds else None
        if lock is None or lock.at != me.at:
            return False
        effects, looks, clock_reads = lock.began
        if me.effects != effects or me.clock_reads != clock_reads:
            return False
        # In its first turn the loop must have been the first thing to look at anything.
        entered = me.entered.get(site)
        return entered is None or entered == (effects, looks, clock_reads, me.at)


class Method:
    """A bound method of a built-in container, to be called later."""

    __slots__ = ("__self__", "name", "shared", "site")

    def __init__(self, shared: Shared, site: int, subject: Any, name: str) -> None:
        self.shared = shared
        self.site = site
        self.__self__ = subject
        self.name = name

    def __call__(self, /, *args: Any, **kwargs: Any) -> Any:
        return self.shared.call_method(self.site, self.__self__, self.name, *args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(getattr(self.__self__, self.name), name)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Method) and (self.__self__ is other.__self__ and self.name == other.name)

    def __hash__(self) -> int:
        return hash(self.name)

    def __repr__(self) -> str:
        return f"<built-in method {self.name} of {type(self.__self__).__name__} object>"


class Frame:
    """Owns the variables that a function shares with the functions inside it."""

    __slots__ = ()


class Item:
    """``owner[key]``, to be read, written or deleted through ``value``."""

    __slots__ = ("key", "owner", "shared", "site")

    def __init__(self, shared: Shared, site: int, owner: Any, key: Any) -> None:
        self.shared = shared
        self.site = site
        self.owner = owner
        self.key = key

    def _access(self, site: int, write: bool, whole: bool = False) -> None:
        owner = self.owner
        if self.shared.kind(type(owner)) == "container":
            key = WHOLE if whole else _item_key(owner, self.key)
            inserts = write and key is not WHOLE and isinstance(owner, dict) and not dict.__contains__(owner, key)
            self.shared.access(site, owner, key, write, also=((owner, ORDER),) if inserts else ())

    @property
    def value(self) -> Any:
        self._access(self.site, _inserts(self.owner, self.key))
        return self.owner[self.key]

    @value.setter
    def value(self, value: Any) -> None:
        self._access(self.site + 1, True)
        self.owner[self.key] = value

    @value.deleter
    def value(self) -> None:
        self._access(self.site + 1, True, whole=True)
        del self.owner[self.key]


class Attribute:
    """``subject.name``, to be read, written or deleted through ``value``."""

    __slots__ = ("name", "shared", "site", "subject")

    def __init__(self, shared: Shared, site: int, subject: Any, name: str) -> None:
        self.shared = shared
        self.site = site
        self.subject = subject
        self.name = name

    def _write(self, value: object) -> None:
        owner = self.shared.store_owner(self.subject, self.name)
        if owner is not None:
            self.shared.access(self.site + 1, owner, self.name, True, value)

    @property
    def value(self) -> Any:
        return self.shared.getattr(self.site, self.subject, self.name)

    @value.setter
    def value(self, value: Any) -> None:
        self._write(value)
        setattr(self.subject, self.name, value)

    @value.deleter
    def value(self) -> None:
        self._write(UNKNOWN)
        delattr(self.subject, self.name)


LOOK = Touch(state=state_of, things=lambda subject: ((subject, WHOLE, False),))
"""How what the library keeps is looked at."""

LIBRARY_MODULES = frozenset(
    {"threading", "queue", "sched", "concurrent.futures._base", "concurrent.futures.thread", "course.simulation.locks"}
)
LIBRARY_STATE = frozenset({"n_waiting", "broken", "queue", "unfinished_tasks", "_value", "_flag"})
"""What the library changes in its objects and programs look at, in objects of their own subclasses as well."""
LOOKERS = frozenset({"copy", "dataclasses"})
"""The modules whose functions look at all attributes of what they are given."""
ATTRIBUTE_FUNCTIONS = frozenset({"getattr", "hasattr", "setattr", "delattr"})
DEEPEST_LOOK = 10_000
"""So many parts of one value are looked at."""
MUTATORS = frozenset(
    "heappush heappop heapify heapreplace heappushpop insort insort_left insort_right shuffle setitem delitem".split()
)
OWN_MODULES = frozenset(
    {
        "course.simulation.library",
        "course.simulation.locks",
        "course.simulation.clock",
        "course.simulation.program",
        "course.simulation.standins",
    }
)


def _belongs_to_program(function: Any) -> bool:
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


def _only_reads(cls: type, name: str) -> bool:
    return any(name in methods for base, methods in READS.items() if issubclass(cls, base))


def _item_key(owner: Any, key: Any) -> object:
    """The key under which an item is watched; WHOLE where a single one cannot be told."""
    cls = type(key)
    if cls is int and isinstance(owner, (list, deque, bytearray)):
        return key + len(owner) if key < 0 else key
    if cls in ATOMS and type(owner) not in (defaultdict, OrderedDict):
        return key
    return WHOLE


def _inserts(owner: Any, key: Any) -> bool:
    """Whether to look for ``key`` in ``owner`` puts it there."""
    if not isinstance(owner, defaultdict) or owner.default_factory is None:
        return False
    return type(key) not in ATOMS or not dict.__contains__(owner, key)


def _iterated(value: Any) -> Iterator[object]:
    """The containers that an iterator of the library's goes through."""
    cls = type(value)
    for part in gc.get_referents(value):
        if cls in ITERATORS:
            if isinstance(part, (list, dict, set, deque, bytearray)):
                yield part
        elif type(part) in LAZY or type(part) in ITERATORS or type(part) is tuple:
            yield from _iterated(part)


def _assigned(cls: type) -> Iterator[str]:
    """The names of the attributes that the methods of a class assign."""
    codes = [inspect.unwrap(value).__code__ for value in vars(cls).values() if isinstance(value, types.FunctionType)]
    while codes:
        code = codes.pop()
        codes += [value for value in code.co_consts if isinstance(value, types.CodeType)]
        yield from (each.argval for each in dis.get_instructions(code) if each.opname == "STORE_ATTR")


def _is_of_library(subject: object) -> bool:
    return any(cls.__module__ in LIBRARY_MODULES for cls in type(subject).__mro__)


def _owners(subject: Any, name: str) -> list[object]:
    """Where an attribute is looked for, up to the object that keeps it; nowhere if it is a method or the like."""
    namespace = getattr(subject, "__dict__", None)
    if namespace is not None and name in namespace:
        return [subject]
    for cls in type(subject).__mro__:
        if name in vars(cls):
            value = vars(cls)[name]
            if isinstance(value, DESCRIPTORS):
                return []
            if isinstance(value, types.MemberDescriptorType):
                return [subject]
            return [subject, *_owners_by_class(type(subject), name)]
    return [subject]


def _owners_by_class(subject: type, name: str) -> list[object]:
    """The classes in which an attribute of a class is looked for, up to the one that keeps it."""
    owners: list[object] = []
    for cls in subject.__mro__:
        owners.append(cls)
        if name in vars(cls):
            return owners
    return [subject]


def _same(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether two snapshots of local variables hold the same values."""
    if before.keys() != now.keys():
        return False
    for name, value in now.items():
        other = before[name]
        if other is not value and (type(other) is not type(value) or type(value) not in ATOMS or other != value):
            return False
    return True
