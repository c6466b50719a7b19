"""What becomes of mutants: each is judged by all checks of its exercise, in as many processes as there are cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from course.checking.explorer import ChildExplorer
from course.model import Verdict
from tests.catalogue.test_catalogue import judged
from tests.mutants.generate import Mutant
from tests.workers import on_all_cores

Fate = Literal["killed", "survived", "undecided"]


@dataclass(frozen=True, slots=True)
class Judged:
    """A mutant and what came of it."""

    mutant: Mutant
    fate: Fate
    why: str
    """The first check that failed, with its reason; or what could not be decided."""


def fate(verdict: Verdict) -> tuple[Fate, str]:
    """A mutant is killed if a check fails.  One that a person must look at is never a pass, and no kill either."""
    for status, name in (("failed", "killed"), ("review", "undecided")):
        for check in verdict.checks:
            if check.status == status:
                return name, f"{check.name}: {check.reason}"
    return "survived", ""


def judge_one(mutant: Mutant, explorer: ChildExplorer) -> Judged:
    return Judged(mutant, *fate(judged(mutant.exercise, mutant.text, explorer)))


def judge_all(mutants: Sequence[Mutant], workers: int | None = None) -> Iterator[Judged]:
    """Each with its fate, in the order given."""
    return on_all_cores(judge_one, mutants, workers)
