"""What a class report counts, on small classes whose numbers one can work out by hand."""

import csv
import io
from dataclasses import replace

import pytest

from course.grading.report.figures import bands, checks, exercises, spread
from course.grading.report.groups import WITHOUT, groups, kinds
from course.grading.report.records import Answer, Assignment, Paper, Student
from course.grading.report.spreadsheet import spreadsheet
from course.model import Check, Finding
from tests.grading.report.reported_class import FIRST, SECOND, answer, assignment, check, execution, paper


def nothing(_answer: Answer, _check: Check) -> None:
    """What is found in a store that has nothing."""


def scored(*scores: tuple[float, float]) -> Assignment:
    """A class with these points in two exercises of 4 and 6."""
    papers = [
        paper(f"s{number}", answer(FIRST, score=first), answer(SECOND, score=second))
        for number, (first, second) in enumerate(scores)
    ]
    return Assignment("bells", (FIRST, SECOND), tuple(papers))


def test_scores_are_summed_up_by_quartiles():
    found = spread(scored((0, 0), (4, 0), (4, 1), (4, 2), (4, 6)))
    assert found is not None
    assert (found.lowest, found.quarter, found.median, found.three_quarters, found.highest) == (0, 4, 5, 6, 10)
    assert found.mean == 5


def test_one_score_is_its_own_spread_and_none_has_none():
    found = spread(scored((4, 3)))
    assert found is not None
    assert (found.lowest, found.quarter, found.median, found.highest, found.mean) == (7, 7, 7, 7, 7)
    assert spread(scored()) is None


def test_each_score_is_in_one_band_and_all_points_in_their_own():
    counts = {band.label: band.count for band in bands(scored((0, 0), (0.9, 0), (4, 5.9), (4, 6), (4, 7)))}
    assert {label: count for label, count in counts.items() if count} == {"0 to 9 %": 2, "90 to 99 %": 1, "100 %": 2}
    assert sum(counts.values()) == 5


def test_tenths_of_points_that_make_a_whole_are_not_rounded_into_the_band_below():
    tenths = tuple(replace(FIRST, points=0.1, name=f"tenth-{number}") for number in range(10))
    whole = Assignment(
        "tenths", (replace(FIRST, points=1.0),), (paper("ada", *(answer(each, score=0.1) for each in tenths)),)
    )
    assert [band.label for band in bands(whole) if band.count] == ["100 %"]


def test_late_work_is_in_the_band_of_what_is_left():
    late = replace(scored((4, 6)).papers[0], penalty=5.0)
    assert [band.label for band in bands(Assignment("bells", (FIRST, SECOND), (late,))) if band.count] == ["50 to 59 %"]


def test_a_penalty_takes_no_more_than_there_is():
    assert replace(scored((1, 0)).papers[0], penalty=5.0).score == 0


def test_an_exercise_that_goes_with_the_rest_discriminates_and_one_against_it_less_than_nothing():
    (first, _) = exercises(scored((0, 0), (1, 1), (2, 2), (3, 3), (4, 4)))
    assert first.discrimination == pytest.approx(1.0)
    (first, _) = exercises(scored((0, 4), (1, 3), (2, 2), (3, 1), (4, 0)))
    assert first.discrimination == pytest.approx(-1.0)


@pytest.mark.parametrize(
    "scores", [[(2.0, 1.0), (2.0, 2.0), (2.0, 3.0), (2.0, 4.0), (2.0, 5.0)], [(0.0, 0.0), (4.0, 6.0)]]
)
def test_where_all_have_the_same_or_there_are_few_nothing_is_said_of_discrimination(scores: list[tuple[float, float]]):
    assert exercises(scored(*scores))[0].discrimination is None


def test_averages_and_counts_of_an_exercise():
    (first, second) = exercises(scored((4, 0), (4, 6), (1, 0)))
    assert (first.graded, first.mean, first.share, first.full, first.none) == (3, 3, 75, 2, 0)
    assert (second.mean, second.full, second.none) == (2, 1, 2)


def test_who_left_an_exercise_as_it_was_has_failed_no_check_of_it():
    failed = check("the_bell_rings", "failed")
    papers = (
        paper("ada", answer(FIRST, failed)),
        paper("ben", answer(FIRST, failed, answered=False)),
        paper("cyd", answer(FIRST, check("the_bell_rings"))),
    )
    (found,) = checks(Assignment("bells", (FIRST,), papers))
    assert (found.failed, found.answered, found.percent) == (1, 2, 50)
    assert exercises(Assignment("bells", (FIRST,), papers))[0].unanswered == 1
    assert [
        [member.student.id for member in group.members]
        for group in groups(Assignment("bells", (FIRST,), papers), nothing)
    ] == [["ada"]]


