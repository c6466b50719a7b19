"""Submissions of every kind that stopped, misled or leaked from a grader: one function each, which spoils a good one.

Each is given the folder of a right submission to the lesson of `small_course` and damages it.  What it must come to is
said with it: the scores, and words of the sentence in the feedback.
"""

import base64
import contextlib
import json
import os
import socket
import stat
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import nbformat
import pytest

from tests.grading.small_course import NOTEBOOK

Scores = dict[str, tuple[float, bool]]
RIGHT: Scores = {"first": (3.0, False), "second": (1.0, False), "prose": (0.0, False)}
"""Both exercises right, the prose as released."""
UNREAD: Scores = dict.fromkeys(RIGHT, (0.0, True))
LOOKED_FOR: Scores = RIGHT | {"prose": (0.0, True)}


@dataclass(frozen=True)
class Submission:
    """One way to spoil a submission, and what must come of it."""

    student: str
    spoil: Callable[[Path], None]
    scores: Scores
    says: str | None
    """Words of the note in the feedback; ``None`` if there is no note."""
    shows: str | None = None
    """Words that the feedback page has elsewhere: the student's work is kept."""


SUBMISSIONS: list[Submission] = []


def files(scores: Scores, says: str | None = None, *, student: str = "", shows: str | None = None) -> Any:
    """The function spoils the folder."""

    def register(spoil: Callable[[Path], None]) -> Callable[[Path], None]:
        name = student or spoil.__name__.replace("_", "-")
        SUBMISSIONS.append(Submission(name, spoil, scores, says, shows))
        return spoil

    return register


def json_of(scores: Scores, says: str | None = None, *, shows: str | None = None) -> Any:
    """The function spoils the notebook's JSON, with nobody to see to it that it stays a notebook."""

    def register(spoil: Callable[[Any], object]) -> Callable[[Any], object]:
        def change(folder: Path) -> None:
            nb = json.loads((folder / NOTEBOOK).read_text())
            answer = spoil(nb)
            (folder / NOTEBOOK).write_text(json.dumps(nb if answer is None else answer))

        SUBMISSIONS.append(Submission(spoil.__name__.replace("_", "-"), change, scores, says, shows))
        return spoil

    return register


def content(data: bytes) -> Callable[[Path], None]:
    return lambda folder: (folder / NOTEBOOK).write_bytes(data) and None


for name, data, reason in (
    ("empty", b"", "it is empty"),
    ("blank", b" \n", "it is empty"),
    ("cut-off", b'{"cells": [', "it is not JSON; perhaps it was cut off"),
    ("a-script", b"print('my answers')", "it is not JSON; perhaps it was cut off"),
    ("a-list", b"[]", "it is JSON, but has no cells that can be read"),
    ("null", b"null", "it is JSON, but has no cells that can be read"),
    ("no-cells", b"{}", "it is JSON, but has no cells that can be read"),
    ("null-cells", b'{"cells": null, "nbformat": 4}', "it is JSON, but has no cells that can be read"),
    ("cells-of-text", b'{"cells": ["first"], "nbformat": 4}', "it is JSON, but has no cells that can be read"),
    ("nested", b'{"cells": ' + b"[" * 200_000 + b"]" * 200_000 + b"}", "its JSON is nested too deeply"),
    ("number-without-end", b'{"cells": [' + b"1" * 10_000 + b"]}", "it is not JSON"),
    ("zeros", bytes(1000), "it is not JSON"),
    ("half-utf-16", b"\xff\xfe\x00", "it is not UTF-8 text: byte 2 cannot be read"),
    ("a-picture", b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "it is not UTF-8 text: byte 0 cannot be read"),
    ("format-2", b'{"cells": [], "nbformat": 2}', "it is in an old notebook format, and could not be converted"),
    ("format-zero", b'{"cells": [], "nbformat": 0}', "it is in an old notebook format, and could not be converted"),
):
    SUBMISSIONS.append(Submission(name, content(data), UNREAD, reason))


# Text


@files(RIGHT, "It is not UTF-8 text", shows="Schl\ufffdssel")
def latin_1(folder: Path) -> None:
    nb = json.loads((folder / NOTEBOOK).read_text())
    nb["cells"][0]["source"] = "# Schlüssel"
    (folder / NOTEBOOK).write_bytes(json.dumps(nb, ensure_ascii=False).encode("latin-1"))


