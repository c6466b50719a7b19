"""The same class has the same scores and the same feedback, to the byte, whoever judges and wherever the marks are.

The class has a dozen students, or as many as the environment's CLASS says (`make same` takes 60).
"""

import json
import os
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from textwrap import dedent

import nbformat
import pytest

from course.grading.authoring.release import build
from course.grading.classroom import Classroom, scores_digest
from tests.grading.postgresql import PROGRAMS, running_postgresql
from tests.grading.small_course import LESSON, NOTEBOOK, REPOSITORY, hand_in, lesson

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

SIZE = int(os.environ.get("CLASS", "12"))

CHECKS = """
    import pytest

    @pytest.mark.check("first", points=2)
    def test_the_loaf_is_sold(explore):
        '''The loaf is sold after the bell.'''
        found = explore("shop", loaves={loaves})
        found.completes()
        found.always(lambda outcome: outcome.result == {loaves}, "sold: {{outcome.result}}")
        found.never_polls()
    """
MORE = """
    @pytest.mark.check("second", points=1)
    def test_all_is_counted(explore):
        '''Both bakers' loaves are counted.'''
        explore("count").completes().always(lambda outcome: outcome.result == 2, "counted: {outcome.result}")
    """
DRIVERS = """
    import threading

    def shop(loaves):
        from solution import first
        bell, shelf = threading.Event(), []
        seller = threading.Thread(target=first, args=(bell, shelf), name="Jonas")
        seller.start()
        for number in range(loaves):
            shelf.append(number)
        bell.set()
        seller.join()
        return loaves - len(shelf)

    def count():
        from solution import second
        total = {"loaves": 0}
        bakers = [threading.Thread(target=second, args=(total, threading.Lock())) for _ in range(2)]
        for baker in bakers:
            baker.start()
        for baker in bakers:
            baker.join()
        return total["loaves"]
    """
FIRST = [
    "def first(bell, shelf):\n    bell.wait()\n    shelf.clear()",
    "def first(bell, shelf):\n    while not bell.is_set():\n        pass\n    shelf.clear()",
    "def first(bell, shelf):\n    shelf.clear()",
    "def first(bell, shelf):\n    bell.wait()\n    bell.clear()\n    bell.wait()\n    shelf.clear()",
    "def first(bell, shelf):\n    raise KeyError(shelf)",
    "def first(bell, shelf)\n    bell.wait()",
    "def first(bell, shelf):\n    return set(map(id, shelf))",
]
SECOND = [
    "def second(total, lock):\n    with lock:\n        total['loaves'] += 1",
    "def second(total, lock):\n    total['loaves'] += 1",
    "def second(total, lock):\n    lock.acquire()\n    total['loaves'] += 1",
]
MURDER = """
    import os, pathlib, sys

    # The second case is the last that the worker takes; another one has to take it again.
    mark = pathlib.Path({mark!r})
    from course.grading.judging import judge
    rule = judge.rule
    cases = 0

    def once(*arguments):
        global cases
        cases += 1
        if cases == 2:
            try:
                mark.touch(exist_ok=False)
            except FileExistsError:
                pass
            else:
                os.kill(os.getppid(), 9)
        return rule(*arguments)

    judge.rule = once
    judge.main()
    """


@pytest.fixture(scope="module")
def handed_in(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A course that is not released yet, and its class."""
    root = tmp_path_factory.mktemp("course")
    source = root / "source" / LESSON
    (source / "hidden").mkdir(parents=True)
    nbformat.write(lesson(), source / NOTEBOOK)
    (source / "test_words.py").write_text(dedent(CHECKS).format(loaves=1) + dedent(MORE))
    (source / "hidden" / "test_words.py").write_text(dedent(CHECKS).format(loaves=2).replace("points=2", "points=1"))
    for folder in (source, source / "hidden"):
        (folder / "scenarios.py").write_text(dedent(DRIVERS))
    shutil.copy(REPOSITORY / "nbgrader_config.py", root)
    classroom = Classroom(root)
    build(classroom)
    for number in range(SIZE):
        first, second = FIRST[number % len(FIRST)], SECOND[number // len(FIRST) % len(SECOND)]
        hand_in(classroom, f"student-{number}", first=f"# Number {number}\n{first}", second=second)
    return root


Grade = Callable[..., tuple[str, str, set[str]]]


@pytest.fixture
def grade(handed_in: Path, tmp_path: Path) -> Grade:
    def graded(*lines: str) -> tuple[str, str, set[str]]:
        """What comes of the class under a configuration: hashes of marks and feedback, and the totals."""
        root = shutil.copytree(handed_in, tmp_path / "course")
        with (root / "nbgrader_config.py").open("a") as config:
            config.write("\n".join(["", *lines, ""]))
        classroom = Classroom(root)
        build(classroom, record=True)
        assert classroom.autograde_all(LESSON, classroom.students) == {}
        for student in classroom.students:
            classroom.generate_feedback(LESSON, student)
        results = [classroom.result(LESSON, student) for student in classroom.students]
        assert not any(mark.review for result in results for mark in result.marks)
        return scores_digest(results), classroom.feedback_digest(results), {f"{each.score:g}" for each in results}

    return graded


@pytest.fixture(scope="module")
def expected(handed_in: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[str, str, set[str]]:
    """One worker, and SQLite."""
    found: tuple[str, str, set[str]] = grade.__wrapped__(handed_in, tmp_path_factory.mktemp("one"))(  # type: ignore[attr-defined]
        "c.Grading.workers = 1"
    )
    return found


def test_the_class_holds_all_kinds_of_marks(expected: tuple[str, str, set[str]]):
    assert {"4", "1", "0"} & expected[2] == {"4", "1"} or len(FIRST) < SIZE
    assert len(expected[2]) > 1


def test_two_workers(grade: Grade, expected: tuple[str, str, set[str]]):
    assert grade("c.Grading.workers = 2") == expected


@pytest.fixture
def database() -> Iterator[str]:
    if PROGRAMS is None:
        pytest.skip("the tests with PostgreSQL need Debian's package postgresql (initdb and pg_ctl)")
    with running_postgresql() as url:
        yield url


def test_a_gradebook_on_postgresql(grade: Grade, expected: tuple[str, str, set[str]], database: str):
    assert grade(f"c.CourseDirectory.db_url = {database!r}") == expected


def test_a_cluster_one_of_whose_workers_is_killed(grade: Grade, expected: tuple[str, str, set[str]], tmp_path: Path):
    from distributed import LocalCluster

    mark = tmp_path / "killed"
    # In a folder of its own: Python looks for modules beside a script, and `course` is there the class's.
    script = tmp_path / "murder" / "judge.py"
    script.parent.mkdir()
    script.write_text(dedent(MURDER).format(mark=str(mark)))
    judge = json.dumps([sys.executable, str(script)])
    with LocalCluster(  # type: ignore[no-untyped-call]
        n_workers=2, threads_per_worker=1, processes=True, dashboard_address=None, host="127.0.0.1"
    ) as cluster:
        lines = (f'c.Grading.cluster = "{cluster.scheduler_address}"', f"c.Grading.judge = {judge}")
        assert grade(*lines) == expected
    assert mark.exists()
