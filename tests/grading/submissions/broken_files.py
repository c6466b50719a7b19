"""Files that are no notebooks, that are none any more, or that are not where they should be."""

import contextlib
import json
import os
import socket
import stat
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.grading.small_course import NOTEBOOK
from tests.grading.submissions.broken_cells import prose
from tests.grading.submissions.handed_in import RIGHT, UNREAD, Submissions

BROKEN_FILES = Submissions()


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
    BROKEN_FILES.add(name, content(data), UNREAD, reason)


# Text


@BROKEN_FILES.files(RIGHT, "It is not UTF-8 text", shows="Schl\ufffdssel")
def latin_1(folder: Path) -> None:
    nb = json.loads((folder / NOTEBOOK).read_text())
    nb["cells"][0]["source"] = "# Schlüssel"
    (folder / NOTEBOOK).write_bytes(json.dumps(nb, ensure_ascii=False).encode("latin-1"))


@BROKEN_FILES.files(RIGHT)
def byte_order_mark(folder: Path) -> None:
    (folder / NOTEBOOK).write_text((folder / NOTEBOOK).read_text(), encoding="utf-8-sig")


@BROKEN_FILES.files(RIGHT)
def utf_16(folder: Path) -> None:
    (folder / NOTEBOOK).write_text((folder / NOTEBOOK).read_text(), encoding="utf-16")


@BROKEN_FILES.json_of(RIGHT)
def lines_of_windows(nb: Any) -> None:
    for cell in nb["cells"]:
        cell["source"] = "".join(cell["source"]).replace("\n", "\r\n")


@BROKEN_FILES.json_of(RIGHT, "Halves of characters")
def half_a_character(nb: Any) -> None:
    nb["cells"][1]["source"] = "# right and careful \ud83d"


@BROKEN_FILES.files(RIGHT)
def not_a_number(folder: Path) -> None:
    text = (folder / NOTEBOOK).read_text()
    (folder / NOTEBOOK).write_text(text.replace('"nbformat": 4', '"x": NaN, "y": Infinity, "nbformat": 4'))


@BROKEN_FILES.files(RIGHT)
def keys_twice(folder: Path) -> None:
    text = (folder / NOTEBOOK).read_text()
    (folder / NOTEBOOK).write_text('{"cells": [], "nbformat": 1,' + text.lstrip()[1:])


# Sizes


@BROKEN_FILES.files(UNREAD, "it has 200.0 MB, and at most 25.0 MB are read")
def two_hundred_megabytes(folder: Path) -> None:
    os.truncate(folder / NOTEBOOK, 200_000_000)


@BROKEN_FILES.json_of(UNREAD, "it has 10,006 cells, and at most 1,000 are read")
def ten_thousand_cells(nb: Any) -> None:
    nb["cells"] += [{"cell_type": "code", "source": "pass", "metadata": {}, "outputs": []}] * 10_000


@BROKEN_FILES.json_of(UNREAD, "characters, and at most 500,000 are read")
def a_long_story(nb: Any) -> None:
    nb["cells"].append({"cell_type": "code", "source": "#" * 600_000, "metadata": {}})


@BROKEN_FILES.json_of(RIGHT, shows="begin{a}")
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
    BROKEN_FILES.add(name, instead(make), UNREAD, reason)

if os.geteuid() == 0:  # only then may one make devices; and only otherwise is anything unreadable
    device = instead(lambda path: os.mknod(path, stat.S_IFCHR | 0o666, os.makedev(1, 5)))
    with contextlib.suppress(PermissionError):
        BROKEN_FILES.add("a-device", device, UNREAD, "it is a device")
else:
    unreadable = instead(lambda path: path.touch(0o000))
    BROKEN_FILES.add("not-for-us", unreadable, UNREAD, "it may not be read: its permissions forbid it")
    locked = lambda folder: folder.chmod(0o000)  # noqa: E731
    BROKEN_FILES.add("folder-not-for-us", locked, UNREAD, "its permissions forbid it")


@BROKEN_FILES.files(UNREAD, "The folder that was handed in was not opened (it is a link, and links are not followed)")
def folder_is_a_link(folder: Path) -> None:
    (folder / NOTEBOOK).unlink()
    folder.rmdir()
    folder.symlink_to(folder.parents[2] / "source" / "words")


@BROKEN_FILES.files(UNREAD, "The folder that was handed in was not opened (it is a link, and links are not followed)")
def student_is_a_link(folder: Path) -> None:
    elsewhere = folder.parents[2] / "elsewhere"
    folder.parent.rename(elsewhere)
    folder.parent.symlink_to(elsewhere)


@BROKEN_FILES.files(UNREAD, "The folder that was handed in was not opened (it is a file)")
def folder_is_a_file(folder: Path) -> None:
    (folder / NOTEBOOK).unlink()
    folder.rmdir()
    folder.write_text("my answers")


# Names of files


def renamed(folder: Path, name: str) -> Path:
    return (folder / NOTEBOOK).rename(folder / name)


@BROKEN_FILES.files(RIGHT, "It was handed in as '1-words (1).ipynb', and taken for '1-words.ipynb'.")
def downloaded_twice(folder: Path) -> None:
    renamed(folder, "1-words (1).ipynb")


@BROKEN_FILES.files(RIGHT, "It was handed in as 'Untitled.ipynb'")
def untitled(folder: Path) -> None:
    nb = json.loads(renamed(folder, "Untitled.ipynb").read_text())
    del nb["cells"][5]
    for cell in nb["cells"]:
        cell["metadata"].pop("nbgrader", None)
    nb["cells"].append(prose())
    (folder / "Untitled.ipynb").write_text(json.dumps(nb))


@BROKEN_FILES.files(RIGHT, "It was handed in as '<img src=x onerror=alert(1)>.ipynb'")
def named_as_html(folder: Path) -> None:
    renamed(folder, "<img src=x onerror=alert(1)>.ipynb")


@BROKEN_FILES.files(RIGHT, "Not part of the lesson, and not read: 'diary.ipynb'.")
def one_too_many(folder: Path) -> None:
    (folder / "diary.ipynb").write_text("{")


@BROKEN_FILES.files(RIGHT, "Not part of the lesson, and not read: '1-words (1).ipynb'.")
def two_versions(folder: Path) -> None:
    (folder / "1-words (1).ipynb").write_text((folder / NOTEBOOK).read_text().replace("careful", "careless"))


@BROKEN_FILES.files(UNREAD, "There was only 'a.ipynb' and 'b.ipynb' in what was handed in, and no '1-words.ipynb'")
def two_candidates(folder: Path) -> None:
    (folder / "b.ipynb").write_text(renamed(folder, "a.ipynb").read_text())


@BROKEN_FILES.files(UNREAD, "There was only 'poem.ipynb' in what was handed in, and no '1-words.ipynb'")
def another_notebook(folder: Path) -> None:
    nb = {"cells": [{"cell_type": "code", "source": "# right", "metadata": {}}], "nbformat": 4}
    renamed(folder, "poem.ipynb").write_text(json.dumps(nb))


@BROKEN_FILES.files(UNREAD, "There was no notebook in what was handed in")
def another_kind_of_file(folder: Path) -> None:
    renamed(folder, "1-words.ipynb.docx")


# When it was handed in


def stamped(name: str, stamp: Callable[[Path], object], says: str | None) -> None:
    BROKEN_FILES.add(name, lambda folder: stamp(folder / "timestamp.txt"), RIGHT, says)


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
