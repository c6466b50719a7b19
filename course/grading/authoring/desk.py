"""A learner's own copy of the lessons, in a clone: what is typed there is never overwritten, and git does not see it.

`release/` is made anew by many commands; answers typed there would be lost.  So `make lab` opens a copy, in which a
notebook is written once, and the checks and programs beside it each time that they have changed.
"""

from __future__ import annotations

from course.grading.authoring.drafts import read, write
from course.grading.authoring.release import files, lessons
from course.grading.classroom import Classroom

__all__ = ["DESK", "lay_out"]

DESK = "my-lessons"


def lay_out(classroom: Classroom) -> list[str]:
    """Bring the copy up to date; returns the notebooks that are new in it, such as "event/1-one-signal.ipynb".

    Raises :class:`GradingError` if a file cannot be read or written; then none is changed.
    """
    desk = classroom.root / DESK
    wanted, new = {}, []
    for lesson in sorted(lessons(classroom.folder("release"))):
        for path in files(lesson):
            name = path.relative_to(lesson.parent)
            mine, content = desk / name, read(path)
            notebook = path.suffix == ".ipynb"
            if mine.exists() and (notebook or read(mine) == content):
                continue
            wanted[mine] = content
            if notebook:
                new.append(name.as_posix())
    write(wanted)
    return new
