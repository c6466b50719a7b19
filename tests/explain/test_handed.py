"""Items handed over: told where it is certain, and nowhere else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from course.explain import picture_svg, replay
from course.explain.picture.handed import handed_over
from course.model import Program
from tests.explain.records import step

ONE_QUEUE = """\
import queue, threading
q = queue.Queue()
def take():
    for _ in range(2):
        q.get()
taker = threading.Thread(target=take)
taker.start()
q.put("a")
q.put("b")
taker.join()
"""


def pairs(text: str, entry: str | None = None) -> list[tuple[str, str]]:
    """The lines of each pair."""
    program = Program({"main": text}, entry=entry)
    execution = replay(program, "-")
    return [
        (f"put {execution.steps[put].line}", f"get {execution.steps[get].result}")
        for put, get in handed_over(execution, program)
    ]


def test_what_goes_in_first_comes_out_first() -> None:
    assert pairs(ONE_QUEUE) == [("put 8", "get a"), ("put 9", "get b")]
    assert pairs(ONE_QUEUE.replace("queue.Queue()", "queue.SimpleQueue()")) == [("put 8", "get a"), ("put 9", "get b")]


def test_of_a_stack_only_what_was_alone_in_it_is_certain() -> None:
    text = "import queue\nq = queue.LifoQueue()\nq.put(1)\nq.get()\nq.put(2)\nq.put(3)\nq.get()\n"
    assert pairs(text) == [("put 3", "get 1")]


def test_a_queue_that_the_entry_makes_counts() -> None:
    text = "import queue\ndef run():\n    q = queue.Queue()\n    q.put(1)\n    return q.get()\n"
    assert pairs(text, "main:run") == [("put 4", "get 1")]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("q = queue.Queue()", "q = queue.Queue(); other = queue.Queue()"),
        ("q = queue.Queue()", "def make():\n    return queue.Queue()\nq = make()"),
        ("q = queue.Queue()", "Line = queue.Queue\nother = Line()\nother.put(0)\nq = queue.Queue()"),
        ("q = queue.Queue()", "for _ in range(2):\n    q = queue.Queue()"),
        ("q.get()", "q.get(timeout=1)"),
        ("q.get()", "q.get_nowait()"),
        ('q.put("a")', 'q.put("a", False)'),
        ('q.put("a")', 'q.queue.append("a")'),
    ],
)
def test_where_there_is_a_doubt_nothing_is_told(old: str, new: str) -> None:
    assert pairs(ONE_QUEUE.replace(old, new)) == []


def test_an_item_that_came_from_nowhere_makes_all_uncertain() -> None:
    program = Program({"main": ONE_QUEUE})
    execution = replay(program, "-")
    forged = replace(execution, steps=(step(1, "Queue.get", "q", 5), *execution.steps))
    assert handed_over(forged, program) == ()
    assert "hands an item over" not in picture_svg(forged, program)
    assert "hands an item over" in picture_svg(execution, program)
