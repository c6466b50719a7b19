"""Pages of feedback, for every student whatever the name, that call the exercises by theirs."""

from __future__ import annotations

import fnmatch
import os
from pathlib import Path
from typing import Any

from nbgrader.converters import GenerateFeedback
from nbgrader.coursedir import CourseDirectory
from traitlets.config import Config

from course.grading.submissions.listing import fits, folders

__all__ = ["CourseFeedback"]


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
