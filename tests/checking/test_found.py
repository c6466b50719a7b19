"""The demands of a check, on explorations built by hand."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from course.checking.cells import assemble
from course.checking.found import READY_MADE, CheckFailed, Found, Undecided
from course.checking.places import Places
from course.model import Execution, Exploration, Failure, Outcome, Search, Step, Wait
from tests.checking.lessons import exploration, outcome

CELLS = (
    "%load_ext course.notebook",
    "import threading\nready = threading.Event()\n\ndef consume(box_):\n    ready.wait()\n    return box.take()\n",
    "box = make_box()",
)
PLACES = Places(assemble(CELLS))
WAIT_LINE = PLACES.solution.text.split("\n").index("    ready.wait()") + 1

DEADLOCK = outcome(
    ending="deadlock",
    token="0x3.1x2",
    waiting=(
        Wait(1, "Event.wait", "ready", "solution", WAIT_LINE),
        Wait(0, "Thread.join", "consumer", "main", 9),
    ),
)
INCOMPLETE = "incomplete: 20,000 schedules were run, then the budget of executions was spent"


def error(kind: str, message: str, module: str = "solution", line: int = WAIT_LINE) -> Outcome:
    return outcome(ending="error", failures=(Failure(1, kind, message, module, line),))


def found(*outcomes: Outcome, places: Places = PLACES, **more: Any) -> Found:
    return Found(exploration(*outcomes, **more), places=places)


def failure(demand: Callable[[], object]) -> CheckFailed:
    with pytest.raises(CheckFailed) as failed:
        demand()
    return failed.value


# --- completes --------------------------------------------------------------------------------


def test_what_comes_to_its_end_in_every_schedule_completes() -> None:
    good = found(outcome(1), outcome(2))
    assert good.completes() is good


def test_a_deadlock_says_what_was_wanted_how_it_ended_and_quotes_the_learners_line() -> None:
    failed = failure(found(outcome(1), DEADLOCK).completes)
    assert failed.execution is DEADLOCK.execution
    assert failed.reason == (
        "The program must come to its end in every schedule, but here it does not.\n"
        "Deadlock: consumer waits for the Event 'ready' (cell [2], line 5) and nobody is left who could set it; "
        "main waits for thread 'consumer' to end (scenarios.py, line 9).\n"
        "    Cell [2], line 5:  ready.wait()"
    )


def test_of_a_hidden_driver_no_line_is_told() -> None:
    failed = failure(found(DEADLOCK, places=Places(PLACES.solution, hidden=True)).completes)
    assert "main waits for thread 'consumer' to end." in failed.reason
    assert "line 9" not in failed.reason
    assert "scenarios" not in failed.reason


def test_an_error_says_which_and_where() -> None:
    failed = failure(found(error("ValueError", "no such item")).completes)
    assert failed.reason == (
        "No thread may end by an error, but here one does.\n"
        "ValueError in thread 'consumer' at cell [2], line 5: no such item. Nobody caught it.\n"
        "    Cell [2], line 5:  ready.wait()"
    )


def test_a_name_that_was_left_out_of_the_module_is_explained() -> None:
    failed = failure(found(error("NameError", "name 'box' is not defined")).completes)
    assert failed.reason.endswith(
        "\n`box` is set in cell [3], line 1, by a call at the top level, which is not part of your answer; "
        "make it inside a function or a class."
    )


def test_an_exercise_that_is_still_as_it_was_given_out_has_no_answer_yet() -> None:
    stub = "def consume(items):\n    raise NotImplementedError()"
    outcome = error("NotImplementedError", "", line=2)
    failed = failure(found(outcome, places=Places(assemble([stub]))).completes)
    assert failed.execution is None
    assert failed.reason == (
        "There is no answer here yet: the program came to a NotImplementedError.\n"
        "    Cell [1], line 2:  raise NotImplementedError()"
    )


def test_the_simplest_violation_is_the_one_that_is_shown() -> None:
    other = outcome(ending="endless", token="0x9")
    assert failure(found(outcome(1), DEADLOCK, other).completes).execution is DEADLOCK.execution


# --- always -----------------------------------------------------------------------------------


def test_an_execution_that_was_not_recorded_is_recorded_for_whoever_asks() -> None:
    whole = [outcome(1), outcome(2)]
    brief = [replace(each, execution=replace(each.execution, threads=(), steps=())) for each in whole]
    asked = []

    def record(execution: Execution) -> Execution:
        asked.append(execution)
        return whole[brief.index(next(each for each in brief if each.execution is execution))].execution

    seen = Found(exploration(*brief), places=PLACES, record=record)
    seen.completes().never_polls().always(lambda outcome: outcome.result > 0, "")
    assert asked == []
    failed = failure(lambda: seen.always(lambda outcome: outcome.result == 1, "it is not"))
    assert failed.execution is not None
    assert failed.execution.threads == ("main", "consumer")
    assert asked == [brief[1].execution]
    assert seen.always(lambda outcome: outcome.execution.threads, "it tells its threads") is seen


def test_an_invariant_that_holds_everywhere_holds() -> None:
    good = found(outcome([1, 2]), outcome([2, 1]))
    assert good.always(lambda outcome: sorted(outcome.result) == [1, 2], "never said") is good


@pytest.mark.parametrize(
    ("because", "reason"),
    [
        ("the consumer saw {outcome.result}", "The consumer saw items: [2]."),
        ("race() returned {outcome.result[items]} too early!", "race() returned [2] too early!"),
        ("`n` is {outcome.result[items][0]:03d}", "`n` is 002."),
        (
            "the result is {outcome.result[nothing]}",
            "The result is items: [2], which has not the form that is expected.",
        ),
        ("a { that is no field", "The result is items: [2], which has not the form that is expected."),
    ],
)
def test_the_reason_is_the_authors_with_the_values_in_it(because: str, reason: str) -> None:
    bad = outcome({"items": [2]}, token="0x5")
    failed = failure(lambda: found(bad).always(lambda outcome: False, because))
    assert (failed.reason, failed.execution) == (reason, bad.execution)


def test_a_value_in_a_reason_is_short_and_printable() -> None:
    reason = failure(
        lambda: found(outcome("\x1b[31m" + "x" * 10**6)).always(lambda _: False, "{outcome.result}")
    ).reason
    assert len(reason) < 450
    assert reason.isprintable()


def test_what_a_program_returned_is_never_a_template() -> None:
    bad = outcome("{outcome.execution} {0}")
    assert (
        failure(lambda: found(bad).always(lambda _: False, "saw {outcome.result}")).reason
        == "Saw {outcome.execution} {0}."
    )


@pytest.mark.parametrize("result", [None, 3, [], {"sold": 1}])
def test_a_result_that_the_predicate_cannot_read_is_a_wrong_result(result: object) -> None:
    predicate = lambda outcome: outcome.result["sold"][0] == 1  # noqa: E731
    assert failure(lambda: found(outcome(result)).always(predicate, "saw {outcome.result}")).reason.startswith("Saw ")


def test_a_mistake_in_the_predicate_itself_is_not_the_learners() -> None:
    with pytest.raises(AttributeError):
        found(outcome(1)).always(lambda outcome: outcome.rseult == 1, "")


def test_an_outcome_that_did_not_come_to_its_end_says_that_instead() -> None:
    reason = failure(lambda: found(DEADLOCK).always(lambda outcome: outcome.result == 1, "saw {outcome.result}")).reason
    assert reason.startswith("Deadlock: consumer waits")


def test_a_demand_that_is_not_met_may_name_what_kind_of_wrong_it_is() -> None:
    failed = failure(
        lambda: found(outcome([2, 1])).always(lambda _: False, "it came as {outcome.result}", finding="wrong order")
    )
    assert failed.execution is not None
    said = [(finding.kind, finding.sentence) for finding in failed.execution.findings]
    assert ("wrong order", "It came as [2, 1].") in said


def test_what_does_not_come_to_its_end_is_no_wrong_order() -> None:
    failed = failure(lambda: found(DEADLOCK).always(lambda _: False, "odd", finding="wrong order"))
    assert failed.execution is DEADLOCK.execution


def test_a_kind_of_wrong_that_there_is_not_is_the_authors_mistake() -> None:
    with pytest.raises(ValueError, match="finding='mess' is none that a check can know; take one of: item "):
        found(outcome(1)).always(lambda _: True, "odd", finding="mess")


# --- predictions ------------------------------------------------------------------------------


def test_outputs_are_what_completed_schedules_print_and_endings_how_all_end() -> None:
    printed = [replace(outcome(), output=text) for text in ("1\n", "\n2 \n", "1")]
    seen = found(*printed, replace(DEADLOCK, output="3"))
    assert seen.outputs() == {"1", "2"}
    assert seen.endings() == {"completed", "deadlock"}


def test_an_incomplete_exploration_is_nothing_to_compare_with() -> None:
    partial = found(outcome(), coverage=INCOMPLETE, complete=False)
    for compared in (partial.outputs, partial.endings, lambda: partial.predicted({""})):
        with pytest.raises(Undecided):
            compared()


# --- possible ---------------------------------------------------------------------------------


def test_one_schedule_is_enough_to_be_possible() -> None:
    good = found(outcome([1, 2]), outcome([2, 1]))
    assert good.possible(result=(2, 1)) is good, "a tuple is a list once it has been JSON"
    assert good.possible(lambda outcome: outcome.result[0] == 1, "") is good


def test_what_no_schedule_gives_is_not_possible_and_says_what_is() -> None:
    results = [outcome([n]) for n in range(5)]
    failed = failure(lambda: found(*results).possible(result=[9]))
    assert failed.execution is None
    assert failed.reason == (
        "No schedule gives the result [9], although a right program can. "
        "The results that are possible:\n    [0]\n    [1]\n    [2]\n    …"
    )
    named = failure(lambda: found(*results[:1]).possible(lambda outcome: False, "Bo can never win"))
    assert named.reason == "Bo can never win. The results that are possible:\n    [0]"


def test_what_did_not_come_to_its_end_makes_nothing_possible() -> None:
    assert failure(lambda: found(DEADLOCK).possible(lambda outcome: True, "")).execution is DEADLOCK.execution
    assert failure(lambda: found(outcome(1), DEADLOCK).possible(result=None)).execution is None


@pytest.mark.parametrize("wrong", [{}, {"predicate": bool, "result": 1}, {"output": "x"}, {"result": 1, "output": "x"}])
def test_possible_takes_one_thing(wrong: dict[str, Any]) -> None:
    with pytest.raises(TypeError, match="either a predicate or result="):
        found(outcome(1)).possible(**wrong)


# --- never_polls ------------------------------------------------------------------------------


@pytest.mark.parametrize("operation", ["spin", "poll"])
def test_who_polls_is_named_with_the_line_even_if_all_ends_well(operation: str) -> None:
    polls = outcome(1, steps=(Step(1, operation, None, "solution", WAIT_LINE, 0.0),))
    failed = failure(found(outcome(2), polls).never_polls)
    assert failed.execution is polls.execution
    assert failed.reason.startswith("Polling: consumer ")
    assert "cell [2], line 5" in failed.reason
    assert failed.reason.endswith("\n    Cell [2], line 5:  ready.wait()")


def test_who_polls_in_another_schedule_than_the_simplest_polls() -> None:
    polls = outcome(2, steps=(Step(1, "spin", None, "solution", WAIT_LINE, 0.0),)).execution
    failed = failure(found(replace(outcome(2), polling=polls)).never_polls)
    assert failed.execution is polls


def test_who_waits_to_be_told_does_not_poll() -> None:
    good = found(outcome(1, steps=(Step(1, "Event.wait", "ready", "solution", WAIT_LINE, 0.0),)))
    assert good.never_polls() is good


# --- how much was explored --------------------------------------------------------------------


def test_a_violation_is_one_however_much_was_explored() -> None:
    partial = found(outcome(1), DEADLOCK, coverage=INCOMPLETE, complete=False)
    failure(partial.completes)
    failure(lambda: partial.always(lambda outcome: False, ""))


def test_what_was_not_found_in_an_incomplete_exploration_may_still_be_possible() -> None:
    partial = found(outcome(1), coverage=INCOMPLETE, complete=False)
    with pytest.raises(Undecided, match="20,000 schedules were run"):
        partial.possible(result=2)
    partial.possible(result=1)


def sampled(coverage: str) -> Exploration:
    return exploration(outcome(1), coverage=coverage, complete=False)


@pytest.mark.parametrize(
    ("explored", "search", "decided"),
    [
        (exploration(outcome(1)), Search(), True),
        (sampled(INCOMPLETE), Search(), False),
        (sampled("400 sampled schedules"), Search(strategy="random"), True),
        (sampled("400 sampled schedules (312 different)"), Search(strategy="pct"), True),
        (sampled(INCOMPLETE), Search(strategy="random"), False),
        (sampled("400 sampled schedules"), Search(), False),
    ],
)
def test_samples_are_enough_only_where_samples_were_asked_for(
    explored: Exploration, search: Search, decided: bool
) -> None:
    assert Found(explored, search).decided is decided


def test_what_is_beyond_the_bound_is_possible_too() -> None:
    def beyond() -> Exploration:
        return exploration(outcome(result=2))

    bounded = exploration(outcome(result=1), coverage="every schedule with at most 1 preemption")
    assert Found(bounded, wider=beyond).possible(result=2)
    denied = failure(lambda: Found(bounded, wider=beyond).possible(result=3))
    assert "(That is so in" not in denied.reason


def test_where_not_all_was_run_beyond_the_bound_a_denial_says_what_was() -> None:
    bounded = exploration(outcome(result=1), coverage="every schedule with at most 1 preemption")
    for beyond in (lambda: None, lambda: exploration(outcome(result=1), complete=False, coverage=INCOMPLETE)):
        denied = failure(lambda beyond=beyond: Found(bounded, wider=beyond).possible(result=2))
        assert "(That is so in every schedule with at most 1 preemption.)" in denied.reason


# --- what the library has, built again ----------------------------------------------------------


def test_an_operation_of_a_class_that_is_to_be_built_is_named() -> None:
    borrowed = outcome(1, steps=(Step(1, "Event.wait", "ready", "solution", WAIT_LINE, 0.0),))
    failed = failure(lambda: found(borrowed).never_uses({"Event"}, "it calls {operation}"))
    assert failed.reason == "It calls `Event.wait`."
    good = found(borrowed)
    assert good.never_uses({"Queue", "Even"}, "never said") is good


READY_MADE_OPERATIONS = ("Event.wait", "Future.result", "SimpleQueue.get", "Barrier.wait", "Timer.cancel")


@pytest.mark.parametrize("operation", READY_MADE_OPERATIONS)
def test_ready_made_is_all_that_waits_but_locks_and_conditions(operation: str) -> None:
    for used, ready_made in ((operation, True), ("Condition.wait", False), ("RLock.acquire", False)):
        built = outcome(1, steps=(Step(1, used, "ready", "solution", WAIT_LINE, 0.0),))
        assert (used.partition(".")[0] in READY_MADE) is ready_made
        if ready_made:
            failure(lambda built=built: found(built).never_uses(READY_MADE, "it calls {operation}"))
        else:
            found(built).never_uses(READY_MADE, "never said")


def test_the_results_are_those_of_the_model_and_no_others() -> None:
    model = found(outcome(1), outcome(2))
    good = found(outcome(2), outcome(1), outcome(1))
    assert good.same_results(model, "a lock") is good
    more = failure(lambda: found(outcome(1), outcome(2), outcome(3)).same_results(model, "a lock"))
    assert more.reason == "This never happens with a lock, only with yours: 3."
    fewer = failure(lambda: found(outcome(1)).same_results(model, "a lock"))
    assert fewer.reason.startswith("2 is possible with a lock, and is not possible with yours.")
    hidden = found(outcome(1), places=replace(PLACES, hidden=True))
    assert failure(lambda: hidden.same_results(model, "a lock")).reason.startswith("Something is possible with a lock")
