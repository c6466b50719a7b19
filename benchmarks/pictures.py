"""``python -m benchmarks.pictures``: how long does a picture take, and how large is it, beside the table's page?

The peer is the same execution as an HTML table, made by Jinja in the same process.  Both are drawn again and again,
by turns, in processor time; the fastest of each counts.  The promise: 40 steps of 3 threads in under 50 ms and 60 kB.
"""

from __future__ import annotations

from collections.abc import Callable
from time import process_time

from rich.console import Console
from rich.table import Table

from course.explain import picture_svg, replay, table_html
from course.model import Program

PROGRAM = """\
import queue
import threading


def {name}(take, give):
    while (item := take.get()) is not None:
        with lock:
            seen.append(item)
        give.put(item)
    give.put(None)


raw, done = queue.Queue(), queue.Queue()
lock = threading.Lock()
seen = []
workers = [threading.Thread(target={name}, args=(raw, done)) for _ in range({threads})]
for worker in workers:
    worker.start()
for item in range({items}):
    raw.put(item)
for _ in workers:
    raw.put(None)
for worker in workers:
    worker.join()
"""

SIZES = {"2 threads": (1, 1), "3 threads": (2, 4), "6 threads": (5, 10), "3 threads, long": (2, 60)}
TURNS = 15


def milliseconds(draw: Callable[[], str]) -> float:
    """The processor time of one call."""
    begun = process_time()
    draw()
    return 1000 * (process_time() - begun)


def main() -> None:
    """Draw and compare."""
    table = Table(title="A picture beside the table's page")
    for column in ("execution", "steps", "picture, ms", "table, ms", "ratio", "picture, kB", "table, kB"):
        table.add_column(column, justify="left" if column == "execution" else "right")
    for name, (threads, items) in SIZES.items():
        program = Program({"main": PROGRAM.format(name="work", threads=threads, items=items)})
        execution = replay(program, "-")

        def picture(execution=execution, program=program) -> str:
            return picture_svg(execution, program)

        def page(execution=execution, program=program) -> str:
            return table_html(execution, program.modules)

        times = [(milliseconds(picture), milliseconds(page)) for _ in range(TURNS)][1:]
        ours, peers = min(each for each, _ in times), min(each for _, each in times)
        sizes = [len(draw().encode()) / 1000 for draw in (picture, page)]
        figures = [f"{each:.1f}" for each in (ours, peers, ours / peers, *sizes)]
        table.add_row(name, str(len(execution.steps)), *figures)
    Console(width=100).print(table)


if __name__ == "__main__":
    main()
