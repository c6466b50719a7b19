"""``python -m tests.attacks``: run the attacks, print what came of each, and fail if one gained, learned or changed."""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from rich.console import Console
from rich.table import Table
from rich.text import Text

from tests.attacks.corpus import attacks
from tests.attacks.run import Finding, Report, attacked


def main() -> int:
    """Run them; return the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.attacks", description=__doc__)
    parser.add_argument("only", nargs="*", help="the beginnings of the names of attacks, such as pipes or pipes-early")
    parser.add_argument("--apart", action="store_true", help="grade each by a command of its own")
    parser.add_argument("--keep", type=Path, help="an empty folder in which the attacked course is made, and stays")
    asked = parser.parse_args()
    console = Console(highlight=False, width=None if sys.stdout.isatty() else 160)
    chosen = attacks(asked.only)
    if not chosen:
        console.print(Text(f"no attack begins with {' or '.join(asked.only)}; see tests/attacks/"))
        return 2
    with tempfile.TemporaryDirectory(prefix="attacked-") as folder:
        report = attacked(
            asked.keep or Path(folder), chosen, apart=asked.apart, say=lambda text: console.print(Text(text))
        )
    show(report, console)
    return 0 if all(finding.repelled for finding in report.findings) and not report.besides else 1


def show(report: Report, console: Console) -> None:
    """Print the table."""
    table = Table("attack", "tries", "points gained", "learned", "changed", "its feedback says", show_lines=True)
    for finding in report.findings:
        table.add_row(*(Text(part) for part in _row(finding)), style=None if finding.repelled else "bold red")
    console.print(table)
    for sentence in report.besides:
        console.print(Text(f"Besides: {sentence}"))
    through = [finding for finding in report.findings if not finding.repelled]
    console.print(Text(f"{len(report.findings)} attacks: {len(report.findings) - len(through)} came to nothing"))
    for finding in through:
        console.print(Text(f"Came through: {finding.attack.name}"))


def _row(finding: Finding) -> tuple[str, ...]:
    gained = f"{finding.gained:g}" + (f" (of {finding.score:g})" if finding.gained else "")
    nothing = "nothing"
    sentence = finding.sentence.encode("utf-8", "backslashreplace").decode()
    printable = "".join(each if each.isprintable() else "\N{REPLACEMENT CHARACTER}" for each in sentence)
    return (
        finding.attack.name,
        finding.attack.tries,
        gained,
        "; ".join(finding.learned) or nothing,
        "; ".join(finding.changed) or nothing,
        printable or "(nothing)",
    )


if __name__ == "__main__":
    sys.exit(main())
