"""A person in the place of a search strategy: what each choice leads to, and that nothing is out of reach."""

from __future__ import annotations

import random
import textwrap

import pytest

from course import Program, Search
from course.model import CLOCK, BadRecord, Position, Schedule, from_json, to_json
from course.search import explore, position, replay
from tests.search.programs import FAMILIES, random_program, seeds

LONGEST = 80
"""Choices after which a game is not played on."""
PROGRAMS = 6
"""Of each family."""


def program(source: str) -> Program:
    return Program({"main": textwrap.dedent(source)})


LOST = program(
    """
    import threading

    def deposit():
        global balance
        balance += 10

    balance = 0
    threads = [threading.Thread(target=deposit) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    print(balance)
    """
)

EMBRACE = program(
    """
    import threading

    a = threading.Lock()
    b = threading.Lock()

    def one():
        with a:
            with b:
                pass

    def two():
        with b:
            with a:
                pass

    threading.Thread(target=one, name="one").start()
    threading.Thread(target=two, name="two").start()
    """
)


def played(program: Program, *choices: int) -> Position:
    return position(program, choices)


def at_random(program: Program, seed: int) -> Position:
    """The last position of a game in which each choice is drawn."""
    draw = random.Random(seed)
    here = position(program)
    while here.options and len(here.choices) < LONGEST:
        here = position(program, (*here.choices, draw.choice(here.options)))
    return here


def along(program: Program, schedule: Schedule) -> Position:
    """The last position of a game that follows ``schedule``.

    A step that nobody can notice may come along with another one, before its place in the schedule.
    """
    here = position(program)
    while here.options:
        left = list(schedule)
        for thread in here.schedule:
            left.remove(thread)
        choice = CLOCK if here.options == (CLOCK,) else left[0]
        here = position(program, (*here.choices, choice))
    return here


@pytest.mark.parametrize("family", FAMILIES)
def test_a_game_played_to_its_end_is_the_execution_of_its_schedule(family: str) -> None:
    over = 0
    for seed in seeds(0, PROGRAMS, family):
        last = at_random(random_program(seed), seed)
        if last.execution is not None:
            over += 1
            assert last.execution == replay(random_program(seed), str(last.schedule)), seed
            assert last.execution.schedule == last.schedule, seed
            assert last.execution.output == last.output, seed
    assert over > PROGRAMS // 2


@pytest.mark.parametrize("family", FAMILIES)
def test_every_outcome_can_be_reached_by_choices(family: str) -> None:
    reached = 0
    for seed in seeds(0, PROGRAMS, family):
        this = random_program(seed)
        found = explore(this, Search(preemptions=2, late_threads=1, executions=600))
        for outcome in found.outcomes:
            if outcome.ending == "endless":
                continue
            last = along(this, outcome.execution.schedule)
            assert last.execution is not None
            reached_too = (last.execution.ending, last.execution.result, last.execution.output, last.execution.error)
            assert reached_too == (outcome.ending, outcome.result, outcome.output, outcome.error), seed
            reached += 1
    assert reached > PROGRAMS // 2


@pytest.mark.parametrize("family", FAMILIES)
def test_a_position_is_what_its_choices_make_it_and_one_taken_back_was_never_made(family: str) -> None:
    for seed in seeds(0, 3, family):
        this = random_program(seed)
        last = at_random(this, seed)
        trail = [position(this, last.choices[:count]) for count in range(len(last.choices) + 1)]
        position(LOST)
        position(EMBRACE)  # the program is not the one played last any more
        for count in reversed(range(len(trail))):
            assert position(this, last.choices[:count]) == trail[count], (seed, count)
            assert from_json(to_json(trail[count]), Position) == trail[count]


def test_steps_that_nobody_can_notice_come_along_with_the_next_one() -> None:
    begin = position(LOST)
    assert begin.options == (0,)
    [main] = begin.threads
    assert (main.operation, main.line) == ("Thread.start", 11)


def test_a_lost_update_is_played_step_by_step() -> None:
    here = played(LOST, 0, 0, 1, 2)
    assert [(each.operation, each.object) for each in here.threads[1:]] == [("write", "balance")] * 2
    assert [(each.name, each.value) for each in here.variables] == [("balance", "0")]
    assert [(step.thread, step.operation, step.result) for step in here.made] == [(2, "read", "0")]
    over = played(LOST, 0, 0, 1, 2, 1, 2, 0, 0, 0, 0)
    assert over.options == ()
    assert over.execution is not None
    assert over.execution.output == over.output == "10\n"


def test_who_is_blocked_says_by_what_and_by_whom_and_until_when() -> None:
    here = played(EMBRACE, 0, 0, 1, 1)
    assert [(each.name, each.state, each.holder) for each in here.objects] == [("a", "held", 1), ("b", "held", 1)]
    two = here.threads[2]
    assert (two.state, two.operation, two.object, two.line, two.holder) == ("blocked", "Lock.acquire", "b", 13, 1)
    assert here.options == (1,)
    assert here.objects[1].waiting == (2,)