@files(RIGHT)
def byte_order_mark(folder: Path) -> None:
    (folder / NOTEBOOK).write_text((folder / NOTEBOOK).read_text(), encoding="utf-8-sig")


@files(RIGHT)
def utf_16(folder: Path) -> None:
    (folder / NOTEBOOK).write_text((folder / NOTEBOOK).read_text(), encoding="utf-16")


@json_of(RIGHT)
def lines_of_windows(nb: Any) -> None:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


@json_of(RIGHT, "Halves of characters")
def half_a_character(nb: Any) -> None:
    nb["cells"][1]["source"] = "# right and careful \ud83d"


@files(RIGHT)
def not_a_number(folder: Path) -> None:
    text = (folder / NOTEBOOK).read_text()
    (folder / NOTEBOOK).write_text(text.replace('"nbformat": 4', '"x": NaN, "y": Infinity, "nbformat": 4'))


@files(RIGHT)
def keys_twice(folder: Path) -> None:
    text = (folder / NOTEBOOK).read_text()
    (folder / NOTEBOOK).write_text('{"cells": [], "nbformat": 1,' + text.lstrip()[1:])


# Sizes


@files(UNREAD, "it has 200.0 MB, and at most 25.0 MB are read")
def two_hundred_megabytes(folder: Path) -> None:
    os.truncate(folder / NOTEBOOK, 200_000_000)


@json_of(UNREAD, "it has 10,006 cells, and at most 1,000 are read")
def ten_thousand_cells(nb: Any) -> None:
    nb["cells"] += [{"cell_type": "code", "source": "pass", "metadata": {}, "outputs": []}] * 10_000


@json_of(UNREAD, "characters, and at most 500,000 are read")
def a_long_story(nb: Any) -> None:
    nb["cells"].append({"cell_type": "code", "source": "#" * 600_000, "metadata": {}})


@json_of(RIGHT, shows="begin{a}")
def markdown_that_takes_minutes(nb: Any) -> None:
    nb["cells"].append({"cell_type": "markdown", "source": "\\begin{a}" * 20_000, "metadata": {}})


# What is no file


def instead(make: Callable[[Path], object]) -> Callable[[Path], None]:
    def change(folder: Path) -> None:
        (folder / NOTEBOOK).unlink()
        make(folder / NOTEBOOK)

    return change


def a_socket(path: Path) -> None:
    # The path of a socket may have about a hundred characters, which temporary folders exceed.
    here = os.getcwd()
    os.chdir(path.parent)
    try:
        with socket.socket(socket.AF_UNIX) as made:
            made.bind(path.name)
    finally:
        os.chdir(here)


def source_of(path: Path) -> Path:
    """The instructor's notebook, seen from a submission."""
    return path.parents[3] / "source" / "words" / NOTEBOOK


for name, make, reason in (
    ("a-folder", lambda path: path.mkdir(), "it is a folder"),
    ("a-link-to-the-source", lambda path: path.symlink_to(source_of(path)), "it is a link, and links are not followed"),
    ("a-link-to-passwords", lambda path: path.symlink_to("/etc/passwd"), "it is a link, and links are not followed"),
    ("a-link-to-nothing", lambda path: path.symlink_to("nowhere"), "it is a link, and links are not followed"),
    ("a-link-to-itself", lambda path: path.symlink_to(path.name), "it is a link, and links are not followed"),
    ("a-link-to-zeros", lambda path: path.symlink_to("/dev/zero"), "it is a link, and links are not followed"),
    ("a-pipe", lambda path: os.mkfifo(path), "it is a named pipe"),
    ("a-socket", a_socket, "it is a socket"),
):
    SUBMISSIONS.append(Submission(name, instead(make), UNREAD, reason))

if os.geteuid() == 0:  # only then may one make devices; and only otherwise is anything unreadable
    device = instead(lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5)))
    with contextlib.suppress(PermissionError):
        SUBMISSIONS.append(Submission("a-device", device, UNREAD, "it is a device"))
