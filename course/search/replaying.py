"""One execution under a given schedule, with all that happens in it; and simpler schedules that end alike."""

from __future__ import annotations

from collections.abc import Iterator

from course.model import CLOCK, BadRecord, Ending, Execution, Program, Schedule, Search
from course.search.strategies import Follow
from course.simulation.program import Run, Runner
from course.simulation.recording import Recording, Survey

__all__ = ["again", "rank", "record", "replay", "shortened"]

ATTEMPTS = 200
"""So many executions may it take to make a schedule simpler."""


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
        while True:
            try:
                execution = record(runner, schedule, search.steps)
            except BadRecord:
                # What counts as a step may be learned only now, as it was in the search that the schedule comes from.
                if not runner.refine():
                    raise
            else:
                if not runner.refine():
                    return execution
    finally:
        runner.close()


def record(runner: Runner, schedule: Schedule, steps: int) -> Execution:
    """The execution of ``schedule``, step by step.

    It is run twice: to learn which data is really shared, and to keep what is worth telling.
    """
    late = _late(schedule)
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
        races=recording.races(),
    )


def again(runner: Runner, schedule: Schedule, steps: int) -> Run | None:
    """What comes of ``schedule`` when it is run once more; ``None`` if it does not fit the program."""
    follow = Follow(schedule)
    try:
        return runner.run(follow, steps=steps, late_threads=_late(schedule), follow=follow)
    except BadRecord:
        return None


def _late(schedule: Schedule) -> int:
    return sum(count for thread, count in schedule.runs if thread == CLOCK)


def rank(run: Run) -> tuple[int, int, int, str]:
    """How simple an execution is: the fewest preemptions, then the fewest switches, then the fewest steps."""
    runs = run.schedule.runs
    return (run.preemptions, len(runs), sum(count for _, count in runs), str(run.schedule))


def shortened(runner: Runner, run: Run, steps: int) -> Run:
    """An execution that ends like ``run`` and is simpler, if one is found by leaving out switches one by one.

    Each attempt lets a thread make two of its stretches in one, the earlier or the later; what is worth keeping is
    kept, until nothing more comes of it.
    """
    attempts = 0
    better = True
    while better:
        better = False
        for schedule in _merged(run.schedule):
            attempts += 1
            if attempts > ATTEMPTS:
                return run
            other = again(runner, schedule, steps)
            if other is not None and _alike(other, run) and rank(other) < rank(run):
                run, better = other, True
                break
    return run


def _alike(one: Run, other: Run) -> bool:
    """Whether a user cannot tell two executions apart."""
    return (one.ending, one.result, one.output, one.failures[:1]) == (
        other.ending,
        other.result,
        other.output,
        other.failures[:1],
    )


def _merged(schedule: Schedule) -> Iterator[Schedule]:
    runs = schedule.runs
    for first, (thread, count) in enumerate(runs):
        for second in range(first + 2, len(runs)):
            if runs[second][0] == thread:
                both = (thread, count + runs[second][1])
                between = runs[first + 1 : second]
                yield _joined((*runs[:first], both, *between, *runs[second + 1 :]))
                yield _joined((*runs[:first], *between, both, *runs[second + 1 :]))
                break


def _joined(runs: tuple[tuple[int, int], ...]) -> Schedule:
    """The schedule of these stretches, neighbours of the same thread in one."""
    result: list[tuple[int, int]] = []
    for thread, count in runs:
        if result and result[-1][0] == thread:
            result[-1] = (thread, result[-1][1] + count)
        else:
            result.append((thread, count))
    return Schedule(tuple(result))
