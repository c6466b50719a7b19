"""What the notebook *Hand-over* says of its programs, and of the changes that it asks for: it is what happens."""

from __future__ import annotations

import ast
import re

import pytest

from course.explain.findings import findings
from course.model import Exploration, Program, Search
from course.search import explore
from tests.lessons.page import Page, endings, outputs

PAGE = Page("queue/1-hand-over")
SCENARIOS = (PAGE.path.parent / "scenarios.py").read_text("utf-8")


def printed(found: Exploration) -> set[tuple[str, ...]]:
    """What is printed in the outcomes, however often."""
    return set(map(tuple, outputs(found)))


def errors(found: Exploration) -> set[str]:
    return {failure.kind for outcome in found.outcomes for failure in outcome.execution.failures}


def test_two_sellers_at_a_list_sell_one_each_or_the_same_one_twice() -> None:
    sold = {tuple(sorted(line.split()[-1] for line in lines)) for lines in printed(PAGE.explored("twice-run"))}
    assert sold == {("rye", "wheat"), ("rye", "rye")}
    PAGE.says("twice-answer", "Or both sell the rye")


def test_the_shelf_of_the_page_is_one_that_hands_over() -> None:
    _, _, after = PAGE.cells["twice-answer"].partition("```python\n")
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
    assert {tuple(sorted(lines)) for lines in printed(found)} == {("rye", "wheat")}


def test_a_queue_hands_each_loaf_over_once() -> None:
    found = PAGE.explored("library-run")
    one, other = ("Jonas sells rye", "Ines sells wheat"), ("Jonas sells wheat", "Ines sells rye")
    assert printed(found) == {one, one[::-1], other, other[::-1]}
    assert endings(found) == {"completed"}
    PAGE.says("library-answer", "Who gets which is open, and so is who prints first")


def test_a_full_shelf_lets_the_baker_wait() -> None:
    (lines,) = printed(PAGE.explored("waits-run"))
    assert [line.split(":")[0] for line in lines] == ["second 0", "second 60", "second 120"]
    PAGE.says("waits-answer", "Seconds 0, 60 and 120")


BAKE = (
    '        shelf.put(f"{wish} loaf")\n        wish = wishes.get()\n',
    '        wish = wishes.get()\n        shelf.put(f"{wish} loaf")\n',
)
SELL = (
    '        print("Jonas sells", shelf.get())\n        wishes.put(bread)\n',
    '        wishes.put(bread)\n        print("Jonas sells", shelf.get())\n',
)


def test_the_lines_in_order_there_and_back() -> None:
    assert errors(PAGE.explored("order-run")) == {"UnboundLocalError"}
    assert endings(PAGE.explored("order-run", BAKE)) == {"deadlock"}
    PAGE.says("order-answer", "If you repair only that, both wait for ever")
    assert all(len(outcome.execution.waiting) == 2 for outcome in PAGE.explored("order-run", BAKE).outcomes)
    assert printed(PAGE.explored("order-run", BAKE, SELL)) == {("Jonas sells rye loaf", "Jonas sells wheat loaf")}


def test_four_attempts_end_as_the_answer_says() -> None:
    (lines,) = printed(PAGE.explored("nowait-run"))
    told = re.findall(r"^- `([^`]+)`", PAGE.cells["nowait-answer"], re.MULTILINE)
    assert list(lines) == told


def test_the_calls_that_the_check_makes_are_those_of_the_page() -> None:
    rows = re.findall(r"\| ([A-L]) \| `([^`]+)`", PAGE.cells["full-or-empty-task"])
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
    sizes = re.findall(r"^(\w+) = queue.Queue\(maxsize=(-?\d+)\)$", PAGE.cells["full-or-empty-task"], re.MULTILINE)
    shelves = ", ".join(name for name, _ in sizes)
    assert f"{shelves} = (queue.Queue(maxsize=size) for size in ({', '.join(size for _, size in sizes)}))" in SCENARIOS


def test_the_last_loaf_is_sold_in_one_call_or_leaves_somebody_waiting() -> None:
    assert endings(PAGE.explored("hunt-play")) == {"completed", "deadlock"}
    old = PAGE.cells["hunt-play"][PAGE.cells["hunt-play"].index("def sell") :].partition("\n\n\n")[0]
    _, _, after = PAGE.cells["count-answer"].partition("```python\n")
    mended = PAGE.explored("hunt-play", (old, after.partition("```")[0].rstrip()))
    assert printed(mended) == {("Jonas sells the last loaf",), ("Ines sells the last loaf",)}
    assert endings(mended) == {"completed"}
    PAGE.says("count-answer", "Two outcomes: one of the two sells the loaf")


@pytest.mark.parametrize(("program", "error"), [("count-run", "Empty"), ("full-run", "Full")])
def test_who_counts_first_may_fail(program: str, error: str) -> None:
    found = PAGE.explored(program)
    assert endings(found) == {"completed", "error"}
    assert errors(found) == {error}
    PAGE.says("count-answer", f"`queue.{error}`")


def test_asking_again_is_polling_and_one_get_is_not() -> None:
    found = PAGE.explored("again-run")
    assert "polling" in {finding.kind for each in found.outcomes for finding in findings(each.execution)}
    text = PAGE.cells["again-run"]
    loop = text[text.index("    loaf = None") : text.index('    print("Jonas')]
    assert loop.count("\n") == 6
    mended = PAGE.explored("again-run", (loop, "    loaf = shelf.get()\n"))
    assert printed(mended) == {("Jonas sells rye",)}
    assert not {finding.kind for each in mended.outcomes for finding in findings(each.execution)}


def test_he_asks_six_or_seven_times() -> None:
    counted = (
        ("    loaf = None\n", "    loaf, asked = None, 0\n"),
        ("        try:\n", "        asked += 1\n        try:\n"),
        ('print("Jonas sells", loaf)', "print(asked)"),
    )
    assert printed(PAGE.explored("again-run", *counted)) == {("6",), ("7",)}
    PAGE.says("again-answer", "asks six or seven times")


def test_without_a_bound_five_or_six_loaves_lie_there() -> None:
    assert {lines[0][-1] for lines in printed(PAGE.explored("ahead-run"))} == {"5", "6"}
    PAGE.says("ahead-answer", "Six or five")


def test_with_room_for_two_four_loaves_are_begun_at_once() -> None:
    (lines,) = printed(PAGE.explored("bound-run"))
    begun = [line for line in lines if line.startswith("second 0: Mira begins")]
    assert len(begun) == 4
    PAGE.says("bound-answer", "Loaves 1 to 4. One is in Jonas's hands")
    # "After that she begins one loaf whenever Jonas takes one."
    assert [line.split(":")[0] for line in lines if "begins" in line][4:] == ["second 60", "second 120"]
