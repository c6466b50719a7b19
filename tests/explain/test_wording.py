"""Values in sentences."""

from __future__ import annotations

import pytest

from course.explain.wording import value


@pytest.mark.parametrize(
    ("data", "text"),
    [
        ({"sold": ["loaf 1", "loaf 2"], "problems": []}, "sold: loaf 1, loaf 2; problems: nothing"),
        (["bang", "Ada"], "bang, Ada"),
        ([["write", 1], ["wash", 2]], "(write, 1), (wash, 2)"),
        ([["loaf 1", "loaf 2"]], "(loaf 1, loaf 2)"),
        ([1, 2.5], "[1, 2.5]"),
        ([], "nothing"),
        ({}, "nothing"),
        (3600.0, "3600"),
        (4.005, "4.005"),
        ("gave up", "gave up"),
        (True, "True"),
        (None, "None"),
    ],
)
def test_a_result_reads_as_words(data: object, text: str) -> None:
    assert value(data, 100) == text


def test_a_long_result_is_cut_and_a_strange_one_is_printable() -> None:
    assert value(["x" * 10] * 10, 20) == "xxxxxxxxxx, xxxxxxx…"
    assert value("\x1b[1m", 20) == "\\x1b[1m"
