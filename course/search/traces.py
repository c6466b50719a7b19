"""Happens-before in a trace: which steps are ordered by what they touch, and which only by chance.

Two steps of different threads are *dependent* if they touch the same thing and one of them changes it; a step also
comes after the one that woke or started its thread.  The transitive closure is *happens-before*; two traces with the
same happens-before are equivalent (Mazurkiewicz), and one execution stands for all of them.  A *race* is a pair of
dependent steps with nothing in between that orders them, the second of which could have come first: to reverse it leads
to another class.  Clocks are vectors over threads (Flanagan and Godefroid, POPL 2005; Abdulla, Aronis, Jonsson and
Sagonas, JACM 2017).

What is kept grows and shrinks with the path of a depth-first search; only the events beyond the last branching are
looked at anew.
"""

from __future__ import annotations

from collections.abc import Iterable

from course.simulation.schedule import RELEASE
from course.simulation.touches import BARRIER, EAGER, NONE, STEP, WHOLE, Event, Head, Part, Unmade

__all__ = ["Trace"]

Access = tuple[int, int, Part, bool, int, tuple[int, ...]]
"""Moment, slot of its thread, part, whether it was changed, state before, and places (none if it was announced).

The moment of what event n announced is 2n, and that of what the thread touched after it is 2n + 1.  So are clocks.
"""

EVERYTHING = -1
"""The thing that stands for all things, in ``touches.ALL``."""


