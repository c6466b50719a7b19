"""The course's own lesson through nbgrader and the real judge: marks, reasons, and the same bytes again."""

import re
import shutil
from html import unescape
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.release import build, reference
from course.grading.classroom import Classroom
from course.grading.demonstration import catalogue
from course.grading.submissions.notes import read_verdict
from course.model import Verdict
from tests.grading.small_course import REPOSITORY, cell

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

LESSON, NOTEBOOK = "event", "1-one-signal.ipynb"
EXERCISES = tuple(
    marks["grade_id"]
    for marks in (
        cell.metadata.get("nbgrader", {})
        for cell in nbformat.read(REPOSITORY / "source" / LESSON / NOTEBOOK, as_version=4).cells
    )
    if marks.get("grade")
)


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The course as it is in the repository, with a gradebook of its own."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    others = [path.name for path in (REPOSITORY / "source" / LESSON).glob("*.ipynb") if path.name != NOTEBOOK]
    shutil.copytree(REPOSITORY / "source" / LESSON, root / "source" / LESSON, ignore=shutil.ignore_patterns(*others))
    classroom = Classroom(root)
    build(classroom, record=True)
    return classroom


def hand_in(classroom: Classroom, student: str, answers: dict[str, str]) -> None:
    """Hand in the released notebook with ``answers`` by exercise, and have it graded, with feedback."""
    nb = nbformat.read(classroom.folder("release", assignment=LESSON) / NOTEBOOK, as_version=4)
    for exercise, text in answers.items():
        cell(nb, f"{exercise}-solution").source = text
    folder = classroom.folder("submitted", student, LESSON)
    folder.mkdir(parents=True)
    nbformat.write(nb, folder / NOTEBOOK)
    grade(classroom, student)


def grade(classroom: Classroom, student: str) -> None:
    classroom.autograde(LESSON, student)
    classroom.generate_feedback(LESSON, student)


def references(classroom: Classroom) -> dict[str, str]:
    nb = nbformat.read(classroom.folder("source", assignment=LESSON) / NOTEBOOK, as_version=4)
    return {exercise: reference(cell(nb, f"{exercise}-solution").source) for exercise in EXERCISES}


def verdict(classroom: Classroom, student: str, exercise: str) -> Verdict:
    nb = nbformat.read(classroom.folder("autograded", student, LESSON) / NOTEBOOK, as_version=4)
    found = read_verdict(cell(nb, exercise))
    assert found is not None
    return found.verdict


def page(classroom: Classroom, student: str) -> str:
    return (classroom.folder("feedback", student, LESSON) / "1-one-signal.html").read_text()


def made(classroom: Classroom, student: str) -> dict[Path, bytes]:
    folders = (classroom.folder(step, student) for step in ("autograded", "feedback"))
    return {path: path.read_bytes() for folder in folders for path in folder.rglob("*") if path.is_file()}


def test_the_authors_answers_have_full_marks_and_need_nobody(classroom: Classroom):
    hand_in(classroom, "ada", references(classroom))
    result = classroom.result(LESSON, "ada")
    assert [mark.exercise for mark in result.marks] == list(EXERCISES)
    assert [mark.score for mark in result.marks] == [mark.points for mark in result.marks]
    assert not any(mark.review for mark in result.marks)
    assert result.explanation == "Every check passed."


def test_the_untouched_notebook_has_no_points_and_needs_nobody(classroom: Classroom):
    hand_in(classroom, "ben", {})
    result = classroom.result(LESSON, "ben")
    assert [(mark.score, mark.review) for mark in result.marks] == [(0, False)] * len(EXERCISES)
    assert result.explanation == "Every answer is as it was released."


def test_a_wrong_answer_loses_the_points_of_the_checks_that_its_entry_names(classroom: Classroom):
    entries = {entry.exercise: entry for entry in catalogue(REPOSITORY / "tests" / "catalogue") if entry.loses}
    hand_in(classroom, "cyd", {exercise: entries[exercise].answer for exercise in EXERCISES})
    for mark in classroom.result(LESSON, "cyd").marks:
        found = verdict(classroom, "cyd", mark.exercise)
        lost = {check.name: check.points for check in found.checks if check.status != "passed"}
        assert set(lost) == set(entries[mark.exercise].loses)
        assert mark.score == mark.points - sum(lost.values())


def test_grading_again_gives_the_same_bytes(classroom: Classroom):
    first = next(
        entry
        for entry in catalogue(REPOSITORY / "tests" / "catalogue")
        if entry.assignment == LESSON and entry.finding == "deadlock"
    )
    hand_in(classroom, "dee", {first.exercise: first.answer})
    before, result = made(classroom, "dee"), classroom.result(LESSON, "dee")
    grade(classroom, "dee")
    assert made(classroom, "dee") == before
    assert classroom.result(LESSON, "dee") == result


def functions(*paths: Path) -> set[str]:
    return {name for path in paths for name in re.findall(r"^def (\w+)", path.read_text(), re.MULTILINE)}


def hidden_checks(folder: Path) -> set[str]:
    """The hidden checks of the exercises of the notebook."""
    marked = re.findall(r'mark\.check\("([\w-]+)".*\)\ndef (\w+)', (folder / "hidden" / "test_event.py").read_text())
    return {check for exercise, check in marked if exercise in EXERCISES}


