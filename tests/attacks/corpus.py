"""The attacks in this folder, one small file each: what it tries, and the cells that it hands in.

A file is ``<subject>/<name>.py`` and begins with a head of comments in TOML::

    # tries = "answers with an object that equals everything"
    # exercise = "which-was-it"

``tries`` says in a sentence what the attacker wants, ``exercise`` whose answer cell it writes.  More is rarely needed:

- ``honest = "bought"`` names the honest answer that the attack is compared with: what ``honest/<exercise>/bought.py``
  gets in the same class is what it may have, and no more.  It is ``"nothing"`` unless something else is said.
- ``holds = ["first-signal"]`` names exercises that are answered rightly besides; their points are honest, too.
- ``reach = "typing"`` puts a function above the answer that gets at the real modules by one of the ways past the
  simulation that are in ``reach.py``.

What follows is the text of the answer cell.  A line ``# %%`` begins a further code cell below it, ``# %% before`` one
at the top of the notebook, ``# %% markdown`` and ``# %% raw`` cells that are no code, and ``# %% check`` the text of
the locked cell that is graded.  With ``hands_in = true`` the text is a function ``hand_in(folder, notebook)``
instead, which the tests call themselves: it does to the submitted files whatever it likes.

An attacker knows every path and port: ``@COURSE@``, ``@HOME@``, ``@PORT@`` and so on are filled in (``places.py``).
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

__all__ = ["FOLDER", "Attack", "Honest", "attacks", "honest_answers"]

FOLDER = Path(__file__).parent
_CELL = re.compile(r"^# %%[ \t]*(\w*)[ \t]*\n", re.MULTILINE)
_KINDS = ("", "before", "check", "markdown", "raw")
_HEAD = {"tries": str, "exercise": str, "honest": str, "holds": list, "reach": str, "hands_in": bool}


@dataclass(frozen=True, slots=True)
class Attack:
    """One hostile or broken submission."""

    name: str
    """Also the name of the student who hands it in: "pipes-early-answer"."""
    tries: str
    exercise: str
    honest: str
    """The name of the honest answer whose score it may have; "" if that is none."""
    cells: tuple[tuple[str, str], ...]
    """The kind ("answer", "", "before", "check", "markdown", "raw") and the text of each cell."""
    holds: tuple[str, ...] = ()
    reach: str = ""
    """By which way the answer gets at real modules."""
    hands_in: str = ""
    """The text of a module with a function ``hand_in``."""


@dataclass(frozen=True, slots=True)
class Honest:
    """An answer that tries nothing, to compare with."""

    exercise: str
    name: str
    text: str


def honest_answers(folder: Path = FOLDER / "honest") -> tuple[Honest, ...]:
    """The honest answers in ``folder``."""
    return tuple(
        Honest(path.parent.name, path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*/*.py"))
    )


def attacks(only: Sequence[str] = (), folder: Path = FOLDER) -> tuple[Attack, ...]:
    """Every attack, in order; or those whose names begin with one of ``only``."""
    found = [_read(path) for path in sorted(folder.glob("*/*.py")) if path.parent.name != "honest"]
    return tuple(attack for attack in found if not only or attack.name.startswith(tuple(only)))


def _read(path: Path) -> Attack:
    text = path.read_text(encoding="utf-8")
    lines = text.splitlines(keepends=True)
    size = next((number for number, line in enumerate(lines) if not re.match(r"# \w+ = ", line)), len(lines))
    try:
        head = tomllib.loads("".join(line.removeprefix("# ") for line in lines[:size]))
    except tomllib.TOMLDecodeError as error:
        raise ValueError(f"{path}: the comments at the top are no TOML ({error})") from error
    for key, value in head.items():
        if not isinstance(value, _HEAD.get(key, ())):
            raise ValueError(f"{path}: the head says {key} = {value!r}; it may have {', '.join(_HEAD)}")
    for key in ("tries", "exercise"):
        if key not in head:
            raise ValueError(f'{path}: the head has no {key}; write # {key} = "..."')
    body = "".join(lines[size:]).lstrip("\n")
    hands_in = head.pop("hands_in", False)
    honest = head.pop("honest", "" if hands_in else "nothing")
    first, *rest = _CELL.split(body)
    cells = (("answer", first), *zip(rest[::2], rest[1::2], strict=True))
    for kind, _ in cells[1:]:
        if kind not in _KINDS:
            raise ValueError(f"{path}: a cell of the kind {kind!r}; it may be one of {', '.join(_KINDS[1:])}")
    name = f"{path.parent.name}-{path.stem}"
    holds = tuple(head.pop("holds", ()))
    return Attack(
        name, **head, honest=honest, cells=() if hands_in else cells, holds=holds, hands_in=body if hands_in else ""
    )
