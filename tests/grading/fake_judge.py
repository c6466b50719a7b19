"""A judge that looks for words instead of running schedules; the answers' words say what it does.

Exercise `first` has a public check of 2 points ("right" must stand in some cell) and a hidden one of
1 point ("careful"); `second` has one public check of 1 point ("done").  With `--thirds`, everything is
worth a third.
"""

import sys
import threading

from course.model import Check, Submission, Verdict, from_json, to_json

CHECKS = {
    "first": (("test_word", 2.0, False, "right"), ("test_care", 1.0, True, "careful")),
    "second": (("test_done", 1.0, False, "done"),),
    "third": (("test_thrice", 1.0, False, "thrice"),),
}


SHARE = 3 if "--thirds" in sys.argv else 1


def main() -> None:
    assert sys.argv[-3] == "--folder"
    assert sys.argv[-1] == "--hidden"
    submission = from_json(sys.stdin.buffer.read(), Submission)
    text = "\n".join(submission.cells)
    if "judge-hangs" in text:
        threading.Event().wait()
    if "judge-dies" in text:
        sys.exit("the judge broke its gavel")
    if "judge-babbles" in text:
        print("all of them are guilty")
        return
    sys.stdout.buffer.write(to_json([verdict(exercise, text) for exercise in submission.exercises]))


def verdict(exercise: str, text: str) -> Verdict:
    return Verdict(
        exercise,
        tuple(
            Check(
                name=name,
                title=f"The answer says {word!r}",
                points=points / SHARE,
                status="review" if f"unsure-{word}" in text else "passed" if word in text else "failed",
                hidden=hidden,
                reason=None if word in text else f"nobody said <{word}>\nanywhere",
                schedule=None if word in text else "0x3.1x2",
                coverage=("every schedule",),
            )
            for name, points, hidden, word in CHECKS.get(exercise, ())
        ),
        problems=("cell 2, line 1: '(' was never closed",) if "broken(" in text else (),
    )


if __name__ == "__main__":
    main()
