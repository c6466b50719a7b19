"""What ``check()`` asks of the exercises on Condition: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

from itertools import permutations

import pytest

from course import Search

# === 3-time-and-design ===

# Right programs need a tenth of these executions; one that waits in small sleeps would take very many.
TIME_ALL = Search(preemptions=None, executions=800, steps=600)

# --- patient-customer ---------------------------------------------------------------------------


@pytest.mark.check("patient-customer", points=1)
def test_loaves_are_bought_as_they_come(explore):
    """The customer takes each loaf as soon as it lies there, and leaves with the last one."""
    found = explore(
        "customer_with_a_watch",
        search=TIME_ALL,
        deliveries=[[4, "rye"], [4, "wheat"]],
        wanted=["rye", "wheat"],
        patience=10,
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": ["rye", "wheat"], "waited": 8, "left": []},
        "rye came after 4 of 10 seconds and wheat after 8, and the customer wants both; but this is what happened: "
        "{outcome.result}",
    )


@pytest.mark.check("patient-customer", points=2)
def test_the_customer_leaves_in_time(explore):
    """However often somebody wakes the customer: when her patience is at its end, she leaves."""
    found = explore(
        "customer_with_a_watch",
        search=TIME_ALL,
        deliveries=[[4, "wheat"], [4, "spelt"], [4, "wheat"]],
        wanted=["rye"],
        patience=10,
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result["bought"] == [],
        "no rye came, and the customer wants nothing else; but this is what happened: {outcome.result}",
    )
    found.always(
        lambda outcome: outcome.result["waited"] == 10,
        "no rye came, and the patience was 10 seconds; but the customer left after {outcome.result[waited]}",
    )


@pytest.mark.check("patient-customer", points=1)
def test_the_customer_does_not_look_at_the_clock_all_the_time(explore):
    """The customer waits without asking again and again."""
    found = explore("customer_with_a_watch", search=TIME_ALL, deliveries=[[9, "rye"]], wanted=["rye"], patience=10)
    found.completes()
    found.never_polls()


# --- when-jonas-writes --------------------------------------------------------------------------


@pytest.mark.check("when-jonas-writes", points=1)
def test_the_second_at_which_jonas_writes(answer, given):
    """`jonas_writes_at` is the second at which Jonas begins to write."""
    [printed] = given("customers_first", search=TIME_ALL).outputs()
    if answer("jonas_writes_at", int) != float(printed.splitlines()[-1].rpartition(" ")[2]):
        pytest.fail("He begins at another second. Write down for each customer from when to when she or he reads.")


@pytest.mark.check("when-jonas-writes", points=1)
def test_how_many_overtake_jonas(answer, given):
    """`overtaken_by` is the number of customers who come after Jonas and read before he writes."""
    [printed] = given("customers_first", search=TIME_ALL).outputs()
    before_him = printed.splitlines()[:-1]
    if answer("overtaken_by", int) != len([line for line in before_him if not line.endswith(" 0.0")]):
        pytest.fail("It is another number. Jonas comes at second 1: who comes after that, and is not stopped?")


# --- price-board --------------------------------------------------------------------------------

READ_WRITE_READ = [["Ada", "reads"], ["Jonas", "writes"], ["Bo", "reads"]]


@pytest.mark.check("price-board", points=2)
def test_prices_are_read_whole(explore):
    """A reader sees the prices before or after the change, and never in the middle of it."""
    found = explore("board_with_two_prices", search=TIME_ALL, readers=["Ada"], writers=["Jonas"])
    found.completes()
    found.always(
        lambda outcome: all(isinstance(price, int) for price in outcome.result["seen"][0]),
        "read() returns what look() returns, but this is what Ada got: {outcome.result[seen]}",
    )
    found.always(
        lambda outcome: outcome.result in ({"seen": [[seen, seen]], "at last": [2, 2]} for seen in (1, 2)),
        "both prices were 1, and Jonas made both 2; but this is what Ada saw, and what the prices were at last: "
        "{outcome.result}",
    )
    for seen, when in ((1, "before"), (2, "after")):
        found.possible(
            lambda outcome, seen=seen: outcome.result["seen"] == [[seen, seen]],
            f"there is no schedule in which Ada reads {when} Jonas writes",
        )


@pytest.mark.check("price-board", points=2)
def test_readers_side_by_side(explore):
    """Two readers may be at the board at the same time, and either may come or go first."""
    found = explore("board_with_two_readers", search=TIME_ALL)
    found.completes()
    for comes in permutations(("Ada comes", "Bo comes")):
        for goes in permutations(("Ada goes", "Bo goes")):
            found.possible(
                lambda outcome, order=[*comes, *goes]: outcome.result == order,
                f"there is no schedule with this order: {', '.join([*comes, *goes])}",
            )


@pytest.mark.check("price-board", points=2)
def test_nobody_overtakes_a_waiting_writer(explore):
    """A reader who comes while a writer waits does not begin before that writer."""
    found = explore("board_with_arrivals", search=TIME_ALL, arrivals=READ_WRITE_READ, takes=5)
    found.completes()
    found.always(
        lambda outcome: outcome.result == [["Ada", 0], ["Jonas", 5], ["Bo", 10]],
        "Ada reads for 5 seconds, Jonas comes after 1 and writes for 5, Bo comes after 2; "
        "but this is who began, and when: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("price-board", points=1)
def test_nobody_polls_the_board(explore):
    """Readers and writers wait for each other without asking again and again."""
    found = explore("board_with_arrivals", search=TIME_ALL, arrivals=READ_WRITE_READ, takes=5)
    found.completes()
    found.never_polls()


# --- own-event ----------------------------------------------------------------------------------

BORROWED = {"Event", "Semaphore", "BoundedSemaphore", "Barrier", "Queue", "LifoQueue", "PriorityQueue", "SimpleQueue"}


def built_from_a_condition(found):
    """Every schedule comes to its end, and nothing ready-made is used but locks and conditions."""
    found.completes().never_polls()
    for outcome in found.exploration.outcomes:
        for step in outcome.execution.steps:
            if step.operation.partition(".")[0] in BORROWED:
                pytest.fail(f"It calls `{step.operation}`, which is ready-made. Build it from a Condition.")
    return found


def the_same_as(explore, driver, model, **arguments):
    """With the learner's class the driver has the results that it has with ``model``: all of them, and no others."""
    found = built_from_a_condition(explore(driver, search=TIME_ALL, **arguments))
    real = explore(driver, search=TIME_ALL, real=True, **arguments)
    real.require_decided()
    results = [outcome.result for outcome in real.exploration.outcomes]
    found.always(
        lambda outcome: outcome.result in results,
        f"this never happens with {model}, only with yours: {{outcome.result}}",
    )
    for result in results:
        found.possible(
            lambda outcome, result=result: outcome.result == result,
            f"with {model} the result can be {result}, with yours it never is",
        )


