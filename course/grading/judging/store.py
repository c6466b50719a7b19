"""Verdicts that are known already: a file beside the gradebook.

A verdict depends on nothing but the cells, the checks and the code that judges, so it is kept under a digest of these
three and never judged twice.  That is what lets a run that was killed go on where it was, and a changed check cost no
more than the exercises it touches.  The file may be deleted at any time; then all is judged again, with the same
result.  It holds, too, which submissions are being graded, by which process: what a process left half done when it
was killed is not taken for graded.

What a person must look at is not kept: it may come out otherwise on another day.
"""

from __future__ import annotations

import functools
import hashlib
import platform
import sqlite3
import threading
import zlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import Any

import psutil

import course
from course.model import BadRecord, Submission, Verdict, from_json, to_json

__all__ = ["BadStore", "Judged", "Store", "engine", "key"]

JUDGES = ("model.py", "simulation", "search", "explain", "checking")
"""What of the package a verdict depends on."""
PATIENCE = 60.0
"""Seconds to wait for another process that is writing."""
TABLES = """
    CREATE TABLE IF NOT EXISTS verdicts (key TEXT PRIMARY KEY, verdict BLOB NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS unfinished (
        folder TEXT PRIMARY KEY, host TEXT NOT NULL, process INTEGER NOT NULL, began REAL NOT NULL
    ) WITHOUT ROWID;
"""


class BadStore(Exception):
    """The file cannot be used; the message says which, why, and what to do."""


@dataclass(frozen=True, slots=True)
class Judged:
    """A verdict, and the key under which it is kept; "" if nobody judged."""

    verdict: Verdict
    key: str


@functools.cache
def engine() -> str:
    """A hash of the code that judges: the package's, Python's version, and the libraries that it runs on."""
    digest = hashlib.sha256(platform.python_version().encode())
    for library in ("greenlet", "msgspec", "pytest"):
        digest.update(f"{library} {version(library)}\n".encode())
    root = Path(course.__file__).parent
    for path in sorted(path for part in JUDGES for path in [root / part, *(root / part).rglob("*")]):
        if path.is_file() and path.suffix not in (".pyc", ".pyo"):
            digest.update(f"{path.relative_to(root).as_posix()}\n".encode())
            digest.update(hashlib.sha256(path.read_bytes()).digest())
    return digest.hexdigest()


def key(submission: Submission, exercise: str, checks: str, *, confined: bool = True) -> str:
    """Under what a verdict on ``exercise`` of ``submission`` is kept; ``checks`` is the digest of its checks.

    The notebook's name is no part of it: cells that say the same are judged the same.
    """
    parts = (engine(), checks, exercise, submission.assignment, submission.cells, confined)
    return hashlib.sha256(to_json(parts)).hexdigest()


class Store:
    """The file at ``path``, which is made if it is not there.  It may be used by many threads and processes at once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._lock = threading.Lock()
        try:
            self._database = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None, check_same_thread=False)
            self._database.execute("PRAGMA journal_mode = WAL")
            self._database.execute("PRAGMA synchronous = NORMAL")
            self._database.executescript(TABLES)
        except sqlite3.Error as error:
            raise BadStore(
                f"{path} cannot be used ({error}); delete it, and nothing is lost but the time to judge again"
            ) from error

    def close(self) -> None:
        """Let go of the file."""
        with self._lock:
            self._database.close()

    def known(self, keys: Mapping[str, str]) -> dict[str, Verdict]:
        """Of the exercises in ``keys``, those whose verdict is there."""
        found = {}
        for exercise, name in keys.items():
            rows = self._do("SELECT verdict FROM verdicts WHERE key = ?", (name,))
            for (data,) in rows:
                try:
                    found[exercise] = from_json(zlib.decompress(data), Verdict)
                except (zlib.error, BadRecord):  # somebody else's, or damaged: judged again, and overwritten
                    continue
        return found

    def keep(self, verdicts: Iterable[tuple[str, Verdict]]) -> None:
        """Keep each verdict under its key, but none that needs review."""
        for name, verdict in verdicts:
            if not verdict.needs_review:
                data = zlib.compress(to_json(verdict), 1)
                self._do("INSERT OR REPLACE INTO verdicts VALUES (?, ?)", (name, data))

    def begin(self, folder: str) -> None:
        """Note that this process grades what is in ``folder``."""
        me = psutil.Process()
        self._do("INSERT OR REPLACE INTO unfinished VALUES (?, ?, ?, ?)", (folder, _host(), me.pid, me.create_time()))

    def finish(self, folder: str) -> None:
        """Note that ``folder`` is graded."""
        self._do("DELETE FROM unfinished WHERE folder = ?", (folder,))

    def cut_off(self, folder: str) -> bool:
        """Whether somebody began to grade ``folder`` and is no more."""
        rows = self._do("SELECT host, process, began FROM unfinished WHERE folder = ?", (folder,))
        return any(host == _host() and not _lives(process, began) for host, process, began in rows)

    def _do(self, statement: str, values: tuple[object, ...]) -> list[Any]:
        try:
            with self._lock:
                return self._database.execute(statement, values).fetchall()
        except sqlite3.Error as error:
            raise BadStore(
                f"{self.path} cannot be used ({error}); delete it, and nothing is lost but the time to judge again"
            ) from error


def _host() -> str:
    return platform.node()


def _lives(process: int, began: float) -> bool:
    """Whether the process that had this number at that time is still there."""
    try:
        return bool(psutil.Process(process).create_time() == began)
    except psutil.Error:
        return False
