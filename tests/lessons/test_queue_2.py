"""What *Finishing* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

import queue
import re
import sys
from typing import Any

import pytest

from course import explore
from course.checking.cells import assemble
from course.model import Exploration, Program, Search
from tests.lessons.page import Change, Page

PAGE = Page("queue/2-finishing")

EVERY = Search(preemptions=None)

CLASS = "close-class"
"""The cell with the class that stands for the queue of Python 3.13."""


def explored(program: str, *changes: Change) -> Exploration:
    """All that the program of a cell can do, with that class, when the learner has changed what the page asks for."""
    return PAGE.explored(program, *changes, solution=assemble([PAGE.cells[CLASS]]).text)


def outputs(program: str, *changes: Change) -> list[list[str]]:
    found = explored(program, *changes)
    assert {outcome.ending for outcome in found.outcomes} == {"completed"}
    return sorted(outcome.output.splitlines() for outcome in found.outcomes)


@pytest.mark.parametrize(
    ("program", "endings"),
    [
        ("last-run", {"deadlock"}),
        ("two-run", {"deadlock"}),
        ("fails-run", {"error"}),
        ("fails-skips", {"deadlock"}),
        ("close-empty", {"error"}),
        ("now-thrown", {"completed", "deadlock"}),
    ],
)
def test_it_ends_so(program: str, endings: set[str]) -> None:
    assert {outcome.ending for outcome in explored(program).outcomes} == endings


@pytest.mark.parametrize(
    ("program", "finding"),
    [
        ("last-run", "forgotten sentinel"),
        ("two-run", "one sentinel too few"),
        ("fails-skips", "missing task_done"),
    ],
)
def test_what_goes_wrong_has_a_name(program: str, finding: str) -> None:
    kinds = [{each.kind for each in outcome.execution.findings} for outcome in explored(program).outcomes]
    assert all(finding in each for each in kinds)


def test_a_guess_leaves_a_loaf_behind() -> None:
    PAGE.says("last-guess-answer", "Jonas sells the rye, waits for 600 seconds and goes home")
    assert outputs("last-guess") == [["Jonas sells rye", "Jonas goes home", "Left on the shelf: 1"]]


def test_the_sentinel_comes_last_if_it_went_in_last() -> None:
    PAGE.says("word-answer", "At second 1800")
    [lines] = outputs("word-run")
    assert lines[2:] == ["Jonas goes home after 1800.0 seconds", "The shop is closed"]
    PAGE.says("word-answer", "Jonas goes home at second 0")
    first = "    for loaf in"
    [lines] = outputs("word-run", ("    shelf.put(None)\n", ""), (first, f"    shelf.put(None)\n{first}"))
    assert lines == ["Jonas goes home after 0.0 seconds", "The shop is closed"]


def test_a_sentinel_for_each_seller_sends_both_home() -> None:
    PAGE.says("two-answer", "for _ in sellers: shelf.put(None)")
    for lines in outputs("two-run", ("shelf.put(None)", "for _ in sellers: shelf.put(None)")):
        assert {"Jonas goes home", "Ines goes home"} < set(lines)
        assert lines[-1] == "The shop is closed"
    PAGE.says("two-answer", "puts it back for the next one")
    passed_on = ('    print(name, "goes home")', '    print(name, "goes home")\n    shelf.put(None)')
    for lines in outputs("two-run", passed_on):
        assert {"Jonas goes home", "Ines goes home"} < set(lines)


def test_a_goodbye_of_each_baker_can_come_too_early() -> None:
    PAGE.says("two-bakers-answer", "Jonas goes home after the rye")
    assert ["Jonas sells rye", "The shop is closed"] in outputs("two-bakers")
    mended = outputs(
        "two-bakers",
        ("    shelf.put(loaf)\n    shelf.put(None)\n", "    shelf.put(loaf)\n"),
        ("jonas.join()", "shelf.put(None)\njonas.join()"),
    )
    assert [sorted(lines) for lines in mended] == [["Jonas sells rye", "Jonas sells wheat", "The shop is closed"]] * 2


def test_zero_rolls_look_like_a_goodbye() -> None:
    PAGE.says("falsy-answer", "`Rolls: 3`, in every schedule")
    assert outputs("falsy-run") == [["Rolls: 3"]]
    PAGE.says("falsy-answer", "Now it is `Rolls: 5`")
    own = (
        ("trays = queue.Queue()", "trays = queue.Queue()\nclosed = object()"),
        ("while rolls := trays.get():", "while (rolls := trays.get()) is not closed:"),
        ("put(None)", "put(closed)"),
    )
    assert outputs("falsy-run", *own) == [["Rolls: 5"]]


def test_an_early_task_done_lets_mira_speak_too_early() -> None:
    PAGE.says("count-early-answer", "in some outcomes the line about the small tray is missing")
    clean, big, small = "Mira: all is clean", "Ines has washed the big tray", "Ines has washed the small tray"
    assert outputs("count-early") == sorted([[big, small, clean], [big, clean, small], [big, clean]])
    late = ('        sink.task_done()\n        print("Ines has washed the", tray)\n',
            '        print("Ines has washed the", tray)\n        sink.task_done()\n')  # fmt: skip
    assert outputs("count-early", late) == [[big, small, clean]]


def test_a_report_behind_task_done_can_come_too_late() -> None:
    assert outputs("fails-order") == [["Problems: ['broken tray']"], ["Problems: []"]]
    early = "            sink.task_done()\n"
    behind = "            problems.append(str(problem))\n"
    moved = ((early, ""), (behind, f"{behind}        sink.task_done()\n"))
    assert outputs("fails-order", *moved) == [["Problems: ['broken tray']"]]
    second = ('sink.put("broken tray")', 'sink.put("broken tray")\nsink.put("small tray")')
    assert outputs("fails-order", *moved, second) == [["Problems: ['broken tray']"]]
    within = ((early, ""), (behind, f"{behind}{early}"))
    assert outputs("fails-order", *within) == [["Problems: ['broken tray']"]]
    PAGE.says("fails-order-answer", "a tray that is whole would never be ticked off")
    assert {outcome.ending for outcome in explored("fails-order", *within, second).outcomes} == {"deadlock"}


def test_what_comes_out_when_the_shop_is_closed() -> None:
    mended = (("import ClosingQueue", "import ClosingQueue, ShutDown"), ("except queue.Empty:", "except ShutDown:"))
    lines = outputs("close-empty", *mended)
    assert [sorted(each) for each in lines] == [["Jonas goes home", "Jonas sells rye", "The shop is closed"]]
    PAGE.says("close-run-answer", "Loaves 1 and 2 are sold")
    sold = ["Jonas sells loaf 1", "Jonas sells loaf 2"]
    assert outputs("close-run") == [[*sold, "Jonas goes home", "Mira: too late for loaf 3"]]
    PAGE.says("close-sentinel-answer", "here loaf 3 is *sold*")
    assert outputs("close-sentinel") == [[*sold, "Jonas sells loaf 3", "Jonas goes home"]]
    PAGE.says("close-sentinel-answer", "loaf 3 stays on the shelf")
    swapped = ("mira.join()\nshelf.put(None)", "shelf.put(None)\nmira.join()")
    assert outputs("close-sentinel", swapped) == [[*sold, "Jonas goes home"]]


def test_join_is_over_when_all_is_thrown_away() -> None:
    assert outputs("now-run") == [["Mira goes home"]]
    kept = explored("now-run", ("immediate=True", ""))
    assert {outcome.ending for outcome in kept.outcomes} == {"deadlock"}


# --- the class that stands for the queue of Python 3.13 ------------------------------------------


def test_the_program_of_the_exercise_has_the_same_class() -> None:
    program = (PAGE.path.parent / "programs" / "thrown_away.py").read_text("utf-8")
    assert program.startswith(PAGE.cells[CLASS])


def kinds() -> dict[str, Any]:
    """The class of the page, and what it raises."""
    names: dict[str, Any] = {}
    exec(PAGE.cells[CLASS], names)
    return names


def told(make: Any, shut_down: type[Exception], calls: str) -> list[object]:
    """What a queue with room for two says to some calls, one after the other, none of which has to wait."""
    line, says = make(2), []
    for call in calls.split():
        name, _, argument = call.partition(":")
        arguments = [argument] if name == "put" else []
        keywords = {"immediate": True} if argument == "at-once" else {}
        try:
            says.append(getattr(line, name)(*arguments, **keywords))
        except shut_down:
            says.append("ShutDown")
        except ValueError:
            says.append("ValueError")
    return says


CALLS = [
    "put:a put:b get get task_done task_done join task_done",
    "put:a shutdown put:b get get get task_done join task_done",
    "shutdown get put:a join task_done",
    "put:a put:b shutdown:at-once get put:c join task_done",
    "put:a put:b get shutdown:at-once get task_done join task_done",
    "put:a put:b get task_done shutdown:at-once join task_done get",
    "put:a shutdown shutdown:at-once get join",
    "shutdown:at-once shutdown get",
]

ONLY_313 = pytest.mark.skipif(sys.version_info < (3, 13), reason="Queue.shutdown came in Python 3.13")


@ONLY_313
@pytest.mark.parametrize("calls", CALLS)
def test_the_class_says_what_the_library_says(calls: str) -> None:
    own, library = kinds(), vars(queue)
    ours = told(own["ClosingQueue"], own["ShutDown"], calls)
    assert ours == told(queue.Queue, library["ShutDown"], calls)


WAITING = """
import threading