@pytest.mark.check("own-event", points=1)
def test_the_bell_answers_like_an_event(explore):
    """In one thread, each method returns what that of an Event returns."""
    the_same_as(explore, "bell_step_by_step", "threading.Event")


@pytest.mark.check("own-event", points=2)
def test_the_bell_is_heard_by_all(explore):
    """set() lets everybody go on who waits, in any order, and those who come later, too."""
    the_same_as(explore, "bell_for_two", "threading.Event")


@pytest.mark.check("own-event", points=2)
def test_the_bell_for_a_moment(explore):
    """Whoever waits when set() is called goes on, even if clear() is called at once."""
    the_same_as(explore, "bell_for_a_moment", "threading.Event", rings_after=4, patience=10)


# --- forgotten-guest ----------------------------------------------------------------------------


@pytest.mark.check("forgotten-guest", points=1)
def test_ada_is_forgotten(answer, given):
    """`ada_waits` is a schedule in which Ada waits for ever, although a seat is free."""
    forgotten(given.replay("forgotten_guest", answer("ada_waits", str), ending="deadlock"), "Bo sits down")


@pytest.mark.check("forgotten-guest", points=1)
def test_bo_is_forgotten(answer, given):
    """`bo_waits` is a schedule in which Bo waits for ever, although a seat is free."""
    forgotten(given.replay("forgotten_guest", answer("bo_waits", str), ending="deadlock"), "Ada sits down")


def forgotten(execution, wanted):
    """The check fails unless the one who sits down is the one who is ``wanted``."""
    if execution.output.strip() != wanted:
        pytest.fail(f"Under this schedule somebody is forgotten, but {execution.output.strip()}.")


# --- own-semaphore ------------------------------------------------------------------------------


@pytest.mark.check("own-semaphore", points=1)
def test_seats_answer_like_a_semaphore(explore):
    """In one thread, each method returns what that of a Semaphore returns."""
    the_same_as(explore, "seats_step_by_step", "threading.Semaphore", number=2)


@pytest.mark.check("own-semaphore", points=2)
def test_one_seat_for_two(explore):
    """Nobody sits down before a seat is free, and either guest may be first."""
    the_same_as(explore, "seats_for_guests", "threading.Semaphore", number=1, guests=["Ada", "Bo"])


@pytest.mark.check("own-semaphore", points=1)
def test_a_guest_with_patience(explore):
    """With a timeout a guest waits until a seat is free, or until the time is up, and no longer."""
    for free_after in (4, 25):
        the_same_as(explore, "seats_with_patience", "threading.Semaphore", free_after=free_after, patience=10)
