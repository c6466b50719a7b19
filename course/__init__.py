"""Threads that communicate, explored through every schedule."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from course.model import Program, Search

if TYPE_CHECKING:
    from course.explain import explore, replay

__all__ = ["Program", "Search", "explore", "replay"]


def __getattr__(name: str) -> Any:
    # The engine is loaded when it is first asked for: whoever only passes records on has no need of it.
    if name in ("explore", "replay"):
        from course import explain

        return getattr(explain, name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