def wait(call, *arguments):
    try:
        print(call.__name__, call(*arguments))
    except ShutDown:
        print(call.__name__, "ShutDown")

empty, full, done, taken = Queue(), Queue(1), Queue(), Queue()
for line in (full, done, taken):
    line.put("rye")
taken.get()
for call, *arguments in [(empty.get,), (full.put, "wheat"), (done.join,), (taken.join,)]:
    threading.Thread(target=wait, args=(call, *arguments)).start()
for line in (empty, full, done, taken):
    line.shutdown(immediate=IMMEDIATE)
"""


@ONLY_313
@pytest.mark.parametrize("immediate", [False, True])
@pytest.mark.parametrize("calls", ["(empty.get,)", '(full.put, "wheat")', "(done.join,)", "(taken.join,)"])
def test_who_waits_is_told_by_both(calls: str, immediate: bool) -> None:
    text = re.sub(r"in \[.*\]:", f"in [{calls}]:", WAITING).replace("IMMEDIATE", str(immediate))
    ours = explore(
        Program({
            "main": f"from solution import ClosingQueue as Queue, ShutDown\n{text}",
            "solution": PAGE.cells[CLASS],
        }),
        EVERY,
    )  # fmt: skip
    library = explore(Program({"main": f"from queue import Queue, ShutDown\n{text}"}), EVERY)
    assert ours.complete
    assert library.complete
    assert {(each.ending, each.output) for each in ours.outcomes} == {
        (each.ending, each.output) for each in library.outcomes
    }


@ONLY_313
def test_the_program_of_the_exercise_does_the_same_with_the_library_s_queue() -> None:
    PAGE.says("thrown-away-answer", "That is so in the library's queue of Python 3.13, too")
    PAGE.says("close-empty-answer", "The library's own `ShutDown` is no kind of `Empty`")
    library = vars(queue)
    assert not issubclass(library["ShutDown"], queue.Empty)
    _, _, text = PAGE.cells["now-thrown"].partition(PAGE.cells[CLASS])
    head = "import threading\nfrom queue import Queue as ClosingQueue, ShutDown\n"
    found = explore(Program({"main": head + text}), EVERY)
    assert {(each.ending, each.output) for each in found.outcomes} == {
        (each.ending, each.output) for each in explored("now-thrown").outcomes
    }


def test_the_page_tells_the_same_on_every_version(capsys: pytest.CaptureFixture[str]) -> None:
    names = kinds()
    exec(PAGE.cells["close-real"], names)
    assert capsys.readouterr().out.splitlines() == [
        "put after shutdown: ShutDown",
        "get, and a loaf is left: rye",
        "get, and nothing is left: ShutDown",
        "put, waiting for room: ShutDown",
    ]
