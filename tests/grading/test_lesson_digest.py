"""The digest of an exercise's checks changes with all that they could notice, and with nothing else."""

from textwrap import dedent

import pytest

from course.grading.judging.lesson import Lesson

CHECKS = """
    import pytest

    FEW = 3

    def helper(found):
        found.completes()

    @pytest.mark.check("knock", points=2)
    def test_knock(explore):
        '''Somebody knocks.'''
        helper(explore("door", times=FEW))

    @pytest.mark.check("ring", points=1)
    def test_ring(explore):
        '''Somebody rings.'''
        helper(explore("bell", times=FEW))
    """
HIDDEN = """
    import pytest

    @pytest.mark.check("knock", points=1)
    @pytest.mark.parametrize("driver", ["back_door"])
    def test_knock_elsewhere(explore, driver):
        explore(driver).completes()

    @pytest.mark.check("ring", points=1)
    def test_ring_twice(explore):
        explore("bell", times=2).completes()
    """
DRIVERS = """
    import threading

    def wait():
        return threading.Event()

    def bell(times):
        from solution import ring
        ring(times)

    def door(times):
        from solution import knock
        knock(wait(), times)
    """
HIDDEN_DRIVERS = """
    def back_door():
        from solution import knock
        knock(None, 1)
    """
PROGRAMS = {"programs/storm.py": "print('storm')\n"}


def lesson(**changes: str) -> Lesson:
    """The lesson, with files changed: ``hidden_test`` stands for "hidden/test_house.py"."""
    files = {
        "test_house.py": dedent(CHECKS),
        "hidden/test_house.py": dedent(HIDDEN),
        "scenarios.py": dedent(DRIVERS),
        "hidden/scenarios.py": dedent(HIDDEN_DRIVERS),
        **PROGRAMS,
    }
    names = {"test": "test_house.py", "hidden_test": "hidden/test_house.py", "hidden_drivers": "hidden/scenarios.py"}
    files |= {names.get(name, "scenarios.py"): dedent(text) for name, text in changes.items()}
    return Lesson("house", files)


SAME = lesson()


def touched(**changes: str) -> set[str]:
    """The exercises that a change touches."""
    other = lesson(**changes)
    return {exercise for exercise in ("knock", "ring") if other.digest(exercise) != SAME.digest(exercise)}


def test_nothing_changed():
    assert touched() == set()
    assert SAME.digest("knock") != SAME.digest("ring")


@pytest.mark.parametrize(
    ("changes", "exercises"),
    [
        # A check, its title, its points and what it demands
        ({"test": CHECKS.replace("Somebody rings", "Ines rings")}, {"ring"}),
        ({"test": CHECKS.replace('"ring", points=1', '"ring", points=2')}, {"ring"}),
        ({"hidden_test": HIDDEN.replace("times=2", "times=4")}, {"ring"}),
        ({"hidden_test": HIDDEN.replace('"back_door"', '"back_door", "back_door"')}, {"knock"}),
        ({"test": CHECKS + '\n    @pytest.mark.check("ring", points=1)\n    def test_x(explore): ...\n'}, {"ring"}),
        # A check for another exercise, a comment, a line more above
        ({"test": CHECKS + '\n    @pytest.mark.check("sing", points=1)\n    def test_x(explore): ...\n'}, set()),
        ({"test": "\n    # The house\n" + CHECKS}, set()),
        # What all checks share
        ({"test": CHECKS.replace("FEW = 3", "FEW = 2")}, {"knock", "ring"}),
        ({"test": CHECKS.replace("found.completes()", "found.completes().never_polls()")}, {"knock", "ring"}),
        # A driver, what it calls, and where it stands
        ({"drivers": DRIVERS.replace("ring(times)", "ring(times + 0)")}, {"ring"}),
        ({"drivers": DRIVERS.replace("threading.Event()", "threading.Lock()")}, {"knock"}),
        ({"drivers": DRIVERS.replace("ring(times)", "ring(times)\n")}, {"knock"}),
        ({"drivers": DRIVERS.replace("import threading", "import threading, time")}, {"knock", "ring"}),
        ({"hidden_drivers": HIDDEN_DRIVERS.replace("None", "0")}, {"knock"}),
        # A driver that asks for another of the learner's names: then other cells may be part of the program
        ({"drivers": DRIVERS + "\n    def new():\n        from solution import sing\n"}, {"knock", "ring"}),
        ({"drivers": DRIVERS + "\n    def new():\n        from solution import ring\n"}, set()),
        # Not understood: then everything counts
        ({"drivers": DRIVERS + "\n    def new(:\n"}, {"knock", "ring"}),
        ({"test": CHECKS.replace('explore("bell"', 'explore("be" + "ll"')}, {"ring"}),
    ],
)
def test_what_a_change_touches(changes: dict[str, str], exercises: set[str]):
    assert touched(**changes) == exercises


def test_where_a_driver_is_named_while_the_check_runs_every_driver_counts():
    named = CHECKS.replace('explore("bell"', 'explore("be" + "ll"')
    one, other = lesson(test=named), lesson(test=named, drivers=DRIVERS.replace("wait(), times", "wait(), 1"))
    assert one.digest("ring") != other.digest("ring")


def test_a_program_counts_where_it_is_named():
    named = CHECKS.replace('helper(explore("door", times=FEW))', 'given("storm").completes()').replace(
        "def test_knock(explore)", "def test_knock(given)"
    )
    one = lesson(test=named)
    other = Lesson("house", {**one.files, "programs/storm.py": "print('sun')\n"})
    assert [one.digest(name) == other.digest(name) for name in ("knock", "ring")] == [False, True]
