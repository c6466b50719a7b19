"""What the notebook *Hand-over* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import nbformat
import pytest

from course.explain.findings import findings
from course.model import Exploration, Program, Search
from course.search import explore

QUEUE = Path(__file__).parents[2] / "source" / "queue"
SCENARIOS = (QUEUE / "scenarios.py").read_text("utf-8")


@cache
def cells() -> dict[str, str]:
    return {cell.id: cell.source for cell in nbformat.read(QUEUE / "1-hand-over.ipynb", as_version=4).cells}


def explored(name: str, *changes: tuple[str, str]) -> Exploration:
    """What comes of the program in the cell ``name``, below the line of a magic, with these changes."""
    _, _, text = cells()[name].partition("\n")
    for old, new in changes:
        assert old in text, "the program has changed; look at the claim, too"
        text = text.replace(old, new)
    found = explore(Program({"main": text}), Search(preemptions=None))
    assert found.complete
    return found


def outputs(found: Exploration) -> set[tuple[str, ...]]:
    return {tuple(outcome.output.splitlines()) for outcome in found.outcomes}


def endings(found: Exploration) -> set[str]:
    return {outcome.ending for outcome in found.outcomes}


def errors(found: Exploration) -> set[str]:
    return {failure.kind for outcome in found.outcomes for failure in outcome.execution.failures}


def said(cell: str, words: str) -> bool:
    return words in " ".join(cells()[cell].split())


def test_two_sellers_at_a_list_sell_one_each_or_the_same_one_twice() -> None:
    sold = {tuple(sorted(line.split()[-1] for line in lines)) for lines in outputs(explored("twice-run"))}
    assert sold == {("rye", "wheat"), ("rye", "rye")}
    assert said("twice-answer", "Or both sell the rye")


def test_the_shelf_of_the_page_is_one_that_hands_over() -> None:
    _, _, after = cells()["twice-answer"].partition("```python\n")
    shelf = after.partition("```")[0]
    used = """
shelf = Shelf(1)
def bake():
    for loaf in ("rye", "wheat"):
        shelf.put(loaf)
def sell():
    print(shelf.take())
threads = [threading.Thread(target=work) for work in (bake, sell, sell)]
for thread in threads:
    thread.start()
