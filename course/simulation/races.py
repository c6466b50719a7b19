"""Data races of one execution: accesses of the same data that nothing orders but the scheduler.

Two accesses race if they are of two threads, one of them is a write, and neither *happens before* the other.
Happens-before is what synchronisation orders, and nothing else: the order within a thread; the start of a thread before
its first step, its end before a ``join`` that returns; the release of a lock before its next taking, ``set`` before a
``wait`` that it lets through, ``put`` before ``get``, a notification before the thread that it wakes goes on.  Not the
clock: whoever sleeps long enough is only likely to come later.  Not ``print``.  Not the data itself: a loop that looks
at a flag until it changes is no synchronisation.

Clocks are vectors, and of a variable only the last write and each thread's last read since are kept: this is FastTrack
(Flanagan and Freund, PLDI 2009).  It finds at least the first race on each variable.  It speaks of one execution: a
lock may there order by chance what it does not order in another.

An operation on a container as a whole (``append``, ``len``, ``in``, a turn of an iteration) is one step of the
interpreter, so two of them are no data race, whatever their order leads to.  Names, attributes and items can race.

This is not the happens-before of the search (``course/search/traces.py``), where data orders as well: there it says
which schedules end alike.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Generic, TypeVar

from course.simulation.steps import inner_lock
from course.simulation.threads import ENDED, Thread, simulated
from course.simulation.touches import LIBRARY, WHOLE
from course.simulation.world import World

__all__ = ["Races"]

Clock = dict[int, int]
"""For each thread, up to which of its moments all happened before."""

Subject = tuple[int, str]
"""The number of an object of the library, and which of its sides: what is given by one thread and taken by another."""

Place = TypeVar("Place")

IT = "it"

ORDERS: dict[str, tuple[str, str]] = {
    "Lock.acquire": ("", IT),
    "Lock.release": (IT, ""),
    "Lock.locked": ("", IT),
    "RLock.acquire": ("", IT),
    "RLock.release": (IT, ""),
    "RLock.locked": ("", IT),
    "Condition.wait": (IT, IT),
    "Event.set": (IT, ""),
    "Event.clear": (IT, ""),
    "Event.is_set": ("", IT),
    "Event.wait": ("", IT),
    "Semaphore.acquire": ("", IT),
    "Semaphore.release": (IT, ""),
    "BoundedSemaphore.release": (IT, ""),
    "Barrier.wait": (IT, IT),
    "Barrier.reset": (IT, ""),
    "Barrier.abort": (IT, ""),
    "Timer.cancel": (IT, ""),
    "Queue.put": ("items", "room"),
    "Queue.get": ("room", "items"),
    "Queue.task_done": ("tasks", ""),
    "Queue.join": ("", "tasks"),
    "Queue.qsize": ("", "items room"),
    "Queue.empty": ("", "items room"),
    "Queue.full": ("", "items room"),
    "Queue.shutdown": ("items room tasks", ""),
    "SimpleQueue.put": ("items", ""),
    "SimpleQueue.put_nowait": ("items", ""),
    "SimpleQueue.get": ("", "items"),
    "SimpleQueue.get_nowait": ("", "items"),
    "SimpleQueue.qsize": ("", "items"),
    "SimpleQueue.empty": ("", "items"),
    "ThreadPoolExecutor.submit": ("items", ""),
    "ThreadPoolExecutor.shutdown": ("items", ""),
    "Future.set_result": (IT, ""),
    "Future.set_exception": (IT, ""),
    "Future.cancel": (IT, IT),
    "Future.set_running_or_notify_cancel": ("", IT),
    "Future.result": ("", IT),
    "Future.exception": ("", IT),
    "Future.done": ("", IT),
    "Future.running": ("", IT),
    "Future.cancelled": ("", IT),
    "Future.add_done_callback": ("", IT),
}
"""The sides of its object that an operation gives, and those that it takes.

What a thread did before it gave a side happens before what another does after it has taken that side.  This is what the
documentation promises, and less than the locks inside happen to order: two threads that both ``put`` are not ordered.
"""

INSIDE: dict[str, tuple[str, ...]] = {
    "Condition": ("_lock",),
    "Timer": ("finished",),
    "Future": ("_condition", "_lock"),  # which as_completed takes
    "ThreadPoolExecutor": ("_work_queue",),
}
"""What stands for an object, where operations on something inside it order as well."""

LIVES = frozenset({"enumerate", "active_count"})
"""Who asks for the threads alive learns of all that have ended."""


class _Access(Generic[Place]):
    __slots__ = ("moment", "place", "thread")

    def __init__(self, thread: int, moment: int, place: Place) -> None:
        self.thread = thread
        self.moment = moment
        self.place = place


class _Datum(Generic[Place]):
    """A variable, an attribute or an item: its last write, and each thread's last read since."""

    __slots__ = ("reads", "write")

    def __init__(self) -> None:
        self.write: _Access[Place] | None = None
        self.reads: dict[int, _Access[Place]] = {}


