"""Optimal dynamic partial-order reduction: one execution for each class of equivalent schedules.

Depth-first search over schedules.  After each execution the races of its trace (``traces.py``) say which other classes
there are; for each race a sequence that leads to one of them is put into the *wakeup tree* of the place where it leaves
the path.  A *sleep set* holds the threads whose next step was explored from a place already, until something that
depends on that step happens.  With sleep sets alone many executions would be begun and given up; with wakeup trees
hardly any is (Abdulla, Aronis, Jonsson and Sagonas: Optimal Dynamic Partial Order Reduction, POPL 2014; Source Sets,
JACM 2017).  Only the present path is kept: memory is in proportion to the length of a schedule.

Three things go beyond the published algorithms.

**Steps that cannot be made.**  A lock is taken, a queue is full.  A step of another thread made the step possible; the
race is not with that one, but with the latest step before which it was possible as well.  Steps that were announced and
never made race like all others.

**Looks that find nothing.**  A thread takes a lock, looks (``while not items``), finds nothing and waits; another one
takes the lock, changes something and wakes all that wait; the first looks again.  After that, nothing tells that the
first look took place: the state is the same as if the thread had not come yet.  Such a look is *absorbed* by the
other's critical section, and their order is no race, as long as all that the thread did before is ordered anyway.
Without this a bounded buffer with two producers and two consumers of two items each has 288,000 classes; with it,
1,200.

**Late threads.**  The passing of a deadline is a step of the clock's that depends on every other step.  Wherever it may
come early, it is a branch of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from course.model import CLOCK
from course.search.traces import Trace
from course.simulation.touches import ALL, Event, Head, conflict
from course.simulation.world import World

__all__ = ["Optimal"]


class Branch:
    """A node of a wakeup tree: a thread that is to go next, and what is to come after it."""

    __slots__ = ("branches", "thread")

    def __init__(self, thread: int) -> None:
        self.thread = thread
        self.branches: list[Branch] = []


class Node:
    """A place on the path where a thread was chosen."""

    __slots__ = ("branches", "heads", "sleep")

    def __init__(self, heads: dict[int, Head], sleep: dict[int, Head], branches: list[Branch]) -> None:
        self.heads = heads
        """What the next step of each thread that could go on touches."""
        self.sleep = sleep
        """Threads whose next step need not be made here, with what it touches."""
        self.branches = branches
        """What is still to be explored from here."""


class Optimal:
    """All classes of schedules, one execution each.

    ``world`` is the one that runs the executions.
    """

    skipped = False

    def __init__(self, world: World) -> None:
        self.world = world
        self._trace = Trace()
        self.trace = self._trace.events
        """The events of the present path."""
        self.script: list[int] = []
        """The threads of the steps that the next execution begins with."""
        self.cut_short = 0
        """How many executions were given up, since all that could follow was explored already."""
        self.places: set[int] = set()
        """Where data was touched in a race although nothing announced it."""
        self._steps: list[int] = []
        """The positions of the path's steps in the trace."""
        self._nodes: list[Node] = []
        self._branches: list[Branch] = []
        """The wakeup tree below the place that was reached."""
        self._redundant = False

    # --- one execution ------------------------------------------------------------------

    def choose(self, options: list[int], current: int | None) -> int | None:
        """The first branch of the wakeup tree; where there is none, any thread that is not asleep."""
        world = self.world
        threads = world.threads
        sleep = self._awake() if self._nodes else {}
        heads = {index: threads[index].head if index != CLOCK else ALL for index in options}
        node = Node(heads, sleep, [])
        chosen: int | None = None
        while self._branches and chosen is None:
            branch = self._branches[0]
            if branch.thread in heads and branch.thread not in sleep:
                chosen = branch.thread
                node.branches = self._branches[1:]
                self._branches = branch.branches
            else:
                self._branches = self._branches[1:]
        if chosen is None:
            if current is not None and current not in sleep:
                chosen = current
            else:
                chosen = next((option for option in options if option not in sleep), None)
            if chosen is None:
                self._redundant = True
                return None
            self._branches = []
        may_be_late = options[-1] == CLOCK and chosen != CLOCK and CLOCK not in sleep
        if may_be_late and not any(branch.thread == CLOCK for branch in node.branches):
            node.branches.append(Branch(CLOCK))
        self._steps.append(world.position)
        self._nodes.append(node)
        return chosen

    def _awake(self) -> dict[int, Head]:
        """Who still sleeps after the last step: those that it did not disturb."""
        node = self._nodes[-1]
        if not node.sleep:
            return {}
        event = self.trace[self._steps[-1]]
        return {
            thread: head
            for thread, head in node.sleep.items()
            if thread != event.thread and not conflict(head, event.head)
        }

    # --- between executions -------------------------------------------------------------

    @property
    def counts(self) -> bool:
        """Whether the execution that is over was one of a new class."""
        return not self._redundant

    def next(self) -> bool:
        """Learn from the execution that is over, and go on to the next class; False if there is none left."""
        if self._redundant:
            self.cut_short += 1
        self._learn()
        nodes, steps, events = self._nodes, self._steps, self.trace
        while nodes:
            node = nodes[-1]
            event = events[steps[-1]]
            done, announced = event.thread, node.heads[event.thread]
            # What a step turned out to touch is known only now; it sleeps until something depends on any of it.
            node.sleep[done] = (*announced, *[each for each in event.head if each not in announced])
            while node.branches:
                branch = node.branches.pop(0)
                if branch.thread in node.heads and branch.thread not in node.sleep:
                    self.script = [events[at].thread for at in steps[:-1]] + [branch.thread]
                    self._trace.cut(steps[-1])
                    self._branches = branch.branches
                    self._redundant = False
                    return True
            nodes.pop()
            steps.pop()
        return False

    def _learn(self) -> None:
        """Put what the races of the last execution lead to into the wakeup trees."""
        world, trace = self.world, self._trace
        first = trace.looked_at
        races, places = trace.look(world.absorbed)
        events = trace.events
        reversals = [(at, _Last(events[late].thread, events[late].head, events[late].base, late)) for at, late in races]
        for step in world.unmade:
            if 0 <= step.by < first:
                continue  # it was seen in an earlier execution
            last = _Last(step.thread, step.head, trace.base_of(step), len(events))
            reversals += [(at, last) for at in trace.pending(step, places)]
        clock = _Last(CLOCK, ALL, [], len(events))
        reversals += [(at, clock) for at in trace.timeouts]  # before it became possible, time was up
        places = {place for place in places if not world.is_flagged(place)}
        self.places |= places
        if places:
            return  # the search begins anew
        where = {position: index for index, position in enumerate(self._steps)}
        known: dict[int, list[int]] = {}
        for at, last in reversals:
            index = where.get(at)
            if index is None:
                continue
            if at not in known:
                known[at] = trace.independent_of(at)
            self._insert(self._nodes[index], [position for position in known[at] if position != last.late], last)

    def _insert(self, node: Node, before: list[int], last: _Last) -> None:
        """Put the sequence of the steps ``before`` and then ``last`` into the wakeup tree of ``node``."""
        sequence = _Sequence(self._trace.events, before, last)
        for sleeping, sleeping_head in node.sleep.items():
            if sequence.may_begin_with(sleeping, sleeping_head):
                return
        branches = node.branches
        passed: set[int] = set()
        while True:
            for branch in branches:
                known = node.heads.get(branch.thread) if branch.thread not in passed else None
                if sequence.may_begin_with(branch.thread, known):
                    sequence.drop(branch.thread)
                    if sequence.empty or not branch.branches:
                        return
                    passed.add(branch.thread)
                    branches = branch.branches
                    break
            else:
                break
        for step in sequence.threads():
            branch = Branch(step)
            branches.append(branch)
            branches = branch.branches


