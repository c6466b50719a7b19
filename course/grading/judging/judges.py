"""The judges of one run: verdicts from the store, from a judgment that is under way, or from a new one.

nbgrader grades one submission after the other.  Here all cores are kept busy meanwhile: whoever knows what comes next
says so (:meth:`Judges.foresee`), and it is judged ahead; when nbgrader gets there, its verdicts are in the store.
The work goes to a ``concurrent.futures.Executor``, so that it makes no difference whether threads of this process each
keep a judge, or the workers of a cluster do.
"""

from __future__ import annotations

import dataclasses
import logging
import math
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import CancelledError, Executor, Future
from dataclasses import dataclass

from course.grading.judging.asking import COMMAND, TIMEOUT, Silence, judged
from course.grading.judging.judge import Case, Ruling
from course.grading.judging.lesson import BadLesson, Lesson
from course.grading.judging.store import Judged, Store, engine, key
from course.model import BadRecord, Check, Submission, Verdict, from_json, to_json

__all__ = ["CannotJudge", "Judges", "unjudged"]


class CannotJudge(Exception):
    """Nobody can judge anything, for want of a sandbox or of workers: a sentence for the instructor."""


@dataclass(frozen=True, slots=True)
class _Answer:
    """What came of one question."""

    verdicts: Mapping[str, Verdict]
    reason: str = ""
    """Why there are no others, for the students' feedback."""


class Judges:
    """Whoever judges in this run.

    ``lesson`` gives the checks of an assignment, ``judge`` and ``timeout`` (seconds) are handed to
    :func:`~course.grading.judging.asking.judged`, and ``workers`` tells how many cases are judged at a time.
    """

    def __init__(
        self,
        executor: Executor,
        workers: int,
        store: Store,
        lesson: Callable[[str], Lesson],
        *,
        judge: Sequence[str] = COMMAND,
        timeout: float = TIMEOUT,
        confined: bool = True,
        log: logging.Logger,
    ) -> None:
        self._executor = executor
        self._store = store
        self._lesson = lesson
        self._judge = tuple(judge)
        self._timeout = timeout
        self._confined = confined
        self._log = log
        self._lock = threading.Lock()
        self._under_way: dict[str, Future[_Answer]] = {}
        """By the key of each verdict that is asked for."""
        self._asked: set[Future[bytes]] = set()
        """What the executor has been given, and has not come to an end with."""
        # Each worker has something in hand and something next.  More would only keep waiting who was not foreseen.
        self._room = threading.Semaphore(2 * workers)
        self._closed = threading.Event()

    def foresee(self, submissions: Iterable[Submission]) -> None:
        """Have ``submissions`` judged ahead, in this order, as soon as there is room; return at once."""
        threading.Thread(target=self._ahead, args=(submissions,), name="foresee", daemon=True).start()

    def verdicts(self, submission: Submission, worth: Mapping[str, float]) -> tuple[Judged, ...]:
        """A verdict on each exercise of ``submission``, which are worth so many points.

        Raises :class:`CannotJudge`.  Whatever else goes wrong becomes a verdict that needs review, with a reason.
        """
        if not submission.exercises:
            return ()
        try:
            lesson = self._lesson(submission.assignment)
        except BadLesson as error:
            self._log.error("%s", error)
            return tuple(Judged(verdict, "") for verdict in unjudged(worth, BAD_CHECKS))
        keys = self._keys(submission, lesson)
        known, waiting = self._ask(submission, lesson, keys)
        reason = ""
        for future in waiting:
            answer = future.result()
            known |= answer.verdicts
            reason = answer.reason or reason
        return tuple(
            Judged(_sound(known.get(exercise), exercise, lesson.name, worth[exercise], reason), keys[exercise])
            for exercise in submission.exercises
        )

    def close(self) -> None:
        """Ask for nothing more; what is asked already may be finished, or not."""
        self._closed.set()
        self._room.release()
        for future in list(self._asked):  # not every executor's shutdown() does that
            future.cancel()
        self._executor.shutdown(wait=False)

    # --- inside -----------------------------------------------------------------------

    def _ahead(self, submissions: Iterable[Submission]) -> None:
        for submission in submissions:
            self._room.acquire()
            if self._closed.is_set():
                return
            asked: Iterable[Future[_Answer]] = ()
            try:
                lesson = self._lesson(submission.assignment)
                _, asked = self._ask(submission, lesson, self._keys(submission, lesson))
            except Exception as error:  # whoever needs these verdicts will ask, and hear of it
                self._log.debug("not judged ahead: %r", error)
            _when_done(list(asked), self._room.release)

    def _keys(self, submission: Submission, lesson: Lesson) -> dict[str, str]:
        return {
            exercise: key(submission, exercise, lesson.digest(exercise), confined=self._confined)
            for exercise in submission.exercises
        }

    def _ask(
        self, submission: Submission, lesson: Lesson, keys: Mapping[str, str]
    ) -> tuple[dict[str, Verdict], set[Future[_Answer]]]:
        """What is known, and what to wait for, which is asked for if nobody has yet."""
        with self._lock:
            waiting = {self._under_way[name] for name in keys.values() if name in self._under_way}
            # Whatever was under way is in the store before it is under way no more: so it is looked for afterwards.
            known = self._store.known({each: name for each, name in keys.items() if name not in self._under_way})
            new = {each: name for each, name in keys.items() if each not in known and name not in self._under_way}
            if not new:
                return known, waiting
            answer: Future[_Answer] = Future()
            self._under_way |= dict.fromkeys(new.values(), answer)
        waiting.add(answer)
        case = Case(dataclasses.replace(submission, exercises=tuple(new)), lesson.files, self._confined)
        try:
            future = self._executor.submit(judged, to_json(case), self._judge, self._timeout)
        except Exception as error:
            self._settle(answer, new, error)
        else:
            self._asked.add(future)
            future.add_done_callback(self._asked.discard)
            future.add_done_callback(lambda done: self._settle(answer, new, done))
        return known, waiting

    def _settle(self, answer: Future[_Answer], keys: Mapping[str, str], done: Future[bytes] | Exception) -> None:
        """Keep what came of a question, and tell those who wait."""
        try:
            found = self._read(keys, done)
            self._store.keep((keys[exercise], verdict) for exercise, verdict in found.verdicts.items())
        except BaseException as error:
            outcome: _Answer | BaseException = error
        else:
            outcome = found
        with self._lock:
            for name in keys.values():
                del self._under_way[name]
        if isinstance(outcome, _Answer):
            answer.set_result(outcome)
        else:
            answer.set_exception(outcome)

    def _read(self, keys: Mapping[str, str], done: Future[bytes] | Exception) -> _Answer:
        try:
            if isinstance(done, Exception):
                raise done
            ruling = from_json(done.result(), Ruling)
        except Silence as silence:
            self._log.error("%s", silence.details)
            return _Answer({}, silence.sentence)
        except BadRecord as error:
            self._log.error("The judge's answer is no ruling: %s", error)
            return _Answer({}, "The judge's answer could not be read.")
        except (Exception, CancelledError) as error:
            raise CannotJudge(f"Nobody judges any more ({type(error).__name__}: {error}).") from error
        if ruling.refusal is not None:
            raise CannotJudge(ruling.refusal)
        if ruling.engine != engine():
            raise CannotJudge(
                "A worker of the cluster runs another version of the course, of Python or of a library, and might come "
                "to other verdicts; install the same there."
            )
        for message in ruling.log:
            self._log.warning("The judge said: %s", message)
        if ruling.trouble is not None:
            self._log.error("The checks could not be run: %s", ruling.trouble)
            return _Answer({}, BAD_CHECKS)
        found: dict[str, Verdict] = {}
        for exercise in keys:
            mine = [verdict for verdict in ruling.verdicts if verdict.exercise == exercise]
            if len(mine) == 1 and mine[0].checks:
                found[exercise] = mine[0]
        return _Answer(found)


