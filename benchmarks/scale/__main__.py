"""``python -m benchmarks.scale``: how grading scales, beside stock nbgrader.  See docs/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import shutil
import signal
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn, TimeRemainingColumn

from benchmarks.scale import tables
from benchmarks.scale.classes import MIXES
from benchmarks.scale.profile import profiled
from benchmarks.scale.rooms import ROOT
from benchmarks.scale.runs import Plan, Run, load, perform

PARTS = ("sizes", "kill", "cache", "compare", "phases")


def parser() -> argparse.ArgumentParser:
    """What can be asked."""
    found = argparse.ArgumentParser(prog="python -m benchmarks.scale", description=__doc__)
    found.add_argument("--sizes", type=_numbers, default=(10, 100, 1000), help="classes to grade (10,100,1000)")
    found.add_argument("--mix", choices=MIXES, default="class", help="of these classes (%(default)s)")
    found.add_argument("--assignment", default="event", help="what they hand in (%(default)s)")
    found.add_argument("--compare", type=_number, default=60, metavar="N", help="class graded by both (%(default)s)")
    found.add_argument("--again", action="store_true", help="by stock nbgrader twice: are the marks the same?")
    found.add_argument("--profile", type=_number, default=5, metavar="N", help="submissions to profile (%(default)s)")
    found.add_argument("--parts", type=_parts, default=PARTS, help=f"what to do ({','.join(PARTS)})")
    found.add_argument("--seed", type=int, default=0, help="another gives another class (%(default)s)")
    found.add_argument("--minutes", type=float, help="stop after so many minutes; the next start goes on from there")
    found.add_argument("--fresh", action="store_true", help="forget what was measured of this before")
    found.add_argument("--rooms", type=Path, default=ROOT / "build" / "scale", help="where to grade (build/scale)")
    found.add_argument("--json", type=Path, default=ROOT / "build" / "scale.json", metavar="FILE", help="also as JSON")
    return found


def _number(text: str) -> int:
    number = int(text) if text.isdecimal() else 0
    if number < 1:
        raise argparse.ArgumentTypeError(f"{text!r} is no number of submissions; write one from 1 on, such as 60")
    return number


def _numbers(text: str) -> tuple[int, ...]:
    return tuple(sorted({_number(part) for part in text.split(",")}))


def _parts(text: str) -> tuple[str, ...]:
    wanted = tuple(text.split(","))
    for part in wanted:
        if part not in PARTS:
            raise argparse.ArgumentTypeError(f"{part!r} is no part; there are {', '.join(PARTS)}")
    return wanted


def plans(asked: argparse.Namespace) -> list[Plan]:
    """The runs that are asked for, in the order in which they are best made: the short ones first."""
    found: list[Plan] = []
    common = {"assignment": asked.assignment, "seed": asked.seed}
    middle = asked.sizes[min(1, len(asked.sizes) - 1)]
    if "sizes" in asked.parts:
        found += [Plan("course", asked.mix, size, **common) for size in asked.sizes]
    if "kill" in asked.parts:
        found += [Plan("course", asked.mix, middle, **common), Plan("course", asked.mix, middle, kill=True, **common)]
    if "cache" in asked.parts:
        found += [Plan("course", asked.mix, middle, **common), Plan("course", asked.mix, middle, equal=True, **common)]
    if "compare" in asked.parts:
        for mix in ("right", "demonstration"):
            found += [Plan("course", mix, asked.compare, seed=asked.seed)]
            found += [
                Plan("stock", mix, asked.compare, seed=asked.seed, again=again) for again in range(1 + asked.again)
            ]
    return sorted(set(found), key=lambda plan: (plan.size, found.index(plan)))


class Clock:
    """How much of the minutes is left."""

    def __init__(self, minutes: float | None) -> None:
        self.until = None if minutes is None else time.monotonic() + 60 * minutes

    @property
    def left(self) -> float | None:
        """Seconds; None if there is no limit."""
        return None if self.until is None else self.until - time.monotonic()

    @property
    def over(self) -> bool:
        """Whether there is none left."""
        return self.left is not None and self.left <= 0


@contextmanager
def _bar(console: Console) -> Iterator[Progress]:
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Progress(*columns, TimeRemainingColumn(), console=console, transient=True) as progress:
        yield progress


def kill_after(plan: Plan, runs: Sequence[Run]) -> float | None:
    """When to kill a worker, in seconds: after two fifths of what the same class took undisturbed."""
    if not plan.kill:
        return None
    calm = next((run for run in runs if run.plan == calm_of(plan)), None)
    return 0.4 * calm.seconds if calm is not None and calm.finished else 0.0


def calm_of(plan: Plan) -> Plan:
    """The same run without a killed worker."""
    return Plan(plan.side, plan.mix, plan.size, plan.assignment, plan.seed, plan.equal)


def run_all(asked: argparse.Namespace, console: Console) -> tuple[list[Run], dict[str, Any] | None, bool]:
    """Make the runs and the profile; whether all of it is finished is the last thing that is told."""
    clock = Clock(asked.minutes)
    runs: list[Run] = []
    with _bar(console) as bar:
        for plan in plans(asked):
            known = load(asked.rooms / plan.name, plan)
            if not known.finished and not clock.over:
                task = bar.add_task(plan.name, total=plan.size)

                def graded(number: int, task: Any = task) -> None:
                    bar.update(task, completed=number)

                known = perform(plan, asked.rooms, graded, clock.left, kill_after(plan, runs))
                bar.remove_task(task)
            runs.append(known)
        profile = None
        if "phases" in asked.parts and not clock.over:
            bar.add_task(f"profile of {asked.profile}", total=None)
            profile = profiled(Plan("course", asked.mix, asked.profile, asked.assignment, asked.seed), asked.rooms)
    return runs, profile, all(run.finished for run in runs) and (profile is not None or "phases" not in asked.parts)


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure, show and write; the exit status is 0 if all that was asked is there."""
    asked = parser().parse_args(arguments)
    signal.signal(signal.SIGTERM, signal.default_int_handler)  # whoever ends this ends the grading too
    asked.rooms = asked.rooms.resolve()
    if asked.fresh:
        for plan in plans(asked):  # and nothing else that may lie there
            shutil.rmtree(asked.rooms / plan.name, ignore_errors=True)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 120)
    try:
        runs, profile, complete = run_all(asked, console)
    except KeyboardInterrupt:
        console.print("Stopped; the same command goes on from here.")
        return 130
    except (RuntimeError, ValueError) as error:
        console.print(f"[bold]Not measured:[/] {error}", soft_wrap=True)
        return 1
    for part in tables.all_of(runs, profile):
        console.print(part)
    asked.json.parent.mkdir(parents=True, exist_ok=True)
    written = {"machine": tables.machine(), "runs": [tables.record(run) for run in runs], "profile": profile}
    asked.json.write_text(json.dumps(written, indent=1) + "\n", encoding="utf-8")
    if not complete:
        console.print("Not finished; the same command goes on from here.")
    return 0 if complete else 3


if __name__ == "__main__":
    sys.exit(main())
