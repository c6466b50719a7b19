"""interleave-test: its three strategies by turns, as its documentation has them used.

Random and PCT are quick to find a failure and the bounded depth-first search (at most 2 preemptions, at byte codes)
alone can come to an end, so each gets 50 schedules in turn until something fails; then the depth-first search goes on
by itself.  Only the program's own file is interleaved: starting and joining its threads adds no schedules.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator

import interleave_test
from interleave_test import DFSStrategy, Result

from benchmarks.peers import FAILURES, Answer, Pace, loaded, serve
from benchmarks.rows import Row

TURN = 50


def model_of(row: Row, pace: Pace) -> Callable[[], None]:
    """The function that it runs once a schedule."""
    state = loaded(row).State

    def model() -> None:
        pace.tick()
        made = state(**row.arguments)
        threads = [threading.Thread(target=getattr(made, name), args=tuple(rest)) for name, *rest in row.threads]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert made.holds()

    return model


def measure(row: Row, seconds: float) -> Iterator[Answer]:
    """The strategies by turns."""
    pace = Pace()
    model = model_of(row, pace)
    depth_first = DFSStrategy(max_preemptions=2)
    begin = time.monotonic()
    verdict, first, executions, systematic, seed = "nothing", None, 0, 0, 0

    def turn(strategy: str | DFSStrategy) -> Result:
        pace.begin()
        return interleave_test.explore(
            model,
            iterations=TURN,
            seed=seed,
            strategy=strategy,
            include=[row.path],
            timeout=seconds,
            raise_on_failure=False,
        )

    exhausted = False
    while not exhausted and (executions == 0 or time.monotonic() - begin < seconds):
        seed += 1
        for strategy in (depth_first,) if first else ("random", "pct", depth_first):
            result = turn(strategy)
            executions += result.schedules_run
            if strategy is depth_first:
                systematic += result.schedules_run
                exhausted = result.exhausted
            if result.failure is not None and first is None:
                first = executions
                verdict = {"exception": "violated", "deadlock": "deadlock", "hang": "gave up"}[result.failure.kind]
                break
        spent = time.monotonic() - begin
        said = "holds" if exhausted and verdict not in FAILURES else verdict
        note = "every schedule with at most 2 preemptions" if exhausted else ""
        yield Answer(said, first, systematic if exhausted else executions, exhausted, pace.rate, spent, note=note)


if __name__ == "__main__":
    serve(measure)
