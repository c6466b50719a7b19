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

import _thread
import ast
import builtins
import functools
import importlib.util
import itertools
import random as real_random
import sys
import types
from collections.abc import Callable
from dataclasses import replace
from typing import Any, NoReturn
from weakref import WeakSet

from course.simulation.allowed import import_refusal, refusal
from course.simulation.carrier import Unwind
from course.simulation.clock import time_module
from course.simulation.hashes import IdentityHashes
from course.simulation.local import local_type
from course.simulation.locks import TIMEOUT_MAX, lock_types
from course.simulation.steps import (
    GATES,
    INNER_LOCKS,
    JOIN,
    LIFE,
    OBSERVERS,
    SILENT,
    START,
    STATES,
    STEPS,
    STOP,
    THREAD,
    touch_of,
)
from course.simulation.threads import ENDED, Thread, called_by_program
from course.simulation.touches import Head
from course.simulation.world import World

__all__ = ["Library", "NoLock", "installed_code"]

PRIVATE = frozenset(
    {"threading", "queue", "sched", "concurrent.futures", "concurrent.futures._base", "concurrent.futures.thread"}
)
"""The modules whose installed source is executed privately."""


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
        self.end_head: Callable[[], Head | None] = lambda: None
        self.callback: Callable[[Any], Any] | None = None
        """Makes what a thread is to call into something whose looks at data are seen."""
        self.logger: Any = _NoLogger()
        """What the executors tell their mistakes to."""
        self.lock, self.rlock, self.waiter = lock_types(world)
        self.local, self._forget_locals = local_type(world)
        for cls in (self.lock, self.rlock, self.local):
            hashes.give(cls)
        self.random = _random_module()
        self.time = time_module(world)
        self.modules: dict[str, types.ModuleType] = {
            "time": self.time,
            "_thread": self._thread_module(),
            "random": self.random,
            "os": _os_module(),
            "sys": self._sys_module(),
        }
        self._builtins = dict(vars(builtins))
        self._builtins["__import__"] = self._import
        self.threading = self.load("threading")
        self._main_attributes = vars(self.threading._main_thread).copy()
        self.excepthook = self.threading.excepthook
        """What ``threading.excepthook`` is when a program begins."""

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
        if name.startswith("concurrent.futures.") and name not in PRIVATE and name not in self.modules:
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
        for class_name, path in INNER_LOCKS.get(name, {}).items():
            self._tie(getattr(module, class_name), path.split("."))
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
            self.world.composite = True
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

    def _tie(self, cls: Any, path: list[str]) -> None:
        """Make the lock inside the objects of ``cls`` a part of them."""
        init = cls.__init__
        allows = STATES.get(cls.__name__)

        @functools.wraps(init)
        def tied(self: Any, *args: Any, **kwargs: Any) -> None:
            init(self, *args, **kwargs)
            lock = self
            for name in path:
                lock = getattr(lock, name)
            lock.thing, lock.allows = self, allows
            if cls.__name__ == "Event":
                lock.quiet = True

        cls.__init__ = tied

    def _wrapped(self, original: Callable[..., Any], label: str) -> Callable[..., Any]:
        """``original`` as one step."""
        world = self.world
        method = label.rpartition(".")[2]
        changes = method not in OBSERVERS
        flag = method in ("set", "clear")
        touch = touch_of(label)
        ungated = replace(touch, need=0)
        gate = GATES.get(label)
        around: Callable[..., Callable[[], None]] | None = {
            "Condition.wait": self._waiting,
            "Condition.notify": self._notifying,
            "Condition.notify_all": self._notifying,
        }.get(label)

        @functools.wraps(original)
        def step(*args: Any, **kwargs: Any) -> Any:
            me = world.running
            if me.depth and not called_by_program():
                return original(*args, **kwargs)
            subject = args[0] if args else None
            ready = _gate(gate, args, kwargs) if gate is not None and label in world.gates else None
            after = around(me, *args, **kwargs) if around is not None else None
            if ready is None:
                world.point(label, subject, touch=ungated)
            else:
                blocked = not ready()
                world.point(label, subject, ready, touch=touch)
                me.parks += blocked
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
            if after is not None:
                after()
            if not changes or value is False:
                me.looks += 1
            if (value is not False and changes) or (flag and subject._flag is not before):  # type: ignore[union-attr]
                world.changed()
                if world.looping:
                    for thing, part, write in touch.touched(subject):
                        if write:
                            world.stir(thing, part)
            if world.recorder is not None:
                world.recorder.result(me, value)
            return value

        return step

    def _waiting(self, me: Thread, condition: Any, timeout: float | None = None) -> Callable[[], None]:
        """Before a wait: is it one of which nothing is left once it is over?"""
        lock = condition._lock
        found_nothing = (
            timeout is None and me.awaits == me.at == getattr(lock, "at", -1) and getattr(lock, "count", 1) == 1
        )
        round_ = me.at if found_nothing and lock.holder is me else -1
        me.awaits = -1

        def begin() -> None:
            me.round = -1

        me.round, me.waits_for = round_, condition
        return begin

    def _notifying(self, me: Thread, condition: Any, n: int = 1) -> Callable[[], None]:
        """Around a notification: if nobody waits any more, nothing is left of what those who waited did before."""
        world = self.world

        def after() -> None:
            lock = condition._lock
            if world.trace is None or getattr(lock, "holder", None) is not me:
                return
            if not condition._waiters:
                for thread in world.woken:
                    if thread.round >= 0 and thread.waits_for is condition:
                        world.absorbed[thread.round] = lock.at

        return after

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
        python_init = module._PyRLock.__init__

        @functools.wraps(python_init)
        def init_python_rlock(rlock: Any) -> None:
            python_init(rlock)
            rlock._block = self.lock()

        module._PyRLock.__init__ = init_python_rlock
        condition_init = module.Condition.__init__

        @functools.wraps(condition_init)
        def init(condition: Any, *args: Any, **kwargs: Any) -> None:
            condition_init(condition, *args, **kwargs)
            lock = condition._lock
            number = getattr(lock, "conditions", 0)
            condition.simulation_part_ = ("condition", number)
            if isinstance(lock, self.lock):
                condition._acquire_restore = functools.partial(_take_again, lock)
            if isinstance(lock, (self.lock, self.rlock)):
                condition._lock.conditions = number + 1

        module.Condition.__init__ = init
        for function in ("enumerate", "active_count"):
            setattr(module, function, self._observer(getattr(module, function), function))
        # The simulated _thread has no excepthook, so this is the one in Python, which prints.
        self.python_excepthook = module.excepthook
        module.excepthook = module.__excepthook__ = self._report
        module.ExceptHookArgs = _thread._ExceptHookArgs
        self._adapt_thread(module)

    def _report(self, args: Any, /) -> None:
        """``threading.excepthook``: tells of an exception that ended a thread."""
        if args.exc_type is not SystemExit:
            self.failed(self.world.running, args.exc_value)

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
                world.point("Thread.start", self, touch=START)
            if self._started._flag:
                raise RuntimeError("threads can only be started once")
            self._started._flag = True
            if library.callback is not None:
                self._target = library.callback(getattr(self, "_target", None))
            thread = world.spawn(lambda: life(self), lambda: str(self._name), self._daemonic, subject=self)
            self.simulated_ = thread
            self._ident = self._native_id = thread.ident
            module._active[thread.ident] = self
            world.changed(self)
            world.stir(LIFE)
            if world.recorder is not None:
                world.recorder.woken(thread, world.running)

        def life(self: Any) -> None:
            thread = self.simulated_
            try:
                self.run()
            except Unwind:
                raise
            except BaseException:
                if world.ending is not None:
                    raise Unwind from None
                report(self, thread)
            library._forget_locals(thread)
            if world.ending is not None:
                raise Unwind
            world.minor_point("end", self, needed=library.end_is_step(), touch=STOP, head=library.end_head())
            module._active.pop(thread.ident, None)
            self._is_stopped = True  # up to 3.12
            if hasattr(self, "_handle"):
                self._handle._set_done()
            # The world keeps its threads to the end; the program's own object may go before.
            thread.name = functools.partial(str, self._name)

        def report(self: Any, thread: Thread) -> None:
            """Call the hook for the exception that is being handled."""
            try:
                self._invoke_excepthook(self)
            except (SystemExit, Unwind):
                pass
            except BaseException as error:  # of the hook's; it has told of an Exception itself
                library.failed(thread, error)

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

            if timeout is not None and timeout > 0 and not me.depth:
                world.read_clock()
            deadline = None if timeout is None else world.deadline(timeout)
            if not me.depth or not over():
                if timeout is not None and timeout <= 0:
                    world.point("Thread.join", self, touch=THREAD)
                else:
                    world.point("Thread.join", self, over, deadline, touch=JOIN)
            if over():
                me.over |= {target.index} | target.over
                me.parks += 1
            else:
                me.slept += 1

        def is_alive(self: Any) -> bool:
            assert self._initialized, "Thread.__init__() not called"
            library.observe_life()
            if not world.running.depth:
                world.point("Thread.is_alive", self, touch=THREAD)
            target = getattr(self, "simulated_", None)
            alive = target is not None and target.state != ended
            if target is not None and not alive:
                world.running.over |= {target.index} | target.over
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

    def _thread_module(self) -> types.ModuleType:
        """The simulated ``_thread``."""
        world = self.world
        module: Any = types.ModuleType("_thread")
        module.error = RuntimeError
        module.TIMEOUT_MAX = TIMEOUT_MAX
        module.LockType = module.lock = module.allocate_lock = module.allocate = self.lock
        if sys.version_info < (3, 13):  # where ``threading.Lock`` is a function
            module.allocate_lock = module.allocate = lambda: self.lock()
        module.RLock = self.rlock
        module._local = self.local
        module.get_ident = module.get_native_id = staticmethod(lambda: world.running.ident)
        module._get_main_thread_ident = lambda: 1
        module._is_main_interpreter = lambda: True
        module.daemon_threads_allowed = lambda: True
        module.stack_size = lambda size=0: 0
        module._set_sentinel = self.lock
        module._ThreadHandle = module._make_thread_handle = _NoHandle
        module._shutdown = lambda: None

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
                self._forget_locals(world.running)

            return world.spawn(body, lambda: "thread", daemon=True).ident

        module.start_new_thread = module.start_joinable_thread = start_new_thread
        for name, value in vars(module).items():  # what a repr or an error message shows of them
            if getattr(value, "__module__", "").startswith("course."):
                value.__name__ = value.__qualname__ = value.__name__ if isinstance(value, type) else name
                value.__module__ = "_thread"
        return module  # type: ignore[no-any-return]

    def _sys_module(self) -> types.ModuleType:
        """The little of ``sys`` that the private modules use: how they tell of a hook that fails itself."""

        def excepthook(kind: type[BaseException], error: BaseException, traceback: object) -> None:
            self.failed(self.world.running, error)

        def refuse(function: object) -> NoReturn:
            raise RuntimeError("settrace and setprofile cannot be used on simulated threads")

        module: Any = types.ModuleType("sys")
        module.exc_info = sys.exc_info
        module.excepthook = excepthook
        module.stderr = _NoStream()
        module.settrace = module.setprofile = module._settraceallthreads = module._setprofileallthreads = refuse
        return module  # type: ignore[no-any-return]

    def refuse_tracing(self) -> None:
        """Let ``threading.settrace`` and its kin say that they cannot be used."""
        for name in ("settrace", "setprofile", "settrace_all_threads", "setprofile_all_threads"):
            if hasattr(self.threading, name):  # two of them came with Python 3.12
                setattr(self.threading, name, refusal(f"threading.{name}", TRACING))

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
        threading.excepthook = self.excepthook
        threading._trace_hook = threading._profile_hook = None
        vars(main).clear()
        vars(main).update(self._main_attributes)
        main.simulated_ = None
        self._forget_locals(None)
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


