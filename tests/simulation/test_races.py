"""The data races of an execution: what synchronisation orders is none, and all else that two threads share is one."""

from __future__ import annotations

import os
import subprocess
import sys
import textwrap

import pytest

from course import Program, Search, replay
from course.model import Execution, Race, to_json
from course.search import explore
from course.search.replaying import record
from course.search.strategies import Bounded
from course.simulation.program import Runner

MANY = 300
STEPS = 5_000

HEADER = """\
import queue
import threading
import time
from concurrent.futures import ThreadPoolExecutor, as_completed, wait

class Box:
    def __init__(self):
        self.value = 0

box = Box()
n = 0
done = False
lock = threading.Lock()
ready = threading.Event()
changed = threading.Condition()
line = queue.Queue()
items = []
table = {}

def together(*functions):
    threads = [threading.Thread(target=function) for function in functions]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

"""


def program(source: str) -> Program:
    return Program({"main": HEADER + textwrap.dedent(source)})


def executions(source: str) -> list[Execution]:
    """The executions that are shown of all schedules with one preemption."""
    found = explore(program(source), Search(preemptions=1))
    assert found.complete
    return [outcome.execution for outcome in found.outcomes]


def every(source: str) -> list[Execution]:
    """The executions of all schedules with one preemption, the first ``MANY`` of them."""
    runner = Runner(program(source))
    try:
        strategy, found = Bounded(1), []
        while len(found) < MANY:
            found.append(runner.run(strategy, steps=STEPS).schedule)
            if runner.refine():
                strategy, found = Bounded(1), []
            elif not strategy.next():
                break
        return [record(runner, schedule, STEPS) for schedule in found]
    finally:
        runner.close()


def races(source: str) -> list[Race]:
    return [race for execution in executions(source) for race in execution.races]


def kinds(source: str) -> set[tuple[str, str, str]]:
    """Name and kinds of each race, in any of the executions shown."""
    return {(race.name, *sorted((race.first.operation, race.second.operation))) for race in races(source)}


def text(source: str, race: Race) -> tuple[str, str]:
    """The lines of the source at which the accesses are."""
    lines = program(source).modules["main"].split("\n")
    return lines[race.first.line - 1].strip(), lines[race.second.line - 1].strip()


LOST_UPDATE = """
def add():
    global n
    n += 1
together(add, add)
print(n)
"""

