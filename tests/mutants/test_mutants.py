"""The mutants of the lessons: what holds of all of them, and the fate of a few; ``make mutants`` judges every one."""

from collections.abc import Iterator

import pytest

from course.checking.explorer import ChildExplorer
from course.model import Check, Verdict
from tests.catalogue.test_catalogue import EXERCISES, SOURCE, Exercise
from tests.mutants.__main__ import columns, complaints, main
from tests.mutants.answer import BEGIN, END
from tests.mutants.equivalent import Listed, read_lists
from tests.mutants.generate import Mutant, difference, mutants, normal
from tests.mutants.judging import Judged, fate, judge_one

EVENT = [mutant for exercise in EXERCISES.values() if exercise.assignment == "event" for mutant in mutants(exercise)]


def named(*values: str) -> pytest.MarkDecorator:
    return pytest.mark.parametrize("identifier", values)


@pytest.fixture(scope="module")
def explorer() -> Iterator[ChildExplorer]:
    with ChildExplorer() as explorer:
        yield explorer


def small(program: str) -> Exercise:
    return Exercise("event", "1-one-signal", "small", 1, (), f"{BEGIN}\n{program}\n{END}\n")


# --- generated ----------------------------------------------------------------------------------


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda each: f"{each.assignment}/{each.name}")
def test_each_mutant_is_another_program_with_a_name_of_its_own(exercise: Exercise) -> None:
    made = mutants(exercise)
    assert made, "an exercise without mutants is one that no operator knows"
    texts = [mutant.text for mutant in made]
    assert len({*texts, normal(exercise.reference)}) == len(texts) + 1
    assert len({mutant.identifier for mutant in made}) == len(made)
    for mutant in made:
        assert mutant.text == normal(mutant.text)
        compile(mutant.text, mutant.identifier, "exec", dont_inherit=True)


@pytest.mark.parametrize("exercise", EXERCISES.values(), ids=lambda each: f"{each.assignment}/{each.name}")
def test_the_same_mutants_are_made_each_time(exercise: Exercise) -> None:
    assert mutants(exercise) == mutants(exercise)


def test_an_identifier_stays_the_same_if_something_else_is_edited() -> None:
    before = small("def ring(bell):\n    bell.set()")
    after = small("def bake():\n    print('warm')\n\n\ndef ring(bell):\n\n    # now\n    bell.set( )")
    assert {mutant.identifier for mutant in mutants(before)} < {mutant.identifier for mutant in mutants(after)}


def test_the_same_change_at_two_places_has_two_names() -> None:
    made = mutants(small("def ring(bell):\n    bell.set()\n    bell.wait()\n    bell.set()"))
    names = [mutant.identifier for mutant in made if mutant.operator == "drop-statement"]
    assert names == [
        "small | drop-statement | ring | no bell.set()",
        "small | drop-statement | ring | no bell.wait()",
        "small | drop-statement | ring | no bell.set() #2",
    ]


def test_a_mutant_tells_its_line_in_the_cell_and_its_change() -> None:
    (mutant,) = [each for each in mutants(small("def ring(bell):\n    bell.set()")) if each.operator == "exchange-call"]
    assert mutant.line == 3
    assert mutant.diff.splitlines()[-2:] == ["-    bell.set()", "+    bell.clear()"]


def test_of_a_long_line_only_the_part_that_changed_is_told() -> None:
    long = (
        "threads = [threading.Thread(target=work, args=({}), name=name, daemon=True) for name in sorted(all_the_names)]"
    )
    said = difference(long.format("first, second"), long.format("second, first"))
    part = "…read(target=work, args=({}), name=name, daemon=Tru…"
    assert said == f"{part.format('first, second')} → {part.format('second, first')}"


# --- listed -------------------------------------------------------------------------------------


def test_whatever_is_listed_as_equivalent_is_a_mutant_and_has_a_reason() -> None:
    there = {
        (exercise.assignment, mutant.identifier) for exercise in EXERCISES.values() for mutant in mutants(exercise)
    }
    for each in read_lists():
        assert (each.assignment, each.identifier) in there, f"there is no such mutant (any more): {each}"
        assert each.reason.endswith("."), f"a reason is a sentence: {each}"


# --- judged -------------------------------------------------------------------------------------

KILLED = [
    "first-signal | drop-statement | bake_and_ring | no bell.set()",
    "first-signal | narrow-except | wait_and_sell | except Exception as problem: → except ValueError as problem:",
    "starting-gun | swap-statements | race | gun.set() ▸ fire()",
    "starting-gun | add-timeout | race | thread.join() → thread.join(timeout=1)",
    "rendezvous | add-timeout | open_shop | thread.join() → thread.join(timeout=1)",
    "which-was-it | ask-instead | customer | if bell.wait(timeout=patience): → if bell.is_set():",
    "a-moment | add-member | can_sell = {0, 1, 2} → can_sell = {0, 1, 2, 3}",
]
SURVIVES = "starting-gun | reverse-loop | race | for thread in threads: → for thread in reversed(list(threads)):"


def found(identifier: str) -> Mutant:
    (mutant,) = [each for each in EVENT if each.identifier == identifier]
    return mutant


@named(*KILLED)
def test_a_mistake_is_seen(identifier: str, explorer: ChildExplorer) -> None:
    came = judge_one(found(identifier), explorer)
    assert (came.fate, bool(came.why)) == ("killed", True)


def test_a_mutant_that_is_right_survives_and_is_listed(explorer: ChildExplorer) -> None:
    assert judge_one(found(SURVIVES), explorer).fate == "survived"
    assert ("event", SURVIVES) in {(each.assignment, each.identifier) for each in read_lists()}


@pytest.mark.parametrize(
    ("statuses", "came"),
    [
        (["passed", "passed"], "survived"),
        (["passed", "failed"], "killed"),
        (["passed", "review"], "undecided"),
        (["review", "failed"], "killed"),
    ],
)
def test_what_a_person_must_look_at_has_not_passed(statuses: list[str], came: str) -> None:
    checks = tuple(Check(f"test_{n}", "", 1, status, reason="so") for n, status in enumerate(statuses))
    assert fate(Verdict("small", checks))[0] == came


def test_what_has_to_be_mended_is_told() -> None:
    first, second, third = mutants(small("def ring(bell):\n    bell.set()\n    bell.wait()"))[:3]
    results = [
        Judged(first, "survived", ""),
        Judged(second, "killed", "test_a: no"),
        Judged(third, "undecided", "spent"),
    ]
    assert [line.split()[0] for line in complaints(results, [], set())] == ["SURVIVED", "UNDECIDED"]
    listed = [Listed("event", name, "So.") for name in (first.identifier, second.identifier, "small | gone")]
    told = complaints(results[:2], listed, set())
    assert [line.splitlines()[0].split(": ")[0] for line in told] == [
        "equivalent/event.toml lists what is killed",
        "equivalent/event.toml lists what is no mutant (any more)",
    ]
    counts = columns(results, {("event", first.identifier)})
    assert counts == {"generated": 3, "equivalent": 1, "killed": 1, "undecided": 1}


def test_a_name_that_is_none_is_said_and_nothing_is_called_killed(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["--list", "--only", "rendezvous", "randevouz"])
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert (said.out, "no lesson or exercise is called randevouz" in said.err) == ("", True)


def test_the_lists_belong_to_lessons() -> None:
    assert {each.assignment for each in read_lists()} <= {path.name for path in SOURCE.iterdir() if path.is_dir()}
