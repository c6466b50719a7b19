"""The marks of the picture as path data: the ladder of a blocked thread, a step's pill, an item's way.

An item leaves its ``put`` sideways, runs down a track of its own beside the lane that it goes to, and turns into
its ``get``.  Tracks are given as to overlapping intervals, first come, first served; an item for which no track is
left is not drawn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

__all__ = ["RUNGS", "Item", "Routed", "ended", "item_path", "items", "ladder", "n", "pill", "pill_width"]

RUNGS = "0 6.7 1.3 0"
"""Dashes along a lane that are its rungs, with what is between them."""
TRACK = 7.0
PILL = 24.0


def n(value: float) -> str:
    """A length, to a tenth of a pixel."""
    return f"{value:.1f}".removesuffix(".0")


@dataclass(frozen=True, slots=True)
class Item:
    """From where to where an item went."""

    x: float
    y: float
    to_x: float
    to_y: float
    half: float = PILL / 2
    """Half the width of what marks the ``get``."""


@dataclass(frozen=True, slots=True)
class Routed:
    """An item and the place of its track."""

    item: Item
    track: float


def ladder(x: float, top: float, bottom: float, bar: float) -> str:
    """The outline of a hollow bar, to which a dashed line as wide gives its rungs."""
    return f"M{n(x - bar / 2)} {n(top)}h{n(bar)}V{n(bottom)}h{n(-bar)}z"


def pill_width(number: str, around: float) -> float:
    """How wide a step's pill is, or a ring ``around`` it."""
    return max(PILL, 7.4 * len(number) + 9) + 2 * around


def pill(x: float, y: float, number: str, around: float) -> dict[str, str]:
    """The place and size of a step's pill, or of a ring ``around`` it."""
    wide = pill_width(number, around)
    high = 18 + 2 * around
    return {"x": n(x - wide / 2), "y": n(y - high / 2), "width": n(wide), "height": n(high), "rx": n(high / 2)}


def ended(x: float, y: float, half: float) -> str:
    """The stroke below a thread that came to its end."""
    return f"M{n(x - half)} {n(y)}h{n(2 * half)}"


def items(found: Sequence[Item], lane: float) -> list[Routed]:
    """Each item with a track beside the lane that it goes to."""
    most = max(1, int((lane - PILL - 8) / TRACK))
    taken: dict[tuple[float, bool], list[float]] = {}
    routed: list[Routed] = []
    for item in found:
        from_left = item.x < item.to_x
        tracks = taken.setdefault((item.to_x, from_left), [])
        free = next((index for index, until in enumerate(tracks) if until <= item.y), len(tracks))
        if free >= most:
            continue
        tracks[free : free + 1] = [item.to_y + 1]
        away = item.half + 10 + TRACK * free
        routed.append(Routed(item, item.to_x - away if from_left else item.to_x + away))
    return routed


def item_path(routed: Routed) -> tuple[str, str, str]:
    """The line of an item, its head and its parcel."""
    item, track = routed.item, routed.track
    side = 1 if item.x < item.to_x else -1
    tip = item.to_x - side * (item.half + 1)
    bend = 5.0
    line = (
        f"M{n(item.x)} {n(item.y)}H{n(track - side * bend)}q{n(side * bend)} 0 {n(side * bend)} {n(bend)}"
        f"V{n(item.to_y - bend)}q0 {n(bend)} {n(side * bend)} {n(bend)}H{n(tip - side * 5)}"
    )
    head = f"M{n(tip)} {n(item.to_y)}l{n(-side * 7)} -4.5v9z"
    return line, head, f"M{n(track - 3.5)} {n(item.y + 8)}h7v7h-7z"
