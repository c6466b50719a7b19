"""What rewritten code calls: each expression that looks at data that threads could share, as accesses.

For each there is a method: it tells :class:`~course.simulation.accesses.Accesses` what is about to be read or written,
and then does what the expression does.  So this module knows Python's data model (where an attribute is looked for,
which call changes a container), and nothing of schedules.  Which accesses need a choice is decided in ``accesses.py``.
"""

from __future__ import annotations

import functools
import gc
import operator
import sys
import types
from collections.abc import Callable, Iterator
from typing import Any

from course.simulation.accesses import Accesses, Frame
from course.simulation.carrier import Unwind
from course.simulation.loops import Loops
from course.simulation.steps import INNER_LOCKS, INNER_METHODS, inner_lock, state_of
from course.simulation.targets import Attribute, Item, Method
from course.simulation.threads import called_by_program
from course.simulation.touches import WHOLE, Head, Touch
from course.simulation.values import (
    DESCRIPTORS,
    FUNCTIONS,
    HEAP_TYPE,
    ITERATORS,
    LAZY,
    LIBRARY_STATE,
    MUTATORS,
    OPERATORS,
    PURE,
    UNKNOWN,
    Kind,
    assigned,
    attributes_of,
    belongs_to_program,
    inserts,
    is_of_library,
    item_key,
    iterated,
    only_reads,
    owners_by_class,
    owners_of,
)
from course.simulation.world import World

__all__ = ["Shared"]

LOOK = Touch(state=state_of, things=lambda subject: ((subject, WHOLE, False),))
"""How what the library keeps is looked at."""

CHANGE = Touch(things=lambda subject: ((subject, WHOLE, True),))
"""How what the library keeps is changed by others than the library."""

LOOKERS = frozenset({"copy", "dataclasses"})
"""The modules whose functions look at all attributes of what they are given."""
ATTRIBUTE_FUNCTIONS = frozenset({"getattr", "hasattr", "setattr", "delattr"})


