"""The hidden checks of the exercises on Queue: the promises of the public ones, where they are harder to keep."""

import pytest

from course import Search

# === 1-hand-over ===

HANDOVER_EVERY = Search(preemptions=None, steps=600)
HANDOVER_LATE = Search(preemptions=0, late_threads=1, steps=150)

# --- bake-and-pack ----------------------------------------------------------------------------


@pytest.mark.check("bake-and-pack", points=1)
def test_any_number_of_any_loaves(explore):
    """However many orders there are, and whatever a loaf is, every order comes back once, in order."""
    for orders in ([], [None], [0, "", 0]):
        found = explore("odd_bakery", search=Search(preemptions=1, steps=600), orders=orders)
        found.completes()
        because = f"for the orders {orders} each should come back packed, but what came back was {{outcome.result}}"
        found.always(lambda outcome, orders=orders: len(outcome.result) >= len(orders), because, finding="item lost")
        found.always(lambda outcome, orders=orders: outcome.result == [[order] for order in orders], because)


@pytest.mark.check("bake-and-pack", points=1)
def test_however_slow_somebody_is(explore):
    """Every order comes back, however long the baking and the packing take."""
    for bake_takes, pack_takes in ((3_600, 1), (1, 3_600)):
        found = explore(
            "odd_bakery",
            search=HANDOVER_LATE,
            orders=["bun", "bap"],
            bake_takes=bake_takes,
            pack_takes=pack_takes,
        )
        found.completes()
        because = "not what was ordered came back, but {outcome.result}"
        found.always(lambda outcome: len(outcome.result) >= 2, because, finding="item lost")
        found.always(lambda outcome: outcome.result == [["bun"], ["bap"]], because)


# --- clear-the-shelf --------------------------------------------------------------------------


@pytest.mark.check("clear-the-shelf", points=1)
def test_a_baker_who_waits_for_room(explore):
    """If Mira waits for room on a full shelf, she gets it; and every loaf is in the basket or on the shelf."""
    for room, more in ((1, 1), (2, 1)):
        found = explore("late_evening", search=HANDOVER_EVERY, room=room, more=more)
        found.completes()
        found.always(
            lambda outcome, room=room, more=more: (
                outcome.result["basket"] + outcome.result["left"] == list(range(room + more))
                and len(outcome.result["basket"]) >= room
            ),
            "the loaves have numbers; the shelf was full, and Mira had one more, but in the basket are "
            "{outcome.result[basket]}, and then on the shelf: {outcome.result[left]}",
        )


@pytest.mark.check("clear-the-shelf", points=1)
def test_any_loaves_and_any_helpers(explore):
    """However many clear the shelf, and whatever a loaf is, each is in one basket."""
    for loaves, helpers in (([0, 0], 2), ([None], 3)):
        found = explore("evening", search=Search(preemptions=1, steps=600), loaves=loaves, helpers=helpers)
        found.completes()
        because = "in the baskets are {outcome.result[baskets]}, and so many are left: {outcome.result[left]}"
        found.always(lambda outcome, loaves=loaves: len(in_all(outcome)) >= len(loaves), because, finding="item lost")
        found.always(
            lambda outcome, loaves=loaves: in_all(outcome) == sorted(loaves) and outcome.result["left"] == 0, because
        )


def in_all(outcome):
    """What is in all the baskets together, sorted."""
    return sorted(loaf for basket in outcome.result["baskets"] for loaf in basket)


# --- bake-ahead -------------------------------------------------------------------------------


@pytest.mark.check("bake-ahead", points=1)
def test_one_at_a_time(explore):
    """With k=1 the next loaf is begun when the one before it is sold, however long that takes."""
    for orders, sell_takes, search in (
        (["rye", "wheat"], 0, Search(preemptions=2)),
        (["rye", "wheat", "oat"], 3_600, HANDOVER_LATE),
        ([], 0, Search(preemptions=0)),
    ):
        found = explore("trays_day", search=search, orders=orders, k=1, sell_takes=sell_takes)
        found.completes()
        found.always(
            lambda outcome: outcome.result["at most"] <= 1,
            "more loaves were under way at some moment: {outcome.result[at most]}",
        )
        found.always(
            lambda outcome, orders=orders: outcome.result["sold"] == [f"{order} loaf" for order in orders],
            "not every loaf was sold when bake_ahead() returned: {outcome.result[sold]}",
        )


@pytest.mark.check("bake-ahead", points=1)
def test_all_that_there_is_room_for(explore):
    """Up to k loaves may be under way, and all of these can be, however many there are."""
    for orders, k in ((["rye", "wheat", "oat", "corn"], 3), (["rye", "wheat"], 5)):
        most = min(k, len(orders))
        found = explore("trays_day", search=Search(preemptions=1, steps=600), orders=orders, k=k)
        found.completes()
        found.always(
            lambda outcome, k=k: outcome.result["at most"] <= k,
            "more loaves were under way at some moment: {outcome.result[at most]}",
        )
        found.possible(
            lambda outcome, most=most: outcome.result["at most"] == most,
            "there is no schedule in which as many loaves are under way as there may be",
        )