@dataclass(frozen=True, slots=True)
class _Last:
    """The step that is to be made earlier than it was, or at all."""

    thread: int
    head: Head
    base: list[int]
    """The clock of what it comes after, whatever it touches."""
    late: int
    """The event that it is in the trace; the trace's length if it was not made."""


class _Sequence:
    """Steps that are to be made in this order; which of them could as well be the first?"""

    def __init__(self, events: list[Event], before: list[int], last: _Last) -> None:
        self._events = events
        self._before = before
        self._last: _Last | None = last

    @property
    def empty(self) -> bool:
        return self._last is None and not self._before

    def threads(self) -> list[int]:
        """The threads in order."""
        threads = [self._events[position].thread for position in self._before]
        return threads if self._last is None else [*threads, self._last.thread]

    def may_begin_with(self, thread: int, head: Head | None) -> bool:
        """Whether ``thread`` makes its next step first in an equivalent sequence, or in a longer one.

        ``head`` is what that step touches, if it is known.
        """
        events, before, last = self._events, self._before, self._last
        for index, position in enumerate(before):
            if events[position].thread == thread:
                clock = events[position].clock
                return not any(clock[events[other].thread + 1] >= 2 * other for other in before[:index])
        if last is not None and thread == last.thread:
            return not any(
                conflict(events[position].head, last.head) or last.base[events[position].thread + 1] >= 2 * position
                for position in before
            )
        if head is None or (last is not None and conflict(head, last.head)):
            return False
        return not any(conflict(head, events[position].head) for position in before)

    def drop(self, thread: int) -> None:
        """Leave out the first step of ``thread``, if there is one."""
        for index, position in enumerate(self._before):
            if self._events[position].thread == thread:
                self._before = [*self._before[:index], *self._before[index + 1 :]]
                return
        if self._last is not None and thread == self._last.thread:
            self._last = None
