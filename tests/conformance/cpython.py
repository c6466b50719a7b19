"""CPython's own tests, on simulated threads.

The test files are taken from the installed interpreter and executed privately, like the library itself: what they
import of ``threading``, ``queue``, ``concurrent.futures``, ``sched``, ``_thread``, ``random`` and ``time`` is
simulated.  Each test method is one execution; its schedule is a random walk, so that a test sees its threads switch,
and seeded, so that it sees the same each time.

A simulated program has no processes, no signals and no way into the interpreter.  In their place the files find
something that ends a test as soon as it asks for it, and says why (``ABSENT``).
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import logging
import os
import sys
import types
import unittest
from importlib.machinery import ModuleSpec
from typing import Any, Literal

from course.search.sampling import RandomWalk
from course.simulation.hashes import IdentityHashes
from course.simulation.library import Library
from course.simulation.threads import ENDED
from course.simulation.world import World

__all__ = ["Conformance", "Verdict", "installed", "methods"]

Verdict = Literal["passed", "skipped", "absent", "failed"]
"""Skipped by CPython's own decorators; absent is something that the test asked for."""

STEPS = 200_000

FILES = (
    "test.test_queue",
    "test.test_sched",
    "test.test_threading",
    "test.test_threading_local",
    "test.test_concurrent_futures",
    "test.test_concurrent_futures.test_as_completed",
    "test.test_concurrent_futures.test_future",
    "test.test_concurrent_futures.test_init",
    "test.test_concurrent_futures.test_shutdown",
    "test.test_concurrent_futures.test_thread_pool",
    "test.test_concurrent_futures.test_wait",
)
"""The files whose tests are run.  Those of ``concurrent.futures`` were one file once; some releases install none."""

OWN = ("test.support", "test.support.threading_helper", "test.lock_tests")
"""The other parts of CPython's ``test`` package that use threads or the clock themselves."""

PROCESSES = "asks for another process"
SIGNALS = "asks for signals"
INSIDES = "asks for the interpreter's insides"

ABSENT = {
    "subprocess": PROCESSES,
    "multiprocessing": PROCESSES,
    "concurrent.futures.process": PROCESSES,
    "test.support.script_helper": PROCESSES,
    "signal": SIGNALS,
    "ctypes": INSIDES,
    "_testcapi": INSIDES,
    "_testinternalcapi": INSIDES,
    "_interpreters": INSIDES,
    "_xxsubinterpreters": INSIDES,
    "test.support.interpreters": INSIDES,
}
"""The modules that no simulated program has, and what a test is after that asks for one."""


class Absent:
    """Stands for something that no simulated program has, and for all that is in it."""

    def __init__(self, why: str, asked: list[str]) -> None:
        self.why = why
        self.asked = asked

    def __getattr__(self, name: str) -> Absent:
        if name.startswith("__"):
            raise AttributeError(name)
        return self

    def __call__(self, *args: object, **kwargs: object) -> Any:
        self.asked.append(self.why)
        raise unittest.SkipTest(self.why)


