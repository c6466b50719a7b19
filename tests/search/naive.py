"""Enumeration without any cleverness: a choice before every step of the program's threads.

This is the peer that a search is compared with.  It shares the simulation with it (who is enabled, what a step does,
which loops rest), but leaves out no choice: every look at data in the module ``solution``, the end of every thread, and
what is looked at in the program's name (its result, a thread's target, a cache) has a choice before it.  The steps of
the module ``main`` have one if they prove to need it.  A thread that would only block may try.
"""

from __future__ import annotations

import re
import traceback
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any

from course.model import Program, Schedule
from course.search.reduction import Optimal
from course.search.strategies import Bounded, Strategy
from course.simulation.carrier import Unwind
from course.simulation.program import FIRST_SITE, Run, Runner
from course.simulation.steps import GATES
from course.simulation.threads import ANNOUNCED, Thread
from course.simulation.touches import STEP, Event, conflict
from course.simulation.world import World

__all__ = ["Crash", "Enumeration", "Found", "Key", "TooMany", "classes", "enumerated", "failure_kinds", "outcomes"]

Key = tuple[str, str, str, str, str]
"""Ending and whether somebody polled, output, result, first failure; and what the threads noted and left behind, where
that is decided."""


class TooMany(Exception):
    """The program has more schedules than one wants to run one by one."""


class Crash(Exception):
    """The simulation itself failed."""


@dataclass
class Everywhere:
    """Stands in for the set of places that need a choice: all of the learner's module, and what proved to need one."""

    runner: Runner
    more: frozenset[int] = frozenset()

    def __contains__(self, site: int) -> bool:
        return site < FIRST_SITE or self.runner.sites[site].module == "solution" or site in self.more

    def __or__(self, sites: set[int]) -> Everywhere:
        return Everywhere(self.runner, self.more | sites)

    def __and__(self, sites: set[int]) -> Everywhere:
        return Everywhere(self.runner, self.more & sites)


class Trying(Bounded):
    """All schedules with so many preemptions, also those in which threads try what will only block.

    Such a thread is not enabled in a search, so nobody is preempted by a switch away from it: that is left so.
    """

    def __init__(self, world: World, preemptions: int | None) -> None:
        super().__init__(preemptions)
        self._world = world
        can = world.can
        world.can = lambda thread: _tries(thread) or can(thread)  # type: ignore[method-assign]

    def choose(self, options: list[int], current: int | None) -> int:
        """As in a search, but for those who would only block."""
        if current is not None:
            thread = self._world.threads[current]
            if _tries(thread) and thread.ready is not None and not thread.timed_out and not thread.ready():
                current = None
        return super().choose(options, current)

    @property
    def preemptions(self) -> int:
        """Those of the present execution."""
        return self._used


def _tries(thread: Thread) -> bool:
    return thread.state == ANNOUNCED and thread.pending is not None and thread.pending[0] in GATES


@dataclass(frozen=True)
class Found:
    """The schedule with the fewest preemptions that leads to an outcome."""

    schedule: Schedule
    preemptions: int


@dataclass
class Enumeration:
    """All that can come of a program."""

    outcomes: dict[Key, Found] = field(default_factory=dict)
    executions: int = 0
    all_end: bool = True
    """Whether no execution was cut short, nor a loop made to let others go first: there the choices decide
    where, and two searches with different choices need not agree.  The enumeration stops at the first that is."""

    def within(self, preemptions: int | None) -> dict[Key, Schedule]:
        """The outcomes that so many preemptions are enough for."""
        return {
            key: found.schedule
            for key, found in self.outcomes.items()
            if preemptions is None or found.preemptions <= preemptions
        }


def outcomes(
    program: Program, *, naive: bool, preemptions: int | None = None, late_threads: int = 0, limit: int = 3_000
) -> tuple[dict[Key, Schedule], int]:
    """What can come of ``program``, each with a schedule, and the number of executions that took."""
    found = enumerated(program, naive=naive, preemptions=preemptions, late_threads=late_threads, limit=limit)
    return found.within(None), found.executions


def enumerated(
    program: Program, *, naive: bool, preemptions: int | None = None, late_threads: int = 0, limit: int = 3_000
) -> Enumeration:
    """The same, with all that a comparison wants to know; raises :class:`TooMany` beyond ``limit`` executions."""
    runner = Runner(program)
    if naive:
        runner.shared.flagged = Everywhere(runner)  # type: ignore[assignment]
    spent = 0
    try:
        while True:
            found = Enumeration()
            for run in _runs(runner, naive, preemptions, late_threads):
                spent += 1
                if runner.refine():
                    break
                found.executions += 1
                found.all_end = found.all_end and not run.exhausted and not run.forced_fair
                key = _key(runner, run)
                known = found.outcomes.get(key)
                if known is None or run.preemptions < known.preemptions:
                    found.outcomes[key] = Found(run.schedule, run.preemptions)
                if not found.all_end:
                    return found
                if found.executions >= limit or spent >= 2 * limit:
                    raise TooMany
            else:
                return found
    finally:
        runner.close()


