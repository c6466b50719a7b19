"""Asking the judge: one submission in, one verdict for each of its exercises out.

The judge is a process of its own (`python -m course.checking`), which reads a Submission as JSON and
prints Verdicts as JSON.  Whatever else it does (hang, die, answer nonsense, leave an exercise out)
becomes a verdict that says "needs review", with a sentence: never an exception, which would stop a class,
and never a silent zero.  What an instructor needs to repair it goes to the log, and not to the student,
so that the feedback stays the same on every machine.

:func:`verdicts` takes and gives plain data, and knows nothing of notebooks: a class may be judged ahead,
in parallel, by whoever maps it over an executor.
"""

from __future__ import annotations

import contextlib
import dataclasses
import logging
import math
import os
import signal
import subprocess
import sys
from collections.abc import Mapping, Sequence
from pathlib import Path

from course.model import BadRecord, Check, Submission, Verdict, from_json, to_json

__all__ = ["COMMAND", "TIMEOUT", "unjudged", "verdicts"]

COMMAND = (sys.executable, "-m", "course.checking")
"""The judge, as a command; it is given ``--folder FOLDER --hidden``."""

TIMEOUT = 300.0
"""Seconds of real time for one notebook.  The judge has its own, much closer limits; this one is for the judge."""


def verdicts(
    submission: Submission,
    folder: Path,
    worth: Mapping[str, float],
    *,
    command: Sequence[str] = COMMAND,
    timeout: float = TIMEOUT,
    log: logging.Logger | None = None,
) -> tuple[Verdict, ...]:
    """What the checks in ``folder``, public and hidden, say of ``submission``: a verdict for each of its exercises.

    ``worth`` tells the points of each exercise.
    """
    log = log or logging.getLogger(__name__)
    if not submission.exercises:
        return ()
    try:
        answer = _ask([*command, "--folder", str(folder), "--hidden"], to_json(submission), timeout, log)
        given = from_json(answer, tuple[Verdict, ...])
    except _Silence as silence:
        return unjudged(worth, str(silence))
    except BadRecord as error:
        log.error("The judge's answer is not a list of verdicts: %s", error)
        return unjudged(worth, "The judge's answer could not be read.")
    return tuple(_of(exercise, given, folder, worth[exercise]) for exercise in submission.exercises)


def unjudged(worth: Mapping[str, float], reason: str) -> tuple[Verdict, ...]:
    """Verdicts where nobody judged: of the points of each exercise none is given or refused, a person must look."""
    title = "The checks of this exercise were run"
    return tuple(
        Verdict(exercise, (Check(name="unjudged", title=title, points=points, status="review", reason=reason),))
        for exercise, points in worth.items()
    )


class _Silence(Exception):
    """The judge gave no answer; the message is for the student's feedback."""


def _of(exercise: str, given: Sequence[Verdict], folder: Path, points: float) -> Verdict:
    """The one sound verdict on ``exercise``, or one that says why there is none."""
    found = [verdict for verdict in given if verdict.exercise == exercise]
    if len(found) != 1 or not found[0].checks:
        reason = f"There are no checks for the exercise {exercise!r} in the lesson {folder.name!r}."
        return unjudged({exercise: points}, reason)[0]
    verdict = found[0]
    if not all(math.isfinite(check.points) and check.points >= 0 for check in verdict.checks):
        return unjudged({exercise: points}, "The checks of this exercise are worth no sensible number of points.")[0]
    if not math.isclose(verdict.points, points):
        doubt = Check(
            name="points",
            title="The checks are worth as much as the cell says",
            points=0.0,
            status="review",
            reason=(
                f"The checks of the exercise {exercise!r} are worth {verdict.points:g} points, but its cell has "
                f"{points:g}; the lesson's author must make them agree."
            ),
        )
        return dataclasses.replace(verdict, checks=(*verdict.checks, doubt))
    return verdict


def _ask(command: Sequence[str], question: bytes, timeout: float, log: logging.Logger) -> bytes:
    # A fixed hash seed: a reason that prints a set reads the same on every run.
    environment = {**os.environ, "PYTHONHASHSEED": "0"}
    try:
        process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            env=environment,
            start_new_session=True,
        )
    except OSError as error:
        log.error("The judge %r could not be started: %s", list(command), error)
        raise _Silence("The judge could not be started.") from error
    try:
        answer, complaint = process.communicate(question, timeout=timeout)
    except subprocess.TimeoutExpired as error:
        log.error("The judge %r gave no answer within %g s and was stopped", list(command), timeout)
        raise _Silence("The judge gave no answer in time and was stopped.") from error
    finally:
        if process.poll() is None:
            _stop(process)
    text = complaint.decode("utf-8", "replace").strip()
    if text and process.returncode == 0:
        log.warning("The judge said: %s", text)
    if process.returncode != 0:
        log.error("The judge %r ended with status %d: %s", list(command), process.returncode, text or "(no message)")
        raise _Silence("The judge stopped before it had an answer.")
    return answer


def _stop(process: subprocess.Popen[bytes]) -> None:
    """End the judge and whatever it started; both are in one session, where the system has such."""
    with contextlib.suppress(ProcessLookupError):
        if hasattr(os, "killpg"):
            os.killpg(process.pid, signal.SIGKILL)
        else:
            process.kill()
    # Not communicate(): somebody who left the session may hold the other end of a pipe open for ever.
    for pipe in (process.stdin, process.stdout, process.stderr):
        if pipe is not None:
            with contextlib.suppress(OSError):
                pipe.close()
    process.wait()
