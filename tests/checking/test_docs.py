"""The examples of ``docs/exercises.md`` are a lesson that works."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from course.checking.explorer import InProcessExplorer
from course.checking.judge import judge
from tests.checking.lessons import submission

PAGE = Path(__file__).parents[2] / "docs" / "exercises.md"
LOST = "0x13.1.2x3.1x2.0x9"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "talk"
    (folder / "programs").mkdir(parents=True)
    for name, text in re.findall(r"^```python (\S+)\n(.*?)^```$", PAGE.read_text("utf-8"), re.MULTILINE | re.DOTALL):
        with (folder / name).open("a", encoding="utf-8") as file:
            file.write(text)
    return folder


@pytest.mark.parametrize(
    ("exercise", "right", "wrong"),
    [
        ("say-it", "def say(word):\n    return word", "def say(word):\n    return 'what?'"),
        ("lose-one", f"token = '{LOST}'", "token = '0'"),
        ("what-it-prints", "printed = {1, 2}", "printed = {2}"),
        ("can-it-deadlock", "deadlocks = False", "deadlocks = True"),
    ],
)
def test_an_example_passes_what_is_right_and_fails_what_is_wrong(
    folder: Path, exercise: str, right: str, wrong: str
) -> None:
    for answer, status in ((right, "passed"), (wrong, "failed"), ("raise NotImplementedError()", "failed")):
        [verdict] = judge(submission(answer, exercises=(exercise,)), folder, InProcessExplorer())
        assert [check.status for check in verdict.checks] == [status], verdict.checks[0].reason
