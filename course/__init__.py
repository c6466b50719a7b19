"""Threads that communicate, explored through every schedule."""

from course.explain import explore, replay
from course.model import Program, Search

__all__ = ["Program", "Search", "explore", "replay"]
