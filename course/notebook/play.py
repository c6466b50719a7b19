"""The widget of ``%%play``: the learner chooses who goes next, and the engine says what came of it.

The kernel has the game, the page shows it: each choice comes here as a message, the explorer process replays the
choices so far, and the whole picture goes back as one piece of HTML (``course/explain/templates/play.html``).  So the
script in the page knows nothing of threads: it sends what a button says, and puts the focus back where it was.

A stored notebook has no kernel.  So a still picture is shown first, and kept up to date: it hides where the widget
lives, and is all that is left elsewhere.  Where nobody watches (nbclient, nbval) there is nobody to play: no widget is
made, and what is stored is the same in each run.
"""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from anywidget import AnyWidget
from IPython.core.interactiveshell import InteractiveShell
from traitlets import Dict

from course.checking.explorer import ExplorerDied, ExplorerFailed
from course.explain import Goal, position_html, position_text, said, told_position
from course.model import BadRecord, Position
from course.notebook.display import Shown, watched
from course.notebook.program import CellProgram
from course.notebook.session import Session

__all__ = ["Game", "begin"]

STATIC = Path(__file__).with_name("static")

WIDGET = "application/vnd.jupyter.widget-view+json"

HIDING = """<style>
.jp-OutputArea:has(.course-play) > .jp-OutputArea-child:has(.course-play-still),
.jp-OutputArea:has(.course-play-still) .jupyter-widgets.jp-OutputArea-output:not(:has(*)) { display: none; }
</style>"""
"""The still picture hides beside the widget; and where the widget is dead, what JupyterLab says in its place hides."""


class Board(AnyWidget):
    """What stands in the page."""

    _esm = (STATIC / "play.js").read_text(encoding="utf-8")
    _css = (STATIC / "play.css").read_text(encoding="utf-8")
    shown = Dict().tag(sync=True)
    """``html``, what it looks like; ``said``, what is announced; ``turn``, which grows."""


class Game:
    """One program that is being played."""

    def __init__(self, here: Session, program: CellProgram, goal: Goal | None, watch: Sequence[str]) -> None:
        self.board: Board | None = None
        self._here = here
        self._program = program
        self._goal = goal
        self._watch = tuple(watch)
        self._turn = 0
        self._still: str | None = None
        self.position = self._at(())
        """Where it stands."""

    def show(self, shell: InteractiveShell) -> None:
        """Show the game, alive where somebody watches."""
        if not watched(shell):
            still = self._picture()
            shell.display_pub.publish({"text/plain": still.text, "text/html": still.html})
            return
        self.board = Board(shown=self._shown())
        self.board.on_msg(lambda _, content, buffers: self.told(content))
        self._still = uuid.uuid4().hex
        self._publish_still(shell, update=False)
        view = {"version_major": 2, "version_minor": 0, "model_id": self.board.model_id}
        shell.display_pub.publish({"text/plain": "", WIDGET: view})

    def told(self, content: Any) -> None:
        """A message from the page: a choice, the wish to take one back, or to begin anew."""
        choices = self.position.choices
        try:
            match content:
                case {"choice": int(choice)} if choice in self.position.options:
                    self.position = self._at((*choices, choice))
                case {"undo": True}:
                    self.position = self._at(choices[:-1])
                case {"restart": True}:
                    self.position = self._at(())
        except (BadRecord, ExplorerDied, ExplorerFailed) as ended:
            self._answer(str(ended))
            return
        self._answer()

    def _at(self, choices: tuple[int, ...]) -> Position:
        here = self._here.explorer.position(self._program.program, choices, self._watch)
        return self._program.position(here)

    def _answer(self, trouble: str = "") -> None:
        self._turn += 1
        if self.board is not None:
            self.board.shown = self._shown(trouble)
            self._publish_still(self._here.shell, update=True)

    def _shown(self, trouble: str = "") -> dict[str, object]:
        told = told_position(self.position, self._goal, self._program.sources)
        html = position_html(told, self.position, self._program.sources, live=True)
        return {"html": html, "said": trouble or said(told), "turn": self._turn}

    def _picture(self) -> Shown:
        told = told_position(self.position, self._goal, self._program.sources)
        return Shown(
            position_text(told, self.position, self._program.sources),
            position_html(told, self.position, self._program.sources),
        )

    def _publish_still(self, shell: InteractiveShell, update: bool) -> None:
        still = self._picture()
        html = f'<div class="course-play-still">{HIDING}{still.html}</div>'
        shell.display_pub.publish(
            {"text/plain": still.text, "text/html": html}, transient={"display_id": self._still}, update=update
        )


def begin(here: Session, program: CellProgram, goal: Goal | None, watch: Sequence[str]) -> Game:
    """A new game, shown below the running cell.

    Raises BadRecord, ExplorerDied or ExplorerFailed if the program cannot be played.
    """
    game = Game(here, program, goal, watch)
    game.show(here.shell)
    return game
