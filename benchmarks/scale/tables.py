"""What was measured, for a person."""

from __future__ import annotations

import os
import platform
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict
from typing import Any

from rich.table import Table

from benchmarks.scale.runs import Plan, Run

__all__ = ["all_of", "compared", "machine", "record"]

MIB = 1 << 20
WANTED = {"demonstration": 10, "right": 4}
"""How many times as fast as stock nbgrader grading shall be."""


def machine() -> dict[str, object]:
    """What it was measured on."""
    return {"python": platform.python_version(), "cores": len(os.sched_getaffinity(0))}


def record(run: Run) -> dict[str, Any]:
    """A run as plain data."""
    return asdict(run) | {
        "name": run.plan.name,
        "seconds": round(run.seconds, 2),
        "cpu": round(run.cpu, 2),
        "per_minute": round(run.per_minute, 2),
        "finished": run.finished,
    }


def all_of(runs: Sequence[Run], profile: Mapping[str, Any] | None) -> Iterator[Table | str]:
    """The tables and the lines below them."""
    if runs:
        yield speed(runs)
        yield memory(runs)
        yield verdicts(runs)
        yield from compared(runs)
        yield from killed(runs)
    if profile is not None:
        yield phases(profile)
        yield judging(profile)


def speed(runs: Sequence[Run]) -> Table:
    """How fast."""
    about = machine()
    table = Table(
        title=f"Graded by `nbgrader autograde` (Python {about['python']}, {about['cores']} cores)", pad_edge=False
    )
    table.add_column("run", no_wrap=True)
    for column in ("graded", "seconds", "per minute", "seconds\neach", "CPU s\neach", "sittings"):
        table.add_column(column, justify="right")
    for run in runs:
        number = run.plan.size if run.finished else run.done
        each = [f"{value / number:.2f}" if number else "" for value in (run.seconds, run.cpu)]
        done = f"{number}" if run.finished else f"{number} of {run.plan.size}"
        cells = (done, f"{run.seconds:.0f}", f"{run.per_minute:.1f}", *each, str(len(run.sittings)))
        table.add_row(_name(run.plan), *cells)
    table.caption = "seconds by the clock, nbgrader's start included; CPU: of all processes, explorers as last seen"
    return table


def _name(plan: Plan) -> str:
    extras = ["equal answers"] * plan.equal + ["a worker killed"] * plan.kill + ["again"] * bool(plan.again)
    return ", ".join([f"{plan.side} {plan.assignment}: {plan.mix} {plan.size}", *extras])


def memory(runs: Sequence[Run]) -> Table:
    """How much memory each kind of process took, over time."""
    table = Table(title="Resident memory, MiB", pad_edge=False)
    table.add_column("run", no_wrap=True)
    table.add_column("process", no_wrap=True)
    for column in ("seen", "largest", "all at once", "growth"):
        table.add_column(column, justify="right")
    for run in runs:
        first = True
        for role, row in memory_of(run).items():
            growth = "" if row["growth"] is None else f"{row['growth']:+.1%}"
            cells = (str(row["seen"]), f"{row['largest'] / MIB:.0f}", f"{row['together'] / MIB:.0f}", growth)
            table.add_row(_name(run.plan) if first else "", role, *cells)
            first = False
    table.caption = (
        "seen: processes; largest: of one; all at once: of all of them together; growth: of the one that lived "
        "longest, from a quarter of its life to its end"
    )
    return table


