"""From a cell to a program, and from the program's lines back to the cells."""

from __future__ import annotations

from pathlib import Path

from course.explain import explore, replay, replay_cell, sentence
from course.model import Check, Program, Search
from course.notebook.program import cell_program
from tests.notebook.lesson import CONSUMER, HASTY_PRODUCER, PRODUCER, SCENARIOS, lay_out

CALL = "from scenarios import hand_over\nprint(hand_over(items=2))"


def test_a_cell_is_the_whole_program_and_its_lines_count_from_the_magic(tmp_path: Path) -> None:
    program = cell_program("print(1)\nraise ValueError('no')", [CONSUMER], tmp_path)
    assert set(program.program.modules) == {"main"}
    [outcome] = explore(program.program).outcomes
    assert sentence(outcome.execution) == "ValueError in main at line 3: no."


def test_what_the_cells_define_can_be_imported_and_is_shown_at_its_cell(tmp_path: Path) -> None:
    cells = ["import threading", "READY = threading.Event()\n\n\ndef listen():\n    READY.wait()"]
    program = cell_program("from solution import listen\nlisten()", cells, tmp_path)
    found = program.exploration(explore(program.program))
    told = sentence(found.outcomes[0].execution)
    assert told == "Deadlock: main waits for the Event 'READY' (cell [2], line 5) and nobody is left who could set it."
    assert found.outcomes[0].execution.findings[0].lines == (("cell [2]", 5),)
    assert program.sources.modules["cell [2]"] == cells[1]


def test_a_value_that_only_the_program_uses_is_there_too(tmp_path: Path) -> None:
    cells = ["LIMIT = 3", "def f():\n    return 1"]
    for text in ("from solution import LIMIT\nprint(LIMIT)", "import solution as mine\nprint(mine.LIMIT)"):
        [outcome] = explore(cell_program(text, cells, tmp_path).program).outcomes
        assert outcome.output == "3\n"


def test_the_drivers_beside_the_notebook_can_be_imported(tmp_path: Path) -> None:
    program = cell_program(CALL, [CONSUMER, HASTY_PRODUCER], lay_out(tmp_path))
    found = program.exploration(explore(program.program, Search(preemptions=1)))
    assert "[0, 1]\n" in [outcome.output for outcome in found.outcomes]
    assert "[]\n" in [outcome.output for outcome in found.outcomes]
    modules = {step.module for outcome in found.outcomes for step in outcome.execution.steps}
    assert modules <= {"main", "scenarios.py", "cell [1]", "cell [2]", ""}


def test_the_cell_that_a_check_offers_takes_the_very_same_schedule(tmp_path: Path) -> None:
    lesson = lay_out(tmp_path)
    for cells in ([CONSUMER, PRODUCER], [CONSUMER, HASTY_PRODUCER]):
        solution = "\n".join(cells)
        judged = Program({"main": SCENARIOS, "solution": solution}, "main:hand_over", {"items": 2})
        for outcome in explore(judged).outcomes:
            schedule = str(outcome.execution.schedule)
            check = Check("t", "t", 1, "failed", schedule=schedule, program=judged, execution=outcome.execution)
            magic, _, text = replay_cell(check).partition("\n")
            assert magic == f"%%replay {schedule}"
            again = replay(cell_program(text, cells, lesson).program, schedule)
            assert str(again.schedule) == schedule
            assert again.output == f"{outcome.result}\n"


def test_a_cell_that_is_not_python_is_left_to_the_explorer_to_say(tmp_path: Path) -> None:
    [outcome] = explore(cell_program("def f(:\n    pass", [CONSUMER], tmp_path).program).outcomes
    assert sentence(outcome.execution).startswith("SyntaxError in main at line 2")


def test_a_cause_in_the_text_of_the_cell_is_told_although_the_learners_module_is_used() -> None:
    text = """\
import threading
from solution import STEP
sold = 0
def sell():
    global sold
    sold += STEP
threads = [threading.Thread(target=sell) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(sold)
"""
    shown = cell_program(text, ("STEP = 1",), Path())
    found = shown.exploration(explore(shown.program))
    kinds = {finding.kind for outcome in found.outcomes for finding in outcome.execution.findings}
    assert "lost update" in kinds
