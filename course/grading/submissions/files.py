"""Files that somebody else wrote, opened with care: only regular files, never through a link, never more than fits.

A submission's folder may hold links to the instructor's files, named pipes that nobody writes to, or a file of many
gigabytes.  To open them as usual would copy a stranger's choice of file, wait for ever, or fill the memory.
"""

from __future__ import annotations

import os
import stat
from pathlib import Path

__all__ = ["Refused", "megabytes", "read", "shown", "strange"]

_KINDS = {
    stat.S_IFLNK: "a link, and links are not followed",
    stat.S_IFDIR: "a folder",
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
}
_SHOWN = 60
"""So many characters of a file's name are quoted."""


class Refused(Exception):
    """A file is not read; the message says why, as a clause that begins with "it"."""


def strange(path: Path) -> str | None:
    """What ``path`` is, if it is no regular file ("a link, and links are not followed"); nothing is opened."""
    try:
        mode = os.lstat(path).st_mode
    except OSError as error:
        raise Refused(_reason(error)) from error
    return None if stat.S_ISREG(mode) else _KINDS.get(stat.S_IFMT(mode), "something that is not a file")


def read(path: Path, limit: int) -> bytes:
    """The content of the regular file ``path``, of at most ``limit`` bytes; raises :class:`Refused`."""
    if kind := strange(path):
        raise Refused(f"it is {kind}")
    # Between the look and the opening the file may have been replaced: so no link is followed here either, and
    # opening a pipe does not wait.
    flags = os.O_RDONLY | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
    try:
        with open(os.open(path, flags), "rb") as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise Refused("it is not a regular file")
            if found.st_size > limit:
                raise Refused(f"it has {megabytes(found.st_size)}, and at most {megabytes(limit)} are read")
            content = file.read(limit + 1)
    except OSError as error:
        raise Refused(_reason(error)) from error
    if len(content) > limit:
        raise Refused(f"it grew while it was read, and at most {megabytes(limit)} are read")
    return content


def shown(name: str) -> str:
    """The name of a file in quotes, on one line, shortened if it is long."""
    text = ascii(name) if not name.isprintable() else f"'{name}'"
    return text if len(text) <= _SHOWN else f"{text[: _SHOWN - 2]}…'"


def megabytes(size: int) -> str:
    """``size`` in bytes, for a person."""
    return f"{size / 1_000_000:.1f} MB" if size >= 100_000 else f"{size:,} bytes"


def _reason(error: OSError) -> str:
    """Not the system's own words, which differ from machine to machine."""
    match error:
        case FileNotFoundError():
            return "it is not there"
        case PermissionError():
            return "it may not be read: its permissions forbid it"
        case _:
            return "it could not be opened"
