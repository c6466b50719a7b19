"""What would run in somebody's page, pass for a score, or come along beside the notebook; and names of students."""

import base64
import os
from pathlib import Path
from typing import Any

from tests.grading.small_course import NOTEBOOK
from tests.grading.submissions.broken_files import a_socket, source_of
from tests.grading.submissions.handed_in import LOOKED_FOR, RIGHT, Submissions

HOSTILE_PAGES = Submissions()


# What would run, or pass for a score


def output(kind: str, **data: Any) -> dict[str, Any]:
    return {"output_type": kind, "metadata": {}, **data}


@HOSTILE_PAGES.json_of(RIGHT | {"first": (0.0, False)})
def outputs_like_scores(nb: Any) -> None:
    nb["cells"][1]["source"] = "pass"
    for number in (1, 2):
        result = {"execution_count": 1, "data": {"text/plain": "nan"}}
        nb["cells"][number]["outputs"] = [output("execute_result", **result), output("display_data", data={"x": "y"})]


@HOSTILE_PAGES.json_of(RIGHT)
def outputs_like_errors(nb: Any) -> None:
    stream = {"output_type": "stream", "name": "stderr", "text": "Warning: all is lost"}
    error = {"output_type": "error", "ename": "E", "evalue": "", "traceback": ["no"]}
    for number in (1, 2, 3, 4):
        nb["cells"][number]["outputs"] = [stream, error, {"output_type": 7}, None]


@HOSTILE_PAGES.json_of(RIGHT | {"first": (0.0, False)})
def a_verdict_of_ones_own(nb: Any) -> None:
    nb["cells"][1]["source"] = "pass"
    passed = {"name": "n", "title": "mine", "points": 3.0, "status": "passed"}
    for number in (1, 2):
        nb["cells"][number]["metadata"]["course"] = {"exercise": "first", "checks": [passed]}
    nb["metadata"]["course"] = {"sentence": "I was very good.", "readable": False, "displaced": []}


@HOSTILE_PAGES.json_of(RIGHT)
def scripts_in_outputs(nb: Any) -> None:
    data = {"text/html": "<script>alert(1)</script>", "application/javascript": "alert(2)"}
    nb["cells"][1]["outputs"] = [output("display_data", data=data)]


@HOSTILE_PAGES.json_of(RIGHT, shows="My drawing")
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


@HOSTILE_PAGES.json_of(LOOKED_FOR, shows="Since")
def scripts_in_prose(nb: Any) -> None:
    nb["cells"][5]["source"] = "Since <script>alert(1)</script> <b onclick=alert(2)>it rang</b>"


@HOSTILE_PAGES.json_of(RIGHT, shows="&lt;script&gt;alert(1)")
def scripts_in_raw_cells(nb: Any) -> None:
    for mimetype in ("text/html", "", "text/markdown"):
        metadata = {"raw_mimetype": mimetype, "format": mimetype}
        nb["cells"].append({"cell_type": "raw", "source": "```\n<script>alert(1)</script>", "metadata": metadata})


@HOSTILE_PAGES.json_of(RIGHT)
def scripts_in_metadata(nb: Any) -> None:
    close = "</script><script>alert(1)</script>"
    widgets = {"application/vnd.jupyter.widget-state+json": {"state": {}, "x": close}}
    nb["metadata"] |= {"widgets": widgets, "title": close, "language_info": {"name": close, "pygments_lexer": close}}
    nb["metadata"]["kernelspec"] = {"name": close, "display_name": close, "language": close}
    nb["cells"][1]["metadata"] |= {"tags": [close], "name": close, "magics_language": close, "slideshow": close}


@HOSTILE_PAGES.json_of(RIGHT)
def scripts_in_attachments(nb: Any) -> None:
    drawing = base64.b64encode(b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>").decode()
    forms = {"image/svg+xml": drawing, "text/html": "<script>alert(2)</script>", 'x" onerror="alert(3)': "eA=="}
    nb["cells"][0]["attachments"] = {"a": forms, "b": {"image/png": '" onerror="alert(4)'}, "c": 7}
    nb["cells"][0]["source"] = "![a](attachment:a) ![b](attachment:b) ![c](attachment:c)"


@HOSTILE_PAGES.json_of(RIGHT, shows="attachment:gone")
def attachment_that_is_missing(nb: Any) -> None:
    nb["cells"][0]["source"] = "![my drawing](attachment:gone.png)"


@HOSTILE_PAGES.json_of(RIGHT, shows="data:image/png;base64,iVBORw0KGgo=")
def attachment_that_is_good(nb: Any) -> None:
    nb["cells"][0]["attachments"] = {"a.png": {"image/png": "iVBORw0KGgo=\n"}}
    nb["cells"][0]["source"] = "![my drawing](attachment:a.png)"


# Files beside the notebook


@HOSTILE_PAGES.files(RIGHT)
def a_picture_and_a_table(folder: Path) -> None:
    (folder / "drawings").mkdir()
    (folder / "drawings" / "one.png").write_bytes(b"\x89PNG")
    (folder / "data.csv").write_text("1,2\n")


@HOSTILE_PAGES.files(RIGHT, "Left out of the graded copy: 'page.html' (neither a picture nor plain text).")
def a_page(folder: Path) -> None:
    (folder / "page.html").write_text("<script>alert(1)</script>")


@HOSTILE_PAGES.files(RIGHT, "Left out of the graded copy: 'film.txt' (it has 80.0 MB, and at most 5.0 MB are read).")
def a_film(folder: Path) -> None:
    (folder / "film.txt").touch()
    os.truncate(folder / "film.txt", 80_000_000)


@HOSTILE_PAGES.files(RIGHT, "'a.txt' (it is a link, and links are not followed), 'b' (it is a link")
def links_beside(folder: Path) -> None:
    (folder / "a.txt").symlink_to(source_of(folder / NOTEBOOK).parent / "hidden" / "test_words.py")
    (folder / "b").symlink_to(source_of(folder / NOTEBOOK).parent)
    (folder / "c.txt").symlink_to("/dev/zero")
    (folder / "d").mkdir()
    (folder / "d" / "e.txt").symlink_to("/etc/passwd")


@HOSTILE_PAGES.files(RIGHT, "'a.txt' (it is a named pipe) and 'b' (it is a socket)".replace(" and ", ", "))
def pipes_beside(folder: Path) -> None:
    os.mkfifo(folder / "a.txt")
    a_socket(folder / "b")


@HOSTILE_PAGES.files(RIGHT, "'099.txt' (more than 100 files)".replace("099", "100"))
def many_files(folder: Path) -> None:
    for number in range(300):
        (folder / f"{number:03}.txt").write_text("x")


@HOSTILE_PAGES.files(RIGHT, "and 1 more")
def odd_names_beside(folder: Path) -> None:
    for name in (b"\xff.txt", b"line\nbreak.exe", b"[a-z]*.exe", b"x" * 200 + b".exe", b"<b>.exe", b"~.exe"):
        Path(os.fsdecode(os.fsencode(folder) + b"/" + name)).write_text("x")


@HOSTILE_PAGES.files(RIGHT)
def hidden_files(folder: Path) -> None:
    (folder / ".ipynb_checkpoints").mkdir()
    (folder / ".ipynb_checkpoints" / "1-words-checkpoint.ipynb").write_text("{")
    (folder / ".DS_Store").write_bytes(b"\x00")


@HOSTILE_PAGES.files(RIGHT)
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
    "<b>bold",
    "$HOME",
    "a.*b",
):
    HOSTILE_PAGES.add(student, nothing)
