"""The library behaves as the real one, quirks included, and each of its methods is one step."""

from __future__ import annotations

import sys

import pytest

from course import Program, Search, explore
from course.model import Exploration


def run(text: str, **search: int) -> Exploration:
    return explore(Program({"main": text}), Search(**search))


def only(text: str) -> str:
    """The output of a program that can come out in one way only."""
    found = run(text)
    assert found.complete
    (outcome,) = found.outcomes
    assert outcome.ending == "completed", outcome.error or outcome.ending
    return outcome.output


def outputs(text: str, **search: int) -> set[str]:
    found = run(text, **search)
    assert found.complete
    return {outcome.output.strip() or outcome.ending for outcome in found.outcomes}


def test_event_wait_says_whether_it_was_set_or_timed_out() -> None:
    text = """
import threading, time
ready = threading.Event()
print(ready.wait(1), time.monotonic())
threading.Timer(2, ready.set).start()
print(ready.wait(5), time.monotonic(), ready.is_set(), ready.wait(0))
"""
    assert only(text) == "False 1.0\nTrue 3.0 True True\n"


def test_set_then_clear_wakes_who_waits_and_is_missed_by_who_comes_later() -> None:
    text = """
import threading
ready = threading.Event()
def wait():
    print(ready.wait(1), ready.is_set())
waiter = threading.Thread(target=wait)
waiter.start()
ready.set()
ready.clear()
waiter.join()
"""
    assert outputs(text) == {"True False", "False False", "True True"}


def test_a_notify_that_nobody_waits_for_is_lost() -> None:
    text = """
import threading
condition = threading.Condition()
def wait():
    with condition:
        print(condition.wait(1))
waiter = threading.Thread(target=wait)
waiter.start()
with condition:
    condition.notify()
waiter.join()
"""
    assert outputs(text) == {"True", "False"}


def test_waiting_for_a_condition_gives_back_every_level_of_its_lock() -> None:
    text = """
import threading
condition = threading.Condition()
def notify():
    with condition:
        condition.notify()
with condition, condition:
    notifier = threading.Thread(target=notify)
    notifier.start()
    print(condition.wait())
notifier.join()
"""
    assert only(text) == "True\n"


def test_notify_without_the_lock_is_an_error_unless_somebody_has_the_plain_lock() -> None:
    text = """
import threading
condition = threading.Condition(KIND())
holding, done = threading.Event(), threading.Event()
def hold():
    with condition:
        holding.set()
        done.wait()
holder = threading.Thread(target=hold)
holder.start()
holding.wait()
try:
    condition.notify()
    print("slipped through")
except RuntimeError:
    print("refused")
done.set()
holder.join()
"""
    assert only(text.replace("KIND", "threading.Lock")) == "slipped through\n"
    assert only(text.replace("KIND", "threading.RLock")) == "refused\n"


def test_a_woken_thread_may_find_that_somebody_was_faster() -> None:
    text = """
import threading
condition = threading.Condition()
items = []
def take():
    with condition:
        if not items:
            condition.wait()
        items.pop()
takers = [threading.Thread(target=take) for _ in range(2)]
for taker in takers: taker.start()
for item in "ab":
    with condition:
        items.append(item)
        condition.notify()
for taker in takers: taker.join()
"""
    assert "error" in outputs(text, preemptions=2)


def test_a_queue_blocks_when_full_and_when_empty() -> None:
    text = """
import queue, threading
line = queue.Queue(1)
got = []
def take():
    for _ in range(2):
        got.append(line.get())
        line.task_done()
taker = threading.Thread(target=take)
taker.start()
for item in "ab":
    line.put(item)
line.join()
print(got, line.qsize(), line.empty(), line.full())
taker.join()
"""
    assert only(text) == "['a', 'b'] 0 True False\n"


def test_what_a_queue_raises() -> None:
    text = """
import queue
line = queue.Queue(1)
for call in (line.get_nowait, lambda: line.get(timeout=1), line.task_done):
    try: call()
    except (queue.Empty, ValueError) as error: print(type(error).__name__)
line.put(1)
for call in (lambda: line.put_nowait(2), lambda: line.put(2, timeout=1), lambda: line.put(2, timeout=-1)):
    try: call()
    except (queue.Full, ValueError) as error: print(type(error).__name__)
"""
    assert only(text).split() == ["Empty", "Empty", "ValueError", "Full", "Full", "ValueError"]


@pytest.mark.skipif(sys.version_info < (3, 13), reason="Queue.shutdown came in Python 3.13")
def test_shutting_a_queue_down() -> None:
    text = """
import queue
line = queue.Queue()
line.put(1)
line.shutdown()
print(line.get())
for call in (line.get, lambda: line.put(2)):
    try: call()
    except queue.ShutDown: print("shut")
"""
    assert only(text).split() == ["1", "shut", "shut"]


def test_the_other_queues() -> None:
    text = """
import queue
for kind in (queue.LifoQueue, queue.PriorityQueue, queue.SimpleQueue):
    line = kind()
    for item in (2, 3, 1): line.put(item)
    print(kind.__name__, [line.get() for _ in range(3)])
"""
    assert only(text) == "LifoQueue [1, 3, 2]\nPriorityQueue [1, 2, 3]\nSimpleQueue [2, 3, 1]\n"