ORDERED = {
    "what a subclass of a queue does under the queue's own lock": """
class Counted(queue.Queue):
    def _init(self, maxsize):
        super()._init(maxsize)
        self.count = 0

    def _put(self, item):
        self.count += 1
        super()._put((self.count, item))

counted = Counted()
together(lambda: counted.put("a"), lambda: counted.put("b"))
""",
    "a lock": """
        def add():
            global n
            with lock:
                n += 1
        together(add, add)
        print(n)
        """,
    "a lock that may be taken again": """
        again = threading.RLock()
        def add():
            global n
            with again, again:
                n += 1
        together(add, add)
        """,
    "start and join": """
        def add():
            global n
            n += 1
        n = 1
        together(add)
        n += 1
        together(add)
        print(n)
        """,
    "whether a thread is alive": """
        def add():
            global n
            n += 1
        thread = threading.Thread(target=add)
        thread.start()
        while thread.is_alive():
            pass
        n += 1
        """,
    "the end of all others": """
        def add():
            global n
            n += 1
        threading.Thread(target=add).start()
        while threading.active_count() > 1:
            pass
        n += 1
        """,
    "an event": """
        def give():
            global n
            n = 1
            ready.set()
        def take():
            ready.wait()
            print(n)
        together(give, take)
        """,
    "an event that is looked at": """
        def give():
            global n
            n = 1
            ready.set()
        def take():
            while not ready.is_set():
                time.sleep(1)
            print(n)
        together(give, take)
        """,
    "a condition": """
        def give():
            global n, done
            n = 1
            with changed:
                done = True
                changed.notify()
        def take():
            with changed:
                while not done:
                    changed.wait()
            print(n)
        together(give, take)
        """,
    "a condition whose lock is given back": """
        def take():
            with changed:
                box.value = 1
                while not done:
                    changed.wait()
        def give():
            global done
            with changed:
                box.value += 1
                done = True
                changed.notify()
        together(take, give)
        """,
    "a notification": """
        def take():
            with changed:
                changed.wait_for(lambda: done)
            print(n)
        def give():
            global n, done
            n = 1
            with changed:
                done = True
                changed.notify_all()
        together(take, take, give)
        """,
    "a queue": """
        def give():
            box.value = 1
            line.put(box)
        def take():
            line.get().value += 1
        together(give, take)
        """,
    "a queue with a place for one": """
        narrow = queue.Queue(1)
        def give():
            global n
            narrow.put("a")
            narrow.put("b")
            n += 1
        def take():
            global n
            n += 1
            narrow.get()
        together(give, take)
        """,
    "a queue whose items are all done": """
        def serve():
            global n
            line.get()
            n += 1
            line.task_done()
        threading.Thread(target=serve, daemon=True).start()
        line.put("a")
        line.join()
        n += 1
        """,
    "a simple queue": """
        simple = queue.SimpleQueue()
        def give():
            global n
            n = 1
            simple.put("a")
        def take():
            simple.get()
            print(n)
        together(give, take)
        """,
    "a semaphore": """
        free = threading.Semaphore(0)
        def give():
            global n
            n = 1
            free.release()
        def take():
            free.acquire()
            print(n)
        together(give, take)
        """,
    "a barrier": """
        both = threading.Barrier(2)
        def write():
            global n
            n = 1
            both.wait()
        def read():
            both.wait()
            print(n)
        together(write, read)
        """,
    "a timer": """
        def add():
            global n
            n += 1
        n = 1
        timer = threading.Timer(1, add)
        timer.start()
        timer.join()
        n += 1
        """,
    "the result of a future": """
        def work():
            box.value += 1
        box.value = 1
        with ThreadPoolExecutor(1) as pool:
            future = pool.submit(work)
            future.result()
            box.value += 1
        """,
    "the end of an executor": """
        def work(key):
            table[key] = 1
        with ThreadPoolExecutor(2) as pool:
            for key in "ab":
                pool.submit(work, key)
        print(table["a"], table["b"])
        """,
    "futures that are done": """
        def work(key):
            table[key] = 1
        pool = ThreadPoolExecutor(2)
        futures = [pool.submit(work, key) for key in "ab"]
        wait(futures)
        print(table["a"], table["b"])
        """,
    "futures as they are done": """
        def work(key):
            table[key] = 1
        pool = ThreadPoolExecutor(2)
        futures = [pool.submit(work, key) for key in "ab"]
        for future in as_completed(futures):
            pass
        print(table["a"], table["b"])
        """,
    "one operation of the interpreter": """
        together(lambda: items.append(1), lambda: items.append(2), lambda: print(len(items), 1 in items))
        items[0] = 3
        """,
    "different keys": """
        def write(key):
            table[key] = 1
            table[key] += 1
        together(lambda: write("a"), lambda: write("b"))
        print(table["a"], table["b"])
        """,
    "different attributes": """
        def one(): box.value = 1
        def other(): box.other = 1
        together(one, other)
        """,
    "nobody writes": """
        n = 5
        together(lambda: print(n), lambda: print(n))
        """,
}

