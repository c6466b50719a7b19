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
        return ((lock, None, True),) if lock.simulation_thing_ is None else ((lock.simulation_thing_, WHOLE, True),)

    def look(lock: Any) -> tuple[tuple[object, Part, bool], ...]:
        return ((lock, None, False),) if lock.simulation_thing_ is None else ((lock.simulation_thing_, WHOLE, False),)

    def state(lock: Any) -> int:
        if lock.simulation_allows_ is not None:
            return lock.simulation_allows_(lock.simulation_thing_)  # type: ignore[no-any-return]
        return FREE if lock.simulation_free_() else 0

    take = Touch(state=state, need=FREE, things=thing)
    attempt = give = Touch(state=state, things=thing)
    question = Touch(write=False, state=state, things=look)

    class lock:
        """A lock that belongs to nobody: any thread may release it."""

        __slots__ = (
            "__weakref__",
            "simulation_allows_",
            "simulation_at_",
            "simulation_began_",
            "simulation_conditions_",
            "simulation_holder_",
            "simulation_quiet_",
            "simulation_taken_",
            "simulation_thing_",
        )

        def __init__(self) -> None:
            self.simulation_taken_ = False
            self.simulation_holder_: Thread | None = None
            self.simulation_quiet_ = False
            """Whether to take it again after a wait is no step, since it is free whenever anybody asks."""
            self.simulation_thing_: object = None
            """What it is a part of, if it is the inner lock of a queue or the like."""
            self.simulation_allows_: Callable[[Any], int] | None = None
            self.simulation_conditions_ = 0
            """How many conditions were made on it."""
            self.simulation_at_ = -1
            """The event in which it was taken."""
            self.simulation_began_ = (0, 0, 0)
            """What its holder had done then, see ``loops.py``."""

        def __init_subclass__(cls) -> None:
            raise TypeError("type '_thread.lock' is not an acceptable base type")

        def simulation_free_(self) -> bool:
            return not self.simulation_taken_

        def simulation_take_(self, me: Thread) -> None:
            self.simulation_taken_ = True
            self.simulation_holder_ = me
            me.holds.append(self)
            world.changed(self.simulation_thing_ or self)
            self.simulation_at_ = me.at
            self.simulation_began_ = (me.effects, me.looks, me.clock_reads)

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            if _inside(me):
                if self.simulation_taken_ and not (
                    blocking
                    and timeout != 0
                    and world.point("Lock.acquire", self, self.simulation_free_, until, touch=take)
                ):
                    return False
            elif not blocking or timeout == 0:
                world.point("Lock.acquire", self, touch=attempt)
                if self.simulation_taken_:
                    return False
            elif not world.point("Lock.acquire", self, self.simulation_free_, until, touch=take):
                return False
            self.simulation_take_(me)
            return True

        def simulation_again_(self) -> None:
            """Take it after a wait: a step, since others may come first."""
            if not self.simulation_quiet_ or self.simulation_taken_:
                world.point("Lock.acquire", self, self.simulation_free_, touch=take)
            self.simulation_take_(world.running)

        def release(self) -> None:
            if not _inside(world.running):
                world.release_point("Lock.release", self, give)
            if not self.simulation_taken_:
                raise RuntimeError("release unlocked lock")
            self.simulation_give_()

        def simulation_give_(self) -> None:
            self.simulation_taken_ = False
            holder, self.simulation_holder_ = self.simulation_holder_, None
            if holder is not None:
                holder.holds.remove(self)
            world.changed(self.simulation_thing_ or self)
            if holder is world.running:
                holder.effects -= 2  # taken and given back: as if nothing had been

        def locked(self) -> bool:
            if not _inside(world.running):
                world.point("Lock.locked", self, touch=question)
            return self.simulation_taken_

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
            self.simulation_taken_ = False
            self.simulation_holder_ = None

        def __repr__(self) -> str:
            world.look(self.simulation_thing_ or self)
            return f"<{'locked' if self.simulation_taken_ else 'unlocked'} _thread.lock object at 0x…>"

    class RLock:
        """A lock that the thread that has it may take again."""

        __slots__ = (
            "__weakref__",
            "simulation_allows_",
            "simulation_at_",
            "simulation_began_",
            "simulation_conditions_",
            "simulation_count_",
            "simulation_holder_",
            "simulation_thing_",
        )

        def __init__(self, *args: object, **kwargs: object) -> None:
            if (args or kwargs) and sys.version_info >= (3, 13):  # before that nobody minds
                message = "Passing arguments to RLock is deprecated and will be removed in 3.15"
                warnings.warn(message, DeprecationWarning, stacklevel=3)
            self.simulation_holder_: Thread | None = None
            self.simulation_count_ = 0
            self.simulation_thing_: object = None
            self.simulation_allows_: Callable[[Any], int] | None = None
            self.simulation_conditions_ = 0
            self.simulation_at_ = -1
            self.simulation_began_ = (0, 0, 0)

        def simulation_free_(self) -> bool:
            return self.simulation_holder_ is None

        def simulation_take_(self, me: Thread, count: int) -> None:
            self.simulation_holder_ = me
            self.simulation_count_ = count
            me.holds.append(self)
            world.changed(self.simulation_thing_ or self)
            self.simulation_at_ = me.at
            self.simulation_began_ = (me.effects, me.looks, me.clock_reads)

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            if self.simulation_holder_ is me:
                if not _inside(me):
                    world.point("RLock.acquire", self, touch=attempt)
                self.simulation_count_ += 1
                return True
            if _inside(me):
                if self.simulation_holder_ is not None and not (
                    blocking
                    and timeout != 0
                    and world.point("RLock.acquire", self, self.simulation_free_, until, touch=take)
                ):
                    return False
            elif not blocking or timeout == 0:
                world.point("RLock.acquire", self, touch=attempt)
                if self.simulation_holder_ is not None:
                    return False
            elif not world.point("RLock.acquire", self, self.simulation_free_, until, touch=take):
                return False
            self.simulation_take_(me, 1)
            return True

        __enter__ = acquire

        def release(self) -> None:
            me = world.running
            if not _inside(me):
                world.release_point("RLock.release", self, give)
            if self.simulation_holder_ is not me:
                raise RuntimeError("cannot release un-acquired lock")
            self.simulation_count_ -= 1
            if self.simulation_count_ == 0:
                self.simulation_give_(me)

        def simulation_give_(self, me: Thread) -> None:
            self.simulation_holder_ = None
            self.simulation_count_ = 0
            me.holds.remove(self)
            world.changed(self.simulation_thing_ or self)
            me.effects -= 2

        def __exit__(self, *exc_info: object) -> None:
            self.release()

        def locked(self) -> bool:
            if not _inside(world.running):
                world.point("RLock.locked", self, touch=question)
            return self.simulation_holder_ is not None

        def _is_owned(self) -> bool:
            return self.simulation_holder_ is world.running

        def _recursion_count(self) -> int:
            return self.simulation_count_ if self.simulation_holder_ is world.running else 0

        def _release_save(self) -> tuple[int, Thread | None]:
            if self.simulation_holder_ is None:
                raise RuntimeError("cannot release un-acquired lock")
            saved = (self.simulation_count_, self.simulation_holder_)
            self.simulation_give_(self.simulation_holder_)
            return saved

        def _acquire_restore(self, saved: tuple[int, Any]) -> None:
            world.point("RLock.acquire", self, self.simulation_free_, touch=take)
            self.simulation_take_(world.running, saved[0])

        def __reduce_ex__(self, protocol: Any) -> NoReturn:
            cls = type(self)
            name = "_thread.RLock" if cls is RLock else cls.__name__
            raise TypeError(f"cannot pickle {name!r} object")

        def _at_fork_reinit(self) -> None:
            self.simulation_holder_ = None
            self.simulation_count_ = 0

        def __repr__(self) -> str:
            world.look(self.simulation_thing_ or self)
            owner = 0 if self.simulation_holder_ is None else self.simulation_holder_.ident
            state = "unlocked" if self.simulation_holder_ is None else "locked"
            return f"<{state} _thread.RLock object owner={owner} count={self.simulation_count_} at 0x…>"

    class Waiter:
        """What ``Condition.wait`` sleeps on: taken once, taken a second time to sleep, released to wake."""

        __slots__ = ("__weakref__", "simulation_sleeper_", "simulation_taken_")

        def __init__(self) -> None:
            self.simulation_taken_ = False
            self.simulation_sleeper_: Thread | None = None

        def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
            until = deadline(blocking, timeout)
            me = world.running
            while self.simulation_taken_:
                if not blocking:
                    return False
                self.simulation_sleeper_ = me
                if until is not None:
                    world.waits_again(me)
                woken = world.park(until, wakeable=True)
                self.simulation_sleeper_ = None
                me.parks += 1 if woken else 0
                me.slept += 0 if woken else 1
                if not woken:
                    return False
            self.simulation_taken_ = True
            return True

        def release(self) -> None:
            if not self.simulation_taken_:
                raise RuntimeError("release unlocked lock")
            self.simulation_taken_ = False
            if self.simulation_sleeper_ is not None:
                world.wake(self.simulation_sleeper_)

        def locked(self) -> bool:
            return self.simulation_taken_

    return lock, RLock, Waiter
