"""What learners write is allowed, and prints what Python prints; what only an attacker needs comes to nothing."""

from __future__ import annotations

import ast

import pytest

from course import Program, Search, explore
from course.simulation.policy import attribute_refusal, refusals
from tests.simulation.policy.attacks import ATTACKS, TELL
from tests.simulation.policy.honest import HONEST
from tests.simulation.real import agree

DRIVER = """
import threading

def run():
    import solution

    return solution.attack()
"""


@pytest.mark.parametrize("name", HONEST)
def test_an_honest_program_prints_what_python_prints(name: str) -> None:
    agree(HONEST[name])


@pytest.mark.parametrize("name", HONEST)
def test_the_same_program_as_a_solution(name: str) -> None:
    program = Program({"main": "def run():\n    import solution", "solution": HONEST[name]}, "main:run")
    assert [outcome.ending for outcome in explore(program, Search(preemptions=0)).outcomes] == ["completed"]


@pytest.mark.parametrize("name", ATTACKS)
def test_an_attack_comes_to_nothing(name: str) -> None:
    program = Program({"main": DRIVER, "solution": TELL + ATTACKS[name]}, "main:run")
    for outcome in explore(program, Search(preemptions=0)).outcomes:
        assert outcome.result != "GOT"
        if outcome.ending == "error":
            [failure] = outcome.execution.failures
            assert failure.line > 0


def test_what_tells_an_attack_apart_can_tell() -> None:
    program = Program({"main": f"{TELL}\ndef run():\n    return tell(dict(gc=1)), tell(dict(x=1))"}, "main:run")
    assert explore(program, Search()).outcomes[0].result == ["GOT", "nothing"]


def test_a_refusal_has_its_line_and_its_reason() -> None:
    found = list(refusals(ast.parse("x = 1\ny = x.__globals__\ndef f(simulation_load): g.gi_frame\n")))
    assert [refusal.line for refusal in found] == [2, 3, 3]
    assert "__globals__ cannot be used here" in found[0].sentence


@pytest.mark.parametrize("name", ["name", "_private", "__mangled", "_", "__", "____", "count", "holder", "format"])
def test_ordinary_names_are_nobodys_business(name: str) -> None:
    assert attribute_refusal(name) is None
    assert attribute_refusal(name, assigned=True) is None


def test_a_driver_keeps_its_ways_and_a_program_alone_does_not() -> None:
    text = "def run():\n    return print.__globals__ is not None"
    assert explore(Program({"main": text, "solution": ""}, "main:run"), Search()).outcomes[0].result is True
    [outcome] = explore(Program({"main": text}, "main:run"), Search()).outcomes
    assert outcome.error is not None
    assert "line 2" in outcome.error or outcome.execution.failures[0].line == 2


def test_a_deeply_nested_source_is_walked_to_its_end() -> None:
    tree: ast.expr = ast.Attribute(ast.Name("x", ast.Load()), "__globals__", ast.Load())
    for _ in range(20_000):
        tree = ast.UnaryOp(ast.Not(), tree)
    assert len(list(refusals(tree))) == 1


LIES = {
    "a text that is cut to something else": (
        "class S(str):\n    def __getitem__(self, k): return 7\nclass A:\n    def __repr__(self): return S('text')\n"
        "def attack(): return A()",
        "text",
    ),
    "a number that equals all": (
        "class N(int):\n    def __eq__(self, o): return True\n    def __hash__(self): return 1\n"
        "    def __repr__(self): return '3'\ndef attack(): return N(1)",
        "3",
    ),
    "a dictionary whose items lie": (
        "class D(dict):\n    def items(self): return [('a', 2)]\ndef attack(): return D(a=1)",
        {"a": 2},
    ),
    "a key whose text is a lie": (
        "class S(str):\n    def __str__(self): return self\n    def __hash__(self): return 1\n"
        "    def __eq__(self, o): return True\ndef attack(): return {S('k'): 1}",
        {"k": 1},
    ),
    "a truth that is none": (
        "class T:\n    def __bool__(self): return False\n    def __repr__(self): return 'True'\n"
        "def attack(): return T()",
        "True",
    ),
}


@pytest.mark.parametrize("name", LIES)
def test_a_result_is_plain_whatever_its_parts_say_of_themselves(name: str) -> None:
    text, plain = LIES[name]
    [outcome] = explore(Program({"main": DRIVER, "solution": text}, "main:run"), Search()).outcomes
    assert (outcome.result, type(outcome.result)) == (plain, type(plain))


def test_what_a_driver_prints_goes_where_it_should() -> None:
    solution = (
        "import sys\nclass Lie:\n    def write(self, text): sys.__stdout__.write('right\\n')\nsys.stdout = Lie()\n"
    )
    program = Program({"main": "def run():\n    import solution\n    print('wrong')", "solution": solution}, "main:run")
    assert explore(program, Search()).outcomes[0].output == "wrong\n"


def test_what_is_printed_is_what_the_text_is() -> None:
    text = (
        "class S(str):\n    def __len__(self): return 0\n    def rstrip(self, *a): return 1\n"
        "    def join(self, parts): return 'forged'\nimport sys\nsys.stdout.write(S('text '))\nprint(1, 2, sep=S('-'))"
    )
    assert explore(Program({"main": text}), Search()).outcomes[0].output == "text 1-2\n"


def test_a_class_that_says_it_is_the_librarys_hides_no_race() -> None:
    text = """
import threading
Box = type("Box", (), {"__module__": "queue", "value": 0})
box = Box()
box.value = 0
def add():
    box.value += 1
threads = [threading.Thread(target=add) for _ in range(2)]
for t in threads: t.start()
for t in threads: t.join()
print(box.value)
"""
    outputs = {outcome.output for outcome in explore(Program({"main": text}), Search(preemptions=None)).outcomes}
    assert outputs == {"1\n", "2\n"}
