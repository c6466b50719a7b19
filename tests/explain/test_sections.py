"""The sections that findings point to are there."""

from __future__ import annotations

import re
from pathlib import Path

import nbformat
import pytest

from course.explain.findings.sections import LESSONS, SECTIONS

SOURCE = Path(__file__).parents[2] / "source"


def headings(notebook: str) -> tuple[str, set[str]]:
    """The title of a lesson, and its headings without number and minutes."""
    cells = nbformat.read(SOURCE / notebook, as_version=4).cells
    lines = [line for cell in cells if cell.cell_type == "markdown" for line in cell.source.splitlines()]
    [title] = [line[2:] for line in lines if line.startswith("# ")]
    found = (re.fullmatch(r"#{2,} (?:\d+\. )?(.*?)(?: \([^()]*minutes[^()]*\))?", line) for line in lines)
    return title, {match[1] for match in found if match}


@pytest.mark.parametrize("kind", sorted(SECTIONS))
def test_the_section_is_a_heading_of_its_lesson(kind: str) -> None:
    lesson, _, heading = SECTIONS[kind].partition(": ")
    title, there = headings(LESSONS[lesson])
    assert title == lesson
    assert heading in there, f"{LESSONS[lesson]} has {sorted(there)}"
