"""The two-way table of every exercise: right programs keep all their points, wrong ones lose what they must.

A file ``tests/catalogue/<assignment>/<exercise>/<name>.py`` holds one answer cell, as a learner might hand it in.
Its first lines say in comments, as TOML, whether it is right, what is special about it, and which checks it loses.
Of a wrong one they say also which finding is due, or why there is none; ``python -m tests.catalogue`` prints that.
"""

from __future__ import annotations

import tomllib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from textwrap import indent
from typing import Any

import nbformat
import pytest

from course.checking.drivers import SOLUTION
from course.checking.explorer import ChildExplorer, Explorer, Progress
from course.checking.judge import judge
from course.model import Execution, Exploration, Program, Schedule, Search, Submission, Verdict
from tests.workers import workers

CATALOGUE = Path(__file__).parent
SOURCE = CATALOGUE.parents[1] / "source"


@dataclass(frozen=True, slots=True)
class Entry:
    """One file of the catalogue."""

    assignment: str
    exercise: str
    name: str
    kind: str
    about: str
    loses: frozenset[str]
    finding: str | None
    without_finding: str | None
    text: str


def read_entry(path: Path) -> Entry:
    text = path.read_text(encoding="utf-8")
    header = []
    for line in text.splitlines():
        if not line.startswith("#"):
            break
        header.append(line.removeprefix("#").removeprefix(" "))
    said = tomllib.loads("\n".join(header))
    about = said.pop({"wrong": "mistake", "right": "variant"}[said["kind"]])
    assignment, exercise = path.parts[-3:-1]
    entry = Entry(
        assignment=assignment,
        exercise=exercise,
        name=path.stem,
        kind=said.pop("kind"),
        about=about,
        loses=frozenset(said.pop("loses")),
        finding=said.pop("finding", None),
        without_finding=said.pop("without_finding", None),
        text=text,
    )
    assert not said, f"{path} says {sorted(said)}, which nobody reads"
    return entry


@dataclass(frozen=True, slots=True)
class Exercise:
    """What the lesson's notebook holds of one exercise."""

    assignment: str
    notebook: str
    name: str
    points: float
    given: tuple[str, ...]
    """The code cells above that belong to no exercise: an answer may use what they define."""
    reference: str

    @property
    def stub(self) -> str:
        """The answer cell as the release has it."""
        lines: list[str] = []
        inside = False
        for line in self.reference.splitlines():
            mark = line.strip()
            if mark == "### BEGIN SOLUTION":
                inside = True
                lines.append(indent("raise NotImplementedError()", line[: len(line) - len(mark)]))
            elif mark == "### END SOLUTION":
                inside = False
            elif not inside:
                lines.append(line)
        return "\n".join(lines)


def read_exercises(path: Path) -> Iterator[Exercise]:
    cells = nbformat.read(path, as_version=4).cells
    by_id = {cell.metadata.nbgrader.grade_id: cell for cell in cells if "nbgrader" in cell.metadata}
    for name, cell in by_id.items():
        if cell.metadata.nbgrader.grade and not cell.metadata.nbgrader.solution:
            above = cells[: cells.index(by_id[f"{name}-solution"])]
            yield Exercise(
                assignment=path.parent.name,
                notebook=path.stem,
                name=name,
                points=cell.metadata.nbgrader.points,
                given=tuple(
                    each.source for each in above if each.cell_type == "code" and "nbgrader" not in each.metadata
                ),
                reference=by_id[f"{name}-solution"].source,
            )


EXERCISES = {
    (exercise.assignment, exercise.name): exercise
    for path in sorted(SOURCE.glob("*/*.ipynb"))
    for exercise in read_exercises(path)
}
ENTRIES = [read_entry(path) for path in sorted(CATALOGUE.glob("*/*/*.py"))]


def named(values: Any) -> Any:
    return pytest.mark.parametrize(
        "subject", values, ids=lambda subject: f"{subject.assignment}/{getattr(subject, 'exercise', '')}/{subject.name}"
    )


@dataclass(frozen=True, slots=True)
class Looked:
    """What came of judging one answer by all checks."""

    verdict: Verdict
    findings: frozenset[tuple[str | None, str]]
    """What is found in any outcome of a right program, with the driver."""


Work = tuple[Exercise, str]
"""An exercise, and an answer to it."""


RIGHT = {
    *((exercise, exercise.reference) for exercise in EXERCISES.values()),
    *((EXERCISES[entry.assignment, entry.exercise], entry.text) for entry in ENTRIES if entry.kind == "right"),
}


def look(work: Work, explorer: ChildExplorer) -> Looked:
    watched = Watched(explorer, whole=work in RIGHT)
    verdict = judged(*work, watched)
    findings = frozenset(
        (entry, finding.sentence)
        for entry, found in watched.found
        for outcome in found.outcomes
        for execution in (outcome.execution, outcome.polling)
        if execution is not None
        for finding in execution.findings
    )
    return Looked(verdict, findings)


def work_of(subject: Exercise | Entry) -> list[Work]:
    """What the tests of ``subject`` judge."""
    if isinstance(subject, Entry):
        return [(EXERCISES[subject.assignment, subject.exercise], subject.text)]
    return [(subject, subject.reference), (subject, subject.stub)]


Look = Callable[[Exercise, str], Looked]


@pytest.fixture(scope="module")
def looked(request: pytest.FixtureRequest) -> Iterator[Look]:
    """What came of an answer, each judged once, on all cores, for the tests that were asked for."""
    subjects = [
        item.callspec.params["subject"]
        for item in request.session.items
        if hasattr(item, "callspec") and "subject" in item.callspec.params
    ]
    with workers(look) as begun:
        works = dict.fromkeys(work for subject in subjects for work in work_of(subject))
        coming = {work: begun(work) for work in works}
        yield lambda exercise, text: coming[exercise, text].result()


