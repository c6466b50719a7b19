"""What the tests of the sandbox need: programs run within the walls, or within some of them, or within none.

A wall that was never seen to hold back something proves nothing.  So each attack is also run without walls, where it
must succeed, and with one kind of wall at a time.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from course.checking.explorer import ChildExplorer, Limits
from course.checking.process import launch
from course.grading.sandbox.enclosure import PACKAGES
from course.grading.sandbox.walls import ConfinedExplorer, Walls, confined, programs, walls
from course.model import Program, Search

ROOT = Path(__file__).parents[3]
FAKE = "tests.checking.fake_child"


def why_not() -> str | None:
    """Why there can be no sandbox on this machine: no bubblewrap here can make the plainest of namespaces.

    If one can, then ours must work, and a test may not leave itself out because it does not.
    """
    if sys.platform != "linux":
        return "bubblewrap runs on Linux"
    said = "there is no bwrap"
    for bwrap in programs():
        plain = [bwrap, "--unshare-user", "--unshare-pid", "--dev-bind", "/", "/", "--", sys.executable, "-c", "pass"]
        done = subprocess.run(plain, capture_output=True, text=True, check=False)
        if done.returncode == 0:
            return None
        said = f"{bwrap} said {done.stderr.strip()!r}"
    return said


@contextmanager
def memory_file(data: bytes) -> Iterator[int]:
    """The descriptor of a file with ``data``."""
    descriptor = os.memfd_create("test")
    try:
        os.write(descriptor, data)
        os.lseek(descriptor, 0, os.SEEK_SET)
        yield descriptor
    finally:
        os.close(descriptor)


def attempt(text: str, at: object, *, namespaces: bool, system_calls: bool) -> str:
    """What the Python program ``text`` says, or the kind of the exception that ended it, or how it died.

    It gets ``at`` as JSON in its first argument.  ``namespaces``: the walls of bwrap stand; ``system_calls``: the
    filter holds.  With one of the two, the other is really not there; with none, it is a plain process.
    """
    built = walls()
    wrapped = f"""
import json, sys
at = json.loads(sys.argv[1])
try:
    {text.strip().replace(chr(10), chr(10) + "    ")}
    print("done")
except BaseException as error:
    print(type(error).__name__)
"""
    inside = ["-P", "-s", "-S", "-B", "-c", wrapped, json.dumps(at)]
    with memory_file(built.start) as filter:
        if namespaces:
            command = built.command(inside, filter if system_calls else None)
        elif system_calls:
            # --dev-bind: the host's files as they are.  bwrap makes no other namespace than that of the mounts.
            command = [built.bwrap, "--dev-bind", "/", "/", "--seccomp", str(filter), "--", built.python, *inside]
        else:
            command = [built.python, *inside]
        done = subprocess.run(
            command,
            env={"SECRET": "gradebook"},
            pass_fds=[filter],
            capture_output=True,
            text=True,
            check=False,
            timeout=60,
        )
    return done.stdout.strip() or f"status {done.returncode}: {done.stderr.strip()}"


class Does:
    """An explorer over ``fake_child.py``, which executes what it is asked to explore: Python itself, not simulated."""

    def does(self: ChildExplorer, text: str) -> str:  # type: ignore[misc]
        """Execute ``text``; gives what it left in ``coverage``."""
        return self.explore(Program({"main": text}), Search()).coverage


class Attacker(Does, ConfinedExplorer):
    """Does it within the walls."""

    def __init__(self, limits: Limits | None = None) -> None:
        built = walls()
        file = ROOT / "tests" / "checking" / "fake_child.py"
        seen = (*built.mounts, "--ro-bind", str(file), f"{PACKAGES}/tests/checking/fake_child.py")
        self.walls: Walls = replace(built, mounts=seen)
        ChildExplorer.__init__(self, limits)

    def _launch(self, folder: str) -> subprocess.Popen[bytes]:
        with confined(self.walls, FAKE) as (command, descriptors):
            return launch(command, folder, descriptors)


class Unconfined(Does, ChildExplorer):
    """Does it in a process that is only separate."""

    def _command(self) -> list[str]:
        start = f"import sys; sys.path.append(sys.argv[1]); from {FAKE} import main; main()"
        return [sys.executable, "-P", "-s", "-c", start, str(ROOT)]
