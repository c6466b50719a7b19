"""A private copy of the standard library's thread modules, over simulated threads and time.

``threading``, ``queue``, ``concurrent.futures`` and ``sched`` are the running Python's own: their
installed source is executed a second time, in modules of our own whose imports of ``_thread`` and
``time`` find the simulated ones.  The real modules are never touched.  What is ours is the lowest layer
and the life of a ``Thread`` (its start and end lie in C and in the operating system).

The public methods are wrapped so that each is *one* step, named as the learner wrote it (``Queue.put``), however
many locks it takes inside.  That is sound as long as nobody can be in the middle of one: inside, a thread
stops only where it really blocks.
"""

from __future__ import annotations

import ast
import builtins
import functools
import importlib.util
import itertools
import random as real_random
import sys
import types
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from course.simulation.allowed import import_refusal, refusal
from course.simulation.carrier import Unwind
from course.simulation.clock import time_module
from course.simulation.hashes import IdentityHashes
from course.simulation.locks import TIMEOUT_MAX, lock_types
from course.simulation.world import ENDED, Thread, World

__all__ = ["Library", "NoLock", "installed_code"]

PRIVATE = frozenset(
    {"threading", "queue", "sched", "concurrent.futures", "concurrent.futures._base", "concurrent.futures.thread"}
)
"""The modules whose installed source is executed privately."""

STEPS: dict[str, dict[str, str]] = {
    "threading": {
        "Event": "set clear is_set wait",
        "Condition": "wait notify notify_all",
        "Semaphore": "acquire release",
        "BoundedSemaphore": "release",
        "Barrier": "wait reset abort",
        "Timer": "cancel",
    },
    "queue": {
        "Queue": "put get task_done join qsize empty full shutdown",
        "_PySimpleQueue": "put get put_nowait get_nowait empty qsize",
    },
    "concurrent.futures._base": {
        "Future": "cancel cancelled running done result exception add_done_callback "
        "set_running_or_notify_cancel set_result set_exception",
    },
    "concurrent.futures.thread": {"ThreadPoolExecutor": "submit shutdown"},
}
"""The methods that are one step each."""

SILENT: dict[str, dict[str, str]] = {
    "threading": {"Thread": "__init__ __repr__ daemon", "Event": "__repr__", "Condition": "__repr__"},
    "queue": {"Queue": "__init__"},
}
"""The methods (and properties) that touch locks inside without being a step."""

OBSERVERS = frozenset({"set", "clear", "wait", "is_set", "qsize", "empty", "full", "cancelled", "running", "done"})
"""Steps that do not count as a change by themselves (``set`` and ``clear`` do if the flag changes)."""


TRACING = "a trace function would see the explorer at work; look at the steps of a schedule with %%replay"


