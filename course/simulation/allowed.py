"""What a program may import and call, and a sentence for everything else.

An explored program has threads, time and pure computation.  Files, sockets, processes, the real clock and the
interpreter's insides have no place in it: their effect could be neither undone nor repeated for the next schedule.
A refusal names the thing and says why, and what to do instead; the record of the failure has its line.
"""

from __future__ import annotations

import builtins
from typing import Any, NoReturn

__all__ = [
    "COPIED_MODULES",
    "IMPORTABLE",
    "LOGS",
    "PLAIN_MODULES",
    "SIMULATED_MODULES",
    "builtin_refusals",
    "import_refusal",
    "io_refusal",
    "refusal",
    "sys_refusal",
    "time_refusal",
]

SIMULATED_MODULES = frozenset(
    {"threading", "queue", "time", "sched", "random", "concurrent", "concurrent.futures", "concurrent.futures.thread"}
)
"""The modules that are simulated."""

PLAIN_MODULES = frozenset(
    {
        "__future__", "abc", "array", "base64", "binascii", "bisect", "cmath", "collections", "collections.abc",
        "colorsys", "contextvars", "copy", "csv", "dataclasses", "decimal", "difflib", "enum", "fractions", "functools",
        "graphlib", "hashlib", "heapq", "hmac", "itertools", "json", "keyword", "math", "numbers", "operator", "re",
        "reprlib", "statistics", "string", "struct", "textwrap", "types", "typing", "unicodedata", "zlib",
    }
)  # fmt: skip
"""The modules that only compute; they are the real ones."""

COPIED_MODULES = frozenset(
    {"contextlib", "datetime", "logging", "logging.handlers", "pprint", "traceback", "warnings", "weakref"}
)
"""The modules that are executed privately: they write, tell the time, or look at frames."""

IMPORTABLE = PLAIN_MODULES | SIMULATED_MODULES | COPIED_MODULES | {"sys", "io"}
"""All that a program may import besides its own modules."""

THREADS = "only threads are simulated, {}; use threading.Thread or concurrent.futures.ThreadPoolExecutor"
FILES = "there are no files in an explored program; keep the data in a variable"
LOGS = "an explored program has no files and no network; use logging.StreamHandler, or logging.handlers.QueueHandler"
NETWORK = "there is no network in an explored program; let a thread with a queue.Queue stand for the other side"
SYSTEM = "an explored program has no operating system{}; leave it out, or pass the value as an argument"
RANDOM = "its numbers are others in each run; use random, which is seeded"
INSIDES = "the interpreter's insides are not the program's business here; leave it out"

REASONS = {
    **dict.fromkeys(("asyncio", "selectors", "select", "trio", "anyio"), THREADS.format("no event loop")),
    **dict.fromkeys(
        ("multiprocessing", "subprocess", "concurrent.futures.process", "joblib"), THREADS.format("no processes")
    ),
    "concurrent.futures.interpreter": THREADS.format("no interpreters"),
    "gevent": THREADS.format("no greenlets"),
    **dict.fromkeys(
        ("socket", "socketserver", "ssl", "http", "urllib", "smtplib", "ftplib", "xmlrpc", "requests", "httpx"), NETWORK
    ),
    "os": SYSTEM.format(": no files, no processes"),
    "signal": SYSTEM.format(": no signals"),
    **dict.fromkeys(("platform", "getpass", "resource", "psutil", "locale", "argparse"), SYSTEM.format("")),
    **dict.fromkeys(
        ("pathlib", "shutil", "tempfile", "glob", "fileinput", "sqlite3", "shelve", "zoneinfo", "mmap"), FILES
    ),
    **dict.fromkeys(
        ("pickle", "marshal"), "what it makes could not be seen by the explorer; use copy.deepcopy or json"
    ),
    **dict.fromkeys(("uuid", "secrets"), RANDOM),
    **dict.fromkeys(("gc", "inspect", "dis", "ctypes", "ast", "importlib", "builtins", "faulthandler"), INSIDES),
    **dict.fromkeys(("greenlet", "tracemalloc", "cProfile", "profile", "trace"), INSIDES),
    "atexit": "nothing of an explored program is left at the exit of Python; write it at the end of the program",
    "timeit": "computing takes no simulated time; measure it outside of an explored program",
    "pdb": "there is no debugger in an explored program; use %%replay",
    "unittest": "the checks of an explored program are outside of it; use assert",
    "calendar": "it prints past the explored program; use datetime",
    "logging.config": "it reads files; use logging.basicConfig, or addHandler",
    "_thread": "it is below what is simulated; use threading",
    "_queue": "it is below what is simulated; use queue",
}

