"""What ``check()`` asks of the exercises on Queue: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

import pytest

from course import Search

# === 1-hand-over ===

HANDOVER_ALL = Search(preemptions=None, steps=600)
HANDOVER_TWO = Search(preemptions=2)
HANDOVER_ONE = Search(preemptions=1)
HANDOVER_TIMED = Search(preemptions=0)

# --- bake-and-pack ----------------------------------------------------------------------------


@pytest.mark.check("bake-and-pack", points=2)
def test_every_order_comes_back_packed(explore):
    """Every order comes back baked and packed, once, and in the order in which it came."""
    found = explore("packing_day", search=HANDOVER_TWO, orders=["rye", "wheat"])
    found.completes()
    wanted = ["packed rye loaf", "packed wheat loaf"]
    because = "the orders were rye and wheat, but this came back: {outcome.result[packed]}"
    found.always(lambda outcome: set(wanted) <= set(outcome.result["packed"]), because, finding="item lost")
    found.always(
        lambda outcome: len(outcome.result["packed"]) == len(set(outcome.result["packed"])),
        because,
        finding="item doubled",
    )
    found.always(lambda outcome: outcome.result["packed"] == wanted, because, finding="wrong order")


@pytest.mark.check("bake-and-pack", points=1)
def test_one_bakes_and_another_packs(explore):
    """All the baking is done in one thread, and all the packing in another."""
    found = explore("packing_day", search=HANDOVER_TWO, orders=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: (outcome.result["bakers"], outcome.result["threads"]) == (1, 2),
        "one thread bakes and another one packs; but {outcome.result[bakers]} bake, and "
        "{outcome.result[threads]} do one or the other",
    )


@pytest.mark.check("bake-and-pack", points=1)
def test_mira_bakes_while_ines_packs(explore):
    """While Ines packs a loaf, Mira bakes the next one."""
    found = explore("packing_day", search=HANDOVER_ONE, orders=["rye", "wheat"], bake_takes=60, pack_takes=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result["seconds"] == 180,
        "baking and packing take 60 seconds each, so two loaves need 180 seconds; "
        "but here they took {outcome.result[seconds]} seconds",
    )


@pytest.mark.check("bake-and-pack", points=1)
def test_the_packer_does_not_poll(explore):
    """Nobody asks again and again whether there is a loaf."""
    found = explore("packing_day", search=HANDOVER_TWO, orders=["rye"], bake_takes=60)
    found.completes()
    found.never_polls()


# --- full-or-empty ----------------------------------------------------------------------------

ENDS = ("waits", "returns", "Full", "Empty")


def compare_ends(explore, ends, letters, hint):
    """Fail if the learner's ``ends`` of these calls are not what happens; say how many, and not which."""
    missing = [letter for letter in letters if letter not in ends]
    if missing:
        pytest.fail(f"`ends` has no answer for {', '.join(missing)}.")
    unknown = [letter for letter in letters if ends[letter] not in ENDS]
    if unknown:
        words = ", ".join(f'"{end}"' for end in ENDS)
        pytest.fail(f"`ends` has an answer for {', '.join(unknown)} that is none of {words}.")
    happens = what_the_calls_do(explore)
    wrong = sum(ends[letter] != happens[letter]["end"] for letter in letters)
    if wrong:
        pytest.fail(f"Of your {len(letters)} answers for {', '.join(letters)} so many are wrong: {wrong}. {hint}")


def what_the_calls_do(explore):
    """How each call really ends, and after how many seconds."""
    (outcome,) = explore("shelf_calls", search=HANDOVER_ALL, letters="ABCDEFGHIJKL").completes().outcomes
    return outcome.result


@pytest.mark.check("full-or-empty", points=2)
def test_what_a_full_shelf_does(explore, answer):
    """`ends` says what the calls A to E do: the shelf is full."""
    compare_ends(explore, answer("ends", dict), "ABCDE", "Which of them may wait, and for how long?")


