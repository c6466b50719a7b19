"""What ``check()`` asks of the exercises on Event: the public checks.

A check is a pytest function.  ``explore`` runs a driver of ``scenarios.py`` under every schedule
within the bound, and the check says what must hold in each of them.  The first line of the
docstring is the title that a learner reads.  The hidden checks ask for the same promises
with other numbers, other times and other orders.
"""

from itertools import permutations

import pytest

from course import Search

ALL = Search(preemptions=None)
FEW = Search(preemptions=0, steps=600)
"""Whoever does not wait for slow work is seen without a preemption."""
SIGNAL = (
    Search(steps=600, executions=500),
    Search(preemptions=1, steps=600, executions=500),
    Search(preemptions=0, steps=600, executions=500),
)
"""A right program takes a tenth of these steps, and one that works for ever takes all of them.  Who waits in many small
steps has too many schedules to run them all."""
ASKING = ((10, SIGNAL), (3_600, Search(preemptions=0, steps=600)))
"""So many seconds are waited for: whoever asks every second is seen in the shorter time, who asks every minute in the
longer one, where a right program does nothing else."""

# --- first-signal -----------------------------------------------------------------------------


@pytest.mark.check("first-signal", points=2)
def test_every_loaf_is_sold(explore):
    """Jonas sells every loaf, in order, and nobody is left waiting."""
    found = explore("shop", loaves=2, seconds=30)
    found.completes()
    found.always(
        lambda outcome: outcome.result["sold"],
        "Mira baked loaf 1 and loaf 2, but this is what happened: {outcome.result}",
        finding="item lost",
    )
    found.always(
        lambda outcome: outcome.result["sold"] == ["loaf 1", "loaf 2"],
        "Mira baked loaf 1 and loaf 2, but this is what happened: {outcome.result}",
    )


@pytest.mark.check("first-signal", points=1)
def test_a_cold_oven_is_reported(explore):
    """If baking fails, the problem is reported and nobody is left waiting."""
    found = explore("shop", loaves=2, seconds=30, oven_breaks=True)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"sold": [], "problems": ["OSError('the oven is cold')"]},
        "bake() raised OSError('the oven is cold'): this exception belongs into problems, once, "
        "and nothing is sold; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("first-signal", points=1)
def test_the_seller_does_not_poll(explore):
    """Jonas waits for the bell without asking again and again."""
    for seconds, search in ASKING:
        found = explore("shop", search=search, loaves=1, seconds=seconds)
        found.never_polls().completes()


# --- starting-gun -----------------------------------------------------------------------------


