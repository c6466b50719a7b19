"""One submission's folder, as far as it is graded: its notebooks, mended, and the files that may go with them.

This is where it is decided what a submission *is*: which of its files are the lesson's notebooks, even under another
name; what is missing; what lies beside them.  Only regular files count, nothing is reached through a link, and what is
left out is said.  The student's folder is never changed.
"""

# nbformat has no types.
# mypy: allow-untyped-calls
from __future__ import annotations

import fnmatch
import os
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from nbformat import NotebookNode
from nbformat.v4 import new_notebook

from course.grading.submissions.files import Refused, megabytes, read, shown, strange
from course.grading.submissions.marks import listed, recognised, repair
from course.grading.submissions.notes import Note, put_on_top
from course.grading.submissions.reading import Limits, NotANotebook
from course.grading.submissions.reading import read as read_notebook
from course.grading.submissions.recorded import RecordedNotebook
from course.grading.submissions.timestamps import NAME as TIMESTAMP
from course.grading.submissions.timestamps import Stamp, read_stamp

__all__ = ["HandedIn", "is_empty", "look"]

ENDING = ".ipynb"
KINDS = frozenset(".csv .gif .jpeg .jpg .json .md .png .py .rst .toml .tsv .txt .webp .yaml .yml".split())
"""Files that go with a notebook into the graded copy and the feedback: pictures, and text that no browser runs."""
_VISITED = 10_000
"""So many files and folders of a submission are looked at."""

_NOT_A_NOTEBOOK = "The file that was handed in is not a notebook ({reason}), so there was nothing to judge."
_NOT_ENTERED = "The folder that was handed in was not opened ({reason}), so there was nothing to judge."
_NOT_OPENED = "The notebook that was handed in was not opened ({reason}), so there was nothing to judge."


@dataclass(slots=True)
class HandedIn:
    """What of a submission is graded."""

    notebooks: dict[str, NotebookNode] = field(default_factory=dict)
    """By the name that the lesson has for them; each begins with its note, if there is one."""
    files: dict[Path, bytes] = field(default_factory=dict)
    """Other files, by their place in the folder."""
    stamp: Stamp = field(default_factory=Stamp)
    notes: dict[str, Note] = field(default_factory=dict)
    """What was done to a notebook, where something was."""


@dataclass(slots=True)
class _Read:
    """One file that is called a notebook."""

    nb: NotebookNode | None = None
    sentences: tuple[str, ...] = ()
    """What was done to read it; or, without a notebook, why that was not possible."""


def is_empty(folder: Path) -> bool:
    """Whether nothing was handed in: a folder without anything that somebody put there to be graded."""
    if strange(folder) != "a folder":
        return False
    try:
        with os.scandir(folder) as entries:
            return all(entry.name.startswith(".") or entry.name == TIMESTAMP for entry in entries)
    except OSError:
        return False


def look(
    folder: Path,
    lesson: Mapping[str, RecordedNotebook],
    limits: Limits,
    *,
    below: Path | None = None,
    known: frozenset[Path] = frozenset(),
    ignore: Sequence[str] = (),
) -> HandedIn:
    """What was handed in for ``lesson`` in ``folder``.

    Above ``folder``, up to ``below``, there may be no link either.  Files that the lesson has itself (``known``) and
    those whose name matches a pattern of ``ignore`` are left out and not spoken of.
    """
    if reason := _out_of_reach(folder, below):
        return _nothing(lesson, _NOT_ENTERED.format(reason=reason))
    handed = HandedIn(stamp=read_stamp(folder))
    said = [handed.stamp.refusal] if handed.stamp.refusal else []
    found = {path.name.removesuffix(ENDING): path for path in _entries(folder) if path.name.endswith(ENDING)}
    contents = {name: _opened(path, limits) for name, path in found.items()}
    names, spare = _assigned(contents, lesson)
    missing = [name for name in lesson if name not in names]
    if missing and (spare or not names):
        # They may be there all the same: a person decides.
        there = f"only {listed(name + ENDING for name in spare)}" if spare else "no notebook"
        for name in missing:
            sentence = f"There was {there} in what was handed in, and no {shown(name + ENDING)}; a person looks for it."
            _add(handed, lesson[name], _Read(None, (sentence,)), ())
    elif missing:
        said.append(f"Not handed in, and so worth 0 points: {listed(name + ENDING for name in missing)}.")
    elif spare:
        said.append(f"Not part of the lesson, and not read: {listed(name + ENDING for name in spare)}.")
    handed.files, left = _files(folder, limits, known, ignore)
    said += left
    for number, (name, (content, renamed)) in enumerate(sorted(names.items())):
        _add(handed, lesson[name], content, (*renamed, *(said if number == 0 else ())))
    return handed


def _nothing(lesson: Mapping[str, RecordedNotebook], sentence: str) -> HandedIn:
    handed = HandedIn()
    for notebook in lesson.values():
        _add(handed, notebook, _Read(None, (sentence,)), ())
    return handed


def _out_of_reach(folder: Path, below: Path | None) -> str | None:
    """Why ``folder`` is not entered, if it is not."""
    above = [path for path in folder.parents if below is not None and below in path.parents]
    try:
        for path in (*reversed(above), folder):
            kind = strange(path)
            if kind != "a folder":
                return f"it is {kind or 'a file'}"
        os.scandir(folder).close()
    except Refused as refusal:
        return str(refusal)
    except OSError:
        return "it may not be read: its permissions forbid it"
    return None


