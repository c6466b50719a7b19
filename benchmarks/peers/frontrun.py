"""frontrun: its systematic explorer (DPOR), as its documentation has it used and at the settings that suit it best.

- The state from ``setup``, a worker per thread, ``holds`` as the invariant.
- ``FRONTRUN_ACTIVE=1``, which its command ``frontrun`` sets, without the library that the command preloads: that one
  sees input and output in C, of which there is none here, and costs a third of the speed.
- ``clock="virtual"``: deadlocks are reported exactly and at once; with the real clock the rows with a Condition end in
  its time limit.  ``clock="explored"`` where a deadline is what the row is about.
- No detection of sockets and files, no repetition of counterexamples: both cost time and nothing here needs them.
- First ``preemption_bound=None``, "full DPOR", which is what "every schedule" has to be compared with.  If that finds
  nothing, its default bound of 2 as well: the two differ, and each finds deadlocks that the other misses.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import replace
from operator import methodcaller

import frontrun

from benchmarks.peers import FAILURES, Answer, Pace, loaded, serve
from benchmarks.rows import Row


def search(row: Row, bound: int | None, pace: Pace, seconds: float) -> Answer:
    """One search to its end, past failures, or for so many seconds."""
    state = loaded(row).State
    failed: list[str] = []

    def setup() -> object:
        pace.tick()
        return state(**row.arguments)

    def holds(made: object) -> bool:
        held = bool(made.holds())
        if not held:
            failed.append("violated")
        return held

    pace.begin()
    begin = time.monotonic()
    try:
        result = frontrun.explore(
            setup=setup,
            workers=[methodcaller(*thread) for thread in row.threads],  # in C: adds no steps of its own
            invariant=holds,
            preemption_bound=bound,
            clock="explored" if row.late_threads else "virtual",
            stop_on_first=False,
            detect_io=False,
            reproduce_on_failure=0,
            total_timeout=seconds,
        )
    except Exception as error:
        return Answer("gave up", seconds=time.monotonic() - begin, note=f"{type(error).__name__}: {error}")
    spent = time.monotonic() - begin
    first = result.failures[0][0] if result.failures else None
    exhausted = spent < seconds and result.property_holds is not None
    if result.property_holds is None:
        verdict = "gave up"
    elif result.property_holds:
        verdict = "holds" if exhausted else "nothing"
    else:
        verdict = failed[0] if failed else "deadlock"
    return Answer(verdict, first, result.num_explored, exhausted, seconds=spent, note=result.inconclusive_reason or "")


def measure(row: Row, seconds: float) -> Iterator[Answer]:
    """Without a bound, then perhaps with one."""
    pace = Pace()
    full = search(row, None, pace, seconds)
    answer = replace(full, rate=pace.rate)
    yield answer
    answer = replace(answer, rate=pace.fill(lambda: search(row, None, pace, seconds)))
    yield answer
    if answer.verdict in FAILURES:
        return
    bounded = search(row, 2, Pace(), seconds)
    if bounded.verdict in FAILURES:
        first = None if bounded.first is None else full.executions + bounded.first
        note = f"found with at most 2 preemptions; without a bound: {full.verdict}"
        yield replace(answer, verdict=bounded.verdict, first=first, note=note)


if __name__ == "__main__":
    serve(measure)
