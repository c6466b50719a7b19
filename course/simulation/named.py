"""Functions of the library that are given the names of attributes, with the source policy in them.

``operator.attrgetter``, ``functools.wraps``, ``string.Formatter``, ``copy.copy`` and the like look at attributes, or
set them, under names that a program chooses; some make source text of such names, or run one.  Here they ask
``guards.py`` first.  ``string`` and ``copy`` are executed a second time for that, so that no base class of theirs is
the real one.
"""

from __future__ import annotations

import abc
import builtins
import copy
import dataclasses
import functools
import operator
import re
import types
import typing
from collections.abc import Callable, Iterable
from typing import Any

from course.simulation.guards import Guards, exact, permitted
from course.simulation.library import installed_code
from course.simulation.policy import SPECIAL

__all__ = ["by_name", "check_fields", "of_dataclasses", "of_functools"]


def by_name(guards: Guards) -> dict[str, types.ModuleType]:
    """The modules ``operator``, ``string``, ``copy``, ``typing`` and ``abc``."""
    return {
        "operator": _operator(guards),
        "string": _string(guards),
        "copy": _copy(),
        "typing": _typing(guards),
        "abc": _abc(guards),
    }


def _executed(name: str, **found: Any) -> types.ModuleType:
    """The installed module ``name``, executed once more, with builtins among which it finds ``found``."""
    module = types.ModuleType(name)
    # Not among its own names: what has a check there makes steps, and these only look at what they are given.
    vars(module)["__builtins__"] = {**vars(builtins), **found, "simulation_check_": lambda: None}
    exec(installed_code(name), vars(module))
    return module


# --- operator, string, copy -----------------------------------------------------------------


def _operator(guards: Guards) -> types.ModuleType:
    def attrgetter(attribute: str, /, *attributes: str) -> Any:
        """``operator.attrgetter``."""
        paths = [_path(each) for each in (attribute, *attributes)]
        if any(part in SPECIAL for path in paths for part in path.split(".")):
            return lambda subject: _looked_up(guards, subject, paths)
        return operator.attrgetter(*paths)

    def methodcaller(name: str, /, *args: Any, **kwargs: Any) -> Any:
        """``operator.methodcaller``."""
        name = permitted(name)
        if name in SPECIAL:
            return lambda subject: guards.get(subject, name)(*args, **kwargs)
        return operator.methodcaller(name, *args, **kwargs)

    module = types.ModuleType("operator", operator.__doc__)
    vars(module).update({each: getattr(operator, each) for each in operator.__all__})
    vars(module).update(__all__=operator.__all__, attrgetter=attrgetter, methodcaller=methodcaller)
    return module


def _path(path: object) -> str:
    if not isinstance(path, str):
        raise TypeError("attribute name must be a string")
    return ".".join(permitted(part) for part in exact(path).split("."))


def _looked_up(guards: Guards, subject: Any, paths: list[str]) -> Any:
    values = tuple(functools.reduce(guards.get, path.split("."), subject) for path in paths)
    return values[0] if len(values) == 1 else values


def _string(guards: Guards) -> types.ModuleType:
    return _executed("string", getattr=guards.get)


def _copy() -> types.ModuleType:
    module: Any = _executed("copy")
    reconstruct = module._reconstruct

    @functools.wraps(reconstruct)
    def checked(x: Any, memo: Any, func: Any, args: Any, *state: Any, **options: Any) -> Any:
        def make(*values: Any) -> Any:
            made = func(*values)
            if state and state[0] is not None and type(made) is not type(x):
                # what follows would write into it, whatever it is
                raise TypeError(f"copying made a {type(made).__name__} of a {type(x).__name__}; define __copy__")
            return made

        return reconstruct(x, memo, make, args, *state, **options)

    module._reconstruct = checked
    for error in ("Error", "error"):  # one class, whoever catches it
        setattr(module, error, copy.Error)
    return module  # type: ignore[no-any-return]


def _marking(guards: Guards, mark: Callable[..., Any]) -> Callable[..., Any]:
    """``mark``, a decorator that gives a class or a function an attribute: it must be the program's own."""

    @functools.wraps(mark)
    def marked(subject: Any) -> Any:
        if isinstance(subject, (type, types.FunctionType, property)):
            guards.shared.store_owner(subject, "__doc__")
        return mark(subject)

    return marked


def _abc(guards: Guards) -> types.ModuleType:
    module = types.ModuleType("abc", abc.__doc__)
    vars(module).update({each: value for each, value in vars(abc).items() if not each.startswith("_")})
    for each in ("abstractmethod", "update_abstractmethods"):
        setattr(module, each, _marking(guards, getattr(abc, each)))
    return module


def _typing(guards: Guards) -> types.ModuleType:
    def get_type_hints(obj: Any, *, include_extras: bool = False) -> dict[str, Any]:
        """``typing.get_type_hints`` of a function whose hints are plain names."""
        if not isinstance(obj, types.FunctionType) or "simulation_program_" not in obj.__globals__:
            raise TypeError(f"get_type_hints() takes a function of the program here, not {obj!r}")
        for annotation in obj.__annotations__.values():
            _check_hint(annotation)
        return typing.get_type_hints(obj, obj.__globals__, include_extras=include_extras)

    module = types.ModuleType("typing", typing.__doc__)
    vars(module).update({each: getattr(typing, each) for each in typing.__all__})
    vars(module).update(__all__=typing.__all__, get_type_hints=get_type_hints)
    for each in ("final", "no_type_check", "override", "runtime_checkable"):
        if hasattr(typing, each):  # one came with Python 3.12
            setattr(module, each, _marking(guards, getattr(typing, each)))
    return module


