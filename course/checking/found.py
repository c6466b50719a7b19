"""What a check says about an exploration, and how it fails.

The author of a check writes what must hold; each method here is one of the course's kinds of demand: every schedule
comes to its end (``completes``), holds an invariant (``always``), leaves what must be possible possible
(``possible``), and nobody asks again and again (``never_polls``).  A demand that is not met raises
:class:`CheckFailed` with the reason, in a learner's words, and the simplest execution that shows it.  A violation is a
violation, however much was explored; but nothing is *granted* by an exploration that is incomplete: that raises
:class:`Undecided`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any

from course.checking.cells import Assembled
from course.checking.places import Places, told
from course.explain import explained, wording
from course.explain.findings import WRONG
from course.model import Execution, Exploration, Finding, Outcome, Program, Search
from course.simulation.steps import STEPS

__all__ = ["READY_MADE", "CheckFailed", "Found", "Seen", "Undecided", "sentence"]

_TOLD_OTHERWISE = {"_PySimpleQueue": "SimpleQueue"}
READY_MADE = frozenset(
    _TOLD_OTHERWISE.get(name, name) for classes in STEPS.values() for name in classes if name != "Condition"
) | {"futures"}
"""Every class of the library with which a thread can wait for others, but those that the others are built from:
``Condition`` and the locks.  "futures" are the functions beside the class ``Future``."""

TEXT_LIMIT = 400
"""So many characters of a value are shown in a reason."""
SHOWN = 3
"""So many results are listed where the wanted one is missing."""

_MISSHAPEN = (TypeError, LookupError, ValueError)
"""What a predicate raises when a result has not the form that it looks for."""


class CheckFailed(Exception):
    """The learner's program does not do what a check wants."""

    def __init__(
        self,
        reason: str,
        execution: Execution | None = None,
        program: Program | None = None,
        places: Places | None = None,
    ) -> None:
        super().__init__(reason)
        self.reason = reason
        self.execution = execution
        """The execution that shows it, if one does."""
        self.program = program
        """The program that was executed, if it is known."""
        self.places = places
        """Where the lines of the program come from; ``None``: the learner's cells, and the drivers of the check."""


class Undecided(Exception):
    """Nobody can say whether the program does what a check wants; a person must look."""

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


class Seen:
    """An outcome (:class:`~course.model.Outcome`) as a check sees it: its execution is recorded when it is asked for.

    Most outcomes are as they should be, and then nobody asks.
    """

    def __init__(self, outcome: Outcome, record: Callable[[Execution], Execution] | None = None) -> None:
        self._outcome = outcome
        self._record = record
        self.ending = outcome.ending
        self.result = outcome.result
        self.output = outcome.output
        self.error = outcome.error
        self.count = outcome.count
        self.polling = outcome.polling

    @property
    def execution(self) -> Execution:
        """The simplest execution with this outcome, step by step; raises :class:`Undecided` if it comes not again."""
        execution = self._outcome.execution
        return execution if self._record is None else self._record(execution)


Predicate = Callable[[Seen], object]


