"""The code cells that this notebook has now, as far as the kernel can know.

A kernel remembers every input that it ran, also what a cell said before it was changed, and cells that are
long deleted.  The autograder sees only the file.  So that ``check()`` and the autograder judge the same
text, the front end's cell identities are noted as cells run: what a cell said last counts, and what a deleted
cell said does not.  Where a front end gives no identities (a terminal, nbclient), every input is its own cell.

The cells are numbered as their prompts are: "cell [7]" is the text that ran as ``[7]``.
"""

from __future__ import annotations

from typing import Any

from IPython.core.interactiveshell import ExecutionInfo, InteractiveShell

__all__ = ["Cells", "request"]


def request(shell: InteractiveShell) -> dict[str, Any]:
    """The message by which a front end asked for the running cell; empty where there is none, as in a terminal."""
    parent: dict[str, Any] = getattr(shell, "get_parent", dict)()
    return parent


class Cells:
    """Follows what runs in one shell; :meth:`sources` says what the notebook holds."""

    def __init__(self, shell: InteractiveShell) -> None:
        self._shell = shell
        self._texts: list[str] = []
        """What ran, from prompt number 1; empty where the notebook no longer has it."""
        self._last: dict[str, int] = {}
        """The number under which each cell, by its identity, ran last."""

    def follow(self) -> None:
        """Begin to note what runs; what ran before, the present cell included, is taken from the shell's memory."""
        asked = request(self._shell)
        self._texts = list(self._remembered()[1:])
        content = asked.get("content") or {}
        if not content.get("store_history", True):  # as nbval runs cells: nothing is remembered but by us
            self._texts.append(content.get("code", ""))
        if self._texts:
            self._note(len(self._texts), asked.get("metadata") or {})
        self._shell.events.register("pre_run_cell", self._runs)

    def forget(self) -> None:
        """Stop noting."""
        self._shell.events.unregister("pre_run_cell", self._runs)

    def sources(self) -> tuple[str, ...]:
        """The text under each prompt number, from 1; empty where the notebook no longer has it."""
        return tuple(self._texts)

    def _remembered(self) -> list[str]:
        """The shell's own memory of what ran, by prompt number; there is no prompt 0."""
        history = self._shell.history_manager
        return [""] if history is None else history.input_hist_raw

    def _runs(self, info: ExecutionInfo) -> None:
        if info.silent:
            return
        # With a history, this cell is about to be put at the end of it, and its prompt says that number.
        number = len(self._remembered()) if info.store_history else len(self._texts) + 1
        self._texts += [""] * (number - len(self._texts))
        self._texts[number - 1] = info.raw_cell or ""
        self._note(number, {"cellId": info.cell_id, **(info.cell_meta or {})})

    def _note(self, number: int, metadata: dict[str, Any]) -> None:
        """Take note of which cell runs as ``number``, and of those deleted since the last one."""
        identity = metadata.get("cellId")
        if isinstance(identity, str):
            before = self._last.get(identity, number)
            if before != number:
                self._texts[before - 1] = ""
            self._last[identity] = number
        for deleted in metadata.get("deletedCells") or ():
            if deleted in self._last and deleted != identity:
                self._texts[self._last.pop(deleted) - 1] = ""