def judged(exercise: Exercise, answer: str, explorer: Explorer) -> Verdict:
    submission = Submission(
        assignment=exercise.assignment,
        notebook=exercise.notebook,
        cells=(*exercise.given, answer),
        exercises=(exercise.name,),
    )
    (verdict,) = judge(submission, SOURCE / exercise.assignment, explorer, hidden=True)
    return verdict


def lost(verdict: Verdict) -> dict[str, str | None]:
    """The checks that did not pass, with their reasons."""
    return {check.name: check.reason for check in verdict.checks if check.status != "passed"}


def first_findings(verdict: Verdict) -> dict[str, str]:
    """Of each check that failed and shows an execution with findings, the kind of the first."""
    return {
        check.name: check.execution.findings[0].kind
        for check in verdict.checks
        if check.status == "failed" and check.execution is not None and check.execution.findings
    }


class Watched:
    """An explorer that is as brief as it is asked to be, and keeps what it finds if it looks at the ``whole``."""

    def __init__(self, explorer: ChildExplorer, whole: bool) -> None:
        self.explorer = explorer
        self.whole = whole
        self.found: list[tuple[str | None, Exploration]] = []

    def explore(
        self, program: Program, search: Search, progress: Progress | None = None, *, brief: bool = False
    ) -> Exploration:
        if SOLUTION in program.modules and self.whole:  # what an exercise hands out is wrong on purpose
            self.found.append((program.entry, self.explorer.explore(program, search, progress)))
        return self.explorer.explore(program, search, progress, brief=brief)

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        return self.explorer.replay(program, schedule, search)


@named(EXERCISES.values())
def test_no_outcome_of_a_reference_has_a_finding(subject: Exercise, looked: Look) -> None:
    assert looked(subject, subject.reference).findings == set()


@named([entry for entry in ENTRIES if entry.kind == "right"])
def test_no_outcome_of_a_right_program_has_a_finding(subject: Entry, looked: Look) -> None:
    assert looked(EXERCISES[subject.assignment, subject.exercise], subject.text).findings == set()


@named(EXERCISES.values())
def test_the_reference_has_full_marks(subject: Exercise, looked: Look) -> None:
    verdict = looked(subject, subject.reference).verdict
    assert lost(verdict) == {}
    assert verdict.score == verdict.points == subject.points, "the notebook's points are the sum of the checks' points"
    assert not verdict.needs_review


@named(EXERCISES.values())
def test_the_stub_has_no_points(subject: Exercise, looked: Look) -> None:
    verdict = looked(subject, subject.stub).verdict
    assert verdict.score == 0
    assert not verdict.needs_review


@named([entry for entry in ENTRIES if entry.kind == "right"])
def test_a_right_program_has_full_marks(subject: Entry, looked: Look) -> None:
    verdict = looked(EXERCISES[subject.assignment, subject.exercise], subject.text).verdict
    assert lost(verdict) == {}, f"this is right ({subject.about}), but it lost checks"
    assert verdict.score == verdict.points


@named([entry for entry in ENTRIES if entry.kind == "wrong"])
def test_a_wrong_program_loses_exactly_the_checks_that_name_its_mistake(subject: Entry, looked: Look) -> None:
    verdict = looked(EXERCISES[subject.assignment, subject.exercise], subject.text).verdict
    assert set(lost(verdict)) == subject.loses, f"the mistake: {subject.about}; the reasons given: {lost(verdict)}"
    failed = [check for check in verdict.checks if check.status == "failed"]
    assert len(failed) == len(subject.loses), "each of them is lost for a reason, not left for review"
    assert all(check.reason for check in failed)
    shown = first_findings(verdict)
    if subject.finding is None:
        assert shown == {}, f"there should be none, because {subject.without_finding}"
    else:
        assert subject.finding in shown.values(), f"the mistake: {subject.about}; the findings: {shown}"


@named([entry for entry in ENTRIES if entry.kind == "wrong"])
def test_a_wrong_program_says_which_finding_is_due_or_why_there_is_none(subject: Entry) -> None:
    assert (subject.finding is None) is not (subject.without_finding is None)


@named(EXERCISES.values())
def test_an_exercise_has_wrong_programs_and_different_right_ones(subject: Exercise) -> None:
    mine = [entry for entry in ENTRIES if (entry.assignment, entry.exercise) == (subject.assignment, subject.name)]
    wrong = [entry for entry in mine if entry.kind == "wrong"]
    assert len({entry.about for entry in wrong}) == len(wrong) >= 3
    assert all(entry.loses for entry in wrong)
    right = [entry for entry in mine if entry.kind == "right"]
    assert len({entry.about for entry in right}) == len(right) >= 2
    assert not any(entry.loses for entry in right)


@named(EXERCISES.values())
def test_every_check_can_fail_for_a_reason_of_its_own(subject: Exercise, looked: Look) -> None:
    checks = {check.name for check in looked(subject, subject.reference).verdict.checks}
    mine = [
        entry
        for entry in ENTRIES
        if (entry.assignment, entry.exercise, entry.kind) == (subject.assignment, subject.name, "wrong")
    ]
    assert checks == frozenset().union(*(entry.loses for entry in mine if entry.loses != checks))


def test_every_entry_belongs_to_an_exercise() -> None:
    assert {(entry.assignment, entry.exercise) for entry in ENTRIES} <= set(EXERCISES)
