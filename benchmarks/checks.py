"""``python -m benchmarks.checks [--times N] [--only LESSON]``: how long a learner waits for ``check("…")``.

Each lesson of ``source/`` runs in a real kernel, with the answers that are in it; then each of its cells that call
``check`` runs N times more, and the middle is told.  That is what somebody waits who has the right answer: all public
checks of the exercise run, each through every schedule that it asks for.  The peer, in the same kernel and by turns,
is pytest on a file with one test that does nothing: what any check by pytest must wait.

Promised are 300 ms for the middle of all exercises.
"""

from __future__ import annotations

import argparse
import logging
import re
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from statistics import median

import nbformat
from jupyter_client.blocking.client import BlockingKernelClient
from jupyter_client.manager import start_new_kernel
from rich.console import Console
from rich.table import Table

SOURCE = Path(__file__).parents[1] / "source"
PROMISED = 300.0
"""Milliseconds."""
EMPTY = """
import contextlib, io, pathlib, tempfile, pytest
_folder = tempfile.TemporaryDirectory()
_empty = pathlib.Path(_folder.name) / "test_nothing.py"
_empty.write_text("def test_nothing(): pass\\n")
def _pytest_on_nothing():
    with contextlib.redirect_stdout(io.StringIO()):
        assert pytest.main(["-q", "-p", "no:cacheprovider", "--rootdir", str(_empty.parent), str(_empty)]) == 0
"""


def run(kernel: BlockingKernelClient, code: str) -> float:
    """Milliseconds from asking the kernel to run ``code`` until it has."""
    began = time.perf_counter()
    reply = kernel.execute_interactive(code, output_hook=lambda message: None, store_history=True, timeout=120)
    took = (time.perf_counter() - began) * 1000
    content = reply["content"]
    if content["status"] != "ok":
        sys.exit(f"a cell failed, so there is nothing to measure: {content['ename']}: {content['evalue']}\n{code}")
    return took


def measured(notebook: Path, times: int) -> Iterator[tuple[str, float, float]]:
    """Each exercise of ``notebook``, with the milliseconds of its checks and of the peer."""
    cells = [cell for cell in nbformat.read(notebook, as_version=4).cells if cell.cell_type == "code"]
    manager, kernel = start_new_kernel(cwd=str(notebook.parent), extra_arguments=[f"--log-level={logging.ERROR}"])
    try:
        for cell in cells:
            if "raises-exception" not in cell.metadata.get("tags", ()):
                run(kernel, cell.source)
        run(kernel, EMPTY)
        run(kernel, "_pytest_on_nothing()")
        for cell in cells:
            asked = re.match(r"""check\(["']([\w-]+)["']\)""", cell.source)
            if asked:
                pairs = [(run(kernel, cell.source), run(kernel, "_pytest_on_nothing()")) for _ in range(times)]
                yield asked[1], *(median(side) for side in zip(*pairs, strict=True))
    finally:
        kernel.stop_channels()
        manager.shutdown_kernel()


def main() -> None:
    """Print the table; the exit status says nothing about it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--times", type=int, default=5, help="how often each is run (5)")
    parser.add_argument("--only", default="", help="such as queue or queue/2 (all lessons)")
    arguments = parser.parse_args()
    if arguments.times < 1:
        parser.error(f"--times {arguments.times}: each check has to run at least once")
    table = Table("exercise", "check, ms", "pytest on nothing, ms", "ratio", box=None, pad_edge=False)
    rows = []
    for notebook in sorted(SOURCE.glob("*/*.ipynb")):
        lesson = f"{notebook.parent.name}/{notebook.stem}"
        if lesson.startswith(arguments.only):
            for exercise, ours, peer in measured(notebook, arguments.times):
                rows.append((ours, peer))
                table.add_row(f"{lesson} {exercise}", f"{ours:.0f}", f"{peer:.0f}", f"{ours / peer:.1f}")
    if not rows:
        sys.exit(f"no lesson begins with {arguments.only!r}; there are start, event, condition and queue")
    console = Console()
    console.print(table)
    ours, peer = (median(side) for side in zip(*rows, strict=True))
    over = sum(each > PROMISED for each, _ in rows)
    console.print(
        f"\n{len(rows)} exercises: in the median {ours:.0f} ms, {ours / peer:.1f} times pytest on nothing "
        f"({peer:.0f} ms); the slowest {max(rows)[0]:.0f} ms, {over} over {PROMISED:.0f} ms."
    )


if __name__ == "__main__":
    main()
