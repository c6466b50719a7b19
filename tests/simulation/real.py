"""What a program prints on the real Python, compared with what the explorer finds of it."""

from __future__ import annotations

import functools
import subprocess
import sys

from course import Program, Search, explore
from course.model import Exploration

__all__ = ["agree", "explored", "only"]


@functools.cache
def printed(text: str) -> str:
    """The output of ``text`` on real threads, errors included."""
    run = "import sys; exec(compile(sys.argv.pop(), '<main>', 'exec'))"  # no source lines in warnings, as in ours
    ran = subprocess.run(
        [sys.executable, "-u", "-c", run, text],
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        env={"PYTHONHASHSEED": "0", "TZ": "UTC", "PYTHONIOENCODING": "utf-8"},
        check=True,
    )
    return ran.stdout


def explored(text: str, preemptions: int | None = 1) -> Exploration:
    """All that ``text`` can do within the bound."""
    found = explore(Program({"main": text}), Search(preemptions=preemptions))
    assert found.complete, found.coverage
    return found


def only(text: str) -> str:
    """The output of a program that can come out in one way only."""
    (outcome,) = explored(text).outcomes
    assert outcome.ending == "completed", outcome.error or outcome.ending
    return outcome.output


def agree(text: str) -> None:
    """Under every schedule within the bound, ``text`` prints what it prints on real threads."""
    expected = printed(text)
    assert expected, "a program that prints nothing claims nothing"
    assert only(text) == expected
