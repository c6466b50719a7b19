"""Which schedule next, and when all have been seen."""

from course.search.explore import explore, replay

__all__ = ["explore", "replay"]