# === 2-finishing ===

FINISHING_ALL = Search(preemptions=None, steps=600, executions=2_000)
FINISHING_CLOSING = Search(preemptions=None, steps=600, executions=400)
FINISHING_LATE = tuple(
    Search(preemptions=most, late_threads=1, steps=600, executions=executions)
    for most, executions in ((None, 120), (1, 100), (0, 500))
)
FINISHING_ORDERS = (
    Search(preemptions=0, steps=600, executions=100),
    Search(strategy="random", steps=600, executions=40),
)
"""An executor has many more schedules than threads of one's own."""

# --- goodbyes ---------------------------------------------------------------------------------


@pytest.mark.check("goodbyes", points=2)
def test_two_bakers_say_one_goodbye(explore):
    """Two bakers: the sellers stay until the last loaf of both."""
    # The driver is the public one, so that whoever fails can see it again with these numbers.
    found = explore("shop_with_goodbyes", search=FINISHING_LATE, batches=[["rye"], ["wheat"]], sellers=["Jonas"])
    found.completes()
    found.always(
        lambda outcome: sorted(loaf for _, loaf in outcome.result["sold"]) == ["rye", "wheat"],
        "one baker baked rye and one wheat, but these were sold: {outcome.result[sold]}",
        finding="item lost",
    )
    found = explore(
        "bakers_with_goodbyes", search=FINISHING_ORDERS, paces=[["Olga", 60], ["Mira", 1]], sellers=["Jonas"]
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"sold": ["Mira's loaf", "Olga's loaf"], "left behind": 0},
        "two bakers baked a loaf each, side by side, the first of them slowly; but this is what happened: "
        "{outcome.result}",
        finding="item lost",
    )


@pytest.mark.check("goodbyes", points=1)
def test_everybody_goes_home_on_a_quiet_day(explore):
    """Everybody goes home, even if there are more sellers than loaves, or no baker at all."""
    for batches, sellers in (([["rye"]], ["Jonas", "Ines", "Kim"]), ([[]], ["Jonas", "Ines"]), ([], ["Jonas"])):
        found = explore("shop_with_goodbyes", search=FINISHING_ORDERS, batches=batches, sellers=sellers)
        found.completes()
        loaves = [loaf for batch in batches for loaf in batch]
        found.always(
            lambda outcome, loaves=loaves: (
                [loaf for _, loaf in outcome.result["sold"]] == loaves and outcome.result["left behind"] == 0
            ),
            f"there were {len(sellers)} sellers, and these loaves: {loaves}; "
            "but this is what happened: {outcome.result}",
        )


# --- washing-up -------------------------------------------------------------------------------


@pytest.mark.check("washing-up", points=2)
def test_helpers_stay_for_the_next_round(explore):
    """The helpers go on after any problem, and after a join(); whatever lies in the sink is a tray."""
    for first, second, helpers, broken in (
        (["tray 1", 0], ["", "tray 2"], ["Ines"], ["tray 1", 0]),
        ([None, "tray 1"], ["tray 2"], ["Ines", "Ben"], ["tray 1"]),
        (["tray 1", "tray 1"], ["tray 1"], ["Ines"], ["tray 1"]),
    ):
        found = explore(
            "washing_up_twice", search=FINISHING_ALL, first=first, second=second, helpers=helpers, broken=broken
        )
        found.completes()
        for number, trays in enumerate((first, first + second)):
            clean = [tray for tray in trays if tray not in broken]
            found.always(
                lambda outcome, number=number, clean=clean: (
                    sorted(map(repr, outcome.result[number]["washed"])) == sorted(map(repr, clean))
                ),
                f"the trays were {trays}, and broken ones were among them; when join() returned, these had been "
                f"washed: {{outcome.result[{number}][washed]}}",
            )
            found.always(
                lambda outcome, number=number, trays=trays, broken=broken: (
                    outcome.result[number]["problems"] == sum(tray in broken for tray in trays)
                ),
                f"the trays were {trays}, and broken ones were among them; when join() returned, so many problems "
                f"had been reported: {{outcome.result[{number}][problems]}}",
            )


# --- closing-time -----------------------------------------------------------------------------


