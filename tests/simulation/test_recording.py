"""What a trace tells beyond the operation itself: who let whom go on, values, and where an exception ended a thread."""

from __future__ import annotations

from course import Program, explore
from course.model import Execution, Step


def executions(text: str) -> list[Execution]:
    found = explore(Program({"main": text}))
    assert found.complete
    return [outcome.execution for outcome in found.outcomes]


def made(execution: Execution, operation: str) -> list[Step]:
    return [step for step in execution.steps if step.operation == operation]


def test_giving_a_lock_back_wakes_all_who_wait_for_it() -> None:
    text = """
import threading, time
door = threading.Lock()
def pass_through():
    with door: pass
with door:
    for name in ("Ann", "Ben", "Cem"):
        threading.Thread(target=pass_through, name=name).start()
    time.sleep(1)
"""
    for execution in executions(text):
        releases = [step.woke for step in made(execution, "Lock.release")]
        assert [sorted(woke) for woke in releases[:1]] == [[1, 2, 3]]
        assert [len(woke) for woke in releases] == [3, 2, 1, 0]


def test_an_item_wakes_those_who_wait_for_one() -> None:
    text = """
import queue, threading, time
tin = queue.Queue()
threading.Thread(target=tin.get, name="Ann").start()
time.sleep(1)
tin.put(1)
"""
    for execution in executions(text):
        assert [step.woke for step in made(execution, "Queue.put")] == [(1,)]


def test_the_end_of_a_thread_is_no_step_of_another_that_would_wake_who_joins_it() -> None:
    text = """
import threading
n = 0
def count():
    global n
    n += 1
threads = [threading.Thread(target=count) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    for execution in executions(text):
        assert not any(step.woke for step in execution.steps if step.operation != "Thread.start")


def test_an_exception_that_nobody_catches_is_a_step_at_its_line_and_its_place_in_time() -> None:
    text = """
import threading
def fail():
    raise KeyError("bread")
thread = threading.Thread(target=fail, name="Mira")
thread.start()
thread.join()
print("the shop is open")
"""
    (execution,) = executions(text)
    told = [(execution.threads[step.thread], step.operation) for step in execution.steps]
    assert told.index(("Mira", "raise")) < told.index((execution.threads[0], "print"))
    (failed,) = made(execution, "raise")
    assert (failed.object, failed.module, failed.line) == ("KeyError", "main", 4)


def test_a_variable_of_a_module_is_told_with_its_value_and_one_that_one_thread_keeps_is_not_told() -> None:
    text = """
import threading
shared = 0
def add():
    global shared
    shared += 1
for number in range(2):
    threading.Thread(target=add).start()
"""
    for execution in executions(text):
        data = [step for step in execution.steps if step.operation in ("read", "write")]
        assert {step.object for step in data} == {"shared"}
        assert all(step.result in ("0", "1", "2") for step in data)
