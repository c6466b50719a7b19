"""What a student wrote in Markdown, as HTML that is safe to show: in formgrader, and in the pages of the feedback.

Markdown may hold HTML, and nbconvert shows it as it is: a script in a student's cell would run in the session of
whoever grades, which can change marks.  So the filter by which nbgrader's pages show Markdown is ours
(``c.TemplateExporter.filters``): the same renderer, and then `nh3`, which lets through what is listed here and nothing
else.  It is applied to the HTML, since what a text becomes is known only then; a verdict is an output, and not touched.

Of nbgrader's templates some are replaced (``c.HTMLExporter.extra_template_basedirs``): neither formgrader's page of a
submission nor a page of feedback loads anything from another host, and the latter begins with the exercises' names.
"""

# nbconvert has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import nbgrader
import nh3
from jinja2 import pass_context
from jinja2.runtime import Context
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath
from pygments.token import STANDARD_TYPES  # type: ignore[import-untyped]

__all__ = ["TEMPLATES", "clean", "markdown2html"]

TEMPLATES = (
    Path(__file__).parent / "templates" / "nbgrader",
    Path(nbgrader.__file__).parent / "server_extensions" / "formgrader" / "templates",
)
"""Where the templates of pages are: ours before nbgrader's, which only count if no others are named."""

# Classes colour code, and nothing else: formgrader finds its own fields by class and by id.
_CLASSES = {"span": set(STANDARD_TYPES.values()) - {""}, "div": {"highlight"}}
_ATTRIBUTES = {
    tag: {name for name in names if name not in ("id", "class")} for tag, names in nh3.ALLOWED_ATTRIBUTES.items()
} | {
    "details": {"open"},
    "td": {"align", "colspan", "rowspan", "style"},
    "th": {"align", "colspan", "rowspan", "style"},
}
_SCHEMES = {"http", "https", "mailto", "data"}
# Bootstrap, in nbgrader's pages, takes the triangle away that says "open me".
_SUMMARY = '<summary style="display:list-item;cursor:pointer">'
_PICTURE = re.compile(r"data:image/(png|jpeg|gif|webp);base64,[A-Za-z0-9+/=\s]*", re.ASCII)


@pass_context
def markdown2html(context: Context, source: str) -> str:
    """The Markdown ``source`` of a cell as safe HTML; what the renderer stumbles over is shown as it is."""
    cell: Any = context.get("cell", {})
    attachments: Any = cell.get("attachments", {})
    renderer = IPythonRenderer(escape=False, attachments=attachments, exclude_anchor_links=True)
    try:
        return clean(MarkdownWithMath(renderer=renderer).render(source))
    except Exception:  # such as an attachment that is not there; the renderer promises no kind of error
        return f"<pre>{html.escape(source)}</pre>"


def clean(text: str) -> str:
    """The HTML ``text`` without anything that could run, load a program, or pass for a part of the page."""
    safe = nh3.clean(
        text,
        attributes=_ATTRIBUTES,
        allowed_classes=_CLASSES,
        url_schemes=_SCHEMES,
        filter_style_properties={"text-align"},
        attribute_filter=_attribute,
    )
    return safe.replace("<summary>", _SUMMARY)


def _attribute(tag: str, name: str, value: str) -> str | None:
    """``value``, unless it is data that is no attached picture."""
    if value.strip().lower().startswith("data:") and not (tag == "img" and _PICTURE.fullmatch(value)):
        return None
    return value
