"""Threads are made, named, started, joined, counted and lost as real ones are."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree, explored, only

PROGRAMS = {
    "a subclass of Thread keeps its result": """
import threading
class Worker(threading.Thread):
    def __init__(self, n):
        super().__init__(name=f"worker-{n}", daemon=False)
        self.n = n
        self.result = None
    def run(self):
        self.result = self.n * 2
ws = [Worker(i) for i in range(2)]
for w in ws: w.start()
for w in ws: w.join()
print([(w.name, w.result, w.daemon, w.is_alive()) for w in ws])
""",
    "a subclass that forgot Thread.__init__ is told so": """
import threading
class W(threading.Thread):
    def __init__(self): self.x = 1
for f in ("start", "join", "is_alive"):
    try: getattr(W(), f)()
    except (RuntimeError, AssertionError) as e: print(e)
try: W().name
except AssertionError as e: print(e)
try: W().daemon = True
except RuntimeError as e: print(e)
""",
    "a Thread takes positional and keyword arguments": """
import threading
def f(a, b, *, c=0): print(a, b, c)
t = threading.Thread(None, f, "nm", (1,), {"b": 2, "c": 3}); t.start(); t.join(); print(t.name)
t = threading.Thread(group=None, target=f, args=[1, 2], daemon=True); t.start(); t.join(timeout=5)
t = threading.Thread(); t.start(); t.join()
try: threading.Thread(group=1)
except AssertionError as e: print(e)
""",
    "threads are named after their number and target": """
import threading
def work(): pass
a = threading.Thread(target=work); b = threading.Thread(); c = threading.Timer(1, work)
print(a.name, b.name, c.name, threading.current_thread().name, threading.main_thread().name)
a.name = "x"; print(a.name, a.getName())
print(threading.Thread(name=5).name)
""",
    "a thread shows whether it was started, has stopped, is a daemon": """
import threading, re
def show(t): print(re.sub(r"\\d{3,}|\\b\\d+(?=\\)>)", "N", repr(t)))
t = threading.Thread(name="t"); show(t); t.start(); t.join(); show(t)
show(threading.current_thread())
t = threading.Thread(name="t", daemon=True); show(t)
""",
    "a thread has an ident once it was started": """
import threading
t = threading.Thread(); print(t.ident, t.native_id)
seen = []
u = threading.Thread(target=lambda: seen.append((threading.get_ident(), threading.get_native_id())))
u.start(); u.join()
print(seen[0] == (u.ident, u.native_id), threading.get_ident() == threading.main_thread().ident,
    type(u.ident).__name__, type(u.native_id).__name__)
print(threading.get_ident() != u.ident)
""",
    "enumerate and active_count know who is alive": """
import threading
go = threading.Event()
t = threading.Thread(target=go.wait, name="w"); t.start()
print(sorted(x.name for x in threading.enumerate()), threading.active_count())
go.set(); t.join()
print([x.name for x in threading.enumerate()], threading.active_count(),
    threading.main_thread() is threading.current_thread())
""",
    "a thread is started once, and joined by others": """
import threading
t = threading.Thread(); t.start(); t.join(); t.join()
for f in (t.start, threading.current_thread().join, threading.Thread().join):
    try: f()
    except RuntimeError as e: print(e)
try: t.daemon = True; print("set")
except RuntimeError as e: print(e)
u = threading.Thread(target=lambda: setattr(u, "daemon", True))
""",
    "a thread is a daemon if the one that made it is": """
import threading
seen = []
def work(): seen.append(threading.Thread().daemon)
t = threading.Thread(target=work, daemon=True); t.start(); t.join()
t = threading.Thread(target=work); t.start(); t.join()
print(seen)
""",
    "an active thread cannot become a daemon": """
import threading
go = threading.Event()
t = threading.Thread(target=go.wait); t.start()
try: t.daemon = True
except RuntimeError as e: print(e)
go.set(); t.join()
""",
    "threading.local keeps a value for each thread": """
import threading
mine = threading.local()
mine.x = 1
def work():
    print(hasattr(mine, "x"))
    mine.x = 2
    print(mine.x, mine.__dict__)
t = threading.Thread(target=work); t.start(); t.join()
print(mine.x, vars(mine))
del mine.x
try: mine.x
except AttributeError as e: print(e)
""",
    "a subclass of local is made anew in each thread": """
import threading
class Mine(threading.local):
    kind = "k"
    def __init__(self, n): self.n = n
    @property
    def double(self): return self.n * 2
m = Mine(3)
def work():
    print(m.n, m.double, m.kind); m.n += 1; print(m.n)
t = threading.Thread(target=work); t.start(); t.join()
print(m.n, m.double)
""",
    "threading.excepthook is told of what ends a thread": """
import threading
def hook(args):
    print(args.exc_type.__name__, args.exc_value, args.thread.name, args.exc_traceback is not None, len(args))
threading.excepthook = hook
def bad(): raise ValueError("x")
t = threading.Thread(target=bad, name="b"); t.start(); t.join()
print(threading.__excepthook__ is not hook)
def leave(): raise SystemExit(3)
t = threading.Thread(target=leave); t.start(); t.join()
""",
    "threading.excepthook can be put back": """
import threading
old = threading.excepthook
threading.excepthook = lambda a: None
threading.excepthook = old
print(threading.excepthook is threading.__excepthook__)
""",
    "sys.exit ends its thread alone": """
