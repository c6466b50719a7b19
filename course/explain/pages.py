"""The HTML for notebooks and feedback: the same telling as the plain text, as semantic, self-contained markup.

One piece of markup has to be right in JupyterLab (light and dark), in nbgrader's feedback, in nbconvert's pages,
on GitHub and on paper.  So it has no stylesheet, script or image, takes its text colour from the page, and says in
words and by line styles whatever it also says in colour.  The templates are Jinja's, with every text
escaped; they lie in ``templates/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.explain import summary, wording
from course.explain.table import Fold, laid_out
from course.model import Execution, Exploration, Position, Program, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment

    from course.explain.playing import ToldPosition

__all__ = ["execution_html", "exploration_html", "position_html", "table_html", "verdict_html"]


def table_html(execution: Execution, sources: Mapping[str, str] | None = None) -> str:
    """The trace as a table; ``sources`` are the program's texts by module name."""
    return _page("trace", table=laid_out(execution, sources))


def execution_html(execution: Execution, program: Program | None = None) -> str:
    """One execution: how it ended, what it printed, its table and its schedule."""
    return _page("execution", say=summary.told(execution), table=_table(execution, program))


def exploration_html(exploration: Exploration, program: Program | None = None) -> str:
    """What a search found: coverage, each outcome folded, and the simplest that failed open with its table."""
    outcomes = summary.told_outcomes(exploration)
    left = len(exploration.outcomes) - len(outcomes)
    return _page(
        "exploration",
        coverage=summary.coverage(exploration),
        outcomes=[(each, summary.told(each.execution), _table(each.execution, program)) for each in outcomes],
        opened=summary.failing(exploration),
        several=exploration.executions > 1,
        left=wording.plural(left, "more outcome") if left else "",
    )


def position_html(told: ToldPosition, position: Position, program: Program | None = None, live: bool = False) -> str:
    """A position in words; ``live`` is the inside of the widget, whose buttons say in ``data-`` what they choose."""
    end = "" if position.execution is None else execution_html(position.execution, program)
    return _page("play" if live else "still", told=told, end=end)


def verdict_html(verdict: Verdict) -> str:
    """What the checks of one exercise said, for the learner; the table of the first that failed is open."""
    first = next((check for check in verdict.checks if check.execution is not None), None)
    return _page(
        "verdict",
        exercise=verdict.exercise,
        score=summary.score(verdict),
        problems=summary.problems(verdict),
        same_reason=summary.SAME_REASON,
        seen_above=summary.SEEN_ABOVE,
        checks=[
            {
                "check": check,
                "status": summary.status(check),
                "explored": summary.explored(check),
                "again": again,
                "seen": same,
                "say": summary.told_of(check),
                "table": None if check.execution is None else _table(check.execution, check.program),
                "cell": summary.replay_cell(check),
                "open": check is first,
            }
            for check, again, same in zip(
                verdict.checks, summary.repeated(verdict), summary.seen_above(verdict), strict=True
            )
        ],
    )


def _table(execution: Execution, program: Program | None) -> Any:
    return laid_out(execution, None if program is None else program.modules)


def _page(template: str, **told: Any) -> str:
    return _environment().get_template(f"{template}.html").render(**told).strip()


@cache
def _environment() -> Environment:
    # imported at the first use: a process that only explores never draws
    from jinja2 import Environment, FileSystemLoader, StrictUndefined

    environment = Environment(
        loader=FileSystemLoader(Path(__file__).with_name("templates")),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )
    environment.tests["fold"] = lambda part: isinstance(part, Fold)
    # every second part stood between backticks
    environment.filters["at_backticks"] = lambda text: re.split(r"`([^`\n]+)`", text)
    return environment