MODULES = (
    "an explored program may use threading, queue, time, concurrent.futures, logging "
    "and those modules of the standard library that only compute"
)

REFUSED_BUILTINS = {
    "input": "input() cannot be answered here: nobody is at the keyboard while every schedule is run; "
    "give the value as an argument",
    "open": f"open() cannot be used here: {FILES}",
    "exec": "exec() cannot be used here: what it runs could not be seen by the explorer; write the code out",
    "eval": "eval() cannot be used here: what it runs could not be seen by the explorer; write the expression out",
    "compile": "compile() cannot be used here: what it makes could not be seen by the explorer; write the code out",
    "breakpoint": "breakpoint() cannot be used here: there is no debugger in an explored program; use %%replay",
}

SYS_REASONS = {
    "stdin": "nobody is at the keyboard while every schedule is run; give the value as an argument",
    **dict.fromkeys(
        ("settrace", "setprofile", "gettrace", "getprofile", "monitoring"),
        "a trace function would see the explorer at work; look at the steps of a schedule with %%replay",
    ),
    "setrecursionlimit": "the limit is the usual thousand calls; write a loop",
    **dict.fromkeys(("getsizeof", "getrefcount"), "what it tells is another number on another Python; leave it out"),
}


def import_refusal(name: str) -> str:
    """Why module ``name`` cannot be imported."""
    reason = REASONS.get(name) or REASONS.get(name.partition(".")[0]) or MODULES
    return f"{name} cannot be imported here: {reason}"


def sys_refusal(name: str) -> str:
    """Why ``sys`` has no ``name``."""
    if name.startswith("__"):
        return f"module 'sys' has no attribute {name!r}"
    return f"sys.{name} cannot be used here: {SYS_REASONS.get(name, INSIDES)}"


def time_refusal(name: str) -> str:
    """Why ``time`` has no ``name``."""
    if name.startswith("_"):
        return f"module 'time' has no attribute {name!r}"
    return f"time.{name} cannot be used here: it asks the real clock; use time.monotonic() or time.time()"


def io_refusal(name: str) -> str:
    """Why ``io`` has no ``name``."""
    if name.startswith("_"):
        return f"module 'io' has no attribute {name!r}"
    return f"io.{name} cannot be used here: there are no files in an explored program; use io.StringIO"


def refusal(name: str, reason: str, instead_of: type | None = None) -> Any:
    """A function, or a subclass of ``instead_of``, that can be named but not called: RuntimeError with the reason."""

    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError(f"{name} cannot be used here: {reason}")

    if instead_of is not None:
        return type(instead_of)(
            instead_of.__name__, (instead_of,), {"__init__": refuse, "__module__": instead_of.__module__}
        )
    refuse.__name__ = refuse.__qualname__ = name.rpartition(".")[2]
    return refuse


def builtin_refusals() -> dict[str, Any]:
    """The builtins of a program: the real ones, without those that reach outside."""
    names = dict(vars(builtins))
    for name, sentence in REFUSED_BUILTINS.items():
        names[name] = _refused(name, sentence)
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


def _refused(name: str, sentence: str) -> Any:
    def refuse(*args: object, **kwargs: object) -> NoReturn:
        raise RuntimeError(sentence)

    refuse.__name__ = refuse.__qualname__ = name
    return refuse
