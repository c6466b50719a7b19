"""Executors and futures do what they do on real threads."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree, explored

PROGRAMS = {
    "an executor submits, maps, and refuses after its end": """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(max_workers=2, thread_name_prefix="p") as pool:
    f = pool.submit(pow, 2, 10)
    print(f.result(), f.done(), f.cancelled(), f.running(), f.exception(), f.cancel())
    print(list(pool.map(pow, [1, 2, 3], [2, 2, 2])), list(pool.map(str, range(3), timeout=5, chunksize=1)))
try: pool.submit(print)
except RuntimeError as e: print(e)
try: ThreadPoolExecutor(0)
except ValueError as e: print(e)
try: ThreadPoolExecutor(initializer=3)
except TypeError as e: print(e)
""",
    "workers are named": """
from concurrent.futures import ThreadPoolExecutor
import threading
def name(): return threading.current_thread().name
with ThreadPoolExecutor(1, "pre") as p: print(p.submit(name).result())
with ThreadPoolExecutor(1) as p: print(p.submit(name).result())
""",
    "an exception comes out of result and map": """
from concurrent.futures import ThreadPoolExecutor
def bad(x): raise KeyError(x)
with ThreadPoolExecutor() as pool:
    f = pool.submit(bad, 1)
    print(repr(f.exception()))
    try: f.result()
    except KeyError as e: print("got", e)
    try: list(pool.map(bad, [1, 2]))
    except KeyError as e: print("map", e)
""",
    "an initializer runs in each worker": """
from concurrent.futures import ThreadPoolExecutor
import threading
loc = threading.local()
def init(x): loc.x = x
with ThreadPoolExecutor(2, initializer=init, initargs=(7,)) as pool:
    print(list(pool.map(lambda n: loc.x + n, range(3))))
""",
    "an initializer that fails breaks the pool": """
from concurrent.futures import ThreadPoolExecutor, BrokenExecutor
from concurrent.futures.thread import BrokenThreadPool
import logging
logging.disable(logging.CRITICAL)
def init(): raise ValueError
pool = ThreadPoolExecutor(1, initializer=init)
try: f = pool.submit(print); f.result()
except BrokenThreadPool as e: print(type(e).__name__, isinstance(e, BrokenExecutor), e)
try: pool.submit(print)
except BrokenExecutor as e: print(e)
""",
    "result, map, wait and as_completed give up in time": """
from concurrent.futures import ThreadPoolExecutor, TimeoutError, wait, as_completed
import concurrent.futures, threading
go = threading.Event()
with ThreadPoolExecutor(1) as pool:
    f = pool.submit(go.wait)
    for call in (lambda: f.result(timeout=0.01), lambda: f.exception(0.01), lambda: list(pool.map(print, [],
        timeout=0.01)), lambda: list(as_completed([f], timeout=0.01))):
        try: print(call())
        except TimeoutError as e: print("timeout", e)
    m = pool.map(lambda n: go.wait(), [1], timeout=0.01)
    try: next(m)
    except concurrent.futures.TimeoutError: print("map timed out", TimeoutError is concurrent.futures.TimeoutError)
    done, pending = wait([f], timeout=0.01)
    print(len(done), len(pending))
    go.set()
""",
    "a future is cancelled before it begins, and not after": """
from concurrent.futures import ThreadPoolExecutor, CancelledError
import threading
go, begun = threading.Event(), threading.Event()
def first(): begun.set(); go.wait()
pool = ThreadPoolExecutor(1)
a = pool.submit(first); b = pool.submit(print, "never"); c = pool.submit(print, "nor this")
begun.wait()
print(a.cancel(), b.cancel(), b.cancelled(), b.done(), a.running())
try: b.result()
except CancelledError: print("cancelled")
pool.shutdown(wait=False, cancel_futures=True)
print(c.cancelled())
go.set()
pool.shutdown()
print(a.result())
""",
    "callbacks are called at once or later": """
from concurrent.futures import ThreadPoolExecutor, Future
with ThreadPoolExecutor(1) as pool:
    f = pool.submit(int, "5")
    f.result()
    f.add_done_callback(lambda f: print("cb", f.result()))
f = Future()
f.add_done_callback(lambda f: print("later", f.result()))
f.set_result(3)
g = Future(); print(g.cancel(), g.set_running_or_notify_cancel())
try: g.set_result(1)
except Exception as e: print(type(e).__name__)
h = Future(); h.set_exception(ValueError("q")); print(repr(h.exception()))
""",
    "a callback that raises does not stop the next": """