class Trace:
    """The events of the present path, with their clocks and what touched each thing."""

    def __init__(self) -> None:
        self.events: list[Event] = []
        self._width = 4
        self._things: dict[int, list[Access]] = {}
        self._pushed: list[list[int]] = []
        """By event: the things that it touched."""
        self._last: list[int] = [-1] * self._width
        """By slot: the latest event.  Slot 0 is the clock's, slot n + 1 that of thread n."""
        self.timeouts: list[int] = []
        """The events that made a step possible for which its thread would not have waited for ever."""
        self._before: list[int] = []
        """By event: the one before it of the same thread."""

    @property
    def looked_at(self) -> int:
        """How many events have clocks."""
        return len(self._pushed)

    # --- the path grows and shrinks -----------------------------------------------------

    def cut(self, length: int) -> None:
        """Forget all events from number ``length`` on."""
        while len(self._pushed) > length:
            for thing in self._pushed.pop():
                self._things[thing].pop()
            position = len(self._pushed)
            self._last[self.events[position].thread + 1] = self._before.pop()
        del self.events[length:]

    def look(self, absorbed: dict[int, int]) -> tuple[list[tuple[int, int]], set[int]]:
        """Give clocks to the new events.

        Returns the races whose later event is new, as pairs of positions, and the places where data was touched in a
        race although nothing announced it.  ``absorbed`` is said in ``Event.absorbed``.
        """
        races: list[tuple[int, int]] = []
        places: set[int] = set()
        self.timeouts = []
        first = len(self._pushed)
        for position, by in absorbed.items():
            self.events[position].absorbed = by
        for position in range(first, len(self.events)):
            self._add(position, races, places)
        return races, places

    def _add(self, position: int, races: list[tuple[int, int]], places: set[int]) -> None:
        event = self.events[position]
        slot = event.thread + 1
        if slot >= self._width:
            self._widen(slot + 1)
        base = self._base(slot, event.cause)
        if event.kind == BARRIER:
            for other, last in enumerate(self._last):
                if last >= 0:
                    base = _join(base, self.events[last].clock)
                    base[other] = max(base[other], 2 * last + 1)
        event.base = base
        clock = base
        pushed: list[int] = []
        if event.kind == STEP or (event.kind == EAGER and event.head is not NONE):
            found, clock = self._races(position, slot, base, event.head, event.need, places)
            if event.kind == STEP:
                races += [(at, position) for at in found]
            elif found:
                places.add(RELEASE)
            sites = () if event.kind == STEP else (RELEASE,)
            for thing, part, write in event.head:
                self._push(thing, (2 * position, slot, part, write, event.state, sites), pushed)
        event.clock = clock = clock[:]
        clock[slot] = 2 * position
        if event.tail:
            self._tail(position, slot, clock, event.tail, pushed, places)
        self._pushed.append(pushed)
        self._before.append(self._last[slot])
        self._last[slot] = position

    def _push(self, thing: int, access: Access, pushed: list[int]) -> None:
        accesses = self._things.get(thing)
        if accesses is None:
            accesses = self._things[thing] = []
        accesses.append(access)
        pushed.append(thing)

    def _base(self, slot: int, cause: int, last: int = -1) -> list[int]:
        """The clock of what a thread's next event (that after event ``last``) comes after, whatever it touches."""
        last = self._last[slot] if last < 0 else last
        base = self.events[last].clock[:] if last >= 0 else [-1] * self._width
        if last >= 0:
            base[slot] = 2 * last + 1
        if cause >= 0:
            base = _join(base, self.events[cause].clock)
        return base

    def _widen(self, width: int) -> None:
        more = [-1] * (width - self._width)
        for event in self.events[: len(self._pushed)]:
            event.clock, event.base = event.clock + more, event.base + more
        self._last += more
        self._width = width

    # --- races --------------------------------------------------------------------------

    def _races(
        self,
        position: int,
        slot: int,
        base: list[int],
        head: Head,
        need: int,
        places: set[int],
        made: bool = True,
    ) -> tuple[list[int], list[int]]:
        """The events that the step at ``position`` races with, and its clock; it may be one that was not ``made``."""
        absorbed = self.events[position].absorbed if made else -1
        timed = made and self.events[position].timed
        clock = known = base
        """``known`` is the clock without looks that found nothing."""
        looks: list[int] = []
        found: list[int] = []
        perhaps: list[int] = []
        """Before these, it cannot be told whether the step was possible."""
        for thing, part, write in head:
            for accesses in self._accesses(thing):
                for moment, other_slot, other_part, other_write, state, sites in reversed(accesses):
                    if not (write or other_write) or (sites and thing == EVERYTHING) or moment >= 2 * position:
                        continue
                    covers = other_write and thing != EVERYTHING and (other_part is WHOLE or other_part == part)
                    if not covers and other_part != part and part is not WHOLE and other_part is not WHOLE:
                        continue
                    if other_slot == slot or base[other_slot] >= moment:
                        if covers:
                            break  # whatever came before it is ordered as well
                        continue
                    at = moment >> 1
                    event = self.events[at]
                    if clock[other_slot] < moment:
                        clock = _join(clock, event.clock)
                    undone = {position, absorbed} if made else set()
                    if event.absorbed >= 0 and event.absorbed in undone:
                        looks.append(at)
                    elif self._before[at] < 0 or self.events[self._before[at]].absorbed not in undone - {-1}:
                        known = _join(known, event.clock)
                    if sites and not (need and not state & need):
                        places.update(sites)
                    elif (
                        (need and not state & need)
                        or (made and event.absorbed == position)
                        or 0 <= event.absorbed == absorbed
                    ):
                        if timed:
                            self.timeouts.append(at)
                        continue  # it made the step possible, or leaves no trace: what came before it counts
                    elif need and state == -1:
                        perhaps.append(at)
                        continue
                    else:
                        found.append(at)
                    if covers:
                        break
        found += [at for at in looks if not self._left_nothing(at, known)]
        if len(found) > 1:
            found = [at for at in dict.fromkeys(found) if not self._ordered(at, found)]
        return found + perhaps, clock

    def _accesses(self, thing: int) -> Iterable[list[Access]]:
        if thing == EVERYTHING:
            return list(self._things.values())
        accesses = self._things.get(thing)
        everything = self._things.get(EVERYTHING)
        return [each for each in (accesses, everything) if each]

    def _left_nothing(self, look: int, known: list[int]) -> bool:
        """Whether a look that was undone ordered nothing: all that its thread did before it was ordered without it."""
        slot = self.events[look].thread + 1
        before = self._before[look]
        while before >= 0:
            event = self.events[before]
            if event.kind != EAGER or event.head is not NONE or event.tail:
                return known[slot] >= 2 * before + bool(event.tail)
            before = self._before[before]
        return True

    def _ordered(self, at: int, found: list[int]) -> bool:
        """Whether event ``at`` happens before another one of ``found``."""
        slot = self.events[at].thread + 1
        return any(other != at and self.events[other].clock[slot] >= 2 * at for other in found)

    def _tail(
        self,
        position: int,
        slot: int,
        clock: list[int],
        tail: dict[int, dict[Part, dict[int, bool]]],
        pushed: list[int],
        places: set[int],
    ) -> None:
        """What was touched without being announced must be ordered by what was."""
        for thing, parts in tail.items():
            accesses = self._things.get(thing, ())
            for part, sites in parts.items():
                write = True in sites.values()
                for moment, other_slot, other_part, other_write, _, other_sites in accesses:
                    if (
                        (write or other_write)
                        and other_slot != slot
                        and clock[other_slot] < moment
                        and (other_part == part or other_part is WHOLE or part is WHOLE)
                    ):
                        places.update(sites)
                        places.update(other_sites)
                self._push(thing, (2 * position + 1, slot, part, write, 0, tuple(sites)), pushed)

    def pending(self, step: Unmade, places: set[int]) -> list[int]:
        """The events that a step which was not made races with."""
        slot = step.thread + 1
        if slot >= self._width:
            self._widen(slot + 1)
        position = len(self.events) if step.by < 0 else step.by + 1
        return self._races(position, slot, self.base_of(step), step.head, step.need, places, made=False)[0]

    def base_of(self, step: Unmade) -> list[int]:
        """The clock of what a step that was not made would have come after, whatever it touches."""
        return self._base(step.thread + 1, step.cause, step.last)

    # --- reversals ------------------------------------------------------------------------

    def independent_of(self, at: int) -> list[int]:
        """The steps after event ``at`` that do not come after it in happens-before."""
        slot = self.events[at].thread + 1
        events = self.events
        return [
            position
            for position in range(at + 1, len(events))
            if events[position].kind == STEP and events[position].clock[slot] < 2 * at
        ]


def _join(one: list[int], other: list[int]) -> list[int]:
    """The later of each."""
    return [a if a > b else b for a, b in zip(one, other, strict=True)]