def _gate(gate: Callable[..., Any], args: tuple[Any, ...], kwargs: dict[str, Any]) -> Any:
    """When the operation can be made; None if at any time, also where the arguments are wrong."""
    try:
        return gate(*args, **kwargs)
    except TypeError:
        return None


def _take_again(lock: Any, _: object) -> None:
    """What a condition does with a plain lock when a wait is over."""
    lock.again()


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
        self.done = False

    def is_done(self) -> bool:
        return self.done

    def _set_done(self) -> None:
        self.done = True


def _sort_futures(self: Any, futures: Any) -> None:
    """All who lock many futures do so in the same order."""
    self.futures = sorted(futures, key=hash)


class _NoLogger:
    """In place of the executors' logger where no program is run."""

    def critical(self, *args: Any, **kwargs: Any) -> None: ...

    exception = error = warning = critical


class _NoStream:
    """In place of ``sys.stderr`` in the private modules: what they would tell there is in the execution already."""

    def write(self, text: str) -> None: ...
    def flush(self) -> None: ...


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
    def visit_ExceptHandler(self, node: ast.ExceptHandler) -> ast.AST:
        self.generic_visit(node)
        if node.type is None or (isinstance(node.type, ast.Name) and node.type.id == "BaseException"):
            node.body.insert(0, ast.parse("simulation_check_()").body[0])
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        # as_completed() waits again when its deadline has just come, which is for ever while the clock stands still.
        if ast.unparse(node) == "wait_timeout < 0":
            node.ops = [ast.LtE()]
        return node
