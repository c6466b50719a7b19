"""What is told about executions, explorations and verdicts: decided here once, and written as plain text.

The HTML (``pages.py``) tells the same from the same records (``Told``, ``ToldOutcome``), so the two forms can
never say different things.  Everything is made from the records alone: the same records give the same bytes,
which stored notebook outputs and feedback rely on.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from course.explain import wording
from course.explain.endings import sentence
from course.explain.findings import DATA_RACE, POLLING
from course.explain.table import table_text
from course.model import Check, Execution, Exploration, Outcome, Program, Verdict

__all__ = [
    "ELSEWHERE",
    "SAME_REASON",
    "SEEN_ABOVE",
    "Telling",
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
    "telling_lines",
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
ELSEWHERE = "In another schedule with this outcome somebody polls."
SEEN_ABOVE = "The execution that shows it is the one above."

TITLES = {"completed": "Completed", "deadlock": "Deadlock", "endless": "Endless"}


@dataclass(frozen=True, slots=True)
class Telling:
    """One finding, in words."""

    sentence: str
    """What it is; empty where that has been said."""
    before: str
    """What happened just before, as a sentence; empty where there is nothing to say."""
    section: str
    """Where a lesson explains it, as a sentence; empty where none does."""


@dataclass(frozen=True, slots=True)
class Told:
    """One execution, in words."""

    sentence: str
    findings: tuple[Telling, ...]
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
    percent: int
    """The share as a number, for a bar."""
    gist: tuple[tuple[str, str], ...]
    """What tells it apart, as (label, short text): what it printed, what came back."""
    execution: Execution
    polling: Told | None
    """Another execution of this outcome, in which somebody polls, although nobody does in ``execution``."""


def told(execution: Execution) -> Told:
    """What to say of one execution."""
    ended = sentence(execution)
    token = str(execution.schedule)
    return Told(
        sentence=ended,
        findings=_beyond(
            ended,
            (
                Telling(finding.sentence, finding.before, f"To read: {finding.section}." if finding.section else "")
                for finding in execution.findings
                # the sentence about an endless execution names the loops already
                if not (finding.kind == "polling" and execution.ending == "endless")
            ),
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
    reason = check.reason or ""
    say = replace(say, findings=_beyond(reason, say.findings))
    # a number may stand in a reason by chance
    known = isinstance(check.execution.result, (list, dict, str)) and say.result.strip("'\"") in reason
    if check.hidden:  # the driver is nobody's business, and what it made the program say neither
        return replace(say, result="", output="")
    return replace(say, result="") if known else say


def _beyond(known: str, findings: Iterable[Telling]) -> tuple[Telling, ...]:
    """``findings`` without the sentences that stand in ``known``, and without those that then say nothing."""
    left = (replace(each, sentence="") if each.sentence in known else each for each in findings)
    return tuple(each for each in left if each.sentence or each.before or each.section)


def telling_lines(findings: Iterable[Telling]) -> list[str]:
    """Findings as lines of plain text."""
    return [line for each in findings for line in (each.sentence, each.before, each.section) if line]


def told_outcomes(exploration: Exploration) -> tuple[ToldOutcome, ...]:
    """What to say of each outcome, the first ``OUTCOMES_SHOWN`` of them."""
    total = sum(outcome.count for outcome in exploration.outcomes)
    every = _stands_for_every(exploration)
    return tuple(_outcome(outcome, total, every) for outcome in exploration.outcomes[:OUTCOMES_SHOWN])


def failing(exploration: Exploration) -> int | None:
    """The place of the outcome to look at: the simplest that did not complete, else the simplest with a finding.

    A data race alone says what may happen; an outcome in which it has happened comes before it.
    """
    for worth in (
        lambda outcome: outcome.ending != "completed",
        lambda outcome: any(finding.kind != DATA_RACE for finding in outcome.execution.findings),
        lambda outcome: bool(outcome.execution.findings or outcome.polling),
    ):
        found = next((index for index, outcome in enumerate(exploration.outcomes) if worth(outcome)), None)
        if found is not None:
            return found
    return None


def _outcome(outcome: Outcome, total: int, every: bool) -> ToldOutcome:
    gist: list[tuple[str, str]] = []
    if outcome.output:
        lines = " ⏎ ".join(outcome.output[: 2 * PRINTED_LIMIT].strip("\n").split("\n"))
        gist.append(("printed", wording.quiet(lines, PRINTED_LIMIT) or "blank lines"))
    if outcome.result is not None:
        gist.append(("result", _value(outcome.result, GIST_LIMIT)))
    failed = outcome.ending != "completed"
    found = outcome.execution.findings
    polling = None
    if outcome.polling is not None:
        polls = tuple(finding for finding in outcome.polling.findings if finding.kind == POLLING)
        polling = told(replace(outcome.polling, findings=polls))
        found += polls
    kinds = list(dict.fromkeys(wording.quiet(each.kind, wording.NAME_LIMIT) for each in found))
    title = TITLES.get(outcome.ending, "")
    if not title:
        title = f"Error: {wording.quiet(outcome.error, GIST_LIMIT)}" if outcome.error else "Error"
    elif kinds and not failed:
        title += f", with {wording.listed(kinds)}"
    share = _share(outcome.count, total, every)
    return ToldOutcome(title, failed, share, _percent(outcome.count, total), tuple(gist), outcome.execution, polling)


def _percent(count: int, total: int) -> int:
    """A share in whole percent; more than nothing is never 0, less than all never 100."""
    if count >= total:
        return 100
    return min(99, max(1, round(100 * count / total)))


def _stands_for_every(exploration: Exploration) -> bool:
    """Whether what was run stands for all schedules, however many preemptions they have."""
    covered = exploration.coverage
    return exploration.complete and covered.startswith("every schedule") and "preemption" not in covered


def _share(count: int, total: int, every: bool) -> str:
    if count >= total and every:
        return "every schedule"
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
    if _stands_for_every(exploration):
        stand = "stands" if exploration.executions == 1 else "stand"
        return f"{ran}, which {stand} for {covered}. {found}."
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
    parts = [say.sentence, *telling_lines(say.findings)]
    if say.result:
        parts.append(f"Result: {say.result}")
    if say.output:
        parts.append("Output:\n" + _indented(say.output))
    if say.token:
        parts.append(f"Schedule: {say.token}")
    parts.append(table_text(execution, _sources(program)))
    return "\n".join(parts)


def exploration_text(exploration: Exploration, program: Program | None = None) -> str:
    """What a search found: coverage, a line per outcome, and the findings and the table of the one to look at."""
    parts = [coverage(exploration)]
    outcomes = told_outcomes(exploration)
    opened = failing(exploration)
    for index, outcome in enumerate(outcomes):
        gist = "".join(f"; {label}: {text}" for label, text in outcome.gist)
        parts.append(f"{index + 1}. {outcome.title}: {outcome.share}{gist}")
        say = told(outcome.execution)
        if say.token and len(outcome.execution.threads) > 1:
            parts.append(f"   %%replay {say.token}")
        if index != opened:
            parts.extend(f"   {line}" for line in telling_lines(say.findings))
        if outcome.polling is not None:
            parts.append(f"   {ELSEWHERE}")
            parts.extend(f"   {line}" for line in telling_lines(outcome.polling.findings))
            if outcome.polling.token:
                parts.append(f"   %%replay {outcome.polling.token}")
    left = len(exploration.outcomes) - len(outcomes)
    if left:
        parts.append(f"… and {wording.plural(left, 'more outcome')}")
    if opened is not None:
        execution = exploration.outcomes[opened].execution
        say = told(execution)
        parts += ["", f"Outcome {opened + 1}. {say.sentence}", *telling_lines(say.findings)]
        parts.append(table_text(execution, _sources(program)))
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
            say = told_of(check)
            parts.extend(f"  {line}" for line in telling_lines(say.findings if say else ()))
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