else:
    unreadable = instead(lambda path: path.touch(0o000))
    SUBMISSIONS.append(Submission("not-for-us", unreadable, UNREAD, "it may not be read: its permissions forbid it"))
    locked = lambda folder: folder.chmod(0o000)  # noqa: E731
    SUBMISSIONS.append(Submission("folder-not-for-us", locked, UNREAD, "its permissions forbid it"))


@files(UNREAD, "The folder that was handed in was not opened (it is a link, and links are not followed)")
def folder_is_a_link(folder: Path) -> None:
    (folder / NOTEBOOK).unlink()
    folder.rmdir()
    folder.symlink_to(folder.parents[2] / "source" / "words")


@files(UNREAD, "The folder that was handed in was not opened (it is a link, and links are not followed)")
def student_is_a_link(folder: Path) -> None:
    elsewhere = folder.parents[2] / "elsewhere"
    folder.parent.rename(elsewhere)
    folder.parent.symlink_to(elsewhere)


@files(UNREAD, "The folder that was handed in was not opened (it is a file)")
def folder_is_a_file(folder: Path) -> None:
    (folder / NOTEBOOK).unlink()
    folder.rmdir()
    folder.write_text("my answers")


# Formats


@json_of(RIGHT, "It was in the old notebook format 3 and was converted.")
def format_3(nb: Any) -> Any:
    text = nbformat.v3.writes_json(nbformat.convert(nbformat.from_dict(whole(nb)), 3))
    old = json.loads(text)
    assert old["nbformat"] == 3
    return old


def whole(nb: Any) -> Any:
    """``nb`` with each source in one piece."""
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"])
    return nb


@json_of(RIGHT, "It is in the notebook format 5, which is not known here; it was read as 4.")
def format_5(nb: Any) -> None:
    nb["nbformat"] = 5


@json_of(RIGHT)
def format_4_99(nb: Any) -> None:
    nb["nbformat_minor"] = 99


@json_of(RIGHT)
def format_in_words(nb: Any) -> None:
    nb["nbformat"], nb["nbformat_minor"] = "four", []


@json_of(RIGHT)
def no_format(nb: Any) -> None:
    del nb["nbformat"], nb["nbformat_minor"]


@json_of(RIGHT, "nbgrader's marks were missing from 'first' and 'second' and were put back.")
def no_metadata(nb: Any) -> None:
    del nb["metadata"]
    for cell in nb["cells"]:
        del cell["metadata"]
    del nb["cells"][5]
    nb["cells"].append(prose())


def prose(source: str = "YOUR ANSWER HERE") -> dict[str, Any]:
    marks = {"grade_id": "prose", "grade": True, "solution": True, "locked": False, "points": 2, "schema_version": 3}
    marks["task"] = False
    return {"cell_type": "markdown", "source": source, "metadata": {"nbgrader": marks}}


@json_of(RIGHT)
def no_ids(nb: Any) -> None:
    nb["nbformat_minor"] = 4
    for cell in nb["cells"]:
        del cell["id"]


@json_of(RIGHT)
def ids_that_are_none(nb: Any) -> None:
    for cell, name in zip(nb["cells"], ("", 'x" onload="alert(1)', None, ["a"], "same", "same"), strict=True):
        cell["id"] = name


@json_of(RIGHT, shows="What is it?")
def types_of_cells_that_are_none(nb: Any) -> None:
    nb["cells"].append({"cell_type": "oracle", "source": "What is it?", "metadata": {}})
    nb["cells"].append({"cell_type": ["code"], "source": "?", "metadata": []})


@json_of(RIGHT, "2 of its cells could not be read and were left out.")
def cells_that_are_none(nb: Any) -> None:
    nb["cells"] += [None, {"cell_type": "code", "source": 7}]


# nbgrader's marks, by which it finds the cells


def marks(nb: Any, number: int) -> Any:
    return nb["cells"][number]["metadata"]["nbgrader"]


def changed(number: int, key: str, value: Any, name: str, says: str) -> None:
    @json_of(RIGHT, says)
    def change(nb: Any) -> None:
        marks(nb, number)[key] = value

    SUBMISSIONS.append(Submission(name, SUBMISSIONS.pop().spoil, RIGHT, says))


