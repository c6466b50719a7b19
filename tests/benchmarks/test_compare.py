"""The comparison's own plumbing, without a peer installed: what is asked, read, judged and counted together."""

import importlib
import json
import subprocess
import sys
from dataclasses import asdict, replace
from types import ModuleType, SimpleNamespace

import pytest

from benchmarks import environments
from benchmarks.compare import PEERS, Result, ask, command, judged, ratio, summary
from benchmarks.environments import Unavailable, interpreter, prepare
from benchmarks.peers import Answer, Pace, explorer, read
from benchmarks.rows import ROWS, Row
from course import Search, explore

ROW_BY_NAME = {row.name: row for row in ROWS}
RACE, LOCKED = ROW_BY_NAME["counter race, 2 × 2"], ROW_BY_NAME["counter with a Lock, 2 × 2"]


def test_each_row_has_a_name_of_its_own():
    assert len(ROW_BY_NAME) == len(ROWS)


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_what_a_row_says_of_its_program_is_what_the_explorer_finds(row: Row):
    subject = explorer.program(row)
    systematic = Search(preemptions=2, late_threads=row.late_threads, executions=300)
    found = {explorer.verdict(explore(subject, replace(systematic, strategy=how))) for how in ("exhaustive", "random")}
    accused = found - {"holds", "nothing"}
    assert accused == (set() if row.truth == "correct" else {row.truth})


@pytest.mark.parametrize(
    ("truth", "verdict", "worth"),
    [
        ("correct", "holds", "right"),
        ("correct", "deadlock", "wrong"),
        ("correct", "nothing", "open"),
        ("deadlock", "deadlock", "right"),
        ("deadlock", "violated", "wrong"),
        ("deadlock", "holds", "wrong"),
        ("deadlock", "nothing", "missed"),
        ("violated", "gave up", "open"),
        ("violated", "no answer", "open"),
    ],
)
def test_a_verdict_is_judged_by_what_is_true(truth: str, verdict: str, worth: str):
    assert judged(truth, verdict) == worth


# --- child processes ----------------------------------------------------------------------------


def test_the_last_answer_counts_and_what_else_is_printed_does_not():
    first, last = Answer("nothing", executions=3), Answer("deadlock", first=4, executions=9)
    printed = [json.dumps(asdict(first)), "hello", json.dumps(asdict(last)), "[1, 2]", '{"verdict": 1, "more": 2}']
    assert read("\n".join(printed)) == last
    assert read("hello") is None


def test_a_child_that_hangs_is_ended():
    answer = ask([sys.executable, "-c", "import threading; threading.Event().wait()"], limit=0.01)
    assert (answer.verdict, answer.note) == ("no answer", "ended after 0 s")


def test_a_child_that_dies_is_no_answer_and_its_last_words_are_kept():
    answer = ask([sys.executable, "-c", "raise SystemExit('no such thing')"], limit=600)
    assert (answer.verdict, answer.note) == ("no answer", "no such thing")


def test_an_adapter_answers_in_a_process_of_its_own():
    threads = next(peer for peer in PEERS if peer.name == "threads")
    answer = ask(command(threads, sys.executable, ROW_BY_NAME["Event handshake"], seconds=0), limit=600)
    assert (answer.verdict, answer.executions) == ("nothing", 1)
    assert answer.memory > 0


# --- the adapters -------------------------------------------------------------------------------


def test_the_explorer_is_asked_for_every_schedule():
    found = explorer.searched(explorer.program(LOCKED), Search(preemptions=None), Pace(), seconds=600)
    assert (explorer.verdict(found), found.coverage) == ("holds", "every schedule")


def test_a_search_whose_seconds_are_over_still_tells_what_it_saw():
    found = explorer.searched(explorer.program(RACE), Search(preemptions=None), Pace(), seconds=0)
    assert (found.executions, found.complete) == (1, False)


def test_the_first_failure_is_in_the_execution_before_which_there_was_none():
    subject, search = explorer.program(RACE), Search(preemptions=None)
    first = explorer.first_failure(subject, search, "violated", most=1000)
    verdicts = [
        explorer.verdict(explore(subject, Search(preemptions=None, executions=budget))) for budget in (first - 1, first)
    ]
    assert verdicts == ["nothing", "violated"]


def adapter(monkeypatch: pytest.MonkeyPatch, name: str, **peer: object) -> ModuleType:
    """An adapter over something that stands for its peer."""
    package = {"frontrun": "frontrun", "interleave": "interleave_test"}[name]
    monkeypatch.setitem(sys.modules, package, SimpleNamespace(**peer))
    monkeypatch.delitem(sys.modules, f"benchmarks.peers.{name}", raising=False)
    module = importlib.import_module(f"benchmarks.peers.{name}")
    monkeypatch.delitem(sys.modules, f"benchmarks.peers.{name}")
    return module


def test_frontrun_gets_fresh_state_all_threads_and_the_invariant(monkeypatch: pytest.MonkeyPatch):
    asked = {}

    def explore_(*, setup, workers, invariant, **options):
        asked.update(options)
        done, half_done = setup(), setup()
        for worker in workers:
            worker(done)
        workers[0](half_done)
        assert (invariant(done), invariant(half_done)) == (True, False)
        return SimpleNamespace(property_holds=False, failures=[(2, [])], num_explored=2, inconclusive_reason=None)

    peer = adapter(monkeypatch, "frontrun", explore=explore_)
    answer = peer.search(RACE, None, Pace(), 600)
    assert (answer.verdict, answer.first, answer.executions, answer.exhausted) == ("violated", 2, 2, True)
    assert (asked["preemption_bound"], asked["clock"], asked["stop_on_first"]) == (None, "virtual", False)


