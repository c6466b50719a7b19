"""Where something happened, in the learner's words."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from course.checking.cells import assemble
from course.checking.explorer import InProcessExplorer
from course.checking.judge import judge
from course.checking.places import Places
from course.explain import explained, sentence, verdict_html, verdict_text
from course.model import Access, Check, Execution, Finding, Program, Race, Schedule, Step, Wait
from tests.checking.lessons import lesson, submission

CELLS = ["import threading", "print('scratch')\n\n\ndef consume(ready):\n    ready.wait()", "def more():\n    pass"]
MODULE = assemble(CELLS, {"threading"})
WAITING = Execution(
    Schedule.parse("0x2.1"),
    "deadlock",
    None,
    "",
    ("main", "consumer"),
    steps=(Step(0, "Thread.start", "consumer", "main", 7, 0.0),),
    waiting=(Wait(1, "Event.wait", "ready", "solution", MODULE.text.splitlines().index("    ready.wait()") + 1),),
)


def test_lines_become_those_of_the_cells_and_the_file_in_records_sentence_and_findings() -> None:
    shown = Places(MODULE).located(WAITING)
    assert (shown.steps[0].module, shown.steps[0].line) == ("scenarios.py", 7)
    assert (shown.waiting[0].module, shown.waiting[0].line) == ("cell [2]", 5)
    assert "waits for the Event 'ready' (cell [2], line 5)" in sentence(shown)
    [finding] = shown.findings
    assert (finding.sentence, finding.lines) == (sentence(shown), (("cell [2]", 5),))


def test_a_data_race_is_told_with_cells_and_the_file_as_well() -> None:
    line = MODULE.text.splitlines().index("    ready.wait()") + 1
    raced = replace(WAITING, races=(Race("n", Access(0, "write", "main", 7), Access(1, "read", "solution", line)),))
    assert Places(MODULE).located(raced).findings[-1].lines == (("scenarios.py", 7), ("cell [2]", 5))
    assert Places(MODULE, hidden=True).located(raced).findings[-1].lines == (("cell [2]", 5),)


def test_the_text_of_every_place_is_at_hand() -> None:
    program = Program({"main": "def run(): ...", "solution": MODULE.text}, "main:run")
    texts = Places(MODULE).texts(program)
    assert texts["cell [1]"] == "import threading"
    assert texts["cell [2]"] == "\n\n\ndef consume(ready):\n    ready.wait()"
    assert texts["scenarios.py"] == "def run(): ..."
    assert "scenarios.py" not in Places(MODULE, hidden=True).texts(program)


def test_the_drivers_may_be_another_module_than_main() -> None:
    places = Places(MODULE, driver="scenarios")
    assert places.located(WAITING).steps[0].module == "main"
    assert "scenarios.py" not in places.texts(Program({"main": ""}))


def test_a_check_without_an_execution_stays_as_it_is() -> None:
    check = Check("t", "t", 1, "failed", reason="No cell defines `say`.")
    assert Places(MODULE).readable(check) is check


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    checks = """
        @pytest.mark.check("say-it", points=1)
        def test_public(explore):
            explore("run").completes()
        """
    drivers = "def run():\n    from solution import say\n    return say()"
    return lesson(
        tmp_path, checks, drivers, (checks.replace("public", "hidden"), drivers.replace("say()", "say() + secret"))
    )


def test_a_verdict_to_be_read_tells_every_line_as_the_notebook_has_it(folder: Path) -> None:
    asked = submission("x = 1", "def say():\n    raise ValueError('not me')")
    [verdict] = judge(asked, folder, InProcessExplorer(), readable=True)
    for page in (verdict_text(verdict), verdict_html(verdict)):
        assert "ValueError in main at cell [2], line 2: not me." in page.replace("&#39;", "'")
        assert "raise ValueError(" in page
        assert "solution" not in page.replace("from solution import say", "")
    assert "%%replay" in verdict_text(verdict)


def test_of_a_hidden_driver_nothing_is_shown_but_the_learners_own_lines_are(folder: Path) -> None:
    asked = submission("def say():\n    raise ValueError('not me')")
    [verdict] = judge(asked, folder, InProcessExplorer(), hidden=True, readable=True)
    hidden = verdict.checks[1]
    assert hidden.program is not None
    assert hidden.program.modules["cell [1]"] == "def say():\n    raise ValueError('not me')"
    assert "secret" not in str(hidden.program)
    assert hidden.execution is not None
    assert {step.line for step in hidden.execution.steps if step.module == "the driver"} <= {0}
    assert verdict_text(verdict).count("%%replay") == 1


def test_what_a_check_knows_to_be_wrong_is_among_the_findings_of_what_is_shown() -> None:
    execution = Execution(Schedule.parse("0x2"), "completed", [], "", ("main",))
    wrong = Finding("wrong order", "It came too early.")
    check = Check("test_it", "It comes in order.", 1.0, "failed", execution=explained(execution, None, wrong))
    shown = Places(MODULE).readable(check).execution
    assert shown is not None
    assert (wrong.kind, wrong.sentence) in [(finding.kind, finding.sentence) for finding in shown.findings]