def test_semaphore_barrier_and_local() -> None:
    text = """
import threading
semaphore = threading.BoundedSemaphore(1)
barrier = threading.Barrier(2)
mine = threading.local()
inside = 0
def work(name):
    global inside
    mine.name = name
    with semaphore:
        inside += 1
        assert inside == 1
        inside -= 1
    barrier.wait()
    assert mine.name == name
threads = [threading.Thread(target=work, args=(name,)) for name in "ab"]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(hasattr(mine, "name"), barrier.n_waiting)
try: semaphore.release()
except ValueError: print("too often")
"""
    found = run(text, preemptions=1)
    assert found.complete
    assert {outcome.output for outcome in found.outcomes} == {"False 0\ntoo often\n"}


def test_an_executor_gathers_results_and_errors() -> None:
    text = """
from concurrent.futures import ThreadPoolExecutor, as_completed
def work(n):
    if n == 2: raise ValueError(n)
    return n * n
with ThreadPoolExecutor(max_workers=2) as pool:
    futures = [pool.submit(work, n) for n in (1, 2)]
    print(sorted(type(future.exception()).__name__ for future in as_completed(futures)))
    print(futures[0].result(), list(pool.map(work, [3])))
ThreadPoolExecutor().submit(work, 4)  # never shut down: Python does it in the end
"""
    found = run(text, preemptions=0)
    assert {outcome.output for outcome in found.outcomes} == {"['NoneType', 'ValueError']\n1 [9]\n"}


def test_the_life_of_a_thread() -> None:
    text = """
import threading
class Worker(threading.Thread):
    def run(self): self.answer = 42
worker = Worker(name="w", daemon=True)
print(worker.is_alive(), worker.ident, worker.daemon)
worker.start()
worker.join()
print(worker.answer, worker.is_alive(), threading.active_count(), threading.current_thread().name)
for call in (worker.start, threading.current_thread().join, threading.Thread().join):
    try: call()
    except RuntimeError as error: print("RuntimeError")
"""
    assert only(text) == "False None True\n42 False 1 MainThread\n" + 3 * "RuntimeError\n"


def test_whether_a_thread_is_alive_depends_on_the_schedule() -> None:
    text = """
import threading
done = threading.Event()
thread = threading.Thread(target=done.set)
thread.start()
done.wait()
print(thread.is_alive())
"""
    assert outputs(text) == {"True", "False"}


def test_an_exception_ends_its_thread_and_join_does_not_tell() -> None:
    text = """
import threading
def fail(): raise LookupError("no bread")
thread = threading.Thread(target=fail)
thread.start()
thread.join()
print("joined")
"""
    (outcome,) = run(text).outcomes
    assert (outcome.ending, outcome.error, outcome.output) == ("error", "LookupError: no bread", "joined\n")
    assert outcome.execution.failures[0].line == 3


def test_an_excepthook_of_the_programs_own_handles_it() -> None:
    text = """
import threading
threading.excepthook = lambda args: print(args.exc_type.__name__, args.thread.name)
def fail(): raise LookupError
thread = threading.Thread(target=fail, name="t")
thread.start(); thread.join()
"""
    assert only(text) == "LookupError t\n"


def test_a_daemon_that_waits_when_all_others_have_ended_is_no_deadlock() -> None:
    text = "import threading\nthreading.Thread(target=threading.Event().wait, daemon=True).start()\nprint('done')"
    assert outputs(text) == {"done"}


def test_a_thread_of_ones_own_that_waits_for_ever_is_one() -> None:
    text = "import threading\nthreading.Thread(target=threading.Event().wait).start()"
    assert outputs(text) == {"deadlock"}


def test_time_is_simulated_and_exact() -> None:
    text = """
import threading, time
start = time.monotonic()
time.sleep(3600)
print(time.monotonic() - start, time.perf_counter(), round(time.time()) % 3600, time.strftime("%H:%M"))
"""
    assert only(text) == "3600.0 3600.0 0 01:00\n"


def test_random_is_seeded() -> None:
    text = "import random\nprint(random.randint(0, 10**9), random.random())"
    first = explore(Program({"main": text}), Search(seed=1)).outcomes[0].output
    assert first == explore(Program({"main": text}), Search(seed=1)).outcomes[0].output
    assert first != explore(Program({"main": text}), Search(seed=2)).outcomes[0].output


def test_the_library_cannot_be_changed_by_a_program() -> None:
    for text in ("threading.Thread.start = None", "threading.Lock = None", "del threading.Event.set"):
        (outcome,) = run(f"import threading\n{text}").outcomes
        assert outcome.ending == "error"
        assert "cannot be changed here" in (outcome.error or "")


def test_the_real_modules_are_untouched() -> None:
    import queue
    import threading

    before = (threading.Lock, threading.Thread.start, queue.Queue.put, dict(vars(threading)))
    run("import threading, queue\nt = threading.Thread(target=print)\nt.start()")
    assert (threading.Lock, threading.Thread.start, queue.Queue.put, dict(vars(threading))) == before


