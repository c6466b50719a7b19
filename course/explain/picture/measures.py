"""How wide a text can get: an upper bound for whatever font its reader has, and breaking it into lines by that.

Nobody knows the reader's fonts, and a picture cannot flow anew.  So the widths are those of DejaVu Sans and DejaVu Sans
Mono, the widest among the fonts that are usual for the generic families; in Arial or Helvetica the same text is a
tenth narrower.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

__all__ = ["MONO", "Run", "cut", "filled", "mono_width", "width"]

MONO = 0.603
"""The width of a letter of code, in em."""

_PLAIN: dict[str, float] = {}
_BOLD: dict[str, float] = {}
for _table, _classes in (
    (
        _PLAIN,
        "29 '|33 ijlIJ .,:;/\\·’\u00a0|36 f-|40 ()[]t!|42 r|47 \"|51 *_`–|54 sz?“”|57 cL|59 Fkvxy|62 PTYae"
        "|64 ESbdghnopqu$0123456789{}|69 ABKVRXZC|77 UHNDG|79 &OQ|85 w#+<=>^~→×⏎✗M|96 %|98 m|100 W@…",
    ),
    (
        _BOLD,
        "35 'ijl\u00a0 |39 IJ/\\.,’·|42 :;-|47 f()[]!|50 rt_`–|58 \"*?z|60 cs|66 Lvxy“”|70 akeoEFT$0123456789"
        "|74 hnuSYbdgpqCPZ{}|78 ABKRVX|85 UGDHN#+<=>^~→×⏎✗OQ|93 &w|100 %@M…|105 m|111 W",
    ),
):
    for _class in _classes.split("|"):
        _hundredths, _, _letters = _class.partition(" ")
        _table.update(dict.fromkeys(_letters, int(_hundredths) / 100))
_PLAIN["|"] = _BOLD["|"] = 0.37


@lru_cache(maxsize=4096)
def _letter(letter: str, bold: bool) -> float:
    known = (_BOLD if bold else _PLAIN).get(letter)
    if known is not None:
        return known
    if unicodedata.combining(letter):
        return 0.0
    return 1.1 if letter > "\u2fff" or unicodedata.east_asian_width(letter) in "WFA" else 0.9


def width(text: str, size: float, bold: bool = False) -> float:
    """At most so wide is ``text`` in a sans-serif font of ``size``; both in pixels."""
    return size * sum(_letter(letter, bold) for letter in text)


def mono_width(text: str, size: float) -> float:
    """At most so wide is ``text`` in a monospaced font."""
    return size * sum(MONO if " " <= letter <= "~" else max(MONO, _letter(letter, False)) for letter in text)


def cut(text: str, room: float, size: float, *, bold: bool = False, mono: bool = False, middle: bool = False) -> str:
    """``text``, or as much of it as fits into ``room``, with an ellipsis at its end, or in its ``middle``."""

    def wide(part: str) -> float:
        return mono_width(part, size) if mono else width(part, size, bold)

    if wide(text) <= room:
        return text
    for keep in range(min(len(text) - 1, int(room / size * 5) + 1), 0, -1):
        tail = keep // 2 if middle else 0
        short = text[: keep - tail].rstrip() + "…" + (text[len(text) - tail :].lstrip() if tail else "")
        if wide(short) <= room:
            return short
    return "…"


@dataclass(frozen=True, slots=True)
class Run:
    """A piece of text in one style."""

    text: str
    style: str = ""
    """"", "strong" or "note"."""


def filled(runs: Iterable[Run], room: float, size: float, most: int) -> list[list[Run]]:
    """``runs`` as lines of at most ``room`` pixels, broken between words, at most ``most`` of them."""
    lines: list[list[Run]] = [[]]
    used = 0.0
    for word, style in _words(runs, room, size):
        bold = style == "strong"
        wide = width(word, size, bold)
        space = width(" ", size, bold) if lines[-1] else 0.0
        if lines[-1] and used + space + wide > room:
            if len(lines) == most:
                lines[-1] = _ended(lines[-1], room, size)
                return lines
            lines.append([])
            used = space = 0.0
        last = lines[-1][-1] if lines[-1] else None
        if last is not None and last.style == style:
            lines[-1][-1] = Run(f"{last.text} {word}", style)
        else:
            lines[-1].append(Run(f" {word}" if last else word, style))
        used += space + wide
    return lines


def _words(runs: Iterable[Run], room: float, size: float) -> Iterator[tuple[str, str]]:
    """The words with their styles; one that is wider than ``room`` in pieces."""
    for run in runs:
        for word in filter(None, run.text.split(" ")):
            rest = word
            while width(rest, size, True) > room and len(rest) > 1:
                fits = max(1, int(len(rest) * room / width(rest, size, True)))
                while fits > 1 and width(rest[:fits], size, True) > room:
                    fits -= 1
                yield rest[:fits], run.style
                rest = rest[fits:]
            yield rest, run.style


def _ended(line: list[Run], room: float, size: float) -> list[Run]:
    """A last line, with an ellipsis for what does not fit any more."""
    before = sum(width(run.text, size, run.style == "strong") for run in line[:-1])
    last = line[-1]
    text = cut(f"{last.text} …", room - before, size, bold=last.style == "strong")
    return [*line[:-1], Run(text, last.style)]
