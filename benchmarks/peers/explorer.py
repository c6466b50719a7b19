"""The course's own explorer, by its public face: every schedule, and as many late threads as the row needs."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from itertools import count

from benchmarks.peers import Answer, Pace, serve
from benchmarks.rows import Row
from course import Program, Search, explore
from course.model import Exploration

MAIN = """
import threading
from program import State

def run(threads, arguments):
    state = State(**arguments)
    running = [threading.Thread(target=getattr(state, name), args=rest) for name, *rest in threads]
    for thread in running:
        thread.start()
    for thread in running:
        thread.join()
    return state.holds()
"""

ENDLESS_BUDGET = 10**9
SURELY = 64
"""Budgets up to this are tried one by one for the first failure."""


class _Spent(Exception):
    """The seconds are over."""


def program(row: Row) -> Program:
    """The row's program with a main thread that starts its threads and joins them."""
    modules = {"main": MAIN, "program": row.path.read_text()}
    return Program(modules, "main:run", {"threads": row.threads, "arguments": row.arguments})


def verdict(found: Exploration) -> str:
    """What the simplest failing outcome shows."""
    for outcome in found.outcomes:
        if outcome.ending != "completed":
            return outcome.ending
        if outcome.result is False:
            return "violated"
    return "holds" if found.complete else "nothing"


def searched(subject: Program, search: Search, pace: Pace, seconds: float) -> Exploration:
    """Explore until all is seen or the seconds are over; then once more, as far as it came, for the outcomes."""
    deadline = time.monotonic() + seconds
    so_far = 0

    def progress(spent: int, budget: int) -> None:
        nonlocal so_far
        if spent != so_far:  # else it is a replay of an outcome
            pace.tick()
        so_far = spent
        if time.monotonic() > deadline:
            raise _Spent

    pace.begin()
    try:
        return explore(subject, replace(search, executions=ENDLESS_BUDGET), progress)
    except _Spent:
        return explore(subject, replace(search, executions=so_far))


def first_failure(subject: Program, search: Search, accused: str, most: int) -> int:
    """The smallest budget of executions with which the failure is found."""

    def fails(budget: int) -> bool:
        return verdict(explore(subject, replace(search, executions=budget))) == accused

    for budget in range(1, SURELY + 1):
        if budget >= most or fails(budget):
            return budget
    low, high = SURELY, 2 * SURELY
    while high < most and not fails(high):
        low, high = high, 2 * high
    while high - low > 1:
        middle = (low + high) // 2
        low, high = (low, middle) if fails(middle) else (middle, high)
    return high


def sampled(subject: Program, search: Search) -> float | None:
    """Executions per second in a random search."""
    pace, seeds = Pace(), count()

    def progress(spent: int, budget: int) -> None:
        pace.tick()

    def sample() -> None:
        pace.begin()
        explore(subject, replace(search, strategy="random", executions=200, seed=next(seeds)), progress)

    return pace.fill(sample)


def measure(row: Row, seconds: float) -> Iterator[Answer]:
    """Everything about one row."""
    subject = program(row)
    search = Search(preemptions=None, late_threads=row.late_threads)
    pace = Pace()
    begin = time.monotonic()
    found = searched(subject, search, pace, seconds)
    answer = Answer(
        verdict(found),
        executions=found.executions,
        exhausted=found.complete,
        seconds=min(time.monotonic() - begin, seconds),
        note=found.coverage,
    )
    yield answer
    answer = replace(answer, rate=pace.fill(lambda: searched(subject, search, pace, seconds)))
    yield answer
    answer = replace(answer, sampled=sampled(subject, search))
    yield answer
    if answer.verdict not in ("holds", "nothing"):
        yield replace(answer, first=first_failure(subject, search, answer.verdict, found.executions))


if __name__ == "__main__":
    serve(measure)
