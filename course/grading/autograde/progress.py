"""How far a run of autograde is: a bar under nbgrader's messages, where somebody looks at a terminal."""

from __future__ import annotations

import contextlib
import logging
import sys
from typing import Any

from rich.console import Console
from rich.file_proxy import FileProxy
from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn, TimeRemainingColumn
from rich.progress import Progress as Bar

__all__ = ["Progress"]


class Progress:
    """A bar for ``total`` notebooks.

    What ``log`` says meanwhile goes above it.  Without a terminal there is none: nbgrader's own messages tell which
    submission it is at.
    """

    def __init__(self, total: int, log: logging.Logger) -> None:
        console = Console(stderr=True)
        self._bar: Bar | None = None
        self._streams: list[tuple[Any, Any]] = []
        if not console.is_terminal or total < 2:
            return
        columns = (
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            TimeElapsedColumn(),
            TextColumn("left:"),
            TimeRemainingColumn(),
        )
        self._bar = Bar(*columns, console=console, transient=True)
        self._task = self._bar.add_task("Grading", total=total)
        for handler in _handlers(log):
            if isinstance(handler, logging.StreamHandler) and handler.stream is sys.stderr:
                self._streams.append((handler, handler.stream))
                handler.setStream(FileProxy(console, handler.stream))
        self._bar.start()

    def at(self, number: int, what: str) -> None:
        """Say that ``number`` notebooks are done, and which is next."""
        if self._bar is not None:
            self._bar.update(self._task, completed=number, description=f"Grading {what}")

    def stop(self) -> None:
        """Take the bar away."""
        if self._bar is not None:
            self._bar.stop()
            self._bar = None
        for handler, stream in self._streams:
            with contextlib.suppress(ValueError):
                handler.setStream(stream)
        self._streams = []


def _handlers(log: logging.Logger | logging.LoggerAdapter[Any]) -> list[logging.Handler]:
    logger: logging.Logger | None = log.logger if isinstance(log, logging.LoggerAdapter) else log
    found: list[logging.Handler] = []
    while logger is not None:
        found += logger.handlers
        logger = logger.parent if logger.propagate else None
    return found