@pytest.mark.parametrize(("holds", "failures", "verdict"), [(True, [], "holds"), (False, [(1, [])], "deadlock")])
def test_a_failure_of_frontrun_s_that_broke_no_invariant_is_a_deadlock(
    monkeypatch: pytest.MonkeyPatch, holds: bool, failures: list[object], verdict: str
):
    said = SimpleNamespace(property_holds=holds, failures=failures, num_explored=1, inconclusive_reason=None)
    peer = adapter(monkeypatch, "frontrun", explore=lambda **options: said)
    assert peer.search(LOCKED, None, Pace(), 600).verdict == verdict


def test_what_frontrun_leaves_open_or_breaks_over_is_no_verdict(monkeypatch: pytest.MonkeyPatch):
    said = SimpleNamespace(property_holds=None, failures=[], num_explored=1, inconclusive_reason="it took too long")
    peer = adapter(monkeypatch, "frontrun", explore=lambda **options: said)
    assert peer.search(LOCKED, None, Pace(), 600).verdict == "gave up"

    def breaks(**options):
        raise ValueError("no")

    peer = adapter(monkeypatch, "frontrun", explore=breaks)
    assert peer.search(LOCKED, None, Pace(), 600).note == "ValueError: no"


def test_interleave_test_takes_turns_until_something_fails_and_then_goes_through_them_all(
    monkeypatch: pytest.MonkeyPatch,
):
    turns = []

    def explore_(model, *, strategy, iterations, **options):
        model()
        turns.append(strategy if isinstance(strategy, str) else "dfs")
        failure = SimpleNamespace(kind="deadlock") if turns == ["random", "pct"] else None
        return SimpleNamespace(schedules_run=iterations, failure=failure, exhausted=len(turns) >= 4)

    class Systematic:
        def __init__(self, max_preemptions):
            assert max_preemptions == 2

    peer = adapter(monkeypatch, "interleave", explore=explore_, DFSStrategy=Systematic, Result=object)
    *_, answer = peer.measure(LOCKED, 600)
    assert turns == ["random", "pct", "dfs", "dfs"]
    assert (answer.verdict, answer.first, answer.executions, answer.exhausted) == ("deadlock", 100, 100, True)


# --- environments and figures -------------------------------------------------------------------


def test_a_peer_that_cannot_be_had_is_said_in_a_sentence(monkeypatch: pytest.MonkeyPatch, tmp_path):
    with pytest.raises(Unavailable, match=r"needs Python 9\.0 or newer"):
        interpreter((9, 0), ["no-such-python", sys.executable])
    monkeypatch.setattr(environments, "BUILD", tmp_path)
    done = subprocess.CompletedProcess([], 1, "", "one\nno matching distribution\n")
    monkeypatch.setattr(environments.subprocess, "run", lambda *_, **__: done)
    with pytest.raises(Unavailable, match=r"-m venv .* failed: no matching distribution"):
        prepare("frontrun", sys.executable)


def result(row: Row, peer: str, verdict: str = "holds", rate: float | None = None) -> Result:
    return Result(row, peer, Answer(verdict, rate=rate))


def test_rates_are_compared_over_the_rows_that_both_have():
    results = [
        result(RACE, "explorer", rate=800),
        result(RACE, "frontrun", rate=100),
        result(LOCKED, "explorer", rate=200),
        result(LOCKED, "frontrun", rate=100),
        result(ROWS[0], "explorer", rate=1),
        result(ROWS[0], "frontrun", "gave up", rate=1000),
        result(ROWS[3], "frontrun", rate=1),
    ]
    mean, rows = ratio(results, "explorer.rate", "frontrun.rate")
    assert (round(mean, 9), rows) == (4, 2)
    assert ratio(results, "explorer.rate", "nobody.rate") is None


def test_the_lines_below_the_table_count_verdicts_and_name_who_is_not_here():
    results = [result(RACE, "explorer", "violated"), result(LOCKED, "explorer"), result(RACE, "threads", "nothing")]
    lines = summary(results, {"frontrun": "it needs a rest."})
    assert lines == [
        "frontrun is not here: it needs a rest.",
        "explorer: 2 right, 0 wrong, 0 missed, 0 open, of 2",
        "threads: 0 right, 0 wrong, 1 missed, 0 open, of 1",
    ]


def test_a_pace_leaves_out_what_is_before_the_first_execution(monkeypatch: pytest.MonkeyPatch):
    times = iter([0.0, 10.0, 11.0, 12.0, 50.0, 51.0])
    monkeypatch.setattr("benchmarks.peers.time.process_time", lambda: next(times))
    pace = Pace()
    pace.tick()
    pace.begin()
    for _ in range(3):
        pace.tick()
    pace.begin()
    for _ in range(2):
        pace.tick()
    assert (pace.executions, pace.spent, pace.rate) == (3, 3.0, 1.0)
