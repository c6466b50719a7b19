"""One run of ``nbgrader autograde``: everybody's work is judged on all cores, while nbgrader goes through it in order.

nbgrader's command makes one exporter for a run and sends every submission through it, one after the other; that is
where a run begins for us (``c.Autograde.exporter_class``).  It then knows all the work that is to be done, mends what a
killed run left half done, has the work judged ahead and shows how far it is.  :class:`Grading` is what an
instructor may set in ``nbgrader_config.py``.
"""

# nbgrader, nbformat and distributed have no types.
# mypy: allow-untyped-calls, allow-subclassing-any
from __future__ import annotations

import contextlib
import functools
import os
import re
import shutil
import weakref
from collections.abc import Iterator
from concurrent.futures import Executor, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbgrader.converters.base import NbGraderException
from nbgrader.coursedir import CourseDirectory
from traitlets import Float, Int, List, Unicode
from traitlets.config import LoggingConfigurable

from course.grading.judges import CannotJudge, Judges
from course.grading.judging import COMMAND, TIMEOUT, abandon
from course.grading.lesson import Lesson
from course.grading.notes import is_test
from course.grading.preflight import SubmissionExporter
from course.grading.progress import Progress
from course.grading.sandbox import NoSandbox, Sandbox
from course.grading.store import BadStore, Store
from course.model import Submission

__all__ = ["Grading", "GradingExporter", "submission"]

LARGE = 20 << 20
"""Bytes; a larger notebook is not looked at ahead."""
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

    try:
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


class GradingExporter(SubmissionExporter):
    """The exporter of a run of autograde."""

    def __init__(self, **kw: Any) -> None:
        super().__init__(**kw)
        self._converter: Any = self.parent
        self.run = Run(self._converter, self)
        self._close = weakref.finalize(self, self.run.close)

    def from_filename(self, filename: str, resources: dict[str, Any] | None = None, **kw: Any) -> tuple[Any, Any]:
        """Called twice for each notebook: where it was handed in, and then where it is graded."""
        if self._converter._sanitizing:
            self.run.begin(filename)
        try:
            found: tuple[Any, Any] = super().from_filename(filename, resources=resources, **kw)
        except KeyboardInterrupt:
            abandon()
            self.close()
            raise
        return found

    def close(self) -> None:
        """The run is over."""
        self._close()


@dataclass(frozen=True)
class _Paper:
    """What one student handed in for one assignment."""

    student: str
    assignment: str
    notebooks: tuple[str, ...]
    """The files, as nbgrader names them."""
    graded: str
    """The folder for what comes of it."""


class Run:
    """The work of one converter, from its exporter's beginning to its last notebook."""

    def __init__(self, converter: Any, configured: Any) -> None:
        self.log = converter.log
        self._converter = weakref.proxy(converter)
        grading = Grading(parent=configured)
        self.sandbox = Sandbox(parent=configured)
        root = Path(converter.coursedir.root)
        try:
            if not grading.cluster:
                self.sandbox.check()
            self._store = Store(root / grading.store)
            self._papers = list(self._to_do())
            executor, workers = grading.executor()
        except (BadStore, CannotJudge, NoSandbox) as refusal:
            self.log.error("%s", refusal)
            raise NbGraderException(str(refusal)) from refusal
        self.judges = Judges(
            executor,
            workers,
            self._store,
            functools.cache(self._lesson),
            judge=grading.judge,
            timeout=grading.timeout,
            confined=not self.sandbox.unconfined,
            log=self.log,
        )
        self._notebooks = [(notebook, paper) for paper in self._papers for notebook in paper.notebooks]
        self._progress = Progress(len(self._notebooks), self.log)
        self._now: _Paper | None = None
        self.judges.foresee(self._foreseen())

    def begin(self, notebook: str) -> None:
        """Nbgrader comes to ``notebook``, as it was handed in."""
        for number, (each, paper) in enumerate(self._notebooks):
            if each == notebook:
                if paper is not self._now:
                    self._finish()
                    self._now = paper
                    self._store.begin(paper.graded)
                self._progress.at(number, f"{paper.assignment}: {paper.student}")

    def close(self) -> None:
        """There is nothing more to do."""
        self._progress.stop()
        self._finish()
        self.judges.close()
        self._store.close()

    # --- inside -----------------------------------------------------------------------

    def _finish(self) -> None:
        if self._now is not None:
            self._store.finish(self._now.graded)
            self._now = None

    def _to_do(self) -> Iterator[_Paper]:
        """What nbgrader will grade: not what is graded, unless it is forced to or something newer was handed in."""
        converter = self._converter
        pattern = converter._format_source("(?P<assignment>.*)", "(?P<student>.*)", escape=True)
        for folder in sorted(converter.assignments):
            found = re.match(pattern, folder)
            if found is None:
                continue
            student, assignment = found["student"], found["assignment"]
            graded = os.path.normpath(converter._format_dest(assignment, student))
            if self._store.cut_off(graded):
                # nbgrader would take it for graded.
                self.log.warning("The grading of %r by %s was cut off, so it is done again", assignment, student)
                shutil.rmtree(graded, ignore_errors=True)
                self._store.finish(graded)
            if converter.force or not os.path.exists(graded) or _newer(folder, graded):
                yield _Paper(student, assignment, tuple(sorted(converter.assignments[folder])), graded)

    def _lesson(self, assignment: str) -> Lesson:
        directory: CourseDirectory = self._converter.coursedir
        return Lesson.read(Path(directory.format_path(directory.source_directory, ".", assignment)).resolve())

    def _foreseen(self) -> Iterator[Submission]:
        """What will probably be asked of the judges; what cannot be read, or must be repaired, waits for its turn."""
        for notebook, paper in self._notebooks:
            with contextlib.suppress(Exception):
                if not os.path.islink(notebook) and os.path.getsize(notebook) < LARGE:
                    yield submission(nbformat.read(notebook, as_version=4), paper.assignment, Path(notebook).stem)


def _newer(handed_in: str, graded: str) -> bool:
    """Whether nbgrader may find that a submission is newer than what was graded: their timestamps differ."""
    texts = []
    for folder in (handed_in, graded):
        try:
            texts.append(Path(folder, "timestamp.txt").read_bytes())
        except OSError:
            return False
    return texts[0] != texts[1]


def submission(nb: NotebookNode, assignment: str, notebook: str) -> Submission:
    """What of the notebook ``nb`` is judged."""
    return Submission(
        assignment=assignment,
        notebook=notebook,
        cells=tuple(cell.source for cell in nb.cells if cell.cell_type == "code"),
        exercises=tuple(cell.metadata.nbgrader["grade_id"] for cell in nb.cells if is_test(cell)),
    )
