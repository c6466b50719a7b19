"""What ``explore`` and ``replay`` promise."""

from __future__ import annotations

import decimal

import msgspec
import pytest

from course import Program, Search, explore, replay
from course.explain import explained
from course.model import BadRecord, Exploration, Schedule, from_json, to_json
from course.search import Stop, Unrepeatable, recorded
from course.search.sampling import RandomWalk
from course.search.strategies import Bounded, Exactly, Follow
from course.simulation.program import Runner
from tests.search.programs import random_program, seeds

COUNTER = """
import threading

n = 0

def work():
    global n
    n += 1

threads = [threading.Thread(target=work) for _ in range(THREADS)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
"""

TWO_LOCKS = """
import threading

left, right = threading.Lock(), threading.Lock()

def take(first, second):
    with first:
        with second:
            pass

a = threading.Thread(target=take, args=(left, right), name="a")
b = threading.Thread(target=take, args=(right, left), name="b")
a.start(); b.start(); a.join(); b.join()
"""


def counter(threads: int = 2) -> Program:
    return Program({"main": COUNTER.replace("THREADS", str(threads))})


def outputs(found: Exploration) -> set[str]:
    return {outcome.output for outcome in found.outcomes}


def test_every_outcome_of_a_race_is_found_and_no_other() -> None:
    assert outputs(explore(counter(2), Search(preemptions=None))) == {"1\n", "2\n"}
    assert outputs(explore(counter(3), Search(preemptions=2))) == {"1\n", "2\n", "3\n"}


def test_without_preemptions_no_update_is_lost() -> None:
    found = explore(counter(), Search(preemptions=0))
    assert outputs(found) == {"2\n"}
    assert found.complete
    assert found.coverage == "every schedule with at most 0 preemptions"


def test_the_counts_of_the_outcomes_add_up_to_the_executions() -> None:
    for bound in (0, 1, 2, None):
        found = explore(counter(), Search(preemptions=bound))
        assert sum(outcome.count for outcome in found.outcomes) == found.executions


def test_a_wider_bound_runs_what_a_narrower_one_ran_and_more() -> None:
    executions = [explore(counter(3), Search(preemptions=bound)).executions for bound in (0, 1, 2)]
    assert executions == sorted(set(executions))


def test_a_bound_that_nothing_reaches_is_no_bound() -> None:
    found = explore(Program({"main": "print('alone')"}), Search(preemptions=1))
    assert found.coverage == "every schedule"
    assert found.executions == 1


def test_a_spent_budget_is_incomplete_even_when_all_went_well() -> None:
    found = explore(counter(3), Search(preemptions=None, executions=10))
    assert not found.complete
    assert found.coverage.startswith("incomplete: 10 schedules")


def test_samples_are_never_called_complete_and_the_seed_decides_them() -> None:
    search = Search(strategy="random", executions=50, seed=7)
    found = explore(counter(), search)
    assert found.coverage.startswith("50 sampled schedules (")
    assert not found.complete
    assert to_json(found) == to_json(explore(counter(), search))
    others = [explore(counter(), Search(strategy="random", executions=50, seed=seed)) for seed in range(5)]
    assert len({other.outcomes[0].count for other in others}) > 1


def test_a_deadlock_says_who_waits_for_whom_with_the_names_of_the_source() -> None:
    found = explore(Program({"main": TWO_LOCKS}))
    deadlock = next(outcome for outcome in found.outcomes if outcome.ending == "deadlock")
    waits = {(wait.operation, wait.object, wait.holder, wait.holds) for wait in deadlock.execution.waiting}
    assert ("Lock.acquire", "right", 2, ("left",)) in waits
    assert ("Lock.acquire", "left", 1, ("right",)) in waits
    assert deadlock.execution.preemptions == 1, "the simplest schedule needs one"


def test_a_replay_is_the_same_execution_to_the_byte() -> None:
    for program in (counter(), counter(3), Program({"main": TWO_LOCKS})):
        for outcome in explore(program).outcomes:
            again = replay(program, str(outcome.execution.schedule))
            assert to_json(again) == to_json(outcome.execution)


def test_an_exploration_is_the_same_to_the_byte_and_survives_json() -> None:
    found = explore(counter())
    assert to_json(found) == to_json(explore(counter()))
    assert from_json(to_json(found), Exploration) == found


def test_a_schedule_that_ends_early_is_continued_without_preemptions() -> None:
    assert replay(counter(), "-").output == "2\n"


@pytest.mark.parametrize(
    ("token", "says"),
    [("hello", "'hello' is not a schedule"), ("0x2.7", "does not fit this program"), ("0x0", "is not a schedule")],
)
def test_a_token_that_is_none_gets_a_sentence(token: str, says: str) -> None:
    with pytest.raises(BadRecord, match=says):
        replay(counter(), token)


