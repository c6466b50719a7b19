"""The HTML for notebooks and feedback: the same telling as the plain text, as semantic, self-contained markup.

One piece of markup has to be right in JupyterLab (light and dark), in nbgrader's feedback, in nbconvert's pages,
on GitHub and on paper.  So it has no stylesheet and no script, takes its text colour from the page, and says in
words and by line styles whatever it also says in colour; its pictures are images that it carries with it
(``picture``), each beside a table that says the same.  The templates are Jinja's, with every text escaped; they lie
in ``templates/``.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from course.explain import summary, wording
from course.explain.picture.embedded import Image, picture_image
from course.explain.table import Fold, laid_out
from course.model import Execution, Exploration, Position, Program, Verdict

if TYPE_CHECKING:
    from jinja2 import Environment

    from course.explain.playing import ToldPosition

__all__ = ["execution_html", "exploration_html", "position_html", "table_html", "verdict_html"]

PICTURES_LIMIT = 100_000
"""So many characters of pictures are in one cell's output."""


def table_html(execution: Execution, sources: Mapping[str, str] | None = None) -> str:
    """The trace as a table; ``sources`` are the program's texts by module name."""
    return _page("trace", table=laid_out(execution, sources))


def execution_html(execution: Execution, program: Program | None = None) -> str:
    """One execution: how it ended, what it printed, its picture, its table and its schedule."""
    return _page(
        "execution",
        say=summary.told(execution),
        table=_table(execution, program),
        picture=picture_image(execution, program),
    )


def exploration_html(exploration: Exploration, program: Program | None = None) -> str:
    """What a search found: coverage, each outcome folded, and the one to look at open with its picture."""
    outcomes = summary.told_outcomes(exploration)
    left = len(exploration.outcomes) - len(outcomes)
    opened = summary.failing(exploration)
    pictures = _pictures([each.execution for each in outcomes], opened, program)
    return _page(
        "exploration",
        coverage=summary.coverage(exploration),
        outcomes=[
            (each, summary.told(each.execution), _table(each.execution, program), picture)
            for each, picture in zip(outcomes, pictures, strict=True)
        ],
        opened=opened,
        elsewhere=summary.ELSEWHERE,
        left=wording.plural(left, "more outcome") if left else "",
    )


def _pictures(executions: list[Execution], opened: int | None, program: Program | None) -> list[Image | None]:
    """Pictures for the outcome that is open and for the first others, as many as leave the page a moderate size."""
    pictures: list[Image | None] = [None] * len(executions)
    room = PICTURES_LIMIT
    for index in sorted(range(len(executions)), key=lambda index: (index != opened, index)):
        picture = picture_image(executions[index], program)
        room -= len(picture.src)
        if room < 0:
            break
        pictures[index] = picture
    return pictures


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
                "picture": None if shown is None else picture_image(shown, check.program),
                "table": None if shown is None else _table(shown, check.program),
                "cell": summary.replay_cell(check),
                "open": check is first,
            }
            for check, again, same in zip(
                verdict.checks, summary.repeated(verdict), summary.seen_above(verdict), strict=True
            )
            for shown in (None if same else check.execution,)
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
