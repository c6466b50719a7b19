"""Programs in a process of their own: what they may not do to it, and what is said when they try."""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from course.checking.explorer import ChildExplorer, ExplorerDied, ExplorerFailed, InProcessExplorer, Limits, Remembering
from course.checking.messages import Request, line
from course.explain.explained import position
from course.model import BadRecord, Program, Schedule, Search

ROOT = Path(__file__).parents[2]
MIB = 1 << 20
LIMITS = Limits(seconds=20, stuck=0.5, memory=256 * MIB, answer=MIB)


class Scripted(ChildExplorer):
    """A child explorer over ``fake_child.py``, or over a program of a test's own."""

    def __init__(self, limits: Limits = LIMITS, script: str | None = None) -> None:
        self.script = script
        super().__init__(limits)

    def _command(self) -> Sequence[str]:
        if self.script is not None:
            return [sys.executable, "-I", "-c", self.script]
        start = "import sys; sys.path.append(sys.argv[1]); from tests.checking.fake_child import main; main()"
        return [sys.executable, "-P", "-s", "-c", start, str(ROOT)]

    def does(self, text: str, progress: Callable[[int, int], None] | None = None) -> str:
        """Explore a program that executes ``text``; gives what it left in ``coverage``."""
        return self.explore(Program({"main": text}), Search(), progress).coverage

    @property
    def process(self) -> int:
        assert self._child is not None
        return self._child.process.pid


@pytest.fixture(scope="module")
def scripted() -> Iterator[Scripted]:
    with Scripted() as explorer:
        yield explorer


@pytest.fixture(scope="module")
def explorer() -> Iterator[ChildExplorer]:
    with ChildExplorer(Limits(stuck=0.5)) as explorer:
        yield explorer


def running(session: int) -> list[int]:
    """The processes of a session, without those that are only waiting to be collected."""
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        with contextlib.suppress(OSError):
            state, _, _, of_session = (folder / "stat").read_text().rpartition(")")[2].split()[:4]
            if int(of_session) == session and state != "Z":
                found.append(int(folder.name))
    return found


# --- the process ------------------------------------------------------------------------------


def test_one_process_serves_many_requests(scripted: Scripted) -> None:
    text = "import os; coverage = str(os.getpid())"
    assert scripted.does(text) == scripted.does(text) == str(scripted.process) != str(os.getpid())


