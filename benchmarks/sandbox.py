"""``python -m benchmarks.sandbox [--times N]``: what the sandbox costs, and where the start of an explorer goes.

The autograder starts one explorer process for each submission.  Here such a process lives N times confined and N times
only separate, in turn, so that a busy machine is as busy for the one as for the other: it is started, makes one search,
and has no more requests.  Both the clock and processor time are told, and the middle of N.  bwrap leaves a process of
its own behind; it comes back to this process here, so that all time is counted.  The second table starts Python with
more and more of what the process imports.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import resource
import subprocess
import time
from collections.abc import Callable
from statistics import median

import psutil
from rich.console import Console
from rich.table import Table

from course.checking.explorer import BEGIN, package_folders
from course.grading.sandbox.enclosure import view
from course.grading.sandbox.walls import explorer, walls
from course.model import Program, Search

PR_SET_CHILD_SUBREAPER = 36

RACE = """
from threading import Thread
def add():
    global n
    for _ in range(TURNS):
        n += 1
n = 0
threads = [Thread(target=add) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(n)
"""
SHORT = Program({"main": RACE.replace("TURNS", "1")})
LONG = Program({"main": RACE.replace("TURNS", "3")})

STARTS = {
    "Python itself": "",
    "and msgspec, greenlet": "import msgspec, greenlet",
    "and the records": "import course.model, course.checking.messages",
    "and the engine: an explorer process": "import course.checking.child, course.explain.explained",
    "and all that shows something": "import course.explain.pages, course.checking.child",
}


def measured(work: Callable[[], object]) -> tuple[float, float]:
    """Milliseconds by the clock, and of the processor time of child processes, that ``work`` takes."""

    def spent() -> float:
        used = resource.getrusage(resource.RUSAGE_CHILDREN)
        return used.ru_utime + used.ru_stime

    before, began = spent(), time.perf_counter()
    work()
    return (time.perf_counter() - began) * 1000, (spent() - before) * 1000


def life(program: Program, unconfined: bool) -> None:
    """Start an explorer, make one search, and wait for all that belonged to it."""
    others = _children()
    with explorer(unconfined) as process:
        process.explore(program, Search(preemptions=None))
        # It ends by itself: of a process that is killed in its namespace nobody learns how much time it had.
        child = process._child
        assert child is not None
        assert child.process.stdin is not None
        child.process.stdin.close()
        child.process.wait()
    # Whoever calls this may have children of its own, who go on.
    while left := _children() - others:
        os.waitpid(left.pop(), 0)


def _children() -> set[int]:
    return {child.pid for child in psutil.Process().children()}


def sandbox(console: Console, times: int) -> None:
    """The table of what the sandbox costs."""
    (once, _) = measured(walls)
    console.print(f"To find out what this machine has, once in a worker: {once:.0f} ms.")
    table = Table("an explorer that makes", "", "ms by the clock", "ms of processor time", title="The sandbox")
    for name, program in (("4 executions", SHORT), ("328 executions", LONG)):
        taken: dict[bool, list[tuple[float, float]]] = {True: [], False: []}
        for _ in range(times):
            for unconfined, found in taken.items():
                found.append(measured(lambda program=program, unconfined=unconfined: life(program, unconfined)))
        middle = {kind: [median(column) for column in zip(*found, strict=True)] for kind, found in taken.items()}
        for kind, label in ((True, "separate"), (False, "confined")):
            table.add_row(name, label, *(f"{value:.0f}" for value in middle[kind]))
        pairs = list(zip(middle[True], middle[False], strict=True))
        table.add_row("", "difference", *(f"{confined - separate:+.0f}" for separate, confined in pairs))
        table.add_row("", "ratio", *(f"{confined / separate:.2f}" for separate, confined in pairs), end_section=True)
    console.print(table)


def starts(console: Console, times: int) -> None:
    """The table of where the start of an explorer process goes."""
    python = view().python
    table = Table("", "ms by the clock", "ms of processor time", title="A start, with more and more imported")
    taken: dict[str, list[tuple[float, float]]] = {name: [] for name in STARTS}
    for _ in range(times):
        for name, imports in STARTS.items():
            command = [python, "-P", "-s", "-S", "-c", f"{BEGIN} {imports}" if imports else "", *package_folders()]
            taken[name].append(measured(lambda command=command: subprocess.run(command, check=True)))
    for name, found in taken.items():
        table.add_row(name, *(f"{median(column):.0f}" for column in zip(*found, strict=True)))
    console.print(table)


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sandbox", description=__doc__)
    parser.add_argument("--times", type=int, default=30, help="how often each is started (30)")
    times = parser.parse_args().times
    console = Console(highlight=False, width=110)
    ctypes.CDLL(None).prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    sandbox(console, times)
    starts(console, times)


if __name__ == "__main__":
    main()
