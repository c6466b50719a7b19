"""The judge with short limits, so that a bomb is soon over: ``python -c`` of it stands in the attacked course's config.

The limits are safety nets, and an honest answer is far away from these, too.
"""

from __future__ import annotations

import functools
import sys

from course.checking import __main__ as judge
from course.checking.explorer import ChildExplorer, Limits

LIMITS = Limits(seconds=12.0, stuck=0.8, memory=256 << 20, answer=4 << 20)


def main() -> None:
    """As `python -m course.checking`."""
    judge.ChildExplorer = functools.partial(ChildExplorer, LIMITS)  # type: ignore[misc, assignment]
    sys.exit(judge.main())