def failing_all_hidden_checks(classroom: Classroom) -> list[dict[str, str]]:
    """Answers of a few students, by exercise; each hidden check fails for at least one of them."""
    folder = classroom.folder("source", assignment=LESSON)
    left = hidden_checks(folder)
    chosen: list[dict[str, str]] = []
    for entry in catalogue(REPOSITORY / "tests" / "catalogue"):
        if entry.exercise in EXERCISES and left & set(entry.loses):
            left -= set(entry.loses)
            student = next((answers for answers in chosen if entry.exercise not in answers), None)
            if student is None:
                chosen.append(student := {})
            student[entry.exercise] = entry.answer
    assert not left
    return chosen


def readable(html: str) -> str:
    """The text of a page: without its tags, which stand inside the lines of highlighted code."""
    return unescape(re.sub(r"<[^>]*>", "", html))


def test_the_feedback_of_hidden_checks_is_title_points_reason_and_schedule_and_no_line_of_theirs(classroom: Classroom):
    folder = classroom.folder("source", assignment=LESSON)
    hidden, public = sorted((folder / "hidden").glob("*.py")), sorted(folder.glob("*.py"))
    released = nbformat.read(classroom.folder("release", assignment=LESSON) / NOTEBOOK, as_version=4).cells
    texts = [*(path.read_text() for path in public), *(each.source for each in released)]
    known = {line.strip() for text in texts for line in text.splitlines()}
    # A docstring's first line is the check's title, and is meant to be read.
    secrets = {
        line.strip()
        for path in hidden
        for line in path.read_text().splitlines()
        if re.search(r"\w", line) and '"""' not in line
    } - known
    drivers = functions(*hidden) - functions(*public)
    assert len(secrets) > 50
    assert "town_race" in drivers
    shown, replayed = set(), set()
    for number, answers in enumerate(failing_all_hidden_checks(classroom)):
        student = f"eve-{number}"
        hand_in(classroom, student, answers)
        html = page(classroom, student)
        text, flat = readable(html), " ".join(readable(html).split())
        own = {line.strip() for answer in answers.values() for line in answer.splitlines()}
        told = text.splitlines()
        for secret in secrets - own:
            assert not any(secret == line.strip() or (len(secret) > 12 and secret in line) for line in told), secret
        assert "hidden/" not in text
        for driver in drivers:
            assert not re.search(rf"\b{driver}\b", text)
        for exercise in answers:
            for check in verdict(classroom, student, exercise).checks:
                if check.hidden and check.status == "failed":
                    shown.add(check.name)
                    assert check.title in text
                    assert f"failed (0 of {check.points:g} point" in text
                    first = str(check.reason).splitlines()[0]
                    assert " ".join(first.replace("`", "").split()) in flat.replace("`", "")
                    assert check.schedule is None or check.schedule in text
                    if f"%%replay {check.schedule}\nfrom scenarios" in text:
                        replayed.add(check.name)
    assert shown == hidden_checks(folder)
    assert replayed == {"test_nobody_starts_before_a_late_shot"}, "the one whose driver is public"


def test_the_feedback_names_check_reason_and_schedule_and_shows_no_hidden_code(classroom: Classroom):
    text = page(classroom, "dee")
    for check in verdict(classroom, "dee", "first-signal").checks:
        assert check.title in text
        if check.status == "failed":
            assert check.schedule is not None
            assert check.schedule in text
    hidden = classroom.folder("source", assignment=LESSON) / "hidden"
    public = {line.strip() for path in hidden.parent.glob("*.py") for line in path.read_text().splitlines()}
    for path in hidden.glob("*.py"):
        for line in path.read_text().splitlines():
            # A docstring's first line is the check's title, and is meant to be read.
            if len(line.strip()) > 20 and line.strip() not in public and '"""' not in line:
                assert line.strip() not in text


MISCHIEF = {
    "sleeps-for-an-hour": "import time\ntime.sleep(3600)",
    "spins": "while True:\n    pass",
    "swallows-everything": "while True:\n    try:\n        bell.wait()\n    except:\n        pass",
    "leaves-by-sys": "import sys\nsys.exit()",
    "leaves-by-os": "import os\nos._exit(0)",
    "asks-the-user": "input()",
    "prints-100-MB": "print('x' * 100_000_000)",
    "recurses": "return customer(bell, patience)",
    "raises-in-a-thread": "import threading\nt = threading.Thread(target=lambda: 1 / 0)\nt.start()\nt.join()",
}


@pytest.mark.parametrize("name", MISCHIEF)
def test_mischief_gets_no_points_that_were_not_earned_and_one_clear_sentence(classroom: Classroom, name: str):
    body = "\n".join(f"    {line}" for line in MISCHIEF[name].splitlines())
    hand_in(classroom, name, {"which-was-it": f"def customer(bell, patience):\n{body}\n    return 'bought'\n"})
    found = verdict(classroom, name, "which-was-it")
    assert found.score < found.points
    failed = [check for check in found.checks if check.status == "failed"]
    assert failed
    for check in failed:
        assert re.match(r"[A-Z].*\.", str(check.reason), re.DOTALL), check.reason
        assert "Traceback" not in str(check.reason)
    assert failed[0].title in page(classroom, name)
