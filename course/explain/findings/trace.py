"""An execution as the finders read it: who did what to which thing, and where each thread came to its end.

The record is a flat list of steps.  Here are the few questions that every finder asks of it, and the one place where a
:class:`~course.model.Finding` is put together, so that all of them name lines, steps and what came before alike.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from course.explain import wording
from course.explain.findings.sections import SECTIONS
from course.explain.findings.source import Source
from course.model import Execution, Finding, Program, Step, Wait

__all__ = ["Thing", "Trace", "method"]

Thing = tuple[int | None, str | None]
"""What tells one object, or one piece of data, from the others."""

STEPS_BEFORE = 3
"""So many steps are told as what happened just before."""
DATA = ("read", "write")


class Trace:
    """One execution, with the source of its program where that is at hand."""

    def __init__(self, execution: Execution, program: Program | None = None, wrong: Finding | None = None) -> None:
        self.execution = execution
        self.steps = execution.steps
        self.wrong = wrong
        self.source = Source(program)
        self.name = wording.names(execution)

    @property
    def bad(self) -> bool:
        """Whether something went wrong for certain, so that a cause is due."""
        return self.execution.ending != "completed" or self.wrong is not None

    # --- steps ------------------------------------------------------------------------

    def thing(self, index: int) -> Thing:
        """The object of a step, or the data."""
        step = self.steps[index]
        if step.operation in DATA or step.identity is None:
            return step.identity, step.object
        return step.identity, None

    @cached_property
    def _by_thread(self) -> dict[int, list[int]]:
        found: dict[int, list[int]] = {}
        for index, step in enumerate(self.steps):
            found.setdefault(step.thread, []).append(index)
        return found

    def of(self, thread: int, first: int = 0, end: int | None = None) -> list[int]:
        """The steps of ``thread`` from ``first`` until before ``end``."""
        mine = self._by_thread.get(thread, [])
        return mine[bisect_left(mine, first) : len(mine) if end is None else bisect_left(mine, end)]

    def on(self, thing: Thing, *methods: str) -> Iterator[int]:
        """The steps that did one of ``methods`` to ``thing``, and not those by which a thread only began to wait."""
        for index, step in enumerate(self.steps):
            if method(step) in methods and not wording.blocks(step) and self.thing(index) == thing:
                yield index

    def on_begun(self, thing: Thing, *methods: str) -> Iterator[int]:
        """The steps by which a thread began to wait in one of ``methods`` of ``thing``."""
        for index, step in enumerate(self.steps):
            if method(step) in methods and wording.blocks(step) and self.thing(index) == thing:
                yield index

    def blocked(self, wait: Wait) -> int | None:
        """The step by which the thread of ``wait`` was blocked for ever."""
        mine = self._by_thread.get(wait.thread)
        return mine[-1] if mine and wording.blocks(self.steps[mine[-1]]) else None

    @cached_property
    def stuck(self) -> tuple[tuple[Wait, int], ...]:
        """Those that wait for ever, with the step by which that began."""
        pairs = ((wait, self.blocked(wait)) for wait in self.execution.waiting)
        return tuple((wait, index) for wait, index in pairs if index is not None)

    def is_over(self, thread: int) -> bool:
        """Whether ``thread`` has come to its end for certain, and was not cut off in what it did.

        In a deadlock everybody is over who is not blocked.  Elsewhere a daemon may just not have gone on: there only
        who was joined is over.
        """
        mine = self._by_thread.get(thread)
        if self.execution.ending == "deadlock":
            waits = {wait.thread for wait in self.execution.waiting}
            return thread not in waits and not (mine and wording.blocks(self.steps[mine[-1]]))
        return thread in self._joined

    @cached_property
    def _joined(self) -> frozenset[int]:
        names = {name: index for index, name in enumerate(self.execution.threads)}
        joins = (step for step in self.steps if method(step) == "join" and step.operation != "Queue.join")
        ended = [step.object for step in joins if step.result is None]
        return frozenset(names[name] for name in ended if name in names and self._is_only(name))

    def _is_only(self, name: str) -> bool:
        return self.execution.threads.count(name) == 1

    # --- words ------------------------------------------------------------------------

    def who(self, index: int) -> str:
        """The name of the thread of a step."""
        return self.name[self.steps[index].thread]

    def at(self, index: int) -> str:
        """The place of a step in parentheses, with a space before it; empty if it is in no line."""
        where = wording.place(self.steps[index].module, self.steps[index].line)
        return f" ({where})" if where else ""

    def it(self, index: int) -> str:
        """The object of a step, in a sentence."""
        return wording.named(self.steps[index].object or "it")

    def before(self, shown: Sequence[int]) -> str:
        """The last steps before the last of ``shown``, by the same threads or on the same things, as a sentence."""
        who, what = {self.steps[index].thread for index in shown}, {self.thing(index) for index in shown}
        told: list[str] = []
        for earlier in range(shown[-1] - 1 if shown else -1, -1, -1):
            step = self.steps[earlier]
            part = step.thread in who or self.thing(earlier) in what
            if part and earlier not in shown and not _is_quiet(step):
                text = f"{self.who(earlier)} {wording.does(step)}{self.at(earlier)}"
                if text not in told:  # a loop does the same again and again
                    told.insert(0, text)
            if len(told) == STEPS_BEFORE:
                break
        return f"Just before: {'; '.join(told)}." if told else ""

    def finding(
        self, kind: str, sentence: str, steps: Iterable[int], lines: tuple[tuple[str, int], ...] | None = None
    ) -> Finding:
        """A finding that ``steps`` show; its lines are theirs unless it says better."""
        shown = tuple(sorted(set(steps)))
        if lines is None:
            places = ((self.steps[index].module, self.steps[index].line) for index in shown)
            lines = tuple(dict.fromkeys(place for place in places if place[1] > 0))
        return Finding(kind, sentence, lines, shown, self.before(shown), SECTIONS.get(kind, ""))


def method(step: Step) -> str:
    """The operation without the kind of the object: "get" of "Queue.get"."""
    return step.operation.rpartition(".")[2]


def _is_quiet(step: Step) -> bool:
    """Whether a step says little about what others do next."""
    return step.operation in ("spin", "poll", "sleep") or method(step) in ("start", "release")
