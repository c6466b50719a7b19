"""The demonstration class: made from the lesson and the catalogue, and never in anybody's way."""

import ast
import json
from pathlib import Path

import nbformat
import pytest

from course.grading.classroom import Classroom, GradingError
from course.grading.demonstration import CatalogueEntry, catalogue, clear, is_demonstration, lay_out, strangers
from tests.grading.small_course import LESSON, NOTEBOOK, REPOSITORY, cell, hand_in, released

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own


def wrong(exercise: str, name: str, *loses: str, finding: str | None = None) -> CatalogueEntry:
    return CatalogueEntry(LESSON, exercise, name, "wrong", loses, finding, f"# {name}\n")


ENTRIES = (
    CatalogueEntry(LESSON, "first", "another", "right", (), None, "# another right and careful one\n"),
    wrong("first", "careless", "test_care"),
    wrong("first", "silent", "test_care", "test_word"),
    wrong("first", "silent-too", "test_care", "test_word"),
    wrong("first", "stuck", "test_care", "test_word", finding="deadlock"),
    wrong("second", "undone", "test_done"),
)


def answers(classroom: Classroom, exercise: str) -> dict[str, str]:
    """What each student of the class handed in for ``exercise``, if it can be read."""
    found = {}
    for student in classroom.students:
        text = (classroom.folder("submitted", student, LESSON) / NOTEBOOK).read_text()
        try:
            nb = nbformat.reads(text, as_version=4)
        except nbformat.reader.NotJSONError:
            continue
        found[student] = cell(nb, f"{exercise}-solution").source
    return found


def contents(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_the_class_holds_right_answers_each_kind_of_mistake_and_what_students_hand_in(classroom: Classroom):
    students = lay_out(classroom, ENTRIES)
    assert students == classroom.students
    first = list(answers(classroom, "first").values())
    assert "return word" in first[0]
    assert first[1] == "# another right and careful one\n"
    assert first[2:5] == ["# careless\n", "# silent\n", "# stuck\n"]
    assert first[5] == cell(released(classroom), "first-solution").source
    assert "threading.Event().wait()" in first[6]
    assert "while True:" in first[7]
    with pytest.raises(SyntaxError):
        ast.parse(first[8])
    assert "# undone\n" in answers(classroom, "second").values()
    assert len(students) == len(first) + 1
    with pytest.raises(json.JSONDecodeError):
        json.loads((classroom.folder("submitted", students[-1], LESSON) / NOTEBOOK).read_text())


def test_the_answers_of_authors_carry_no_marks(classroom: Classroom):
    lay_out(classroom, ENTRIES)
    assert not any("SOLUTION" in answer for answer in answers(classroom, "first").values())


def test_laying_out_twice_gives_the_same_bytes(classroom: Classroom):
    lay_out(classroom, ENTRIES)
    before = contents(classroom.folder("submitted"))
    lay_out(classroom, ENTRIES)
    assert contents(classroom.folder("submitted")) == before


def test_work_of_others_is_left_alone_and_no_class_is_laid_out_beside_it(classroom: Classroom):
    hand_in(classroom, "amara-okafor", first="# mine")
    before = contents(classroom.folder("submitted"))
    with pytest.raises(GradingError, match="has students of its own: amara-okafor"):
        lay_out(classroom, ENTRIES)
    assert clear(classroom) == ()
    assert contents(classroom.folder("submitted")) == before


def test_a_gradebook_of_others_is_left_alone(classroom: Classroom):
    with classroom.gradebook() as gradebook:
        gradebook.add_student("zoe")
    with pytest.raises(GradingError, match="has students of its own: zoe"):
        lay_out(classroom, ENTRIES)
    assert classroom.students == ()


def test_clearing_removes_the_class_its_scores_and_nothing_else(classroom: Classroom):
    students = lay_out(classroom, ENTRIES)
    hand_in(classroom, "zoe", first="# mine")
    for student in (students[0], "zoe"):
        classroom.autograde(LESSON, student)
        classroom.generate_feedback(LESSON, student)
    assert strangers(classroom) == ("zoe",)
    assert clear(classroom) == students
    assert classroom.students == ("zoe",)
    for step in ("autograded", "feedback"):
        assert [path.name for path in (classroom.root / step).iterdir()] == ["zoe"]
    with classroom.gradebook() as gradebook:
        assert [student.id for student in gradebook.students] == ["zoe"]


def test_each_folder_of_the_class_says_what_it_is(classroom: Classroom):
    for student in lay_out(classroom, ENTRIES):
        assert is_demonstration(classroom.folder("submitted", student))


def test_the_catalogue_is_read_without_its_heads():
    entries = catalogue(REPOSITORY / "tests" / "catalogue")
    assert {entry.kind for entry in entries} == {"right", "wrong"}
    assert len(entries) == len(list((REPOSITORY / "tests" / "catalogue").glob("*/*/*.py")))
    for entry in entries:
        assert not entry.answer.startswith("# kind")
        assert bool(entry.loses) == (entry.kind == "wrong")


@pytest.mark.parametrize(
    ("head", "said"),
    [
        ("# kind = wrong\n", "the comments at the top are no TOML"),
        ("# kind = 'odd'\n", "the head says kind = 'odd'"),
        ("import threading\n", "the head says kind = None"),
    ],
)
def test_a_catalogue_file_with_a_bad_head_is_named(tmp_path: Path, head: str, said: str):
    path = tmp_path / "event" / "first-signal" / "odd.py"
    path.parent.mkdir(parents=True)
    path.write_text(head)
    with pytest.raises(GradingError, match=said) as caught:
        catalogue(tmp_path)
    assert "odd.py" in str(caught.value)
