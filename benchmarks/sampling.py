"""``python -m benchmarks.sampling [--seeds N]``: how soon do the strategies that sample meet a bug?

For each classic mistake: the median number of executions up to the first that fails, over the seeds, and the largest.
Counted in executions, so the table is the same on every machine.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable
from statistics import median

from rich.console import Console
from rich.table import Table

from course import Program
from course.search.sampling import PriorityWalk, RandomWalk, Sampler, UniformWalk
from course.simulation.program import Runner

BUDGET = 5_000
"""So many executions are tried; a search that met no failure counts as one more than that."""

STRATEGIES: dict[str, Callable[[int], Sampler]] = {
    "fair die": RandomWalk,
    "uniform": UniformWalk,
    "pct, depth 2": lambda seed: PriorityWalk(seed, 2),
    "pct, depth 3": lambda seed: PriorityWalk(seed, 3),
    "pct, depth 4": lambda seed: PriorityWalk(seed, 4),
}

RUN = """
for thread in threads: thread.start()
for thread in threads: thread.join()
"""

BUGS = {
    "lost update": """
n = 0
def add():
    global n
    n += 1
threads = [Thread(target=add) for _ in range(2)]
RUN
assert n == 2
""",
    "notify for notify_all, 2 consumers": """
changed, ready = Condition(), False
def consume():
    with changed:
        changed.wait_for(lambda: ready)
def produce():
    global ready
    with changed:
        ready = True
        changed.notify()
threads = [Thread(target=work) for work in (produce, consume, consume)]
RUN
""",
    "one-slot buffer with if": """
changed, slot = Condition(), []
def put():
    for item in range(2):
        with changed:
            if slot: changed.wait()
            assert not slot
            slot.append(item)
            changed.notify_all()
def get():
    with changed:
        if not slot: changed.wait()
        slot.pop()
        changed.notify_all()
threads = [Thread(target=work) for work in (put, get, get)]
RUN
""",
    "two locks crosswise": """
a, b = Lock(), Lock()
def take(first, second):
    with first:
        with second: pass
threads = [Thread(target=take, args=locks) for locks in ((a, b), (b, a))]
RUN
""",
    "five philosophers": """
forks = [Lock() for _ in range(5)]
def dine(seat):
    with forks[seat]:
        with forks[(seat + 1) % 5]: pass
threads = [Thread(target=dine, args=(seat,)) for seat in range(5)]
RUN
""",
    "if not empty: get": """
line = Queue()
line.put("item")
def take():
    if not line.empty(): line.get()
threads = [Thread(target=take) for _ in range(2)]
RUN
""",
    "a pulse: set, then clear": """
signal = Event()
def wait():
    signal.wait()
def pulse():
    signal.set()
    signal.clear()
threads = [Thread(target=wait), Thread(target=pulse)]
RUN
""",
    "stops at the first sentinel of two": """
line, got = Queue(), []
def produce(item):
    line.put(item)
    line.put(None)
def consume():
    while (item := line.get()) is not None: got.append(item)
threads = [Thread(target=produce, args="a"), Thread(target=produce, args="b"), Thread(target=consume)]
RUN
assert len(got) == 2
""",
    "three preemptions": """
n, seen = 0, []
def write():
    global n
    n = 1
    n = 2
    n = 0
def read():
    seen.append(n)
    seen.append(n)
threads = [Thread(target=write), Thread(target=read)]
RUN
assert seen != [1, 2]
""",
    "three preemptions among 20 steps": """
lock, n, seen = Lock(), 0, []
def busy():
    for _ in range(5):
        with lock: pass
def write():
    global n
    busy()
    n = 1
    n = 2
    n = 0
    busy()
def read():
    busy()
    seen.append(n)
    seen.append(n)
    busy()
threads = [Thread(target=write), Thread(target=read)]
RUN
assert seen != [1, 2]
""",
    "short thread into the last of 100 steps": """
lock, stopped = Lock(), False
def long():
    for _ in range(100):
        with lock: pass
    before = stopped
    assert before == stopped
def short():
    global stopped
    stopped = True
threads = [Thread(target=long), Thread(target=short)]
RUN
""",
    "third of three started goes first": """
order = []
def note(name): order.append(name)
threads = [Thread(target=note, args=name) for name in "abc"]
RUN
assert order != ["c", "b", "a"]
""",
    "result of wait(timeout) ignored, 1 late thread": """
done, result = Event(), []
def work():
    result.append(1)
    done.set()
threads = [Thread(target=work)]
threads[0].start()
done.wait(10)
assert result
threads[0].join()
""",
}
LATE = {"result of wait(timeout) ignored, 1 late thread": 1}


def script(name: str) -> str:
    """The whole source of a program."""
    return "from threading import Condition, Event, Lock, Thread\nfrom queue import Queue\n" + BUGS[name].replace(
        "RUN", RUN
    )


def first_failure(name: str, strategy: Callable[[int], Sampler], seed: int) -> int:
    """The number of the first execution that fails, those included after which a search begins anew."""
    runner = Runner(Program({"main": script(name)}))
    sampler = strategy(seed)
    try:
        for number in range(1, BUDGET + 1):
            run = runner.run(sampler, steps=5_000, late_threads=LATE.get(name, 0))
            if run.ending != "completed":
                return number
            if runner.refine():
                sampler = strategy(seed)
            else:
                sampler.learn(run.schedule)
                sampler.next()
        return BUDGET + 1
    finally:
        runner.close()


def main() -> None:
    """Measure all strategies on all bugs and print a table."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.sampling", description=__doc__)
    parser.add_argument("--seeds", type=int, default=30, metavar="N", help="how many seeds (30)")
    seeds = parser.parse_args().seeds
    table = Table(title=f"executions up to the first failure: median / largest of {seeds} seeds")
    for column in ("bug", *STRATEGIES):
        table.add_column(column, justify="left" if column == "bug" else "right")
    for name in BUGS:
        row = []
        for strategy in STRATEGIES.values():
            numbers = [first_failure(name, strategy, seed) for seed in range(seeds)]
            row.append(f"{median(numbers):g} / {'-' if max(numbers) > BUDGET else max(numbers)}")
        table.add_row(name, *row)
    Console(width=140).print(table)


if __name__ == "__main__":
    main()