RACES = {
    "a lost update": (LOST_UPDATE, {("n", "read", "write"), ("n", "write", "write")}),
    "two locks": (
        """
        other = threading.Lock()
        def one():
            global n
            with lock:
                n = 1
        def two():
            global n
            with other:
                n = 2
        together(one, two)
        """,
        {("n", "write", "write")},
    ),
    "a read without the lock": (
        """
        def add():
            global n
            with lock:
                n += 1
        together(add, lambda: print(n))
        """,
        {("n", "read", "write")},
    ),
    "a flag that is polled": (
        """
        def give():
            global done
            done = True
        def take():
            while not done:
                pass
        together(give, take)
        """,
        {("done", "read", "write")},
    ),
    "what a flag promises to a loop that only turns": (
        """
        def give():
            global n, done
            n = 1
            done = True
        def take():
            while not done:
                pass
            print(n)
        together(give, take)
        """,
        {("done", "read", "write"), ("n", "read", "write")},
    ),
    "what comes after the set": (
        """
        def give():
            global n
            ready.set()
            n = 1
        def take():
            global n
            ready.wait()
            n = 2
        together(give, take)
        """,
        {("n", "write", "write")},
    ),
    "what a flag promises": (
        """
        def give():
            global n, done
            n = 1
            done = True
        def take():
            while not done:
                time.sleep(1)
            print(n)
        together(give, take)
        """,
        {("done", "read", "write"), ("n", "read", "write")},
    ),
    "sleep": (
        """
        def give():
            box.value = 1
        def take():
            time.sleep(1)
            print(box.value)
        together(give, take)
        """,
        {("box.value", "read", "write")},
    ),
    "a wait that ran out": (
        """
        def give():
            global n
            n = 1
            time.sleep(5)
            ready.set()
        def take():
            ready.wait(1)
            print(n)
        together(give, take)
        """,
        {("n", "read", "write")},
    ),
    "print": (
        """
        def give():
            global n
            n = 1
            print("a")
        def take():
            print("b")
            print(n)
        together(give, take)
        """,
        {("n", "read", "write")},
    ),
    "two that set the same event": (
        """
        def one():
            global n
            n = 1
            ready.set()
        def two():
            global n
            ready.set()
            n = 2
        together(one, two)
        """,
        {("n", "write", "write")},
    ),
    "two that put into the same queue": (
        """
        def one():
            global n
            n = 1
            line.put(1)
        def two():
            global n
            line.put(2)
            n = 2
        together(one, two)
        """,
        {("n", "write", "write")},
    ),
    "a semaphore that lets two in": (
        """
        free = threading.Semaphore(2)
        def add():
            global n
            with free:
                n += 1
        together(add, add)
        print(n)
        """,
        {("n", "read", "write"), ("n", "write", "write")},
    ),
    "tasks of an executor": (
        """
        def add():
            box.value += 1
        with ThreadPoolExecutor(2) as pool:
            pool.submit(add)
            pool.submit(add)
        print(box.value)
        """,
        {("box.value", "read", "write"), ("box.value", "write", "write")},
    ),
    "the same key": (
        """
        def write(value):
            table["a"] = value
        together(lambda: write(1), lambda: write(2))
        """,
        {("table['a']", "write", "write")},
    ),
    "the same index": (
        """
        items.append(0)
        def add():
            items[0] += 1
        together(add, add)
        """,
        {("items[0]", "read", "write"), ("items[0]", "write", "write")},
    ),
    "a variable of a function": (
        """
        def run():
            count = 0
            def add():
                nonlocal count
                count = 1
            together(add, add)
        run()
        """,
        {("count", "write", "write")},
    ),
    "reading before the join": (
        """
        def add():
            global n
            n = 1
        thread = threading.Thread(target=add)
        thread.start()
        print(n)
        thread.join()
        """,
        {("n", "read", "write")},
    ),
    "after a join that ran out": (
        """
        def add():
            global n
            n = 1
            time.sleep(5)
        thread = threading.Thread(target=add)
        thread.start()
        thread.join(1)
        n = 2
        """,
        {("n", "write", "write")},
    ),
}


BY_CHANCE = {"a semaphore that lets two in", "tasks of an executor"}
"""What one thread gives back the other may then take, which orders them in some schedules."""


@pytest.mark.parametrize("name", ORDERED)
def test_what_synchronisation_orders_is_no_race_in_any_schedule(name: str) -> None:
    found = every(ORDERED[name])
    assert {execution.ending for execution in found} == {"completed"}
    assert [str(execution.schedule) for execution in found if execution.races] == []


@pytest.mark.parametrize("name", RACES)
def test_what_nothing_orders_is_a_race(name: str) -> None:
    source, expected = RACES[name]
    assert kinds(source) == expected


@pytest.mark.parametrize("name", [name for name in RACES if name not in BY_CHANCE])
def test_a_race_does_not_depend_on_the_schedule(name: str) -> None:
    source, expected = RACES[name]
    names = {name for name, _, _ in expected}
    assert all({race.name for race in execution.races} == names for execution in every(source))


