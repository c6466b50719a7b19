"""The learner's module out of the cells of a notebook."""

from __future__ import annotations

from textwrap import dedent
from typing import Any

import pytest

from course.checking.cells import Assembled, assemble


def assembled(*cells: str, wanted: tuple[str, ...] = ()) -> Assembled:
    return assemble([dedent(cell) for cell in cells], wanted)


def statements(module: Assembled) -> list[str]:
    return [line for line in module.text.split("\n") if line]


# --- what is kept -----------------------------------------------------------------------------


def test_functions_and_classes_are_kept_to_the_letter() -> None:
    source = '''\
        @trace
        @retry(times=3)   # twice is not enough
        def race(names, run=print):
            """%not a magic"""
            for name in names:  # each
                run( name )     # spaces kept

        class Mailbox(Base):
            LIMIT = 3


            def put(self): ...
        async def later(): pass'''
    module = assembled(source)
    kept = [line for line in dedent(source).split("\n") if line]
    assert statements(module) == kept


def test_scratch_is_left_out() -> None:
    module = assembled(
        """
        def race(): pass
        race()
        print("done")
        for _ in range(3):
            race()
        with open("f") as file:
            pass
        while True:
            break
        del race
        "a text"
        if __name__ == "__main__":
            race()
        answer = race()
        box.limit = 3
        items[0] = 1
        count += 1
        """
    )
    assert statements(module) == ["def race(): pass"]


@pytest.mark.parametrize(
    "value",
    [
        "3",
        "[1, 2] * 2",
        "{'a': (1, None)}",
        "lambda: start()",
        "[n * n for n in range(3)]",
        "'Ada Bo'.split()",
        "sorted(['b', 'a'])",
        "dict.fromkeys('ab')",
        "threading.Event()",
        "queue.Queue(3)",
        "deque(maxlen=3)",
        "namedtuple('Item', 'a b')",
        "Mailbox()",
        "Mailbox.LIMIT + 1",
        "2 if sys.version_info >= (3, 13) else 1",
    ],
)
def test_a_plain_value_is_kept_if_a_definition_uses_it(value: str) -> None:
    imports = "import threading, queue, sys\nfrom collections import deque, namedtuple\nclass Mailbox: LIMIT = 1\n"
    assert f"value = {value}" in assembled(f"{imports}value = {value}\ndef use(): return value").text
    assert "value" not in assembled(f"{imports}value = {value}\ndef use(): return 1").defined


@pytest.mark.parametrize(
    "value", ["make()", "threading.active_count()", "input()", "open('f')", "[start() for _ in 'ab']"]
)
def test_a_value_that_takes_a_call_is_scratch_even_if_it_is_used_and_the_name_knows_why(value: str) -> None:
    module = assembled(f"import threading\nvalue = {value}\ndef make(): return value")
    assert "value" not in module.defined
    assert module.left_out["value"] == (
        "`value` is set in cell [1], line 2, by a call at the top level, which is not part of your answer; "
        "make it inside a function or a class."
    )


def test_a_value_made_from_scratch_is_scratch() -> None:
    module = assembled("box = make()\nsize = box.size\ndef use(): return size")
    assert module.defined == {"use"}
    assert module.left_out["size"].endswith("with the help of `box`, which is not part of your answer.")


def test_what_only_a_driver_uses_is_kept_for_it() -> None:
    cells = ("import threading\nready = threading.Event()\nanswer = 3\nother = 4",)
    assert assembled(*cells).text == ""
    assert assembled(*cells, wanted=("ready",)).defined == {"threading", "ready"}


def test_an_import_is_kept_only_if_it_is_used() -> None:
    module = assembled(
        """
        import os, matplotlib.pyplot as plt
        import concurrent.futures
        from queue import Queue as Q, Empty
        from course.notebook import check
        """,
        "def work(): return Q, concurrent.futures",
    )
    assert statements(module)[:2] == ["import concurrent.futures", "from queue import Queue as Q, Empty"]


def test_a_star_import_is_kept_and_makes_any_name_possible() -> None:
    module = assembled("from threading import *\nready = Event()\ndef use(): return ready")
    assert module.wildcard
    assert "ready" in module.defined


def test_conditional_definitions_are_kept_whole() -> None:
    source = """\
        try:
            from queue import ShutDown
        except ImportError:
            class ShutDown(Exception):
                pass
        """
    assert assembled(source, "def use(): raise ShutDown").text.startswith(dedent(source))


def test_a_branch_that_calls_something_is_scratch() -> None:
    assert assembled("if True:\n    def f(): pass\n    f()").defined == frozenset()


