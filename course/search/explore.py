"""``explore``: a program under all its schedules.

Within a bound, the search goes through the schedules without preemptions first, then with one, and so on: the first
failure found is one with the fewest switches, which is also the easiest to read.  Without a bound it runs one schedule
of each class of equivalent ones (``reduction.py``), and then looks for simpler ones that end alike.  Where there are
many classes it looks at the simplest schedules before it goes on, for the case that it has to give up.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import msgspec

from course.model import SPENT, BadRecord, Execution, Exploration, Outcome, Program, Schedule, Search, to_json
from course.search.reduction import Optimal
from course.search.replaying import again, rank, record, shortened
from course.search.sampling import Sampler, sampler
from course.search.strategies import Exactly, Strategy, Unrepeatable
from course.simulation.loops import FAIR_TURNS
from course.simulation.program import Learned, Run, Runner, without_addresses

__all__ = ["Progress", "Stop", "explore", "recorded"]

Progress = Callable[[int, int], None]
"""Called with the executions so far and the budget; may raise :class:`Stop`.  Whatever else it raises goes through."""

BOUNDS = (0, 1, 2)
"""Where there are many classes, schedules with so many preemptions are looked at, for the sake of simple failures."""

GLANCE = 100
"""If all classes need more executions than this, so many simple schedules are looked at before the search goes on."""

FEW = 20
"""So many simple schedules are looked at afterwards if there are few classes, and one more for each that was run."""

SIMPLER = 500
"""So many executions at most, after it, to find simpler examples of what was found."""

REPEATED = 100
"""So many outcomes at most are run again, to see whether they come again; the others only when they are recorded."""

REMEMBERED = 200
"""Of so many searches it is kept what was learned."""


@dataclass(slots=True)
class _Class:
    """The executions seen so far of one outcome."""

    run: Run
    rank: tuple[int, int, int, str]
    count: int
    polling: Run | None = None
    """The simplest in which somebody polls."""

    @property
    def preemptions(self) -> int:
        """The most in what is kept."""
        return max(self.rank[0], self.polling.preemptions if self.polling is not None else 0)

    def see(self, run: Run) -> None:
        """Keep ``run`` if it is simpler than the example so far, or than that of polling."""
        simplicity = rank(run)
        if simplicity < self.rank:
            self.run, self.rank = run, simplicity
        if run.polled and (self.polling is None or simplicity < rank(self.polling)):
            self.polling = run


class _Refined(Exception):
    """More places turned out to need a choice: begin anew."""


class Stop(Exception):
    """Raised by a progress callback: the search ends here, and gives what it has seen so far as incomplete."""


def explore(
    program: Program, search: Search | None = None, progress: Progress | None = None, *, brief: bool = False
) -> Exploration:
    """Run ``program`` under every schedule within the bound of ``search``; the same every time.

    To record an execution costs as much as to run several.  If ``brief``, those that come to their end and in which
    nobody polls are not ``recorded``; whoever wants to see one has it from :func:`recorded`.

    Raises :class:`BadRecord` if the program's modules or arguments are not usable.
    """
    search = search or Search()
    runner = Runner(program, search.seed)
    try:
        while True:
            try:
                found = _Exploring(runner, search, progress, brief).run()
            except _Refined:
                continue
            if brief:
                _learn(program, search, runner.learned())
            return found
    finally:
        runner.close()


def recorded(program: Program, search: Search, schedule: Schedule) -> Execution:
    """An execution that ``search`` found, step by step.

    A search learns from all that it runs which steps a schedule is made of, so a mere replay may not come to the same.
    What was learned is kept for the last searches; for others, the search is made again.  Raises :class:`Unrepeatable`.
    """
    known = _learned.get(to_json((program, search)))
    if known is None:
        explore(program, search, brief=True)
        known = _learned[to_json((program, search))]
    runner = Runner(program, search.seed, known)
    try:
        execution = record(runner, schedule, search.steps)
    except BadRecord:
        raise Unrepeatable from None
    finally:
        runner.close()
    if execution.schedule != schedule:
        raise Unrepeatable
    return execution


_learned: dict[bytes, Learned] = {}


def _learn(program: Program, search: Search, learned: Learned) -> None:
    while len(_learned) >= REMEMBERED:
        del _learned[next(iter(_learned))]
    _learned[to_json((program, search))] = learned


class _Exploring:
    """One search, from its beginning to its end or to the discovery that it must begin anew."""

    def __init__(self, runner: Runner, search: Search, progress: Progress | None, brief: bool) -> None:
        self.runner = runner
        self.search = search
        self.progress = progress
        self.brief = brief
        self.classes: dict[str, _Class] = {}
        self.spent = 0
        """Executions that were run, as far as the budget is concerned."""
        self.ran = 0
        """All executions that were run."""
        self.counted = 0
        """Those of them that were no repetitions."""
        self.forced_fair = False
        self.without_end = False
        self.stopped = False
        self.simple = Exactly(search.executions + GLANCE + SIMPLER)
        """The search through those schedules that have ``minimal`` preemptions."""
        self.minimal = 0
        """All schedules with fewer preemptions than this were run."""
        self.ran_all = False
        """Whether there are none with more."""

    def run(self) -> Exploration:
        """The whole search."""
        samples = sampler(self.search)
        if samples is not None:
            self._run(samples, self.search.executions)
            given_up = self.without_end or self.stopped
            return self._exploration(f"incomplete: {self._given_up()}" if given_up else str(samples.seen))
        if self.search.preemptions is None:
            return self._classes()
        bound = self.search.preemptions
        for _ in range(bound + 1):
            if not self._run_simple(self.search.executions):
                return self._exploration(f"incomplete: {self._given_up()}")
            if self.ran_all:
                return self._exploration(self._coverage("every schedule", "with"), complete=True)
        s = "" if bound == 1 else "s"
        coverage = f"every schedule with at most {bound} preemption{s}"
        return self._exploration(self._coverage(coverage, "and"), complete=True)

    def _coverage(self, coverage: str, joined: str) -> str:
        late = self.search.late_threads
        if late:
            coverage += f" {joined} at most {late} late thread{'' if late == 1 else 's'}"
        if self.forced_fair:
            coverage += f", where no thread turns a loop more than {FAIR_TURNS} times while another could run"
        return coverage

    def _given_up(self) -> str:
        """Why the search ended before its end."""
        if self.without_end:
            return (
                f"schedule number {self.counted:,} did not end within {self.search.steps:,} steps, "
                "and there is no end of schedules like it"
            )
        if self.stopped:
            return f"stopped after {self.executions:,} schedule{'' if self.executions == 1 else 's'}"
        ran = "schedule was" if self.spent == 1 else "schedules were"
        return f"{self.spent:,} {ran} run, {SPENT}"

    @property
    def executions(self) -> int:
        """How many schedules were run that count."""
        return sum(known.count for known in self.classes.values())

    # --- without a bound ----------------------------------------------------------------

    def _classes(self) -> Exploration:
        """One schedule of each class; where there are many, after a look at the simplest schedules."""
        optimal = Optimal(self.runner.world)
        limit = min(GLANCE, self.search.executions // 2)
        if self._run(optimal, limit):
            left = self.search.executions - self.spent
            return self._complete(self._look_for_simpler(min(GLANCE, FEW + self.spent, left)))
        if self.stopped:
            return self._exploration(f"incomplete: {self._given_up()}")
        if self.without_end:  # a simpler schedule may be one without end, or end in something that is worth seeing
            self.without_end, self.spent, self.counted, self.classes = False, 0, 0, {}
            optimal = Optimal(self.runner.world)
        first, self.classes = self.classes, {}
        saw_all = self._glance(self.spent + limit)
        glanced, self.classes = self.classes, first
        if not saw_all and (self.without_end or self.stopped):
            self._see(glanced)
            return self._exploration(f"incomplete: {self._given_up()}")
        complete = self._run(optimal, self.search.executions)
        missing = self._see(glanced)
        if not complete:
            return self._exploration(f"incomplete: {self._given_up()}")
        return self._complete(missing or self._look_for_simpler(0))

    def _see(self, others: dict[str, _Class]) -> set[str]:
        """Take over what another strategy saw; returns the outcomes that were not known."""
        missing = others.keys() - self.classes.keys()
        for key, other in others.items():
            known = self.classes.setdefault(key, other)
            if known is not other:
                for run in (other.run, other.polling):
                    if run is not None:
                        known.see(run)
        return missing

    def _complete(self, missing: set[str]) -> Exploration:
        """All classes were run; ``missing`` are outcomes that were seen elsewhere, of which there should be none."""
        if self.without_end:
            return self._exploration(f"incomplete: {self._given_up()}")
        if missing:
            return self._exploration(
                "incomplete: the search through all classes of schedules missed an outcome, since the program depends "
                "on something that the explorer does not see, or by a mistake of the explorer's; please report it"
            )
        return self._exploration(self._coverage("every schedule", "with"), complete=True)

    def _glance(self, limit: int) -> bool:
        """The schedules with the fewest preemptions, until so many executions are spent; False if there were more."""
        for _ in BOUNDS:
            if not self._run_simple(limit):
                return False
            if self.ran_all:
                break
        return True

    def _look_for_simpler(self, glance: int) -> set[str]:
        """Look for examples with fewer preemptions, bound by bound; those with the fewest are certain to be so.

        And in ``glance`` executions at most, look for examples with fewer switches, and whether the simplest schedules
        have outcomes that were not known.  Returns these: there should be none.
        """
        counts = {key: known.count for key, known in self.classes.items()}
        spent = self.spent
        while not self.ran_all:
            most = max(known.preemptions for known in self.classes.values())
            if self.minimal > most and self.minimal not in BOUNDS:
                break
            if not self._run_simple(spent + (SIMPLER if self.minimal < most else glance)):
                break
        self.spent = spent
        for key, count in counts.items():
            self.classes[key].count = count
        return self.classes.keys() - counts.keys()

    # --- executions ---------------------------------------------------------------------

    def _run_simple(self, limit: int) -> bool:
        """Run, or go on to run, the schedules with ``minimal`` preemptions; False if it had to give up before."""
        if not self._run(self.simple, limit):
            return False
        self.minimal += 1
        if self.simple.skipped:
            self.simple = self.simple.further()
        else:
            self.ran_all = True
        return True

    def _run(self, strategy: Strategy, limit: int) -> bool:
        """All executions of one strategy; False if it had to give up before, with ``limit`` spent."""
        search, runner = self.search, self.runner
        while True:
            if self.spent >= limit:
                return False
            run = runner.run(
                strategy,
                steps=search.steps,
                late_threads=search.late_threads,
                trace=strategy.trace,
                script=strategy.script,
            )
            self.spent += 1
            self.ran += 1
            if runner.world.misfit:
                raise Unrepeatable
            if runner.refine():
                raise _Refined
            if strategy.counts:
                self.counted += 1
                self._add(run)
            if isinstance(strategy, Sampler):
                strategy.learn(run.schedule)
            self._tell()
            if self.stopped:
                return False
            if run.exhausted:
                # Each choice in a loop without end leads to further ones: nothing is learned by trying them all.
                self.without_end = True
                return False
            if runner.broken is not None:
                return True
            more = strategy.next()
            for place in strategy.places:
                runner.shared.flag(place)
            if strategy.places and runner.refine():
                raise _Refined
            if not more:
                return True

    def _tell(self) -> None:
        """Tell how far it is, and hear whether to go on."""
        if self.progress is not None:
            try:
                self.progress(min(self.ran, self.search.executions), self.search.executions)
            except Stop:
                self.stopped = True

    def _add(self, run: Run) -> None:
        self.forced_fair = self.forced_fair or run.forced_fair
        key = _told(run)
        known = self.classes.get(key)
        if known is None:
            self.classes[key] = _Class(run, rank(run), 1, run if run.polled else None)
        else:
            known.count += 1
            known.see(run)

    def _exploration(self, coverage: str, complete: bool = False) -> Exploration:
        for known in self.classes.values():
            if known.rank[0] > self.minimal and known.run.ending != "endless" and not self.stopped:
                known.see(shortened(self.runner, known.run, self.search.steps))
        outcomes = []
        ordered = sorted(self.classes.values(), key=lambda known: known.rank)
        if self.brief or len(ordered) > 1:
            self._repeat([known.run for known in (ordered if self.brief else ordered[:REPEATED])])
        for known in ordered:
            execution = self._recorded(known.run)
            polling = None if known.run.polled or known.polling is None else self._recorded(known.polling)
            told = (execution.ending, execution.result, execution.output, execution.error)
            outcomes.append(Outcome(*told, known.count, execution, polling))
        return Exploration(tuple(outcomes), self.executions, coverage, complete)

    def _repeat(self, runs: list[Run]) -> None:
        """Run them again, the last one first: who counts the executions, or throws a coin, is found out."""
        for run in reversed(runs):
            if run.ending != "endless":
                other = again(self.runner, run.schedule, self.search.steps)
                if other is None or other.schedule != run.schedule or _told(other) != _told(run):
                    raise Unrepeatable
            self._tell()

    def _recorded(self, run: Run) -> Execution:
        """The execution of ``run``, step by step; if all is well and it is to be ``brief``, what came of it."""
        if self.brief and run.ending == "completed" and not run.polled:
            if len(self.classes) > 1:
                self._repeat([run])  # for a second time, as those that are recorded
            came = (run.schedule, run.ending, run.result, run.output)
            return Execution(*came, threads=(), preemptions=run.preemptions, time=run.time)
        try:
            execution = record(self.runner, run.schedule, self.search.steps)
        except BadRecord:  # its own schedule does not fit it
            raise Unrepeatable from None
        if execution.schedule != run.schedule or _told(execution) != _told(run):
            raise Unrepeatable
        self._tell()
        return execution


def _told(of: Run | Execution) -> str:
    """What a user can tell of an execution, as a key.  An address, as in the text of a function, tells nothing."""
    error = str(of.failures[0]) if of.failures else None
    told = msgspec.json.encode((of.ending, of.result, of.output, error), order="sorted")  # equal dicts are one
    return without_addresses(told.decode())
