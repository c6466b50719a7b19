"""The world of one execution: the lives of its threads, and what they change.

The world is what the simulated library works on.  Its layers lie in modules of their own, each a base class of the
next: the trace (``events.py``), the clock (``deadlines.py``), and who goes next (``schedule.py``).  Here is what is
above them: how an execution and its threads begin and end, and who hears of a change.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from greenlet import greenlet

from course.model import Ending
from course.simulation.carrier import Unwind
from course.simulation.schedule import Schedule
from course.simulation.steps import LIFE
from course.simulation.threads import ENDED, Chooser, Thread
from course.simulation.touches import EAGER, NONE, WHOLE, Event, Part

__all__ = ["World", "concerns"]

END = 0
"""The place that stands for the end of a thread, a step of its own once somebody asks whether a thread is alive."""


class World(Schedule):
    """Threads, clock and schedule of one execution at a time; :meth:`begin` makes it new."""

    def __init__(self) -> None:
        super().__init__()
        self.gates: frozenset[str] = frozenset()
        """The operations that cannot be made yet where they would only block; see ``steps.py``."""
        self.begin(_Alone(), steps=1, late_threads=0)

    # --- the frame of one execution -------------------------------------------------

    def begin(
        self,
        chooser: Chooser,
        steps: int,
        late_threads: int,
        trace: list[Event] | None = None,
        script: Sequence[int] = (),
    ) -> None:
        """Forget the last execution and get ready for the next."""
        self.begin_events(trace, script)
        self.begin_clock()
        self.begin_schedule(chooser, steps, late_threads)
        self.looping = False
        """Whether a ``while`` was turned."""
        self.changes: list[tuple[int, tuple[int, Part]]] = []
        """What was changed since then, and by which thread."""
        self.effects = 0
        self.live = 0
        """Threads alive that are no daemons."""
        self.forced_fair = False
        """Whether a loop was made to let others go first."""
        self.polled = False
        """Whether somebody turned a loop, or slept in one, to wait for others."""

    def run(self, main: Callable[[], None]) -> Ending:
        """Run ``main`` as thread 0, and all that it starts, to the end; say how it ended."""
        self.fibers.enter()
        first = self.spawn(main, lambda: "main", daemon=False, eager=False)
        self.running = first
        first.at = self._record(EAGER, 0, NONE, 0, 0, first.segment)
        try:
            assert first.fiber is not None
            self.fibers.run(first.fiber)
        finally:
            ending = self.ending
            if ending is None:
                self.ending = "error"
            if self.recorder is not None:
                self.recorder.ended()
            if self.trace is not None:
                self.unmade += [step for step in map(self._unmade, self.threads) if step is not None]
            self._unwind_all()
        assert ending is not None
        return ending

    def _unwind_all(self) -> None:
        for thread in self.threads:
            if thread.state != ENDED and thread.fiber is not None:
                self.running = thread
                self.fibers.unwind(thread.fiber)
                thread.state = ENDED
                thread.fiber = None

    # --- threads --------------------------------------------------------------------

    def spawn(
        self,
        target: Callable[[], None],
        name: Callable[[], str],
        daemon: bool,
        eager: bool = True,
        subject: object = None,
    ) -> Thread:
        """A new thread that will run ``target``; ``eager`` lets it go on to its first point by itself."""
        thread = Thread(len(self.threads), name, daemon, subject)
        thread.cause = self.running.at
        thread.over = set(self.running.over)

        def task() -> greenlet:
            nonlocal target
            try:
                if self.ending is None:
                    target()
            except Unwind:
                pass
            # What only this thread kept alive goes now, while its finalizers can still make steps of it.
            target = _nothing
            return self._end(thread)

        thread.fiber = self.fibers.new(task)
        self.threads.append(thread)
        if not daemon:
            self.live += 1
        if eager:
            self.woken.append(thread)
        return thread

    def _end(self, thread: Thread) -> greenlet:
        thread.state = ENDED
        thread.fiber = None
        thread.pending = None
        # Its segment stays open until somebody joins it: until then its last accesses could as well come later.
        if self.ending is not None:
            return self.fibers.root
        if not thread.daemon:
            self.live -= 1
        if self.trace is not None and not thread.end_was_step:
            self.follow_up(thread, ((self.number(thread.subject), None, True),))
        self.changed(thread.subject)
        self.stir(LIFE)
        thread.subject = None
        if self.live == 0:
            self.ending = "completed"
            return self.fibers.root
        successor = self._next()
        if successor is None:
            return self.fibers.root
        return self._go(successor)

    @property
    def has_daemons(self) -> bool:
        """Whether a daemon thread is alive."""
        return any(thread.daemon and thread.state != ENDED for thread in self.threads)

    # --- changes --------------------------------------------------------------------

    def waits_again(self, me: Thread) -> None:
        """The running thread begins to wait for a time at most: if it did so in the turn before, it polls."""
        if me.doubt is not None:
            me.doubt = None
            self.polled = True
            if self.recorder is not None:
                self.recorder.sure(me)

    def changed(self, thing: object = None, part: Part = WHOLE) -> None:
        """The running thread changes (a ``part`` of) something that another one could see."""
        self.effects += 1
        self.running.effects += 1
        if self.looping:
            self.stir(thing, part)

    def stir(self, thing: object, part: Part = WHOLE) -> None:
        """Let those look again who wait in a loop for a change of ``thing``."""
        if not self.looping:
            return
        change = (self.number(thing), part)
        self.changes.append((self.running.index, change))
        for thread in list(self.spinners):
            thread.stirred = True
            if concerns(change, thread.watch):
                self.spinners.remove(thread)
                self.wake(thread)


def concerns(change: tuple[int, Part], watch: list[tuple[int, Part]]) -> bool:
    """Whether something in ``watch`` is changed."""
    thing, part = change
    return any(seen == thing and (seen_part == part or WHOLE in (seen_part, part)) for seen, seen_part in watch)


def _nothing() -> None: ...


class _Alone:
    def choose(self, options: list[int], current: int | None) -> int:
        raise AssertionError("no execution has begun")
