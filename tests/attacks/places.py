"""Where the attacked course stands, and what is planted around it for an attack to find.

Everything is in one temporary folder: ``course`` with the lessons, ``home`` of whoever grades, ``temporary`` for what
the grading writes for itself, ``notes`` beside the course.  A *canary* is a word that stands in one secret
place and nowhere else; who shows it has been there.
"""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from pathlib import Path

__all__ = ["Places"]

SECRETS = (
    "hiddencheck",
    "hiddendriver",
    "gradebook",
    "environment",
    "homefolder",
    "besidecourse",
    "classmate",
    "solution",
)


@dataclass(frozen=True, slots=True)
class Places:
    """The folders of one run, its canaries, and the ports that listen."""

    root: Path
    token: str = field(default_factory=lambda: f"run{secrets.token_hex(5)}")
    """Is in the names of all that an attack leaves behind, so that other people's files are not taken for it."""
    port: int = 0

    @property
    def course(self) -> Path:
        """The course's folder."""
        return self.root / "course"

    @property
    def home(self) -> Path:
        """The home folder of the process that grades."""
        return self.root / "home"

    @property
    def temporary(self) -> Path:
        """The folder for temporary files of the process that grades."""
        return self.root / "temporary"

    @property
    def notes(self) -> Path:
        """A folder that has nothing to do with the course."""
        return self.root / "notes"

    @property
    def socket(self) -> Path:
        """The Unix socket that listens at a path."""
        return self.notes / "socket"

    @property
    def abstract(self) -> str:
        """The name of the Unix socket that listens without a path."""
        return f"attacked-{self.token}"

    def canary(self, secret: str) -> str:
        """The word that stands only in the place ``secret``."""
        return f"canary{secret}{self.token}"

    @property
    def canaries(self) -> dict[str, str]:
        """The canaries, by the word."""
        return {self.canary(secret): secret for secret in SECRETS}

    def filled(self, text: str, name: str) -> str:
        """``text`` of the attack ``name``, with what an attacker knows."""
        known = {
            "NAME": name,
            "TOKEN": self.token,
            "COURSE": self.course,
            "HOME": self.home,
            "NOTES": self.notes,
            "PORT": self.port,
            "SOCKET": self.socket,
            "ABSTRACT": self.abstract,
            "REPOSITORY": Path(__file__).resolve().parents[2],
        }
        for word, value in known.items():
            text = text.replace(f"@{word}@", str(value))
        return text
