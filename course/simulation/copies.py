"""Private copies of modules that write, tell the time, or look at frames.

``logging``, ``warnings``, ``traceback``, ``pprint``, ``datetime``, ``contextlib`` and ``weakref`` are the running
Python's own, executed a second time as ``threading`` is (see ``library.py``): their ``sys`` has the program's streams,
their ``time`` is the simulated clock, their ``threading`` the private one.  The real modules would write into the
process that explores, and would keep what one execution did to them for the next.

What they write is one step each: a log record, a warning, a traceback.  A traceback shows the program's own lines and
nothing of the machinery between them; it has neither source lines nor carets, which differ from version to version.
"""

from __future__ import annotations

import builtins
import functools
import os
import sys
import types
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any, NoReturn

from course.simulation.allowed import COPIED_MODULES, LOGS, builtin_refusals, import_refusal, refusal
from course.simulation.clock import EPOCH
from course.simulation.guards import check_template
from course.simulation.library import Library, NoLock, installed_code
from course.simulation.shared import Shared
from course.simulation.steps import touch_of
from course.simulation.streams import STREAMS, Console

__all__ = ["CHANGEABLE", "Copies"]

COPIED_WITHIN = COPIED_MODULES | {"_pydatetime", "_strptime"}
ABSENT = frozenset({"_datetime", "_warnings"})
"""What is written in C, and has a version in Python that is taken instead."""

CHANGEABLE = {
    "logging": ("raiseExceptions", "logThreads", "logProcesses", "logMultiprocessing", "logAsyncioTasks", "lastResort"),
    "warnings": ("showwarning", "formatwarning"),
    "sys": STREAMS,
}
"""What the documentation lets a program assign, by module."""

STEPS = {
    "traceback": ("print_exc", "print_exception", "print_stack", "print_tb", "print_last", "print_list"),
    "pprint": ("pprint", "pp"),
    "warnings": ("showwarning",),
}
"""The functions that may write more than once and are one step all the same."""

LOCAL_HANDLERS = "Handler NullHandler BufferingHandler MemoryHandler QueueHandler QueueListener"
"""What is left of ``logging.handlers``: the rest of it writes to files, sockets and other machines."""


