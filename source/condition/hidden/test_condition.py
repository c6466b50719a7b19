"""The hidden checks of the exercises on Condition: the promises of the public ones, where they are harder to keep."""

import pytest

from course import Search

# === 3-time-and-design ===

# Right programs need a tenth of these executions; one that waits in small sleeps would take very many.
HARD_TIME = Search(preemptions=None, executions=300, steps=600)

# --- patient-customer ---------------------------------------------------------------------------


@pytest.mark.check("patient-customer", points=1)
def test_one_patience_for_all_loaves(explore):
    """The patience is for all loaves together, and not for each of them anew."""
    deliveries = [[6, "rye"], [6, "wheat"]]
    found = explore(
        "customer_with_a_watch", search=HARD_TIME, deliveries=deliveries, wanted=["rye", "wheat"], patience=10
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": ["rye"], "waited": 10, "left": ["wheat"]},
        "rye came after 6 of 10 seconds, and wheat after 12; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("patient-customer", points=1)
def test_the_last_look(explore):
    """When the wait is over, the customer looks once more: what lies there then, she takes."""
    found = explore("counter_in_use", search=HARD_TIME, begins=7, ends=9, loaf="rye", patience=8)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": ["rye"], "left": []},
        "the loaf lay there when the customer could look again, but this is what happened: {outcome.result}",
    )
    for shelf, wanted, bought in ((["rye"], ["rye"], ["rye"]), (["rye"], ["wheat", "rye"], [])):
        found = explore("counter_at_closing_time", search=HARD_TIME, shelf=shelf, wanted=wanted)
        found.completes()
        found.always(
            lambda outcome, bought=bought: outcome.result["bought"] == bought and outcome.result["time"] == 0,
            "with a patience of 0 seconds the customer looks once and goes, but this happened: {outcome.result}",
        )


@pytest.mark.check("patient-customer", points=2)
def test_one_loaf_for_two_customers(explore):
    """If two customers want the same loaf, one gets it, and the other leaves in time without an accident."""
    found = explore("counter_with_two_customers", search=HARD_TIME, patience=5)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": [[], ["rye"]], "left": [], "waited": 5},
        "one loaf, and two customers who want it; but this is what happened: {outcome.result}",
    )


# --- price-board --------------------------------------------------------------------------------


@pytest.mark.check("price-board", points=1)
def test_two_writers_one_after_the_other(explore):
    """Two writers are never at the board at the same time."""
    found = explore("board_with_two_prices", search=HARD_TIME, readers=[], writers=["Jonas", "Ines"])
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"seen": [], "at last": [3, 3]},
        "each of two writers raised both prices by 1, from 1; but this is what the prices were at last: "
        "{outcome.result[at last]}",
    )


@pytest.mark.check("price-board", points=1)
def test_nobody_overtakes_the_second_writer(explore):
    """A reader who comes while two writers wait begins before neither of them."""
    arrivals = [["Ada", "reads"], ["Jonas", "writes"], ["Ines", "writes"], ["Bo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=3)
    found.completes()
    found.always(
        lambda outcome: outcome.result[0] == ["Ada", 0] and outcome.result[3] == ["Bo", 9],
        "Bo came last, and both writers waited; but this is who began, and when: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("price-board", points=2)
def test_everybody_comes_to_the_board(explore):
    """Nobody who waits is forgotten, and after a writer the readers who wait read side by side."""
    arrivals = [["Jonas", "writes"], ["Ada", "reads"], ["Bo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=3)
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == [["Ada", 3], ["Bo", 3], ["Jonas", 0]],
        "two readers waited for a writer; but this is who began, and when: {outcome.result}",
    )
    arrivals = [["Ada", "reads"], ["Bo", "reads"], ["Jonas", "writes"], ["Cleo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=5)
    found.completes()
    found.always(
        lambda outcome: outcome.result == [["Ada", 0], ["Bo", 1], ["Jonas", 6], ["Cleo", 11]],
        "a writer waited for two readers, and a reader for the writer; "
        "but this is who began, and when: {outcome.result}",
    )


@pytest.mark.check("price-board", points=1)
def test_an_accident_at_the_board(explore):
    """An exception of look() or chalk() reaches the caller, and the board is free again for the others."""
    for role in ("reads", "writes"):
        found = explore("board_with_an_accident", search=HARD_TIME, role=role)
        found.completes()
        found.always(
            lambda outcome: outcome.result == ["Bo read", "Jonas wrote", "the chalk is broken"],
            "one at the board had a ValueError, two others came; but this is what was heard and done: {outcome.result}",
        )


# --- own-event ----------------------------------------------------------------------------------

READY_MADE = {"Event", "Semaphore", "BoundedSemaphore", "Barrier", "Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"}


def just_like(explore, driver, model, **arguments):
    """With the learner's class the driver has the results that it has with ``model``: all of them, and no others."""
    found = explore(driver, search=HARD_TIME, **arguments)
    found.completes().never_polls()
    for outcome in found.exploration.outcomes:
        if any(step.operation.partition(".")[0] in READY_MADE for step in outcome.execution.steps):
            pytest.fail("It uses something ready-made. Build it from a Condition.")
    real = explore(driver, search=HARD_TIME, real=True, **arguments)
    real.require_decided()
    results = [outcome.result for outcome in real.exploration.outcomes]
    found.always(
        lambda outcome: outcome.result in results,
        f"this never happens with {model}, only with yours: {{outcome.result}}",
    )
    for result in results:
        found.possible(
            lambda outcome, result=result: outcome.result == result,
            f"something that is possible with {model} is not possible with yours",
        )


@pytest.mark.check("own-event", points=1)
def test_the_bell_and_the_clock(explore):
    """A wait with a timeout ends when the time is up, neither earlier nor later."""
    for rings_after in (0, 7, 30):
        just_like(explore, "bell_for_a_moment", "threading.Event", rings_after=rings_after, patience=7)
    just_like(explore, "bell_cleared_again_and_again", "threading.Event", patience=9)


@pytest.mark.check("own-event", points=1)
def test_each_ring_is_heard_once(explore):
    """A ring is for those who wait at that moment, and not for the next wait."""
    just_like(explore, "bell_rung_twice", "threading.Event", patience=5)


# --- own-semaphore ------------------------------------------------------------------------------


@pytest.mark.check("own-semaphore", points=1)
def test_seats_that_are_given_back_together(explore):
    """Two seats that are given back one right after the other let two guests sit down."""
    just_like(explore, "seats_given_back_together", "threading.Semaphore")


@pytest.mark.check("own-semaphore", points=2)
def test_a_seat_that_somebody_else_takes(explore):
    """A guest who was woken, but finds the seat taken, has none, and waits for the rest of the time only."""
    for free_after in (3, 8):
        just_like(explore, "seats_free_and_taken", "threading.Semaphore", free_after=free_after, patience=8)


@pytest.mark.check("own-semaphore", points=1)
def test_more_seats_and_more_guests(explore):
    """As many guests sit at the same time as there are seats."""
    just_like(explore, "seats_for_an_hour", "threading.Semaphore", number=2, guests=["Cleo", "Dan", "Eve"])
