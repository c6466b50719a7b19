"""What ``check()`` asks of the exercises on Condition: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

import pytest

from course import Search

# === 1-one-predicate ===

PREDICATE_EVERY = Search(preemptions=None, steps=600)

# In the longer time, even a loop that does something in each of its turns asks more often than the steps allow.
PREDICATE_SECONDS = (30, 3_600)

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
            loaves = ["rye", "wheat"]
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