def test_it_inherits_nothing_but_a_fixed_hash_seed(scripted: Scripted, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SECRET", "gradebook")
    monkeypatch.setenv("PYTHONPATH", "/anywhere")
    with Scripted() as fresh:
        environment = fresh.does("import os; coverage = str(sorted(os.environ))")
        assert environment in ("['PYTHONHASHSEED']", "['LC_CTYPE', 'PYTHONHASHSEED']")
        order = "coverage = ''.join({'a', 'b', 'c', 'd', 'e', 'f'})"
        assert fresh.does(order) == scripted.does(order)


def test_it_lives_in_an_empty_folder_of_its_own_that_goes_with_it() -> None:
    with Scripted() as explorer:
        folder = Path(explorer.does("import os; coverage = os.getcwd()"))
        assert list(folder.iterdir()) == []
        assert folder != Path.cwd()
    assert not folder.exists()


def test_it_is_not_in_the_session_that_an_interrupt_reaches(scripted: Scripted) -> None:
    assert scripted.does("import os; coverage = str(os.getsid(0))") == str(scripted.process)


def test_it_cannot_write_files(scripted: Scripted, caplog: pytest.LogCaptureFixture) -> None:
    with pytest.raises(ExplorerFailed, match="OSError"):
        scripted.does("file = open('file', 'w'); file.write('x'); file.close()")
    assert "File too large" in caplog.text


def test_large_programs_go_through_the_pipe(scripted: Scripted) -> None:
    assert scripted.does("coverage = 'here'\n" + "# a comment\n" * 200_000) == "here"


def test_what_a_program_writes_to_the_standard_streams_disturbs_nothing(scripted: Scripted) -> None:
    text = """
import os, sys
print('{"number": 1, "kind": "found"}', flush=True)
os.write(1, b'garbage\\n' * 100_000)
sys.stderr.write("noise" * 100_000)
coverage = repr(sys.stdin.read())
"""
    assert scripted.does(text) == "''"


def test_progress_passes_through(scripted: Scripted) -> None:
    seen: list[tuple[int, int]] = []
    text = "import time; end = time.monotonic() + 0.2; n = 0\nwhile time.monotonic() < end: n += 1; progress(n, 7)"
    scripted.does(text, lambda executions, budget: seen.append((executions, budget)))
    assert seen
    assert seen == sorted(seen)
    assert {budget for _, budget in seen} == {7}


def test_a_replay_is_the_other_request(scripted: Scripted) -> None:
    execution = scripted.replay(Program({"main": "the text"}), Schedule.parse("0x2.1"))
    assert (str(execution.schedule), execution.result) == ("0x2.1", "the text")


def test_a_game_is_the_third_request(scripted: Scripted) -> None:
    position = scripted.position(Program({"main": "the text"}), [0, 1], ["n"])
    assert (position.choices, position.output) == ((0, 1), "the text ('n',)")


# --- programs that go too far -----------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("import os; os._exit(0)", "The program ended its process at once, as os._exit() does, instead of coming"),
        ("while True: pass", "The program was busy for more than 0.5 seconds in one execution, which is the limit"),
        ("sum(range(10**12))", "The program was busy for more than 0.5 seconds in one execution, which is the limit"),
        ("bytearray(10**10)", "The program used more than 256 MiB of memory, which is the limit, so it was stopped."),
        (
            "a = []\nwhile True: a.append(bytearray(10**6))",
            "The program used more than 256 MiB of memory, which is the",
        ),
        ("coverage = 'x' * 2**20", "The program printed or returned more than 1 MiB, which is the limit, so it was"),
        ("coverage = chr(0xD800)", "The program made a text with half a character in it"),
        ("import os; os.abort()", "The program made Python itself crash (SIGABRT), as endless recursion can do."),
    ],
)
def test_each_way_to_go_too_far_is_one_sentence_and_the_next_request_is_served(
    scripted: Scripted, text: str, sentence: str
) -> None:
    with pytest.raises(ExplorerDied) as died:
        scripted.does(text)
    assert died.value.sentence.startswith(sentence)
    assert scripted.does("coverage = 'alive'") == "alive"


def test_the_line_that_a_program_was_stuck_in_is_known(scripted: Scripted) -> None:
    with pytest.raises(ExplorerDied) as died:
        scripted.does("def count():\n    return sum(range(10**12))\n\ncount()")
    assert died.value.lines == (("main", 2), ("main", 4))


def test_each_execution_has_the_time_for_itself(scripted: Scripted) -> None:
    """Three executions of 0.3 seconds are fine where one may take 0.5."""
    text = """
import time
for n in range(3):
    end = time.process_time() + 0.3
    while time.process_time() < end: pass
    progress(n, 3)
coverage = "done"
"""
    assert scripted.does(text) == "done"


def test_a_program_that_only_blocks_is_stopped_by_the_clock() -> None:
    with Scripted(Limits(seconds=0.2)) as explorer, pytest.raises(ExplorerDied) as died:
        explorer.does("import time; time.sleep(1_000)")
    assert (
        died.value.sentence
        == "The program did not come to an end within 0.2 seconds, which is the limit, so it was stopped."
    )


def test_a_process_that_has_lost_its_parent_stops_by_itself() -> None:
    limits, request = Limits(seconds=0.1), Request(1, Program({"main": "import time; time.sleep(1_000)"}), Search())
    with Scripted() as explorer:
        command = explorer._command()
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        process.stdin.write(line(limits) + line(request))
        process.stdin.flush()
        assert process.wait(60) == -signal.SIGALRM


def test_a_search_that_is_too_large_for_the_machine_is_not_the_programs_fault() -> None:
    with Scripted(Limits(seconds=1)) as explorer, pytest.raises(ExplorerFailed) as failed:
        explorer.does("n = 0\nwhile True: n += 1; progress(n, 0)")
    assert failed.value.sentence == "1 seconds were not enough to run every schedule on this machine."


