"""An explorer process without an engine: to "explore" is to execute the text of ``main``, in this very process.

So a test can say in Python what a program does to the process that runs it.
"""

from __future__ import annotations

from collections.abc import Callable

from course.checking.child import serve
from course.model import Execution, Exploration, Outcome, Position, Program, Schedule, Search


def explore(program: Program, search: Search, progress: Callable[[int, int], None], brief: bool = False) -> Exploration:
    scope = {"progress": progress, "coverage": "every schedule", "__name__": "main"}
    exec(compile(program.modules["main"], "<main>", "exec"), scope)
    execution = Execution(Schedule(()), "completed", None, "", ("main",))
    outcomes = () if "nothing" in scope else (Outcome("completed", None, "", None, 1, execution),)
    return Exploration(outcomes, 1, str(scope["coverage"]), True)


def replay(program: Program, schedule: str, search: Search | None = None) -> Execution:
    return Execution(Schedule.parse(schedule), "completed", program.modules["main"], "", ("main",))


def play(program: Program, choices: tuple[int, ...], watch: tuple[str, ...], alive: Callable[[], None]) -> Position:
    return Position(choices, Schedule(()), (), (), (), (), 0.0, f"{program.modules['main']} {watch}")


def main(seal: int | None = None) -> None:
    serve(explore, replay, play, seal)
