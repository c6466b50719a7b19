"""The life of a simulated ``Thread``: how it is started, ends, is joined, and what is told of it.

The installed ``Thread`` leaves these to C and the operating system, so they are written here; all else of it
(names, daemons, ``Timer``) is the library's own.  Whoever runs a program is told of two things: of an exception that
ended a thread, and that the program asks whether a thread is alive, which makes the end of threads a step.
"""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from course.simulation.carrier import Unwind
from course.simulation.steps import JOIN, LIFE, START, STOP, THREAD
from course.simulation.threads import ENDED, Handle, Thread, simulated
from course.simulation.touches import Head
from course.simulation.world import World

__all__ = ["Life"]


class Life:
    """How the threads of one world live, and who is told."""

    def __init__(self, world: World, forget_locals: Callable[[Thread | None], None]) -> None:
        self.world = world
        self.forget_locals = forget_locals
        """Called when a thread is over: its ``threading.local`` go."""
        self.failed: Callable[[Thread, BaseException], None] = lambda thread, error: None
        """Called with an exception that ended a thread."""
        self.observe: Callable[[], None] = lambda: None
        """Called when a program asks whether a thread is alive: its end is then a step of its own."""
        self.end_is_step: Callable[[], bool] = lambda: False
        self.end_head: Callable[[], Head | None] = lambda: None
        self.callback: Callable[[Any], Any] | None = None
        """Makes what a thread is to call into something whose looks at data are seen."""

    def adapt(self, module: Any) -> None:
        """Give ``module.Thread`` its life: ``start``, ``join``, ``is_alive`` over simulated threads."""
        world = self.world
        lives = self
        ended = ENDED

        def start(self: Any) -> None:
            if not self._initialized:
                raise RuntimeError("thread.__init__() not called")
            if not world.running.depth:
                world.point("Thread.start", self, touch=START)
            if self._started._flag:
                raise RuntimeError("threads can only be started once")
            self._started._flag = True
            if lives.callback is not None:
                self._target = lives.callback(getattr(self, "_target", None))
            thread = world.spawn(lambda: life(self), lambda: str(self._name), self._daemonic, subject=self)
            self.simulation_thread_ = Handle(thread)
            self._ident = self._native_id = thread.ident
            module._active[thread.ident] = self
            world.changed(self)
            world.stir(LIFE)
            if world.recorder is not None:
                world.recorder.woken(thread, world.running)

        def life(self: Any) -> None:
            thread = self.simulation_thread_.simulation_of_
            try:
                self.run()
            except Unwind:
                raise
            except BaseException:
                if world.ending is not None:
                    raise Unwind from None
                report(self, thread)
            lives.forget_locals(thread)
            if world.ending is not None:
                raise Unwind
            world.minor_point("end", self, needed=lives.end_is_step(), touch=STOP, head=lives.end_head())
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
                lives.failed(thread, error)

        def join(self: Any, timeout: float | None = None) -> None:
            if not self._initialized:
                raise RuntimeError("Thread.__init__() not called")
            me = world.running
            if not me.depth and timeout is not None:
                lives.observe()
            target = simulated(self)
            if target is None:
                raise RuntimeError("cannot join thread before it is started")
            if target is me:
                raise RuntimeError("cannot join current thread")

            def over() -> bool:
                return bool(target.state == ended)

            if timeout is not None and timeout > 0 and not me.depth:
                world.read_clock()
            deadline = None if timeout is None else world.deadline(timeout)
            if timeout is not None and timeout > 0 and me.doubt == me.effects:
                world.waits_again(me)
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
            lives.observe()
            if not world.running.depth:
                world.point("Thread.is_alive", self, touch=THREAD)
                world.running.looks += 1
            target = simulated(self)
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
