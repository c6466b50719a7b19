"""Compares the search with the naive enumeration, one program at a time.

One naive enumeration answers for all bounds of preemptions at once: the schedules within a bound are those of all
schedules that have no more preemptions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from course import Program
from tests.search.naive import Crash, Enumeration, Key, TooMany, classes, enumerated, failure_kinds
from tests.search.programs import family_of, random_program
from tests.search.shrink import shrink

__all__ = ["BOUNDS", "Comparison", "Difference", "compare", "compare_seed", "shrunk"]

BOUNDS = ("all", "0", "1", "2", "late")
"""No bound; at most so many preemptions; no bound and one late thread."""

TIMED = re.compile(r"timeout|sleep|Timer|(wait|join|wait_for|acquire)\((\w+, |lambda: \w+, )?\d|monotonic")
"""What a program needs to have, or no thread can ever be late."""


@dataclass(frozen=True)
class Difference:
    """An outcome that only one of the two sides found, with that side's schedule."""

    bound: str
    missed: bool
    """Missed by the search; or else invented by it."""
    outcome: Key
    schedule: str

    def __str__(self) -> str:
        ending, output, result, failure, left = self.outcome
        told = [ending, f"output {output!r}", f"result {result}", failure, f"left {left}"]
        what = "missed" if self.missed else "invented"
        return f"{what} (bound: {self.bound}), under {self.schedule}:\n  " + "\n  ".join(told)


@dataclass(frozen=True)
class Comparison:
    """What came of one program."""

    bounds: tuple[str, ...] = ()
    """The bounds that could be compared; none of them if the program is too large."""
    endless: bool = False
    """Whether an execution was cut short, so that nothing can be said."""
    differences: tuple[Difference, ...] = ()
    naive: int = 0
    executions: int = 0
    """Without a bound: how many executions the naive enumeration, and the search, took."""
    classes: int | None = None
    kinds: frozenset[str] = frozenset()
    """The exceptions that nobody caught."""


def compare(program: Program, bounds: Sequence[str] = BOUNDS, limit: int = 3_000) -> Comparison:
    """Compare within each of ``bounds``, as far as the naive enumeration needs no more than ``limit`` executions."""
    try:
        return _compare(program, bounds, limit)
    except Crash as crash:
        return Comparison(
            (bounds[0],), differences=(Difference(bounds[0], False, ("crash", "", "", str(crash), ""), "-"),)
        )


def _compare(program: Program, bounds: Sequence[str], limit: int) -> Comparison:
    done: list[str] = []
    differences: list[Difference] = []
    endless = False
    kinds: frozenset[str] = frozenset()
    executions = 0
    naive = _enumerated(program, None, 0, limit)
    late = None
    if "late" in bounds and TIMED.search(program.modules["solution"]):
        late = _enumerated(program, None, 1, limit)
    for bound in bounds:
        preemptions = int(bound) if bound.isdigit() else None
        whole = late if bound == "late" else naive
        if whole is None and preemptions is not None:
            whole = _enumerated(program, preemptions, 0, limit)
        if whole is None:
            continue
        kinds |= failure_kinds(whole)
        if not whole.all_end:
            endless = True
            continue
        try:
            reduced = enumerated(
                program, naive=False, preemptions=preemptions, late_threads=int(bound == "late"), limit=2 * limit
            )
        except TooMany:
            reduced = Enumeration()  # it cannot need more than a search that leaves out nothing
        if not reduced.all_end:
            endless = True
            continue
        if bound == "all":
            executions = reduced.executions
        done.append(bound)
        ours, peers = reduced.within(None), whole.within(preemptions)
        differences += [Difference(bound, True, key, str(peers[key])) for key in peers if key not in ours]
        differences += [Difference(bound, False, key, str(ours[key])) for key in ours if key not in peers]
    return Comparison(
        tuple(done),
        endless,
        tuple(differences),
        naive.executions if naive is not None else 0,
        executions,
        classes(program) if executions else None,
        kinds,
    )


def _enumerated(program: Program, preemptions: int | None, late_threads: int, limit: int) -> Enumeration | None:
    try:
        return enumerated(program, naive=True, preemptions=preemptions, late_threads=late_threads, limit=limit)
    except TooMany:
        return None


def compare_seed(seed: int, bounds: Sequence[str] = BOUNDS, limit: int = 3_000) -> tuple[int, str, Comparison]:
    """The seed, its family, and what came of its program: for a pool of processes."""
    return seed, family_of(seed), compare(random_program(seed), bounds, limit)


def shrunk(seed: int, difference: Difference, limit: int = 3_000) -> tuple[str, Difference]:
    """The smallest program found that differs as program number ``seed`` does, and how."""
    program = random_program(seed)
    bounds = BOUNDS if difference.outcome[0] == "crash" else (difference.bound,)
    kinds = compare(program, bounds, limit).kinds
    last = difference

    def differs(source: str) -> bool:
        nonlocal last
        smaller = Program({**program.modules, "solution": source}, program.entry)
        came = compare(smaller, bounds, limit)
        if not came.kinds <= kinds:  # it shows something else
            return False
        for each in came.differences:
            if each.missed == difference.missed and each.outcome[0] == difference.outcome[0]:
                last = each
                return True
        return False

    return shrink(program.modules["solution"], differs), last