for value, name in ((1, "1"), (2, "2"), (99, "99"), ("three", "in-words"), (None, "null")):
    changed(2, "schema_version", value, f"schema-{name}", "nbgrader's marks (schema_version) on 'first'")
for value, name in ((300, "300"), ("all", "in-words"), (-1, "negative"), (None, "null"), (1e999, "infinite")):
    changed(2, "points", value, f"points-{name}", "nbgrader's marks (points) on 'first'")
changed(2, "grade", False, "flipped-grade", "nbgrader's marks (grade) on 'first'")
changed(2, "solution", True, "flipped-solution", "nbgrader's marks (solution) on 'first'")
changed(2, "task", True, "flipped-task", "nbgrader's marks (task) on 'first'")
changed(1, "locked", True, "flipped-lock", "")
changed(1, "grade", True, "graded-answer", "nbgrader's marks (grade) on 'first-solution'")
SUBMISSIONS[-2] = Submission("flipped-lock", SUBMISSIONS[-2].spoil, RIGHT, None)  # an answer is never locked


@json_of(RIGHT)
def a_strange_key(nb: Any) -> None:
    marks(nb, 2)["bonus"] = {"points": 5}


@json_of(RIGHT, "nbgrader's marks (grade, schema_version, solution) on 'first'")
def marks_with_a_name_alone(nb: Any) -> None:
    nb["cells"][2]["metadata"]["nbgrader"] = {"grade_id": "first", "points": 3}


@json_of(RIGHT, "nbgrader's marks were missing from 'first' and were put back.")
def marks_that_are_a_list(nb: Any) -> None:
    nb["cells"][1]["metadata"]["nbgrader"] = []
    nb["cells"][2]["metadata"]["nbgrader"] = ["grade_id", "first"]


@json_of(RIGHT, "nbgrader's marks were missing from 'first' and were put back.")
def a_name_that_is_a_list(nb: Any) -> None:
    marks(nb, 2)["grade_id"] = ["first"]


@json_of(LOOKED_FOR, "A person looks whether the answer stands elsewhere", shows="Since the bell rang.")
def stripped(nb: Any) -> None:
    nb["cells"][5]["source"] = "Since the bell rang."
    for cell in nb["cells"]:
        cell["metadata"].pop("nbgrader", None)


@json_of(RIGHT, "The cells were missing and put back at the end: 'first' and 'second'.")
def deleted_tests(nb: Any) -> None:
    del nb["cells"][4], nb["cells"][2]


@json_of(LOOKED_FOR, "The cell was missing and put back at the end: 'prose'.")
def deleted_prose(nb: Any) -> None:
    del nb["cells"][5]


@json_of(RIGHT | {"first": (0.0, False)})
def deleted_answer(nb: Any) -> None:
    del nb["cells"][1]


@json_of(RIGHT, "There was more than one copy of 'first-solution', 'first', 'second-solution' and 'second'")
def copied(nb: Any) -> None:
    nb["cells"] += [{**cell, "id": f"copy-{cell['id']}"} for cell in nb["cells"][1:5]]


@json_of(RIGHT)
def moved(nb: Any) -> None:
    nb["cells"].reverse()


@json_of(RIGHT, "The type of 'first' was not the lesson's")
def test_made_markdown(nb: Any) -> None:
    nb["cells"][2] = {**nb["cells"][2], "cell_type": "markdown"}


@json_of(RIGHT, "The type of 'first-solution' and 'first' was not the lesson's")
def answer_made_raw(nb: Any) -> None:
    for number in (1, 2):
        nb["cells"][number]["cell_type"] = "raw"


@json_of(LOOKED_FOR, "The type of 'prose' was not the lesson's", shows="Since the bell rang.")
def prose_made_code(nb: Any) -> None:
    nb["cells"][5] = {**nb["cells"][5], "cell_type": "code", "source": "Since the bell rang."}


@json_of(RIGHT, "This notebook has no graded cell 'last'")
def retitled_test(nb: Any) -> None:
    marks(nb, 2)["grade_id"] = "last"


@json_of(LOOKED_FOR, "A person looks whether the answer stands elsewhere", shows="Since the bell rang.")
def retitled_prose(nb: Any) -> None:
    marks(nb, 5)["grade_id"] = "verse"
    nb["cells"][5]["source"] = "Since the bell rang."


