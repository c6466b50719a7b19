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
    (outcome,) = explore("shelf_calls", search=HANDOVER_ALL, letters="ABCDEFGHIJKL").completes().exploration.outcomes
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
    outcomes = given("last_loaf", search=HANDOVER_ALL).exploration.outcomes
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
    found = explore(
        "trays_day", search=HANDOVER_TIMED, orders=["rye", "wheat", "oat"], k=1, bake_takes=10, sell_takes=60
    )
    found.completes()
    found.never_polls()
