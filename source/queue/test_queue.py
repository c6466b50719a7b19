"""What ``check()`` asks of the exercises on Queue: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

import pytest

from course import Search

# === 3-the-family ===

FAMILY_ALL = Search(preemptions=None, steps=600)
FAMILY_FEW = Search(preemptions=1, steps=600)
FAMILY_TWO = Search(preemptions=2, steps=600)

# --- urgent-orders ----------------------------------------------------------------------------


@pytest.mark.check("urgent-orders", points=1)
def test_the_most_urgent_order_is_taken_first(explore):
    """The most urgent order is taken first."""
    found = explore("order_book_alone", search=FAMILY_ALL, orders=[[3, "wheat"], [1, "cake"], [2, "rye"]])
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["cake", "rye", "wheat"],
        "wheat has the urgency 3, cake 1 and rye 2, but they are taken in this order: {outcome.result}",
    )


@pytest.mark.check("urgent-orders", points=2)
def test_equally_urgent_orders_are_taken_in_turn(explore):
    """Of orders that are equally urgent, the one that was added first is taken first."""
    orders = [[2, "wheat"], [1, "cake"], [2, "rye"], [2, "oats"]]
    found = explore("order_book_alone", search=FAMILY_ALL, orders=orders)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["cake", "wheat", "rye", "oats"],
        "wheat, rye and oats have the urgency 2 and were added in this order, cake has 1; "
        "but they are taken in this order: {outcome.result}",
    )


@pytest.mark.check("urgent-orders", points=1)
def test_two_clerks_add_side_by_side(explore):
    """Two threads add orders side by side: each order is taken once, and in the right order."""
    found = explore(
        "order_book_two_clerks",
        search=FAMILY_TWO,
        jonas=[[2, "wheat"], [2, "rye"]],
        ines=[[2, "oats"], [1, "cake"]],
    )
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == ["cake", "oats", "rye", "wheat"],
        "four orders were added, but these are taken: {outcome.result}",
        finding="item lost",
    )
    found.always(
        lambda outcome: outcome.result[0] == "cake" and outcome.result.index("wheat") < outcome.result.index("rye"),
        "Jonas adds wheat and then rye, with the urgency 2, Ines adds oats with 2 and cake with 1; "
        "but they are taken in this order: {outcome.result}",
    )


@pytest.mark.check("urgent-orders", points=1)
def test_the_baker_waits_for_an_order(explore):
    """Who takes from an empty book waits until an order comes, and does not ask again and again."""
    found = explore("order_book_waits", search=FAMILY_ALL, patience=60, comes_after=20)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"took": "rye", "waited": 20},
        "an order for rye comes after 20 of 60 seconds, but this is what happens: {outcome.result}",
    )
    found.never_polls()


# --- price-undo -------------------------------------------------------------------------------


@pytest.mark.check("price-undo", points=2)
def test_the_latest_change_is_undone_first(explore):
    """The latest change is undone first; when nothing is left, undo() returns None, at once."""
    changes = [["rye", 4], ["wheat", 6], ["rye", 7]]
    start = {"rye": 3, "wheat": 5}
    for undos, undone, prices in (
        (0, [], {"rye": 7, "wheat": 6}),
        (1, ["rye"], {"rye": 4, "wheat": 6}),
        (4, ["rye", "wheat", "rye", None], start),
    ):
        found = explore("price_list_alone", search=FAMILY_ALL, start=start, changes=changes, undos=undos)
        found.completes()
        found.always(
            lambda outcome, undone=undone, prices=prices: (
                outcome.result == {"undone": undone, "prices": prices, "seconds": 0}
            ),
            "rye is 3 and wheat 5 at first; then rye becomes 4, wheat 6 and rye 7. "
            f"After {undos} of undo()" + " this is what you have: {outcome.result}",
        )


@pytest.mark.check("price-undo", points=2)
def test_two_changes_side_by_side_are_undone(explore):
    """Two threads change the same price: each change is undone by one undo."""
    found = explore("price_list_two_changes", search=FAMILY_ALL)
    found.completes()
    found.always(
        lambda outcome: outcome.result["prices"] in ([5, 4, 3], [4, 5, 3]),
        "rye is 3, and then two threads make it 4 and 5. The last of these prices, the one after an undo, and the one "
        "after two must be 5, 4, 3 or 4, 5, 3; but they are {outcome.result[prices]}",
    )
    found.always(
        lambda outcome: outcome.result["one undo more"] is None,
        "both changes are undone, but one undo() more returns {outcome.result[one undo more]}",
    )


@pytest.mark.check("price-undo", points=1)
def test_two_threads_undo_one_change(explore):
    """Two threads undo, and there was one change: one of them undoes it, the other has nothing to undo."""
    found = explore("price_list_two_undos", search=FAMILY_ALL, changes=[["rye", 4]])
    found.completes()
    found.always(
        lambda outcome: outcome.result["undone"] in (["rye", None], [None, "rye"]),
        "one change can be undone, but the two undo() return {outcome.result[undone]}",
    )
    found.always(
        lambda outcome: outcome.result["price"] == 3,
        "rye was 3 before the only change, and is {outcome.result[price]} after the undo",
    )


# --- bounded-queue ----------------------------------------------------------------------------

READY_MADE = (
    "A ready-made queue does the work: in a schedule of this check there is {operation}. "
    "Build the queue from a lock and conditions, as you built the shelf."
)


def built(explore, driver, search=FAMILY_ALL, **arguments):
    """What comes of ``driver`` with the learner's queue, if it was built, and is not a ready-made one in a new box."""
    found = explore(driver, search=search, **arguments)
    found.completes()
    for outcome in found.exploration.outcomes:
        for step in outcome.execution.steps:
            if step.operation.partition(".")[0].endswith("Queue"):
                pytest.fail(READY_MADE.format(operation=step.operation))
    return found


