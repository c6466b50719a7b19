"""Small executions built by hand, for tests that do not need an engine."""

from __future__ import annotations

from typing import Any

from course.model import Ending, Execution, Exploration, Failure, Outcome, Program, Schedule, Step, Wait

SIGNAL = """\
import threading
ready = threading.Event()
def consumer():
    ready.wait()
    print("got it")
def producer():
    items.append(3)
    ready.set()
threads = [threading.Thread(target=f, name=f.__name__) for f in (consumer, producer)]
for t in threads:
    t.start()
for t in threads:
    t.join()
"""


def step(thread: int, operation: str, subject: str | None, line: int, time: float = 0.0, **more: Any) -> Step:
    return Step(thread, operation, subject, more.pop("module", "main"), line, time, **more)


def execution(ending: Ending = "completed", token: str = "0x2.1", **more: Any) -> Execution:
    values: dict[str, Any] = {"result": None, "output": "", "threads": ("main", "consumer", "producer"), **more}
    return Execution(Schedule.parse(token), ending, **values)


WAITS_FOR_EVER = execution(
    "deadlock",
    steps=(
        step(0, "start", "consumer", 11),
        step(0, "start", "producer", 11),
        step(2, "list.append", "items", 7, time=2.0),
        step(2, "Event.clear", "ready", 8, time=2.0),
    ),
    waiting=(Wait(0, "join", "consumer", "main", 13), Wait(1, "Event.wait", "ready", "main", 4)),
    time=2.0,
)

HAND_OVER = execution(
    token="0x2.1.2x2.1",
    output="got it\n",
    steps=(
        step(0, "start", "consumer", 11),
        step(0, "start", "producer", 11),
        step(2, "list.append", "items", 7),
        step(2, "Event.set", "ready", 8, woke=(1,)),
        step(1, "Event.wait", "ready", 4, waited=0.0, result="True"),
        step(1, "print", None, 5, result="'got it'"),
    ),
)

PHILOSOPHERS = execution(
    "deadlock",
    threads=("main", "left", "right"),
    waiting=(
        Wait(1, "Lock.acquire", "b", "main", 4, holder=2, holds=("a",)),
        Wait(2, "Lock.acquire", "a", "main", 9, holder=1, holds=("b",)),
        Wait(0, "join", "left", "main", 14),
    ),
)

RAISES = execution("error", failures=(Failure(2, "ValueError", "no such item", "main", 5),))

REFUSED = execution(
    "error",
    failures=(
        Failure(
            0,
            "RuntimeError",
            "input() cannot be used here: nobody is there to answer. Give the value in the code.",
            "main",
            3,
        ),
    ),
)

SPINS = execution(
    "endless",
    steps=(step(0, "start", "consumer", 11), *[step(1, "spin", None, 7)] * 40),
)

FOUND = Exploration(
    outcomes=(
        Outcome("completed", None, "got it\n", None, 9, HAND_OVER),
        Outcome("deadlock", None, "", None, 3, WAITS_FOR_EVER),
    ),
    executions=12,
    coverage="every schedule with at most 2 preemptions",
    complete=True,
)

PROGRAM = Program({"main": SIGNAL})
