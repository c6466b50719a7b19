"""Sampling draws what it says, as often as it says, and says how much of it was seen."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from math import factorial, prod, sqrt

import pytest

from course.model import CLOCK, BadRecord, Program, Schedule, Search, to_json
from course.search import explore
from course.search.sampling import PriorityWalk, RandomWalk, Sampler, Seen, UniformWalk
from course.simulation.program import Runner

STRATEGIES = [RandomWalk, UniformWalk, PriorityWalk]

Path = tuple[int, ...]


def walk(strategy: Sampler, lengths: Sequence[int], late: int = 0) -> Path:
    """One execution of independent threads of so many steps each; the CLOCK may go so often."""
    left = dict(enumerate(lengths))
    path: list[int] = []
    while any(left.values()):
        options = [thread for thread in left if left[thread]]
        current = path[-1] if path and path[-1] in options else None
        if late:
            options.append(CLOCK)
        chosen = options[0] if len(options) == 1 else strategy.choose(options, current)
        if chosen == CLOCK:
            late -= 1
        else:
            left[chosen] -= 1
        path.append(chosen)
    strategy.learn(Schedule(tuple((thread, 1) for thread in path)))
    assert strategy.next()
    return tuple(path)


def walks(strategy: Sampler, lengths: Sequence[int], executions: int, late: int = 0) -> Counter[Path]:
    return Counter(walk(strategy, lengths, late) for _ in range(executions))


def interleavings(lengths: Sequence[int]) -> int:
    return factorial(sum(lengths)) // prod(map(factorial, lengths))


def deviation(times: Counter[Path], kinds: int) -> float:
    """Chi-square against "each of ``kinds`` equally often", in standard deviations from its mean."""
    expected = times.total() / kinds
    square = sum((count - expected) ** 2 for count in times.values()) / expected + (kinds - len(times)) * expected
    freedom = kinds - 1
    return (square - freedom) / sqrt(2 * freedom)


def draws(program: Program, strategy: Sampler, executions: int) -> Counter[Path]:
    """The schedules of so many executions."""
    runner = Runner(program)
    times: Counter[Path] = Counter()
    for _ in range(executions):
        run = runner.run(strategy, steps=1_000)
        assert not runner.refine()
        times[tuple(run.schedule)] += 1
        strategy.learn(run.schedule)
        strategy.next()
    runner.close()
    return times


# --- all interleavings equally often ----------------------------------------------------------


@pytest.mark.parametrize("lengths", [(3, 3), (2, 2, 2), (1, 5), (5, 1), (2, 3, 1)])
def test_the_uniform_walk_draws_each_interleaving_equally_often(lengths: Sequence[int]) -> None:
    kinds = interleavings(lengths)
    times = walks(UniformWalk(1), lengths, 100 * kinds)
    assert len(times) == kinds
    assert abs(deviation(times, kinds)) < 3


@pytest.mark.parametrize("lengths", [(3, 3), (2, 2, 2), (1, 5), (5, 1), (2, 3, 1)])
def test_a_fair_die_at_each_choice_is_visibly_biased(lengths: Sequence[int]) -> None:
    kinds = interleavings(lengths)
    assert deviation(walks(RandomWalk(1), lengths, 100 * kinds), kinds) > 30


def test_beside_a_long_thread_a_short_one_comes_at_any_time() -> None:
    late_for_a_die = walks(RandomWalk(0), (100, 1), 2_000)
    assert max(path.index(1) for path in late_for_a_die) < 20
    uniform = walks(UniformWalk(0), (100, 1), 5_050)
    assert len(uniform) == 101
    assert abs(deviation(uniform, 101)) < 3


STARTED = """
from threading import Thread

def say(text):
    for letter in text:
        print(letter)

def parent():
    Thread(target=say, args=("u",)).start()
    print("parent")

