"""Which section of which lesson explains a finding: the map from kinds to headings.

A section is named as a person would name it, "Lesson: heading"; ``LESSONS`` says in which notebook the lesson is, and
a test looks up that each heading is there.  A kind that no lesson explains yet has no entry.
"""

from __future__ import annotations

__all__ = ["LESSONS", "SECTIONS"]

LESSONS = {
    "You are the scheduler": "start/1-you-are-the-scheduler.ipynb",
    "One signal": "event/1-one-signal.ipynb",
    "One predicate": "condition/1-one-predicate.ipynb",
    "Many waiters": "condition/2-many-waiters.ipynb",
    "Hand-over": "queue/1-hand-over.ipynb",
    "Finishing": "queue/2-finishing.ipynb",
}
"""The notebook of each lesson that is named here, below ``source/``."""

SECTIONS = {
    "lost update": "You are the scheduler: Two and two are three",
    "data race": "You are the scheduler: Two and two are three",
    "check-then-act": "You are the scheduler: A lock around the two steps",
    "wrong order": "One signal: Two threads that say nothing",
    "polling": "One signal: Waiting by guessing, waiting by asking",
    "lost wake-up": "One signal: A bell that rings for a moment",
    "error": "One signal: A thread that dies unseen",
    "stolen wake-up": "Many waiters: Two sellers, one loaf",
    "notify for notify_all": "Many waiters: Two kinds of waiters",
    "deadlock": "One signal: Two signals, there and back",
    "ignored timeout": "One signal: Waiting, but not for ever",
    "forgotten notify": "One predicate: A change that nobody is told of",
    "lock held at the end": "One predicate: The key in the pocket",
    "item lost": "Hand-over: A loaf sold twice, a loaf never sold",
    "item doubled": "Hand-over: A loaf sold twice, a loaf never sold",
    "forgotten sentinel": "Finishing: The last loaf is sold",
    "one sentinel too few": "Finishing: One goodbye for two",
    "early task_done": "Finishing: Taken is not done",
    "missing task_done": "Finishing: Work that fails",
}
"""The section for each kind of finding, without the number and the minutes that stand in its heading."""
