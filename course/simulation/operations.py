"""Operations of the library as single steps.

A method of the installed library is wrapped so that the choice comes before it, named as the learner wrote it; inside,
a thread stops only where it blocks.  Which methods these are, and what they touch, is in ``steps.py``; that others have
no steps inside (:meth:`Operations.silent`), and that a lock belongs to the object around it, is arranged here as well.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from dataclasses import replace
from typing import Any

from course.simulation.steps import GATES, OBSERVERS, STATES, touch_of
from course.simulation.threads import Thread, called_by_program, program_frame
from course.simulation.world import World

__all__ = ["Operations"]


class Operations:
    """The steps that the library makes in one world."""

    def __init__(self, world: World) -> None:
        self.world = world

    def wrap(self, cls: type, method: str, label: str | None) -> None:
        """Replace a method of ``cls`` by one that is a step, called ``label``, or that has none inside."""
        original = vars(cls)[method]
        replacement: Any
        if isinstance(original, property):
            replacement = property(
                self.silent(original.fget) if original.fget else None,
                self.silent(original.fset) if original.fset else None,
                doc=original.__doc__,
            )
        elif label is None:
            replacement = self.shown(original) if method == "__repr__" else self.silent(original)
        else:
            replacement = self.wrapped(original, label)
        for name, value in list(vars(cls).items()):
            if value is original:
                setattr(cls, name, replacement)

    def tie(self, cls: Any, path: list[str]) -> None:
        """Make the lock inside the objects of ``cls`` a part of them."""
        init = cls.__init__
        allows = STATES.get(cls.__name__)

        @functools.wraps(init)
        def tied(self: Any, *args: Any, **kwargs: Any) -> None:
            init(self, *args, **kwargs)
            lock = self
            for name in path:
                lock = getattr(lock, name)
            lock.simulation_thing_, lock.simulation_allows_ = self, allows
            if cls.__name__ == "Event":
                lock.simulation_quiet_ = True

        cls.__init__ = tied

    def wrapped(self, original: Callable[..., Any], label: str) -> Callable[..., Any]:
        """``original`` as one step."""
        world = self.world
        method = label.rpartition(".")[2]
        changes = method not in OBSERVERS
        flag = method in ("set", "clear")
        touch = touch_of(label)
        ungated = replace(touch, need=0)
        gate = GATES.get(label)
        around: Callable[..., Callable[[], None]] | None = {
            "Condition.wait": self._waiting,
            "Condition.notify": self._notifying,
            "Condition.notify_all": self._notifying,
        }.get(label)

        @functools.wraps(original)
        def step(*args: Any, **kwargs: Any) -> Any:
            me = world.running
            if me.depth and not called_by_program():
                return original(*args, **kwargs)
            subject = args[0] if args else None
            if me.doubt != me.effects:
                me.doubt = None
            ready = _gate(gate, args, kwargs) if gate is not None and label in world.gates else None
            after = around(me, *args, **kwargs) if around is not None else None
            if ready is None:
                world.point(label, subject, touch=ungated)
            else:
                blocked = not ready()
                world.point(label, subject, ready, touch=touch)
                me.parks += blocked
            before = subject._flag if flag else None  # type: ignore[union-attr]
            depth = me.depth
            me.depth = depth + 1
            try:
                value = original(*args, **kwargs)
            except Exception:
                me.looks += 1
                raise
            finally:
                me.depth = depth
            if after is not None:
                after()
            if not changes or value is False:
                me.looks += 1
            if (value is not False and changes) or (flag and subject._flag is not before):  # type: ignore[union-attr]
                world.changed()
                if world.looping:
                    for thing, part, write in touch.touched(subject):
                        if write:
                            world.stir(thing, part)
            if world.recorder is not None:
                world.recorder.result(me, value)
            return value

        return step

    def silent(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """``original`` without steps inside."""
        world = self.world

        @functools.wraps(original)
        def silent(*args: Any, **kwargs: Any) -> Any:
            me = world.running
            me.depth += 1
            try:
                return original(*args, **kwargs)
            finally:
                me.depth -= 1

        return silent

    def shown(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """``original``, a ``__repr__``, as a look at what it shows."""
        silent = self.silent(original)

        @functools.wraps(original)
        def show(subject: Any) -> Any:
            lock = getattr(subject, "_lock", None)  # of a condition
            self.world.look(subject if lock is None else getattr(lock, "simulation_thing_", None) or lock)
            return silent(subject)

        return show

    def _waiting(self, me: Thread, condition: Any, timeout: float | None = None) -> Callable[[], None]:
        """Before a wait: is it one of which nothing is left once it is over?"""
        lock = condition._lock
        found_nothing = (
            timeout is None
            and me.awaits == me.at == getattr(lock, "simulation_at_", -1)
            and getattr(lock, "simulation_count_", 1) == 1
            and me.found_by == (id(program_frame()), me.effects)  # it is that loop which calls, with nothing in between
        )
        round_ = me.at if found_nothing and lock.simulation_holder_ is me else -1
        me.awaits = -1

        def begin() -> None:
            me.round = -1

        me.round, me.waits_for = round_, condition
        return begin

    def _notifying(self, me: Thread, condition: Any, n: int = 1) -> Callable[[], None]:
        """Around a notification: if nobody waits any more, nothing is left of what those who waited did before."""
        world = self.world

        def after() -> None:
            lock = condition._lock
            if world.trace is None or not world.gates or getattr(lock, "simulation_holder_", None) is not me:
                return
            if not condition._waiters:
                for thread in world.woken:
                    if thread.round >= 0 and thread.waits_for is condition:
                        world.absorbed[thread.round] = lock.simulation_at_

        return after


def _gate(gate: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """When the operation can be made; None if at any time, also where the arguments are wrong."""
    try:
        return gate(*args, **kwargs)
    except TypeError:
        return None
