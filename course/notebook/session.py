"""What one kernel keeps for the course: its explorer process, and the cells of its notebook.

The program of a cell never runs in the kernel.  It runs in an explorer process that is started when the course is
loaded, waits beside the kernel, and is replaced if a program breaks it; so the kernel's threads, memory and clock
stay what they were, whatever a learner tries.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from importlib import import_module

from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell

from course.checking.explorer import ChildExplorer
from course.notebook.cells import Cells

__all__ = ["Session", "begin", "end", "session"]


@dataclass(slots=True)
class Session:
    """The course in one kernel."""

    shell: InteractiveShell
    cells: Cells
    explorer: ChildExplorer


_sessions: dict[int, Session] = {}


def begin(shell: InteractiveShell) -> Session:
    """Start what ``shell`` needs, once; it goes on in the background."""
    if id(shell) not in _sessions:
        cells = Cells(shell)
        cells.follow()
        _sessions[id(shell)] = Session(shell, cells, ChildExplorer())
        # A name of its own, so that the learner's first thread is still called Thread-1.
        threading.Thread(target=import_module, args=("course.checking.judge",), name="course-load", daemon=True).start()
    return _sessions[id(shell)]


def end(shell: InteractiveShell) -> None:
    """Give back what :func:`begin` started."""
    ended = _sessions.pop(id(shell), None)
    if ended is not None:
        ended.cells.forget()
        ended.explorer.close()


def session() -> Session:
    """The session of the running kernel."""
    shell = get_ipython()
    if shell is None:
        raise RuntimeError("this works in a notebook; in a program, use `from course import explore`")
    return begin(shell)
