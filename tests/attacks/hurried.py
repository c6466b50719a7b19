"""The judge with short limits, so that a bomb is soon over: ``python -c`` of it stands in the attacked course's config.

The limits are safety nets, and an honest answer is far away from these, too.
"""

from __future__ import annotations

import functools

from course.checking.explorer import Limits
from course.grading.judging import judge
from course.grading.sandbox.walls import explorer

LIMITS = Limits(seconds=12.0, stuck=0.8, memory=256 << 20, answer=4 << 20)


def main() -> None:
    """As `python -m course.grading.judging.judge`."""
    judge.explorer = functools.partial(explorer, limits=LIMITS)
    judge.main()
