"""The mutants that are as right as the reference, as somebody has found: ``equivalent/<lesson>.toml``.

Each entry is a reason that a reader can follow, and the identifiers of the mutants that it holds for::

    [[equivalent]]
    reason = "All are started before one is waited for, and the scheduler decides who begins."
    mutants = [
        "starting-gun | reverse-loop | race | for thread in threads: → for thread in reversed(list(threads)):",
    ]
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

LISTS = Path(__file__).parent / "equivalent"


@dataclass(frozen=True, slots=True)
class Listed:
    """A mutant that is said to be equivalent."""

    assignment: str
    identifier: str
    reason: str


def read_list(path: Path) -> Iterator[Listed]:
    said = tomllib.loads(path.read_text(encoding="utf-8"))
    entries = said.pop("equivalent", [])
    assert not said, f"{path.name} says {sorted(said)}, which nobody reads"
    for entry in entries:
        assert entry.keys() == {"reason", "mutants"}, f"{path.name}: an entry has a reason and mutants: {entry}"
        for identifier in entry["mutants"]:
            yield Listed(path.stem, identifier, entry["reason"])


def read_lists(folder: Path = LISTS) -> list[Listed]:
    """All of them; a mutant that is listed twice is an error."""
    listed = [each for path in sorted(folder.glob("*.toml")) for each in read_list(path)]
    keys = [(each.assignment, each.identifier) for each in listed]
    twice = sorted({key for key in keys if keys.count(key) > 1})
    assert not twice, f"listed twice: {twice}"
    return listed
