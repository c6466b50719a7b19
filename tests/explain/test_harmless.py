"""Right programs that look like mistakes: a finding in them would be a false claim.

Each is complete in itself and is run under every schedule within the bound.
"""

from __future__ import annotations

import pytest

from course.explain import explore, findings
from course.model import Finding, Program

PULSE_THAT_WAITERS_HEAR = """
import threading
bell, ready = threading.Event(), threading.Event()
def hear():
    ready.set()
    bell.wait()
t = threading.Thread(target=hear); t.start()
ready.wait()
bell.set()
t.join()
bell.clear()
"""

NOTIFY_BEFORE_ANYBODY_WAITS = """
import threading
c = threading.Condition(); full = False
def take():
    with c:
        while not full:
            c.wait()
t = threading.Thread(target=take); t.start()
with c:
    full = True
    c.notify()
t.join()
"""

IF_THAT_NOBODY_CAN_STEAL_FROM = """
import threading
c = threading.Condition(); items = []
def take():
    with c:
        if not items:
            c.wait()
        items.pop()
t = threading.Thread(target=take); t.start()
with c:
    items.append(1)
    c.notify()
t.join()
"""

NOTIFY_BEFORE_THE_CHANGE_IN_ONE_HOLD = """
import threading
c = threading.Condition(); full = False
def take():
    with c:
        c.wait_for(lambda: full)
t = threading.Thread(target=take); t.start()
with c:
    c.notify()
    full = True
t.join()
"""

SENTINEL_PASSED_ON = """
import queue, threading
q = queue.Queue()
def work():
    while (item := q.get()) is not None:
        pass
    q.put(None)
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
q.put(1); q.put(None)
for t in ts: t.join()
"""

DAEMON_WITHOUT_SENTINEL = """
import queue, threading
q = queue.Queue()
def work():
    while True:
        q.get()
        q.task_done()
for _ in range(2): threading.Thread(target=work, daemon=True).start()
q.put(1); q.put(2)
q.join()
"""

TASK_DONE_THEN_A_NOTE = """
import queue, threading
q = queue.Queue(); log = []
def work():
    item = q.get()
    log.append(item)
    q.task_done()
    print("one done")
t = threading.Thread(target=work); t.start()
q.put(1)
q.join()
t.join()
"""

EMPTY_ASKED_BY_THE_ONLY_CONSUMER = """
import queue
q = queue.Queue()
q.put(1); q.put(2)
while not q.empty():
    q.get()
"""

EMPTY_ASKED_AND_THE_MISS_CAUGHT = """
import queue, threading
q = queue.Queue(); q.put(1)
def take():
    if not q.empty():
        try:
            q.get_nowait()
        except queue.Empty:
            pass
ts = [threading.Thread(target=take) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

CHECKED_AGAIN_UNDER_THE_LOCK = """
import threading
lock, ready, made = threading.Lock(), threading.Event(), []
def once():
    if not ready.is_set():
        with lock:
            if not ready.is_set():
                made.append(1)
                ready.set()
