"""The hidden checks of the exercises on Queue: the promises of the public ones, where they are harder to keep."""

import pytest

from course import Search

# === 2-finishing ===

FINISHING_ALL = Search(preemptions=None, steps=600, executions=2_000)
FINISHING_CLOSING = Search(preemptions=None, steps=600, executions=400)
FINISHING_LATE = Search(preemptions=None, late_threads=1, steps=600, executions=2_000)
FINISHING_ORDERS = Search(preemptions=0, steps=600, executions=2_000)

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