class Copies:
    """The copies of one program's world."""

    def __init__(self, library: Library, shared: Shared, console: Console, site: int) -> None:
        """``site`` is the place of what they change that threads share."""
        self.library = library
        self.shared = shared
        self.console = console
        self.site = site
        self.sys = self._sys_module()
        self._modules: dict[str, types.ModuleType] = {
            "sys": self.sys,
            "os": _os_module(),
            "atexit": _module("atexit", register=lambda function, *args, **kwargs: function),
            "linecache": _linecache(),
            "socket": _module("socket"),
            "pickle": _module("pickle"),
            "_thread": _module("_thread", allocate_lock=NoLock),
        }
        self._pristine: dict[str, tuple[dict[str, Any], dict[str, Any]]] = {}
        """By module: its names, and what was in its lists, dicts and sets."""
        self._builtins = {**builtin_refusals(), "__import__": self._import}
        shared.changeable |= {(id(console.sys), name) for name in CHANGEABLE["sys"]}
        library.modules["warnings"] = _module("warnings", warn=self._warn)
        library.logger = _Logger(self)

    def reset(self) -> None:
        """Forget what the last execution left in the copies."""
        vars(self.sys).pop("__warningregistry__", None)
        for name, (names, contents) in self._pristine.items():
            namespace = vars(self._modules[name])
            namespace.clear()
            namespace.update(names)
            for each, content in contents.items():
                _refill(names[each], content)
        if "logging" in self._pristine:
            _reset_logging(self._modules["logging"])
        if "weakref" in self._pristine:
            registry: dict[Any, Any] = self._modules["weakref"].finalize._registry
            registry.clear()

    # --- loading ---------------------------------------------------------------------

    def load(self, name: str) -> types.ModuleType:
        """The copy of module ``name``."""
        module = self._modules.get(name)
        if module is not None:
            return module
        parent, _, last = name.rpartition(".")
        if parent:
            self.load(parent)
        code = installed_code(name)
        module = types.ModuleType("datetime" if name == "_pydatetime" else name)
        namespace: dict[str, Any] = vars(module)
        namespace.update(__builtins__=self._builtins, __package__=parent, simulation_check_=self.library.check)
        if name == "logging":
            namespace.update(__path__=[os.path.dirname(code.co_filename)], __package__=name)
        self._modules[name] = module
        with self._inside():  # what a module does when it is loaded is nobody's step
            exec(code, namespace)
        if parent:
            setattr(self._modules[parent], last, module)
        for value in list(namespace.values()):
            if isinstance(value, type) and value.__module__ == name and not issubclass(value, BaseException):
                self.library.hashes.give(value)
        self.sys.modules[name] = module
        self._adapt(name, module)
        names = dict(namespace)
        kept = {each: value.copy() for each, value in names.items() if _is_state(each, value)}
        self._pristine[name] = (names, kept)
        if parent:
            self._pristine[parent][0][last] = module
        return module

    def _import(
        self,
        name: str,
        globals: dict[str, Any] | None = None,
        locals: dict[str, Any] | None = None,
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> Any:
        """What ``import`` does inside the copies."""
        if name in ABSENT:
            raise ImportError(f"the simulation has only the Python version of {name}")
        if name == "sys" and globals is not None and globals.get("__name__") == "contextlib":
            return self.console.sys  # redirect_stdout changes it
        if name in COPIED_WITHIN or name in self._modules:
            return self.load(name)
        if name in ("threading", "queue", "time"):
            return self.library.load(name)
        return builtins.__import__(name, globals, locals, fromlist, level)

    @contextmanager
    def _inside(self) -> Iterator[None]:
        me = self.library.world.running
        me.depth += 1
        try:
            yield
        finally:
            me.depth -= 1

    # --- adapting --------------------------------------------------------------------

    def _adapt(self, name: str, module: Any) -> None:
        self.shared.changeable |= {(id(module), each) for each in CHANGEABLE.get(name, ())}
        for each in STEPS.get(name, ()):
            setattr(module, each, self._step(getattr(module, each)))
        if name == "traceback":
            self._adapt_traceback(module)
        elif name == "warnings":
            module._showwarning_orig = module.showwarning
            module._is_internal_frame = lambda frame: not self._is_of_program(frame)
            module._is_internal_filename = lambda filename: not filename.startswith("<")
        elif name == "contextlib":
            for each in ("__enter__", "__exit__"):
                setattr(module._RedirectStream, each, self._redirecting(getattr(module._RedirectStream, each)))
        elif name == "logging":
            self._adapt_logging(module)
        elif name == "logging.handlers":
            for each, value in list(vars(module).items()):
                if isinstance(value, type) and each not in LOCAL_HANDLERS.split():
                    setattr(module, each, refusal(f"logging.handlers.{each}", LOGS, value))

    def _redirecting(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def redirect(manager: Any, *args: Any) -> Any:
            if manager._stream not in STREAMS:
                raise AttributeError("contextlib can redirect sys.stdout and sys.stderr here, and nothing else")
            self.console.redirected(self.site, manager._stream)
            return function(manager, *args)

        return redirect

    def _adapt_traceback(self, module: Any) -> None:
        def walk_stack(frame: types.FrameType | None) -> Iterator[tuple[types.FrameType, int]]:
            frame = frame or sys._getframe(1)
            while frame is not None:
                if self._is_of_program(frame):
                    yield frame, frame.f_lineno
                frame = frame.f_back

        def walk_tb(traceback: types.TracebackType | None) -> Iterator[tuple[types.FrameType, int]]:
            while traceback is not None:
                if self._is_of_program(traceback.tb_frame):
                    yield traceback.tb_frame, traceback.tb_lineno
                traceback = traceback.tb_next

        for cls, method in ((module.TracebackException, "__init__"), (module.StackSummary, "extract")):
            setattr(cls, method, _without_locals(vars(cls)[method]))
        module.walk_stack, module.walk_tb = walk_stack, walk_tb
        module._walk_tb_with_full_positions = lambda traceback: (
            (frame, (line, None, None, None)) for frame, line in walk_tb(traceback)
        )

    def _adapt_logging(self, module: Any) -> None:
        """Each record that a handler writes is one step; what happens before it is nobody's business."""
        module._lock = NoLock()  # no thread ever stops while it has it
        module._is_internal_frame = lambda frame: not self._is_of_program(frame)
        module._startTime = EPOCH if isinstance(module._startTime, float) else EPOCH * 10**9
        module.FileHandler = refusal("logging.FileHandler", LOGS, module.FileHandler)
        make, handle = module.Logger.makeRecord, module.Handler.handle

        @functools.wraps(make)
        def makeRecord(*args: Any, **kwargs: Any) -> Any:
            with self._inside():  # it reads the clock
                return make(*args, **kwargs)

        def write(handler: Any, record: Any) -> Any:
            for part in (record.msg, record.args):
                self.shared.look_deep(None, part)
            return handle(handler, record)

        @functools.wraps(handle)
        def handle_in_one_step(handler: Any, record: Any) -> Any:
            if "simulation_program_" in type(handler).emit.__globals__:
                return handle(handler, record)  # the program's own: it makes steps as always, and so does the lock
            return self.console.one_step(lambda: announce(handler, record), write, handler, record)

        def announce(handler: Any, record: Any) -> None:
            world = self.library.world
            touched = self.shared.inside(record.msg, record.args)
            if handler.lock is not None:
                touched = (*touched, (world.number(handler.lock), None, True))
            line, label = self._queue(handler)
            if line is None:
                self.console.point(touched)
            else:
                touch = replace(touch_of(label), need=0)
                world.point(label, line, touch=touch, head=(*world.head(line, touch), *touched))

        set_factory = module.setLogRecordFactory

        @functools.wraps(set_factory)
        def setLogRecordFactory(factory: Callable[..., Any]) -> None:
            def make_record(*args: Any, **kwargs: Any) -> Any:
                record = factory(*args, **kwargs)
                if not issubclass(type(record), module.LogRecord):  # logging writes into what it gets
                    raise TypeError("the factory of log records must make a logging.LogRecord")
                return record

            set_factory(make_record)

        module.setLogRecordFactory = setLogRecordFactory
        shown = module.StrFormatStyle._format

        @functools.wraps(shown)
        def format_(style: Any, record: Any) -> Any:
            check_template(style._fmt)
            return shown(style, record)

        module.StrFormatStyle._format = format_
        module.Logger.makeRecord, module.Handler.handle = makeRecord, handle_in_one_step

    def _queue(self, handler: Any) -> tuple[Any, str]:
        """The queue into which ``handler`` puts records, if it does that, and what the step is then called."""
        handlers: Any = self._modules.get("logging.handlers")
        if handlers is not None and isinstance(handler, handlers.QueueHandler):
            queue: Any = self.library.load("queue")
            for cls, label in ((queue.Queue, "Queue.put"), (queue._PySimpleQueue, "SimpleQueue.put")):
                if isinstance(handler.queue, cls):
                    return handler.queue, label
        return None, ""

    def _step(self, function: Callable[..., Any]) -> Callable[..., Any]:
        @functools.wraps(function)
        def step(*args: Any, **kwargs: Any) -> Any:
            return self.console.one_step(lambda: self.console.point(self.shared.inside(*args)), write, *args, **kwargs)

        def write(*args: Any, **kwargs: Any) -> Any:
            for value in args:
                self.shared.look_deep(None, value)
            return function(*args, **kwargs)

        return step

    def _warn(self, *args: Any, **kwargs: Any) -> None:
        """``warnings.warn`` for the private ``threading``, whose program may never have heard of warnings."""
        self.load("warnings").warn(*args, **kwargs)

    # --- frames ----------------------------------------------------------------------

    def _sys_module(self) -> Any:
        """``sys`` for the copies: the program's, and what they need beyond it."""
        module: Any = types.ModuleType("sys")
        module.modules = {}
        module._getframe = self._getframe
        module.__getattr__ = lambda name: getattr(self.console.sys, name)
        return module

    def _getframe(self, depth: int = 0) -> types.FrameType:
        """The frame of the caller, or of its callers, without those of the machinery."""
        frame: types.FrameType | None = sys._getframe(1)
        while frame is not None:
            if self._is_of_program(frame) or "simulation_check_" in frame.f_globals:
                if not depth:
                    return frame
                depth -= 1
            frame = frame.f_back
        raise ValueError("call stack is not deep enough")

    @staticmethod
    def _is_of_program(frame: types.FrameType) -> bool:
        return "simulation_program_" in frame.f_globals


class _Logger:
    """The executors' logger; ``logging`` is loaded once there is something to tell."""

    def __init__(self, copies: Copies) -> None:
        self._copies = copies

    def __getattr__(self, name: str) -> Any:
        logging: Any = self._copies.load("logging")
        return getattr(logging.getLogger("concurrent.futures"), name)


def _without_locals(method: Any) -> Any:
    """A method of ``traceback`` that shows no local variables: those of the driver are among them."""
    function = method.__func__ if isinstance(method, classmethod) else method

    @functools.wraps(function)
    def shown(*args: Any, capture_locals: bool = False, **kwargs: Any) -> Any:
        if capture_locals:
            raise RuntimeError("capture_locals cannot be used here: print the variables that you want to see")
        return function(*args, **kwargs)

    return classmethod(shown) if isinstance(method, classmethod) else shown


def _module(name: str, **names: Any) -> types.ModuleType:
    module = types.ModuleType(name)
    vars(module).update(names)
    return module


def _os_module() -> types.ModuleType:
    """The little of ``os`` that the copies use."""

    def missing(name: str) -> NoReturn:
        raise AttributeError(import_refusal("os") if not name.startswith("_") else name)

    module = _module("os", path=os.path, fspath=os.fspath, getpid=lambda: 1)
    vars(module)["__getattr__"] = missing
    return module


def _linecache() -> types.ModuleType:
    """``linecache`` that knows no source."""
    return _module(
        "linecache",
        getline=lambda filename, line, module_globals=None: "",
        getlines=lambda filename, module_globals=None: [],
        checkcache=lambda filename=None: None,
        lazycache=lambda filename, module_globals: False,
        clearcache=lambda: None,
        cache={},
    )


def _is_state(name: str, value: object) -> bool:
    return isinstance(value, (list, dict, set)) and not name.startswith("__")


def _refill(container: Any, content: Any) -> None:
    container.clear()
    if isinstance(container, list):
        container.extend(content)
    else:
        container.update(content)


def _reset_logging(module: Any) -> None:
    root, manager = module.root, module.Logger.manager
    root.handlers.clear()
    root.filters.clear()
    root.level, root.disabled = module.WARNING, False
    root._cache.clear()
    manager.loggerDict.clear()
    manager.disable = 0
    manager.loggerClass = manager.logRecordFactory = None
    manager.emittedNoHandlerWarning = False
    module._handlers.clear()
    last = module.lastResort
    last.level, last.formatter = module.WARNING, None
    last.filters.clear()
    last.createLock()
