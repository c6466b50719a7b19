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
        because = "not what was ordered came back, but {outcome.result}"
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
        (["rye", "wheat"], 3_600, HANDOVER_LATE),
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
