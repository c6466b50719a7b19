"""The ``sys`` of a program, and its two standard streams.

Whatever is written goes into one output, in the order in which it was written.  ``sys`` has what only computes; the
rest of it is the interpreter's inside, or the world around it, and says so when it is asked for.
"""

from __future__ import annotations

import sys
import types
from collections.abc import Callable
from typing import Any, NoReturn, TypeVar

from course.simulation.allowed import sys_refusal
from course.simulation.shared import Shared
from course.simulation.threads import Thread
from course.simulation.touches import Head
from course.simulation.world import World

__all__ = ["CONSOLE", "Console", "Stream"]

Value = TypeVar("Value")

PLAIN = (
    "maxsize maxunicode version_info version hexversion api_version platform byteorder implementation copyright "
    "float_info int_info hash_info intern exc_info exception getdefaultencoding"
)
"""The names of the real ``sys`` that a program finds."""


class _Output:
    """Stands for what the program writes."""


CONSOLE = _Output()

STREAMS = ("stdout", "stderr")
"""The names in ``sys`` that a program may assign, and a step that writes looks at."""


class Stream:
    """A standard stream of a program: each ``write`` is a step, unless it is a part of one."""

    __slots__ = ("name", "simulation_console_")

    encoding = "utf-8"
    errors = "strict"
    mode = "w"
    newlines = None
    closed = False
    line_buffering = True

    def __init__(self, console: Console, name: str) -> None:
        self.simulation_console_ = console
        self.name = name

    def write(self, text: str) -> int:
        """Write ``text``; the number of its characters."""
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        text = str.__add__("", text)  # whatever a subclass would say
        self.simulation_console_.write(text)
        return len(text)

    def writelines(self, lines: Any) -> None:
        """Write each of ``lines``."""
        for line in lines:
            self.write(line)

    def flush(self) -> None:
        """Nothing is kept back."""

    def isatty(self) -> bool:
        """Nobody is at the keyboard."""
        return False

    def writable(self) -> bool:
        """As the real streams."""
        return True

    def readable(self) -> bool:
        """As the real streams."""
        return False

    seekable = readable

    def __getattr__(self, name: str) -> NoReturn:
        if name.startswith("_"):
            raise AttributeError(f"{type(self).__name__!r} object has no attribute {name!r}")
        stream = self.name.strip("<>")
        raise AttributeError(
            f"sys.{stream}.{name} cannot be used here: there is no terminal; write text with sys.{stream}.write()"
        )

    def __repr__(self) -> str:
        return f"<_io.TextIOWrapper name={self.name!r} mode='w' encoding='utf-8'>"


class Console:
    """What a program writes to, and its ``sys``."""

    def __init__(self, world: World, shared: Shared, put: Callable[[str], None]) -> None:
        self.world = world
        self._shared = shared
        self._put = put
        self._said: dict[Thread, list[str]] = {}
        self.stdout, self.stderr = Stream(self, "<stdout>"), Stream(self, "<stderr>")
        self.sys = self._sys_module()

    def begin(self) -> None:
        """Get ready for an execution."""
        self._said.clear()
        self.sys.stdout, self.sys.stderr = self.stdout, self.stderr

    def head(self, also: Head = ()) -> Head:
        """What a step touches that writes, and touches ``also`` besides."""
        number = self.world.number
        where = number(self.sys)
        return ((number(CONSOLE), None, True), *[(where, name, False) for name in STREAMS], *also)

    def redirected(self, site: int, name: str) -> None:
        """Code of the library's is about to assign ``sys.stdout`` or ``sys.stderr``."""
        self._shared.access(site, self.sys, name, True)

    def point(self, also: Head = ()) -> None:
        """Announce a step that writes, and touches ``also`` besides."""
        self.world.point("print", None, head=self.head(also))
        for name in STREAMS:
            self._shared.look_at(self.sys, name)

    def put(self, text: str) -> None:
        """Write ``text`` as a part of the step that is being made."""
        self.world.touches(self.head())  # code of the program's may have made steps since the point
        self._put(text)
        self.world.changed(CONSOLE)

    def write(self, text: str) -> None:
        """Write ``text``: a step, unless it is a part of one that writes more."""
        me = self.world.running
        said = self._said.get(me)
        if said is None:
            self.point()
        self.put(text)
        if said is not None:
            said.append(text)
        elif self.world.recorder is not None:
            self.world.recorder.result(me, text.rstrip("\n"))

    def one_step(
        self, point: Callable[[], object], function: Callable[..., Value], /, *args: Any, **kwargs: Any
    ) -> Value:
        """``function(*args, **kwargs)`` as one step, however often it writes; ``point`` announces it."""
        world = self.world
        me = world.running
        if me in self._said:
            return function(*args, **kwargs)
        point()
        self._said[me] = []
        me.depth += 1
        try:
            return function(*args, **kwargs)
        finally:
            me.depth -= 1
            said = self._said.pop(me, [])
            if world.recorder is not None and world.ending is None:
                world.recorder.result(me, "".join(said).rstrip("\n"))

    def _sys_module(self) -> Any:
        """The little of ``sys`` that a program may use."""

        def leave(status: object = None) -> None:
            raise SystemExit(status)

        def missing(name: str) -> NoReturn:
            raise AttributeError(sys_refusal(name))

        module: Any = types.ModuleType("sys")
        for name in PLAIN.split():
            setattr(module, name, getattr(sys, name))
        module.implementation = types.SimpleNamespace(**vars(sys.implementation))
        module.stdout = module.__stdout__ = self.stdout
        module.stderr = module.__stderr__ = self.stderr
        module.exit = leave
        module.getrecursionlimit = lambda: 1000
        module.setswitchinterval = lambda interval: None
        module.getswitchinterval = lambda: 0.005
        module.argv = ["program"]
        module.warnoptions = []
        module.__getattr__ = missing
        return module
