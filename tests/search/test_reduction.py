"""The reduction runs one schedule of each class, and few that it gives up; and says so if it missed something."""

from __future__ import annotations

import sys
import textwrap

import pytest

from course import Program, Search, explore
from course.search import explore as engine_explore
from course.search.explore import GLANCE
from course.search.reduction import Optimal
from course.search.traces import Trace
from course.simulation.program import Runner
from course.simulation.touches import ALL, STEP, WHOLE, Event, conflict
from tests.search.programs import random_program

RUN = """
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


def program(source: str, **names: object) -> Program:
    text = textwrap.dedent(source)
    for name, value in names.items():
        text = text.replace(name, str(value))
    return Program({"main": "import queue, threading, time\nfrom threading import *\n" + text + RUN})


def counter(threads: int, increments: int) -> Program:
    return program(
        """
        n = 0
        def work():
            global n
            for _ in range(INCREMENTS):
                n += 1
        threads = [Thread(target=work) for _ in range(THREADS)]
        """,
        INCREMENTS=increments,
        THREADS=threads,
    )


def philosophers(count: int) -> Program:
    return program(
        """
        forks = [Lock() for _ in range(COUNT)]
        def dine(seat):
            with forks[seat]:
                with forks[(seat + 1) % COUNT]:
                    pass
        threads = [Thread(target=dine, args=(seat,)) for seat in range(COUNT)]
        """,
        COUNT=count,
    )


def buffer(producers: int, consumers: int, items: int, tell: str) -> Program:
    """A buffer with one place and one condition; ``items`` for each producer."""
    return program(
        """
        changed = Condition()
        slot = []
        def put():
            for item in range(ITEMS):
                with changed:
                    while slot:
                        changed.wait()
                    slot.append(item)
                    changed.TELL()
        def get(times):
            for _ in range(times):
                with changed:
                    while not slot:
                        changed.wait()
                    slot.pop()
                    changed.TELL()
        threads = [Thread(target=put) for _ in range(PRODUCERS)]
        threads += [Thread(target=get, args=(ITEMS * PRODUCERS // CONSUMERS,)) for _ in range(CONSUMERS)]
        """,
        TELL=tell,
        ITEMS=items,
        PRODUCERS=producers,
        CONSUMERS=consumers,
    )


def search(each: Program) -> tuple[int, int]:
    """How many executions count, and how many were given up."""
    runner = Runner(each)
    try:
        while True:
            strategy = Optimal(runner.world)
            complete = 0
            more = True
            while more:
                runner.run(strategy, steps=5_000, trace=strategy.trace, script=strategy.script)
                complete += strategy.counts
                if runner.refine():
                    break
                more = strategy.next()
                for place in strategy.places:
                    runner.shared.flag(place)
                if strategy.places and runner.refine():
                    break
            else:
                return complete, strategy.cut_short
    finally:
        runner.close()


@pytest.mark.parametrize(
    ("threads", "increments", "classes"), [(2, 1, 4), (2, 2, 34), (2, 3, 328), (3, 1, 36)], ids=str
)
def test_a_race_on_a_counter_has_as_many_executions_as_classes(threads: int, increments: int, classes: int) -> None:
    found = explore(counter(threads, increments), Search(preemptions=None))
    assert found.coverage == "every schedule"
    assert found.executions == classes
    assert search(counter(threads, increments)) == (classes, 0)


@pytest.mark.parametrize(("count", "classes"), [(3, 7), (4, 15), (5, 31)])
def test_philosophers_have_a_class_for_each_order_at_the_forks_that_ends(count: int, classes: int) -> None:
    assert search(philosophers(count)) == (classes, 0)


def test_the_deadlock_of_a_buffer_that_wakes_the_wrong_one_is_found_soon_and_without_a_preemption() -> None:
    found = explore(buffer(1, 2, 2, "notify"), Search(preemptions=None))
    assert found.complete
    (deadlock,) = [outcome for outcome in found.outcomes if outcome.ending == "deadlock"]
    assert deadlock.execution.preemptions == 0
    within_50 = explore(buffer(1, 2, 2, "notify"), Search(preemptions=None, executions=50))
    assert "deadlock" in {outcome.ending for outcome in within_50.outcomes}


@pytest.mark.parametrize(
    ("producers", "consumers", "items"), [(1, 1, 3), (2, 1, 1), (1, 2, 2), (2, 2, 1), (2, 2, 2)], ids=str
)
def test_a_buffer_that_wakes_all_is_right_under_every_schedule(producers: int, consumers: int, items: int) -> None:
    found = explore(buffer(producers, consumers, items, "notify_all"), Search(preemptions=None))
    assert found.coverage == "every schedule"
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}


LOOKS = {
    "a print before the look": (
        """
        def wait():
            print("w")
            with changed:
                while not ready: changed.wait()
        def tell():
            global ready
            with changed:
                ready = True
                changed.notify_all()
            print("t")
        """,
        {"w\nt\n", "t\nw\n"},
    ),
    "a read before the look": (
        """
        def wait():
            early = ready
            with changed:
                while not ready: changed.wait()
            print(early)
        def tell():
            global ready
            with changed:
                ready = True
                changed.notify_all()
        """,
        {"False\n", "True\n"},
    ),
    "another lock before the look, and after the change": (
        """
        other = Lock()
        def wait():
            with other: print("w")
            with changed:
                while not ready: changed.wait()
        def tell():
            global ready
            with changed:
                ready = True
                changed.notify_all()
            with other: print("t")
        """,
        {"w\nt\n", "t\nw\n"},
    ),
    "a wait of the program's own that counts": (
        """
        class Gate:
            waited = 0
            def wait(self):
                changed.wait()
                self.waited += 1
        gate = Gate()
        def wait():
            with changed:
                while not ready: gate.wait()
            print(gate.waited)
        def tell():
            global ready
            with changed:
                ready = True
                changed.notify_all()
        """,
        {"0\n", "1\n"},
    ),
}


@pytest.mark.parametrize("name", LOOKS)
def test_a_look_that_found_nothing_leaves_all_else_as_it_was(name: str) -> None:
    source, outputs = LOOKS[name]
    noise = """
        lock = Lock()
        def noise():
            global n
            with lock: n += 1
        threads = [Thread(target=each) for each in (wait, tell, noise, noise, noise)]
    """
    text = "changed = Condition()\nready = False\nn = 0\n" + textwrap.dedent(source) + textwrap.dedent(noise)
    found = explore(program(text), Search(preemptions=None))
    assert found.coverage == "every schedule"
    assert {outcome.output for outcome in found.outcomes} == outputs


@pytest.mark.parametrize("thing", ["Lock()", "RLock()", "Condition()", "Semaphore()", "Event()"])
def test_what_a_thing_of_the_library_shows_depends_on_when_it_is_asked(thing: str) -> None:
    change = {"Event()": "thing.set()"}.get(thing, "thing.acquire()")
    source = f"""
        thing = {thing}
        threads = [Thread(target=lambda: {change}), Thread(target=lambda: print(thing))]
    """
    found = explore(program(source), Search(preemptions=None))
    assert found.complete
    assert len(found.outcomes) == 2


def test_who_draws_first_gets_the_first_number() -> None:
    source = """
        import random
        drawn = {}
        def draw(name): drawn[name] = random.random()
        threads = [Thread(target=draw, args=(name,)) for name in "ab"]
    """
    found = explore(
        program(source + RUN.replace("\n", "\n        ") + "\n        print(drawn['a'] < drawn['b'])\n"),
        Search(preemptions=None),
    )
    assert {outcome.output for outcome in found.outcomes} == {"True\n", "False\n"}


def test_hardly_any_execution_is_given_up() -> None:
    for each in (buffer(2, 2, 1, "notify_all"), buffer(2, 2, 1, "notify"), philosophers(4), counter(3, 1)):
        complete, cut = search(each)
        assert 10 * cut < complete


def test_a_queue_that_is_full_makes_no_classes_of_its_own() -> None:
    lines = program(
        """
        line = queue.Queue(1)
        def put():
            for item in range(2):
                line.put(item)
        def get():
            for _ in range(2):
                line.get()
        threads = [Thread(target=work) for work in (put, put, get, get)]
        """
    )
    assert search(lines) == (36, 0), "six orders of two puts by two, times six of gets"


def test_signals_to_nobody_in_particular_commute() -> None:
    several = program(
        """
        ready = Event()
        threads = [Thread(target=ready.wait) for _ in range(4)] + [Thread(target=ready.set)]
        """
    )
    assert search(several) == (1, 0)


def test_only_the_present_path_is_kept() -> None:
    runner = Runner(counter(2, 3))
    runner.shared.flagged = set(range(len(runner.sites)))
    strategy = Optimal(runner.world)
    longest = 0
    while True:
        runner.run(strategy, steps=5_000, trace=strategy.trace, script=strategy.script)
        longest = max(longest, len(strategy.trace))
        branches = sum(len(node.branches) for node in strategy._nodes)
        if not strategy.next():
            break
        assert branches <= longest
        assert len(strategy._nodes) <= len(strategy.trace) + 1 <= longest + 1
    runner.close()


def test_a_search_that_missed_something_is_never_called_complete(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lazy(Optimal):
        def next(self) -> bool:
            super().next()
            return False

    monkeypatch.setattr(sys.modules["course.search.explore"], "Optimal", Lazy)
    lost = Program({"main": counter(2, 1).modules["main"] + "print(n)"})
    found = engine_explore(lost, Search(preemptions=None))
    assert not found.complete
    assert found.coverage.startswith("incomplete: the search through all classes of schedules missed an outcome")
    assert {outcome.output for outcome in found.outcomes} == {"1\n", "2\n"}, "what is known is told"


def test_what_only_the_search_for_simpler_examples_finds_makes_it_incomplete(monkeypatch: pytest.MonkeyPatch) -> None:
    class Lazy(Optimal):
        def next(self) -> bool:
            super().next()
            return len(self._nodes) > 20

    module = sys.modules["course.search.explore"]
    monkeypatch.setattr(module, "Optimal", Lazy)
    monkeypatch.setattr(module, "GLANCE", 0)
    monkeypatch.setattr(module._Class, "see", lambda self, run: None)
    monkeypatch.setattr(module, "rank", lambda run: (9, 0, 0, str(run.schedule)))
    lost = Program({"main": counter(2, 1).modules["main"] + "print(n)"})
    found = engine_explore(lost, Search(preemptions=None))
    assert not found.complete
    assert {outcome.output for outcome in found.outcomes} == {"1\n", "2\n"}


def test_the_first_look_around_is_short() -> None:
    seen: list[int] = []
    explore(counter(2, 3), Search(preemptions=None), progress=lambda executions, budget: seen.append(executions))
    assert 328 < max(seen) <= GLANCE + 328 + 2, "the classes, a glance, and what was run before all places were known"


def test_steps_conflict_where_their_order_can_be_seen() -> None:
    read, write, other, whole = ((1, "a", False),), ((1, "a", True),), ((1, "b", True),), ((1, WHOLE, False),)
    assert conflict(read, write)
    assert not conflict(read, read)
    assert not conflict(write, other)
    assert conflict(whole, other)
    assert conflict(read, ALL)


def test_what_wakes_a_thread_comes_before_it_and_is_no_race() -> None:
    trace = Trace()
    signal = ((7, None, True),)
    trace.events += [Event(STEP, 0, signal, 0, 0, {}, -1), Event(STEP, 1, signal, 0, 0, {}, 0)]
    assert trace.look({}) == ([], set())
    trace.cut(1)
    trace.events.append(Event(STEP, 1, signal, 0, 0, {}, -1))
    assert trace.look({}) == ([(0, 1)], set()), "without a cause it is one"


def test_a_step_that_was_not_possible_before_does_not_race_with_what_made_it_possible() -> None:
    trace = Trace()
    lock = ((7, None, True),)
    free, taken, need = 1, 0, 1
    trace.events += [
        Event(STEP, 0, lock, need, free, {}, -1),
        Event(STEP, 0, lock, 0, taken, {}, -1),
        Event(STEP, 1, lock, need, free, {}, -1),
    ]
    assert trace.look({}) == ([(0, 2)], set()), "the race is with who took the lock, not with its release"


@pytest.mark.parametrize(
    ("seed", "steps"), [(7_000_064, 11), (7_000_229, 13), (7_000_295, 11), (7_000_405, 5), (7_000_437, 6)]
)
def test_a_simple_schedule_that_does_not_end_is_not_taken_for_an_outcome_that_was_missed(seed: int, steps: int) -> None:
    """All classes end in so many steps, but not all schedules without preemptions, which are looked at afterwards."""
    found = engine_explore(random_program(seed), Search(preemptions=None, steps=steps))
    assert not found.complete
    assert f"did not end within {steps} steps" in found.coverage
