"""One run: a class graded to the end by the plain command, in one sitting or several, and all that was seen of it.

A run lives in a room of its own.  What was measured so far is in its `run.json`, so a run that was stopped, or
that may take no more than so many minutes at a time, goes on where it was: nbgrader skips whom it has graded.  Seconds
are those of the sittings together, and a sitting begins with nbgrader's start, which is so counted once for each.
"""

from __future__ import annotations

import functools
import json
import os
import resource
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path

import msgspec

from benchmarks.scale.classes import Lesson, Mix, Student, students
from benchmarks.scale.marks import Judged, digest, judged, read_marks
from benchmarks.scale.rooms import Side, command, environment, furnish, hand_in, inputs_digest
from benchmarks.scale.watching import Seen, Watcher, graded
from course.grading.classroom import Classroom

__all__ = ["Plan", "Run", "Sitting", "load", "perform"]


@dataclass(frozen=True, slots=True)
class Plan:
    """What is run."""

    side: Side
    mix: Mix
    size: int
    assignment: str = "event"
    seed: int = 0
    equal: bool = False
    """Whether answers may be the same, as they are in the catalogue."""
    kill: bool = False
    """Whether a worker is killed in the middle."""
    again: int = 0
    """To run the same class another time; the answers are the same."""

    @property
    def name(self) -> str:
        """A name for its room, different from that of every other plan."""
        extras = ("equal" * self.equal, "killed" * self.kill, f"again{self.again}" * bool(self.again))
        parts = (self.side, self.assignment, self.mix, str(self.size), f"seed{self.seed}", *filter(None, extras))
        return "-".join(parts)


@dataclass(frozen=True, slots=True)
class Sitting:
    """One start of the command."""

    seconds: float
    """By the clock."""
    cpu: float
    """Processor time of the command and of what it started and waited for, in seconds."""
    before: int
    """Submissions that were graded when it began."""
    after: int
    status: int | None
    """The exit status; None if it was stopped because its time was up."""
    processes: tuple[Seen, ...] = ()
    """Those that were seen."""
    killed: tuple[float, str] | None = None
    """When a process was killed, in seconds after the start, and what it was."""


@dataclass(slots=True)
class Run:
    """What is known of a run."""

    plan: Plan
    inputs: str
    """A digest of the code and the lessons that it was begun with."""
    sittings: list[Sitting] = field(default_factory=list)
    scores: str = ""
    """A hash of all marks; empty until it is finished."""
    judged: Judged | None = None

    @property
    def finished(self) -> bool:
        """Whether everybody has been graded who can be."""
        return bool(self.scores)

    @property
    def seconds(self) -> float:
        """By the clock, all sittings together."""
        return sum(sitting.seconds for sitting in self.sittings)

    @property
    def cpu(self) -> float:
        """Processor time of all sittings.

        Nobody waits for an explorer behind its walls, so its time is what was seen of it last.
        """
        explorers = (seen for sitting in self.sittings for seen in sitting.processes if seen.role == "explorer")
        return sum(sitting.cpu for sitting in self.sittings) + sum(seen.cpu for seen in explorers)

    @property
    def done(self) -> int:
        """Submissions that are graded so far."""
        return self.sittings[-1].after if self.sittings else 0

    @property
    def per_minute(self) -> float:
        """Submissions per minute; of one that is not finished, so far."""
        number = self.plan.size if self.finished else self.done
        return 60 * number / self.seconds if self.seconds else 0.0


def load(room: Path, plan: Plan) -> Run:
    """What is known of ``plan`` in ``room``; nothing if the code or the lessons have changed since."""
    inputs = inputs_digest(plan.side, plan.assignment)
    try:
        known = msgspec.json.decode((room / "run.json").read_bytes(), type=Run)
    except (FileNotFoundError, msgspec.DecodeError):
        return Run(plan, inputs)
    return known if known.inputs == inputs else Run(plan, inputs)


def perform(
    plan: Plan, rooms: Path, progress: Callable[[int], None], seconds: float | None = None, kill_at: float | None = None
) -> Run:
    """Begin or continue ``plan`` in its folder in ``rooms``; stop it after so many ``seconds``, if they are given.

    ``progress`` hears how many are graded.  Raises RuntimeError if the command ends without having graded the class; an
    interrupt ends the sitting, which is counted, and goes through.
    """
    room = rooms / plan.name
    run = load(room, plan)
    if run.finished:
        return run
    if not run.sittings:
        shutil.rmtree(room, ignore_errors=True)
        furnish(room, plan.side, plan.assignment)
    lesson = _lesson(rooms, plan.assignment)
    everybody = list(students(lesson, plan.mix, plan.size, plan.seed, plan.equal))
    if not run.sittings:
        hand_in(room, plan.assignment, everybody)
    sitting, interrupt = _sit(room, plan, progress, seconds, kill_at)
    run.sittings.append(sitting)
    if sitting.status is not None:
        _conclude(run, room, everybody, list(lesson.references))
    (room / "run.json").write_text(json.dumps(asdict(run), indent=1) + "\n", encoding="utf-8")
    if interrupt is not None:
        raise interrupt
    return run


@functools.cache
def _lesson(rooms: Path, assignment: str) -> Lesson:
    """The answers, read in a room of their own, which stays empty: the demonstration class is laid out there."""
    room = rooms / f"lesson-{assignment}"
    shutil.rmtree(room, ignore_errors=True)
    furnish(room, "course", assignment)
    return Lesson(Classroom(room), assignment)


def _sit(
    room: Path, plan: Plan, progress: Callable[[int], None], seconds: float | None, kill_at: float | None
) -> tuple[Sitting, BaseException | None]:
    """Start the command, and look on until it ends, or is ended; an interrupt that came in between is told."""
    interrupt: BaseException | None = None
    status = None
    before = graded(room, plan.assignment)
    used = _children_cpu()
    began = time.monotonic()
    with (
        open(room / "log.txt", "ab") as log,
        subprocess.Popen(
            command("autograde", plan.assignment),
            cwd=room,
            env=environment(),
            stdin=subprocess.DEVNULL,
            stdout=log,
            stderr=log,
            start_new_session=True,
        ) as process,
    ):
        watcher = Watcher(process, lambda _: progress(graded(room, plan.assignment)), kill_at)
        try:
            status = watcher.run(seconds)
        except BaseException as error:
            interrupt = error
            watcher.end()
    sitting = Sitting(
        seconds=round(time.monotonic() - began, 2),
        cpu=round(_children_cpu() - used, 2),
        before=before,
        after=graded(room, plan.assignment),
        status=status,
        processes=tuple(watcher.seen.values()),
        killed=watcher.killed,
    )
    return sitting, interrupt


def _children_cpu() -> float:
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def _conclude(run: Run, room: Path, everybody: Sequence[Student], exercises: Sequence[str]) -> None:
    marks = read_marks(room, run.plan.side, run.plan.assignment)
    if not marks:
        last = (room / "log.txt").read_text(encoding="utf-8", errors="replace").strip().splitlines()[-3:]
        raise RuntimeError(f"nbgrader graded nobody in {room}; its last lines: {os.linesep.join(last)}")
    run.judged = judged(everybody, marks, run.plan.side, exercises)
    run.scores = digest(marks)
