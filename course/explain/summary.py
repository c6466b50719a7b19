"""What is told about executions, explorations and verdicts: decided here once, and written as plain text.

The HTML (``pages.py``) tells the same from the same records (``Told``, ``ToldOutcome``), so the two forms can
never say different things.  Everything is made from the records alone: the same records give the same bytes,
which stored notebook outputs and feedback rely on.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from course.explain import wording
from course.explain.endings import sentence
from course.explain.table import table_text
from course.model import Check, Execution, Exploration, Outcome, Program, Verdict

__all__ = [
    "SAME_REASON",
    "SEEN_ABOVE",
    "Told",
    "ToldOutcome",
    "coverage",
    "execution_text",
    "exploration_text",
    "explored",
    "failing",
    "problems",
    "repeated",
    "replay_cell",
    "score",
    "seen_above",
    "shortened",
    "status",
    "told",
    "told_of",
    "told_outcomes",
    "verdict_text",
]

OUTCOMES_SHOWN = 20
OUTPUT_LINES = 40
OUTPUT_LIMIT = 4000
GIST_LIMIT = 60
PRINTED_LIMIT = 120
"""Outcomes often differ only near the end of what they print."""
TOKEN_LIMIT = 20_000

SAME_REASON = "For the same reason as the one above."
SEEN_ABOVE = "The execution that shows it is the one above."

TITLES = {"completed": "Completed", "deadlock": "Deadlock", "endless": "Endless"}


@dataclass(frozen=True, slots=True)
class Told:
    """One execution, in words."""

    sentence: str
    findings: tuple[str, ...]
    """What there is to say beyond the sentence."""
    result: str
    """What the entry returned; empty for nothing."""
    output: str
    """What was printed, shortened; empty for nothing."""
    token: str
    """The schedule; empty if it is too long to be of use."""


@dataclass(frozen=True, slots=True)
class ToldOutcome:
    """One outcome of an exploration, in words."""

    title: str
    failed: bool
    share: str
    gist: tuple[tuple[str, str], ...]
    """What tells it apart, as (label, short text): what it printed, what came back."""
    execution: Execution


def told(execution: Execution) -> Told:
    """What to say of one execution."""
    ended = sentence(execution)
    token = str(execution.schedule)
    return Told(
        sentence=ended,
        findings=tuple(
            finding.sentence
            for finding in execution.findings
            # the sentence about an endless execution names the loops already
            if finding.sentence != ended and not (finding.kind == "polling" and execution.ending == "endless")
        ),
        result="" if execution.result is None else _value(execution.result, OUTPUT_LIMIT),
        output=shortened(execution.output),
        token=token if len(token) <= TOKEN_LIMIT else "",
    )


def told_of(check: Check) -> Told | None:
    """What to say of the execution that a check shows, without what its reason has said."""
    if check.execution is None:
        return None
    say = told(check.execution)
    say = replace(say, findings=tuple(finding for finding in say.findings if finding not in (check.reason or "")))
    # a number may stand in a reason by chance
    known = isinstance(check.execution.result, (list, dict, str)) and say.result.strip("'\"") in (check.reason or "")
    return replace(say, result="") if known else say


def told_outcomes(exploration: Exploration) -> tuple[ToldOutcome, ...]:
    """What to say of each outcome, the first ``OUTCOMES_SHOWN`` of them."""
    total = sum(outcome.count for outcome in exploration.outcomes)
    return tuple(_outcome(outcome, total) for outcome in exploration.outcomes[:OUTCOMES_SHOWN])


def failing(exploration: Exploration) -> int | None:
    """The place of the simplest outcome that did not complete; ``None`` if all did."""
    ends = (index for index, outcome in enumerate(exploration.outcomes) if outcome.ending != "completed")
    return next(ends, None)


def _outcome(outcome: Outcome, total: int) -> ToldOutcome:
    gist: list[tuple[str, str]] = []
    if outcome.output:
        lines = " ⏎ ".join(outcome.output[: 2 * PRINTED_LIMIT].strip("\n").split("\n"))
        gist.append(("printed", wording.quiet(lines, PRINTED_LIMIT) or "blank lines"))
    if outcome.result is not None:
        gist.append(("result", _value(outcome.result, GIST_LIMIT)))
    title = TITLES.get(outcome.ending, "")
    if not title:
        title = f"Error: {wording.quiet(outcome.error, GIST_LIMIT)}" if outcome.error else "Error"
    return ToldOutcome(
        title, outcome.ending != "completed", _share(outcome.count, total), tuple(gist), outcome.execution
    )


def _share(count: int, total: int) -> str:
    if count >= total:
        return "the only schedule" if total == 1 else f"all {wording.number(total)} schedules"
    percent = 100 * count / total
    shown = "under 1 %" if percent < 1 else "over 99 %" if percent > 99 else f"{percent:.0f} %"
    return f"{wording.number(count)} of {wording.number(total)} schedules ({shown})"


def coverage(exploration: Exploration) -> str:
    """One line: how many schedules were run, what that covers, and how many outcomes there are."""
    ran = f"{wording.plural(exploration.executions, 'schedule')} run"
    covered = wording.quiet(exploration.coverage, 200)
    found = wording.plural(len(exploration.outcomes), "outcome")
    if exploration.complete or not covered.startswith("incomplete"):
        return f"{ran}: {covered}. {found}."
    return f"{ran}. {covered[0].upper()}{covered[1:]}. {found} so far."


def shortened(output: str) -> str:
    """Printed text in a size for a page; what was cut is said."""
    lines = output[: OUTPUT_LIMIT + 1].split("\n")
    text = "\n".join(lines[:OUTPUT_LINES])[:OUTPUT_LIMIT]
    shown = "".join(char if char.isprintable() or char in "\n\t" else f"\\x{ord(char):02x}" for char in text)
    if len(text) == len(output):
        return shown
    return f"{shown.rstrip()}\n… ({wording.number(len(output) - len(text))} more characters)"


def _value(value: Any, limit: int) -> str:
    """A JSON value in words, a text as Python writes it; never more of it than can be shown."""
    return wording.quiet(repr(value), limit) if isinstance(value, str) else wording.value(value, limit)


# --- the plain forms ------------------------------------------------------------------


def execution_text(execution: Execution, program: Program | None = None) -> str:
    """One execution: how it ended, what it printed, its schedule and its table."""
    say = told(execution)
    parts = [say.sentence, *say.findings]
    if say.result:
        parts.append(f"Result: {say.result}")
    if say.output:
        parts.append("Output:\n" + _indented(say.output))
    if say.token:
        parts.append(f"Schedule: {say.token}")
    parts.append(table_text(execution, _sources(program)))
    return "\n".join(parts)


def exploration_text(exploration: Exploration, program: Program | None = None) -> str:
    """What a search found: coverage, a line per outcome, and the table of the simplest that failed."""
    parts = [coverage(exploration)]
    outcomes = told_outcomes(exploration)
    for index, outcome in enumerate(outcomes, start=1):
        gist = "".join(f"; {label}: {text}" for label, text in outcome.gist)
        parts.append(f"{index}. {outcome.title}: {outcome.share}{gist}")
        token = told(outcome.execution).token
        if token and exploration.executions > 1:
            parts.append(f"   %%replay {token}")
    left = len(exploration.outcomes) - len(outcomes)
    if left:
        parts.append(f"… and {wording.plural(left, 'more outcome')}")
    first = failing(exploration)
    if first is not None:
        execution = exploration.outcomes[first].execution
        say = told(execution)
        parts += ["", f"Outcome {first + 1}. {say.sentence}", *say.findings, table_text(execution, _sources(program))]
    return "\n".join(parts)


def verdict_text(verdict: Verdict) -> str:
    """What the checks of one exercise said, for the learner."""
    parts = [f"{verdict.exercise}: {score(verdict)}", *problems(verdict)]
    for check, again, same in zip(verdict.checks, repeated(verdict), seen_above(verdict), strict=True):
        parts.append(f"{status(check)}: {check.title}")
        if check.reason:
            parts.append(_indented(SAME_REASON if again else check.reason.strip()))
        parts.extend(f"  Explored: {covered}." for covered in explored(check))
        if same:
            parts.extend([] if again else [f"  {SEEN_ABOVE}"])
        elif check.execution is not None:
            parts.append(_indented(table_text(check.execution, _sources(check.program), width=96)))
        cell = replay_cell(check)
        if cell and not same:
            parts.append("  To see it again, paste this into a cell:\n" + _indented(cell, "    "))
        elif check.hidden and check.schedule and check.execution is not None and not same:
            parts.append(f"  The schedule, for whoever has the hidden check: {check.schedule}")
    return "\n".join(parts)


def problems(verdict: Verdict) -> tuple[str, ...]:
    """The problems of the cells, but for those that are the reason of a check anyway."""
    reasons = {check.reason for check in verdict.checks}
    return tuple(problem for problem in verdict.problems if problem not in reasons)


def repeated(verdict: Verdict) -> tuple[bool, ...]:
    """For each check, whether its reason is, word for word, that of the last one before it that has a reason."""
    again: list[bool] = []
    last: str | None = None
    for check in verdict.checks:
        again.append(check.reason is not None and check.reason == last)
        last = check.reason or last
    return tuple(again)


def seen_above(verdict: Verdict) -> tuple[bool, ...]:
    """For each check, whether an earlier one has shown the very same execution."""
    shown: list[Execution] = []
    above = []
    for check in verdict.checks:
        above.append(check.execution in shown)
        if check.execution is not None:
            shown.append(check.execution)
    return tuple(above)


def score(verdict: Verdict) -> str:
    """How much of an exercise is done: "1 of 3 checks passed, 2 of 5 points"."""
    passed = sum(check.status == "passed" for check in verdict.checks)
    return (
        f"{passed} of {wording.plural(len(verdict.checks), 'check')} passed, "
        f"{verdict.score:g} of {verdict.points:g} {'point' if verdict.points == 1 else 'points'}"
    )


def status(check: Check) -> str:
    """One check's verdict and points, as words: "passed (2 points)", "failed (0 of 2 points)"."""
    points = f"{check.points:g} {'point' if check.points == 1 else 'points'}"
    if check.status == "failed":
        points = f"0 of {points}"
    hidden = ", hidden check" if check.hidden else ""
    return f"{'needs review' if check.status == 'review' else check.status} ({points}{hidden})"


def explored(check: Check) -> tuple[str, ...]:
    """What the explorations of a check covered, each wording once."""
    return tuple(dict.fromkeys(check.coverage))


def replay_cell(check: Check) -> str:
    """A cell that shows the failure again, ready to paste; empty where there is none to show."""
    program = check.program
    if program is None or not check.schedule:
        return ""
    if program.entry is None:  # a script that the exercise hands out; of a hidden check, nothing
        text = program.modules["main"].removeprefix("\n")
        return f"%%replay {check.schedule}\n{text}".rstrip() if text.strip() else ""
    driver = program.entry.partition(":")[2]
    arguments = ", ".join(f"{name}={value!r}" for name, value in program.arguments.items())
    # Calling the driver from a script and printing its result takes the same steps as calling it as an entry.
    return f"%%replay {check.schedule}\nfrom scenarios import {driver}\nprint({driver}({arguments}))"


def _indented(text: str, by: str = "  ") -> str:
    return "\n".join(f"{by}{line}".rstrip() for line in text.split("\n"))


def _sources(program: Program | None) -> Mapping[str, str] | None:
    return None if program is None else program.modules
