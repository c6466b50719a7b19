"""The words for what threads do and wait for: one vocabulary for sentences, tables and findings.

Records name an operation as the standard library does ("Event.wait").  Here it becomes a plain
verb with the learner's own name for the object ("waits for ready"), the same everywhere, so that
a word met in a table is the word met in a sentence.  ``VOCABULARY`` is the whole of it; an
operation that it does not know is shown as the call that it is (``items.append()``), never hidden.

The other half is what a blocked thread lacks: "waits for the Event 'ready'", and "nobody is left
who could set it".

Records may come from a confined process that nobody trusts.  Nothing here relies on a thread's number
being in range, on a name being short, or on a text being printable.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass

from course.model import Execution, Step, Wait

__all__ = [
    "JOINS",
    "VOCABULARY",
    "Words",
    "blocks",
    "does",
    "lacks",
    "listed",
    "named",
    "names",
    "number",
    "place",
    "plural",
    "quiet",
    "seconds",
    "still",
    "value",
]

NAME_LIMIT = 40
VALUE_LIMIT = 60

JOINS = ("join", "Thread.join", "Timer.join")
"""The operations that wait for a thread to end."""
BLOCKED = "waits"
"""The result that a record gives to the step by which a thread became blocked."""


@dataclass(frozen=True, slots=True)
class Words:
    """How to speak of one operation.  ``{it}`` stands for the object's name in the source."""

    does: str
    """What the thread does, in a table: "sets {it}"."""
    waits: str | None = None
    """What a blocked thread does, in a sentence: "waits for the Event {it}"; ``None`` if it cannot block."""
    lacks: str | None = None
    """What another thread would have to do: "set it"; ``None`` where that is said better in another way."""


def _lock(kind: str, what: str = "release it") -> dict[str, Words]:
    return {
        f"{kind}.acquire": Words("acquires {it}", f"waits for the {kind} {{it}}", what),
        f"{kind}.release": Words("releases {it}"),
        f"{kind}.locked": Words("looks whether {it} is held"),
    }


def _queue(kind: str) -> dict[str, Words]:
    return {
        f"{kind}.put": Words("puts into {it}", f"waits for a free place in the {kind} {{it}}", "take an item out"),
        f"{kind}.get": Words("gets from {it}", f"waits for an item in the {kind} {{it}}", "put one in"),
        f"{kind}.put_nowait": Words("puts into {it} without waiting"),
        f"{kind}.get_nowait": Words("gets from {it} without waiting"),
        f"{kind}.task_done": Words("marks an item of {it} as done"),
        f"{kind}.join": Words(
            "waits until all items of {it} are done",
            f"waits until every item of the {kind} {{it}} is marked as done",
            "call task_done()",
        ),
        f"{kind}.qsize": Words("asks for the size of {it}"),
        f"{kind}.empty": Words("looks whether {it} is empty"),
        f"{kind}.full": Words("looks whether {it} is full"),
        f"{kind}.shutdown": Words("shuts {it} down"),
    }


def _join(operation: str) -> dict[str, Words]:
    return {operation: Words("waits for {it} to end", "waits for thread {it} to end")}


def _start(operation: str) -> dict[str, Words]:
    return {operation: Words("starts {it}")}


