"""Who runs programs for a check: in this process, or in a process of their own.

:class:`ChildExplorer` is the one to take wherever somebody else's code is run.  It may spin, exhaust the memory or end
its process, and what is left here is one sentence.  :class:`InProcessExplorer` is for programs of our own, in tests and
tools.  The process itself, and the exceptions that tell how it failed, are in ``process.py``.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from types import TracebackType
from typing import Protocol, TypeVar

from course.checking.messages import Answer, Limits, Request
from course.checking.process import ExplorerDied, ExplorerFailed, Process, Progress, broken, launch
from course.model import BadRecord, Execution, Exploration, Position, Program, Schedule, Search, to_json

__all__ = [
    "ChildExplorer",
    "Explorer",
    "ExplorerDied",
    "ExplorerFailed",
    "InProcessExplorer",
    "Limits",
    "Progress",
    "Remembering",
    "package_folders",
]

Answered = TypeVar("Answered", Exploration, Execution)

BEGIN = "import gc, sys; gc.disable(); sys.path.extend(sys.argv[1:]);"
"""How an explorer process begins, as Python: its arguments are the folders of the packages that it imports."""


def package_folders() -> list[str]:
    """The folders of what an explorer process imports besides the standard library; the course's own is the last."""
    found = [spec.origin for spec in map(find_spec, ("greenlet", "msgspec")) if spec is not None and spec.origin]
    return list(dict.fromkeys([*(str(Path(origin).parents[1]) for origin in found), str(Path(__file__).parents[2])]))


class Explorer(Protocol):
    """Runs programs: the two calls of the engine."""

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        """Run ``program`` under every schedule that ``search`` asks for.

        If ``brief``, executions that come to their end and in which nobody polls need not be recorded.
        """

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        """Run ``program`` once, under ``schedule``; as ``search`` found it, if it did."""


class InProcessExplorer:
    """The engine in this very process: for programs that we wrote ourselves."""

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        """Run ``program`` under every schedule that ``search`` asks for."""
        from course.explain.explained import explore

        return explore(program, search, progress, brief=brief)

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        """Run ``program`` once, under ``schedule``; as ``search`` found it, if it did."""
        from course.explain.explained import replay

        return replay(program, schedule, search)


class Remembering:
    """Asks another explorer, which ``start`` makes when it is needed, and explores no program twice.

    For programs that many ask about and that are known to be good, such as those that a lesson hands out; never for a
    learner's own, whose process must end with them.  So if a process dies, it is not the program's doing, and another
    one is asked.
    """

    def __init__(self, start: Callable[[], ChildExplorer]) -> None:
        self._start = start
        self._explorer: ChildExplorer | None = None
        self._explored: dict[tuple[bytes, Search, bool], Exploration] = {}
        self._replayed: dict[tuple[bytes, Search, str], Execution] = {}

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        """What the explorer found when it was first asked; raises like :meth:`ChildExplorer.explore`."""
        key = (to_json(program), search, brief)
        if key not in self._explored:
            self._explored[key] = self._asked(lambda explorer: explorer.explore(program, search, progress, brief=brief))
        return self._explored[key]

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        """Run ``program`` once, under ``schedule``; raises like :meth:`explore`.

        Only what a ``search`` found is remembered: of other schedules there are as many as there are learners.
        """
        if search is None:
            return self._asked(lambda explorer: explorer.replay(program, schedule))
        key = (to_json(program), search, str(schedule))
        if key not in self._replayed:
            self._replayed[key] = self._asked(lambda explorer: explorer.replay(program, schedule, search))
        return self._replayed[key]

    def close(self) -> None:
        """End the explorer's process, if there is one."""
        if self._explorer is not None:
            self._explorer.close()

    def _asked(self, question: Callable[[ChildExplorer], Answered]) -> Answered:
        if self._explorer is None:
            self._explorer = self._start()
        try:
            return question(self._explorer)
        except (ExplorerDied, ExplorerFailed):
            self._explorer.close()
            return question(self._explorer)