Thread(target=say, args=("ab",)).start()
Thread(target=parent).start()
"""


def started(strategy: Sampler) -> Path:
    """Thread 0 starts 1 with its second step of three, and 1 starts 2 with its first of three; 2 makes two steps.

    Here the strategy is asked even where there is nothing to choose, so that it sees each step.
    """
    left = {0: 3}
    path: list[int] = []
    while any(left.values()):
        options = sorted(thread for thread in left if left[thread])
        chosen = strategy.choose(options, path[-1] if path and path[-1] in options else None)
        left[chosen] -= 1
        path.append(chosen)
        if (chosen, left[chosen]) in ((0, 1), (1, 2)):
            left[chosen + 1] = 3 - chosen
    strategy.learn(Schedule(tuple((thread, 1) for thread in path)))
    strategy.next()
    return tuple(path)


def test_threads_that_have_still_to_be_started_are_counted_with_the_one_that_starts_them() -> None:
    kinds = 6 * 6  # the interleavings of the last two steps of 1 and of 2, times the places for the last step of 0
    uniform, die = UniformWalk(0), RandomWalk(0)
    assert abs(deviation(Counter(started(uniform) for _ in range(3_600)), kinds)) < 3
    assert deviation(Counter(started(die) for _ in range(3_600)), kinds) > 30


def test_a_program_with_started_threads_is_drawn_far_more_evenly_than_by_a_die() -> None:
    program = Program({"main": STARTED})
    every = explore(program, Search(preemptions=30))
    assert every.complete
    kinds, executions = every.executions, 40 * every.executions
    uniform, die = (draws(program, strategy, executions) for strategy in (UniformWalk(2), RandomWalk(2)))
    assert len(uniform) == len(die) == kinds
    assert 10 * deviation(uniform, kinds) < deviation(die, kinds)


def test_a_late_deadline_comes_at_any_time_or_never_equally_often() -> None:
    times = walks(UniformWalk(3), (3, 2), 6_000, late=1)
    kinds = interleavings((3, 2, 1))  # "never" is the clock after all others
    assert len(times) == kinds
    assert abs(deviation(times, kinds)) < 3
    assert {path.count(CLOCK) for path in times} == {0, 1}


def test_a_thread_that_nobody_has_met_before_can_be_drawn() -> None:
    strategy = UniformWalk(0)
    walks(strategy, (5, 5), 10)
    assert {strategy.choose([0, 1, 2], 0) for _ in range(200)} == {0, 1, 2}


# --- priorities ---------------------------------------------------------------------------------


def alternates(depth: int) -> Callable[[Path], bool]:
    """Whether step 3 of thread 0 came before step 3 of thread 1, that before step 4 of thread 0, and so on."""

    def shows(path: Path) -> bool:
        at = [[place for place, thread in enumerate(path) if thread == which] for which in (0, 1)]
        order = [at[turn % 2][2 + turn // 2] for turn in range(depth + 1)]
        return order == sorted(order)

    return shows


@pytest.mark.parametrize(
    ("depth", "lengths", "executions", "shown"),
    [
        (1, (6, 6), 1_000, 506),
        (2, (6, 6), 2_000, 93),
        (3, (6, 6), 10_000, 42),
        (2, (6, 6, 6), 3_000, 87),
        (3, (6, 6, 6), 30_000, 50),
    ],
)
def test_a_bug_of_depth_d_is_met_at_least_as_often_as_guaranteed(
    depth: int, lengths: Sequence[int], executions: int, shown: int
) -> None:
    strategy = PriorityWalk(0, depth)
    times = walks(strategy, lengths, executions)
    met = sum(count for path, count in times.items() if alternates(depth)(path))
    guaranteed = executions / (len(lengths) * strategy.choices ** (depth - 1))
    assert guaranteed > 20, "few enough to be luck"
    assert met >= guaranteed
    assert met == shown


def test_a_bug_that_is_deeper_than_the_depth_is_never_met_by_threads_that_do_not_wait() -> None:
    assert not any(map(alternates(2), walks(PriorityWalk(0, 1), (6, 6), 1_000)))
    assert not any(map(alternates(3), walks(PriorityWalk(0, 2), (6, 6), 1_000)))


def test_without_a_change_the_thread_with_the_highest_priority_goes_on_to_its_end() -> None:
    times = walks(PriorityWalk(0, 1), (3, 2), 400)
    assert set(times) == {(0, 0, 0, 1, 1), (1, 1, 0, 0, 0)}
    assert min(times.values()) > 150


def test_each_order_of_three_threads_is_equally_likely_wherever_they_appear() -> None:
    times: Counter[tuple[int, ...]] = Counter()
    strategy = PriorityWalk(5, 1)
    for _ in range(6_000):
        first = strategy.choose([0, 1], None)
        second = strategy.choose([0, 1, 2], first)  # thread 2 is started late
        third = strategy.choose([thread for thread in (0, 1, 2) if thread != second], None)
        assert first in (second, third) or second == 2
        times[second, third] += 1
        strategy.next()
    assert len(times) == 6
    assert abs(deviation(times, 6)) < 3


def test_two_changes_at_one_choice_lower_two_threads() -> None:
    strategy = PriorityWalk(0, 3)
    again = 0
    for _ in range(3_000):
        first = strategy.choose([0, 1], None)
        again += strategy.choose([0, 1, 2], first) == first
        strategy.next()
    assert again / 3_000 == pytest.approx(1 / 3, abs=0.03), "one half if only one of them were lowered"


def test_for_priorities_the_clock_is_one_more_thread() -> None:
    times = walks(PriorityWalk(0, 2), (3, 3), 3_000, late=1)
    places = Counter(path.index(CLOCK) if CLOCK in path else None for path in times.elements())
    assert set(places) == {0, 1, 2, 3, 4, 5, None}, "first, at a change of priority, or never"
    assert abs(places[0] / 3_000 - 1 / 3) < 0.1, "first of three as often as not one of the two others"


# --- searches -----------------------------------------------------------------------------------

LOST = """
from threading import Thread

