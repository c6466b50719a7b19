"""The judge as a process: cases on standard input, rulings on standard output, one line of JSON each.

``python -m course.grading.judging.judge FOLDER`` is trusted: it holds the checks, hidden ones too, and runs pytest.
The learner's code is only text to it, and runs in a confined process that is made for one case and ends with it, so
that no submission can leave anything to the next.  The programs that a lesson hands out run in a process of their own,
which learners' code never enters, and what comes of them is remembered.  The files of a lesson travel with each case,
and are laid out in ``FOLDER``, which belongs to whoever started the judge.
"""

from __future__ import annotations

import argparse
import hashlib
import logging
import os
import sys
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from course.checking.explorer import Explorer, Remembering
from course.checking.judge import BadChecks, NoSuchExercise, judge
from course.grading.judging.store import engine
from course.grading.sandbox.walls import NoSandbox, explorer
from course.model import Submission, Verdict, from_json, to_json

__all__ = ["Case", "Ruling", "main", "rule"]


@dataclass(frozen=True, slots=True)
class Case:
    """One submission, and the checks to judge it by."""

    submission: Submission
    files: Mapping[str, str]
    """The files of the lesson that judging needs, see :class:`course.grading.judging.lesson.Lesson`."""
    confined: bool = True
    """Whether the learner's code must run in the sandbox."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a judge says of a case."""

    engine: str
    """By which version of the course: a hash, see :func:`course.grading.judging.store.engine`."""
    verdicts: tuple[Verdict, ...] = ()
    trouble: str | None = None
    """Why the checks could not be run, for the instructor: they are not as they must be."""
    refusal: str | None = None
    """Why this machine cannot judge, for the instructor."""
    log: tuple[str, ...] = ()
    """What else the instructor should know."""


def main() -> None:
    """Rule on each case, until there are no more."""
    parser = argparse.ArgumentParser(prog="python -m course.grading.judging.judge", description="Judge submissions.")
    parser.add_argument("folder", type=Path, help="where to lay out the files of lessons")
    folder = parser.parse_args().folder.resolve()
    tempfile.tempdir = str(folder)  # whatever is left by a judge that is killed goes with its folder
    log = _Log()
    logging.getLogger().addHandler(log)
    given = {confined: Remembering(partial(explorer, unconfined=not confined)) for confined in (True, False)}
    # Nothing but rulings may reach standard output, whatever a check or a library prints.
    with os.fdopen(os.dup(1), "wb") as rulings:
        os.dup2(2, 1)
        for text in sys.stdin.buffer:
            case = from_json(text, Case)
            ruling = rule(case, folder, log, given[case.confined])
            rulings.write(to_json(ruling) + b"\n")
            rulings.flush()
    for each in given.values():
        each.close()


def rule(case: Case, folder: Path, log: _Log | None = None, given: Explorer | None = None) -> Ruling:
    """The ruling on ``case``; the lesson's files are laid out within ``folder``, and ``given`` runs its programs."""
    log = log or _Log()
    place = _laid_out(case, folder)
    try:
        with explorer(unconfined=not case.confined) as confined:
            verdicts = judge(case.submission, place, confined, hidden=True, readable=True, given=given)
    except NoSandbox as refusal:
        return Ruling(engine(), refusal=str(refusal), log=log.taken())
    except (BadChecks, NoSuchExercise) as error:
        return Ruling(engine(), trouble=str(error), log=log.taken())
    return Ruling(engine(), verdicts, log=log.taken())


def _laid_out(case: Case, folder: Path) -> Path:
    """The folder with the files of the lesson, named as in the course, because messages name it."""
    place = folder / hashlib.sha256(to_json(case.files)).hexdigest()[:16] / case.submission.assignment
    if not place.exists():
        for name, text in case.files.items():
            path = place / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="")
    return place


class _Log(logging.Handler):
    """What is logged, to travel with the ruling."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self._messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self._messages.append(f"{record.name}: {record.getMessage()}")

    def taken(self) -> tuple[str, ...]:
        """The messages since the last time."""
        messages, self._messages = tuple(self._messages), []
        return messages


if __name__ == "__main__":
    main()
