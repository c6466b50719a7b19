"""What is inside "judging": one submission judged here, step by step, with a watch on each.

The judge of a run is in other processes, where no watch of ours reaches it; so the same function is called here, on
notebooks of the same class, with an explorer that counts.  Seconds are by the clock, on a machine that does nothing
else meanwhile; processor time is of the explorer's process too, and so is what it costs on a busy one.
"""

from __future__ import annotations

import json
import resource
import time
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from course.checking.explorer import Progress
from course.checking.judge import judge
from course.grading.sandbox.walls import explorer
from course.model import Execution, Exploration, Program, Schedule, Search, Submission

__all__ = ["Inside", "inside", "submission_of"]

NOTHING = Program({"main": "pass\n"})
"""What a fresh explorer is asked first: the answer comes as soon as it can work."""


@dataclass(slots=True)
class Inside:
    """Seconds for one submission, on average."""

    submissions: int = 0
    start: float = 0.0
    """From asking for an explorer until it can work; one for each notebook."""
    exploring: float = 0.0
    """Waiting for its answers."""
    checks: float = 0.0
    """The rest of the judge: reading the cells, pytest, what the checks compute, and pictures."""
    cpu: float = 0.0
    """Processor time of all three, the explorer's process included."""
    explorations: float = 0.0
    replays: float = 0.0
    executions: float = 0.0


@dataclass(slots=True)
class _Counting:
    """An explorer that passes on what it is asked, and notes how long the answers take."""

    explorer: Any
    seconds: float = 0.0
    explorations: int = 0
    replays: int = 0
    executions: int = 0

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        began = time.perf_counter()
        try:
            found: Exploration = self.explorer.explore(program, search, progress, brief=brief)
            self.executions += found.executions
        finally:
            self.seconds += time.perf_counter() - began
            self.explorations += 1
        return found

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        began = time.perf_counter()
        try:
            execution: Execution = self.explorer.replay(program, schedule, search)
        finally:
            self.seconds += time.perf_counter() - began
            self.replays += 1
        return execution


def submission_of(path: Path) -> Submission | None:
    """The notebook ``path``, such as submitted/ada/event/1-one-signal.ipynb; None if it is none."""
    try:
        nb = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return None
    code = [cell for cell in nb["cells"] if cell["cell_type"] == "code"]
    marks = [cell["metadata"].get("nbgrader", {}) for cell in code]
    return Submission(
        assignment=path.parent.name,
        notebook=path.stem,
        cells=tuple("".join(cell["source"]) for cell in code),
        exercises=tuple(mark["grade_id"] for mark in marks if mark.get("grade") and not mark.get("solution")),
    )


def inside(folders: Iterable[Path], checks: Path) -> Inside:
    """Judge what lies in ``folders``, one a submission, by the checks in ``checks``; what one took on average."""
    total = Inside()
    before = _cpu()
    for folder in folders:
        total.submissions += 1
        for path in sorted(folder.glob("*.ipynb")):
            submission = submission_of(path)
            if submission is None or not submission.exercises:
                continue
            began = time.perf_counter()
            with explorer() as serving:
                serving.explore(NOTHING, Search(executions=1))
                started = time.perf_counter()
                counting = _Counting(serving)
                judge(submission, checks, counting, hidden=True, readable=True)
            ended = time.perf_counter()
            total.start += started - began
            total.exploring += counting.seconds
            total.checks += ended - started - counting.seconds
            total.explorations += counting.explorations
            total.replays += counting.replays
            total.executions += counting.executions
    total.cpu = _cpu() - before
    if total.submissions:
        for name in ("start", "exploring", "checks", "cpu", "explorations", "replays", "executions"):
            setattr(total, name, getattr(total, name) / total.submissions)
    return total


def _cpu() -> float:
    return sum(
        usage.ru_utime + usage.ru_stime
        for usage in (resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN))
    )