def test_a_race_is_told_in_executions_without_a_lost_update_as_well() -> None:
    both = executions(LOST_UPDATE)
    assert {execution.output for execution in both} == {"1\n", "2\n"}
    assert all(execution.races for execution in both)


def test_one_execution_may_order_by_chance_what_another_shows_to_be_a_race() -> None:
    source = RACES["a semaphore that lets two in"][0]
    told = {execution.output: bool(execution.races) for execution in executions(source)}
    assert told == {"2\n": False, "1\n": True}


def test_a_race_names_threads_and_lines_and_the_earlier_access_first() -> None:
    source = """
    def write():
        box.value = 1
    def read():
        print(box.value)
    together(write, read)
    """
    [one] = {race for race in races(source) if race.first.operation == "write"}
    assert (one.first.thread, one.second.thread) == (1, 2)
    assert text(source, one) == ("box.value = 1", "print(box.value)")
    assert one.first.module == one.second.module == "main"


def test_each_pair_of_places_is_told_once_for_each_name() -> None:
    source = """
    def write():
        global n
        for _ in range(3):
            n = 1
            box.value = 1
    together(write, write)
    """
    [execution] = executions(source)
    assert sorted((race.name, race.first.line == race.second.line) for race in execution.races) == [
        ("box.value", True),
        ("n", True),
    ]


def test_a_race_is_told_of_an_execution_that_ends_in_a_deadlock() -> None:
    source = """
    other = threading.Lock()
    def one():
        box.value = 1
        with lock, other: pass
    def two():
        box.value = 2
        with other, lock: pass
    together(one, two)
    """
    ended = {execution.ending: execution for execution in executions(source)}
    assert {race.name for race in ended["deadlock"].races} == {"box.value"}


def test_a_race_is_told_of_an_execution_that_ends_in_an_error() -> None:
    [execution] = executions("def f():\n    box.value = 1\ntogether(f, f)\nraise ValueError")
    assert execution.ending == "error"
    assert {race.name for race in execution.races} == {"box.value"}


@pytest.mark.parametrize(
    "call",
    [
        "threading.Event.set()",
        "threading.Condition.wait()",
        "queue.Queue.put()",
        "queue.Queue('many').put(1)",
        "class Own(threading.Condition):\n    def __init__(self): pass\nOwn().wait()",
        "class Own(queue.Queue):\n    def __init__(self): pass\nOwn().put(1)",
        "ThreadPoolExecutor.submit()",
        "ThreadPoolExecutor.shutdown()",
        "threading.Timer.cancel()",
    ],
)
def test_what_fails_fails_in_a_recording_as_it_does_in_the_search(call: str) -> None:
    runner = Runner(program(call))
    run = runner.run(Bounded(0), steps=STEPS)
    assert run.failures
    assert record(runner, run.schedule, STEPS).failures == run.failures
    runner.close()


def test_a_replay_tells_the_same_races() -> None:
    for execution in executions(LOST_UPDATE):
        assert replay(program(LOST_UPDATE), execution.schedule).races == execution.races


def test_the_bytes_are_the_same_for_every_hash_seed() -> None:
    script = (
        "import sys\nfrom tests.simulation.test_races import RACES, executions\nfrom course.model import to_json\n"
        "for name in ('what a flag promises', 'tasks of an executor', 'the same index'):\n"
        "    sys.stdout.buffer.write(to_json(executions(RACES[name][0])))\n"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1")
    ]
    assert told[0] == told[1]
    assert b'"races":[{' in told[0]
    assert to_json(executions(LOST_UPDATE)) == to_json(executions(LOST_UPDATE))


def test_the_values_of_a_local_are_shared_by_nobody() -> None:
    source = """
own = threading.local()
def work():
    own.count = 0
    own.count += 1
together(work, work)
"""
    found = executions(source)
    assert {(execution.ending, execution.races) for execution in found} == {("completed", ())}
    assert not any(step.operation in ("read", "write") for execution in found for step in execution.steps)
