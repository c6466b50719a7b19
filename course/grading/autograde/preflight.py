"""Whatever a student hands in becomes a folder that nbgrader can grade.

nbgrader lists, copies and reads a submission as it is.  A folder whose name holds a line break, a time that is none or
a copied test cell ends the grading of the whole class; a link is followed, so that an instructor's file ends up in
somebody's feedback; a named pipe makes it wait for ever.  So nbgrader never sees what was handed in:
:class:`CourseAutograde` shows it a *staged* copy, in a temporary folder, which holds the lesson's notebooks, mended
(`handed_in`), a sound `timestamp.txt` and some harmless files.  All else is nbgrader's: its loop, its preprocessors,
its gradebook.

nbgrader has no option for the class that grades, so :func:`install`, which `nbgrader_config.py` calls, puts ours where
`nbgrader autograde` and formgrader look for it.  A course whose configuration does not name
:class:`SubmissionExporter` is graded as by nbgrader alone.
"""

# Neither nbgrader nor nbformat has types.
# mypy: allow-untyped-calls, allow-subclassing-any, no-warn-return-any
from __future__ import annotations

import contextlib
import datetime
import fnmatch
import functools
import os
import tempfile
import warnings
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import nbformat
import nbgrader.apps.api
import nbgrader.apps.autogradeapp
import nbgrader.apps.generatefeedbackapp
import sqlalchemy.exc
from nbconvert.exporters import NotebookExporter
from nbgrader import utils
from nbgrader.api import Gradebook
from nbgrader.converters import Autograde
from nbgrader.converters.base import NbGraderException
from traitlets import Integer
from traitlets.config import LoggingConfigurable
from traitlets.utils.importstring import import_item

from course.grading.autograde.run import Grading, Paper, Run, mend, submission
from course.grading.judging.asking import abandon
from course.grading.judging.judges import CannotJudge
from course.grading.judging.lesson import Lesson
from course.grading.judging.store import BadStore, Store
from course.grading.sandbox.walls import NoSandbox, Sandbox
from course.grading.submissions.feedback import CourseFeedback
from course.grading.submissions.handed_in import ENDING, HandedIn, is_empty, look
from course.grading.submissions.listing import fits, folders
from course.grading.submissions.notes import Note, put_on_top, read_note
from course.grading.submissions.reading import Limits
from course.grading.submissions.recorded import RecordedNotebook, recorded
from course.grading.submissions.timestamps import NAME as TIMESTAMP
from course.grading.submissions.timestamps import read_stamp
from course.model import Submission

__all__ = ["CourseAutograde", "Preflight", "SubmissionExporter", "install"]

INTERRUPTED = 130
"""The exit status of a command that an interrupt has ended, as shells have it."""
_DAMAGED = (
    "nbgrader could not read the notebook that was handed in, so it was rebuilt: first its own cells, then the cells "
    "that are graded."
)


class Preflight(LoggingConfigurable):
    """How much of a submission is read; what has more needs review."""

    largest_notebook = Integer(Limits().notebook, help="The largest notebook that is read, in bytes.").tag(config=True)
    most_cells = Integer(Limits().cells, help="The most cells that a notebook may have.").tag(config=True)
    most_text = Integer(Limits().text, help="The most characters that its cells may have.").tag(config=True)
    largest_file = Integer(Limits().file, help="The largest other file that is kept, in bytes.").tag(config=True)
    most_files = Integer(Limits().files, help="The most other files that are kept.").tag(config=True)

    @property
    def limits(self) -> Limits:
        """As plain data."""
        return Limits(self.largest_notebook, self.most_cells, self.most_text, self.largest_file, self.most_files)


