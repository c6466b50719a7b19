"""Causes in programs as learners write them: classes, several conditions, updates by way of local names."""

from __future__ import annotations

import pytest

from course.explain import explore, findings, replay
from course.model import Finding, Program

ONE_CONDITION = """
import threading
class Mailbox:
    def __init__(self):
        self.changed = threading.Condition()
        self.slot = None
    def put(self, item):
        with self.changed:
            while self.slot is not None:
                self.changed.wait()
            self.slot = item
            self.changed.notify()
    def get(self):
        with self.changed:
            while self.slot is None:
                self.changed.wait()
            item, self.slot = self.slot, None
            self.changed.notify()
            return item
box = Mailbox()
def produce():
    box.put(1); box.put(2)
ts = [threading.Thread(target=f, name=n) for f, n in ((box.get, "ann"), (box.get, "bob"), (produce, "pro"))]
for t in ts: t.start()
for t in ts: t.join()
"""

IF_IN_A_CLASS = """
import threading
class Store:
    def __init__(self):
        self.cond = threading.Condition()
        self.items = []
    def put(self, item):
        with self.cond:
            self.items.append(item)
            self.cond.notify()
    def get(self):
        with self.cond:
            if len(self.items) == 0:
                self.cond.wait()
            return self.items.pop(0)
store = Store()
ts = [threading.Thread(target=store.get, name=n) for n in ("ann", "bob")]
for t in ts: t.start()
store.put(1); store.put(2)
"""

WAIT_WITHOUT_A_TEST = """
import threading
c = threading.Condition()
def work():
    with c:
        c.wait()
t = threading.Thread(target=work, name="w"); t.start()
with c: c.notify_all()
t.join()
"""

TEST_OUTSIDE_THE_LOCK = """
import threading
c = threading.Condition(); ready = False
def work():
    if not ready:
        with c:
            c.wait()
t = threading.Thread(target=work, name="w"); t.start()
with c:
    ready = True
    c.notify()
t.join()
"""

CHANGE_AFTER_THE_NOTIFY = """
import threading
c = threading.Condition(); ready = False
def work():
    with c:
        while not ready:
            c.wait()
t = threading.Thread(target=work, name="w"); t.start()
with c:
    c.notify()
ready = True
t.join()
"""

DICTIONARY = """
import threading
d = {"k": 1}
def take():
    if "k" in d:
        del d["k"]
ts = [threading.Thread(target=take, name=n) for n in ("ann", "bob")]
for t in ts: t.start()
for t in ts: t.join()
"""

USE_OF_NONE = """
import threading
current = "job"
def stop():
    global current
    current = None
def use():
    if current is not None:
        print(current.upper())
ts = [threading.Thread(target=f, name=f.__name__) for f in (stop, use)]
for t in ts: t.start()
for t in ts: t.join()
"""

TWO_STAGES = """
import queue, threading
def stage(inbox, outbox):
    while (item := inbox.get()) is not None:
        outbox.put(item)
a, b = queue.Queue(), queue.Queue()
t = threading.Thread(target=stage, args=[a, b], name="stage"); t.start()
def last():
    while (item := b.get()) is not None: print(item)
u = threading.Thread(target=last, name="last"); u.start()
a.put(1); a.put(None)
t.join(); u.join()
"""

BY_WAY_OF_LOCALS = """
import threading
class C:
    def __init__(self):
        self.n = 0
c = C()
def add():
    old = c.n
    new = old + 1
    c.n = new
ts = [threading.Thread(target=add, name=n) for n in ("ann", "bob")]
for t in ts: t.start()
for t in ts: t.join()
print(c.n)
"""

LIGHT = """
import threading
green = threading.Event(); log = []
def police():
    green.set(); green.clear(); log.append("red")
def car():
    if green.is_set():
        log.append("cross")
ts = [threading.Thread(target=f, name=n) for f, n in ((police, "police"), (car, "car"))]
for t in ts: t.start()
for t in ts: t.join()
print(log)
"""

LOOKS_WHETHER_IT_IS_EMPTY = """
import queue, threading
q = queue.Queue(); q.put("a")
def take():
    while not q.empty():
        q.get()
ts = [threading.Thread(target=take, name=n) for n in ("ann", "bob")]
for t in ts: t.start()
for t in ts: t.join()
"""

MARKED_IN_PAIRS = """
import queue, threading
q = queue.Queue()
def take():
    q.get(); q.get()
    q.task_done(); q.task_done()
    q.get()
threading.Thread(target=take, name="ann").start()
for item in "abc": q.put(item)
q.join()
"""

