"""Running a program once: its modules, its output, its result, and its uncaught exceptions.

:class:`Runner` compiles a program once and then runs it as often as a search wants, each time from the beginning and
with nothing left over from the time before.
"""

from __future__ import annotations

import builtins
import copy
import functools
import gc
import itertools
import random
import re
import sys
import types
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from course.model import Ending, Failure, Program, Schedule
from course.simulation.allowed import COPIED_MODULES, PLAIN_MODULES, SIMULATED_MODULES, builtin_refusals, import_refusal
from course.simulation.carrier import Unwind
from course.simulation.compiling import compiled
from course.simulation.copies import CHANGEABLE, Copies
from course.simulation.facades import Facades
from course.simulation.guards import Guards, exact
from course.simulation.hashes import IdentityHashes
from course.simulation.kept import Kept
from course.simulation.library import Library
from course.simulation.rewrite import Refused, Site
from course.simulation.schedule import RELEASE
from course.simulation.shared import Shared
from course.simulation.standins import standins
from course.simulation.steps import STOP, gates
from course.simulation.streams import Console, Stream
from course.simulation.threads import Chooser, Follower, Recorder, Thread
from course.simulation.touches import ALL, WHOLE, Event, Head
from course.simulation.world import END, World

__all__ = ["OUTPUT_LIMIT", "Learned", "Run", "Runner", "without_addresses"]

OUTPUT_LIMIT = 100_000
"""So many characters may one execution print."""

RESULT_LIMIT = 100_000
"""So many values may a result hold."""

RECURSION_LIMIT = 2_500
"""Rewritten code takes up to two frames where Python takes one; this leaves programs their usual thousand."""

COLLECT_EVERY = 200
"""Executions between two runs of the garbage collector.

It is off during an execution: when it runs must not depend on chance.
"""


@dataclass(slots=True)
class Run:
    """What one execution came to; its trace, if one was wanted, is with the recorder."""

    ending: Ending
    result: Any
    output: str
    failures: tuple[Failure, ...]
    schedule: Schedule
    preemptions: int
    time: float
    forced_fair: bool
    polled: bool
    """Whether somebody turned a loop, or slept in one, to wait for others."""
    exhausted: bool
    """Whether it was ended because its budget of steps was spent."""


@dataclass(frozen=True, slots=True)
class Learned:
    """What executions showed of a program: what its schedules are made of."""

    flagged: frozenset[int] = frozenset()
    """The places of the source before which there is a choice."""
    late_names: frozenset[tuple[str, str]] = frozenset()
    """Names bound once, but after a thread had started, with their modules."""
    composite: bool = False
    """Whether it has operations that touch many things of the library at once."""


