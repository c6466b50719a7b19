"""Plain threads, again and again: what a test that repeats the program can do.

It stops at the first failure, because threads in a deadlock stay, and it can never say that a program is correct.
"""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator

from benchmarks.peers import Answer, Pace, loaded, serve
from benchmarks.rows import Row

PATIENCE = 5.0
"""Seconds of real time after which a thread that has not ended is taken to be in a deadlock."""


def measure(row: Row, seconds: float) -> Iterator[Answer]:
    """Run it until it fails or the seconds are over."""
    state = loaded(row).State
    pace = Pace()
    begin = time.monotonic()
    executions, verdict = 0, "nothing"
    while verdict == "nothing" and (executions == 0 or time.monotonic() - begin < seconds):
        pace.tick()
        executions += 1
        made = state(**row.arguments)
        threads = [threading.Thread(target=getattr(made, name), args=rest, daemon=True) for name, *rest in row.threads]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join(PATIENCE)
        if any(thread.is_alive() for thread in threads):
            verdict = "deadlock"
        elif not made.holds():
            verdict = "violated"
    first = None if verdict == "nothing" else executions
    yield Answer(verdict, first, executions, rate=pace.rate, seconds=time.monotonic() - begin)


if __name__ == "__main__":
    serve(measure)
