"""What `python -m course.grading` prints: a table that can be read at the width that there is."""

import io

import pytest
from rich.console import Console

from course.grading.__main__ import _table, main
from course.grading.classroom import Mark, Result

NAMES = [f"the-exercise-{letter}" for letter in "abcdefghijkl"]
REASON = "the-exercise-a: Deadlock: Jonas waits for the Event 'bell' (cell [15], line 8) and nobody is left to set it."


def printed(width: int, exercises: int, review: bool = False) -> str:
    marks = tuple(Mark(name, 3.5, 8, review) for name in NAMES[:exercises])
    console = Console(width=width, file=io.StringIO())
    console.print(_table("queue", [Result("chiara-rossi", "queue", marks, REASON)], width))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


@pytest.mark.parametrize("width", [80, 100, 140, 200])
@pytest.mark.parametrize("exercises", [2, 7, 12])
def test_a_reason_has_room_however_many_exercises_there_are(width: int, exercises: int):
    page = printed(width, exercises)
    assert max(map(len, page.splitlines())) <= width
    assert len(page.splitlines()) < 14, page
    assert "\u2026" not in page


def test_exercises_have_their_names_where_these_fit_and_else_numbers_that_are_explained():
    assert "exercise-" in printed(140, 2)
    assert "1 the-exercise-a" not in printed(140, 2)
    assert "12 the-exercise-l" in " ".join(printed(140, 12).split())
    assert "1 the-exercise-a" not in printed(80, 12)


def test_what_needs_review_is_marked_at_every_width():
    assert "3.5?" in printed(140, 12, review=True)
    assert "42 / 96 ?" in printed(80, 12, review=True)
    assert "needs review" in printed(80, 12, review=True)


def test_a_command_that_there_is_not_is_named(capsys: pytest.CaptureFixture[str]):
    with pytest.raises(SystemExit):
        main(["grad"])
    assert "argument command: invalid choice: 'grad' (choose from" in capsys.readouterr().err
