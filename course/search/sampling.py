"""Sampling: for programs that have too many schedules to run them all, a choice of schedules by lot.

A sampled search proves nothing about the schedules that it did not draw.  So it matters by which lot they are drawn,
and what is said of the rest:

- :class:`RandomWalk` throws a fair die at each choice.  That is simple, and far from fair to schedules: beside a
  thread of a hundred steps, one of a single step is nearly always over within the first few.
- :class:`UniformWalk`, the strategy "random" of a search, weighs each thread by the steps that it has left, so that
  each interleaving is as likely as any other.
- :class:`PriorityWalk`, the strategy "pct", runs threads by priority and changes priorities at a few places.  It draws
  few kinds of schedules, those in which few things happen in an unusual order, and has a guarantee for them.

All three draw from the options that they are asked about.  The passing of a deadline (CLOCK) is one of them where
threads may be late; they treat it as one more thread.  A step that only one thread can make leaves nothing to draw: it
counts neither as a step that a thread has left nor as a place for a change of priority.

:class:`Seen` estimates how much of what would be drawn has been drawn.
"""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Set
from hashlib import blake2b

from course.model import CLOCK, Schedule, Search

__all__ = ["PriorityWalk", "RandomWalk", "Sampler", "Seen", "UniformWalk", "sampler"]


class Seen:
    """The schedules drawn so far, and how likely the next one is to be new."""

    def __init__(self) -> None:
        self._times: Counter[bytes] = Counter()

    def add(self, schedule: Schedule) -> None:
        """One more schedule was drawn."""
        # A digest: the texts of long schedules would fill the memory.
        self._times[blake2b(str(schedule).encode(), digest_size=16).digest()] += 1

    @property
    def drawn(self) -> int:
        """How many were drawn, the same one counted as often as it was."""
        return self._times.total()

    @property
    def different(self) -> int:
        """How many different ones."""
        return len(self._times)

    @property
    def once(self) -> int:
        """How many were drawn once only."""
        return sum(times == 1 for times in self._times.values())

    @property
    def chance_of_new(self) -> float:
        """About the chance that one more would be new: the share of draws whose schedule came once (Good and Turing).

        That is an estimate of how likely the *unseen* schedules are, together, to be drawn; not of how many there are
        (Good, "The population frequencies of species and the estimation of population parameters", Biometrika 1953).
        """
        return self.once / self.drawn if self.drawn else 1.0

    def __str__(self) -> str:
        """As a coverage says it: "400 sampled schedules (312 different; …)"."""
        total = self.drawn
        text = f"{total} sampled schedule{'' if total == 1 else 's'}"
        if total < 2:  # nothing to estimate from
            return text
        if self.once == total:
            return f"{text} (all different; a further one would almost certainly be new)"
        if not self.once:
            return f"{text} ({self.different} different, each drawn at least twice; a further one would hardly be new)"
        percent = min(max(round(100 * self.chance_of_new), 1), 99)
        return f"{text} ({self.different} different; a further one would be new with a chance of about {percent} %)"


class Sampler:
    """What all strategies that sample have in common: a lot that the seed decides, and no end."""

    skipped = True
    counts = True
    trace = None
    script = ()
    places: Set[int] = frozenset()

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)
        self.seen = Seen()

    def choose(self, options: list[int], current: int | None) -> int:
        """Draw one of ``options``."""
        raise NotImplementedError

    def learn(self, schedule: Schedule) -> None:
        """The execution that is over had this schedule."""
        self.seen.add(schedule)

    def next(self) -> bool:
        """There is always another sample."""
        return True


class RandomWalk(Sampler):
    """Each choice by lot; the seed makes it the same lot everywhere."""

    def choose(self, options: list[int], current: int | None) -> int:
        """Any of them, equally likely."""
        return options[self._random.randrange(len(options))]


