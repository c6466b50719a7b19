"""What learners write: the usual small programs with threads print here what they print on real ones."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree, explored

PROGRAMS = {
    "a bank account with a lock, a property and a context manager of its own": """
import threading
class Account:
    bank = "B"
    def __init__(self, balance: int = 0) -> None:
        self._balance = balance
        self._lock = threading.RLock()
    @property
    def balance(self) -> int:
        with self._lock: return self._balance
    @balance.setter
    def balance(self, value: int) -> None:
        with self._lock: self._balance = value
    def __enter__(self): self._lock.acquire(); return self
    def __exit__(self, *error): self._lock.release()
account = Account(10)
def deposit():
    with account: account.balance += 5
threads = [threading.Thread(target=deposit) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(account.balance, account.bank)
""",
    "a singleton made under a lock": """
import threading
class Single:
    _one, _lock = None, threading.Lock()
    def __new__(cls):
        if cls._one is None:
            with cls._lock:
                if cls._one is None: cls._one = super().__new__(cls)
        return cls._one
seen = []
threads = [threading.Thread(target=lambda: seen.append(Single())) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(seen[0] is seen[1])
""",
    "two conditions over one lock": """
import threading
lock = threading.Lock()
not_empty, not_full = threading.Condition(lock), threading.Condition(lock)
box, got = [], []
def produce():
    for item in "ab":
        with not_full:
            not_full.wait_for(lambda: not box)
            box.append(item)
            not_empty.notify()
def consume():
    for _ in range(2):
        with not_empty:
            while not box: not_empty.wait()
            got.append(box.pop())
            not_full.notify()
threads = [threading.Thread(target=f) for f in (produce, consume)]
for t in threads: t.start()
for t in threads: t.join()
print(got)
""",
    "locks taken in the order of id": """
import threading
a, b = threading.Lock(), threading.Lock()
def both(x, y):
    first, second = sorted((x, y), key=id)
    with first, second: pass
threads = [threading.Thread(target=both, args=pair) for pair in ((a, b), (b, a))]
for t in threads: t.start()
for t in threads: t.join()
print(a.locked(), b.locked())
""",
    "Thread.__init__ and run called the old way": """
from threading import Thread
class Old(Thread):
    def __init__(self, *args): Thread.__init__(self); self.args = args
    def run(self): self.value = sum(self.args); super().run()
t = Old(1, 2); t.start(); t.join(); print(t.value)
class Returning(Thread):
    def run(self): self._result = self._target(*self._args, **self._kwargs)
    def join(self, timeout=None): super().join(timeout); return self._result
r = Returning(target=pow, args=(2, 3)); r.start(); print(r.join())
""",
    "run called instead of start": """
import threading
t = threading.Thread(target=lambda: print(threading.current_thread().name)); t.run()
""",
    "start, run and join in chains and comprehensions": """
import threading
threading.Thread(target=print, args=("one",)).run()
done = threading.Event()
threading.Thread(target=done.set, daemon=True).start()
print(done.wait(timeout=5))
""",
    "a queue in a dataclass": """
import queue, threading
from dataclasses import dataclass, field
@dataclass
class Station:
    name: str
    inbox: queue.Queue = field(default_factory=queue.Queue, repr=False)
    log: list[str] = field(default_factory=list)
    def work(self):
        while (item := self.inbox.get()) is not None:
            self.log.append(f"{self.name}:{item}")
            self.inbox.task_done()
s = Station("s"); t = threading.Thread(target=s.work); t.start()
for x in range(3): s.inbox.put(x)
s.inbox.join(); s.inbox.put(None); t.join(); print(s)
""",
    "a state machine with an enum and match": """
import enum, threading
class State(enum.Enum): NEW = enum.auto(); READY = enum.auto(); DONE = enum.auto()
state, changed = State.NEW, threading.Condition()
def advance():
    global state
    for _ in range(2):
        with changed:
            match state:
                case State.NEW: state = State.READY
                case State.READY: state = State.DONE
            changed.notify_all()
t = threading.Thread(target=advance); t.start()
with changed: changed.wait_for(lambda: state is State.DONE)
t.join(); print(state)
""",
    "partial and starred arguments for threads": """
import threading
from functools import partial
Daemon = partial(threading.Thread, daemon=True)
out = {}
def put(key, *values, **more): out[key] = (values, more)
options = {"target": put, "args": ("k", *[1, 2]), "kwargs": {**{"z": 3}}}
t = Daemon(**options); t.start(); t.join(); print(t.daemon, out)
""",
    "closures that count, per thread": """
import threading
def counter(name, results):
    count = 0
    def bump():
        nonlocal count
        count += 1
    for _ in range(3): bump()
    results[name] = count
results = {}
threads = [threading.Thread(target=counter, args=(n, results)) for n in "ab"]
for t in threads: t.start()
for t in threads: t.join()
print(sorted(results.items()))
""",
    "map and filter over a pool, in order": """
from concurrent.futures import ThreadPoolExecutor
import operator
with ThreadPoolExecutor(1) as pool:
    squares = pool.map(operator.mul, [1, 2, 3], [1, 2, 3])
    print(sum(filter(lambda n: n % 2, squares)), max(pool.map(len, ["a", "bbb"])), dict(zip("ab", pool.map(str.upper,
        "ab"))))
""",
    "futures in a dict, with an error": """
from concurrent.futures import ThreadPoolExecutor, as_completed
def work(n):
    if n == 1: raise ValueError(f"bad {n}")
    return n * 10
lines = []
with ThreadPoolExecutor(max_workers=1) as executor:
    futures = {executor.submit(work, n): n for n in range(3)}
    for future in as_completed(futures):
        n = futures[future]
        try: lines.append((n, future.result()))
        except ValueError as error: lines.append((n, str(error)))
        else: lines.append((n, "fine"))
print(sorted(lines, key=str))
""",
    "a generator that yields under a lock": """
import threading
lock = threading.Lock()
def numbers(n):
    for i in range(n):
        with lock: yield i
got = []
t = threading.Thread(target=lambda: got.extend(numbers(3))); t.start(); t.join(); print(got, lock.locked())
""",
    "a decorator that starts a thread": """
import functools, threading
def threaded(function):
    @functools.wraps(function)
    def start(*args, **kwargs):
        t = threading.Thread(target=function, args=args, kwargs=kwargs, name=function.__name__); t.start(); return t
    return start
@threaded
def greet(name, *, mark="!"): print("hello", name + mark, threading.current_thread().name)
greet("you", mark="?").join()
""",
    "a thread pool by hand": """
import queue, threading
class Pool:
    def __init__(self, size):
        self.tasks = queue.Queue()
        self.workers = [threading.Thread(target=self._run, daemon=True, name=f"worker-{i}") for i in range(size)]
        for w in self.workers: w.start()
    def _run(self):
        while True:
            function, args = self.tasks.get()
            try: function(*args)
            except Exception as error: print("failed", error)
            finally: self.tasks.task_done()
    def submit(self, function, *args): self.tasks.put((function, args))
pool = Pool(1); pool.submit(print, "a"); pool.submit(lambda: 1 / 0); pool.submit(print, "b"); pool.tasks.join()
""",
    "what locks, events and queues look like": """
import queue, re, threading
def show(x): print(re.sub(r"0x[0-9a-f…]+", "A", repr(x)))
for x in (threading.Lock(), threading.Event(), threading.Condition(threading.Lock()), threading.Semaphore(3)): show(x)
show(queue.Queue()); show(threading.Barrier(2)); show(threading.RLock())
with threading.Lock() as l: pass
lock = threading.Lock(); lock.acquire(); show(lock); event = threading.Event(); event.set(); show(event)
""",
    "an exception group of threads' errors": """
import threading
errors = []
def work(n):
    try: raise ValueError(n)
    except ValueError as e: errors.append(e)
for n in range(2):
    t = threading.Thread(target=work, args=(n,)); t.start(); t.join()
try: raise ExceptionGroup("threads", errors)
except* ValueError as group: print(group.message, [e.args for e in group.exceptions])
""",
    "a read-write lock by hand": """
import threading
from contextlib import contextmanager
class RW:
    def __init__(self): self.c = threading.Condition(); self.readers = 0
    @contextmanager
    def reading(self):
        with self.c: self.readers += 1
        try: yield
        finally:
            with self.c:
                self.readers -= 1
                if not self.readers: self.c.notify_all()
    @contextmanager
    def writing(self):
        with self.c:
            self.c.wait_for(lambda: self.readers == 0)
            yield
rw, data = RW(), [0]
def read():
    with rw.reading(): data[0]
def write():
    with rw.writing(): data[0] += 1
threads = [threading.Thread(target=f) for f in (read, write)]
for t in threads: t.start()
for t in threads: t.join()
print(data, rw.readers)
""",
    "timeouts in a loop, with time.monotonic": """
import threading, time
ready = threading.Condition()
def wait_until(predicate, timeout):
    deadline = time.monotonic() + timeout
    with ready:
        while not predicate():
            remaining = deadline - time.monotonic()
            if remaining < 0: return False
            ready.wait(remaining)
        return True
print(wait_until(lambda: False, 0.01), wait_until(lambda: True, 1))
""",
    "a queue that times out, and a flag": """
import queue, threading
q, stop = queue.Queue(), threading.Event()
got = []
def consume():
    while not stop.is_set() or not q.empty():
        try: got.append(q.get(timeout=0.01))
        except queue.Empty: continue
t = threading.Thread(target=consume); t.start()
for n in range(2): q.put(n)
stop.set(); t.join(); print(got)
""",
    "star imports, semicolons, one-line bodies, chained calls": """
from threading import Event, Lock; from time import *; e = Event()
class A: pass
a = A(); a.b = A(); a.b.c = [A()]; a.b.c[0].d = {"k": (1, [2])}; a.b.c[0].d["k"][1].append(3)
a.b.c[0].d["k"][1][0] += 5
print(a.b.c[0].d["k"][1], *(x for x in [1]), sep="|"); sleep(0)
for i, (x, [y, *z]) in enumerate([(1, [2, 3])], start=1): print(i, x, y, z)
with Lock() as one, Lock() as two: print(one and two)
x = y = [0]; x[0], y = 1, x; print(x, y, (lambda *, k=1: k)(), [*range(2)][-1], not x, -x[0], x[0] if y else 0)
""",
    "conditions with a predicate method, notify(n)": """
import threading
c = threading.Condition(); waiting, released = 0, []
def wait(n):
    global waiting
    with c:
        waiting += 1; c.notify_all(); c.wait(); released.append(n)
ts = [threading.Thread(target=wait, args=(n,)) for n in range(2)]
for t in ts: t.start()
with c:
    c.wait_for(lambda: waiting == 2); c.notify(n=2)
for t in ts: t.join()
print(sorted(released))
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_on_real_threads(claim: str) -> None:
    agree(PROGRAMS[claim])


def test_an_object_that_answers_every_attribute_is_watched_and_recorded() -> None:
    text = """
import threading
class Box:
    def __init__(self): object.__setattr__(self, "data", {"n": 0})
    def __getattr__(self, name): return self.data[name]
    def __setattr__(self, name, value): self.data[name] = value
box = Box()
def work(): box.n += 1
threads = [threading.Thread(target=work) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(box.n)
"""
    assert {outcome.output for outcome in explored(text).outcomes} == {"1\n", "2\n"}