def _entries(folder: Path) -> list[Path]:
    """What lies in ``folder``, by name, without what is hidden."""
    with os.scandir(folder) as entries:
        names = sorted(entry.name for entry in entries if not entry.name.startswith("."))
    return [folder / name for name in names]


def _opened(path: Path, limits: Limits) -> _Read:
    try:
        return _Read(*read_notebook(read(path, limits.notebook), limits))
    except Refused as refusal:
        return _Read(None, (_NOT_OPENED.format(reason=refusal),))
    except NotANotebook as refusal:
        return _Read(None, (_NOT_A_NOTEBOOK.format(reason=refusal),))


def _assigned(
    contents: Mapping[str, _Read], lesson: Mapping[str, RecordedNotebook]
) -> tuple[dict[str, tuple[_Read, tuple[str, ...]]], list[str]]:
    """The files as the lesson's notebooks, by name, each with what is to be said of that; and the files that are none.

    A file under another name is taken for a missing notebook if its graded cells are that notebook's, and no other
    file's are.  So is one that bears the name of a notebook of which it has no graded cell.
    """
    fits = {name: _fitting(content, lesson) for name, content in contents.items()}
    misnamed = [name for name in contents if name in lesson and fits[name] and name not in fits[name]]
    names: dict[str, tuple[_Read, tuple[str, ...]]] = {
        name: (content, ()) for name, content in contents.items() if name in lesson and name not in misnamed
    }
    spare = [name for name in contents if name not in lesson]
    claims: dict[str, list[str]] = {}
    for name in (*spare, *misnamed):
        if len(fits[name]) == 1 and fits[name][0] not in names:
            claims.setdefault(fits[name][0], []).append(name)
    for name, candidates in claims.items():
        if len(candidates) == 1:
            (candidate,) = candidates
            told = f"It was handed in as {shown(candidate + ENDING)}, and taken for {shown(name + ENDING)}."
            names[name] = (contents[candidate], (told,))
            (spare if candidate in spare else misnamed).remove(candidate)
    # Where nothing better came for its name, a file counts by it, with the graded cells put back.
    names |= {name: (contents[name], ()) for name in misnamed if name not in names}
    return names, spare + [name for name in misnamed if names[name][0] is not contents[name]]


def _fitting(content: _Read, lesson: Mapping[str, RecordedNotebook]) -> list[str]:
    """The notebooks of which ``content`` has graded cells."""
    nb = content.nb
    return [name for name, notebook in lesson.items() if nb is not None and recognised(nb, notebook)]


def _add(handed: HandedIn, lesson: RecordedNotebook, content: _Read, said: tuple[str, ...]) -> None:
    """Add the notebook of ``lesson``: mended, or, if it could not be read, with nothing but its graded cells."""
    nb = content.nb
    readable = nb is not None
    if nb is None:
        nb = new_notebook(metadata={"language_info": {"name": "python"}})
    repairs = repair(nb, lesson)
    sentences = (*content.sentences, *said, *(repairs.sentences if readable else ()))
    if sentences:
        note = Note(" ".join(sentences), readable, repairs.displaced)
        put_on_top(nb, note)
        handed.notes[lesson.name] = note
    handed.notebooks[lesson.name] = nb


def _files(
    folder: Path, limits: Limits, known: frozenset[Path], ignore: Sequence[str]
) -> tuple[dict[Path, bytes], list[str]]:
    """The files beside the notebooks that go with them, and a sentence on those that do not."""
    kept: dict[Path, bytes] = {}
    left: list[str] = []
    room = limits.notebook
    for visited, path in enumerate(_beside(folder, ignore)):
        place = path.relative_to(folder)
        if visited >= _VISITED:
            left.append("and more files than are looked at")
            break
        if place in known or place.name == TIMESTAMP:
            continue
        try:
            if kind := strange(path):
                raise Refused(f"it is {kind}")
            if path.suffix.lower() not in KINDS:
                raise Refused("neither a picture nor plain text")
            if len(kept) >= limits.files:
                raise Refused(f"more than {limits.files} files")
            content = read(path, limits.file)
            if len(content) > room:
                raise Refused(f"more than {megabytes(limits.notebook)} in all")
            str(place).encode()
        except Refused as refusal:
            left.append(f"{shown(place.as_posix())} ({refusal})")
        except UnicodeEncodeError:
            left.append(f"{shown(place.as_posix())} (its name is no text)")
        else:
            kept[place] = content
            room -= len(content)
    if not left:
        return kept, []
    told, more = left[:5], len(left) - 5
    return kept, [f"Left out of the graded copy: {', '.join(told)}{f' and {more} more' if more > 0 else ''}."]


def _beside(folder: Path, ignore: Sequence[str]) -> Iterator[Path]:
    """Whatever is not a folder or a notebook at the top, by name, in the folders too; no link is followed."""
    for path in _entries(folder):
        if any(fnmatch.fnmatch(path.name, pattern) for pattern in ignore):
            continue
        if strange(path) != "a folder":
            if not path.name.endswith(ENDING):
                yield path
            continue
        try:
            yield from _beside(path, ignore)
        except OSError:
            yield path
