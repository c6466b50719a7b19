"""What the benchmark of the sandbox counts: all the time of all the processes, confined or not."""

from __future__ import annotations

import ctypes

import pytest

from benchmarks.sandbox import PR_SET_CHILD_SUBREAPER, SHORT, life, measured
from tests.grading.confined import why_not

SKIP = why_not()


@pytest.mark.skipif(SKIP is not None, reason=SKIP or "")
@pytest.mark.parametrize("unconfined", [True, False])
def test_the_processor_time_of_the_process_itself_is_in_it(unconfined: bool) -> None:
    """Python alone cannot start and import the engine in 20 ms; bwrap takes less."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    try:
        _, spent = measured(lambda: life(SHORT, unconfined))
    finally:
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    assert spent > 20