def real_results(explore, driver, **arguments):
    """All that can come of ``driver`` with the real ``queue.Queue``."""
    found = explore(driver, search=FAMILY_ALL, real=True, **arguments).completes()
    found.require_decided()
    return [outcome.result for outcome in found.exploration.outcomes]


@pytest.mark.check("bounded-queue", points=2)
def test_calls_of_one_thread_end_as_they_do_with_the_real_one(explore):
    """Each call of one thread ends as it does with queue.Queue, and at the same second."""
    calls = [
        ["get", True, 3],
        ["put", "rye"],
        ["put", "wheat"],
        ["put", "oats", False],
        ["put", "oats", True, 2],
        ["get"],
        ["get"],
        ["get", False],
    ]
    (real,) = real_results(explore, "bounded_calls", maxsize=2, calls=calls)
    told = ", ".join(f"{method}({', '.join(map(repr, arguments))})" for method, *arguments in calls)
    built(explore, "bounded_calls", real=False, maxsize=2, calls=calls).always(
        lambda outcome: outcome.result == real,
        f"the calls are {told}. What each returns or raises, and at which second, is {real} with queue.Queue(2); "
        "with BoundedQueue(2) it is {outcome.result}",
    )


@pytest.mark.check("bounded-queue", points=2)
def test_every_loaf_is_handed_over_in_order(explore):
    """Every loaf is handed over once, in order, and the shelf never holds too many."""
    real = real_results(explore, "bounded_hand_over", maxsize=1, loaves=2)
    built(explore, "bounded_hand_over", real=False, maxsize=1, loaves=2).always(
        lambda outcome: outcome.result in real,
        "with queue.Queue(1) this cannot happen, where each writes into the diary what is done: {outcome.result}",
    )
    built(explore, "bounded_hand_over", search=FAMILY_FEW, real=False, maxsize=2, loaves=4).always(
        lambda outcome: fits(outcome.result, maxsize=2, loaves=4),
        "with queue.Queue(2) this cannot happen, where each writes into the diary what is done: {outcome.result}",
    )


@pytest.mark.check("bounded-queue", points=2)
def test_nobody_is_held_up_without_need(explore):
    """All that can happen with queue.Queue can happen here: nobody waits without need."""
    found = built(explore, "bounded_hand_over", real=False, maxsize=1, loaves=2)
    for result in real_results(explore, "bounded_hand_over", maxsize=1, loaves=2):
        found.possible(
            lambda outcome, result=result: outcome.result == result,
            f"with queue.Queue(1) the diary, where each writes what is done, can say: {', '.join(result)}. "
            "With BoundedQueue(1) it cannot, so somebody waits who could go on",
        )


def fits(diary, maxsize, loaves):
    """Whether all loaves were got in order, and none was put where there was no room.

    What was got is written a moment later, so one loaf more than the shelf holds may seem to be on it.
    """
    got = [line for line in diary if line.startswith("got")]
    lying = 0
    for line in diary:
        lying += 1 if line.startswith("put") else -1
        if lying > maxsize + 1:
            return False
    return got == [f"got loaf {number}" for number in range(1, loaves + 1)]


@pytest.mark.check("bounded-queue", points=1)
def test_two_sellers_get_two_loaves(explore):
    """Two sellers wait for two loaves, and there is room for one: each gets one."""
    built(explore, "bounded_two_sellers", search=FAMILY_FEW, maxsize=1).always(
        lambda outcome: sorted(outcome.result) == ["rye", "wheat"],
        "a rye and a wheat loaf are put, and this is what the two get: {outcome.result}",
        finding="item lost",
    )


@pytest.mark.check("bounded-queue", points=1)
def test_a_get_waits_as_long_as_it_may(explore):
    """get() with a timeout gives the loaf that comes in time, raises queue.Empty if none does, and does not poll."""
    for comes_after, due in ((3, ["rye", 3]), (8, ["Empty", 5])):
        found = built(explore, "bounded_patience", comes_after=comes_after)
        found.always(
            lambda outcome, due=due: outcome.result == due,
            f"Jonas calls get(timeout=5), and a loaf comes at second {comes_after}. "
            "What he got, and at which second: {outcome.result}",
        )
        found.never_polls()
