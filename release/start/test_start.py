"""What ``check()`` asks of the exercises that start the course: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

from itertools import permutations

import pytest

from course import Search

ALL = Search(preemptions=None)

AT_THE_OVEN = "0x2.1x3.2.1x2.0.2x4.0x3"
"""The schedule whose picture is read."""

ONE = Search(preemptions=1)
"""All mistakes that these exercises are about show with one preemption or none."""

BRIEF = Search(preemptions=1, steps=600)
"""A mixer that nobody stops turns for ever: so many steps show it, and a right one takes far fewer."""

# --- count-the-orders -------------------------------------------------------------------------


@pytest.mark.check("count-the-orders", points=1)
def test_the_number_of_orders(answer, given):
    """`orders` is the number of orders in which the four lines can stand."""
    found = given("morning", search=ALL)
    if answer("orders", int) != len(found.outputs()):
        pytest.fail("The explorer finds another number. Which places can Mira's two lines have?")


@pytest.mark.check("count-the-orders", points=1)
def test_the_number_that_begins_with_kneading(answer, given):
    """`kneads_first` is the number of those in which Mira kneads first."""
    found = given("morning", search=ALL)
    if answer("kneads_first", int) != sum(output.startswith("Mira kneads") for output in found.outputs()):
        pytest.fail(
            "The explorer finds another number. If Mira's first line is at the top, where can her second one be?"
        )


# --- a-named-order ----------------------------------------------------------------------------


@pytest.mark.check("a-named-order", points=1)
def test_turn_by_turn(answer, given):
    """`turn_by_turn` is a schedule in which the two take turns, and Mira begins."""
    given.replay("morning", answer("turn_by_turn", str), prints="Mira kneads\nJonas sweeps\nMira bakes\nJonas opens")


@pytest.mark.check("a-named-order", points=1)
def test_jonas_around_mira(answer, given):
    """`jonas_around` is a schedule in which Mira does both of her jobs between Jonas's two."""
    given.replay("morning", answer("jonas_around", str), prints="Jonas sweeps\nMira kneads\nMira bakes\nJonas opens")


# --- lose-an-update ---------------------------------------------------------------------------


@pytest.mark.check("lose-an-update", points=1)
def test_an_update_is_lost(answer, given):
    """`loss` is a schedule that loses an update."""
    given.replay("tally", answer("loss", str), finding="lost update")


@pytest.mark.check("lose-an-update", points=2)
def test_as_few_as_possible(answer, given):
    """`worst` is a schedule that prints the smallest number that can be printed."""
    counted = {int(output.removeprefix("sold:")) for output in given("tally", search=ALL).outputs()}
    execution = given.replay("tally", answer("worst", str), ending="completed")
    if execution.output.strip() != f"sold: {min(counted)}":
        pytest.fail(f"Under this schedule the program prints {execution.output.strip()}; it can be fewer.")


# --- read-the-picture -------------------------------------------------------------------------


@pytest.mark.check("read-the-picture", points=1)
def test_how_long_ines_waited(answer, given):
    """`ines_waited` is the time for which Ines waited for the oven, in seconds."""
    execution = given.replay("oven", AT_THE_OVEN, ending="completed")
    if answer("ines_waited", float) != waits(execution, "Ines", "Lock.acquire")[-1]:
        pytest.fail("Find the step in which Ines gets the oven: since when had she been blocked?")


@pytest.mark.check("read-the-picture", points=1)
def test_who_woke_ines(answer, given):
    """`woken_by` is the name of the thread whose step ended Ines's wait."""
    execution = given.replay("oven", AT_THE_OVEN, ending="completed")
    put_back = next(step for step in execution.steps if step.operation == "Lock.release")
    if answer("woken_by", str).strip() != execution.threads[put_back.thread]:
        pytest.fail("Who had the oven, and put it back?")


@pytest.mark.check("read-the-picture", points=1)
def test_when_the_shop_opens(answer, given):
    """`shop_opens` is the second at which the shop opens."""
    execution = given.replay("oven", AT_THE_OVEN, ending="completed")
    if answer("shop_opens", float) != execution.time:
        pytest.fail("Find the last step of the main thread, and the time at its side.")


def waits(execution, name, operation):
    """For how many seconds the thread ``name`` was blocked before each of its steps of this kind."""
    return [
        step.waited
        for step in execution.steps
        if execution.threads[step.thread] == name and step.operation == operation and step.waited is not None
    ]


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
        lambda outcome: {"a tray of rye", "a tray of cake"} <= set(outcome.result["trays"]),
        "nothing went wrong in the ovens, but what happened is {outcome.result}",
        finding="item lost",
    )
    found.always(
        lambda outcome: outcome.result["trays"] == ["a tray of rye", "a tray of cake"],
        "the rye comes first in the list, whoever is ready first; but bake_both returned {outcome.result[trays]}",
        finding="wrong order",
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
