"""Putting a sheet on paper: SVG elements, by layers from the paper up to the words.

Built with ElementTree, which escapes whatever it is given.  Marks of one kind and colour are one path, and styles
stand at groups, which keeps a picture of forty steps at a few kilobytes.  No element refers to another
one by its id, but for the title and the description, whose ids come from the picture's own content.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from xml.etree import ElementTree

from course.explain import wording
from course.explain.endings import sentence
from course.explain.picture import palette, sheet
from course.explain.picture.handed import handed_over
from course.explain.picture.lanes import Lanes, Stretch, lanes
from course.explain.picture.legend import Sample, legend
from course.explain.picture.marks import RUNGS, Item, ended, item_path, items, ladder, n, pill, pill_width
from course.explain.picture.measures import Run, cut, width
from course.explain.picture.sheet import Callout, Sheet
from course.explain.table import Fold, Row
from course.model import Execution, Program

__all__ = ["Picture", "picture", "picture_svg"]

BAR = 10.0
"""The width of a lane where its thread runs or is blocked."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The picture and what stands for it where it cannot be seen."""

    svg: str
    width: int
    height: int
    title: str
    description: str


def picture_svg(execution: Execution, program: Program | None = None) -> str:
    """The picture of ``execution`` as one self-contained SVG; ``program`` gives the source lines.

    The same arguments give the same bytes.  Nothing in a record can break it or make it large.
    """
    return picture(execution, program).svg


def picture(execution: Execution, program: Program | None = None) -> Picture:
    """The picture with its size and its words for those who do not see it."""
    return _Drawing(execution, program).picture()