def test_a_process_that_has_grown_is_replaced_so_that_all_programs_find_as_much_memory(scripted: Scripted) -> None:
    before = scripted.process
    scripted.does("import builtins; builtins.kept = bytearray(100 * 2**20)")
    assert scripted.process != before


def test_whatever_a_program_started_ends_with_it(scripted: Scripted) -> None:
    text = "import os, time\nif os.fork() == 0:\n    time.sleep(1_000)\nos._exit(0)"
    session = scripted.process
    with pytest.raises(ExplorerDied):
        scripted.does(text)
    while running(session):
        os.sched_yield()


def test_one_that_is_left_behind_and_writes_without_end_holds_nobody_up(scripted: Scripted) -> None:
    """It left the session, so it is not ended with it; it ends when nobody reads its pipe any more."""
    text = "import os\nif os.fork() == 0:\n    os.setsid()\n    while True: os.write(2, b'x' * 10_000)\nos._exit(0)"
    with pytest.raises(ExplorerDied, match="ended its process at once"):
        scripted.does(text)
    assert scripted.does("coverage = 'alive'") == "alive"


def test_one_that_is_left_behind_and_only_holds_the_pipes_holds_nobody_up(scripted: Scripted) -> None:
    text = """
import os, select
if os.fork() == 0:
    os.setsid()
    closed = select.poll()
    closed.register(2, 0)
    closed.poll()
os._exit(0)
"""
    with pytest.raises(ExplorerDied, match="ended its process at once"):
        scripted.does(text)


# --- what is not the program's doing ----------------------------------------------------------


def test_an_exception_in_the_explorer_is_its_own_failure_and_its_details_are_for_the_log(
    scripted: Scripted, caplog: pytest.LogCaptureFixture
) -> None:
    with pytest.raises(ExplorerFailed) as failed:
        scripted.does("raise LookupError('no such strategy')")
    assert failed.value.sentence == "The explorer itself went wrong (LookupError)."
    assert "no such strategy" in caplog.text


def test_a_program_that_does_not_do_the_same_twice_is_told_so(scripted: Scripted) -> None:
    with pytest.raises(ExplorerFailed, match="did something else when it was run again"):
        scripted.does("from course.search import Unrepeatable; raise Unrepeatable")


def test_an_unsound_request_is_refused_as_the_engine_itself_would(scripted: Scripted) -> None:
    process = scripted.process
    with pytest.raises(BadRecord, match="'once' is not a schedule"):
        scripted.replay(Program({"main": ""}), "once")
    assert scripted.process == process


def test_a_process_that_somebody_kills_proves_nothing(scripted: Scripted) -> None:
    with pytest.raises(ExplorerFailed, match="The system ended the explorer process"):
        scripted.does("import os; os.kill(os.getpid(), 9)")


@pytest.mark.parametrize(
    "script",
    [
        "print('hello')",
        "print('{}')",
        'print(\'{"number": 0, "kind": "found"}\')',
        "print('[' * 100_000)",
        "import os; os.write(1, b'\\xff\\n')",
        "import sys; sys.stdout.write('x' * 2**22); sys.stdout.flush(); input()",
    ],
)
def test_an_answer_that_breaks_the_protocol_is_never_taken(script: str) -> None:
    with Scripted(script=script) as explorer, pytest.raises(ExplorerFailed) as failed:
        explorer.does("")
    assert failed.value.sentence == "The explorer process gave an answer that cannot be read."


def test_an_exploration_without_an_outcome_is_not_taken(scripted: Scripted) -> None:
    with pytest.raises(ExplorerFailed, match="cannot be read"):
        scripted.does("nothing = True")


def test_an_answer_to_another_request_is_not_taken() -> None:
    script = 'print(\'{"number": 0, "kind": "ready"}\\n{"number": 7, "kind": "found"}\')'
    with Scripted(script=script) as explorer, pytest.raises(ExplorerFailed, match="cannot be read"):
        explorer.does("")


@pytest.mark.parametrize(
    ("script", "sentence"),
    [
        ("raise SystemExit(1)", "The explorer process could not start; the log says why."),
        ("import time; time.sleep(1_000)", "The explorer process was not ready within 0.2 seconds."),
    ],
)
def test_a_process_that_does_not_start_says_so(script: str, sentence: str) -> None:
    limits = Limits(start=0.2 if "sleep" in script else 60)
    with Scripted(limits, script) as explorer, pytest.raises(ExplorerFailed) as failed:
        explorer.does("")
    assert failed.value.sentence == sentence


