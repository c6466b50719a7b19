"""The file of verdicts: what it keeps, what it does not, and what it says when it cannot be used."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from course.grading.judging.store import BadStore, Store, key
from course.model import Check, Submission, Verdict

PASSED = Verdict("ring", (Check("test_ring", "Somebody rings", 1.0, "passed"),))
UNSURE = Verdict("ring", (Check("test_ring", "Somebody rings", 1.0, "review"),))
PAPER = Submission("house", "1-door", ("def ring(): ...",), ("ring",))


def test_a_verdict_is_known_to_whoever_opens_the_file(tmp_path: Path):
    Store(tmp_path / "verdicts.db").keep([("a key", PASSED)])
    assert Store(tmp_path / "verdicts.db").known({"ring": "a key", "knock": "another"}) == {"ring": PASSED}


def test_what_needs_review_is_not_kept(tmp_path: Path):
    store = Store(tmp_path / "verdicts.db")
    store.keep([("a key", UNSURE)])
    assert store.known({"ring": "a key"}) == {}


def test_a_damaged_verdict_is_not_known(tmp_path: Path):
    store = Store(tmp_path / "verdicts.db")
    store._do("INSERT INTO verdicts VALUES (?, ?)", ("a key", b"scribble"))
    assert store.known({"ring": "a key"}) == {}


def test_a_file_that_is_no_store_is_named_with_what_to_do(tmp_path: Path):
    (tmp_path / "verdicts.db").write_text("scribble" * 1000)
    with pytest.raises(BadStore, match=r"verdicts\.db cannot be used .*; delete it, and nothing is lost"):
        Store(tmp_path / "verdicts.db")


def test_the_key_tells_whatever_could_change_the_verdict():
    keys = {
        key(PAPER, "ring", "checks"),
        key(PAPER, "knock", "checks"),
        key(PAPER, "ring", "other checks"),
        key(PAPER, "ring", "checks", confined=False),
        key(Submission("house", "1-door", ("def ring(): pass",), ("ring",)), "ring", "checks"),
        key(Submission("garden", "1-door", PAPER.cells, ("ring",)), "ring", "checks"),
    }
    assert len(keys) == 6
    assert key(Submission("house", "2-bell", PAPER.cells, ("ring", "knock")), "ring", "checks") in keys


def test_what_a_dead_process_began_is_cut_off_and_what_a_living_one_began_is_not(tmp_path: Path):
    store = Store(tmp_path / "verdicts.db")
    program = f"""
from pathlib import Path
from course.grading.judging.store import Store
store = Store(Path({str(tmp_path / "verdicts.db")!r}))
store.begin("autograded/ada/house")
store.begin("autograded/ben/house")
store.finish("autograded/ben/house")
"""
    subprocess.run(
        [sys.executable, "-c", program], check=True, env={**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    )
    store.begin("autograded/cyd/house")
    names = ("ada", "ben", "cyd", "dee")
    assert [store.cut_off(f"autograded/{name}/house") for name in names] == [True, False, False, False]
