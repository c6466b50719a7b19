"""``threading.local`` for simulated threads: one object that shows each thread values of its own.

The values are kept in the object and go when their thread ends, as with real threads: their finalizers run then.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from weakref import ref

from course.simulation.threads import Thread
from course.simulation.world import World

__all__ = ["is_local", "local_type"]

VALUES = "simulation_values_"
"""Where an object keeps the values of each thread."""


def is_local(value: object) -> bool:
    """Whether ``value`` is a ``threading.local`` of a simulation, whose attributes no two threads share."""
    return hasattr(type(value), VALUES)


def local_type(world: World) -> tuple[type, Callable[[Thread | None], None]]:
    """``threading.local`` for simulated threads, and what forgets the values of a thread (or of all) when it ends."""
    used: dict[Thread, list[ref[Any]]] = {}
    """In which objects a thread has values."""

    class local:
        # Kept in the object itself: it can then be in a cycle with its own values, and be collected.
        __slots__ = ("__dict__", "__weakref__", VALUES)

        def __new__(cls, /, *args: Any, **kwargs: Any) -> Any:
            if (args or kwargs) and cls.__init__ is object.__init__:
                raise TypeError("Initialization arguments are not supported")
            self = object.__new__(cls)
            values: dict[Thread, dict[str, Any]] = {}
            object.__setattr__(self, VALUES, (values, args, kwargs))
            new(self, values)
            return self

        def __getattribute__(self, name: str) -> Any:
            enter(self)
            try:
                return object.__getattribute__(self, name)
            except AttributeError:
                if type(self) is not local:
                    raise
                message = f"'_thread._local' object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self) from None

        def __setattr__(self, name: str, value: Any) -> None:
            if name == "__dict__":
                raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
            enter(self)
            object.__setattr__(self, name, value)

        def __delattr__(self, name: str) -> None:
            if name == "__dict__":
                raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
            enter(self)
            object.__delattr__(self, name)

    def new(self: Any, values: dict[Thread, dict[str, Any]]) -> None:
        """Let the running thread have values in ``self``, none so far."""
        namespace = values[world.running] = {}
        used.setdefault(world.running, []).append(ref(self))
        object.__setattr__(self, "__dict__", namespace)

    def enter(self: Any) -> None:
        """Show the values of the running thread, made (by ``__init__``) where it has none."""
        values, args, kwargs = object.__getattribute__(self, VALUES)
        me = world.running
        if me not in values:
            new(self, values)
            type(self).__init__(self, *args, **kwargs)
        object.__setattr__(self, "__dict__", values[me])

    def forget(thread: Thread | None) -> None:
        if thread is None:
            used.clear()
            return
        for reference in used.pop(thread, ()):
            self = reference()
            if self is not None:
                values = object.__getattribute__(self, VALUES)[0]
                mine = values.pop(thread, None)
                if object.__getattribute__(self, "__dict__") is mine:
                    object.__setattr__(self, "__dict__", {})

    return local, forget
