"""``python -m benchmarks.memory``: does anything stay behind after many executions in one process?

Each program is run under sampled schedules by the hundred thousand.  Resident memory is compared when the process is
warm, after half of them and at the end; greenlets, threads and all other objects are counted when warm and at the end.
"""

from __future__ import annotations

import argparse
import gc
import resource
import sys
import threading
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.peers.explorer import program
from benchmarks.rows import ROWS, Row
from course import Search, explore

EXECUTIONS = 200_000
CHUNK = 1_000
"""Executions of one search; each search samples other schedules."""
GREENLET = "greenlet.greenlet"
FLAT = 1.02
"""What memory may grow by from half to the end."""


def resident() -> int:
    """Resident memory in KiB: now where /proc tells it, else its peak."""
    statm = Path("/proc/self/statm")
    if statm.exists():
        return int(statm.read_text().split()[1]) * resource.getpagesize() // 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // (1024 if sys.platform == "darwin" else 1)


def objects() -> Counter[str]:
    """How many objects of each type the garbage collector knows."""
    gc.collect()
    return Counter(f"{type(thing).__module__}.{type(thing).__qualname__}" for thing in gc.get_objects())


@dataclass(frozen=True)
class Left:
    """What one program left behind."""

    row: Row
    memory: tuple[int, int, int]
    """KiB when warm, after half and at the end."""
    objects: Counter[str]
    """Objects more than when warm, by type."""
    threads: int

    @property
    def greenlets(self) -> int:
        """Greenlets more than when warm, suspended or not."""
        return self.objects[GREENLET]

    @property
    def clean(self) -> bool:
        """Whether that is nothing."""
        _, half, end = self.memory
        return end <= half * FLAT and not self.objects and self.threads == 0


def sample(row: Row, executions: int, seed: int = 0) -> None:
    """So many executions under schedules drawn by lot."""
    search = Search(strategy="random", executions=executions, seed=seed, late_threads=row.late_threads)
    explore(program(row), search)


def leaks(row: Row, executions: int) -> Left:
    """Run a program so often after a tenth of that to get warm, and look what is left.

    Each tenth has the same schedules, so that what a rare one leaves in a cache is there when it is warm.
    """
    tenths = [executions // 10] * 11
    memory, had, threads = [], Counter[str](), 0
    for tenth, share in enumerate(tenths):
        for seed, first in enumerate(range(0, share, CHUNK)):
            sample(row, min(CHUNK, share - first), seed)
        if tenth == 0:
            had, threads = objects(), threading.active_count()
        if tenth in (0, 5, 10):
            memory.append(resident())
    warm, half, end = memory
    return Left(row, (warm, half, end), objects() - had, threading.active_count() - threads)


def one_of_each() -> tuple[Row, ...]:
    """The last row of each program, which is its largest."""
    return tuple({row.program: row for row in ROWS}.values())


def main() -> None:
    """Run all programs, print what they left, and fail if that is anything."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.memory", description=__doc__)
    parser.add_argument("--executions", type=int, default=EXECUTIONS, help="of each program (default: %(default)s)")
    arguments = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    table = Table(title=f"{arguments.executions:,} executions of each program in one process")
    table.add_column("program")
    for column in ("warm, KiB", "half", "end", "objects more", "greenlets", "threads"):
        table.add_column(column, justify="right")
    found = []
    for row in one_of_each():
        with console.status(row.name):
            left = leaks(row, arguments.executions)
        found.append(left)
        table.add_row(row.name, *(f"{n:,}" for n in (*left.memory, left.objects.total(), left.greenlets, left.threads)))
    console.print(table)
    unclean = [left.row.name for left in found if not left.clean]
    if unclean:
        sys.exit(f"Something stays behind: {', '.join(unclean)}.")
    console.print("Nothing stays behind.")


if __name__ == "__main__":
    main()
