"""The hidden checks of the exercises on Condition: the promises of the public ones, where they are harder to keep."""

import pytest

from course import Search
from course.checking.found import READY_MADE

# === 1-one-predicate ===

PREDICATE_EVERY = Search(preemptions=None, steps=600)
PREDICATE_SOME = Search(preemptions=1, steps=600)
PREDICATE_LATE = Search(preemptions=0, late_threads=1, steps=600)

# --- order-the-lines --------------------------------------------------------------------------


@pytest.mark.check("order-the-lines", points=1)
def test_another_order_of_the_bakers_lines(answer, explore):
    """`other_bake_lines` is another order of Mira's lines that is right."""
    first, other = (letters_only(answer(name)) for name in ("bake_lines", "other_bake_lines"))
    if sorted(other) != sorted("FGHI"):
        pytest.fail("`other_bake_lines` must be a text with each of the letters F, G, H, I once.")
    if first == other:
        pytest.fail("`other_bake_lines` is the same order as `bake_lines`.")
    found = explore("a_baker_in_this_order", search=PREDICATE_EVERY, lines=other)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["rye", "wheat"],
        "Mira baked rye and wheat, but this was sold: {outcome.result}",
    )


def letters_only(lines):
    """An answer such as "ABC", "A, B, C" or ("A", "B", "C"), as "ABC"."""
    return "".join(each for line in lines for each in line.upper() if each not in " ,") if is_text(lines) else ""


def is_text(lines):
    """Whether the answer is a text, or a sequence of texts."""
    return isinstance(lines, (str, tuple, list)) and all(isinstance(line, str) for line in lines)


# --- number-display ---------------------------------------------------------------------------


@pytest.mark.check("number-display", points=1)
def test_many_calls_by_two_sellers(explore):
    """Each customer is served when enough numbers have been called, whoever calls them, and however slowly."""
    for search, numbers in (
        (PREDICATE_SOME, {"sellers": ["Jonas", "Ines"], "calls": 2, "numbers": [1, 3]}),
        (PREDICATE_EVERY, {"sellers": ["Jonas"], "calls": 4, "numbers": [4]}),
        (PREDICATE_LATE, {"sellers": ["Jonas"], "calls": 4, "numbers": [3, 2], "begins_after": 5}),
    ):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore("numbers_are_called", search=search, **numbers)
        found.completes()
        found.always(
            lambda outcome: nobody_too_early(outcome.result),
            "somebody was served too early: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("number-display", points=1)
def test_two_displays(explore):
    """Two displays do not disturb each other."""
    found = explore("two_number_displays", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: all(
            outcome.result.index(f"call: {name}") < outcome.result.index(f"served: {name}")
            for name in ("bread", "cakes")
        ),
        "there is a display for bread and one for cakes, but this is what happened: {outcome.result}",
        finding="wrong order",
    )


def nobody_too_early(seen):
    """Whether each customer was served after as many calls as the number says."""
    return all(seen[:place].count("call") >= int(line.split()[1]) for place, line in enumerate(seen) if line != "call")


# --- narrow-shelf -----------------------------------------------------------------------------


@pytest.mark.check("narrow-shelf", points=1)
def test_slow_bakers_and_slow_sellers(explore):
    """Jonas gets every loaf once, in order, and there is room for one, however slow the two are."""
    for baking, selling in ((1, 60), (60, 1)):
        loaves = ["roll", "bun", "bagel"]
        found = explore("a_narrow_shelf", search=PREDICATE_LATE, loaves=loaves, baking=baking, selling=selling)
        found.completes()
        found.always(
            lambda outcome: outcome.result["taken"] == ["roll", "bun", "bagel"],
            "Mira put a roll, a bun and a bagel on the shelf, but Jonas got {outcome.result[taken]}",
        )
        found.always(
            lambda outcome: never_two(outcome.result["seen"]),
            "Mira put a second loaf on the shelf before Jonas wanted the first one: {outcome.result[seen]}",
        )


@pytest.mark.check("narrow-shelf", points=1)
def test_burnt_loaves_again_and_again(explore):
    """Each loaf is in one pair of hands, also if Mira takes back more than one."""
    found = explore("two_burnt_loaves", search=PREDICATE_SOME, burnt=["coal", "ash"], fresh="rye")
    found.completes()
    found.always(
        lambda outcome: shared_out(["coal", "ash", "rye"], **outcome.result),
        "Mira baked coal and ash, tried to take both back, and then baked rye; but this is who has what: "
        "{outcome.result}",
    )


@pytest.mark.check("narrow-shelf", points=1)
def test_two_shelves(explore):
    """Two shelves do not disturb each other."""
    found = explore("two_shelves_alone", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["roll", "bun", None, None],
        "there was a roll on one shelf and a bun on the other, but this is what was there: {outcome.result}",
    )


def never_two(seen):
    """Whether no loaf was on the shelf while the one before it was still there."""
    return all(seen[:end].count("put") <= seen[:end].count("wants") + 1 for end in range(len(seen) + 1))


def shared_out(loaves, back, taken):
    """Whether Jonas has each loaf that Mira has not got back, in order, and nothing else."""
    return len(back) == 2 and taken == [loaf for loaf in loaves if loaf not in back]


# --- cake-box ---------------------------------------------------------------------------------


@pytest.mark.check("cake-box", points=1)
def test_the_box_is_filled_again(explore):
    """A box that was emptied can be filled again, however slowly, and the next cake has its own price."""
    cakes = [["nut cake", 30], ["plum cake", 25]]
    for search, baking in ((PREDICATE_EVERY, 0), (PREDICATE_LATE, 5)):
        found = explore("a_cake_box", search=search, cakes=cakes, baking=baking)
        found.completes()
        found.always(
            lambda outcome: outcome.result == cakes,
            "Mira filled the box with a nut cake for 30, and later with a plum cake for 25; "
            "but this is what Jonas found: {outcome.result}",
        )


@pytest.mark.check("cake-box", points=1)
def test_two_boxes(explore):
    """Two boxes do not disturb each other."""
    found = explore("two_cake_boxes", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"small": ["muffin", 2], "large": ["wedding cake", 200]},
        "a muffin for 2 belongs into the small box, a wedding cake for 200 into the large one; "
        "but this is what was found: {outcome.result}",
    )


