"""The pytest plugin behind every check: the mark ``check``, the fixture ``explore``, and what came of each check.

A check is a plain test function in a lesson's folder, so that an author needs to learn nothing but ``explore``.  pytest
finds and runs the checks; what they say is written down here and becomes verdicts in ``judge.py``.  The learner's
code is only text on this side: programs go to an explorer, and what comes back are records.

The files of checks are read afresh each time and leave nothing in ``sys.modules``, so that a notebook's kernel can
judge again after they have changed, and two lessons with files of the same name do not meet.
"""

from __future__ import annotations

import inspect
import sys
import types
from collections.abc import Generator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from course.checking.cells import Assembled
from course.checking.drivers import SOLUTION
from course.checking.explorer import Explorer, ExplorerDied, ExplorerFailed, Progress
from course.checking.found import CheckFailed, Found, Undecided
from course.checking.places import Places, told
from course.model import Check, Exploration, Program, Search, from_json, to_json

__all__ = ["MISSING", "BadChecks", "CheckFile", "CheckPlugin", "Explore"]

MARK = "check"

MISSING = "No cell defines"
"""How the reason begins where a driver needs a name that no cell gives."""


class BadChecks(Exception):
    """The files of a lesson's checks are not as they must be: a sentence for their author."""


@dataclass(frozen=True, slots=True)
class CheckFile:
    """A file of checks, with the drivers beside it."""

    path: Path
    hidden: bool
    scenarios: str
    """The text of ``scenarios.py``."""
    drivers: Mapping[str, frozenset[str]]
    """The drivers in it, and the names that each uses of the learner's module."""

    @property
    def name(self) -> str:
        """How it is called in messages: "test_event.py", "hidden/test_event.py"."""
        return f"hidden/{self.path.name}" if self.hidden else self.path.name


class Explore:
    """The fixture ``explore``: runs a driver, with the learner's module, under every schedule."""

    def __init__(self, plugin: CheckPlugin, file: CheckFile) -> None:
        self._plugin = plugin
        self._file = file
        self.found: list[Found] = []
        """What came of each exploration so far."""

    def __call__(self, driver: str, /, *, search: Search | None = None, **arguments: Any) -> Found:
        """Run the function ``driver`` of ``scenarios.py`` with ``arguments``, as ``search`` says."""
        solution = self._plugin.solution
        if driver not in self._file.drivers:
            there = ", ".join(sorted(self._file.drivers)) or "none"
            raise LookupError(f"scenarios.py has no driver {driver!r} (it has: {there})")
        self._require(self._file.drivers[driver])
        places = Places(solution, self._file.hidden)
        search = search or Search()
        program = _plain(Program({"main": self._file.scenarios, SOLUTION: solution.text}, f"main:{driver}", arguments))
        try:
            exploration = self._plugin.explored(program, search)
        except ExplorerDied as death:
            raise CheckFailed(told(death.sentence, places.quotes(death.lines))) from death
        except ExplorerFailed as failure:
            raise Undecided(failure.sentence) from failure
        self.found.append(Found(exploration, search, places, program))
        return self.found[-1]

    def _require(self, names: frozenset[str]) -> None:
        """Fail, with what there is to say about it, if the learner's module cannot have what a driver uses."""
        solution = self._plugin.solution
        for name in sorted(solution.reached(names) & solution.broken.keys()):
            raise CheckFailed(solution.broken[name])
        for name in sorted(names - solution.defined):
            if not solution.wildcard:
                why = solution.left_out.get(name)
                raise CheckFailed(f"{MISSING} `{name}`, which this check uses." + (f" {why}" if why else ""))


@dataclass(eq=False)
class CheckPlugin:
    """One run of pytest over the checks of some exercises."""

    files: Sequence[CheckFile]
    exercises: Sequence[str]
    solution: Assembled
    explorer: Explorer
    progress: Progress | None = None
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
    _known: dict[tuple[bytes, Search], Exploration | ExplorerDied] = field(default_factory=dict)
    _explores: dict[pytest.Item, Explore] = field(default_factory=dict)

    def explored(self, program: Program, search: Search) -> Exploration:
        """Explore, or remember what came of it: several checks of a lesson look at the same exploration."""
        key = (to_json(program), search)
        if key not in self._known:
            try:
                self._known[key] = self.explorer.explore(program, search, self.progress)
            except ExplorerDied as death:
                self._known[key] = death
        known = self._known[key]
        if isinstance(known, ExplorerDied):
            raise known
        return known

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
        explore = Explore(self, _file(request.node))
        self._explores[request.node] = explore
        return explore

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
        explore = self._explores.pop(item, None)
        founds = explore.found if explore else []
        if error is None:
            try:
                for found in founds:
                    found.require_decided()
            except Undecided as undecided:
                error = undecided
        shown = error.execution if isinstance(error, CheckFailed) else None
        check = Check(
            name=item.name,
            title=_title(item),
            points=points,
            status="passed" if error is None else "failed" if isinstance(error, CheckFailed) else "review",
            hidden=file.hidden,
            reason=None if error is None else _reason(error, file),
            schedule=None if shown is None else str(shown.schedule),
            coverage=tuple(found.exploration.coverage for found in founds),
            program=error.program if isinstance(error, CheckFailed) and not file.hidden else None,
            execution=shown,
        )
        if self.readable:
            check = Places(self.solution, file.hidden).readable(check)
        self.checks.setdefault(exercise, []).append(check)


class _CheckModule(pytest.Module):
    """A file of checks as pytest sees it, executed afresh and kept out of ``sys.modules``."""

    file: CheckFile

    def _getobj(self) -> types.ModuleType:  # pytest's documented place to override
        module = types.ModuleType("hidden_checks" if self.file.hidden else "public_checks")
        module.__file__ = str(self.path)
        # A dataclass looks its module up there.
        sys.modules[module.__name__] = module
        try:
            exec(compile(self.path.read_bytes(), str(self.path), "exec", dont_inherit=True), module.__dict__)
        except KeyboardInterrupt:
            raise
        except BaseException as error:  # pytest's own refusals are no Exceptions
            raise self.CollectError(f"{self.file.name} cannot be read ({type(error).__name__}: {error})") from error
        finally:
            del sys.modules[module.__name__]
        return module


def _plain(program: Program) -> Program:
    """``program`` as every explorer will see it: its arguments are what JSON makes of them."""
    try:
        return from_json(to_json(program), Program)
    except TypeError as error:
        raise TypeError(f"the arguments of {program.entry} must be plain data: {error}") from error


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
    # Of a hidden check, nothing that its code says.
    what = type(error).__name__ if file.hidden else f"{type(error).__name__}: {error}"
    line = _line(error, file)
    where = f", line {line} of {file.name}" if line else ""
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
