"""The pytest plugin behind every check: the mark ``check``, the fixtures, and what came of each check.

A check is a plain test function in a lesson's folder, so that an author needs to learn nothing but the mark and the
fixtures ``explore``, ``given`` and ``answer`` (``fixtures.py``).  pytest finds and runs the checks; what they say is
written down here and becomes verdicts in ``judge.py``.  The learner's code is only text on this side: programs go to
an explorer, and what comes back are records.

The files of checks are read afresh each time and leave nothing in ``sys.modules``, so that a notebook's kernel can
judge again after they have changed, and two lessons with files of the same name do not meet.
"""

from __future__ import annotations

import inspect
import logging
import sys
import types
from collections.abc import Generator, Sequence
from dataclasses import dataclass, field
from functools import lru_cache

import pytest

from course.checking.fixtures import Answer, CheckFile, Explore, Given, Judged
from course.checking.found import CheckFailed, Found, Undecided, sentence
from course.checking.places import Places
from course.model import Check

__all__ = ["BadChecks", "CheckPlugin"]

MARK = "check"

_log = logging.getLogger(__name__)
_log.addHandler(logging.NullHandler())


class BadChecks(Exception):
    """The files of a lesson's checks are not as they must be: a sentence for their author."""


@dataclass(eq=False)
class CheckPlugin:
    """One run of pytest over the checks of some exercises."""

    files: Sequence[CheckFile]
    exercises: Sequence[str]
    judged: Judged
    handed_out: Judged
    """The same, with the explorer for programs that the lesson hands out."""
    readable: bool = False
    """Whether executions are to tell the places that the learner knows."""

    checks: dict[str, list[Check]] = field(default_factory=dict)
    """What came of it, by exercise."""
    seen: set[str] = field(default_factory=set)
    """All exercises that there are checks for, wanted or not."""
    trouble: str | None = None
    """Why it could not be done, if so."""
    interrupted: bool = False
    """Whether the user stopped it."""
    _founds: dict[pytest.Item, list[Found]] = field(default_factory=dict)
    """What came of the explorations of each check."""

    # --- finding the checks -----------------------------------------------------------

    def pytest_configure(self, config: pytest.Config) -> None:
        """Make the mark known."""
        config.addinivalue_line("markers", f"{MARK}(exercise, points): a check of an exercise, worth so many points")

    def pytest_collection(self, session: pytest.Session) -> bool:
        """Collect from our files, and from nowhere else: no folder is searched, no path is parsed."""
        items: list[pytest.Item] = []
        for file in self.files:
            module = _CheckModule.from_parent(session, path=file.path)
            module.file = file
            items.extend(session.genitems(module))
        session.config.hook.pytest_collection_modifyitems(session=session, config=session.config, items=items)
        session.items = [item for item in items if self._wanted(item)]
        session.testscollected = len(session.items)
        return True

    def _wanted(self, item: pytest.Item) -> bool:
        exercise, _ = self._mark(item)
        self.seen.add(exercise)
        return exercise in self.exercises

    def _mark(self, item: pytest.Item) -> tuple[str, float]:
        """The exercise and the points that a check is marked with."""
        mark = item.get_closest_marker(MARK)
        where = f"{_file(item).name}: {item.name}"
        if mark is None:
            raise BadChecks(f'{where} has no mark; write @pytest.mark.check("exercise", points=1) above it')
        try:
            exercise, points = _marked(*mark.args, **mark.kwargs)
        except TypeError as error:
            raise BadChecks(f'{where}: the mark must read check("exercise", points=1) ({error})') from error
        return exercise, points

    def pytest_collectreport(self, report: pytest.CollectReport) -> None:
        """A file of checks that cannot be read stops everything: nobody knows what it would have asked."""
        if report.failed and self.trouble is None:
            self.trouble = str(report.longrepr)

    # --- running them -----------------------------------------------------------------

    @pytest.fixture
    def explore(self, request: pytest.FixtureRequest) -> Explore:
        """Run a driver under every schedule; see :class:`Explore`."""
        return Explore(self.judged, _file(request.node), self._founds.setdefault(request.node, []))

    @pytest.fixture
    def given(self, request: pytest.FixtureRequest) -> Given:
        """Run a program that the exercise hands out; see :class:`Given`."""
        return Given(self.handed_out, _file(request.node), self._founds.setdefault(request.node, []))

    @pytest.fixture
    def answer(self) -> Answer:
        """The value that the learner's cells give to a name; see :class:`Answer`."""
        return Answer(self.judged)

    @pytest.hookimpl(wrapper=True)
    def pytest_pyfunc_call(self, pyfuncitem: pytest.Function) -> Generator[None, object, object]:
        """Run a check and write down what it said; for pytest itself, every check passes."""
        try:
            yield
        except KeyboardInterrupt:
            raise
        except BaseException as error:
            self._record(pyfuncitem, error)
        else:
            self._record(pyfuncitem, None)
        return True

    def pytest_runtest_makereport(self, item: pytest.Item, call: pytest.CallInfo[None]) -> None:
        """A check that did not even begin, for want of a fixture or the like."""
        if call.when == "setup" and call.excinfo is not None:
            self._record(item, call.excinfo.value)

    def pytest_keyboard_interrupt(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """The user stopped it; pytest stops itself by a class of its own."""
        self.interrupted = excinfo.type is KeyboardInterrupt

    def pytest_internalerror(self, excinfo: pytest.ExceptionInfo[BaseException]) -> None:
        """Pytest itself, or a hook of ours, went wrong."""
        error = excinfo.value
        self.trouble = (
            str(error) if isinstance(error, BadChecks) else f"pytest went wrong ({type(error).__name__}: {error})"
        )

    def _record(self, item: pytest.Item, error: BaseException | None) -> None:
        """Write down what came of a check."""
        file = _file(item)
        exercise, points = self._mark(item)
        founds = self._founds.pop(item, [])
        if isinstance(error, pytest.fail.Exception):
            error = CheckFailed(sentence(str(error)))
        if error is None:
            try:
                for found in founds:
                    found.require_decided()
            except Undecided as undecided:
                error = undecided
        failed = error if isinstance(error, CheckFailed) else CheckFailed("")
        shown = failed.execution
        places = failed.places or Places(self.judged.solution, file.hidden)
        check = Check(
            name=item.name,
            title=_title(item),
            points=points,
            status="passed" if error is None else "failed" if isinstance(error, CheckFailed) else "review",
            hidden=file.hidden,
            reason=None if error is None else _reason(error, file),
            schedule=None if shown is None else str(shown.schedule),
            coverage=tuple(found.coverage for found in founds),
            program=None if places.hidden else failed.program,
            execution=shown,
        )
        if self.readable:
            check = places.readable(check)
        self.checks.setdefault(exercise, []).append(check)


@lru_cache(32)  # a judge runs the checks of a lesson for everybody, a kernel each time that it is asked
def _compiled(text: bytes, path: str) -> types.CodeType:
    return compile(text, path, "exec", dont_inherit=True)


class _CheckModule(pytest.Module):
    """A file of checks as pytest sees it, executed afresh and kept out of ``sys.modules``."""

    file: CheckFile

    def _getobj(self) -> types.ModuleType:  # pytest's documented place to override
        module = types.ModuleType("hidden_checks" if self.file.hidden else "public_checks")
        module.__file__ = str(self.path)
        # A dataclass looks its module up there.
        sys.modules[module.__name__] = module
        try:
            exec(_compiled(self.path.read_bytes(), str(self.path)), module.__dict__)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # pytest's own refusals are no Exceptions
            raise self.CollectError(f"{self.file.name} cannot be read ({type(error).__name__}: {error})") from error
        finally:
            del sys.modules[module.__name__]
        return module


def _file(item: pytest.Item) -> CheckFile:
    module = item.getparent(_CheckModule)
    assert module is not None
    return module.file


def _marked(exercise: object, points: object) -> tuple[str, float]:
    if not isinstance(exercise, str):
        raise TypeError(f"the exercise is {exercise!r}")
    if isinstance(points, bool) or not isinstance(points, (int, float)) or not 0 <= points < 1_000_000:
        raise TypeError(f"the points are {points!r}")
    return exercise, float(points)


def _title(item: pytest.Item) -> str:
    """The first line of the docstring."""
    text = inspect.getdoc(item.obj) if isinstance(item, pytest.Function) else None
    return (text or "").strip().partition("\n")[0] or item.name.removeprefix("test_").replace("_", " ")


def _reason(error: BaseException, file: CheckFile) -> str:
    if isinstance(error, (CheckFailed, Undecided)):
        return error.reason
    line = _line(error, file)
    what = f"{type(error).__name__}: {error}"
    where = f", line {line} of {file.name}" if line else ""
    if file.hidden:  # of which a learner reads nothing, not even where
        _log.error("a hidden check went wrong (%s%s)", what, where)
        what, where = type(error).__name__, ""
    return f"The check itself went wrong ({what}{where}), so a person must look at it."


def _line(error: BaseException, file: CheckFile) -> int | None:
    """The innermost line of the file of checks that an exception passed."""
    line = None
    trace = error.__traceback__
    while trace is not None:
        if trace.tb_frame.f_code.co_filename == str(file.path):
            line = trace.tb_lineno
        trace = trace.tb_next
    return line
