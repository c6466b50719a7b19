"""What is written is one output, in the order of the steps that wrote it: a search finds each order there can be."""

from __future__ import annotations

import pytest

from tests.simulation.real import explored

EITHER = {
    "print and a log record": (
        "logging.warning('record')",
        "print('WARNING:root:line')",
        {"WARNING:root:record\nWARNING:root:line\n", "WARNING:root:line\nWARNING:root:record\n"},
    ),
    "print and sys.stdout.write": ("print('a')", "sys.stdout.write('b\\n')", {"a\nb\n", "b\na\n"}),
    "a warning and sys.stderr.write": (
        "warnings.showwarning('w', UserWarning, 'file', 1)",
        "sys.stderr.write('x\\n')",
        {"file:1: UserWarning: w\nx\n", "x\nfile:1: UserWarning: w\n"},
    ),
    "pprint and print": ("pprint.pprint('a')", "print('b')", {"'a'\nb\n", "b\n'a'\n"}),
    "a text that takes a lock when it is asked for": (
        "print(Locked())",
        "asked.wait(); print('b')",
        {"locked\nb\n", "b\nlocked\n"},
    ),
    "the log of a callback that fails": (
        "futures.Future.set_result(future, 1)",
        "print('b')",
        {"exception calling callback\nb\n", "b\nexception calling callback\n"},
    ),
    "sys.stdout is assigned": ("sys.stdout = buffer", "print('a', end='')", {"a", "buffer: a"}),
    "stdout is redirected": (
        "with contextlib.redirect_stdout(buffer): time.sleep(0)",
        "print('a', end='')",
        {"a", "buffer: a"},
    ),
    "what a record is about": (
        "logging.warning('%s', items)",
        "items.append(1)",
        {"WARNING:root:[]\n", "WARNING:root:[1]\n"},
    ),
    "a record that is put into a queue": (
        "queued.warning('record')",
        "seen.append(line.empty())",
        {"True\n", "False\n"},
    ),
    "a record that is put into a simple queue": (
        "simply.warning('record')",
        "seen.append(simple.qsize())",
        {"0\n", "1\n"},
    ),
    "a handler that is emptied": (
        "kept.warning('record')",
        "memory.flush()",
        {"", "record\n"},
    ),
}

PROGRAM = """
import contextlib, io, logging, logging.handlers, pprint, queue, sys, threading, time, warnings
from concurrent import futures
logging.basicConfig()
logging.getLogger("concurrent.futures").propagate = False
handler = logging.StreamHandler()
handler.setFormatter(type("Short", (logging.Formatter,), {{"format": lambda self, record: record.msg[:26]}})())
logging.getLogger("concurrent.futures").addHandler(handler)
lock, asked, seen = threading.Lock(), threading.Event(), []
class Locked:
    def __str__(self):
        asked.set()
        with lock:
            return "locked"
future = futures.Future()
future.add_done_callback(lambda future: 1 / 0)
buffer, items = io.StringIO(), []
line, simple = queue.Queue(), queue.SimpleQueue()
memory = logging.handlers.MemoryHandler(9, target=handler)
queued, simply, kept = [logging.getLogger(name) for name in ("queued", "simply", "kept")]
for logger, to in (
    (queued, logging.handlers.QueueHandler(line)), (simply, logging.handlers.QueueHandler(simple)), (kept, memory)
):
    logger.propagate = False
    logger.addHandler(to)
def one():
    {}
def other():
    {}
threads = [threading.Thread(target=one), threading.Thread(target=other)]
for thread in threads: thread.start()
for thread in threads: thread.join()
sys.stdout = sys.__stdout__
if seen: print(*seen)
if buffer.getvalue(): print("buffer:", buffer.getvalue(), end="")
"""


@pytest.mark.parametrize("preemptions", [None, 2])
@pytest.mark.parametrize("claim", EITHER)
def test_either_order_is_found(claim: str, preemptions: int | None) -> None:
    one, other, outputs = EITHER[claim]
    found = explored(PROGRAM.format(one, other), preemptions)
    assert {(outcome.output, outcome.error) for outcome in found.outcomes} == {(output, None) for output in outputs}
