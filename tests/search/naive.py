"""Enumeration without any cleverness: a choice before every step of the program's threads."""

from __future__ import annotations

from dataclasses import dataclass

from course.model import Program, Schedule
from course.search.strategies import Bounded
from course.simulation.program import END, Runner

__all__ = ["TooMany", "outcomes"]

Key = tuple[str, str, str, str]


class TooMany(Exception):
    """The program has more schedules than one wants to run one by one."""


@dataclass
class Everywhere:
    """Stands in for the set of places that need a choice: all of the learner's module, and what proved to need one."""

    runner: Runner
    more: frozenset[int] = frozenset()

    def __contains__(self, site: int) -> bool:
        return site == END or self.runner.sites[site].module == "solution" or site in self.more

    def __or__(self, sites: set[int]) -> Everywhere:
        return Everywhere(self.runner, self.more | sites)

    def __and__(self, sites: set[int]) -> Everywhere:
        return Everywhere(self.runner, self.more & sites)


def outcomes(
    program: Program, *, naive: bool, preemptions: int | None = None, late_threads: int = 0, limit: int = 3_000
) -> tuple[dict[Key, Schedule], int]:
    """What can come of ``program``, each with a schedule, and the number of executions that took."""
    runner = Runner(program)
    if naive:
        runner.shared.flagged = Everywhere(runner)  # type: ignore[assignment]
    try:
        while True:
            found, executions = _search(runner, preemptions, late_threads, limit)
            if found is not None:
                return found, executions
    finally:
        runner.close()


def _search(
    runner: Runner, preemptions: int | None, late_threads: int, limit: int
) -> tuple[dict[Key, Schedule] | None, int]:
    strategy = Bounded(preemptions)
    found: dict[Key, Schedule] = {}
    executions = 0
    while True:
        run = runner.run(strategy, steps=300, late_threads=late_threads)
        executions += 1
        if runner.refine():
            return None, executions
        found.setdefault((run.ending, run.output, repr(run.result), str(run.failures[:1])), run.schedule)
        if executions >= limit:
            raise TooMany
        if not strategy.next():
            return found, executions
