"""The legend: what each mark means, for the marks that occur."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from course.explain.picture import palette
from course.explain.picture.marks import RUNGS, ladder, n
from course.explain.picture.measures import width

__all__ = ["Sample", "legend"]

TEXTS = {
    "runs": "runs",
    "turn": "could run, but it is not its turn",
    "blocked": "blocked",
    "asleep": "blocked or asleep",
    "unseen": "steps not shown",
    "start": "starts a thread",
    "wake": "wakes a thread",
    "item": "hands an item over",
    "ended": "has ended",
    "ring": "what the finding is about",
    "cross": "did not come to its end",
}
SIZE = 12.0
MARK = 34.0
LINE = 20.0


@dataclass(frozen=True, slots=True)
class Sample:
    """A mark and its meaning; ``marks`` are the attributes of paths."""

    marks: tuple[dict[str, str], ...]
    text: str
    x: float
    y: float


def legend(names: Sequence[str], wide: float, top: float) -> tuple[list[Sample], float]:
    """Samples for ``names`` in lines of at most ``wide`` pixels, from ``top`` down; and where they end."""
    samples: list[Sample] = []
    x, y = 12.0, top + 8
    for name in names:
        room = MARK + width(TEXTS[name], SIZE) + 18
        if x > 12 and x + room > wide:
            x, y = 12.0, y + LINE
        samples.append(Sample(_marks(name, x, y), TEXTS[name], x + MARK, y + 4))
        x += room
    return samples, y + 8 if names else top - 14


def _marks(name: str, x: float, y: float) -> tuple[dict[str, str], ...]:
    ink = {"stroke": palette.ARROW, "fill": "none"}
    thin = {**ink, "stroke-width": "1.5"}
    middle = x + 13
    down = f"M{n(middle)} {n(y - 8)}v16"
    match name:
        case "runs":
            return ({**ink, "d": down, "stroke-width": "10"},)
        case "turn":
            return ({**ink, "d": down, "stroke-width": "1.8", "stroke-dasharray": "4 4"},)
        case "blocked" | "asleep":
            rungs = {**ink, "d": down, "stroke-width": "10", "stroke-dasharray": RUNGS}
            return ({**ink, "d": ladder(middle, y - 8, y + 8, 10), "stroke-width": "1.3"}, rungs)
        case "unseen":
            return ({**ink, "d": down, "stroke-width": "3", "stroke-dasharray": "1 6"},)
        case "start":
            ring = f"M{n(x + 26)} {n(y)}a4.5 4.5 0 1 1 -9 0a4.5 4.5 0 1 1 9 0z"
            return ({**thin, "d": f"M{n(x)} {n(y)}h17"}, {**thin, "d": ring})
        case "wake":
            return ({**thin, "d": f"M{n(x)} {n(y)}h20"}, _head(x, y))
        case "item":
            parcel = f"M{n(x + 5)} {n(y - 3.5)}h7v7h-7z"
            return ({**thin, "d": f"M{n(x)} {n(y)}h20"}, {**thin, "d": parcel, "fill": palette.PAPER}, _head(x, y))
        case "ended":
            return ({**thin, "d": f"{down[: -len('v16')]}v12", "stroke-width": "10"},
                    {**ink, "d": f"M{n(middle - 7)} {n(y + 5)}h14", "stroke-width": "2"})  # fmt: skip
        case "ring":
            outer = f"M{n(middle - 5)} {n(y - 8)}h10a8 8 0 0 1 0 16h-10a8 8 0 0 1 0 -16z"
            inner = f"M{n(middle - 3)} {n(y)}h6"
            red = {"stroke": palette.FAILED, "fill": "none", "stroke-width": "1.5"}
            return ({**red, "d": outer}, {**ink, "d": inner, "stroke-width": "9", "stroke-linecap": "round"})
        case _:
            ring = f"M{n(middle + 8)} {n(y)}a8 8 0 1 1 -16 0a8 8 0 1 1 16 0z"
            cross = f"M{n(middle - 3.5)} {n(y - 3.5)}l7 7m0 -7l-7 7"
            red = {"stroke": palette.FAILED, "fill": "none"}
            return ({**red, "d": ring, "stroke-width": "1.5"}, {**red, "d": cross, "stroke-width": "2"})


def _head(x: float, y: float) -> dict[str, str]:
    return {"d": f"M{n(x + 27)} {n(y)}l-8 -4.5v9z", "fill": palette.ARROW}
