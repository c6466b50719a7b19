"""Work for all cores: a function of an item and an explorer, in processes that each keep one explorer."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from multiprocessing import get_context
from typing import TypeVar

from course.checking.explorer import ChildExplorer

__all__ = ["on_all_cores"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_explorers: list[ChildExplorer] = []


def on_all_cores(
    function: Callable[[Item, ChildExplorer], Result], items: Sequence[Item], workers: int | None = None
) -> Iterator[Result]:
    """What ``function`` makes of each item, in the order given; ``workers`` is as many as there are cores."""
    # A worker runs pytest, and starts a process: it must not be the copy of one that has threads.
    context = get_context("spawn")
    with ProcessPoolExecutor(workers or _cores(), mp_context=context, initializer=_begin) as pool:
        yield from pool.map(partial(_run, function), items, chunksize=4)


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    explorer = ChildExplorer()
    _explorers.append(explorer)
    atexit.register(explorer.close)


def _run(function: Callable[[Item, ChildExplorer], Result], item: Item) -> Result:
    return function(item, _explorers[0])
