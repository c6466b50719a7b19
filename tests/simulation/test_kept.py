"""What a program leaves in a module is not there for the next execution, nor for the next program."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from course.model import Program
from course.search import explore

CARRYING = Path(__file__).parents[1] / "attacks" / "carrying"
COINS = ("addresses-as-coins", "sets-as-coins")
"""What throws a coin is found out instead, by running it again."""
DRIVER = """
import threading

def run():
    from solution import number
    seen = []
    threads = [threading.Thread(target=seen.append, args=(1,)) for _ in range(2)]
    for thread in threads: thread.start()
    for thread in threads: thread.join()
    return number()
"""


def counter(name: str) -> str:
    """The part of an attack that counts the executions."""
    text = (CARRYING / f"{name}.py").read_text("utf-8")
    return re.split(r"^def race", text, flags=re.MULTILINE)[0]


@pytest.mark.parametrize("name", [path.stem for path in CARRYING.glob("*.py") if path.stem not in COINS])
def test_no_execution_finds_what_an_earlier_one_has_left(name: str) -> None:
    program = Program({"main": DRIVER, "solution": counter(name)}, "main:run")
    first, second = explore(program), explore(program)
    assert len(first.outcomes) == 1
    assert first.executions > 1
    assert second == first


@pytest.mark.parametrize(
    "text",
    [
        "import dataclasses, threading\ndataclasses.dataclass(threading.Event)",
        "import functools, fractions\nfunctools.total_ordering(fractions.Fraction)",
        "import textwrap, typing\ntyping.final(textwrap.dedent)",
        "import textwrap, typing\ntyping.no_type_check(textwrap.dedent)",
        "import dataclasses\ndataclasses.MISSING.name = 1",
        "import re\nre.IGNORECASE.name_ = 1",
    ],
)
def test_what_belongs_to_the_library_is_not_marked(text: str) -> None:
    (outcome,) = explore(Program({"main": text})).outcomes
    assert "cannot be changed here" in (outcome.error or "")


@pytest.mark.parametrize(
    "text",
    [
        "import decimal\ndecimal.getcontext().prec = 3\nprint(decimal.Decimal(1) / 3)",
        "import decimal\ndecimal.DefaultContext.prec = 3\nprint(decimal.DefaultContext.prec)",
        "import csv\ncsv.register_dialect('semi', delimiter=';')\nprint('semi' in csv.list_dialects())",
        "import numbers\nclass A: pass\nnumbers.Number.register(A)\nprint(issubclass(A, numbers.Number))",
        "import decimal, numbers\nprint(issubclass(decimal.Decimal, numbers.Number))",
        "import array, collections.abc as c\nprint(issubclass(array.array, c.MutableSequence))",
        "import enum\nclass E(enum.Enum):\n    A = 1\nE.A.note = 2\nprint(E.A.note)",
        "from dataclasses import dataclass\n@dataclass\nclass P:\n    x: int\nprint(P.__annotations__, vars(P(1)))",
        "import functools\ndef f(): pass\n@functools.wraps(f)\ndef g(): pass\ng.calls = 1\nprint(vars(g)['calls'])",
        "from typing import overload, Protocol, runtime_checkable\n@runtime_checkable\nclass P(Protocol):\n"
        "    def f(self): ...\nprint(isinstance(3, P))",
        "from abc import ABC, abstractmethod\nclass A(ABC):\n    @property\n    @abstractmethod\n    def x(self): ...\n"
        "print(A.__abstractmethods__)",
        "class S:\n    __slots__ = {'a': 'the first'}\nprint(S.__slots__)",
    ],
)
def test_what_is_ones_own_may_be_changed(text: str) -> None:
    printed = subprocess.run([sys.executable, "-c", text], capture_output=True, check=True, text=True).stdout
    for _ in range(2):
        (outcome,) = explore(Program({"main": text})).outcomes
        assert (outcome.ending, outcome.output, outcome.error) == ("completed", printed, None)