class UniformWalk(Sampler):
    """A random walk that draws each interleaving equally often, as far as it knows how long the threads are.

    A thread is drawn with a probability in proportion to the steps that it has left, together with those of the
    threads that it has still to start: that is its share of all the ways to go on.  So where the numbers are exact and
    threads wait for nobody, all interleavings are equally likely.  (They are the linear extensions of a forest, and
    this is their hook length formula; Knuth, The Art of Computer Programming 3, 5.1.4.  The walk is that of
    "Selectively Uniform Concurrency Testing", ASPLOS 2025, without its selection of events, since accesses that nobody
    can notice are no choices here anyway.)  Threads that wait for one another have fewer interleavings than the
    numbers say, and a stretch in which only one can go on is not counted off while it lasts; then the walk is not
    uniform, but usually far less biased than a fair die.

    How long a thread is comes from earlier executions of the same search, thread by thread in the order in which they
    were started: the mean of how often it was drawn, over the executions that it did not survive (a thread that is
    left over at the end was not asked about its last steps).  As long as there is no such execution the steps of its
    schedule stand in for it.  They may be too many; then the thread is drawn sooner, ends before others, and is
    known.  A thread of which nothing is known counts as one step, so the first execution is a walk with a fair die.
    """

    def __init__(self, seed: int) -> None:
        super().__init__(seed)
        self._lengths: dict[int, tuple[int, int]] = {}
        """For each thread: in how many executions all its choices were seen, and how many they were together."""
        self._stand_ins: dict[int, int] = {}
        """The steps in the last schedule, of each thread."""
        self._parents: dict[int, int] = {}
        self._whole: dict[int, int] = {}
        """What each thread counts at its beginning: its own length and that of all threads it starts."""
        self._begin()

    def _begin(self) -> None:
        self._left: dict[int, int] = {}
        """What each thread that has begun has left, the threads that it has still to start included."""
        self._drawn: Counter[int] = Counter()
        self._options: list[int] = []
        self._chosen = 0
        self._last = 0

    def choose(self, options: list[int], current: int | None) -> int:
        """One of them, in proportion to what it has left."""
        left = self._left
        for option in options:
            if option not in left:
                self._appeared(option, self._last if current is None else current)
        weights = [max(left[option], 1) for option in options]
        lot = self._random.randrange(sum(weights))
        at = 0
        while lot >= weights[at]:
            lot -= weights[at]
            at += 1
        chosen = options[at]
        left[chosen] -= 1
        self._drawn[chosen] += 1
        self._options, self._chosen = options, chosen
        if chosen != CLOCK:
            self._last = chosen
        return chosen

    def _appeared(self, thread: int, parent: int) -> None:
        """``thread`` stands among the options for the first time; ``parent`` made the step before."""
        whole = self._left[thread] = self._whole.get(thread, 1)
        if thread in (CLOCK, 0):
            return
        if thread not in self._parents:
            self._parents[thread] = parent if 0 <= parent < thread else 0
        elif self._parents[thread] in self._left:
            self._left[self._parents[thread]] -= whole

    def learn(self, schedule: Schedule) -> None:
        """Keep how long its threads were."""
        super().learn(schedule)
        steps: Counter[int] = Counter()
        for thread, count in schedule.runs:
            steps[thread] += count
        self._stand_ins.update(steps)
        survivors = {option for option in self._options if option != self._chosen}
        for thread in self._left:
            if thread not in survivors:
                executions, together = self._lengths.get(thread, (0, 0))
                self._lengths[thread] = executions + 1, together + self._drawn[thread]

    def _length(self, thread: int) -> int:
        known = self._lengths.get(thread)
        if known is None:
            return self._stand_ins.get(thread, 1)
        executions, together = known
        return (2 * together + executions) // (2 * executions)  # the mean, rounded

    def next(self) -> bool:
        """Go on with what is known by now."""
        whole = {thread: self._length(thread) for thread in (*self._stand_ins, *self._lengths)}
        for thread in sorted(whole, reverse=True):  # a thread is started after the one that starts it
            parent = self._parents.get(thread)
            if parent in whole:
                whole[parent] += whole[thread]
        self._whole = whole
        self._begin()
        return super().next()


class PriorityWalk(Sampler):
    """Probabilistic concurrency testing (PCT): threads run by priority, which changes at a few places.

    Each thread draws a priority when it is met, above all that were set by a change, and of the threads that can go on
    the one with the highest is chosen.  At ``depth - 1`` places in an execution, drawn beforehand, the thread that
    would be next gets a priority below all that were drawn.  A bug has depth d if d orderings of two steps each are
    enough to show it ("this read before that write"): 1 for a signal that comes too early, 2 for a lost update or two
    locks taken crosswise.  With n threads (CLOCK is one, where deadlines may pass) and at most k choices in an
    execution, each execution shows a bug of depth d with a probability of at least

        1 / (n * k ** (d - 1))

    (Burckhardt, Kothari, Musuvathi and Nagarakatte, "A Randomized Scheduler with Probabilistic Guarantees of Finding
    Bugs", ASPLOS 2010.)  The paper counts steps; here k counts choices, which are fewer.  That keeps the guarantee: to
    lower a thread where only it can go on changes nothing until the next choice in which it would be first, and to
    lower it there comes to the same.  Two places may then fall on one choice, so they are drawn independently, and both
    lower a thread there.

    k is the largest number of choices that an execution of this search had so far.  The first execution knows none
    and changes no priority; while k is too small, so is the part of an execution where changes fall.
    """

    def __init__(self, seed: int, depth: int = 3) -> None:
        super().__init__(seed)
        self.depth = depth
        self.choices = 0
        """The largest number of choices of an execution so far: k."""
        self._begin()

    def _begin(self) -> None:
        self._at = 0
        self._priorities: dict[int, float] = {}
        self._changes: dict[int, list[int]] = {}
        """For each place (the number of a choice), the priorities that are given there."""
        if self.choices:
            for priority in range(1, self.depth):
                self._changes.setdefault(self._random.randrange(self.choices), []).append(priority)

    def choose(self, options: list[int], current: int | None) -> int:
        """The one with the highest priority."""
        priorities = self._priorities
        for option in options:
            if option not in priorities:
                priorities[option] = self.depth + self._random.random()
        for priority in self._changes.get(self._at, ()):
            priorities[max(options, key=priorities.__getitem__)] = priority
        self._at += 1
        return max(options, key=priorities.__getitem__)

    def next(self) -> bool:
        """New priorities and new places."""
        self.choices = max(self.choices, self._at)
        self._begin()
        return super().next()


_SAMPLERS: dict[str, Callable[[Search], Sampler]] = {
    "random": lambda search: UniformWalk(search.seed),
    "pct": lambda search: PriorityWalk(search.seed, search.depth),
}


def sampler(search: Search) -> Sampler | None:
    """The strategy that samples for ``search``; None if it is one that goes through all schedules."""
    make = _SAMPLERS.get(search.strategy)
    return None if make is None else make(search)
