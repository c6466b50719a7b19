"""Where the time of one submission goes: the plain command, with a watch around each of nbgrader's and our steps.

``python -m benchmarks.scale.phases RECORD autograde event`` does in one process what ``nbgrader autograde event`` does
there, and writes to the file RECORD how many seconds each phase took.  Time is counted once: a phase's own time is
without that of the phases inside it, so the phases add up to the whole.  They are seconds of the one process that
runs nbgrader, by the clock and of processor time; what other processes do meanwhile is waiting, in "judging".
"""

# nbgrader has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import functools
import json
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

__all__ = ["Stopwatch", "main"]

CONVERSION = "conversion: the rest of nbconvert's and nbgrader's loop"


class Stopwatch:
    """Seconds by phase; phases may be inside one another, and each second belongs to the innermost."""

    def __init__(
        self, clock: Callable[[], float] = time.perf_counter, processor: Callable[[], float] = time.process_time
    ) -> None:
        self.clock = clock
        self.processor = processor
        self.seconds: dict[str, float] = {}
        """By the clock."""
        self.cpu: dict[str, float] = {}
        """Of processor time."""
        self.times: dict[str, int] = {}
        """How often the phase began."""
        self._open: list[str] = []
        self._since = clock(), processor()

    @contextmanager
    def phase(self, name: str) -> Iterator[None]:
        """Count what happens inside for ``name``."""
        self._switch()
        self._open.append(name)
        self.times[name] = self.times.get(name, 0) + 1
        try:
            yield
        finally:
            self._switch()
            self._open.pop()

    def _switch(self) -> None:
        before = self._since
        self._since = self.clock(), self.processor()
        if self._open:
            for figures, began, now in zip((self.seconds, self.cpu), before, self._since, strict=True):
                figures[self._open[-1]] = figures.get(self._open[-1], 0.0) + now - began

    def watch(self, owner: Any, attribute: str, name: str | Callable[..., str]) -> None:
        """Count each call of ``owner.attribute`` for ``name``, or for what ``name`` makes of its arguments."""
        function = owner.__dict__[attribute]

        @functools.wraps(function)
        def watched(*arguments: Any, **named: Any) -> Any:
            with self.phase(name if isinstance(name, str) else name(*arguments, **named)):
                return function(*arguments, **named)

        setattr(owner, attribute, watched)


def hang_up(watch: Stopwatch) -> None:
    """Put a watch around the steps of nbgrader, nbconvert and nbformat."""
    import nbformat
    from nbconvert.preprocessors import Preprocessor
    from nbgrader.api import Gradebook
    from nbgrader.converters import base
    from nbgrader.converters.autograde import Autograde

    watch.watch(Autograde, "init_assignment", "database: student and submission")
    watch.watch(Gradebook, "__init__", "database: opening it")
    watch.watch(base.BaseConverter, "init_destination", "files: which are done")
    watch.watch(base.BaseConverter, "set_permissions", "files: permissions")
    watch.watch(base.BaseConverter, "write_single_notebook", "files: writing")
    watch.watch(base.BaseConverter, "convert_single_notebook", CONVERSION)
    watch.watch(Preprocessor, "__call__", lambda step, *_, **__: _step(type(step).__name__))
    for name in ("read", "reads", "writes", "validate"):  # nbconvert validates after each step
        watch.watch(nbformat, name, f"nbformat: {name}")


def _step(name: str) -> str:
    return {"Grade": "judging (waiting for the judge)", "Execute": "executing"}.get(name, f"step {name}")


def main(arguments: list[str]) -> int:
    """Run nbgrader under the watch; return its exit status."""
    record, *command = arguments
    watch = Stopwatch()
    status: object = 0
    with watch.phase("start: the rest"):
        with watch.phase("start: imports"):
            from nbgrader.apps import nbgraderapp
        hang_up(watch)
        sys.argv = ["nbgrader", *command]
        try:
            nbgraderapp.main()
        except SystemExit as end:
            status = end.code
    told = {"seconds": watch.seconds, "cpu": watch.cpu, "times": watch.times}
    Path(record).write_text(json.dumps(told, indent=2), encoding="utf-8")
    return status if isinstance(status, int) else int(status is not None)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
