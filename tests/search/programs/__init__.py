"""Small random programs, small enough that all their schedules can be run one by one.

Each family aims at one region where a search that leaves out schedules can go wrong.  A program is named by its seed:
the families take turns.
"""

from __future__ import annotations

from course import Program
from tests.search.programs.data import DATA, SPINS
from tests.search.programs.grammar import Family, draw
from tests.search.programs.lives import LIFE, TIME
from tests.search.programs.locking import CONDITIONS, LOCKS, SEMAPHORES
from tests.search.programs.mix import MIX
from tests.search.programs.passing import EVENTS, EXECUTORS, QUEUES

__all__ = ["FAMILIES", "Family", "family_of", "random_program", "seeds"]

_ALL = (MIX, DATA, LOCKS, CONDITIONS, EVENTS, QUEUES, SEMAPHORES, TIME, LIFE, EXECUTORS, SPINS)
FAMILIES = dict(zip("abcdefghijk", _ALL, strict=True))
"""By letter."""


def family_of(seed: int) -> str:
    """The letter of the family that program number ``seed`` is of."""
    return list(FAMILIES)[seed % len(FAMILIES)]


def random_program(seed: int) -> Program:
    """A program of two or three threads (the main one is one of them) of one to three statements each."""
    return draw(FAMILIES[family_of(seed)], seed)


def seeds(first: int, count: int, families: str = "") -> list[int]:
    """The ``count`` seeds from ``first`` on that are of ``families`` (all of them if it is empty)."""
    wanted = families or "".join(FAMILIES)
    found: list[int] = []
    seed = first
    while len(found) < count:
        if family_of(seed) in wanted:
            found.append(seed)
        seed += 1
    return found