def classes(program: Program, limit: int = 3_000) -> int | None:
    """The number of classes of schedules that differ in the order of independent steps only (Mazurkiewicz).

    A reduced search needs to run one schedule of each at most.  None if there are more than ``limit`` schedules.
    """
    runner = Runner(program)
    found: set[frozenset[tuple[tuple[int, int], tuple[int, int]]]] = set()
    try:
        while any(runner.refine() or run.exhausted for run in _runs(runner, False, None, 0)):
            if runner.world.exhausted:
                return None
        strategy = Bounded(None)
        for _ in range(limit):
            events: list[Event] = []
            runner.run(strategy, steps=300, trace=events)
            found.add(_ordered_pairs(events))
            if not strategy.next():
                return len(found)
        return None
    finally:
        runner.close()


def _ordered_pairs(events: list[Event]) -> frozenset[tuple[tuple[int, int], tuple[int, int]]]:
    """The dependent steps of a trace, in their order; a step is a thread and a number."""
    made: Counter[int] = Counter()
    steps: list[tuple[tuple[int, int], Event]] = []
    for event in events:
        if event.kind == STEP:
            steps.append(((event.thread, made[event.thread]), event))
            made[event.thread] += 1
    return frozenset(
        (name, later)
        for index, (name, event) in enumerate(steps)
        for later, other in steps[index + 1 :]
        if event.thread != other.thread and conflict(event.head, other.head)
    )


def _runs(runner: Runner, naive: bool, preemptions: int | None, late_threads: int) -> Iterator[Run]:
    strategy: Strategy
    if naive:
        strategy = Trying(runner.world, preemptions)
    else:
        strategy = Optimal(runner.world) if preemptions is None else Bounded(preemptions)
    while True:
        try:
            run = runner.run(
                strategy, steps=300, late_threads=late_threads, trace=strategy.trace, script=strategy.script
            )
        except (AssertionError, Unwind) as error:
            raise Crash(f"{type(error).__name__} in the simulation, {_place(error)}") from error
        if runner.world.misfit:
            raise Crash("a prefix could not be repeated")
        if isinstance(strategy, Trying):
            run = replace(run, preemptions=strategy.preemptions)
        if strategy.counts:
            yield run
        more = strategy.next()
        for place in strategy.places:
            runner.shared.flag(place)
        if strategy.places:
            yield run  # the search begins anew
        if not more:
            return


def failure_kinds(found: Enumeration) -> frozenset[str]:
    """The names of the exceptions that nobody caught."""
    return frozenset(kind for key in found.outcomes for kind in re.findall(r"kind='(\w+)'", key[3]))


def _place(error: BaseException) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    return f"at {frame.name}: {frame.line}"


def _key(runner: Runner, run: Run) -> Key:
    """What one can know of an execution when it is over.

    If it ended because nobody could go on, or all had ended, what every thread noted is decided by the order of the
    steps that depend on one another; a daemon that is still running when the program ends has no such place.
    """
    left = ""
    program, main = runner.modules.get("solution"), runner.modules.get("main")
    if program is not None and main is not None:
        values = vars(program)
        if run.ending in ("deadlock", "endless") or not values.get("DAEMON"):
            names = sorted(
                name
                for name, value in values.items()
                if _is_plain(value) and not name.startswith(("__", "simulation_"))
            )
            left = repr((_shown(vars(main).get("notes")), [(name, _shown(values[name])) for name in names]))
    ending = f"{run.ending}, with polling" if run.polled else run.ending
    return (ending, run.output, repr(run.result), str(run.failures[:1]), left)


def _is_plain(value: Any) -> bool:
    return value is None or type(value) in (bool, int, str, list, dict, set)


def _shown(value: Any, depth: int = 0) -> object:
    """``value`` without a call of any code of the program."""
    if depth < 5:
        if type(value) in (list, tuple):
            return [_shown(item, depth + 1) for item in value]
        if type(value) is dict:
            return [(_shown(key, depth + 1), _shown(item, depth + 1)) for key, item in value.items()]
        if type(value) is set:
            return sorted(str(_shown(item, depth + 1)) for item in value)
    return value if value is None or type(value) in (bool, int, str, float) else type(value).__name__