def test_a_token_survives_copying() -> None:
    schedule = Schedule.parse("0x13.1x2.t.0")
    for text in (str(schedule), f" {schedule}\n", f"'{schedule}'", f"`{schedule}`"):
        assert Schedule.parse(text) == schedule


def test_late_threads_catch_sleep_used_as_synchronisation() -> None:
    text = """
import threading, time
items = []
def produce():
    time.sleep(1)
    items.append("bread")
producer = threading.Thread(target=produce)
producer.start()
time.sleep(2)
print(items)
"""
    program = Program({"main": text})
    assert outputs(explore(program)) == {"['bread']\n"}
    late = explore(program, Search(late_threads=1))
    assert outputs(late) == {"['bread']\n", "[]\n"}
    assert late.coverage == "every schedule with at most 1 late thread"


def test_progress_is_told_and_may_stop_the_search() -> None:
    seen: list[tuple[int, int]] = []

    def stop(executions: int, budget: int) -> None:
        seen.append((executions, budget))
        if executions == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        explore(counter(3), Search(preemptions=None), progress=stop)
    assert seen[-1] == (5, 20_000)


@pytest.mark.parametrize(
    "search",
    [Search(), Search(preemptions=None), Search(strategy="random"), Search(strategy="pct"), Search(late_threads=1)],
    ids=lambda search: f"{search.strategy} {search.preemptions} {search.late_threads}",
)
@pytest.mark.parametrize("after", [1, 3, 45, 110])
def test_a_search_that_is_stopped_says_so_and_gives_what_it_has_seen(search: Search, after: int) -> None:
    told = []

    def stop(executions: int, budget: int) -> None:
        told.append(executions)
        if executions >= after:
            raise Stop

    found = explore(counter(4), search, progress=stop)
    s = "" if found.executions == 1 else "s"
    assert found.coverage == f"incomplete: stopped after {found.executions} schedule{s}"
    assert not found.complete
    assert found.executions == sum(outcome.count for outcome in found.outcomes) > 0
    assert max(told) == after, "not one more was run"
    for outcome in found.outcomes:
        assert replay(counter(4), outcome.execution.schedule) == outcome.execution


def test_a_stop_that_comes_when_all_was_run_changes_nothing() -> None:
    whole = explore(counter(2))
    told = []

    def count(executions: int, budget: int) -> None:
        told.append(executions)

    explore(counter(2), progress=count)
    recording = len(told) - len(whole.outcomes)

    def stop(executions: int, budget: int) -> None:
        nonlocal recording
        recording -= 1
        if recording < 0:
            raise Stop

    assert explore(counter(2), progress=stop) == whole


def test_a_program_that_does_not_do_the_same_twice_is_told_so() -> None:
    # The module is the real one, and keeps what one execution leaves there for the next.
    text = """
import string, threading
string.runs = getattr(string, "runs", 0) + 1
"""
    (outcome,) = explore(Program({"main": text})).outcomes
    assert "string.runs cannot be changed here" in (outcome.error or "")
    keeping = """
import decimal, threading
import solution
decimal.DefaultContext.prec += 1
def work():
    for _ in range(decimal.DefaultContext.prec % 5): print("x")
threading.Thread(target=work).start()
print("y")
"""
    digits = decimal.DefaultContext.prec
    for brief in (False, True):
        with pytest.raises(Unrepeatable, match="did something else when it was run again"):
            explore(Program({"main": keeping, "solution": ""}), brief=brief)
    decimal.DefaultContext.prec = digits


def test_who_tells_another_result_under_the_same_schedule_is_found_out() -> None:
    # It makes the same steps each time, so that only its results give it away.
    telling = """
import threading, decimal
import solution
def run():
    seen = []
    threads = [threading.Thread(target=seen.append, args=(1,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    decimal.DefaultContext.prec += 1
    return decimal.DefaultContext.prec
"""
    digits = decimal.DefaultContext.prec
    for brief in (False, True):
        with pytest.raises(Unrepeatable):  # a driver may do what a learner may not
            explore(Program({"main": telling, "solution": ""}, "main:run"), brief=brief)
    decimal.DefaultContext.prec = digits


def test_an_address_in_what_is_printed_or_returned_makes_no_difference() -> None:
    text = """
import threading

def run():
    seen = []
    threads = [threading.Thread(target=seen.append, args=(name,)) for name in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(lambda: seen)
    return [seen, repr(lambda: seen)]
"""
    found = explore(Program({"main": text}, "main:run"), Search(preemptions=None))
    assert sorted(outcome.result[0] for outcome in found.outcomes) == [["a", "b"], ["b", "a"]]


