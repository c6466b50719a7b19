"""Runs of make scale: what is seen from outside, what is counted, and a class of three graded by the plain command."""

import argparse
import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from benchmarks.scale import tables
from benchmarks.scale.__main__ import kill_after, main, parser, plans
from benchmarks.scale.classes import Answer, Student
from benchmarks.scale.judging import inside, submission_of
from benchmarks.scale.marks import Cell, Judged, digest, judged
from benchmarks.scale.phases import Stopwatch
from benchmarks.scale.profile import profiled
from benchmarks.scale.rooms import ROOT
from benchmarks.scale.runs import Plan, Run, Sitting, load, perform
from benchmarks.scale.watching import Seen, Watcher, role_of

# --- looking on ---------------------------------------------------------------------------------

PYTHON = "/venv/bin/python"
SPAWNED = [PYTHON, "-c", "from multiprocessing.spawn import spawn_main; spawn_main()", "--multiprocessing-fork"]
FORKSERVER = [PYTHON, "-c", "from multiprocessing.forkserver import main; main()"]
NBGRADER = [PYTHON, "/venv/bin/nbgrader", "autograde", "event"]
EXPLORER = [PYTHON, "-P", "-s", "-c", "from course.checking.child import main; main()", "/course"]


@pytest.mark.parametrize(
    ("command", "parent", "name", "role"),
    [
        (NBGRADER, None, "nbgrader", "nbgrader"),
        (NBGRADER, NBGRADER, "nbgrader", "worker"),
        (SPAWNED, NBGRADER, "python", "worker"),
        (FORKSERVER, NBGRADER, "python", "fork server"),
        (FORKSERVER, FORKSERVER, "python", "worker"),
        ([PYTHON, "-m", "distributed.cli.dask_worker"], NBGRADER, "python", "worker"),
        ([PYTHON, "-c", "from multiprocessing.resource_tracker import main"], NBGRADER, "python", "resource tracker"),
        ([PYTHON, "-m", "course.grading.judging.judge", "folder"], NBGRADER, "python", "worker"),
        (EXPLORER, SPAWNED, "python", "explorer"),
        (["bwrap", "--unshare-all", *EXPLORER], SPAWNED, "bwrap", "sandbox"),
        ([PYTHON, "-m", "ipykernel_launcher", "-f", "k.json"], NBGRADER, "python", "kernel"),
        (["alembic", "current"], NBGRADER, "alembic", "alembic"),
    ],
)
def test_a_process_is_known_by_its_command_line(command: list[str], parent: list[str] | None, name: str, role: str):
    assert role_of(command, parent, name) == role


POOL = """
import multiprocessing, sys, threading

def wait():
    threading.Event().wait()

if __name__ == "__main__":
    worker = multiprocessing.get_context("spawn").Process(target=wait)
    worker.start()
    worker.join()
    sys.exit(-worker.exitcode)
"""


def test_one_worker_is_killed_and_the_rest_goes_on(tmp_path: Path):
    (tmp_path / "pool.py").write_text(POOL)
    with subprocess.Popen([sys.executable, str(tmp_path / "pool.py")]) as process:
        watcher = Watcher(process, lambda seconds: None, kill_at=0)
        assert watcher.run() == 9  # the worker ended by this signal, and its parent lived to tell
    assert watcher.killed is not None
    assert watcher.killed[1] == "worker"
    assert all(seen.peak > 0 for seen in watcher.seen.values() if seen.memory)


def test_a_command_whose_time_is_up_is_interrupted_and_takes_what_it_started_along(tmp_path: Path):
    (tmp_path / "pool.py").write_text(POOL)
    seen: list[int] = []
    with subprocess.Popen([sys.executable, str(tmp_path / "pool.py")], stderr=subprocess.DEVNULL) as process:
        watcher = Watcher(process, lambda seconds: seen.append(len(watcher.seen)), patience=0)
        while not any(one.role == "worker" for one in watcher.seen.values()):
            watcher._look(0.0)
        assert all(len(one.memory) == 1 for one in watcher.seen.values())
        assert watcher.run(seconds=0) is None
    assert seen
    assert not any(Path(f"/proc/{pid}/exe").exists() for pid, _ in watcher.seen)


def test_each_second_belongs_to_the_innermost_phase():
    times = iter(range(0, 1000, 10))
    watch = Stopwatch(clock=lambda: next(times), processor=lambda: 0)
    with watch.phase("outer"):  # begins at 10
        with watch.phase("inner"):  # 20 to 30
            pass
        with watch.phase("inner"):  # 40 to 50
            pass
    assert watch.seconds == {"outer": 30, "inner": 20}  # the end is at 60
    assert watch.times == {"outer": 1, "inner": 2}


