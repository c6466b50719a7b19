"""The locks of the simulated ``_thread``: all else in ``threading`` is built on them.

Called from the learner's code, each method is a step.  Called from inside a library
operation that is itself a step (``Queue.put`` takes the queue's mutex), it makes no step of its
own as long as it does not block: nobody can be between the two, so nobody could tell.
"""

from __future__ import annotations

import sys
import warnings
from collections.abc import Callable
from typing import Any, NoReturn

from course.simulation.threads import Thread, called_by_program
from course.simulation.touches import WHOLE, Part, Touch
from course.simulation.world import World

__all__ = ["TIMEOUT_MAX", "lock_types"]

TIMEOUT_MAX = 9223372036.0

FREE = 1
"""The bit of a lock's state that says that it can be taken."""


def _inside(me: Thread) -> bool:
    """Whether a lock is used inside an operation of the library's that is a step itself."""
    return me.depth > 0 and not called_by_program()


def lock_types(world: World) -> tuple[type, type, type]:
    """``Lock``, ``RLock`` and the lock that a condition's waiter sleeps on, for the threads of ``world``."""

    def deadline(blocking: bool, timeout: float) -> int | None:
        """The moment to give up; None for never."""
        if not blocking and timeout != -1:
            raise ValueError("can't specify a timeout for a non-blocking call")
        if timeout == -1:
            return None
        if timeout < 0:
            raise ValueError("timeout value must be a non-negative number")
        if timeout > TIMEOUT_MAX:
            raise OverflowError("timeout value is too large")
        if timeout > 0 and not _inside(world.running):
            world.read_clock()
        return world.deadline(timeout)

    def thing(lock: Any) -> tuple[tuple[object, Part, bool], ...]:
        return ((lock, None, True),) if lock.thing is None else ((lock.thing, WHOLE, True),)

    def look(lock: Any) -> tuple[tuple[object, Part, bool], ...]:
        return ((lock, None, False),) if lock.thing is None else ((lock.thing, WHOLE, False),)

    def state(lock: Any) -> int:
        if lock.allows is not None:
            return lock.allows(lock.thing)  # type: ignore[no-any-return]
        return FREE if lock._free() else 0

    take = Touch(state=state, need=FREE, things=thing)
    attempt = give = Touch(state=state, things=thing)
    question = Touch(write=False, state=state, things=look)

    class lock:
        """A lock that belongs to nobody: any thread may release it."""

        __slots__ = ("__weakref__", "allows", "at", "began", "conditions", "holder", "quiet", "taken", "thing")

        def __init__(self) -> None:
            self.taken = False
            self.holder: Thread | None = None
            self.quiet = False
            """Whether to take it again after a wait is no step, since it is free whenever anybody asks."""
            self.thing: object = None
            """What it is a part of, if it is the inner lock of a queue or the like."""
            self.allows: Callable[[Any], int] | None = None
            self.conditions = 0
            """How many conditions were made on it."""
            self.at = -1
            """The event in which it was taken."""
            self.began = (0, 0, 0)
            """What its holder had done then, see ``loops.py``."""

        def __init_subclass__(cls) -> None:
            raise TypeError("type '_thread.lock' is not an acceptable base type")

        def _free(self) -> bool:
            return not self.taken

        def _take(self, me: Thread) -> None:
            self.taken = True
            self.holder = me
            me.holds.append(self)
            world.changed(self.thing or self)
            self.at = me.at
            self.began = (me.effects, me.looks, me.clock_reads)

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            if _inside(me):
                if self.taken and not (
                    blocking and timeout != 0 and world.point("Lock.acquire", self, self._free, until, touch=take)
                ):
                    return False
            elif not blocking or timeout == 0:
                world.point("Lock.acquire", self, touch=attempt)
                if self.taken:
                    return False
            elif not world.point("Lock.acquire", self, self._free, until, touch=take):
                return False
            self._take(me)
            return True

        def again(self) -> None:
            """Take it after a wait: a step, since others may come first."""
            if not self.quiet or self.taken:
                world.point("Lock.acquire", self, self._free, touch=take)
            self._take(world.running)

        def release(self) -> None:
            if not _inside(world.running):
                world.release_point("Lock.release", self, give)
            if not self.taken:
                raise RuntimeError("release unlocked lock")
            self._give()

        def _give(self) -> None:
            self.taken = False
            holder, self.holder = self.holder, None
            if holder is not None:
                holder.holds.remove(self)
            world.changed(self.thing or self)
            if holder is world.running:
                holder.effects -= 2  # taken and given back: as if nothing had been

        def locked(self) -> bool:
            if not _inside(world.running):
                world.point("Lock.locked", self, touch=question)
            return self.taken

        def __enter__(self) -> bool:
            return self.acquire()

        def __exit__(self, *exc_info: object) -> None:
            self.release()

        acquire_lock = acquire
        release_lock = release
        locked_lock = locked

        def __reduce_ex__(self, protocol: Any) -> NoReturn:
            raise TypeError("cannot pickle '_thread.lock' object")  # nor copy it

        def _at_fork_reinit(self) -> None:
            self.taken = False
            self.holder = None

        def __repr__(self) -> str:
            world.look(self.thing or self)
            return f"<{'locked' if self.taken else 'unlocked'} _thread.lock object at 0x…>"

    class RLock:
        """A lock that the thread that has it may take again."""

        __slots__ = ("__weakref__", "allows", "at", "began", "conditions", "count", "holder", "thing")

        def __init__(self, *args: object, **kwargs: object) -> None:
            if (args or kwargs) and sys.version_info >= (3, 13):  # before that nobody minds
                message = "Passing arguments to RLock is deprecated and will be removed in 3.15"
                warnings.warn(message, DeprecationWarning, stacklevel=3)
            self.holder: Thread | None = None
            self.count = 0
            self.thing: object = None
            self.allows: Callable[[Any], int] | None = None
            self.conditions = 0
            self.at = -1
            self.began = (0, 0, 0)

        def _free(self) -> bool:
            return self.holder is None

        def _take(self, me: Thread, count: int) -> None:
            self.holder = me
            self.count = count
            me.holds.append(self)
            world.changed(self.thing or self)
            self.at = me.at
            self.began = (me.effects, me.looks, me.clock_reads)

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            if self.holder is me:
                if not _inside(me):
                    world.point("RLock.acquire", self, touch=attempt)
                self.count += 1
                return True
            if _inside(me):
                if self.holder is not None and not (
                    blocking and timeout != 0 and world.point("RLock.acquire", self, self._free, until, touch=take)
                ):
                    return False
            elif not blocking or timeout == 0:
                world.point("RLock.acquire", self, touch=attempt)
                if self.holder is not None:
                    return False
            elif not world.point("RLock.acquire", self, self._free, until, touch=take):
                return False
            self._take(me, 1)
            return True

        __enter__ = acquire

        def release(self) -> None:
            me = world.running
            if not _inside(me):
                world.release_point("RLock.release", self, give)
            if self.holder is not me:
                raise RuntimeError("cannot release un-acquired lock")
            self.count -= 1
            if self.count == 0:
                self._give(me)

        def _give(self, me: Thread) -> None:
            self.holder = None
            self.count = 0
            me.holds.remove(self)
            world.changed(self.thing or self)
            me.effects -= 2

        def __exit__(self, *exc_info: object) -> None:
            self.release()

        def locked(self) -> bool:
            if not _inside(world.running):
                world.point("RLock.locked", self, touch=question)
            return self.holder is not None

        def _is_owned(self) -> bool:
            return self.holder is world.running

        def _recursion_count(self) -> int:
            return self.count if self.holder is world.running else 0

        def _release_save(self) -> tuple[int, Thread | None]:
            if self.holder is None:
                raise RuntimeError("cannot release un-acquired lock")
            saved = (self.count, self.holder)
            self._give(self.holder)
            return saved

        def _acquire_restore(self, saved: tuple[int, Any]) -> None:
            world.point("RLock.acquire", self, self._free, touch=take)
            self._take(world.running, saved[0])

        def __reduce_ex__(self, protocol: Any) -> NoReturn:
            cls = type(self)
            name = "_thread.RLock" if cls is RLock else cls.__name__
            raise TypeError(f"cannot pickle {name!r} object")

        def _at_fork_reinit(self) -> None:
            self.holder = None
            self.count = 0

        def __repr__(self) -> str:
            world.look(self.thing or self)
            owner = 0 if self.holder is None else self.holder.ident
            state = "unlocked" if self.holder is None else "locked"
            return f"<{state} _thread.RLock object owner={owner} count={self.count} at 0x…>"

    class Waiter:
        """What ``Condition.wait`` sleeps on: taken once, taken a second time to sleep, released to wake."""

        __slots__ = ("__weakref__", "sleeper", "taken")

        def __init__(self) -> None:
            self.taken = False
            self.sleeper: Thread | None = None

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            while self.taken:
                if not blocking:
                    return False
                self.sleeper = me
                if until is not None:
                    world.waits_again(me)
                woken = world.park(until, wakeable=True)
                self.sleeper = None
                me.parks += 1 if woken else 0
                me.slept += 0 if woken else 1
                if not woken:
                    return False
            self.taken = True
            return True

        def release(self) -> None:
            if not self.taken:
                raise RuntimeError("release unlocked lock")
            self.taken = False
            if self.sleeper is not None:
                world.wake(self.sleeper)

        def locked(self) -> bool:
            return self.taken

    return lock, RLock, Waiter
