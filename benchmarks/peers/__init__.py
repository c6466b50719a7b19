"""Who is compared, one a module, and what an adapter and the process that started it say to each other.

``python -m benchmarks.peers.frontrun "3 philosophers" 10`` measures one row with a budget of ten seconds and prints an
:class:`Answer` a line, as JSON; the last line counts, so that a process that is ended from outside has still said what
it knew.  Only the standard library is used here: a peer runs under its own interpreter, without the course.
"""

from __future__ import annotations

import importlib
import json
import os
import resource
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, field
from types import ModuleType

from benchmarks.rows import ROWS, Row

FAILURES = ("deadlock", "violated", "error", "endless")
"""The verdicts that accuse the program."""


@dataclass(frozen=True)
class Answer:
    """What a peer says of a row, and what that took."""

    verdict: str
    """One of FAILURES; "holds": searched to the end; "nothing": the budget was spent; "gave up"; "no answer"."""
    first: int | None = None
    """The number of the execution that failed first."""
    executions: int = 0
    exhausted: bool = False
    """Whether that was all there is, rather than the budget."""
    rate: float | None = None
    """Executions per second of processor time, between the first execution and the last."""
    seconds: float = 0.0
    """By the clock, for the search to its end or budget; starting the interpreter does not count."""
    sampled: float | None = None
    """The course's executions per second in a random search."""
    note: str = ""
    memory: int = 0
    """The peak of the process, in MiB."""


@dataclass
class Pace:
    """Processor time from execution to execution; what comes before the first and after the last is left out."""

    executions: int = 0
    spent: float = 0.0
    _last: float | None = field(default=None, repr=False)

    def begin(self) -> None:
        """A search begins: the time until its first execution does not count."""
        self._last = None

    def tick(self) -> None:
        """An execution is reached."""
        now = time.process_time()
        if self._last is not None:
            self.executions += 1
            self.spent += now - self._last
        self._last = now

    @property
    def rate(self) -> float | None:
        """Executions per second; None if there was no second execution."""
        return self.executions / self.spent if self.spent else None

    def fill(self, search: Callable[[], object], seconds: float = 0.5) -> float | None:
        """Repeat a short search until the figure means something, and return the rate."""
        begin = time.process_time()
        while self.spent < seconds and time.process_time() - begin < 4 * seconds:
            search()
        return self.rate


def loaded(row: Row) -> ModuleType:
    """The row's program, imported as it is."""
    return importlib.import_module(f"benchmarks.programs.{row.program}")


def serve(measure: Callable[[Row, float], Iterator[Answer]]) -> None:
    """Answer for the row and the budget that the command line names, and end the process, whatever still runs in it."""
    _, name, seconds = sys.argv
    row = next(row for row in ROWS if row.name == name)
    for answer in measure(row, float(seconds)):
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "linux" else 1024**2)
        print(json.dumps(asdict(answer) | {"memory": peak}), flush=True)
    os._exit(0)  # a deadlock on real threads would keep it


def read(text: str) -> Answer | None:
    """The last answer in what a process printed; None if there is none."""
    for line in reversed(text.splitlines()):
        try:
            return Answer(**json.loads(line))
        except (ValueError, TypeError):
            continue
    return None
