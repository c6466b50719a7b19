"""Looking on from outside while a class is graded: which processes there are, how much memory each has, and their end.

Memory is the resident set (RSS), in bytes; what two processes share is counted in both.  Processor time is the sum of
what each process of the run was last seen to have used, so that of processes shorter than a look is missed.
"""

from __future__ import annotations

import contextlib
import signal
import subprocess
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

import psutil

__all__ = ["Seen", "Watcher", "role_of"]

EVERY = 0.5
"""Seconds between two looks."""


@dataclass(slots=True)
class Seen:
    """One process of a run."""

    role: str
    pid: int
    born: float
    """Seconds after the command was started."""
    memory: list[tuple[float, int]] = field(default_factory=list)
    """When, in seconds after the command was started, and how many bytes."""
    cpu: float = 0.0

    @property
    def peak(self) -> int:
        """The most that was seen."""
        return max((size for _, size in self.memory), default=0)


def role_of(command: list[str], parent: list[str] | None, name: str) -> str:
    """What a process is for, by its command line and its parent's (None for the command itself)."""
    line = " ".join(command)
    if parent is None:
        return "nbgrader"
    for sign, role in (
        ("multiprocessing.resource_tracker", "resource tracker"),
        ("course.grading.judging.judge", "worker"),
        ("multiprocessing.spawn", "worker"),
        ("course.checking.child", "explorer"),
        ("ipykernel_launcher", "kernel"),
    ):
        # bwrap has the explorer's command line behind its own.
        if sign in line and not name.startswith("bwrap"):
            return role
    if name.startswith("bwrap"):
        return "sandbox"
    if "multiprocessing.forkserver" in line:
        return "worker" if "multiprocessing.forkserver" in " ".join(parent) else "fork server"
    if "distributed" in line:
        return "worker"
    return "worker" if command and command == parent else name


class Watcher:
    """Watches a command and all that it starts, until it has ended; ``tick`` hears of each look.

    With ``kill_at``, it kills one worker, so many seconds after the start: the
    first there is from then on.
    """

    def __init__(
        self,
        process: subprocess.Popen[bytes],
        tick: Callable[[float], None],
        kill_at: float | None = None,
        patience: float = 30.0,
    ) -> None:
        self.process = process
        self.tick = tick
        self.kill_at = kill_at
        self.patience = patience
        self.killed: tuple[float, str] | None = None
        """When a process was killed, and which kind it was."""
        self.seen: dict[tuple[int, float], Seen] = {}
        self.began = time.monotonic()

    def run(self, seconds: float | None = None) -> int | None:
        """Look until the command ends; return its exit status, or None if it had not ended after ``seconds``.

        In this case it is interrupted, as by Ctrl+C, so that nbgrader puts its folders in order, and then ended.
        """
        while True:
            now = time.monotonic() - self.began
            self._look(now)
            self.tick(now)
            if seconds is not None and now >= seconds:
                self.end()
                return None
            with contextlib.suppress(subprocess.TimeoutExpired):
                return self.process.wait(timeout=EVERY)

    def end(self) -> None:
        """Interrupt the command, and kill it and all that it started if it has not ended after ``patience`` seconds."""
        if self.process.poll() is None:
            self._look(time.monotonic() - self.began)
            self.process.send_signal(signal.SIGINT)
            with contextlib.suppress(subprocess.TimeoutExpired):
                self.process.wait(timeout=self.patience)
        left = []
        for pid, born in self.seen:
            with contextlib.suppress(psutil.Error):
                process = psutil.Process(pid)
                if process.create_time() == born:
                    process.kill()
                    left.append(process)
        self.process.wait()
        psutil.wait_procs(left)

    def _look(self, now: float) -> None:
        with contextlib.suppress(psutil.Error):
            root = psutil.Process(self.process.pid)
            for process in (root, *root.children(recursive=True)):
                with contextlib.suppress(psutil.Error):
                    self._note(process, root, now)
        if self.kill_at is not None and self.killed is None and now >= self.kill_at:
            self._kill(now)

    def _note(self, process: psutil.Process, root: psutil.Process, now: float) -> None:
        with process.oneshot():
            key = (process.pid, process.create_time())
            seen = self.seen.get(key)
            # Between fork and exec a process has its parent's command line, so a new one is asked once more.
            if seen is None or len(seen.memory) == 1:
                parent = None if process == root else _command(process.parent())
                role = role_of(process.cmdline(), parent, process.name())
                seen = self.seen.setdefault(key, Seen(role, process.pid, now))
                if seen.role != role:
                    seen.role = role
                    seen.memory.clear()  # that was its parent's
            if not seen.memory or seen.memory[-1][0] != round(now, 2):  # two looks at one moment are one
                seen.memory.append((round(now, 2), process.memory_info().rss))
            times = process.cpu_times()
            seen.cpu = times.user + times.system

    def _kill(self, now: float) -> None:
        workers = [
            (pid, born)
            for (pid, born), seen in self.seen.items()
            # Alive now, and seen before: at first sight, a process that is about to become another looks like a worker.
            if seen.role == "worker" and len(seen.memory) > 1 and seen.memory[-1][0] == round(now, 2)
        ]
        for pid, born in workers[:1]:
            with contextlib.suppress(psutil.Error):
                process = psutil.Process(pid)
                if process.create_time() == born:
                    process.send_signal(signal.SIGKILL)
                    self.killed = (now, "worker")


def _command(process: psutil.Process | None) -> list[str]:
    with contextlib.suppress(psutil.Error):
        return process.cmdline() if process is not None else []
    return []


def graded(room: Path, assignment: str) -> int:
    """How many submissions of ``assignment`` are in `autograded/`."""
    return sum(1 for _ in (room / "autograded").glob(f"*/{assignment}"))
