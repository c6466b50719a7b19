"""The gallery's programs, and how the executions that show their findings are chosen.

The first lines of ``docs/gallery/programs/<kind>.py`` are a title, ``# finding: <kind>``, and where only a person can
say what is right, ``# should print:``, with a comma between two lines and "or" between two possibilities.  ``# wrong:``
names the kind of what is wrong then, if the finding itself does not.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from course.explain import findings
from course.explain.findings import WRONG
from course.model import Execution, Exploration, Finding, Program

FOLDER = Path(__file__).parents[2] / "docs" / "gallery" / "programs"


@dataclass(frozen=True, slots=True)
class Piece:
    """One program of the gallery."""

    path: Path
    text: str

    @property
    def name(self) -> str:
        return self.path.stem

    @property
    def program(self) -> Program:
        return Program({"main": self.text})

    def says(self, key: str) -> str | None:
        found = re.search(rf"^# {key}: (.*)$", self.text, re.MULTILINE)
        return found[1] if found else None

    @property
    def outputs(self) -> list[str]:
        """What it should print; empty if nobody says."""
        said = self.says("should print")
        return [each.replace(", ", "\n") + "\n" for each in said.split(" or ")] if said else []

    def simplest(self, found: Exploration) -> Execution:
        """The simplest execution that fails: by its ending, by what it prints, or else by what is found in it."""
        for outcome in found.outcomes:
            if outcome.ending != "completed" or (self.outputs and outcome.output not in self.outputs):
                return outcome.execution
        return next(outcome.execution for outcome in found.outcomes if outcome.execution.findings)

    def findings(self, execution: Execution) -> tuple[Finding, ...]:
        kind = self.says("wrong") or self.says("finding") or ""
        if execution.ending != "completed" or not (kind in WRONG or self.says("wrong")):
            return execution.findings
        return findings(execution, self.program, Finding(kind, f"It should print {self.says('should print')}."))


def pieces(folder: Path = FOLDER) -> list[Piece]:
    return [Piece(path, path.read_text("utf-8")) for path in sorted(folder.glob("*.py"))]
