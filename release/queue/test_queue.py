"""What ``check()`` asks of the exercises on Queue: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

import pytest

from course import Search

# === 2-finishing ===

FINISHING_ALL = Search(preemptions=None, steps=600, executions=2_000)
FINISHING_CLOSING = Search(preemptions=None, steps=600, executions=400)

# --- goodbyes ---------------------------------------------------------------------------------


@pytest.mark.check("goodbyes", points=2)
def test_two_sellers_go_home(explore):
    """Two sellers: every loaf is sold, and both go home."""
    found = explore("shop_with_goodbyes", search=FINISHING_ALL, batches=[["rye"]], sellers=["Jonas", "Ines"])
    found.completes()
    found.always(
        lambda outcome: [loaf for _, loaf in outcome.result["sold"]] == ["rye"],
        "one loaf of rye was baked, but these were sold: {outcome.result[sold]}",
        finding="item lost",
    )
    found.always(
        lambda outcome: outcome.result["left behind"] == 0,
        "when sell_all() returned, so many threads were still there: {outcome.result[left behind]}",
    )


@pytest.mark.check("goodbyes", points=1)
def test_anything_can_be_sold(explore):
    """Whatever a batch holds is sold, in its order: 0, an empty text and None, too."""
    batch = ["rye", 0, "", None, "wheat"]
    found = explore("shop_with_goodbyes", search=FINISHING_ALL, batches=[batch], sellers=["Jonas"])
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"] == [["Jonas", loaf] for loaf in batch],
        f"the batch was {batch}, but these were sold: {{outcome.result[sold]}}",
        finding="item lost",
    )


@pytest.mark.check("goodbyes", points=2)
def test_baking_and_selling_side_by_side(explore):
    """A loaf is sold as soon as it is baked, by either of the sellers."""
    found = explore("first_sale", search=FINISHING_ALL, batch=["rye", "wheat"], baking=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"] == [60, 120],
        "the loaves were ready after 60 and 120 seconds, but they were sold after so many: {outcome.result[sold]}",
    )
    found.always(
        lambda outcome: outcome.result["over"] == 120,
        "the last loaf was sold after 120 seconds, but sell_all() returned after {outcome.result[over]}",
    )
    found = explore(
        "first_sale",
        search=FINISHING_ALL,
        batch=["rye", "wheat"],
        baking=60,
        sellers=["Jonas", "Ines"],
        selling=90,
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"] == [150, 210],
        "the loaves were ready after 60 and 120 seconds, and to sell one took 90: with two sellers they are sold after "
        "150 and 210 seconds, but they were sold after so many: {outcome.result[sold]}",
    )
    found = explore("shop_with_goodbyes", search=FINISHING_ALL, batches=[["rye"]], sellers=["Jonas", "Ines"])
    for seller in ("Jonas", "Ines"):
        found.possible(
            lambda outcome, seller=seller: outcome.result["sold"] == [[seller, "rye"]],
            f"there is no schedule in which {seller} sells the loaf",
        )


@pytest.mark.check("goodbyes", points=1)
def test_sellers_do_not_poll(explore):
    """The sellers wait for loaves without asking again and again."""
    found = explore("first_sale", search=FINISHING_ALL, batch=["rye", "wheat"], baking=60)
    found.completes()
    found.never_polls()


# --- washing-up -------------------------------------------------------------------------------


@pytest.mark.check("washing-up", points=2)
def test_all_is_washed_when_join_returns(explore):
    """When the sink's join() returns, every tray has been washed."""
    for helpers in (["Ines"], ["Ines", "Ben"]):
        found = explore("helpers_at_the_sink", search=FINISHING_ALL, trays=["tray 1", "tray 2"], helpers=helpers)
        found.completes()
        found.always(
            lambda outcome: sorted(outcome.result["washed"]) == ["tray 1", "tray 2"],
            "when join() returned, of tray 1 and tray 2 these had been washed: {outcome.result[washed]}",
            finding="wrong order",
        )


@pytest.mark.check("washing-up", points=2)
def test_a_broken_tray_is_reported(explore):
    """If washing fails, the problem is reported when join() returns, and the other trays are washed."""
    trays = ["tray 1", "tray 2"]
    for broken, whole in (trays, trays[::-1]):
        found = explore("helpers_at_the_sink", search=FINISHING_ALL, trays=trays, helpers=["Ines"], broken=[broken])
        found.completes()
        problems = [f"ValueError('{broken} is broken')"]
        found.always(
            lambda outcome, whole=whole, problems=problems: outcome.result == {"washed": [whole], "problems": problems},
            f"wash('{broken}') raised {problems[0]}: this exception belongs into problems, once, and {whole} is "
            "washed; but when join() returned, this was so: {outcome.result}",
        )