# === 2-many-waiters ===

MANY_WAITERS = Search(preemptions=None, steps=1_000)
NO_PREEMPTIONS = Search(preemptions=0, steps=1_000)
"""For larger programs. Whom a notify() wakes depends on who came first, and not on preemptions."""
CROWD = Search(strategy="random", executions=30, steps=1_000)
"""For more than three threads: too much for every schedule. What goes wrong in a crowd does so in many of them."""

# --- no-stolen-loaf ---------------------------------------------------------------------------


@pytest.mark.check("no-stolen-loaf", points=1)
def test_all_loaves_at_once(explore):
    """If several loaves are put out at once, each seller takes one, and takes the oldest that is there."""
    # The driver is the public one, so that whoever fails can see it again with these loaves.
    found = explore(
        "a_loaf_for_each",
        search=MANY_WAITERS,
        sellers=["Jonas", "Ines"],
        loaves=["oat", "rye", "wheat"],
        all_at_once=True,
    )
    found.completes()
    found.always(
        lambda outcome: (
            sorted(outcome.result["taken"].values()) == ["oat", "rye"] and outcome.result["left"] == ["wheat"]
        ),
        "oat, rye and wheat were put out at once, in this order; but this is what happened: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("no-stolen-loaf", points=1)
def test_woken_for_nothing(explore):
    """Who is woken although there is no loaf waits again, as often as it takes."""
    for alarms, pause, search in (
        (3, 0, MANY_WAITERS),
        (1, 2, Search(preemptions=None, steps=1_000, late_threads=1)),
    ):
        found = explore("false_alarms", search=search, alarms=alarms, pause=pause)
        found.completes()
        found.always(
            lambda outcome: outcome.result == {"taken": ["rye"], "left": ["wheat"]},
            "the seller was woken before there was a loaf, and this is what happened then: {outcome.result}",
        )


# --- one-loaf-shelf -----------------------------------------------------------------------------


@pytest.mark.check("one-loaf-shelf", points=1)
def test_two_bakers_at_the_narrow_shelf(explore):
    """With two bakers, every loaf is taken once, and nobody is left waiting."""
    found = explore(
        "one_loaf_at_a_time",
        search=NO_PREEMPTIONS,
        bakers={"Mira": ["rye", "oat"], "Ben": ["wheat"]},
        sellers={"Jonas": 3},
    )
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result["taken"]["Jonas"]) == ["oat", "rye", "wheat"],
        "the two bakers baked oat, rye and wheat, but this is what happened: {outcome.result}",
    )