# --- interrupts -------------------------------------------------------------------------------


def test_an_interrupt_ends_the_process_and_goes_through() -> None:
    with Scripted() as explorer:
        process = explorer.process
        with pytest.raises(KeyboardInterrupt):
            explorer.does("n = 0\nwhile True: n += 1; progress(n, 0)", lambda *_: signal.raise_signal(signal.SIGINT))
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert explorer.does("coverage = 'alive'") == "alive"


UNTIL_STOPPED = """
from course.search import Stop
try:
    n = 0
    while True:
        n += 1
        progress(n, 0)
except Stop:
    coverage = "incomplete: stopped"
"""


def interrupt(executions: int, budget: int) -> None:
    signal.raise_signal(signal.SIGINT)


def test_where_what_was_seen_is_wanted_an_interrupt_ends_the_search_and_not_its_process() -> None:
    with Scripted() as explorer:
        found = explorer.explore(Program({"main": UNTIL_STOPPED}), Search(), interrupt, partial=True)
        assert found.coverage == "incomplete: stopped"
        found = explorer.explore(Program({"main": UNTIL_STOPPED}), Search(), interrupt, partial=True)
        assert found.coverage == "incomplete: stopped", "the next one is as good as the first"


@pytest.mark.parametrize("then", ["time.sleep(1_000)", "import os; os._exit(0)", "raise ValueError"])
def test_a_search_that_does_not_end_when_it_is_asked_to_is_ended(monkeypatch: pytest.MonkeyPatch, then: str) -> None:
    monkeypatch.setattr("course.checking.process.STOPPING", 0.1)
    with Scripted() as explorer:
        process = explorer.process
        text = f"import time\n{UNTIL_STOPPED}    {then}\n"
        with pytest.raises(KeyboardInterrupt):
            explorer.explore(Program({"main": text}), Search(), interrupt, partial=True)
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)
        assert explorer.does("coverage = 'alive'") == "alive"


def test_an_explorer_that_is_forgotten_takes_its_process_along() -> None:
    explorer = Scripted()
    process = explorer.process
    del explorer
    with pytest.raises(ProcessLookupError):
        os.kill(process, 0)


def test_a_closed_explorer_opens_again_when_it_is_asked() -> None:
    with Scripted() as explorer:
        explorer.close()
        explorer.close()
        assert explorer.does("coverage = 'again'") == "again"


# --- with the real engine ---------------------------------------------------------------------

RACE = Program(
    {
        "main": "from solution import count\ndef run(turns):\n    return count(turns)\n",
        "solution": """\
import threading

def count(turns):
    total = 0
    def add():
        nonlocal total
        for _ in range(turns):
            total += 1
    threads = [threading.Thread(target=add) for _ in range(2)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return total
""",
    },
    "main:run",
    {"turns": 1},
)


def test_the_child_finds_what_the_engine_finds_here(explorer: ChildExplorer) -> None:
    here = InProcessExplorer()
    found = explorer.explore(RACE, Search())
    assert found == here.explore(RACE, Search())
    assert sorted(outcome.result for outcome in found.outcomes) == [1, 2]
    for outcome in found.outcomes:
        assert explorer.replay(RACE, outcome.execution.schedule) == outcome.execution
        assert here.replay(RACE, str(outcome.execution.schedule)) == outcome.execution


def test_the_child_is_as_brief_as_it_is_asked_to_be(explorer: ChildExplorer) -> None:
    found = explorer.explore(RACE, Search(), brief=True)
    assert found == InProcessExplorer().explore(RACE, Search(), brief=True)
    assert not any(outcome.execution.recorded for outcome in found.outcomes)


