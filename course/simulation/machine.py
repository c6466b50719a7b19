"""What the private modules find below them: ``_thread``, ``random``, and the little of ``os`` and ``sys`` they use.

Real ones would reach real threads and the machine's entropy, and answer otherwise on each machine.  So the private
modules import these.  Locks and ``threading.local`` are made elsewhere (``locks.py``, ``local.py``), as is ``time``.
"""

from __future__ import annotations

import random as real_random
import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn

from course.simulation.allowed import refusal
from course.simulation.life import Life
from course.simulation.locks import TIMEOUT_MAX
from course.simulation.world import World

__all__ = ["os_module", "random_module", "sys_module", "thread_module"]


def thread_module(world: World, lock: Any, rlock: Any, local: Any, life: Life) -> types.ModuleType:
    """The simulated ``_thread``."""
    module: Any = types.ModuleType("_thread")
    module.error = RuntimeError
    module.TIMEOUT_MAX = TIMEOUT_MAX
    module.LockType = module.lock = module.allocate_lock = module.allocate = lock
    if sys.version_info < (3, 13):  # where ``threading.Lock`` is a function
        module.allocate_lock = module.allocate = lambda: lock()
    module.RLock = rlock
    module._local = local
    module.get_ident = module.get_native_id = staticmethod(lambda: world.running.ident)
    module._get_main_thread_ident = lambda: 1
    module._is_main_interpreter = lambda: True
    module.daemon_threads_allowed = lambda: True
    module.stack_size = lambda size=0: 0
    module._set_sentinel = lock
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
                life.failed(world.running, error)
            life.forget_locals(world.running)

        return world.spawn(body, lambda: "thread", daemon=True).ident

    module.start_new_thread = module.start_joinable_thread = start_new_thread
    for name, value in vars(module).items():  # what a repr or an error message shows of them
        if getattr(value, "__module__", "").startswith("course."):
            value.__name__ = value.__qualname__ = value.__name__ if isinstance(value, type) else name
            value.__module__ = "_thread"
    return module  # type: ignore[no-any-return]


def sys_module(world: World, life: Life) -> types.ModuleType:
    """The little of ``sys`` that the private modules use: how they tell of a hook that fails itself."""

    def excepthook(kind: type[BaseException], error: BaseException, traceback: object) -> None:
        life.failed(world.running, error)

    def refuse(function: object) -> NoReturn:
        raise RuntimeError("settrace and setprofile cannot be used on simulated threads")

    module: Any = types.ModuleType("sys")
    module.exc_info = sys.exc_info
    module.excepthook = excepthook
    module.stderr = _NoStream()
    module.settrace = module.setprofile = module._settraceallthreads = module._setprofileallthreads = refuse
    return module  # type: ignore[no-any-return]


def os_module() -> types.ModuleType:
    """The little of ``os`` that the private modules use: as many processors everywhere, and no hooks in real forks."""
    module: Any = types.ModuleType("os")
    module.cpu_count = module.process_cpu_count = lambda: 4
    return module  # type: ignore[no-any-return]


def random_module() -> types.ModuleType:
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


class _NoHandle:
    """Where 3.13 keeps what the operating system knows about a thread: here it knows nothing."""

    def __init__(self, ident: int = 0) -> None:
        self.ident = ident
        self.done = False

    def is_done(self) -> bool:
        return self.done

    def _set_done(self) -> None:
        self.done = True


class _NoStream:
    """In place of ``sys.stderr`` in the private modules: what they would tell there is in the execution already."""

    def write(self, text: str) -> None: ...
    def flush(self) -> None: ...