@pytest.mark.check("starting-gun", points=2)
def test_nobody_starts_before_the_shot(explore):
    """No runner is off before the shot."""
    found = explore("village_race", search=SIGNAL, names=["Ada", "Bo"], shot_takes=3)
    found.completes()
    found.always(
        lambda outcome: outcome.result[:1] == ["bang"],
        "somebody ran too early: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("starting-gun", points=1)
def test_race_returns_when_all_are_home(explore):
    """race() returns when everybody is home, and not before."""
    for run_takes, search in ((0, SIGNAL), (3_600, FEW)):
        found = explore("village_race", search=search, names=["Ada", "Bo"], run_takes=run_takes)
        found.completes()
        found.always(
            lambda outcome: {"Ada is home", "Bo is home"} <= set(outcome.result),
            "when race() returned, this was all that had happened: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("starting-gun", points=2)
def test_it_is_a_race(explore):
    """Either runner may win, and both may be under way at the same time."""
    found = explore("village_race", search=SIGNAL, names=["Ada", "Bo"])
    found.completes()
    for winner in ("Ada", "Bo"):
        found.possible(
            lambda outcome, winner=winner: arrivals(outcome.result)[:1] == [winner],
            f"there is no schedule in which {winner} is home first",
        )
    found.possible(
        lambda outcome: outcome.result[1:3] in (["Ada is off", "Bo is off"], ["Bo is off", "Ada is off"]),
        "there is no schedule in which both are under way at the same time: one always waits until the other is home",
    )


@pytest.mark.check("starting-gun", points=1)
def test_runners_do_not_poll(explore):
    """The runners wait for the shot without asking again and again."""
    for seconds, search in ASKING:
        found = explore("village_race", search=search, names=["Ada", "Bo"], shot_takes=seconds)
        found.never_polls().completes()


def arrivals(seen):
    """The names of those who came home, first to last."""
    return [line.removesuffix(" is home") for line in seen if line.endswith(" is home")]


# --- rendezvous -------------------------------------------------------------------------------


@pytest.mark.check("rendezvous", points=2)
def test_second_jobs_come_second(explore):
    """Nobody begins a second job before both first jobs are done."""
    found = explore("morning", search=SIGNAL)
    found.completes()
    found.always(
        lambda outcome: set(outcome.result[:2]) <= {"write", "wash"},
        "a second job came too early: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("rendezvous", points=1)
def test_every_job_is_done_once(explore):
    """When open_shop() returns, each of the four jobs has been done once: Mira's in one thread, Jonas's in another."""
    for takes, search in ((0, SIGNAL), (3_600, FEW)):
        found = explore("who_works", search=search, takes=takes)
        found.completes()
        found.always(
            lambda outcome: sorted(job for job, thread in outcome.result) == ["fill", "hang", "wash", "write"],
            "when open_shop() returned, these jobs had been done, each by the thread with this number: "
            "{outcome.result}",
        )
        found.always(
            lambda outcome: two_workers(dict(outcome.result)),
            "Mira writes and fills in one thread, Jonas washes and hangs up in another; "
            "but these are the jobs, each with the number of its thread: {outcome.result}",
        )


@pytest.mark.check("rendezvous", points=2)
def test_nobody_has_to_go_first(explore):
    """Either of the two may be first, with the first job and with the second."""
    found = explore("morning", search=SIGNAL)
    found.completes()
    for pair in (("write", "wash"), ("fill", "hang")):
        for early, late in permutations(pair):
            found.possible(
                lambda outcome, early=early, late=late: comes_before(outcome.result, early, late),
                f"there is no schedule in which '{early}' is done before '{late}'",
            )


@pytest.mark.check("rendezvous", points=1)
def test_nobody_polls_for_the_other(explore):
    """Mira and Jonas wait for each other without asking again and again."""
    explore("morning", search=SIGNAL).never_polls().completes()
    for seconds, search in ASKING:
        for writing, washing in ((seconds, 0), (0, seconds)):
            found = explore("morning", search=search, write_takes=writing, wash_takes=washing)
            found.never_polls().completes()


def two_workers(thread_of):
    """Whether each of the two did both jobs in one thread, and not in the other's."""
    mira, jonas = {thread_of["write"], thread_of["fill"]}, {thread_of["wash"], thread_of["hang"]}
    return len(mira) == len(jonas) == 1 and mira != jonas


def comes_before(done, early, late):
    """Whether both jobs are in the list, in this order."""
    return early in done and late in done and done.index(early) < done.index(late)


# --- which-was-it -----------------------------------------------------------------------------


@pytest.mark.check("which-was-it", points=1)
def test_the_bell_in_time(explore):
    """If the bell rings in time, the customer buys, and does not wait any longer."""
    found = explore("queue_at_the_door", patience=10, rings_after=4)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"answer": "bought", "waited": 4},
        "the bell rang after 4 of 10 seconds, but after {outcome.result[waited]} seconds the customer says: "
        "{outcome.result[answer]}",
    )


@pytest.mark.check("which-was-it", points=1)
def test_the_time_is_up(explore):
    """If the bell does not ring in time, the customer gives up when the time is up."""
    found = explore("queue_at_the_door", patience=10, rings_after=25)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"answer": "gave up", "waited": 10},
        "the bell was silent for all of the 10 seconds, but after {outcome.result[waited]} seconds the customer says: "
        "{outcome.result[answer]}",
    )


