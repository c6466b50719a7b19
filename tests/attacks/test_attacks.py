"""No attack gains a point, learns a secret, or changes anything but its own feedback; one that did would be told.

Of each subject every fourth attack is tried here, so that the tests stay short; `make attacks` tries all of them.
"""

import textwrap
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tests.attacks.corpus import Attack, attacks
from tests.attacks.places import Places
from tests.attacks.run import Report, attacked

ALL = attacks()
SHARE = 4


def _some() -> Iterator[Attack]:
    """Every fourth of each subject, its first one among them."""
    seen: dict[str, int] = {}
    for attack in ALL:
        subject = attack.name.partition("-")[0]
        number = seen.get(subject, 0)
        seen[subject] = number + 1
        if number % SHARE == 0:
            yield attack


ATTACKS = tuple(_some())


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Report:
    """What came of them, in one class."""
    return attacked(tmp_path_factory.mktemp("attacks") / "all", ATTACKS)


def test_there_are_many_and_each_has_a_name_of_its_own():
    assert len({attack.name for attack in ALL}) == len(ALL) >= 100


@pytest.mark.parametrize("attack", ATTACKS, ids=lambda attack: attack.name)
def test_nothing_is_gained_or_learned_or_changed_and_the_feedback_has_a_sentence(report: Report, attack: Attack):
    finding = next(finding for finding in report.findings if finding.attack == attack)
    assert finding.gained == 0, f"{finding.score:g} points, where the honest answer has {finding.honest:g}"
    assert finding.learned == ()
    assert finding.changed == ()
    assert finding.sentence


def test_the_class_was_graded_to_its_end_and_nobody_else_noticed(report: Report):
    assert report.besides == ()


def test_an_attack_that_gets_through_would_be_told(tmp_path: Path):
    (attack,) = attacks(["equality-equals-everything"])
    attack = replace(attack, honest="")  # the honest answer has the same betrayed checks

    def betray(places: Places) -> None:
        """As if the attack had come to the place where the checks are."""
        checks = places.course / "source" / "event" / "hidden" / "test_event.py"
        code = f"""
            import pathlib, socket, subprocess, sys
            if not pathlib.Path({str(places.notes)!r}, {attack.name!r}).exists():
                pathlib.Path({str(places.notes)!r}, {attack.name!r}).touch()
                with socket.create_connection(("127.0.0.1", {places.port})) as line:
                    line.sendall({attack.name!r}.encode())
                subprocess.Popen(
                    ["sh", "-c", "sleep 300; # {attack.name}"], start_new_session=True, stdin=subprocess.DEVNULL,
                    stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
                )


            @pytest.mark.check("which-was-it", points=0)
            def test_that_tells(explore):
                \"\"\"A check that tells {places.canary("hiddencheck")}.\"\"\"


            from course.checking.found import Found
            Found.always = Found.completes = lambda self, *args, **kwargs: self
            """
        checks.write_text(checks.read_text("utf-8") + textwrap.dedent(code), "utf-8")

    report = attacked(tmp_path / "one", [attack], betray=betray)
    (finding,) = report.findings
    assert not finding.repelled
    assert finding.gained > 0
    assert finding.learned == ("it shows what is in: hiddencheck",)
    told = " ".join(finding.changed)
    assert "was left" in told
    assert "process" in told
    assert "came to a socket of the host" in told
    assert any("honest student" in sentence for sentence in report.besides)
