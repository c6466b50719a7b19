"""Files that are written whole or not at all."""

from pathlib import Path

import pytest

from course.grading.authoring.drafts import read, write
from course.grading.classroom import GradingError


def test_all_are_written_with_the_folders_that_they_need(tmp_path: Path):
    files = {tmp_path / "a": b"new", tmp_path / "deep" / "down" / "b": b"too"}
    (tmp_path / "a").write_bytes(b"old")
    write(files)
    assert {path: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == files


def test_if_one_cannot_be_written_the_others_stay_as_they_are(tmp_path: Path):
    (tmp_path / "a").write_bytes(b"old")
    (tmp_path / "file").touch()
    with pytest.raises(GradingError, match="cannot be written"):
        write({tmp_path / "a": b"new", tmp_path / "file" / "b": b"too"})
    assert (tmp_path / "a").read_bytes() == b"old"
    assert sorted(path.name for path in tmp_path.iterdir()) == ["a", "file"]


def test_what_is_not_there_is_named(tmp_path: Path):
    with pytest.raises(GradingError, match=r"/a cannot be read: No such file"):
        read(tmp_path / "a")