class Runner:
    """A program, ready to be run under any schedule; with what another runner of it has ``learned``."""

    def __init__(self, program: Program, seed: int = 0, learned: Learned | None = None) -> None:
        self.program = program
        self.seed = seed
        self.world = World()
        self.hashes = IdentityHashes()
        self.library = Library(self.world, self.hashes)
        self.shared = Shared(self.world)
        self.shared.program_modules = frozenset(program.modules) | {"__main__"}
        self._kept = Kept(self.shared.program_modules)
        self.shared.lasts = self._kept.lasts
        self.shared.changeable = {(id(self.library.threading), "excepthook")}
        self.library.refuse_tracing()
        self._draw_in_turn()
        self.world.look = lambda thing: self.shared.access(KEPT, thing, WHOLE, False)
        self.library.life.failed = self._failed
        self.library.life.observe = lambda: self.shared.flag(END)
        self.library.life.end_is_step = self._end_is_step
        self.library.life.end_head = self._end_head
        self.library.life.callback = lambda target: self.shared.callback(CALLBACK, target)
        self.sites: list[Site] = []
        self.code: dict[str, types.CodeType] = {}
        self.broken: Failure | None = None
        self._executions = 0
        self._builtins = builtin_refusals()
        self._builtins["print"] = self._printing(None)
        self._builtins["__import__"] = self._import
        self._builtins["id"] = lambda value, /: self._id(value)
        self._builtins["__build_class__"] = self._build_class
        self.result: Any = None
        self._ids: dict[int, tuple[int, object]] = {}
        self.modules: dict[str, types.ModuleType] = {}
        self.namespaces: list[dict[str, Any]] = []
        self.console = Console(self.world, self.shared, lambda text: self._write(text))
        self._builtins["exit"] = self._builtins["quit"] = self.console.sys.exit
        self._copies = Copies(self.library, self.shared, self.console, KEPT)
        self._guards = Guards(self.shared)
        self._standins = standins(self.shared, self.hashes, self._guards, KEPT)
        self._facades = Facades(self._kept)
        self._guarded = {**self._builtins, **self._guards.builtins, "__import__": self._import_guarded}
        # The ``print`` of a driver writes where it should, whatever the learner's code made of sys.stdout.
        self._builtins["print"] = self._printing(self.console.stdout)
        if learned is not None:
            self.shared.flagged, self.shared.late_names = set(learned.flagged), set(learned.late_names)
            self.world.composite = self._composite = learned.composite
            self._late = len(learned.late_names)
        self._compile()

    def learned(self) -> Learned:
        """What the executions so far have shown."""
        shared = self.shared
        return Learned(frozenset(shared.flagged), frozenset(shared.late_names), self.world.composite)

    def _draw_in_turn(self) -> None:
        """Who draws a number first gets another one: the generator of ``random`` is data that threads share."""
        module = self.library.random
        for name, value in list(vars(module).items()):
            if name != "seed" and isinstance(getattr(value, "__self__", None), random.Random):
                setattr(module, name, self._drawing(value))

    def _drawing(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def draw(*args: Any, **kwargs: Any) -> Any:
            self.shared.access(KEPT, self.library.random, WHOLE, True)
            return function(*args, **kwargs)

        return draw

    # --- compiling -------------------------------------------------------------------

    def _compile(self) -> None:
        self.sites = [Site("", 0)] * FIRST_SITE  # those before it are not in the source, see below
        names: set[str] = set()
        for name in sorted(self.program.modules):
            try:
                late = frozenset(late for where, late in self.shared.late_names if where == name)
                module = compiled(self.program.modules[name], name, len(self.sites), late, self._is_guarded(name))
                self.sites.extend(module.sites)
                self.code[name] = module.code
                names |= module.names
            except Refused as error:
                self.broken = Failure(0, "RuntimeError", str(error), name, error.line)
                return
            except (SyntaxError, ValueError, RecursionError, MemoryError) as error:
                line = (error.lineno or 0) if isinstance(error, SyntaxError) else 0
                message = error.msg if isinstance(error, SyntaxError) else str(error)
                kind = "SyntaxError" if isinstance(error, SyntaxError) else type(error).__name__
                self.broken = Failure(0, kind, message, name, line)
                return
        self.world.gates = gates(names)

    def _is_guarded(self, module: str) -> bool:
        """Whether ``module`` keeps to the source policy: a learner's, and not a driver that uses it."""
        return module == SOLUTION or SOLUTION not in self.program.modules

    def refine(self) -> bool:
        """Take up what the last executions showed to need a choice.

        True if there was something: the search must begin anew.
        """
        self.shared.fresh.difference_update([site for site in self.shared.fresh if site in self.shared.flagged])
        fresh = bool(self.shared.fresh)
        self.shared.flagged = self.shared.flagged | self.shared.fresh
        self.shared.fresh.clear()
        if self.world.composite != self._composite:
            self._composite = self.world.composite
            fresh = True
        late = len(self.shared.late_names)
        if late != self._late:
            self._late = late
            self._compile()
            # the places have new numbers
            self.shared.flagged = self.shared.flagged & set(range(FIRST_SITE))
            fresh = True
        return fresh

    _late = 0
    _composite = False

    # --- running ---------------------------------------------------------------------

    def run(
        self,
        chooser: Chooser,
        *,
        steps: int,
        late_threads: int = 0,
        recorder: Recorder | None = None,
        follow: Follower | None = None,
        trace: list[Event] | None = None,
        script: Sequence[int] = (),
    ) -> Run:
        """One execution, with the choices of ``chooser``, at most ``steps`` long.

        ``script`` says who makes the first steps, instead of the chooser.  ``trace`` is a list that gets the events;
        those of the script, without the last, are in it already.
        """
        if self.broken is not None:
            return Run(
                "error",
                None,
                "",
                (self.broken,),
                Schedule(()),
                0,
                0.0,
                forced_fair=False,
                polled=False,
                exhausted=False,
            )
        with _quiet_finalizers():
            return self._run(chooser, steps, late_threads, recorder, follow, trace, script)

    def is_namespace(self, owner: object) -> bool:
        """Whether ``owner`` holds the names of one of the program's modules."""
        return any(owner is namespace for namespace in self.namespaces)

    def close(self) -> None:
        """Let go of the last execution's objects; their finalizers are not heard any more."""
        with _quiet_finalizers():
            self.modules.clear()
            for namespace in self.namespaces:
                namespace.clear()
            self.namespaces.clear()
            self.result = None
            self._ids = {}
            self.world.threads.clear()
            self.world.fibers.close()
            gc.collect()
            self._kept.reset()

    def _run(
        self,
        chooser: Chooser,
        steps: int,
        late_threads: int,
        recorder: Recorder | None,
        follow: Follower | None,
        trace: list[Event] | None,
        script: Sequence[int],
    ) -> Run:
        world = self.world
        self.modules.clear()
        self.namespaces.clear()
        self.output: list[str] = []
        self.output_length = 0
        self.failures: list[Failure] = []
        self.result = None
        self._ids = {}
        self._id_numbers = itertools.count(1)
        self._copies.reset()
        self.console.begin()
        world.begin(chooser, steps, late_threads, trace, script)
        world.releases = trace is None or late_threads > 0 or RELEASE in self.shared.flagged
        world.recorder, world.follow = recorder, follow
        self.shared.begin()
        self.library.reset(self.seed)
        self._facades.reset()
        self._kept.reset()
        enabled = gc.isenabled()
        gc.disable()
        limit = sys.getrecursionlimit()
        sys.setrecursionlimit(max(limit, RECURSION_LIMIT))
        try:
            ending = world.run(self._main)
        finally:
            sys.setrecursionlimit(limit)
            world.recorder = world.follow = None
            self._executions += 1
            if self._executions % COLLECT_EVERY == 0:
                gc.collect()
            if enabled:
                gc.enable()
        if self.failures:
            ending = "error"
        return Run(
            ending,
            self.result if ending in ("completed", "error") else None,
            without_addresses("".join(self.output)),
            tuple(self.failures),
            Schedule(tuple((thread, count) for thread, count in world.runs)),
            world.preemptions,
            world.now / 1e9,
            world.forced_fair,
            world.polled,
            world.exhausted is not None,
        )

    def _main(self) -> None:
        """The main thread."""
        world = self.world
        self.library.begin_main()
        try:
            module = self._load(self.program.entry_module)
            if self.program.entry is not None:
                name = self.program.entry.partition(":")[2]
                function = vars(module).get(name)
                if not callable(function):
                    raise NameError(f"the module {module.__name__!r} has no function {name!r}; it must define it")
                value = function(**copy.deepcopy(dict(self.program.arguments)))
                self.result = plain(self.shared.result(RETURN, value))
        except Unwind:
            raise
        except BaseException as error:
            if world.ending is not None:
                raise Unwind from None
            if not (isinstance(error, SystemExit) and self.program.entry is None and not error.code):
                self._failed(world.running, error)
        if world.ending is not None:
            raise Unwind
        self.library.end_main()
        main = self.library.threading._main_thread
        world.minor_point("end", main, needed=self._end_is_step(), touch=STOP, head=self._end_head())

    def _end_is_step(self) -> bool:
        """Whether somebody notices when a thread ends.

        By asking; or because daemons go when all others have gone; or, where preemptions are counted, because whoever
        joins a thread waits until it has had its turn, even if it does nothing, and then anybody may go on.
        """
        me = self.world.running
        idle = me.index > 0 and me.head == () and self.world.trace is None
        return idle or END in self.shared.flagged or self.world.has_daemons

    def _end_head(self) -> Head | None:
        """With the last of the other threads, daemons go: that touches everything."""
        return ALL if self.world.has_daemons else None

    def _failed(self, thread: Thread, error: BaseException) -> None:
        """An exception ends ``thread``: a step, since others can see when it comes, or that it never does."""
        self.world.minor_point("fail", None, needed=True, head=((self.world.number(FAILURES), None, True),))
        kind, module, line = type(error).__name__, "", 0
        traceback = error.__traceback__
        while traceback is not None:
            if "simulation_program_" in traceback.tb_frame.f_globals:
                module, line = module_name(traceback.tb_frame), traceback.tb_lineno
            traceback = traceback.tb_next
        self.failures.append(Failure(thread.index, kind, _message(error), module, line))
        if self.world.recorder is not None:
            self.world.recorder.failed(thread, kind, module, line)

    # --- what the program finds ---------------------------------------------------------

    def _load(self, name: str) -> types.ModuleType:
        module = self.modules.get(name)
        if module is None:
            module = types.ModuleType(name)
            namespace = vars(module)
            self.namespaces.append(namespace)
            guarded = self._is_guarded(name)
            namespace["__builtins__"] = self._guarded if guarded else self._builtins
            namespace.update(self.shared.names(namespace, name))
            if guarded:
                namespace.update(self._guards.names(namespace))
            namespace["simulation_slice"] = slice
            if name == "main" and self.program.entry is None:
                namespace["__name__"] = "__main__"
            self.modules[name] = module
            exec(self.code[name], namespace)
        return module

    def _import(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> Any:
        if level:
            raise ImportError("there are no packages here; import the module by its name")
        if name in self.code:
            return self._load(name)
        whole, _, _ = name.partition(".")  # what ``import a.b`` binds
        if name in SIMULATED_MODULES:
            if whole == "concurrent":
                self.library.load("concurrent.futures.thread")
            module = self.library.load(name if fromlist else whole)
        elif name == "sys":
            module = self.console.sys
        elif name in self._standins:
            module = self._standins[name]
        elif name in COPIED_MODULES:
            module = self._copies.load(name)
            module = module if fromlist else self._copies.load(whole)
        elif name in PLAIN_MODULES:
            return __import__(name, fromlist=tuple(fromlist or ()))
        else:
            raise ImportError(import_refusal(name), name=name)
        for part in fromlist or ():
            self._import_part(name, module, part)
        return module

    def _import_guarded(
        self,
        name: str,
        globals: Mapping[str, Any] | None = None,
        locals: Mapping[str, Any] | None = None,
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> Any:
        """What ``import`` does in a learner's module: it finds the faces of modules, and not its driver."""
        if not isinstance(name, str):
            raise TypeError(f"the name of a module must be a text, not {type(name).__name__}")
        name = exact(name)
        if name in self.code and not self._is_guarded(name):
            raise ImportError(f"{name} cannot be imported here: it is the program that uses yours", name=name)
        module = self._import(name, None, None, fromlist, level)
        if name in self.code or name == "sys":
            return module
        face = self._facades.of(module, CHANGED.get(module.__name__, ()))
        self.shared.changeable |= {(id(face), each) for each in CHANGED.get(module.__name__, ())}
        for part in fromlist or ():
            self._import_part(name, face, part)
        return face

    def _import_part(self, name: str, module: types.ModuleType, part: str) -> None:
        """``from module import part``: load it if it is a module, and if it is not there, say why."""
        if f"{name}.{part}" in COPIED_MODULES:
            self._copies.load(f"{name}.{part}")
        elif part != "*":
            try:
                getattr(module, part)
            except AttributeError as error:
                if "cannot be used here" in str(error):
                    raise ImportError(str(error), name=name) from None

    def _write(self, text: str) -> None:
        self.output_length += len(text)
        if self.output_length > OUTPUT_LIMIT:
            raise RuntimeError(f"the program printed more than {OUTPUT_LIMIT:,} characters; print less")
        self.output.append(text)

    def _printing(self, standard: Stream | None) -> Callable[..., None]:
        """A ``print`` that writes to ``standard``, or to what ``sys.stdout`` is then."""

        def print(*values: Any, **options: Any) -> None:
            self._print(standard, *values, **options)

        print.__qualname__, print.__module__, print.__doc__ = "print", "builtins", builtins.print.__doc__
        return print

    def _print(
        self,
        standard: Stream | None,
        /,
        *values: Any,
        sep: str | None = None,
        end: str | None = None,
        file: Any = None,
        flush: bool = False,
        **unknown: Any,
    ) -> None:
        """The ``print`` of a program: one step, whatever it prints."""
        if unknown:
            print(**unknown)  # raises TypeError, in this Python's words
        for what, value in (("sep", sep), ("end", end)):
            if value is not None and not isinstance(value, str):
                raise TypeError(f"{what} must be None or a string, not {type(value).__name__}")
        self.console.point(self.shared.inside(*values))
        for value in values:
            self.shared.look_deep(None, value)
        text = (" " if sep is None else exact(sep)).join(str(value) for value in values)
        text += "\n" if end is None else exact(end)
        if file is None:
            file = standard or self.console.sys.stdout
        if isinstance(file, Stream):
            self.console.put(text)
        else:
            file.write(text)
            self.world.changed()
        if self.world.recorder is not None:
            self.world.recorder.result(self.world.running, text.rstrip("\n"))

    def _id(self, value: object, /) -> int:
        """The ``id`` of a program: the same number in every execution."""
        known = self._ids.get(id(value))
        if known is None:
            known = self._ids[id(value)] = (next(self._id_numbers), value)
        return known[0]

    def _build_class(self, *args: Any, **kwargs: Any) -> Any:
        """What ``class`` does in a program: objects hash alike in every execution."""
        cls = builtins.__build_class__(*args, **kwargs)
        if isinstance(cls, type):
            self.hashes.give(cls)
        return cls


class _Failures:
    """Stands for the exceptions that nobody caught."""


FAILURES = _Failures()

CHANGED = {**CHANGEABLE, "threading": ("excepthook",)}
"""What a program may assign in modules, by module."""

SOLUTION = "solution"
"""The name of a learner's module, where others use it."""

RETURN = 1
"""The place that stands for the look into what the entry returned."""

CALLBACK = 2
"""The place that stands for what a function of the library's looks into when a thread begins with it."""

KEPT = 3
"""The place that stands for what caches keep, what methods of dataclasses look at, and the redirecting of output."""

FIRST_SITE = 5


@contextmanager
def _quiet_finalizers() -> Iterator[None]:
    """A finalizer that makes a step after the end is unwound like everybody else; Python need not report it."""
    report = sys.unraisablehook

    def hook(unraisable: Any) -> None:
        if not isinstance(unraisable.exc_value, Unwind):
            report(unraisable)

    sys.unraisablehook = hook
    try:
        yield
    finally:
        sys.unraisablehook = report


def module_name(frame: types.FrameType) -> str:
    """The module of the program that ``frame`` is in; "" if it is in none."""
    if "simulation_program_" not in frame.f_globals:
        return ""
    name: str = frame.f_globals["__name__"]
    return "main" if name == "__main__" else name


def _message(error: BaseException) -> str:
    """The text of an exception, as it is on every machine."""
    if isinstance(error, SystemExit):
        return "the program asked to exit, so the rest of it did not run"
    if isinstance(error, RecursionError):
        return "a function calls itself without end"
    if isinstance(error, MemoryError):
        return "the program wants more memory than it may have"
    try:
        text = exact(str(error))
    except Unwind:
        raise
    except BaseException as inner:
        text = f"(its text cannot be shown: {type(inner).__name__})"
    return without_addresses(text)[:2_000]


def without_addresses(text: str) -> str:
    """``text`` without the addresses of objects, which differ from run to run."""
    return re.sub(r"\bat 0x[0-9a-fA-F]{6,16}\b", "at 0x…", text) if "0x" in text else text


def plain(value: Any) -> Any:
    """``value`` as JSON data: tuples are lists, sets sorted lists, and what has no such form is its ``repr``.

    Raises ValueError if it holds more than RESULT_LIMIT values.
    """
    return _plain(value, itertools.count().__next__, 0)


def _plain(value: Any, count: Callable[[], int], depth: int) -> Any:
    if count() > RESULT_LIMIT or depth > 50:
        raise ValueError(f"the result is too large: more than {RESULT_LIMIT:,} values, or more than 50 deep")
    cls = type(value)
    if cls is int:
        return value if -(2**63) <= value < 2**63 else str(value)
    if value is None or cls in (bool, str):
        return value
    if cls is float:
        return value if value == value and value not in (float("inf"), float("-inf")) else repr(value)
    if cls in (list, tuple) or (isinstance(value, tuple) and hasattr(value, "_fields")):
        return [_plain(item, count, depth + 1) for item in value]
    if cls in (set, frozenset):
        return sorted(
            (_plain(item, count, depth + 1) for item in value), key=lambda item: (str(type(item)), repr(item))
        )
    if isinstance(value, dict):
        return {exact(str(key)): _plain(item, count, depth + 1) for key, item in value.items()}
    if isinstance(value, list) or cls.__name__ == "deque":
        return [_plain(item, count, depth + 1) for item in value]
    return without_addresses(exact(repr(value)))[:2_000]
