"""What a confined explorer process can see: the running Python, three packages, an empty folder, and nothing else.

Nothing is shown because it might be needed.  A Python like this one is started once, unconfined, without any program of
a learner's; it imports what an explorer process imports and all that a program may import, and tells from where.  Just
that is bound into the sandbox, for reading: the standard library without what is installed beside it, the shared
libraries by name, and of the course the rooms that the engine is made of.  So the sandbox holds no lesson, no check, no
gradebook, no home folder, neither /etc nor /proc, and the course stands at a place that tells nothing of the machine.
"""

from __future__ import annotations

import json
import os
import struct
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from course.checking.explorer import BEGIN, package_folders
from course.simulation.allowed import PLAIN_MODULES

__all__ = ["HOME", "PACKAGES", "TEMPORARY", "NoView", "View", "view"]

PACKAGES = "/explorer"
"""Where the packages are in the sandbox."""
HOME = "/tmp"
"""The folder that the process is in: its own, in memory, empty."""
TEMPORARY = 1 << 20
"""Bytes that fit into it."""

PROBE = f"""
{BEGIN}
import json
given = list(sys.path)
import course.checking.child, course.explain.explained
for name in {sorted(PLAIN_MODULES)!r}:
    __import__(name)
files = [module.__file__ for module in list(sys.modules.values()) if getattr(module, "__file__", None)]
maps = [line.split(None, 5) for line in open("/proc/self/maps")]
mapped = {{line[5].strip() for line in maps if len(line) == 6 and "x" in line[1] and line[5].startswith("/")}}
print(json.dumps({{"path": given, "files": files, "mapped": sorted(mapped)}}))
"""
"""Tells the folders that are searched for modules, the files of all modules, and the programs and libraries in use."""

CACHE_OF_LIBRARIES = "/etc/ld.so.cache"


class NoView(Exception):
    """It cannot be found out what the explorer process needs; the message says why."""


@dataclass(frozen=True)
class View:
    """What is in the sandbox, for the command line of bwrap."""

    python: str
    """The interpreter: the same path inside as outside."""
    mounts: tuple[str, ...]
    """Arguments of bwrap that make the files."""


@cache
def view() -> View:
    """What an explorer process of this Python needs to see; found out once in a process.

    Raises :class:`NoView`.
    """
    # Not the one in an environment, which would need the environment's files to find its own.
    python = os.path.realpath(getattr(sys, "_base_executable", None) or sys.executable)
    command = [python, "-P", "-s", "-S", "-c", PROBE, *package_folders()]
    found = subprocess.run(command, env={"PYTHONHASHSEED": "0"}, capture_output=True, text=True, check=False)
    if found.returncode != 0:
        said = found.stderr.strip().rpartition("\n")[2]
        raise NoView(f"{python} cannot import the explorer: {said}")
    told = json.loads(found.stdout)
    given = [os.path.realpath(folder) for folder in told["path"]]
    packages = {os.path.realpath(folder) for folder in package_folders()}
    library = _outermost(folder for folder in given if folder not in packages and os.path.isdir(folder))
    mounts = [*_standard_library(library), *_packages(told["files"], packages)]
    mapped = [os.path.realpath(path) for path in told["mapped"]]
    wanted = [path for path in mapped if not any(_within(path, folder) for folder in (*library, *packages))]
    mounts += _libraries(python, wanted)
    return View(python, tuple(mounts))


def _bind(outside: str, inside: str | None = None) -> list[str]:
    return ["--ro-bind", outside, inside or outside]


def _standard_library(folders: Sequence[str]) -> Iterator[str]:
    """The folders of the standard library, without the packages that are installed in them."""
    for folder in folders:
        yield from _bind(folder)
        for installed in ("site-packages", "dist-packages"):
            if os.path.isdir(os.path.join(folder, installed)):
                yield from ("--tmpfs", os.path.join(folder, installed), "--remount-ro", os.path.join(folder, installed))


def _packages(files: Sequence[str], folders: set[str]) -> Iterator[str]:
    """Of the packages that were imported from ``folders``: each whole, and of the course what was imported of it."""
    shown = set()
    for file in files:
        path = Path(os.path.realpath(file))
        homes = [Path(folder) for folder in folders if path.is_relative_to(folder)]
        if not homes:
            continue
        home = max(homes, key=lambda folder: len(folder.parts))  # an environment may be within the course's folder
        parts = path.relative_to(home).parts
        # A module that stands alone has its bytecode beside it; without it, it would be compiled at each start.
        course = parts[0] == "course"
        shown.add((home, Path(*parts[: 2 if course else 1])))
        if course:
            shown.add((home, Path("course", "__pycache__")))
    for home, name in sorted(shown):
        # typing_extensions is not needed by what needs msgspec here, and costs a tenth of the start.
        if name.name != "typing_extensions.py" and (home / name).exists():
            yield from _bind(str(home / name), f"{PACKAGES}/{name.as_posix()}")


def _libraries(python: str, libraries: Sequence[str]) -> Iterator[str]:
    """The interpreter and its shared libraries, under the names by which the loader looks for them."""
    program = Path(python).read_bytes()
    foreign = False
    for path in sorted({python, *libraries}):
        yield from _bind(path)
        folder = os.path.dirname(path)
        if path != python and not folder.startswith(("/lib", "/usr/lib")):
            # Either the program says itself where to look, or only the loader's cache knows.
            foreign = foreign or not (folder.encode() in program or b"$ORIGIN" in program)
        for entry in os.scandir(folder):
            if entry.is_symlink() and ".so" in entry.name and os.path.realpath(entry.path) == path:
                yield from ("--symlink", path, entry.path)
    loader = _loader(python)
    if loader and os.path.realpath(loader) != loader and loader not in libraries:
        yield from ("--symlink", os.path.realpath(loader), loader)
    if foreign and os.path.exists(CACHE_OF_LIBRARIES):
        yield from _bind(CACHE_OF_LIBRARIES)


def _loader(program: str) -> str | None:
    """The dynamic loader that ``program`` asks the kernel for, by the PT_INTERP header of its ELF file."""
    with open(program, "rb") as file:
        head = file.read(64)
        if len(head) < 64 or head[:6] != b"\x7fELF\x02\x01":  # 64 bits, the least significant byte first
            return None
        (offset,) = struct.unpack_from("<Q", head, 32)
        size, count = struct.unpack_from("<HH", head, 54)
        file.seek(offset)
        headers = file.read(size * count)
        for each in range(count):
            kind, _, where, _, _, length = struct.unpack_from("<IIQQQQ", headers, each * size)
            if kind == 3:  # PT_INTERP
                file.seek(where)
                return file.read(length).rstrip(b"\0").decode()
    return None


def _outermost(folders: Iterator[str]) -> list[str]:
    """``folders`` without those that are in another of them."""
    every = list(dict.fromkeys(folders))
    return [folder for folder in every if not any(_within(folder, other) for other in every if other != folder)]


def _within(path: str, folder: str) -> bool:
    return path == folder or path.startswith(folder + os.sep)
