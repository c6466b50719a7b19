"""A search that leaves out choices finds exactly what a search that leaves out none finds.

``make prove`` runs many more and larger programs than an ordinary test run.
"""

from __future__ import annotations

import ast
import gc
from collections.abc import Iterator

import pytest

from tests.search.compare import compare, shrunk
from tests.search.programs import FAMILIES, random_program, seeds
from tests.search.shrink import shrink

PROGRAMS = 1_000
LIMIT = 150
"""Executions from which on a program is too large here."""

FIRST = 1_000_000
CHUNKS = 4


@pytest.fixture(scope="module", autouse=True)
def _little_garbage_to_look_through() -> Iterator[None]:
    """Each program ends with a run of the garbage collector, which need not go through all of pytest's objects."""
    gc.collect()
    gc.freeze()
    yield
    gc.unfreeze()


@pytest.mark.parametrize("chunk", range(CHUNKS))
@pytest.mark.parametrize("family", FAMILIES)
def test_no_outcome_is_missed_and_none_invented(family: str, chunk: int) -> None:
    each = PROGRAMS // (len(FAMILIES) * CHUNKS) + 1
    todo = seeds(FIRST, each * CHUNKS, family)[chunk::CHUNKS]
    compared = 0
    for seed in todo:
        came = compare(random_program(seed), limit=LIMIT)
        compared += bool(came.bounds)
        if came.differences:
            source, difference = shrunk(seed, came.differences[0], LIMIT)
            pytest.fail(f"seed {seed}:\n{source}\n{difference}")
    assert compared >= len(todo) // 3, "most of these programs are too large to say anything"


def test_a_switch_away_from_who_would_only_block_is_no_preemption() -> None:
    came = compare(random_program(6452), ["0"], limit=300)  # of two threads at a semaphore either may wait first
    assert came.bounds == ("0",)
    assert not came.differences


@pytest.mark.parametrize("family", FAMILIES)
def test_a_seed_names_one_program_that_is_valid_python(family: str) -> None:
    for seed in seeds(0, 200, family):
        source = random_program(seed).modules["solution"]
        ast.parse(source)
        assert source == random_program(seed).modules["solution"]


def test_a_program_is_shrunk_to_what_shows_it() -> None:
    source = "n = 0\ndef body0(me, note):\n    if n:\n        note(1 + f(2))\n    print(n)\n"
    smallest = shrink(source, lambda text: "body0" in text and "f(" in text)
    assert smallest == "def body0(note):\n    f(2)\n"
