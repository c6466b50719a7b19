"""The turns of loops: which only wait, which poll, and which must let others go first.

A thread that turns a loop in which nothing can change would make every search endless.  So each turn is told here, with
what it may have changed; the thread then rests until another one changes what it looked at, and a recording notes
whether it spun or polled.
"""

from __future__ import annotations

import sys
from typing import Any

from course.simulation.carrier import Unwind
from course.simulation.threads import ANNOUNCED, DOUBT, ENDED, Thread
from course.simulation.touches import ALL, Part
from course.simulation.values import ATOMS
from course.simulation.world import World, concerns

__all__ = ["FAIR_TURNS", "Loops"]

FAIR_TURNS = 200
"""So many turns of a loop may a thread take in a row while others could run; then it must let one go first."""

LONGEST_TICK = 100
"""In milliseconds: how far the clock moves at most for one turn of a loop that does nothing but read it."""

YIELD = "yield"


class Loops:
    """The loops of one world; its public methods are names that rewritten code calls."""

    def __init__(self, world: World) -> None:
        self.world = world

    def tick(self, site: int) -> None:
        """A turn of a ``for``: it may sleep to wait."""
        me = self.world.running
        stepped, me.stepped = me.stepped, 0
        self._count_turn()
        self._polls(site, same=False, stepped=stepped)
        self._be_fair()

    def yielded(self, value: Any) -> Any:
        """What a ``yield`` in a loop gave: a generator that goes on has done something, it gave an item."""
        self.world.running.effects += 1
        return value

    def enter(self, site: int) -> None:
        """A ``while`` begins: its first turn repeats none, whatever an earlier run of the same loop did."""
        me = self.world.running
        me.loops.pop(site, None)
        me.doubt = None
        me.entered[site] = (me.effects, me.looks, me.clock_reads, me.at)

    def turn(self, site: int, variables: dict[str, Any] | None, awaits: bool = False) -> None:
        """A turn of a ``while``: does it only wait?

        A turn that changed nothing, neither shared data nor a local variable, will be followed by the same turn until
        another thread changes something.  ``awaits``: the turn is nothing but a call of ``wait``.
        """
        world = self.world
        self._count_turn()
        me = world.running
        if awaits:
            me.found_by = (id(sys._getframe(1)), me.effects)
            me.awaits = me.at if self._found_nothing(site) else -1
            me.entered.pop(site, None)
        snapshot = {} if variables is None else dict(variables)
        before = me.loops.get(site)
        now = (me.effects, me.parks, me.slept, me.clock_reads, snapshot, len(me.looked), len(world.changes))
        me.loops[site] = now
        world.looping = True
        same = isinstance(before, tuple) and _same(before[4], snapshot)
        if isinstance(before, tuple) and same and before[:3] == now[:3]:
            self._spin(before[3] != me.clock_reads, me.looked[before[5] :], before[6])
            return
        self._polls(site, same)
        me.tick = 0
        self._be_fair()

    def _count_turn(self) -> None:
        """A turn of a loop: counted, so that no loop is endless, and fair, so that no loop starves the others."""
        world = self.world
        if world.ending is not None:
            raise Unwind
        world.turns += 1
        if world.turns > world.turn_budget:
            world.exhausted = "turns"
            world.finish("endless")

    def _spin(self, reads_clock: bool, watch: list[tuple[int, Part]], since: int) -> None:
        """A turn of a loop that changed nothing: it would go on so until another thread changes what it looks at.

        So nothing is lost by letting it rest until then.  If it reads the clock, time is such a
        something: it then rests for a tick.  What the simulation does not see may have changed as well,
        so when nobody else can go on, it looks again if anything has happened.  ``watch`` is what it looked at in
        the turn, which began after change number ``since``: what changed meanwhile it may have missed.
        """
        world = self.world
        me = world.running
        missed = [change for thread, change in world.changes[since:] if thread != me.index]
        if any(concerns(change, watch) for change in missed):
            return
        world.polled = True
        if world.recorder is not None:
            world.recorder.note(me, "spin")
        if reads_clock:
            me.tick = min(me.tick + 1, LONGEST_TICK)
            world.park(world.now + me.tick * 1_000_000)
        else:
            me.watch = watch
            me.stirred = bool(missed)
            world.spinners.append(me)
            world.park()

    def _be_fair(self) -> None:
        """After many turns of a loop in a row, let the others make a step first."""
        world = self.world
        me = world.running
        me.turns += 1
        if me.turns <= FAIR_TURNS or me.depth:
            return
        me.turns = 0
        others = [thread for thread in world.threads if thread is not me and thread.state != ENDED]
        if others:
            world.forced_fair = True
            mark = world.turns + world.steps
            world.point(
                YIELD, None, ready=lambda: world.turns + world.steps != mark or not self._anyone(others), head=ALL
            )

    def _anyone(self, threads: list[Thread]) -> bool:
        """Whether one of them can go on, now or at a deadline, and is not itself letting others go first."""
        world = self.world
        return any(
            thread in world.woken
            or (thread.state == ANNOUNCED and thread.pending != (YIELD, None) and world.can(thread))
            or (thread.state != ENDED and thread.deadline is not None)
            for thread in threads
        )

    def _polls(self, site: int, same: bool, stepped: int = 0) -> None:
        """Take note if the last turn of a loop only looked and slept.

        ``same``: it changed no local variable either.  A loop that waits with a timeout and counts something of its own
        is a heartbeat; one that sleeps and looks is polling, whatever it counts.  The ``stepped`` looks by which a
        ``for`` comes to its next item ask for nothing.  If it was a wait that ran out, this may have been the last one,
        for all the time that was left: only who waits again asks again.
        """
        world = self.world
        me = world.running
        now = (me.effects, me.parks, me.looks, me.naps, me.slept)
        before = me.polls.get(site)
        me.polls[site] = now
        if before is None or before[:2] != now[:2] or before[2] + stepped == now[2]:
            return
        if before[3] != now[3]:
            world.polled = True
            if world.recorder is not None:
                world.recorder.note(me, "poll")
        elif same and before[4] != now[4]:
            me.doubt = me.effects
            if world.recorder is not None:
                world.recorder.note(me, DOUBT)

    def _found_nothing(self, site: int) -> bool:
        """Whether all that the thread did since it took a lock was to find that it has to wait.

        Then nothing of it is left once another thread has woken it: it takes the lock again and looks again.
        """
        me = self.world.running
        lock: Any = me.holds[-1] if me.holds else None
        if lock is None or lock.simulation_at_ != me.at:
            return False
        effects, looks, clock_reads = lock.simulation_began_
        if me.effects != effects or me.clock_reads != clock_reads:
            return False
        # In its first turn the loop must have been the first thing to look at anything.
        entered = me.entered.get(site)
        return entered is None or entered == (effects, looks, clock_reads, me.at)


def _same(before: dict[str, Any], now: dict[str, Any]) -> bool:
    """Whether two snapshots of local variables hold the same values."""
    if before.keys() != now.keys():
        return False
    for name, value in now.items():
        other = before[name]
        if other is not value and (type(other) is not type(value) or type(value) not in ATOMS or other != value):
            return False
    return True
