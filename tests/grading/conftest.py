"""A fresh course for each test, copied from one that was released once."""

import shutil
from pathlib import Path

import pytest

from course.grading.classroom import Classroom
from tests.grading.small_course import make_course


@pytest.fixture(scope="session")
def released_course(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A released course, not to be changed."""
    return make_course(tmp_path_factory.mktemp("course")).root


@pytest.fixture
def classroom(released_course: Path, tmp_path: Path) -> Classroom:
    """A released course that nobody has handed anything in to."""
    return Classroom(shutil.copytree(released_course, tmp_path / "course"))