@pytest.mark.check("one-loaf-shelf", points=1)
def test_a_crowd_at_the_narrow_shelf(explore):
    """With four sellers who all wait already, every loaf is taken once, and nobody is left waiting."""
    found = explore("sellers_come_first", search=CROWD, sellers=4)
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == ["loaf 1", "loaf 2", "loaf 3", "loaf 4"],
        "four loaves were baked, but this is what was taken: {outcome.result}",
    )


@pytest.mark.check("one-loaf-shelf", points=1)
def test_one_loaf_from_two_bakers(explore):
    """With two bakers, too, and with a very slow seller, there are never two loaves on the shelf."""
    # The driver is the public one, so that whoever fails can see it again with these numbers.
    slow = explore("loaf_by_loaf", search=MANY_WAITERS, bakers={"Mira": ["rye", "wheat"]}, pause=90)
    slow.completes()
    slow.always(
        lambda outcome: outcome.result["lay there"] == [1, 1],
        "rye and wheat were baked, and the shelf has room for one loaf; but this is what happened: {outcome.result}",
    )
    found = explore("loaf_by_loaf", search=MANY_WAITERS, bakers={"Mira": ["rye"], "Ben": ["wheat", "oat"]})
    found.completes()
    found.always(
        lambda outcome: (
            outcome.result["lay there"] == [1, 1, 1] and sorted(outcome.result["taken"]) == ["oat", "rye", "wheat"]
        ),
        "rye, wheat and oat were baked, and the shelf has room for one loaf; but this is what happened: "
        "{outcome.result}",
    )


# --- bounded-shelf ----------------------------------------------------------------------------


@pytest.mark.check("bounded-shelf", points=1)
def test_two_bakers_at_the_shelf(explore):
    """With two bakers, every loaf is taken once, and nobody is left waiting."""
    found = explore(
        "day_at_the_shelf",
        search=NO_PREEMPTIONS,
        room=1,
        bakers={"Mira": ["rye", "oat"], "Ben": ["wheat"]},
        sellers={"Jonas": 3},
    )
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result["Jonas"]) == ["oat", "rye", "wheat"],
        "the two bakers put oat, rye and wheat, but this is what was taken: {outcome.result[Jonas]}",
    )
    found.always(
        lambda outcome: outcome.result["Jonas"].index("rye") < outcome.result["Jonas"].index("oat"),
        "the rye was put before the oat, but this is what was taken: {outcome.result[Jonas]}",
        finding="wrong order",
    )


@pytest.mark.check("bounded-shelf", points=1)
def test_room_for_one_of_two_bakers(explore):
    """Two bakers put no more than there is room for, also if one of them comes when a loaf is taken."""
    found = explore("take_by_take", search=MANY_WAITERS, room=1, bakers={"Mira": ["rye"], "Ben": ["wheat", "oat"]})
    found.completes()
    found.always(
        lambda outcome: outcome.result["put"] == [1, 2, 3],
        "there is room for 1 loaf; but before each take of a slow seller, so many calls of put() had "
        "returned: {outcome.result[put]}",
    )
    found = explore("late_baker", search=MANY_WAITERS, room=1, pause=60)
    found.completes()
    found.always(
        lambda outcome: outcome.result == 2,
        "there is room for 1 loaf, and 1 was taken, but so many calls of put() had returned: {outcome.result}",
    )


@pytest.mark.check("bounded-shelf", points=1)
def test_a_crowd_at_the_shelf(explore):
    """With four sellers who all wait already, every loaf is taken once, and nobody is left waiting."""
    found = explore("crowd_at_the_shelf", search=CROWD, room=1, sellers=4)
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == ["loaf 1", "loaf 2", "loaf 3", "loaf 4"],
        "four loaves were put, but this is what was taken: {outcome.result}",
    )


