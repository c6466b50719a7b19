"""What modules keep from one execution to the next, put back before each.

The modules that only compute are the real ones, and some of them remember: the contexts of ``decimal``, the dialects of
``csv``, the classes that were registered with an abstract one.  A program that finds there what an earlier execution
left would not be the same program twice, and what a search says of it would be worth nothing.  What is looked after
here can be changed by a documented call; whatever else of a module could be written into is refused (``guards.py``,
``shared.py``).
"""

from __future__ import annotations

import abc
import collections.abc
import enum
import gc
import sys
import types
import typing
from collections.abc import Callable, Collection, Iterable
from importlib import import_module
from typing import Any

from course.simulation.allowed import PLAIN_MODULES
from course.simulation.values import ATOMS, belongs_to_program

__all__ = ["Kept"]

Restore = Callable[[], None]

REGISTERED = ("array", "decimal", "fractions")
"""The modules that register their classes with abstract ones when they are imported."""


class Kept:
    """What the modules that a program has imported keep."""

    def __init__(self, program_modules: Collection[str]) -> None:
        self._program_modules = program_modules
        self._restore: dict[str, Restore] = {}
        self._things: dict[int, object] = {}
        """By ``id``: what these modules hold besides classes and functions."""
        self._registries: dict[Any, tuple[type, ...]] = {}
        """The abstract classes that a program can get at, and the classes that are registered with them."""
        self._token: object = _token()
        self._heirs: dict[Any, int] = {}

    def watch(self, module: types.ModuleType) -> None:
        """``module`` is going to be used by a program."""
        name = module.__name__
        if name in _RESTORES:
            if name not in self._restore:
                self._restore[name] = _RESTORES[name]()
        elif name in PLAIN_MODULES:
            plain = (*ATOMS, type, types.ModuleType)
            self._things |= {id(each): each for each in vars(module).values() if not isinstance(each, plain)}
        self._look_after(each for each in vars(module).values() if isinstance(each, type))
        if name == "typing":
            self._look_after(each for each in vars(collections.abc).values() if isinstance(each, type))

    def reset(self) -> None:
        """Put back what the last execution changed."""
        for restore in self._restore.values():
            restore()
        if self._token != _token():
            for cls, registered in self._registries.items():
                if _registered(cls) != registered:
                    cls._abc_registry_clear()
                    for each in registered:
                        cls.register(each)
            self._token = _token()
        # An abstract class asks its heirs about every other class: none of an earlier execution may answer.
        for collect in (_young, gc.collect):
            if all(_heirs(cls) == count for cls, count in self._heirs.items()):
                return
            collect()
        self._heirs = {cls: _heirs(cls) for cls in self._heirs}  # a module was imported meanwhile

    def lasts(self, subject: Any) -> bool:
        """Whether ``subject`` is there before a program begins and after it has ended, so that it cannot be changed."""
        cls = type(subject)
        if cls in (types.MethodType, staticmethod, classmethod):
            return self.lasts(subject.__func__)
        if cls is property:
            return subject.fget is not None and self.lasts(subject.fget)
        if cls is types.FunctionType:
            return not (belongs_to_program(subject) and "simulation_program_" in subject.__globals__)
        if issubclass(cls, types.ModuleType):
            return "simulation_program_" not in vars(subject)
        if issubclass(cls, type):
            return subject.__module__ not in self._program_modules
        if issubclass(cls, enum.Enum):
            return cls.__module__ not in self._program_modules
        return cls.__module__ == "typing" or self._things.get(id(subject)) is subject

    def _look_after(self, classes: Iterable[type]) -> None:
        for cls in classes:
            for each in type.__dict__["__mro__"].__get__(cls):
                if isinstance(each, abc.ABCMeta) and each not in self._registries:
                    for name in REGISTERED:
                        import_module(name)
                    self._registries[each] = _registered(each)
                    self._heirs[each] = _heirs(each)


def _young() -> int:
    """Collect what the last execution made: it is all of the first generation, since none was collected meanwhile."""
    return gc.collect(0)


_subclasses: Callable[[Any], list[Any]] = type.__subclasses__


def _heirs(cls: Any) -> int:
    """How many classes derive from ``cls`` directly."""
    return len(_subclasses(cls))


def _registered(cls: Any) -> tuple[type, ...]:
    """The classes registered with ``cls``, in an order that is always the same."""
    found = (reference() for reference in _dump(cls)[0])
    return tuple(sorted((each for each in found if each is not None), key=id))


_token: Callable[[], object] = abc.get_cache_token
_dump: Callable[[Any], Any] = sys.modules["_abc"]._get_dump


def _decimal() -> Restore:
    import decimal

    contexts = (decimal.DefaultContext, decimal.BasicContext, decimal.ExtendedContext)
    numbers = ("prec", "rounding", "Emin", "Emax", "capitals", "clamp")
    before = [
        ({name: getattr(each, name) for name in numbers}, dict(each.flags), dict(each.traps)) for each in contexts
    ]

    def restore() -> None:
        for context, (values, flags, traps) in zip(contexts, before, strict=True):
            for name, value in values.items():
                setattr(context, name, value)
            context.flags.update(flags)
            context.traps.update(traps)

    return restore


def _csv() -> Restore:
    import csv

    limit = csv.field_size_limit()
    dialects: dict[str, Any] = {name: csv.get_dialect(name) for name in csv.list_dialects()}

    def restore() -> None:
        csv.field_size_limit(limit)
        for name in csv.list_dialects():
            if name not in dialects:
                csv.unregister_dialect(name)
        for name, dialect in dialects.items():
            csv.register_dialect(name, dialect)

    return restore


def _reprlib() -> Restore:
    import reprlib

    limits = dict(vars(reprlib.aRepr))

    def restore() -> None:
        vars(reprlib.aRepr).clear()
        vars(reprlib.aRepr).update(limits)

    return restore


def _typing() -> Restore:
    return typing.clear_overloads


_RESTORES: dict[str, Callable[[], Restore]] = {
    "csv": _csv,
    "decimal": _decimal,
    "reprlib": _reprlib,
    "typing": _typing,
}