def test_a_syntax_error_is_an_outcome_with_its_line() -> None:
    (outcome,) = explore(Program({"main": "x = 1\ndef f(:\n"})).outcomes
    assert outcome.ending == "error"
    assert outcome.error is not None
    assert outcome.error.startswith("SyntaxError")
    assert outcome.execution.failures[0].line == 2


def test_arguments_reach_the_entry_and_its_result_comes_back_as_data() -> None:
    program = Program(
        {"main": "def run(items, times):\n    return tuple(items) * times, {1: {2, 3}}"},
        "main:run",
        {"items": ["a"], "times": 2},
    )
    (outcome,) = explore(program).outcomes
    assert outcome.result == [["a", "a"], {"1": [2, 3]}]
    assert msgspec.json.decode(to_json(outcome))["result"] == outcome.result


def test_modules_import_one_another() -> None:
    modules = {
        "main": "from solution import twice\ndef run():\n    return twice(4)",
        "solution": "def twice(n):\n    return 2 * n",
    }
    assert explore(Program(modules, "main:run")).outcomes[0].result == 8


def test_the_bound_counts_switches_away_from_a_thread_that_could_go_on() -> None:
    strategy = Bounded(1)
    assert strategy.choose([0, 1], 0) == 0
    assert strategy.choose([0, 1], 0) == 0
    assert strategy.next()
    assert strategy.choose([0, 1], 0) == 0
    assert strategy.choose([0, 1], 0) == 1, "the last choice changes first"
    assert strategy.next()
    assert strategy.choose([0, 1], 0) == 1
    assert strategy.choose([0, 1], 1) == 1, "the one preemption is used"
    assert not strategy.next()
    assert strategy.skipped


@pytest.mark.parametrize(
    "search",
    [
        Search(preemptions=1, executions=150),
        Search(preemptions=None, executions=150),
        Search(preemptions=0, late_threads=1, executions=150),
        Search(strategy="random", executions=50),
    ],
    ids=["bound", "no bound", "late", "sampled"],
)
def test_a_brief_exploration_records_what_is_worth_telling_and_the_rest_when_it_is_asked_for(search: Search) -> None:
    unrecorded = 0
    for seed in (*seeds(0, 6, "e"), *seeds(0, 6, "k"), *seeds(0, 6, "d"), *seeds(0, 6, "h")):
        program = random_program(seed)
        whole, brief = explore(program, search), explore(program, search, brief=True)
        assert (whole.executions, whole.coverage, whole.complete) == (brief.executions, brief.coverage, brief.complete)
        assert len(whole.outcomes) == len(brief.outcomes)
        for one, other in zip(whole.outcomes, brief.outcomes, strict=True):
            assert one.polling == other.polling
            if other.execution.recorded:
                assert one == other
            else:
                unrecorded += 1
                assert one.ending == other.ending == "completed"
                assert not {step.operation for step in one.execution.steps} & {"spin", "poll"}
                assert explained(recorded(program, search, other.execution.schedule), program) == one.execution
    assert unrecorded > 8


def schedules(program: Program, preemptions: int, late_threads: int, limit: int) -> tuple[list[str], list[str]] | None:
    """All within a bound, as run at once and stage by stage; None if there are more than ``limit``."""
    runner = Runner(program)
    try:
        while True:  # until it is known where a choice is needed
            at_once, in_stages = [], []
            strategy = Bounded(preemptions)
            simple = Exactly(limit)
            while True:
                at_once.append(str(runner.run(strategy, steps=300, late_threads=late_threads).schedule))
                if runner.refine():
                    break
                if len(at_once) > limit:
                    return None
                if not strategy.next():
                    for bound in range(preemptions + 1):
                        assert simple.bound == bound
                        while True:
                            run = runner.run(simple, steps=300, late_threads=late_threads)
                            assert run.preemptions == bound
                            in_stages.append(str(run.schedule))
                            if not simple.next():
                                break
                        if not simple.skipped:
                            break
                        simple = simple.further()
                    return at_once, in_stages
    finally:
        runner.close()


def test_stages_of_preemptions_are_all_schedules_and_none_is_run_twice() -> None:
    compared = 0
    for seed in range(60):
        for preemptions, late_threads in ((2, 0), (1, 1)):
            found = schedules(random_program(seed), preemptions, late_threads, 80)
            if found is not None:
                at_once, in_stages = found
                assert sorted(at_once) == sorted(in_stages), f"seed {seed}"
                compared += len(set(in_stages)) > 10
    assert compared > 20