class Races(Generic[Place]):
    """Listens to a world, and to accesses with their places; ``found`` has the pairs of places that race."""

    def __init__(self, world: World) -> None:
        self.found: list[tuple[Place, Place]] = []
        """In order of appearance; the access that came later in this execution is the second."""
        self._world = world
        self._clocks: dict[int, Clock] = {}
        self._given: dict[Subject, Clock] = {}
        self._taking: dict[int, list[Subject]] = {}
        """By thread: what its present operation takes; if it blocks, once more when it is done."""
        self._ending: dict[int, tuple[Any, ...]] = {}
        """By thread: the threads that its present operation waits for, if it is the end of an executor."""
        self._data: dict[tuple[int, object], _Datum[Place]] = {}

    # --- what orders ------------------------------------------------------------------

    def step(self, thread: Thread) -> None:
        """``thread`` makes its announced step."""
        assert thread.pending is not None
        operation, subject = thread.pending
        gives, takes = self._sides(operation, subject)
        self._take(thread, takes)
        if not thread.depth:
            self._taking[thread.index] = takes
            self._ending.pop(thread.index, None)
        if operation == "ThreadPoolExecutor.shutdown":
            self._ending[thread.index] = tuple(getattr(subject, "_threads", ()))
        elif operation in ("Thread.join", "Thread.is_alive"):
            self._take_ended(thread, [simulated(subject)])
        elif operation in LIVES:
            self._take_ended(thread, self._world.threads)
        self._give(thread, gives)

    def result(self, thread: Thread) -> None:
        """The operation of ``thread`` is done: it may have waited for what others gave meanwhile."""
        self._take(thread, self._taking.get(thread.index, ()))
        ended = self._ending.pop(thread.index, ())
        self._take_ended(thread, [simulated(each) for each in ended])

    def woken(self, thread: Thread, by: Thread | None) -> None:
        """``by`` started ``thread``, or told it to go on; the clock, or a change of data, orders nothing."""
        if by is None or not (thread.wakeable or thread.index not in self._clocks):
            return
        clock = self._clock(by)
        _join(self._clock(thread), clock)
        clock[by.index] += 1

    def _sides(self, operation: str, subject: Any) -> tuple[list[Subject], list[Subject]]:
        """What a step gives, and what it takes."""
        gives, takes = ORDERS.get(operation, ("", ""))
        kind = operation.partition(".")[0]
        number = self._world.number
        more: list[Subject] = []
        if self._world.composite:
            library = (number(LIBRARY), IT)
            if operation == "futures.wait":  # of any futures
                return [], [library]
            if kind == "Future" and gives:
                more.append(library)
        if operation == "Queue.put" and not _is_bounded(subject):
            takes = ""  # there always was room
        return [*self._of(subject, kind, gives), *more], self._of(subject, kind, takes)

    def _of(self, subject: Any, kind: str, sides: str) -> list[Subject]:
        for attribute in INSIDE.get(kind, ()):
            subject = getattr(subject, attribute, None)
        if subject is None:  # no object, or one that was never initialised: the operation will fail
            return []
        thing = self._world.number(subject)
        return [(thing, side) for side in sides.split()]

    def _clock(self, thread: Thread) -> Clock:
        return self._clocks.setdefault(thread.index, {thread.index: 1})

    def _take(self, thread: Thread, sides: Iterable[Subject]) -> None:
        for side in sides:
            given = self._given.get(side)
            if given is not None:
                _join(self._clock(thread), given)

    def _give(self, thread: Thread, sides: Sequence[Subject]) -> None:
        if sides:
            clock = self._clock(thread)
            for side in sides:
                _join(self._given.setdefault(side, {}), clock)
            clock[thread.index] += 1

    def _take_ended(self, thread: Thread, others: Iterable[Thread | None]) -> None:
        for other in others:
            if other is not None and other.state == ENDED:
                _join(self._clock(thread), self._clock(other))

    # --- what is ordered --------------------------------------------------------------

    def access(self, thread: Thread, owner: object, key: object, write: bool, place: Place) -> None:
        """``thread`` reads or writes ``key`` of ``owner`` at ``place``."""
        if key is WHOLE or isinstance(key, tuple):  # with a tuple: what a function with a cache keeps
            return
        guard = self._guard(thread, owner)
        self._take(thread, guard)
        datum = self._data.setdefault((self._world.number(owner), key), _Datum())
        clock = self._clock(thread)
        before = list(datum.reads.values()) if write else []
        if datum.write is not None:
            before.insert(0, datum.write)
        for other in before:
            if other.thread != thread.index and clock.get(other.thread, 0) < other.moment:
                self.found.append((other.place, place))
        access = _Access(thread.index, clock[thread.index], place)
        if write:
            datum.write = access
            datum.reads.clear()
        else:
            datum.reads[thread.index] = access
        self._give(thread, guard)

    def _guard(self, thread: Thread, owner: object) -> list[Subject]:
        """The lock inside of ``owner``, if it is the library's and ``thread`` holds that lock.

        So it is in what a subclass defines and the library calls, such as ``_put`` of a queue: it promises that
        this is done by one thread at a time, though not what it orders outside.
        """
        lock = inner_lock(owner)
        if lock is None or getattr(lock, "simulation_holder_", None) is not thread:
            return []
        return [(self._world.number(lock), IT)]


def _is_bounded(line: Any) -> bool:
    size = getattr(line, "maxsize", 0)
    return isinstance(size, int) and size > 0


def _join(clock: Clock, other: Clock) -> None:
    """Make ``clock`` the later of both."""
    for thread, moment in other.items():
        if clock.get(thread, 0) < moment:
            clock[thread] = moment
