"""The hidden checks of the exercises that start the course: the promises of the public ones, with other numbers."""

import pytest

from course import Search

ONE = Search(preemptions=1)
BRIEF = Search(preemptions=1, steps=600)

# --- count-the-orders -------------------------------------------------------------------------


@pytest.mark.check("count-the-orders", points=1)
def test_the_number_of_orders_of_three(answer, explore):
    """`three_each` is the number of orders of two threads with three lines each."""
    found = explore("two_lists", search=Search(preemptions=None), lines=3)
    if answer("three_each", int) != len(found.outcomes):
        pytest.fail("The explorer finds another number.")


# --- read-the-picture -------------------------------------------------------------------------


@pytest.mark.check("read-the-picture", points=1)
def test_how_long_the_second_join_took(answer, given):
    """`last_wait` is the time for which the main thread waited in its second join, in seconds."""
    execution = given.replay("oven", "0x2.1x3.2.1x2.0.2x4.0x3", ending="completed")
    joins = [step for step in execution.steps if step.operation == "Thread.join" and step.waited is not None]
    if answer("last_wait", float) != joins[-1].waited:
        pytest.fail("The picture says something else.")


# --- all-orders -------------------------------------------------------------------------------


@pytest.mark.check("all-orders", points=1)
def test_however_long_the_baking_takes(explore):
    """Every loaf arrives, at its place, however long the baking takes."""
    for seconds in ((9, 1), (1, 9)):
        found = explore(
            "slow_morning", search=Search(preemptions=0, late_threads=1), orders=["bun", "roll"], seconds=seconds
        )
        found.completes()
        found.always(
            lambda outcome: {"BUN", "ROLL"} <= set(outcome.result["loaves"]),
            "two different loaves were ordered; bake_all returned {outcome.result[loaves]}",
            finding="item lost",
        )
        found.always(
            lambda outcome: outcome.result["loaves"] == ["BUN", "ROLL"],
            "two different loaves were ordered; bake_all returned {outcome.result[loaves]}",
            finding="wrong order",
        )


@pytest.mark.check("all-orders", points=1)
def test_three_ovens_at_once(explore):
    """Three loaves that take a minute each take a minute together."""
    found = explore("slow_morning", search=Search(preemptions=0), orders=["pie", "bun", "roll"], seconds=[60, 60, 60])
    found.completes()
    found.always(
        lambda outcome: outcome.result["seconds"] <= 60,
        "three loaves of a minute each took {outcome.result[seconds]} seconds",
    )


@pytest.mark.check("all-orders", points=1)
def test_unusual_orders(explore):
    """Of two equal orders each gets a loaf of its own, and no orders give no loaves."""
    found = explore("numbered_loaves", search=ONE, orders=["bun", "bun"])
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == [["bun", 1], ["bun", 2]],
        "two equal orders were given; the loaves bear numbers, and bake_all returned {outcome.result}",
    )
    found = explore("numbered_loaves", search=ONE, orders=[])
    found.completes()
    found.always(lambda outcome: outcome.result == [], "no orders were given, but bake_all returned {outcome.result}")


# --- both-ovens -------------------------------------------------------------------------------


@pytest.mark.check("both-ovens", points=1)
def test_two_accidents(explore):
    """If both fail, one of the two exceptions is raised in the caller."""
    for takes in ((0, 0), (60, 1), (1, 60)):
        found = explore("strange_ovens", search=ONE, first="pie", second="bun", fails=[0, 1], takes=takes)
        found.completes()
        found.always(
            lambda outcome: outcome.result["raised"] in (0, 1),
            "both functions raised an exception; but what happened is {outcome.result}",
        )


@pytest.mark.check("both-ovens", points=1)
def test_any_tray_is_a_tray(explore):
    """What the functions return arrives in its order, whatever it is and whoever is ready first."""
    for first, second, takes in (("pie", None, (60, 1)), (0, "bun", (1, 60)), ([], "", (0, 0))):
        found = explore("strange_ovens", search=ONE, first=first, second=second, takes=takes)
        found.completes()
        found.always(
            lambda outcome, trays=(first, second): outcome.result["trays"] == list(trays),
            f"the functions returned {first!r} and {second!r}; but what happened is {{outcome.result}}",
        )


# --- dough-mixer ------------------------------------------------------------------------------


@pytest.mark.check("dough-mixer", points=1)
def test_each_mixer_is_stopped_by_itself(explore):
    """Of two mixers, each one turns until it is stopped itself."""
    found = explore("two_mixers", search=BRIEF, pauses=[2, 2], runs=[1, 2])
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"turns": [[0], [0, 2]], "stopped": [1, 3]},
        "two mixers pause for 2 seconds each; the first one was stopped at second 1, the other one at second 3; "
        "but what happened is {outcome.result}",
    )


@pytest.mark.check("dough-mixer", points=1)
def test_a_turn_is_finished(explore):
    """A turn that has begun is finished, and stop_mixer waits for it; then the mixer stays still."""
    found = explore("stiff_dough", search=BRIEF, pause=50, takes=30, runs=20)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"turns": [0, 30], "stopped": 30},
        "a turn takes 30 seconds, and stop_mixer was called at second 20, in the first turn; "
        "but what happened is {outcome.result}",
    )


@pytest.mark.check("dough-mixer", points=1)
def test_stopped_before_it_has_begun(explore):
    """A mixer may be stopped before its thread has done anything."""
    found = explore("stiff_dough", search=BRIEF, pause=60, takes=0, runs=0)
    found.completes()
    found.always(
        lambda outcome: outcome.result in ({"turns": [], "stopped": 0}, {"turns": [0, 0], "stopped": 0}),
        "the mixer was stopped at second 0: it turns once or not at all; but what happened is {outcome.result}",
    )
