"""A judge that looks for words instead of running schedules; the answers' words say what it does.

Exercise `first` has a public check of 2 points ("right" must stand in some cell) and a hidden one of
1 point ("careful"); `second` has one public check of 1 point ("done").  With `--thirds`, everything is
worth a third; with `--strict`, nobody says "right".
"""

import sys
import threading

from course.grading.judging.judge import Case, Ruling
from course.grading.judging.store import engine
from course.model import Check, Verdict, from_json, to_json

CHECKS = {
    "first": (("test_word", 2.0, False, "right"), ("test_care", 1.0, True, "careful")),
    "second": (("test_done", 1.0, False, "done"),),
    "third": (("test_thrice", 1.0, False, "thrice"),),
}


STRICT = "--strict" in sys.argv
SHARE = 3 if "--thirds" in sys.argv else 1


def main() -> None:
    for line in sys.stdin.buffer:
        submission = from_json(line, Case).submission
        text = "\n".join(submission.cells)
        if "judge-hangs" in text:
            threading.Event().wait()
        if "judge-dies" in text:
            sys.exit("the judge broke its gavel")
        if "judge-babbles" in text:
            print("all of them are guilty", flush=True)
            continue
        ruling = Ruling(engine(), tuple(verdict(exercise, text) for exercise in submission.exercises))
        sys.stdout.buffer.write(to_json(ruling) + b"\n")
        sys.stdout.buffer.flush()


def verdict(exercise: str, text: str) -> Verdict:
    found = [check(*about, text) for about in CHECKS.get(exercise, ())]
    problems = ("cell 2, line 1: '(' was never closed",) if "broken(" in text else ()
    return Verdict(exercise, tuple(found), problems)


def check(name: str, points: float, hidden: bool, word: str, text: str) -> Check:
    strictly = STRICT and name == "test_word"
    there = word in text and not strictly
    return Check(
        name=name,
        title=f"The answer says {word!r}",
        points=points / SHARE,
        status="review" if f"unsure-{word}" in text else "passed" if there else "failed",
        hidden=hidden,
        reason="strictly, no" if strictly else None if there else f"nobody said <{word}>\nanywhere",
        schedule=None if there else "0x3.1x2",
        coverage=("every schedule",),
    )


if __name__ == "__main__":
    main()
