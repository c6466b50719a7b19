"""Locks, conditions, events, semaphores, barriers and timers do on simulated threads what they do on real ones."""

from __future__ import annotations

import pytest

from tests.simulation.real import agree

PROGRAMS = {
    "a lock can be neither copied nor pickled, and nothing that has one": """
import copy, queue, threading
class Mine: pass
mine = Mine()
mine.lock = threading.Lock()
class Kept(threading._RLock): pass
for each in threading.Lock(), threading.RLock(), Kept(), mine, threading.Event(), queue.Queue(), [threading.Lock()]:
    try: copy.deepcopy(each)
    except TypeError as error: print(error)
try: copy.copy(mine.lock)
except TypeError as error: print(error)
print(copy.copy(mine).lock is mine.lock)
""",
    "a Lock is taken, tried, released, and refuses what makes no sense": """
import threading
lock = threading.Lock()
print(lock.acquire(), lock.locked(), lock.acquire(False), lock.acquire(blocking=False), lock.acquire(timeout=0.01),
    lock.acquire(True, 0.01))
print(lock.release(), lock.locked())
with lock as got: print(got)
for call in (lock.release, lambda: lock.acquire(False, 1)):
    try: call()
    except (RuntimeError, ValueError) as error: print(type(error).__name__, error)
print(type(lock).__name__, isinstance(lock, type(threading.Lock())))
""",
    "a Lock may be released by another thread": """
import threading
lock = threading.Lock()
lock.acquire()
t = threading.Thread(target=lock.release)
t.start(); t.join()
print(lock.locked())
""",
    "an RLock is its owner's, as often as it was taken": """
import threading
lock = threading.RLock()
print(lock.acquire(), lock.acquire(blocking=True, timeout=1))
with lock as a: print(a)
seen = []
def other():
    seen.append(lock.acquire(False))
    try: lock.release()
    except RuntimeError as e: seen.append(str(e))
t = threading.Thread(target=other); t.start(); t.join()
print(seen)
lock.release(); lock.release()
try: lock.release()
except RuntimeError as e: print(e)
""",
    "a Condition waits, notifies, and wants its lock": """
import threading
c = threading.Condition()
items = []
def take():
    with c:
        while not items: c.wait()
        print(items.pop())
t = threading.Thread(target=take); t.start()
with c:
    items.append(1)
    c.notify()
t.join()
for f in (c.wait, c.notify, c.notify_all, c.release):
    try: f()
    except RuntimeError as e: print(e)
with c: print(c.wait(0.01), c.wait_for(lambda: True), c.wait_for(lambda: 0, timeout=0.01))
print(c.acquire(), c.release())
""",
    "wait_for gives what its predicate gave": """
import threading
c = threading.Condition(threading.Lock())
box = []
def take():
    with c: print(c.wait_for(lambda: box and box[0], timeout=5))
t = threading.Thread(target=take); t.start()
with c:
    box.append("x"); c.notify_all()
t.join()
""",
    "the names of old still work": """
import threading, warnings
warnings.simplefilter("ignore")
c = threading.Condition()
with c: c.notifyAll()
print(threading.currentThread().getName(), threading.activeCount())
t = threading.Thread(target=print)
t.setDaemon(True); print(t.isDaemon()); t.setName("q"); print(t.name)
e = threading.Event(); print(e.isSet())
""",
    "an Event is set, waited for and cleared": """
import threading
e = threading.Event()
print(e.is_set(), e.wait(0.01), e.set(), e.is_set(), e.wait(), e.wait(timeout=None), e.clear(), e.is_set())
""",
    "a Semaphore counts": """
import threading
s = threading.Semaphore(2)
print(s.acquire(), s.acquire(blocking=False), s.acquire(blocking=False), s.acquire(timeout=0.01), s.release(),
    s.release(2))
print(s.acquire(), s.acquire(), s.acquire(), s.acquire(False))
for f in (lambda: threading.Semaphore(-1), lambda: s.release(0), lambda: s.acquire(False, timeout=1)):
    try: f()
    except ValueError as e: print(e)
with threading.Semaphore() as got: print(got)
""",
    "a BoundedSemaphore refuses one release too many": """
import threading
s = threading.BoundedSemaphore(value=2)
with s, s: print(s.acquire(False))
try: s.release()
except ValueError as e: print(e)
""",
    "a Barrier lets all go on, after its action": """
import threading
done = []
b = threading.Barrier(2, action=lambda: done.append("action"), timeout=5)
ids = []
def work(): ids.append(b.wait())
ts = [threading.Thread(target=work) for _ in range(2)]
for t in ts: t.start()
for t in ts: t.join()
print(sorted(ids), done, b.parties, b.n_waiting, b.broken)
""",
    "a Barrier breaks, is reset, is aborted": """
import threading
b = threading.Barrier(2)
def work():
    try: b.wait(0.02)
    except threading.BrokenBarrierError as e: print("broken", isinstance(e, RuntimeError))
t = threading.Thread(target=work); t.start(); t.join()
print(b.broken)
b.reset(); print(b.broken)
b.abort(); print(b.broken)
try: b.wait()
except threading.BrokenBarrierError: print("still")
try: threading.Barrier(0)
except ValueError as e: print(e)
""",
    "an action that fails breaks its Barrier": """
import threading
def bad(): raise ValueError("a")
b = threading.Barrier(1, bad)
try: b.wait()
except ValueError as e: print(e)
print(b.broken)
""",
    "a Timer calls, unless it is cancelled": """
import threading
t = threading.Timer(0.01, print, args=["a"], kwargs={"end": "!\\n"})
t.start(); t.join()
u = threading.Timer(100, print, ["never"])
u.start(); u.cancel(); u.join()
print(t.interval, t.finished.is_set(), isinstance(t, threading.Thread), t.function is print)
""",
    "a subclass of Timer repeats": """
import threading
class Repeat(threading.Timer):
    def run(self):
        n = 0
        while not self.finished.wait(self.interval):
            self.function(*self.args, **self.kwargs)
            n += 1
            if n == 3: break
t = Repeat(0.01, print, ["tick"])
t.start(); t.join()
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_on_real_threads(claim: str) -> None:
    agree(PROGRAMS[claim])
