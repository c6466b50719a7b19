"""Print the table of the wrong solutions: which finding is due, and which is the first that is shown.

``python -m tests.catalogue`` ends with status 1 if one that is due is not shown.
"""

from __future__ import annotations

import sys

from course.checking.explorer import ChildExplorer
from tests.catalogue.test_catalogue import ENTRIES, EXERCISES, first_findings, judged

ROW = "{:<45} {:<18} {}"


def main() -> int:
    missing = 0
    print(ROW.format("solution", "finding due", "first shown, by so many of the failed checks"))
    with ChildExplorer() as explorer:
        for entry in (entry for entry in ENTRIES if entry.kind == "wrong"):
            verdict = judged(EXERCISES[entry.assignment, entry.exercise], entry.text, explorer)
            first = list(first_findings(verdict).values())
            failed = sum(check.status == "failed" for check in verdict.checks)
            shown = ", ".join(f"{kind} ({first.count(kind)} of {failed})" for kind in dict.fromkeys(first))
            print(ROW.format(f"{entry.assignment}/{entry.exercise}/{entry.name}", entry.finding or "-", shown or "-"))
            missing += entry.finding is not None and entry.finding not in first
    print(f"{missing} missing" if missing else "Each finding that is due is shown first.")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(main())
