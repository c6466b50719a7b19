"""``explore`` and ``replay`` with findings, on real programs."""

from __future__ import annotations

import pytest

from course.explain import exploration_html, explore, replay, sentence, table_text
from course.model import Program, Search

TWO_LOCKS = """\
import threading
a, b = threading.Lock(), threading.Lock()
def left():
    with a:
        with b:
            pass
def right():
    with b:
        with a:
            pass
threads = [threading.Thread(target=f, name=f.__name__) for f in (left, right)]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""

ONE_CONDITION = """\
import threading
changed = threading.Condition()
slot = []
def put(item):
    with changed:
        while slot:
            changed.wait()
        slot.append(item)
        changed.notify()
def get():
    with changed:
        while not slot:
            changed.wait()
        slot.pop()
        changed.notify()
def produce():
    put(1)
    put(2)
threads = [threading.Thread(target=f, name=n) for f, n in ((get, "ann"), (get, "bob"), (produce, "producer"))]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""

SPIN = """\
import threading
done = False
def work():
    while not done:
        pass
worker = threading.Thread(target=work, name="worker")
worker.start()
worker.join()
"""

POLL = """\
import threading, time
done = False
def work():
    global done
    time.sleep(3)
    done = True
worker = threading.Thread(target=work, name="worker")
worker.start()
while not done:
    time.sleep(1)
"""

UNSEEN = """\
import threading
ready = threading.Event()
def work():
    raise ValueError("no such item")
worker = threading.Thread(target=work, name="worker")
worker.start()
ready.wait()
"""


@pytest.mark.parametrize(
    ("text", "ending", "told"),
    [
        (
            TWO_LOCKS,
            "deadlock",
            "Deadlock: left waits for the Lock 'b' (line 5), which right holds; right waits for the Lock 'a' (line 9), "
            "which left holds; main waits for thread 'left' to end (line 15).",
        ),
        (
            SPIN,
            "endless",
            "Endless: worker turned the loop at line 4 without anything changing, and nobody is left who would end it.",
        ),
        (
            UNSEEN,
            "error",
            "ValueError in thread 'worker' at line 4: no such item. Nobody caught it. "
            "After that, main waits for the Event 'ready' (line 7) and nobody is left who could set it.",
        ),
    ],
)
def test_the_ending_of_a_real_program_is_told_with_its_own_names_and_lines(text: str, ending: str, told: str) -> None:
    found = explore(Program({"main": text}), Search(preemptions=1))
    execution = next(outcome.execution for outcome in found.outcomes if outcome.ending == ending)
    assert sentence(execution) == told
    assert execution.findings[0].sentence == told


def test_a_program_that_polls_and_completes_has_the_finding() -> None:
    found = explore(Program({"main": POLL}))
    assert [outcome.ending for outcome in found.outcomes] == ["completed"]
    finding, race = found.outcomes[0].execution.findings
    assert (finding.kind, race.kind) == ("polling", "data race")
    assert ("main", 10) in finding.lines or ("main", 9) in finding.lines


def test_the_table_tells_how_one_notify_reached_the_wrong_thread() -> None:
    program = Program({"main": ONE_CONDITION})
    found = explore(program)
    execution = next(outcome.execution for outcome in found.outcomes if outcome.ending == "deadlock")
    told = table_text(execution, program.modules, width=200)
    assert "waits on changed; blocked" in told
    assert "notifies changed; wakes" in told
    assert "still waits on changed" in told


def test_replaying_an_outcome_gives_the_same_execution_with_the_same_findings() -> None:
    program = Program({"main": TWO_LOCKS})
    for outcome in explore(program).outcomes:
        assert replay(program, outcome.execution.schedule) == outcome.execution
        assert replay(program, str(outcome.execution.schedule)) == outcome.execution


def test_progress_is_told_and_what_it_raises_stops_the_search() -> None:
    calls: list[tuple[int, int]] = []

    def progress(executions: int, budget: int) -> None:
        calls.append((executions, budget))
        if executions == 3:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        explore(Program({"main": TWO_LOCKS}), Search(executions=100), progress)
    assert calls[-1] == (3, 100)


def test_exploring_twice_draws_the_same_bytes() -> None:
    program = Program({"main": ONE_CONDITION})
    assert exploration_html(explore(program), program) == exploration_html(explore(program), program)


@pytest.mark.parametrize("kind", ["Lock", "RLock", "Semaphore"])
def test_a_mutex_in_an_object_in_a_list_has_a_name_of_three_steps(kind: str) -> None:
    program = f"""
import threading

class Shop:
    def __init__(self):
        self.mutex = threading.{kind}()

shops = [Shop(), Shop()]

def work(first, second):
    with shops[first].mutex:
        with shops[second].mutex:
            pass

threads = [threading.Thread(target=work, args=order) for order in ((0, 1), (1, 0))]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""
    found = explore(Program({"main": program}))
    told = next(sentence(outcome.execution) for outcome in found.outcomes if outcome.ending == "deadlock")
    assert f"waits for the {kind} 'shops[1].mutex'" in told