class Library:
    """The private modules of one world."""

    def __init__(self, world: World, hashes: IdentityHashes) -> None:
        self.world = world
        self.hashes = hashes
        self.failed: Callable[[Thread, BaseException], None] = lambda thread, error: None
        """Called with an exception that ended a thread."""
        self.observe_life: Callable[[], None] = lambda: None
        """Called when a program asks whether a thread is alive: its end is then a step of its own."""
        self.end_is_step: Callable[[], bool] = lambda: False
        self.callback: Callable[[Any], Any] | None = None
        """Makes what a thread is to call into something whose looks at data are seen."""
        self.logger: Any = _NoLogger()
        """What the executors tell their mistakes to."""
        self.exceptions = _Exceptions()
        self.lock, self.rlock, self.waiter = lock_types(world)
        self.random = _random_module()
        self.time = time_module(world)
        self.modules: dict[str, types.ModuleType] = {
            "time": self.time,
            "_thread": self._thread_module(),
            "random": self.random,
            "os": _os_module(),
        }
        self._builtins = dict(vars(builtins))
        self._builtins["__import__"] = self._import
        self.threading = self.load("threading")
        self._pristine_excepthook = self.threading.excepthook

    # --- loading ---------------------------------------------------------------------

    def load(self, name: str) -> types.ModuleType:
        """The private copy of module ``name``."""
        module = self.modules.get(name)
        if module is not None:
            return module
        module = types.ModuleType(name)
        module.__dict__["__builtins__"] = self._builtins
        module.__package__ = name if name == "concurrent.futures" else name.rpartition(".")[0]
        module.__dict__["simulation_check_"] = self.check
        self.modules[name] = module
        if name.startswith("concurrent.futures."):
            self.load("concurrent.futures")
            setattr(self.modules["concurrent.futures"], name.rpartition(".")[2], module)
        elif name == "concurrent.futures":
            parent = types.ModuleType("concurrent")
            parent.futures = module  # type: ignore[attr-defined]
            self.modules["concurrent"] = parent
        self.world.running.depth += 1  # what a module does when it is loaded is nobody's step
        exec(installed_code(name), module.__dict__)
        self.world.running.depth -= 1
        self._adapt(name, module)
        return module

    def _import(
        self,
        name: str,
        globals: dict[str, Any] | None = None,
        locals: dict[str, Any] | None = None,
        fromlist: tuple[str, ...] = (),
        level: int = 0,
    ) -> Any:
        """What ``import`` does inside the private modules."""
        if level:
            package = (globals or {}).get("__package__", "")
            name = f"{package}.{name}" if name else package
        if name == "_queue":
            raise ImportError("the simulation has only the Python version of _queue")
        if name.startswith("concurrent.futures.") and name not in PRIVATE:
            raise ImportError(import_refusal(name), name=name)  # its executors take real processes
        if name in PRIVATE or name in self.modules:
            module = self.load(name)
            for attribute in fromlist or ():
                if f"{name}.{attribute}" in PRIVATE:
                    self.load(f"{name}.{attribute}")
            return module if fromlist else self.modules[name.partition(".")[0]]
        return builtins.__import__(name, globals, locals, fromlist, 0)

    def check(self) -> None:
        """Stands in every broad handler of the private modules, so that none of them swallows an unwinding."""
        if self.world.ending is not None:
            raise Unwind

    # --- adapting --------------------------------------------------------------------

    def _adapt(self, name: str, module: types.ModuleType) -> None:
        for value in list(vars(module).values()):
            if isinstance(value, type) and value.__module__ == name and not issubclass(value, BaseException):
                self.hashes.give(value)
        for class_name, methods in STEPS.get(name, {}).items():
            cls = getattr(module, class_name)
            label = "SimpleQueue" if class_name == "_PySimpleQueue" else class_name
            for method in methods.split():
                if method in vars(cls):
                    self._wrap(cls, method, f"{label}.{method}")
        for class_name, methods in SILENT.get(name, {}).items():
            cls = getattr(module, class_name)
            for method in methods.split():
                self._wrap(cls, method, None)
        if name == "threading":
            self._adapt_threading(module)
        elif name == "queue":
            module._PySimpleQueue.__name__ = module._PySimpleQueue.__qualname__ = "SimpleQueue"
        elif name == "concurrent.futures":
            simulated = ("Executor", "BrokenExecutor", "ThreadPoolExecutor")
            names: Any = vars(module)
            names["__all__"] = [each for each in names["__all__"] if not each.endswith("Executor") or each in simulated]
        elif name == "concurrent.futures._base":
            module.LOGGER = self.logger  # type: ignore[attr-defined]
            # Their order by address would be another one each time.
            module._AcquireFutures.__init__ = _sort_futures
            for function in ("wait",):
                setattr(module, function, self._wrapped(getattr(module, function), "futures.wait"))
        elif name == "concurrent.futures.thread":
            module._python_exit = self._silent(module._python_exit)  # type: ignore[attr-defined]
            self.threading._threading_atexits[:] = [module._python_exit]
            self._futures_thread = module

    def _wrap(self, cls: type, method: str, label: str | None) -> None:
        original = vars(cls)[method]
        replacement: Any
        if isinstance(original, property):
            replacement = property(
                self._silent(original.fget) if original.fget else None,
                self._silent(original.fset) if original.fset else None,
                doc=original.__doc__,
            )
        elif label is None:
            replacement = self._silent(original)
        else:
            replacement = self._wrapped(original, label)
        for name, value in list(vars(cls).items()):
            if value is original:
                setattr(cls, name, replacement)

    def _wrapped(self, original: Callable[..., Any], label: str) -> Callable[..., Any]:
        """``original`` as one step."""
        world = self.world
        method = label.rpartition(".")[2]
        changes = method not in OBSERVERS
        flag = method in ("set", "clear")

        @functools.wraps(original)
        def step(*args: Any, **kwargs: Any) -> Any:
            me = world.running
            if me.depth and not _called_by_program(sys._getframe(1)):
                return original(*args, **kwargs)
            subject = args[0] if args else None
            world.point(label, subject)
            before = subject._flag if flag else None  # type: ignore[union-attr]
            depth = me.depth
            me.depth = depth + 1
            try:
                value = original(*args, **kwargs)
            except Exception:
                me.looks += 1
                raise
            finally:
                me.depth = depth
            if not changes or value is False:
                me.looks += 1
            if (value is not False and changes) or (flag and subject._flag is not before):  # type: ignore[union-attr]
                world.changed()
            if world.recorder is not None:
                world.recorder.result(me, value)
            return value

        return step

    def _silent(self, original: Callable[..., Any]) -> Callable[..., Any]:
        """``original`` without steps inside."""
        world = self.world

        @functools.wraps(original)
        def silent(*args: Any, **kwargs: Any) -> Any:
            me = world.running
            me.depth += 1
            try:
                return original(*args, **kwargs)
            finally:
                me.depth -= 1

        return silent

    def _adapt_threading(self, module: Any) -> None:
        module._allocate_lock = self.waiter
        module._active_limbo_lock = NoLock()
        event_init = module.Event.__init__

        @functools.wraps(event_init)
        def init(event: Any) -> None:
            event_init(event)
            event._cond._lock.quiet = True

        module.Event.__init__ = init
        for function in ("enumerate", "active_count"):
            setattr(module, function, self._observer(getattr(module, function), function))
        module.activeCount = module.active_count
        for function in ("settrace", "setprofile", "settrace_all_threads", "setprofile_all_threads"):
            if hasattr(module, function):  # two of them came with Python 3.12
                setattr(module, function, refusal(f"threading.{function}", TRACING))
        self._adapt_thread(module)

    def _observer(self, original: Callable[..., Any], label: str) -> Callable[..., Any]:
        step = self._wrapped(original, label)

        @functools.wraps(original)
        def observer(*args: Any, **kwargs: Any) -> Any:
            self.observe_life()
            return step(*args, **kwargs)

        return observer

    def _adapt_thread(self, module: Any) -> None:
        """The life of a thread: ``start``, ``join``, ``is_alive`` over simulated threads."""
        world = self.world
        library = self
        ended = ENDED

        def start(self: Any) -> None:
            if not self._initialized:
                raise RuntimeError("thread.__init__() not called")
            if not world.running.depth:
                world.point("Thread.start", self)
            if self._started._flag:
                raise RuntimeError("threads can only be started once")
            self._started._flag = True
            if library.callback is not None:
                self._target = library.callback(getattr(self, "_target", None))
            thread = world.spawn(lambda: life(self), lambda: str(self._name), self._daemonic)
            self.simulated_ = thread
            self._ident = self._native_id = thread.ident
            module._active[thread.ident] = self
            world.changed()
            if world.recorder is not None:
                world.recorder.woken(thread, world.running)

        def life(self: Any) -> None:
            thread = self.simulated_
            try:
                self.run()
            except Unwind:
                raise
            except BaseException as error:
                if world.ending is not None:
                    raise Unwind from None
                try:
                    module.excepthook(
                        library.exceptions.ExceptHookArgs((type(error), error, error.__traceback__, self))
                    )
                except Unwind:
                    raise
                except BaseException as inner:  # the program's own hook fails
                    if world.ending is not None:
                        raise Unwind from None
                    library.failed(thread, inner)
            if world.ending is not None:
                raise Unwind
            world.minor_point("end", self, needed=library.end_is_step())
            module._active.pop(thread.ident, None)

        def join(self: Any, timeout: float | None = None) -> None:
            if not self._initialized:
                raise RuntimeError("Thread.__init__() not called")
            me = world.running
            if not me.depth and timeout is not None:
                library.observe_life()
            target = getattr(self, "simulated_", None)
            if target is None:
                raise RuntimeError("cannot join thread before it is started")
            if target is me:
                raise RuntimeError("cannot join current thread")

            def over() -> bool:
                return bool(target.state == ended)

            deadline = None if timeout is None else world.deadline(timeout)
            if not me.depth or not over():
                if timeout is not None and timeout <= 0:
                    world.point("Thread.join", self)
                else:
                    world.point("Thread.join", self, over, deadline)
            if over():
                target.segment = {}
                me.parks += 1
            else:
                me.slept += 1

        def is_alive(self: Any) -> bool:
            assert self._initialized, "Thread.__init__() not called"
            library.observe_life()
            if not world.running.depth:
                world.point("Thread.is_alive", self)
            target = getattr(self, "simulated_", None)
            alive = target is not None and target.state != ended
            if target is not None and not alive:
                target.segment = {}
                self._is_stopped = True  # what ``__repr__`` looks at, up to Python 3.12
                if hasattr(self, "_handle"):  # and from 3.13
                    self._handle._set_done()
            return alive

        shown = module.Thread.__repr__

        @functools.wraps(shown)
        def __repr__(self: Any) -> str:
            if self._initialized and self._started._flag:
                self.is_alive()  # its answer is shown
            text: str = shown(self)
            return text

        for function in (start, join, is_alive, __repr__):
            setattr(module.Thread, function.__name__, function)

    def _excepthook(self, args: Any, /) -> None:
        """``threading.excepthook``: the exception ends its thread, and the program has failed."""
        if args.exc_type is not SystemExit:
            self.failed(self.world.running, args.exc_value or args.exc_type())

    def _thread_module(self) -> types.ModuleType:
        """The simulated ``_thread``."""
        world = self.world
        module: Any = types.ModuleType("_thread")
        module.error = RuntimeError
        module.TIMEOUT_MAX = TIMEOUT_MAX
        module.LockType = module.lock = module.allocate_lock = module.allocate = self.lock
        module.RLock = self.rlock
        module._local = _local_type(world)
        module.get_ident = module.get_native_id = staticmethod(lambda: world.running.ident)
        module._get_main_thread_ident = lambda: 1
        module._is_main_interpreter = lambda: True
        module.daemon_threads_allowed = lambda: True
        module.stack_size = lambda size=0: 0
        module._set_sentinel = self.lock
        module._ThreadHandle = module._make_thread_handle = _NoHandle
        module._shutdown = lambda: None
        module._excepthook = self._excepthook
        module._ExceptHookArgs = self.exceptions.ExceptHookArgs

        def start_new_thread(
            function: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any] | None = None
        ) -> int:
            def body() -> None:
                try:
                    function(*args, **(kwargs or {}))
                except SystemExit:
                    pass
                except Exception as error:
                    self.failed(world.running, error)

            return world.spawn(body, lambda: "thread", daemon=True).ident

        module.start_new_thread = module.start_joinable_thread = start_new_thread
        return module  # type: ignore[no-any-return]

    # --- one execution ---------------------------------------------------------------

    def reset(self, seed: int) -> None:
        """Forget what the last execution left in the modules."""
        self.hashes.reset()
        threading: Any = self.threading
        main = threading._main_thread
        threading._active.clear()
        threading._active[1] = main
        threading._limbo.clear()
        threading._dangling = WeakSet([main])
        threading._counter = itertools.count(1).__next__
        threading.excepthook = self._pristine_excepthook
        threading._trace_hook = threading._profile_hook = None
        main._name = "MainThread"
        main.simulated_ = None
        self.random.entropy_.seed(seed)
        self.random.seed(seed)
        futures: Any = self.modules.get("concurrent.futures.thread")
        if futures is not None:
            futures._threads_queues.clear()
            futures._shutdown = False
            futures.ThreadPoolExecutor._counter = itertools.count().__next__

    def begin_main(self) -> None:
        """Tell the modules that the main thread runs."""
        self.threading._main_thread.simulated_ = self.world.threads[0]

    def end_main(self) -> None:
        """What Python does when the main thread is through: wake the workers of executors that were not shut down."""
        for callback in reversed(self.threading._threading_atexits):
            callback()


