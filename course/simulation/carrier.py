"""Fibers: what carries a simulated thread.

A fiber runs one function at a time, can be left in the middle and gone back to, and can
be told to unwind.  It is the only module that knows that fibers are greenlets: a switch
costs well under a microsecond and asks nothing of the operating system's scheduler.
(The alternative, real threads handing on a baton, was measured at half the speed, and
cannot be ended from outside.)

Fibers are pooled, since making a greenlet costs ten times what a switch does.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from contextvars import Context

from greenlet import getcurrent, greenlet

__all__ = ["Fibers", "Unwind"]


class Unwind(BaseException):
    """Ends a simulated thread from inside; raised wherever it next calls the simulation."""


class Fibers:
    """A pool of fibers that switch directly to one another, around the one root that made it."""

    def __init__(self) -> None:
        self._root = getcurrent()
        self._idle: list[greenlet] = []
        self._tasks: dict[greenlet, Callable[[], greenlet]] = {}
        self.showing: list[object] = []
        """Of what a ``repr`` is being made: Python's own list, which takes all fibers for one thread."""

    def enter(self) -> None:
        """Make the calling greenlet the root, to which control comes back when no fiber goes on."""
        self._root = getcurrent()
        self.showing = _showing()

    def new(self, task: Callable[[], greenlet]) -> greenlet:
        """A fiber that will run ``task`` once it is switched to.

        When ``task`` returns, the fiber goes back to the pool and control to the fiber
        that ``task`` returned.
        """
        fiber = self._idle.pop() if self._idle else self._begun()
        self._tasks[fiber] = task
        # Each thread begins with an empty context, as real ones do up to Python 3.13.
        fiber.gr_context = Context()
        return fiber

    def _begun(self) -> greenlet:
        """A fresh fiber, begun by the root.

        A greenlet counts its frames from those of the one that first switches to it.  Begun where it is made, in the
        middle of another fiber, it would leave its task less room for calls than that one has, and so would each that
        is made from it: how deep a program may call would depend on what was run before.
        """
        fiber = greenlet(self._loop, self._root)
        me = getcurrent()
        if me is self._root:
            fiber.switch()
        else:
            self._root.switch((fiber, me))
        return fiber

    def run(self, fiber: greenlet) -> None:
        """Go to ``fiber`` from the root, until control comes back; begin what fibers are made meanwhile."""
        self._begin_requested(fiber.switch())

    def _begin_requested(self, request: tuple[greenlet, greenlet] | tuple[()]) -> None:
        while request:
            fresh, maker = request
            fresh.switch()
            request = maker.switch()

    def _loop(self) -> None:
        me = getcurrent()
        self._root.switch()
        while True:
            task = self._tasks.pop(me)
            successor = task()
            del task
            self._idle.append(me)
            successor.switch()

    @property
    def root(self) -> greenlet:
        """The greenlet outside all fibers."""
        return self._root

    def unwind(self, fiber: greenlet) -> None:
        """Raise :class:`Unwind` in a suspended fiber, until its task is over (its successor must be the root)."""
        if fiber in self._tasks:  # it never began: nothing to unwind
            del self._tasks[fiber]
            self._idle.append(fiber)
        elif not fiber.dead:  # dead: an error of ours went through it on its way to the root
            self._begin_requested(fiber.throw(Unwind))

    def close(self) -> None:
        """End all fibers of the pool."""
        for fiber in self._idle:
            fiber.throw()
        self._idle.clear()


def _showing() -> list[object]:
    """The containers whose ``repr`` is being made in this thread of the operating system.

    Python keeps them to end the ``repr`` of a list that holds itself.  If a fiber is left in the middle of one, the
    next must not find it there, or it would show ``[...]``.
    """
    repr([0])  # makes the list, if this thread has none yet
    function = ctypes.pythonapi.PyThreadState_GetDict
    function.restype = ctypes.c_void_p
    state: dict[str, list[object]] = ctypes.cast(function(), ctypes.py_object).value
    return state["Py_Repr"]
