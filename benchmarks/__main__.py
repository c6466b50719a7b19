"""``python -m benchmarks``: the course's explorer beside its peers, on the same programs.  See docs/benchmarks.md."""

from __future__ import annotations

import argparse
import json
import platform
import sys
from dataclasses import asdict
from pathlib import Path

from rich.console import Console
from rich.progress import Progress
from rich.table import Table

from benchmarks.compare import PEERS, Result, ask, command, summary
from benchmarks.environments import BUILD, Unavailable
from benchmarks.rows import ROWS, Row

COLOURS = {"right": "green", "wrong": "bold red", "missed": "yellow", "open": "dim"}


def figure(value: float | None, digits: int = 0) -> str:
    """A number as a cell."""
    return "" if value is None else f"{value:,.{digits}f}"


def table_of(results: list[Result]) -> Table:
    """A line per row and peer."""
    table = Table(title=f"Python {platform.python_version()}, one core; executions/s of processor time", pad_edge=False)
    table.add_column("program, and what is true of it", max_width=34)
    table.add_column("peer", no_wrap=True)
    table.add_column("verdict", no_wrap=True)
    table.add_column("worth")
    for column in ("first\nfailure", "executions", "exec./s", "seconds", "MiB"):
        table.add_column(column, justify="right")
    for row in dict.fromkeys(result.row.name for result in results):
        of_row = [result for result in results if result.row.name == row]
        for index, result in enumerate(of_row):
            answer, word = result.answer, result.judged
            table.add_row(
                (row, f"[dim]  {result.row.claim}[/]")[index] if index < 2 else "",
                result.peer,
                answer.verdict,
                f"[{COLOURS[word]}]{word}[/]",
                figure(answer.first),
                figure(answer.executions) + (" " if answer.exhausted else "+"),
                figure(answer.rate),
                figure(answer.seconds, 2),
                figure(answer.memory or None),
                end_section=result is of_row[-1],
            )
    table.caption = "executions: all there are, or so many and then the budget was spent (+)"
    return table


def record(result: Result) -> dict[str, object]:
    """One line of the table as plain data."""
    row = result.row
    return {"row": row.name, "truth": row.truth, "peer": result.peer, "judged": result.judged, **asdict(result.answer)}


def chosen(part: str) -> tuple[Row, ...]:
    """The rows whose name has ``part`` in it."""
    return tuple(row for row in ROWS if part in row.name)


def main() -> None:
    """Compare, show and write."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("--json", type=Path, default=BUILD.parent / "bench.json", metavar="FILE", help="also as JSON")
    parser.add_argument("--seconds", type=float, default=5.0, help="budget of a search (default: %(default)g)")
    parser.add_argument("--rows", default="", metavar="TEXT", help="only rows with TEXT in their names")
    parser.add_argument("--python", metavar="PATH", help="an interpreter for peers that need a newer one than this")
    arguments = parser.parse_args()
    console = Console(width=None if sys.stdout.isatty() else 120)
    unavailable: dict[str, str] = {}
    results: list[Result] = []
    pythons: dict[str, str] = {}
    for peer in PEERS:
        try:
            pythons[peer.name] = peer.python(arguments.python)
        except Unavailable as why:
            unavailable[peer.name] = str(why)
    peers = [peer for peer in PEERS if peer.name in pythons]
    rows = chosen(arguments.rows)
    with Progress(console=console, transient=True) as bar:
        task = bar.add_task("", total=len(rows) * len(peers))
        for row in rows:
            for peer in peers:
                bar.update(task, description=f"{row.name}: {peer.name}")
                asked = command(peer, pythons[peer.name], row, arguments.seconds)
                answer = ask(asked, 6 * arguments.seconds + 30, peer.variables)
                results.append(Result(row, peer.name, answer))
                bar.advance(task)
    console.print(table_of(results))
    lines = summary(results, unavailable)
    for line in lines:
        console.print(line, highlight=False)
    arguments.json.parent.mkdir(parents=True, exist_ok=True)
    written = {"python": platform.python_version(), "summary": lines, "results": [record(result) for result in results]}
    arguments.json.write_text(json.dumps(written, indent=2) + "\n")


if __name__ == "__main__":
    main()
