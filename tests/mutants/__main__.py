"""``make mutants``: is every small mistake in a reference answer seen by the checks of its exercise?

    python -m tests.mutants [--only starting-gun] [--list] [--reasons] [--workers N]

Prints a line per exercise, then each mutant that survived although no list says that it is equivalent, and each
that was left undecided.  Ends with status 1 if there is one of these, or if a list names a mutant that does not exist
or that is killed.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Iterator, Sequence

from rich.console import Console
from rich.progress import track

from tests.catalogue.test_catalogue import EXERCISES, Exercise
from tests.mutants.equivalent import Listed, read_lists
from tests.mutants.generate import Mutant, mutants
from tests.mutants.judging import Judged, judge_all

ROW = "{:<32} {:>10} {:>10} {:>10} {:>10} {:>10}"
COLUMNS = ("generated", "killed", "equivalent", "survived", "undecided")


def columns(results: Sequence[Judged], equivalent: set[tuple[str, str]]) -> Counter[str]:
    """How many mutants there are, and what came of them."""
    counts: Counter[str] = Counter(generated=len(results))
    counts.update(
        "equivalent" if each.fate == "survived" and key(each.mutant) in equivalent else each.fate for each in results
    )
    return counts


def key(mutant: Mutant) -> tuple[str, str]:
    return mutant.exercise.assignment, mutant.identifier


def complaints(results: Sequence[Judged], listed: Sequence[Listed], only: set[str]) -> list[str]:
    """What has to be mended: in a check, or in a list."""
    fates = {key(each.mutant): each for each in results}
    equivalent = {(each.assignment, each.identifier) for each in listed}
    found = []
    for each in results:
        if each.fate == "survived" and key(each.mutant) not in equivalent:
            found.append(f"SURVIVED  {each.mutant.exercise.assignment}: {each.mutant.identifier}\n{each.mutant.diff}")
        elif each.fate == "undecided":
            found.append(f"UNDECIDED  {each.mutant.exercise.assignment}: {each.mutant.identifier}\n{each.why}")
    for entry in listed:
        result = fates.get((entry.assignment, entry.identifier))
        where = f"equivalent/{entry.assignment}.toml lists"
        if result is None and (not only or entry.identifier.split(" | ")[0] in only):
            found.append(f"{where} what is no mutant (any more): {entry.identifier}")
        elif result is not None and result.fate == "killed":
            found.append(f"{where} what is killed: {entry.identifier}\n{result.why}")
    return found


def table(exercises: Sequence[Exercise], results: Sequence[Judged], equivalent: set[tuple[str, str]]) -> Iterator[str]:
    """A line per exercise."""
    yield ROW.format("exercise", *COLUMNS)
    for exercise in exercises:
        counts = columns([each for each in results if each.mutant.exercise == exercise], equivalent)
        yield ROW.format(f"{exercise.assignment}/{exercise.name}", *(counts[name] or "-" for name in COLUMNS))
    total = columns(results, equivalent)
    yield ROW.format("all", *(total[name] or "-" for name in COLUMNS))


def main(asked: Sequence[str] | None = None) -> int:
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description="Judge mutants of all references.")
    parser.add_argument("--only", nargs="+", default=[], metavar="NAME", help="these lessons or exercises")
    parser.add_argument("--list", action="store_true", help="only list the mutants, with the line in the answer cell")
    parser.add_argument("--reasons", action="store_true", help="tell of each killed one which check saw it, and why")
    parser.add_argument("--workers", type=int, help="so many processes (as many as there are cores)")
    arguments = parser.parse_args(asked)
    known = {name for each in EXERCISES.values() for name in (each.assignment, each.name)}
    if unknown := [name for name in arguments.only if name not in known]:
        parser.error(f"no lesson or exercise is called {' or '.join(unknown)}")
    exercises = [
        each for each in EXERCISES.values() if not arguments.only or {each.assignment, each.name} & {*arguments.only}
    ]
    made = [mutant for exercise in exercises for mutant in mutants(exercise)]
    if arguments.list:
        for mutant in made:
            print(f"{mutant.exercise.assignment:<10} line {mutant.line:>3}  {mutant.identifier}")
        return 0

    console = Console(stderr=True)
    judging = judge_all(made, arguments.workers)
    results = list(track(judging, "judging", len(made), console=console, disable=not console.is_terminal))
    if arguments.reasons:
        for each in results:
            print(f"{each.fate:<9}  {each.mutant.exercise.assignment}: {each.mutant.identifier}\n    {each.why}")
    listed = read_lists()
    equivalent = {(each.assignment, each.identifier) for each in listed}
    print(*table(exercises, results, equivalent), sep="\n")
    found = complaints(results, listed, {each.name for each in exercises} if arguments.only else set())
    for complaint in found:
        print(f"\n{complaint}")
    print(f"\n{len(found)} to mend" if found else "\nEach mutant is killed, or listed with a reason.")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