class _Drawing:
    """One picture, layer by layer."""

    def __init__(self, execution: Execution, program: Program | None) -> None:
        self._execution = execution
        self._sheet: Sheet = sheet.sheet(execution, program)
        ends = [(end.thread, end.middle) for end in self._sheet.ends]
        self._lanes: Lanes = lanes(execution, self._sheet.bands, ends, self._sheet.bottom)
        self._marked = frozenset(execution.findings[0].steps if execution.findings else ())
        self._items = items(list(self._handed(handed_over(execution, program))), self._sheet.lane_width)
        self._root = ElementTree.Element("svg")

    def _handed(self, pairs: Iterable[tuple[int, int]]) -> Iterator[Item]:
        """The items whose way from lane to lane is on the sheet."""
        at = {band.part.step: band for band in self._sheet.bands if isinstance(band.part, Row)}
        for put, get in pairs:
            giver, taker = (self._x(self._execution.steps[place].thread) for place in (put, get))
            if put in at and get in at and giver != taker:
                part = at[get].part
                assert isinstance(part, Row)
                half = pill_width(str(part.number), self._ring(part)) / 2
                yield Item(giver, at[put].middle, taker, at[get].middle, half)

    def _ring(self, part: Row) -> float:
        """How far around the pill of a step its ring is; 0 for none."""
        return 5.0 if self._is_wrong(part) else 3.5 if part.step in self._marked else 0.0

    def picture(self) -> Picture:
        """All layers."""
        title, description = self._words_for_it()
        below, height = legend(self._samples(), self._sheet.width, self._sheet.bottom + 14)
        high = height + 10
        size = {"width": n(self._sheet.width), "height": n(high)}
        self._root.attrib.update(
            {"xmlns": "http://www.w3.org/2000/svg", **size, "viewBox": f"0 0 {size['width']} {size['height']}"}
        )
        self._root.attrib.update({"role": "img", "font-family": palette.SANS, "font-size": n(sheet.SIZE)})
        self._title(title, description)
        self._add(self._root, "rect", **size, fill=palette.PAPER)
        self._tints()
        self._rules()
        self._heads()
        self._draw_lanes()
        self._arrows()
        self._draw_items()
        self._pills()
        self._ends()
        self._texts()
        self._callout(self._sheet.callout)
        self._legend(below)
        svg = ElementTree.tostring(self._root, encoding="unicode")
        return Picture(svg, round(self._sheet.width), round(high), title, description)

    # --- helpers ----------------------------------------------------------------------

    def _x(self, thread: int) -> float:
        return self._sheet.lane.get(thread, self._sheet.lane[self._sheet.threads[-1][0]])

    def _add(self, parent: ElementTree.Element, tag: str, text: str = "", **attributes: str) -> ElementTree.Element:
        found = ElementTree.SubElement(
            parent, tag, {name.rstrip("_").replace("_", "-"): value for name, value in attributes.items()}
        )
        found.text = text or None
        return found

    def _path(self, parts: Iterable[str], **attributes: str) -> None:
        joined = "".join(parts)
        if joined:
            self._add(self._root, "path", d=joined, **{"fill": "none", **attributes})

    def _words_for_it(self) -> tuple[str, str]:
        names = [wording.quiet(name, wording.NAME_LIMIT) for _, name in self._sheet.threads]
        steps = wording.plural(len(self._execution.steps), "step")
        title = f"What {wording.listed(names)} did, in {steps}."
        said = [wording.quiet(sentence(self._execution), sheet.CALLOUT_LIMIT)]
        said += [wording.quiet(each.sentence, sheet.CALLOUT_LIMIT) for each in self._execution.findings[:1]]
        return title, " ".join([*dict.fromkeys(said), "The table says the same in words."])

    def _title(self, title: str, description: str) -> None:
        known = repr((self._execution.schedule, self._execution.steps[:200], title, description))
        mark = hashlib.sha256(known.encode("utf-8", "replace")).hexdigest()[:10]
        self._root.set("aria-labelledby", f"t{mark} d{mark}")
        self._add(self._root, "title", title, id=f"t{mark}")
        self._add(self._root, "desc", description, id=f"d{mark}")

    # --- the ground -------------------------------------------------------------------

    def _tints(self) -> None:
        """Behind what went wrong."""
        at = self._sheet
        spans = [(end.top, end.bottom) for end in at.ends]
        if at.callout is not None:
            first = next((band.top for band in at.bands if self._is_wrong(band.part)), at.callout.top)
            spans.append((first, at.callout.bottom))
        left = at.words.left - 8
        for top, bottom in spans:
            self._add(
                self._root, "rect", x=n(left), y=n(top), width=n(at.width - left), height=n(bottom - top),
                fill=palette.TINT,
            )  # fmt: skip

    def _is_wrong(self, part: Row | Fold) -> bool:
        callout = self._sheet.callout
        return callout is not None and isinstance(part, Row) and part.step == callout.step

    def _rules(self) -> None:
        """A hair line under each row; a stroke of dashes where the clock goes on."""
        at = self._sheet
        left = at.words.left - 8
        inner = [band.top for band in at.bands[1:]] + [end.top for end in at.ends[bool(at.bands) ^ 1 :]]
        self._path((f"M{n(left)} {n(y)}H{n(at.width)}" for y in inner), stroke=palette.RULE)
        self._path([f"M0 {n(at.top)}H{n(at.width)}"], stroke=palette.CLOCK)
        timed = [band.top for band, line in zip(at.bands, at.lines, strict=True) if line.time and band.top > at.top]
        self._path(
            (f"M{n(sheet.PADDING)} {n(y)}H{n(left)}" for y in timed), stroke=palette.CLOCK, stroke_dasharray="1 3"
        )

    def _heads(self) -> None:
        at = self._sheet
        group = self._add(self._root, "g", font_weight="bold", text_anchor="middle")
        foot = at.top - 10
        slanting = at.lane_width <= sheet.NARROW
        room = at.lane_width - 6
        by_turns = any(width(name, sheet.SIZE, True) > room for _, name in at.threads)
        for index, (thread, name) in enumerate(at.threads):
            x = at.lane[thread]
            text: dict[str, str] = {"fill": palette.colour(thread) if thread >= 0 else palette.MUTED}
            if slanting:
                shown = cut(name, 150, sheet.SIZE, bold=True, middle=True)
                turned = f"translate({n(x + 4)} {n(foot)}) rotate(-46)"
                self._add(group, "text", shown, transform=turned, text_anchor="start", **text)
                continue
            wide = room
            up = by_turns and index % 2 == 0 and len(at.threads) > 1
            if by_turns:
                edge = 2 * min(x - 4, at.width - 4 - x)
                wide = min(2 * at.lane_width - 12, edge)
            shown = cut(name, wide, sheet.SIZE, bold=True, middle=True)
            y = foot - (sheet.LINE if up else 0)
            self._add(group, "text", shown, x=n(x), y=n(y), **text)
            if up:
                self._path([f"M{n(x)} {n(y + 4)}V{n(at.top)}"], stroke=palette.CLOCK)
        heads = self._add(self._root, "g", fill=palette.MUTED, font_size="12")
        if at.time is not None and any(line.time for line in at.lines):
            self._add(heads, "text", "time", x=n(at.time.left), y=n(foot))
        self._add(heads, "text", "what happened", x=n(at.words.left), y=n(foot))
        self._add(heads, "text", "line", x=n(at.place.left), y=n(foot))

    # --- the lanes --------------------------------------------------------------------

    def _draw_lanes(self) -> None:
        by: dict[tuple[str, int], list[Stretch]] = {}
        own = dict(self._sheet.threads)
        for stretch in self._lanes.stretches:
            if stretch.thread not in own and stretch.state != "runs":
                continue  # in a lane that many share, only who runs is told
            by.setdefault((stretch.state, stretch.thread), []).append(stretch)
        shades: dict[tuple[str, str], list[tuple[float, float, float]]] = {}
        for (state, thread), stretches in sorted(by.items()):
            spans = shades.setdefault((state, palette.colour(thread)), [])
            spans.extend((self._x(thread), each.top, each.bottom) for each in stretches)
        for (state, shade), spans in sorted(shades.items()):
            lines = [f"M{n(x)} {n(top)}V{n(bottom)}" for x, top, bottom in spans]
            if state == "runs":
                self._path(lines, stroke=shade, stroke_width=n(BAR))
            elif state == "turn":
                self._path(lines, stroke=shade, stroke_width="1.8", stroke_dasharray="4 4")
            elif state == "unseen":
                self._path(lines, stroke=shade, stroke_width="3", stroke_dasharray="1 6")
            elif state == "fails":
                self._path(lines, stroke=palette.FAILED, stroke_width="1.6", stroke_dasharray="1 4")
            else:
                self._path((ladder(*span, BAR) for span in spans), stroke=shade, stroke_width="1.3", fill=palette.PAPER)
                self._path(lines, stroke=shade, stroke_width=n(BAR), stroke_dasharray=RUNGS)
        folds = [band for band in self._sheet.bands if isinstance(band.part, Fold) and band.part.thread is not None]
        breaks = [
            f"M{n(self._x(band.part.thread or 0) - 9)} {n(band.middle + by)}l18 -6" for band in folds for by in (0, 6)
        ]
        self._path(breaks, stroke=palette.PAPER, stroke_width="3")
        self._path((ended(self._x(thread), y, 7) for thread, y in sorted(self._lanes.ended.items()) if thread in own),
                   stroke=palette.ARROW, stroke_width="2")  # fmt: skip

    def _arrows(self) -> None:
        """Who started and who woke whom, straight across at the height of the step."""
        lines: list[str] = []
        heads: list[str] = []
        starts: list[tuple[float, float]] = []
        for arrow in self._lanes.arrows:
            here = self._x(arrow.thread)
            for x in dict.fromkeys(self._x(other) for other in arrow.others):
                if x == here:
                    continue
                side = 1 if x > here else -1
                tip = x - side * (BAR / 2 + 1)
                lines.append(f"M{n(here)} {n(arrow.at)}H{n(tip - side * (6 if arrow.kind == 'wake' else 0))}")
                if arrow.kind == "wake":
                    heads.append(f"M{n(tip)} {n(arrow.at)}l{-side * 8} -4.5v9z")
                else:
                    starts.append((x, arrow.at))
        self._path(lines, stroke=palette.PAPER, stroke_width="4.5")
        self._path(lines, stroke=palette.ARROW, stroke_width="1.5")
        self._path(heads, fill=palette.ARROW, stroke=palette.PAPER, stroke_width="1")
        for x, y in starts:
            self._add(self._root, "circle", cx=n(x), cy=n(y), r="4.5", fill=palette.PAPER, stroke=palette.ARROW,
                      stroke_width="1.5")  # fmt: skip

    def _draw_items(self) -> None:
        drawn = [item_path(item) for item in self._items]
        self._path((line for line, _, _ in drawn), stroke=palette.PAPER, stroke_width="4.5")
        self._path((line for line, _, _ in drawn), stroke=palette.ARROW, stroke_width="1.5")
        self._path((head for _, head, _ in drawn), fill=palette.ARROW)
        self._path((parcel for _, _, parcel in drawn), fill=palette.PAPER, stroke=palette.ARROW, stroke_width="1.5")

    def _pills(self) -> None:
        """Each step's number, on its thread's lane."""
        numbers = self._add(self._root, "g", font_size="11", font_weight="bold", text_anchor="middle", fill="#ffffff")
        for band in self._sheet.bands:
            if not isinstance(band.part, Row):
                continue
            x = self._x(band.part.thread)
            number = str(band.part.number)
            ring = self._ring(band.part)
            if ring:
                thick = "2.5" if self._is_wrong(band.part) else "1.2"
                around = {"fill": palette.PAPER, "stroke": palette.FAILED, "stroke_width": thick}
                self._add(numbers, "rect", **pill(x, band.middle, number, ring), **around)
            self._add(numbers, "rect", **pill(x, band.middle, number, 0), fill=palette.colour(band.part.thread))
            self._add(numbers, "text", number, x=n(x), y=n(band.middle + 4))

    def _ends(self) -> None:
        """A cross where a thread did not come to its end: beside the step that failed, or where it waits at the end."""
        aside = pill_width("000", 0) / 2 + 12
        places = [(self._x(thread) + aside, y) for thread, y in sorted(self._lanes.failed.items())]
        places += [(self._x(end.thread), end.middle) for end in self._sheet.ends]
        crosses = []
        for x, y in places:
            self._add(self._root, "circle", cx=n(x), cy=n(y), r="8", fill=palette.PAPER, stroke=palette.FAILED,
                      stroke_width="1.5")  # fmt: skip
            crosses.append(f"M{n(x - 3.5)} {n(y - 3.5)}l7 7m0 -7l-7 7")
        self._path(crosses, stroke=palette.FAILED, stroke_width="2")

    # --- the words --------------------------------------------------------------------

    def _texts(self) -> None:
        at = self._sheet
        lines = list(zip([band.middle for band in at.bands], at.lines, strict=True))
        lines += [(end.middle, end.line) for end in at.ends]
        times = self._add(self._root, "g", fill=palette.MUTED)
        words = self._add(self._root, "g", fill=palette.INK)
        places = self._add(self._root, "g", fill=palette.MUTED, font_family=palette.CODE, font_size=n(sheet.CODE_SIZE))
        sources = self._add(self._root, "g", fill=palette.INK, font_family=palette.CODE, font_size=n(sheet.CODE_SIZE))
        for middle, line in lines:
            base = middle + 4.5
            if line.time and at.time is not None:
                self._add(times, "text", line.time, x=n(at.time.left), y=n(base))
            shade = palette.MUTED if line.thread is None else palette.colour(line.thread)
            self._lines(words, line.words, at.words.left, base, shade)
            if line.place:
                self._add(places, "text", line.place, x=n(at.place.left), y=n(base))
            if line.source:
                self._add(sources, "text", line.source, x=n(at.source.left), y=n(base))
        if at.more is not None:
            self._add(words, "text", at.more[1], x=n(at.words.left), y=n(at.more[0] + 4.5), fill=palette.MUTED)

    def _lines(
        self, parent: ElementTree.Element, lines: Sequence[Sequence[Run]], x: float, base: float, strong: str
    ) -> None:
        for index, runs in enumerate(lines):
            text = self._add(parent, "text", x=n(x), y=n(base + index * sheet.LINE))
            styles = {"strong": {"font_weight": "bold", "fill": strong}, "note": {"fill": palette.MUTED}}
            if len(runs) == 1 and runs[0].style not in styles:
                text.text = runs[0].text
                continue
            before: ElementTree.Element | None = None
            for run in runs:
                if run.style in styles:
                    before = self._add(text, "tspan", run.text, **styles[run.style])
                elif before is None:
                    text.text = run.text
                else:
                    before.tail = run.text

    def _callout(self, callout: Callout | None) -> None:
        if callout is None:
            return
        at = self._sheet
        left = at.words.left
        high = callout.bottom - callout.top
        self._add(self._root, "rect", x=n(left - 8), y=n(callout.top), width="4", height=n(high - 6),
                  fill=palette.FAILED)  # fmt: skip
        words = self._add(self._root, "g", fill=palette.INK)
        self._lines(words, callout.lines, left + 6, callout.top + 19, palette.FAILED)

    # --- the legend -------------------------------------------------------------------

    def _samples(self) -> list[str]:
        """What occurs, and so has to be explained."""
        states = {stretch.state for stretch in self._lanes.stretches}
        kinds = {arrow.kind for arrow in self._lanes.arrows}
        asleep = any(step.operation == "sleep" and wording.blocks(step) for step in self._execution.steps)
        occurs = {
            "runs": "runs" in states,
            "turn": "turn" in states,
            "blocked": "blocked" in states and not asleep,
            "asleep": "blocked" in states and asleep,
            "unseen": "unseen" in states,
            "start": "start" in kinds,
            "wake": "wake" in kinds,
            "item": bool(self._items),
            "ended": bool(self._lanes.ended),
            "ring": any(isinstance(band.part, Row) and self._ring(band.part) for band in self._sheet.bands),
            "cross": bool(self._sheet.ends or self._lanes.failed),
        }
        return [name for name, so in occurs.items() if so]

    def _legend(self, samples: Sequence[Sample]) -> None:
        if samples:
            top = self._sheet.bottom + 0.5
            self._path([f"M0 {n(top)}H{n(self._sheet.width)}"], stroke=palette.CLOCK)
        group = self._add(self._root, "g", fill=palette.MUTED, font_size="12")
        for sample in samples:
            for mark in sample.marks:
                self._add(group, "path", **mark)
            self._add(group, "text", sample.text, x=n(sample.x), y=n(sample.y))
