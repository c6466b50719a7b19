"""``logging`` from threads: each record is one step, told by the simulated clock, forgotten after the execution."""

from __future__ import annotations

import logging

import pytest

from tests.simulation.real import agree, explored, only

PROGRAMS = {
    "a warning without any configuration is formatted by basicConfig": """
import logging
logging.warning("w %d", 1); logging.info("quiet"); logging.getLogger("x").error("e")
""",
    "an error without any configuration goes to the handler of last resort": """
import logging
logging.getLogger("x").error("e"); logging.getLogger("x").info("no")
""",
    "basicConfig sets level, stream and format, once unless forced": """
import logging, sys, threading
logging.basicConfig(level=logging.DEBUG, stream=sys.stdout,
    format="%(levelname)-8s %(threadName)s %(name)s %(funcName)s %(lineno)d %(message)s %(process)d"[:-12])
def work(): logging.info("in %s", [1])
t = threading.Thread(target=work, name="w"); t.start(); t.join()
log = logging.getLogger("a.b"); log.debug("d"); log.critical("c %(x)s", {"x": 1}); log.log(15, "fifteen")
log.warning("plain 100%")
logging.basicConfig(format="ignored"); logging.info("still")
logging.basicConfig(format="new %(message)s", force=True); logging.info("quiet"); logging.warning("forced")
""",
    "formatters have three styles, handlers and loggers levels of their own": """
import logging
logging.basicConfig(format="{levelname}:{message}:{threadName}", style="{", level="INFO"); logging.info("i")
f = logging.Formatter("$levelname-$message", style="$"); h = logging.StreamHandler(); h.setFormatter(f)
h.setLevel(logging.ERROR)
l = logging.getLogger("q"); l.addHandler(h); l.propagate = False; l.warning("no"); l.error("yes")
print(l.handlers, l.level, l.getEffectiveLevel(), l.isEnabledFor(10), l.name, l.parent.name)
l.removeHandler(h); print(l.hasHandlers())
""",
    "exception and error are told without a traceback if one says so": """
import logging
logging.basicConfig(format="%(message)s")
try: 1 / 0
except ZeroDivisionError: logging.exception("bad", exc_info=False); logging.error("x")
""",
    "handlers, filters and adapters of one's own": """
import logging, threading
class L(logging.Handler):
    def __init__(self): super().__init__(); self.rows = []
    def emit(self, record): self.rows.append(self.format(record))
h = L(); log = logging.getLogger("p"); log.addHandler(h); log.setLevel("DEBUG"); log.propagate = False
class F(logging.Filter):
    def filter(self, r): return "no" not in r.getMessage()
h.addFilter(F()); log.addFilter(lambda r: True)
t = threading.Thread(target=log.info, args=("from thread",)); t.start(); t.join()
log.info("no"); log.getChild("c").info("child"); logging.LoggerAdapter(log, {"k": 1}).warning("adapted")
print(h.rows)
print(logging.getLevelName(10), logging.getLevelName("INFO"), logging.addLevelName(5, "TRACE"),
    logging.getLevelName(5))
logging.disable(logging.INFO); log.info("off"); logging.disable(logging.NOTSET); log.info("on"); print(h.rows[-1])
print(log, h, logging.getLogger() is logging.root, logging.getLogger("p") is log)
""",
    "a StreamHandler writes into a StringIO": """
import logging, io
b = io.StringIO(); h = logging.StreamHandler(b); logging.getLogger().addHandler(h); logging.warning("in buffer")
print(repr(b.getvalue()))
h.terminator = "!"; logging.warning("x"); h.setStream(io.StringIO()); print(b.getvalue()); h.close()
logging.shutdown()
""",
    "a QueueHandler hands records to a QueueListener": """
import logging, logging.handlers, queue, sys
q = queue.Queue()
root = logging.getLogger(); root.setLevel(logging.INFO); root.addHandler(logging.handlers.QueueHandler(q))
h = logging.StreamHandler(sys.stdout); h.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
listener = logging.handlers.QueueListener(q, h); listener.start()
logging.info("one"); logging.info("two"); listener.stop()
""",
    "a MemoryHandler keeps records until it is flushed": """
import logging
from logging.handlers import QueueHandler, QueueListener, MemoryHandler
m = MemoryHandler(10, target=logging.StreamHandler()); l = logging.getLogger("m"); l.addHandler(m)
l.propagate = False; l.warning("kept"); print("before"); m.flush()
""",
    "a NullHandler says nothing": """
import logging
logging.getLogger("lib").addHandler(logging.NullHandler()); logging.getLogger("lib").propagate = False
logging.getLogger("lib").error("x"); print("ok")
logging.captureWarnings(True)
import warnings
logging.getLogger("py.warnings").addHandler(logging.StreamHandler())
warnings.warn("captured")
""",
    "extra, stacklevel and record factories": """
import logging
logging.basicConfig(format="%(user)s %(message)s %(lineno)d %(funcName)s", level=10)
def helper(): logging.info("m", extra={"user": "u"}, stacklevel=2)
def caller(): helper()
caller()
old = logging.getLogRecordFactory()
def factory(*a, **k):
    r = old(*a, **k); r.user = "fac"; return r
logging.setLogRecordFactory(factory); logging.info("z")
""",
    "a subclass of Logger": """
import logging
class My(logging.Logger):
    def trace(self, m): self.log(5, m)
logging.setLoggerClass(My); l = logging.getLogger("t"); l.setLevel(1); l.trace("tr"); l.error("seen")
print(type(l).__name__)
""",
}


