"""The hidden checks of the exercises on Event: the promises of the public ones, where they are harder to keep."""

from itertools import permutations

import pytest

from course import Search

# --- first-signal -----------------------------------------------------------------------------


@pytest.mark.check("first-signal", points=1)
def test_however_slow_the_baker_is(explore):
    """Jonas sells every loaf, however long the baking takes."""
    for seconds in (0, 45):
        found = explore("other_shop", search=Search(late_threads=1), loaves=3, seconds=seconds)
        found.completes()
        found.always(
            lambda outcome: outcome.result["sold"],
            "Mira baked three rolls, but this is what happened: {outcome.result}",
            finding="item lost",
        )
        found.always(
            lambda outcome: outcome.result["sold"] == ["roll 1", "roll 2", "roll 3"],
            "Mira baked three rolls, but this is what happened: {outcome.result}",
        )


@pytest.mark.check("first-signal", points=1)
def test_a_burnt_loaf_is_reported(explore):
    """If selling fails, the problem is reported, too."""
    found = explore("other_shop", loaves=3, seconds=5, refused="roll 2")
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"sold": ["roll 1"], "problems": ["LookupError('this one is burnt')"]},
        "the second roll was refused with an exception, which belongs into problems once; "
        "but this is what happened: {outcome.result}",
    )


# --- starting-gun -----------------------------------------------------------------------------


@pytest.mark.check("starting-gun", points=1)
def test_nobody_starts_before_a_late_shot(explore):
    """No runner is off before the shot, however late it comes and however many they are."""
    for names, search in ((["Cleo"], Search(late_threads=1)), (["Cleo", "Dan", "Eve"], Search(preemptions=0))):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore("village_race", search=search, names=names, shot_takes=3_600)
        found.completes()
        found.always(
            lambda outcome: outcome.result[:1] == ["bang"],
            "somebody ran too early: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("starting-gun", points=1)
def test_three_runners_in_any_order(explore):
    """Three runners may come home in any order."""
    found = explore("town_race", search=Search(preemptions=1), names=["Cleo", "Dan", "Eve"], shot_takes=1)
    found.completes()
    for order in permutations(["Cleo", "Dan", "Eve"]):
        found.possible(
            lambda outcome, order=order: outcome.result[1:] == list(order),
            f"there is no schedule in which they come home in the order {', '.join(order)}",
        )


# --- rendezvous -------------------------------------------------------------------------------


@pytest.mark.check("rendezvous", points=1)
def test_slow_first_jobs(explore):
    """Nobody begins a second job before both first jobs are done, however long those take."""
    for write, wash in ((1, 3_600), (3_600, 1)):
        found = explore("slow_morning", search=Search(preemptions=0, late_threads=1), write=write, wash=wash)
        found.completes()
        found.always(
            lambda outcome: set(outcome.result["done"][:2]) <= {"write", "wash"},
            "a second job came too early: {outcome.result[done]}",
            finding="wrong order",
        )


@pytest.mark.check("rendezvous", points=1)
def test_first_jobs_side_by_side(explore):
    """Mira and Jonas do their first jobs at the same time."""
    found = explore("slow_morning", write=60, wash=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result["seconds"] <= 60,
        "two jobs of 60 seconds, side by side, take 60 seconds; but here they took {outcome.result[seconds]} seconds",
    )


# --- which-was-it -----------------------------------------------------------------------------


@pytest.mark.check("which-was-it", points=1)
def test_no_patience_at_all(explore):
    """With a patience of 0 seconds, the customer looks once and goes; a bell that has rung is heard."""
    for rung, answer in ((True, "bought"), (False, "gave up")):
        found = explore("bell_before_the_door_opens", patience=0, rung=rung)
        found.completes()
        found.always(
            lambda outcome, answer=answer: outcome.result == {"answer": answer, "waited": 0},
            f"the answer '{answer}' was expected at once; "
            "but after {outcome.result[waited]} seconds the customer says: {outcome.result[answer]}",
        )


@pytest.mark.check("which-was-it", points=1)
def test_a_short_ring_is_heard(explore):
    """A customer who was woken by the bell says so, even if the bell is cleared at once."""
    found = explore("short_ring", patience=10, rings_after=4)
    found.completes()
    found.always(
        lambda outcome: outcome.result == "bought",
        "wait() was ended by the bell, but the customer says: {outcome.result}",
    )


@pytest.mark.check("which-was-it", points=1)
def test_no_purchase_without_a_bell(explore):
    """The customer never claims to have bought something before the bell has rung."""
    for rings_after in (1, 2):
        search = Search(preemptions=1, late_threads=1)
        found = explore("slow_mira", search=search, patience=2, rings_after=rings_after)
        found.completes()
        found.always(
            lambda outcome: outcome.result["answer"] == "gave up" or outcome.result["rung"],
            "the bell had not rung, but the customer says: {outcome.result[answer]}",
        )
