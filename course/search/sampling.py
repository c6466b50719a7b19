"""Sampling: for programs that have too many schedules to run them all, a choice of schedules by lot."""

from __future__ import annotations

import random

__all__ = ["RandomWalk"]


class RandomWalk:
    """Each choice by lot; the seed makes it the same lot everywhere."""

    skipped = True
    counts = True

    def __init__(self, seed: int) -> None:
        self._random = random.Random(seed)

    def choose(self, options: list[int], current: int | None) -> int:
        """Any of them, equally likely."""
        return options[self._random.randrange(len(options))]

    def next(self) -> bool:
        """There is always another sample."""
        return True
