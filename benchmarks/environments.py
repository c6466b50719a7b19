"""An environment of its own for each peer, in ``build/peers/``: made once, by venv and pip, from a pinned requirement.

The peers are no part of the course, so they are never in its environment.  A peer that cannot be had is said in one
sentence, and the others go on.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "peers"


class Unavailable(Exception):
    """Why a peer cannot be compared, as a sentence."""


def requirements(peer: str) -> Path:
    """What a peer's environment is made from."""
    return Path(__file__).parent / f"requirements-{peer}.txt"


def interpreters() -> Iterator[str]:
    """Pythons on this machine, this one first."""
    yield sys.executable
    for name in ("python3.12", "python3.13", "python3"):
        if found := shutil.which(name):
            yield found
    pyenv = Path(os.environ.get("PYENV_ROOT", Path.home() / ".pyenv"))  # its shims work for chosen versions only
    yield from map(str, sorted(pyenv.glob("versions/3.1[2-9]*/bin/python")))


def version(python: str) -> tuple[int, int] | None:
    """Major and minor version; None if it does not start."""
    code = "import sys; print(*sys.version_info[:2])"
    try:
        said = subprocess.run([python, "-c", code], capture_output=True, text=True, timeout=30)
        major, minor = said.stdout.split()
    except (OSError, subprocess.TimeoutExpired, ValueError):
        return None
    return int(major), int(minor)


def interpreter(oldest: tuple[int, int], among: Sequence[str]) -> str:
    """The first of them that is new enough and starts."""
    for python in among:
        have = version(python)
        if have is not None and have >= oldest:
            return python
    wanted = ".".join(map(str, oldest))
    raise Unavailable(f"it needs Python {wanted} or newer, and none was found; name one with --python.")


def prepare(peer: str, python: str) -> str:
    """The interpreter of the peer's environment, which is made if need be."""
    home = BUILD / peer
    ready, inside = home / "ready", home / "bin" / "python"
    recipe = f"{home}\n{python}\n{requirements(peer).read_text()}"
    if not (ready.exists() and ready.read_text() == recipe):
        shutil.rmtree(home, ignore_errors=True)
        install = [str(inside), "-m", "pip", "--disable-pip-version-check", "install", "--quiet", "-r"]
        for command in ([python, "-m", "venv", str(home)], [*install, str(requirements(peer))]):
            done = subprocess.run(command, capture_output=True, text=True)
            if done.returncode:
                why = (done.stderr or done.stdout).strip().splitlines() or ["it said nothing"]
                raise Unavailable(f"{' '.join(command[1:4])} failed: {why[-1]}")
        ready.write_text(recipe)
    return str(inside)
