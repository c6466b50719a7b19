"""The trace as a table, in its plain form."""

from __future__ import annotations

from course.explain import table_text
from course.explain.table import SHOWN, STRETCH, Fold, Row, laid_out
from course.explain.wording import VOCABULARY
from course.model import Failure, Wait
from tests.explain.records import HAND_OVER, SIGNAL, SPINS, WAITS_FOR_EVER, execution, step


def test_each_step_stands_under_its_thread_with_its_line_and_what_it_freed() -> None:
    assert table_text(HAND_OVER, width=84).splitlines() == [
        "step  main             consumer                 producer                    line",
        "----  ---------------  -----------------------  --------------------------  ----",
        "1     starts consumer                                                       11",
        "2     starts producer                                                       11",
        "3                                               items.append()              7",
        "4                                               sets ready; wakes consumer  8",
        "5                      has waited for ready →                               4",
        "                         True; freed by step 4",
        "6                      prints 'got it'                                      5",
    ]


def test_the_last_rows_say_who_still_waits_and_the_time_stands_where_it_changes() -> None:
    assert (
        table_text(WAITS_FOR_EVER, {"main": SIGNAL})
        == """\
step  time  main                             consumer               producer        line
----  ----  -------------------------------  ---------------------  --------------  ----
1     0 s   starts consumer                                                         11
2           starts producer                                                         11
3     2 s                                                           items.append()  7
4                                                                   clears ready    8
end                                          still waits for ready                  4
end         still waits for consumer to end                                         13

  line 4   ready.wait()
  line 7   items.append(3)
  line 8   ready.set()
  line 11  t.start()
  line 13  t.join()"""
    )


def test_a_line_is_told_with_its_module_where_an_error_came_from_another_one() -> None:
    ended = execution(
        "error", steps=(step(0, "start", "consumer", 11),), failures=(Failure(1, "KeyError", "", "cell [3]", 6),)
    )
    table = laid_out(ended)
    assert [row.place for row in table.body if isinstance(row, Row)] == ["main: 11"]
    assert [end.place for end in table.last] == ["cell [3]: 6"]


def test_threads_with_long_names_share_a_column() -> None:
    names = ("main", *(f"worker-with-a-long-name-{number}" for number in range(4)))
    assert not laid_out(execution(threads=names, steps=(step(4, "print", None, 1),))).side_by_side
    assert laid_out(execution(threads=names[:2], steps=(step(1, "print", None, 1),))).side_by_side


def test_a_wait_that_took_time_says_how_long() -> None:
    steps = (step(1, "Event.wait", "ready", 4, time=1.5, waited=1.5, result="False"),)
    assert "has waited for ready → False; after 1.5 s" in table_text(execution(steps=steps), width=200)


def test_a_thread_that_turns_a_loop_is_not_said_to_be_woken() -> None:
    steps = (
        step(1, "spin", None, 7, result="waits"),
        step(2, "write", "seen", 8, woke=(1,)),
        step(1, "spin", None, 7, waited=0.0),
    )
    told = table_text(execution(steps=steps), width=200)
    assert "turns the loop, and nothing has changed" in told
    assert "turns the loop again" in told
    for word in ("wakes", "freed", "after", "blocked"):
        assert word not in told


def test_where_a_thread_blocks_what_it_waits_for_and_who_frees_it_are_said() -> None:
    steps = (
        step(1, "Lock.acquire", "lock", 4, result="waits"),
        step(2, "Lock.release", "lock", 9, woke=(1,)),
        step(1, "Lock.acquire", "lock", 4, waited=0.0),
        step(1, "Queue.get", "q", 5, result="waits"),
        step(1, "Queue.get", "q", 5, time=3.0, waited=3.0, result="7"),
        step(0, "sleep", None, 6, time=3.0, result="waits"),
        step(0, "sleep", None, 6, time=4.0, waited=1.0),
    )
    texts = [
        "; ".join([part.text, *part.notes]) for part in laid_out(execution(steps=steps)).body if isinstance(part, Row)
    ]
    assert texts == [
        "waits for lock; blocked",
        "releases lock; wakes consumer",
        "acquires lock; freed by step 2",
        "waits for an item in q; blocked",
        "gets from q → 7; after 3 s",
        "sleeps",
        "wakes up",
    ]


