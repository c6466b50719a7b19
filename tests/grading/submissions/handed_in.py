"""Submissions of every kind that stopped, misled or leaked from a grader: one function each, which spoils a good one.

They stand in `broken_files`, `broken_cells` and `hostile_pages`.  Each is given the folder of a right submission to the
lesson of `small_course` and damages it.  What it must come to is said with it: the scores, and words of the sentence in
the feedback.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.grading.small_course import NOTEBOOK

Scores = dict[str, tuple[float, bool]]
RIGHT: Scores = {"first": (3.0, False), "second": (1.0, False), "prose": (0.0, False)}
"""Both exercises right, the prose as released."""
UNREAD: Scores = dict.fromkeys(RIGHT, (0.0, True))
LOOKED_FOR: Scores = RIGHT | {"prose": (0.0, True)}


@dataclass(frozen=True)
class Submission:
    """One way to spoil a submission, and what must come of it."""

    student: str
    spoil: Callable[[Path], object]
    scores: Scores
    says: str | None
    """Words of the note in the feedback; ``None`` if there is no note."""
    shows: str | None = None
    """Words that the feedback page has elsewhere: the student's work is kept."""


class Submissions(list[Submission]):
    """Some of them, in the order in which they were written."""

    def add(
        self, student: str, spoil: Callable[[Path], object], scores: Scores = RIGHT, says: str | None = None
    ) -> None:
        """One whose spoiling is no function with a name of its own."""
        self.append(Submission(student, spoil, scores, says))

    def files(self, scores: Scores, says: str | None = None, *, shows: str | None = None) -> Any:
        """The function, whose name becomes the student's, spoils the folder."""

        def register(spoil: Callable[[Path], None]) -> Callable[[Path], None]:
            self.append(Submission(spoil.__name__.replace("_", "-"), spoil, scores, says, shows))
            return spoil

        return register

    def json_of(self, scores: Scores, says: str | None = None, *, shows: str | None = None) -> Any:
        """The function spoils the notebook's JSON, with nobody to see to it that it stays a notebook."""

        def register(spoil: Callable[[Any], object]) -> Callable[[Any], object]:
            def change(folder: Path) -> None:
                nb = json.loads((folder / NOTEBOOK).read_text())
                answer = spoil(nb)
                (folder / NOTEBOOK).write_text(json.dumps(nb if answer is None else answer))

            self.append(Submission(spoil.__name__.replace("_", "-"), change, scores, says, shows))
            return spoil

        return register