class Found:
    """What came of running a driver under many schedules.

    The methods return the object itself, so that demands can be chained:
    ``explore("run", items=3).completes().never_polls()``.
    """

    def __init__(
        self,
        exploration: Exploration,
        search: Search | None = None,
        places: Places | None = None,
        program: Program | None = None,
        *,
        wider: Callable[[], Exploration | None] | None = None,
        record: Callable[[Execution], Execution] | None = None,
    ) -> None:
        self._exploration = exploration
        self.outcomes = tuple(Seen(outcome, record) for outcome in exploration.outcomes)
        """What came of it, the simplest first."""
        self._wider = wider
        self._record = record
        self.program = program
        self._search = search or Search()
        self._places = places or Places(Assembled(""))

    @property
    def coverage(self) -> str:
        """How much was run; see :class:`~course.model.Exploration`."""
        return self._exploration.coverage

    @property
    def decided(self) -> bool:
        """Whether all was run that the search asked for: every schedule within its bound, or all of its samples."""
        found = self._exploration
        return found.complete or (self._search.strategy != "exhaustive" and not found.coverage.startswith("incomplete"))

    def require_decided(self) -> None:
        """Raise :class:`Undecided` unless all was run that the search asked for."""
        if not self.decided:
            raise Undecided(f"What was run is not enough to say that it is right: {self._exploration.coverage}.")

    # --- the demands ------------------------------------------------------------------

    def completes(self) -> Found:
        """Every schedule comes to its end: no deadlock, no loop without an end, no error that nobody caught."""
        for outcome in self.outcomes:
            if outcome.ending != "completed":
                wanted = (
                    "No thread may end by an error, but here one does."
                    if outcome.ending == "error"
                    else "The program must come to its end in every schedule, but here it does not."
                )
                raise self._failed(wanted, outcome)
        return self

    def always(self, predicate: Predicate, because: str, *, finding: str | None = None) -> Found:
        """``predicate`` holds for each outcome; ``because`` says what is wrong, and may show ``{outcome.result}``.

        ``finding`` is the kind of wrong that it is: "wrong order", "item lost" or "item doubled".  A result
        that the predicate cannot read (it raises TypeError, LookupError or ValueError) is a wrong result.
        """
        if finding is not None and finding not in WRONG:
            raise ValueError(
                f"finding={finding!r} is none that a check can know; take one of: {', '.join(sorted(WRONG))}"
            )
        for outcome in self.outcomes:
            if not _holds(predicate, outcome):
                raise self._failed(
                    _said(because, outcome) if outcome.ending == "completed" else "", outcome, finding or ""
                )
        return self

    # --- to compare a prediction with -------------------------------------------------

    def outputs(self) -> set[str]:
        """What is printed in the schedules that come to their end, without blanks around it.

        Raises :class:`Undecided` if not all was run: then nobody knows what else there is.
        """
        self.require_decided()
        return {outcome.output.strip() for outcome in self.outcomes if outcome.ending == "completed"}

    def endings(self) -> set[str]:
        """How the schedules end: "completed", "deadlock", "endless", "error"; raises as :meth:`outputs`."""
        self.require_decided()
        return {outcome.ending for outcome in self.outcomes}

    def predicted(self, outputs: Iterable[object]) -> Found:
        """A learner's prediction of :meth:`outputs`, as texts or numbers, is right; the reason does not tell what is.

        Of one that is several lines, a text with line breaks and a tuple or list of the lines are the same.
        """
        predicted, happens = {_line(output) for output in outputs}, {_line(output) for output in self.outputs()}
        parts = []
        if never := len(predicted - happens):
            parts.append(f"{_counted(never, len(predicted))} you predict can never be printed.")
        if happens - predicted:
            parts.append(
                "Something that can be printed is missing." if predicted else "You predict that nothing can be printed."
            )
        if parts:
            raise CheckFailed(" ".join(parts))
        return self

    def possible(self, predicate: Predicate | None = None, because: str | None = None, **wanted: Any) -> Found:
        """Some schedule that comes to its end has an outcome with ``predicate``, or with ``result=…``.

        What no schedule within a bound shows, one beyond it may: before it is denied, schedules without a bound are
        run, and if these are not all, the reason says so.
        """
        if (predicate is None) != (list(wanted) == ["result"]):
            raise TypeError("possible() takes either a predicate or result=…")
        if predicate is None:
            result = json.loads(json.dumps(wanted["result"]))  # an outcome holds what JSON makes of a result
            because = because or f"no schedule gives the result {_shown(result)}, although a right program can"

            def predicate(outcome: Seen) -> bool:
                return bool(outcome.result == result)

        completed = [outcome for outcome in self.outcomes if outcome.ending == "completed"]
        if any(_holds(predicate, outcome) for outcome in completed):
            return self
        if not completed and self.outcomes:
            raise self._failed("", self.outcomes[0])
        self.require_decided()
        more = None if self._wider is None else self._wider()
        beyond = [outcome for outcome in more.outcomes if outcome.ending == "completed"] if more else []
        if any(_holds(predicate, Seen(outcome, self._record)) for outcome in beyond):
            return self
        results = dict.fromkeys(_shown(outcome.result) for outcome in completed)
        listed = [*list(results)[:SHOWN], *(["…"] if len(results) > SHOWN else [])]
        what = sentence(because or "what a right program can do is possible in no schedule")
        if self._wider is not None and (more is None or not more.complete):
            what += f" (That is so in {self._exploration.coverage}.)"
        raise CheckFailed(told(f"{what} The results that are possible:", listed) if listed else what)

    def never_polls(self) -> Found:
        """Nobody turns a loop, or sleeps in one, to wait for others."""
        for outcome in self._exploration.outcomes:  # in what was not recorded nobody polls
            for execution in (outcome.execution, outcome.polling):
                polling = None if execution is None else self._places.polling(execution)
                if polling is not None:
                    raise CheckFailed(polling, execution, self.program, self._places)
        return self

    def never_uses(self, classes: Iterable[str], because: str) -> Found:
        """No step is an operation of one of these ``classes``, such as :data:`READY_MADE`.

        ``because`` may show the ``{operation}``.

        For exercises that build again what the library has.  What is looked at are the examples of the outcomes.
        """
        borrowed = frozenset(classes)
        for outcome in self.outcomes:
            for step in outcome.execution.steps:
                if step.operation.partition(".")[0] in borrowed:
                    raise CheckFailed(sentence(because.format(operation=f"`{step.operation}`")))
        return self

    def same_results(self, model: Found, name: str) -> Found:
        """The results are those that come of ``model``, which is called ``name``: all of them, and no others.

        Raises :class:`Undecided` if not all of the model's schedules were run.
        """
        model.require_decided()
        results = [outcome.result for outcome in model.outcomes]
        self.always(
            lambda outcome: outcome.result in results,
            f"this never happens with {name}, only with yours: {{outcome.result}}",
        )
        for result in results:
            wanted = "something" if self._places.hidden else _shown(result)
            self.possible(because=f"{wanted} is possible with {name}, and is not possible with yours", result=result)
        return self

    # --- reasons ----------------------------------------------------------------------

    def _failed(self, wrong: str, outcome: Seen, finding: str = "") -> CheckFailed:
        execution = outcome.execution
        if outcome.ending == "completed":
            execution = explained(execution, self.program, Finding(finding, wrong))
            return CheckFailed(wrong, execution, self.program, self._places)
        nothing = self._not_written(execution)
        if nothing is not None:
            return CheckFailed(nothing)
        parts = [wrong, self._places.ending(execution), *self._hints(execution)]
        return CheckFailed("\n".join(part for part in parts if part), execution, self.program, self._places)

    def _not_written(self, execution: Execution) -> str | None:
        """What to say where an exercise is still as it was given out: then there is no execution worth a look."""
        for failure in execution.failures:
            if failure.kind == "NotImplementedError":
                where = self._places.quotes([(failure.module, failure.line)])
                return told("There is no answer here yet: the program came to a NotImplementedError.", where)
        return None

    def _hints(self, execution: Execution) -> list[str]:
        """Why a name is missing, where the cells tell."""
        hints: dict[str, None] = {}
        solution = self._places.solution
        for failure in execution.failures:
            if failure.kind in ("NameError", "ImportError", "AttributeError"):
                for name, why in (*solution.broken.items(), *solution.left_out.items()):
                    if f"'{name}'" in failure.message:
                        hints[why] = None
        return list(hints)


