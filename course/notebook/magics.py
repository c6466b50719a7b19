"""``%%explore`` and ``%%replay``: the cell's program under every schedule, or under one.

The cell is a whole program.  It runs in the explorer process, never in the kernel; what it prints is part of what is
shown.  A wrong option or a broken token is answered by one sentence.
"""

from __future__ import annotations

import argparse
import shlex
from pathlib import Path
from typing import NoReturn

from IPython.core.error import UsageError
from IPython.core.interactiveshell import InteractiveShell

from course.checking.explorer import ExplorerDied, ExplorerFailed
from course.explain import execution_html, execution_text, exploration_html, exploration_text
from course.model import BadRecord, Schedule, Search
from course.notebook.display import Progress, Shown, sentence
from course.notebook.program import CellProgram, cell_program
from course.notebook.session import Session, session

__all__ = ["explore", "register", "replay"]


def register(shell: InteractiveShell) -> None:
    """Make both magics known to ``shell``."""
    for magic in (explore, replay):
        shell.magics_manager.register_function(magic, magic_kind="cell", magic_name=magic.__name__)


def explore(line: str, cell: str) -> None:
    """Run the cell's program under every schedule and show each outcome.

    %%explore [--preemptions N|none] [--late N] [--executions N] [--steps N] [--seed N] [--random | --pct DEPTH]
    """
    search = _search(line)
    here = session()
    program = _program(here, cell)
    progress = Progress(here.shell)
    try:
        # ■ ends the search, and shows what it has seen; only a program that is stuck has nothing to show.
        found = here.explorer.explore(program.program, search, progress, partial=True)
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


def _program(here: Session, cell: str) -> CellProgram:
    return cell_program(cell, here.cells.sources(), Path.cwd())


class _Options(argparse.ArgumentParser):
    """The options of ``%%explore``; a wrong one is a sentence, and ends nothing."""

    def error(self, message: str) -> NoReturn:
        options = "--preemptions N (or none), --late N, --executions N, --steps N, --seed N, --random, --pct DEPTH"
        raise UsageError(f"%%explore: {message}. The options are {options}.")


def _search(line: str) -> Search:
    usual = Search()
    options = _Options(add_help=False, allow_abbrev=False)
    options.add_argument("--preemptions", type=_bound, default=usual.preemptions)
    options.add_argument("--late", type=_count, default=usual.late_threads)
    options.add_argument("--executions", type=_count, default=usual.executions)
    options.add_argument("--steps", type=_count, default=usual.steps)
    options.add_argument("--seed", type=_count, default=usual.seed)
    samples = options.add_mutually_exclusive_group()
    samples.add_argument("--random", action="store_true")
    samples.add_argument("--pct", type=_count, metavar="DEPTH")
    given = options.parse_args(shlex.split(line))
    try:
        return Search(
            preemptions=given.preemptions,
            late_threads=given.late,
            executions=given.executions,
            steps=given.steps,
            seed=given.seed,
            strategy="random" if given.random else "exhaustive" if given.pct is None else "pct",
            depth=usual.depth if given.pct is None else given.pct,
        )
    except BadRecord as bad:
        raise UsageError(f"%%explore: {bad}.") from None


def _sentence(bad: BadRecord) -> str:
    return str(bad) if str(bad).endswith(("?", "!", ".")) else f"{bad}."


def _count(text: str) -> int:
    try:
        return int(text.replace(",", "").replace("_", ""))
    except ValueError:
        raise argparse.ArgumentTypeError(f"{text!r} is not a number") from None


def _bound(text: str) -> int | None:
    return None if text.lower() == "none" else _count(text)
