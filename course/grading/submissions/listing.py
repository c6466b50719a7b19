"""The folders of a course's students, as nbgrader lays them out, found whatever the students are called.

nbgrader takes a student's name for a pattern of files where it looks for notebooks, so that somebody called ``a[b]``
has none; and a name with a line break ends its loop over the class.
"""

from __future__ import annotations

import glob
import os
import re
import unicodedata
from collections.abc import Iterator
from pathlib import Path

from nbgrader.coursedir import CourseDirectory

__all__ = ["fits", "folders"]


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
