"""The hidden checks of the exercises on Event: the promises of the public ones, where they are harder to keep."""

from itertools import permutations

import pytest

from course import Search

# --- first-signal -----------------------------------------------------------------------------


@pytest.mark.check("first-signal", points=1)
def test_however_slow_the_baker_is(explore):
    """Jonas sells every loaf, however long the baking takes."""
    for seconds in (0, 20):
        found = explore("other_shop", search=Search(preemptions=1, late_threads=1), loaves=3, seconds=seconds)
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
    for names, search in (
        (["Cleo"], Search(late_threads=1, steps=150)),
        (["Cleo", "Dan", "Eve"], Search(preemptions=0, steps=600)),
    ):
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
    search = (
        Search(preemptions=None, steps=600, executions=100),
        Search(preemptions=1, steps=600, executions=1_500),
        Search(preemptions=0, steps=600, executions=500),
    )
    found = explore("town_race", search=search, names=["Cleo", "Dan", "Eve"], shot_takes=1)
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
        search = Search(preemptions=0, late_threads=1, steps=150)
        found = explore("slow_morning", search=search, write=write, wash=wash)
        found.completes()
        found.always(
            lambda outcome: set(outcome.result["done"][:2]) <= {"write", "wash"},
            "a second job came too early: {outcome.result[done]}",
            finding="wrong order",
        )


@pytest.mark.check("rendezvous", points=1)
def test_jobs_side_by_side(explore):
    """Mira and Jonas do their first jobs at the same time, and their second jobs at the same time."""
    found = explore("slow_morning", search=Search(preemptions=1, steps=600), write=60, wash=60, fill=60, hang=60)
    found.completes()
    found.always(
        lambda outcome: (outcome.result["first"], outcome.result["all"]) == (60, 120),
        "with four jobs of 60 seconds, the first ones are done after 60 seconds, and the second ones after 120; "
        "but here they were done after {outcome.result[first]} and {outcome.result[all]} seconds",
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
    for rings_after in (4, 5):
        found = explore("short_ring", patience=10, rings_after=rings_after)
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


# === 2-clear-and-pulses ===

EVERY = Search(preemptions=None, steps=600, executions=2_000)
FEW = (Search(preemptions=1, steps=400, executions=600), Search(preemptions=0, steps=400))
SLOW = (
    Search(preemptions=1, late_threads=1, steps=400, executions=500),
    Search(preemptions=0, late_threads=1, steps=400),
)

# --- oven-heartbeat -----------------------------------------------------------------------------


@pytest.mark.check("oven-heartbeat", points=1)
def test_stopped_in_the_middle_of_a_beat(explore):
    """A beat that has begun is finished, and stop() waits for that; while it is off, it never beats."""
    found = explore("oven_lamp", search=EVERY, pause=10, shifts=[12], beat_takes=8, off=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"beats": [[0]], "while off": [], "stops took": [0]},
        "a beat took 8 seconds, and stop() was called after 12, in the pause; but this is what happened: "
        "{outcome.result}",
    )
    found = explore("oven_lamp", search=EVERY, pause=10, shifts=[5, 21], beat_takes=8, off=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"beats": [[0], [68, 86]], "while off": [], "stops took": [3, 5]},
        "a beat took 8 seconds, and stop() was called in the middle of one; but this is what happened: "
        "{outcome.result}",
    )
    found = explore("oven_lamp", search=EVERY, pause=10, shifts=[1], beat_takes=3_600)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"beats": [[0]], "while off": [], "stops took": [3_599]},
        "a beat took an hour, and stop() was called after a second; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("oven-heartbeat", points=1)
