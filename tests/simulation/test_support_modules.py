"""Modules that write, tell the time or look at frames: they do what they do, and touch nothing outside."""

from __future__ import annotations

import sys
import warnings

import pytest

from tests.simulation.real import agree, explored, only

PROGRAMS = {
    "contextlib": """
from contextlib import contextmanager, ExitStack, suppress, closing, nullcontext, AbstractContextManager
import threading
@contextmanager
def tag(n):
    print("in", n)
    try: yield n * 2
    except ValueError as e: print("caught", e)
    finally: print("out", n)
with tag(1) as t: print(t)
with tag(2): raise ValueError("v")
with ExitStack() as s:
    l = threading.Lock(); s.enter_context(l); s.callback(print, "cb", 1); s.push(lambda *a: print("push", a[0]))
    print(l.locked())
print(l.locked())
with suppress(KeyError, ValueError): {}["x"]
class R:
    def close(self): print("closed")
with closing(R()) as r: print(type(r).__name__)
with nullcontext(5) as n: print(n)
@tag(3)
def f(): print("f")
f()
class M(AbstractContextManager):
    def __exit__(self, *a): print("exit", a[0])
with M() as m: print(type(m).__name__)
""",
    "context managers in threads": """
import threading
from contextlib import contextmanager, ExitStack
lock = threading.Lock()
@contextmanager
def guarded(name):
    lock.acquire()
    try: yield name
    finally: lock.release()
out = []
def w():
    with guarded("x") as n: out.append(n)
ts = [threading.Thread(target=w) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(out)
with ExitStack() as s:
    locks = [s.enter_context(l) for l in (threading.Lock(), threading.RLock())]
    print(locks)
""",
    "redirect_stdout": """
import io, contextlib
b = io.StringIO()
with contextlib.redirect_stdout(b): print("hidden")
print(repr(b.getvalue()))
""",
    "sys.stdout can be replaced and put back": """
import sys, io
old = sys.stdout
sys.stdout = buffer = io.StringIO(); print("hidden"); sys.stdout = old
print(repr(buffer.getvalue()), sys.stdout is sys.__stdout__)
from contextlib import redirect_stderr, redirect_stdout
with redirect_stderr(sys.stdout): print("x", file=sys.stderr)
class Tee:
    def write(self, s): old.write(s.upper())
    def flush(self): pass
with redirect_stdout(Tee()): print("tee")
""",
    "print writes into a StringIO": """
import io
b = io.StringIO(); print("x", file=b); b.write("y"); print(b.getvalue().split())
""",
    "traceback.format_exc": """
import traceback
def f(): raise ValueError("oops")
try: f()
except ValueError as e:
    text = traceback.format_exc()
    print(text.splitlines()[0], text.splitlines()[-1], "in f" in text)
    print(traceback.format_exception_only(type(e), e))
""",
    "traceback.print_exc in a thread": """
import traceback, threading, sys
def f():
    try: {}["k"]
    except KeyError: traceback.print_exc(limit=0); print(sys.exc_info()[0].__name__)
t = threading.Thread(target=f); t.start(); t.join()
""",
    "sys, its streams and what it knows": """
import sys
sys.stdout.write("a\\n"); print("err", file=sys.stderr); sys.stderr.write("b\\n"); sys.stdout.flush()
print("x", "y", sep="-", end=".\\n", flush=True)
sys.stdout.writelines(["p\\n", "q\\n"])
print(sys.maxsize > 1, sys.version_info >= (3, 11), sys.platform, sys.byteorder, sys.implementation.name)
try: 1/0
except ZeroDivisionError: print(sys.exc_info()[0].__name__)
print(sys.getrecursionlimit(), sys.intern("a"), sys.stdout.isatty(), sys.argv != None)
print(sys.getswitchinterval(), sys.float_info.max > 1, sys.hexversion > 0)
""",
    "sys.exit ends the program": """
import sys
print("a"); sys.exit(); print("b")
""",
    "print, and what it refuses": """
import sys
print([1, "a"], (1,), {1: 2}, None, True, sep="|", file=sys.stdout)
print()
try: print(sep=1)
except TypeError as e: print(e)
try: print(1, nope=2)
except TypeError as e: print(e)
""",
    "warnings": """
import warnings
warnings.warn("careful")
warnings.simplefilter("ignore")
warnings.warn("quiet")
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter("always"); warnings.warn("x", DeprecationWarning)
    print(len(w), w[0].message, w[0].category.__name__)
warnings.filterwarnings("error")
try: warnings.warn("boom")
except UserWarning as e: print(e)
""",
    "weak references and containers": """
import weakref
class N: pass
n = N(); r = weakref.ref(n); d = weakref.WeakValueDictionary(); d["a"] = n; s = weakref.WeakSet([n])
k = weakref.WeakKeyDictionary({n: 1}); p = weakref.proxy(n)
n.x = 3; weakref.finalize(n, print, "finalized")
print(r() is n, len(d), len(s), len(k), p.x)
del n
print(r(), len(d), len(s), len(k))
""",
    "weak methods and finalizers": """
import weakref
class A:
    def m(self): return 1
a = A(); w = weakref.WeakMethod(a.m); print(w()())
def gone(r): print("gone")
r = weakref.ref(a, gone); f = weakref.finalize(a, print, "fin"); print(f.alive); del a
print(f.alive, w(), r() is None)
""",
    "pprint": """
from pprint import pprint, pformat
pprint({"b": [1, 2], "a": 1}); print(pformat([1]))
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_python_does(claim: str) -> None:
    agree(PROGRAMS[claim])


def test_a_traceback_shows_the_lines_of_the_program_alone_and_is_one_step() -> None:
    text = """
import queue, threading, traceback
def take(): queue.Queue().get_nowait()
def work():
    try: take()
    except queue.Empty: traceback.print_exc()
thread = threading.Thread(target=work)
thread.start()
thread.join()
traceback.print_stack()
"""
    (outcome,) = explored(text).outcomes
    assert outcome.output.splitlines() == [
        "Traceback (most recent call last):",
        '  File "<main>", line 5, in work',
        '  File "<main>", line 3, in take',
        "queue.Empty",
        '  File "<main>", line 10, in <module>',
    ]
    assert [step.line for step in outcome.execution.steps if step.operation == "print"] == [6, 10]


def test_the_clock_of_datetime_is_simulated() -> None:
    text = """
import time
from datetime import date, datetime, timezone
print(datetime.now(), date.today(), datetime.now(timezone.utc))
time.sleep(86_400.25)
print(datetime.now(), datetime.today().date(), datetime.now().timestamp() == time.time())
begin = datetime.now()
while (datetime.now() - begin).total_seconds() < 1: pass
print("through")
"""
    assert only(text).splitlines() == [
        "2026-01-01 00:00:00 2026-01-01 2026-01-01 00:00:00+00:00",
        "2026-01-02 00:00:00.250000 2026-01-02 True",
        "through",
    ]


def test_chance_is_the_same_in_every_execution() -> None:
    text = """
import random, threading
random.seed()
threads = [threading.Thread(target=print, args=("-",)) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(random.random(), random.Random().random(), random.Random(None).random())
"""
    found = explored(text)
    assert found.executions > 1
    assert len(found.outcomes) == 1


def test_two_threads_write_into_a_buffer_in_either_order() -> None:
    text = """
import io, threading
buffer = io.StringIO()
threads = [threading.Thread(target=buffer.write, args=(name,)) for name in "xy"]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(buffer.getvalue())
"""
    assert {outcome.output for outcome in explored(text).outcomes} == {"xy\n", "yx\n"}


def test_each_execution_begins_with_its_own_streams_filters_and_finalizers() -> None:
    text = """
import sys, threading, warnings, weakref
print(sys.stdout is sys.__stdout__, len(weakref.finalize._registry))
warnings.warn("told once")
class Thing: pass
thing = Thing()
weakref.finalize(thing, print)
threads = [threading.Thread(target=print, args=("-",)) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
warnings.simplefilter("error")
sys.stdout = None
"""
    found = explored(text)
    assert found.executions > 1
    (outcome,) = found.outcomes
    assert outcome.output == "True 0\n<main>:4: UserWarning: told once\n-\n-\n"


def test_nothing_of_this_process_is_touched(capsys: pytest.CaptureFixture[str]) -> None:
    before = (sys.stdout, sys.stderr, warnings.filters[:], warnings.showwarning)
    explored("""
import contextlib, io, pprint, sys, threading, traceback, warnings
warnings.simplefilter("ignore")
warnings.showwarning = print
sys.stderr = io.StringIO()
with contextlib.redirect_stdout(io.StringIO()):
    print("hidden")
    pprint.pprint("hidden")
pprint.pprint("shown")
traceback.print_stack()
threading.current_thread().getName()
contextlib.redirect_stdout(io.StringIO()).__enter__()
""")
    assert (sys.stdout, sys.stderr, warnings.filters, warnings.showwarning) == before
    assert capsys.readouterr() == ("", "")
