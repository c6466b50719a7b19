"""``python -m docs.gallery``: the page that shows each finding on the smallest program that has it.

From the programs in ``programs/``, their repaired twins and the explorer, and nothing else, so that a test can
compare what is committed with what would be written today.  It writes Markdown and SVG files: GitHub shows both as
they are, which it does with no notebook's HTML output.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from course.explain import explained, explore, picture_svg, table_text
from course.explain.findings import WRONG
from course.model import Execution, Finding, Outcome, Program, Search

HERE = Path(__file__).resolve().parent
PAGE = HERE.parent / "gallery.md"

HEAD = """\
# What can go wrong, in pictures

Each thing that the explorer finds, on the smallest program that has it: what happened, as a sentence, as a picture
and as a table, and the program repaired. In a picture time runs downwards, and each thread has a lane: a solid bar
where it runs, dashes where it could run and it is another thread's turn, a ladder where it is blocked or asleep.
Arrows say who started, woke or handed an item to whom. Rings mark the steps that the sentence is about, a thick one the
step where it went wrong.

`make gallery` writes this page. The programs are in [`gallery/programs/`](gallery/programs); to see one run, paste it
into a cell below `%%explore`.
"""


@dataclass(frozen=True)
class Exhibit:
    """A program that goes wrong, the finding that is due, and its repaired twin."""

    kind: str
    title: str
    program: str
    repaired: str
    wrong: str
    """The kind of what is wrong with an outcome that prints something else."""
    should_print: tuple[str, ...]
    """All that it may print if nothing goes wrong, lines joined by commas; empty where that does not matter."""

    @property
    def name(self) -> str:
        """As its files and its place on the page are called."""
        return self.kind.replace(" ", "-")


def exhibits() -> Iterator[Exhibit]:
    """All of them, by name."""
    for path in sorted((HERE / "programs").glob("*.py")):
        text = path.read_text()
        notes = dict(re.findall(r"^# ([\w ]+): (.+)$", text, re.MULTILINE))
        title = text.splitlines()[0].removeprefix("# ")
        bare = re.sub(r"\A(#.*\n)+", "", text)
        repaired = re.sub(r"\A(#.*\n)+", "", (path.parent / "repaired" / path.name).read_text())
        kind = notes["finding"]
        yield Exhibit(
            kind, title, bare, repaired, notes.get("wrong", kind), tuple(notes.get("should print", "").split(" or "))
        )


def shown(exhibit: Exhibit) -> Execution:
    """The simplest outcome of the program whose first finding is the one that is due."""
    program = Program({"main": exhibit.program})
    for outcome in explore(program, Search()).outcomes:
        execution = explained(outcome.execution, program, _wrong(exhibit, outcome))
        if execution.findings and execution.findings[0].kind == exhibit.kind:
            return execution
    raise LookupError(f"no outcome of the program has the finding {exhibit.kind!r} as its first one")


def _wrong(exhibit: Exhibit, outcome: Outcome) -> Finding | None:
    """What is wrong with what an outcome printed, where only somebody who knows what is right can tell."""
    printed = ", ".join(outcome.output.splitlines())
    if outcome.ending != "completed" or exhibit.wrong not in WRONG or printed in exhibit.should_print:
        return None
    right = " or ".join(f"“{each}”" for each in exhibit.should_print)
    return Finding(exhibit.wrong, f"It should print {right}, and printed {f'“{printed}”' if printed else 'nothing'}.")


def written() -> dict[Path, str]:
    """The page and the pictures, by where they belong."""
    files: dict[Path, str] = {}
    parts = [HEAD]
    every = list(exhibits())
    parts.append("\n".join(f"- [{each.kind}](#{each.name}): {each.title}" for each in every) + "\n")
    for each in every:
        execution = shown(each)
        program = Program({"main": each.program})
        files[HERE / f"{each.name}.svg"] = picture_svg(execution, program) + "\n"
        first = execution.findings[0]
        parts.append(f"## {each.kind[0].upper()}{each.kind[1:]}\n")
        parts.append(f"{each.title}:\n\n```python\n{each.program.strip()}\n```\n")
        parts.append(
            f"> **{_escaped(first.sentence)}**" + (f" {_escaped(first.before)}" if first.before else "") + "\n"
        )
        parts.append(f"![{_alt(first.sentence)}](gallery/{each.name}.svg)\n")
        table = table_text(execution, program.modules, width=110)
        parts.append(_folded("The same as a table", "text", table))
        parts.append(_folded("The repaired program", "python", each.repaired))
    files[PAGE] = "\n".join(parts)
    return files


def _folded(title: str, language: str, text: str) -> str:
    return f"<details><summary>{title}</summary>\n\n```{language}\n{text.strip()}\n```\n\n</details>\n"


def _escaped(text: str) -> str:
    return re.sub(r"([\\`*_<>\[\]|#])", r"\\\1", text)


def _alt(text: str) -> str:
    return re.sub(r"[\[\]]", "", text)


def main() -> None:
    """Write all files, and remove pictures of what is no longer there."""
    files = written()
    for old in set(HERE.glob("*.svg")) - set(files):
        old.unlink()
    for path, text in files.items():
        path.write_text(text)
    print(f"{PAGE.relative_to(HERE.parent.parent)}: {len(files) - 1} findings")


if __name__ == "__main__":
    main()
