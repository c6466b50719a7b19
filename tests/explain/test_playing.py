"""Positions in words: next steps, waits with their reasons, what is announced, and the three forms."""

from __future__ import annotations

from course.explain import Goal, position_html, position_text, said, told_position
from course.explain.playing import Lane
from course.model import CLOCK, Execution, Finding, Position, Program, Schedule, Step, SyncObject, ThreadState, Variable

PROGRAM = Program({"main": "\nwith lock:\n    print('<b>')\n"})


def position(*threads: ThreadState, options: tuple[int, ...] = (0,), **more: object) -> Position:
    here = {"choices": (), "schedule": Schedule(((0, 2),)), "objects": (), "variables": (), "time": 0.0, "output": ""}
    here |= more
    return Position(options=options, threads=threads, **here)  # type: ignore[arg-type]


def lane(thread: ThreadState, *others: ThreadState) -> Lane:
    return told_position(position(thread, *others), None, PROGRAM).lanes[0]


MAIN = ThreadState(0, "main", "ready", "Lock.acquire", "lock", "main", 2)
HOLDER = ThreadState(1, "other", "ready", "print", None, "main", 3, holds=("lock",))


def test_who_can_go_on_says_what_it_does_next_and_where() -> None:
    told = lane(MAIN)
    assert (told.status, told.place, told.state) == ("acquires lock", "line 2", "ready")
    assert [(line.number, line.here) for line in told.source] == [(2, True), (3, False)]


def test_who_waits_says_for_what_who_holds_it_and_until_when() -> None:
    waits = ThreadState(0, "main", "blocked", "Lock.acquire", "lock", "main", 2, holder=1, deadline=2.5)
    assert lane(waits, HOLDER).status == "waits for the Lock 'lock', which other holds, until 2.5 s"
    assert lane(HOLDER).holds == "holds 'lock'"
    sleeps = ThreadState(0, "main", "asleep", "sleep", "1 s", "main", 2, deadline=1.0)
    assert lane(sleeps).status == "sleeps, until 1 s"


def test_steps_that_no_trace_shows_have_words_too() -> None:
    assert lane(ThreadState(0, "main", "ready", "fail")).status == "ends with an exception that nobody catches"
    assert lane(ThreadState(0, "main", "ended")).status == "has ended"
    gives_up = ThreadState(0, "main", "ready", "Queue.get", "q", timed_out=True)
    assert lane(gives_up).status == "gives up, since its time is over: gets from q"


def test_the_clock_says_who_wakes_up_and_that_others_would_be_late() -> None:
    sleeps = ThreadState(1, "sleeper", "asleep", "sleep", "1 s", "main", 2, deadline=1.0)
    alone = told_position(position(sleeps, options=(CLOCK,)))
    assert alone.clock == "Let time pass to 1 s: sleeper wakes up"
    late = told_position(position(MAIN, sleeps, options=(0, CLOCK)))
    assert late.clock.startswith("Let time pass to 1 s: sleeper wakes up, although a thread could still go on")
    assert told_position(position(MAIN)).clock == ""


def test_what_is_announced_is_the_step_made_and_the_choices_there_are() -> None:
    made = Step(0, "Lock.acquire", "lock", "main", 2, 0.0)
    here = position(MAIN, HOLDER, options=(0, 1), choices=(0,), made=(made,))
    assert said(told_position(here)) == "main acquires lock. Choose 0, main; or 1, other."


def test_the_end_says_how_and_whether_the_goal_is_reached() -> None:
    lost = Finding("lost update", "x")
    execution = Execution(Schedule(((0, 2),)), "completed", None, "1\n", ("main",), findings=(lost,))
    here = position(ThreadState(0, "main", "ended"), options=(), execution=execution, choices=(0,))
    reached = told_position(here, Goal(finding="lost update"))
    assert reached.verdict == "✓ The goal is reached."
    assert said(reached).endswith("Completed. The goal is reached.")
    missed = told_position(here, Goal(ending="deadlock"))
    assert missed.verdict.startswith("✗ The goal is not reached")
    assert "Completed." in position_text(missed, here, PROGRAM)
    assert "Its schedule: <code>0x2</code>" in position_html(missed, here, PROGRAM, live=True)


def test_all_forms_show_objects_variables_and_output_with_nothing_taken_for_markup() -> None:
    here = position(
        MAIN,
        objects=(SyncObject("lock", "Lock", "held", 0, (), (1,)), SyncObject("q", "Queue", "1 item", None, ("'<i>'",))),
        variables=(Variable("n", "'<b>'"),),
        output="<script>\n",
    )
    told = told_position(here, None, PROGRAM)
    assert told.objects == (("lock", "Lock", "held by main; 1 waits"), ("q", "Queue", "1 item: '<i>'"))
    assert "q (Queue): 1 item: '<i>'\nn = '<b>'\nOutput:\n  <script>" in position_text(told, here, PROGRAM)
    for live in (False, True):
        html = position_html(told, here, PROGRAM, live=live)
        assert html == position_html(told, here, PROGRAM, live=live)
        assert not any(markup in html for markup in ("<script>", "<b>", "<i>"))
        assert "&lt;script&gt;" in html


def test_only_what_can_be_chosen_has_a_button_with_its_full_name() -> None:
    waits = ThreadState(1, "other", "blocked", "Event.wait", "ready", "main", 3)
    here = position(MAIN, waits, choices=(0,))
    html = position_html(told_position(here, None, PROGRAM), here, PROGRAM, live=True)
    assert html.count("data-choice=") == 1
    assert 'aria-label="0: main acquires lock, line 2"' in html
    assert "waits for the Event &#39;ready&#39;" in html
