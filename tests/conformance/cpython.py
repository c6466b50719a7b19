"""CPython's own tests, on simulated threads.

The test files are taken from the installed interpreter and executed privately, like the library itself: what they
import of ``threading``, ``queue``, ``_thread`` and ``time`` is simulated.  Each test method is one execution; its
schedule is a random walk, so that a test sees its threads switch, and seeded, so that it sees the same each time.
"""

from __future__ import annotations

import importlib
import importlib.util
import io
import os
import sys
import types
import unittest
from typing import Any

from course.search.sampling import RandomWalk
from course.simulation.hashes import IdentityHashes
from course.simulation.library import Library
from course.simulation.world import ENDED, World

__all__ = ["Conformance", "methods"]

STEPS = 200_000

OWN = ("test.support", "test.support.threading_helper", "test.lock_tests")
"""The parts of CPython's ``test`` package that use threads or the clock themselves."""


class Conformance:
    """One private library, and the test files that run over it."""

    def __init__(self) -> None:
        self.world = World()
        self.library = Library(self.world, IdentityHashes())
        self.errors: list[BaseException] = []
        self.library.failed = lambda thread, error: self.errors.append(error)
        thread: Any = self.library.modules["_thread"]
        # What the tests ask of the lowest layer beyond what the library itself does.
        thread._count = lambda: sum(1 for each in self.world.threads[1:] if each.state != ENDED)
        thread.LockType = thread.lock = self.library.lock

    def load(self, name: str) -> types.ModuleType:
        """The private copy of a test module."""
        module = self.library.modules.get(name)
        if module is not None:
            return module
        spec = importlib.util.find_spec(name)
        assert spec is not None
        loader: Any = spec.loader
        module = types.ModuleType(name)
        module.__dict__["__builtins__"] = {**self.library._builtins, "__import__": self._import}
        module.__file__ = spec.origin
        module.__package__ = name if name == "test.support" else name.rpartition(".")[0]
        if name == "test.support":
            module.__path__ = [spec.origin.rpartition("/")[0]]
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
        if name == "os":
            return os
        if name in OWN:
            module = self.load(name)
            for each in fromlist or ():
                if f"{name}.{each}" in OWN:
                    setattr(module, each, self.load(f"{name}.{each}"))
                elif each == "import_helper":
                    view = types.SimpleNamespace(**vars(importlib.import_module(f"{name}.{each}")))
                    view.import_fresh_module = self._fresh
                    setattr(module, each, view)
                elif not hasattr(module, each):
                    setattr(module, each, importlib.import_module(f"{name}.{each}"))
            return module
        if name == "test":
            view = types.ModuleType(name)
            for each in fromlist:
                full = f"test.{each}"
                view.__dict__[each] = self.load(full) if full in OWN else importlib.import_module(full)
            return view
        return self.library._import(name, globals, locals, fromlist, 0)

    def _fresh(self, name: str, fresh: object = (), blocked: object = ()) -> types.ModuleType | None:
        """The simulated module where a test asks for the one in Python; nothing where it asks for the one in C."""
        return self.library.load(name) if blocked else None

    def run(self, test: unittest.TestCase, seed: int = 0) -> tuple[str, str]:
        """Run one test method as an execution; ("passed" | "skipped" | "failed", why)."""
        result = unittest.TestResult()
        self.errors.clear()
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
        if result.skipped:
            return "skipped", result.skipped[0][1]
        for _, trace in (*result.errors, *result.failures):
            return "failed", trace
        if ending != "completed":
            return "failed", ending
        return "passed", ""


def methods(case: type[unittest.TestCase]) -> list[str]:
    """The names of a case's tests."""
    return list(unittest.TestLoader().getTestCaseNames(case))
