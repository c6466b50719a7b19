"""The records that pass between the rooms.

Every record is frozen, plain data: the same object crosses a function call, a
pipe to a confined process, or a cluster, as JSON.  Behaviour lives in the rooms,
not here.  ``to_json`` and ``from_json`` are the only doors; reading is strict, so
that a byte string from a process nobody trusts either becomes a well-formed
record or raises :class:`BadRecord`.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any, Literal, TypeVar, get_args

import msgspec

__all__ = [
    "CLOCK",
    "Access",
    "BadRecord",
    "Check",
    "Ending",
    "Execution",
    "Exploration",
    "Failure",
    "Finding",
    "Outcome",
    "Position",
    "Program",
    "Race",
    "Schedule",
    "Search",
    "Step",
    "Strategy",
    "Submission",
    "SyncObject",
    "ThreadState",
    "Variable",
    "Verdict",
    "Wait",
    "from_json",
    "to_json",
]

Ending = Literal["completed", "deadlock", "endless", "error"]
Strategy = Literal["exhaustive", "random", "pct"]


class BadRecord(ValueError):
    """A record, or the text of one, that does not have the form it must have."""


@dataclass(frozen=True, slots=True)
class Program:
    """What is run: source texts by module name, and where to begin.

    ``entry`` is ``"module:function"``, called with ``arguments`` as keywords; ``None``
    runs the module ``main`` as a script.  Modules import one another by name:
    the learner's code is ``solution``, a driver says ``from solution import Mailbox``.
    """

    modules: Mapping[str, str]
    entry: str | None = None
    arguments: Mapping[str, Any] = field(default_factory=dict)

    def __post_init__(self) -> None:
        module = self.entry_module
        if module not in self.modules:
            have = ", ".join(sorted(self.modules)) or "none"
            raise BadRecord(
                f"the program has no module {module!r} (it has: {have}); add it, or change entry={self.entry!r}"
            )
        if self.entry is not None and not re.fullmatch(r"\w+:\w+", self.entry):
            raise BadRecord(f"entry={self.entry!r} must read 'module:function', such as 'main:run'")

    @property
    def entry_module(self) -> str:
        """The module that is run first."""
        return "main" if self.entry is None else self.entry.partition(":")[0]


@dataclass(frozen=True, slots=True)
class Search:
    """Which schedules are run, and when to give up.

    Every limit is counted in executions, steps and preemptions, never in seconds, so
    that the same search ends at the same place on every machine.
    """

    preemptions: int | None = 2
    """At most so many switches away from a thread that could go on.

    ``None``: no bound.  Then one schedule is run of each class of those that differ only in the order of steps that
    have nothing to do with each other, which are often far fewer than with a bound of 2.
    """
    late_threads: int = 0
    """How often a deadline may pass although another thread could still run."""
    executions: int = 20_000
    """The budget of executions.  If it is spent, the coverage is "incomplete"."""
    steps: int = 5_000
    """The budget of steps of one execution.  If it is spent, the ending is "endless"."""
    seed: int = 0
    """Seeds the strategies that sample, and the ``random`` module of the program."""
    strategy: Strategy = "exhaustive"
    """"exhaustive" goes through all schedules within the bound; the others sample ``executions`` of all schedules.

    "random" draws each interleaving about equally often.  "pct" (probabilistic concurrency testing) draws schedules in
    which few things happen in an unusual order, see ``depth``.
    """
    depth: int = 3
    """Of "pct" only: for how many orderings at once, such as "this read before that write", its guarantee holds."""

    def __post_init__(self) -> None:
        if self.preemptions is not None and self.preemptions < 0:
            raise BadRecord(f"preemptions={self.preemptions} must be 0 or more, or None for no bound")
        if self.late_threads < 0:
            raise BadRecord(f"late_threads={self.late_threads} must be 0 or more")
        for name in ("executions", "steps"):
            if getattr(self, name) < 1:
                raise BadRecord(f"{name}={getattr(self, name)} must be 1 or more")
        if self.strategy not in get_args(Strategy):
            raise BadRecord(f"strategy={self.strategy!r} is unknown; take 'exhaustive', 'random' or 'pct'")
        if self.depth < 1:
            raise BadRecord(f"depth={self.depth} must be 1 or more; 2 finds a lost update, 3 is usual")


CLOCK = -1
"""Stands for the clock where a schedule names who goes next: a deadline passes."""


@dataclass(frozen=True, slots=True)
class Schedule:
    """Who ran, and for how many source-level steps, before the next thread took over.

    Threads are numbered in the order in which they were started; 0 is the main thread.
    As text (``str``, :meth:`parse`): ``"0x3.1x2.0"`` is three steps of thread 0, two of
    thread 1, one of thread 0; ``t`` is a deadline that passed although somebody could run.
    """

    runs: tuple[tuple[int, int], ...]

    def __str__(self) -> str:
        return ".".join(_run_text(thread, steps) for thread, steps in self.runs) or "-"

    def __iter__(self) -> Iterator[int]:
        """The thread of each step, one by one."""
        for thread, steps in self.runs:
            for _ in range(steps):
                yield thread

    @classmethod
    def parse(cls, token: str) -> Schedule:
        """Read a schedule from its text; raise :class:`BadRecord` if it is not one."""
        text = token.strip().strip("\"'`")
        if text == "-":
            return cls(())
        runs: list[tuple[int, int]] = []
        for part in text.split("."):
            match = re.fullmatch(r"(t|\d{1,4})(?:x([1-9]\d{0,8}))?", part.strip())
            if match is None:
                raise BadRecord(
                    f"{token!r} is not a schedule: {part!r} should read like '1x3' (thread 1, three steps); "
                    "copy the whole token"
                )
            runs.append((CLOCK if match[1] == "t" else int(match[1]), int(match[2] or 1)))
        return cls(tuple(runs))


def _run_text(thread: int, steps: int) -> str:
    name = "t" if thread == CLOCK else str(thread)
    return name if steps == 1 else f"{name}x{steps}"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that a thread did, as a reader of the source would name it."""

    thread: int
    operation: str
    """A term of the field, such as ``"Event.wait"``, ``"Lock.acquire"``, ``"Thread.start"``, ``"read"``, ``"print"``.

    ``"spin"`` and ``"poll"`` mark a turn of a loop that only waits: by running, or by sleeping.
    """
    object: str | None
    """The object's name in the source (``"ready"``), or its kind and number if it has none."""
    module: str
    line: int
    """The line of ``module`` that the thread was at; 0 if it was in no line of the program."""
    time: float
    """Simulated seconds since the program began."""
    waited: float | None = None
    """Simulated seconds spent blocked before this step; ``None`` if it never was (0.0 is a wait that took no time)."""
    result: str | None = None
    """What the operation gave, as short text; "waits" where the thread was blocked, ``None`` where it says nothing."""
    woke: tuple[int, ...] = ()
    """The threads that this step allowed to go on."""
    identity: int | None = None
    """The number of the object, or of what the data belongs to: two objects may have one name.  ``None``: not known."""


