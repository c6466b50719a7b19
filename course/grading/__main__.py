"""Grade the class in `submitted/`, and say what came of it: `python -m course.grading`.

With nobody in `submitted/`, the demonstration class is laid out there first, so that a fresh clone has
something to grade.  As soon as somebody else's work is there, that is what is graded, and it is only read.
Everything goes through nbgrader's own steps, so formgrader shows the same; nothing here is needed to grade,
it is the plain commands in one go, with a progress bar.
"""

from __future__ import annotations

import argparse
import os
import sys
import warnings
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from rich.console import Console
from rich.markup import escape
from rich.progress import track
from rich.table import Table

if TYPE_CHECKING:
    from course.grading.classroom import Classroom, Mark, Result
    from course.grading.regrade import Change

CATALOGUE = Path("tests", "catalogue")
_TOTAL = 22
"""Columns of a table that the totals and the lines between take."""
_REASONS = 40
"""Columns that a reason needs to be read with ease."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one of the commands; return the exit status."""
    asked = _parser().parse_args(arguments)
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 140)
    # nbgrader makes SQLAlchemy warn about things that neither a learner nor an instructor can change.
    warnings.filterwarnings("ignore", module="nbgrader")
    with console.status("Starting nbgrader …"):
        from course.grading.classroom import Classroom, GradingError
    try:
        classroom = Classroom(Path(asked.root))
        commands = {
            "grade": _grade,
            "release": _release,
            "demo": _demo,
            "clear": _clear,
            "kit": _kit,
            "desk": _desk,
            "exercise": _exercise,
            "report": _report,
            "regrade": _regrade,
        }
        return commands[asked.command](classroom, console, asked)
    except GradingError as error:
        console.print(f"[bold]Not done:[/bold] {escape(str(error))}")
        return 1
    except KeyboardInterrupt:
        console.print("Stopped.  Run it again to go on; nothing that was handed in has changed.")
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m course.grading", description=__doc__.partition("\n")[0])
    parser.add_argument("--root", default=os.curdir, help="the course's folder, which holds nbgrader_config.py (here)")
    parser.set_defaults(command="grade", check=False)
    commands = parser.add_subparsers(title="commands", metavar="command")
    for name, words in (
        (
            "grade",
            "release, lay out the demonstration class if there is no other, grade, and show the scores (default)",
        ),
        ("regrade", "grade again whom changed checks touch, and say whose score changed and why"),
        ("release", "bring release/ up to date"),
        ("demo", "lay out the demonstration class in submitted/"),
        ("clear", "remove the demonstration class and its scores"),
        ("exercise", "begin a new exercise: its cells, drivers, checks and catalogue, which already work"),
        ("kit", "write the archive that a learner needs, and nothing else"),
        ("desk", "bring a learner's own copy of the lessons up to date, in which no answer is overwritten"),
        ("report", "say how the class did, from what grading recorded, and write the page and the table of it"),
    ):
        command = commands.add_parser(name, help=words, description=words)
        command.set_defaults(command=name)
        if name == "regrade":
            command.add_argument("assignment", nargs="?", help="such as event; without it, all of them")
            command.add_argument("--dry-run", action="store_true", help="only say whom it would touch")
        if name == "exercise":
            command.add_argument("notebook", help="such as queue/1-hand-over; it is begun if it is not there")
            command.add_argument("name", help="such as feed-the-cat")
        if name == "report":
            command.add_argument("assignment", nargs="*", help="such as queue (all that somebody handed in)")
        if name == "release":
            command.add_argument(
                "--check", action="store_true", help="change nothing, and fail if it is not up to date"
            )
    return parser


