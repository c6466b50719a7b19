"""The class report: how a class did, what went wrong in it, and what a person must look at.

Made from what grading left behind, never by grading again: the gradebook (points, by hand too, and penalties), the
autograded notebooks (verdicts and notes) and, for the pictures alone, the store of verdicts.  ``gather`` reads these
into ``records``; ``figures`` counts; ``groups`` brings together who made the same mistake; ``page``, ``spreadsheet``
and ``printed`` show it.  Nothing that grading uses is written: without the store there are no pictures, and all else is
as it is.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from rich.console import Console

from course.grading.classroom import Classroom
from course.grading.report.gather import Progress, gather, opened_store
from course.grading.report.groups import looked_up
from course.grading.report.page import write_page
from course.grading.report.printed import show
from course.grading.report.spreadsheet import write_spreadsheet

__all__ = ["FOLDER", "write_report"]

FOLDER = Path("build", "report")
"""Where the report is written, below the course's folder."""


def write_report(
    classroom: Classroom, console: Console, assignments: Sequence[str], progress: Progress
) -> tuple[Path, ...]:
    """Print the summary, write the page and the table, and return where these are.

    ``assignments``: those to report on; none for all.  Raises :class:`~course.grading.classroom.GradingError` where
    there is nothing to report.
    """
    found = gather(classroom, assignments, progress)
    show(found, console)
    folder = classroom.root / FOLDER
    store = opened_store(classroom)
    try:
        page = write_page(found, looked_up(store), folder / "index.html")
    finally:
        if store is not None:
            store.close()
    return page, write_spreadsheet(found, folder / "report.csv")
