"""What a program may import and call, and a sentence for everything else.

An explored program has threads, time and pure computation.  Files, sockets, processes, the real clock and the
interpreter's insides have no place in it: their effect could be neither undone nor repeated for the next schedule.
"""

from __future__ import annotations

import builtins
from typing import Any, NoReturn

__all__ = ["PLAIN_MODULES", "SIMULATED_MODULES", "builtin_refusals", "import_refusal"]

SIMULATED_MODULES = frozenset({"threading", "queue", "time", "sched", "random", "concurrent", "concurrent.futures"})
"""The modules that are simulated."""

PLAIN_MODULES = frozenset(
    {
        "__future__", "abc", "array", "bisect", "cmath", "collections", "collections.abc", "copy", "dataclasses",
        "decimal",
        "enum", "fractions", "functools", "graphlib", "heapq", "itertools", "json", "math", "numbers", "operator",
        "re", "statistics", "string", "textwrap", "types", "typing", "unicodedata", "contextlib", "contextvars",
    }
)  # fmt: skip
"""The modules that only compute; they are the real ones."""

REASONS = {
    "asyncio": "only threads are simulated, no event loop",
    "multiprocessing": "only threads are simulated, no processes",
    "subprocess": "only threads are simulated, no processes",
    "concurrent.futures.process": "only threads are simulated, no processes",
    "socket": "there is no network in an explored program",
    "os": "an explored program has no operating system: no files, no processes",
    "signal": "an explored program has no operating system: no signals",
    "pathlib": "there are no files in an explored program",
    "io": "there are no files in an explored program",
    "datetime": "its clock is the real one; use time.monotonic() or time.time(), which are simulated",
    "_thread": "use threading",
    "logging": "use print, which shows what each thread does in order",
}

REFUSED_BUILTINS = {
    "input": "input() cannot be answered here: nobody is at the keyboard while every schedule is run; "
    "give the value as an argument",
    "open": "open() cannot be used here: there are no files in an explored program; keep the data in a variable",
    "exec": "exec() cannot be used here: what it runs could not be seen by the explorer; write the code out",
    "eval": "eval() cannot be used here: what it runs could not be seen by the explorer; write the expression out",
    "compile": "compile() cannot be used here: what it makes could not be seen by the explorer",
    "breakpoint": "breakpoint() cannot be used here: there is no debugger in an explored program; use %%replay",
}


def import_refusal(name: str) -> str:
    """Why module ``name`` cannot be imported."""
    reason = REASONS.get(name) or REASONS.get(name.partition(".")[0])
    if reason is None:
        reason = "an explored program may use threading, queue, time, concurrent.futures and modules that only compute"
    return f"{name} cannot be imported here: {reason}"


def _refusal(name: str, sentence: str) -> Any:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError(sentence)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse


def builtin_refusals() -> dict[str, Any]:
    """The builtins of a program: the real ones, without those that reach outside."""
    names = dict(vars(builtins))
    for name, sentence in REFUSED_BUILTINS.items():
        names[name] = _refusal(name, sentence)
    for name in (
        "exit",
        "quit",
        "help",
        "copyright",
        "credits",
        "license",
        "_",
        "get_ipython",
        "display",
        "__IPYTHON__",
    ):
        names.pop(name, None)
    return names