@pytest.mark.check("full-or-empty", points=2)
def test_what_an_empty_shelf_does(explore, answer):
    """`ends` says what the calls F to J do: the shelf is empty."""
    compare_ends(explore, answer("ends", dict), "FGHIJ", "Which of them may wait, and for how long?")


@pytest.mark.check("full-or-empty", points=1)
def test_what_other_shelves_do(explore, answer):
    """`ends` says what the calls K and L do: look at the number that the shelf was made with."""
    compare_ends(explore, answer("ends", dict), "KL", "How much room has such a shelf?")


@pytest.mark.check("full-or-empty", points=1)
def test_how_long_it_takes(explore, answer):
    """`seconds` says of each call that does not wait for ever after how many seconds it is over."""
    predicted = answer("seconds", dict)
    known = what_the_calls_do(explore)
    happens = {letter: call["seconds"] for letter, call in known.items() if call["end"] != "waits"}
    if predicted.keys() != happens.keys():
        pytest.fail("`seconds` has other letters than those of the calls that are over at some time.")
    wrong = sum(predicted[letter] != seconds for letter, seconds in happens.items())
    if wrong:
        pytest.fail(f"Of your {len(happens)} numbers so many are wrong: {wrong}. Whose timeout counts?")


# --- last-loaf --------------------------------------------------------------------------------


@pytest.mark.check("last-loaf", points=1)
def test_how_many_may_wait(answer, given):
    """`waiting` is the set of the numbers of sellers that can be left waiting for ever."""
    outcomes = given("last_loaf", search=HANDOVER_ALL).outcomes
    happens = {len(outcome.execution.waiting) for outcome in outcomes}
    predicted = answer("waiting", set)
    if predicted - happens:
        pytest.fail("A number that you predict can never be. How many loaves are there, and how many sellers?")
    if happens - predicted:
        pytest.fail("A number that can be is missing. Where can each of them be when the other one takes the loaf?")


@pytest.mark.check("last-loaf", points=2)
def test_jonas_waits_for_ever(answer, given):
    """Under your schedule `jonas_waits`, Ines sells the last loaf, and Jonas waits for ever."""
    execution = given.replay("last_loaf", answer("jonas_waits", str), ending="deadlock")
    if "Ines" not in execution.output:
        pytest.fail("Under this schedule somebody waits for ever; but it is Ines who waits, and Jonas who sells.")


# --- clear-the-shelf --------------------------------------------------------------------------


@pytest.mark.check("clear-the-shelf", points=1)
def test_the_basket_has_what_was_on_the_shelf(explore):
    """Whoever is alone has all the loaves in the basket, in order, and the shelf is empty."""
    for loaves in (["rye", "wheat", "oat"], []):
        found = explore("evening", search=HANDOVER_ALL, loaves=loaves, helpers=1)
        found.completes()
        because = (
            f"on the shelf were {loaves}, but in the basket are {{outcome.result[baskets][0]}}, "
            "and so many are left: {outcome.result[left]}"
        )
        found.always(lambda outcome, loaves=loaves: outcome.result["baskets"] == [loaves], because)
        found.always(lambda outcome: outcome.result["left"] == 0, because)


@pytest.mark.check("clear-the-shelf", points=2)
def test_two_may_clear_it(explore):
    """If two clear the shelf at the same time, each loaf is in one basket, and nobody is left waiting."""
    found = explore("evening", search=HANDOVER_ALL, loaves=["rye", "wheat"], helpers=2)
    found.completes()
    because = (
        "on the shelf were rye and wheat; in the two baskets are {outcome.result[baskets]}, "
        "and so many are left: {outcome.result[left]}"
    )
    found.always(lambda outcome: both(outcome) >= ["rye", "wheat"], because, finding="item lost")
    found.always(lambda outcome: both(outcome) == ["rye", "wheat"], because, finding="item doubled")
    found.always(lambda outcome: outcome.result["left"] == 0, because)


