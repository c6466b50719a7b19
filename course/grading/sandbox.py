"""The process in which a learner's code runs: confined by bubblewrap."""
# Placeholder until the sandbox is merged.

from __future__ import annotations

from traitlets import Bool
from traitlets.config import Configurable

from course.checking.explorer import ChildExplorer


class NoSandbox(Exception):
    """It cannot run here."""


class Sandbox(Configurable):
    unconfined = Bool(False).tag(config=True)


def explorer(unconfined: bool = False) -> ChildExplorer:
    return ChildExplorer()


def require() -> None:
    """Raise NoSandbox where it cannot run."""
