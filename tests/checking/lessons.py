"""Small lessons, submissions and hand-built explorations, for tests that need no engine."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from textwrap import dedent
from typing import Any

from course.checking.explorer import Progress
from course.model import Ending, Execution, Exploration, Outcome, Program, Schedule, Search, Submission


def outcome(
    result: Any = None, ending: Ending = "completed", token: str = "0x2.1", count: int = 1, **more: Any
) -> Outcome:
    execution = Execution(Schedule.parse(token), ending, result, "", ("main", "consumer"), **more)
    return Outcome(ending, result, "", execution.error, count, execution)


def exploration(*outcomes: Outcome, coverage: str = "every schedule", complete: bool = True) -> Exploration:
    return Exploration(outcomes, sum(each.count for each in outcomes), coverage, complete)


class FakeExplorer:
    """Answers by a function of the program and the search, and remembers what it was asked."""

    def __init__(self, answer: Callable[[Program, Search], Exploration]) -> None:
        self.answer = answer
        self.asked: list[tuple[Program, Search]] = []

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        self.asked.append((program, search))
        if progress is not None:
            progress(1, search.executions)
        return self.answer(program, search)

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        raise AssertionError("no check replays")


def always(result: Any) -> FakeExplorer:
    """An explorer to which every program has the one outcome ``result``."""
    return FakeExplorer(lambda program, search: exploration(outcome(result)))


def lesson(
    root: Path, checks: str, scenarios: str = "", hidden: tuple[str, str] | None = None, **programs: str
) -> Path:
    """Write a lesson named "talk" and give its folder; ``hidden`` are its hidden checks and their drivers."""
    folder = root / "source" / "talk"
    for where, (tests, drivers) in {folder: (checks, scenarios), folder / "hidden": hidden or ("", "")}.items():
        if tests:
            where.mkdir(parents=True, exist_ok=True)
            (where / "test_talk.py").write_text("import pytest\n" + dedent(tests), "utf-8")
            if drivers:
                (where / "scenarios.py").write_text(dedent(drivers), "utf-8")
    for name, text in programs.items():
        (folder / "programs").mkdir(exist_ok=True)
        (folder / "programs" / f"{name}.py").write_text(dedent(text), "utf-8")
    return folder


def submission(*cells: str, exercises: tuple[str, ...] = ("say-it",)) -> Submission:
    return Submission("talk", "1-talk", tuple(dedent(cell) for cell in cells), exercises)