@json_of(RIGHT, "The text of 'second' and 'first' was not the lesson's")
def swapped_tests(nb: Any) -> None:
    marks(nb, 2)["grade_id"], marks(nb, 4)["grade_id"] = "second", "first"


@json_of(RIGHT, "This notebook has no graded cell 'bonus'")
def invented(nb: Any) -> None:
    nb["cells"][0]["metadata"]["nbgrader"] = {**marks(nb, 2), "grade_id": "bonus", "points": 100}


@json_of(RIGHT, "The text of 'first' was not the lesson's")
def rewritten_test(nb: Any) -> None:
    nb["cells"][2]["source"] = "print('3 of 3 points')"


# Names of files


def renamed(folder: Path, name: str) -> Path:
    return (folder / NOTEBOOK).rename(folder / name)


@files(RIGHT, "It was handed in as '1-words (1).ipynb', and taken for '1-words.ipynb'.")
def downloaded_twice(folder: Path) -> None:
    renamed(folder, "1-words (1).ipynb")


@files(RIGHT, "It was handed in as 'Untitled.ipynb'")
def untitled(folder: Path) -> None:
    nb = json.loads(renamed(folder, "Untitled.ipynb").read_text())
    del nb["cells"][5]
    for cell in nb["cells"]:
        cell["metadata"].pop("nbgrader", None)
    nb["cells"].append(prose())
    (folder / "Untitled.ipynb").write_text(json.dumps(nb))


@files(RIGHT, "It was handed in as '<img src=x onerror=alert(1)>.ipynb'")
def named_as_html(folder: Path) -> None:
    renamed(folder, "<img src=x onerror=alert(1)>.ipynb")


@files(RIGHT, "Not part of the lesson, and not read: 'diary.ipynb'.")
def one_too_many(folder: Path) -> None:
    (folder / "diary.ipynb").write_text("{")


@files(RIGHT, "Not part of the lesson, and not read: '1-words (1).ipynb'.")
def two_versions(folder: Path) -> None:
    (folder / "1-words (1).ipynb").write_text((folder / NOTEBOOK).read_text().replace("careful", "careless"))


@files(UNREAD, "There was only 'a.ipynb' and 'b.ipynb' in what was handed in, and no '1-words.ipynb'")
def two_candidates(folder: Path) -> None:
    (folder / "b.ipynb").write_text(renamed(folder, "a.ipynb").read_text())


@files(UNREAD, "There was only 'poem.ipynb' in what was handed in, and no '1-words.ipynb'")
def another_notebook(folder: Path) -> None:
    nb = {"cells": [{"cell_type": "code", "source": "# right", "metadata": {}}], "nbformat": 4}
    renamed(folder, "poem.ipynb").write_text(json.dumps(nb))


@files(UNREAD, "There was no notebook in what was handed in")
def another_kind_of_file(folder: Path) -> None:
    renamed(folder, "1-words.ipynb.docx")


# When it was handed in


def stamped(name: str, stamp: Callable[[Path], object], says: str | None) -> None:
    SUBMISSIONS.append(Submission(name, lambda folder: stamp(folder / "timestamp.txt") and None, RIGHT, says))


def text(words: str) -> Callable[[Path], object]:
    return lambda path: path.write_text(words)


stamped("time-good", text("2026-01-16 17:30:00 UTC\n"), None)
stamped("time-with-a-zone", text("2026-01-16 17:30:00.5 +0100"), None)
stamped("time-in-words", text("yesterday, I think"), "'yesterday, I think' is no time such as")
stamped("time-of-day", text("10"), "timestamp.txt was ignored ('10' is no time")
stamped("time-empty", text(" \n"), "timestamp.txt was ignored (it is empty)")
stamped("time-huge", text("2026-01-16 " * 100_000), "timestamp.txt was ignored (it has 1.1 MB")
stamped("time-binary", lambda path: path.write_bytes(b"\xff\xfe\x00"), "timestamp.txt was ignored")
stamped("time-to-come", text("9998-01-16 17:30:00 UTC"), "is still to come")
stamped("time-before-time", text("0001-01-01 00:00:00+10:00"), "is in no calendar")
stamped("time-of-month-13", text("2026-13-16 17:30:00 UTC"), "is in no calendar")
stamped("time-on-mars", text("2026-01-16 17:30:00 Mars/Olympus"), "is in no calendar or no time zone")
stamped("time-a-folder", lambda path: path.mkdir(), "timestamp.txt was ignored (it is a folder)")
stamped("time-a-pipe", lambda path: os.mkfifo(path), "timestamp.txt was ignored (it is a named pipe)")
stamped("time-a-link", lambda path: path.symlink_to("/etc/passwd"), "timestamp.txt was ignored (it is a link")


