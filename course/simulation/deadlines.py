"""The clock of an execution, and the threads whose deadlines it passes.

Time is simulated: it moves only when it is told to, from one deadline to the next, and what is due then is told here.
When it moves is decided above, in ``schedule.py``: once nobody can go on, or, for a *late* thread, before.  What a
program sees of time is in ``clock.py``.
"""

from __future__ import annotations

from collections import deque

from course.simulation.events import Events
from course.simulation.threads import ANNOUNCED, PARKED, Recorder, Thread
from course.simulation.touches import Unmade

__all__ = ["NANOSECONDS", "Deadlines"]

NANOSECONDS = 1_000_000_000


class Deadlines(Events):
    """Time in one execution."""

    def __init__(self) -> None:
        super().__init__()
        self.recorder: Recorder | None = None

    def begin_clock(self) -> None:
        """Set the clock back."""
        self.now = 0
        """In nanoseconds since the execution began."""
        self.threads: list[Thread] = []
        self.woken: deque[Thread] = deque()

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

    def _give_up(self, thread: Thread) -> None:
        thread.timed_out = True
        thread.due = False
        thread.cause = self.clock_at
        self.woken.append(thread)
        if self.recorder is not None:
            self.recorder.woken(thread, None)
