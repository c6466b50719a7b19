"""A program's module, ready to be executed: rewritten, compiled, and kept for the next time.

The checks of an exercise run the same few texts again and again, and to rewrite one takes as long as some dozens of
executions.  A code object does not change, so that searches can share it.
"""

from __future__ import annotations

import functools
import types
from dataclasses import dataclass

from course.simulation.rewrite import Site, rewrite
from course.simulation.steps import names_in

__all__ = ["Compiled", "compiled"]

KEPT = 16
"""So many modules are kept: the drivers and answers of a lesson, and what was asked for before."""


@dataclass(frozen=True, slots=True)
class Compiled:
    """A module of a program."""

    code: types.CodeType
    sites: tuple[Site, ...]
    """Its places, which are numbered from the one that was asked for."""
    names: frozenset[str]
    """The attributes that it names, see :func:`course.simulation.steps.gates`."""


@functools.lru_cache(KEPT)
def compiled(source: str, module: str, first: int, late_names: frozenset[str], guarded: bool) -> Compiled:
    """The module ``module`` with the text ``source``; its first place has the number ``first``.

    For the rest, and for what it raises, see :func:`~course.simulation.rewrite.rewrite`; ``late_names`` are of this
    module.
    """
    sites = [Site("", 0)] * first
    tree = rewrite(source, module, sites, late_names, guarded)
    code = compile(tree, f"<{module}>", "exec", dont_inherit=True)
    return Compiled(code, tuple(sites[first:]), names_in(tree))