@pytest.mark.check("clear-the-shelf", points=1)
def test_clearing_takes_no_time(explore):
    """Nobody waits, not even for a moment."""
    for loaves in (["rye"], []):
        found = explore("evening", search=HANDOVER_ALL, loaves=loaves, helpers=1)
        found.completes()
        found.never_polls()
        found.always(
            lambda outcome: outcome.result["seconds"] == 0,
            "what is there is there at once; but here it took {outcome.result[seconds]} seconds",
        )


def both(outcome):
    """What is in all the baskets together, sorted."""
    return sorted(loaf for basket in outcome.result["baskets"] for loaf in basket)


# --- bake-ahead -------------------------------------------------------------------------------


@pytest.mark.check("bake-ahead", points=2)
def test_never_more_than_k_under_way(explore):
    """There are never more than k loaves under way."""
    found = explore("trays_day", search=HANDOVER_ONE, orders=["rye", "wheat", "oat"], k=2)
    found.completes()
    found.always(
        lambda outcome: outcome.result["at most"] <= 2,
        "with k=2, so many loaves were under way at some moment: {outcome.result[at most]}",
    )


@pytest.mark.check("bake-ahead", points=1)
def test_every_loaf_is_sold_when_it_returns(explore):
    """When bake_ahead() returns, every loaf has been sold, once and in order."""
    found = explore("trays_day", search=HANDOVER_ONE, orders=["rye", "wheat", "oat"], k=2)
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"] == ["rye loaf", "wheat loaf", "oat loaf"],
        "the orders were rye, wheat and oat; but when bake_ahead() returned, this was sold: {outcome.result[sold]}",
    )


@pytest.mark.check("bake-ahead", points=1)
def test_mira_does_bake_ahead(explore):
    """Mira bakes on while Jonas sells: k loaves can be under way at the same time."""
    found = explore(
        "trays_day", search=HANDOVER_TIMED, orders=["rye", "wheat", "oat"], k=2, bake_takes=60, sell_takes=60
    )
    found.completes()
    found.possible(
        lambda outcome: outcome.result["at most"] >= 2,
        "there is no schedule in which two loaves are under way, although k is 2",
    )
    found.always(
        lambda outcome: outcome.result["seconds"] == 240,
        "baking and selling take 60 seconds each, so three loaves need 240 seconds with k=2; "
        "but here they took {outcome.result[seconds]} seconds",
    )


@pytest.mark.check("bake-ahead", points=1)
def test_nobody_polls_for_a_place(explore):
    """Nobody asks again and again whether there is a place or a loaf."""
    # In the longer time, whoever asks every hour asks twice.
    for bake_takes, sell_takes in ((10, 60), (10_000, 10_000)):
        found = explore(
            "trays_day",
            search=HANDOVER_TIMED,
            orders=["rye", "wheat", "oat"],
            k=1,
            bake_takes=bake_takes,
            sell_takes=sell_takes,
        )
        found.never_polls().completes()


# === 2-finishing ===

FINISHING_ALL = Search(preemptions=None, steps=600, executions=2_000)
FINISHING_CLOSING = Search(preemptions=None, steps=600, executions=400)
FINISHING_GOODBYES = tuple(
    Search(preemptions=most, steps=600, executions=executions) for most, executions in ((None, 120), (1, 100), (0, 500))
)
"""An executor has many more schedules than threads of one's own."""

# --- goodbyes ---------------------------------------------------------------------------------


@pytest.mark.check("goodbyes", points=2)
def test_two_sellers_go_home(explore):
    """Two sellers: every loaf is sold, and both go home."""
    found = explore("shop_with_goodbyes", search=FINISHING_GOODBYES, batches=[["rye"]], sellers=["Jonas", "Ines"])
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
    batch = [0, "", None, "wheat"]
    found = explore("shop_with_goodbyes", search=FINISHING_GOODBYES, batches=[batch], sellers=["Jonas"])
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"] == [["Jonas", loaf] for loaf in batch],
        f"the batch was {batch}, but these were sold: {{outcome.result[sold]}}",
        finding="item lost",
    )