def add():
    global n
    n += 1

n = 0
threads = [Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(n)
"""

IGNORED = """
from threading import Event, Thread

def work():
    result.append("bread")
    done.set()

done, result = Event(), []
Thread(target=work).start()
done.wait(10)
print(result)
"""

SAMPLES = [
    Search(strategy="random", executions=200),
    *(Search(strategy="pct", depth=depth, executions=200) for depth in (1, 2, 3)),
]


@pytest.mark.parametrize("search", [search for search in SAMPLES if search.depth > 1])  # 1: all seeds show the same
def test_the_seed_decides_the_samples(search: Search) -> None:
    program = Program({"main": LOST})
    assert to_json(explore(program, search)) == to_json(explore(program, search))
    others = {
        to_json(explore(program, Search(strategy=search.strategy, depth=search.depth, executions=200, seed=seed)))
        for seed in range(3)
    }
    assert len(others) > 1


@pytest.mark.parametrize("search", SAMPLES)
def test_samples_are_never_called_complete_even_if_all_were_drawn(search: Search) -> None:
    found = explore(Program({"main": LOST}), search)
    assert found.executions == 200
    assert found.coverage.startswith("200 sampled schedules (")
    assert not found.complete


def test_both_ways_of_sampling_meet_a_lost_update() -> None:
    for search in SAMPLES:
        outputs = {outcome.output for outcome in explore(Program({"main": LOST}), search).outcomes}
        assert outputs == ({"2\n"} if search.depth == 1 else {"1\n", "2\n"}), search


@pytest.mark.parametrize("strategy", ["random", "pct"])
def test_a_late_thread_is_met_only_where_threads_may_be_late(strategy: str) -> None:
    for late, outputs in ((0, {"['bread']\n"}), (1, {"['bread']\n", "[]\n"})):
        search = Search(strategy=strategy, executions=300, late_threads=late)  # type: ignore[arg-type]
        assert {outcome.output for outcome in explore(Program({"main": IGNORED}), search).outcomes} == outputs


@pytest.mark.parametrize("strategy", ["random", "pct"])
def test_a_sample_without_an_end_makes_the_search_incomplete(strategy: str) -> None:
    program = Program({"main": "n = 0\nwhile True:\n    n += 1"})
    found = explore(program, Search(strategy=strategy, executions=50))  # type: ignore[arg-type]
    assert found.coverage.startswith("incomplete: schedule number 1 did not end within 5,000 steps")
    assert [outcome.ending for outcome in found.outcomes] == ["endless"]


def test_a_depth_below_one_is_refused_with_its_value() -> None:
    with pytest.raises(BadRecord, match="depth=0 must be 1 or more"):
        Search(strategy="pct", depth=0)
    with pytest.raises(BadRecord, match="strategy='lot' is unknown; take 'exhaustive', 'random' or 'pct'"):
        Search(strategy="lot")  # type: ignore[arg-type]


# --- how much was seen --------------------------------------------------------------------------


def seen(*times: int) -> Seen:
    """So many draws of the first schedule, of the second, and so on."""
    so_far = Seen()
    for thread, count in enumerate(times):
        for _ in range(count):
            so_far.add(Schedule(((thread, 1),)))
    return so_far


@pytest.mark.parametrize(
    ("times", "said"),
    [
        ((1,), "1 sampled schedule"),
        ((1, 1), "2 sampled schedules (all different; a further one would almost certainly be new)"),
        ((2, 1), "3 sampled schedules (2 different; a further one would be new with a chance of about 33 %)"),
        ((999, 1, 1), "1001 sampled schedules (3 different; a further one would be new with a chance of about 1 %)"),
        (
            (2, *[1] * 998),
            "1000 sampled schedules (999 different; a further one would be new with a chance of about 99 %)",
        ),
        ((3, 2), "5 sampled schedules (2 different, each drawn at least twice; a further one would hardly be new)"),
    ],
)
def test_the_coverage_says_how_many_were_different_and_how_likely_a_new_one_is(
    times: tuple[int, ...], said: str
) -> None:
    assert str(seen(*times)) == said


def test_the_estimate_is_close_to_the_share_of_interleavings_that_were_not_drawn() -> None:
    strategy = UniformWalk(0)
    for draw in range(1, 3_001):
        walk(strategy, (3, 3, 3))
        if draw % 500 == 0:
            unseen = 1 - strategy.seen.different / interleavings((3, 3, 3))
            assert strategy.seen.chance_of_new == pytest.approx(unseen, abs=0.05)


def test_a_search_says_so_as_well() -> None:
    found = explore(Program({"main": LOST}), Search(strategy="random", executions=20))
    assert found.coverage == (
        "20 sampled schedules (10 different; a further one would be new with a chance of about 20 %)"
    )
