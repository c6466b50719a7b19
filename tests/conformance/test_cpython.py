"""The simulated library passes the tests that CPython has for its own.

They come with the interpreter (``Lib/test``); where it was installed without them, there is nothing to run.
"""

from __future__ import annotations

import gc
import logging
import unittest
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.conformance.cpython import Conformance, installed, methods

if not installed():
    pytest.skip("this Python was installed without its own tests", allow_module_level=True)

SEEDS = (0, 1)

LEFT_OUT = {
    "test_many_threads": "fifty threads and ten thousand items each: too many steps",
    "test_many_threads_nonblock": "fifty threads and ten thousand items each: too many steps",
    "test_many_threads_timeout": "fifty threads and ten thousand items each: too many steps",
    "test_can_interrupt_tight_loops": "turns a loop without a step in it, and the files are not rewritten",
    "test_idle_thread_reuse": "passes if the worker is idle before the next submit, which not every schedule grants",
    "test_limbo_cleanup": "replaces the function inside threading that starts a thread, which is not used here",
    "test_tstate_lock": "up to 3.12: looks at the lock by which a real thread tells that it has ended",
    "test_shutdown_locks": "up to 3.12: looks at the lock by which a real thread tells that it has ended",
    "test_disallow_instantiation": "up to 3.12: a second lock cannot be made by type(lock)(); here it can",
    "test_gettrace_all_threads": "no simulated thread can be traced",
    "test_getprofile_all_threads": "no simulated thread can be profiled",
}
"""The tests that are not run, and why."""

conformance = Conformance()

TESTS: dict[str, tuple[type[unittest.TestCase], str]] = {
    f"{file.rpartition('.')[2]}.{case.__name__}.{method}": (case, method)
    for file in installed()
    for case in conformance.cases(file)
    for method in methods(case)
}


@pytest.fixture(scope="module", autouse=True)
def small_heap() -> Iterator[None]:
    """Many tests collect garbage; what was there before them need not be looked through each time."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("name", TESTS)
def test_cpythons_own(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case, method = TESTS[name]
    if method in LEFT_OUT:
        pytest.skip(f"left out: {LEFT_OUT[method]}")
    monkeypatch.chdir(tmp_path)
    # Without pytest's handlers, a log comes out on standard error, where the tests look for it.
    monkeypatch.setattr(logging.getLogger(), "handlers", [])
    for seed in SEEDS:
        verdict, why = conformance.run(case(method), seed)
        assert verdict != "failed", f"with seed {seed}: {why}"
        if verdict == "absent":
            pytest.skip(f"absent: {why}")
        if verdict == "skipped":
            pytest.skip(f"CPython's: {why}")


def test_a_test_takes_the_same_schedule_each_time_and_another_for_another_seed() -> None:
    case, method = TESTS["test_threading.BarrierTests.test_barrier"]
    schedules = []
    for seed in (0, 0, 1):
        assert conformance.run(case(method), seed) == ("passed", "")
        schedules.append(conformance.world.runs)
    assert schedules[0] == schedules[1] != schedules[2]