@pytest.mark.check("bounded-shelf", points=1)
def test_two_at_once_wake_two(explore):
    """Two loaves, or two free places, one right after the other, are enough for two who wait."""
    for bakers, sellers in (
        ({"Mira": ["rye", "wheat"]}, {"Jonas": 1, "Ines": 1}),
        ({"Mira": ["rye", "wheat", "oat"], "Ben": ["corn"]}, {"Jonas": 4}),
    ):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore("day_at_the_shelf", search=NO_PREEMPTIONS, room=2, bakers=bakers, sellers=sellers)
        found.completes()
        put = sorted(loaf for loaves in bakers.values() for loaf in loaves)
        found.always(
            lambda outcome, put=put: sorted(loaf for loaves in outcome.result.values() for loaf in loaves) == put,
            f"{', '.join(put)} were put, but this is what was taken: {{outcome.result}}",
        )


@pytest.mark.check("bounded-shelf", points=1)
def test_any_value_is_a_loaf(explore):
    """What is put may be any value, such as None, and the same one twice; two shelves have nothing in common."""
    found = explore("two_shelves", search=MANY_WAITERS, first=[None, 0], second=["rye", "rye", ""])
    found.completes()
    found.always(
        lambda outcome: outcome.result == [[None, 0], ["rye", "rye", ""]],
        "on one shelf None and 0 were put, on another one 'rye', 'rye' and ''; but this was taken: {outcome.result}",
    )


@pytest.mark.check("bounded-shelf", points=1)
def test_slow_bakers(explore):
    """It works however long the baking and the selling take."""
    # The drivers are the public ones, so that whoever fails can see it again with these numbers.
    found = explore(
        "day_at_the_shelf", search=MANY_WAITERS, room=2, bakers={"Mira": ["rye"]}, sellers={"Jonas": 1}, bakes_for=90
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"Jonas": ["rye"]},
        "a rye was put, but this is what was taken: {outcome.result[Jonas]}",
    )
    found = explore("take_by_take", search=MANY_WAITERS, room=1, bakers={"Mira": ["rye", "wheat"]}, pause=90)
    found.completes()
    found.always(
        lambda outcome: outcome.result["put"] == [1, 2],
        "there is room for 1 loaf; but before each take of a slow seller, so many calls of put() had returned: "
        "{outcome.result[put]}",
    )


# --- countdown-latch --------------------------------------------------------------------------


