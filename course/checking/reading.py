"""One code cell of a notebook, read as Python: its syntax tree, or what is wrong with it.

A cell is not quite a Python file.  It may hold IPython's magics (``%load_ext …``, ``!ls``, ``Event?``) or be one as a
whole (``%%explore``).  IPython's own translator would turn the former into calls and need IPython in the process
that grades; here they become ``pass`` on the same line, so that every other line keeps its text and its number.
A line counts as a magic only where Python itself stumbles over it: ``%`` inside a string or an expression stays.

Nothing is run, and no text can stop the reader: what cannot be read becomes a sentence.
"""

from __future__ import annotations

import ast
import re
import warnings
from dataclasses import dataclass

from course.explain.wording import quiet

__all__ = ["Cell", "called", "read"]

LENGTH = 100_000
"""A longer cell, in characters, is not read."""
MAGICS = 100
"""A cell with more magic lines is not read: each costs a run of the parser."""
QUOTED = 100
"""So many characters of a line are quoted in a sentence."""

_MAGIC = re.compile(
    # \s*+ gives nothing back: a line of a hundred thousand spaces would be tried at each of them.
    r"""\s*+(?: [%!?]                                     # %load_ext course.notebook   !ls   ?Event
             | [\w.*%]+\?{1,2}\s*$                        # Event?
             | [\w.,\s]+=\s*[%!]                          # files = !ls
           )""",
    re.VERBOSE,
)
_NAME = re.compile(r"^(?:(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)|(\w+)[ \t]*(?::[^=\n]+)?=(?!=))", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Cell:
    """A code cell and what Python makes of it."""

    number: int
    """Counted from 1 among the code cells."""
    lines: tuple[str, ...]
    """The source, each magic replaced by ``pass``."""
    tree: ast.Module | None
    """``None`` if the cell is a ``%%`` magic or is not Python."""
    problem: str | None = None
    """Why it is not Python, as a sentence."""
    names: frozenset[str] = frozenset()
    """Where there is no tree: the names that the text seems to define."""

    @property
    def head(self) -> str:
        """The first line that is not empty, such as ``"%%explore"``."""
        return next((line.strip() for line in self.lines if line.strip()), "")


def called(number: int) -> str:
    """How a cell is named in every sentence: by the number that stands in brackets in front of it."""
    return f"cell [{number}]"


def read(number: int, source: str) -> Cell:
    """Read ``source``, the text of code cell ``number``."""
    text = source.replace("\r\n", "\n").replace("\r", "\n")
    lines = _dedented(text.split("\n"))
    where = called(number).capitalize()
    cell = Cell(number, tuple(lines), None, names=_names(text[:LENGTH]))
    if cell.head.startswith("%%"):
        return cell
    if len(text) > LENGTH:
        return _with(cell, f"{where} has {len(text):,} characters; so nothing of it counts.")
    for _ in range(MAGICS + 1):
        try:
            tree = _parsed("\n".join(lines) + "\n")
        except SyntaxError as error:
            index = _first_of_logical_line(lines, (error.lineno or 0) - 1)
            if index is None or not _MAGIC.match(lines[index]):
                return _with(cell, _syntax_problem(number, error, lines))
            _silence(lines, index)
        except (ValueError, OverflowError, MemoryError, RecursionError) as error:
            why = str(error) or "it is nested too deeply"
            return _with(cell, f"{where} is not Python, so nothing of it counts: {why}.")
        else:
            return Cell(number, tuple(lines), tree)
    return _with(cell, f"{where} has more than {MAGICS} lines of IPython magics, so nothing of it counts.")


def _parsed(text: str) -> ast.Module:
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # an odd escape sequence is the learner's affair, and no output of ours
        tree = ast.parse(text)
        # Some errors are found only here: `return` outside a function, `nonlocal` without one.
        compile(text, "<cell>", "exec", flags=ast.PyCF_ALLOW_TOP_LEVEL_AWAIT, dont_inherit=True)
    return tree


def _dedented(lines: list[str]) -> list[str]:
    """A cell that is indented as a whole runs in IPython, so it is read here."""
    first = next((line for line in lines if line.strip()), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    return [line.removeprefix(indent) for line in lines] if indent else lines


def _first_of_logical_line(lines: list[str], index: int) -> int | None:
    """Where the line at ``index`` begins, if the one before goes on in it by a backslash."""
    if not 0 <= index < len(lines):
        return None
    while index > 0 and lines[index - 1].endswith("\\"):
        index -= 1
    return index


def _silence(lines: list[str], index: int) -> None:
    """Put ``pass`` in the place of a magic, and of the lines that it goes on in."""
    indent = lines[index][: len(lines[index]) - len(lines[index].lstrip())]
    while True:
        line = lines[index]
        lines[index] = f"{indent}pass"
        index += 1
        if not line.endswith("\\") or index == len(lines):
            return


def _syntax_problem(number: int, error: SyntaxError, lines: list[str]) -> str:
    line = error.lineno or 0
    text = lines[line - 1].strip() if 1 <= line <= len(lines) else ""
    quoted = f"`{shown}` " if (shown := quiet(text, QUOTED)) else ""
    where = called(number).capitalize()
    where += f", line {line}" if line else ""
    return f"{where} is not Python, so nothing of this cell counts: {quoted}({error.msg})."


def _names(text: str) -> frozenset[str]:
    return frozenset(match[1] or match[2] for match in _NAME.finditer(text))


def _with(cell: Cell, problem: str) -> Cell:
    return Cell(cell.number, cell.lines, None, problem, cell.names)
