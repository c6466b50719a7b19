"""Attributes whose names come at run time: the other half of the source policy (``policy.py`` has the table).

``getattr``, ``setattr`` and their kin, ``str.format``, ``object.__setattr__`` and positional patterns look at
attributes that the source does not name.  A program gets them in a form that asks the table first.  It also gets copies
of what Python would hand out itself, ``globals()`` and the ``__dict__`` of a class: whoever has those can change what
they belong to.
"""

from __future__ import annotations

import enum
import functools
import re
import string
import types
from collections.abc import Callable
from typing import Any, NoReturn

from course.simulation.policy import RESERVED, SPECIAL, attribute_refusal
from course.simulation.shared import Shared

__all__ = ["Guards", "check_template", "exact", "permitted"]

FORMATS = (str.format, str.format_map)
BOUND = (types.MethodWrapperType, types.MethodType, types.BuiltinFunctionType)
ITEMS = re.compile(r"\[[^\]]*\]")
MRO = type.__dict__["__mro__"].__get__
NAMESPACE = type.__dict__["__dict__"].__get__


def exact(text: str) -> str:
    """``text`` as a ``str``, whatever a subclass of it would say; raises TypeError if it is no text."""
    return str.__add__("", text)


def permitted(name: object, assigned: bool = False) -> str:
    """``name`` as a plain text, if an attribute of that name may be used.

    Raises AttributeError with the reason if it may not, and TypeError if it is no text.
    """
    if not isinstance(name, str):
        raise TypeError(f"attribute name must be string, not '{type(name).__name__}'")
    text = exact(name)
    why = attribute_refusal(text, assigned)
    if why is not None:
        raise AttributeError(why)
    return text


def check_template(template: str) -> None:
    """Raise AttributeError if a field of ``template``, as for ``str.format``, looks at a refused attribute."""
    waiting = [exact(template)]
    while waiting:
        try:
            for _, field, spec, _ in string.Formatter().parse(waiting.pop()):
                for name in ITEMS.sub("", field or "").split(".")[1:]:
                    permitted(name)
                if spec:
                    waiting.append(spec)
        except ValueError:
            return  # of a template that is none, ``format`` itself says so