@pytest.mark.check("closing-time", points=1)
def test_two_sellers_at_closing_time(explore):
    """With more sellers and a slower oven, too, the shelf is sold out, and then all is over at once."""
    for sellers, baking, selling, closing, over in (
        (["Jonas", "Ines"], 10, 15, 25, 35),
        (["Jonas"], 60, 0, 150, 180),
    ):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore(
            "shop_until_closing_time",
            search=FINISHING_CLOSING,
            closing=closing,
            sellers=sellers,
            baking=baking,
            selling=selling,
        )
        found.completes()
        found.always(
            lambda outcome: (
                outcome.result["sold"] == ["loaf 1", "loaf 2"]
                and outcome.result["too late"] == ["loaf 3"]
                and outcome.result["left behind"] == 0
            ),
            f"the oven gave a loaf every {baking} seconds, and closing time was after {closing}: loaf 1 and loaf 2 are "
            "sold, loaf 3 is too late, and nobody is left behind; but this is what happened: {outcome.result}",
        )
        found.always(
            lambda outcome, over=over: outcome.result["seconds"] == over,
            f"after {over} seconds all was done, but open_until() returned after {{outcome.result[seconds]}}",
        )


# === 3-the-family ===

FAMILY_ALL = Search(preemptions=None, steps=600)
FAMILY_FEW = Search(preemptions=1, steps=600)
FAMILY_LATE = Search(preemptions=None, late_threads=1, steps=600)

# --- urgent-orders ----------------------------------------------------------------------------


@pytest.mark.check("urgent-orders", points=1)
def test_two_bakers_take_different_orders(explore):
    """Two bakers wait, and every order is taken once."""
    found = explore("order_book_two_bakers", search=FAMILY_ALL, orders=[[2, "rye"], [2, "oats"]])
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["oats", "rye"],
        "rye and oats were ordered, but these are taken: {outcome.result}",
        finding="item lost",
    )


@pytest.mark.check("urgent-orders", points=1)
def test_many_orders_over_the_day(explore):
    """Many orders, of two urgencies and from different times, are taken in the right order."""
    orders = [[0, 2, "m"], [0, 2, "f"], [3, 1, "z"], [3, 2, "k"], [3, 1, "a"], [7, 2, "b"], [7, 2, "c"], [8, 1, "y"]]
    found = explore("order_book_over_time", search=FAMILY_ALL, orders=orders, taken_at=9)
    found.completes()
    found.always(
        lambda outcome: outcome.result == [*"zay", *"mfkbc"],
        "the orders z, a and y have the urgency 1, and m, f, k, b and c have 2, added in this order; "
        "but they are taken in this order: {outcome.result}",
    )


@pytest.mark.check("urgent-orders", points=1)
def test_orders_are_any_values(explore):
    """An order may be any value, also None or one that is there already; take() with a timeout ends on time."""
    orders = [{"bread": "rye"}, None, {"bread": "rye"}, [], 0, None]
    found = explore("order_book_of_anything", search=FAMILY_ALL, orders=orders)
    found.completes()
    found.always(
        lambda outcome: outcome.result == orders,
        "dictionaries, None, a list and 0 were added, some of them twice; but these are taken: {outcome.result}",
    )
    for patience in (0, 4):
        found = explore("order_book_waits", search=FAMILY_LATE, patience=patience)
        found.completes()
        found.always(
            lambda outcome, patience=patience: outcome.result == {"took": "queue.Empty", "waited": patience},
            f"no order comes, and take(timeout={patience}) must raise queue.Empty after {patience} seconds; "
            "but this is what happens: {outcome.result}",
        )


# --- price-undo -------------------------------------------------------------------------------


@pytest.mark.check("price-undo", points=1)
def test_two_threads_undo_two_changes(explore):
    """Two threads undo two changes of one price at the same time: it is as it was before both."""
    found = explore("price_list_two_undos", search=FAMILY_ALL, changes=[["rye", 4], ["rye", 6]])
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"undone": ["rye", "rye"], "price": 3},
        "rye was 3 before two changes, which two threads undo; but this is what came of it: {outcome.result}",
    )


@pytest.mark.check("price-undo", points=1)
def test_a_change_and_an_undo_side_by_side(explore):
    """While one thread changes a price, another one undoes a change: all that is changed can be undone."""
    found = explore("price_list_change_and_undo", search=FAMILY_ALL)
    found.completes()
    found.always(
        lambda outcome: outcome.result["undone"] == ["rye", "rye", None],
        "two changes can be undone, once each; but the three calls of undo() return {outcome.result[undone]}",
    )
    found.always(
        lambda outcome: outcome.result["prices"] in ([4, 3], [5, 3]),
        "rye was 3, and is {outcome.result[prices]} after the last undo but one, and the last",
    )


