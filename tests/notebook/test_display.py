"""A line of progress that gives way to the result."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from course.notebook import display
from course.notebook.display import Progress, sentence


class Screen:
    """A front end: what it shows after each message, by output."""

    def __init__(self, watched: bool) -> None:
        self.watched = watched
        self.outputs: list[str] = []
        self._places: dict[str, int] = {}
        self.display_pub = SimpleNamespace(publish=self._publish)

    def get_parent(self) -> dict[str, Any]:
        return {"content": {"allow_stdin": self.watched}}

    def _publish(self, data: dict[str, str], transient: dict[str, str], update: bool) -> None:
        if update:
            self.outputs[self._places[transient["display_id"]]] = data["text/plain"]
            return
        if transient:
            self._places[transient["display_id"]] = len(self.outputs)
        self.outputs.append(data["text/plain"])


@pytest.fixture(autouse=True)
def _no_patience(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "PATIENCE", 0.0)


def test_where_somebody_watches_the_result_takes_the_place_of_the_progress() -> None:
    screen = Screen(watched=True)
    progress = Progress(screen)  # type: ignore[arg-type]
    progress(1200, 20_000)
    assert screen.outputs == ["1,200 schedules run so far, of at most 20,000. ■ stops it."]
    progress(1300, 20_000)
    progress.finish(sentence("Done."))
    assert screen.outputs == ["Done."]


def test_where_nobody_watches_only_the_result_is_ever_sent_however_long_it_takes() -> None:
    screen = Screen(watched=False)
    progress = Progress(screen)  # type: ignore[arg-type]
    progress(1200, 20_000)
    assert screen.outputs == []
    assert progress.executions == 1200
    progress.finish(sentence("Done."))
    assert screen.outputs == ["Done."]


def test_a_short_run_shows_its_result_and_nothing_else(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(display, "PATIENCE", 1e9)
    screen = Screen(watched=True)
    progress = Progress(screen)  # type: ignore[arg-type]
    progress(1200, 20_000)
    progress.finish(sentence("Done <b>."))
    assert screen.outputs == ["Done <b>."]
    assert sentence("Done <b>.").html == "<p>Done &lt;b&gt;.</p>"
