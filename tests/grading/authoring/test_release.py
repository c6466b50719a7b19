"""release/ is what nbgrader makes of source/ today, the same bytes each time, and gives nothing away."""

import json
import shutil
from pathlib import Path

import nbformat
import pytest

from course.grading.__main__ import main
from course.grading.authoring.release import build, differences, leaks, reference, regions
from course.grading.classroom import Classroom, GradingError
from tests.grading.small_course import LESSON, NOTEBOOK, REPOSITORY, cell, released


def source(classroom: Classroom) -> Path:
    return classroom.folder("source", assignment=LESSON)


def release(classroom: Classroom) -> Path:
    return classroom.folder("release", assignment=LESSON)


def test_the_committed_release_is_fresh():
    assert differences(Classroom(REPOSITORY)) == ()


def test_the_committed_release_gives_nothing_away():
    classroom = Classroom(REPOSITORY)
    assert classroom.assignments
    for assignment in classroom.assignments:
        assert (
            leaks(classroom.folder("source", assignment=assignment), classroom.folder("release", assignment=assignment))
            == ()
        )


def test_a_release_holds_the_public_files_and_stubs(classroom: Classroom):
    assert sorted(path.name for path in release(classroom).iterdir()) == [NOTEBOOK, "scenarios.py", "test_words.py"]
    assert "raise NotImplementedError()" in cell(released(classroom), "first-solution").source
    assert 'word = "right' not in (release(classroom) / NOTEBOOK).read_text()


def test_the_programs_of_a_lesson_are_released_with_it_and_those_of_its_hidden_checks_are_not(classroom: Classroom):
    for folder in (source(classroom) / "programs", source(classroom) / "hidden" / "programs"):
        folder.mkdir()
        (folder / "two_printers.py").write_text("print(1)\n")
    assert build(classroom) == ("release/words/programs/two_printers.py is missing",)
    assert (release(classroom) / "programs" / "two_printers.py").read_text() == "print(1)\n"
    assert not (release(classroom) / "hidden").exists()


def test_building_twice_changes_nothing(classroom: Classroom):
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in release(classroom).iterdir()}
    assert build(classroom) == ()
    assert {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in release(classroom).iterdir()} == before


def test_what_is_out_of_date_is_named_and_brought_up_to_date(classroom: Classroom):
    (release(classroom) / "scenarios.py").write_text("def say(word, loudly): ...\n")
    (release(classroom) / "test_words.py").unlink()
    (release(classroom) / "notes.txt").write_text("mine")
    said = (
        "release/words/notes.txt is no longer made",
        "release/words/scenarios.py is out of date",
        "release/words/test_words.py is missing",
    )
    assert differences(classroom) == said
    assert build(classroom) == said
    assert differences(classroom) == ()


def test_a_lesson_that_is_gone_goes_from_the_release(classroom: Classroom):
    shutil.copytree(release(classroom), classroom.root / "release" / "old")
    (classroom.root / "release" / "README.md").write_text("What students get.")
    assert "release/old/scenarios.py is no longer made" in build(classroom)
    assert differences(classroom) == ()
    assert (classroom.root / "release" / "README.md").exists()


def test_what_jupyter_leaves_behind_is_not_part_of_a_release(classroom: Classroom):
    for folder in (source(classroom), release(classroom)):
        (folder / ".ipynb_checkpoints").mkdir()
        (folder / ".ipynb_checkpoints" / NOTEBOOK).write_text("{}")
    assert differences(classroom) == ()


@pytest.mark.parametrize(
    ("name", "text", "said"),
    [
        ("hidden/test_words.py", "", "test_words.py lies in a folder that must stay private"),
        ("helpers.py", "def test_care(explore): ...", "helpers.py holds a hidden check: test_care"),
        ("notes.md", 'So:\n    word = "done"\n    return word\n', 'notes.md holds a solution: word = "done"'),
        ("notes.md", 'word = "done"\nreturn word\n', 'notes.md holds a solution: word = "done"'),
    ],
)
def test_what_gives_something_away_is_named(classroom: Classroom, name: str, text: str, said: str):
    path = release(classroom) / name
    path.parent.mkdir(exist_ok=True)
    path.write_text(text)
    assert said in leaks(source(classroom), release(classroom))


def test_a_solution_left_in_a_cell_of_the_lesson_is_never_released(classroom: Classroom):
    path = source(classroom) / NOTEBOOK
    nb = nbformat.read(path, as_version=4)
    nb.cells[0].source += '\n\n    word = "done"\n    return word\n'
    nbformat.write(nb, path)
    with pytest.raises(GradingError, match=f"would give away what is private: {NOTEBOOK} holds a solution"):
        build(classroom)
    assert "done" not in (release(classroom) / NOTEBOOK).read_text()


def test_a_lesson_without_cell_ids_is_refused(classroom: Classroom):
    path = source(classroom) / NOTEBOOK
    nb = json.loads(path.read_text())
    del nb["cells"][1]["id"]
    path.write_text(json.dumps(nb))
    with pytest.raises(GradingError, match="cell 2 has no id"):
        build(classroom)


def test_nbgraders_reason_for_not_releasing_is_passed_on(classroom: Classroom):
    path = source(classroom) / NOTEBOOK
    nb = nbformat.read(path, as_version=4)
    cell(nb, "first").metadata.nbgrader["grade_id"] = "second"
    nbformat.write(nb, path)
    with pytest.raises(GradingError, match=r"GenerateAssignment failed on 'words': .*Duplicate grade id: second"):
        build(classroom)


def test_checking_the_release_changes_nothing_and_fails_if_it_is_stale(
    classroom: Classroom, capsys: pytest.CaptureFixture[str]
):
    assert main(["--root", str(classroom.root), "release", "--check"]) == 0
    stale = release(classroom) / "scenarios.py"
    stale.write_text("")
    assert main(["--root", str(classroom.root), "release", "--check"]) == 1
    assert "release/words/scenarios.py is out of date" in capsys.readouterr().out
    assert stale.read_text() == ""
    assert main(["--root", str(classroom.root), "release"]) == 0
    assert main(["--root", str(classroom.root), "release", "--check"]) == 0


def test_every_region_of_a_solution_is_found_and_the_reference_is_without_marks():
    begin, end = "### BEGIN SOLUTION\n", "### END SOLUTION\n"
    text = f"def a():\n    {begin}    x\n    y\n    {end}{begin}z\n{end}"
    assert regions(text) == ("    x\n    y", "z")
    assert reference(text) == "def a():\n    x\n    y\nz"