def test_stopped_as_soon_as_started(explore):
    """It may be stopped before its thread has done anything, and be started again."""
    found = explore("oven_lamp", search=EVERY, pause=10, shifts=[0, 0])
    found.completes()
    found.always(
        lambda outcome: (
            outcome.result["stops took"] == [0, 0]
            and outcome.result["while off"] == []
            and all(len(beats) <= 1 for beats in outcome.result["beats"])
        ),
        "it was stopped right after the start, twice: it beats once or not at all each time, and the stops take no "
        "time; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("oven-heartbeat", points=1)
def test_each_heart_for_itself(explore):
    """Of two hearts, each one beats until it is stopped itself."""
    found = explore("two_lamps", search=EVERY, pauses=[10, 6], runs=[4, 4])
    found.completes()
    found.always(
        lambda outcome: outcome.result == [[1, 1], [1, 2], [2, 3], [2, 4]],
        "two hearts were started at once, twice, and stopped one after the other, 4 seconds apart; their pauses are 10 "
        "and 6 seconds; how often each had beaten at each stop: {outcome.result}",
    )


# --- no-entry-on-red ----------------------------------------------------------------------------


@pytest.mark.check("no-entry-on-red", points=1)
def test_red_again_and_again(explore):
    """No car is on the crossing on red, however often the light changes."""
    found = explore("busy_street", search=EVERY, car="Cleo")
    found.completes()
    found.always(
        lambda outcome: quiet_on_red(outcome.result),
        "a car was on the crossing while the light was red: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("no-entry-on-red", points=1)
def test_a_long_drive(explore):
    """turn_red() waits until the car on the crossing has left; whoever waits at red goes on as soon as it is green."""
    found = explore("country_road", search=EVERY, cars=["Cleo"], green=10, red=30, takes=15)
    found.completes()
    found.always(
        lambda outcome: (
            outcome.result["seen"]
            == [["GREEN", 0], ["Cleo enters", 0], ["Cleo leaves", 15], ["RED", 15], ["GREEN", 45]]
        ),
        "Cleo enters at green, at second 0, and needs 15 seconds; turn_red() was called at second 10; "
        "but this is what happened, and when: {outcome.result[seen]}",
    )
    found = explore("country_road", search=EVERY, cars=["Cleo"], green=0, red=30, takes=15)
    found.completes()
    found.always(
        lambda outcome: (
            quiet_on_red(lines_of_the_road(outcome.result["seen"]))
            and outcome.result["seen"][-1] in (["Cleo leaves", 45], ["GREEN", 45])
        ),
        "turn_red() was called right after turn_green(), and the light was red for 30 seconds; "
        "but this is what happened, and when: {outcome.result[seen]}",
    )


@pytest.mark.check("no-entry-on-red", points=1)
def test_two_long_drives(explore):
    """turn_red() waits until the last car has left, also if several are on their way."""
    found = explore("country_road", search=FEW, cars=["Cleo", "Dan"], green=10, red=30, takes=15)
    found.completes()
    found.always(
        lambda outcome: quiet_on_red(lines_of_the_road(outcome.result["seen"])),
        "a car was on the crossing while the light was red: {outcome.result[seen]}",
        finding="wrong order",
    )


@pytest.mark.check("no-entry-on-red", points=1)
def test_a_breakdown(explore):
    """If drive() raises an exception, cross() raises it, and the light and the other cars go on."""
    found = explore("country_road", search=FEW, cars=["Cleo", "Dan"], green=0, red=0, breaks_down="Cleo")
    found.completes()
    found.always(
        lambda outcome: (
            outcome.result["problems"] == [["Cleo", "out of petrol"]]
            and quiet_on_red(lines_of_the_road(outcome.result["seen"]))
            and {"Cleo leaves", "Dan leaves"} <= set(lines_of_the_road(outcome.result["seen"]))
        ),
        "one of two drives ended by RuntimeError('out of petrol'); but this is what happened: {outcome.result}",
    )


def lines_of_the_road(seen):
    """What happened, without the times."""
    return [line for line, second in seen]


def quiet_on_red(seen):
    """Whether nobody enters or leaves between RED and GREEN."""
    red = False
    for line in seen:
        if line in ("GREEN", "RED"):
            red = line == "RED"
        elif red:
            return False
    return True


# --- two-events-one-shelf -----------------------------------------------------------------------


@pytest.mark.check("two-events-one-shelf", points=1)
def test_the_way_to_the_shelf_is_long(explore):
    """The signals come after what they announce, however long it takes to put and to take a loaf."""
    for ways in ({"put_takes": 9, "take_takes": 4}, {"put_takes": 2, "take_takes": 7}):
        found = explore("long_way_to_the_shelf", search=SLOW, loaves=["spelt", "oats"], **ways)
        found.completes()
        found.always(
            lambda outcome: taking_turns(outcome.result["seen"], ["spelt", "oats"]),
            "Mira had spelt and oats to put on the shelf, but this is what happened: {outcome.result[seen]}",
            finding="wrong order",
        )


@pytest.mark.check("two-events-one-shelf", points=1)
def test_any_number_of_loaves_of_any_kind(explore):
    """It works for any list of loaves: an empty one, and one with equal or empty loaves."""
    for loaves in ([], ["roll", "roll", "roll"], ["", 0, None]):
        found = explore("long_way_to_the_shelf", search=FEW, loaves=loaves)
        found.completes()
        found.always(
            lambda outcome, loaves=loaves: taking_turns(outcome.result["seen"], loaves),
            "each loaf is put once, taken once and sold once; but this is what happened: {outcome.result[seen]}",
        )


@pytest.mark.check("two-events-one-shelf", points=1)
def test_selling_and_putting_side_by_side(explore):
    """While Jonas sells a loaf, Mira brings the next one."""
    found = explore("long_way_to_the_shelf", search=EVERY, loaves=["spelt", "oats"], put_takes=10, sell_takes=10)
    found.completes()
    found.always(
        lambda outcome: outcome.result["seconds"] == 30,
        "to put a loaf takes 10 seconds here, and so does selling one: two loaves need 30 seconds, because the second "
        "one is put while the first one is sold; but this took {outcome.result[seconds]} seconds",
    )


def taking_turns(seen, loaves):
    """Whether the loaves are put and taken in turn, and sold, all in order."""
    moves = [line for line in seen if not line.startswith("sell ")]
    sold = [line for line in seen if line.startswith("sell ")]
    return moves == [f"{move} {loaf}" for loaf in loaves for move in ("put", "take")] and sold == [
        f"sell {loaf}" for loaf in loaves
    ]