class _Exceptions:
    """The argument of ``threading.excepthook``."""

    def __init__(self) -> None:
        import _thread

        self.ExceptHookArgs: Any = _thread._ExceptHookArgs


class NoLock:
    """A lock that nobody could ever notice: no thread stops while it has it."""

    def __enter__(self) -> None: ...
    def __exit__(self, *exc_info: object) -> None: ...
    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """It is free."""
        return True

    def release(self) -> None:
        """It stays free."""


class _NoHandle:
    """Where 3.13 keeps what the operating system knows about a thread: here it knows nothing."""

    def __init__(self, ident: int = 0) -> None:
        self.ident = ident
        self._done = False

    def is_done(self) -> bool:
        return self._done

    def _set_done(self) -> None:
        self._done = True


def _sort_futures(self: Any, futures: Any) -> None:
    """All who lock many futures do so in the same order."""
    self.futures = sorted(futures, key=hash)


class _NoLogger:
    """In place of the executors' logger where no program is run."""

    def critical(self, *args: Any, **kwargs: Any) -> None: ...

    exception = error = warning = critical


def _called_by_program(frame: types.FrameType) -> bool:
    return "simulation_program_" in frame.f_globals


def _local_type(world: World) -> type:
    """``threading.local`` for simulated threads."""

    class local:
        def __new__(cls, /, *args: Any, **kwargs: Any) -> Any:
            if (args or kwargs) and cls.__init__ is object.__init__:
                raise TypeError("Initialization arguments are not supported")
            self = object.__new__(cls)
            object.__setattr__(self, "__dict__", {})
            namespaces: dict[Thread, dict[str, Any]] = {world.running: object.__getattribute__(self, "__dict__")}
            _LOCALS[self] = (namespaces, args, kwargs)
            return self

        def __getattribute__(self, name: str) -> Any:
            _enter(self)
            try:
                return object.__getattribute__(self, name)
            except AttributeError:
                if type(self) is not local:
                    raise
                message = f"'_thread._local' object has no attribute {name!r}"
                raise AttributeError(message, name=name, obj=self) from None

        def __setattr__(self, name: str, value: Any) -> None:
            if name == "__dict__":
                raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
            _enter(self)
            object.__setattr__(self, name, value)

        def __delattr__(self, name: str) -> None:
            if name == "__dict__":
                raise AttributeError(f"{type(self).__name__!r} object attribute '__dict__' is read-only")
            _enter(self)
            object.__delattr__(self, name)

        __hash__ = object.__hash__

    from weakref import WeakKeyDictionary

    _LOCALS: WeakKeyDictionary[Any, tuple[dict[Thread, dict[str, Any]], tuple[Any, ...], dict[str, Any]]] = (
        WeakKeyDictionary()
    )

    def _enter(self: Any) -> None:
        """Show the namespace of the running thread, made (by ``__init__``) where it is new."""
        namespaces, args, kwargs = _LOCALS[self]
        me = world.running
        namespace = namespaces.get(me)
        if namespace is None:
            namespace = namespaces[me] = {}
            object.__setattr__(self, "__dict__", namespace)
            type(self).__init__(self, *args, **kwargs)
        object.__setattr__(self, "__dict__", namespace)

    return local


