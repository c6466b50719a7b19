"""An execution choice by choice: who can go on at a position, and where the program stands there.

A person in the place of a search strategy.  Each choice lets one thread make one step that others could notice, or lets
the clock pass a deadline; steps that nobody can notice come along with it.  The choices are replayed from the beginning
each time, which takes about a millisecond, so a position depends on the program and the choices alone and taking
one back is leaving it out.  The steps made so far are a :class:`~course.model.Schedule` like any other.

Where to stop has to be known before the first choice, or a choice would mean something else later on: a few
executions are run to learn which data is shared (``_Stops``).  What there is to see is in
``course/simulation/views.py``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from course.model import CLOCK, BadRecord, Position, Program, Search, from_json, to_json
from course.search.replaying import replay
from course.search.strategies import Bounded, Exactly
from course.simulation.program import Runner
from course.simulation.recording import Recording, Survey
from course.simulation.views import View, watched

__all__ = ["position"]

MOST = 2
"""Schedules with so many preemptions are run to learn where threads meet."""
LOOKS = 150
"""So many executions at most are run to learn where threads meet, and as many where one of them may be late."""
SURVEYS = 30
"""So many more to learn which data they share, though they may never meet there."""
RECORDED = 5
"""So many more to learn its names."""
LOOK = 500
"""The budget of steps of each of them."""
ALWAYS = 1_000_000
"""How often a deadline may pass although a thread could still run: whenever somebody wants it."""


RECENT = 2
"""So many programs are kept ready: the next choice is most often made in that of the last one."""

_plays: dict[bytes, _Play] = {}


def position(
    program: Program,
    choices: Sequence[int] = (),
    watch: Sequence[str] = (),
    alive: Callable[[], None] = lambda: None,
) -> Position:
    """Where ``program`` stands after ``choices``; ``watch`` names variables to see besides those that threads share.

    A choice is a thread's number, or CLOCK: a deadline passes.  ``alive`` is called after each execution.  Raises
    :class:`BadRecord` if one of them could not be made, or a name in ``watch`` is none.
    """
    for name in watch:
        watched(name)
    key = to_json(program)
    play = _plays.pop(key, None) or _Play(from_json(key, Program), alive)
    here = play.position(tuple(choices), tuple(watch), alive)
    _plays[key] = play
    while len(_plays) > RECENT:
        _plays.pop(next(iter(_plays))).close()
    return here


class _Play:
    """A program that is being played."""

    def __init__(self, program: Program, alive: Callable[[], None]) -> None:
        self.program = program
        self.runner = Runner(program, Search().seed)
        self.names = _Stops(self.runner, alive).names

    def close(self) -> None:
        """Let go of the program."""
        self.runner.close()

    def position(self, choices: tuple[int, ...], watch: tuple[str, ...], alive: Callable[[], None]) -> Position:
        """Where it stands after ``choices``."""
        runner = self.runner
        clicks = _Clicks(choices)
        names = dict.fromkeys((*self.names, *watch))
        view = View(runner, runner.shared.flagged, tuple(names), watch)
        clicks.view = view
        runner.world.stepwise = True
        try:
            run = runner.run(clicks, steps=Search().steps, late_threads=ALWAYS, recorder=view)
        finally:
            runner.world.stepwise = False
        alive()
        if clicks.made < len(choices):
            raise BadRecord(f"the execution is over after {clicks.made} of {len(choices)} choices; take the rest back")
        over = not runner.world.cut
        return Position(
            choices=choices,
            schedule=run.schedule,
            options=() if over else tuple(clicks.options),
            threads=view.threads,
            objects=view.objects,
            variables=view.variables,
            time=run.time,
            output=run.output,
            made=view.made(),
            execution=replay(self.program, run.schedule) if over else None,
        )


class _Clicks:
    """A chooser that makes the given choices and then stops."""

    def __init__(self, choices: tuple[int, ...]) -> None:
        self._choices = choices
        self.made = 0
        self.options: list[int] = []
        self.view: View | None = None

    def choose(self, options: list[int], current: int | None) -> int | None:
        """The next of the choices; None after the last."""
        if self.made == len(self._choices):
            self.options = options
            return None
        choice = self._choices[self.made]
        if choice not in options:
            what = "no deadline can pass" if choice == CLOCK else f"thread {choice} cannot go on"
            raise BadRecord(f"choice {self.made + 1} does not fit this program: {what} there; was the program changed?")
        self.made += 1
        assert self.view is not None
        self.view.chosen()
        return choice


class _Stops:
    """Finds out where to stop: before each access to shared data, in addition to each operation of the library.

    The runner is left with a choice before each of them.
    """

    def __init__(self, runner: Runner, alive: Callable[[], None]) -> None:
        self._runner = runner
        self._alive = alive
        self._spent = 0
        for late_threads in (0, 1):
            self._look(late_threads)
        while not self._survey():
            pass
        self.names = self._named()

    def _look(self, late_threads: int) -> None:
        """Run the schedules with few preemptions; where an order of accesses matters, there is a choice."""
        runner = self._runner
        simple = Exactly(2 * LOOKS)
        while self._spent < LOOKS * (1 + late_threads):
            self._spent += 1
            run = runner.run(simple, steps=LOOK, late_threads=late_threads)
            self._alive()
            if runner.refine():
                simple = Exactly(2 * LOOKS)
            elif runner.broken is not None:
                return
            elif run.exhausted or not simple.next():
                if not simple.skipped or simple.bound == MOST:
                    return
                simple = simple.further()

    def _survey(self) -> bool:
        """Stop at all data that is shared, even if a lock orders the accesses; False if that has to be done again."""
        runner = self._runner
        strategy = Bounded(1)
        sites: set[int] = set()
        for _ in range(SURVEYS):
            survey = Survey(runner)
            run = runner.run(strategy, steps=LOOK, recorder=survey)
            self._alive()
            if runner.refine():
                return False
            sites |= survey.sites()
            if run.exhausted or runner.broken is not None or not strategy.next():
                break
        runner.shared.flagged = runner.shared.flagged | sites
        return True

    def _named(self) -> tuple[str, ...]:
        """The names of shared data that can be looked up at any time, in order of appearance."""
        names: dict[str, None] = {}
        strategy = Bounded(1)
        for _ in range(RECORDED):
            recording = Recording(self._runner, self._runner.shared.flagged)
            run = self._runner.run(strategy, steps=LOOK, recorder=recording)
            self._alive()
            names.update((name, None) for name in recording.data_names() if _can_be_watched(name))
            if run.exhausted or self._runner.broken is not None or not strategy.next():
                break
        return tuple(names)


def _can_be_watched(name: str) -> bool:
    """Whether ``name`` leads to a value; not one such as "dict 2", of what has no name in the source."""
    try:
        watched(name)
    except BadRecord:
        return False
    return True
