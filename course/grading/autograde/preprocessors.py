"""The two steps of `nbgrader autograde` that are ours: judge each graded cell, and save its exact points.

:class:`Grade` stands where nbgrader's `Execute` was.  It starts no kernel and runs nothing: the sources of
the notebook's code cells go to the judge as text, and each graded cell gets its verdict as output.
:class:`SaveGrades` puts the points of the verdict into the gradebook as they are; nbgrader would read them
out of the cell's output, where an error on stderr means zero and an odd number means full marks.

Only graded test cells are meant, such as `check("first-signal")`, whose `grade_id` is the name of the
exercise.  Cells that a person grades (an answer in prose, a task) are nbgrader's affair, as in stock nbgrader.
"""

# Neither nbgrader nor nbformat has types.
# mypy: allow-untyped-calls, allow-subclassing-any
from __future__ import annotations

from typing import Any

from nbformat import NotebookNode
from nbformat.v4 import new_output
from nbgrader.preprocessors import NbGraderPreprocessor, SaveAutoGrades

from course.explain import verdict_html, verdict_text
from course.grading.autograde.run import Run, submission
from course.grading.judging.judges import unjudged
from course.grading.judging.store import Judged
from course.grading.submissions.notes import Note, add_note, is_test, read_note, write_verdict
from course.model import Verdict

__all__ = ["Grade", "SaveGrades"]


class Grade(NbGraderPreprocessor):
    """Give each graded test cell its verdict, as output to read and as a record to save.

    The verdicts go down the chain in ``resources["course"]``, never through the notebook, whose metadata a
    student may have written.
    """

    def preprocess(self, nb: NotebookNode, resources: Any) -> tuple[NotebookNode, Any]:
        """Judge the notebook ``nb`` and write each verdict into its cell."""
        where = resources["nbgrader"]
        note = read_note(nb)
        tests = {cell.metadata.nbgrader["grade_id"]: cell for cell in nb.cells if is_test(cell)}
        worth = {exercise: _points(cell) for exercise, cell in tests.items()}
        if note is not None and not note.readable:
            judged = tuple(Judged(verdict, "") for verdict in unjudged(worth, note.sentence))
        else:
            run = _run(self)
            judged = run.judges.verdicts(submission(nb, where["assignment"], where["notebook"]), worth)
            if run.sandbox.notice:
                note = add_note(nb, run.sandbox.notice)
        for each in judged:
            _show(tests[each.verdict.exercise], each)
        for number, cell in enumerate((cell for cell in nb.cells if cell.cell_type == "code"), start=1):
            cell.execution_count = number  # the number that a verdict calls the cell by
        resources["course"] = {"verdicts": {each.verdict.exercise: each.verdict for each in judged}, "note": note}
        return nb, resources


class SaveGrades(SaveAutoGrades):
    """Save the points of each verdict as the cell's automatic score; flag what a person must look at."""

    def _add_score(self, cell: NotebookNode, resources: Any) -> None:
        """Called by nbgrader for each cell with a grade; a manual score that is there already is kept."""
        if not is_test(cell):
            super()._add_score(cell, resources)
            note: Note | None = resources["course"]["note"]
            if note is not None and (not note.readable or cell.metadata.nbgrader["grade_id"] in note.displaced):
                # The answer may stand elsewhere, so that of this cell is not "none".
                self._save(cell, None, review=True)
            return
        verdict: Verdict | None = resources["course"]["verdicts"].get(cell.metadata.nbgrader["grade_id"])
        if verdict is None or all(check.status == "review" for check in verdict.checks):
            self._save(cell, None, review=True)
        else:
            self._save(cell, verdict.score, review=verdict.needs_review)

    def _save(self, cell: NotebookNode, score: float | None, *, review: bool) -> None:
        grade = self.gradebook.find_grade(
            cell.metadata.nbgrader["grade_id"], self.notebook_id, self.assignment_id, self.student_id
        )
        grade.auto_score = None if score is None else min(score, float(grade.max_score))
        # As in nbgrader: what a person has graded by hand before is to be seen again by a person.
        grade.needs_manual_grade = review or grade.manual_score is not None
        self.gradebook.db.commit()


def _points(cell: NotebookNode) -> float:
    return float(cell.metadata.nbgrader["points"])


def _show(cell: NotebookNode, judged: Judged) -> None:
    """Make the verdict the cell's only output, and its record."""
    data = {"text/html": verdict_html(judged.verdict), "text/plain": verdict_text(judged.verdict)}
    cell.outputs = [new_output("display_data", data=data)]
    write_verdict(cell, judged)


def _run(step: Any) -> Run:
    """The run that a preprocessor belongs to: that of its converter."""
    while step is not None:
        if isinstance(run := getattr(step, "run", None), Run):
            return run
        step = step.parent
    raise RuntimeError(
        "this step belongs to no run of grading; nbgrader_config.py must say "
        'c.Autograde.exporter_class = "course.grading.autograde.preflight.SubmissionExporter"'
    )