def test_future_imports_come_first() -> None:
    module = assembled("def a(): pass", "from __future__ import annotations\ndef b(): pass")
    assert statements(module)[0] == "from __future__ import annotations"
    assert module.place(1) == (2, 1)


def test_statements_that_share_a_line_are_taken_apart() -> None:
    module = assembled("größe = 'ü'; start(); ende = 3  # both\ndef use(): return größe, ende")
    assert statements(module) == ["größe = 'ü'", "ende = 3  # both", "def use(): return größe, ende"]


def test_a_global_that_is_only_written_is_used() -> None:
    assert "count" in assembled("count = 0\ndef add():\n    global count\n    count += 1").defined


# --- a later definition wins ------------------------------------------------------------------


def test_a_later_definition_replaces_an_earlier_one() -> None:
    module = assembled("def race(): return 1", "race()", "def race(): return 2")
    assert statements(module) == ["def race(): return 2"]
    assert module.place(1) == (3, 1)


def test_an_earlier_definition_stays_if_something_is_built_on_it_before_the_later_one() -> None:
    module = assembled("class A: x = 1", "class B(A): pass", "class A: x = 2")
    assert statements(module) == ["class A: x = 1", "class B(A): pass", "class A: x = 2"]


def test_an_earlier_definition_stays_if_something_that_is_run_before_the_later_one_may_call_it() -> None:
    cells = (
        "def size(): return 1",
        "class A:\n    def __init__(self): self.n = size()",
        "a = A()\ndef get(): return a.n",
    )
    module = assembled(*cells, "def size(): return 2")
    scope: dict[str, Any] = {}
    exec(module.text, scope)
    assert (scope["get"](), scope["size"]()) == (1, 2)


def test_values_of_a_name_follow_the_order_of_the_cells() -> None:
    module = assembled("n = 1\ndef early(a=n): pass", "n = 2\ndef late(a=n): pass")
    scope: dict[str, Any] = {}
    exec(module.text, scope)
    assert (scope["early"].__defaults__, scope["late"].__defaults__) == ((1,), (2,))


# --- places -----------------------------------------------------------------------------------


def test_every_line_of_the_module_knows_its_cell_and_line() -> None:
    cells = [
        "%load_ext x\nimport threading\n\ndef a():\n    pass\na()",
        "",
        "x = 1\n\ndef b():\n\n    return x, threading\n",
    ]
    module = assemble(cells)
    lines = module.text.split("\n")[:-1]
    assert len(lines) == len(module.places)
    for number, line in enumerate(lines, start=1):
        place = module.place(number)
        assert place is not None
        if line:
            cell, at = place
            assert cells[cell - 1].split("\n")[at - 1] == line


def test_a_line_outside_the_module_has_no_place() -> None:
    module = assembled("def a(): pass")
    assert (module.place(0), module.place(2), module.line(0), module.line(99)) == (None, None, "", "")


def test_the_module_is_the_same_to_the_byte_each_time() -> None:
    cells = ["import threading, queue", "a = b = 1\nclass A: pass", "def f(): return a, b, A, threading, queue"]
    assert assemble(cells) == assemble(list(cells))


# --- cells that are not Python ----------------------------------------------------------------


def test_a_broken_cell_is_reported_and_the_rest_goes_on() -> None:
    module = assembled("def a(): pass", "def broken(:\n    pass", "def b(): pass")
    assert module.defined == {"a", "b"}
    [problem] = module.problems
    assert problem.startswith("Cell [2], line 1 is not Python")
    assert module.broken == {"broken": problem}


def test_a_broken_cell_that_a_later_one_replaces_is_forgotten() -> None:
    module = assembled("def race(:", "def race(): pass")
    assert (module.problems, module.broken) == ((), {})


def test_a_broken_cell_after_a_good_one_is_the_latest_answer() -> None:
    module = assembled("def race(): pass", "def race(:")
    assert module.broken.keys() == {"race"}


def test_definitions_under_a_cell_magic_are_scratch_and_say_so() -> None:
    module = assembled("%%time\ndef race(): pass")
    assert module.defined == frozenset()
    assert module.left_out["race"] == (
        "`race` is set in cell [1], which begins with %%time and so is a program of its own; "
        "move it to a cell without that line."
    )


def test_what_a_name_reaches_is_followed_through_its_definitions() -> None:
    module = assembled("def a(): return b()\ndef b(): return c\nc = 1\ndef d(): pass")
    assert module.reached(["a"]) == {"a", "b", "c"}


def test_nothing_gives_an_empty_module() -> None:
    assert assemble([]) == assemble(["", "# only a comment", "%pwd"]) == Assembled("")
