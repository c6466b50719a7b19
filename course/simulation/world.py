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

The shared-variable part, which decides which accesses need a point, is in ``accesses.py``.
"""

from __future__ import annotations

import functools
import weakref
from collections import deque
from collections.abc import Callable, Sequence
from typing import Any

from greenlet import greenlet

from course.model import CLOCK, Ending
from course.simulation.carrier import Fibers, Unwind
from course.simulation.steps import LIFE
from course.simulation.threads import ANNOUNCED, ENDED, PARKED, RUNNING, Chooser, Follower, Recorder, Thread
from course.simulation.touches import (
    ALL,
    BARRIER,
    EAGER,
    LIBRARY,
    NONE,
    NOTHING,
    STEP,
    WHOLE,
    Event,
    Head,
    Part,
    Touch,
    Unmade,
)

__all__ = ["World"]

NANOSECONDS = 1_000_000_000

TURNS_PER_STEP = 50
"""How many turns of loops and accesses to unshared data are allowed for each step of the budget."""

FAIR_TURNS = 200
"""So many turns of a loop may a thread take in a row while others could run; then it must let one go first."""


LONGEST_TICK = 100
"""In milliseconds: how far the clock moves at most for one turn of a loop that does nothing but read it."""


YIELD = "yield"

END = 0
"""The place that stands for the end of a thread, a step of its own once somebody asks whether a thread is alive."""

RELEASE = 4
"""The place that stands for the release of a lock, which needs a choice once somebody tries to take one in vain."""


class World:
    """Threads, clock and schedule of one execution at a time; :meth:`begin` makes it new."""

    def __init__(self) -> None:
        self.fibers = Fibers()
        self.recorder: Recorder | None = None
        self.follow: Follower | None = None
        self.composite = False
        """Whether the program has operations that touch many things of the library at once."""
        self.flag: Callable[[int], None] = lambda place: None
        """Called with a place that turns out to need a choice before it."""
        self.releases = True
        """Whether there is a choice before a lock is released."""
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
        self.trace = trace
        """The events of the execution, for a strategy that wants them; those of the script are in it already."""
        self.chooser = chooser
        self.step_budget = steps
        self.turn_budget = steps * TURNS_PER_STEP
        self.late_threads = self.late_left = late_threads
        self.threads: list[Thread] = []
        self.woken: deque[Thread] = deque()
        self.spinners: list[Thread] = []
        self.looping = False
        """Whether a ``while`` was turned."""
        self.changes: list[tuple[int, tuple[int, Part]]] = []
        """What was changed since then, and by which thread."""
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
        self.cut = False
        """Whether the chooser ended the execution before its end."""
        self.misfit = False
        """Whether the script did not fit: the program did something else than before."""
        self.script = script
        """Who makes the first steps; after its end the chooser is asked."""
        self.scripted = 0
        self.position = 0
        self.unmade: list[Unmade] = []
        """The steps that were announced and not made when it ended."""
        self.clock_at = -1
        """The event in which the clock moved last."""
        """The number of events so far."""
        self.absorbed: dict[int, int] = {}
        """For looks that found nothing and waited: which event undid each; see ``course/search/reduction.py``."""
        self._numbers: dict[int, int] = {}
        self._count = 0
        self._kept: list[object] = []

    # --- what is touched --------------------------------------------------------------

    def number(self, thing: object) -> int:
        """The number of ``thing`` in this execution."""
        address = id(thing)
        number = self._numbers.get(address)
        if number is None:
            number = self._numbers[address] = self._count = self._count + 1
            # Nothing else may be taken for it that gets its address later.
            try:
                self._kept.append(weakref.ref(thing, functools.partial(_forget, self._numbers, address)))
            except TypeError:  # a list, a dict: it stays until the execution is over
                self._kept.append(thing)
        return number

    def head(self, subject: object, touch: Touch) -> Head:
        """What an operation on ``subject`` touches."""
        if touch is NOTHING:
            return NONE
        if touch.things is None:
            head: Head = ((self.number(subject), None, touch.write),)
        else:
            head = tuple([(self.number(thing), part, write) for thing, part, write in touch.touched(subject)])
        return (*head, (self.number(LIBRARY), WHOLE, False)) if self.composite else head

    def follow_up(self, thread: Thread, head: Head) -> None:
        """``thread`` does something that others may depend on, without a choice before it."""
        thread.segment = {}
        thread.at = self._record(EAGER, thread.index, head, 0, 0, thread.segment)

    def touches(self, head: Head) -> None:
        """The step that is being made turned out to touch ``head`` as well."""
        if head and self.trace is not None and self.scripted >= len(self.script):
            event = self.trace[self.running.at]
            event.head = (*event.head, *[each for each in head if each not in event.head])

    def _record(self, kind: int, thread: int, head: Head, need: int, state: int, tail: Any, cause: int = -1) -> int:
        position = self.position
        self.position = position + 1
        if self.trace is not None and self.scripted >= len(self.script):
            self.misfit = self.misfit or position != len(self.trace)
            self.trace.append(Event(kind, thread, head, need, state, tail, cause))
        return position

    def run(self, main: Callable[[], None]) -> Ending:
        """Run ``main`` as thread 0, and all that it starts, to the end; say how it ended."""
        self.fibers.enter()
        first = self.spawn(main, lambda: "main", daemon=False, eager=False)
        self.running = first
        first.at = self._record(EAGER, 0, NONE, 0, 0, first.segment)
        try:
            assert first.fiber is not None
            first.fiber.switch()
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

    def _unmade(self, thread: Thread) -> Unmade | None:
        """The step that ``thread`` has announced and not made."""
        if thread.state == ANNOUNCED:
            if thread.timed_out:
                return Unmade(thread.index, thread.head, 0, thread.cause)
            return Unmade(thread.index, thread.head, thread.touch.need, -1)
        if thread.state == PARKED and thread.due:
            return Unmade(thread.index, thread.head[1:] or thread.head, 0, self.clock_at)
        return None

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
                    if not any(map(self._can, self.threads)) and self._quiet():
                        continue  # nobody was late
                else:
                    thread = self.threads[chosen]
                    if not self._can(thread):
                        if not self._quiet():
                            self.misfit = self.scripted + 1 < len(self.script)
                            self.ending, self.cut = "endless", True
                            return None
                        continue
                    if last is not None and last is not thread and self._can(last):
                        self.preemptions += 1
                self.scripted += 1
            else:
                options = [thread.index for thread in self.threads if self._can(thread)]
                if not options:
                    if self._quiet():
                        continue
                    self.ending = "endless" if self.spinners else "deadlock"
                    return None
                last = self.last
                current = last.index if last is not None and last.index in options else None
                if self.late_left and self._earliest() is not None:
                    options.append(CLOCK)
                if len(options) == 1 and self.trace is None:
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

    def _can(self, thread: Thread) -> bool:
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

    def _give_up(self, thread: Thread) -> None:
        thread.timed_out = True
        thread.due = False
        thread.cause = self.clock_at
        self.woken.append(thread)
        if self.recorder is not None:
            self.recorder.woken(thread, None)

    # --- the clock --------------------------------------------------------------------

    def read_clock(self) -> None:
        """The running thread learns what time it is: that matters where a deadline may pass although it could go on."""
        self.minor_point("read the clock", None, needed=self.late_threads > 0)

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
                if self.trace is not None:  # it could have been made before
                    self.unmade.append(
                        Unmade(thread.index, thread.head, thread.touch.need, -1, thread.at, self.clock_at)
                    )
                thread.timed_out = True
                thread.cause = self.clock_at
            elif not thread.due:
                self._give_up(thread)
        return True

    # --- loops that wait --------------------------------------------------------------

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
            if _concerns(change, thread.watch):
                self.spinners.remove(thread)
                self.wake(thread)

    def spin(self, reads_clock: bool, watch: list[tuple[int, Part]], since: int) -> None:
        """A turn of a loop that changed nothing: it would go on so until another thread changes what it looks at.

        So nothing is lost by letting it rest until then.  If it reads the clock, time is such a
        something: it then rests for a tick.  What the simulation does not see may have changed as well,
        so when nobody else can go on, it looks again if anything has happened.  ``watch`` is what it looked at in
        the turn, which began after change number ``since``: what changed meanwhile it may have missed.
        """
        me = self.running
        missed = [change for thread, change in self.changes[since:] if thread != me.index]
        if any(_concerns(change, watch) for change in missed):
            return
        if self.recorder is not None:
            self.recorder.note(me, "spin")
        if reads_clock:
            me.tick = min(me.tick + 1, LONGEST_TICK)
            self.park(self.now + me.tick * 1_000_000)
        else:
            me.watch = watch
            me.stirred = bool(missed)
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
            self.point(YIELD, None, ready=lambda: self.turns + self.steps != mark or not self._anyone(others), head=ALL)

    def _anyone(self, threads: list[Thread]) -> bool:
        """Whether one of them can go on, now or at a deadline, and is not itself letting others go first."""
        return any(
            thread in self.woken
            or (thread.state == ANNOUNCED and thread.pending != (YIELD, None) and self._can(thread))
            or (thread.state != ENDED and thread.deadline is not None)
            for thread in threads
        )


def _concerns(change: tuple[int, Part], watch: list[tuple[int, Part]]) -> bool:
    """Whether something in ``watch`` is changed."""
    thing, part = change
    return any(seen == thing and (seen_part == part or WHOLE in (seen_part, part)) for seen, seen_part in watch)


def _nothing() -> None: ...


def _forget(numbers: dict[int, int], address: int, _: object) -> None:
    numbers.pop(address, None)


class _Alone:
    def choose(self, options: list[int], current: int | None) -> int:
        raise AssertionError("no execution has begun")