from concurrent.futures import Future
import logging
logging.getLogger("concurrent.futures").setLevel(logging.CRITICAL + 1)
f = Future()
def bad(f): raise ValueError
f.add_done_callback(bad); f.add_done_callback(lambda f: print("second"))
f.set_result(1)
""",
    "wait returns at the first, at an exception, at all": """
from concurrent.futures import *
import threading
go = threading.Event()
def bad(): raise ValueError
with ThreadPoolExecutor(3) as pool:
    slow, fast = pool.submit(go.wait), pool.submit(pow, 2, 2)
    r = wait([slow, fast], return_when=FIRST_COMPLETED)
    print(r.done == {fast}, r.not_done == {slow})
    failing = pool.submit(bad)
    done, not_done = wait({slow, failing}, return_when=FIRST_EXCEPTION)
    print(failing in done, slow in not_done)
    go.set()
    print([len(x) for x in wait([slow, fast, failing], return_when=ALL_COMPLETED)])
    try: wait([slow], return_when="x")
    except ValueError as e: print("bad", e)
""",
    "wait refuses an unknown return_when": """
from concurrent.futures import *
f = Future()
try: wait([f], return_when="x")
except ValueError as e: print(e)
""",
    "as_completed gives each future once": """
from concurrent.futures import ThreadPoolExecutor, as_completed
with ThreadPoolExecutor(1) as pool:
    fs = {pool.submit(pow, n, 2): n for n in range(3)}
    print(sorted((fs[f], f.result()) for f in as_completed(fs)))
""",
    "a task submits a task": """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool:
    def outer(): return pool.submit(pow, 2, 3).result() + 1
    print(pool.submit(outer).result())
""",
    "an executor that was not shut down ends all the same": """
from concurrent.futures import ThreadPoolExecutor
pool = ThreadPoolExecutor(1)
f = pool.submit(print, "x")
""",
    "an executor can be subclassed, and hinted at": """
from concurrent.futures import Executor, ThreadPoolExecutor, Future
class P(ThreadPoolExecutor):
    def submit(self, fn, *a, **k):
        return super().submit(fn, *a, **k)
def run(ex: Executor) -> "Future[int]": return ex.submit(abs, -3)
with P(1) as p: print(run(p).result(), isinstance(p, Executor), isinstance(run, object))
""",
    "a future shows its state": """
from concurrent.futures import Future
import re
f = Future(); print(re.sub("0x[0-9a-f…]+", "A", repr(f)))
f.set_result([1]); print(re.sub("0x[0-9a-f…]+", "A", repr(f)))
g = Future(); g.set_exception(KeyError()); print(re.sub("0x[0-9a-f…]+", "A", repr(g)))
""",
    "map gives results in the order of its input": """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as p:
    r = p.map(lambda x: x * 2, range(3))
    print(next(r), next(r), type(r).__name__, list(r))
""",
    "a future gets its result once": """
from concurrent.futures import Future, InvalidStateError
f = Future(); f.set_result(1)
try: f.set_result(2)
except InvalidStateError as e: print(type(e).__name__)
""",
    "what a callback raises goes to the executors' logger": """
from concurrent.futures import Future
import logging
class H(logging.Handler):
    def emit(self, r): print(r.levelname, r.msg)
logging.getLogger("concurrent.futures").addHandler(H())
f = Future()
def bad(f): raise ValueError
f.add_done_callback(bad); f.add_done_callback(lambda f: print("second"))
f.set_result(1)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_on_real_threads(claim: str) -> None:
    agree(PROGRAMS[claim])


def test_as_completed_gives_up_at_the_very_moment_of_its_deadline() -> None:
    text = """
from concurrent.futures import Future, as_completed
import time
try: next(as_completed([Future()], timeout=2))
except TimeoutError as error: print(error, time.monotonic())
"""
    assert [outcome.output for outcome in explored(text).outcomes] == ["1 (of 1) futures unfinished 2.0\n"]


def test_what_a_callback_raises_is_told_and_the_future_goes_on() -> None:
    text = """
from concurrent.futures import Future
future = Future()
def fail(future): raise ValueError("no")
future.add_done_callback(fail)
future.set_result(1)
print("on")
"""
    (outcome,) = explored(text).outcomes
    first, *rest = outcome.output.splitlines()
    assert first.startswith("exception calling callback for <Future at 0x")
    assert rest == [
        "Traceback (most recent call last):",
        '  File "<main>", line 4, in fail',
        "ValueError: no",
        "on",
    ]


def test_workers_are_threads_whose_order_is_open() -> None:
    text = """
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor(2) as pool:
    for name in "ab": pool.submit(print, name)
"""
    assert {outcome.output for outcome in explored(text).outcomes} == {"a\nb\n", "b\na\n"}