@dataclass(frozen=True, slots=True)
class Wait:
    """A thread that was still blocked when the execution ended."""

    thread: int
    operation: str
    object: str | None
    module: str
    line: int
    holder: int | None = None
    """The thread that holds what this one waits for, where there is one."""
    holds: tuple[str, ...] = ()
    """The names of the locks that the waiting thread holds meanwhile."""


@dataclass(frozen=True, slots=True)
class Failure:
    """An exception that nobody caught, and the thread that it ended."""

    thread: int
    kind: str
    """The name of the exception's class."""
    message: str
    module: str
    line: int

    def __str__(self) -> str:
        return f"{self.kind}: {self.message}" if self.message else self.kind


@dataclass(frozen=True, slots=True)
class Access:
    """One read or write of data that threads share."""

    thread: int
    operation: Literal["read", "write"]
    module: str
    line: int


@dataclass(frozen=True, slots=True)
class Race:
    """Two accesses of the same data by two threads, at least one of them a write, that no synchronisation orders."""

    name: str
    """What both touch, as in the trace: a variable, an attribute or an item."""
    first: Access
    """The one that came first in this execution, by chance."""
    second: Access


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth telling about an execution, in one sentence."""

    kind: str
    """A term of the field, such as "deadlock", "polling", "error", "endless loop", "data race"."""
    sentence: str
    lines: tuple[tuple[str, int], ...] = ()
    """The source lines that it is about, as (module, line)."""
    steps: tuple[int, ...] = ()
    """The steps that show it, by their place in the execution's ``steps`` (from 0); the last is where it went wrong."""
    before: str = ""
    """What happened just before, as a sentence; empty where ``sentence`` says it all."""
    section: str = ""
    """The section of a lesson that explains it, as a person would name it; empty where none does."""


