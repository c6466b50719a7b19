"""The simulated library passes the tests that CPython has for its own.

They come with the interpreter (``Lib/test``); where it was installed without them, there is nothing to run.
"""

from __future__ import annotations

import importlib.util
import unittest
from typing import Any

import pytest

from tests.conformance.cpython import Conformance, methods

if importlib.util.find_spec("test") is None or importlib.util.find_spec("test.lock_tests") is None:
    pytest.skip("this Python was installed without its own tests", allow_module_level=True)

SKIPPED = {
    "test_many_threads": "fifty threads and ten thousand items each: too many steps",
    "test_many_threads_nonblock": "fifty threads and ten thousand items each: too many steps",
    "test_many_threads_timeout": "fifty threads and ten thousand items each: too many steps",
    "test_recursion_count": "asks the lock inside a condition for a private method",
}

conformance = Conformance()
locks: Any = conformance.load("test.lock_tests")
queues: Any = conformance.load("test.test_queue")
threading: Any = conformance.library.threading

CASES: dict[str, type[unittest.TestCase]] = {
    name: type(name, (base,), {attribute: staticmethod(made)})
    for name, base, attribute, made in (
        ("Lock", locks.LockTests, "locktype", threading.Lock),
        ("RLock", locks.RLockTests, "locktype", threading.RLock),
        ("Event", locks.EventTests, "eventtype", threading.Event),
        ("Condition", locks.ConditionTests, "condtype", threading.Condition),
        ("Condition as RLock", locks.RLockTests, "locktype", threading.Condition),
        ("Semaphore", locks.SemaphoreTests, "semtype", threading.Semaphore),
        ("BoundedSemaphore", locks.BoundedSemaphoreTests, "semtype", threading.BoundedSemaphore),
        ("Barrier", locks.BarrierTests, "barriertype", threading.Barrier),
    )
}
CASES |= {
    name: case
    for name, case in vars(queues).items()
    if isinstance(case, type) and issubclass(case, unittest.TestCase) and name.startswith("Py")
}


@pytest.mark.parametrize("seed", [0, 1])
@pytest.mark.parametrize("case", CASES)
def test_cpythons_own(case: str, seed: int) -> None:
    ran = 0
    for method in methods(CASES[case]):
        if method in SKIPPED:
            continue
        verdict, why = conformance.run(CASES[case](method), seed)
        assert verdict != "failed", f"{case}.{method}: {why}"
        ran += verdict == "passed"
    assert ran