BAD_CHECKS = "The checks of this lesson could not be run."


def unjudged(worth: Mapping[str, float], reason: str) -> tuple[Verdict, ...]:
    """Verdicts where nobody judged: of the points of each exercise none is given or refused, a person must look."""
    title = "All checks of this exercise"
    return tuple(
        Verdict(exercise, (Check(name="unjudged", title=title, points=points, status="review", reason=reason),))
        for exercise, points in worth.items()
    )


def _sound(verdict: Verdict | None, exercise: str, lesson: str, points: float, reason: str) -> Verdict:
    """The verdict, or one that says why there is none that could be believed."""
    if verdict is None:
        reason = reason or f"There are no checks for the exercise {exercise!r} in the lesson {lesson!r}."
        return unjudged({exercise: points}, reason)[0]
    if not all(math.isfinite(check.points) and check.points >= 0 for check in verdict.checks):
        return unjudged({exercise: points}, "The checks of this exercise are worth no sensible number of points.")[0]
    if not math.isclose(verdict.points, points):
        doubt = Check(
            name="points",
            title="The checks are worth as much as the cell says",
            points=0.0,
            status="review",
            reason=(
                f"The checks of the exercise {exercise!r} are worth {verdict.points:g} points, but its cell has "
                f"{points:g}; the lesson's author must make them agree."
            ),
        )
        return dataclasses.replace(verdict, checks=(*verdict.checks, doubt))
    return verdict


def _when_done(futures: Sequence[Future[_Answer]], call: Callable[[], None]) -> None:
    """Call ``call`` when all ``futures`` are done."""
    if not futures:
        call()
    left = iter(range(len(futures) - 1, -1, -1))
    for future in futures:
        future.add_done_callback(lambda _: None if next(left) else call())