@pytest.mark.check("which-was-it", points=1)
def test_the_customer_does_not_poll(explore):
    """The customer waits for the bell without asking again and again."""
    for patience, rings_after in ((10, 4), (7_200, 3_600)):
        found = explore("queue_at_the_door", patience=patience, rings_after=rings_after)
        found.never_polls().completes()


# --- a-moment -----------------------------------------------------------------------------------


@pytest.mark.check("a-moment", points=2)
def test_how_many_can_sell(answer, given):
    """`can_sell` is the set of the numbers of loaves that can be sold."""
    sold = {outcome.output.count("sells") for outcome in given("moment", search=ALL).outcomes}
    predicted = answer("can_sell", set)
    if predicted - sold:
        pytest.fail("A number that you predict can never be. Who sells, and how often?")
    if sold - predicted:
        pytest.fail("A number that can be is missing. Where are Jonas and Ines when the bell rings?")


@pytest.mark.check("a-moment", points=1)
def test_somebody_waits_for_ever(answer, given):
    """`forever` is a schedule in which somebody waits for ever."""
    given.replay("moment", answer("forever", str), finding="lost wake-up")


@pytest.mark.check("a-moment", points=1)
def test_only_ines_waits_for_ever(answer, given):
    """`only_jonas` is a schedule in which Jonas sells, and Ines waits for ever."""
    execution = given.replay("moment", answer("only_jonas", str), finding="lost wake-up")
    if execution.output != "Jonas sells\n":
        said = execution.output.strip()
        pytest.fail(f"Under this schedule {f'the program prints {said}' if said else 'nobody sells'}.")


# === 2-clear-and-pulses ===

HEART = Search(preemptions=None, steps=600, executions=2_000)
"""A heart that nobody can stop beats for ever: so many steps show it, and a right one takes far fewer."""
ALONE = Search(preemptions=None, steps=400, executions=2_000)
CORNER = (Search(preemptions=2, steps=400, executions=600), Search(preemptions=1, steps=400))
"""Two cars that go round and round without waiting have too many schedules; this bound shows each mistake."""
SHELF = Search(preemptions=None, executions=2_000)
"""Two threads have a few dozen of schedules here; who starts one for each loaf shall not wait for minutes."""

# --- one-pulse ----------------------------------------------------------------------------------


@pytest.mark.check("one-pulse", points=2)
def test_how_often_somebody_works(answer, given):
    """`rounds` is the set of the numbers of rounds that can be worked in the end."""
    worked = {outcome.output.count("works") for outcome in given("pulse", search=ALL).outcomes}
    predicted = answer("rounds", set)
    if predicted - worked:
        pytest.fail("A number that you predict can never be. How many rounds are there to work?")
    if worked - predicted:
        pytest.fail("A number that can be is missing. Where are Jonas and Ines at set(), and where at clear()?")


@pytest.mark.check("one-pulse", points=1)
def test_both_work_when_it_is_red_again(answer, given):
    """`both_late` is a schedule in which both work, and only after the line *red*."""
    execution = given.replay("pulse", answer("both_late", str), prints="red")
    lines = execution.output.splitlines()
    if lines[0] != "red":
        pytest.fail(f"Under this schedule the first line is {lines[0]!r}: somebody works before it is red again.")
    if not {"Jonas works", "Ines works"} <= set(lines):
        pytest.fail(f"Under this schedule the program prints {', '.join(lines)}: not both of them work.")


@pytest.mark.check("one-pulse", points=1)
def test_one_hears_it_twice_and_one_never(answer, given):
    """`twice_and_never` is a schedule in which Jonas works twice, and Ines waits for ever."""
    execution = given.replay("pulse", answer("twice_and_never", str), finding="lost wake-up")
    if execution.output.count("Jonas works") != 2:
        said = ", ".join(execution.output.splitlines())
        pytest.fail(f"Under this schedule the program prints {said}: Jonas does not work twice.")


