"""One explorer process and the pipes to it: requests in, answers out, and what to say when none comes.

Nothing that the process does is trusted to end: each wait has a deadline, each buffer a size, and the process may die
at any moment, or leave others behind that hold its pipes.  Two exceptions, and the difference decides a mark:
:class:`ExplorerDied` means that the *program* met a limit, :class:`ExplorerFailed` that it was not the program's
doing, so that nobody can say.
"""

from __future__ import annotations

import contextlib
import logging
import os
import re
import selectors
import shutil
import signal
import subprocess
import tempfile
import time
import weakref
from collections.abc import Callable, Sequence

from course.checking.messages import Answer, Limits, Request, line
from course.model import BadRecord, from_json

__all__ = ["ExplorerDied", "ExplorerFailed", "Process", "Progress", "broken", "launch"]

Progress = Callable[[int, int], None]
"""Called with the executions so far and the budget; what it raises stops the search."""

COMPLAINTS = 16_384
"""So many of the last bytes of a process's standard error are kept."""
LAST_READS = 32
"""So many times the standard error of a dead process is read: twice what the largest pipe holds, and never for ever."""
STOPPING = 3.0
"""Real seconds in which a search that is stopped must tell what it has seen; then its process is ended."""
LOOK_EVERY = 0.25
"""Real seconds of silence after which to look whether the process is still there."""
SLOW = 100
"""A program of which fewer executions than this fit into a second is itself too slow; others get through thousands."""

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())  # whoever wants it configures logging; a notebook is not to be written into


class ExplorerDied(Exception):
    """The learner's program met a limit or ended its process: a sentence for the learner, and the lines if known."""

    def __init__(self, sentence: str, lines: tuple[tuple[str, int], ...] = ()) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.lines = lines
        """Where it was, innermost first, as (module, line)."""


class ExplorerFailed(Exception):
    """The explorer could not do its work, for a reason that is not the program's: a sentence."""

    def __init__(self, sentence: str) -> None:
        super().__init__(sentence)
        self.sentence = sentence


def launch(command: Sequence[str], folder: str, pass_fds: Sequence[int] = ()) -> subprocess.Popen[bytes]:
    """Start ``command`` in ``folder``, with pipes for its standard streams and nothing of this process's else."""
    return subprocess.Popen(
        command,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        cwd=folder,
        env={"PYTHONHASHSEED": "0"},
        start_new_session=True,  # an interrupt of the notebook's kernel is not for this process
        pass_fds=pass_fds,
    )