@pytest.mark.check("goodbyes", points=2)
def test_baking_and_selling_side_by_side(explore):
    """A loaf is sold as soon as it is baked, by either of the sellers."""
    found = explore("first_sale", search=FINISHING_GOODBYES, batch=["rye", "wheat"], baking=60)
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
        search=FINISHING_GOODBYES,
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
    found = explore("shop_with_goodbyes", search=FINISHING_GOODBYES, batches=[["rye"]], sellers=["Jonas", "Ines"])
    for seller in ("Jonas", "Ines"):
        found.possible(
            lambda outcome, seller=seller: outcome.result["sold"] == [[seller, "rye"]],
            f"there is no schedule in which {seller} sells the loaf",
        )


@pytest.mark.check("goodbyes", points=1)
def test_sellers_do_not_poll(explore):
    """The sellers wait for loaves without asking again and again."""
    found = explore("first_sale", search=FINISHING_GOODBYES, batch=["rye", "wheat"], baking=60)
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
            f"wash('{broken}') raised {problems[0]}: this exception goes into problems, once, and {whole} is "
            "washed; but when join() returned, this was so: {outcome.result}",
        )


@pytest.mark.check("washing-up", points=1)
def test_helpers_do_not_poll(explore):
    """The helpers wait for trays without asking again and again."""
    for pause, search in ((60, FINISHING_ALL), (3_600, Search(preemptions=0, steps=600))):
        found = explore("helpers_at_the_sink", search=search, trays=["tray 1"], helpers=["Ines"], pause=pause)
        found.never_polls().completes()


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
    # In the longer time, whoever asks every hour asks twice.
    for closing, baking in ((25, 10), (25_000, 10_000)):
        found = explore(
            "shop_until_closing_time",
            search=FINISHING_CLOSING,
            closing=closing,
            sellers=["Jonas"],
            baking=baking,
            selling=15,
        )
        found.never_polls().completes()


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
    for patience, comes_after in ((60, 20), (7_200, 3_600)):
        found = explore("order_book_waits", search=FAMILY_ALL, patience=patience, comes_after=comes_after)
        found.never_polls().completes()
        found.always(
            lambda outcome, comes_after=comes_after: outcome.result == {"took": "rye", "waited": comes_after},
            f"an order for rye comes after {comes_after} of {patience} seconds, "
            "but this is what happens: {outcome.result}",
        )


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

QUEUES = ("Queue", "LifoQueue", "PriorityQueue", "SimpleQueue")
READY_MADE = (
    "A ready-made queue does the work: in a schedule of this check there is {operation}. "
    "Build the queue from a lock and conditions, as you built the shelf."
)


def built(explore, driver, search=FAMILY_ALL, **arguments):
    """What comes of ``driver`` with the learner's queue, if it was built, and is not a ready-made one in a new box."""
    found = explore(driver, search=search, recorded=True, **arguments)
    return found.completes().never_uses(QUEUES, READY_MADE)


def real_results(explore, driver, **arguments):
    """All that can come of ``driver`` with the real ``queue.Queue``."""
    found = explore(driver, search=FAMILY_ALL, real=True, **arguments).completes()
    found.require_decided()
    return [outcome.result for outcome in found.outcomes]


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
    # In the longest time, whoever asks every hour asks twice.
    for patience, comes_after, due in ((5, 3, ["rye", 3]), (5, 8, ["Empty", 5]), (None, 10_000, ["rye", 10_000])):
        found = built(explore, "bounded_patience", comes_after=comes_after, patience=patience)
        found.always(
            lambda outcome, due=due: outcome.result == due,
            f"Jonas calls get(timeout={patience}), and a loaf comes at second {comes_after}. "
            "What he got, and at which second: {outcome.result}",
        )
        found.never_polls()
