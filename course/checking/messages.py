"""What passes through the pipes between a checking process and its explorer process.

One JSON object a line, each way.  The parent reads with the same strictness as every record of the course: a line
that is not exactly one of these is a broken explorer, never a guess.  This module knows no engine, so that the
parent does not load one.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

import msgspec

from course.model import Execution, Exploration, Position, Program, Search

__all__ = ["Answer", "Limits", "Request", "line"]


@dataclass(frozen=True, slots=True)
class Limits:
    """How much an explorer process may use.  Safety nets: an honest program never comes near one of them."""

    seconds: float = 30.0
    """Real seconds for one request."""
    stuck: float = 3.0
    """Seconds of processor time for *one* execution, which normally takes a thousandth of one."""
    memory: int = 1 << 30
    """Bytes of memory on top of what the process starts with."""
    answer: int = 32 << 20
    """Bytes of an answer."""
    start: float = 60.0
    """Real seconds until the process is ready."""


@dataclass(frozen=True, slots=True)
class Request:
    """One question: explore ``program`` by ``search``, replay it under ``schedule`` (as ``search`` found it, if that is
    given too), or play it up to ``choices``.
    """

    number: int
    program: Program
    search: Search | None = None
    schedule: str | None = None
    choices: tuple[int, ...] | None = None
    watch: tuple[str, ...] = ()
    """Of a program that is played: the variables to watch."""
    brief: bool = False
    """Of a search: whether executions of which there is nothing to tell need not be recorded."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One line from the explorer process.

    "ready" comes once, when the process can take requests, and "progress" any number of times before the one
    line that ends a request: "found", "replayed" or "played" with its record, "memory" or "large" when a limit was met
    (after "memory" the process ends), "unwritable" when the program made a text that no file could hold, "refused"
    when the request itself was not sound, "unrepeatable" when the program does not do the same twice, "trouble" when
    the explorer went wrong.
    """

    number: int
    kind: Literal[
        "ready",
        "progress",
        "found",
        "replayed",
        "played",
        "memory",
        "large",
        "unwritable",
        "refused",
        "unrepeatable",
        "trouble",
    ]
    executions: int = 0
    budget: int = 0
    exploration: Exploration | None = None
    execution: Execution | None = None
    position: Position | None = None
    text: str = ""
    worn: bool = False
    """Whether the process has grown so much that another one should take the next request."""


def line(message: Limits | Request | Answer) -> bytes:
    """``message`` as a line."""
    return msgspec.json.encode(message) + b"\n"