"""
    found = explore(Program({"main": f"import threading\n{shelf}{used}"}), Search(preemptions=2))
    assert found.complete
    assert endings(found) == {"completed"}
    assert {tuple(sorted(lines)) for lines in outputs(found)} == {("rye", "wheat")}


def test_a_queue_hands_each_loaf_over_once() -> None:
    found = explored("library-run")
    one, other = ("Jonas sells rye", "Ines sells wheat"), ("Jonas sells wheat", "Ines sells rye")
    assert outputs(found) == {one, one[::-1], other, other[::-1]}
    assert endings(found) == {"completed"}
    assert said("library-answer", "Who gets which is open, and so is who prints first")


def test_a_full_shelf_lets_the_baker_wait() -> None:
    (lines,) = outputs(explored("waits-run"))
    assert [line.split(":")[0] for line in lines] == ["second 0", "second 60", "second 120"]
    assert said("waits-answer", "Seconds 0, 60 and 120")


BAKE = (
    '        shelf.put(f"{wish} loaf")\n        wish = wishes.get()\n',
    '        wish = wishes.get()\n        shelf.put(f"{wish} loaf")\n',
)
SELL = (
    '        print("Jonas sells", shelf.get())\n        wishes.put(bread)\n',
    '        wishes.put(bread)\n        print("Jonas sells", shelf.get())\n',
)


def test_the_lines_in_order_there_and_back() -> None:
    assert errors(explored("order-run")) == {"UnboundLocalError"}
    assert endings(explored("order-run", BAKE)) == {"deadlock"}
    assert said("order-answer", "If you repair only that, both wait for ever")
    assert all(len(outcome.execution.waiting) == 2 for outcome in explored("order-run", BAKE).outcomes)
    assert outputs(explored("order-run", BAKE, SELL)) == {("Jonas sells rye loaf", "Jonas sells wheat loaf")}


def test_four_attempts_end_as_the_answer_says() -> None:
    (lines,) = outputs(explored("nowait-run"))
    told = re.findall(r"^- `([^`]+)`", cells()["nowait-answer"], re.MULTILINE)
    assert list(lines) == told


def test_the_calls_that_the_check_makes_are_those_of_the_page() -> None:
    rows = re.findall(r"\| ([A-L]) \| `([^`]+)`", cells()["full-or-empty-task"])
    function = next(
        node for node in ast.parse(SCENARIOS).body if isinstance(node, ast.FunctionDef) and node.name == "shelf_call"
    )
    made = next(node for node in ast.walk(function) if isinstance(node, ast.Dict))
    calls = {
        key.value: ast.unparse(value.body)
        for key, value in zip(made.keys, made.values, strict=True)
        if isinstance(key, ast.Constant) and isinstance(value, ast.Lambda)
    }
    assert calls == {letter: ast.unparse(ast.parse(call)) for letter, call in rows}
    sizes = re.findall(r"^(\w+) = queue.Queue\(maxsize=(-?\d+)\)$", cells()["full-or-empty-task"], re.MULTILINE)
    shelves = ", ".join(name for name, _ in sizes)
    assert f"{shelves} = (queue.Queue(maxsize=size) for size in ({', '.join(size for _, size in sizes)}))" in SCENARIOS


def test_the_last_loaf_is_sold_in_one_call_or_leaves_somebody_waiting() -> None:
    assert endings(explored("hunt-play")) == {"completed", "deadlock"}
    old = cells()["hunt-play"][cells()["hunt-play"].index("def sell") :].partition("\n\n\n")[0]
    _, _, after = cells()["count-answer"].partition("```python\n")
    mended = explored("hunt-play", (old, after.partition("```")[0].rstrip()))
    assert outputs(mended) == {("Jonas sells the last loaf",), ("Ines sells the last loaf",)}
    assert endings(mended) == {"completed"}
    assert said("count-answer", "Two outcomes: one of the two sells the loaf")


@pytest.mark.parametrize(("program", "error"), [("count-run", "Empty"), ("full-run", "Full")])
def test_who_counts_first_may_fail(program: str, error: str) -> None:
    found = explored(program)
    assert endings(found) == {"completed", "error"}
    assert errors(found) == {error}
    assert said("count-answer", f"`queue.{error}`")


def test_asking_again_is_polling_and_one_get_is_not() -> None:
    found = explored("again-run")
    assert "polling" in {finding.kind for each in found.outcomes for finding in findings(each.execution)}
    text = cells()["again-run"]
    loop = text[text.index("    loaf = None") : text.index('    print("Jonas')]
    assert loop.count("\n") == 6
    mended = explored("again-run", (loop, "    loaf = shelf.get()\n"))
    assert outputs(mended) == {("Jonas sells rye",)}
    assert not {finding.kind for each in mended.outcomes for finding in findings(each.execution)}


def test_he_asks_six_or_seven_times() -> None:
    counted = (
        ("    loaf = None\n", "    loaf, asked = None, 0\n"),
        ("        try:\n", "        asked += 1\n        try:\n"),
        ('print("Jonas sells", loaf)', "print(asked)"),
    )
    assert outputs(explored("again-run", *counted)) == {("6",), ("7",)}
    assert said("again-answer", "asks six or seven times")


def test_without_a_bound_five_or_six_loaves_lie_there() -> None:
    assert {lines[0][-1] for lines in outputs(explored("ahead-run"))} == {"5", "6"}
    assert said("ahead-answer", "Six or five")


def test_with_room_for_two_four_loaves_are_begun_at_once() -> None:
    (lines,) = outputs(explored("bound-run"))
    begun = [line for line in lines if line.startswith("second 0: Mira begins")]
    assert len(begun) == 4
    assert said("bound-answer", "Four. One is in Jonas's hands")
    # "After that she begins one loaf whenever Jonas takes one."
    assert [line.split(":")[0] for line in lines if "begins" in line][4:] == ["second 60", "second 120"]
