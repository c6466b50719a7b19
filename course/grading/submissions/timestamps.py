"""When something was handed in: `timestamp.txt`, believed as far as it can be.

The file comes with the submission, so that a student can write into it what they like; nobody can tell a back-dated
time from an honest one, and an LMS import should write the file itself.  What can be done is this: a file that holds
no time, or one that is still to come, counts as if it were not there, with a sentence that says so.  nbgrader would
stop at it, and formgrader's list of submissions as well.

Times are UTC and naive, as nbgrader's are.
"""

from __future__ import annotations

import datetime
import re
from dataclasses import dataclass
from pathlib import Path

import dateutil.tz  # type: ignore[import-untyped]

from course.grading.submissions.files import Refused, read, shown

__all__ = ["NAME", "Stamp", "read_stamp"]

NAME = "timestamp.txt"
LENGTH = 1_000
"""A longer file, in bytes, is no time."""
AHEAD = datetime.timedelta(days=1)
"""So far ahead of now a time may be: a clock that is wrong, or a time zone that was left out."""

_TIME = re.compile(
    r"(?P<time>\d{4}-\d\d-\d\d[ T]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?)"
    r"(?: ?(?P<zone>Z|[+-]\d\d:?\d\d|[A-Za-z_]+(?:/[A-Za-z_]+)*))?",
    re.ASCII,
)


@dataclass(frozen=True, slots=True)
class Stamp:
    """What a submission's `timestamp.txt` says."""

    time: datetime.datetime | None = None
    """When it was handed in; ``None`` if nothing, or nothing that can be believed, says so."""
    refusal: str | None = None
    """Why what is there was not believed, as a sentence."""

    @property
    def text(self) -> str | None:
        """The time as nbgrader writes it."""
        return None if self.time is None else f"{self.time:%Y-%m-%d %H:%M:%S.%f} UTC"


def read_stamp(folder: Path, now: datetime.datetime | None = None) -> Stamp:
    """The stamp in a submission's ``folder``, as seen ``now``."""
    try:
        content = read(folder / NAME, LENGTH)
    except Refused as refusal:
        if isinstance(refusal.__cause__, FileNotFoundError | NotADirectoryError):
            return Stamp()
        return _ignored(str(refusal))
    text = content.decode("utf-8-sig", "replace").strip()
    if not text:
        return _ignored("it is empty")
    match = _TIME.fullmatch(text)
    if not match:
        return _ignored(f"{shown(text)} is no time such as 2026-01-16 17:30:00 UTC")
    try:
        time = _utc(match["time"], match["zone"] or "UTC")
    except (ValueError, OverflowError, OSError):
        return _ignored(f"{shown(text)} is in no calendar or no time zone")
    if time > (now or datetime.datetime.now(datetime.UTC).replace(tzinfo=None)) + AHEAD:
        return _ignored(f"{shown(text)} is still to come")
    return Stamp(time)


def _utc(text: str, zone: str) -> datetime.datetime:
    """The time in UTC, as nbgrader has it; it would take an offset like +0100 for 100 seconds, though."""
    if zone in ("Z", "UTC"):
        return datetime.datetime.fromisoformat(text)
    if zone[0] in "+-":
        time = datetime.datetime.fromisoformat(text + zone)
    else:
        place = dateutil.tz.gettz(zone)
        if place is None:
            raise ValueError(f"{zone!r} is no time zone")
        time = datetime.datetime.fromisoformat(text).replace(tzinfo=place)
    return time.astimezone(datetime.UTC).replace(tzinfo=None)


def _ignored(reason: str) -> Stamp:
    return Stamp(None, f"{NAME} was ignored ({reason}), so it is not known when this was handed in.")
