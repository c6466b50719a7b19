"""``explore`` and ``replay``: a program under all its schedules, and under one.

The search goes through the schedules without preemptions first, then with one, and so on, up to the bound: the first
failure found is one with the fewest switches, which is also the easiest to read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from course.model import CLOCK, BadRecord, Ending, Execution, Exploration, Outcome, Program, Schedule, Search
from course.search.sampling import Sampler, sampler
from course.search.strategies import Bounded, Follow, Strategy, Unrepeatable
from course.simulation.program import Run, Runner
from course.simulation.recording import Recording, Survey
from course.simulation.world import FAIR_TURNS

__all__ = ["Progress", "explore", "replay"]

Progress = Callable[[int, int], None]
"""Called with the executions so far and the budget; may raise to stop the search."""

FIRST_BOUNDS = 3
"""Without a bound, the search is bounded by 0, 1 and 2 preemptions first, for the sake of the simplest failures."""


@dataclass(slots=True)
class _Class:
    """The executions seen so far of one outcome."""

    run: Run
    rank: tuple[int, int, int, str]
    count: int


class _Refined(Exception):
    """More places turned out to need a choice: begin anew."""


def explore(program: Program, search: Search | None = None, progress: Progress | None = None) -> Exploration:
    """Run ``program`` under every schedule within the bound of ``search``; the same every time.

    Raises :class:`BadRecord` if the program's modules or arguments are not usable.
    """
    search = search or Search()
    runner = Runner(program, search.seed)
    try:
        while True:
            try:
                return _Exploring(runner, search, progress).run()
            except _Refined:
                continue
    finally:
        runner.close()


class _Exploring:
    """One search, from its beginning to its end or to the discovery that it must begin anew."""

    def __init__(self, runner: Runner, search: Search, progress: Progress | None) -> None:
        self.runner = runner
        self.search = search
        self.progress = progress
        self.classes: dict[bytes, _Class] = {}
        self.executions = 0
        self.spent = 0
        self.forced_fair = False
        self.without_end = False

    def run(self) -> Exploration:
        """The whole search."""
        samples = sampler(self.search)
        if samples is not None:
            self._run(samples)
            coverage = f"incomplete: {self._given_up()}" if self.without_end else str(samples.seen)
            return self._exploration(coverage, complete=False)
        bound: int | None
        for bound in self._bounds():
            strategy = Bounded(bound, at_least=0 if bound is None or bound == 0 else bound)
            if bound is None:
                self.classes.clear()
                self.executions = 0
            if not self._run(strategy):
                return self._exploration(f"incomplete: {self._given_up()}", complete=False)
            if not strategy.skipped:
                bound = None
                break
        if bound is None:
            coverage = "every schedule"
        else:
            coverage = f"every schedule with at most {bound} preemption{'' if bound == 1 else 's'}"
        if self.search.late_threads:
            late = self.search.late_threads
            joined = "with" if bound is None else "and"
            coverage += f" {joined} at most {late} late thread{'' if late == 1 else 's'}"
        if self.forced_fair:
            coverage += f", where no thread turns a loop more than {FAIR_TURNS} times while another could run"
        return self._exploration(coverage, complete=True)

    def _given_up(self) -> str:
        """Why the search ended before its end."""
        if self.without_end:
            return (
                f"schedule number {self.executions:,} did not end within {self.search.steps:,} steps, "
                "and there is no end of schedules like it"
            )
        return f"{self.executions:,} schedules were run, then the budget of executions was spent"

    def _bounds(self) -> list[int | None]:
        bound = self.search.preemptions
        if bound is None:
            return [*range(FIRST_BOUNDS), None]
        return list(range(bound + 1))

    def _run(self, strategy: Strategy) -> bool:
        """All executions of one strategy; False if it had to give up before."""
        search, runner = self.search, self.runner
        while True:
            if self.spent >= search.executions:
                return False
            run = runner.run(strategy, steps=search.steps, late_threads=search.late_threads)
            self.spent += 1
            if runner.refine():
                raise _Refined
            if strategy.counts:
                self._add(run)
            if isinstance(strategy, Sampler):
                strategy.learn(run.schedule)
            if self.progress is not None:
                self.progress(self.spent, search.executions)
            if run.exhausted:
                # Each choice in a loop without end leads to further ones: nothing is learned by trying them all.
                self.without_end = True
                return False
            if runner.broken is not None or not strategy.next():
                return True

    def _add(self, run: Run) -> None:
        self.executions += 1
        self.forced_fair = self.forced_fair or run.forced_fair
        error = str(run.failures[0]) if run.failures else None
        key = msgspec.json.encode((run.ending, run.result, run.output, error), order="sorted")  # equal dicts are one
        runs = run.schedule.runs
        rank = (run.preemptions, len(runs), sum(count for _, count in runs), str(run.schedule))
        known = self.classes.get(key)
        if known is None:
            self.classes[key] = _Class(run, rank, 1)
        else:
            known.count += 1
            if rank < known.rank:
                known.run, known.rank = run, rank

    def _exploration(self, coverage: str, complete: bool) -> Exploration:
        outcomes = []
        for known in sorted(self.classes.values(), key=lambda known: known.rank):
            try:
                execution = _replay(self.runner, known.run.schedule, self.search.steps)
            except BadRecord:  # its own schedule does not fit it
                raise Unrepeatable from None
            if execution.schedule != known.run.schedule:
                raise Unrepeatable
            if self.progress is not None:
                self.progress(self.spent, self.search.executions)
            outcomes.append(
                Outcome(execution.ending, execution.result, execution.output, execution.error, known.count, execution)
            )
        return Exploration(tuple(outcomes), self.executions, coverage, complete)


def replay(program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
    """Run ``program`` under one schedule and record every step.

    A schedule that ends early is continued without preemptions.  Raises :class:`BadRecord` if the schedule is none, or
    is not one of this program.
    """
    if isinstance(schedule, str):
        schedule = Schedule.parse(schedule)
    search = search or Search()
    runner = Runner(program, search.seed)
    try:
        execution = _replay(runner, schedule, search.steps)
        while runner.refine():
            execution = _replay(runner, schedule, search.steps)
        return execution
    finally:
        runner.close()


def _replay(runner: Runner, schedule: Schedule, steps: int) -> Execution:
    late = sum(count for thread, count in schedule.runs if thread == CLOCK)
    follow = Follow(schedule)
    survey = Survey(runner)
    runner.run(follow, steps=steps, late_threads=late, recorder=survey, follow=follow)
    follow = Follow(schedule)
    recording = Recording(runner, survey.sites())
    run = runner.run(follow, steps=steps, late_threads=late, recorder=recording, follow=follow)
    ending: Ending = run.ending
    return Execution(
        schedule=run.schedule,
        ending=ending,
        result=run.result,
        output=run.output,
        threads=tuple(thread.name() for thread in runner.world.threads) or ("main",),
        steps=recording.steps(),
        failures=run.failures,
        waiting=recording.waiting() if ending in ("deadlock", "error", "endless") else (),
        preemptions=run.preemptions,
        time=run.time,
    )
