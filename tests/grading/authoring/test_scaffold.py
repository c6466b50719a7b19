"""A begun exercise: it works at once, by the tests of the catalogue, and nothing that was there is changed."""

import shutil
import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.release import build
from course.grading.authoring.scaffold import begin
from course.grading.classroom import Classroom, GradingError
from tests.grading.small_course import REPOSITORY

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

NAME = "feed-the-cat"


@pytest.fixture
def classroom(tmp_path: Path) -> Classroom:
    """The course with one lesson, and the tests of its catalogue without an entry."""
    shutil.copy(REPOSITORY / "nbgrader_config.py", tmp_path)
    shutil.copytree(REPOSITORY / "source" / "event", tmp_path / "source" / "event")
    (tmp_path / "tests" / "catalogue").mkdir(parents=True)
    for name in ("workers.py", "catalogue/test_catalogue.py"):
        shutil.copy(REPOSITORY / "tests" / name, tmp_path / "tests" / name)
    return Classroom(tmp_path)


def texts(root: Path) -> dict[Path, str]:
    return {path: path.read_text() for path in (root / "source").rglob("*") if path.suffix in (".py", ".ipynb")}


@pytest.mark.parametrize("where", ["event/1-one-signal", "event/9-new", "animals/1-cats.ipynb"])
def test_a_begun_exercise_holds_by_the_tests_of_the_catalogue(classroom: Classroom, where: str):
    begin(classroom, where, NAME)
    build(classroom)
    command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", "tests/catalogue", "-k", NAME]
    ran = subprocess.run(command, cwd=classroom.root, capture_output=True, text=True, check=False)
    assert ran.returncode == 0, ran.stdout
    assert "15 passed" in ran.stdout


def test_it_stands_above_the_key_points_and_all_else_is_as_it_was(classroom: Classroom):
    before = texts(classroom.root)
    begin(classroom, "event/1-one-signal", NAME)
    after = texts(classroom.root)
    for path, text in before.items():
        if path.suffix == ".py":
            assert after[path].startswith(text.rstrip("\n"))
            continue
        if path.stem != "1-one-signal":
            assert after[path] == text
            continue
        old, new = (nbformat.reads(each, as_version=4).cells for each in (text, after[path]))
        added = [cell for cell in new if cell not in old]
        assert [cell.id for cell in added] == [f"{NAME}-task", f"{NAME}-solution", NAME]
        assert [cell for cell in new if cell not in added] == old
        assert new[new.index(added[-1]) + 1].source.startswith("## Key points")


@pytest.mark.parametrize(
    ("where", "name", "said"),
    [
        ("event", NAME, "'event' names no notebook; write lesson/notebook"),
        ("../event/x", NAME, "'../event/x' names no notebook"),
        ("event/1-one-signal", "Feed the cat", "'Feed the cat' cannot be the name of an exercise"),
        ("event/1-one-signal", "while", "'while' cannot be the name of an exercise"),
        ("event/1-one-signal", "rendezvous", "event/1-one-signal.ipynb has an exercise 'rendezvous' already"),
    ],
)
def test_a_wrong_name_is_refused_and_nothing_is_written(classroom: Classroom, where: str, name: str, said: str):
    before = texts(classroom.root)
    with pytest.raises(GradingError) as refused:
        begin(classroom, where, name)
    assert str(refused.value).startswith(said)
    assert texts(classroom.root) == before


@pytest.mark.parametrize(
    ("file", "text", "said"),
    [
        ("source/event/scenarios.py", "def (:\n", "is no Python: line 1"),
        ("source/event/hidden/test_event.py", "import (\n", "is no Python: line 1"),
        ("source/event/1-one-signal.ipynb", "{", "is no notebook"),
        ("source/event/scenarios.py", "def feed_the_cat_once(): ...\n", "has a function feed_the_cat_once already"),
        ("tests/catalogue/event/feed-the-cat/event.py", "mine\n", "is there already"),
    ],
)
def test_what_is_there_and_does_not_fit_is_named_and_stays(classroom: Classroom, file: str, text: str, said: str):
    path = classroom.root / file
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)
    before = {each: each.read_bytes() for each in classroom.root.rglob("*") if each.is_file()}
    with pytest.raises(GradingError, match=said):
        begin(classroom, "event/1-one-signal", NAME)
    assert {each: each.read_bytes() for each in classroom.root.rglob("*") if each.is_file()} == before


def test_a_name_that_another_one_begins_with_is_a_name(classroom: Classroom):
    begin(classroom, "event/1-one-signal", NAME)
    assert begin(classroom, "event/1-one-signal", "feed")


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("# drivers\n", "import threading\nimport time\n# drivers\n"),
        ("def help_out(): ...\n", "import threading\nimport time\ndef help_out(): ...\n"),
        ('"""Drivers."""\nX = 1\n', '"""Drivers."""\n\nimport threading\nimport time\nX = 1\n'),
        ("import time\nX = 1\n", "import time\nimport threading\nX = 1\n"),
    ],
)
def test_imports_stand_above_all_else(classroom: Classroom, text: str, begins: str):
    path = classroom.folder("source", assignment="event") / "scenarios.py"
    path.write_text(text)
    begin(classroom, "event/1-one-signal", NAME)
    assert path.read_text().startswith(begins)
