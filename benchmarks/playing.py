"""How long a learner waits for the answer to a choice in ``%%play``, measured in the browser.

The peer is the shortest way that a widget can go: a bare anywidget that sends a number to the kernel and gets it back.
Both are measured in one JupyterLab, one right after the other, from the key or the message to the next picture in the
page.  The program is a buffer with two producers and two consumers.

    python -m benchmarks.playing [--games 5]
"""

from __future__ import annotations

import argparse
import statistics
import tempfile
from pathlib import Path

import nbformat
from playwright.sync_api import Page, expect

from tests.browser.lab import Notebook, opened, running_lab

BUFFER = """\
%%play
import threading


class Buffer:
    def __init__(self, size):
        self.size = size
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while len(self.items) == self.size:
                self.changed.wait()
            self.items.append(item)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify()
            return item


buffer = Buffer(1)


def produce():
    for number in range(2):
        buffer.put(number)


def consume():
    for _ in range(2):
        buffer.get()


for target in (produce, produce, consume, consume):
    threading.Thread(target=target).start()
"""

BARE = '''\
import anywidget
import traitlets


class Bare(anywidget.AnyWidget):
    _esm = """
    export default {
      render({ model, el }) {
        el.className = "bare";
        el.ask = () => model.send(model.get("number") + 1);
        model.on("change:number", () => { el.textContent = model.get("number"); });
      },
    };
    """
    number = traitlets.Int(0).tag(sync=True)


bare = Bare()
bare.on_msg(lambda widget, number, buffers: widget.set_trait("number", number))
bare
'''

ANSWERS = """
async ({ place, ask, times }) => {
    const shown = [];
    for (let time = 0; time < times; time++) {
        const board = document.querySelector(place);
        const changed = new Promise(resolve => {
            const observer = new MutationObserver(() => { observer.disconnect(); resolve(); });
            observer.observe(board, { childList: true, subtree: true, characterData: true });
        });
        const begin = performance.now();
        if (!ask(board)) break;
        await changed;
        await new Promise(requestAnimationFrame);
        shown.push(performance.now() - begin);
    }
    return shown;
}
"""
"""Milliseconds from asking to the next frame with the answer in it, for each time."""

CHOOSE = """board => {
    const buttons = [...board.querySelectorAll("[data-choice]")];
    if (buttons.length === 0) return false;
    window.chosen = (window.chosen ?? 0) + 1;
    const key = buttons[window.chosen % buttons.length].dataset.choice;
    board.dispatchEvent(new KeyboardEvent("keydown", { key, bubbles: true }));
    return true;
}"""
BEGIN = """board => {
    board.dispatchEvent(new KeyboardEvent("keydown", { key: "r", bubbles: true }));
    return true;
}"""
ASK = "board => { board.ask(); return true; }"


def answers(page: Page, place: str, ask: str, times: int) -> list[float]:
    """The milliseconds of so many answers; fewer if there is nothing more to ask."""
    script = f"async ({{ place, times }}) => ({ANSWERS})({{ place, ask: {ask}, times }})"
    found: list[float] = page.evaluate(script, {"place": place, "times": times})
    return found


def measure(games: int) -> tuple[list[float], list[float]]:
    """The milliseconds of the answers of the game, and of the bare widget."""
    game: list[float] = []
    bare: list[float] = []
    with tempfile.TemporaryDirectory() as place, running_lab(Path(place) / "lab") as lab:
        cells = [nbformat.v4.new_code_cell(text) for text in ("from course.notebook import check", BUFFER, BARE)]
        kernel = {"name": "python3", "display_name": "Python 3", "language": "python"}
        written = nbformat.v4.new_notebook(cells=cells, metadata={"kernelspec": kernel})
        nbformat.write(written, lab.folder / "playing.ipynb")
        with opened(lab) as page:
            notebook = Notebook.open(page, "playing.ipynb")
            for first in ("from course", "%%play", "import anywidget"):
                notebook.run(notebook.cell(first))
            expect(page.locator(".course-play [data-choice]").first).to_be_visible()
            answers(page, ".bare", ASK, 20)  # to warm up
            answers(page, ".course-play", CHOOSE, 20)
            for _ in range(games):
                answers(page, ".course-play", BEGIN, 1)
                played = answers(page, ".course-play", CHOOSE, 100)
                game += played
                bare += answers(page, ".bare", ASK, len(played))
    return game, bare


def told(name: str, times: list[float]) -> str:
    ranks = statistics.quantiles(times, n=20)
    return (
        f"{name:12} {len(times):5} answers   median {statistics.median(times):6.1f} ms   "
        f"95 % within {ranks[18]:6.1f} ms   slowest {max(times):6.1f} ms"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--games", type=int, default=5)
    game, bare = measure(parser.parse_args().games)
    print(told("%%play", game))
    print(told("bare widget", bare))
    print(f"ratio of the medians: {statistics.median(game) / statistics.median(bare):.2f}")


if __name__ == "__main__":
    main()