VOCABULARY: dict[str, Words] = {
    **_start("start"),
    **_start("Thread.start"),
    **_start("Timer.start"),
    **_join("join"),
    **_join("Thread.join"),
    **_join("Timer.join"),
    "Thread.is_alive": Words("looks whether {it} is alive"),
    "Timer.cancel": Words("cancels {it}"),
    "sleep": Words("sleeps", "sleeps"),
    "print": Words("prints"),
    "read": Words("reads {it}"),
    "write": Words("writes {it}"),
    "spin": Words("turns the loop again", "turns the loop, and nothing has changed"),
    "poll": Words("turns the loop, to ask again"),
    "loop": Words("turns the loop", "turns the loop"),
    "raise": Words("raises {it}"),
    "yield": Words("lets another thread go first", "lets another thread go first"),
    "Event.set": Words("sets {it}"),
    "Event.clear": Words("clears {it}"),
    "Event.is_set": Words("looks whether {it} is set"),
    "Event.wait": Words("waits for {it}", "waits for the Event {it}", "set it"),
    **_lock("Lock"),
    **_lock("RLock"),
    **_lock("Condition"),
    **_lock("Semaphore"),
    **_lock("BoundedSemaphore"),
    "Condition.wait": Words("waits on {it}", "waits on the Condition {it}", "notify it"),
    "Condition.wait_for": Words("waits on {it}", "waits on the Condition {it}", "notify it"),
    "Condition.notify": Words("notifies {it}"),
    "Condition.notify_all": Words("notifies all on {it}"),
    "Barrier.wait": Words("waits at {it}", "waits at the Barrier {it}", "join it there"),
    "Barrier.reset": Words("resets {it}"),
    "Barrier.abort": Words("aborts {it}"),
    **_queue("Queue"),
    **_queue("LifoQueue"),
    **_queue("PriorityQueue"),
    **_queue("SimpleQueue"),
    "Future.result": Words("waits for the result of {it}", "waits for the result of the Future {it}", "give it one"),
    "Future.exception": Words("waits for the end of {it}", "waits for the end of the Future {it}", "end it"),
    "Future.set_result": Words("gives {it} its result"),
    "Future.cancel": Words("cancels {it}"),
}


def blocks(step: Step) -> bool:
    """Whether the step is the beginning of a wait: the thread is blocked from here on."""
    return step.result == BLOCKED and step.operation not in ("read", "write", "print")


def does(step: Step) -> str:
    """What the thread did, for a table: "sets ready", "reads n → 3", "writes n = 4", "has waited for ready"."""
    if blocks(step):
        return _waits(step.operation, step.object)
    it = quiet(step.object, NAME_LIMIT) if step.object else _nameless(step.operation)
    words = VOCABULARY.get(step.operation)
    if words is None:
        text = _call(step.operation, step.object)
    else:
        text = words.does.replace("{it}", it)
    if step.operation in JOINS and step.waited is None and step.result is None:
        text = f"finds that {it} has ended"
    if step.waited is not None:
        text = "wakes up" if text == "sleeps" else re.sub(r"^waits\b", "has waited", text)
    if step.result is None:
        return text
    value = quiet(step.result, VALUE_LIMIT)
    if step.operation == "write":
        return f"{text} = {value}"
    if step.operation == "print":
        return f"{text} {value}"
    return f"{text} → {value}"


def lacks(wait: Wait) -> tuple[str, str | None]:
    """What a blocked thread waits for, and what another one would have to do: "set it", ``None`` if that is clear."""
    words = VOCABULARY.get(wait.operation)
    if words is None or words.waits is None:
        return f"waits in {_call(wait.operation, wait.object)}", None
    if wait.object is None:
        return words.waits.replace("{it}", "without a name"), words.lacks
    if _numbered(wait.object):  # "Event 1" says already that it is an Event
        return _bare(words.waits).replace("{it}", quiet(wait.object, NAME_LIMIT)), words.lacks
    return words.waits.replace("{it}", named(wait.object)), words.lacks


def still(wait: Wait) -> str:
    """What a blocked thread still does when all is over, for a table: "still waits for ready"."""
    return f"still {_waits(wait.operation, wait.object)}"


def _waits(operation: str, subject: str | None) -> str:
    """What a blocked thread does, for a table: "waits for ready", "waits for an item in q"."""
    words = VOCABULARY.get(operation)
    if words is None or words.waits is None:
        return f"waits in {_call(operation, subject)}"
    it = quiet(subject, NAME_LIMIT) if subject else _nameless(operation)
    return _bare(words.waits).replace("{it}", it)


def _bare(words: str) -> str:
    """Without the kind of the object: "waits for the Event {it}" becomes "waits for {it}"."""
    return re.sub(r"(the \w+|thread) \{it\}", "{it}", words)


def _call(operation: str, subject: str | None) -> str:
    kind, dot, method = quiet(operation, NAME_LIMIT).rpartition(".")
    name = quiet(subject, NAME_LIMIT) if subject else kind
    if dot:
        return f"{name}.{method}()"
    return f"{method} {name}" if name else method