class Conformance:
    """One private library, and the test files that run over it."""

    def __init__(self) -> None:
        self.world = World()
        self.library = library = Library(self.world, IdentityHashes())
        self.asked: list[str] = []
        """What the running test asked for that is absent."""
        self.absent = {name: Absent(why, self.asked) for name, why in ABSENT.items()}
        modules: dict[str, Any] = library.modules
        # What the tests ask of the lowest layer beyond what the library itself does.
        modules["_thread"]._count = lambda: sum(1 for each in self.world.threads[1:] if each.state != ENDED)
        modules["_thread"].LockType = modules["_thread"].lock = library.lock
        modules["_thread"].interrupt_main = self.absent["signal"]
        self.os = types.SimpleNamespace(**{**vars(os), **vars(modules["os"]), "fork": self.absent["subprocess"]})
        # What the library would tell on standard error or in a log is the tests' to see.
        threading: Any = library.threading
        threading._sys = modules["sys"] = sys
        library.excepthook = threading.excepthook = threading.__excepthook__ = library.python_excepthook
        modules["concurrent.futures.process"] = self.absent["concurrent.futures.process"]
        library.load("concurrent.futures.thread")
        modules["concurrent.futures._base"].LOGGER = logging.getLogger("concurrent.futures")
        library.load("_threading_local")
        support: Any = self.load("test.support")
        support.verbose = False
        support.run_in_subinterp = self.absent["_interpreters"]

    # --- loading ---------------------------------------------------------------------

    def load(self, name: str) -> types.ModuleType:
        """The private copy of a test module."""
        module = self.library.modules.get(name)
        if module is not None:
            return module
        spec = _spec(name)
        assert spec is not None
        loader: Any = spec.loader
        module = types.ModuleType(name)
        module.__dict__["__builtins__"] = {**self.library._builtins, "__import__": self._import}
        module.__dict__["simulation_program_"] = True  # what the library calls of it makes steps
        module.__file__ = spec.origin
        module.__package__ = spec.parent
        if spec.submodule_search_locations is not None:
            module.__path__ = spec.submodule_search_locations
        self.library.modules[name] = module
        self.world.running.depth += 1
        exec(compile(loader.get_source(name), str(spec.origin), "exec"), module.__dict__)
        self.world.running.depth -= 1
        return module

    def _import(
        self, name: str, globals: Any = None, locals: Any = None, fromlist: tuple[str, ...] = (), level: int = 0
    ) -> Any:
        if level:
            name = f"{(globals or {})['__package__']}.{name}".rstrip(".")
        top = name.partition(".")[0]
        if top == "test":
            return self._test(name, fromlist) if fromlist else self._test(top, (name.partition(".")[2],))
        if name in self.absent or top in self.absent:
            return self.absent.get(name) or self.absent[top]
        if name == "os":
            return self.os
        return self.library._import(name, globals, locals, fromlist, 0)

    def _test(self, name: str, fromlist: tuple[str, ...] = ()) -> Any:
        """A module of the ``test`` package: a private one where threads or time are in it."""
        if name in self.absent:
            return self.absent[name]
        module: Any
        if name in OWN or name.startswith("test.test_"):
            module = self.load(name)
        else:
            module = types.SimpleNamespace(**vars(importlib.import_module(name)))
        for each in fromlist:
            if f"{name}.{each}" in (*OWN, *self.absent) or not hasattr(module, each):
                setattr(module, each, self._test(f"{name}.{each}"))
        if name == "test.support.import_helper":
            module.import_fresh_module = self._fresh
            module.import_module = lambda name: self._import(name, fromlist=("",))
        return module

    def _fresh(self, name: str, fresh: object = (), blocked: object = ()) -> types.ModuleType | None:
        """The simulated module where a test asks for the one in Python; nothing where it asks for the one in C."""
        return self.library.load(name) if blocked else None

    def cases(self, name: str) -> list[type[unittest.TestCase]]:
        """The test cases of a file, without those of executors that use processes."""
        return [
            case
            for case in vars(self.load(name)).values()
            if isinstance(case, type)
            and issubclass(case, unittest.TestCase)
            and case.__module__ == name
            and not isinstance(getattr(case, "executor_type", None), Absent)
        ]

    # --- running ---------------------------------------------------------------------

    def run(self, test: unittest.TestCase, seed: int = 0) -> tuple[Verdict, str]:
        """Run one test method as an execution; say how it went, and why if it did not pass."""
        result = unittest.TestResult()
        self.asked.clear()
        self.world.begin(RandomWalk(seed), STEPS, late_threads=0)
        self.library.reset(seed)

        def main() -> None:
            self.library.begin_main()
            test.run(result)
            self.library.end_main()

        stderr, sys.stderr = sys.stderr, io.StringIO()
        try:
            ending = self.world.run(main)
        finally:
            sys.stderr = stderr
        if self.asked:
            return "absent", self.asked[0]
        if result.skipped:
            return "skipped", result.skipped[0][1]
        for _, trace in (*result.errors, *result.failures):
            return "failed", trace
        if ending != "completed":
            return "failed", ending
        return "passed", ""


def installed() -> list[str]:
    """Those of the test files that came with the running interpreter."""
    return [name for name in FILES if _spec(name) is not None]


def methods(case: type[unittest.TestCase]) -> list[str]:
    """The names of a case's tests."""
    return list(unittest.TestLoader().getTestCaseNames(case))


def _spec(name: str) -> ModuleSpec | None:
    try:
        return importlib.util.find_spec(name)
    except ModuleNotFoundError:  # its package is not there
        return None
