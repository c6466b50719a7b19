"""Asking a judge: a case goes to a process of its own, and a ruling comes back, or a reason why there is none.

:func:`judged` takes and gives bytes, and knows nothing of notebooks or of who calls it: a thread of this process, or a
worker of a cluster on another machine.  Each thread keeps one judge (`python -m course.grading.judging.judge`), which
costs a second to start.  A judge that hangs is stopped, one that dies is replaced and asked again; only a case that no
judge survives is given up.
"""

from __future__ import annotations

import contextlib
import os
import selectors
import shutil
import signal
import subprocess
import sys
import tempfile
import threading
import time
import weakref
from collections.abc import Sequence
from concurrent.futures import CancelledError
from typing import IO

__all__ = ["COMMAND", "TIMEOUT", "TRIES", "Silence", "abandon", "judged"]

COMMAND = (sys.executable, "-m", "course.grading.judging.judge")
"""The judge, as a command; it is given a folder to work in."""
TIMEOUT = 300.0
"""Seconds of real time for one notebook.  The judge has its own, much closer limits; this one is for the judge."""
TRIES = 3
"""So many judges may die over one case."""
COMPLAINTS = 16_384
"""So many of the last bytes that a judge said on standard error are told when it has died."""
FAREWELL = 5.0
"""Seconds that a judge which is not needed any more has for putting its things away."""

_kept = threading.local()
_judges: weakref.WeakSet[_Judge] = weakref.WeakSet()


class Silence(Exception):
    """There is no ruling; the message says why, for the student's feedback."""

    def __init__(self, sentence: str, details: str) -> None:
        super().__init__(sentence, details)
        self.sentence = sentence
        self.details = details
        """For the instructor's log: they may differ from machine to machine."""


def judged(case: bytes, command: Sequence[str] = COMMAND, timeout: float = TIMEOUT) -> bytes:
    """The ruling of this thread's judge on ``case``, both as JSON.

    Raises :class:`Silence`, or CancelledError after :func:`abandon`.
    """
    for attempt in range(1, TRIES + 1):
        judge: _Judge | None = getattr(_kept, "judge", None)
        if judge is None or not judge.stop.alive or judge.command != tuple(command):
            judge = _kept.judge = _Judge(tuple(command))
        try:
            return judge.ask(case, timeout)
        except _Died as death:
            judge.stop()
            _kept.judge = None
            if judge.abandoned:
                raise CancelledError from death
            if attempt == TRIES:
                raise Silence("The judge stopped before it had an answer.", str(death)) from death
        except BaseException:
            judge.stop()
            _kept.judge = None
            raise
    raise AssertionError("the last attempt returns or raises")


def abandon() -> None:
    """Stop all judges of this process at once: nobody waits for their rulings any more."""
    for judge in list(_judges):
        judge.abandon()


class _Died(Exception):
    """A judge ended instead of answering; the message is for the log."""


class _Judge:
    """One judge: its process, the folder it works in, and the pipes to it."""

    def __init__(self, command: tuple[str, ...]) -> None:
        self.command = command
        self.abandoned = False
        self._asked = False
        self.folder = tempfile.mkdtemp(prefix="judge-")
        self.complaints: IO[bytes] = tempfile.TemporaryFile()  # noqa: SIM115 - open as long as the judge
        # A fixed hash seed: a reason that prints a set reads the same on every run.
        environment = {**os.environ, "PYTHONHASHSEED": "0"}
        try:
            self.process = subprocess.Popen(
                [*command, self.folder],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self.complaints,
                env=environment,
                start_new_session=True,  # an interrupt of the command is not for the judge
            )
        except OSError as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            raise Silence("The judge could not be started.", f"{command!r} cannot be started: {error}") from error
        self.stop = weakref.finalize(self, _end, self.process, self.folder)
        _judges.add(self)

    def ask(self, case: bytes, timeout: float) -> bytes:
        """The ruling on ``case``; raises :class:`_Died`, or :class:`Silence` after ``timeout`` seconds without one."""
        self._asked = True
        try:
            return self._ask(case, timeout)
        finally:
            self._asked = False

    def abandon(self) -> None:
        """End it, from any thread.

        Who is asking it hears of its death, and puts its things away.  To close its pipes here would leave them waiting
        until their time is up: a file that is closed is not reported to who waits for it.
        """
        self.abandoned = True
        if self._asked:
            _kill(self.process)
        else:
            self.stop()

    def _ask(self, case: bytes, timeout: float) -> bytes:
        assert self.process.stdin is not None
        assert self.process.stdout is not None
        question, answer = self.process.stdin.fileno(), self.process.stdout.fileno()
        os.set_blocking(question, False)
        deadline = time.monotonic() + timeout
        left = memoryview(case + b"\n")
        parts = [b""]
        with selectors.DefaultSelector() as selector:
            selector.register(answer, selectors.EVENT_READ)
            selector.register(question, selectors.EVENT_WRITE)
            while not parts[-1].endswith(b"\n"):
                ready = selector.select(max(0.0, deadline - time.monotonic()))
                if not ready:
                    raise Silence(
                        "The judge gave no answer in time and was stopped.",
                        f"{self.command!r} gave no answer within {timeout:g} s and was stopped",
                    )
                for key, _ in ready:
                    if key.fd == question:
                        left = left[self._write(question, left) :]
                        if not left:
                            selector.unregister(question)
                    elif chunk := os.read(answer, 1 << 20):
                        parts.append(chunk)
                    else:
                        raise _Died(self._how())
        return b"".join(parts)

    def _write(self, pipe: int, data: memoryview) -> int:
        try:
            return os.write(pipe, data)
        except BlockingIOError:
            return 0
        except OSError as error:
            raise _Died(self._how()) from error

    def _how(self) -> str:
        """How the judge ended, and its last words."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(FAREWELL)
        size = self.complaints.seek(0, os.SEEK_END)
        self.complaints.seek(max(0, size - COMPLAINTS))
        text = self.complaints.read().decode("utf-8", "replace").strip()
        return f"{self.command!r} ended with status {self.process.poll()}: {text or '(no message)'}"


def _kill(process: subprocess.Popen[bytes]) -> None:
    """End a judge's process and whatever it started; all of it is in one session, where the system has such."""
    with contextlib.suppress(ProcessLookupError, PermissionError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()


def _end(process: subprocess.Popen[bytes], folder: str) -> None:
    """End a judge, and put its things away."""
    _kill(process)
    # Not communicate(): somebody who left the session may hold the other end of a pipe open for ever.
    for pipe in (process.stdin, process.stdout):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)