class Process:
    """One process and the pipes to it."""

    def __init__(
        self, start: Callable[[str], subprocess.Popen[bytes]], signal_of: Callable[[int], int], limits: Limits
    ) -> None:
        self.limits = limits
        self.signal_of = signal_of
        self.owner = os.getpid()
        self.ready = False
        self.busy = False
        """Whether a request was sent that is not answered."""
        self.stopped = False
        self.executions = 0
        self.complaints = bytearray()
        self.incoming = bytearray()
        self.folder = tempfile.mkdtemp(prefix="explorer-")
        try:
            self.process = start(self.folder)
        except BaseException as error:
            shutil.rmtree(self.folder, ignore_errors=True)
            if not isinstance(error, OSError):
                raise
            raise ExplorerFailed(f"The explorer process could not be started ({error.strerror}).") from error
        self.end = weakref.finalize(self, _end, self.process, self.folder, self.owner)
        pipes = [pipe.fileno() for pipe in (self.process.stdin, self.process.stdout, self.process.stderr) if pipe]
        self.stdin, self.stdout, self.stderr = pipes
        for pipe in pipes:
            os.set_blocking(pipe, False)
        self.outgoing = bytearray(line(limits))

    def ask(self, request: Request, progress: Progress | None) -> Answer:
        """Send ``request`` and wait for the answer to it."""
        self.executions = 0
        if not self.ready:
            answer = self._next(time.monotonic() + self.limits.start)
            if answer.kind != "ready":
                raise broken(f"it began with {answer.kind!r}")
            self.ready = True
        began = time.monotonic()
        self.outgoing += line(request)
        self.busy = True
        answer = self._answer(request, progress, began + self.limits.seconds)
        self.busy = False
        return answer

    def stop(self, request: Request) -> Answer | None:
        """End the search that was asked for; the answer, if the process gives one at once."""
        self.stopped = True
        with contextlib.suppress(ExplorerDied, ExplorerFailed, BadRecord, ProcessLookupError):
            os.kill(self.process.pid, signal.SIGINT)
            return self._answer(request, None, time.monotonic() + STOPPING)
        return None

    def _answer(self, request: Request, progress: Progress | None, deadline: float) -> Answer:
        while True:
            answer = self._next(deadline)
            if answer.number != request.number:
                raise broken(f"it answered request {answer.number} instead of {request.number}")
            if answer.kind == "progress":
                self.executions = answer.executions
                if progress is not None:
                    progress(answer.executions, answer.budget)
            elif answer.kind == "memory":
                raise _stopped(f"used more than {_size(self.limits.memory)} of memory")
            elif answer.kind == "large":
                raise _stopped(f"printed or returned more than {_size(self.limits.answer)}")
            elif answer.kind == "unwritable":
                raise _stopped("made a text with half a character in it (such as '\\ud800'), which cannot be written")
            elif answer.kind == "refused":
                raise BadRecord(answer.text)
            elif answer.kind == "trouble":
                _log.error("the explorer went wrong: %s\n%s", answer.text, self._complaints())
                # The details may differ from machine to machine; they are for the log.
                raise ExplorerFailed(f"The explorer itself went wrong ({answer.text.partition(':')[0]}).")
            elif answer.kind == "unrepeatable":
                raise ExplorerFailed(answer.text)
            else:
                return answer

    def _next(self, deadline: float) -> Answer:
        """The next line of the process; raises when there is none by ``deadline``, or never will be."""
        text = self._line(deadline)
        try:
            return from_json(text, Answer)
        except BadRecord as error:
            raise broken(str(error)) from error

    def _line(self, deadline: float) -> bytes:
        searched = 0
        with selectors.DefaultSelector() as selector:
            selector.register(self.stdout, selectors.EVENT_READ)
            selector.register(self.stderr, selectors.EVENT_READ)
            if self.outgoing:
                selector.register(self.stdin, selectors.EVENT_WRITE)
            while True:
                end = self.incoming.find(b"\n", searched)
                if end >= 0:
                    text = bytes(self.incoming[:end])
                    del self.incoming[: end + 1]
                    return text
                searched = len(self.incoming)
                if searched > self.limits.answer + 1024:
                    raise broken("it did not keep to the size of an answer")
                left = deadline - time.monotonic()
                if left <= 0:
                    raise self._overdue()
                events = selector.select(min(left, LOOK_EVERY))
                if self.stdout not in [key.fd for key, _ in events] and self.process.poll() is not None:
                    # A process that it left behind may keep the pipes open, and write complaints without end.
                    seen = len(self.incoming)
                    if not self._moved(self.stdout) or len(self.incoming) == seen:
                        raise self._death()
                for key, _ in events:
                    if not self._moved(key.fd):
                        selector.unregister(key.fd)
                        if key.fd == self.stdout:
                            raise self._death()

    def _moved(self, pipe: int) -> bool:
        """Read or write what is possible; ``False`` when the pipe is done with."""
        if pipe == self.stdin:
            try:
                del self.outgoing[: os.write(pipe, self.outgoing)]
            except BlockingIOError:
                return True
            except BrokenPipeError:
                self.outgoing.clear()
            return bool(self.outgoing)
        try:
            chunk = os.read(pipe, 1 << 16)
        except BlockingIOError:
            return True
        if pipe == self.stdout:
            self.incoming += chunk
        else:
            self.complaints += chunk
            del self.complaints[:-COMPLAINTS]
        return bool(chunk)

    def _overdue(self) -> ExplorerDied | ExplorerFailed:
        if not self.ready:
            return ExplorerFailed(f"The explorer process was not ready within {self.limits.start:g} seconds.")
        limit = f"{self.limits.seconds:g} seconds"
        if self.executions >= SLOW * self.limits.seconds:
            return ExplorerFailed(f"{limit} were not enough to run every schedule on this machine.")
        return _stopped(f"did not come to an end within {limit}")

    def _death(self) -> ExplorerDied | ExplorerFailed:
        """What to say about a process that is gone."""
        with contextlib.suppress(subprocess.TimeoutExpired):
            self.process.wait(5)
        for _ in range(LAST_READS):
            if not self._moved(self.stderr):
                break
        status = self.process.poll()
        if status is not None:
            status = self.signal_of(status)
        if not self.ready:
            _log.error("the explorer process could not start:\n%s", self._complaints())
            return ExplorerFailed("The explorer process could not start; the log says why.")
        lines = _lines(self._complaints())
        if status == -signal.SIGPROF:
            return _stopped(f"was busy for more than {self.limits.stuck:g} seconds in one execution", lines)
        if status in (-signal.SIGXCPU, -signal.SIGALRM):
            return self._overdue()
        if status == -signal.SIGKILL:
            return ExplorerFailed(
                "The system ended the explorer process, perhaps because the machine's memory was full."
            )
        if status is not None and status < 0:
            how = signal.Signals(-status).name
            return ExplorerDied(f"The program made Python itself crash ({how}), as endless recursion can do.", lines)
        return ExplorerDied("The program ended its process at once, as os._exit() does, instead of coming to its end.")

    def _complaints(self) -> str:
        return self.complaints.decode("utf-8", "replace")


def _end(process: subprocess.Popen[bytes], folder: str, owner: int) -> None:
    """End a process and all that it started; only in the process that it belongs to, not in a fork of that."""
    if os.getpid() != owner:
        return
    with contextlib.suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, signal.SIGKILL)
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
    shutil.rmtree(folder, ignore_errors=True)


def _stopped(what: str, lines: tuple[tuple[str, int], ...] = ()) -> ExplorerDied:
    return ExplorerDied(f"The program {what}, which is the limit, so it was stopped.", lines)


def broken(why: str) -> ExplorerFailed:
    """What to raise about a process that broke the protocol, and ``why`` for the log."""
    _log.error("the explorer process broke the protocol: %s", why)
    return ExplorerFailed("The explorer process gave an answer that cannot be read.")


def _lines(traceback: str) -> tuple[tuple[str, int], ...]:
    """The lines of the program in a traceback of faulthandler, innermost first."""
    found = re.findall(r'^  File "<?(main|solution)(?:\.py)?>?", line (\d+) in', traceback, re.MULTILINE)
    return tuple((module, int(number)) for module, number in found)


def _size(count: int) -> str:
    return f"{count / (1 << 30):g} GiB" if count >= 1 << 30 else f"{count / (1 << 20):g} MiB"
