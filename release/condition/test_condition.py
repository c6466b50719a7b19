"""What ``check()`` asks of the exercises on Condition: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

from itertools import permutations

import pytest

from course import Search
from course.checking.found import READY_MADE

# === 1-one-predicate ===

PREDICATE_EVERY = Search(preemptions=None, steps=600)

# In the longer time, even a loop that does something in each of its turns asks more often than the steps allow.
PREDICATE_SECONDS = (10, 3_600)

# --- order-the-lines --------------------------------------------------------------------------


@pytest.mark.check("order-the-lines", points=2)
def test_the_sellers_lines_are_in_order(answer, explore):
    """With `sell_lines`, each loaf is sold once, and nobody waits for ever."""
    lines = letters("sell_lines", answer("sell_lines"), "ABCDE")
    found = explore("two_sellers_in_this_order", search=PREDICATE_EVERY, lines=lines)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["rye", "wheat"],
        "Mira baked rye and wheat, but this was sold: {outcome.result}",
    )


@pytest.mark.check("order-the-lines", points=1)
def test_the_bakers_lines_are_in_order(answer, explore):
    """With `bake_lines`, each loaf is sold once, and nobody waits for ever."""
    lines = letters("bake_lines", answer("bake_lines"), "FGHI")
    found = explore("a_baker_in_this_order", search=PREDICATE_EVERY, lines=lines)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["rye", "wheat"],
        "Mira baked rye and wheat, but this was sold: {outcome.result}",
    )


def letters(name, lines, wanted):
    """An answer such as "ABC", "A, B, C" or ("A", "B", "C"), as "ABC", if it has each of the letters once."""
    if isinstance(lines, (tuple, list)) and all(isinstance(line, str) for line in lines):
        lines = "".join(lines)
    if isinstance(lines, str):
        order = "".join(each for each in lines.upper() if each not in " ,")
        if sorted(order) == sorted(wanted):
            return order
    pytest.fail(f"`{name}` must be a text with each of the letters {', '.join(wanted)} once.")


# --- number-display ---------------------------------------------------------------------------


@pytest.mark.check("number-display", points=2)
def test_a_number_is_waited_for(explore):
    """The customer is served when the number has been called, and not before."""
    found = explore("numbers_are_called", search=PREDICATE_EVERY, sellers=["Jonas"], calls=2, numbers=[2])
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["call", "call", "number 2 is served"],
        "the customer has number 2, but was served like this: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("number-display", points=1)
def test_every_call_counts(explore):
    """Each call counts, also if two sellers call at the same moment."""
    found = explore("numbers_are_called", search=PREDICATE_EVERY, sellers=["Jonas", "Ines"], calls=1, numbers=[2])
    found.completes()


@pytest.mark.check("number-display", points=1)
def test_the_customer_does_not_ask_again(explore):
    """The customer waits for the number without asking again and again."""
    for seconds in PREDICATE_SECONDS:
        explore(
            "numbers_are_called", search=PREDICATE_EVERY, sellers=["Jonas"], calls=1, numbers=[1], begins_after=seconds
        ).never_polls().completes()


# --- narrow-shelf -----------------------------------------------------------------------------


@pytest.mark.check("narrow-shelf", points=2)
def test_loaves_come_over_in_order(explore):
    """Jonas gets every loaf once, in order, and nobody waits for ever."""
    found = explore("a_narrow_shelf", search=PREDICATE_EVERY, loaves=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: outcome.result["taken"] == ["rye", "wheat"],
        "Mira put rye and wheat on the shelf, but Jonas got {outcome.result[taken]}",
    )


@pytest.mark.check("narrow-shelf", points=1)
def test_there_is_room_for_one(explore):
    """put() waits until there is room: Mira is never more than one loaf ahead."""
    found = explore("a_narrow_shelf", search=PREDICATE_EVERY, loaves=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: never_ahead(outcome.result["seen"]),
        "Mira put a second loaf on the shelf before Jonas wanted the first one: {outcome.result[seen]}",
    )


@pytest.mark.check("narrow-shelf", points=1)
def test_a_loaf_is_taken_back(explore):
    """take_back() gives the loaf that is on the shelf, or None, and never waits."""
    found = explore("a_narrow_shelf_alone", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: outcome.result["got"] == [None, "rye", None, "wheat", None],
        "take_back(), put('rye'), take_back(), take_back(), put('wheat'), take(), take_back() should give "
        "None, rye, None, wheat, None; but they gave {outcome.result[got]}",
    )
    found.always(
        lambda outcome: outcome.result["seconds"] == 0,
        "nobody had to wait, but it took {outcome.result[seconds]} seconds",
    )


@pytest.mark.check("narrow-shelf", points=1)
def test_a_burnt_loaf_is_in_one_pair_of_hands(explore):
    """A loaf that Mira takes back is never sold, and one that Jonas has is not taken back; either may happen."""
    found = explore("a_burnt_loaf", search=PREDICATE_EVERY, burnt="burnt loaf", fresh="fresh loaf")
    found.completes()
    taken_back = {"Mira": "burnt loaf", "Jonas": "fresh loaf"}
    too_late = {"Mira": None, "Jonas": "burnt loaf"}
    found.always(
        lambda outcome: outcome.result in (taken_back, too_late),
        "Mira takes a burnt loaf back if Jonas has not got it, and then puts a fresh one on the shelf; "
        "but this is who has what in the end: {outcome.result}",
    )
    found.possible(lambda outcome: outcome.result == taken_back, "in no schedule Mira gets the burnt loaf back")
    found.possible(lambda outcome: outcome.result == too_late, "in no schedule Jonas is faster than Mira")


@pytest.mark.check("narrow-shelf", points=1)
def test_nobody_polls_at_the_shelf(explore):
    """Mira and Jonas wait for each other without asking again and again."""
    for seconds in PREDICATE_SECONDS:
        for baking, selling in ((seconds, 0), (0, seconds)):
            loaves = ["rye", "wheat", "spelt"]
            found = explore("a_narrow_shelf", search=PREDICATE_EVERY, loaves=loaves, baking=baking, selling=selling)
            found.never_polls().completes()


def never_ahead(seen):
    """Whether no loaf was on the shelf while the one before it was still there."""
    return all(seen[:end].count("put") <= seen[:end].count("wants") + 1 for end in range(len(seen) + 1))


# --- cake-box ---------------------------------------------------------------------------------


@pytest.mark.check("cake-box", points=2)
def test_no_runtime_error_is_left(explore):
    """Nobody runs into an error, and nobody waits for ever."""
    explore("a_cake_box", search=PREDICATE_EVERY, cakes=[["nut cake", 30]]).completes()


@pytest.mark.check("cake-box", points=1)
def test_cake_and_price_belong_together(explore):
    """Jonas gets the cake with its price."""
    found = explore("a_cake_box", search=PREDICATE_EVERY, cakes=[["nut cake", 30]])
    found.completes()
    found.always(
        lambda outcome: outcome.result == [["nut cake", 30]],
        "Mira filled the box with a nut cake for 30, but this is what Jonas found: {outcome.result}",
    )


@pytest.mark.check("cake-box", points=1)
def test_jonas_does_not_look_into_the_box_again_and_again(explore):
    """Jonas waits for the cake without asking again and again."""
    for seconds in PREDICATE_SECONDS:
        found = explore("a_cake_box", search=PREDICATE_EVERY, cakes=[["nut cake", 30]], baking=seconds)
        found.never_polls().completes()


# === 2-many-waiters ===

MANY_WAITERS = Search(preemptions=None, steps=1_000)
"""Every schedule. The programs are small, so one that takes more steps goes round in circles."""
MANY_OR_FEW = (Search(preemptions=None, steps=1_000, executions=400), Search(preemptions=1, steps=1_000))
"""A right program needs a tenth of these executions; who protects nothing has too many schedules."""
NO_PREEMPTIONS = Search(preemptions=0, steps=1_000)
"""For larger programs. Whom a notify() wakes depends on who came first, and not on preemptions."""
ASKING = ((2, MANY_WAITERS), (3_600, Search(preemptions=0, steps=600)))
"""So many seconds are waited for: whoever asks every second is seen in the shorter time, who asks every minute in the
longer one, where a right program does nothing else."""

# --- steal-a-wake-up --------------------------------------------------------------------------


@pytest.mark.check("steal-a-wake-up", points=2)
def test_a_wakeup_is_stolen(answer, given):
    """`stolen` is a schedule in which a wake-up is stolen."""
    given.replay("thief", answer("stolen", str), finding="stolen wake-up")


@pytest.mark.check("steal-a-wake-up", points=1)
def test_how_many_loaves_are_sold(answer, given):
    """`can_sell` is the set of the numbers of loaves that can be sold in the end."""
    sold = {outcome.output.count("sells") for outcome in given("thief", search=MANY_WAITERS).outcomes}
    predicted = answer("can_sell", set)
    if predicted - sold:
        pytest.fail("A number that you predict can never be. How many of the two may fail to sell, and why?")
    if sold - predicted:
        pytest.fail("A number that can be is missing. What becomes of whoever finds the shelf empty?")


# --- no-stolen-loaf ---------------------------------------------------------------------------


@pytest.mark.check("no-stolen-loaf", points=2)
def test_each_seller_takes_a_loaf(explore):
    """Jonas and Ines take one loaf each, and nobody is left waiting."""
    found = explore("a_loaf_for_each", search=MANY_WAITERS, sellers=["Jonas", "Ines"], loaves=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result["taken"].values()) == ["rye", "wheat"] and outcome.result["left"] == [],
        "Mira put out rye and wheat, but this is what happened: {outcome.result}",
    )


@pytest.mark.check("no-stolen-loaf", points=1)
def test_sellers_wait_for_a_loaf_without_asking(explore):
    """The sellers wait for a loaf without asking again and again."""
    for seconds, search in ASKING:
        found = explore("a_loaf_for_each", search=search, sellers=["Jonas"], loaves=["rye"], bakes_for=seconds)
        found.never_polls().completes()


# --- one-condition ----------------------------------------------------------------------------


@pytest.mark.check("one-condition", points=2)
def test_a_notify_wakes_the_wrong_one(answer, given):
    """`stuck` is a schedule in which a notify() wakes somebody who cannot go on, and the program is stuck."""
    given.replay("one_condition", answer("stuck", str), finding="notify for notify_all")


@pytest.mark.check("one-condition", points=1)
def test_who_waits_whenever_all_is_stuck(answer, given):
    """`always_waits` is the name of the one who waits for ever whenever the program is stuck."""
    outcomes = given("one_condition", search=MANY_WAITERS).outcomes
    executions = [outcome.execution for outcome in outcomes if outcome.ending == "deadlock"]
    left = [{execution.threads[wait.thread] for wait in execution.waiting} for execution in executions]
    if {answer("always_waits", str)} != set.intersection(*left):
        pytest.fail("This one may get home although others are stuck. Look at several outcomes, and at who waits.")


# --- one-loaf-shelf -----------------------------------------------------------------------------


@pytest.mark.check("one-loaf-shelf", points=2)
def test_two_sellers_at_the_narrow_shelf(explore):
    """With two sellers, every loaf is taken once, and nobody is left waiting."""
    found = explore(
        "one_loaf_at_a_time", search=MANY_WAITERS, bakers={"Mira": ["rye", "wheat"]}, sellers={"Jonas": 1, "Ines": 1}
    )
    found.completes()
    found.always(
        lambda outcome: sorted(all_taken(outcome.result["taken"])) == ["rye", "wheat"] and not outcome.result["left"],
        "Mira baked rye and wheat, but this is what happened: {outcome.result}",
    )


@pytest.mark.check("one-loaf-shelf", points=1)
def test_never_two_loaves_on_the_narrow_shelf(explore):
    """There are never two loaves on the shelf; one baker and one seller are enough."""
    found = explore("loaf_by_loaf", search=MANY_WAITERS, bakers={"Mira": ["rye", "wheat"]})
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"lay there": [1, 1], "taken": ["rye", "wheat"]},
        "before each take of a slow seller, the one loaf lies there that the shelf has room for; "
        "but this is what happened: {outcome.result}",
    )


@pytest.mark.check("one-loaf-shelf", points=1)
def test_nobody_asks_at_the_narrow_shelf(explore):
    """Bakers and sellers wait without asking again and again."""
    for seconds, search in ASKING:
        slow_baker = explore(
            "one_loaf_at_a_time", search=search, bakers={"Mira": ["rye"]}, sellers={"Jonas": 1}, bakes_for=seconds
        )
        slow_baker.never_polls().completes()
        slow_seller = explore("loaf_by_loaf", search=search, bakers={"Mira": ["rye", "wheat"]}, pause=seconds)
        slow_seller.never_polls().completes()


def all_taken(taken):
    """What all the sellers took together."""
    return [loaf for loaves in taken.values() for loaf in loaves]


# --- bounded-shelf ----------------------------------------------------------------------------


@pytest.mark.check("bounded-shelf", points=2)
def test_the_oldest_loaf_first(explore):
    """One seller takes the loaves of one baker in the order in which they were put."""
    found = explore(
        "day_at_the_shelf", search=MANY_OR_FEW, room=2, bakers={"Mira": ["rye", "wheat", "oat"]}, sellers={"Jonas": 3}
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result["Jonas"] == ["rye", "wheat", "oat"],
        "Mira put rye, wheat and oat, but this is what Jonas took: {outcome.result[Jonas]}",
        finding="wrong order",
    )


@pytest.mark.check("bounded-shelf", points=2)
def test_all_the_room_and_no_more(explore):
    """As many loaves are put as there is room for, and no more."""
    found = explore("take_by_take", search=MANY_WAITERS, room=2, bakers={"Mira": ["rye", "wheat", "oat", "corn"]})
    found.completes()
    found.always(
        lambda outcome: outcome.result["put"] == [2, 3, 4, 4],
        "there is room for 2 loaves; so 2, 3, 4 and 4 calls of put() must have returned "
        "before the four takes of a slow seller, but it was {outcome.result[put]}",
    )


@pytest.mark.check("bounded-shelf", points=2)
def test_two_sellers_at_the_shelf(explore):
    """With two sellers, every loaf is taken once, and nobody is left waiting."""
    found = explore(
        "day_at_the_shelf",
        search=MANY_WAITERS,
        room=1,
        bakers={"Mira": ["rye", "wheat"]},
        sellers={"Jonas": 1, "Ines": 1},
    )
    found.completes()
    found.always(
        lambda outcome: sorted(all_taken(outcome.result)) == ["rye", "wheat"],
        "Mira put rye and wheat, but this is what was taken: {outcome.result}",
    )


@pytest.mark.check("bounded-shelf", points=1)
def test_either_seller_may_be_first(explore):
    """Either of the two sellers may get the first loaf."""
    found = explore(
        "day_at_the_shelf",
        search=MANY_WAITERS,
        room=1,
        bakers={"Mira": ["rye", "wheat"]},
        sellers={"Jonas": 1, "Ines": 1},
    )
    found.completes()
    for seller in ("Jonas", "Ines"):
        found.possible(
            lambda outcome, seller=seller: outcome.result[seller] == ["rye"],
            f"there is no schedule in which {seller} takes the first loaf, the rye",
        )


@pytest.mark.check("bounded-shelf", points=1)
def test_nobody_asks_at_the_shelf(explore):
    """Bakers and sellers wait without asking again and again."""
    for seconds, search in ASKING:
        slow_baker = explore(
            "day_at_the_shelf",
            search=search,
            room=1,
            bakers={"Mira": ["rye"]},
            sellers={"Jonas": 1},
            bakes_for=seconds,
        )
        slow_baker.never_polls().completes()
        loaves = ["rye", "wheat", "oat", "corn"]
        slow_seller = explore("take_by_take", search=search, room=2, bakers={"Mira": loaves}, pause=seconds)
        slow_seller.never_polls().completes()


# --- countdown-latch --------------------------------------------------------------------------


@pytest.mark.check("countdown-latch", points=2)
def test_nobody_goes_on_before_the_jobs_are_done(explore):
    """wait() returns when both jobs are done, and not before."""
    found = explore("morning_jobs", search=MANY_WAITERS, workers=["Mira", "Ines"], waiters=["Jonas"], count=2)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"Jonas": 2},
        "Jonas had to wait for 2 jobs, but so many were done when his wait() returned: {outcome.result[Jonas]}",
        finding="wrong order",
    )


@pytest.mark.check("countdown-latch", points=2)
def test_all_who_wait_go_on(explore):
    """When the last job is done, everybody who waits may go on."""
    found = explore("morning_jobs", search=MANY_WAITERS, workers=["Mira"], waiters=["Jonas", "Ines"], count=1)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"Jonas": 1, "Ines": 1},
        "Jonas and Ines waited for one job, but they saw so many done: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("countdown-latch", points=1)
def test_to_count_down_is_not_to_wait(explore):
    """count_down() does not wait: one thread may do all the jobs."""
    found = explore("jobs_by_one", search=MANY_WAITERS, count=2, jobs=2)
    found.completes()
    found.always(
        lambda outcome: outcome.result == 2,
        "2 jobs were to be done, but when wait() returned, it was {outcome.result}",
    )


@pytest.mark.check("countdown-latch", points=1)
def test_nobody_asks_the_latch(explore):
    """Nobody asks again and again whether all is done."""
    for seconds, search in ASKING:
        found = explore("morning_jobs", search=search, workers=["Mira"], waiters=["Jonas"], count=1, takes=seconds)
        found.never_polls().completes()


# --- in-turn ----------------------------------------------------------------------------------


@pytest.mark.check("in-turn", points=2)
def test_three_in_turn(explore):
    """They take turns in the order of their names: three of them, or two in two rounds."""
    for names, rounds, search in (
        (["Mira", "Jonas", "Ines"], 1, NO_PREEMPTIONS),
        (["Mira", "Jonas"], 2, MANY_WAITERS),
    ):
        found = explore("oven_watch", search=search, names=names, rounds=rounds)
        found.completes()
        found.always(
            lambda outcome, names=names, rounds=rounds: [name for name, thread in outcome.result] == rounds * names,
            f"the turns were to be those of {' and '.join(rounds * names)}, but this is what happened, "
            "each with the number of the thread: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("in-turn", points=1)
def test_each_in_a_thread(explore):
    """Each of them has one thread, for all the rounds."""
    found = explore("oven_watch", search=MANY_WAITERS, names=["Mira", "Jonas"], rounds=2)
    found.completes()
    found.always(
        lambda outcome: (
            len(outcome.result) == 4
            and len({thread for name, thread in outcome.result}) == 2
            and len({(name, thread) for name, thread in outcome.result}) == 2
        ),
        "Mira's two turns belong into one thread, and those of Jonas into another; but these are the turns, "
        "each with the number of its thread: {outcome.result}",
    )


@pytest.mark.check("in-turn", points=1)
def test_nobody_asks_for_the_turn(explore):
    """They wait for their turn without asking again and again."""
    for seconds, search in ASKING:
        slow = explore("oven_watch", search=search, names=["Mira", "Jonas"], rounds=2, takes=seconds)
        slow.never_polls().completes()
    three = explore("oven_watch", search=NO_PREEMPTIONS, names=["Mira", "Jonas", "Ines"], rounds=1)
    three.completes().never_polls()


# === 3-time-and-design ===

# Right programs need a tenth of these executions; one that waits in small sleeps would take very many.
TIME_ALL = Search(preemptions=None, executions=800, steps=600)
PRICES = (Search(preemptions=None, executions=300, steps=600), Search(preemptions=1, executions=300, steps=600))

# --- patient-customer ---------------------------------------------------------------------------


@pytest.mark.check("patient-customer", points=1)
def test_loaves_are_bought_as_they_come(explore):
    """The customer takes each loaf as soon as it lies there, and leaves with the last one."""
    for second in ("wheat", "rye"):
        found = explore(
            "customer_with_a_watch",
            search=TIME_ALL,
            deliveries=[[4, "rye"], [4, second]],
            wanted=["rye", second],
            patience=10,
        )
        found.completes()
        found.always(
            lambda outcome, second=second: outcome.result == {"bought": ["rye", second], "waited": 8, "left": []},
            f"rye came after 4 of 10 seconds and {second} after 8, and the customer wants both; "
            "but this is what happened: {outcome.result}",
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
    for comes_after, patience in ((9, 10), (3_600, 7_200)):
        found = explore(
            "customer_with_a_watch",
            search=TIME_ALL,
            deliveries=[[comes_after, "rye"]],
            wanted=["rye"],
            patience=patience,
        )
        found.never_polls().completes()


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
    found = explore("board_with_two_prices", search=PRICES, readers=["Ada"], writers=["Jonas"])
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
    for takes in (5, 3_600):
        found = explore("board_with_arrivals", search=TIME_ALL, arrivals=READ_WRITE_READ, takes=takes)
        found.never_polls().completes()


# --- own-event ----------------------------------------------------------------------------------


def the_same_as(explore, driver, model, **arguments):
    """With the learner's class the driver has the results that it has with ``model``: all of them, and no others."""
    found = explore(driver, search=TIME_ALL, recorded=True, **arguments).completes().never_polls()
    found.never_uses(READY_MADE, "it calls {operation}, which is ready-made; build it from a Condition")
    found.same_results(explore(driver, search=TIME_ALL, real=True, **arguments), model)


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