def _release(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.release import build, differences

    changes = differences(classroom) if asked.check else build(classroom)
    for change in changes:
        console.print(escape(change))
    if asked.check and changes:
        console.print("[bold]release/ is not what source/ gives;[/bold] run `make release`.")
        return 1
    console.print("release/ is up to date.")
    return 0


def _demo(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.release import build
    from course.grading.demonstration import catalogue, lay_out

    build(classroom)
    students = lay_out(classroom, catalogue(classroom.root / CATALOGUE))
    console.print(f"The demonstration class, {len(students)} students, is in {_path(classroom, 'submitted')}.")
    return 0


def _clear(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.demonstration import clear

    console.print(f"Removed {len(clear(classroom))} students of the demonstration class, and their scores.")
    return 0


def _regrade(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.classroom import GradingError
    from course.grading.regrade import regrade, touched

    if asked.assignment not in (None, *classroom.assignments):
        there = ", ".join(classroom.assignments) or "none"
        raise GradingError(f"there is no assignment {asked.assignment!r} (there are: {there})")
    failures: list[str] = []
    changes: list[Change] = []
    for assignment in [asked.assignment] if asked.assignment else classroom.assignments:
        if asked.dry_run:
            whom = touched(classroom, assignment)
        else:
            whom, changes, failed = regrade(classroom, assignment)
            failures += failed
            if changes:
                console.print(_changes(assignment, changes))
        count = len({exercise for exercises in whom.values() for exercise in exercises})
        said = f"{_many(len(whom), 'student')} in {_many(count, 'exercise')}" if whom else "nobody"
        console.print(f"{escape(assignment)}: the checks as they are now touch {said}.")
        if not asked.dry_run and whom and not changes:
            console.print("Nobody's score changed.")
    for failure in failures:
        console.print(f"[bold]Failed:[/bold] {escape(failure)}")
    return 1 if failures else 0


def _changes(assignment: str, changes: Sequence[Change]) -> Table:
    table = Table(title=f"What changed in {escape(assignment)}", title_justify="left")
    table.add_column("student", no_wrap=True)
    table.add_column("exercise")
    table.add_column("before", justify="right")
    table.add_column("now", justify="right")
    table.add_column("why", ratio=1)
    for change in changes:
        marks = (_mark(change.before), _mark(change.after))
        table.add_row(escape(change.student), escape(change.exercise), *marks, escape("\n".join(change.reasons)))
    return table


def _many(number: int, what: str) -> str:
    return f"{number} {what}{'' if number == 1 else 's'}"


def _mark(mark: Mark | None) -> str:
    return "-" if mark is None else f"{mark.score:g}{'?' if mark.review else ''} / {mark.points:g}"


def _exercise(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.scaffold import begin

    for path in begin(classroom, asked.notebook, asked.name):
        console.print(f"wrote {escape(_shown(classroom, path))}")
    console.print(f"Try it: TESTS='tests/catalogue -k {asked.name}' make pytest")
    return 0


def _kit(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.kit import build_kit

    archive = build_kit(classroom)
    size = archive.stat().st_size / 1_000_000
    console.print(f"{_shown(classroom, archive)} ({size:.1f} MB) holds all that a learner needs.")
    return 0


def _desk(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.desk import DESK, lay_out

    new = lay_out(classroom)
    for notebook in new:
        console.print(f"{DESK}/{escape(notebook)} is new.")
    console.print(f"Your notebooks are in {DESK}/, and stay as you leave them.")
    return 0


def _report(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.report import write_report

    def progress(things: Sequence[str], what: str) -> Iterable[str]:
        return track(things, what, console=console, transient=True, disable=not console.is_terminal)

    for path in write_report(classroom, console, asked.assignment, progress):
        console.print(f"wrote {escape(_shown(classroom, path))}", soft_wrap=True)
    return 0


def _grade(classroom: Classroom, console: Console, asked: argparse.Namespace) -> int:
    from course.grading.authoring.release import build
    from course.grading.classroom import GradingError, scores_digest
    from course.grading.demonstration import catalogue, clear, lay_out, strangers

    students = strangers(classroom)
    if not students:
        clear(classroom)  # first: the gradebook refuses a changed lesson as long as somebody has handed it in
    build(classroom, record=True)
    if not students:
        students = lay_out(classroom, catalogue(classroom.root / CATALOGUE))
        console.print("Nobody has handed anything in, so this is the demonstration class.")
    elif set(classroom.students) > set(students):
        console.print("Somebody has handed something in, so the demonstration class is left out; its folders stay.")
    work = {
        assignment: [student for student in students if classroom.has_submitted(student, assignment)]
        for assignment in classroom.assignments
    }
    if not any(work.values()):
        raise GradingError(
            "submitted/ holds no notebook of a lesson; it belongs into submitted/<student>/<assignment>/"
        )
    results, failures = _graded(classroom, work, console)
    for assignment in classroom.assignments:
        mine = tuple(result for result in results if result.assignment == assignment)
        if mine:
            console.print(_table(assignment, mine, console.width))
    for failure in failures:
        console.print(f"[bold]Failed:[/bold] {escape(failure)}")
    console.print(f"Scores    sha256 {scores_digest(results)}")
    console.print(f"Feedback  sha256 {classroom.feedback_digest(results)}")
    _where_next(classroom, console, results)
    return 1 if failures else 0


def _graded(
    classroom: Classroom, work: Mapping[str, Sequence[str]], console: Console
) -> tuple[tuple[Result, ...], list[str]]:
    """Grade each submission and make its feedback; a failure of one is said and does not stop the others."""
    from course.grading.classroom import GradingError

    results, failures = [], []
    for assignment, students in work.items():
        failed = classroom.autograde_all(assignment, students) if students else {}
        failures += [str(error) for error in failed.values()]
        graded = [student for student in students if student not in failed]
        for student in track(
            graded, f"Feedback on {assignment}", console=console, transient=True, disable=not console.is_terminal
        ):
            try:
                classroom.generate_feedback(assignment, student)
            except GradingError as error:
                failures.append(str(error))
            else:
                results.append(classroom.result(assignment, student))
    return tuple(results), failures


def _table(assignment: str, results: Sequence[Result], width: int) -> Table:
    """Who has which score, and why; as much of each exercise as leaves room for the reasons in ``width`` columns."""
    exercises = [mark.exercise for mark in results[0].marks]
    headings = _headings(exercises, width - max(len(result.student) for result in results))
    table = Table(title=f"Scores of {assignment}", title_justify="left", caption_justify="left")
    table.add_column("student", no_wrap=True)
    for heading in headings:
        table.add_column(heading, justify="right", no_wrap=True)
    table.add_column("total", justify="right", no_wrap=True)
    table.add_column("why", ratio=1)
    for result in results:
        marks = [f"{mark.score:g}{'?' if mark.review else ''}" for mark in result.marks[: len(headings)]]
        late = f"{result.penalty:g} off for being late. " if result.penalty else ""
        total = f"{round(result.score, 2):g} / {result.points:g}"
        if not headings and any(mark.review for mark in result.marks):
            total += " ?"
        table.add_row(escape(result.student), *marks, total, escape(f"{late}{result.explanation}"))
    said = []
    if headings and headings[0] == "1":
        said.append("Exercises: " + ", ".join(f"{number} {name}" for number, name in enumerate(exercises, 1)))
    if any(mark.review for result in results for mark in result.marks):
        said.append("? needs review: a person must look at it, in formgrader")
    table.caption = "\n".join(said) or None
    return table


def _headings(exercises: Sequence[str], width: int) -> list[str]:
    """The names of the exercises, each where it may break; or their numbers; or nothing, where there is no room."""
    for headings in ([name.replace("-", "-\n") for name in exercises], [str(i + 1) for i in range(len(exercises))]):
        taken = sum(max(2, *map(len, heading.split("\n"))) + 3 for heading in headings)
        if width - taken - _TOTAL >= _REASONS:
            return headings
    return []


def _where_next(classroom: Classroom, console: Console, results: Sequence[Result]) -> None:
    weakest = min(results, key=lambda result: (result.score == 0, result.score), default=None)
    if weakest is not None:
        pages = sorted(classroom.folder("feedback", weakest.student, weakest.assignment).glob("*.html"))
        if pages:
            console.print(
                f"Read the feedback, such as {weakest.student}'s: {_shown(classroom, pages[0])}", soft_wrap=True
            )
    jupyter = _shown(classroom, Path(sys.executable).with_name("jupyter"))
    console.print(
        f"Look through the class in formgrader: {jupyter} lab, then the menu Nbgrader > Formgrader.", soft_wrap=True
    )


def _path(classroom: Classroom, step: str) -> str:
    return f"{_shown(classroom, classroom.folder(step))}{os.sep}"


def _shown(classroom: Classroom, path: Path) -> str:
    return str(path.relative_to(classroom.root)) if path.is_relative_to(classroom.root) else str(path)


if __name__ == "__main__":
    sys.exit(main())