def test_where_few_executions_are_left_examples_are_still_the_simplest() -> None:
    for seed in (48, 84, 145):
        program = random_program(seed)
        few, many = (explore(program, Search(preemptions=None, executions=count)) for count in (40, 2_000))
        assert few.complete
        assert [each.execution.preemptions for each in few.outcomes] == [
            each.execution.preemptions for each in many.outcomes
        ]


def test_stages_keep_no_more_beginnings_than_there_is_room_for() -> None:
    for room, more in ((2, 2), (10, 3)):
        simple = Exactly(room)
        for _ in range(3):
            assert simple.choose([0, 1], 0) == 0
        assert not simple.next()
        simple = simple.further()
        for _ in range(more - 1):
            assert simple.next()
        assert not simple.next()


def test_a_random_walk_takes_every_option_some_time() -> None:
    walk = RandomWalk(0)
    assert {walk.choose([0, 1, 2], 0) for _ in range(100)} == {0, 1, 2}


def test_following_a_schedule_hands_over_where_it_says() -> None:
    follow = Follow(Schedule.parse("0x2.1"))
    assert not follow.hands_over(0)
    follow.advance(0)
    follow.advance(0)
    assert follow.hands_over(0)
    assert follow.choose([0, 1], 0) == 1


SPINS = """
import threading

ready = False

def mira():
    global ready
    ready = True

def jonas():
    while not ready:
        pass

threads = [threading.Thread(target=mira), threading.Thread(target=jonas)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("preemptions", [None, 0, 2])
def test_polling_is_kept_even_if_the_simplest_execution_of_its_outcome_need_not_poll(preemptions: int | None) -> None:
    [outcome] = explore(Program({"main": SPINS}), Search(preemptions=preemptions)).outcomes
    assert "polling" not in {finding.kind for finding in outcome.execution.findings}
    assert outcome.polling is not None
    assert "polling" in {finding.kind for finding in outcome.polling.findings}
    assert (outcome.polling.ending, outcome.polling.output) == (outcome.ending, outcome.output)


def test_there_is_no_second_example_where_the_first_one_polls_or_nobody_does() -> None:
    slow = SPINS.replace("import threading", "import threading, time").replace(
        "    ready = True", "    time.sleep(1)\n    ready = True"
    )
    [polls] = explore(Program({"main": slow}), Search(preemptions=None)).outcomes
    assert "polling" in {finding.kind for finding in polls.execution.findings}
    assert polls.polling is None
    assert [outcome.polling for outcome in explore(counter(2), Search(preemptions=None)).outcomes] == [None, None]


BAKES = """
import threading, time

shelf = []

def bake(loaves):
    for loaf in loaves:
        time.sleep(1)
        if loaf != "burnt":
            shelf.append(loaf)

thread = threading.Thread(target=bake, args=(["rye", "burnt", "burnt", "oat"],))
thread.start()
thread.join()
"""

LOOKS = """
import threading, time

shelf = []

def look():
    for _ in range(5):
        time.sleep(1)
        for loaf in shelf:
            return

def bake():
    time.sleep(3)
    shelf.append("rye")

for work in (look, bake):
    threading.Thread(target=work).start()
"""


@pytest.mark.parametrize(("text", "polls"), [(BAKES, False), (LOOKS, True)])
def test_who_goes_through_a_list_and_sleeps_polls_only_if_that_is_to_look_again(text: str, polls: bool) -> None:
    outcomes = explore(Program({"main": text}), Search(preemptions=None)).outcomes
    kinds = {finding.kind for outcome in outcomes for finding in outcome.execution.findings}
    assert ("polling" in kinds or any(outcome.polling for outcome in outcomes)) is polls


PATIENT = """
import threading, time

counter = threading.Condition()
shelf = []

def fetch():
    until = time.monotonic() + 5
    with counter:
        while not shelf:
            left = until - time.monotonic()
            if left <= 0:
                return
            counter.wait(left)
        shelf.pop()

customers = [threading.Thread(target=fetch) for _ in range(2)]
for customer in customers:
    customer.start()
with counter:
    shelf.append("rye")
    counter.notify_all()
"""


@pytest.mark.parametrize(("text", "polls"), [(PATIENT, False), (PATIENT.replace("wait(left)", "wait(1)"), True)])
def test_who_is_woken_in_vain_and_waits_for_the_time_that_is_left_does_not_poll(text: str, polls: bool) -> None:
    outcomes = explore(Program({"main": text}), Search(preemptions=None)).outcomes
    kinds = {finding.kind for outcome in outcomes for finding in outcome.execution.findings}
    assert ("polling" in kinds or any(outcome.polling for outcome in outcomes)) is polls
