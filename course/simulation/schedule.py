"""Who goes next: the points at which a thread stops, and the choice of the one that goes on.

A thread *announces* its next step at a point (:meth:`Schedule.point`) and then waits until
the chooser picks it, so that the set of threads that can go on is known without running
anyone.  Between two points a thread runs undisturbed.  Three kinds of stopping:

- at a **point**: the next step is announced; the thread is enabled when the step could be
  done now (``ready``), or when its deadline has passed;
- **parked** inside an operation (:meth:`Schedule.park`): until somebody wakes it, or the
  deadline passes.  A woken thread goes on to its next point by itself, without a choice,
  since nothing it does until then can be seen by others;
- **ended**.

Time is simulated: it stands still while anybody can run and then jumps to the earliest
deadline.  A *late* thread is one that is slow: the clock may then pass a deadline although
others could run; the chooser is asked about that too, as often as the search allows.

Which accesses need a point is decided in ``accesses.py``.
"""

from __future__ import annotations

from collections.abc import Callable

from greenlet import greenlet

from course.model import CLOCK, Ending
from course.simulation.carrier import Fibers, Unwind
from course.simulation.deadlines import Deadlines
from course.simulation.threads import ANNOUNCED, PARKED, RUNNING, Chooser, Follower, Thread
from course.simulation.touches import ALL, BARRIER, EAGER, NONE, NOTHING, STEP, Head, Touch, Unmade

__all__ = ["RELEASE", "Schedule"]

TURNS_PER_STEP = 50
"""How many turns of loops and accesses to unshared data are allowed for each step of the budget."""

RELEASE = 4
"""The place that stands for the release of a lock, which needs a choice once somebody tries to take one in vain."""


