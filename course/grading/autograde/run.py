"""One run of ``nbgrader autograde``: everybody's work is judged on all cores, while nbgrader goes through it in order.

A run knows all the work that is to be done (:class:`Paper`), has it judged ahead, shows how far it is, and keeps a
record of what it is at, so that the next run can mend what a killed one left half done.  :class:`Grading` is what an
instructor may set in ``nbgrader_config.py``.
"""

# nbformat and distributed have no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import contextlib
import functools
import os
import shutil
import weakref
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any

from nbformat import NotebookNode
from traitlets import Float, Int, List, Unicode
from traitlets.config import LoggingConfigurable

from course.grading.autograde.progress import Progress
from course.grading.judging.asking import COMMAND, TIMEOUT
from course.grading.judging.judges import CannotJudge, Judges
from course.grading.judging.lesson import Lesson
from course.grading.judging.store import Store
from course.grading.sandbox.walls import Sandbox
from course.grading.submissions.notes import is_test
from course.model import Submission

__all__ = ["Grading", "Paper", "Run", "mend", "submission"]

CONNECTING = 20.0
"""Seconds in which a cluster's scheduler has to answer."""


class Grading(LoggingConfigurable):
    """Who judges, and where verdicts are kept."""

    workers = Int(0, help="How many submissions are judged at a time on this machine; 0: one for each core.").tag(
        config=True
    )
    cluster = Unicode(
        "",
        help="The address of a Dask scheduler, such as 'tcp://10.0.0.5:8786', whose workers judge instead. "
        "This course must be installed there, in the same version.",
    ).tag(config=True)
    judge = List(
        Unicode(), default_value=list(COMMAND), help="The judge, as a command; it is given a folder to work in."
    ).tag(config=True)
    timeout = Float(
        TIMEOUT,
        help="Seconds of real time after which a judge that gives no answer is stopped; its exercises need review.",
    ).tag(config=True)
    store = Unicode(
        "verdicts.db", help="Where verdicts are kept, so that nothing is judged twice: a file in the course's folder."
    ).tag(config=True)

    def executor(self) -> tuple[Executor, int]:
        """Where cases are judged, and how many at a time; raises :class:`CannotJudge`."""
        if self.cluster:
            return _cluster(self.cluster)
        workers = self.workers or _cores()
        return ThreadPoolExecutor(workers, thread_name_prefix="judge"), workers


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _cluster(address: str) -> tuple[Executor, int]:
    from distributed import Client
    from distributed.comm.addressing import parse_address
    from distributed.comm.registry import get_backend

    try:
        get_backend(parse_address(address, strict=True)[0])  # Client complains of itself, too, when it is given another
        client = Client(address, timeout=CONNECTING, set_as_default=False)
    except (OSError, ValueError) as error:
        raise CannotJudge(
            f"No Dask scheduler answers at c.Grading.cluster = {address!r} ({error}); start one there, or take the "
            "setting away to judge on this machine."
        ) from error
    threads = sum(client.nthreads().values())
    if not threads:
        client.close()
        raise CannotJudge(f"The Dask scheduler at {address} has no workers; start some: dask worker {address}")
    executor = client.get_executor(pure=False)
    weakref.finalize(executor, client.close)
    return executor, threads


@dataclass(frozen=True, slots=True)
class Paper:
    """What one student handed in for one assignment, and is graded in this run."""

    student: str
    graded: str
    """The folder for what comes of it."""
    submissions: Callable[[], Iterable[Submission]]
    """Reads what will be judged of it, one for each notebook."""


class Run:
    """The work of one converter: ``papers``, in the order in which nbgrader takes them.

    ``lesson`` gives the checks of an assignment.  Raises CannotJudge or NoSandbox where nobody can judge.
    """

    def __init__(
        self, papers: Sequence[Paper], store: Store, lesson: Callable[[str], Lesson], grading: Grading, sandbox: Sandbox
    ) -> None:
        if not grading.cluster:
            sandbox.check()
        executor, workers = grading.executor()
        self.sandbox = sandbox
        self.judges = Judges(
            executor,
            workers,
            store,
            functools.cache(lesson),
            judge=grading.judge,
            timeout=grading.timeout,
            confined=not sandbox.unconfined,
            log=grading.log,
        )
        self.begun: list[str] = []
        """The students whose work nbgrader has come to."""
        self._store = store
        self._papers = papers
        self._progress = Progress(len(papers), grading.log)
        self._now: Paper | None = None
        self.judges.foresee(_foreseen(papers))

    def begin(self, student: str) -> None:
        """Nbgrader comes to the work of ``student``, and is done with whoever was before."""
        self._finish()
        for number, paper in enumerate(self._papers):
            if paper.student == student:
                self._now = paper
                self._store.begin(paper.graded)
                self.begun.append(student)
                self._progress.at(number, student)

    def drop(self) -> None:
        """What nbgrader is at will not be finished."""
        if self._now is not None:
            shutil.rmtree(self._now.graded, ignore_errors=True)

    def close(self) -> None:
        """There is nothing more to do."""
        self._finish()
        self._progress.stop()
        self.judges.close()

    def _finish(self) -> None:
        if self._now is not None:
            self._store.finish(self._now.graded)
            self._now = None


def _foreseen(papers: Iterable[Paper]) -> Iterator[Submission]:
    """What will be asked of the judges, in order; what cannot be read now will say why when its turn comes."""
    for paper in papers:
        with contextlib.suppress(Exception):
            yield from paper.submissions()


def mend(store: Store, graded: str, log: Any) -> None:
    """Remove the folder ``graded`` if a killed run left it half done: nbgrader would take it for graded."""
    if store.cut_off(graded):
        log.warning("The grading into %s was cut off, so it is done again", graded)
        shutil.rmtree(graded, ignore_errors=True)
        store.finish(graded)


def submission(nb: NotebookNode, assignment: str, notebook: str) -> Submission:
    """What of the notebook ``nb`` is judged."""
    return Submission(
        assignment=assignment,
        notebook=notebook,
        cells=tuple(cell.source for cell in nb.cells if cell.cell_type == "code"),
        exercises=tuple(cell.metadata.nbgrader["grade_id"] for cell in nb.cells if is_test(cell)),
    )