@pytest.mark.check("price-undo", points=1)
def test_a_price_list_is_its_own(explore):
    """A bread that was new is gone after the undo; and no list, and no dictionary from outside, changes another."""
    found = explore("price_list_is_its_own", search=FAMILY_ALL, start={"rye": 3, "gift": 0})
    found.completes()
    found.always(
        lambda outcome: (
            outcome.result
            == {
                "list": {"rye": 3, "gift": 1, "cake": 20},
                "undone": ["cake", "rye", "gift", None],
                "after": {"rye": 3, "gift": 0},
                "other": {"rye": 3, "gift": 0, "cake": 30},
                "start": {"rye": 3, "gift": 0},
            }
        ),
        "there are two lists, made from the same dictionary; one gets a new price for gift, the old one for rye, and a "
        "first one for cake, the other one for cake only; then this is what they say: {outcome.result}",
    )


# --- bounded-queue ----------------------------------------------------------------------------

QUEUES = ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue")
READY_MADE = "A ready-made queue does the work: in a schedule of this check there is {operation}."


def own(explore, driver, search=FAMILY_ALL, **arguments):
    """As in the public checks: what comes of the learner's queue, if it was built."""
    found = explore(driver, search=search, recorded=True, **arguments)
    return found.completes().never_uses(QUEUES, READY_MADE)


@pytest.mark.check("bounded-queue", points=1)
def test_several_on_each_side(explore):
    """Two sellers or two bakers: nobody takes the place of another, and everybody is woken who can go on."""
    own(explore, "bounded_two_sellers", search=FAMILY_FEW, maxsize=2).always(
        lambda outcome: sorted(outcome.result) == ["rye", "wheat"],
        "a rye and a wheat loaf are put, and this is what the two sellers get: {outcome.result}",
        finding="item lost",
    )
    own(explore, "bounded_last_place", search=FAMILY_FEW).always(
        lambda outcome: outcome.result == ["Full", "put"],
        "two bakers call put(…, block=False) at the same time, and there is room for one; but this is how the two end: "
        "{outcome.result}",
    )
    found = own(explore, "bounded_two_bakers", search=FAMILY_FEW, maxsize=2)
    because = (
        "two old loaves lie on a full shelf, and two bakers put rye and wheat; but the seller gets {outcome.result}"
    )
    found.always(
        lambda outcome: sorted(outcome.result) == ["old 1", "old 2", "rye", "wheat"], because, finding="item lost"
    )
    found.always(lambda outcome: outcome.result[:2] == ["old 1", "old 2"], because)


@pytest.mark.check("bounded-queue", points=1)
def test_a_seller_for_whom_nothing_is_left(explore):
    """Whoever waits with a timeout and gets nothing raises queue.Empty when the time is up, not later."""
    for other_at, comes_after, due in (
        (3, 3, ([["rye", 3], ["Empty", 8]], [["Empty", 5], ["rye", 3]])),
        (2, 4, ([["rye", 4], ["Empty", 7]], [["Empty", 5], ["rye", 4]])),
        (3, 5, ([["rye", 5], ["Empty", 8]], [["Empty", 5], ["rye", 5]])),
    ):
        own(explore, "bounded_other_seller", other_at=other_at, comes_after=comes_after).always(
            lambda outcome, due=due: outcome.result in due,
            "two sellers call get(timeout=5), "
            f"one at second 0 and one at second {other_at}; a single loaf comes at second {comes_after}. "
            "What each of the two got, and at which second: {outcome.result}",
        )


@pytest.mark.check("bounded-queue", points=1)
def test_a_put_waits_as_long_as_it_may(explore):
    """put() with a timeout uses the room that comes in time, and raises queue.Full if none does."""
    for patience, free_after, due in (
        (5, 2, {"put": ["put", 2], "got": ["rye", "wheat"]}),
        (5, 6, {"put": ["Full", 5], "got": ["rye", "Empty"]}),
        (None, 10_000, {"put": ["put", 10_000], "got": ["rye", "wheat"]}),
    ):
        found = own(explore, "bounded_room_in_time", free_after=free_after, patience=patience)
        found.always(
            lambda outcome, due=due: outcome.result == due,
            f"the shelf is full; Mira calls put(timeout={patience}), and there is room at second {free_after}. "
            "This is what happened: {outcome.result}",
        )
        found.never_polls()


@pytest.mark.check("bounded-queue", points=1)
def test_other_sizes_and_other_loaves(explore):
    """Without a bound there is always room; None and 0 are loaves like others; two queues share nothing."""
    maxsizes = [[], [0], [-1], [1], [2]]
    real = explore("bounded_odd_sizes", search=FAMILY_ALL, real=True, maxsizes=maxsizes).completes()
    (due,) = (outcome.result for outcome in real.outcomes)
    own(explore, "bounded_odd_sizes", real=False, maxsizes=maxsizes).always(
        lambda outcome: outcome.result == due,
        "the same calls are made with queues of several sizes, with and without a bound, and None and 0 are among the "
        "items; with BoundedQueue some of them end otherwise than with queue.Queue",
    )
