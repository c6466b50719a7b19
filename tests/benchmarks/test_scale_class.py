"""The generated class: the same programs in other words, a mix that is known, and stock tests worth as much as ours."""

import ast
import json
import re
from pathlib import Path
from random import Random

import nbformat
import pytest

from benchmarks.scale.classes import CATALOGUE, Lesson, answer_cells, students
from benchmarks.scale.disguise import disguise, local_names, renamed
from benchmarks.scale.rooms import ROOT, furnish, hand_in
from benchmarks.scale.stock import ASSIGNMENT, cells_of
from course.grading.classroom import Classroom
from course.grading.demonstration import catalogue

ENTRIES = catalogue(CATALOGUE)


def canonical(text: str) -> str:
    """The syntax tree of ``text``, its local variables called by number in the order in which they come up."""
    tree, names = ast.parse(text), local_names(text)
    numbers: dict[str, str] = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.Name) and node.id in names:
            node.id = numbers.setdefault(node.id, f"_{len(numbers)}")
    return ast.dump(tree)


@pytest.mark.parametrize("assignment", sorted({entry.assignment for entry in ENTRIES}))
def test_a_disguised_answer_is_the_same_program_in_other_words(assignment: str):
    for entry in ENTRIES:
        if entry.assignment == assignment:
            one, other = (disguise(entry.answer, name, Random(name)) for name in ("ada", "ben"))
            assert len({entry.answer, one, other}) == 3
            assert canonical(one) == canonical(other) == canonical(entry.answer), f"{entry.exercise}/{entry.name}"


def test_most_answers_differ_in_their_names_too():
    def tree(text: str, name: str) -> str:
        return ast.dump(ast.parse(disguise(text, name, Random(name))))

    event = [entry.answer for entry in ENTRIES if entry.assignment == "event" and local_names(entry.answer)]
    different = [text for text in event if tree(text, "ada") != tree(text, "ben")]
    assert len(different) > 0.9 * len(event) > 50


def test_only_names_that_are_nothing_else_are_changed():
    text = """\
import threading as shop

limit = 3

def race(names, run):
    def runner(name):
        nonlocal late
        late = name
    late = None
    shout = "é"; start = limit; list = [run(n) for n in names]
    print(f"{start}")
    try:
        pass
    except ValueError as problem:
        pass
    for thread in list:
        thread.start(daemon=thread)
"""
    assert local_names(text) == {"n", "shout", "thread"}
    changed = renamed(text, {"n": "k", "shout": "s", "thread": "t"})
    assert 's = "é"; start = limit; list = [run(k) for k in names]' in changed
    assert "for t in list:\n        t.start(daemon=t)" in changed


def test_code_that_is_none_gets_a_remark_and_stays_as_it_is():
    assert disguise("def race(:\n", "ada", Random(0)).splitlines()[1:] == ["def race(:"]


@pytest.fixture(scope="module")
def room(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A released course with nobody in it."""
    room = tmp_path_factory.mktemp("room")
    furnish(room, "course", "event")
    return room


@pytest.fixture(scope="module")
def lesson(room: Path) -> Lesson:
    """The answers to `event`."""
    return Lesson(Classroom(room), "event")


def test_the_same_seed_gives_the_same_class(lesson: Lesson):
    first, again, other = (list(students(lesson, "class", 8, seed)) for seed in (1, 1, 2))
    assert first == again
    assert first != other


def test_the_first_of_a_larger_class_are_those_of_a_smaller_one(lesson: Lesson):
    assert list(students(lesson, "class", 8))[:4] == list(students(lesson, "class", 4))


def test_no_two_students_hand_in_the_same_answer_unless_that_is_wanted(lesson: Lesson):
    for equal, fewest in ((False, 60), (True, 0)):
        everybody = list(students(lesson, "class", 60, equal=equal))
        for exercise in lesson.references:
            texts = {student.answers[exercise].text for student in everybody}
            assert (len(texts) == 60) is (fewest == 60)


def test_the_mixes_are_what_their_names_say(lesson: Lesson):
    right = list(students(lesson, "right", 40))
    assert all(answer.right for student in right for answer in student.answers.values())
    demonstration = list(students(lesson, "demonstration", len(lesson.demonstration)))
    assert sum(student.cut_off for student in demonstration) == 1
    texts = [answer.text for student in demonstration for answer in student.answers.values()]
    assert any("while True:\n" in re.sub(r"\s*#.*", "", text) for text in texts)
    assert any("Event().wait()" in text for text in texts)
    mixed = [answer for student in students(lesson, "class", 60) for answer in student.answers.values()]
    assert 0.5 < sum(answer.right for answer in mixed) / len(mixed) < 0.95


def test_a_class_is_handed_in_as_released_notebooks_with_their_answers(room: Path, lesson: Lesson):
    everybody = list(students(lesson, "demonstration", len(lesson.demonstration)))
    hand_in(room, "event", everybody)
    for student in everybody:
        folder = room / "submitted" / student.name / "event"
        for released in sorted((room / "release" / "event").glob("*.ipynb")):
            text = (folder / released.name).read_text()
            if student.cut_off:
                with pytest.raises(json.JSONDecodeError):
                    json.loads(text)
                continue
            cells = dict(answer_cells(nbformat.reads(text, as_version=4)))
            assert {name: cell.source for name, cell in cells.items()} == {
                name: student.answers[name].text for name in cells
            }


# --- the stock course ---------------------------------------------------------------------------


def test_stock_tests_are_worth_what_the_exercise_is_worth(lesson: Lesson):
    points = {
        cell.metadata.nbgrader["grade_id"]: cell.metadata.nbgrader["points"]
        for path in (ROOT / "source" / ASSIGNMENT).glob("*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        if cell.metadata.get("nbgrader", {}).get("grade")
    }
    worth = {exercise: sum(part for _, part, _ in cells_of(exercise)) for exercise in lesson.references}
    assert worth == points


def test_a_stock_release_has_our_exercises_and_neither_tests_nor_explorer(tmp_path: Path, lesson: Lesson):
    furnish(tmp_path, "stock", ASSIGNMENT)
    cells = [
        cell
        for path in sorted((tmp_path / "release" / ASSIGNMENT).glob("*.ipynb"))
        for cell in nbformat.read(path, as_version=4).cells
    ]
    code = "\n".join(cell.source for cell in cells if cell.cell_type == "code")
    assert "assert" not in code.replace('assert not thread.is_alive(), f"{function', "")
    assert "course" not in code
    names = {cell.metadata.nbgrader["grade_id"] for cell in cells if cell.metadata.get("nbgrader", {}).get("grade")}
    assert names == {name for exercise in lesson.references for name, _, _ in cells_of(exercise)}


def test_a_lesson_without_stock_tests_is_refused_in_a_sentence(tmp_path: Path):
    with pytest.raises(ValueError, match="there are stock tests for 'event' only, not for 'queue'"):
        furnish(tmp_path, "stock", "queue")
