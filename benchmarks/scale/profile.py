"""The profile of a run: the phases of nbgrader's process, what is inside of judging, and the feedback."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
import time
from dataclasses import asdict
from pathlib import Path
from typing import Any

from benchmarks.scale.classes import Lesson, students
from benchmarks.scale.judging import inside
from benchmarks.scale.rooms import ROOT, command, environment, furnish, hand_in
from benchmarks.scale.runs import Plan
from course.grading.classroom import Classroom

__all__ = ["profiled"]


def profiled(plan: Plan, rooms: Path) -> dict[str, Any]:
    """Grade the class of ``plan`` once more under watches; raises RuntimeError if that fails.

    Judging is taken apart after the run, so that neither slows down the other.
    """
    room = rooms / f"profile-{plan.name}"
    shutil.rmtree(room, ignore_errors=True)
    furnish(room, plan.side, plan.assignment)
    lesson = Lesson(Classroom(room), plan.assignment)
    hand_in(room, plan.assignment, students(lesson, plan.mix, plan.size, plan.seed, plan.equal))
    record = room / "phases.json"
    _run(room, [sys.executable, "-m", "benchmarks.scale.phases", str(record), "autograde", plan.assignment])
    began = time.perf_counter()
    _run(room, command("generate_feedback", plan.assignment))
    feedback = time.perf_counter() - began
    judging = inside(sorted(room.glob(f"submitted/*/{plan.assignment}")), ROOT / "source" / plan.assignment)
    watched = json.loads(record.read_text(encoding="utf-8"))
    return {"plan": asdict(plan), "feedback": round(feedback, 2), "judging": asdict(judging), **watched}


def _run(room: Path, arguments: list[str]) -> None:
    where = environment() | {"PYTHONPATH": str(ROOT)}
    done = subprocess.run(arguments, cwd=room, env=where, capture_output=True, text=True, check=False)
    if done.returncode:
        raise RuntimeError(f"{' '.join(arguments)} failed in {room}: {done.stderr.strip()[-2000:]}")