class Shared(Accesses):
    """The looks at data in one world; its methods are the names that rewritten code calls."""

    def __init__(self, world: World) -> None:
        super().__init__(world)
        self.loops = Loops(world)
        self.late_names: set[tuple[str, str]] = set()
        """Names bound once, but after a thread had started: they must be treated as variables."""
        self.program_modules: frozenset[str] = frozenset()
        """The names of the program's own modules."""
        self.changeable: set[tuple[int, str]] = set()
        """What programs may assign in modules that are not theirs, as (identity of the module, name)."""
        self.lasts: Callable[[Any], bool] = lambda subject: False
        """Whether something outlives an execution; see :meth:`course.simulation.kept.Kept.lasts`."""
        self.guarded: dict[object, Any] = {}
        """The builtins in whose place a program finds a function, by these functions; see ``guards.py``."""
        self._library_names: dict[type, frozenset[str]] = {}
        self._inner_names: dict[type, frozenset[str]] = {}
        self._insides: dict[int, tuple[object, object, str]] = {}
        """The containers inside the library's objects that were looked at: by identity, with their owner and name."""

    def begin(self) -> None:
        """Get ready for an execution."""
        super().begin()
        self._insides.clear()

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
        """The running thread is about to read or write; see :meth:`Accesses.access`."""
        if write and self._insides and id(owner) in self._insides:
            _, subject, name = self._insides[id(owner)]
            self._refuse_inside(subject, name)
        super().access(site, owner, key, write, value, also, deep)

    # --- what is inside the library's objects ------------------------------------------

    def _is_inside(self, subject: object, name: str) -> bool:
        """Whether ``name`` is an attribute in which an object of the library keeps its state."""
        for cls in type(subject).__mro__:
            if cls.__module__ in INNER_LOCKS:
                names = self._inner_names.get(cls)
                if names is None:
                    names = self._inner_names[cls] = frozenset(assigned(cls))
                if name in names:
                    return True
        return False

    def _keep_inside(self, subject: Any) -> None:
        """All attributes of ``subject`` are handed out: also those in which the library keeps its state."""
        if is_of_library(subject) and inner_lock(subject) is not None:
            self._insides[id(vars(subject))] = (vars(subject), subject, "__dict__")
            for name, inside in vars(subject).items():
                if self.kinds[type(inside)] == "container" and self._is_inside(subject, name):
                    self._insides[id(inside)] = (inside, subject, name)

    def _refuse_inside(self, subject: object, name: str) -> None:
        """Nobody may change the state of the library's objects behind their backs, while others could wait for it.

        Who waits goes on when an operation of the library's makes that possible, and is told of it; so a search gives
        such a change no place among their steps.  Under the object's own lock it has one: that of the lock.  A subclass
        may set what it likes while it is being made, which is a step of its own: it may have handed itself out already.
        """
        me = self.world.running
        if len(self.world.threads) == 1 or (me.depth and not called_by_program()):
            return
        lock = inner_lock(subject)
        if lock is None or getattr(lock, "simulation_holder_", me) is me:
            return
        if _being_made(subject):
            self.world.point(f"{type(subject).__name__}.{name}", subject, touch=CHANGE)
            self.world.changed(subject)
            return
        what = next(cls.__name__ for cls in type(subject).__mro__ if cls.__module__ in INNER_LOCKS)
        if name in INNER_METHODS:
            raise AttributeError(
                f"{what}.{name} cannot be called here: the lock of the {what} is not held; use its methods"
            )
        raise AttributeError(
            f"{what}.{name} cannot be changed here: the {what} would not know of it, nor would those who wait; "
            "use its methods"
        )

    # --- containers ------------------------------------------------------------------

    def read(self, site: int, value: Any) -> Any:
        """``value`` is looked into: all of it, if it is a container."""
        kind = self.kinds[type(value)]
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
        kind = self.kinds[cls]
        if kind == "container":
            return self._each(site, value, value)
        if kind == "view":
            return self._each(site, value, gc.get_referents(value)[0])
        if cls not in (range, tuple, str, bytes, frozenset):
            self.world.running.effects += 1  # an iterator moves on, wherever its state is kept
            if cls in LAZY or cls in ITERATORS:
                containers = list(iterated(value))
                if containers:
                    return self._each(site, value, *containers)
        return value

    def _each(self, site: int, value: Any, *owners: object) -> Iterator[Any]:
        self._step(site, owners)
        for item in value:
            yield item
            self._step(site, owners)
        self.world.running.stepped = 0

    def _step(self, site: int, owners: tuple[object, ...]) -> None:
        for owner in owners:
            self.access(site, owner, WHOLE, False)
        self.world.running.stepped = len(owners)

    def matched(self, site: int, value: Any) -> Any:
        """``value`` is matched with patterns that look at attributes."""
        self.read(site, value)
        self.look_at_all(site, value)
        return value

    def look_at_all(self, site: int, value: Any) -> None:
        """Code that is not rewritten looks at the attributes of ``value``."""
        self._keep_inside(value)
        cls = type(value)
        if self.kinds[cls] == "object" and cls.__module__ in self.program_modules:
            self.access(site, value, WHOLE, False)

    def result(self, site: int, value: Any) -> Any:
        """What the entry of the program returned."""
        deep = self.inside(value) if site in self.flagged else ()
        if self.kinds[type(value)] == "container":
            self.access(site, value, WHOLE, False, deep=deep)
        else:
            self.read(site, value)
        if isinstance(value, tuple) and any(self.kinds[type(part)] == "container" for part in value):
            self.world.minor_point("read", None, site in self.flagged, head=deep)
        self.look_deep(site, value)
        return value

    def getitem(self, site: int, owner: Any, key: Any) -> Any:
        """``owner[key]``."""
        if self.kinds[type(owner)] == "container":
            self.access(site, owner, item_key(owner, key), inserts(owner, key))
        return owner[key]

    def item(self, site: int, owner: Any, key: Any) -> Item:
        """``owner[key]`` as the target of an assignment."""
        return Item(self, site, owner, key)

    def inplace(self, site: int, name: str, left: Any, right: Any) -> Any:
        """``left += right`` and its kin."""
        if self.kinds[type(right)] in ("container", "view"):
            self.read(site, right)
        if self.kinds[type(left)] == "container":
            self.access(site, left, WHOLE, True)
        return OPERATORS[name](left, right)

    # --- calls -----------------------------------------------------------------------

    def call(self, site: int, function: Any, /, *args: Any, **kwargs: Any) -> Any:
        """``function(*args, **kwargs)``."""
        self.about_to_call(site, function, args, kwargs)
        return function(*args, **kwargs)

    def call_method(self, site: int, subject: Any, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """``subject.name(*args, **kwargs)``."""
        cls = type(subject)
        kind = self.kinds[cls]
        if kind == "container":
            function = getattr(subject, name)
            if type(function) is types.BuiltinFunctionType:
                self._read_arguments(site, args, kwargs)
                if name == "get" and isinstance(subject, dict) and args:
                    self.access(site, subject, item_key(subject, args[0]), False)
                else:
                    self.access(site, subject, WHOLE, not only_reads(cls, name))
            elif not belongs_to_program(function):  # a method written in Python, such as Counter.update
                self._read_arguments(site, args, kwargs)
                self.access(site, subject, WHOLE, not only_reads(cls, name))
            return function(*args, **kwargs)
        if kind == "view":
            self.read(site, subject)
        elif kind in ("object", "library") and name in attributes_of(subject):
            if kind == "object" or self._is_added(cls, name):
                self.access(site, subject, name, False)
            else:
                self._refuse_replacing(subject, kind, name)
        function = getattr(subject, name)
        if cls is not str:
            self.about_to_call(site, function, args, kwargs)
        else:
            self._read_arguments(site, args, kwargs)
        return function(*args, **kwargs)

    def callback(self, site: int, function: Any) -> Any:
        """``function``, to be called by the library: with its looks into its arguments."""
        if function is None or belongs_to_program(function) or isinstance(function, Method):
            return function
        return functools.partial(self.call, site, function)

    def about_to_call(self, site: int, function: Any, args: tuple[Any, ...], kwargs: dict[str, Any]) -> None:
        """Tell of what ``function(*args, **kwargs)`` looks at, if its own code does not."""
        name = getattr(function, "__name__", "")
        if name in INNER_METHODS:
            subject = getattr(function, "__self__", args[0] if args else None)
            if is_of_library(subject):
                self._refuse_inside(subject, name)
        if belongs_to_program(function):
            return
        if type(function) is types.FunctionType and function in self.guarded:
            function = self.guarded[function]
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
        elif self.kinds[type(subject)] == "container":
            self.access(site, subject, WHOLE, not only_reads(type(subject), name))

    def _read_arguments(self, site: int, args: tuple[Any, ...], kwargs: dict[str, Any], write: bool = False) -> None:
        for value in (*args, *kwargs.values()) if kwargs else args:
            kind = self.kinds[type(value)]
            if kind == "container":
                self.access(site, value, WHOLE, write)
            elif kind in ("view", "iterator"):
                self.read(site, value)

    # --- attributes ------------------------------------------------------------------

    def getattr(self, site: int, subject: Any, name: str) -> Any:
        """``subject.name``."""
        if self.kinds[type(subject)] == "container":
            if type(subject).__flags__ & HEAP_TYPE:  # a class of its own, with attributes of its own
                places = owners_of(subject, name)
                if places:
                    self._access_first(site, places, name)
                    return getattr(subject, name)
            method = getattr(subject, name)
            # Whoever calls it, and be it the library (``Thread(target=items.append)``): it is a look at the container.
            return Method(self, site, subject, name) if type(method) is types.BuiltinFunctionType else method
        self._look_at_attribute(site, subject, name)
        return getattr(subject, name)

    def _look_at_attribute(self, site: int, subject: Any, name: str) -> None:
        kind = self.kinds[type(subject)]
        if kind in ("library", "object"):
            inside = subject if name == "__dict__" else attributes_of(subject).get(name)
            if inside is subject:
                self._keep_inside(subject)
            elif self.kinds[type(inside)] == "container" and self._is_inside(subject, name):
                self._insides[id(inside)] = (inside, subject, name)
        if kind == "object" and name == "__dict__":
            self.look_at_all(site, subject)
        elif kind == "object" and name in LIBRARY_STATE and is_of_library(subject):
            if not self.world.running.depth:
                self.world.point(f"{type(subject).__name__}.{name}", subject, touch=LOOK)
        elif kind == "object":
            self._access_first(site, owners_of(subject, name), name)
        elif kind == "module":
            if "simulation_program_" in vars(subject) and not isinstance(
                vars(subject).get(name), (types.FunctionType, type)
            ):
                self.access(site, vars(subject), name, False)
            elif (id(subject), name) in self.changeable:
                self.access(site, subject, name, False)
        elif kind == "class":
            if subject.__module__ in self.program_modules and not isinstance(vars(subject).get(name), DESCRIPTORS):
                self._access_first(site, owners_by_class(subject, name), name)
        elif kind == "library" and self._is_added(type(subject), name):
            self.access(site, subject, name, False)
        elif kind == "library" and (name in LIBRARY_STATE or name in attributes_of(subject)):
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
        kind = self.kinds[type(subject)]
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
        if kind in ("library", "object"):
            self._refuse_replacing(subject, kind, name)
        if self.lasts(subject):
            raise AttributeError(
                f"{name} of this {type(subject).__name__} cannot be changed here: it belongs to the library, "
                "and every later run would see it changed"
            )
        if kind in ("library", "object") and self._is_inside(subject, name):
            self._refuse_inside(subject, name)
        if kind == "library" and not self._is_added(type(subject), name):
            return None
        if isinstance(getattr(type(subject), name, None), property):
            return None
        return subject  # type: ignore[no-any-return]

    def _refuse_replacing(self, subject: Any, kind: Kind, name: str) -> None:
        """Nobody may give an object or a function of the library's another class, or another operation.

        Others hold it as well, such as the driver of a check.
        """
        cls = type(subject)
        if kind == "library":
            if name in ("__class__", "__dict__") or (callable(getattr(cls, name, None)) and name != "run"):
                raise AttributeError(
                    f"{cls.__name__}.{name} cannot be replaced here: whoever has the object counts on it; "
                    "make a subclass, or take another name"
                )
        elif cls is types.FunctionType:
            if not belongs_to_program(subject) or "simulation_program_" not in subject.__globals__:
                raise AttributeError(
                    f"{subject.__name__}.{name} cannot be changed here: the function belongs to the library"
                )
        elif name in ("__class__", "__dict__") and cls.__module__ not in self.program_modules:
            raise AttributeError(f"{cls.__name__}.{name} cannot be replaced here: its class is not the program's")

    def _is_added(self, cls: type, name: str) -> bool:
        """Whether only a program can have given objects of a class of the library's an attribute of this name."""
        names = self._library_names.get(cls)
        if names is None:
            names = self._library_names[cls] = frozenset(dir(cls)).union(*map(assigned, cls.__mro__))
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
            "simulation_turn": self.loops.turn,
            "simulation_enter": self.loops.enter,
            "simulation_yielded": self.loops.yielded,
            "simulation_matched": self.matched,
            "simulation_tick": self.loops.tick,
            "simulation_check": self.check,
            "simulation_locals": locals,
        }

    def check(self) -> None:
        """Stands in every handler, so that none swallows an unwinding."""
        if self.world.ending is not None:
            raise Unwind


def _being_made(subject: object) -> bool:
    """Whether its ``__init__`` is running, in the running thread."""
    frame: types.FrameType | None = sys._getframe(1)
    while frame is not None:
        code = frame.f_code
        if code.co_name == "__init__" and code.co_argcount and frame.f_locals.get(code.co_varnames[0]) is subject:
            return True
        frame = frame.f_back
    return False
