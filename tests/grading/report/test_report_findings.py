"""Groups by finding in a class report, with real verdicts: the simplest execution, its picture and its lines."""

import shutil
from contextlib import closing
from pathlib import Path

import nbformat
import pytest
from bs4 import BeautifulSoup

from course.grading.authoring.release import build
from course.grading.classroom import Classroom
from course.grading.demonstration import catalogue
from course.grading.report.gather import gather, opened_store
from course.grading.report.groups import Group, groups, looked_up
from course.grading.report.page import page
from course.grading.submissions.notes import read_verdict
from tests.grading.small_course import REPOSITORY, cell

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

LESSON, NOTEBOOK = "event", "1-one-signal.ipynb"
ANSWERS = {
    "gus": {"starting-gun": "first-runner-clears"},
    "hal": {"starting-gun": "first-runner-clears", "rendezvous": "both-wait-first"},
    "ivy": {"rendezvous": "both-wait-first"},
}


@pytest.fixture(scope="module")
def graded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The first notebook on events, handed in by three students who did nothing else, and judged."""
    root = tmp_path_factory.mktemp("course")
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    others = [path.name for path in (REPOSITORY / "source" / LESSON).glob("*.ipynb") if path.name != NOTEBOOK]
    shutil.copytree(REPOSITORY / "source" / LESSON, root / "source" / LESSON, ignore=shutil.ignore_patterns(*others))
    classroom = Classroom(root)
    build(classroom, record=True)
    texts = {
        (entry.exercise, entry.name): entry.answer
        for entry in catalogue(REPOSITORY / "tests" / "catalogue")
        if entry.assignment == LESSON
    }
    for student, answers in ANSWERS.items():
        nb = nbformat.read(classroom.folder("release", assignment=LESSON) / NOTEBOOK, as_version=4)
        for exercise, name in answers.items():
            cell(nb, f"{exercise}-solution").source = texts[exercise, name]
        folder = classroom.folder("submitted", student, LESSON)
        folder.mkdir(parents=True)
        nbformat.write(nb, folder / NOTEBOOK)
    assert classroom.autograde_all(LESSON, classroom.students) == {}
    return root


@pytest.fixture
def classroom(graded: Path, tmp_path: Path) -> Classroom:
    """The graded class, to be changed."""
    return Classroom(shutil.copytree(graded, tmp_path / "course"))


def grouped(classroom: Classroom) -> dict[str, Group]:
    (assignment,) = gather(classroom)
    store = opened_store(classroom)
    if store is None:
        return {group.kind: group for group in groups(assignment, looked_up(None))}
    with closing(store):
        return {group.kind: group for group in groups(assignment, looked_up(store))}


def steps(classroom: Classroom, kind: str) -> list[int]:
    """The lengths of all executions of failed checks whose first finding is ``kind``, from the notebooks."""
    found = []
    for student in classroom.students:
        nb = nbformat.read(classroom.folder("autograded", student, LESSON) / NOTEBOOK, as_version=4)
        for judged in filter(None, map(read_verdict, nb.cells)):
            if judged.verdict.exercise in ANSWERS[student]:
                executions = [check.execution for check in judged.verdict.checks if check.status == "failed"]
                found += [
                    len(list(execution.schedule))
                    for execution in executions
                    if execution is not None and execution.findings[0].kind == kind
                ]
    return found


def test_who_made_the_same_mistake_is_in_one_group_and_who_left_the_exercise_is_in_none(classroom: Classroom):
    found = grouped(classroom)
    members = {kind: {member.student.id: member.exercises for member in group.members} for kind, group in found.items()}
    assert members["lost wake-up"] == {"gus": ("starting-gun",), "hal": ("starting-gun",)}
    assert members["deadlock"] == {"hal": ("rendezvous",), "ivy": ("rendezvous",)}
    assert found["lost wake-up"].endings == (("deadlock", 2),)


def test_a_group_shows_its_simplest_execution_with_all_its_steps(classroom: Classroom):
    for kind in ("lost wake-up", "deadlock"):
        example = grouped(classroom)[kind].example
        assert example is not None
        assert example.kept
        assert example.finding.kind == kind
        execution = example.check.execution
        assert execution is not None
        assert len(list(execution.schedule)) == min(steps(classroom, kind))
        assert execution.steps


def test_the_lines_of_a_finding_are_those_that_the_student_wrote(classroom: Classroom):
    example = grouped(classroom)["lost wake-up"].example
    assert example is not None
    nb = nbformat.read(classroom.folder("submitted", example.student.id, LESSON) / NOTEBOOK, as_version=4)
    written = cell(nb, f"{example.exercise}-solution").source.split("\n")
    own = [line for line in example.lines if line.module.startswith("cell")]
    assert own
    assert all(written[line.number - 1].strip() == line.text for line in own)


def shown(classroom: Classroom) -> BeautifulSoup:
    assignments = gather(classroom)
    store = opened_store(classroom)
    try:
        text = page(assignments, looked_up(store), classroom.root / "build" / "report")
    finally:
        if store is not None:
            store.close()
    return BeautifulSoup(text, "html.parser")


def test_the_page_draws_each_group_once_in_an_image_that_it_carries_with_it(classroom: Classroom):
    soup = shown(classroom)
    with_finding = [group for group in grouped(classroom).values() if group.example]
    pictures = soup.select("article img")
    assert len(pictures) == len(with_finding)
    assert all(str(picture["src"]).startswith("data:image/svg+xml;base64,") for picture in pictures)
    assert all(picture["alt"] for picture in pictures)
    assert "lost wake-up: 2 submissions" in soup.get_text()


def test_when_the_store_is_lost_the_groups_stay_and_the_page_says_why_there_is_no_picture(classroom: Classroom):
    before = {kind: group.members for kind, group in grouped(classroom).items()}
    for path in classroom.root.glob("verdicts.db*"):
        path.unlink()
    assert {kind: group.members for kind, group in grouped(classroom).items()} == before
    soup = shown(classroom)
    assert not soup.select("img")
    assert "No picture: the store of verdicts does not have this execution any more." in soup.get_text()
    example = grouped(classroom)["lost wake-up"].example
    assert example is not None
    assert example.finding.sentence in soup.get_text()


def test_a_store_that_is_damaged_is_as_good_as_lost(classroom: Classroom):
    for path in classroom.root.glob("verdicts.db*"):
        path.write_bytes(b"no database, but some bytes " * 100)
    assert not shown(classroom).select("img")
