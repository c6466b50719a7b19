"""The simulated ``time``: a clock that stands still while anybody can run.

``sleep`` costs nothing and is exact.  The calendar begins at a fixed moment, in UTC, so that a program
prints the same time on every machine.
"""

from __future__ import annotations

import calendar
import time as real_time
import types
from operator import index
from typing import Any, NoReturn

from course.simulation.allowed import time_refusal
from course.simulation.deadlines import NANOSECONDS
from course.simulation.world import World

__all__ = ["EPOCH", "time_module"]

EPOCH = 1_767_225_600
"""Simulated programs begin on 2026-01-01 at 00:00:00 UTC."""


def time_module(world: World) -> types.ModuleType:
    """``time``, for the threads of ``world``."""
    module: Any = types.ModuleType("time")

    def read() -> int:
        me = world.running
        me.clock_reads += 1
        if not me.depth:
            world.read_clock()
        return world.now

    def sleep(seconds: Any, /) -> None:
        if not isinstance(seconds, (int, float)):
            seconds = index(seconds)
        if seconds != seconds:
            raise ValueError("Invalid value NaN (not a number)")
        if seconds < 0:
            raise ValueError("sleep length must be non-negative")
        me = world.running
        world.point("sleep", f"{seconds:g} s")
        me.slept += 1
        me.naps += 1
        if seconds > 0:
            world.park(world.deadline(seconds))

    def monotonic() -> float:
        """Seconds since the program began."""
        return read() / NANOSECONDS

    def monotonic_ns() -> int:
        """Nanoseconds since the program began."""
        return read()

    def time() -> float:
        """Seconds since 1970."""
        return EPOCH + read() / NANOSECONDS

    def time_ns() -> int:
        """Nanoseconds since 1970."""
        return EPOCH * NANOSECONDS + read()

    def process_time() -> float:
        """Processor time: computing takes no simulated time."""
        return 0.0

    def mktime(moment: Any, /) -> float:
        """Seconds since 1970; local time is UTC."""
        return float(calendar.timegm(moment))

    def get_clock_info(name: str, /) -> Any:
        """How a clock is made: this one cannot be set, and is exact."""
        if name not in ("monotonic", "perf_counter", "process_time", "thread_time", "time"):
            raise ValueError("unknown clock")
        return types.SimpleNamespace(
            implementation="simulated", monotonic=name != "time", adjustable=name == "time", resolution=1e-09
        )

    def missing(name: str) -> NoReturn:
        raise AttributeError(time_refusal(name))

    module.mktime, module.get_clock_info = mktime, get_clock_info
    module.sleep = sleep
    module.monotonic = module.perf_counter = monotonic
    module.monotonic_ns = module.perf_counter_ns = monotonic_ns
    module.time, module.time_ns = time, time_ns
    module.process_time = module.thread_time = process_time
    module.process_time_ns = module.thread_time_ns = lambda: 0
    module.struct_time = real_time.struct_time
    module.timezone = module.altzone = module.daylight = 0
    module.tzname = ("UTC", "UTC")
    module.gmtime = module.localtime = lambda seconds=None: real_time.gmtime(time() if seconds is None else seconds)
    module.ctime = lambda seconds=None: real_time.asctime(module.gmtime(seconds))
    module.asctime = lambda moment=None: real_time.asctime(moment or module.gmtime())
    module.strftime = lambda form, moment=None: real_time.strftime(form, moment or module.gmtime())
    module.strptime = real_time.strptime
    for name, value in list(vars(module).items()):
        if isinstance(value, types.FunctionType):  # as functions written in C, they do not become methods of a class
            setattr(module, name, staticmethod(value))
    module.__getattr__ = missing
    return module  # type: ignore[no-any-return]