def _holds(predicate: Predicate, outcome: Seen) -> bool:
    try:
        return bool(predicate(outcome))
    except _MISSHAPEN:
        return False


def _said(because: str, outcome: Seen) -> str:
    """``because`` with the values of ``outcome`` in it."""
    try:
        return sentence(because.format(outcome=_Shown(outcome)))
    except (*_MISSHAPEN, AttributeError):
        return f"The result is {_shown(outcome.result)}, which has not the form that is expected."


def sentence(text: str) -> str:
    """``text`` with a capital letter at the beginning, unless that is a name in the code, and a full stop."""
    if re.match(r"[a-z]+([\s,:]|$)", text):
        text = text[0].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else f"{text}."


def _line(output: object) -> str:
    """What is printed, in one form: the lines without blanks around them."""
    lines = map(str, output) if isinstance(output, (tuple, list)) else str(output).strip().splitlines()
    return "\n".join(line.strip() for line in lines)


def _counted(some: int, of: int) -> str:
    if of == 1:
        return "What"
    return "One of the outcomes that" if some == 1 else f"{some} of the outcomes that"


def _shown(value: object) -> str:
    return wording.value(value, TEXT_LIMIT)


class _Shown:
    """A value as a reason shows it: short, printable, and with the same parts."""

    def __init__(self, value: Any) -> None:
        self._value = value

    def __getattr__(self, name: str) -> _Shown:
        return _Shown(getattr(self._value, name))

    def __getitem__(self, key: Any) -> _Shown:
        return _Shown(self._value[key])

    def __format__(self, form: str) -> str:
        return format(self._value, form) if form else _shown(self._value)

    def __str__(self) -> str:
        return _shown(self._value)

    def __repr__(self) -> str:
        return wording.quiet(repr(self._value), TEXT_LIMIT)
