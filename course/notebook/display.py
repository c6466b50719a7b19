"""Showing things in a cell: rich and plain together, and a line of progress that gives way to the result.

Progress appears after a second, and only where somebody watches: a front end that can ask its user something.
A run by nbclient or nbval has nobody to ask, so that what it stores never depends on how fast the
machine was.  The result takes the place of the progress line, in the same output.
"""

from __future__ import annotations

import time
import uuid
from dataclasses import dataclass
from html import escape

from IPython.core.interactiveshell import InteractiveShell

from course.notebook.cells import request

__all__ = ["Progress", "Shown", "sentence", "watched"]

PATIENCE = 1.0
"""Seconds until progress is shown, and between two changes of it a quarter of that."""


@dataclass(frozen=True, slots=True)
class Shown:
    """Something to display, in both of its forms."""

    text: str
    html: str


def sentence(text: str) -> Shown:
    """One plain sentence."""
    return Shown(text, f"<p>{escape(text)}</p>")


def watched(shell: InteractiveShell) -> bool:
    """Whether somebody watches the running cell: a front end that can ask its user something."""
    return bool((request(shell).get("content") or {}).get("allow_stdin"))


class Progress:
    """Told how far a search is; shows it if that takes long, and in the end shows the result in its place."""

    def __init__(self, shell: InteractiveShell) -> None:
        self.executions = 0
        self._shell = shell
        self._identity: str | None = None
        self._due = time.monotonic() + PATIENCE if watched(shell) else float("inf")

    def __call__(self, executions: int, budget: int) -> None:
        """So many ``executions`` are done, of at most ``budget``."""
        self.executions = executions
        now = time.monotonic()
        if now < self._due:
            return
        self._due = now + PATIENCE / 4
        text = f"{executions:,} schedules run so far, of at most {budget:,}. ■ stops it."
        bar = f'<progress aria-label="schedules run" max="{budget}" value="{executions}"></progress>'
        first = self._identity is None
        self._identity = self._identity or uuid.uuid4().hex
        self._publish(Shown(text, f"<p>{bar} {escape(text)}</p>"), update=not first)

    def finish(self, result: Shown) -> None:
        """Show ``result``, where the progress stood."""
        self._publish(result, update=self._identity is not None)

    def _publish(self, shown: Shown, update: bool) -> None:
        self._shell.display_pub.publish(
            {"text/plain": shown.text, "text/html": shown.html},
            transient={} if self._identity is None else {"display_id": self._identity},
            update=update,
        )
