"""The explorer process: it alone runs the learner's code, and it knows nothing of checks, points or files.

:class:`~course.checking.explorer.ChildExplorer` starts it with an empty environment and talks to it by lines of JSON
(``messages.py``).  The pipes of the protocol are moved away from the standard streams first, so that a program which
writes to file descriptor 1 cannot disturb an answer by accident.  Then the process limits itself: memory, files,
processor time.  By itself this is *not* a sandbox against somebody who means harm; it is what keeps an honest mistake
from hurting more than its own check.  The autograder starts the same process inside walls
(``course/grading/sandbox/walls.py``); then it also gives up the system calls that serving needs no more.
"""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import mmap
import os
import resource
import signal
import time
import traceback
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import BinaryIO, Literal, Protocol

from course.checking.messages import Answer, Limits, Request, line
from course.checking.syscalls import install_filter
from course.model import BadRecord, Execution, Exploration, Position, Program, Search, from_json
from course.search import Stop, Unrepeatable

__all__ = ["main", "serve"]


class Explore(Protocol):
    """The engine's ``explore``."""

    def __call__(
        self, program: Program, search: Search, progress: Callable[[int, int], None], *, brief: bool
    ) -> Exploration: ...


Replay = Callable[[Program, str, Search | None], Execution]
Play = Callable[[Program, tuple[int, ...], tuple[str, ...], Callable[[], None]], Position]
Going = Callable[[], None]
"""To be called after each execution; raises Stop if the search is to end."""

PROGRESS_EVERY = 0.1
"""Seconds between two lines about progress."""
GRACE = 2.0
"""Seconds that the process gives its parent to stop it, before it stops by itself."""
WORN = 0.25
"""A process that has grown by this share of its memory's limit is replaced: no program shall find less than others."""


def main(seal: int | None = None) -> None:
    """Serve the engine until there are no more requests; ``seal`` as in :func:`serve`."""
    # The engine is imported before the limits hold: they are for programs, and an import may write bytecode.
    from course.explain.explained import explore, position, replay

    # Whoever starts this may have turned it off.  What is imported stays, and is not looked through after each search.
    gc.collect()
    gc.freeze()
    gc.enable()
    serve(explore, replay, position, seal)


def serve(explore: Explore, replay: Replay, play: Play, seal: int | None = None) -> None:
    """Take limits and then requests from standard input, and answer them by ``explore``, ``replay`` and ``play``.

    ``seal`` is the descriptor of a file with a filter of system calls, which holds from before the first request on.
    """
    requests, answers = _pipes()
    limits = from_json(requests.readline(), Limits)
    asked = _Asked()
    # The program under test may be anywhere, so nothing is raised in it: the search looks after each execution.
    signal.signal(signal.SIGINT, asked.stop)
    before = _size()
    _limit(limits, before)
    if seal is not None:
        install_filter(seal)
    _write(answers, line(Answer(0, "ready")))
    settled = False
    for text in requests:
        request = from_json(text, Request)
        try:
            with _watched(limits) as alive:
                answer = _answer(request, explore, replay, play, answers, (alive, asked.look))
                data = line(replace(answer, worn=_size() - before > limits.memory * WORN))
        except MemoryError:
            # Whatever the program still holds goes with the process.
            _write(answers, line(Answer(request.number, "memory")))
            os._exit(1)
        except UnicodeEncodeError:
            data = line(Answer(request.number, "unwritable"))
        except BadRecord as error:
            data = line(Answer(request.number, "refused", text=str(error)))
        except BaseException as error:
            traceback.print_exc()
            kind: Literal["unrepeatable", "trouble"] = "unrepeatable" if isinstance(error, Unrepeatable) else "trouble"
            what = str(error) if kind == "unrepeatable" else f"{type(error).__name__}: {error}"
            data = line(Answer(request.number, kind, text=what[:1000]))
        if len(data) > limits.answer:
            data = line(Answer(request.number, "large"))
        _write(answers, data)
        if not settled and request.choices is None:
            # The modules that programs are given are made for the first one, and stay; of it itself nothing is left.
            gc.collect()
            gc.freeze()
        settled = True