@pytest.mark.check("one-pulse", points=1)
def test_everybody_comes_home(answer, given):
    """`all_home` is a schedule in which the one pulse is enough for everybody: the program comes to its end."""
    given.replay("pulse", answer("all_home", str), ending="completed")


# --- oven-heartbeat -----------------------------------------------------------------------------


@pytest.mark.check("oven-heartbeat", points=1)
def test_it_beats_in_time(explore):
    """It beats at once, and again after each pause, until it is stopped."""
    found = explore("oven_lamp", search=HEART, pause=10, shifts=[25])
    found.completes()
    found.always(
        lambda outcome: outcome.result["beats"] == [[0, 10, 20]],
        "with a pause of 10 seconds, it beats at 0, 10 and 20 until it is stopped after 25; "
        "but this is what happened: {outcome.result}",
    )


@pytest.mark.check("oven-heartbeat", points=1)
def test_it_stops_at_once(explore):
    """stop() ends a pause: it takes no time then."""
    found = explore("oven_lamp", search=HEART, pause=10, shifts=[25])
    found.completes()
    found.always(
        lambda outcome: outcome.result["stops took"] == [0],
        "stop() was called in the middle of a pause; the seconds that it took: {outcome.result[stops took]}",
    )


@pytest.mark.check("oven-heartbeat", points=2)
def test_it_can_be_started_again(explore):
    """After a stop it can be started again, and beats as in the first shift; while it is off, it never beats."""
    found = explore("oven_lamp", search=HEART, pause=10, beat_takes=8, shifts=[5, 25], off=12)
    found.completes()
    found.always(
        lambda outcome: outcome.result["beats"] == [[0], [20, 38]] and outcome.result["while off"] == [],
        "a beat took 8 seconds, and a pause 10; stop() was called at second 5, in the first beat; start() was called "
        "again at second 20, and stop() 25 seconds after that; but this is what happened: {outcome.result}",
    )


@pytest.mark.check("oven-heartbeat", points=1)
def test_a_heart_does_not_poll(explore):
    """Neither the heartbeat nor stop() asks again and again."""
    for pause, shift, beat_takes in ((10, 25, 0), (7_200, 3_600, 0), (10, 1, 3_600)):
        found = explore("oven_lamp", search=HEART, pause=pause, shifts=[shift], beat_takes=beat_takes)
        found.never_polls().completes()


# --- no-entry-on-red ----------------------------------------------------------------------------