def test_the_check_that_most_have_failed_comes_first():
    often, seldom = check("nobody_polls", "failed", hidden=True), check("the_bell_rings", "failed")
    papers = (
        paper("ada", answer(FIRST, seldom, often)),
        paper("ben", answer(FIRST, check("the_bell_rings"), often)),
    )
    found = checks(Assignment("bells", (FIRST,), papers))
    assert [(each.title, each.hidden, each.failed) for each in found] == [
        ("Nobody polls.", True, 2),
        ("The bell rings.", False, 1),
    ]


def failing(*kinds: str, steps: int | None = None) -> Check:
    """A failed check whose execution has findings of these kinds."""
    shown = execution()
    found = tuple(Finding(kind, f"It is a {kind}.") for kind in kinds)
    made = replace(shown, findings=found)
    if steps is not None:
        made = replace(made, schedule=replace(made.schedule, runs=((0, steps),)), steps=())
    return check("everybody_hears", "failed", shows=made)


@pytest.mark.parametrize(
    ("findings", "kind"),
    [
        (("lost wake-up", "deadlock"), "lost wake-up"),
        (("data race", "lost update"), "lost update"),
        (("data race",), "data race"),
        ((), WITHOUT),
    ],
)
def test_a_failure_is_grouped_by_its_most_telling_finding(findings: tuple[str, ...], kind: str):
    found = groups(Assignment("bells", (FIRST,), (paper("ada", answer(FIRST, failing(*findings))),)), nothing)
    assert [group.kind for group in found] == [kind]


def test_a_submission_counts_once_in_a_group_however_many_of_its_checks_are_in_it():
    twice = answer(FIRST, failing("deadlock"), failing("deadlock"))
    (group,) = groups(
        Assignment("bells", (FIRST, SECOND), (paper("ada", twice, answer(SECOND, failing("deadlock"))),)), nothing
    )
    assert [(member.student.id, member.exercises) for member in group.members] == [
        ("ada", ("first-bell", "second-bell"))
    ]
    assert group.endings == (("deadlock", 1),)


def test_the_simplest_execution_that_is_still_kept_is_shown():
    papers = tuple(paper(f"s{steps}", answer(FIRST, failing("deadlock", steps=steps))) for steps in (9, 3, 6))
    work = Assignment("bells", (FIRST,), papers)
    kept = {failing("deadlock", steps=steps).execution for steps in (6, 9)}
    (group,) = groups(work, lambda _answer, check: check if check.execution in kept else None)
    assert group.example is not None
    assert (group.example.student.id, group.example.kept) == ("s6", True)
    (group,) = groups(work, nothing)
    assert group.example is not None
    assert (group.example.student.id, group.example.kept) == ("s3", False)


def test_groups_come_by_size_and_those_without_a_finding_last():
    papers = (
        *(paper(f"w{n}", answer(FIRST, failing())) for n in range(3)),
        paper("ada", answer(FIRST, failing("deadlock"))),
        *(paper(f"p{n}", answer(FIRST, failing("polling"))) for n in range(2)),
    )
    found = groups(Assignment("bells", (FIRST,), papers), nothing)
    assert [(group.kind, len(group.members)) for group in found] == [("polling", 2), ("deadlock", 1), (WITHOUT, 3)]
    assert found[-1].reasons == (
        ("first-bell: everybody_hears is <b>not</b> so.\n    Cell [1], line 2:  bell.wait()", 3),
    )


def test_all_kinds_of_finding_of_an_answer_are_named_once_and_of_failed_checks_only():
    passed = replace(failing("polling"), status="passed")
    found = answer(FIRST, failing("lost wake-up", "deadlock"), failing("deadlock"), passed)
    assert kinds(found) == ("lost wake-up", "deadlock")


@pytest.mark.parametrize("id", ["=1+1", "+1", "-1", "@x", " =1", "\t=1", "＝1"])
def test_a_text_that_a_spreadsheet_would_run_is_marked_as_text(id: str):
    work = replace(assignment(), papers=(Paper(Student(id), "not graded"),))
    for row in spreadsheet([work]).splitlines()[1:]:
        assert row.startswith(f'"\'{id}"')


def test_quotes_and_line_ends_in_a_name_stay_in_their_cell():
    id = 'say "bell"\r\nand, more'
    work = replace(assignment(), papers=(Paper(Student(id), "not graded"),))
    table = list(csv.reader(io.StringIO(spreadsheet([work]), newline="")))
    assert [row[0] for row in table[1:]] == [id] * 3
    assert {len(row) for row in table} == {len(table[0])}