import threading, sys
def work():
    print("a"); sys.exit(1); print("b")
t = threading.Thread(target=work); t.start(); t.join(); print("c")
""",
    "a thread starts a thread": """
import threading
def inner(n): print("inner", n)
def outer():
    t = threading.Thread(target=inner, args=(1,)); t.start(); t.join(); print("outer")
t = threading.Thread(target=outer); t.start(); t.join(); print("main")
""",
    "names are bound early, with as and from": """
from threading import Thread as T, Lock, Event, RLock, Condition, Semaphore, current_thread, local, Timer
from threading import Barrier
from threading import BoundedSemaphore, BrokenBarrierError, ExceptHookArgs, TIMEOUT_MAX, enumerate as threads
from queue import Queue, Empty, Full, LifoQueue, PriorityQueue, SimpleQueue
import concurrent.futures as cf
import queue as q, time as t
from concurrent import futures
print(cf.ThreadPoolExecutor is futures.ThreadPoolExecutor, Queue is q.Queue, T.__name__, TIMEOUT_MAX > 1000)
x = T(target=print, args=("hi",)); x.start(); x.join()
""",
    "everything is imported with a star": """
from threading import *
from queue import *
t = Thread(target=print, args=("hi",)); t.start(); t.join()
print(Queue().empty(), Lock().locked())
""",
    "classes of the library are type hints": """
import threading
def f(lock: threading.Lock, t: threading.Thread | None = None) -> "queue.Queue[int]": return None
import queue
q: queue.Queue[int] = queue.Queue()
print(f.__annotations__["t"] is not None, queue.Queue[int].__origin__ is queue.Queue)
""",
    "any callable is a target": """
import threading, functools
class C:
    def m(self, x): print("m", x)
    @classmethod
    def c(cls, x): print("c", x)
    @staticmethod
    def s(x): print("s", x)
    def __call__(self, x): print("call", x)
out = []
for target in (C().m, C.c, C.s, C(), functools.partial(print, "p"), lambda x: print("l", x), out.append, print):
    t = threading.Thread(target=target, args=(1,)); t.start(); t.join()
print(out)
""",
    "stack_size says that it is the usual one": """
import threading
print(threading.stack_size())
""",
    "one with takes two locks": """
import threading
a, b = threading.Lock(), threading.Lock()
with a, b: print(a.locked(), b.locked())
with (a as x, b as y): print(x, y)
print(a.locked(), b.locked())
""",
    "a comprehension starts and joins": """
import threading
res = [None] * 3
def w(i): res[i] = i * i
ts = [threading.Thread(target=w, args=(i,)) for i in range(3)]
[t.start() for t in ts]; [t.join() for t in reversed(ts)]
print(res, all(not t.is_alive() for t in ts))
""",
    "locks, events and threads can be referred to weakly": """
import threading, weakref
l = threading.Lock(); r = weakref.ref(l); print(r() is l)
e = threading.Event(); print(weakref.ref(e)() is e)
t = threading.Thread(); print(weakref.ref(t)() is t)
""",
    "a thread is a key": """
import threading
ts = {threading.Thread(name="a"): 1}
for t in ts: t.start(); t.join(); print(ts[t])
""",
    "Python waits for threads that outlive the main one": """
import threading
e = threading.Event()
def w(): e.wait(); print("late")
threading.Thread(target=w).start()
print("main"); e.set()
""",
    "nobody traces or profiles": """
import threading
print(threading.gettrace(), threading.getprofile())
""",
    "a hook that is put in front sees what ends a thread": """
import threading
old = threading.excepthook
seen = []
threading.excepthook = lambda a: seen.append(a.exc_type.__name__)
t = threading.Thread(target=lambda: 1 / 0); t.start(); t.join(); print(seen)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_on_real_threads(claim: str) -> None:
    agree(PROGRAMS[claim])


def endings(text: str) -> set[tuple[str, str | None]]:
    return {(outcome.output, outcome.error) for outcome in explored(text).outcomes}


def test_whether_a_thread_shows_that_it_has_stopped_depends_on_the_schedule() -> None:
    text = "import threading\nt = threading.Thread(name='t')\nt.start()\nprint('stopped' in repr(t))"
    assert endings(text) == {("True\n", None), ("False\n", None)}


HOOK = """
import threading
usual = threading.excepthook
def hook(args):
    print("told")
    {}
threading.excepthook = hook
thread = threading.Thread(target=lambda: 1 / 0)
thread.start()
thread.join()
print("joined")
"""


def test_a_hook_that_calls_the_usual_one_leaves_the_failure_a_failure() -> None:
    assert endings(HOOK.format("usual(args)")) == {("told\njoined\n", "ZeroDivisionError: division by zero")}


def test_a_hook_that_fails_is_the_failure() -> None:
    assert endings(HOOK.format("raise LookupError('hook')")) == {("told\njoined\n", "LookupError: hook")}


def test_functions_of_the_library_do_not_become_methods() -> None:
    text = """
import threading, time
class Clock:
    now, wait, who = time.monotonic, time.sleep, threading.get_ident
clock = Clock()
clock.wait(2)
print(clock.now(), clock.who() == threading.get_ident())
"""
    assert only(text) == "2.0 True\n"