def test_a_watch_on_a_method_counts_its_calls_and_changes_nothing():
    class Step:
        def __call__(self, number):
            return number + 1

    watch = Stopwatch(processor=lambda: 0)
    watch.watch(Step, "__call__", lambda step, number: f"{type(step).__name__} {number}")
    assert Step()(1) == 2
    assert watch.times == {"Step 1": 1}


# --- counting -----------------------------------------------------------------------------------


def test_marks_are_counted_against_what_is_true():
    right, wrong = Answer("", right=True), Answer("", right=False, finding="deadlock")
    everybody = [
        Student("ada", {"a": right, "b": right, "one-pulse": right}),  # loses a point for nothing
        Student("ben", {"a": wrong, "b": right, "one-pulse": wrong}),  # passes with a wrong one; b loses 2 beside it
        Student("cleo", {"a": right, "b": wrong, "one-pulse": right}),  # was not graded
        Student("dan", {"a": right, "b": right, "one-pulse": right}, cut_off=True),
    ]
    full, none = Cell(3, 3, review=False), Cell(0, 3, review=False)
    marks = {
        "ada": {"a": Cell(2, 3, review=False), "b": full, "one-pulse": full},
        "ben": {"a": full, "b": Cell(1, 3, review=False), "one-pulse": full},
        "dan": {"a": replace(none, review=True), "b": replace(none, review=True), "one-pulse": none},
    }
    assert judged(everybody, marks, "course", ["a", "b", "one-pulse"]) == Judged(
        right=4,
        right_lost=3,
        right_lost_in={"a": 2, "b": 1},
        wrong=2,
        wrong_passed=1,
        wrong_passed_by_finding={"deadlock": 1},
        wrong_by_finding={"deadlock": 2},
        taken_along=2,
        review=2,
        ungraded=1,
    )
    assert digest(marks) != digest({**marks, "ada": marks["ben"]})


def test_an_exercise_of_the_stock_course_passes_if_all_its_cells_do():
    student = Student("ada", {"which-was-it": Answer("", right=False)})
    cells = {f"which-was-it-{part}": Cell(1, 1, review=False) for part in ("bought", "gave-up", "cleared")}
    assert judged([student], {"ada": cells}, "stock", ["which-was-it"]).wrong_passed == 1
    cells["which-was-it-cleared"] = Cell(0, 1, review=False)
    assert judged([student], {"ada": cells}, "stock", ["which-was-it"]).wrong_passed == 0


def run_of(plan: Plan, seconds: float, scores: str = "s", killed: tuple[float, str] | None = None) -> Run:
    """A finished run."""
    worker = Seen("worker", pid=1, born=0.0, memory=[(float(n), 100 + n) for n in range(40)])
    sitting = Sitting(seconds, cpu=seconds, before=0, after=plan.size, status=0, processes=(worker,), killed=killed)
    return Run(plan, "inputs", [sitting], scores, None)


def test_the_time_of_explorers_is_counted_although_nobody_waits_for_them():
    run = run_of(Plan("course", "class", 10), 50)
    (sitting,) = run.sittings
    explorer, walls = (Seen(role, pid=2, born=0.0, cpu=3.0) for role in ("explorer", "sandbox"))
    run.sittings = [replace(sitting, processes=(explorer, walls, *sitting.processes))]
    assert run.cpu == 53


def test_a_run_is_compared_with_the_stock_run_of_the_same_class():
    ours, stock = (
        run_of(Plan(side, "demonstration", 60), seconds) for side, seconds in (("course", 50), ("stock", 600))
    )
    again = run_of(Plan("stock", "demonstration", 60, again=1), 600, scores="others")
    other = run_of(Plan("course", "right", 60), 1)
    assert list(tables.compared([ours, stock, other, again])) == [
        "demonstration 60: 12.0 times as fast as stock nbgrader (wanted: 10)",
        "demonstration 60: stock nbgrader gave other marks when it graded the class again",
    ]


def test_a_run_with_a_killed_worker_is_compared_with_the_same_run_without():
    calm = run_of(Plan("course", "class", 10), 50)
    hit = run_of(Plan("course", "class", 10, kill=True), 53, killed=(20.0, "worker"))
    lost = replace(hit, scores="others")
    (said,) = tables.killed([calm, hit])
    assert said == (
        "course event: class 10, a worker killed: a worker was killed after 20.0 s; the same marks as without; "
        "+3.0 s by the clock, +3.0 s of processor time"
    )
    assert "OTHER MARKS" in next(iter(tables.killed([calm, lost])))
    assert kill_after(hit.plan, [calm]) == 20
    assert kill_after(calm.plan, [calm]) is None


