"""Every execution ends, says how, and leaves nothing behind."""

from __future__ import annotations

import gc
import os
import subprocess
import sys
import threading

import pytest
from greenlet import greenlet

from course import Program, Search, explore, replay
from course.model import Outcome


def only(text: str) -> Outcome:
    found = explore(Program({"main": text}))
    (outcome,) = found.outcomes
    assert found.complete or outcome.ending == "endless"
    return outcome


ENDLESS = {
    "a loop": "while True: pass",
    "a loop that counts": "n = 0\nwhile True: n += 1",
    "a loop in a function": "def f():\n    n = 0\n    while True: n += 1\nf()",
    "an iterator without end": "import itertools\nfor n in itertools.count(): pass",
    "a loop that sleeps": "import time\nwhile True: time.sleep(1)",
    "a loop that catches everything": "import time\nwhile True:\n    try: time.sleep(1)\n    except: pass",
    "a loop in finally": "import time\nwhile True:\n    try: time.sleep(1)\n    finally: continue",
    "waiting for what never comes": """
import threading
done = False
def f():
    while not done: pass
threading.Thread(target=f).start()
""",
    "two that wait for each other": """
import threading
a, b = threading.Event(), threading.Event()
def first():
    while not a.is_set(): pass
    b.set()
t = threading.Thread(target=first)
t.start()
while not b.is_set(): pass
a.set()
""",
}


@pytest.mark.parametrize("name", ENDLESS)
def test_what_never_ends_is_endless(name: str) -> None:
    outcome = only(ENDLESS[name])
    assert outcome.ending == "endless"
    assert outcome.execution.waiting, "somebody must be named"


def test_a_search_gives_up_where_schedules_have_no_end() -> None:
    text = """
import threading
n = 0
def work():
    global n
    while True:
        n += 1
        print(n)
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
"""
    found = explore(Program({"main": text}))
    assert found.executions == 1
    assert not found.complete
    assert "did not end within 5,000 steps" in found.coverage
    (outcome,) = found.outcomes
    assert replay(Program({"main": text}), outcome.execution.schedule) == outcome.execution


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("import os\nos._exit(0)", "os cannot be imported here"),
        ("import socket", "there is no network"),
        ("import asyncio", "no event loop"),
        ("import multiprocessing", "no processes"),
        ("from concurrent.futures import ProcessPoolExecutor", "no processes"),
        ("input('name?')", "input() cannot be answered here"),
        ("open('x')", "there are no files"),
        ("eval('1')", "eval() cannot be used here"),
        ("print('x' * 100_000_000)", "printed more than 100,000 characters"),
        ("def f(n): return f(n + 1)\nf(0)", "calls itself without end"),
        ("async def f(): pass", "only threads are simulated"),
        ("import sys\nsys.exit(3)", "asked to exit"),
    ],
)
def test_what_cannot_be_gets_a_sentence(text: str, says: str) -> None:
    outcome = only(text)
    assert outcome.ending == "error"
    assert says in (outcome.error or "")


def test_sleeping_for_an_hour_takes_no_time_and_polling_the_clock_ends() -> None:
    assert only("import time\ntime.sleep(3600)").execution.time == 3600
    assert only("import time\nwhile time.monotonic() < 5: pass").ending == "completed"


def test_a_spin_that_another_thread_ends_is_not_endless() -> None:
    text = """
import threading
ready = threading.Event()
threading.Timer(1, ready.set).start()
while not ready.is_set(): pass
print("seen")
"""
    outcome = only(text)
    assert (outcome.ending, outcome.output) == ("completed", "seen\n")
    assert any(step.operation == "spin" for step in outcome.execution.steps)


POLLING = {
    "for _ in range(9):\n        if bell.is_set(): return\n        time.sleep(1)": True,
    "while not bell.is_set(): time.sleep(1)": True,
    "waited = 0\n    while waited < 9 and not bell.is_set():\n        time.sleep(1)\n        waited += 1": True,
    "while not bell.wait(1): pass": True,
    "while ringer.is_alive(): ringer.join(timeout=2)": True,
    "while ringer.is_alive(): time.sleep(2)": True,
    "while ringer.is_alive(): ringer.join()": False,
    "beats = 0\n    while not bell.wait(1): beats += 1": False,
    "while not bell.wait(1): print('beat')": False,
    "for _ in range(3): time.sleep(1)": False,
    "bell.wait(9)": False,
    "bell.wait()": False,
}


@pytest.mark.parametrize("body", POLLING)
def test_polling_is_told_from_waiting(body: str) -> None:
    text = f"""
import threading, time
bell = threading.Event()
def wait():
    {body}
def ring():
    time.sleep(5)
    bell.set()
ringer = threading.Thread(target=ring)
ringer.start()
wait()
"""
    steps = explore(Program({"main": text})).outcomes[0].execution.steps
    assert any(step.operation == "poll" for step in steps) is POLLING[body]


