"""Work for all cores: a function of an item and an explorer, in processes that each keep one explorer."""

from __future__ import annotations

import atexit
import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from contextlib import contextmanager
from multiprocessing import get_context
from typing import TypeVar

from course.checking.explorer import ChildExplorer

__all__ = ["on_all_cores", "workers"]

Item = TypeVar("Item")
Result = TypeVar("Result")

_explorers: list[ChildExplorer] = []


@contextmanager
def workers(
    function: Callable[[Item, ChildExplorer], Result], number: int | None = None
) -> Iterator[Callable[[Item], Future[Result]]]:
    """Gives a function that has ``function`` done for an item, some day; ``number`` is as many as there are cores."""
    # A worker runs pytest, and starts a process: it must not be the copy of one that has threads.
    context = get_context("spawn")
    with ProcessPoolExecutor(number or _cores(), mp_context=context, initializer=_begin) as pool:
        yield lambda item: pool.submit(_run, function, item)


def on_all_cores(
    function: Callable[[Item, ChildExplorer], Result], items: Sequence[Item], number: int | None = None
) -> Iterator[Result]:
    """What ``function`` makes of each item, in the order given."""
    with workers(function, number) as begun:
        for done in [begun(item) for item in items]:
            yield done.result()


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _begin() -> None:
    explorer = ChildExplorer()
    _explorers.append(explorer)
    atexit.register(explorer.close)


def _run(function: Callable[[Item, ChildExplorer], Result], item: Item) -> Result:
    return function(item, _explorers[0])