class CourseAutograde(Autograde):
    """nbgrader's `Autograde`, which reads a staged copy of each submission."""

    def start(self) -> None:
        """As in nbgrader; the staged copies last as long as this."""
        self.run: Run | None = None
        self.graded: set[str] = set()  # the students whom it has graded
        self.lesson: Mapping[str, RecordedNotebook] = {}
        self.folders: dict[str, Path] = {}  # where the submission of each student is
        self.unfit: list[str] = []
        self.staging: str | None = None
        if not _is_careful(self.exporter_class):
            super().start()
            return
        with tempfile.TemporaryDirectory(prefix="submissions-") as folder:
            self.staging = folder
            try:
                super().start()
            finally:
                self.staging = None

    @property
    def _input_directory(self) -> str:
        staging = getattr(self, "staging", None)
        return staging if self._sanitizing and staging else super()._input_directory

    def init_notebooks(self) -> None:
        """Find the submissions, and stage of each what nbgrader looks at first: when it was handed in."""
        if self.staging is None:
            super().init_notebooks()
            return
        course = self.coursedir
        with contextlib.closing(Gradebook(course.db_url, course.course_id)) as gradebook:
            self.lesson = recorded(gradebook, course.assignment_id)
        self.folders = dict(self._found())
        self.assignments = {}
        for student, folder in self.folders.items():
            staged = Path(self._staged_at(student))
            staged.mkdir(parents=True)
            if stamp := read_stamp(folder).text:
                (staged / TIMESTAMP).write_text(stamp)
            self.assignments[str(staged)] = self._staged(student, fnmatch.filter(self.lesson, course.notebook_id))
        if not self.assignments:
            submitted = course.format_path(course.submitted_directory, course.student_id, course.assignment_id)
            message = f"No notebooks were matched by {submitted!r}"
            self.log.error(message)
            raise NbGraderException(message)

    def convert_notebooks(self) -> None:
        """As in nbgrader, while all of it is judged ahead; then say which folders are nobody's."""
        if self.staging is None:
            super().convert_notebooks()
            return
        course = self.coursedir
        grading = Grading(parent=self)
        try:
            with contextlib.closing(Store(Path(course.root, grading.store))) as store:
                papers = list(self._papers(store))
                self.run = Run(papers, store, self._lesson, grading, Sandbox(parent=self))
                self._convert(self.run)
        except (BadStore, CannotJudge, NoSandbox) as refusal:
            self.log.error("%s", refusal)
            raise NbGraderException(str(refusal)) from refusal
        if self.unfit:
            raise NbGraderException("; ".join(self.unfit))

    def _convert(self, run: Run) -> None:
        """Nbgrader's loop."""
        try:
            super().convert_notebooks()
        except KeyboardInterrupt:
            run.judges.close()  # before a judge that is abandoned makes room for the next case
            abandon()
            if isinstance(self.parent, nbgrader.apps.autogradeapp.AutogradeApp):  # which has only a traceback to say
                self.log.error("Stopped by an interrupt.  The same command goes on where it was.")
                raise SystemExit(INTERRUPTED) from None
            raise
        except SystemExit:  # of which nbgrader does not know that it may come here
            run.drop()
            raise
        finally:
            run.close()
            assignment = self.coursedir.assignment_id
            self.graded = {student for student in run.begun if os.path.isdir(self._format_dest(assignment, student))}

    def _papers(self, store: Store) -> Iterator[Paper]:
        """What nbgrader will grade: not what is graded, unless it is forced to or something newer was handed in."""
        course = self.coursedir
        excluded = course.student_id_exclude.split(",")
        for staged in sorted(self.assignments):
            student = next(name for name in self.folders if self._staged_at(name) == staged)
            graded = os.path.normpath(self._format_dest(course.assignment_id, student))
            mend(store, graded, self.log)
            again = self.force or not os.path.exists(graded) or self._is_newer(staged, graded)
            if again and student not in excluded:
                yield Paper(student, graded, functools.partial(self._submissions, student))

    def _is_newer(self, staged: str, graded: str) -> bool:
        """Whether something was handed in after what was graded, as nbgrader finds it."""
        times = [self.coursedir.get_existing_timestamp(folder) for folder in (staged, graded)]
        return None not in times and times[0] > times[1]

    def _submissions(self, student: str) -> Iterator[Submission]:
        """What will be judged of the work of ``student``."""
        assignment = self.coursedir.assignment_id
        for name, nb in self.handed_in(student).notebooks.items():
            note = read_note(nb)
            if note is None or note.readable:
                yield submission(nb, assignment, name)

    def _lesson(self, assignment: str) -> Lesson:
        course = self.coursedir
        return Lesson.read(Path(course.format_path(course.source_directory, ".", assignment)).resolve())

    def init_assignment(self, assignment_id: str, student_id: str) -> None:
        """Stage the submission, then prepare it as nbgrader does."""
        if self.run is not None:
            self.run.begin(student_id)
            handed = self.handed_in(student_id)
            for name, note in handed.notes.items():
                self.log.warning("%s: %s", self.folders[student_id] / f"{name}{ENDING}", note.sentence)
            self._stage(student_id, handed)
        super().init_assignment(assignment_id, student_id)

    def handed_in(self, student: str) -> HandedIn:
        """What ``student`` handed in, mended, as it will be graded."""
        course = self.coursedir
        source = course.format_path(course.source_directory, ".", course.assignment_id)
        known = frozenset(Path(path).relative_to(source) for path in utils.find_all_files(source, course.ignore))
        return look(
            self.folders[student],
            self.lesson,
            Preflight(parent=self).limits,
            below=Path(course.root, course.submitted_directory),
            known=known,
            ignore=course.ignore,
        )

    def _found(self) -> Iterator[tuple[str, Path]]:
        """The students who handed in, and where."""
        for student, folder in folders(self.coursedir, "submitted"):
            if not fits(student):
                self.unfit.append(
                    f"the folder {student!r} in {self.coursedir.submitted_directory!r} was not graded, since its name "
                    "cannot be a student's: it holds a line break or what is no text; rename it, and grade again"
                )
                self.log.error(self.unfit[-1])
            elif is_empty(folder):
                self.log.warning("Nothing was handed in: %s is empty", folder)
            else:
                yield student, folder

    def _staged_at(self, student: str) -> str:
        return self._format_source(self.coursedir.assignment_id, student)

    def _staged(self, student: str, names: list[str]) -> list[str]:
        return [os.path.join(self._staged_at(student), f"{name}{ENDING}") for name in names]

    def _stage(self, student: str, handed: HandedIn) -> None:
        """Write what was handed in to where nbgrader reads it."""
        wanted = fnmatch.filter(handed.notebooks, self.coursedir.notebook_id)
        self.notebooks = sorted(self._staged(student, wanted))
        for name in wanted:
            nbformat.write(handed.notebooks[name], self._staged(student, [name])[0])
        folder = Path(self._staged_at(student))
        for place, content in handed.files.items():
            (folder / place).parent.mkdir(parents=True, exist_ok=True)
            (folder / place).write_bytes(content)