# What would run, or pass for a score


def output(kind: str, **data: Any) -> dict[str, Any]:
    return {"output_type": kind, "metadata": {}, **data}


@json_of(RIGHT | {"first": (0.0, False)})
def outputs_like_scores(nb: Any) -> None:
    nb["cells"][1]["source"] = "pass"
    for number in (1, 2):
        result = {"execution_count": 1, "data": {"text/plain": "nan"}}
        nb["cells"][number]["outputs"] = [output("execute_result", **result), output("display_data", data={"x": "y"})]


@json_of(RIGHT)
def outputs_like_errors(nb: Any) -> None:
    stream = {"output_type": "stream", "name": "stderr", "text": "Warning: all is lost"}
    error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": ["no"]}
    for number in (1, 2, 3, 4):
        nb["cells"][number]["outputs"] = [stream, error, {"output_type": 7}, None]


@json_of(RIGHT | {"first": (0.0, False)})
def a_verdict_of_ones_own(nb: Any) -> None:
    nb["cells"][1]["source"] = "pass"
    passed = {"name": "n", "title": "mine", "points": 3.0, "status": "passed"}
    for number in (1, 2):
        nb["cells"][number]["metadata"]["course"] = {"exercise": "first", "checks": [passed]}
    nb["metadata"]["course"] = {"sentence": "I was very good.", "readable": False, "displaced": []}


@json_of(RIGHT)
def scripts_in_outputs(nb: Any) -> None:
    data = {"text/html": "<script>alert(1)</script>", "application/javascript": "alert(2)"}
    nb["cells"][1]["outputs"] = [output("display_data", data=data)]


@json_of(RIGHT, shows="My drawing")
def scripts_in_markdown(nb: Any) -> None:
    nb["cells"][0]["source"] = (
        "# My drawing\n\n<script>alert(1)</script>\n\n<img src=x onerror=alert(2)> <svg onload=alert(3)></svg>\n\n"
        "<iframe srcdoc='<script>alert(4)</script>'></iframe>\n\n[a](javascript:alert(5)) [b](data:text/html,x) "
        "<a href='JaVaScRiPt:alert(6)'>c</a> <style>body{display:none}</style> "
        "<form action=x><input id=first></form>\n\n"
        "<div id='first' class='nbgrader_cell' style='position:fixed'>d</div>\n\n"
        '![x](y "onerror=alert(7)") <!-- --!><script>alert(8)</script> -->\n\n'
        "```html\n</code></pre><script>alert(9)</script>\n```\n\n```mermaid\n<script>alert(10)</script>\n```\n\n"
        "$<script>alert(11)</script>$ <math><mtext><script>alert(12)</script></mtext></math>"
    )


@json_of(LOOKED_FOR, shows="Since")
def scripts_in_prose(nb: Any) -> None:
    nb["cells"][5]["source"] = "Since <script>alert(1)</script> <b onclick=alert(2)>it rang</b>"


@json_of(RIGHT, shows="&lt;script&gt;alert(1)")
def scripts_in_raw_cells(nb: Any) -> None:
    for mimetype in ("text/html", "", "text/markdown"):
        metadata = {"raw_mimetype": mimetype, "format": mimetype}
        nb["cells"].append({"cell_type": "raw", "source": "```\n<script>alert(1)</script>", "metadata": metadata})


