"""Counting: how scores are distributed, how hard each exercise was, which checks fail most."""

from __future__ import annotations

import statistics
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from course.grading.report.records import Answer, Assignment, Exercise, Paper

__all__ = ["Band", "CheckFigures", "ExerciseFigures", "Spread", "bands", "checks", "exercises", "spread"]

WIDTH = 10
"""Percent of the points that a band covers."""
FEW = 5
"""With fewer graded submissions than this, a correlation says nothing."""


@dataclass(frozen=True, slots=True)
class Spread:
    """Some scores, summed up."""

    lowest: float
    quarter: float
    """A quarter of the scores is not above it."""
    median: float
    three_quarters: float
    highest: float
    mean: float


@dataclass(frozen=True, slots=True)
class Band:
    """How many submissions have a score within a range."""

    label: str
    """In percent of the points that can be had."""
    count: int


@dataclass(frozen=True, slots=True)
class ExerciseFigures:
    """How a class did in one exercise."""

    exercise: Exercise
    graded: int
    mean: float
    """Points."""
    full: int
    """How many have all points."""
    none: int
    """How many have no points."""
    unanswered: int
    """How many left it as it was released."""
    reviews: int
    discrimination: float | None
    """The correlation of its points with those of all other exercises together (the *corrected item-total correlation*,
    -1 to 1): near 1, whoever has it has the rest; ``None`` where too few are graded, or all have the same."""

    @property
    def share(self) -> float | None:
        """The mean, in percent of its points."""
        return 100 * self.mean / self.exercise.points if self.exercise.points else None


@dataclass(frozen=True, slots=True)
class CheckFigures:
    """How often one check failed, among those who answered."""

    exercise: Exercise
    title: str
    hidden: bool
    failed: int
    reviews: int
    answered: int

    @property
    def percent(self) -> float:
        """How many of those who answered failed it."""
        return 100 * self.failed / self.answered


def spread(assignment: Assignment) -> Spread | None:
    """The scores of ``assignment``; ``None`` if nobody has one."""
    scores = sorted(paper.score for paper in assignment.graded)
    if not scores:
        return None
    several = scores if len(scores) > 1 else scores * 2
    quarter, median, three_quarters = statistics.quantiles(several, n=4, method="inclusive")
    return Spread(scores[0], quarter, median, three_quarters, scores[-1], statistics.fmean(scores))


def bands(assignment: Assignment) -> tuple[Band, ...]:
    """The scores of ``assignment`` in bands of ten percent, with a band of its own for whoever has everything."""
    counts = dict.fromkeys(range(0, 100 + WIDTH, WIDTH), 0)
    for paper in assignment.graded:
        # Rounded: a third and two thirds of a point make one.
        percent = round(100 * paper.score / assignment.points, 6) if assignment.points else 100.0
        counts[int(min(100.0, max(0.0, percent)) // WIDTH) * WIDTH] += 1
    return tuple(
        Band(f"{low} to {low + WIDTH - 1} %" if low < 100 else "100 %", count) for low, count in counts.items()
    )


def exercises(assignment: Assignment) -> tuple[ExerciseFigures, ...]:
    """Figures for each exercise, in the order of the lesson."""
    return tuple(_exercise(exercise, assignment.graded) for exercise in assignment.exercises)


def _exercise(exercise: Exercise, papers: Sequence[Paper]) -> ExerciseFigures:
    found = [(answer, paper.raw - answer.score) for paper in papers for answer in _of(paper, exercise)]
    answers = [answer for answer, _ in found]
    scores = [answer.score for answer in answers]
    return ExerciseFigures(
        exercise,
        len(answers),
        statistics.fmean(scores) if scores else 0.0,
        sum(score >= exercise.points - 1e-9 for score in scores),
        sum(score <= 0 for score in scores),
        sum(not answer.answered for answer in answers),
        sum(answer.review for answer in answers),
        _correlation(scores, [rest for _, rest in found]),
    )


def _of(paper: Paper, exercise: Exercise) -> Iterable[Answer]:
    return (answer for answer in paper.answers if answer.exercise == exercise)


def _correlation(scores: Sequence[float], others: Sequence[float]) -> float | None:
    if len(scores) < FEW:
        return None
    try:
        return statistics.correlation(scores, others)
    except statistics.StatisticsError:  # all the same
        return None


def checks(assignment: Assignment) -> tuple[CheckFigures, ...]:
    """The checks that somebody who answered has failed, the most failed first."""
    counts: dict[tuple[Exercise, str, str, bool], list[int]] = {}
    for paper in assignment.graded:
        for answer in paper.answers:
            if answer.verdict is None or not answer.answered:
                continue
            for check in answer.verdict.checks:
                count = counts.setdefault((answer.exercise, check.name, check.title, check.hidden), [0, 0, 0])
                count[0] += check.status == "failed"
                count[1] += check.status == "review"
                count[2] += 1
    found = [
        CheckFigures(exercise, title, hidden, failed, reviews, answered)
        for (exercise, _, title, hidden), (failed, reviews, answered) in counts.items()
        if failed
    ]
    place = {exercise: number for number, exercise in enumerate(assignment.exercises)}
    return tuple(sorted(found, key=lambda each: (-each.percent, -each.failed, place[each.exercise], each.title)))
