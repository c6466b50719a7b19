"""Each kind of finding on the smallest program that has it, and none on the same program repaired."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.explain import explore
from course.explain.findings import DATA_RACE
from tests.explain.gallery import FOLDER, Piece, pieces

KINDS = [
    "deadlock", "error", "endless loop", "polling", "lost wake-up", "stolen wake-up", "forgotten notify",
    "notify for notify_all", "forgotten sentinel", "one sentinel too few", "missing task_done", "early task_done",
    "check-then-act", "lost update", DATA_RACE, "lock held at the end", "ignored timeout", "wrong order", "item lost",
    "item doubled",
]  # fmt: skip

each = pytest.mark.parametrize("piece", pieces(), ids=lambda piece: piece.name)
each_repaired = pytest.mark.parametrize("piece", pieces(FOLDER / "repaired"), ids=lambda piece: piece.name)


def test_there_is_a_program_and_a_repaired_one_for_each_kind() -> None:
    names = sorted(kind.replace(" ", "-") for kind in KINDS)
    for folder in (FOLDER, FOLDER / "repaired"):
        assert sorted(piece.name for piece in pieces(folder)) == names


@each
def test_the_simplest_execution_that_fails_shows_its_finding_first(piece: Piece) -> None:
    execution = piece.simplest(explore(piece.program))
    told = piece.findings(execution)
    assert [finding.kind for finding in told][:1] == [piece.says("finding")], told
    ending = {"deadlock": "deadlock", "error": "error", "endless": "endless loop"}.get(execution.ending)
    assert ending is None or ending in [finding.kind for finding in told]


@each
def test_a_finding_names_steps_lines_and_the_threads_of_the_program(piece: Piece) -> None:
    execution = piece.simplest(explore(piece.program))
    finding = piece.findings(execution)[0]
    assert list(finding.steps) == sorted(set(finding.steps))
    assert all(0 <= index < len(execution.steps) for index in finding.steps)
    if finding.kind not in ("wrong order", "item lost", "item doubled"):
        assert finding.lines
        assert set(finding.lines) <= {("main", line) for line in range(1, piece.text.count("\n") + 1)}
        assert any(name in finding.sentence for name in execution.threads)
        assert len(finding.sentence) < 260


@each_repaired
def test_no_execution_of_a_repaired_program_has_a_finding(piece: Piece) -> None:
    found = explore(piece.program)
    assert found.complete
    for outcome in found.outcomes:
        assert outcome.ending == "completed"
        assert outcome.execution.findings == ()
        assert not piece.outputs or outcome.output in piece.outputs


@pytest.mark.parametrize("folder", [FOLDER, FOLDER / "repaired"])
def test_a_program_is_small_and_has_a_title(folder: Path) -> None:
    for piece in pieces(folder):
        lines = piece.text.splitlines()
        assert lines[0].startswith("# ")
        assert len([line for line in lines if line and not line.startswith("#")]) <= 25, piece.path