class _Names(dict[str, Any]):
    """What ``globals()`` gives: to be read only."""

    def _refuse(self, *args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError(
            "globals() can only be read here: the explorer would not see the change; assign the name, "
            "in a function after a line `global name`"
        )

    __setitem__ = __delitem__ = update = pop = popitem = clear = setdefault = __ior__ = _refuse


class Guards:
    """The guarded functions of one world."""

    def __init__(self, shared: Shared) -> None:
        self.shared = shared
        self.builtins: dict[str, Any] = {
            "getattr": self._like(getattr, self.get),
            "hasattr": self._like(hasattr, self.has),
            "setattr": self._like(setattr, self.set),
            "delattr": self._like(delattr, self.delete),
            "vars": self._like(vars, self.vars),
            "dir": self._like(dir, self.dir),
            "globals": self._like(globals, self._called_indirectly("globals")),
            "locals": self._like(locals, self._called_indirectly("locals")),
        }
        """What a program finds in place of the builtins of these names."""

    def _like(self, real: Any, guard: Callable[..., Any]) -> Callable[..., Any]:
        """``guard`` as a plain function with the name of ``real``, whose looks at data are those of ``real``."""

        def function(*args: Any, **kwargs: Any) -> Any:
            return guard(*args, **kwargs)

        function.__name__ = function.__qualname__ = real.__name__
        function.__module__, function.__doc__ = "builtins", real.__doc__
        self.shared.guarded[function] = real
        return function

    # --- attributes by name ------------------------------------------------------------

    def get(self, subject: Any, name: str, /, *default: Any) -> Any:
        """``getattr``; a refused attribute is one that is not there."""
        try:
            name = permitted(name)
        except AttributeError:
            if len(default) == 1:
                return default[0]
            raise
        value = getattr(subject, name, *default)
        return self.special(subject, name, value) if name in SPECIAL else value

    def has(self, subject: Any, name: str, /) -> bool:
        """``hasattr``."""
        try:
            self.get(subject, name)
        except AttributeError:
            return False
        return True

    def set(self, subject: Any, name: str, value: Any, /) -> None:
        """``setattr``."""
        name = permitted(name, assigned=True)
        self.shared.store_owner(subject, name)
        setattr(subject, name, value)

    def delete(self, subject: Any, name: str, /) -> None:
        """``delattr``."""
        name = permitted(name, assigned=True)
        self.shared.store_owner(subject, name)
        delattr(subject, name)

    def vars(self, *subject: Any) -> Any:
        """``vars`` of something; without an argument, rewritten code takes another way."""
        if not subject:
            self._called_indirectly("vars")()
        return self.special(subject[0], "__dict__", vars(*subject))

    def dir(self, *subject: Any) -> list[str]:
        """``dir`` of something."""
        if not subject:
            self._called_indirectly("dir")()
        return [name for name in dir(*subject) if not name.startswith(RESERVED)]

    @staticmethod
    def _called_indirectly(name: str) -> Callable[..., NoReturn]:
        def refuse(*args: object, **kwargs: object) -> NoReturn:
            raise RuntimeError(f"{name} without an argument cannot be used here: only {name}() itself, where it stands")

        return refuse

    # --- attributes that look at others ------------------------------------------------

    def special(self, subject: Any, name: str, value: Any) -> Any:
        """``value``, which is the attribute ``name`` (one of ``SPECIAL``) of ``subject``, as a program gets it."""
        if name == "__dict__":
            return self._namespace(subject, value)
        if name in ("__annotations__", "__slots__"):
            return types.MappingProxyType(dict(value)) if type(value) is dict and self.shared.lasts(subject) else value
        if name in ("format", "format_map"):
            bound = type(value) is types.BuiltinFunctionType and isinstance(value.__self__, str)
            return self._formatting(value, bound) if bound or any(value is each for each in FORMATS) else value
        return self._looking(subject, name, value)

    def special_attribute(self, site: int, subject: Any, name: str) -> Any:
        """``subject.name`` where the name is one of ``SPECIAL``."""
        return self.special(subject, name, self.shared.getattr(site, subject, name))

    def special_call(self, site: int, subject: Any, name: str, /, *args: Any, **kwargs: Any) -> Any:
        """``subject.name(*args, **kwargs)`` where the name is one of ``SPECIAL``."""
        value = getattr(subject, name)
        guarded = self.special(subject, name, value)
        if guarded is value:
            return self.shared.call_method(site, subject, name, *args, **kwargs)
        self.shared.about_to_call(site, value, args, kwargs)
        return guarded(*args, **kwargs)

    def _namespace(self, subject: Any, value: Any) -> Any:
        if isinstance(subject, types.ModuleType):
            names = {each: kept for each, kept in value.items() if not each.startswith((RESERVED, "__"))}
            return types.MappingProxyType(names)
        if type(value) is types.MappingProxyType:  # of a class: whoever compares with it would get the real one
            return types.MappingProxyType(
                {each: kept for each, kept in value.items() if attribute_refusal(each) is None and each != "__dict__"}
            )
        if type(value) is dict and self.shared.lasts(subject):
            return types.MappingProxyType(
                {each: kept for each, kept in value.items() if attribute_refusal(each) is None}
            )
        if type(value) is dict and any(map(_is_reserved, value)):
            return types.MappingProxyType({each: kept for each, kept in value.items() if not _is_reserved(each)})
        return value

    @staticmethod
    def _formatting(function: Any, bound: bool) -> Callable[..., str]:
        @functools.wraps(function)
        def formatted(*args: Any, **kwargs: Any) -> str:
            if bound:
                check_template(function.__self__)
            elif args and isinstance(args[0], str):
                check_template(args[0])
            return function(*args, **kwargs)  # type: ignore[no-any-return]

        return formatted

    def _looking(self, subject: Any, name: str, function: Any) -> Callable[..., Any]:
        """``__getattribute__``, ``__setattr__`` or ``__delattr__``: of an object, or of a class to be given one."""
        bound = type(function) in BOUND

        @functools.wraps(function)
        def look(*args: Any, **kwargs: Any) -> Any:
            whole = (function.__self__, *args) if bound else args
            if len(whole) < 2 or not isinstance(whole[1], str):
                return function(*args, **kwargs)
            attribute = permitted(whole[1], assigned=name != "__getattribute__")
            if name != "__getattribute__":
                self.shared.store_owner(whole[0], attribute)
                return function(*args, **kwargs)
            value = function(*args, **kwargs)
            return self.special(whole[0], attribute, value) if attribute in SPECIAL else value

        return look

    # --- what rewritten code calls ------------------------------------------------------

    def names(self, namespace: dict[str, Any]) -> dict[str, Any]:
        """What guarded rewritten source finds in its ``namespace`` besides the names of ``Shared``."""
        whole = _Names()

        def own(function: str, found: dict[str, Any]) -> Any:
            """What ``globals()``, ``locals()``, ``vars()`` or ``dir()`` gives of the names that Python ``found``."""
            mine = {each: kept for each, kept in found.items() if not each.startswith((RESERVED, "__builtins__"))}
            if function == "dir":
                return sorted(mine)
            if found is not namespace:
                return mine
            dict.clear(whole)
            dict.update(whole, mine)
            return whole

        return {
            "simulation_special_attribute": self.special_attribute,
            "simulation_special_call": self.special_call,
            "simulation_own": own,
            "simulation_globals": globals,
            "simulation_pattern": pattern,
        }


def _is_reserved(name: object) -> bool:
    return type(name) is str and name.startswith(RESERVED)


def pattern(cls: Any) -> bool:
    """Never true; raises if positional patterns of ``cls`` would look at attributes that are refused.

    Python takes the names of these attributes from ``cls.__match_args__`` when it comes to the pattern.
    """
    if not isinstance(cls, type):
        return False
    for meta in MRO(type(cls)):
        if meta not in (type, object) and NAMESPACE(meta).keys() & {"__match_args__", "__getattribute__"}:
            raise TypeError(_unknown(cls))
    for base in MRO(cls):
        names = NAMESPACE(base).get("__match_args__")
        if names is not None:
            if type(names) is not tuple or any(type(name) is not str for name in names):
                raise TypeError(_unknown(cls))
            for name in names:
                if name in SPECIAL:
                    raise AttributeError(f"{name} cannot be matched here: a pattern compares data")
                permitted(name)
            return False
    if any("__getattr__" in NAMESPACE(meta) for meta in MRO(type(cls)) if meta is not enum.EnumMeta):
        raise TypeError(_unknown(cls))
    return False


def _unknown(cls: type) -> str:
    name = type.__dict__["__name__"].__get__(cls)
    return f"{name}() cannot have positional patterns here: __match_args__ of its class must be a tuple of texts"