def test_a_bounded_spin_may_give_up() -> None:
    text = """
import threading
ready = threading.Event()
threading.Thread(target=ready.set).start()
tries = 0
while not ready.is_set() and tries < 3: tries += 1
print(tries)
"""
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert {outcome.output for outcome in found.outcomes} == {"0\n", "1\n", "2\n", "3\n"}


@pytest.mark.parametrize(
    "text",
    [
        "n = 0\nwhile n < 5: n += 1",
        "def f():\n    n = 0\n    while n < 5: n += 1\nf()",
        "n = []\nwhile len(n) < 5: n.append(1)",
        "class C: n = 0\nwhile C.n < 5: C.n += 1",
        "n = {}\nwhile len(n) < 5: n[len(n)] = 1",
    ],
)
def test_a_loop_that_gets_on_is_not_endless(text: str) -> None:
    assert only(text).ending == "completed"


def test_an_iterator_that_moves_on_is_progress() -> None:
    text = """
numbers = iter([0, 0, 0, 0, 1])
while not next(numbers): pass
print("through")
"""
    assert only(text).output == "through\n"


UNWINDING = {
    "finally": "try: event.wait()\n    finally: print('x')",
    "a bare except": "try: event.wait()\n    except: print('x')",
    "return in finally": "try: event.wait()\n    finally: return",
    "a manager that swallows": "with Swallow(): event.wait()\n    event.wait()",
    "a loop of excepts": "while True:\n        try: event.wait()\n        except BaseException: pass",
    "a generator's finally": "list(generate())",
    "a local lock": "with threading.Lock(), threading.RLock(): event.wait()",
    "a queue": "queue.Queue().get()",
    "an object with __del__": "keep = Noisy(); event.wait()",
}


@pytest.mark.parametrize("name", UNWINDING)
def test_a_blocked_thread_is_ended_whatever_it_does_about_it(name: str) -> None:
    text = f"""
import queue, threading
event = threading.Event()
class Swallow:
    def __enter__(self): pass
    def __exit__(self, *error): return True
class Noisy:
    def __del__(self): print("gone")
def generate():
    try:
        event.wait()
        yield 1
    finally:
        event.wait()
def blocked():
    {UNWINDING[name]}
thread = threading.Thread(target=blocked)
thread.start()
print("started")
"""
    gc.collect()
    before = threading.active_count(), suspended_greenlets()
    outcome = only(text)
    assert (outcome.ending, outcome.output) == ("deadlock", "started\n")
    gc.collect()
    assert (threading.active_count(), suspended_greenlets()) == before


def suspended_greenlets() -> int:
    """How many greenlets of this process were left in the middle: other libraries have some of their own."""
    return sum(isinstance(thing, greenlet) and bool(thing) and not thing.dead for thing in gc.get_objects())


def test_nothing_is_left_after_many_executions() -> None:
    text = """
import queue, threading
line = queue.Queue(1)
def produce():
    for n in range(2): line.put(n)
def consume():
    for n in range(2): line.get()
threads = [threading.Thread(target=produce), threading.Thread(target=consume)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    program = Program({"main": text})
    counts = []
    for _ in range(3):
        explore(program, Search(preemptions=3))
        gc.collect()
        counts.append(len(gc.get_objects()))
    assert counts[2] - counts[1] < 50


def test_the_same_program_gives_the_same_bytes_whatever_the_hash_seed() -> None:
    script = """
import sys
from course import Program, explore
from course.model import to_json
text = '''
from concurrent.futures import ThreadPoolExecutor, wait
class Thing: pass
things = {Thing() for _ in range(5)}
with ThreadPoolExecutor(2) as pool:
    done, _ = wait({pool.submit(pow, n, 2) for n in range(3)})
    print([future.result() for future in done], [id(thing) for thing in things], Thing())
'''
sys.stdout.buffer.write(to_json(explore(Program({"main": text}))))
"""
    answers = {
        subprocess.run(
            [sys.executable, "-c", script],
            env={**os.environ, "PYTHONHASHSEED": seed, "PYTHONPATH": os.getcwd()},
            capture_output=True,
            check=True,
        ).stdout
        for seed in ("0", "1", "1234")
    }
    assert len(answers) == 1


def test_a_thread_may_call_as_deep_as_the_one_that_started_it() -> None:
    """If it had less room, a search would run out of it: fibers are made anew after each schedule that does not fit."""
    text = """
import threading, time
rooms = []
def room(depth=0):
    try:
        return room(depth + 1)
    except RecursionError:
        return depth
def work(others):
    rooms.append(room())
    if others:
        threading.Thread(target=work, args=(others - 1,)).start()
def begin(calls):
    if calls:
        begin(calls - 1)
    else:
        threading.Thread(target=work, args=(3,)).start()
begin(50)
time.sleep(1)
print(len(rooms), max(rooms) - min(rooms) < 10)
"""
    assert replay(Program({"main": text}), "-").output == "4 True\n"
