"""Modules as a learner's program sees them: what is documented, and nothing behind it.

A module of the standard library holds more than its documentation names: the modules that it imports itself
(``dataclasses.sys``), its private names (``threading._active``).  From these it is a short way to the interpreter, and
to the explorer.  So a program gets another module object, which has the public names only.  What a program may assign
(``threading.excepthook``) goes through to the module behind; that one is in a closure, where no attribute leads.
"""

from __future__ import annotations

import types
from collections.abc import Callable, Collection
from typing import Any

from course.simulation.allowed import IMPORTABLE, INSIDES, PLAIN_MODULES, refusal
from course.simulation.kept import Kept

__all__ = ["Facades"]

ADDED = {
    "threading": ("_RLock", "__excepthook__"),
    "logging": ("root", "logThreads", "logProcesses", "logMultiprocessing", "logAsyncioTasks"),
}
"""Names that programs use although neither ``__all__`` nor the documentation has them."""

EARLIER = "it finds what an earlier execution has left; leave it out"
TYPES = "what it makes could not be seen by the explorer; leave it out"
FRAMES = "it shows the frames of the explorer; use traceback.extract_stack or traceback.extract_tb"

LEFT_OUT = {
    "typing": {"ForwardRef": TYPES},
    "types": {"CodeType": TYPES, "coroutine": INSIDES},
    "abc": {"get_cache_token": EARLIER},
    "weakref": dict.fromkeys(("getweakrefs", "getweakrefcount"), EARLIER),
    "enum": dict.fromkeys(("global_enum", "global_enum_repr", "global_flag_repr", "global_str"), INSIDES),
    "traceback": dict.fromkeys(("walk_stack", "walk_tb", "clear_frames"), FRAMES),
}
"""Documented names that lead into the interpreter, with the reason why they cannot be used."""


class Facades:
    """The modules of one program's world, each made when it is first imported."""

    def __init__(self, kept: Kept) -> None:
        self._kept = kept
        self._made: dict[str, types.ModuleType] = {}
        self._sizes: dict[str, int] = {}
        """How many names each module had when it was looked through for its parts."""
        self._copied: list[tuple[types.ModuleType, str, Any]] = []
        """What a program could change in a face, and as what it begins."""

    def of(self, module: types.ModuleType, changeable: Collection[str] = ()) -> types.ModuleType:
        """The face of ``module``, of which a program may assign the names ``changeable``."""
        name = module.__name__
        made = self._made.get(name)
        if made is None:
            self._kept.watch(module)
            made = self._made[name] = _facade(module, frozenset(changeable))
            for each, sentence in LEFT_OUT.get(name, {}).items():
                if hasattr(module, each):
                    vars(made)[each] = refusal(f"{name}.{each}", sentence)
            self._copied += [
                (made, each, value.copy()) for each, value in vars(made).items() if type(value) in (list, dict, set)
            ]
        if self._sizes.get(name) != len(vars(module)):  # a part of it may have been imported meanwhile
            for each, value in list(vars(module).items()):
                if isinstance(value, types.ModuleType) and f"{name}.{each}" in IMPORTABLE:
                    vars(made)[each] = self.of(value)
            self._sizes[name] = len(vars(module))
        return made

    def reset(self) -> None:
        """Let the faces be as they were before the last execution."""
        for face, name, value in self._copied:
            vars(face)[name] = value.copy()


def _listed(module: types.ModuleType) -> frozenset[str]:
    """The public names of ``module``."""
    namespace = vars(module)
    name = module.__name__
    documented = namespace.get("__all__")
    listed = {*(documented or ()), *ADDED.get(name, ())}
    for each, value in namespace.items():
        home = f"{getattr(value, '__module__', None)}."
        if not each.startswith("_") and (documented is None or home.startswith(f"{name}.")):
            listed.add(each)
    hidden = {each for each in listed if isinstance(namespace.get(each), types.ModuleType)}
    return frozenset(listed) - hidden - LEFT_OUT.get(name, {}).keys()


def _facade(module: types.ModuleType, changeable: frozenset[str]) -> types.ModuleType:
    listed = _listed(module)
    name = module.__name__
    inner = vars(module)

    def missing(self: types.ModuleType, attribute: str) -> Any:
        if attribute in inner and attribute not in listed:
            raise AttributeError(
                f"{name}.{attribute} cannot be used here: it is inside the module; use what its documentation names"
            )
        return getattr(module, attribute)  # what is made on demand, and the sentence about what is not there

    def assign(self: types.ModuleType, attribute: str, value: object) -> None:
        if attribute not in changeable:
            raise AttributeError(f"{name}.{attribute} cannot be changed here: every thread would see it changed")
        setattr(module, attribute, value)

    def names(self: types.ModuleType) -> list[str]:
        return sorted(listed)

    methods: dict[str, Callable[..., Any]] = {"__getattr__": missing, "__setattr__": assign, "__dir__": names}
    face: types.ModuleType = type("module", (types.ModuleType,), {"__module__": "builtins", **methods})(
        name, module.__doc__
    )
    vars(face).update({each: _own(name, inner[each]) for each in listed if each in inner and each not in changeable})
    vars(face)["__all__"] = [each for each in inner.get("__all__", sorted(listed & inner.keys())) if each in listed]
    return face


def _own(module: str, value: Any) -> Any:
    """A list of a real module's, such as ``keyword.kwlist``, is copied: to change it would change it for all."""
    return value.copy() if module in PLAIN_MODULES and type(value) in (list, dict, set) else value