@json_of(RIGHT)
def scripts_in_metadata(nb: Any) -> None:
    close = "</script><script>alert(1)</script>"
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {}, "x": close}}
    nb["metadata"] |= {"widgets": widgets, "title": close, "language_info": {"name": close, "pygments_lexer": close}}
    nb["metadata"]["kernelspec"] = {"name": close, "display_name": close, "language": close}
    nb["cells"][1]["metadata"] |= {"tags": [close], "name": close, "magics_language": close, "slideshow": close}


@json_of(RIGHT)
def scripts_in_attachments(nb: Any) -> None:
    drawing = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").decode()
    forms = {"image/svg+xml": drawing, "text/html": "<script>alert(2)</script>", 'x" onerror="alert(3)': "eA=="}
    nb["cells"][0]["attachments"] = {"a": forms, "b": {"image/png": '" onerror="alert(4)'}, "c": 7}
    nb["cells"][0]["source"] = "![a](attachment:a) ![b](attachment:b) ![c](attachment:c)"


@json_of(RIGHT, shows="attachment:gone")
def attachment_that_is_missing(nb: Any) -> None:
    nb["cells"][0]["source"] = "![my drawing](attachment:gone.png)"


@json_of(RIGHT, shows="data:image/png;base64,iVBORw0KGgo=")
def attachment_that_is_good(nb: Any) -> None:
    nb["cells"][0]["attachments"] = {"a.png": {"image/png": "iVBORw0KGgo=\n"}}
    nb["cells"][0]["source"] = "![my drawing](attachment:a.png)"


# Files beside the notebook


@files(RIGHT)
def a_picture_and_a_table(folder: Path) -> None:
    (folder / "drawings").mkdir()
    (folder / "drawings" / "one.png").write_bytes(b"\x89PNG")
    (folder / "data.csv").write_text("1,2\n")


@files(RIGHT, "Left out of the graded copy: 'page.html' (neither a picture nor plain text).")
def a_page(folder: Path) -> None:
    (folder / "page.html").write_text("<script>alert(1)</script>")


@files(RIGHT, "Left out of the graded copy: 'film.txt' (it has 80.0 MB, and at most 5.0 MB are read).")
def a_film(folder: Path) -> None:
    (folder / "film.txt").touch()
    os.truncate(folder / "film.txt", 80_000_000)


@files(RIGHT, "'a.txt' (it is a link, and links are not followed), 'b' (it is a link")
def links_beside(folder: Path) -> None:
    (folder / "a.txt").symlink_to(source_of(folder / NOTEBOOK).parent / "hidden" / "test_words.py")
    (folder / "b").symlink_to(source_of(folder / NOTEBOOK).parent)
    (folder / "c.txt").symlink_to("/dev/zero")
    (folder / "d").mkdir()
    (folder / "d" / "e.txt").symlink_to("/etc/passwd")


@files(RIGHT, "'a.txt' (it is a named pipe) and 'b' (it is a socket)".replace(" and ", ", "))
def pipes_beside(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")
    a_socket(folder / "b")


@files(RIGHT, "'099.txt' (more than 100 files)".replace("099", "100"))
def many_files(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number:03}.txt").write_text("x")


@files(RIGHT, "and 1 more")
def odd_names_beside(folder: Path) -> None:
    for name in (b"\xff.txt", b"line\nbreak.exe", b"[a-z]*.exe", b"x" * 200 + b".exe", b"<b>.exe", b"~.exe"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("x")


@files(RIGHT)
def hidden_files(folder: Path) -> None:
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "1-words-checkpoint.ipynb").write_text("{")
    (folder / ".DS_Store").write_bytes(b"\x00")


@files(RIGHT)
def the_lessons_own_files(folder: Path) -> None:
    (folder / "test_words.py").write_text("def test_word(explore): pass\n")
    (folder / "scenarios.py").mkdir()


# Names of students


def nothing(folder: Path) -> None:
    pass


for student in (
    "a[b]c",
    "[!a]",
    "o'brien {x}",
    "Ünï cødé",
    "-dash",
    "100%",
    "a b",
    "x" * 200,
    "<b>bold</b>",
    "$HOME",
    "a.*b",
):
    SUBMISSIONS.append(Submission(student, nothing, RIGHT, None))


PARAMETERS = [pytest.param(each, id=ascii(each.student)[1:40]) for each in SUBMISSIONS]