def test_the_end_of_a_thread_shows_in_its_repr() -> None:
    text = """
import threading
worker = threading.Thread(target=lambda: None, name="worker")
print(worker)
worker.start()
print(worker)
worker.join()
print(worker)
"""
    initial, stopped = "<Thread(worker, initial)>", "<Thread(worker, stopped 2)>"
    assert outputs(text) == {
        f"{initial}\n{middle}\n{stopped}" for middle in ("<Thread(worker, started 2)>", "<Thread(worker, stopped 2)>")
    }


def test_what_a_thread_kept_in_a_local_goes_with_the_thread() -> None:
    text = """
import threading
class Value:
    def __del__(self):
        print("gone")
def work():
    local.value = Value()
local = threading.local()
worker = threading.Thread(target=work)
worker.start()
worker.join()
print("joined")
"""
    assert only(text) == "gone\njoined\n"


def test_a_thread_object_goes_when_the_program_lets_go_of_it() -> None:
    text = """
import threading
class Worker(threading.Thread):
    def __del__(self):
        print("gone")
worker = Worker()
worker.start()
worker.join()
worker = None
print("end")
"""
    assert only(text) == "gone\nend\n"


def failure(text: str) -> tuple[str, str]:
    """The output and the error of a program that can fail in one way only."""
    found = run(text)
    assert found.complete
    (outcome,) = found.outcomes
    assert outcome.error is not None, outcome
    return outcome.output, outcome.error.partition(":")[0]


def test_an_excepthook_hears_of_every_exception_even_of_an_exit() -> None:
    text = """
import threading
def hook(args):
    print(args.exc_type.__name__, args.thread.name)
threading.excepthook = hook
worker = threading.Thread(target=exit, name="worker")
worker.start()
worker.join()
"""
    assert only(text.replace("target=exit", "target=lambda: 1 / 0")) == "ZeroDivisionError worker\n"
    assert only("def exit(): raise SystemExit\n" + text) == "SystemExit worker\n"


@pytest.mark.parametrize("raised", ["KeyError", "KeyboardInterrupt"])
def test_an_excepthook_that_fails_is_an_error_of_the_program(raised: str) -> None:
    text = f"""
import threading
def hook(args):
    raise {raised}
threading.excepthook = hook
worker = threading.Thread(target=lambda: 1 / 0)
worker.start()
worker.join()
print("end")
"""
    assert failure(text) == ("end\n", raised)


def test_the_excepthook_of_the_library_reports_when_a_program_calls_it() -> None:
    text = """
import threading
def hook(args):
    print("mine")
    threading.__excepthook__(args)
threading.excepthook = hook
worker = threading.Thread(target=lambda: 1 / 0)
worker.start()
worker.join()
"""
    assert failure(text) == ("mine\n", "ZeroDivisionError")


@pytest.mark.parametrize("timeout", [0, 2])
def test_as_completed_gives_up_at_its_deadline(timeout: int) -> None:
    text = f"""
import time
from concurrent.futures import Future, as_completed
try:
    for future in as_completed([Future(), Future()], timeout={timeout}):
        print(future)
except TimeoutError as error:
    print(error, time.monotonic())
"""
    assert only(text) == f"2 (of 2) futures unfinished {float(timeout)}\n"


def test_there_is_no_way_to_an_executor_of_processes() -> None:
    assert failure("import concurrent.futures\nconcurrent.futures.ProcessPoolExecutor()\n") == ("", "ImportError")


def test_a_set_of_locks_has_an_order_of_its_own() -> None:
    text = """
import threading
locks = [threading.Lock() for _ in range(20)] + [threading.RLock() for _ in range(20)]
print([locks.index(lock) for lock in set(locks)])
"""
    assert only(text) == f"{list(range(40))}\n"


def test_a_lock_is_made_by_a_function_up_to_3_12_and_by_a_final_class_since() -> None:
    kind = "type" if sys.version_info >= (3, 13) else "function"
    assert only("import threading\nprint(type(threading.Lock).__name__)\n") == f"{kind}\n"
    assert failure("import threading\nclass Mine(threading.Lock): pass\n") == ("", "TypeError")


@pytest.mark.skipif(sys.version_info < (3, 12), reason="new in 3.12")
def test_the_threads_of_a_program_cannot_be_traced() -> None:
    assert failure("import threading\nthreading.settrace_all_threads(print)\n") == ("", "RuntimeError")


def test_a_recording_does_not_make_a_threads_own_part_of_a_local() -> None:
    source = """
import threading

class Mine(threading.local):
    def __init__(self):
        self.notes = []

mine = None
signals = [threading.Event()]

def work():
    global mine
    mine = Mine()
    print(mine.notes)
    signals[0].set()

thread = threading.Thread(target=work)
thread.start()
thread.join()
"""
    (outcome,) = explore(Program({"main": source}), Search(preemptions=None)).outcomes
    assert (outcome.ending, outcome.output) == ("completed", "[]\n")