@pytest.mark.check("countdown-latch", points=1)
def test_slow_jobs(explore):
    """wait() returns at the moment when the last job is done, however long the jobs take."""
    for seconds in ([1, 90], [90, 1]):
        found = explore("slow_jobs", search=MANY_WAITERS, seconds=seconds)
        found.completes()
        found.always(
            lambda outcome: outcome.result == {"done": 2, "seconds": 90},
            "the last of two jobs was done after 90 seconds, but wait() returned in this situation: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("countdown-latch", points=1)
def test_the_door_stays_open(explore):
    """With a count of 0, nobody waits; and a latch that is counted down more often stays open."""
    for count, jobs in ((0, 0), (1, 3)):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore("jobs_by_one", search=MANY_WAITERS, count=count, jobs=jobs)
        found.completes()
        found.always(
            lambda outcome, jobs=jobs: outcome.result == jobs,
            "wait() had nothing to wait for, but this is what happened: {outcome.result}",
        )
    found = explore("morning_jobs", search=MANY_WAITERS, workers=["Mira", "Ines"], waiters=["Jonas"], count=1)
    found.completes()
    found.always(
        lambda outcome: outcome.result["Jonas"] >= 1,
        "Jonas had to wait for a job, but so many were done when his wait() returned: {outcome.result[Jonas]}",
        finding="wrong order",
    )


# --- in-turn ----------------------------------------------------------------------------------


@pytest.mark.check("in-turn", points=1)
def test_a_turn_ends_before_the_next_begins(explore):
    """A turn begins when the one before it has ended, however long that takes, and nobody asks for it meanwhile."""
    late = Search(preemptions=0, late_threads=1, steps=1_000)
    for slow, takes, search in (("Cleo", 2, late), ("Dan", 2, late), ("Cleo", 90, MANY_WAITERS)):
        found = explore("long_watch", search=search, names=["Cleo", "Dan"], rounds=2, slow=slow, takes=takes)
        found.completes()
        found.always(
            lambda outcome: outcome.result == 2 * ["Cleo begins", "Cleo ends", "Dan begins", "Dan ends"],
            "two rounds of Cleo and Dan were wanted, but this is what happened: {outcome.result}",
            finding="wrong order",
        )
        found.never_polls()


@pytest.mark.check("in-turn", points=1)
def test_any_number_of_names_and_rounds(explore):
    """It works for one name, for four, for one round and for none."""
    for names, rounds in ((["Cleo"], 3), (["Cleo", "Dan"], 0), (["Cleo", "Dan", "Eve", "Finn"], 1)):
        # The driver is the public one, so that whoever fails can see it again with these names.
        found = explore("oven_watch", search=CROWD, names=names, rounds=rounds)
        found.completes()
        found.always(
            lambda outcome, names=names, rounds=rounds: [name for name, thread in outcome.result] == rounds * names,
            "the turns were not in the order that was wanted, which begins with Cleo: {outcome.result}",
            finding="wrong order",
        )


# === 3-time-and-design ===

# Right programs need a tenth of these executions; one that waits in small sleeps would take very many.
HARD_TIME = Search(preemptions=None, executions=300, steps=600)

# --- patient-customer ---------------------------------------------------------------------------


@pytest.mark.check("patient-customer", points=1)
def test_one_patience_for_all_loaves(explore):
    """The patience is for all loaves together, and not for each of them anew."""
    deliveries = [[6, "rye"], [6, "wheat"]]
    found = explore(
        "customer_with_a_watch", search=HARD_TIME, deliveries=deliveries, wanted=["rye", "wheat"], patience=10
    )
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": ["rye"], "waited": 10, "left": ["wheat"]},
        "rye came after 6 of 10 seconds, and wheat after 12; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("patient-customer", points=1)
def test_the_last_look(explore):
    """When the wait is over, the customer looks once more: what lies there then, she takes."""
    found = explore("counter_in_use", search=HARD_TIME, begins=7, ends=9, loaf="rye", patience=8)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": ["rye"], "left": []},
        "the loaf lay there when the customer could look again, but this is what happened: {outcome.result}",
    )
    for shelf, wanted, bought in ((["rye"], ["rye"], ["rye"]), (["rye"], ["wheat", "rye"], [])):
        found = explore("counter_at_closing_time", search=HARD_TIME, shelf=shelf, wanted=wanted)
        found.completes()
        found.always(
            lambda outcome, bought=bought: outcome.result["bought"] == bought and outcome.result["time"] == 0,
            "with a patience of 0 seconds the customer looks once and goes, but this happened: {outcome.result}",
        )


@pytest.mark.check("patient-customer", points=2)
def test_one_loaf_for_two_customers(explore):
    """If two customers want the same loaf, one gets it, and the other leaves in time without an accident."""
    found = explore("counter_with_two_customers", search=HARD_TIME, patience=5)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"bought": [[], ["rye"]], "left": [], "waited": 5},
        "one loaf, and two customers who want it; but this is what happened: {outcome.result}",
    )


# --- price-board --------------------------------------------------------------------------------


@pytest.mark.check("price-board", points=1)
def test_two_writers_one_after_the_other(explore):
    """Two writers are never at the board at the same time."""
    found = explore("board_with_two_prices", search=HARD_TIME, readers=[], writers=["Jonas", "Ines"])
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"seen": [], "at last": [3, 3]},
        "each of two writers raised both prices by 1, from 1; but this is what the prices were at last: "
        "{outcome.result[at last]}",
    )


