"""A tiny lesson to run notebooks in: a driver, two checks, and cells that solve them or not."""

from __future__ import annotations

from pathlib import Path

SCENARIOS = '''\
"""The drivers of a lesson."""

import threading


def hand_over(items):
    """One producer, one consumer: what the consumer saw."""
    from solution import consumer, producer

    ready = threading.Event()
    box, seen = [], []
    threads = [
        threading.Thread(target=consumer, args=(ready, box, seen), name="consumer"),
        threading.Thread(target=producer, args=(ready, box, items), name="producer"),
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return seen
'''

CHECKS = '''\
import pytest


@pytest.mark.check("first-signal", points=2)
def test_ends(explore):
    """Every schedule comes to its end."""
    explore("hand_over", items=2).completes()


@pytest.mark.check("first-signal", points=3)
def test_sees_all(explore):
    """The consumer sees every item."""
    explore("hand_over", items=2).always(lambda outcome: outcome.result == [0, 1], "the consumer saw {outcome.result}")
'''

CONSUMER = """\
def consumer(ready, box, seen):
    ready.wait()
    seen.extend(box)
"""

PRODUCER = """\
def producer(ready, box, items):
    for item in range(items):
        box.append(item)
    ready.set()
"""

HASTY_PRODUCER = """\
def producer(ready, box, items):
    ready.set()
    for item in range(items):
        box.append(item)
"""


def lay_out(folder: Path) -> Path:
    """Put the lesson's files into ``folder``/event."""
    lesson = folder / "event"
    lesson.mkdir(parents=True)
    (lesson / "scenarios.py").write_text(SCENARIOS, encoding="utf-8")
    (lesson / "test_event.py").write_text(CHECKS, encoding="utf-8")
    return lesson
