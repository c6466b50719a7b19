"""The rows of the comparison: a program, the threads that run it, and what is true of it.

Plain data and nothing of the course's, because a peer's child process reads it under an interpreter of its own.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

PROGRAMS = Path(__file__).parent / "programs"

WORDS = {"correct": "correct", "deadlock": "deadlock possible", "violated": "an update can be lost"}


@dataclass(frozen=True)
class Row:
    """One program with its threads."""

    name: str
    program: str
    """A module of ``benchmarks/programs``."""
    threads: tuple[tuple[Any, ...], ...]
    """The method that each thread runs, and its arguments."""
    truth: str
    """What can happen: "correct", "deadlock" or "violated" (``State.holds`` can be false afterwards)."""
    arguments: dict[str, Any] = field(default_factory=dict)
    """What ``State`` is made with."""
    late_threads: int = 0
    """How often a deadline has to pass early for it to happen; time matters in this row if it is not 0."""

    @property
    def claim(self) -> str:
        """The truth in words."""
        return "wrong if the writer is late" if self.late_threads else WORDS[self.truth]

    @property
    def path(self) -> Path:
        """Where the program's source is."""
        return PROGRAMS / f"{self.program}.py"


def _counter(program: str, truth: str, threads: int, times: int) -> Row:
    label = {"counter": "counter race", "counter_lock": "counter with a Lock"}[program]
    arguments = {"threads": threads, "times": times}
    return Row(f"{label}, {threads} × {times}", program, (("add",),) * threads, truth, arguments)


def _buffer(puts: tuple[int, ...], takes: tuple[int, ...], *, notify_all: bool, truth: str) -> Row:
    threads = tuple(("put", times) for times in puts) + tuple(("take", times) for times in takes)
    told = "notify_all" if notify_all else "notify"
    name = f"buffer {len(puts)}P{len(takes)}C, {told}"
    return Row(name, "buffer", threads, truth, {"items": sum(puts), "notify_all": notify_all})


def _philosophers(number: int, *, ordered: bool) -> Row:
    pairs = [(seat, (seat + 1) % number) for seat in range(number)]
    if ordered:
        pairs = [(min(pair), max(pair)) for pair in pairs]
    name = f"{number} philosophers{', forks in order' if ordered else ''}"
    threads = tuple(("dine", *pair) for pair in pairs)
    return Row(name, "philosophers", threads, "correct" if ordered else "deadlock", {"forks": number})


ROWS = (
    _counter("counter", "violated", 2, 1),
    _counter("counter", "violated", 2, 2),
    _counter("counter", "violated", 2, 3),
    _counter("counter", "violated", 3, 1),
    _counter("counter_lock", "correct", 2, 2),
    Row("Event handshake", "event_handshake", (("ask",), ("reply",)), "correct"),
    _buffer((3,), (3,), notify_all=False, truth="correct"),
    _buffer((3,), (3,), notify_all=True, truth="correct"),
    _buffer((1, 2), (3,), notify_all=False, truth="deadlock"),
    _buffer((1, 2), (3,), notify_all=True, truth="correct"),
    _buffer((2,), (1, 1), notify_all=False, truth="deadlock"),
    _buffer((2,), (1, 1), notify_all=True, truth="correct"),
    _buffer((1, 1), (1, 1), notify_all=False, truth="deadlock"),
    _buffer((1, 1), (1, 1), notify_all=True, truth="correct"),
    Row("Queue(1) 2P2C", "bounded_queue", (("put",),) * 2 + (("take",),) * 2, "correct", {"times": 1}),
    Row("Queue(1) 2P2C, twice", "bounded_queue", (("put",),) * 2 + (("take",),) * 2, "correct", {"times": 2}),
    _philosophers(3, ordered=False),
    _philosophers(3, ordered=True),
    _philosophers(4, ordered=False),
    _philosophers(4, ordered=True),
    _philosophers(5, ordered=False),
    _philosophers(5, ordered=True),
    Row("lost wake-up", "lost_wakeup", (("wait",), ("signal",)), "deadlock"),
    Row("sleep as a signal", "sleep_as_signal", (("write",), ("read",)), "violated", late_threads=1),
    Row("if not empty(): get()", "queue_empty", (("take",),) * 2, "deadlock"),
    Row("threads started by threads", "counter_nested", (("start",),) * 2, "violated"),
    Row("nested with Condition()", "counter_condition", (("add",),) * 2, "correct"),
    Row("SimpleQueue hand-over", "simple_queue", (("put",), ("take",)), "correct"),
)