@pytest.mark.check("price-board", points=1)
def test_nobody_overtakes_the_second_writer(explore):
    """A reader who comes while a writer waits begins later, also if another one writes or waits."""
    arrivals = [["Ada", "reads"], ["Jonas", "writes"], ["Ines", "writes"], ["Bo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=3)
    found.completes()
    found.always(
        lambda outcome: outcome.result[0] == ["Ada", 0] and outcome.result[3] == ["Bo", 9],
        "Bo came last, and both writers waited; but this is who began, and when: {outcome.result}",
        finding="wrong order",
    )
    arrivals = [["Jonas", "writes"], ["Ines", "writes"], ["Bo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=3)
    found.completes()
    found.always(
        lambda outcome: outcome.result == [["Jonas", 0], ["Ines", 3], ["Bo", 6]],
        "Jonas was writing when Ines came to write, and Bo came last; but this is who began, and when: "
        "{outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("price-board", points=2)
def test_everybody_comes_to_the_board(explore):
    """Nobody who waits is forgotten, and after a writer the readers who wait read side by side."""
    arrivals = [["Jonas", "writes"], ["Ada", "reads"], ["Bo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=3)
    found.completes()
    found.always(
        lambda outcome: sorted(outcome.result) == [["Ada", 3], ["Bo", 3], ["Jonas", 0]],
        "two readers waited for a writer; but this is who began, and when: {outcome.result}",
    )
    arrivals = [["Ada", "reads"], ["Bo", "reads"], ["Jonas", "writes"], ["Cleo", "reads"]]
    found = explore("board_with_arrivals", search=HARD_TIME, arrivals=arrivals, takes=5)
    found.completes()
    found.always(
        lambda outcome: outcome.result == [["Ada", 0], ["Bo", 1], ["Jonas", 6], ["Cleo", 11]],
        "a writer waited for two readers, and a reader for the writer; "
        "but this is who began, and when: {outcome.result}",
    )


@pytest.mark.check("price-board", points=1)
def test_an_accident_at_the_board(explore):
    """An exception of look() or chalk() reaches the caller, and the board is free again for the others."""
    for role in ("reads", "writes"):
        found = explore("board_with_an_accident", search=HARD_TIME, role=role)
        found.completes()
        found.always(
            lambda outcome: outcome.result == ["Bo read", "Jonas wrote", "the chalk is broken"],
            "one at the board had a ValueError, two others came; but this is what was heard and done: {outcome.result}",
        )


# --- own-event ----------------------------------------------------------------------------------


def just_like(explore, driver, model, **arguments):
    """With the learner's class the driver has the results that it has with ``model``: all of them, and no others."""
    found = explore(driver, search=HARD_TIME, recorded=True, **arguments).never_polls().completes()
    found.never_uses(READY_MADE, "it uses something ready-made; build it from a Condition")
    found.same_results(explore(driver, search=HARD_TIME, real=True, **arguments), model)


@pytest.mark.check("own-event", points=1)
def test_the_bell_and_the_clock(explore):
    """A wait with a timeout ends when the time is up, neither earlier nor later, and does not ask meanwhile."""
    # In the longest time whoever asks every hour asks twice.
    for rings_after, patience in ((0, 7), (7, 7), (30, 7), (10_000, 20_000), (10_000, None)):
        just_like(explore, "bell_for_a_moment", "threading.Event", rings_after=rings_after, patience=patience)
    just_like(explore, "bell_cleared_again_and_again", "threading.Event", patience=9)


@pytest.mark.check("own-event", points=1)
def test_each_ring_is_heard_once(explore):
    """A ring is for those who wait at that moment, and not for the next wait."""
    just_like(explore, "bell_rung_twice", "threading.Event", patience=5)
    just_like(explore, "bell_cleared_while_it_rings", "threading.Event", patience=5)


# --- own-semaphore ------------------------------------------------------------------------------


@pytest.mark.check("own-semaphore", points=1)
def test_seats_that_are_given_back_together(explore):
    """Two seats that are given back one right after the other let two guests sit down."""
    just_like(explore, "seats_given_back_together", "threading.Semaphore")


@pytest.mark.check("own-semaphore", points=2)
def test_a_seat_that_somebody_else_takes(explore):
    """A guest who was woken, but finds the seat taken, has none, and waits for the rest of the time only."""
    for free_after in (3, 8):
        just_like(explore, "seats_free_and_taken", "threading.Semaphore", free_after=free_after, patience=8)


@pytest.mark.check("own-semaphore", points=1)
def test_more_seats_and_more_guests(explore):
    """As many guests sit at the same time as there are seats."""
    just_like(explore, "seats_for_an_hour", "threading.Semaphore", number=2, guests=["Cleo", "Dan", "Eve"])
