"""What the benchmark of a learner's check measures: each exercise of the lessons, in a kernel."""

import re

import pytest

from benchmarks import checks


def test_each_exercise_of_a_lesson_is_measured(monkeypatch, capsys):
    monkeypatch.setattr("sys.argv", ["checks", "--only", "start/2", "--times", "1"])
    checks.main()
    told = capsys.readouterr().out
    notebook = next((checks.SOURCE / "start").glob("2-*.ipynb")).read_text()
    exercises = re.findall(r'check\(\\"([\w-]+)\\"\)', notebook)
    assert exercises
    assert re.findall(r"^start/2-\S+ (\S+) ", told, re.MULTILINE) == exercises
    assert f"{len(exercises)} exercises: in the median" in told.replace("\n", " ")


def test_a_lesson_that_is_not_there_is_named(monkeypatch):
    monkeypatch.setattr("sys.argv", ["checks", "--only", "events"])
    with pytest.raises(SystemExit, match="no lesson begins with 'events'"):
        checks.main()
