"""The report as one page that opens from disk, with everything in it but the feedback pages, which it links to.

It holds what strangers wrote, so every text is escaped (Jinja's autoescape), and a Content-Security-Policy in its head
forbids scripts and the network altogether: should anything slip through, it stays text.  The page says in words
whatever it says in colour, folds by ``<details>``, and is the same bytes for the same class.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from urllib.parse import quote

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from course.explain import table_html
from course.explain.picture import picture_image
from course.explain.picture.embedded import Image
from course.grading.report import figures
from course.grading.report.groups import Group, Lookup, groups
from course.grading.report.records import Answer, Assignment, Paper, Student
from course.model import Check

__all__ = ["page", "write_page"]

REASON = 400
"""So many characters of a reason are on the page; the feedback has all of it."""
OPEN = 12
"""A list of so many students is not folded."""


@dataclass(frozen=True, slots=True)
class _Shown:
    """A group, and what its example looks like."""

    group: Group
    picture: Image | None
    table: str
    """The same in words, as HTML."""


@dataclass(frozen=True, slots=True)
class _Section:
    """One assignment, with all that is counted in it."""

    number: int
    assignment: Assignment
    spread: figures.Spread | None
    bands: tuple[figures.Band, ...]
    exercises: tuple[figures.ExerciseFigures, ...]
    checks: tuple[figures.CheckFigures, ...]
    groups: tuple[_Shown, ...]
    places: Mapping[str, int]
    """Of each student's paper among all, by the student's id."""

    @property
    def most(self) -> int:
        """The size of the largest band."""
        return max((band.count for band in self.bands), default=0) or 1

    @property
    def reviewed(self) -> tuple[Paper, ...]:
        """Papers in which something waits for a person."""
        return tuple(paper for paper in self.assignment.graded if paper.reviews)

    @property
    def ungraded(self) -> tuple[Paper, ...]:
        """Papers without a score."""
        return tuple(paper for paper in self.assignment.papers if paper.state != "graded")

    @property
    def changed(self) -> tuple[Paper, ...]:
        """Papers that are not as they were handed in, or not all there."""
        return tuple(paper for paper in self.assignment.graded if paper.repairs or paper.missing or paper.unread)

    @property
    def unconfined(self) -> tuple[Paper, ...]:
        """Papers that were graded without the sandbox."""
        return tuple(paper for paper in self.assignment.graded if not paper.confined)

    def anchor(self, student: Student) -> str:
        """The name within the page of a student's part; an id may have any character, so it is a number."""
        return f"a{self.number}-s{self.places[student.id]}"


def write_page(assignments: Sequence[Assignment], lookup: Lookup, path: Path) -> Path:
    """Write the page to ``path``, and return it; ``lookup`` gives the executions that are drawn."""
    path.parent.mkdir(parents=True, exist_ok=True)
    # A folder's name may hold bytes that are no text.
    path.write_bytes(page(assignments, lookup, path.parent).encode("utf-8", "backslashreplace"))
    return path


def page(assignments: Sequence[Assignment], lookup: Lookup, folder: Path) -> str:
    """The page, which is to lie in ``folder``."""

    def link(target: Path) -> str:
        # As bytes: a name that is no text is linked to all the same.
        return quote(os.fsencode(Path(os.path.relpath(target, folder)).as_posix()), safe="/")

    sections = [_section(number, assignment, lookup) for number, assignment in enumerate(assignments, start=1)]
    return _environment().get_template("page.html.jinja").render(sections=sections, link=link, fold=OPEN)


def _section(number: int, assignment: Assignment, lookup: Lookup) -> _Section:
    return _Section(
        number,
        assignment,
        figures.spread(assignment),
        figures.bands(assignment),
        figures.exercises(assignment),
        figures.checks(assignment),
        tuple(_shown(group) for group in groups(assignment, lookup)),
        {paper.student.id: place for place, paper in enumerate(assignment.papers)},
    )


def _shown(group: Group) -> _Shown:
    example = group.example
    if example is None or not example.kept or example.check.execution is None:
        return _Shown(group, None, "")
    execution, program = example.check.execution, example.check.program
    table = table_html(execution, None if program is None else program.modules)
    return _Shown(group, picture_image(execution, program), table)


def _failed(answer: Answer) -> tuple[Check, ...]:
    """The checks of ``answer`` that did not pass."""
    return () if answer.verdict is None else tuple(each for each in answer.verdict.checks if each.status != "passed")


def _points(value: float) -> str:
    return f"{round(value, 2):g}"


def _shortened(text: str) -> str:
    """A reason without the source lines below it, which are indented."""
    said = " ".join(line for line in text.splitlines() if line.strip() and not line[0].isspace())
    return said if len(said) <= REASON else f"{said[:REASON].rsplit(' ', 1)[0]} …"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _names(papers: Iterable[Paper]) -> list[Student]:
    return [paper.student for paper in papers]


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {
        "points": _points,
        "shortened": _shortened,
        "failed": _failed,
        "counted": _counted,
        "names": _names,
    }
    return environment
