"""`timestamp.txt`: which times are believed, in UTC, and what is said of the others."""

import datetime
import os
from pathlib import Path

import pytest

from course.grading.submissions.timestamps import read_stamp

NOW = datetime.datetime(2026, 1, 20, 12)


def stamp(folder: Path, text: str) -> tuple[str | None, str | None]:
    (folder / "timestamp.txt").write_text(text)
    found = read_stamp(folder, NOW)
    return found.text, found.refusal


@pytest.mark.parametrize(
    ("text", "time"),
    [
        ("2026-01-16 17:30:00 UTC", "2026-01-16 17:30:00.000000 UTC"),
        (
            "\ufeff2026-01-16 17:30:00.25 UTC\n",
            "2026-01-16 17:30:00.250000 UTC",
        ),  # nbgrader's exchange writes fractions
        ("2026-01-16 17:30", "2026-01-16 17:30:00.000000 UTC"),
        ("2026-01-16T17:30:00Z", "2026-01-16 17:30:00.000000 UTC"),
        ("2026-01-16T17:30:00-05:30", "2026-01-16 23:00:00.000000 UTC"),
        ("2026-01-16 17:30:00 +0100", "2026-01-16 16:30:00.000000 UTC"),
        ("2026-01-16 17:30:00 Europe/Paris", "2026-01-16 16:30:00.000000 UTC"),
        ("2026-01-21 11:59:59 UTC", "2026-01-21 11:59:59.000000 UTC"),  # within a day of now: a clock or a zone
    ],
)
def test_a_time_is_read_as_utc(tmp_path: Path, text: str, time: str):
    assert stamp(tmp_path, text) == (time, None)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "it is empty"),
        ("yesterday", "'yesterday' is no time such as 2026-01-16 17:30:00 UTC"),
        ("17:30", "'17:30' is no time"),
        ("16.01.2026 17:30", "'16.01.2026 17:30' is no time"),
        ("2026-01-16 17:30:00 UTC\n2026-01-15 17:30:00 UTC", "is no time"),
        ("2026-02-30 17:30:00 UTC", "'2026-02-30 17:30:00 UTC' is in no calendar"),
        ("2026-01-16 17:30:00 /etc/passwd", "is no time"),
        ("2026-01-16 17:30:00 Nowhere", "is in no calendar or no time zone"),
        ("0001-01-01 00:00:00+10:00", "is in no calendar"),
        ("2026-01-21 12:00:01 UTC", "'2026-01-21 12:00:01 UTC' is still to come"),
        ("2026-01-16" * 200, "it has 2,000 bytes, and at most 1,000 bytes are read"),
    ],
)
def test_what_cannot_be_believed_counts_as_if_it_were_not_there_and_that_is_said(
    tmp_path: Path, text: str, reason: str
):
    time, refusal = stamp(tmp_path, text)
    assert time is None
    assert refusal is not None
    assert refusal.startswith("timestamp.txt was ignored (")
    assert reason in refusal
    assert refusal.endswith("), so it is not known when this was handed in.")


def test_a_submission_without_a_time_needs_no_sentence(tmp_path: Path):
    assert read_stamp(tmp_path, NOW).refusal is None
    assert read_stamp(tmp_path / "gone", NOW).refusal is None


def test_nobody_waits_for_a_pipe(tmp_path: Path):
    os.mkfifo(tmp_path / "timestamp.txt")
    assert "it is a named pipe" in (read_stamp(tmp_path, NOW).refusal or "")
