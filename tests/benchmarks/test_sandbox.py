"""What the benchmark of the sandbox counts: all the time of all the processes, confined or not."""

from __future__ import annotations

import ctypes
import subprocess
import sys

import pytest

from benchmarks.sandbox import PR_SET_CHILD_SUBREAPER, SHORT, life, measured
from tests.grading.sandbox.confined import why_not

SKIP = why_not()


@pytest.mark.skipif(SKIP is not None, reason=SKIP or "")
def test_the_processor_time_of_a_confined_process_is_counted_as_that_of_another() -> None:
    """Without that of the process in the namespace, a fiftieth of it would be left: bwrap's own."""
    libc = ctypes.CDLL(None)
    libc.prctl(PR_SET_CHILD_SUBREAPER, 1, 0, 0, 0)
    # A child that has nothing to do with it is not waited for.
    other = subprocess.Popen([sys.executable, "-c", "import sys; sys.stdin.read()"], stdin=subprocess.PIPE)
    try:
        life(SHORT, unconfined=False)
        (_, separate), (_, confined) = (measured(lambda each=each: life(SHORT, each)) for each in (True, False))
        assert other.poll() is None
    finally:
        other.communicate()
        libc.prctl(PR_SET_CHILD_SUBREAPER, 0, 0, 0, 0)
    assert confined > separate / 4
