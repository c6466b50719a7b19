"""Threads that communicate, explored through every schedule."""

from course.model import Program, Search
from course.search import explore, replay

__all__ = ["Program", "Search", "explore", "replay"]