@dataclass(frozen=True, slots=True)
class Execution:
    """One run of a program under one schedule: everything that happened."""

    schedule: Schedule
    ending: Ending
    result: Any
    """What the entry returned, as JSON data (a tuple is a list); ``None`` for a script."""
    output: str
    threads: tuple[str, ...]
    """The threads' names, by number; none if the execution was not ``recorded``."""
    steps: tuple[Step, ...] = ()
    failures: tuple[Failure, ...] = ()
    waiting: tuple[Wait, ...] = ()
    preemptions: int = 0
    time: float = 0.0
    """Simulated seconds from beginning to end."""
    findings: tuple[Finding, ...] = ()
    races: tuple[Race, ...] = ()
    """The data races that it shows, in order of appearance; each pair of places once for each name."""

    @property
    def recorded(self) -> bool:
        """Whether it is known what happened step by step, and not only what came of it; see ``explore(brief=True)``."""
        return bool(self.threads)

    @property
    def error(self) -> str | None:
        """The first uncaught exception, as ``"ValueError: no such item"``; ``None`` if there was none."""
        return str(self.failures[0]) if self.failures else None


SPENT = "then the budget of executions was spent"
"""How the coverage of a search ends that gave up for this reason."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """The executions that a user cannot tell apart, with the simplest of them."""

    ending: Ending
    result: Any
    output: str
    error: str | None
    count: int
    """How many of the explored schedules lead to it."""
    execution: Execution
    polling: Execution | None = None
    """The simplest of those in which somebody polls, unless ``execution`` is one, or there is none."""

    def changed(self, change: Callable[[Execution], Execution]) -> Outcome:
        """The same outcome, with its executions as ``change`` makes them."""
        polling = None if self.polling is None else change(self.polling)
        return replace(self, execution=change(self.execution), polling=polling)


@dataclass(frozen=True, slots=True)
class Exploration:
    """What a search found: the outcomes, and how much of the program's schedules it saw."""

    outcomes: tuple[Outcome, ...]
    """By simplicity: fewest preemptions, then fewest switches, then fewest steps."""
    executions: int
    """How many different schedules were run; of samples, how many, the same one counted as often as it was drawn."""
    coverage: str
    """"every schedule", "every schedule with at most 2 preemptions", "400 sampled schedules (…)" or "incomplete: …"."""
    complete: bool
    """True only if every schedule within the stated bound was run."""

    @property
    def spent(self) -> bool:
        """Whether the search gave up because its budget of executions was spent."""
        return not self.complete and self.coverage.endswith(SPENT)


