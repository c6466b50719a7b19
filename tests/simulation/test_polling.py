"""Who polls, and who goes by a timetable: what a loop that sleeps looks at, and whether others change it."""

from __future__ import annotations

import pytest

from course import Program, Search, explore, replay

PROGRAM = """
import threading
import time
from time import sleep
from time import sleep as rest

class Box:
    def __init__(self):
        self.pause = 2
        self.ready = False
        self.table = [1, 2, 3]
        self.open = {{"door": 0}}

    @property
    def is_ready(self):
        return self.ready

    def look(self):
        return self.ready

    def wait(self):
{body}

def change():
    sleep(3)
    {change}

box = Box()
bell = threading.Event()
orders = []
other = threading.Thread(target=change)
other.start()
box.wait()
"""


def polls(body: str, change: str = "pass", preemptions: int | None = None) -> bool:
    """Whether a search finds polling: the same in the run of an outcome and in a replay of its schedule."""
    lines = "\n".join(f"        {line}" for line in body.splitlines())
    program = Program({"main": PROGRAM.format(body=lines, change=change)})
    found = explore(program, Search(preemptions=preemptions, steps=300))
    assert [outcome.error for outcome in found.outcomes] == [None] * len(found.outcomes)
    told = [each for outcome in found.outcomes for each in (outcome.execution, outcome.polling) if each is not None]
    for execution in told:
        again = replay(program, execution.schedule)
        assert [finding.kind for finding in again.findings] == [finding.kind for finding in execution.findings]
    return any(finding.kind == "polling" for execution in told for finding in execution.findings)


TIMETABLES = [
    "for _ in range(3): sleep(self.pause)",
    "for _ in range(3): time.sleep(self.pause * 2 + 1)",
    "for _ in range(3): rest(max(self.pause, 1))",
    "for seconds in self.table: sleep(seconds)",
    "for i in range(3): sleep(self.table[i])",
    "for i, seconds in enumerate(self.table): sleep(seconds + self.pause)",
    "for seconds in self.table:\n    if seconds == 9: break\n    sleep(self.pause)",
    "for i in range(3):\n    seconds = self.table[i]\n    sleep(seconds)",
    "for a, b in zip(self.table, reversed(self.table)):\n    pause = self.pause\n    sleep(a + b + pause)",
    "turn = 0\nwhile turn < 3:\n    sleep(self.pause)\n    turn += 1",
]

ELSEWHERE = ["pass", "box.ready = True", "box.table = []", "del box.open['door']", "orders.append(1)"]


@pytest.mark.parametrize("body", TIMETABLES)
@pytest.mark.parametrize("preemptions", [None, 1])
def test_a_timetable_is_no_polling(body: str, preemptions: int | None) -> None:
    assert not polls(body, preemptions=preemptions)


@pytest.mark.parametrize("change", ELSEWHERE)
def test_what_others_change_elsewhere_makes_a_timetable_no_polling(change: str) -> None:
    assert not polls("for _ in range(3): sleep(self.pause)", change)


def test_what_is_changed_after_the_last_look_was_not_waited_for() -> None:
    assert not polls("for _ in range(1): sleep(self.pause)\nsleep(9)\nprint(self.pause)", "box.pause = 5")
    assert not polls("for _ in range(2): sleep(self.pause / 2)\nsleep(9)\nprint(self.pause)", "box.pause = 5")


@pytest.mark.parametrize("body", TIMETABLES[:3])
def test_what_another_thread_changes_between_two_looks_is_asked_for(body: str) -> None:
    assert polls(body, "box.pause = 1")


CHANGES = {
    "for _ in range(9): sleep(1 - self.ready)": "box.ready = True",
    "for _ in range(9):\n    done = self.ready\n    sleep(1)": "box.ready = True",
    "for _ in range(9):\n    done = self.is_ready\n    sleep(1)": "box.ready = True",
    "for _ in range(9):\n    count = len(orders)\n    sleep(1)": "orders.append(1)",
    "for _ in range(9):\n    door = self.open['door']\n    sleep(1)": "box.open['door'] = 1",
    "for _ in range(9): sleep(self.table[0])": "box.table.insert(0, 0)",
    "for i in range(3): sleep(self.table[i])": "box.table = [0, 0, 0]",
}


@pytest.mark.parametrize("body", CHANGES)
def test_a_loop_whose_turns_are_fixed_polls_if_what_it_looks_at_changes(body: str) -> None:
    assert polls(body, CHANGES[body])


@pytest.mark.parametrize("body", CHANGES)
def test_and_does_not_if_it_is_the_same_for_ever(body: str) -> None:
    assert not polls(body)


ASKS = [
    "while not self.ready: sleep(1)",
    "while not self.ready: sleep(3600)",
    "while not self.ready: sleep(self.pause)",
    "while not self.is_ready: sleep(1)",
    "while not self.look(): sleep(1)",
    "while not orders: sleep(1)",
    "while self.open['door'] == 0: sleep(1)",
    "while not bell.is_set(): sleep(1)",
    "turn = 0\nwhile turn < 9 and not self.ready:\n    sleep(1)\n    turn += 1",
    "for _ in range(9):\n    if self.ready: break\n    sleep(1)",
    "for _ in range(9):\n    if self.ready: return\n    sleep(self.pause)",
    "for _ in range(9):\n    if len(orders) > 0: break\n    sleep(1)",
    "for _ in range(9):\n    if orders: break\n    sleep(1)",
    "for _ in range(9):\n    if not orders: sleep(1)",
    "for _ in range(9):\n    if self.ready: continue\n    sleep(1)",
    "for _ in range(9):\n    self.ready or sleep(1)",
    "for _ in range(9): sleep(0 if self.ready else 1)",
    "for _ in range(9): sleep(not self.ready)",
    "for _ in range(9): sleep(0 if bell.is_set() else 1)",
    "for _ in range(9):\n    set_ = bell.is_set()\n    sleep(1)",
    "for _ in range(9):\n    alive = other.is_alive()\n    sleep(1)",
    "for _ in range(9):\n    done = self.look()\n    sleep(1)",
    "for _ in range(9): sleep(1 - self.look())",
    "for _ in iter(lambda: self.ready, True): sleep(1)",
    "for _ in (i for i in range(9) if not self.ready): sleep(1)",
    "def sleep(seconds):\n    if seconds: raise StopIteration\n    time.sleep(1)\n"
    "for _ in range(9):\n    try: sleep(self.ready)\n    except StopIteration: break",
]


@pytest.mark.parametrize("body", ASKS)
def test_who_asks_polls_even_if_the_answer_is_the_same_for_ever(body: str) -> None:
    assert polls(body)


RACES = """
import threading
import time

ready = False

def set_it():
    global ready
    ready = True

def look():
    for _ in range(2):
        seen = ready
        time.sleep(0)

threads = [threading.Thread(target=work) for work in (set_it, look)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
"""


@pytest.mark.parametrize("preemptions", [None, 1])
def test_polling_in_some_schedules_only_is_found(preemptions: int | None) -> None:
    [outcome] = explore(Program({"main": RACES}), Search(preemptions=preemptions)).outcomes
    assert "polling" not in {finding.kind for finding in outcome.execution.findings}
    assert outcome.polling is not None, "the flag is set between the two looks"
    assert [finding.lines for finding in outcome.polling.findings if finding.kind == "polling"] == [(("main", 12),)]
