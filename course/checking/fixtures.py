"""What a check can ask: the fixtures ``explore``, ``given`` and ``answer``, without pytest around them.

``explore`` runs a driver with the learner's module, ``given`` a program that the exercise hands out, and ``answer``
reads a value that the learner's cells set.  All three turn what goes wrong into one of two exceptions: CheckFailed
where it is the learner's, Undecided where it is the machine's.  What an *author* gets wrong (a driver or program that
is not there, a goal that is none) is left to be a plain exception, of which a person hears.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, TypeVar

from course.checking.answers import (
    ADDRESS,
    MISSING,
    UNREADABLE,
    NoAnswer,
    Stated,
    asking,
    computed,
    literal,
    shown,
    stated,
    typed,
)
from course.checking.cells import Assembled, assemble
from course.checking.drivers import SOLUTION
from course.checking.explorer import Explorer, ExplorerDied, ExplorerFailed, Progress
from course.checking.found import CheckFailed, Found, Undecided
from course.checking.places import Places, told
from course.explain.findings import POLLING
from course.explain.goals import Goal
from course.explain.wording import plural, quiet
from course.model import BadRecord, Execution, Exploration, Outcome, Program, Schedule, Search, from_json, to_json

__all__ = ["Answer", "CheckFile", "Explore", "Given", "Judged"]

WIDER = 2_000
"""So many schedules are run without a bound to look for what is possible, but in no schedule within the bound."""

PRINTED = 120
"""So many characters of what was printed are quoted."""
REFUSED = 300
"""So many characters of why a token is none, which quotes it."""

Record = TypeVar("Record", Exploration, Execution)


@dataclass(frozen=True, slots=True)
class CheckFile:
    """A file of checks, with what lies beside it."""

    path: Path
    hidden: bool
    scenarios: str
    """The text of ``scenarios.py``."""
    drivers: Mapping[str, frozenset[str]]
    """The drivers in it, and the names that each uses of the learner's module."""
    programs: Mapping[str, str] = field(default_factory=dict)
    """The texts of the programs that the lesson hands out, by name."""
    public: CheckFile | None = None
    """Of hidden checks: the public ones, whose drivers they may use too."""

    @property
    def name(self) -> str:
        """How it is called in messages: "test_event.py", "hidden/test_event.py"."""
        return f"hidden/{self.path.name}" if self.hidden else self.path.name

    def having(self, driver: str) -> CheckFile:
        """The file beside which ``driver`` lies, this one or the public one; raises LookupError if there is none."""
        if driver in self.drivers:
            return self
        if self.public is not None and driver in self.public.drivers:
            return self.public
        there = ", ".join(sorted({*self.drivers, *(self.public.drivers if self.public else ())})) or "none"
        raise LookupError(f"scenarios.py has no driver {driver!r} (it has: {there})")


@dataclass(eq=False)
class Judged:
    """What is judged, and by whom: the cells, the module that is made of them, and an explorer with a memory.

    Several checks of a lesson look at the same exploration, so each is made once.
    """

    cells: Sequence[str]
    solution: Assembled
    explorer: Explorer
    progress: Progress | None = None
    _known: dict[tuple[Any, ...], Exploration | Execution | ExplorerDied] = field(default_factory=dict)

    def explored(self, program: Program, search: Search, places: Places, brief: bool = True) -> Exploration:
        """Explore ``program``; raises CheckFailed if it met a limit, Undecided if the explorer could not work."""
        explorer, progress = self.explorer, self.progress
        return self._once(
            (program, search, brief), places, lambda: explorer.explore(program, search, progress, brief=brief)
        )

    def replayed(self, program: Program, schedule: Schedule, places: Places) -> Execution:
        """Replay ``program``; raises as :meth:`explored`, and BadRecord if the schedule is not one of it."""
        return self._once((program, schedule), places, lambda: self.explorer.replay(program, schedule))

    def recorded(self, program: Program, searches: Sequence[Search], execution: Execution, places: Places) -> Execution:
        """``execution`` of ``program``, which one of ``searches`` found, step by step.

        Raises as :meth:`explored`, and Undecided if something else comes of it now.
        """
        if execution.recorded:
            return execution
        schedule = execution.schedule
        search = next(
            search
            for search in searches
            if any(outcome.execution is execution for outcome in self.explored(program, search, places).outcomes)
        )
        again = self._once((program, search, schedule), places, lambda: self.explorer.replay(program, schedule, search))
        if _came(again) == _came(execution):
            return again
        raise Undecided(
            "The program did something else when it was run again in the same order: it depends on something that "
            "is not in it, or keeps something from one run to the next."
        )

    def found(
        self,
        exploration: Exploration,
        program: Program,
        searches: Sequence[Search],
        places: Places,
        wider: Callable[[], Exploration | None] | None = None,
    ) -> Found:
        """What a check may ask of ``exploration``, the last that was made of ``program`` by one of ``searches``."""
        return Found(
            exploration,
            searches[-1],
            places,
            program,
            wider=wider,
            record=lambda execution: self.recorded(program, searches, execution, places),
        )

    def _once(self, asked: tuple[Any, ...], places: Places, run: Callable[[], Record]) -> Record:
        program, *how = asked
        key = (to_json(program), *how)
        if key not in self._known:
            try:
                self._known[key] = run()
            except ExplorerDied as death:
                self._known[key] = death
            except ExplorerFailed as failure:
                raise Undecided(failure.sentence) from failure
        known = self._known[key]
        if isinstance(known, ExplorerDied):
            raise CheckFailed(told(known.sentence, places.quotes(known.lines))) from known
        return known  # type: ignore[return-value]  # an exploration for a search, an execution for a schedule