class _Asked:
    """Whether the parent has asked, by an interrupt, for what was seen so far.

    Once only: after that it takes another process, so that an interrupt which came too late stops nothing else.
    """

    stopped = False

    def stop(self, *_: object) -> None:
        """Take note of it."""
        self.stopped = True

    def look(self) -> None:
        """Stop the search if it is to end."""
        if self.stopped:
            raise Stop


def _answer(
    request: Request, explore: Explore, replay: Replay, play: Play, answers: BinaryIO, going: Sequence[Going]
) -> Answer:
    if request.choices is not None:
        alive, _ = going
        return Answer(request.number, "played", position=play(request.program, request.choices, request.watch, alive))
    if request.search is None or request.schedule is not None:
        execution = replay(request.program, request.schedule or "-", request.search)
        return Answer(request.number, "replayed", execution=execution)
    told = time.monotonic()

    def progress(executions: int, budget: int) -> None:
        nonlocal told
        for each in going:
            each()
        now = time.monotonic()
        if now - told >= PROGRESS_EVERY:
            told = now
            _write(answers, line(Answer(request.number, "progress", executions, budget)))

    found = explore(request.program, request.search, progress, brief=request.brief)
    return Answer(request.number, "found", exploration=found)


def _pipes() -> tuple[BinaryIO, BinaryIO]:
    """The protocol's two ends.  After this, standard input is empty and standard output goes to standard error."""
    requests = os.fdopen(os.dup(0), "rb")
    answers = os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    os.dup2(2, 1)
    return requests, answers


def _write(answers: BinaryIO, data: bytes) -> None:
    answers.write(data)
    answers.flush()


def _size() -> int:
    """How much memory this process occupies, in bytes of address space; 0 where the system keeps no such limit.

    ``/proc`` would tell, but a confined process has none.  So the limit itself is asked: the size is the lowest limit
    under which one more page can be had.
    """
    page = mmap.PAGESIZE
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    low, high = 0, (1 << 47 if soft == resource.RLIM_INFINITY else soft) // page
    try:
        while high - low > 1:
            middle = (low + high) // 2
            resource.setrlimit(resource.RLIMIT_AS, (middle * page, hard))
            try:
                mmap.mmap(-1, page).close()
                high = middle
            except (OSError, MemoryError):
                low = middle
    except (OSError, ValueError):
        return 0
    finally:
        with contextlib.suppress(OSError, ValueError):
            resource.setrlimit(resource.RLIMIT_AS, (soft, hard))
    return low * page


def _limit(limits: Limits, before: int) -> None:
    """Hold this process to its limits, as far as the operating system knows them."""
    _set(resource.RLIMIT_CORE, 0)
    _set(resource.RLIMIT_FSIZE, 0)
    _set(resource.RLIMIT_NOFILE, 64)
    if before:
        _set(resource.RLIMIT_AS, before + limits.memory)
    # If a C function crashes or never returns, the lines that led there go to standard error.
    faulthandler.enable(all_threads=False)
    faulthandler.register(signal.SIGPROF, all_threads=False, chain=True)


def _set(what: int, value: int) -> None:
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(what, (value, value))


@contextlib.contextmanager
def _watched(limits: Limits) -> Iterator[Going]:
    """While a request is served: end the process if one execution takes too much processor time.

    The signal's default action ends the process even inside a C function that never returns, where no Python
    code could.  It is processor time, so a busy machine changes nothing.  What is given is to be called after each
    execution.
    """

    def alive() -> None:
        signal.setitimer(signal.ITIMER_PROF, limits.stuck)

    # The parent keeps the limit of real time; this is for a process that has lost its parent.
    signal.setitimer(signal.ITIMER_REAL, limits.seconds + GRACE)
    used = resource.getrusage(resource.RUSAGE_SELF)
    _, hard = resource.getrlimit(resource.RLIMIT_CPU)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_CPU, (int(used.ru_utime + used.ru_stime + limits.seconds + GRACE) + 1, hard))
    alive()
    try:
        yield alive
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
