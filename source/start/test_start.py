"""What ``check()`` asks of the exercises that start the course: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

from itertools import permutations

import pytest

from course import Search

ONE = Search(preemptions=1)
"""All mistakes that these exercises are about show with one preemption or none."""

BRIEF = Search(preemptions=1, steps=600)
"""A mixer that nobody stops turns for ever: so many steps show it, and a right one takes far fewer."""

# --- all-orders -------------------------------------------------------------------------------


@pytest.mark.check("all-orders", points=2)
def test_each_loaf_stands_at_the_place_of_its_order(explore):
    """Each order is baked once, and its loaf stands at the place of the order."""
    found = explore("busy_morning", search=ONE, orders=["rye"], takes=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result["loaves"] == ["rye loaf"],
        "the order was ['rye'], baking takes a minute, and bake_all returned {outcome.result[loaves]}",
        finding="item lost",
    )
    found = explore("busy_morning", search=ONE, orders=["wheat", "rye"])
    found.completes()
    found.always(
        lambda outcome: {"wheat loaf", "rye loaf"} <= set(outcome.result["loaves"]),
        "the orders were ['wheat', 'rye'], but bake_all returned {outcome.result[loaves]}",
        finding="item lost",
    )
    found.always(
        lambda outcome: outcome.result["loaves"] == ["wheat loaf", "rye loaf"],
        "the orders were ['wheat', 'rye'], but bake_all returned {outcome.result[loaves]}",
        finding="wrong order",
    )
    found.always(
        lambda outcome: sorted(outcome.result["seen"]) == ["rye in", "rye out", "wheat in", "wheat out"],
        "each order goes into the oven once; but what was seen is {outcome.result[seen]}",
    )


@pytest.mark.check("all-orders", points=2)
def test_ovens_work_side_by_side(explore):
    """Either loaf may be ready first, and both may be in the oven at the same time."""
    found = explore("busy_morning", search=ONE, orders=["wheat", "rye"])
    found.completes()
    for first, second in permutations(["wheat", "rye"]):
        found.possible(
            lambda outcome, first=first, second=second: comes_before(
                outcome.result["seen"], f"{first} out", f"{second} out"
            ),
            f"there is no schedule in which the {first} loaf is ready before the {second} loaf",
        )
    found.possible(
        lambda outcome: {"wheat in", "rye in"} == set(outcome.result["seen"][:2]),
        "there is no schedule in which both are in the oven at the same time: one always waits until the other is out",
    )


@pytest.mark.check("all-orders", points=1)
def test_waiting_for_the_ovens_is_no_polling(explore):
    """Nobody asks again and again whether the loaves are ready."""
    found = explore("busy_morning", search=ONE, orders=["rye"], takes=60)
    found.completes()
    found.never_polls()


# --- both-ovens -------------------------------------------------------------------------------


@pytest.mark.check("both-ovens", points=1)
def test_both_trays_arrive(explore):
    """If nothing goes wrong, both trays arrive, the rye first in the list."""
    found = explore("two_ovens", search=ONE)
    found.completes()
    found.always(
        lambda outcome: outcome.result["trays"] == ["a tray of rye", "a tray of cake"],
        "nothing went wrong in the ovens, but what happened is {outcome.result}",
    )


@pytest.mark.check("both-ovens", points=2)
def test_the_exception_arrives(explore):
    """If one of the two fails, its exception is raised in the caller, and ends no thread."""
    for name, other in permutations(["rye", "cake"]):
        found = explore("two_ovens", search=ONE, fails=[name])
        found.completes()
        found.always(
            lambda outcome, name=name: outcome.result["raised"] == name,
            f"{name}() raised an exception and {other}() did not; bake_both must raise this exception, "
            "but what happened is {outcome.result}",
        )


@pytest.mark.check("both-ovens", points=1)
def test_nobody_is_left_behind(explore):
    """bake_both is over when both have ended, and not before, whoever fails."""
    for name, rye_takes, cake_takes in (("rye", 0, 60), ("cake", 60, 0)):
        found = explore("two_ovens", search=ONE, fails=[name], rye_takes=rye_takes, cake_takes=cake_takes)
        found.always(
            lambda outcome: outcome.result["ended"] == ["cake", "rye"],
            f"{name}() failed at once, the other one takes a minute; "
            "when bake_both was over, these had ended: {outcome.result[ended]}",
        )


@pytest.mark.check("both-ovens", points=1)
def test_both_work_at_the_same_time(explore):
    """The two ovens work at the same time."""
    found = explore("two_ovens", search=ONE, rye_takes=60, cake_takes=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result["seconds"] <= 60,
        "two times 60 seconds, side by side, take 60 seconds; but here they took {outcome.result[seconds]} seconds",
    )


# --- dough-mixer ------------------------------------------------------------------------------


@pytest.mark.check("dough-mixer", points=1)
def test_the_mixer_turns_in_time(explore):
    """The mixer turns at once, and again after each pause; start_mixer does not wait for it."""
    found = explore("dough", search=BRIEF, pause=20, runs=50)
    found.completes()
    found.always(
        lambda outcome: outcome.result["started"] == 0 and outcome.result["turns"] == [0, 20, 40],
        "with a pause of 20 seconds, a mixer that is stopped after 50 turns at [0, 20, 40], and start_mixer returns "
        "at 0; but what happened is {outcome.result}",
    )


@pytest.mark.check("dough-mixer", points=1)
def test_the_mixer_stops_at_once(explore):
    """stop_mixer ends the pause: it does not take until the next turn."""
    found = explore("dough", search=BRIEF, pause=20, runs=50)
    found.completes()
    found.always(
        lambda outcome: outcome.result["stopped"] == 50,
        "stop_mixer was called at second 50, in a pause, and returned at second {outcome.result[stopped]}",
    )


@pytest.mark.check("dough-mixer", points=2)
def test_a_stopped_mixer_stays_still(explore):
    """When stop_mixer has returned, the turn in hand is finished, and the mixer never turns again."""
    found = explore("dough", search=BRIEF, pause=20, turn_takes=10, runs=35, later=200)
    found.completes()
    found.always(
        lambda outcome: outcome.result["turns"][-1:] == ["done at 40.0"] and outcome.result["later"] == [],
        "a turn takes 10 seconds here; stop_mixer was called at second 35, in the second turn, and returned at second "
        "{outcome.result[stopped]}; the turns until then: {outcome.result[turns]}, and later: {outcome.result[later]}",
    )


@pytest.mark.check("dough-mixer", points=1)
def test_nobody_polls_for_the_stop(explore):
    """Neither the mixer nor stop_mixer asks again and again."""
    found = explore("dough", search=BRIEF, pause=20, runs=50)
    found.completes()
    found.never_polls()


def comes_before(seen, early, late):
    """Whether both are in the list, in this order."""
    return early in seen and late in seen and seen.index(early) < seen.index(late)
