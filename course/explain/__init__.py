"""From records to words: how an execution ended, what is worth telling about it, and its trace as a picture
and as a table.

Pure functions over the records of :mod:`course.model`: the same record gives the same bytes.  ``explore`` and
``replay`` are the engine's with the findings filled in.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

from course.explain.endings import sentence
from course.explain.explained import explained, explore, replay
from course.explain.findings import findings

if TYPE_CHECKING:
    from course.explain.goals import Goal
    from course.explain.pages import execution_html, exploration_html, position_html, table_html, verdict_html
    from course.explain.picture import picture_svg
    from course.explain.playing import position_text, said, told_position
    from course.explain.summary import execution_text, exploration_text, replay_cell, verdict_text
    from course.explain.table import table_text

__all__ = [
    "Goal",
    "execution_html",
    "execution_text",
    "explained",
    "exploration_html",
    "exploration_text",
    "explore",
    "findings",
    "picture_svg",
    "position_html",
    "position_text",
    "replay",
    "replay_cell",
    "said",
    "sentence",
    "table_html",
    "table_text",
    "told_position",
    "verdict_html",
    "verdict_text",
]

# Words, pages and pictures are for whoever shows something, and loaded when they are asked for: an explorer process,
# of which the autograder starts one for each submission, shows nothing.
_SHOWING = {
    "Goal": "goals",
    **dict.fromkeys(("execution_html", "exploration_html", "position_html", "table_html", "verdict_html"), "pages"),
    "picture_svg": "picture",
    **dict.fromkeys(("position_text", "said", "told_position"), "playing"),
    **dict.fromkeys(("execution_text", "exploration_text", "replay_cell", "verdict_text"), "summary"),
    "table_text": "table",
}
"""The module of each name that is loaded late."""


def __getattr__(name: str) -> Any:
    if name in _SHOWING:
        return getattr(import_module(f"{__name__}.{_SHOWING[name]}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
