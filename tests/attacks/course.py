"""The course that is attacked: a copy of two lessons, with honest students in it and canaries planted around it."""

from __future__ import annotations

import copy
import json
import shutil
import sys
from collections.abc import Iterable, Mapping
from pathlib import Path

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_raw_cell

from course.grading.authoring.release import build, reference
from course.grading.classroom import Classroom
from tests.attacks import reach
from tests.attacks.corpus import Attack, honest_answers
from tests.attacks.places import Places

__all__ = ["HONEST", "LESSONS", "AttackedCourse"]

REPOSITORY = Path(__file__).resolve().parents[2]
LESSONS = {"event": "1-one-signal", "queue": "1-hand-over"}
"""The lessons of the attacked course, each with its only notebook."""
HONEST = ("aa-right", "mm-half", "zz-untouched")
"""The honest students: graded before the attackers, in the middle of them, and after them."""

_CONFIG = """
# A safety net that is near, so that a bomb is soon over.
c.Grading.judge = {judge}
"""


class AttackedCourse:
    """A released course in ``places.course`` that nobody but the honest students has handed anything in to."""

    def __init__(self, places: Places) -> None:
        self.places = places
        for folder in (places.course, places.home, places.temporary, places.notes):
            folder.mkdir(parents=True, exist_ok=True)
        for lesson, notebook in LESSONS.items():
            others = [f"{path.stem}.ipynb" for path in (REPOSITORY / "source" / lesson).glob("*.ipynb")]
            others.remove(f"{notebook}.ipynb")
            shutil.copytree(
                REPOSITORY / "source" / lesson,
                places.course / "source" / lesson,
                ignore=shutil.ignore_patterns("__pycache__", ".ipynb_checkpoints", *others),
            )
        hurried = f"import sys; sys.path.insert(0, {str(REPOSITORY)!r}); from tests.attacks.hurried import main; main()"
        judge = json.dumps([sys.executable, "-c", hurried])
        config = (REPOSITORY / "nbgrader_config.py").read_text("utf-8") + _CONFIG.format(judge=judge)
        (places.course / "nbgrader_config.py").write_text(config, "utf-8")
        self._plant_in_source()
        self.classroom = Classroom(places.course)
        build(self.classroom, record=True)
        self.released = {lesson: self._notebook("release", lesson) for lesson in LESSONS}
        self.right = {
            name: reference(cell.source)
            for lesson in LESSONS
            for name, cell in answer_cells(self._notebook("source", lesson))
        }
        self.points: Mapping[str, float] = {
            marks["grade_id"]: marks["points"]
            for nb in self.released.values()
            for cell in nb.cells
            if (marks := cell.metadata.get("nbgrader", {})).get("grade")
        }
        """What each exercise is worth."""
        self.lessons = {
            name.removesuffix("-solution"): lesson
            for lesson, nb in self.released.items()
            for name, _ in answer_cells(nb)
        }
        """In which lesson each exercise is."""
        self._plant_around()
        self.honest: dict[str, set[str]] = {student: set(LESSONS) for student in HONEST}
        """The honest students, and the lessons that each hands in."""
        for student in HONEST:
            for lesson in LESSONS:
                self._hand_in_honestly(student, lesson)
        self.answers = {
            (answer.exercise, answer.name): f"honest-{answer.exercise}-{answer.name}" for answer in honest_answers()
        }
        """The students who hand in the honest answers to compare with, by exercise and name."""
        for answer in honest_answers():
            lesson = self.lessons[answer.exercise]
            nb = self._filled(lesson, ())
            _named(nb, f"{answer.exercise}-solution").source = answer.text
            self._write(nb, self.answers[answer.exercise, answer.name], lesson)
            self.honest[self.answers[answer.exercise, answer.name]] = {lesson}

    # --- what is planted --------------------------------------------------------------

    def _plant_in_source(self) -> None:
        canary = self.places.canary
        for lesson, notebook in LESSONS.items():
            folder = self.places.course / "source" / lesson
            with (folder / "hidden" / f"test_{lesson}.py").open("a", encoding="utf-8") as file:
                file.write(f'\n\nSECRET = "{canary("hiddencheck")}"\n')
            drivers = folder / "hidden" / "scenarios.py"
            drivers.write_text(f"# {canary('hiddendriver')}\n{drivers.read_text('utf-8')}", "utf-8")
            path = folder / f"{notebook}.ipynb"
            nb = nbformat.read(path, as_version=4)
            for _, cell in answer_cells(nb):
                cell.source = (
                    cell.source.replace("### END SOLUTION", f"# {canary('solution')}\n    ### END SOLUTION", 1)
                    if "    ### END SOLUTION" in cell.source
                    else cell.source
                )
            nbformat.write(nb, path)

    def _plant_around(self) -> None:
        places = self.places
        with self.classroom.gradebook() as gradebook:
            for student in HONEST:
                gradebook.update_or_create_student(student, last_name=places.canary("gradebook"))
        for folder, secret in ((places.home, "homefolder"), (places.notes, "besidecourse")):
            for name in (".netrc", "secret.txt", "answers.py"):
                (folder / name).write_text(f"{places.canary(secret)}\n", "utf-8")
        (places.course / "marks.csv").write_text(f"{places.canary('besidecourse')}\n", "utf-8")

    # --- who hands in -----------------------------------------------------------------

    def _hand_in_honestly(self, student: str, lesson: str) -> None:
        names = [name for name, _ in answer_cells(self.released[lesson])]
        answered = {"aa-right": names, "mm-half": names[::2], "zz-untouched": []}[student]
        nb = self._filled(lesson, (name.removesuffix("-solution") for name in answered))
        nb.cells.append(new_markdown_cell(f"My own notes: {self.places.canary('classmate')}", id="notes"))
        self._write(nb, student, lesson)

    def hand_in(self, attack: Attack) -> None:
        """Put the submission of ``attack`` into the course; what its own code raises here is the attack's mistake."""
        if attack.exercise not in self.lessons:
            raise ValueError(
                f"{attack.name}: there is no exercise {attack.exercise!r} to attack; take one of "
                f"{', '.join(sorted(self.lessons))}"
            )
        lesson = self.lessons[attack.exercise]
        nb = self._filled(lesson, attack.holds)
        if attack.cells:
            self._put(nb, attack)
        path = self._write(nb, attack.name, lesson)
        if attack.hands_in:
            namespace: dict[str, object] = {"__name__": attack.name}
            exec(compile(self._text(attack, attack.hands_in), attack.name, "exec"), namespace)
            hand_in = namespace["hand_in"]
            assert callable(hand_in)
            hand_in(path.parent, path)

    def honest_score(self, attack: Attack) -> float:
        """The points that ``attack`` may have, once the honest students are graded."""
        points = sum(self.points[exercise] for exercise in attack.holds)
        if attack.honest:
            student = self.answers.get((attack.exercise, attack.honest))
            if student is None:
                raise ValueError(
                    f"{attack.name}: there is no honest/{attack.exercise}/{attack.honest}.py to compare it with"
                )
            points += self.classroom.result(self.lessons[attack.exercise], student).score
        return points

    def _put(self, nb: NotebookNode, attack: Attack) -> None:
        answer = next(cell for name, cell in answer_cells(nb) if name == f"{attack.exercise}-solution")
        below = nb.cells.index(answer) + 1
        if attack.reach:
            nb.cells.insert(below - 1, new_code_cell(reach.cell(attack.reach), id="reach"))
            below += 1
        for number, (kind, text) in enumerate(attack.cells):
            text = self._text(attack, text).strip("\n")
            if kind == "answer":
                answer.source = text
            elif kind == "check":
                _named(nb, attack.exercise).source = text
            elif kind == "before":
                nb.cells.insert(0, new_code_cell(text, id=f"before-{number}"))
                below += 1
            else:
                make = {"": new_code_cell, "markdown": new_markdown_cell, "raw": new_raw_cell}[kind]
                nb.cells.insert(below, make(text, id=f"more-{number}"))
                below += 1

    def _text(self, attack: Attack, text: str) -> str:
        return self.places.filled(text, attack.name)

    def _filled(self, lesson: str, exercises: Iterable[str]) -> NotebookNode:
        nb = copy.deepcopy(self.released[lesson])
        for exercise in exercises:
            text = self.right[f"{exercise}-solution"]
            lines = [line for line in text.splitlines() if "# canary" not in line]
            _named(nb, f"{exercise}-solution").source = "\n".join(lines)
        return nb

    def _write(self, nb: NotebookNode, student: str, lesson: str) -> Path:
        folder = self.classroom.folder("submitted", student, lesson)
        folder.mkdir(parents=True)
        path = folder / f"{LESSONS[lesson]}.ipynb"
        # Not nbformat.write: half of the attacks are no sound notebooks.
        path.write_text(json.dumps(nb, indent=1) + "\n", "utf-8")
        return path

    def _notebook(self, step: str, lesson: str) -> NotebookNode:
        return nbformat.read(self.places.course / step / lesson / f"{LESSONS[lesson]}.ipynb", as_version=4)


def answer_cells(nb: NotebookNode) -> Iterable[tuple[str, NotebookNode]]:
    """The cells for answers, by name."""
    return [
        (marks["grade_id"], cell) for cell in nb.cells if (marks := cell.metadata.get("nbgrader", {})).get("solution")
    ]


def _named(nb: NotebookNode, name: str) -> NotebookNode:
    return next(cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == name)
