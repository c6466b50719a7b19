"""Which schedule next, and when all have been seen."""

from course.search.explore import Stop, explore, recorded
from course.search.playing import position
from course.search.replaying import replay
from course.search.strategies import Unrepeatable

__all__ = ["Stop", "Unrepeatable", "explore", "position", "recorded", "replay"]
