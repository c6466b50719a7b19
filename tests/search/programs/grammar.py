"""How a program is drawn: a family is a small grammar, and a program a few of its sentences in two or three threads.

A rule's alternatives are texts with ``<name>`` for what another rule says there; several lines are indented as
the place is.  The seed and the family decide everything, so a program is named by its seed.
"""

from __future__ import annotations

import random
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from course import Program

__all__ = ["Family", "draw"]

PLACE = re.compile(r"<([a-z_]+)>")

MAIN = """\
import threading

import solution as s


notes = []


def noting(store):
    def note(value):
        store.append(value)
        return value

    return note


def run():
    bodies = [body for body in (getattr(s, f"body{number}", None) for number in range(3)) if body]
    notes.extend([] for _ in bodies)
    for number in range(1, len(bodies)):
        arguments = (number, noting(notes[number]))
        thread = threading.Thread(target=bodies[number], args=arguments, name=str(number), daemon=s.DAEMON)
        s.threads.append(thread)
    for thread in s.threads:
        thread.start()
    if bodies:
        bodies[0](0, noting(notes[0]))
    if s.DAEMON:
        return notes[0]
    for thread in s.threads:
        thread.join()
    return [s.final(), notes]
"""
"""The main thread runs ``body0``, and a thread each of the others.

What a thread notes is its own: nobody else looks at it before the thread has been joined.
"""


@dataclass(frozen=True)
class Family:
    """Programs that aim at one region where a search can go wrong."""

    name: str
    setup: str
    """The beginning of the module."""
    roles: Sequence[str]
    """The rules that threads begin with; the threads of a program have different ones if there are several."""
    rules: Mapping[str, Sequence[str]]
    final: str
    """An expression: the shared data, when all is over."""
    topics: Sequence[str] = ()
    """Words, of which a program has one or two: a thread's statements are drawn from those that have one of them,
    so that its threads meet."""
    names: str = ""
    """The global variables that bodies assign to."""
    sizes: Sequence[int] = (2, 5, 3)
    """The weights of one, two and three statements in each of two threads."""
    three: float = 0.12
    """How often there are three threads, of one statement each."""
    daemons: float = 0.0
    """How often the threads are daemons."""
    imports: Sequence[str] = field(default=("import threading",))


def draw(family: Family, seed: int) -> Program:
    """The program number ``seed`` of ``family``."""
    lot = random.Random(f"{family.name} {seed}")
    count = 3 if lot.random() < family.three else 2
    daemon = lot.random() < family.daemons
    head = [*family.imports, "", "threads = []", f"DAEMON = {daemon}", _say(family.setup.strip("\n"), family, lot)]
    parts = ["\n".join(head) + "\n"]
    topics = lot.sample(family.topics, lot.choice((1, 1, 2))) if family.topics else []
    first = lot.randrange(len(family.roles))
    for number in range(count):
        role = family.roles[(first + number) % len(family.roles)]
        size = 1 if count == 3 else lot.choices((1, 2, 3), family.sizes)[0]
        statements = []
        for _ in range(size):
            rule = role if lot.random() < 0.75 else lot.choice(family.roles)
            on_topic = [said for said in family.rules[rule] if _is_about(said, topics)]
            statements.append(_say(lot.choice(on_topic or family.rules[rule]), family, lot))
        lines = [f"global {family.names}"] if family.names else []
        text = "\n".join([*lines, *statements])
        parts.append(f"def body{number}(me, note):\n{_indented(text, '    ')}\n")
    parts.append(f"def final():\n    return {family.final}\n")
    return Program({"main": MAIN, "solution": "\n\n".join(parts)}, "main:run")


def _is_about(said: str, topics: Sequence[str]) -> bool:
    return not topics or any(re.search(rf"\b(?:{topic})\b" if topic[0].isalpha() else topic, said) for topic in topics)


def _say(text: str, family: Family, lot: random.Random) -> str:
    """``text``, with every place filled."""
    while (place := PLACE.search(text)) is not None:
        said = lot.choice(family.rules[place[1]])
        start = text.rfind("\n", 0, place.start()) + 1
        indent = text[start : place.start()]
        if not indent.strip():
            said = _indented(said, indent).removeprefix(indent)
        text = text[: place.start()] + said + text[place.end() :]
    return text


def _indented(text: str, indent: str) -> str:
    return "\n".join(indent + line if line else line for line in text.split("\n"))
