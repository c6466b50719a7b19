"""Who made the same mistake: submissions grouped by finding, each group with its simplest execution.

A failed check belongs to the most telling finding of the execution that shows the failure: what led to the ending
comes before the ending, and a data race, which is told of every execution that has one, comes last.  So a lost wake-up
that ended in a deadlock stands under "lost wake-up".  A check that failed without an execution, because the code cannot
be read or an answer is wrong, is grouped too, under what it is.

Of a group, only the one execution that is shown is taken from the store of verdicts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from course.explain.findings import DATA_RACE
from course.grading.judging.store import BadStore, Store
from course.grading.report.records import Answer, Assignment, Paper, Student
from course.model import Check, Finding, Program

__all__ = ["UNREADABLE", "WITHOUT", "Example", "Group", "Line", "Member", "groups", "kinds", "looked_up"]

UNREADABLE = "code that cannot be read"
"""The group of those whose cells are no Python."""
WITHOUT = "other reasons"
"""The group of those whose checks failed with no finding."""
REASONS = 8
"""So many different reasons of such a group are shown."""

Lookup = Callable[[Answer, Check], Check | None]
"""Gives a check with its program and the steps of its execution, or nothing if they are not kept any more."""


@dataclass(frozen=True, slots=True)
class Member:
    """A submission in a group."""

    student: Student
    exercises: tuple[str, ...]
    """Those in which the finding was made."""


@dataclass(frozen=True, slots=True)
class Line:
    """A line of source that a finding is about."""

    module: str
    number: int
    text: str


@dataclass(frozen=True, slots=True)
class Example:
    """The simplest execution of a group."""

    student: Student
    exercise: str
    check: Check
    """With all steps, if ``kept``."""
    finding: Finding
    lines: tuple[Line, ...]
    """What the finding is about, where the text is known."""
    kept: bool
    """Whether the store of verdicts still has it, so that there is a picture."""


@dataclass(frozen=True, slots=True)
class Group:
    """The submissions that have one finding, or none."""

    kind: str
    """A term of the field, such as "lost wake-up"; or why there is no finding."""
    members: tuple[Member, ...]
    endings: tuple[tuple[str, int], ...] = ()
    """How the executions ended, and of how many submissions, the most frequent first."""
    example: Example | None = None
    reasons: tuple[tuple[str, int], ...] = ()
    """Without a finding: what was said, and of how many submissions, the most frequent first."""


@dataclass(frozen=True, slots=True)
class _Failure:
    """One check that one submission failed."""

    paper: Paper
    answer: Answer
    check: Check
    finding: Finding | None

    @property
    def steps(self) -> int:
        """How many steps its execution has: a schedule counts them, also where they are not at hand."""
        assert self.check.execution is not None
        return sum(count for _, count in self.check.execution.schedule.runs)


def groups(assignment: Assignment, lookup: Lookup) -> tuple[Group, ...]:
    """The groups of ``assignment``, the largest first, those without a finding last."""
    failures: dict[str, list[_Failure]] = {}
    for paper in assignment.graded:
        for answer in paper.answers:
            if answer.answered and answer.verdict is not None:
                for failure in _failures(paper, answer):
                    failures.setdefault(_kind(failure), []).append(failure)
    found = [_group(kind, members, lookup) for kind, members in failures.items()]
    return tuple(sorted(found, key=lambda group: (group.example is None, -len(group.members), group.kind)))


def kinds(answer: Answer) -> tuple[str, ...]:
    """Every kind of finding in the failed checks of ``answer``, each once, as they are told."""
    checks = () if answer.verdict is None else answer.verdict.checks
    failed = (check.execution for check in checks if check.status == "failed" and check.execution is not None)
    return tuple(dict.fromkeys(finding.kind for execution in failed for finding in execution.findings))


def looked_up(store: Store | None) -> Lookup:
    """Looks in ``store``."""

    def lookup(answer: Answer, check: Check) -> Check | None:
        if store is None or not answer.key:
            return None
        try:
            verdict = store.known({answer.exercise.name: answer.key}).get(answer.exercise.name)
        except BadStore:
            return None
        whole = () if verdict is None else verdict.checks
        return next((each for each in whole if each.name == check.name and each.execution is not None), None)

    return lookup


def _failures(paper: Paper, answer: Answer) -> list[_Failure]:
    assert answer.verdict is not None
    return [
        _Failure(paper, answer, check, _most_telling(check))
        for check in answer.verdict.checks
        if check.status == "failed"
    ]


def _most_telling(check: Check) -> Finding | None:
    findings = () if check.execution is None else check.execution.findings
    return next((finding for finding in findings if finding.kind != DATA_RACE), next(iter(findings), None))


def _kind(failure: _Failure) -> str:
    if failure.finding is not None:
        return failure.finding.kind
    assert failure.answer.verdict is not None
    return UNREADABLE if failure.answer.verdict.problems else WITHOUT


def _group(kind: str, failures: list[_Failure], lookup: Lookup) -> Group:
    members: dict[str, Member] = {}
    for failure in failures:
        student = failure.paper.student
        before = members[student.id].exercises if student.id in members else ()
        members[student.id] = Member(student, tuple(dict.fromkeys((*before, failure.answer.exercise.name))))
    with_finding = [failure for failure in failures if failure.finding is not None]
    endings = {
        (failure.check.execution.ending, failure.paper.student.id) for failure in failures if failure.check.execution
    }
    reasons = [] if with_finding else sorted({_reason(failure) for failure in failures})
    return Group(
        kind,
        tuple(members.values()),
        _most(ending for ending, _ in sorted(endings)),
        _example(with_finding, lookup) if with_finding else None,
        _most(reason for reason, _ in reasons)[:REASONS],
    )


def _reason(failure: _Failure) -> tuple[str, str]:
    verdict = failure.answer.verdict
    assert verdict is not None
    said = verdict.problems[0] if verdict.problems else failure.check.reason or failure.check.title
    return f"{failure.answer.exercise.name}: {said}", failure.paper.student.id


def _most(things: Iterable[str]) -> tuple[tuple[str, int], ...]:
    return tuple(Counter(things).most_common())


def _example(failures: list[_Failure], lookup: Lookup) -> Example:
    """The simplest that is still kept; if none is, the simplest, without its steps."""
    ordered = sorted(
        failures,
        key=lambda failure: (failure.steps, failure.paper.student.id, failure.answer.exercise.name, failure.check.name),
    )
    for failure in ordered:
        whole = lookup(failure.answer, failure.check)
        if whole is not None:
            return _told(failure, whole, kept=True)
    return _told(ordered[0], ordered[0].check, kept=False)


def _told(failure: _Failure, check: Check, *, kept: bool) -> Example:
    assert failure.finding is not None
    lines = _lines(failure.finding, check.program)
    return Example(failure.paper.student, failure.answer.exercise.name, check, failure.finding, lines, kept)


def _lines(finding: Finding, program: Program | None) -> tuple[Line, ...]:
    found: dict[Line, None] = {}
    for module, number in finding.lines:
        text = ("" if program is None else program.modules.get(module, "")).split("\n")
        if 1 <= number <= len(text) and text[number - 1].strip():
            found[Line(module, number, text[number - 1].strip())] = None
    return tuple(found)
