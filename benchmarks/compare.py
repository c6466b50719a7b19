"""The comparison: each row in a child process of each peer, with a limit, judged by what is true of the row."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from statistics import geometric_mean

from benchmarks.environments import ROOT, interpreter, interpreters, prepare
from benchmarks.peers import FAILURES, Answer, read
from benchmarks.rows import Row


@dataclass(frozen=True)
class Peer:
    """Somebody who is compared."""

    name: str
    module: str
    """Its adapter in ``benchmarks/peers``."""
    own_environment: bool = False
    oldest: tuple[int, int] = (3, 11)
    variables: tuple[tuple[str, str], ...] = ()

    def python(self, named: str | None = None) -> str:
        """The interpreter that runs it; ``named`` goes before those that are found.  Raises Unavailable."""
        if not self.own_environment:
            return sys.executable
        among = [named] if named else []
        return prepare(self.module, interpreter(self.oldest, [*among, *interpreters()]))


OURS = "explorer"
THREADS = "threads"
FRONTRUN = "frontrun"

PEERS = (
    Peer(OURS, "explorer"),
    Peer(FRONTRUN, "frontrun", own_environment=True, variables=(("FRONTRUN_ACTIVE", "1"),)),
    Peer("interleave-test", "interleave", own_environment=True, oldest=(3, 12)),
    Peer(THREADS, "threads"),
)


@dataclass(frozen=True)
class Result:
    """One line of the table."""

    row: Row
    peer: str
    answer: Answer

    @property
    def judged(self) -> str:
        """What the verdict is worth, see :func:`judged`."""
        return judged(self.row.truth, self.answer.verdict)


def judged(truth: str, verdict: str) -> str:
    """What a verdict is worth: "right", "wrong", "missed" or "open".

    "nothing" claims nothing: about a correct program that leaves it open, in another a failure was missed.  Whoever
    gives up or does not answer has not judged.
    """
    if verdict in FAILURES:
        return "right" if verdict == truth else "wrong"
    if verdict == "holds":
        return "right" if truth == "correct" else "wrong"
    return "missed" if verdict == "nothing" and truth != "correct" else "open"


def command(peer: Peer, python: str, row: Row, seconds: float) -> list[str]:
    """What measures one row in a process of its own."""
    return [python, "-m", f"benchmarks.peers.{peer.module}", row.name, str(seconds)]


def ask(command: list[str], limit: float, variables: Iterable[tuple[str, str]] = ()) -> Answer:
    """The last answer of a child process, which is ended with all that it started when ``limit`` seconds are over."""
    environment = os.environ | {"PYTHONHASHSEED": "0"} | dict(variables)
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=pipe, stderr=pipe, text=True, start_new_session=True
    ) as child:
        ended = ""
        try:
            out, err = child.communicate(timeout=limit)
        except subprocess.TimeoutExpired:
            os.killpg(child.pid, signal.SIGKILL)
            out, err = child.communicate()
            ended = f"ended after {limit:.0f} s"
        except BaseException:
            os.killpg(child.pid, signal.SIGKILL)
            raise
    answer = read(out)
    if answer is None:
        last = (err.strip().splitlines() or ["it said nothing"])[-1]
        return Answer("no answer", note=ended or last)
    return replace(answer, note="; ".join(filter(None, (answer.note, ended))))


def ratio(results: Iterable[Result], ours: str, theirs: str) -> tuple[float, int] | None:
    """The geometric mean of the ratio of two figures over the rows that have both, and how many rows that are.

    A figure is named "peer.field", such as "explorer.rate".
    """
    figures: dict[str, dict[str, float]] = {ours: {}, theirs: {}}
    for result in results:
        for figure, found in figures.items():
            peer, _, attribute = figure.partition(".")
            value = getattr(result.answer, attribute)
            if result.peer == peer and value and result.answer.verdict not in ("gave up", "no answer"):
                found[result.row.name] = value
    both = figures[ours].keys() & figures[theirs].keys()
    if not both:
        return None
    return geometric_mean([figures[ours][row] / figures[theirs][row] for row in sorted(both)]), len(both)


def summary(results: list[Result], unavailable: Mapping[str, str]) -> list[str]:
    """The lines under the table."""
    lines = [f"{peer} is not here: {why}" for peer, why in unavailable.items()]
    for peer in dict.fromkeys(result.peer for result in results):
        words = [result.judged for result in results if result.peer == peer]
        counted = ", ".join(f"{words.count(word)} {word}" for word in ("right", "wrong", "missed", "open"))
        lines.append(f"{peer}: {counted}, of {len(words)}")
    for label, ours, theirs in (
        ("executions/s, explorer to frontrun (wanted: 50)", f"{OURS}.rate", f"{FRONTRUN}.rate"),
        ("executions/s, explorer to interleave-test", f"{OURS}.rate", "interleave-test.rate"),
        ("executions/s, sampled by the explorer to plain threads", f"{OURS}.sampled", f"{THREADS}.rate"),
    ):
        if (found := ratio(results, ours, theirs)) is not None:
            mean, rows = found
            lines.append(f"{label}: {mean:.1f} times, geometric mean of {rows} rows")
    return lines
