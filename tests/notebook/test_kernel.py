"""The magics and ``check()`` in a real kernel."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import nbformat
import pytest
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import KernelManager

from tests.notebook.lesson import CONSUMER, HASTY_PRODUCER, PRODUCER, lay_out

ROOT = Path(__file__).parents[2]
LOAD = "from course.notebook import check"

LOST = """\
%%explore
import threading

total = 0

def add():
    global total
    total += 1

threads = [threading.Thread(target=add) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(total)
"""

LARGE = LOST.replace("range(2)", "range(5)").replace(
    "%%explore", "%%explore --preemptions none --executions 10_000_000"
)


class Kernel:
    """A kernel with the lesson around it; runs cells and gives their outputs."""

    def __init__(self, manager: KernelManager, client: BlockingKernelClient) -> None:
        self.manager = manager
        self.client = client

    def run(self, text: str, *, watched: bool = False, remember: bool = True, on_progress: Any = None) -> list[Any]:
        """The outputs of a cell as a front end would keep them."""
        outputs: list[Any] = []
        places: dict[str, int] = {}

        def keep(message: dict[str, Any]) -> None:
            kind = message["msg_type"]
            if kind not in ("stream", "error", "display_data", "execute_result", "update_display_data"):
                return
            identity = message["content"].get("transient", {}).get("display_id")
            if kind == "update_display_data":
                outputs[places[identity]].data = message["content"]["data"]
                return
            if identity is not None:
                places[identity] = len(outputs)
            output = nbformat.v4.output_from_msg(message)
            if kind == "stream" and outputs and outputs[-1].get("name") == output.name:
                outputs[-1].text += output.text
                return
            outputs.append(output)
            if identity is not None and on_progress is not None:
                on_progress()

        self.client.execute_interactive(
            text, allow_stdin=watched, store_history=remember, output_hook=keep, timeout=120
        )
        return outputs

    def text(self, text: str) -> str:
        """All that a cell shows, as plain text."""
        parts = []
        for output in self.run(text):
            if output.output_type == "stream":
                parts.append(output.text)
            elif output.output_type == "error":
                parts.append("\n".join(output.traceback))
            else:
                parts.append(output.data["text/plain"])
        return "\n".join(parts)


@contextmanager
def started(folder: Path) -> Iterator[Kernel]:
    """A fresh kernel in ``folder``."""
    manager = KernelManager(kernel_name="python3")
    path = os.pathsep.join(filter(None, [str(ROOT), os.environ.get("PYTHONPATH")]))
    manager.start_kernel(cwd=str(folder), env={**os.environ, "PYTHONPATH": path})
    client = manager.blocking_client()
    client.start_channels()
    try:
        client.wait_for_ready(timeout=120)
        yield Kernel(manager, client)
    finally:
        client.stop_channels()
        manager.shutdown_kernel(now=True)
        manager.cleanup_resources()


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    with started(lay_out(tmp_path_factory.mktemp("lesson"))) as kernel:
        kernel.run(LOAD)
        yield kernel


def test_explore_shows_every_outcome_with_its_share_in_both_forms(kernel: Kernel) -> None:
    [shown] = kernel.run(LOST)
    assert shown.output_type == "display_data"
    assert "printed: 1" in shown.data["text/plain"]
    assert "printed: 2" in shown.data["text/plain"]
    assert shown.data["text/html"].count("of 4 schedules (") == 2
    assert shown.metadata == {}


def test_explore_has_no_bound_unless_that_is_too_much_and_then_says_so(kernel: Kernel) -> None:
    long = LOST.replace("    total += 1\n", "    for _ in range(8):\n        total += 1\n")
    for cell, said in (
        (LOST, "4 schedules run, which stand for every schedule. 2 outcomes."),
        (
            LOST.replace("%%explore", "%%explore --preemptions 2"),
            "15 schedules run: every schedule with at most 2 preem",
        ),
        (long, ": every schedule with at most 2 preemptions."),
        (
            long.replace("%%explore", "%%explore --preemptions none --executions 2000"),
            "Incomplete: 2,000 schedules were run",
        ),
    ):
        assert said in kernel.text(cell).splitlines()[0]


def test_exploring_again_gives_the_same_bytes(kernel: Kernel) -> None:
    assert kernel.run(LOST) == kernel.run(LOST)


def test_a_token_that_explore_showed_replays_its_outcome(kernel: Kernel) -> None:
    told = kernel.text(LOST).splitlines()
    [place] = [index for index, line in enumerate(told) if line.endswith("printed: 1")]
    token = told[place + 1].strip().removeprefix("%%replay ")
    again = kernel.text(LOST.replace("%%explore", f"%%replay {token}"))
    assert again.startswith("Completed.\nLost update: ")
    assert "\nData race: nothing orders the read of total at line " in again
    assert "\nOutput:\n  1\n" in again
    assert f"Schedule: {token}" in again


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ("%%replay\nprint(1)", "which schedule? Write %%replay TOKEN"),
        ("%%replay 1y3\nprint(1)", "'1y3' is not a schedule"),
        ("%%replay 0.7x3\nprint(1)", "does not fit this program"),
        ("%%explore --late soon\nprint(1)", "'soon' is not a number. The options are --preemptions N (or none)"),
        ("%%explore --preemptions -1\nprint(1)", "preemptions=-1 must be 0 or more"),
        ("%%explore --loud\nprint(1)", "unrecognized arguments: --loud"),
        ("%%explore --pct 0\nprint(1)", "depth=0 must be 1 or more"),
        ("%%explore --pct 2 --random\nprint(1)", "argument --random: not allowed with argument --pct"),
    ],
)
def test_a_wrong_token_or_option_is_answered_by_one_sentence(kernel: Kernel, cell: str, said: str) -> None:
    [shown] = kernel.run(cell)
    assert shown.output_type == "stream"
    assert shown.text.startswith("UsageError: ")
    assert said in shown.text
    assert shown.text.rstrip().count("\n") == 0
    assert shown.text.rstrip().endswith((".", "?"))


@pytest.mark.parametrize(
    ("program", "said"),
    [
        ("while True:\n    pass", "Endless: "),
        ("import os\nos._exit(0)", "ImportError in main at line 2: os cannot be imported"),
        ("import sys\nsys.exit(3)", "SystemExit in main at line 3"),
        ("input('name? ')", "input() cannot be answered here"),
        ("def f():\n    f()\nf()", "RecursionError in main"),
        ("print('x' * 100_000_000)", "the program printed more than"),
        ("import time\ntime.sleep(3600)\nprint('done')", "printed: done"),
        ("import time\nwhile True:\n    try:\n        time.sleep(1)\n    except:\n        pass", "Endless: "),
        (
            "import threading\ndef f():\n    raise ValueError('no')\nthreading.Thread(target=f).start()",
            "Nobody caught it.",
        ),
    ],
)
def test_whatever_a_program_tries_is_one_clear_sentence_and_the_kernel_lives_on(
    kernel: Kernel, program: str, said: str
) -> None:
    assert said in kernel.text(f"%%explore\n{program}")
    assert kernel.text("1 + 1") == "2"


def test_the_kernel_has_no_thread_of_ours_and_the_first_thread_of_a_learner_keeps_its_number(kernel: Kernel) -> None:
    names = kernel.text("import threading; print([thread.name for thread in threading.enumerate()])")
    assert "course" not in names
    assert kernel.text("print(threading.Thread is __import__('threading').Thread, threading.Event.__module__)") == (
        "True threading\n"
    )


def test_check_shows_what_is_wrong_and_how_to_see_it_and_raises_in_one_line(kernel: Kernel) -> None:
    kernel.run(CONSUMER)
    kernel.run(HASTY_PRODUCER)
    shown, raised = kernel.run('check("first-signal")')
    told = shown.data["text/plain"]
    assert told.startswith("first-signal: 1 of 2 checks passed, 2 of 5 points")
    assert "passed (2 points): Every schedule comes to its end." in told
    assert "failed (0 of 3 points): The consumer sees every item." in told
    assert raised.ename == "ChecksFailed"
    assert raised.traceback == ["ChecksFailed: first-signal: 1 of 2 checks passed, 2 of 5 points"]
    cell = told[told.index("%%replay") :].replace("\n    ", "\n")
    assert kernel.text(cell).startswith("Completed.\nOutput:\n  []\n")


def test_an_answer_that_was_not_run_yet_is_asked_for(tmp_path: Path) -> None:
    with started(lay_out(tmp_path)) as kernel:
        kernel.run(LOAD)
        told = kernel.text('check("first-signal")')
        assert "A cell counts as soon as it has been run: run the cell with your answer" in told
        kernel.run(CONSUMER)
        kernel.run(PRODUCER)
        assert "A cell counts" not in kernel.text('check("first-signal")')


def test_check_passes_in_silence_but_for_its_verdict(kernel: Kernel) -> None:
    kernel.run(CONSUMER)
    kernel.run(PRODUCER)
    [shown] = kernel.run('check("first-signal")')
    assert shown.data["text/plain"].startswith("first-signal: 2 of 2 checks passed, 5 of 5 points")


def test_scratch_calls_and_explored_programs_are_no_part_of_the_answer(kernel: Kernel) -> None:
    kernel.run(CONSUMER)
    kernel.run(PRODUCER)
    kernel.run("print('scratch')\nproducer = None if False else producer")
    kernel.run("%%explore\ndef producer(ready, box, items):\n    pass")
    assert "2 of 2 checks passed" in kernel.text('check("first-signal")')


@pytest.mark.parametrize(
    ("cell", "said"),
    [
        ('check("second-signal")', "ChecksFailed: event has no public checks for an exercise 'second-signal'"),
        ("check(print)", "ChecksFailed: check() takes the name of an exercise in quotes"),
    ],
)
def test_a_wrong_exercise_is_answered_by_one_sentence(kernel: Kernel, cell: str, said: str) -> None:
    [raised] = kernel.run(cell)
    [line] = raised.traceback
    assert line.startswith(said)


def test_a_cell_that_hangs_in_c_is_ended_and_the_next_one_works(kernel: Kernel) -> None:
    assert "limit, so it was stopped." in kernel.text("%%explore\nx = 10**10**8")
    assert "printed: 1" in kernel.text(LOST)


def test_progress_appears_where_somebody_watches_and_an_interrupt_shows_what_was_seen(kernel: Kernel) -> None:
    seen: list[str] = []

    def stop() -> None:
        seen.append("progress")
        kernel.manager.interrupt_kernel()

    [shown] = kernel.run(LARGE, watched=True, on_progress=stop)
    assert seen == ["progress"]
    first, *rest = shown.data["text/plain"].splitlines()
    assert re.fullmatch(
        r"[\d,]+ schedules run\. Incomplete: stopped after [\d,]+ schedules\. \d+ outcomes? so far\.", first
    )
    assert rest, "the outcomes"
    assert "printed: 1" in kernel.text(LOST)


def test_a_kernel_that_keeps_no_history_sees_the_same_cells_as_one_that_does(tmp_path: Path) -> None:
    told = []
    for remember in (True, False):
        folder = lay_out(tmp_path / str(remember))
        with started(folder) as kernel:
            for cell in (LOAD, CONSUMER, HASTY_PRODUCER):
                kernel.run(cell, remember=remember)
            [shown, _] = kernel.run('check("first-signal")', remember=remember)
            told.append(shown.data["text/html"])
    assert "cell [3]" in told[0]
    assert told[0] == told[1]


def test_loading_twice_changes_nothing(kernel: Kernel) -> None:
    kernel.run("%load_ext course.notebook")
    assert kernel.run("%reload_ext course.notebook") == []
    assert "printed: 1" in kernel.text(LOST)
