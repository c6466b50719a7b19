"""Accesses of shared data: before which of them there is a choice.

Every read and write of data that threads could share is a source-level step.  But a choice *before* it is
needed only where another thread could notice when it comes.  So the search begins with choices at the
operations of ``threading`` and its kin alone, and watches: the accesses that a thread made since its last choice
(its open *segment*) could as well come later, up to its next choice.  If another thread meanwhile
touches the same data, and one of the two writes, the order of these two was not explored: both places in the source are
*flagged*, and the search begins anew with a choice before each flagged place.  When a search ends without a
new flag, its schedules stand for all schedules, since every other one differs only in the order of accesses
that nobody can tell apart.  (The argument is that of CHESS: Musuvathi et al., OSDI 2008, with the race detection
reduced to what a search that goes through all orders of choices needs.)

Data is named by its owner and a key: a module and a name, an object and an attribute, a container and an item,
or a container and WHOLE.  Which expression of a program reads or writes what is not known here: ``shared.py`` says it.
"""

from __future__ import annotations

import gc
from collections.abc import Iterator
from typing import Any

from course.simulation.touches import WHOLE, Head
from course.simulation.values import ATOMS, UNKNOWN, Kinds
from course.simulation.world import World

__all__ = ["Accesses", "Frame"]

DEEPEST_LOOK = 10_000
"""So many parts of one value are looked at."""


class Frame:
    """Owns the variables that a function shares with the functions inside it."""

    __slots__ = ()


class Accesses:
    """The accesses of one world, and the places in the source that need a choice."""

    def __init__(self, world: World) -> None:
        self.world = world
        world.flag = self.flag
        world.is_flagged = lambda place: place in self.flagged
        self.flagged: set[int] = set()
        """The places in the source before which there is a choice."""
        self.fresh: set[int] = set()
        """Places that turned out to need a choice since the search began."""
        self.kinds = Kinds()
        """How values of a class are shared."""

    def begin(self) -> None:
        """Get ready for an execution."""
        self.kinds.begin()

    def access(
        self,
        site: int,
        owner: object,
        key: object,
        write: bool,
        value: object = UNKNOWN,
        also: tuple[tuple[object, object], ...] = (),
        deep: Head = (),
    ) -> None:
        """The running thread is about to read or write ``key`` of ``owner`` at ``site``.

        ``also`` are further pairs of an owner and a key that the same step reads or writes; ``deep`` is what else it
        looks into.
        """
        world = self.world
        me = world.running
        # Where preemptions are counted, others who come upon a lock that is held inside an operation go on for free.
        needed = site in self.flagged or (me.depth > 0 and world.trace is None)
        touched = ((owner, key), *also) if also else ((owner, key),)
        operation = "write" if write else "read"
        if needed:
            head = (*[(world.number(each), part, write) for each, part in touched], *deep)
            world.minor_point(operation, (owner, key), True, head=head)
        else:
            world.minor_point(operation, (owner, key), False)
            if me.loops:
                me.looked += [(world.number(each), part) for each, part in touched]
        if not write:
            me.looks += 1
        if len(world.threads) == 1 and world.recorder is None:
            # alone: nobody to share with, and the start of another thread begins a new segment
            if write:
                world.changed(owner, key)
            return
        for each, part in touched:
            number = world.number(each)
            for other in world.threads:
                if number in other.segment and other is not me and other.index not in me.over:
                    self._compare(site, other.segment[number], part, write)
            if not needed:
                sites = me.segment.setdefault(number, {}).setdefault(part, {})
                sites[site] = sites.get(site, False) or write
        if world.recorder is not None:
            world.recorder.access(me, site, owner, key, write, value)
        if write:
            world.changed(owner, key)
            for each, part in also:
                world.stir(each, part)

    def _compare(self, site: int | None, accesses: dict[object, Any], key: object, write: bool) -> None:
        """Flag ``site`` and those of another thread's open accesses whose order with it matters."""
        keys = list(accesses) if key is WHOLE else [key, WHOLE]
        for each in keys:
            for other_site, other_write in accesses.get(each, {}).items():
                if write or other_write:
                    if site is not None:
                        self.flag(site)
                    self.flag(other_site)

    def flag(self, site: int) -> None:
        """From the next search on, there is a choice before ``site``."""
        if site not in self.flagged:
            self.fresh.add(site)

    # --- looks into values, as a part of a step --------------------------------------------

    def inside(self, *values: Any) -> Head:
        """All containers in ``values``, as what a step looks into."""
        return tuple([(self.world.number(part), WHOLE, False) for part in self._parts(*values)])

    def look_deep(self, site: int | None, value: Any) -> None:
        """``value`` is looked into as a part of the step that is being made, with all containers in it."""
        me = self.world.running
        announced = site is None or site in self.flagged
        for part in self._parts(value):
            number = self.world.number(part)
            self.look_at(part, WHOLE, site)
            if site is not None and not announced:
                me.segment.setdefault(number, {}).setdefault(WHOLE, {}).setdefault(site, False)
        if announced:
            self.world.touches(self.inside(value))

    def look_at(self, owner: object, key: object, site: int | None = None) -> None:
        """The step that is being made reads ``key`` of ``owner``: might another thread as well write it later?"""
        number = self.world.number(owner)
        me = self.world.running
        for other in self.world.threads:
            if number in other.segment and other is not me and other.index not in me.over:
                self._compare(site, other.segment[number], key, False)

    def _parts(self, *values: Any) -> Iterator[Any]:
        """The containers in ``values``."""
        seen: set[int] = set()
        rest = [value for value in values if type(value) not in ATOMS]
        while rest and len(seen) < DEEPEST_LOOK:
            part = rest.pop()
            if id(part) in seen:
                continue
            seen.add(id(part))
            kind = self.kinds[type(part)]
            if kind == "view":
                rest.append(gc.get_referents(part)[0])
            elif kind == "container" or isinstance(part, (tuple, frozenset)):
                if kind == "container":
                    yield part
                if not isinstance(part, bytearray):
                    rest.extend(part.values() if isinstance(part, dict) else part)
