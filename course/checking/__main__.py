"""The judge as a process: a Submission (JSON) on standard input, its verdicts (JSON) on standard output.

``python -m course.checking --folder source/event [--hidden]``.  The exit status is 0 if there are verdicts, whatever
they say, and 2, with a sentence on standard error, if the submission or the checks cannot be read.
"""

from __future__ import annotations

import argparse
import logging
import os
import sys
from pathlib import Path

from course.checking.explorer import ChildExplorer
from course.checking.judge import BadChecks, NoSuchExercise, judge
from course.model import BadRecord, Submission, from_json, to_json

__all__ = ["main"]


def main() -> int:
    """Judge the submission on standard input."""
    parser = argparse.ArgumentParser(prog="python -m course.checking", description="Judge a submission.")
    parser.add_argument("--folder", type=Path, required=True, help="the lesson's folder, such as source/event")
    parser.add_argument("--hidden", action="store_true", help="run the hidden checks too")
    arguments = parser.parse_args()
    logging.basicConfig(stream=sys.stderr, format="%(name)s: %(message)s")
    # Nothing but the verdicts may reach standard output, whatever a check or a library prints.
    with os.fdopen(os.dup(1), "wb") as answer, ChildExplorer() as explorer:
        os.dup2(2, 1)
        try:
            submission = from_json(sys.stdin.buffer.read(), Submission)
            verdicts = judge(submission, arguments.folder.resolve(), explorer, arguments.hidden, readable=True)
        except (BadRecord, BadChecks, NoSuchExercise) as error:
            print(f"course.checking: {error}", file=sys.stderr)
            return 2
        answer.write(to_json(verdicts))
    return 0


if __name__ == "__main__":
    sys.exit(main())