ts = [threading.Thread(target=once) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

FIRST_COME_KEEPS_THE_LOCK = """
import threading
once = threading.Lock()
def run():
    if once.acquire(blocking=False):
        print("only one")
ts = [threading.Thread(target=run) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

LOCK_AS_A_SIGNAL = """
import threading
signal = threading.Lock(); signal.acquire()
def listen():
    signal.acquire()
t = threading.Thread(target=listen); t.start()
signal.release()
t.join()
"""

SLEEP_THAT_CAN_BE_CUT_SHORT = """
import threading, time
stop = threading.Event()
def beat():
    for _ in range(3):
        stop.wait(1)
        print("beat")
t = threading.Thread(target=beat); t.start()
t.join()
"""

UPDATE_UNDER_A_LOCK_BY_TWO_STATEMENTS = """
import threading
lock = threading.Lock(); n = 0
def add():
    global n
    with lock:
        old = n
        n = old + 1
ts = [threading.Thread(target=add) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

TURNS = """
import threading
c = threading.Condition(); turn = 0
def run(me):
    global turn
    with c:
        while turn != me:
            c.wait()
        turn += 1
        c.notify_all()
ts = [threading.Thread(target=run, args=[k]) for k in (1, 0)]
for t in ts: t.start()
for t in ts: t.join()
"""

BUFFER = """
import threading
lock = threading.Lock()
room, stuff = threading.Condition(lock), threading.Condition(lock)
items = []
def put(item):
    with room:
        while len(items) >= 1:
            room.wait()
        items.append(item)
        stuff.notify()
def get():
    with stuff:
        while not items:
            stuff.wait()
        items.pop()
        room.notify()
def give():
    put(1); put(2)
ts = [threading.Thread(target=f) for f in (get, get, give)]
for t in ts: t.start()
for t in ts: t.join()
"""

OWN_VALUES = """
import threading
own = threading.local()
def work(number):
    own.total = number
    own.total += 1
ts = [threading.Thread(target=work, args=[n]) for n in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

LOCAL_NAME_USED_AGAIN = """
import threading
lock = threading.Lock(); level = 0
def work():
    global level
    with lock:
        seen = level
    seen = 7
    with lock:
        level = seen
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

LOCAL_NAME_OF_ANOTHER_FUNCTION = """
import threading
lock = threading.Lock(); level = 0
def look():
    with lock:
        seen = level
    return bool(seen)
def fill(seen=5):
    global level
    with lock:
        level = seen
def work():
    look(); fill()
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
"""

RIGHT: dict[str, str] = {name: text for name, text in globals().items() if name.isupper() and isinstance(text, str)}


@pytest.mark.parametrize("name", sorted(RIGHT))
def test_a_right_program_that_looks_like_a_mistake_has_no_finding(name: str) -> None:
    found = explore(Program({"main": RIGHT[name]}))
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}
    told = [finding.sentence for outcome in found.outcomes for finding in outcome.execution.findings]
    assert told == []


TOO_FEW_ITEMS = """
import queue, threading
q = queue.Queue()
def work():
    for _ in range(2):
        q.get()
t = threading.Thread(target=work); t.start()
q.put(1)
t.join()
"""

MADE_TOO_FEW = BUFFER.replace("put(1); put(2)", "put(1)")

PRODUCER_DIED = """
import queue, threading
q = queue.Queue()
def make():
    q.put(1)
    raise ValueError
def work():
    while (item := q.get()) is not None:
        pass
ts = [threading.Thread(target=f) for f in (make, work)]
for t in ts: t.start()
for t in ts: t.join()
"""

STILL_AT_WORK = """
import queue, threading
q, never = queue.Queue(), threading.Event()
def work():
    q.get()
    never.wait()
    q.task_done()
t = threading.Thread(target=work); t.start()
q.put(1)
q.join()
"""

LAST_ITEM_STOLEN_BUT_TESTED_AGAIN = """
import threading
c = threading.Condition(); items = []
def take():
    with c:
        while not items:
            c.wait()
        items.pop()
ts = [threading.Thread(target=take) for _ in range(2)]
for t in ts: t.start()
with c:
    items.append(1)
    c.notify()
for t in ts: t.join()
"""

HEARTBEAT_BESIDE_AN_ERROR = """
import threading
stop = threading.Event()
def beat():
    for _ in range(2):
        stop.wait(1)
    while not stop.is_set():
        stop.wait(1)
    raise KeyError("no such beat")
t = threading.Thread(target=beat); t.start()
stop.wait(2)
stop.set()
t.join()
"""

WAITS_BY_A_NAMED_PREDICATE = """
import threading
c = threading.Condition(); count = 0
def enough():
    return count >= 2
def add():
    global count
    with c:
        count += 1
        c.notify()
t = threading.Thread(target=add); t.start()
with c:
    c.wait_for(enough)
"""

TIMEOUT_LEARNED_BY_ASKING = """
import threading, time
ready = threading.Event()
def work():
    time.sleep(5)
    ready.set()
t = threading.Thread(target=work); t.start()
ready.wait(1)
if not ready.is_set():
    raise TimeoutError
"""

JOIN_LEARNED_BY_ASKING = """
import threading, time
t = threading.Thread(target=time.sleep, args=[5]); t.start()
t.join(1)
if t.is_alive():
    raise TimeoutError
"""

EACH_TAKES_SO_MANY = """
import queue, threading
q = queue.Queue()
def work(many):
    done = 0
    while done < many:
        q.get()
        done += 1
ts = [threading.Thread(target=work, args=[2]) for _ in range(2)]
for t in ts: t.start()
for item in "abc": q.put(item)
for t in ts: t.join()
"""

ENDS_BADLY = {
    "TIMEOUT_LEARNED_BY_ASKING": "error",
    "JOIN_LEARNED_BY_ASKING": "error",
    "EACH_TAKES_SO_MANY": "deadlock",
    "TOO_FEW_ITEMS": "deadlock",
    "MADE_TOO_FEW": "deadlock",
    "PRODUCER_DIED": "error",
    "STILL_AT_WORK": "deadlock",
    "LAST_ITEM_STOLEN_BUT_TESTED_AGAIN": "deadlock",
    "HEARTBEAT_BESIDE_AN_ERROR": "error",
    "WAITS_BY_A_NAMED_PREDICATE": "deadlock",
}


PROGRAMS: dict[str, str] = {name: text for name, text in globals().items() if name.isupper() and isinstance(text, str)}


@pytest.mark.parametrize("name", sorted(ENDS_BADLY))
def test_where_it_ends_badly_for_another_reason_no_cause_is_invented(name: str) -> None:
    found = explore(Program({"main": PROGRAMS[name]}))
    bad = [outcome.execution for outcome in found.outcomes if outcome.ending != "completed"]
    assert bad
    told = {finding.kind for execution in bad for finding in execution.findings}
    assert told - {"polling"} == {ENDS_BADLY[name]}


TESTED_TWICE = """
import threading
c = threading.Condition(); items = []; got = []
def take():
    with c:
        if not items:
            c.wait()
        if items:
            got.append(items.pop())
ts = [threading.Thread(target=take) for _ in range(2)]
for t in ts: t.start()
for item in "ab":
    with c:
        items.append(item)
        c.notify()
for t in ts: t.join()
print(len(got))
"""

USED_BEFORE_THE_JOIN = """
import queue, threading
q = queue.Queue(); got = []; used = threading.Event()
def work():
    while (item := q.get()) is not None:
        q.task_done()
        got.append(item)
        used.set()
t = threading.Thread(target=work, daemon=True); t.start()
q.put("a")
used.wait()
q.join()
print(got)
"""


@pytest.mark.parametrize("text", [TESTED_TWICE, USED_BEFORE_THE_JOIN])
def test_an_outcome_that_somebody_calls_wrong_gets_no_cause_that_did_not_happen(text: str) -> None:
    program = Program({"main": text})
    for outcome in explore(program).outcomes:
        assert outcome.ending == "completed"
        assert findings(outcome.execution, program, Finding("", "It is wrong.")) == ()