def memory_of(run: Run) -> dict[str, dict[str, Any]]:
    """The figures of :func:`memory`, by kind of process, in bytes."""
    found: dict[str, dict[str, Any]] = {}
    for sitting in run.sittings:
        at: dict[tuple[str, float], int] = {}
        for seen in sitting.processes:
            row = found.setdefault(seen.role, {"seen": 0, "largest": 0, "together": 0, "growth": None, "longest": 0})
            row["seen"] += 1
            sizes = seen.memory
            row["largest"] = max(row["largest"], *(size for _, size in sizes))
            for when, size in sizes:
                at[seen.role, when] = at.get((seen.role, when), 0) + size
            if len(sizes) >= LONG and len(sizes) > row["longest"]:
                row["longest"] = len(sizes)
                row["growth"] = sizes[-1][1] / sizes[len(sizes) // 4][1] - 1
        for (role, _), together in at.items():
            found[role]["together"] = max(found[role]["together"], together)
    return found


LONG = 40
"""Looks at a process that make it one whose growth means something: twenty seconds."""


def verdicts(runs: Sequence[Run]) -> Table:
    """How true the marks are."""
    table = Table(title="Answers, and what they got", pad_edge=False)
    table.add_column("run", no_wrap=True)
    for column in (
        "right\nanswers",
        "without\nall points",
        "wrong\nanswers",
        "with all\npoints",
        "points taken\nalong",
        "needs\nreview",
        "not\ngraded",
    ):
        table.add_column(column, justify="right")
    for run in runs:
        if run.judged is not None:
            told = run.judged
            numbers = (told.right, told.right_lost, told.wrong, told.wrong_passed)
            row = (*map(str, numbers), f"{told.taken_along:g}", str(told.review), str(told.ungraded))
            table.add_row(_name(run.plan), *row)
    table.caption = (
        "taken along: points of right answers that were lost beside a wrong one; answers that are schedules, prose, or "
        "in a file that was cut off are not counted as right or wrong"
    )
    return table


def compared(runs: Sequence[Run]) -> Iterator[str]:
    """Lines on this course and stock nbgrader, for each class that both have graded."""
    finished = {run.plan: run for run in runs if run.finished}
    for plan, run in finished.items():
        if plan.side != "stock" or plan.again:
            continue
        ours = finished.get(Plan("course", plan.mix, plan.size, plan.assignment, plan.seed))
        if ours is not None:
            wanted = f" (wanted: {WANTED[plan.mix]})" if plan.mix in WANTED else ""
            yield f"{plan.mix} {plan.size}: {run.seconds / ours.seconds:.1f} times as fast as stock nbgrader{wanted}"
        again = finished.get(Plan("stock", plan.mix, plan.size, plan.assignment, plan.seed, again=1))
        if again is not None:
            same = "the same marks" if again.scores == run.scores else "other marks"
            yield f"{plan.mix} {plan.size}: stock nbgrader gave {same} when it graded the class again"
        if run.judged is not None and run.judged.wrong_passed:
            kinds = run.judged.wrong_by_finding
            passed = sorted(run.judged.wrong_passed_by_finding.items())
            told = ", ".join(f"{finding} {number} of {kinds[finding]}" for finding, number in passed)
            yield f"{plan.mix} {plan.size}: wrong answers that stock nbgrader gave all points, by what is wrong: {told}"


def killed(runs: Sequence[Run]) -> Iterator[str]:
    """Lines on the runs in which a worker was killed."""
    finished = {run.plan: run for run in runs if run.finished}
    for plan, run in finished.items():
        calm = finished.get(Plan(plan.side, plan.mix, plan.size, plan.assignment, plan.seed, plan.equal))
        if not plan.kill or calm is None:
            continue
        hit = next((sitting.killed for sitting in run.sittings if sitting.killed), None)
        if hit is None:
            yield f"{_name(plan)}: there was nothing to kill"
            continue
        when, role = hit
        same = "the same marks" if run.scores == calm.scores else "OTHER MARKS"
        yield (
            f"{_name(plan)}: a {role} was killed after {when:.1f} s; {same} as without; "
            f"{run.seconds - calm.seconds:+.1f} s by the clock, {run.cpu - calm.cpu:+.1f} s of processor time"
        )


def phases(profile: Mapping[str, Any]) -> Table:
    """Where the time of nbgrader's process goes."""
    size = profile["plan"]["size"]
    seconds = sorted(profile["seconds"].items(), key=lambda item: -item[1])
    start = {name for name, _ in seconds if name.startswith("start")}
    table = Table(title=f"Phases of nbgrader's process, {size} submissions", pad_edge=False)
    table.add_column("phase", no_wrap=True)
    for column in ("seconds", "CPU s", "each, ms", "each, CPU ms", "times"):
        table.add_column(column, justify="right")
    cpu = profile["cpu"]
    for name, spent in seconds:
        each = ("once", "once") if name in start else (f"{1000 * of / size:.0f}" for of in (spent, cpu[name]))
        table.add_row(name, f"{spent:.2f}", f"{cpu[name]:.2f}", *each, str(profile["times"][name]))
    rest = [name for name, _ in seconds if name not in start and not name.startswith("judging")]
    floor = [sum(figures[name] for name in rest) for figures in (profile["seconds"], cpu)]
    cells = (*(f"{spent:.2f}" for spent in floor), *(f"{1000 * spent / size:.0f}" for spent in floor))
    table.add_row("all but start and judging", *cells, "", style="bold")
    spent = profile["feedback"]
    table.add_row("nbgrader generate_feedback", f"{spent:.2f}", "", f"{1000 * spent / size:.0f}", "", "")
    return table


def judging(profile: Mapping[str, Any]) -> Table:
    """What is inside of judging."""
    told = profile["judging"]
    table = Table(title="Inside of judging: one submission, on average", pad_edge=False)
    table.add_column("part", no_wrap=True)
    table.add_column("ms", justify="right")
    for name, words in (
        ("start", "start of the explorers, one for each notebook"),
        (
            "exploring",
            f"exploring: {told['explorations']:.0f} searches, {told['executions']:.0f} executions, "
            f"{told['replays']:.0f} replays",
        ),
        ("checks", "the checks themselves: cells, pytest, pictures"),
        ("cpu", "processor time of all three"),
    ):
        table.add_row(words, f"{1000 * told[name]:.0f}")
    return table
