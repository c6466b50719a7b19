"""The folders of a course's students, as nbgrader lays them out, found whatever the students are called.

nbgrader takes a student's name for a pattern of files where it looks for notebooks, so that somebody called ``a[b]``
has none; and a name with a line break ends its loop over the class.
"""

from __future__ import annotations

import fnmatch
import glob
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

__all__ = ["CourseFeedback", "fits", "folders"]


def folders(course: CourseDirectory, step: str) -> Iterator[tuple[str, Path]]:
    """Whose folders there are in ``step`` ("submitted"), for the assignment and the students that ``course`` names."""
    directory = getattr(course, f"{step}_directory")
    exact = course.format_path(directory, course.student_id, course.assignment_id)
    pattern = course.format_path(directory, "(?P<student>.*)", course.assignment_id, escape=True)
    # formgrader asks for one student, by a name that may have brackets in it.
    one = course.student_id != "*" and os.path.lexists(exact)
    for folder in [exact] if one else sorted(glob.glob(exact)):
        if match := re.fullmatch(pattern, folder, re.DOTALL):
            yield match["student"], Path(folder)


def fits(student: str) -> bool:
    """Whether ``student`` can be a name in the gradebook: text, on one line."""
    return not any(unicodedata.category(char) in ("Cc", "Cs", "Zl", "Zp") for char in student)


class CourseFeedback(GenerateFeedback):  # type: ignore[misc]  # nbgrader has no types
    """nbgrader's `GenerateFeedback`, which makes pages for all students, and calls the exercises by their names."""

    def __init__(self, coursedir: CourseDirectory | None = None, **kwargs: Any) -> None:
        super().__init__(coursedir=coursedir, **kwargs)
        if self.config.HTMLExporter.template_name == "feedback":  # and no instructor's own
            self.update_config(Config({"HTMLExporter": {"template_file": "exercises.html.j2"}}))

    def init_notebooks(self) -> None:
        """Find the graded notebooks; what is no student's folder is left to nbgrader to speak of."""
        found: dict[str, Any] = {}
        for student, folder in folders(self.coursedir, "autograded"):
            names = sorted(path for path in os.listdir(folder) if path.endswith(".ipynb")) if folder.is_dir() else []
            wanted = fnmatch.filter(names, f"{self.coursedir.notebook_id}.ipynb")
            if fits(student) and wanted:
                found[str(folder)] = [str(folder / name) for name in wanted]
        if not found:
            super().init_notebooks()  # says what is missing
            return
        self.assignments = found

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """As in nbgrader, which means to copy no notebooks here, but does where a name has brackets."""
        super().init_assignment(assignment_id, student_id)
        for path in Path(self._format_dest(assignment_id, student_id)).rglob("*.ipynb"):
            path.unlink()
