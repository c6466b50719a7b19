"""What drivers ask of the learner's module."""

from __future__ import annotations

from textwrap import dedent

import pytest

from course.checking.drivers import drivers


def names(text: str) -> dict[str, set[str]]:
    return {driver: set(used) for driver, used in drivers(dedent(text)).items()}


@pytest.mark.parametrize(
    "body",
    [
        "    from solution import race, LIMIT as most\n",
        "    import solution\n    solution.race(solution.LIMIT)\n",
        "    import solution as theirs\n    def inner():\n        return theirs.race, theirs.LIMIT\n",
    ],
)
def test_a_driver_names_what_it_uses(body: str) -> None:
    assert names(f"def run():\n{body}") == {"run": {"race", "LIMIT"}}


def test_what_a_helper_uses_counts_for_the_driver() -> None:
    text = """
        def run():
            return helper()
        def helper():
            from solution import race
            return Box(race)
        class Box:
            def get(self):
                from solution import Mailbox
        def other(): pass
        """
    assert names(text) == {"run": {"race", "Mailbox"}, "helper": {"race", "Mailbox"}, "other": set()}


def test_an_import_at_the_top_is_needed_by_every_driver() -> None:
    assert names("from solution import race\ndef a(): pass\ndef b(): race()") == {"a": {"race"}, "b": {"race"}}


def test_what_is_tried_is_not_asked_for() -> None:
    text = """
        def run():
            try:
                from solution import extra
            except ImportError:
                extra = None
            else:
                from solution import more
        """
    assert names(text) == {"run": {"more"}}


def test_other_modules_are_none_of_our_business() -> None:
    assert names("import threading\ndef run():\n    from queue import Queue\n    threading.Event()") == {"run": set()}
