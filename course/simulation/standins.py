"""Stand-ins for what looks at data, or keeps it, in modules that are not rewritten: caches and dataclasses.

``functools`` and ``dataclasses`` are the real modules but for some names, and ``io`` has its two buffers in memory.
A cache is shared data: whether a second thread finds what the first has computed depends on the schedule.  And the
methods that ``@dataclass`` writes look at fields: these looks are steps as they are in methods that a learner writes.
"""

from __future__ import annotations

import dataclasses
import functools
import io
import types
from collections.abc import Callable
from operator import eq, ge, gt, le, lt
from typing import Any, NoReturn

from course.simulation.allowed import io_refusal
from course.simulation.guards import Guards
from course.simulation.hashes import IdentityHashes
from course.simulation.named import by_name, check_fields, of_dataclasses, of_functools
from course.simulation.shared import Shared
from course.simulation.touches import WHOLE
from course.simulation.values import ATOMS

__all__ = ["standins"]


def standins(shared: Shared, hashes: IdentityHashes, guards: Guards, site: int) -> dict[str, types.ModuleType]:
    """The modules that a program finds in place of the real ones; ``site`` is the place of what they look at."""
    return {
        **by_name(guards),
        "functools": _copy(
            functools,
            lru_cache=_lru_cache(shared, site),
            cache=_lru_cache(shared, site)(None),
            cached_property=_cached_property(shared, site),
            **of_functools(guards),
        ),
        "io": _io_module(shared, site),
        "dataclasses": _copy(dataclasses, dataclass=_dataclass(shared, hashes, site), **of_dataclasses()),
    }


def _copy(real: types.ModuleType, **changes: Any) -> types.ModuleType:
    module = types.ModuleType(real.__name__, real.__doc__)
    vars(module).update({name: value for name, value in vars(real).items() if name != "__builtins__"}, **changes)
    return module


def _io_module(shared: Shared, site: int) -> types.ModuleType:
    """``io`` with the buffers in memory; what is in them is data that threads share."""

    def looking(cls: type, methods: str, write: bool) -> dict[str, Any]:
        def look(original: Callable[..., Any]) -> Callable[..., Any]:
            @functools.wraps(original)
            def method(self: Any, *args: Any, **kwargs: Any) -> Any:
                shared.access(site, self, WHOLE, write)
                return original(self, *args, **kwargs)

            return method

        return {name: look(getattr(cls, name)) for name in methods.split()}

    def missing(name: str) -> NoReturn:
        raise AttributeError(io_refusal(name))

    module = types.ModuleType("io")
    for cls, value in ((io.StringIO, "getvalue tell"), (io.BytesIO, "getvalue tell getbuffer")):
        writes = "write writelines read readline readlines seek truncate __next__"
        namespace = {"__module__": "io", **looking(cls, value, False), **looking(cls, writes, True)}
        setattr(module, cls.__name__, type(cls.__name__, (cls,), namespace))
    vars(module).update(SEEK_SET=io.SEEK_SET, SEEK_CUR=io.SEEK_CUR, SEEK_END=io.SEEK_END, __getattr__=missing)
    return module


def _lru_cache(shared: Shared, site: int) -> Callable[..., Any]:
    def lru_cache(maxsize: Any = 128, typed: bool = False) -> Any:
        """``functools.lru_cache``, whose cache is data that threads share."""
        if callable(maxsize):
            return decorate(maxsize, 128, typed)
        return lambda function: decorate(function, maxsize, typed)

    def decorate(function: Callable[..., Any], maxsize: int | None, typed: bool) -> Any:
        def key(args: tuple[Any, ...], kwargs: dict[str, Any]) -> object:
            plain = not kwargs and all(type(part) in ATOMS for part in args)
            return args if plain and maxsize is None else WHOLE  # a bounded cache forgets one for the sake of another

        def compute(*args: Any, **kwargs: Any) -> Any:
            value = function(*args, **kwargs)
            shared.access(site, cached, key(args, kwargs), True)
            return value

        kept = functools.lru_cache(maxsize, typed)(compute)

        def cached(*args: Any, **kwargs: Any) -> Any:
            shared.access(site, cached, key(args, kwargs), False)
            return kept(*args, **kwargs)

        def cache_info() -> Any:
            shared.access(site, cached, WHOLE, False)
            return kept.cache_info()

        def cache_clear() -> None:
            shared.access(site, cached, WHOLE, True)
            kept.cache_clear()

        made: Any = functools.update_wrapper(cached, function)
        made.cache_info, made.cache_clear, made.cache_parameters = cache_info, cache_clear, kept.cache_parameters
        return made

    return lru_cache


def _cached_property(shared: Shared, site: int) -> type:
    class cached_property(functools.cached_property[Any]):
        """``functools.cached_property`` as it is since Python 3.12: without a lock."""

        def __init__(self, func: Callable[[Any], Any]) -> None:
            super().__init__(func)
            vars(self).pop("lock", None)

        def __get__(self, instance: Any, owner: type | None = None) -> Any:
            name = self.attrname
            if instance is None or name is None:
                return super().__get__(instance, owner)
            shared.access(site, instance, name, False)
            kept = instance.__dict__
            if name not in kept:
                value = self.func(instance)
                shared.access(site, instance, name, True, value)
                kept[name] = value
            return kept[name]

    return cached_property


def _dataclass(shared: Shared, hashes: IdentityHashes, site: int) -> Callable[..., Any]:
    def dataclass(cls: type | None = None, /, **options: Any) -> Any:
        """``dataclasses.dataclass``, whose generated methods look at one field after the other."""
        if cls is None:
            return lambda decorated: decorate(decorated, options)
        return decorate(cls, options)

    def decorate(cls: type, options: dict[str, Any]) -> type:
        check_fields(cls)
        shared.store_owner(cls, "__init__")  # which a class of the library's refuses
        hashes.take_back(cls)  # a hash of its own would keep the class from getting one from its fields
        own = set(vars(cls))
        made: type = dataclasses.dataclass(cls, **options)
        for name, method in methods(dataclasses.fields(made)).items():
            generated = vars(made).get(name)
            if name not in own and isinstance(generated, types.FunctionType):
                method.__name__, method.__qualname__ = name, f"{made.__qualname__}.{name}"
                setattr(made, name, method)
        hashes.give(made)
        return made

    def look(value: Any, field: Any) -> Any:
        shared.access(site, value, field.name, False)
        return getattr(value, field.name)

    def methods(fields: tuple[Any, ...]) -> dict[str, Callable[..., Any]]:
        showing: set[tuple[int, int]] = set()
        shown = [field for field in fields if field.repr]
        compared = [field for field in fields if field.compare]
        hashed = [field for field in fields if (field.compare if field.hash is None else field.hash)]

        def show(self: Any) -> str:
            key = (id(self), shared.world.running.index)
            if key in showing:
                return "..."
            showing.add(key)
            try:
                parts = [f"{field.name}={look(self, field)!r}" for field in shown]
            finally:
                showing.discard(key)
            return f"{type(self).__qualname__}({', '.join(parts)})"

        def compare(operation: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
            def method(self: Any, other: Any) -> Any:
                if type(other) is not type(self):
                    return NotImplemented
                left = tuple([look(self, field) for field in compared])
                return operation(left, tuple([look(other, field) for field in compared]))

            return method

        def number(self: Any) -> int:
            return hash(tuple([look(self, field) for field in hashed]))

        comparisons = {f"__{each.__name__}__": compare(each) for each in (eq, lt, le, gt, ge)}
        return {"__repr__": show, "__hash__": number, **comparisons}

    return dataclass