def test_a_deadlock_is_over_and_its_threads_are_still_to_be_seen() -> None:
    over = played(EMBRACE, 0, 0, 1, 2)
    assert over.options == ()
    assert over.execution is not None
    assert over.execution.ending == "deadlock"
    assert [(each.state, each.object, each.holder, each.holds) for each in over.threads[1:]] == [
        ("blocked", "b", 2, ("a",)),
        ("blocked", "a", 1, ("b",)),
    ]


SLEEPER = program(
    """
    import queue, threading, time

    tasks = queue.Queue(3)
    ready = threading.Event()

    def work():
        time.sleep(2)
        tasks.put("a")
        ready.set()

    threading.Thread(target=work, name="worker").start()
    print(ready.wait(5), tasks.get())
    """
)


def test_where_only_the_clock_can_go_on_it_is_the_one_choice_and_no_part_of_the_schedule() -> None:
    here = played(SLEEPER, 0, 1, 0)
    assert here.options == (CLOCK,)
    assert [(each.state, each.operation, each.deadline) for each in here.threads] == [
        ("blocked", "Event.wait", 5.0),
        ("asleep", "sleep", 2.0),
    ]
    after = position(SLEEPER, (*here.choices, CLOCK))
    assert after.time == 2.0
    assert after.schedule == here.schedule
    assert after.options == (1, CLOCK)


def test_a_deadline_may_pass_although_a_thread_could_go_on_and_that_is_a_part_of_the_schedule() -> None:
    here = played(SLEEPER, 0, 1)
    assert here.options == (0, CLOCK)
    late = position(SLEEPER, (*here.choices, CLOCK))
    assert str(late.schedule) == f"{here.schedule}.t"
    assert late.time == 2.0


def test_objects_show_what_is_in_them() -> None:
    here = played(SLEEPER, 0, 1, 0, CLOCK, 1, 1)
    assert [(each.name, each.kind, each.state, each.items) for each in here.objects] == [
        ("tasks", "Queue", "1 item, room for 2", ("'a'",)),
        ("ready", "Event", "set", ()),
    ]


def test_what_is_watched_is_shown_whether_threads_share_it_or_not() -> None:
    shown = position(LOST, (), ("thread", "nothing", "threads[1]")).variables
    assert [(each.name, each.value) for each in shown] == [
        ("balance", "0"),
        ("thread", "Thread-1 (deposit)"),
        ("nothing", "–"),
        ("threads[1]", "Thread-2 (deposit)"),
    ]
    with pytest.raises(BadRecord, match=r"'balance \+ 1' is no name to watch"):
        position(LOST, (), ("balance + 1",))


def test_no_code_of_the_program_runs_to_show_a_value() -> None:
    loud = program(
        """
        import threading

        class Loud:
            def __repr__(self):
                print("shown")
                return "loud"
            def __getattr__(self, name):
                print("asked for", name)
                raise AttributeError(name)
            __str__ = __repr__

        thing = Loud()
        things = [thing]
        def work(mine):
            global thing, things
            thing, things = mine, [mine]
        threading.Thread(target=work, args=(Loud(),)).start()
        threading.Thread(target=work, args=(Loud(),)).start()
        """
    )
    last = at_random(loud, 0)
    for count in range(len(last.choices) + 1):
        here = position(loud, last.choices[:count], ("thing.value", "things[0]", "thing"))
        assert here.output == ""
        assert len(here.variables) == 4


def test_a_program_that_cannot_run_is_over_before_it_begins() -> None:
    over = position(program("x = = 1"))
    assert over.options == ()
    assert over.execution is not None
    assert over.execution.error == "SyntaxError: invalid syntax"


def test_a_choice_that_cannot_be_made_is_refused_in_a_sentence() -> None:
    with pytest.raises(BadRecord, match="choice 1 does not fit this program: thread 3 cannot go on there"):
        played(LOST, 3)
    with pytest.raises(BadRecord, match="no deadline can pass"):
        played(LOST, CLOCK)
    with pytest.raises(BadRecord, match="over after 10 of 11 choices"):
        played(LOST, 0, 0, 1, 1, 2, 2, 0, 0, 0, 0, 0)


def test_a_schedule_can_be_replayed_though_what_counts_as_a_step_was_learned_on_the_way() -> None:
    late = program(
        """
        import threading

        timer = threading.Timer(5, print, ("late",))
        timer.start()
        ready = threading.Event()
        if not ready.wait(3):
            print("gave up")
        timer.cancel()
        """
    )
    for seed in range(5):
        last = at_random(late, seed)
        assert last.execution is not None
        assert replay(late, str(last.schedule)) == last.execution
    for outcome in explore(late, Search(late_threads=2)).outcomes:
        assert replay(late, outcome.execution.schedule).output == outcome.output