class SubmissionExporter(NotebookExporter):
    """Reads a staged notebook; rebuilds it once more, should a step of nbgrader refuse it all the same.

    Only sanitizing is guarded.  An error of the grading itself is ours, and is not hidden.
    """

    def from_notebook_node(self, nb: Any, resources: Any = None, **kw: Any) -> tuple[Any, Any]:
        """As in nbconvert, but a submission that is being sanitized always comes out as a notebook."""
        # The converter uses one exporter for both of its rounds, and only this attribute tells them apart.
        if not getattr(self.parent, "_sanitizing", False) or not isinstance(self.parent, CourseAutograde):
            return super().from_notebook_node(nb, resources, **kw)
        try:
            return super().from_notebook_node(nb, resources, **kw)
        except sqlalchemy.exc.OperationalError:  # the gradebook, not the submission
            raise
        except Exception as error:
            self.log.warning("%s (%s: %s)", _DAMAGED, type(error).__name__, error)
            return super().from_notebook_node(self._rebuilt(nb, resources["nbgrader"]["notebook"]), resources, **kw)

    def _rebuilt(self, nb: Any, name: str) -> Any:
        """The cells of ``nb`` without marks, and after them those that nbgrader grades."""
        converter: Any = self.parent
        lesson: RecordedNotebook = converter.lesson[name]
        for cell in nb.cells:
            cell.metadata.pop("nbgrader", None)
        nb.cells += [cell.cell() for cell in lesson.graded]
        for number, cell in enumerate(nb.cells):
            cell.id = f"rebuilt-{number}"
        put_on_top(nb, Note(_DAMAGED, True, tuple(cell.name for cell in lesson.graded if cell.answered)))
        return nb


def install() -> None:
    """Put :class:`CourseAutograde` and :class:`CourseFeedback` where nbgrader's commands and formgrader look for them.

    formgrader's lists of submissions read each `timestamp.txt` as well, and stop at a bad one; so they are given the
    same reading of it.  And nbgrader makes SQLAlchemy warn of things that no instructor can change.
    """
    warnings.filterwarnings("ignore", module=r"nbgrader\.", category=sqlalchemy.exc.SAWarning)
    nbgrader.apps.autogradeapp.Autograde = CourseAutograde
    nbgrader.apps.api.Autograde = CourseAutograde
    nbgrader.apps.generatefeedbackapp.GenerateFeedback = CourseFeedback
    nbgrader.apps.api.GenerateFeedback = CourseFeedback
    nbgrader.apps.api.NbGraderAPI.get_submitted_timestamp = _submitted_timestamp


_stock_submitted_timestamp = nbgrader.apps.api.NbGraderAPI.get_submitted_timestamp


def _submitted_timestamp(api: Any, assignment_id: str, student_id: str) -> datetime.datetime | None:
    """When a student handed in, as grading takes it: in place of the method of formgrader's API."""
    if not _is_careful(api.config.Autograde.get("exporter_class", NotebookExporter)):
        return _stock_submitted_timestamp(api, assignment_id, student_id)
    course = api.coursedir
    return read_stamp(Path(course.format_path(course.submitted_directory, student_id, assignment_id))).time


def _is_careful(exporter: Any) -> bool:
    """Whether a course's configuration asks for what is done here."""
    return issubclass(import_item(exporter) if isinstance(exporter, str) else exporter, SubmissionExporter)