class Explore:
    """The fixture ``explore``: runs a driver, with the learner's module, under every schedule."""

    def __init__(self, judged: Judged, file: CheckFile, founds: list[Found]) -> None:
        self._judged = judged
        self._file = file
        self._founds = founds

    def __call__(
        self,
        driver: str,
        /,
        *,
        search: Search | Sequence[Search] | None = None,
        recorded: bool = False,
        **arguments: Any,
    ) -> Found:
        """Run the function ``driver`` of ``scenarios.py`` with ``arguments``, as ``search`` says.

        Of several searches, each with a smaller bound than the one before, the first counts whose budget is enough: a
        right program may have many more schedules than the author's, and then less is looked at, and said to be.  What
        the larger ones saw before they gave up still happened: no demand may be granted against it.

        Where the executions of right answers are looked at too, as :meth:`Found.never_uses` does, it is quicker to have
        all of them ``recorded`` at once.

        A hidden check may use a public driver.  What it shows can be replayed by the learner, who then sees the
        arguments.
        """
        judged = self._judged
        file = self._file.having(driver)
        self._require(file.drivers[driver])
        places = Places(judged.solution, file.hidden)
        modules = {"main": file.scenarios, SOLUTION: judged.solution.text}
        program = _plain(Program(modules, f"main:{driver}", arguments))
        first, *smaller = [search or Search()] if isinstance(search, Search | None) else search
        made, found = [first], judged.explored(program, first, places, brief=not recorded)
        for search in smaller:
            if not found.spent:
                break
            made.append(search)
            found = _with_seen(judged.explored(program, search, places, brief=not recorded), found)
        last = made[-1]

        def wider() -> Exploration | None:
            more = replace(last, preemptions=None, executions=min(last.executions, WIDER))
            made.append(more)
            try:
                return judged.explored(program, more, places)
            except (CheckFailed, Undecided):
                return None  # too much for the explorer: then nothing more is known

        bounded = last.strategy == "exhaustive" and last.preemptions is not None
        self._founds.append(judged.found(found, program, made, places, wider if bounded else None))
        return self._founds[-1]

    def _require(self, names: frozenset[str]) -> None:
        """Fail, with what there is to say about it, if the learner's module cannot have what a driver uses."""
        solution = self._judged.solution
        for name in sorted(solution.reached(names) & solution.broken.keys()):
            raise CheckFailed(solution.broken[name])
        for name in sorted(names - solution.defined):
            if not solution.wildcard:
                why = solution.left_out.get(name)
                raise CheckFailed(f"{MISSING} `{name}`, which this check uses." + (f" {why}" if why else ""))


class Given:
    """The fixture ``given``: runs a program that the exercise hands out, ``programs/<name>.py``, as a script.

    Its lines are counted as in the notebook, where the program stands in a cell below the line of a magic.
    """

    _places = Places(Assembled(""), driver="")

    def __init__(self, judged: Judged, file: CheckFile, founds: list[Found]) -> None:
        self._judged = judged
        self._file = file
        self._founds = founds

    def __call__(self, name: str, /, *, search: Search | None = None) -> Found:
        """Run the program ``name`` under every schedule, as ``search`` says."""
        search = search or Search()
        program = self._program(name)
        found = self._judged.explored(program, search, self._places)
        self._founds.append(self._judged.found(found, program, [search], self._places))
        return self._founds[-1]

    def replay(
        self,
        name: str,
        token: object,
        *,
        finding: str | None = None,
        prints: str | None = None,
        ending: str | None = None,
    ) -> Execution:
        """Run the program ``name`` under the schedule of ``token``, a learner's answer, and give the execution.

        The check fails unless ``token`` is a schedule of this program that shows what is wanted: a ``finding`` of that
        kind, or that something is printed (``prints``, one line or more), or an ``ending``.
        """
        goal = Goal(finding=finding, prints=prints, ending=ending)
        program = self._program(name)
        if not isinstance(token, str):
            raise CheckFailed(f"The answer is {shown(token)}, but a token is a text in quotes, such as '0x3.1x2.0'.")
        try:
            schedule = Schedule.parse(token)
            execution = self._judged.replayed(program, schedule, self._places)
        except BadRecord as bad:
            raise CheckFailed(_sentence(quiet(str(bad), REFUSED))) from bad
        if not goal.reached(execution):
            reason = f"Under this schedule {_came_of(execution)}. {_stop(goal.sentence)}{_length(schedule, execution)}"
            raise CheckFailed(reason, execution, program, self._places)
        return execution

    def _program(self, name: str) -> Program:
        programs = self._file.programs
        if name not in programs:
            there = ", ".join(sorted(programs)) or "none"
            raise LookupError(f"the lesson's folder programs has no {name}.py (it has: {there})")
        return Program({"main": f"\n{programs[name]}"})