@dataclass(frozen=True, slots=True)
class Variable:
    """Something that has a name in the program, and its value as short text."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class ThreadState:
    """Where a thread is in the middle of an execution, and what it does next or waits for."""

    thread: int
    name: str
    state: Literal["ready", "blocked", "asleep", "ended"]
    """"ready": it can be chosen; "asleep": only the clock can let it go on."""
    operation: str | None = None
    """The step that comes next, or the one in which it is blocked; ``None`` if it has ended or that is not known."""
    object: str | None = None
    module: str = ""
    line: int = 0
    """The line of ``module`` that it is at; 0 if it is in no line of the program."""
    timed_out: bool = False
    """Whether its next step is to give up: the deadline of ``operation`` has passed."""
    again: bool = False
    """Whether its next step goes on with a wait: it was woken, and takes back the lock that it had before."""
    deadline: float | None = None
    """The simulated time at which it will give up waiting or wake up; ``None`` if it would wait for ever."""
    holder: int | None = None
    """The thread that holds what this one waits for, where there is one."""
    holds: tuple[str, ...] = ()
    """The names of the locks that it holds."""
    variables: tuple[Variable, ...] = ()
    """The plain local variables of the function that it is in."""


@dataclass(frozen=True, slots=True)
class SyncObject:
    """An object by which threads wait for one another, in the middle of an execution."""

    name: str
    kind: str
    """Its class, such as "Lock", "Condition", "Queue"; a "Thread" is one that was not started yet."""
    state: str
    """What it allows, as short text: "free", "held", "set", "1 item, room for 2", "value 2", "not started"."""
    holder: int | None = None
    items: tuple[str, ...] = ()
    """What is in it, the next to be taken first."""
    waiting: tuple[int, ...] = ()
    """The threads that are blocked in one of its operations."""


@dataclass(frozen=True, slots=True)
class Position:
    """An execution that has stopped before a choice: what each thread does next, and what there is to see."""

    choices: tuple[int, ...]
    """The choices that led here: numbers of threads, or CLOCK where a deadline passed."""
    schedule: Schedule
    """The steps made so far.  Replayed, they lead here; what comes after them is then chosen without preemptions."""
    options: tuple[int, ...]
    """Who can be chosen, CLOCK last; empty when the execution is over."""
    threads: tuple[ThreadState, ...]
    objects: tuple[SyncObject, ...]
    variables: tuple[Variable, ...]
    """The variables that threads share, and those that are watched."""
    time: float
    """Simulated seconds since the program began."""
    output: str
    made: tuple[Step, ...] = ()
    """What the last choice brought about, the blocking of threads included."""
    execution: Execution | None = None
    """The whole execution, once it is over."""


@dataclass(frozen=True, slots=True)
class Submission:
    """What the judge is given: the code cells of one notebook, and the exercises to judge in it."""

    assignment: str
    """The name of the lesson's folder, such as "event"."""
    notebook: str
    """The notebook's name without its ending, such as "1-one-signal"."""
    cells: tuple[str, ...]
    """The source of each code cell, in the notebook's order."""
    exercises: tuple[str, ...]
    """The exercises to judge, such as "first-signal"."""


@dataclass(frozen=True, slots=True)
class Check:
    """What one check said about one submission."""

    name: str
    """The name of the check's test function."""
    title: str
    """What the check wants, as a sentence; shown to the learner."""
    points: float
    status: Literal["passed", "failed", "review"]
    """"review": the check itself could not decide (our fault, or a limit of the machine), a person must."""
    hidden: bool = False
    reason: str | None = None
    """Why it failed, as sentences for the learner."""
    schedule: str | None = None
    """The schedule that shows the failure, as a token for ``%%replay``."""
    coverage: tuple[str, ...] = ()
    """What each exploration of the check covered."""
    program: Program | None = None
    """The program that the schedule belongs to; ``None`` for a hidden check, whose driver stays hidden."""
    execution: Execution | None = None
    """The execution that shows the failure."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """All checks of one exercise, for one submission."""

    exercise: str
    checks: tuple[Check, ...]
    problems: tuple[str, ...] = ()
    """Sentences about the learner's cells, such as a syntax error and its place."""

    @property
    def score(self) -> float:
        """The points of the checks that passed."""
        return sum(check.points for check in self.checks if check.status == "passed")

    @property
    def points(self) -> float:
        """The points that can be had."""
        return sum(check.points for check in self.checks)

    @property
    def needs_review(self) -> bool:
        """Whether a person must look at it."""
        return any(check.status == "review" for check in self.checks)


Record = TypeVar("Record")


def to_json(record: object) -> bytes:
    """The record as JSON; the same record gives the same bytes."""
    return msgspec.json.encode(record)


def from_json(data: bytes | str, kind: type[Record]) -> Record:
    """Read a record of ``kind`` back; raise :class:`BadRecord` where ``data`` is anything else."""
    try:
        return msgspec.json.decode(data, type=kind)
    except (msgspec.DecodeError, msgspec.ValidationError, UnicodeDecodeError, RecursionError) as error:
        raise BadRecord(f"not a {kind.__name__}: {error}") from error
