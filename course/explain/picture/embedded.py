"""The picture as an image for a page; why as an image, the package says."""

from __future__ import annotations

import base64
from dataclasses import dataclass

from course.explain.picture.drawing import picture
from course.model import Execution, Program

__all__ = ["Image", "picture_image"]


@dataclass(frozen=True, slots=True)
class Image:
    """What an ``<img>`` needs."""

    src: str
    """A data URL: nothing is fetched."""
    width: int
    height: int
    alt: str


def picture_image(execution: Execution, program: Program | None = None) -> Image:
    """The picture of ``execution``, with its title and description as alternative text."""
    drawn = picture(execution, program)
    data = base64.b64encode(drawn.svg.encode()).decode("ascii")
    return Image(f"data:image/svg+xml;base64,{data}", drawn.width, drawn.height, f"{drawn.title} {drawn.description}")