def _nameless(operation: str) -> str:
    kind, dot, _ = operation.rpartition(".")
    return f"the {quiet(kind, NAME_LIMIT)}" if dot else "a value"


# --- names, places, numbers -----------------------------------------------------------


def names(execution: Execution) -> dict[int, str]:
    """A short name for each thread that occurs in the records, no two alike."""
    seen = set(range(len(execution.threads)))
    seen.update(step.thread for step in execution.steps)
    seen.update(wait.thread for wait in execution.waiting)
    seen.update(failure.thread for failure in execution.failures)
    seen.update(access.thread for race in execution.races for access in (race.first, race.second))
    known = {index: _thread_name(execution, index) for index in sorted(seen)}
    shared = {name for name, times in Counter(known.values()).items() if times > 1}
    return {index: f"{name} (thread {index})" if name in shared else name for index, name in known.items()}


def _thread_name(execution: Execution, index: int) -> str:
    if 0 <= index < len(execution.threads):
        name = quiet(execution.threads[index], NAME_LIMIT)
        if name:
            return name
    return f"thread {index}"


def named(name: str) -> str:
    """A name inside a sentence: in quotes, but for a kind and number such as "Event 2"."""
    text = quiet(name, NAME_LIMIT)
    return text if _numbered(name) else f"'{text}'"


def _numbered(name: str) -> bool:
    """Whether it is a kind and a number, as objects are called that have no name in the source."""
    return re.fullmatch(r"[^\W\d]\w* \d+", name) is not None


def place(module: str, line: int) -> str:
    """Where in the source: "line 4", with the module unless it is the program's first; "" if in no line of it."""
    if line < 1:
        return ""
    return f"line {line}" if module == "main" else f"{quiet(module, NAME_LIMIT)}, line {line}"


def quiet(text: str, limit: int) -> str:
    """One line of at most ``limit`` printable characters; what is cut off leaves an ellipsis."""
    shown = text[: limit + 1]
    if not shown.isprintable():
        shown = "".join(char if char.isprintable() else _escaped(char) for char in shown)
    return shown if len(shown) <= limit else shown[: limit - 1].rstrip() + "…"


def _escaped(char: str) -> str:
    if char in "\n\r\t":
        return {"\n": "⏎", "\r": "", "\t": " "}[char]
    # a direction mark or an escape sequence could make a line read as another one
    return "" if unicodedata.category(char) in ("Cf", "Cs") else f"\\x{ord(char):02x}"


def seconds(time: float) -> str:
    """Simulated time, as short as it can be said exactly enough: "2 s", "0.25 s"."""
    return f"{time:.6f}".rstrip("0").rstrip(".") + " s"


def number(count: int) -> str:
    """A count with its thousands apart: "20,000"."""
    return f"{count:,}"


def plural(count: int, noun: str) -> str:
    """A count and its noun: "1 schedule", "12 schedules"."""
    return f"{number(count)} {noun}" if count == 1 else f"{number(count)} {noun}s"


def value(data: object, limit: int) -> str:
    """A result, for a sentence: "sold: loaf 1, loaf 2; problems: nothing", not a dictionary of lists.

    Inside a list, another one stands in parentheses.  A list of numbers, or with None in it, stays as
    Python writes it.
    """
    return quiet(_value(data), limit)


def _value(data: object) -> str:
    if isinstance(data, dict):
        return "; ".join(f"{key}: {_value(each)}" for key, each in data.items()) or "nothing"
    if data == []:
        return "nothing"
    numbers = isinstance(data, list) and all(isinstance(each, (int, float)) for each in data)
    if isinstance(data, list) and not numbers and None not in data:
        return ", ".join(f"({_value(each)})" if isinstance(each, (list, dict)) else _value(each) for each in data)
    if isinstance(data, float) and data.is_integer():
        return repr(int(data))
    return data if isinstance(data, str) else repr(data)


def listed(items: list[str]) -> str:
    """Words in a row: "a", "a and b", "a, b and c"."""
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"