def test_memory_is_told_by_kind_of_process():
    row = tables.memory_of(run_of(Plan("course", "class", 10), 50))["worker"]
    assert (row["seen"], row["largest"], row["together"]) == (1, 139, 139)
    assert row["growth"] == pytest.approx(139 / 110 - 1)


# --- the command --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["--sizes", "10,none"], "'none' is no number of submissions; write one from 1 on"),
        (["--compare", "0"], "'0' is no number of submissions"),
        (["--parts", "sizes,speed"], "'speed' is no part; there are sizes, kill, cache, compare, phases"),
    ],
)
def test_what_cannot_be_asked_is_said(arguments: list[str], says: str, capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(arguments)
    assert says in capsys.readouterr().err


def test_no_class_is_graded_twice_and_the_short_runs_come_first():
    asked = plans(parser().parse_args(["--sizes", "1000,10,100"]))
    assert len(asked) == len(set(asked)) == len({plan.name for plan in asked})
    assert [plan.size for plan in asked] == sorted(plan.size for plan in asked)
    assert {plan.size for plan in asked if plan.side == "course" and plan.mix == "class"} == {10, 100, 1000}
    assert asked.index(Plan("course", "class", 100)) < asked.index(Plan("course", "class", 100, kill=True))
    assert parser().parse_args([]) == argparse.Namespace(**vars(parser().parse_args(["--seed", "0"])))


# --- a class of three ---------------------------------------------------------------------------


@pytest.fixture(scope="module")
def rooms(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the classes of this file are graded."""
    return tmp_path_factory.mktemp("rooms")


def test_a_run_in_two_sittings_ends_with_true_marks_and_is_not_made_again(rooms: Path):
    plan = Plan("course", "class", 3)
    begun = perform(plan, rooms, lambda number: None, seconds=0)
    assert (begun.finished, begun.done, [sitting.status for sitting in begun.sittings]) == (False, 0, [None])
    told: list[int] = []
    run = perform(plan, rooms, told.append)
    assert (run.finished, run.done, [sitting.status for sitting in run.sittings]) == (True, 3, [None, 0])
    assert (told[0], sorted(told)) == (0, told)
    assert run.judged is not None
    assert (run.judged.right_lost, run.judged.wrong_passed, run.judged.ungraded) == (0, 0, 0)
    assert run.judged.right + run.judged.wrong == 3 * 7
    roles = {seen.role for seen in run.sittings[-1].processes}
    assert "nbgrader" in roles
    assert load(rooms / plan.name, plan) == run
    assert len(perform(plan, rooms, told.append).sittings) == 2


def test_figures_of_other_code_are_not_taken_for_today_s(rooms: Path, monkeypatch: pytest.MonkeyPatch):
    plan = Plan("course", "class", 3)
    known = load(rooms / plan.name, plan)
    monkeypatch.setattr("benchmarks.scale.runs.inputs_digest", lambda side, assignment: "changed")
    assert known.sittings
    assert not load(rooms / plan.name, plan).sittings


def test_a_stock_run_is_graded_by_stock_nbgrader(rooms: Path):
    plan = Plan("stock", "right", 1)
    run = perform(plan, rooms, lambda number: None)
    assert run.finished
    assert run.judged is not None
    assert (run.judged.right, run.judged.ungraded) == (7, 0)
    assert "kernel" in {seen.role for seen in run.sittings[0].processes}


def test_the_profile_adds_up_and_looks_into_judging(rooms: Path):
    found = profiled(Plan("course", "right", 1), rooms)
    assert found["times"]["step SaveGrades"] == 2
    assert found["seconds"]["judging (waiting for the judge)"] > 0
    assert found["judging"]["submissions"] == 1
    assert found["judging"]["explorations"] > 20
    list(tables.all_of([], found))


def test_what_is_no_notebook_is_not_judged(tmp_path: Path):
    (tmp_path / "event").mkdir()
    broken = tmp_path / "event" / "1-one-signal.ipynb"
    broken.write_text('{"cells": [')
    assert submission_of(broken) is None
    found = inside([tmp_path / "event"], ROOT / "source" / "event")
    assert (found.submissions, found.explorations) == (1, 0)
