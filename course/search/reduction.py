"""Optimal dynamic partial-order reduction: one execution for each class of equivalent schedules.

Depth-first search over schedules.  After each execution the races of its trace (``traces.py``) say which other
classes there are; for each race a sequence that leads to one of them is put into the *wakeup tree* of the place where it
leaves the path.  A *sleep set* holds the threads whose next step was explored from a place already, until something that
depends on that step happens.  With sleep sets alone many executions would be begun and given up; with wakeup trees
hardly any is (Abdulla, Aronis, Jonsson and Sagonas: Optimal dynamic partial order reduction, POPL 2014; Source Sets,
JACM 2017).  Only the present path is kept: memory is in proportion to the length of a schedule.

Two things go beyond the published algorithms.

**Steps that cannot be made.**  A lock that is taken, a queue that is full: a step of another thread made the step
possible, and the race is not with that one but with the latest step before which it was possible too.  Threads that are blocked
at the end race like all others.

**Looks that find nothing.**  A thread takes a lock, looks (``while not items``), finds nothing and waits; another one takes the
lock, changes something and wakes all that wait; the first looks again.  After that, nothing tells that the first look took
place: the state is the same as if the thread had not come yet.  Such a look is *absorbed* by the other's critical
section, and their order is no race.  Without this a bounded buffer with two producers and two consumers has hundreds of
thousands of classes.
"""

from __future__ import annotations

from collections.abc import Sequence

from course.model import CLOCK
from course.search.traces import Trace
from course.simulation.touches import ALL, Head, conflict
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
        if options[-1] == CLOCK and chosen != CLOCK and CLOCK not in sleep:
            if not any(branch.thread == CLOCK for branch in node.branches):
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
        races, places = trace.look(world.absorbed)
        reversals = [(at, trace.events[late].thread, trace.events[late].head, late) for at, late in races]
        for unmade in world.unmade:
            for at in trace.pending(unmade, places):
                reversals.append((at, unmade.thread, unmade.head, len(trace.events)))
        self.places |= places
        if places:
            return  # the search begins anew
        where = {position: index for index, position in enumerate(self._steps)}
        known: dict[int, list[int]] = {}
        for at, thread_index, head, late in reversals:
            index = where.get(at)
            if index is None:
                continue
            if at not in known:
                known[at] = trace.independent_of(at)
            before = [position for position in known[at] if position != late]
            self._insert(self._nodes[index], before, thread_index, head, late)

    def _insert(self, node: Node, before: list[int], thread: int, head: Head, late: int) -> None:
        """Put the sequence of the steps ``before`` and then the step of ``thread`` into the wakeup tree of ``node``."""
        sequence = _Sequence(self._trace, before, thread, head, late)
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


class _Sequence:
    """Steps that are to be made in this order; which of them could as well be the first?"""

    def __init__(self, trace: Trace, before: list[int], thread: int, head: Head, late: int) -> None:
        self._trace = trace
        self._before = before
        self._thread = thread
        """Who makes the last step,"""
        self._head = head
        """what it touches,"""
        self._late = late
        """and the event that it is in the trace; the trace's length if it was not made."""
        self._last = True

    @property
    def empty(self) -> bool:
        return not self._last and not self._before

    def threads(self) -> Sequence[int]:
        """The threads in order."""
        events = self._trace.events
        return [events[position].thread for position in self._before] + ([self._thread] if self._last else [])

    def may_begin_with(self, thread: int, head: Head | None) -> bool:
        """Whether ``thread`` makes its next step first in an equivalent sequence, or in a longer one.

        ``head`` is what that step touches, if it is known.
        """
        events = self._trace.events
        for index, position in enumerate(self._before):
            event = events[position]
            if event.thread == thread:
                clock = event.clock
                return not any(clock[events[other].thread + 1] >= 2 * other for other in self._before[:index])
        if self._last and thread == self._thread:
            base = self._base()
            return not any(
                base[events[position].thread + 1] >= 2 * position or conflict(events[position].head, self._head)
                for position in self._before
            )
        if head is None:
            return False
        if self._last and conflict(head, self._head):
            return False
        return not any(conflict(head, events[position].head) for position in self._before)

    def _base(self) -> list[int]:
        if self._late < len(self._trace.events):
            return self._trace.events[self._late].base
        return self._trace.base_of(self._thread)

    def drop(self, thread: int) -> None:
        """Leave out the first step of ``thread``, if there is one."""
        events = self._trace.events
        for index, position in enumerate(self._before):
            if events[position].thread == thread:
                self._before = [*self._before[:index], *self._before[index + 1 :]]
                return
        if thread == self._thread:
            self._last = False
