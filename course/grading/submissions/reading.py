"""Bytes that were handed in, read as a notebook of which nothing is left but what grading needs.

A cell keeps its type, its text, its id, the pictures that are attached to it and nbgrader's marks; everything else,
outputs and all other metadata, is the student's to write and nobody's to read: it is dropped here, before it could
look like a verdict or run in somebody's browser.  The marks are still as they came: `marks` puts them right.

What can be understood is kept, even where the file is not quite a notebook, and a sentence says what was done.  What
cannot is refused with a reason.  The work is bounded by :class:`Limits`; no content can stop the reader.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import binascii
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import nbformat
from nbformat import NotebookNode
from nbformat.v4 import new_code_cell, new_markdown_cell, new_notebook, new_raw_cell

__all__ = ["Limits", "NotANotebook", "read"]

_MAKERS = {"code": new_code_cell, "markdown": new_markdown_cell}
_ID = re.compile(r"[a-zA-Z0-9_-]{1,64}")
_PICTURES = ("image/png", "image/jpeg", "image/gif", "image/webp")
"""What may be attached.  A drawing in SVG may hold a program."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How much of a submission is read."""

    notebook: int = 25_000_000
    """Bytes of a notebook's file, with its outputs."""
    cells: int = 1_000
    """Cells of a notebook."""
    text: int = 500_000
    """Characters in all cells of a notebook."""
    file: int = 5_000_000
    """Bytes of another file."""
    files: int = 100
    """How many other files."""


class NotANotebook(Exception):
    """The message says why, in a few words that fit into a sentence."""


def read(content: bytes, limits: Limits) -> tuple[NotebookNode, tuple[str, ...]]:
    """The notebook in ``content``, and what was done to read it, as sentences; raises :class:`NotANotebook`."""
    text, repairs = _text(content)
    raw = _json(text)
    if not isinstance(raw, dict):
        raise NotANotebook("it is JSON, but has no cells that can be read")
    raw, converted = _today(raw)
    repairs += converted
    cells, lost = _cells(raw, limits)
    if lost:
        repairs.append(f"{lost} of its cells could not be read and {'was' if lost == 1 else 'were'} left out.")
    if any(_broken(cell.source) for cell in cells):
        repairs.append("Halves of characters, which are no text, were replaced by “\ufffd”.")
        for cell in cells:
            cell.source = _whole(cell.source)
    return new_notebook(cells=cells, metadata={"language_info": {"name": "python"}}), tuple(repairs)


def _text(content: bytes) -> tuple[str, list[str]]:
    if not content.strip():
        raise NotANotebook("it is empty")
    encoding = json.detect_encoding(content)  # UTF-8, -16 or -32, by its first bytes
    try:
        return content.decode(encoding), []
    except UnicodeDecodeError as error:
        text = content.decode(encoding, "replace")
        refusal = NotANotebook(f"it is not UTF-8 text: byte {error.start} cannot be read")
        refusal.__cause__ = error
    try:
        _json(text)
    except NotANotebook:
        raise refusal from None
    return text, ["It is not UTF-8 text; what could not be read in it was replaced by “\ufffd”."]


def _json(text: str) -> Any:
    try:
        return json.loads(text)
    except ValueError as error:
        raise NotANotebook("it is not JSON; perhaps it was cut off") from error
    except RecursionError as error:
        raise NotANotebook("its JSON is nested too deeply") from error


def _today(raw: dict[str, Any]) -> tuple[dict[str, Any], list[str]]:
    """``raw`` in the notebook format 4, of whatever minor version: what is read of it is the same in all."""
    version = raw.get("nbformat", 4)
    if not isinstance(version, int) or version == 4:
        return raw, []
    if version > 4:
        return raw, [f"It is in the notebook format {str(version)[:20]}, which is not known here; it was read as 4."]
    try:
        converted = json.loads(nbformat.writes(nbformat.reads(json.dumps(raw), as_version=4)))
    except Exception as error:  # nbformat promises no kind of error for what is JSON, but not a notebook
        raise NotANotebook("it is in an old notebook format, and could not be converted") from error
    for cell in converted["cells"]:
        cell.pop("id", None)  # made up by nbformat, anew each time
    return converted, [f"It was in the old notebook format {version} and was converted."]


def _cells(raw: dict[str, Any], limits: Limits) -> tuple[list[NotebookNode], int]:
    """The cells that can be read, and how many cannot."""
    given = raw.get("cells")
    if not isinstance(given, list):
        raise NotANotebook("it is JSON, but has no cells that can be read")
    if len(given) > limits.cells:
        raise NotANotebook(f"it has {len(given):,} cells, and at most {limits.cells:,} are read")
    texts = [_source(cell) for cell in given]
    if (length := sum(len(text) for text in texts if text is not None)) > limits.text:
        raise NotANotebook(f"its cells have {length:,} characters, and at most {limits.text:,} are read")
    taken: set[str] = set()
    cells = [
        _cell(cell, text, number, taken)
        for number, (cell, text) in enumerate(zip(given, texts, strict=True))
        if text is not None
    ]
    if not cells:
        raise NotANotebook("it is JSON, but has no cells that can be read")
    return cells, len(given) - len(cells)


def _source(cell: Any) -> str | None:
    """The text of a cell, its lines ending as they do in Python; ``None`` if it has none."""
    source = cell.get("source") if isinstance(cell, dict) else None
    if isinstance(source, list) and all(isinstance(line, str) for line in source):
        source = "".join(source)
    return source.replace("\r\n", "\n").replace("\r", "\n") if isinstance(source, str) else None


def _cell(given: dict[str, Any], text: str, number: int, taken: set[str]) -> NotebookNode:
    """A clean cell.  Ids that are no ids, or are there already, become the cell's number."""
    kind = given.get("cell_type")
    name = given.get("id")
    if not isinstance(name, str) or not _ID.fullmatch(name) or name in taken:
        name = next(name for name in _numbered(number) if name not in taken)
    taken.add(name)
    cell = NotebookNode(_MAKERS.get(kind if isinstance(kind, str) else "", new_raw_cell)(text, id=name))
    metadata = given.get("metadata")
    if isinstance(metadata, dict) and "nbgrader" in metadata:
        cell.metadata["nbgrader"] = metadata["nbgrader"]
    if cell.cell_type != "code" and (pictures := dict(_pictures(given.get("attachments")))):
        cell.attachments = pictures
    return cell


def _numbered(number: int) -> Iterator[str]:
    yield f"cell-{number}"
    yield from (f"cell-{number}-{copy}" for copy in range(2, 1_000_000))


def _pictures(attachments: Any) -> Iterator[tuple[str, dict[str, str]]]:
    if not isinstance(attachments, dict):
        return
    for name, forms in attachments.items():
        good = {form: _base64(forms.get(form)) for form in _PICTURES} if isinstance(forms, dict) else {}
        if found := {form: data for form, data in good.items() if data}:
            yield name, found


def _base64(data: Any) -> str | None:
    if isinstance(data, list) and all(isinstance(line, str) for line in data):
        data = "".join(data)
    if not isinstance(data, str):
        return None
    try:
        return binascii.b2a_base64(binascii.a2b_base64(data), newline=False).decode()
    except ValueError:
        return None


def _broken(text: str) -> bool:
    """Whether ``text`` holds halves of surrogate pairs, which JSON can write and UTF-8 cannot."""
    return any("\ud800" <= char <= "\udfff" for char in text)


def _whole(text: str) -> str:
    return re.sub("[\ud800-\udfff]", "\ufffd", text)