TWO_HAVE_HEARD_IT = """
import threading
bell, gate = threading.Event(), threading.Barrier(3)
def hear():
    bell.wait()
    gate.wait()
ts = [threading.Thread(target=hear, name=n) for n in ("ann", "bob")]
for t in ts: t.start()
bell.set()
gate.wait()
bell.clear()
bell.wait()
"""

CASES = [
    (LOOKS_WHETHER_IT_IS_EMPTY, "deadlock", "check-then-act", ("looks whether q is empty",)),
    (ONE_CONDITION, "deadlock", "notify for notify_all", ("woke only ann", "waited again", "pro, who waits")),
    (IF_IN_A_CLASS, "error", "stolen wake-up", ("main notified bob", "ann took", "line 13 is an if")),
    (WAIT_WITHOUT_A_TEST, "deadlock", "lost wake-up", ("main notified 'c' (line 8), nobody was waiting",)),
    (TEST_OUTSIDE_THE_LOCK, "deadlock", "lost wake-up", ("w had looked (line 5) but was not waiting yet",)),
    (CHANGE_AFTER_THE_NOTIFY, "deadlock", "forgotten notify", ("main changed 'ready' (line 11)",)),
    (DICTIONARY, "error", "check-then-act", ("ann", "bob")),
    (USE_OF_NONE, "error", "check-then-act", ("stop writes current = None (line 6)",)),
    (TWO_STAGES, "deadlock", "forgotten sentinel", ("last still waits for the next one",)),
    (BY_WAY_OF_LOCALS, "completed", "lost update", ("read 'c.n' (line 8)",)),
]


FROM_THE_RECORD = [
    (MARKED_IN_PAIRS, "deadlock", "missing task_done", ("ann took c out of 'q' (line 7)",)),
    (TWO_HAVE_HEARD_IT, "deadlock", "lost wake-up", ("only ann and bob had heard it, and main waits",)),
]
"""What needs no source."""


@pytest.mark.parametrize(
    ("text", "ending", "kind", "parts"), [*CASES, *FROM_THE_RECORD], ids=range(len(CASES) + len(FROM_THE_RECORD))
)
def test_the_cause_comes_first_and_names_threads_and_lines(
    text: str, ending: str, kind: str, parts: tuple[str, ...]
) -> None:
    found = explore(Program({"main": text}))
    told = [outcome.execution.findings for outcome in found.outcomes if outcome.ending == ending]
    first = [each[0] for each in told if each and each[0].kind == kind]
    assert first, [[finding.kind for finding in each] for each in told]
    for part in parts:
        assert part in first[0].sentence


@pytest.mark.parametrize(("text", "ending", "kind", "parts"), CASES, ids=range(len(CASES)))
def test_without_the_source_nothing_is_claimed_that_only_the_source_shows(
    text: str, ending: str, kind: str, parts: tuple[str, ...]
) -> None:
    for outcome in explore(Program({"main": text})).outcomes:
        kinds = {finding.kind for finding in findings(outcome.execution)}
        assert kinds <= {"deadlock", "error", "data race"}


def test_a_cause_is_named_in_a_completed_execution_only_if_somebody_says_that_it_is_wrong() -> None:
    program = Program({"main": LIGHT})
    execution = next(
        outcome.execution for outcome in explore(program).outcomes if outcome.output == "['red', 'cross']\n"
    )
    assert execution.findings == ()
    wrong = Finding("wrong order", "The car crossed on red.")
    told = findings(execution, program, wrong)
    assert [finding.kind for finding in told] == ["check-then-act", "wrong order"]
    assert told[1].section
    unnamed = findings(execution, program, Finding("", "It is wrong."))
    assert [finding.kind for finding in unnamed] == ["check-then-act"]


def test_two_objects_with_one_name_are_told_apart() -> None:
    text = """
import threading
def use(lock):
    with lock:
        pass
for _ in range(2):
    t = threading.Thread(target=use, args=[threading.Lock()])
    t.start()
    t.join()
"""
    program = Program({"main": text})
    execution = explore(program).outcomes[0].execution
    taken = [step.identity for step in execution.steps if step.operation == "Lock.acquire"]
    assert len(set(taken)) == 2
    assert None not in taken
    assert replay(program, execution.schedule) == execution


def test_what_happened_just_before_is_told_in_one_sentence() -> None:
    found = explore(Program({"main": WAIT_WITHOUT_A_TEST}))
    [first, _] = next(outcome.execution for outcome in found.outcomes if outcome.ending == "deadlock").findings
    assert first.before == (
        "Just before: main acquires c (line 8); main waits for w to end (line 9); w acquires c (line 5)."
    )
