"""Many executions in one process leave nothing: no greenlet, no thread, no object; and a leak would be seen."""

import gc
import threading

import pytest

from benchmarks import memory
from benchmarks.memory import leaks, one_of_each

LARGE = [
    row for row in one_of_each() if row.program in {"buffer", "bounded_queue", "counter_nested", "sleep_as_signal"}
]


@pytest.mark.parametrize("row", LARGE, ids=lambda row: row.name)
def test_thousands_of_executions_leave_nothing(row):
    left = leaks(row, 2_000)
    assert (+left.objects, left.greenlets, left.threads) == ({}, 0, 0)


def test_what_an_execution_leaves_is_counted(monkeypatch):
    kept = []
    monkeypatch.setattr(memory, "sample", lambda row, executions, seed: kept.extend([] for _ in range(executions)))
    left = leaks(LARGE[0], 100)
    assert left.objects == {"builtins.list": 100}
    assert not left.clean


def test_a_thread_that_is_left_is_counted(monkeypatch):
    end = threading.Event()
    threads = []

    def sample(row, executions, seed):
        threads.append(threading.Thread(target=end.wait))
        threads[-1].start()

    monkeypatch.setattr(memory, "sample", sample)
    try:
        assert leaks(LARGE[0], 100).threads == 10
    finally:
        end.set()
        for thread in threads:
            thread.join()
        gc.collect()
