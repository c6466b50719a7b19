"""How an execution ended, in one sentence."""

from __future__ import annotations

import pytest

from course import Program, Search, explore
from course.explain import sentence
from course.model import Failure, Wait
from tests.explain.records import HAND_OVER, PHILOSOPHERS, RAISES, REFUSED, SPINS, WAITS_FOR_EVER, execution, step


def test_a_deadlock_says_who_waits_for_what_where_and_what_nobody_can_do_any_more() -> None:
    assert sentence(WAITS_FOR_EVER) == (
        "Deadlock: consumer waits for the Event 'ready' (line 4) and nobody is left who could set it; "
        "main waits for thread 'consumer' to end (line 13)."
    )


def test_a_cycle_of_locks_says_who_holds_what_the_other_wants() -> None:
    assert sentence(PHILOSOPHERS) == (
        "Deadlock: left waits for the Lock 'b' (line 4), which right holds; "
        "right waits for the Lock 'a' (line 9), which left holds; main waits for thread 'left' to end (line 14)."
    )


def test_a_lock_taken_twice_by_one_thread_says_so() -> None:
    ended = execution("deadlock", waiting=(Wait(1, "Lock.acquire", "lock", "solution", 7, holder=1, holds=("lock",)),))
    assert sentence(ended) == "Deadlock: consumer waits for the Lock 'lock' (solution, line 7), which it holds itself."


def test_threads_that_wait_alike_share_a_clause() -> None:
    waiting = tuple(Wait(thread, "Condition.wait", "changed", "main", 9) for thread in (2, 1))
    assert sentence(execution("deadlock", waiting=waiting)) == (
        "Deadlock: producer and consumer wait on the Condition 'changed' (line 9) "
        "and nobody is left who could notify it."
    )


def test_what_several_lack_at_different_lines_is_said_once() -> None:
    waiting = (Wait(1, "Condition.wait", "changed", "main", 9), Wait(2, "Condition.wait", "changed", "main", 16))
    assert sentence(execution("deadlock", waiting=waiting)) == (
        "Deadlock: consumer waits on the Condition 'changed' (line 9); "
        "producer waits on the Condition 'changed' (line 16) and nobody is left who could notify it."
    )


def test_a_lock_kept_while_waiting_for_something_else_is_named() -> None:
    waiting = (Wait(1, "Event.wait", "ready", "main", 4, holds=("lock",)),)
    assert sentence(execution("deadlock", waiting=waiting)) == (
        "Deadlock: consumer waits for the Event 'ready' (line 4), while holding 'lock', "
        "and nobody is left who could set it."
    )


def test_many_waiting_threads_are_counted_after_the_first_six() -> None:
    waiting = tuple(Wait(thread, "Queue.get", f"q{thread}", "main", 4) for thread in range(9))
    told = sentence(execution("deadlock", waiting=waiting))
    assert told.count("waits for an item") == 6
    assert told.endswith("; 3 more threads wait too.")


@pytest.mark.parametrize(
    ("operation", "lack"),
    [
        ("Event.wait", "set it"),
        ("Condition.wait", "notify it"),
        ("Condition.wait_for", "notify it"),
        ("Semaphore.acquire", "release it"),
        ("Queue.get", "put one in"),
        ("Queue.put", "take an item out"),
        ("Queue.join", "call task_done()"),
        ("Barrier.wait", "join it there"),
    ],
)
def test_each_way_of_waiting_names_what_is_lacking(operation: str, lack: str) -> None:
    told = sentence(execution("deadlock", waiting=(Wait(1, operation, "it", "main", 4),)))
    assert told.startswith("Deadlock: consumer waits ")
    assert told.endswith(f"and nobody is left who could {lack}.")


def test_an_object_without_a_name_is_called_by_kind_and_number_once() -> None:
    waiting = (Wait(1, "Event.wait", "Event 1", "main", 4), Wait(2, "Queue.get", "Queue 2", "main", 5))
    assert sentence(execution("deadlock", waiting=waiting)) == (
        "Deadlock: consumer waits for Event 1 (line 4) and nobody is left who could set it; "
        "producer waits for an item in Queue 2 (line 5) and nobody is left who could put one in."
    )


