"""From a submission to verdicts: assemble the learner's module, run the checks, add up.

pytest runs here in this very process, and must leave no trace in it: the process may be a notebook's kernel that
judges a hundred times, or pytest itself when the course is tested.  So it is given no configuration file,
no conftest, no plugin of anybody else, no terminal and no environment, and what checks print goes nowhere.  The
learner's code runs only where the explorer runs it.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from pathlib import Path

import pytest

from course.checking.cells import assemble
from course.checking.drivers import drivers
from course.checking.explorer import Explorer, Progress
from course.checking.fixtures import CheckFile, Judged
from course.checking.plugin import BadChecks, CheckPlugin
from course.model import Submission, Verdict

__all__ = ["BadChecks", "NoSuchExercise", "judge"]

UNUSED = """cacheprovider debugging doctest faulthandler junitxml logging pastebin reports setuponly setupplan stepwise
    subtests terminal threadexception unittest unraisableexception warnings"""
"""Those of pytest's own plugins that would touch the process, or only cost time."""


class NoSuchExercise(LookupError):
    """A submission names an exercise that the lesson has no checks for."""

    def __str__(self) -> str:  # a LookupError is no KeyError, but a plain sentence all the same
        return str(self.args[0])


def judge(
    submission: Submission,
    folder: Path,
    explorer: Explorer,
    hidden: bool = False,
    progress: Progress | None = None,
    readable: bool = False,
    given: Explorer | None = None,
) -> tuple[Verdict, ...]:
    """A verdict on each exercise of ``submission``, by the checks in ``folder``, the ``hidden`` ones among them or not.

    With ``readable``, the executions that show failures tell the places that the learner knows, and the programs beside
    them hold the texts of these places; they are to be shown, and not to be run (see :meth:`Places.readable`).
    ``given`` runs the programs that the lesson hands out, which are the same for everybody; else ``explorer`` does.
    The same submission gives the same verdicts, to the byte.  ``progress`` hears from every exploration.  Raises
    :class:`BadChecks` if the files in ``folder`` are not as they must be, and :class:`NoSuchExercise`; an
    interrupt goes through.
    """
    files = _files(submission.assignment, folder, hidden)
    wanted = {name for file in files for names in file.drivers.values() for name in names}
    solution = assemble(submission.cells, wanted)
    exercises = tuple(dict.fromkeys(submission.exercises))
    judged = Judged(submission.cells, solution, explorer, progress)
    handed_out = Judged(submission.cells, solution, given or explorer, progress)
    plugin = CheckPlugin(files, exercises, judged, handed_out, readable)
    _run(plugin, folder)
    if plugin.interrupted:
        raise KeyboardInterrupt
    if plugin.trouble is not None:
        raise BadChecks(plugin.trouble)
    for exercise in exercises:
        if exercise not in plugin.seen:
            there = ", ".join(sorted(plugin.seen)) or "none"
            kind = "checks" if hidden else "public checks"
            raise NoSuchExercise(f"{folder.name} has no {kind} for an exercise {exercise!r} (it has them for: {there})")
    return tuple(Verdict(exercise, tuple(plugin.checks[exercise]), solution.problems) for exercise in exercises)


def _files(assignment: str, folder: Path, hidden: bool) -> list[CheckFile]:
    if not re.fullmatch(r"\w[\w.-]*", assignment):
        raise BadChecks(f"{assignment!r} cannot be the name of a lesson; take letters, digits and hyphens")
    name = f"test_{assignment}.py"
    programs = {path.stem: _text(path, f"{folder.name}/programs") for path in sorted(folder.glob("programs/*.py"))}
    files = [_file(folder, name, programs, hidden=False)]
    if hidden and (folder / "hidden").is_dir():
        files.append(replace(_file(folder / "hidden", name, programs, hidden=True), public=files[0]))
    return files


def _file(folder: Path, name: str, programs: Mapping[str, str], hidden: bool) -> CheckFile:
    path, beside = folder / name, folder / "scenarios.py"
    where = f"{folder.parent.name}/hidden" if hidden else folder.name
    if not path.is_file():
        raise BadChecks(f"{where} has no {name}, where its checks must be")
    if programs and not beside.exists():  # the checks of a lesson may all be about programs that it hands out
        return CheckFile(path.resolve(), hidden, "", {}, programs)
    text = _text(beside, where)
    try:
        return CheckFile(path.resolve(), hidden, text, drivers(text), programs)
    except (SyntaxError, ValueError) as error:
        raise BadChecks(f"{where}/{beside.name} cannot be read ({type(error).__name__}: {error})") from error


def _text(path: Path, where: str) -> str:
    try:
        return path.read_text("utf-8")
    except FileNotFoundError as error:
        raise BadChecks(f"{where} has no {path.name}, where the drivers of its checks must be") from error
    except (OSError, UnicodeError) as error:
        raise BadChecks(f"{where}/{path.name} cannot be read ({type(error).__name__}: {error})") from error


def _run(plugin: CheckPlugin, folder: Path) -> None:
    arguments = [
        f"--rootdir={folder}",
        f"--config-file={os.devnull}",
        "--noconftest",
        "--disable-plugin-autoload",
        "--import-mode=importlib",
        "--assert=plain",
        "--capture=no",
        "--strict-markers",
        *(f"-pno:{name}" for name in UNUSED.split()),
    ]
    with _own_environment(), contextlib.redirect_stdout(io.StringIO()), contextlib.redirect_stderr(io.StringIO()):
        status = pytest.main(arguments, plugins=[plugin])
    # Its opinion does not count, but whether it came to one does.
    regular = (pytest.ExitCode.OK, pytest.ExitCode.TESTS_FAILED, pytest.ExitCode.NO_TESTS_COLLECTED)
    if status not in regular and not plugin.interrupted and plugin.trouble is None:
        plugin.trouble = f"pytest ended with {status!r}"


@contextlib.contextmanager
def _own_environment() -> Iterator[None]:
    """Without what an outer pytest, or its user, has put into the environment for itself."""
    theirs = {name: value for name, value in os.environ.items() if name.startswith("PYTEST_")}
    for name in theirs:
        del os.environ[name]
    try:
        yield
    finally:
        for name in [name for name in os.environ if name.startswith("PYTEST_")]:
            del os.environ[name]
        os.environ.update(theirs)
