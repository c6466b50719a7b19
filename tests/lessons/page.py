"""A notebook as the tests of its prose read it: what its cells say, and what comes of its programs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import nbformat

from course import explore
from course.checking.drivers import SOLUTION
from course.model import Exploration, Program, Search

__all__ = ["Change", "Claim", "Page", "endings", "outputs"]

SOURCE = Path(__file__).parents[2] / "source"

Change = tuple[str, str]
"""What the learner is asked to write, in place of what."""


class Page:
    """The instructor's notebook ``lesson/name``."""

    def __init__(self, name: str) -> None:
        self.path = SOURCE / f"{name}.ipynb"

    @cached_property
    def cells(self) -> Mapping[str, str]:
        """The texts of the cells, by their ids."""
        return {cell.id: cell.source for cell in nbformat.read(self.path, as_version=4).cells}

    def says(self, cell: str, words: str) -> None:
        """``words`` stand in the cell, wherever its lines break."""
        there = " ".join(self.cells[cell].split())
        assert " ".join(words.split()) in there, f"the words of {cell} have changed; look at the claim, too"

    def program(self, cell: str, *changes: Change) -> str:
        """The program of a cell, below the line of its magic, with what the learner is asked to change in it."""
        magic, _, text = self.cells[cell].partition("\n")
        assert magic.startswith("%%")
        for old, new in changes:
            assert old in text, f"the program of {cell} has changed; look at the claim, too"
            text = text.replace(old, new)
        return text

    def explored(self, cell: str, *changes: Change, steps: int = 5_000, solution: str = "") -> Exploration:
        """All that the program can do; ``solution`` is the text of the cells above that it imports."""
        modules = {"main": self.program(cell, *changes)} | ({SOLUTION: solution} if solution else {})
        found = explore(Program(modules), Search(preemptions=None, steps=steps))
        assert found.complete or found.outcomes[0].ending == "endless"
        return found


@dataclass(frozen=True)
class Claim:
    """Some words of a notebook about a program of its."""

    page: Page
    prose: str
    """The cell that says it."""
    words: str
    program: str
    """The cell of the program, below the line of a magic."""
    changes: tuple[Change, ...] = ()
    """What the learner is asked to change before."""

    def text(self) -> str:
        """The program, as it is then."""
        self.page.says(self.prose, self.words)
        return self.page.program(self.program, *self.changes)

    def explored(self, steps: int = 5_000) -> Exploration:
        """All that it can do then."""
        self.page.says(self.prose, self.words)
        return self.page.explored(self.program, *self.changes, steps=steps)


def outputs(found: Exploration) -> list[list[str]]:
    """What is printed in each outcome, line by line; all come to an end."""
    assert "endless" not in endings(found)
    return sorted(outcome.output.splitlines() for outcome in found.outcomes)


def endings(found: Exploration) -> set[str]:
    """How the outcomes end."""
    return {outcome.ending for outcome in found.outcomes}
