"""``check("first-signal")``: the public checks of one exercise, on what the notebook's cells say now.

It asks the same judge as the autograder, about the same text: the definitions in the notebook's cells, each cell as it
ran last.  What it shows is for learning: each check with its reason, the trace of a failure step by
step, and a cell that shows the failure again.  If a check did not pass it raises AssertionError, so that nbgrader's
Validate sees it too.
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from course.explain import verdict_html, verdict_text
from course.explain.summary import score
from course.model import Submission
from course.notebook.display import Progress, Shown, sentence
from course.notebook.session import session

__all__ = ["ChecksFailed", "check"]

RUN_FIRST = "A cell counts as soon as it has been run: run the cell with your answer, and then this one again."
"""What to do where a name is missing; the autograder reads the file, and would not say so."""


class ChecksFailed(AssertionError):
    """An exercise is not done yet; shown as one line, since the reasons stand above it."""

    def _render_traceback_(self) -> list[str]:
        return [f"{type(self).__name__}: {self}"]


def check(exercise: str) -> None:
    """Run the public checks of ``exercise`` on the cells of this notebook, and show what they say.

    Raises :class:`ChecksFailed`, an AssertionError, unless all of them passed.
    """
    # It brings pytest with it, which the first cell of a notebook should not wait for.
    from course.checking.answers import MISSING
    from course.checking.judge import BadChecks, NoSuchExercise, judge

    if not isinstance(exercise, str):
        raise ChecksFailed('check() takes the name of an exercise in quotes, such as check("first-signal")')
    here = session()
    folder = Path.cwd()
    progress = Progress(here.shell)
    try:
        submission = Submission(_assignment(folder), _notebook(), here.cells.sources(), (exercise,))
        [verdict] = judge(submission, folder, here.explorer, progress=progress, readable=True)
    except KeyboardInterrupt:
        progress.finish(sentence("Stopped by you, so nothing was checked."))
        raise ChecksFailed(f"{exercise}: not checked") from None
    except (BadChecks, NoSuchExercise) as problem:
        raise ChecksFailed(str(problem)) from None
    if any((each.reason or "").startswith(MISSING) for each in verdict.checks):
        verdict = replace(verdict, problems=(*verdict.problems, RUN_FIRST))
    progress.finish(Shown(verdict_text(verdict), verdict_html(verdict)))
    if any(check.status != "passed" for check in verdict.checks):
        raise ChecksFailed(f"{exercise}: {score(verdict)}")


def _assignment(folder: Path) -> str:
    """The lesson whose checks lie beside the notebook: the folder may have got another name on the way."""
    names = sorted(path.stem.removeprefix("test_") for path in folder.glob("test_*.py"))
    if folder.name in names or not names:
        return folder.name
    if len(names) > 1:
        raise ChecksFailed(
            f"{folder.name} has the checks of several lessons ({', '.join(names)}); keep one lesson in a folder"
        )
    return names[0]


def _notebook() -> str:
    """The notebook's name, where the server tells it."""
    return Path(os.environ.get("JPY_SESSION_NAME", "")).stem or "notebook"