def test_starting_a_thread_is_not_told_as_waking_it() -> None:
    assert "wakes" not in table_text(execution(steps=(step(0, "start", "consumer", 3, woke=(1,)),)))


def test_data_that_is_set_up_before_anything_happens_is_not_shown() -> None:
    steps = (step(0, "write", "n", 1), step(0, "start", "consumer", 3), step(1, "write", "n", 5))
    assert [part.text for part in laid_out(execution(steps=steps)).body if isinstance(part, Row)] == [
        "starts consumer",
        "writes n",
    ]


def test_lines_of_several_modules_carry_the_module() -> None:
    steps = (step(0, "start", "t", 3), step(1, "Event.set", "ready", 8, module="solution"))
    told = table_text(execution(steps=steps))
    assert "main: 3" in told
    assert "solution: 8" in told


def test_a_long_stretch_of_one_thread_folds_and_its_ends_stay() -> None:
    body = laid_out(SPINS).body
    fold = next(part for part in body if isinstance(part, Fold))
    assert fold.label == "36 more steps of consumer"
    assert [part.number for part in body if not isinstance(part, Fold)] == [1, 2, 3, 40, 41]
    assert [row.number for row in fold.rows] == list(range(4, 40))


def test_a_stretch_in_which_somebody_is_woken_does_not_fold() -> None:
    few = [step(1, "Event.clear", "ready", 3)] * (STRETCH // 2)
    steps = (*few, step(1, "Event.set", "ready", 4, woke=(2,)), *few)
    assert not any(isinstance(part, Fold) for part in laid_out(execution(steps=steps)).body)


def test_of_thousands_of_steps_the_first_and_last_are_shown() -> None:
    steps = tuple(step(1 + count % 2, "write", "n", 3) for count in range(5000))
    told = table_text(execution("endless", steps=steps))
    assert f"({5000 - SHOWN:,} steps not shown)" in told
    assert len(told.splitlines()) < SHOWN + 10


def test_more_threads_than_fit_side_by_side_share_a_column() -> None:
    threads = tuple(f"runner-{count}" for count in range(9))
    steps = tuple(step(thread, "Event.wait", "gun", 3) for thread in range(9))
    told = table_text(execution(threads=threads, steps=steps))
    assert "what happened" in told
    assert "runner-8: waits for gun" in told


def test_wide_names_do_not_make_the_table_wider_than_asked() -> None:
    threads = ("main", "the-consumer-" + "x" * 60, "p")
    steps = (
        step(1, "Event.wait", "an_event_with_quite_a_name_" + "y" * 60, 3),
        step(2, "write", "n", 3, result="'" + "z" * 200 + "'"),
    )
    told = table_text(execution(threads=threads, steps=steps), width=80)
    assert max(len(line) for line in told.splitlines()) <= 80
    assert "…" in told


def test_records_that_name_threads_out_of_range_are_still_shown() -> None:
    forged = execution(
        "deadlock",
        threads=("main",),
        steps=(step(7, "Event.set", "ready", -3, woke=(99,)),),
        waiting=(Wait(-5, "Lock.acquire", None, "main", 10**9, holder=77),),
    )
    told = table_text(forged, {"main": SIGNAL})
    assert "thread 7" in told
    assert "wakes thread 99" in told


def test_nothing_happened_is_said() -> None:
    assert table_text(execution()) == "(no steps)"


def test_each_word_that_can_block_has_its_sentence() -> None:
    for operation, words in VOCABULARY.items():
        if words.waits is not None:
            assert words.waits.startswith(("waits ", "sleeps", "turns ", "lets ")), operation
        else:
            assert words.lacks is None, operation