def test_an_explorer_that_remembers_asks_once_for_each_search_and_starts_when_it_is_needed() -> None:
    started: list[ChildExplorer] = []

    def start() -> ChildExplorer:
        started.append(ChildExplorer())
        return started[-1]

    remembering = Remembering(start)
    assert not started
    found = remembering.explore(RACE, Search(), brief=True)
    assert remembering.explore(RACE, Search(), brief=True) is found
    assert remembering.explore(RACE, Search()) != found
    assert remembering.explore(RACE, Search(preemptions=0)).coverage == "every schedule with at most 0 preemptions"
    execution = remembering.replay(RACE, found.outcomes[0].execution.schedule)
    assert execution.recorded
    assert len(started) == 1
    remembering.close()
    assert remembering.explore(RACE, Search(), brief=True) is found


def test_an_explorer_that_remembers_asks_another_process_if_one_was_killed() -> None:
    explorer = ChildExplorer()
    remembering = Remembering(lambda: explorer)
    for kill in (signal.SIGKILL, signal.SIGTERM):
        assert remembering.replay(RACE, Schedule(())).ending == "completed"
        assert explorer._child is not None
        os.kill(explorer._child.process.pid, kill)
        explorer._child.process.wait()
    assert remembering.replay(RACE, Schedule(())).ending == "completed"
    remembering.close()


def test_a_search_that_is_stopped_tells_what_it_has_seen_and_is_never_complete(explorer: ChildExplorer) -> None:
    large = Program(RACE.modules, "main:run", {"turns": 9})
    found = explorer.explore(large, Search(preemptions=None, executions=10**9), interrupt, partial=True)
    s = "" if found.executions == 1 else "s"
    assert found.coverage == f"incomplete: stopped after {found.executions:,} schedule{s}"
    assert not found.complete
    assert sum(outcome.count for outcome in found.outcomes) == found.executions
    for outcome in found.outcomes:
        assert explorer.replay(large, outcome.execution.schedule) == outcome.execution


@pytest.mark.parametrize(
    ("body", "lines"),
    [
        ("return sum(range(10**12))", (("solution", 2), ("main", 3))),
        ("import re; return re.match('(a+)+$', 'a' * 64 + 'b')", (("solution", 2), ("main", 3))),
    ],
)
def test_a_call_that_never_returns_is_stopped_and_its_line_named(
    explorer: ChildExplorer, body: str, lines: tuple[tuple[str, int], ...]
) -> None:
    program = Program({**RACE.modules, "solution": f"def count(turns):\n    {body}\n"}, "main:run", {"turns": 1})
    with pytest.raises(ExplorerDied) as died:
        explorer.explore(program, Search())
    assert died.value.lines == lines


@pytest.mark.parametrize(
    ("body", "ending"),
    [
        ("import os; os._exit(0)", "error"),
        ("while True: pass", "endless"),
        ("return len(bytearray(10**10))", "error"),
        ("import sys; sys.exit()", "error"),
        ("import time; time.sleep(3600)", "completed"),
        ("print('x' * 10**7)", "error"),
        ("return count(turns)", "error"),
        ("input()", "error"),
    ],
)
def test_what_the_engine_can_end_itself_ends_as_an_outcome(explorer: ChildExplorer, body: str, ending: str) -> None:
    program = Program({**RACE.modules, "solution": f"def count(turns):\n    {body}\n"}, "main:run", {"turns": 1})
    assert {outcome.ending for outcome in explorer.explore(program, Search()).outcomes} == {ending}


def test_a_game_is_played_in_the_process_as_it_is_here(explorer: ChildExplorer) -> None:
    here = position(RACE)
    while here.options:
        assert explorer.position(RACE, here.choices) == here
        here = position(RACE, (*here.choices, here.options[-1]))
    assert explorer.position(RACE, here.choices) == here
    assert here.execution is not None
    assert here.execution == explorer.replay(RACE, here.schedule)


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("sum(range(10**12))", "busy for more than 0.5 seconds"),
        ("import os", None),
        ("while True: pass", None),
    ],
)
def test_a_game_with_a_program_that_goes_too_far_ends_in_a_sentence(
    explorer: ChildExplorer, text: str, said: str | None
) -> None:
    if said is None:
        over = explorer.position(Program({"main": text}))
        assert over.execution is None or over.execution.ending in ("error", "endless")
    else:
        with pytest.raises(ExplorerDied, match=said):
            explorer.position(Program({"main": text}))
    assert explorer.position(RACE).options == (0,)