def _check_hint(hint: Any) -> None:
    """Raise if a text in ``hint`` is more than names: it would be run as code."""
    if isinstance(hint, (str, typing.ForwardRef)):
        text = exact(hint if isinstance(hint, str) else hint.__forward_arg__)
        if not re.fullmatch(r"[\w\s.,|\[\]]*", text):
            raise TypeError(f"the type hint {text!r} cannot be read here: it is more than names")
        for name in re.findall(r"\w+", text):
            permitted(name)
    for part in getattr(hint, "__args__", None) or ():
        _check_hint(part)


# --- functools ------------------------------------------------------------------------------


def of_functools(guards: Guards) -> dict[str, Callable[..., Any]]:
    """``wraps``, ``update_wrapper``, ``singledispatch`` and ``singledispatchmethod``."""

    def update_wrapper(
        wrapper: Any,
        wrapped: Any,
        assigned: Iterable[str] = functools.WRAPPER_ASSIGNMENTS,
        updated: Iterable[str] = functools.WRAPPER_UPDATES,
    ) -> Any:
        """``functools.update_wrapper``."""
        names, dicts = [exact(each) for each in assigned], [exact(each) for each in updated]
        for name in names:
            if name not in functools.WRAPPER_ASSIGNMENTS:
                permitted(name, assigned=True)
            guards.shared.store_owner(wrapper, name)
        for name in dicts:
            if name != "__dict__":
                raise AttributeError(f"functools.update_wrapper cannot update {name} here, only __dict__")
        guards.shared.store_owner(wrapper, "__wrapped__")
        return functools.update_wrapper(wrapper, wrapped, names, dicts)

    def wraps(
        wrapped: Any,
        assigned: Iterable[str] = functools.WRAPPER_ASSIGNMENTS,
        updated: Iterable[str] = functools.WRAPPER_UPDATES,
    ) -> Callable[[Any], Any]:
        """``functools.wraps``."""
        return functools.partial(update_wrapper, wrapped=wrapped, assigned=tuple(assigned), updated=tuple(updated))

    def singledispatch(function: Callable[..., Any]) -> Any:
        """``functools.singledispatch``; what it registers by an annotation is looked up, not evaluated."""
        made: Any = functools.singledispatch(function)
        register = made.register

        def register_(cls: Any, func: Callable[..., Any] | None = None) -> Any:
            if func is None and not isinstance(cls, (type, types.UnionType)) and hasattr(cls, "__annotations__"):
                cls, func = _annotated(guards, cls), cls
            return register(cls, func)

        made.register = register_
        return made

    class singledispatchmethod(functools.singledispatchmethod):  # type: ignore[type-arg]
        """``functools.singledispatchmethod``."""

        def __init__(self, func: Callable[..., Any]) -> None:
            super().__init__(func)
            self.dispatcher = singledispatch(func)

    return {
        "update_wrapper": update_wrapper,
        "wraps": wraps,
        "total_ordering": _marking(guards, functools.total_ordering),
        "singledispatch": singledispatch,
        "singledispatchmethod": singledispatchmethod,
    }


def _annotated(guards: Guards, function: Any) -> Any:
    """The class in the first annotation of ``function``."""
    annotations = function.__annotations__
    name, annotation = next(((name, each) for name, each in annotations.items() if name != "return"), ("", None))
    if isinstance(annotation, str) and isinstance(function, types.FunctionType):
        first, *rest = exact(annotation).split(".")
        scope: dict[str, Any] = {**vars(builtins), **function.__globals__}
        annotation = scope.get(first) if first == permitted(first) else None
        for part in rest:
            annotation = guards.get(annotation, part)
    if not isinstance(annotation, (type, types.UnionType)):
        raise TypeError(f"the annotation of {name or 'the first parameter'} must be a class; or register(the_class)")
    return annotation


# --- dataclasses ----------------------------------------------------------------------------


def check_fields(cls: Any) -> None:
    """Raise if ``@dataclass`` would make anything but fields of what ``cls`` says that its fields are.

    It writes source text of their names, and runs it.
    """
    for base in type.__dict__["__mro__"].__get__(cls) if isinstance(cls, type) else ():
        names = type.__dict__["__dict__"].__get__(base)
        for name in names.get("__annotations__") or ():
            _field_name(name)
        for each in (names.get("__dataclass_fields__") or {}).values():
            if type(each) is not dataclasses.Field:
                raise TypeError(f"a field of a dataclass must be made by field(), not {type(each).__name__}")
            _field_name(each.name)


def _field_name(name: object) -> str:
    if type(name) is not str or not name.isidentifier():
        raise TypeError(f"the name of a field must be a name, not {name!r}")
    return permitted(name, assigned=True)


def of_dataclasses() -> dict[str, Callable[..., Any]]:
    """The functions of ``dataclasses`` that go by the names of fields."""

    def checked(function: Any) -> Callable[..., Any]:
        @functools.wraps(function)
        def by_fields(obj: Any, /, *args: Any, **kwargs: Any) -> Any:
            check_fields(type(obj))
            return function(obj, *args, **kwargs)

        return by_fields

    @functools.wraps(dataclasses.make_dataclass)
    def make_dataclass(cls_name: str, fields: Iterable[Any], *, bases: tuple[type, ...] = (), **options: Any) -> Any:
        plain = [each if isinstance(each, str) else tuple(each) for each in fields]
        for each in plain:
            _field_name(each if isinstance(each, str) else each[0])
        for base in bases:
            check_fields(base)
        return dataclasses.make_dataclass(cls_name, plain, bases=bases, **options)

    names = ("replace", "asdict", "astuple")
    return {"make_dataclass": make_dataclass, **{name: checked(getattr(dataclasses, name)) for name in names}}
