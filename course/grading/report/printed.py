"""The report in a terminal: what an instructor wants to know first."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from rich.console import Console
from rich.markup import escape
from rich.table import Table

from course.grading.report import figures
from course.grading.report.groups import groups
from course.grading.report.records import Assignment

__all__ = ["show"]

FAILED = 8
"""So many checks are printed; the page has all."""
TITLE = 90


def show(assignments: Sequence[Assignment], console: Console) -> None:
    """Print the summary of each assignment."""
    console.print(_overview(assignments))
    for assignment in assignments:
        _print_checks(assignment, console)
        _print_groups(assignment, console)
    unconfined = sum(not paper.confined for assignment in assignments for paper in assignment.graded)
    if unconfined:
        console.print(f"[bold]Graded without the sandbox:[/bold] {unconfined}; the page says who.")


def _overview(assignments: Sequence[Assignment]) -> Table:
    table = Table(title="The class", title_justify="left", caption_justify="left")
    table.add_column("assignment", no_wrap=True)
    for heading in ("handed in", "graded", "lowest", "median", "mean", "highest", "points", "need review", "repaired"):
        table.add_column(heading, justify="right")
    for assignment in assignments:
        spread = figures.spread(assignment)
        scores = (
            ("", "", "", "")
            if spread is None
            else tuple(f"{round(value, 2):g}" for value in (spread.lowest, spread.median, spread.mean, spread.highest))
        )
        table.add_row(
            escape(assignment.name),
            str(len(assignment.papers)),
            str(len(assignment.graded)),
            *scores,
            f"{assignment.points:g}",
            str(sum(bool(paper.reviews) for paper in assignment.graded)),
            str(sum(bool(paper.repairs) for paper in assignment.graded)),
        )
    table.caption = "Scores are after late penalties, as in `nbgrader export`."
    return table


def _print_checks(assignment: Assignment, console: Console) -> None:
    found = figures.checks(assignment)
    if not found:
        return
    table = Table(
        title=f"Checks most failed in {escape(assignment.name)}", title_justify="left", caption_justify="left"
    )
    table.add_column("failed", justify="right", no_wrap=True)
    table.add_column("exercise", no_wrap=True)
    table.add_column("check", ratio=1)
    for check in found[:FAILED]:
        title = textwrap.shorten(check.title, TITLE, placeholder=" …")
        hidden = " (hidden)" if check.hidden else ""
        table.add_row(f"{check.failed} of {check.answered}", escape(check.exercise.name), escape(f"{title}{hidden}"))
    left = len(found) - FAILED
    table.caption = f"and {left} more, on the page" if left > 0 else None
    console.print(table)


def _print_groups(assignment: Assignment, console: Console) -> None:
    # No pictures here, so nothing has to be looked up.
    found = groups(assignment, lambda answer, check: None)
    if found:
        told = ", ".join(f"{group.kind}: {len(group.members)}" for group in found)
        console.print(f"Submissions by finding in {escape(assignment.name)}: {escape(told)}.", soft_wrap=True)
