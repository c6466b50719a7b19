"""A search that leaves out choices finds exactly what a search that leaves out none finds.

``make prove`` runs many more programs than the hundred or two of an ordinary test run.
"""

from __future__ import annotations

import os

import pytest

from tests.search.naive import TooMany, outcomes
from tests.search.programs import random_program

CHUNK = 10
PROGRAMS = int(os.environ.get("PROVE_PROGRAMS", "120"))


def compare(seed: int, **bounds: int) -> bool:
    """Whether a comparison was possible; fails if it came out wrong."""
    program = random_program(seed)
    try:
        reduced, _ = outcomes(program, naive=False, limit=1_200, **bounds)
        naive, _ = outcomes(program, naive=True, limit=2_500, **bounds)
    except TooMany:
        return False
    missed = {key: str(schedule) for key, schedule in naive.items() if key not in reduced}
    invented = {key: str(schedule) for key, schedule in reduced.items() if key not in naive}
    assert not missed, f"seed {seed}: outcomes were missed, {missed}"
    assert not invented, f"seed {seed}: outcomes were invented, {invented}"
    return True


@pytest.mark.parametrize("start", range(0, PROGRAMS, CHUNK))
def test_no_outcome_is_missed_and_none_invented(start: int) -> None:
    compared = [compare(seed) for seed in range(start, start + CHUNK)]
    assert sum(compared) >= CHUNK // 2, "most of these programs are too large to say anything"


@pytest.mark.parametrize("start", range(10_000, 10_000 + PROGRAMS // 4, CHUNK))
def test_the_same_with_a_late_thread(start: int) -> None:
    compared = [compare(seed, late_threads=1) for seed in range(start, start + CHUNK)]
    assert any(compared)


@pytest.mark.parametrize("start", range(20_000, 20_000 + PROGRAMS // 4, CHUNK))
@pytest.mark.parametrize("preemptions", [0, 1])
def test_the_same_within_a_bound_of_preemptions(start: int, preemptions: int) -> None:
    compared = [compare(seed, preemptions=preemptions) for seed in range(start, start + CHUNK)]
    assert any(compared)
