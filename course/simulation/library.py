"""A private copy of the standard library's thread modules, over simulated threads and time.

``threading``, ``queue``, ``concurrent.futures`` and ``sched`` are the running Python's own: their
installed source is executed a second time, in modules of our own whose imports of ``_thread`` and
``time`` find the simulated ones.  The real modules are never touched.  What is ours is the lowest layer
(``machine.py``, ``locks.py``) and the life of a ``Thread`` (``life.py``; its start and end lie in C and in the
operating system).

The public methods are wrapped so that each is *one* step, named as the learner wrote it (``Queue.put``), however
many locks it takes inside.  That is sound as long as nobody can be in the middle of one: inside, a thread
stops only where it really blocks.  How they are wrapped is in ``operations.py``.
"""

from __future__ import annotations

import _thread
import ast
import builtins
import functools
import importlib.util
import itertools
import types
from collections.abc import Callable
from typing import Any
from weakref import WeakSet

from course.simulation.allowed import import_refusal, refusal
from course.simulation.carrier import Unwind
from course.simulation.clock import time_module
from course.simulation.hashes import IdentityHashes
from course.simulation.life import Life
from course.simulation.local import local_type
from course.simulation.locks import lock_types
from course.simulation.machine import os_module, random_module, sys_module, thread_module
from course.simulation.operations import Operations
from course.simulation.steps import INNER_LOCKS, SILENT, STEPS
from course.simulation.threads import Handle
from course.simulation.values import LIBRARY_CLASSES, LIBRARY_MODULES
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
        self.logger: Any = _NoLogger()
        """What the executors tell their mistakes to."""
        self.lock, self.rlock, self.waiter = lock_types(world)
        LIBRARY_CLASSES.add(self.waiter)
        self.local, self._forget_locals = local_type(world)
        self.life = Life(world, self._forget_locals)
        self.operations = Operations(world)
        for cls in (self.lock, self.rlock, self.local):
            hashes.give(cls)
        self.random = random_module()
        self.time = time_module(world)
        self.modules: dict[str, types.ModuleType] = {
            "time": self.time,
            "_thread": thread_module(world, self.lock, self.rlock, self.local, self.life),
            "random": self.random,
            "os": os_module(),
            "sys": sys_module(world, self.life),
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
            if isinstance(value, type) and value.__module__ == name and name in LIBRARY_MODULES:
                LIBRARY_CLASSES.add(value)
            if isinstance(value, type) and value.__module__ == name and not issubclass(value, BaseException):
                self.hashes.give(value)
        for class_name, methods in STEPS.get(name, {}).items():
            cls = getattr(module, class_name)
            label = "SimpleQueue" if class_name == "_PySimpleQueue" else class_name
            for method in methods.split():
                if method in vars(cls):
                    self.operations.wrap(cls, method, f"{label}.{method}")
        for class_name, path in INNER_LOCKS.get(name, {}).items():
            self.operations.tie(getattr(module, class_name), path.split("."))
        for class_name, methods in SILENT.get(name, {}).items():
            cls = getattr(module, class_name)
            for method in methods.split():
                self.operations.wrap(cls, method, None)
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
                setattr(module, function, self.operations.wrapped(getattr(module, function), "futures.wait"))
        elif name == "concurrent.futures.thread":
            module._python_exit = self.operations.silent(module._python_exit)  # type: ignore[attr-defined]
            self.threading._threading_atexits[:] = [module._python_exit]
            self._futures_thread = module

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
            number = getattr(lock, "simulation_conditions_", 0)
            condition.simulation_part_ = ("condition", number)
            if isinstance(lock, self.lock):
                condition._acquire_restore = functools.partial(_take_again, lock)
            if isinstance(lock, (self.lock, self.rlock)):
                condition._lock.simulation_conditions_ = number + 1

        module.Condition.__init__ = init
        for function in ("enumerate", "active_count"):
            setattr(module, function, self._observer(getattr(module, function), function))
        # The simulated _thread has no excepthook, so this is the one in Python, which prints.
        self.python_excepthook = module.excepthook
        module.excepthook = module.__excepthook__ = self._report
        module.ExceptHookArgs = _thread._ExceptHookArgs
        self.life.adapt(module)

    def _report(self, args: Any, /) -> None:
        """``threading.excepthook``: tells of an exception that ended a thread."""
        if args.exc_type is not SystemExit:
            self.life.failed(self.world.running, args.exc_value)

    def _observer(self, original: Callable[..., Any], label: str) -> Callable[..., Any]:
        step = self.operations.wrapped(original, label)

        @functools.wraps(original)
        def observer(*args: Any, **kwargs: Any) -> Any:
            self.life.observe()
            return step(*args, **kwargs)

        return observer

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
        main.simulation_thread_ = None
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
        self.threading._main_thread.simulation_thread_ = Handle(self.world.threads[0])

    def end_main(self) -> None:
        """What Python does when the main thread is through: wake the workers of executors that were not shut down."""
        for callback in reversed(self.threading._threading_atexits):
            callback()


def _take_again(lock: Any, _: object) -> None:
    """What a condition does with a plain lock when a wait is over."""
    lock.simulation_again_()


class NoLock:
    """A lock that nobody could ever notice: no thread stops while it has it."""

    def __enter__(self) -> None: ...
    def __exit__(self, *exc_info: object) -> None: ...
    def acquire(self, blocking: bool = True, timeout: float = -1) -> bool:
        """It is free."""
        return True

    def release(self) -> None:
        """It stays free."""


def _sort_futures(self: Any, futures: Any) -> None:
    """All who lock many futures do so in the same order."""
    self.futures = sorted(futures, key=hash)


class _NoLogger:
    """In place of the executors' logger where no program is run."""

    def critical(self, *args: Any, **kwargs: Any) -> None: ...

    exception = error = warning = critical


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

    def visit_Attribute(self, node: ast.Attribute) -> ast.AST:
        self.generic_visit(node)
        if node.attr == "_module":  # what warnings.catch_warnings keeps: no program shall find the module behind it
            node.attr = "simulation_module_"
        return node

    def visit_Compare(self, node: ast.Compare) -> ast.AST:
        # as_completed() waits again when its deadline has just come, which is for ever while the clock stands still.
        if ast.unparse(node) == "wait_timeout < 0":
            node.ops = [ast.LtE()]
        return node