def test_an_operation_nobody_has_a_word_for_is_shown_as_the_call_it_is() -> None:
    told = sentence(execution("deadlock", waiting=(Wait(1, "Gate.pass_through", "gate", "main", 4),)))
    assert told == "Deadlock: consumer waits in gate.pass_through() (line 4)."


def test_an_error_says_which_thread_and_line_and_that_nobody_caught_it() -> None:
    assert sentence(RAISES) == "ValueError in thread 'producer' at line 5: no such item. Nobody caught it."


def test_a_refused_call_speaks_for_itself_and_is_said_once() -> None:
    told = sentence(REFUSED)
    assert told.startswith("RuntimeError in main at line 3: input() cannot be used here")
    assert "Nobody caught it" not in told


def test_an_error_without_a_message_is_still_a_sentence() -> None:
    ended = execution("error", failures=(Failure(1, "AssertionError", "", "solution", 2),))
    assert sentence(ended) == "AssertionError in thread 'consumer' at solution, line 2. Nobody caught it."


def test_who_is_stranded_by_an_error_is_told_after_it() -> None:
    ended = execution("error", failures=RAISES.failures, waiting=(Wait(1, "Event.wait", "ready", "main", 4),))
    assert sentence(ended).endswith(
        "Nobody caught it. "
        "After that, consumer waits for the Event 'ready' (line 4) and nobody is left who could set it."
    )


def test_a_loop_that_waits_is_named_by_its_line() -> None:
    assert sentence(SPINS) == (
        "Endless: consumer turned the loop at line 7 without anything changing, and nobody is left who would end it."
    )


SELLER = """
import threading, time
done = threading.Event()
def seller():
    while not done.is_set():
        TURN
def mira():
    WORK
    done.set()
threads = [threading.Thread(target=seller, name="seller"), threading.Thread(target=mira, name="Mira")]
for thread in threads:
    thread.start()
"""


@pytest.mark.parametrize(
    ("turn", "work", "told"),
    [
        (
            "time.sleep(1)",
            "time.sleep(3_600)",
            "Endless: seller slept in the loop at line 5 again and again, until the steps that a search allows were "
            "spent; Mira still slept (line 8).",
        ),
        (
            "pass",
            "n = 0\n    while True: n += 1",
            "Endless: seller turned the loop at line 5 without anything changing, until the steps that a search allows "
            "were spent.",
        ),
        (
            "pass",
            "return",
            "Endless: seller turned the loop at line 5 without anything changing, and nobody is left who would end it.",
        ),
    ],
)
def test_nobody_is_left_is_said_only_where_nobody_is(turn: str, work: str, told: str) -> None:
    found = explore(Program({"main": SELLER.replace("TURN", turn).replace("WORK", work)}), Search(steps=100))
    assert told in [sentence(outcome.execution) for outcome in found.outcomes]


def test_an_endless_loop_that_does_things_says_how_long_and_where() -> None:
    steps = tuple(step(1, "write", "n", 3 + count % 2) for count in range(50))
    assert sentence(execution("endless", steps=steps)) == (
        "Endless: it still had not ended when the steps that a search allows were spent; "
        "at last consumer kept running at line 3 to 4."
    )


def test_completed_is_one_word() -> None:
    assert sentence(HAND_OVER) == "Completed."


@pytest.mark.parametrize("ending", ["completed", "deadlock", "endless", "error"])
def test_a_record_with_nothing_in_it_still_has_a_sentence(ending: str) -> None:
    told = sentence(execution(ending, threads=()))  # type: ignore[arg-type]
    assert told.endswith(".")


def test_threads_that_share_a_name_are_told_apart() -> None:
    waiting = tuple(Wait(thread, "Queue.get", "q", "main", thread) for thread in (1, 2))
    told = sentence(execution("deadlock", threads=("main", "worker", "worker"), waiting=waiting))
    assert "worker (thread 1) waits" in told
    assert "worker (thread 2) waits" in told


def test_names_and_messages_cannot_forge_a_second_line() -> None:
    failure = Failure(1, "ValueError", "bad\nCompleted.\x1b[2J\u202e" + "x" * 500, "main", 5)
    told = sentence(execution("error", threads=("main", "a\nb"), failures=(failure,)))
    assert "\n" not in told
    assert "\x1b" not in told
    assert "\u202e" not in told
    assert len(told) < 420
