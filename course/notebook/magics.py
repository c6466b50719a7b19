"""``%%explore``, ``%%replay`` and ``%%play``: the cell's program under every schedule, under one, or step by step.

The cell is a whole program.  It runs in the explorer process, never in the kernel; what it prints is part of what is
shown.  A wrong option or a broken token is answered by one sentence.
"""

from __future__ import annotations

import argparse
import shlex
from dataclasses import replace
from pathlib import Path
from typing import Any, NoReturn

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell

from course.checking.explorer import ExplorerDied, ExplorerFailed
from course.explain import Goal, execution_html, execution_text, exploration_html, exploration_text
from course.model import BadRecord, Schedule, Search
from course.notebook.display import Progress, Shown, sentence
from course.notebook.program import CellProgram, cell_program
from course.notebook.session import Session, session

__all__ = ["explore", "play", "register", "replay"]

UNSAID: Any = object()
"""Stands for a bound of which nothing is said."""

UNBOUNDED = 3_000
"""So many schedules at most are run without a bound, before one is set."""


def register(shell: InteractiveShell) -> None:
    """Make the magics known to ``shell``."""
    for magic in (explore, replay, play):
        shell.magics_manager.register_function(magic, magic_kind="cell", magic_name=magic.__name__)


def explore(line: str, cell: str) -> None:
    """Run the cell's program under every schedule and show each outcome.

    %%explore [--preemptions N|none] [--late N] [--executions N] [--steps N] [--seed N] [--random | --pct DEPTH]

    If nothing is said of preemptions there is no bound on them, or one of 2 where all schedules would be too many.
    """
    searches = _searches(line)
    here = session()
    program = _program(here, cell)
    progress = Progress(here.shell)
    try:
        # ■ ends the search, and shows what it has seen; only a program that is stuck has nothing to show.
        for search in searches:
            found = here.explorer.explore(program.program, search, progress, partial=True)
            if not found.spent:
                break
    except KeyboardInterrupt:
        progress.finish(sentence(f"Stopped by you after {progress.executions:,} schedules, so nothing is shown."))
    except (ExplorerDied, ExplorerFailed) as ended:
        hint = (
            f" Fewer are run by: %%explore --executions {progress.executions // 2}" if progress.executions > 1 else ""
        )
        progress.finish(sentence(ended.sentence + hint))
    else:
        found = program.exploration(found)
        progress.finish(Shown(exploration_text(found, program.sources), exploration_html(found, program.sources)))


def replay(line: str, cell: str) -> None:
    """Run the cell's program under one schedule and show what happened.

    %%replay TOKEN
    """
    token = line.strip()
    if not token:
        raise UsageError("which schedule? Write %%replay TOKEN, with a token that %%explore or a check has shown.")
    try:
        schedule = Schedule.parse(token)
    except BadRecord as bad:
        raise UsageError(_sentence(bad)) from None
    here = session()
    program = _program(here, cell)
    progress = Progress(here.shell)
    try:
        execution = here.explorer.replay(program.program, schedule)
    except KeyboardInterrupt:
        progress.finish(sentence("Stopped by you, so nothing is shown."))
    except BadRecord as bad:
        raise UsageError(_sentence(bad)) from None
    except (ExplorerDied, ExplorerFailed) as ended:
        progress.finish(sentence(ended.sentence))
    else:
        execution = program.execution(execution)
        progress.finish(Shown(execution_text(execution, program.sources), execution_html(execution, program.sources)))


def play(line: str, cell: str) -> None:
    """Let the learner choose, step by step, which thread of the cell's program goes next.

    %%play [--finding KIND | --prints TEXT | --ends ENDING] [--watch NAME ...]
    """
    # It brings the widgets with it, which a notebook without a game should not wait for.
    from course.notebook.play import begin

    goal, watch = _goal(line)
    here = session()
    try:
        begin(here, _program(here, cell), goal, watch)
    except KeyboardInterrupt:
        Progress(here.shell).finish(sentence("Stopped by you, so nothing is shown."))
    except BadRecord as bad:
        raise UsageError(f"%%play: {_sentence(bad)}") from None
    except (ExplorerDied, ExplorerFailed) as ended:
        Progress(here.shell).finish(sentence(ended.sentence))


def _program(here: Session, cell: str) -> CellProgram:
    return cell_program(cell, here.cells.sources(), Path.cwd())


class _Options(argparse.ArgumentParser):
    """The options of a magic; a wrong one is a sentence, and ends nothing."""

    def __init__(self, magic: str, options: str) -> None:
        super().__init__(prog=magic, usage=options, add_help=False, allow_abbrev=False)

    def error(self, message: str) -> NoReturn:
        raise UsageError(f"{self.prog}: {message}. The options are {self.usage}.")

    def read(self, line: str) -> argparse.Namespace:
        """What the magic's line says."""
        try:
            words = shlex.split(line)
        except ValueError:
            self.error("a quotation mark is missing")
        return self.parse_args(words)


def _goal(line: str) -> tuple[Goal | None, list[str]]:
    """The goal of a game, if there is one, and what to watch."""
    options = _Options("%%play", "--finding KIND, --prints TEXT or --ends ENDING, and --watch NAME ...")
    goals = options.add_mutually_exclusive_group()
    goals.add_argument("--finding")
    goals.add_argument("--prints")
    goals.add_argument("--ends")
    options.add_argument("--watch", nargs="+", action="extend", default=[])
    given = options.read(line)
    if given.finding is None and given.prints is None and given.ends is None:
        return None, given.watch
    try:
        return Goal(given.finding, given.prints, given.ends), given.watch
    except BadRecord as bad:
        raise UsageError(f"%%play: {_sentence(bad)}") from None


def _searches(line: str) -> tuple[Search, ...]:
    """What to try, in this order, until a search comes to its end."""
    usual = Search()
    options = _Options(
        "%%explore", "--preemptions N (or none), --late N, --executions N, --steps N, --seed N, --random, --pct DEPTH"
    )
    options.add_argument("--preemptions", type=_bound, default=UNSAID)
    options.add_argument("--late", type=_count, default=usual.late_threads)
    options.add_argument("--executions", type=_count, default=usual.executions)
    options.add_argument("--steps", type=_count, default=usual.steps)
    options.add_argument("--seed", type=_count, default=usual.seed)
    samples = options.add_mutually_exclusive_group()
    samples.add_argument("--random", action="store_true")
    samples.add_argument("--pct", type=_count, metavar="DEPTH")
    given = options.read(line)
    unsaid = given.preemptions is UNSAID
    try:
        search = Search(
            preemptions=usual.preemptions if unsaid else given.preemptions,
            late_threads=given.late,
            executions=given.executions,
            steps=given.steps,
            seed=given.seed,
            strategy="random" if given.random else "exhaustive" if given.pct is None else "pct",
            depth=usual.depth if given.pct is None else given.pct,
        )
    except BadRecord as bad:
        raise UsageError(f"%%explore: {bad}.") from None
    if not unsaid or search.strategy != "exhaustive":
        return (search,)
    return (replace(search, preemptions=None, executions=min(search.executions, UNBOUNDED)), search)


def _sentence(bad: BadRecord) -> str:
    return str(bad) if str(bad).endswith(("?", "!", ".")) else f"{bad}."


def _count(text: str) -> int:
    try:
        return int(text.replace(",", "").replace("_", ""))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _bound(text: str) -> int | None:
    return None if text.lower() == "none" else _count(text)
