"""The two-way table of the catalogue, with how long each answer takes.

``python -m tests.catalogue``: for each exercise the reference and the right variants, which must keep all points; the
stub, which must have none; and each wrong answer, with the checks that it loses, which must be those that its head
names, and the finding that is shown first, which must be the one that is due.
"""

from __future__ import annotations

import argparse
import contextlib
import resource
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import psutil

from course.checking.explorer import ChildExplorer
from tests.catalogue.test_catalogue import ENTRIES, EXERCISES, Entry, Exercise, first_findings, judged, lost
from tests.workers import on_all_cores

ROW = "  {:<1} {:<34} {:>7} {:>6}  {}"
LIMITS = {"reference": 1.0, "stub": 1.0, "right": 3.0, "wrong": 3.0}
"""Seconds of all checks of an exercise, on one core."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One row of the table."""

    exercise: Exercise
    kind: str
    """"reference", "stub", "right" or "wrong"."""
    name: str
    text: str
    entry: Entry | None = None


@dataclass(frozen=True, slots=True)
class Came:
    """What came of it."""

    score: float
    seconds: float
    says: str
    """The checks that it loses, and the first findings."""
    trouble: str
    """Why the row does not hold; empty if it does."""


def answers(of: str) -> Iterator[Answer]:
    """All of the exercises whose name, with the lesson's, begins with ``of``."""
    for exercise in EXERCISES.values():
        if not f"{exercise.assignment}/{exercise.name}".startswith(of):
            continue
        yield Answer(exercise, "reference", "the author's", exercise.reference)
        yield Answer(exercise, "stub", "as it is given out", exercise.stub)
        for kind in ("right", "wrong"):
            for entry in ENTRIES:
                if (entry.assignment, entry.exercise, entry.kind) == (exercise.assignment, exercise.name, kind):
                    yield Answer(exercise, kind, entry.name, entry.text, entry)


def judge_one(answer: Answer, explorer: ChildExplorer) -> Came:
    """Judge one answer by all checks of its exercise."""
    began = worked()
    verdict = judged(answer.exercise, answer.text, explorer)
    seconds = worked() - began
    loses = lost(verdict)
    first = list(first_findings(verdict).values())
    shown = ", ".join(dict.fromkeys(first))
    says = ", ".join(loses) + (f"; shown first: {shown}" if shown else "") if answer.kind == "wrong" else ""
    return Came(verdict.score, seconds, says, trouble(answer, verdict.score, verdict.needs_review, loses, first))


def worked() -> float:
    """Seconds that this process and its explorer have worked: on whatever else the cores do, they do not depend."""
    ended = resource.getrusage(resource.RUSAGE_CHILDREN)
    total = ended.ru_utime + ended.ru_stime
    me = psutil.Process()
    for process in (me, *me.children()):
        with contextlib.suppress(psutil.NoSuchProcess):  # it has ended since, and counts next time
            times = process.cpu_times()
            total += times.user + times.system
    return float(total)


def trouble(answer: Answer, score: float, review: bool, loses: dict[str, str | None], first: list[str]) -> str:
    """Why the row does not hold; empty if it does."""
    if review:
        return "a person would have to look at it"
    if answer.kind == "stub":
        return "it must have no points" if score else ""
    if answer.entry is None or answer.kind == "right":
        return f"it must keep all points, but loses {', '.join(loses)}" if loses else ""
    if set(loses) != answer.entry.loses:
        return f"it must lose {', '.join(sorted(answer.entry.loses))}"
    due = answer.entry.finding
    if due is None:
        return "no finding is due" if first else ""
    return f"{due} is due" if due not in first else ""


def main(arguments: Sequence[str] | None = None) -> int:
    """Print the table; return the exit status."""
    parser = argparse.ArgumentParser(
        prog="python -m tests.catalogue", description="Print the table; fail if it does not hold."
    )
    parser.add_argument("only", nargs="?", default="", help="such as queue or queue/last-loaf (all)")
    parser.add_argument("--workers", type=int, help="processes (as many as there are cores)")
    asked = parser.parse_args(arguments)
    rows = list(answers(asked.only))
    if not rows:
        parser.error(f"no exercise begins with {asked.only!r}")
    troubles = 0
    slow: list[str] = []
    before: Exercise | None = None
    for row, came in zip(rows, on_all_cores(judge_one, rows, asked.workers), strict=True):
        exercise = row.exercise
        if exercise != before:
            print(f"\n{exercise.assignment}/{exercise.name}, {exercise.points:g} points")
            before = exercise
        label = row.name if row.kind in ("right", "wrong") else row.kind
        mark = "✗" if came.trouble else " "
        says = f"{row.kind}: {came.trouble} {came.says}" if came.trouble else f"{row.kind} {came.says}".rstrip()
        print(ROW.format(mark, label, f"{came.score:g}", f"{came.seconds:.2f} s", says), flush=True)
        troubles += bool(came.trouble)
        if came.seconds > LIMITS[row.kind]:
            slow.append(f"{exercise.assignment}/{exercise.name}/{label} ({came.seconds:.1f} s)")
    kinds = [row.kind for row in rows]
    print(
        f"\n{len({row.exercise for row in rows})} exercises; {kinds.count('wrong')} wrong answers, "
        f"{kinds.count('right') + kinds.count('reference')} right ones, the references among them."
    )
    if slow:
        print(f"Slower than promised: {', '.join(slow)}")
    print(f"{troubles} do not hold." if troubles else "Each holds, and each finding that is due is shown first.")
    return 1 if troubles else 0
