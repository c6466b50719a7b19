"""The world of one execution: its threads, its clock, and who goes next.

A thread *announces* its next step at a point (:meth:`World.point`) and then waits until
the chooser picks it, so that the set of threads that can go on is known without running
anyone.  Between two points a thread runs undisturbed.  Three kinds of stopping:

- at a **point**: the next step is announced; the thread is enabled when the step could be
  done now (``ready``), or when its deadline has passed;
- **parked** inside an operation (:meth:`World.park`): until somebody wakes it, or the
  deadline passes.  A woken thread goes on to its next point by itself, without a choice,
  since nothing it does until then can be seen by others;
- **ended**.

Time is simulated: it stands still while anybody can run and then jumps to the earliest
deadline.  A *late* thread is one that is slow: the clock may then pass a deadline although
others could run; the chooser is asked about that too, as often as the search allows.

The shared-variable part, which decides which accesses need a point, is in ``shared.py``.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable
from typing import Protocol

from greenlet import greenlet

from course.model import CLOCK, Ending
from course.simulation.carrier import Fibers, Unwind

__all__ = ["Chooser", "Recorder", "Thread", "World"]

NANOSECONDS = 1_000_000_000

TURNS_PER_STEP = 50
"""How many turns of loops and accesses to unshared data are allowed for each step of the budget."""

FAIR_TURNS = 200
"""So many turns of a loop may a thread take in a row while others could run; then it must let one go first."""


LONGEST_TICK = 100
"""In milliseconds: how far the clock moves at most for one turn of a loop that does nothing but read it."""


class Chooser(Protocol):
    """Who goes next?  The one question that a search strategy answers."""

    def choose(self, options: list[int], current: int | None) -> int:
        """Pick one of ``options`` (two or more, ascending; CLOCK, if present, comes last).

        ``current`` is the thread that made the last step if it is among the options: to pick another
        one is then a preemption.
        """


class Recorder(Protocol):
    """What a replay tells, step by step; a search runs without one."""

    def announce(self, thread: Thread, blocked: bool) -> None:
        """``thread`` announced ``thread.pending``."""

    def step(self, thread: Thread) -> None:
        """``thread`` executes its announced step."""

    def parked(self, thread: Thread) -> None:
        """``thread`` blocks in the middle of its operation."""

    def woken(self, thread: Thread, by: Thread | None) -> None:
        """``thread`` may go on, thanks to ``by``, or to the clock."""

    def access(self, thread: Thread, site: int, owner: object, key: object, write: bool, value: object) -> None:
        """``thread`` reads shared data, or writes ``value`` into it."""

    def note(self, thread: Thread, operation: str) -> None:
        """Something worth telling that is no step."""

    def result(self, thread: Thread, value: object) -> None:
        """The operation of the last step of ``thread`` gave ``value``."""

    def ended(self) -> None:
        """The execution is over; its threads are still as they were."""


class Follower(Protocol):
    """A schedule that is being followed, step by step."""

    def advance(self, thread: int) -> None:
        """``thread`` (or the CLOCK) made a step."""

    def hands_over(self, thread: int) -> bool:
        """Whether somebody else than ``thread`` makes the next step."""


ANNOUNCED, PARKED, RUNNING, ENDED = range(4)

YIELD = "yield"


class Thread:
    """A simulated thread, as the world sees it."""

    __slots__ = (
        "clock_reads",
        "daemon",
        "deadline",
        "depth",
        "due",
        "effects",
        "fiber",
        "holds",
        "ident",
        "index",
        "looks",
        "loops",
        "name",
        "naps",
        "parks",
        "pending",
        "polls",
        "ready",
        "segment",
        "slept",
        "state",
        "tick",
        "timed_out",
        "turns",
        "wakeable",
    )

    def __init__(self, index: int, name: Callable[[], str], daemon: bool) -> None:
        self.index = index
        self.ident = index + 1
        self.name = name
        self.daemon = daemon
        self.fiber: greenlet | None = None
        self.state = RUNNING
        self.pending: tuple[str, object] | None = None
        self.ready: Callable[[], bool] | None = None
        self.deadline: int | None = None
        self.timed_out = False
        self.due = False
        """Whether its deadline has come, but others that are due at the same moment may still be before it."""
        self.wakeable = False
        """Whether somebody may wake it before its deadline."""
        self.depth = 0
        """How deep inside library operations; their inner steps are not steps of their own."""
        self.effects = 0
        """Changes that this thread made, net of what it undid (a lock taken and released)."""
        self.parks = 0
        self.slept = 0
        self.clock_reads = 0
        self.tick = 0
        self.looks = 0
        """Reads of data, questions such as ``is_set()``, and attempts that failed."""
        self.naps = 0
        """Calls of ``sleep``; ``slept`` counts waits that timed out as well."""
        self.polls: dict[int, tuple[int, int, int, int, int]] = {}
        """The counts at the last turn of each of its loops."""
        self.loops: dict[int, object] = {}
        """What each of its loops looked like at the last turn; see ``shared.py``."""
        self.turns = 0
        """Turns of loops since another thread made a step."""
        self.segment: dict[int, dict[object, dict[int, bool]]] = {}
        """Data accesses since the last point; see ``shared.py``."""
        self.holds: list[object] = []


class World:
    """Threads, clock and schedule of one execution at a time; :meth:`begin` makes it new."""

    def __init__(self) -> None:
        self.fibers = Fibers()
        self.recorder: Recorder | None = None
        self.follow: Follower | None = None
        self.begin(_Alone(), steps=1, late_threads=0)

    # --- the frame of one execution -------------------------------------------------

    def begin(self, chooser: Chooser, steps: int, late_threads: int) -> None:
        """Forget the last execution and get ready for the next."""
        self.chooser = chooser
        self.step_budget = steps
        self.turn_budget = steps * TURNS_PER_STEP
        self.late_threads = self.late_left = late_threads
        self.threads: list[Thread] = []
        self.woken: deque[Thread] = deque()
        self.spinners: list[Thread] = []
        self.running: Thread = Thread(0, lambda: "main", daemon=False)
        self.last: Thread | None = None
        self.now = 0
        self.steps = 0
        self.turns = 0
        self.effects = 0
        self.live = 0
        """Threads alive that are no daemons."""
        self.runs: list[list[int]] = []
        self.preemptions = 0
        self.ending: Ending | None = None
        self.forced_fair = False
        self.exhausted: str | None = None

    def run(self, main: Callable[[], None]) -> Ending:
        """Run ``main`` as thread 0, and all that it starts, to the end; say how it ended."""
        self.fibers.enter()
        first = self.spawn(main, lambda: "main", daemon=False, eager=False)
        self.running = first
        try:
            assert first.fiber is not None
            first.fiber.switch()
        finally:
            ending = self.ending
            if ending is None:
                self.ending = "error"
            if self.recorder is not None:
                self.recorder.ended()
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

    def finish(self, ending: Ending) -> None:
        """End the execution from inside a thread; does not return."""
        self.ending = ending
        self.fibers.root.switch()
        raise Unwind

    # --- threads --------------------------------------------------------------------

    def spawn(self, target: Callable[[], None], name: Callable[[], str], daemon: bool, eager: bool = True) -> Thread:
        """A new thread that will run ``target``; ``eager`` lets it go on to its first point by itself."""
        thread = Thread(len(self.threads), name, daemon)

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
        self.changed()
        if self.live == 0:
            self.ending = "completed"
            return self.fibers.root
        successor = self._next()
        if successor is None:
            return self.fibers.root
        return self._go(successor)

    def _go(self, thread: Thread) -> greenlet:
        self.running = thread
        thread.state = RUNNING
        assert thread.fiber is not None
        return thread.fiber

    @property
    def has_daemons(self) -> bool:
        """Whether a daemon thread is alive."""
        return any(thread.daemon and thread.state != ENDED for thread in self.threads)

    # --- stopping and going on --------------------------------------------------------

    def point(
        self,
        operation: str,
        subject: object = None,
        ready: Callable[[], bool] | None = None,
        deadline: int | None = None,
        minor: bool = False,
    ) -> bool:
        """Announce the next step and wait to be chosen; a ``minor`` one is not counted against the budget of steps.

        Returns True when the step can be done, False when ``deadline`` (nanoseconds) passed before it could.
        """
        if self.ending is not None:
            raise Unwind
        me = self.running
        me.pending = (operation, subject)
        me.ready = ready
        me.deadline = deadline
        me.timed_out = me.due = False
        me.state = ANNOUNCED
        if self.recorder is not None:
            self.recorder.announce(me, ready is not None and not ready())
        self._switch(me)
        # chosen: the step is executed now
        if me.due and ready is not None and ready():
            me.timed_out = False  # somebody whose deadline was at the same moment made it possible before
        if not minor:
            self.steps += 1
            if self.steps > self.step_budget:
                self.exhausted = "steps"
                self.finish("endless")
        self.count(me)
        self.last = me
        if me.segment:
            me.segment = {}
        if self.recorder is not None:
            self.recorder.step(me)
        me.pending = None  # what the step was about may go as soon as the program lets go of it
        return not me.timed_out

    def minor_point(self, operation: str, subject: object, needed: bool) -> None:
        """A step that needs a choice before it only if others could notice when it comes.

        It counts as a step of the schedule either way, so that a schedule means the same whatever was needed; and as a
        turn, not as a step, of the budget, so that an execution is as long whatever was needed.
        """
        self.turn()
        me = self.running
        if needed or (self.follow is not None and self.follow.hands_over(me.index)):
            self.point(operation, subject, minor=True)
        else:
            self.count(me)

    def count(self, me: Thread) -> None:
        """One more source-level step of ``me`` in the schedule."""
        runs = self.runs
        if runs and runs[-1][0] == me.index:
            runs[-1][1] += 1
        else:
            runs.append([me.index, 1])
            me.turns = 0
        if self.follow is not None:
            self.follow.advance(me.index)

    def park(self, deadline: int | None = None, wakeable: bool = False) -> bool:
        """Block inside an operation; True when woken, False when ``deadline`` passed first.

        If it is ``wakeable`` and others are due at the same moment, giving up is a step: they may come first.
        """
        if self.ending is not None:
            raise Unwind
        me = self.running
        me.deadline = deadline
        me.timed_out = me.due = False
        me.wakeable = wakeable
        me.state = PARKED
        if self.recorder is not None:
            self.recorder.parked(me)
        self._switch(me)
        return not me.timed_out

    def wake(self, thread: Thread) -> None:
        """Let a parked thread go on to its next point."""
        if thread.state == PARKED and thread not in self.woken:
            thread.due = False
            self.woken.append(thread)
            if self.recorder is not None:
                self.recorder.woken(thread, self.running)

    def _switch(self, me: Thread) -> None:
        successor = self._next()
        if successor is me:
            me.state = RUNNING
            return
        showing = self.fibers.showing
        kept = showing[:] if showing else None
        if kept:
            showing.clear()
        if successor is None:
            self.fibers.root.switch()
        else:
            self._go(successor).switch()
        if kept:
            showing[:] = kept
        if self.ending is not None:
            raise Unwind

    def _next(self) -> Thread | None:
        """The thread to go on with; None when the execution is over (``ending`` says how)."""
        while True:
            if self.woken:
                return self.woken.popleft()
            options = [
                thread.index
                for thread in self.threads
                if (thread.state == ANNOUNCED and self._enabled(thread)) or (thread.state == PARKED and thread.due)
            ]
            if not options:
                if self._pass_deadline():
                    continue
                self.ending = "endless" if self.spinners else "deadlock"
                return None
            last = self.last
            current = last.index if last is not None and last.index in options else None
            if self.late_left and self._earliest() is not None:
                options.append(CLOCK)
            if len(options) == 1:
                return self._chosen(self.threads[options[0]])
            chosen = self.chooser.choose(options, current)
            if chosen == CLOCK:
                self.late_left -= 1
                if self.runs and self.runs[-1][0] == CLOCK:
                    self.runs[-1][1] += 1
                else:
                    self.runs.append([CLOCK, 1])
                if self.follow is not None:
                    self.follow.advance(CLOCK)
                self._pass_deadline()
                continue
            if current is not None and chosen != current:
                self.preemptions += 1
            return self._chosen(self.threads[chosen])

    def _chosen(self, thread: Thread) -> Thread:
        """``thread`` goes on; if it was parked, it gives up waiting, which is a step of its own."""
        if thread.state == PARKED:
            self._give_up(thread)
            self.woken.pop()
            self.count(thread)
            self.last = thread
        return thread

    def _give_up(self, thread: Thread) -> None:
        thread.timed_out = True
        thread.due = False
        self.woken.append(thread)
        if self.recorder is not None:
            self.recorder.woken(thread, None)

    @staticmethod
    def _enabled(thread: Thread) -> bool:
        return thread.ready is None or thread.timed_out or thread.ready()

    # --- the clock --------------------------------------------------------------------

    def deadline(self, seconds: float) -> int:
        """The moment ``seconds`` from now, in nanoseconds."""
        return self.now + max(0, round(seconds * NANOSECONDS))

    def _earliest(self) -> int | None:
        deadlines = [
            thread.deadline
            for thread in self.threads
            if thread.deadline is not None
            and not thread.timed_out
            and not thread.due
            and (
                thread.state == PARKED
                or (thread.state == ANNOUNCED and thread.ready is not None and not thread.ready())
            )
        ]
        return min(deadlines, default=None)

    def _pass_deadline(self) -> bool:
        """Move the clock to the earliest deadline and let those threads go on; False if there is none."""
        earliest = self._earliest()
        if earliest is None:
            return False
        if earliest > self.now:
            self.now = earliest
            for thread in self.threads:
                if thread.due:  # too late for the others
                    thread.due = False
                    if thread.state == PARKED:
                        self._give_up(thread)
        due = [
            thread
            for thread in self.threads
            if thread.deadline is not None
            and thread.deadline <= self.now
            and not thread.timed_out
            and not thread.due
            and (
                (thread.state == PARKED and thread not in self.woken)
                or (thread.state == ANNOUNCED and thread.ready is not None and not thread.ready())
            )
        ]
        for thread in due:
            thread.due = len(due) > 1 and (thread.wakeable or thread.state == ANNOUNCED)
            if thread.state == ANNOUNCED:
                thread.timed_out = True
            elif not thread.due:
                self._give_up(thread)
        return True

    # --- loops that wait --------------------------------------------------------------

    def changed(self) -> None:
        """The running thread changes something that another one could see."""
        self.effects += 1
        self.running.effects += 1
        if self.spinners:
            for thread in self.spinners:
                self.wake(thread)
            self.spinners.clear()

    def spin(self, reads_clock: bool) -> None:
        """A turn of a loop that changed nothing: it would go on so until another thread does something.

        So nothing is lost by letting it rest until then.  If it reads the clock, time is such a
        something: it then rests for a tick.
        """
        me = self.running
        if self.recorder is not None:
            self.recorder.note(me, "spin")
        if reads_clock:
            me.tick = min(me.tick + 1, LONGEST_TICK)
            self.park(self.now + me.tick * 1_000_000)
        else:
            self.spinners.append(me)
            self.park()

    def turn(self) -> None:
        """A turn of a loop: counted, so that no loop is endless, and fair, so that no loop starves the others."""
        if self.ending is not None:
            raise Unwind
        self.turns += 1
        if self.turns > self.turn_budget:
            self.exhausted = "turns"
            self.finish("endless")

    def be_fair(self) -> None:
        """After many turns of a loop in a row, let the others make a step first."""
        me = self.running
        me.turns += 1
        if me.turns <= FAIR_TURNS or me.depth:
            return
        me.turns = 0
        others = [thread for thread in self.threads if thread is not me and thread.state != ENDED]
        if others:
            self.forced_fair = True
            mark = self.turns + self.steps
            self.point(YIELD, None, ready=lambda: self.turns + self.steps != mark or not self._anyone(others))

    def _anyone(self, threads: list[Thread]) -> bool:
        """Whether one of them can go on, now or at a deadline, and is not itself letting others go first."""
        return any(
            thread in self.woken
            or (thread.state == ANNOUNCED and thread.pending != (YIELD, None) and self._enabled(thread))
            or (thread.state != ENDED and thread.deadline is not None)
            for thread in threads
        )


def _nothing() -> None: ...


class _Alone:
    def choose(self, options: list[int], current: int | None) -> int:
        raise AssertionError("no execution has begun")