class Answer:
    """The fixture ``answer``: the value that the learner's cells give to a name."""

    def __init__(self, judged: Judged) -> None:
        self._judged = judged

    def __call__(self, name: str, kind: type | None = None, /) -> Any:
        """The value of ``name``: a number, a text, or a list, tuple, set or dictionary of these.

        With ``kind`` (``set``, ``str``, ``int`` …) the check fails if it is of another.
        """
        judged = self._judged
        try:
            found = stated(name, judged.cells)
            try:
                value = literal(name, found)
            except NoAnswer:
                raise
            except UNREADABLE:
                value = computed(name, found, self._text(name, found))
            return value if kind is None else typed(name, value, kind)
        except NoAnswer as sentence:
            raise CheckFailed(str(sentence)) from None

    def _text(self, name: str, stated: Stated) -> object:
        """The value of an expression, as text."""
        where = stated.where
        solution = assemble(self._judged.cells, {name})
        if name in solution.broken:
            raise NoAnswer(solution.broken[name])
        if isinstance(stated.value, ast.Name) and stated.value.id not in solution.defined:
            other = stated.value.id
            raise NoAnswer(
                f"`{name}` in {where}, is the name `{other}`, which no cell sets; a text needs quotes: {other!r}."
            )
        if name in solution.left_out or (name not in solution.defined and not solution.wildcard):
            raise NoAnswer(f"`{name}` in {where}, is set by a call, which is not run; write the value itself.")
        places = Places(solution)
        found = self._judged.explored(asking(name, solution.text), Search(preemptions=0, executions=1), places)
        outcome = found.outcomes[0]
        if outcome.ending != "completed":
            raise NoAnswer(f"`{name}` in {where}, cannot be computed. {places.ending(outcome.execution)}")
        return outcome.result


def _with_seen(found: Exploration, earlier: Exploration) -> Exploration:
    """``found``, with what an ``earlier`` exploration saw beyond it before it gave up: outcomes, and who polls."""
    known = [_told(outcome) for outcome in found.outcomes]
    more = (outcome for outcome in earlier.outcomes if _told(outcome) not in known or _polls(outcome))
    return replace(found, outcomes=(*found.outcomes, *more))


def _told(outcome: Outcome) -> tuple[object, ...]:
    """What a user can tell of it."""
    return (outcome.ending, outcome.result, outcome.output, outcome.error)


def _came(execution: Execution) -> tuple[object, ...]:
    """What came of it, under which schedule; an address, as in the text of a function, tells nothing."""
    came = to_json((execution.result, execution.output)).decode()
    return (execution.schedule, execution.ending, ADDRESS.sub("", came))


def _polls(outcome: Outcome) -> bool:
    return outcome.polling is not None or any(finding.kind == POLLING for finding in outcome.execution.findings)


def _came_of(execution: Execution) -> str:
    """What an execution came to, as the end of a sentence that begins with the program."""
    ends = {
        "completed": "the program comes to its end",
        "deadlock": "the program ends in a deadlock",
        "endless": "the program does not come to an end",
        "error": f"the program ends by an error ({execution.error})",
    }
    return f"{ends[execution.ending]} {_printed(execution.output)}"


def _printed(output: str) -> str:
    """What was printed, for a sentence: "prints 10", "prints a ⏎ b", "prints nothing"."""
    text = " ⏎ ".join(line.strip() for line in output.splitlines() if line.strip())
    return f"and prints {quiet(text, PRINTED)}" if text else "and prints nothing"


def _length(schedule: Schedule, execution: Execution) -> str:
    """What to say where a token is shorter than the execution, or longer."""
    asked, ran = (sum(steps for _, steps in each.runs) for each in (schedule, execution.schedule))
    if asked < ran:
        return (
            f" The token ends after {plural(asked, 'step')}, before the program does; from there on each thread ran as "
            "long as it could."
        )
    return f" The program ended after {ran} of the token's {plural(asked, 'step')}." if asked > ran else ""


def _plain(program: Program) -> Program:
    """``program`` as every explorer will see it: its arguments are what JSON makes of them."""
    try:
        return from_json(to_json(program), Program)
    except TypeError as error:
        raise TypeError(f"the arguments of {program.entry} must be plain data: {error}") from error


def _sentence(text: str) -> str:
    return _stop(text[:1].upper() + text[1:])


def _stop(text: str) -> str:
    return text if text.endswith((".", "!", "?")) else f"{text}."