@pytest.mark.check("no-entry-on-red", points=3)
def test_nobody_is_on_the_crossing_on_red(explore):
    """From the return of turn_red() to the call of turn_green(), no car is on the crossing."""
    for cars, search in ((["Ada"], ALONE), (["Ada", "Bo"], CORNER)):
        found = explore("street_corner", search=search, cars=cars)
        found.completes()
        found.always(
            lambda outcome: moves_on_red(outcome.result) == [],
            "a car was on the crossing while the light was red: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("no-entry-on-red", points=1)
def test_every_car_crosses_once(explore):
    """Every car crosses, once."""
    found = explore("street_corner", search=CORNER, cars=["Ada", "Bo"])
    found.completes()
    found.always(
        lambda outcome: (
            sorted(line for line in outcome.result if line not in ("GREEN", "RED"))
            == ["Ada enters", "Ada leaves", "Bo enters", "Bo leaves"]
        ),
        "each of Ada and Bo enters once and leaves once, but this is what happened: {outcome.result}",
    )


@pytest.mark.check("no-entry-on-red", points=1)
def test_the_light_decides_who_crosses_when(explore):
    """Both cars may cross while it is green for the first time, or one of them, or none."""
    found = explore("street_corner", search=CORNER, cars=["Ada", "Bo"])
    found.completes()
    for first in (set(), {"Ada"}, {"Bo"}, {"Ada", "Bo"}):
        found.possible(
            lambda outcome, first=first: entered_before_red(outcome.result) == first,
            f"there is no schedule in which {' and '.join(sorted(first)) or 'nobody'} crosses before it is red",
        )


@pytest.mark.check("no-entry-on-red", points=1)
def test_cars_wait_with_the_engine_off(explore):
    """Nobody asks again and again whether it is green."""
    for seconds in (60, 3_600):
        found = explore("street_corner", search=ALONE, cars=["Ada"], red=seconds)
        found.never_polls().completes()


def moves_on_red(seen):
    """What cars did on the crossing between a line RED and the next line GREEN, and who was still on it at RED."""
    red, inside, wrong = False, [], []
    for line in seen:
        if line in ("GREEN", "RED"):
            red = line == "RED"
            wrong.extend(inside if red else [])
            continue
        name, _, move = line.partition(" ")
        if move == "enters":
            inside.append(name)
        else:
            inside.remove(name)
        if red:
            wrong.append(line)
    return wrong


def entered_before_red(seen):
    """The cars that entered before the first line RED."""
    return {line.removesuffix(" enters") for line in seen[: seen.index("RED")] if line.endswith(" enters")}


# --- two-events-one-shelf -----------------------------------------------------------------------


@pytest.mark.check("two-events-one-shelf", points=2)
def test_no_loaf_is_lost(explore):
    """Every loaf is sold, in order, and nobody is left waiting."""
    found = explore("one_place", search=SHELF, loaves=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: {"rye", "wheat"} <= set(sales(outcome.result)),
        "Mira had rye and wheat to put on the shelf, but this is what happened: {outcome.result}",
        finding="item lost",
    )
    found.always(
        lambda outcome: in_order(sales(outcome.result)),
        "the rye is sold before the wheat, but this is what happened: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("two-events-one-shelf", points=2)
def test_no_loaf_is_sold_twice(explore):
    """No loaf is sold twice, and nothing is taken from an empty shelf."""
    found = explore("one_place", search=SHELF, loaves=["rye", "wheat"])
    found.completes()
    found.always(
        lambda outcome: len(sales(outcome.result)) == len(set(sales(outcome.result))),
        "a loaf was sold twice: {outcome.result}",
        finding="item doubled",
    )
    found.always(
        lambda outcome: set(sales(outcome.result)) <= {"rye", "wheat"},
        "something was sold that is no loaf: {outcome.result}",
        finding="wrong order",
    )


@pytest.mark.check("two-events-one-shelf", points=1)
def test_the_shelf_is_free_once_the_loaf_is_taken(explore):
    """Mira may put the next loaf on the shelf while Jonas is still selling the one before, and need not."""
    found = explore("one_place", search=SHELF, loaves=["rye", "wheat"])
    found.completes()
    for early, late in (("put wheat", "sell rye"), ("sell rye", "put wheat")):
        found.possible(
            lambda outcome, early=early, late=late: comes_before(outcome.result, early, late),
            f"there is no schedule in which '{early}' comes before '{late}'",
        )


@pytest.mark.check("two-events-one-shelf", points=1)
def test_nobody_polls_at_the_shelf(explore):
    """Mira and Jonas wait for each other without asking again and again."""
    explore("one_place", search=SHELF, loaves=["rye", "wheat"]).never_polls().completes()
    for seconds, search in ASKING:
        loaves = ["rye", "wheat", "oats"]
        found = explore("one_place", search=search, loaves=loaves, put_takes=seconds, sell_takes=2 * seconds)
        found.never_polls().completes()


def sales(seen):
    """The loaves that were sold, in order."""
    return [line.removeprefix("sell ") for line in seen if line.startswith("sell ")]


def in_order(loaves):
    """Whether the first wheat comes after the first rye."""
    return loaves.index("rye") < loaves.index("wheat")