@pytest.mark.parametrize("claim", PROGRAMS)
def test_as_python_does(claim: str) -> None:
    agree(PROGRAMS[claim])


TWO_THREADS = """
import logging, threading
logging.basicConfig(format="%(threadName)s%(message)s", level=logging.INFO)
def work():
    logging.info(1)
    logging.info(2)
threads = [threading.Thread(target=work, name=name) for name in "xy"]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""


def test_records_of_two_threads_come_in_every_order_and_never_torn() -> None:
    outputs = {outcome.output.replace("\n", " ").strip() for outcome in explored(TWO_THREADS, None).outcomes}
    assert outputs == {
        "x1 x2 y1 y2",
        "x1 y1 x2 y2",
        "x1 y1 y2 x2",
        "y1 x1 x2 y2",
        "y1 x1 y2 x2",
        "y1 y2 x1 x2",
    }


def test_a_record_is_one_step_that_shows_what_was_written() -> None:
    steps = [step for step in explored(TWO_THREADS).outcomes[0].execution.steps if step.line in (5, 6)]
    assert [(step.operation, step.line) for step in steps] == [("print", 5), ("print", 6)] * 2
    assert {step.result for step in steps} == {"x1", "x2", "y1", "y2"}


def test_time_stamps_come_from_the_simulated_clock() -> None:
    text = """
import logging, time
logging.basicConfig(format="%(asctime)s %(relativeCreated)d %(msecs)d %(message)s")
time.sleep(90.5)
logging.warning("late")
logging.getLogger().handlers[0].setFormatter(logging.Formatter("%(asctime)s", datefmt="%d.%m.%Y %H:%M:%S"))
logging.warning("")
"""
    assert only(text) == "2026-01-01 00:01:30,500 90500 500 late\n01.01.2026 00:01:30\n"


def test_an_exception_is_told_with_the_lines_of_the_program() -> None:
    text = """
import logging, threading
def work():
    try: {}["missing"]
    except KeyError: logging.exception("in %s", threading.current_thread().name)
thread = threading.Thread(target=work, name="w")
thread.start()
thread.join()
"""
    assert only(text).splitlines() == [
        "ERROR:root:in w",
        "Traceback (most recent call last):",
        '  File "<main>", line 4, in work',
        "KeyError: 'missing'",
    ]


def test_a_record_that_cannot_be_formatted_is_told_as_python_tells_it() -> None:
    assert only("import logging\nlogging.warning('%d', 'x')").splitlines() == [
        "--- Logging error ---",
        "TypeError: %d format: a real number is required, not str",
        "Call stack:",
        '  File "<main>", line 2, in <module>',
        "Message: '%d'",
        "Arguments: ('x',)",
    ]


def test_each_execution_begins_without_handlers_levels_and_names() -> None:
    text = """
import logging, sys, threading
print(logging.root.handlers, logging.root.level, logging.getLevelName(7), logging.root.manager.disable)
print(list(logging.root.manager.loggerDict), logging.getLoggerClass().__name__, logging.raiseExceptions)
logging.basicConfig(stream=sys.stdout, level=7)
logging.addLevelName(7, "SEVEN")
logging.disable(3)
logging.getLogger("a.b").addHandler(logging.NullHandler())
logging.setLoggerClass(type("Mine", (logging.Logger,), {}))
logging.raiseExceptions = False
threads = [threading.Thread(target=logging.warning, args=("x",)) for _ in range(2)]
for thread in threads: thread.start()
for thread in threads: thread.join()
"""
    found = explored(text)
    assert found.executions > 1
    (outcome,) = found.outcomes
    assert outcome.output == "[] 30 Level 7 0\n[] Logger True\nWARNING:root:x\nWARNING:root:x\n"


def test_a_handler_of_ones_own_may_be_left_while_it_works_but_is_entered_by_one() -> None:
    text = """
import logging, threading
rows = []
class Keep(logging.Handler):
    def emit(self, record):
        count = len(rows)
        print(".", end="")
        rows.append((count, record.getMessage()))
logging.getLogger().addHandler(Keep())
threads = [threading.Thread(target=logging.warning, args=(name,)) for name in "xy"]
for thread in threads: thread.start()
for thread in threads: thread.join()
print(rows)
"""
    assert {outcome.output for outcome in explored(text).outcomes} == {
        "..[(0, 'x'), (1, 'y')]\n",
        "..[(0, 'y'), (1, 'x')]\n",
    }


def test_what_is_formatted_into_a_record_is_looked_at() -> None:
    text = """
import logging, threading
items = []
logging.basicConfig(format="%(message)s")
thread = threading.Thread(target=logging.warning, args=("%s", items))
thread.start()
items.append(1)
thread.join()
"""
    assert {outcome.output for outcome in explored(text).outcomes} == {"[]\n", "[1]\n"}


def test_the_logging_of_this_process_is_untouched(capsys: pytest.CaptureFixture[str]) -> None:
    before = (logging.root.handlers[:], logging.root.level, dict(vars(logging)))
    explored(TWO_THREADS)
    assert (logging.root.handlers, logging.root.level, dict(vars(logging))) == before
    assert capsys.readouterr() == ("", "")
