"""The face of the course in a notebook: ``%%explore``, ``%%replay``, ``%%play`` and ``check("exercise")``.

The first cell of a lesson is ``from course.notebook import check``.  That is all: the magics are there from then on,
and an explorer process has been started, which is ready by the time of the next cell.  ``%load_ext course.notebook``
does the same for a notebook without exercises.
"""

from __future__ import annotations

from IPython.core.getipython import get_ipython
from IPython.core.interactiveshell import InteractiveShell

from course.notebook import magics, session
from course.notebook.exercises import ChecksFailed, check

__all__ = ["ChecksFailed", "check", "load_ipython_extension", "unload_ipython_extension"]


def load_ipython_extension(shell: InteractiveShell) -> None:
    """Make the magics known to ``shell`` and start its explorer process; to do it again changes nothing."""
    magics.register(shell)
    session.begin(shell)


def unload_ipython_extension(shell: InteractiveShell) -> None:
    """End the explorer process of ``shell``."""
    session.end(shell)


_shell = get_ipython()
if _shell is not None:
    load_ipython_extension(_shell)
