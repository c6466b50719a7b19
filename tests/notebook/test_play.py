"""``%%play`` in a real kernel: what is stored, what its options say, and what the page's messages do."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest

from tests.notebook.lesson import CONSUMER, PRODUCER, lay_out
from tests.notebook.test_kernel import LOAD, LOST, Kernel, started

WIDGET = "application/vnd.jupyter.widget-view+json"
PROGRAM = LOST.partition("\n")[2]
PLAY = f"%%play --finding 'lost update' --watch thread\n{PROGRAM}"


@pytest.fixture(scope="module")
def kernel(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Kernel]:
    with started(lay_out(tmp_path_factory.mktemp("lesson"))) as kernel:
        kernel.run(LOAD)
        yield kernel


def test_where_nobody_watches_there_is_a_still_picture_that_is_the_same_each_time(kernel: Kernel) -> None:
    [shown] = kernel.run(PLAY)
    assert set(shown.data) == {"text/plain", "text/html"}
    assert shown.data["text/plain"].splitlines()[:2] == [
        "Goal: make this program lose an update.",
        "main starts Thread-1 (add) (line 12)",
    ]
    assert "total = 0\nthread = Thread-1 (add)\nSchedule so far: 0x4" in shown.data["text/plain"]
    assert "starts Thread-1 (add)" in shown.data["text/html"]
    assert kernel.run(PLAY) == [shown]


def test_where_somebody_watches_the_widget_stands_below_the_still_picture(kernel: Kernel) -> None:
    still, widget = kernel.run(PLAY, watched=True)
    assert set(still.data) == {"text/plain", "text/html"}
    assert WIDGET in widget.data
    assert "starts Thread-1 (add)" in still.data["text/html"]


def test_messages_play_the_game_and_the_still_picture_follows(kernel: Kernel) -> None:
    text = kernel.text(
        f"""
from course.explain import Goal
from course.notebook.play import Game
from course.notebook.program import cell_program
from course.notebook.session import session
from pathlib import Path

game = Game(session(), cell_program({PROGRAM!r}, (), Path.cwd()), Goal(prints="1"), ())
for choice in [0, 0, 1, 2, 7, 1, "one"]:
    game.told({{"choice": choice}})
print(game.position.choices)
game.told({{"undo": True}})
print(game.position.choices)
game.told({{"nonsense": 1}})
game.told("nonsense")
for choice in [1, 2, 0, 0, 0, 0]:
    game.told({{"choice": choice}})
print(game.position.options, game.position.execution.output, game._picture().text)
game.told({{"restart": True}})
print(game.position.choices)
"""
    )
    assert text.splitlines()[:2] == ["(0, 0, 1, 2, 1)", "(0, 0, 1, 2)"]
    assert "✓ The goal is reached." in text
    assert text.splitlines()[-1] == "()"


def test_a_program_may_use_the_lessons_driver_and_is_played_on_the_cells_that_it_came_from(kernel: Kernel) -> None:
    kernel.run(CONSUMER)
    kernel.run(PRODUCER)
    text = kernel.text(
        """
uses = "from scenarios import hand_over\\n\\nprint(hand_over(1))"
game = Game(session(), cell_program(uses, session().cells.sources(), Path.cwd()), None, ())
game.told({"choice": 0})
print(game._picture().text)
"""
    )
    assert "main starts producer (scenarios.py, line 17)" in text
    assert re.search(r"consumer waits for the Event 'ready' \(cell \[\d+\], line 2\)", text)


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("--finding deadlok", "there is no finding 'deadlok'"),
        ("--ends well", "there is no ending 'well'"),
        ("--prints 1 --ends error", "not allowed with argument"),
        ("--goal deadlock", "unrecognized arguments: --goal deadlock. The options are --finding KIND"),
        ("--watch total+1", "'total+1' is no name to watch"),
        ("--prints 'a", "a quotation mark is missing"),
    ],
)
def test_a_wrong_option_is_answered_by_one_sentence(kernel: Kernel, line: str, said: str) -> None:
    text = kernel.text(f"%%play {line}\n{PROGRAM}")
    assert text.startswith("UsageError: %%play: ")
    assert said in text
    assert len(text.splitlines()) == 1


def test_a_program_that_spins_or_exits_is_answered_by_one_sentence_and_the_kernel_lives_on(kernel: Kernel) -> None:
    spins = kernel.text("%%play\nsum(range(10**12))")
    assert spins.startswith("The program was busy for more than 3 seconds in one execution")
    assert len(spins.splitlines()) == 1
    assert "Goal: make this program lose an update." in kernel.text(PLAY)
