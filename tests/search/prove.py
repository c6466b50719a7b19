"""``make prove``: many random programs, each searched and enumerated, on all cores.

    python -m tests.search.prove --programs 20000 [--first SEED] [--family d] [--bounds all 0 1 2 late] [--limit 3000]

Ends with a table of the families, and with exit code 1 and the smallest program found if there is a difference.  If it
is stopped, the line that it leaves says which seed to go on from.
"""

from __future__ import annotations

import argparse
import gc
import itertools
import os
import sys
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from tests.search.compare import BOUNDS, Comparison, Difference, compare_seed, shrunk
from tests.search.programs import FAMILIES, seeds

__all__ = ["main"]

SHRUNK = 3
"""So many differing programs are made small."""


@dataclass
class Row:
    """What came of the programs of a family."""

    drawn: int = 0
    compared: int = 0
    """Within one bound at least."""
    unbounded: int = 0
    """Without a bound, too."""
    too_large: int = 0
    endless: int = 0
    differences: int = 0
    to_classes: list[float] = field(default_factory=list)
    to_naive: list[float] = field(default_factory=list)

    def add(self, came: Comparison) -> None:
        """One more program."""
        self.drawn += 1
        self.compared += bool(came.bounds)
        self.unbounded += "all" in came.bounds
        self.endless += came.endless and not came.bounds
        self.too_large += not came.endless and not came.bounds
        self.differences += bool(came.differences)
        if came.executions and came.naive:
            self.to_naive.append(came.executions / came.naive)
        if came.executions and came.classes:
            self.to_classes.append(came.executions / came.classes)


def main(arguments: Sequence[str] | None = None) -> int:
    """The command; returns its exit code."""
    options = _options().parse_args(arguments)
    console = Console()
    todo = seeds(options.first, options.programs, options.family)
    rows = {letter: Row() for letter in FAMILIES if not options.family or letter in options.family}
    differing: list[tuple[int, Difference]] = []
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    pending = set(todo)
    try:
        with (
            Progress(*columns, console=console) as progress,
            ProcessPoolExecutor(options.jobs, initializer=gc.freeze) as pool,
        ):
            bar = progress.add_task("programs", total=len(todo))
            for seed, family, came in _all(pool, todo, options.bounds, options.limit, 4 * options.jobs):
                pending.discard(seed)
                rows[family].add(came)
                if came.differences:
                    differing.append((seed, came.differences[0]))
                    kinds = {f"{each.bound}: {'missed' if each.missed else 'invented'}" for each in came.differences}
                    progress.console.print(f"seed {seed} ({FAMILIES[family].name}) differs: {', '.join(sorted(kinds))}")
                progress.advance(bar)
    except KeyboardInterrupt:
        console.print(f"stopped; to go on: --first {min(pending)} --programs {len(pending)} (with the same families)")
    console.print(_table(rows))
    for seed, difference in sorted(differing, key=lambda each: each[0])[:SHRUNK]:
        source, smallest = shrunk(seed, difference, options.limit)
        console.rule(f"seed {seed}")
        console.print(source, markup=False, highlight=False)
        console.print(str(smallest), markup=False, highlight=False)
    return 1 if differing else 0


def _options() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m tests.search.prove", description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--programs", type=int, default=20_000, help="how many (20,000)")
    parser.add_argument("--first", type=int, default=0, metavar="SEED", help="the first seed (0)")
    parser.add_argument("--family", default="", metavar="LETTERS", help=", ".join(_said(each) for each in FAMILIES))
    parser.add_argument("--bounds", nargs="+", choices=BOUNDS, default=BOUNDS, help="what to compare within (all five)")
    parser.add_argument("--limit", type=int, default=3_000, help="executions from which on a program is too large")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes (as many as processors)")
    return parser


def _said(letter: str) -> str:
    return f"{letter}: {FAMILIES[letter].name}"


def _all(
    pool: ProcessPoolExecutor, todo: list[int], bounds: Sequence[str], limit: int, ahead: int
) -> Iterator[tuple[int, str, Comparison]]:
    """What came of each program, as it comes; a few are always waiting, so that a stop leaves little behind."""
    rest = iter(todo)
    running: set[Future[tuple[int, str, Comparison]]] = set()
    try:
        while True:
            for seed in itertools.islice(rest, ahead - len(running)):
                running.add(pool.submit(compare_seed, seed, bounds, limit))
            if not running:
                return
            done, running = wait(running, return_when=FIRST_COMPLETED)
            for each in done:
                yield each.result()
    finally:
        for each in running:
            each.cancel()


def _table(rows: dict[str, Row]) -> Table:
    table = Table("family", *"drawn compared unbounded large endless differ".split(), "run / naive", "run / classes")
    for column in table.columns[1:]:
        column.justify = "right"
    for letter, row in rows.items():
        counts = (row.drawn, row.compared, row.unbounded, row.too_large, row.endless, row.differences)
        table.add_row(_said(letter), *map(str, counts), _mean(row.to_naive), _mean(row.to_classes))
    return table


def _mean(values: list[float]) -> str:
    return f"{sum(values) / len(values):.3f}" if values else "–"


if __name__ == "__main__":
    sys.exit(main())
