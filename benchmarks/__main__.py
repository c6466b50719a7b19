"""``python -m benchmarks [--json FILE]``: executions per second, beside the same program on real threads.

The peer runs the same source, compiled once, again and again on the machine's own threads: what a grader that tests by
repetition can do at most.  Both get the same processor time in turn, so that only their ratio means anything.
"""

from __future__ import annotations

import argparse
import json
import platform
import resource
import time
from collections.abc import Callable
from itertools import count
from pathlib import Path

from rich.console import Console
from rich.table import Table

from benchmarks.programs import PROGRAMS, script
from course import Program, Search
from course.search import explore

SECONDS = 1.0
"""Processor time for each side of each row."""


def rate(run: Callable[[], int]) -> float:
    """Executions per second of processor time; ``run`` says how many it made."""
    run()
    executions = 0
    begin = time.process_time()
    while (spent := time.process_time() - begin) < SECONDS:
        executions += run()
    return executions / spent


def explored(name: str) -> Callable[[], int]:
    """Random schedules of the program, 200 at a time, in the explorer."""
    program = Program({"main": script(name)})
    seeds = count()
    return lambda: explore(program, Search(strategy="random", executions=200, seed=next(seeds))).executions


def threaded(name: str) -> Callable[[], int]:
    """The program on real threads."""
    code = compile(script(name), name, "exec")

    def run() -> int:
        exec(code, {"__name__": "benchmark"})
        return 1

    return run


def measure(name: str) -> dict[str, float | int | str]:
    """One row of the table."""
    search = Search(preemptions=2, executions=20_000)
    begin = time.process_time()
    found = explore(Program({"main": script(name)}), search)
    seconds = time.process_time() - begin
    ours, theirs = rate(explored(name)), rate(threaded(name))
    return {
        "program": name,
        "executions": found.executions,
        "coverage": found.coverage,
        "seconds": round(seconds, 2),
        "explorer, executions/s": round(ours),
        "threading, executions/s": round(theirs),
        "ratio": round(ours / theirs, 2),
    }


def main() -> None:
    """Measure all programs and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures as JSON as well")
    arguments = parser.parse_args()
    rows = [measure(name) for name in PROGRAMS]
    table = Table(title=f"Python {platform.python_version()}, one core; ratio = explorer / real threads")
    for column in rows[0]:
        table.add_column(column, justify="left" if column in ("program", "coverage") else "right")
    for row in rows:
        table.add_row(*(str(value) for value in row.values()))
    console = Console()
    console.print(table)
    console.print(f"peak memory of this process: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MiB")
    if arguments.json is not None:
        arguments.json.write_text(json.dumps(rows, indent=2) + "\n")


if __name__ == "__main__":
    main()