class Schedule(Deadlines):
    """The steps of one execution, and who makes them."""

    def __init__(self) -> None:
        super().__init__()
        self.fibers = Fibers()
        self.follow: Follower | None = None
        self.look: Callable[[object], None] = lambda thing: None
        """Called with a thing of the library's that is looked at without an operation: by its ``repr``."""
        self.is_flagged: Callable[[int], bool] = lambda place: False
        """Whether a place has a choice before it already."""
        self.flag: Callable[[int], None] = lambda place: None
        """Called with a place that turns out to need a choice before it."""
        self.releases = True
        """Whether there is a choice before a lock is released."""
        self.stepwise = False
        """Whether the chooser is asked even where there is nothing to choose: one thread, or the clock alone."""

    def begin_schedule(self, chooser: Chooser, steps: int, late_threads: int) -> None:
        """Forget the last execution."""
        self.chooser = chooser
        self.step_budget = steps
        self.turn_budget = steps * TURNS_PER_STEP
        self.late_threads = self.late_left = late_threads
        self.spinners: list[Thread] = []
        """Those who rest in a loop that only waits; see ``loops.py``."""
        self.running = Thread(0, lambda: "main", daemon=False)
        self.last: Thread | None = None
        self.steps = 0
        self.turns = 0
        self.runs: list[list[int]] = []
        self.preemptions = 0
        self.ending: Ending | None = None
        self.exhausted: str | None = None
        self.cut = False
        """Whether the chooser ended the execution before its end."""

    def finish(self, ending: Ending) -> None:
        """End the execution from inside a thread; does not return."""
        self.ending = ending
        self.fibers.root.switch()
        raise Unwind

    def point(
        self,
        operation: str,
        subject: object = None,
        ready: Callable[[], bool] | None = None,
        deadline: int | None = None,
        minor: bool = False,
        touch: Touch = NOTHING,
        head: Head | None = None,
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
        me.touch = touch
        me.head = NONE
        if self.trace is not None or me.loops:
            me.head = self.head(subject, touch) if head is None else head
            if me.loops:
                me.looked += [(thing, part) for thing, part, _ in me.head]
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
        if self.recorder is not None:
            self.recorder.step(me)
        me.pending = None  # what the step was about may go as soon as the program lets go of it
        return not me.timed_out

    def minor_point(
        self,
        operation: str,
        subject: object,
        needed: bool,
        touch: Touch = NOTHING,
        head: Head | None = None,
    ) -> None:
        """A step that needs a choice before it only if others could notice when it comes.

        It counts as a step of the schedule either way, so that a schedule means the same whatever was needed; and as a
        turn, not as a step, of the budget, so that an execution is as long whatever was needed.
        """
        if self.ending is not None:
            raise Unwind
        self.turns += 1
        if self.turns > self.turn_budget:
            self.exhausted = "turns"
            self.finish("endless")
        me = self.running
        if needed or (self.follow is not None and self.follow.hands_over(me.index)):
            self.point(operation, subject, minor=True, touch=touch, head=head)
            me.end_was_step = operation == "end"
        elif self.follow is None and self.runs and self.runs[-1][0] == me.index:
            self.runs[-1][1] += 1
        else:
            self.count(me)

    def release_point(self, operation: str, lock: object, touch: Touch) -> None:
        """A lock is about to be released: nobody notices when, unless somebody asks whether it is taken."""
        if self.releases:
            self.point(operation, lock, touch=touch)
            return
        if self.ending is not None:
            raise Unwind
        self.steps += 1
        if self.steps > self.step_budget:
            self.exhausted = "steps"
            self.finish("endless")
        me = self.running
        self.count(me)
        if lock not in me.holds:
            self.flag(RELEASE)  # somebody else's lock, or nobody's
        self.follow_up(me, self.head(lock, touch))

    def read_clock(self) -> None:
        """The running thread learns what time it is: that matters where a deadline may pass although it could go on."""
        self.minor_point("read the clock", None, needed=self.late_threads > 0)

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
            if thread.due and self.trace is not None:  # it could have given up just before
                head = thread.head[1:] or thread.head
                self.unmade.append(Unmade(thread.index, head, 0, self.clock_at, thread.at, self.running.at))
            thread.due = False
            thread.cause = self.running.at
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

    def _go(self, thread: Thread) -> greenlet:
        self.running = thread
        thread.state = RUNNING
        assert thread.fiber is not None
        return thread.fiber

    def _next(self) -> Thread | None:
        """The thread to go on with; None when the execution is over (``ending`` says how)."""
        while True:
            if self.woken:
                thread = self.woken.popleft()
                if self.trace is not None:
                    thread.segment = {}
                    thread.at = self._record(EAGER, thread.index, NONE, 0, 0, thread.segment, thread.cause)
                return thread
            if self.scripted < len(self.script):
                chosen = self.script[self.scripted]
                last = self.last
                if chosen == CLOCK:
                    if not any(map(self.can, self.threads)) and self._quiet():
                        continue  # nobody was late
                else:
                    thread = self.threads[chosen]
                    if not self.can(thread):
                        if not self._quiet():
                            self.misfit = self.scripted + 1 < len(self.script)
                            self.ending, self.cut = "endless", True
                            return None
                        continue
                    if last is not None and last is not thread and self.can(last):
                        self.preemptions += 1
                self.scripted += 1
            else:
                options = [thread.index for thread in self.threads if self.can(thread)]
                if not options:
                    if self.stepwise and self._waits_for_clock() and self.chooser.choose([CLOCK], None) is None:
                        self.ending, self.cut = "endless", True
                        return None
                    if self._quiet():
                        continue
                    self.ending = "endless" if self.spinners else "deadlock"
                    return None
                last = self.last
                current = last.index if last is not None and last.index in options else None
                if self.late_left and self._earliest() is not None:
                    options.append(CLOCK)
                if len(options) == 1 and self.trace is None and not self.stepwise:
                    return self._chosen(self.threads[options[0]])
                choice = self.chooser.choose(options, current)
                if choice is None:
                    self.ending, self.cut = "endless", True
                    return None
                chosen = choice
                if current is not None and chosen != current and chosen != CLOCK:
                    self.preemptions += 1
            if chosen == CLOCK:
                if not self.late_left or self._earliest() is None:
                    self.ending, self.cut = "endless", True
                    return None
                self._be_late()
                continue
            return self._chosen(self.threads[chosen])

    def _be_late(self) -> None:
        """A deadline passes although somebody could go on."""
        self.clock_at = self._record(STEP, CLOCK, ALL, 0, -1, {})
        self.late_left -= 1
        if self.runs and self.runs[-1][0] == CLOCK:
            self.runs[-1][1] += 1
        else:
            self.runs.append([CLOCK, 1])
        if self.follow is not None:
            self.follow.advance(CLOCK)
        self._pass_deadline()

    def _waits_for_clock(self) -> bool:
        """Where nobody can go on: whether it is the clock that goes on next."""
        return self._earliest() is not None and not any(thread.stirred for thread in self.spinners)

    def _quiet(self) -> bool:
        """Nobody can go on: the clock passes a deadline, or loops that wait look again; False if all is over."""
        self.last = None  # it could not go on, so whoever goes on now preempts nobody
        stirred = [thread for thread in self.spinners if thread.stirred]
        if stirred:
            self._record(BARRIER, CLOCK, ALL, 0, 0, {})
            self.spinners = [thread for thread in self.spinners if not thread.stirred]
            for thread in stirred:
                thread.cause = -1
                self.woken.append(thread)
            return True
        if self._earliest() is None:
            return False
        # Where threads may be late, the deadline could have passed before.
        self.clock_at = self._record(STEP if self.late_left else BARRIER, CLOCK, ALL, 0, -1, {})
        return self._pass_deadline()

    def can(self, thread: Thread) -> bool:
        """Whether ``thread`` can make a step now."""
        if thread.state == ANNOUNCED:
            return thread.ready is None or thread.timed_out or thread.ready()
        return thread.state == PARKED and thread.due

    def _chosen(self, thread: Thread) -> Thread:
        """``thread`` goes on; if it was parked, it gives up waiting, which is a step of its own."""
        thread.segment = {}
        if thread.state == PARKED:
            if self.trace is not None:
                head = thread.head[1:] or thread.head
                thread.at = self._record(STEP, thread.index, head, 0, 0, thread.segment)
            self._give_up(thread)
            self.woken.pop()
            self.count(thread)
            self.last = thread
        elif self.trace is not None:
            touch = thread.touch
            state = -1 if thread.head is ALL else touch.allowed(thread.pending[1])  # type: ignore[index]
            need = 0 if thread.timed_out else touch.need
            cause = thread.cause if thread.timed_out else -1
            thread.at = self._record(STEP, thread.index, thread.head, need, state, thread.segment, cause)
            if self.late_threads and thread.deadline is not None and thread.at < len(self.trace):
                self.trace[thread.at].timed = True
        return thread
