"""The trace of an execution: its events, and the numbers of the things that they touch.

A strategy that reduces needs to know which steps depend on each other, so each stretch of a thread is written down as
an :class:`~course.simulation.touches.Event`.  Things are numbered in the order in which they are first touched, so that
no address gets into a trace.  This is the lowest layer of the world; it knows nothing of who goes next, nor of time.
The layers are base classes, not parts: each step asks for numbers, and one more call there would be felt.
"""

from __future__ import annotations

import functools
import weakref
from collections.abc import Sequence
from typing import Any

from course.simulation.threads import ANNOUNCED, PARKED, Thread
from course.simulation.touches import EAGER, LIBRARY, NONE, NOTHING, WHOLE, Event, Head, Touch, Unmade

__all__ = ["Events"]


class Events:
    """What happened in one execution."""

    running: Thread
    """The thread that runs."""

    def __init__(self) -> None:
        self.composite = False
        """Whether the program has operations that touch many things of the library at once."""

    def begin_events(self, trace: list[Event] | None, script: Sequence[int]) -> None:
        """Forget the last execution."""
        self.trace = trace
        """The events of the execution, for a strategy that wants them; those of the script are in it already."""
        self.misfit = False
        """Whether the script did not fit: the program did something else than before."""
        self.script = script
        """Who makes the first steps; after its end the chooser is asked."""
        self.scripted = 0
        self.position = 0
        """The number of events so far."""
        self.unmade: list[Unmade] = []
        """The steps that were announced and not made when it ended."""
        self.clock_at = -1
        """The event in which the clock moved last."""
        self.absorbed: dict[int, int] = {}
        """For looks that found nothing and waited: which event undid each; see ``course/search/reduction.py``."""
        self._numbers: dict[int, int] = {}
        self._count = 0
        self._kept: list[object] = []

    def number(self, thing: object) -> int:
        """The number of ``thing`` in this execution."""
        address = id(thing)
        number = self._numbers.get(address)
        if number is None:
            number = self._numbers[address] = self._count = self._count + 1
            # Nothing else may be taken for it that gets its address later.
            try:
                self._kept.append(weakref.ref(thing, functools.partial(_forget, self._numbers, address)))
            except TypeError:  # a list, a dict: it stays until the execution is over
                self._kept.append(thing)
        return number

    def head(self, subject: object, touch: Touch) -> Head:
        """What an operation on ``subject`` touches."""
        if touch is NOTHING:
            return NONE
        if touch.things is None:
            head: Head = ((self.number(subject), None, touch.write),)
        else:
            head = tuple([(self.number(thing), part, write) for thing, part, write in touch.touched(subject)])
        return (*head, (self.number(LIBRARY), WHOLE, False)) if self.composite else head

    def follow_up(self, thread: Thread, head: Head) -> None:
        """``thread`` does something that others may depend on, without a choice before it."""
        thread.segment = {}
        thread.at = self._record(EAGER, thread.index, head, 0, 0, thread.segment)

    def touches(self, head: Head) -> None:
        """The step that is being made turned out to touch ``head`` as well."""
        if head and self.trace is not None and self.scripted >= len(self.script):
            event = self.trace[self.running.at]
            event.head = (*event.head, *[each for each in head if each not in event.head])

    def _record(self, kind: int, thread: int, head: Head, need: int, state: int, tail: Any, cause: int = -1) -> int:
        position = self.position
        self.position = position + 1
        if self.trace is not None and self.scripted >= len(self.script):
            self.misfit = self.misfit or position != len(self.trace)
            self.trace.append(Event(kind, thread, head, need, state, tail, cause))
        return position

    def _unmade(self, thread: Thread) -> Unmade | None:
        """The step that ``thread`` has announced and not made."""
        if thread.state == ANNOUNCED:
            if thread.timed_out:
                return Unmade(thread.index, thread.head, 0, thread.cause)
            return Unmade(thread.index, thread.head, thread.touch.need, -1)
        if thread.state == PARKED and thread.due:
            return Unmade(thread.index, thread.head[1:] or thread.head, 0, self.clock_at)
        return None


def _forget(numbers: dict[int, int], address: int, _: object) -> None:
    numbers.pop(address, None)
