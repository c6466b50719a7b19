"""``explore``, ``replay`` and ``position`` with the findings filled in: the calls that the faces and the checks make.

The search knows nothing of findings and stays as fast as it can be; here, once per outcome, its simplest
execution is explained.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from course import search as engine
from course.explain.findings import findings
from course.model import Execution, Exploration, Finding, Position, Program, Schedule, Search

__all__ = ["explained", "explore", "position", "replay"]


def explore(
    program: Program,
    search: Search | None = None,
    progress: Callable[[int, int], None] | None = None,
    *,
    brief: bool = False,
) -> Exploration:
    """Run ``program`` under every schedule that ``search`` asks for, and say what came of it.

    If ``brief``, executions that come to their end and in which nobody polls are not recorded, nor explained.
    ``progress`` is called now and then with the executions so far and the budget; if it raises
    :class:`course.search.Stop`, what was seen so far comes back as incomplete.
    """
    found = engine.explore(program, search or Search(), progress, brief=brief)

    def change(execution: Execution) -> Execution:
        return explained(execution, program) if execution.recorded else execution

    return replace(found, outcomes=tuple(outcome.changed(change) for outcome in found.outcomes))


def replay(program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
    """Run ``program`` once, under ``schedule`` or the token of one; as ``search`` found it, if it did."""
    if search is None:
        return explained(engine.replay(program, schedule), program)
    schedule = Schedule.parse(schedule) if isinstance(schedule, str) else schedule
    return explained(engine.recorded(program, search, schedule), program)


def position(
    program: Program,
    choices: Sequence[int] = (),
    watch: Sequence[str] = (),
    alive: Callable[[], None] = lambda: None,
) -> Position:
    """Where ``program`` stands after ``choices``, and once it is over, the execution; see the engine's ``position``."""
    here = engine.position(program, choices, watch, alive)
    return here if here.execution is None else replace(here, execution=explained(here.execution, program))


def explained(execution: Execution, program: Program | None = None, wrong: Finding | None = None) -> Execution:
    """The same execution with its findings; see :func:`course.explain.findings.findings`."""
    return replace(execution, findings=findings(execution, program, wrong))