def _os_module() -> types.ModuleType:
    """The little of ``os`` that the private modules use: as many processors everywhere, and no hooks in real forks."""
    module: Any = types.ModuleType("os")
    module.cpu_count = module.process_cpu_count = lambda: 4
    return module  # type: ignore[no-any-return]


def _random_module() -> types.ModuleType:
    """The ``random`` module over a generator of our own, and without the entropy of the machine."""
    entropy = real_random.Random(0)

    class Random(real_random.Random):
        """A generator that begins alike in each execution, even if it is given no seed."""

        def seed(self, a: Any = None, version: int = 2) -> None:
            super().seed(entropy.getrandbits(64) if a is None else a, version)

    module: Any = types.ModuleType("random")
    generator = Random(0)
    for name in real_random.__all__:
        value = getattr(real_random, name)
        if isinstance(getattr(value, "__self__", None), real_random.Random):
            value = getattr(generator, name)
        setattr(module, name, value)
    module.Random = Random
    module.entropy_ = entropy
    module.SystemRandom = refusal("random.SystemRandom", "its numbers are others in each run; use random.Random")
    return module  # type: ignore[no-any-return]


@functools.cache
def installed_code(name: str) -> types.CodeType:
    """The installed source of a module, compiled with a check in each broad handler."""
    spec = importlib.util.find_spec(name)
    assert spec is not None
    assert spec.origin is not None
    loader: Any = spec.loader
    source = loader.get_source(name)
    tree = _Guard().visit(ast.parse(source))
    return compile(ast.fix_missing_locations(tree), spec.origin, "exec")


class _Guard(ast.NodeTransformer):
    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        # ``as_completed`` gives up when its time has been exceeded; where computing takes no time, it never is.
        if isinstance(node.left, ast.Name) and node.left.id == "wait_timeout" and isinstance(node.ops[0], ast.Lt):
            node.ops = [ast.LtE()]
        return node

    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        self.generic_visit(node)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "BaseException"):
            node.body.insert(0, ast.parse("simulation_check_()").body[0])
        return node