@pytest.mark.check("washing-up", points=1)
def test_helpers_do_not_poll(explore):
    """The helpers wait for trays without asking again and again."""
    found = explore("helpers_at_the_sink", search=FINISHING_ALL, trays=["tray 1"], helpers=["Ines"], pause=60)
    found.completes()
    found.never_polls()


# --- closing-time -----------------------------------------------------------------------------


@pytest.mark.check("closing-time", points=2)
def test_the_shelf_is_sold_out_after_closing_time(explore):
    """What is on the shelf at closing time is sold, what is ready later is returned, and everybody goes home."""
    found = explore("shop_until_closing_time", search=FINISHING_CLOSING, closing=25, sellers=["Jonas"], selling=15)
    found.completes()
    found.always(
        lambda outcome: outcome.result["baked"] == ["loaf 1", "loaf 2", "loaf 3"],
        "the oven gave a loaf after 10, 20 and 30 seconds, and closing time was at 25; these were baked: "
        "{outcome.result[baked]}",
    )
    found.always(
        lambda outcome: outcome.result["sold"] == ["loaf 1", "loaf 2"],
        "closing time was after 25 seconds, and loaf 1 and loaf 2 were on the shelf by then; these were sold: "
        "{outcome.result[sold]}",
    )
    found.always(
        lambda outcome: outcome.result["too late"] == ["loaf 3"],
        "loaf 3 was ready after closing time, but this was returned: {outcome.result[too late]}",
    )
    found.always(
        lambda outcome: outcome.result["left behind"] == 0,
        "when open_until() returned, so many threads were still there: {outcome.result[left behind]}",
    )
    found.always(
        lambda outcome: outcome.result["seconds"] == 40,
        "after 40 seconds all was done, but open_until() returned after {outcome.result[seconds]}",
    )


@pytest.mark.check("closing-time", points=2)
def test_no_loaf_is_lost_at_closing_time(explore):
    """A loaf that is ready right at closing time is either sold or returned."""
    found = explore("shop_until_closing_time", search=FINISHING_CLOSING, closing=20, sellers=["Jonas"])
    found.completes()
    found.always(
        lambda outcome: outcome.result["baked"][:2] == ["loaf 1", "loaf 2"],
        "until closing time the oven gave two loaves at least, but these were baked: {outcome.result[baked]}",
    )
    found.always(
        lambda outcome: set(outcome.result["sold"] + outcome.result["too late"]) == set(outcome.result["baked"]),
        "each loaf that was baked is sold or returned, but this is what happened: {outcome.result}",
        finding="item lost",
    )
    found.always(
        lambda outcome: sorted(outcome.result["sold"] + outcome.result["too late"]) == outcome.result["baked"],
        "no loaf is both sold and returned, but this is what happened: {outcome.result}",
        finding="item doubled",
    )


@pytest.mark.check("closing-time", points=1)
def test_nobody_polls_until_closing_time(explore):
    """Nobody asks again and again: neither for a loaf nor for closing time."""
    found = explore("shop_until_closing_time", search=FINISHING_CLOSING, closing=25, sellers=["Jonas"], selling=15)
    found.completes()
    found.never_polls()


# --- thrown-away ------------------------------------------------------------------------------


@pytest.mark.check("thrown-away", points=2)
def test_what_the_closing_prints(answer, given):
    """`printed` is the set of all that the program can print when it comes to its end."""
    given("thrown_away", search=FINISHING_ALL).predicted(answer("printed", set))


@pytest.mark.check("thrown-away", points=1)
def test_join_waits_for_ever(answer, given):
    """`for_ever` is a schedule in which join() waits for ever."""
    given.replay("thrown_away", answer("for_ever", str), ending="deadlock")


@pytest.mark.check("thrown-away", points=1)
def test_the_burnt_loaf_is_thrown_away(answer, given):
    """`burnt_one` is a schedule in which one loaf is sold, and the other one thrown away by shutdown()."""
    given.replay("thrown_away", answer("burnt_one", str), prints="Jonas sells the fresh loaf\nThe shop is closed")