class ChildExplorer:
    """The engine in a Python process of its own, with hard limits; started at once, and again when it has died.

    One request at a time: give each thread its own.  Close it, or use it in a ``with`` block; one that is forgotten
    takes its process along when it is collected.
    """

    def __init__(self, limits: Limits | None = None) -> None:
        self.limits = limits or Limits()
        self._requests = 0
        self._child: Process | None = self._started()

    def explore(
        self,
        program: Program,
        search: Search,
        progress: Progress | None = None,
        *,
        partial: bool = False,
        brief: bool = False,
    ) -> Exploration:
        """Run ``program`` under every schedule that ``search`` asks for.

        If ``brief``, executions that come to their end and in which nobody polls are not recorded.
        Raises :class:`ExplorerDied`, :class:`ExplorerFailed`, or BadRecord if the program or the schedule is not sound.
        An interrupt, or what ``progress`` raises, ends the process and goes through; but if ``partial`` is wanted, an
        interrupt ends the search, and what it has seen comes back as incomplete.
        """
        answer = self._ask(Request(self._number(), program, search=search, brief=brief), progress, partial)
        if answer.kind != "found" or answer.exploration is None:
            raise self._broken(f"the answer to an exploration was {answer.kind!r}")
        if not (answer.exploration.outcomes or partial):  # of which everything could be said
            raise self._broken("it found no outcome at all")
        return answer.exploration

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        """Run ``program`` once, under ``schedule``; as ``search`` found it, if it did; raises like :meth:`explore`."""
        answer = self._ask(Request(self._number(), program, search=search, schedule=str(schedule)), None)
        if answer.kind != "replayed" or answer.execution is None:
            raise self._broken(f"the answer to a replay was {answer.kind!r}")
        return answer.execution

    def position(self, program: Program, choices: Sequence[int] = (), watch: Sequence[str] = ()) -> Position:
        """Where ``program`` stands after ``choices``; raises like :meth:`explore`."""
        answer = self._ask(Request(self._number(), program, choices=tuple(choices), watch=tuple(watch)), None)
        if answer.kind != "played" or answer.position is None:
            raise self._broken(f"the answer to a game was {answer.kind!r}")
        return answer.position

    def close(self) -> None:
        """End the process.  The next request starts a new one."""
        if self._child is not None:
            self._child.end()
            self._child = None

    def __enter__(self) -> ChildExplorer:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    # --- inside -----------------------------------------------------------------------

    def _command(self) -> Sequence[str]:
        # -P: nothing is imported from the current folder; -s: nor from the user's own packages.  Not -I, which would do
        # both: it makes Python ignore PYTHONHASHSEED too, and with it the order of sets would change from run to run.
        # All other variables are kept out by the empty environment.  -S: what installed packages do at every start
        # of Python costs more than the start itself, so the few that are needed are found by their folders instead.
        start = f"{BEGIN} from course.checking.child import main; main()"
        return [sys.executable, "-P", "-s", "-S", "-c", start, *package_folders()]

    def _launch(self, folder: str) -> subprocess.Popen[bytes]:
        """Start the process in the empty ``folder``; raises OSError or :class:`ExplorerFailed` if that fails."""
        return launch(self._command(), folder)

    @staticmethod
    def _signal_of(status: int) -> int:
        """The exit status of the process as Python tells it: -n if signal n ended it."""
        return status

    def _started(self) -> Process:
        return Process(self._launch, self._signal_of, self.limits)

    def _number(self) -> int:
        self._requests += 1
        return self._requests

    def _ask(self, request: Request, progress: Progress | None, partial: bool = False) -> Answer:
        if self._child is None or self._child.owner != os.getpid():
            self._child = self._started()
        child = self._child
        try:
            try:
                answer = child.ask(request, progress)
            except KeyboardInterrupt:
                seen = child.stop(request) if partial and child.busy else None
                if seen is None:
                    raise
                answer = seen
        except BadRecord:
            raise  # the process is as good as before
        except (ExplorerDied, ExplorerFailed):
            self._replace()
            raise
        except BaseException:
            self.close()
            raise
        if answer.worn or child.stopped:  # an interrupt that came too late would stop the next request
            self._replace()
        return answer

    def _replace(self) -> None:
        """Start another process at once, so that the next request need not wait for it."""
        self.close()
        self._child = self._started()

    def _broken(self, why: str) -> ExplorerFailed:
        self.close()
        return broken(why)
