"""Binder opens the repository in the first lesson: what repo2docker runs there, run here."""

from __future__ import annotations

import os
import shutil
import subprocess
import urllib.request
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.browser.lab import ROOT, running_lab

BINDER = ROOT / ".binder"


@pytest.fixture
def built(tmp_path: Path) -> Path:
    """The prefix of the environment, after postBuild; pip, which would change this environment, stands aside."""
    pip = tmp_path / "bin" / "pip"
    pip.parent.mkdir()
    pip.write_text('#!/bin/sh\necho "$@" >> "$NB_PYTHON_PREFIX/asked"\n')
    pip.chmod(0o755)
    prefix = tmp_path / "prefix"
    prefix.mkdir()
    path = os.pathsep.join([str(pip.parent), os.environ["PATH"]])
    subprocess.run([BINDER / "postBuild"], cwd=ROOT, env={"PATH": path, "NB_PYTHON_PREFIX": str(prefix)}, check=True)
    return prefix


def test_the_course_itself_is_installed(built: Path) -> None:
    assert (built / "asked").read_text().split()[-2:] == ["-e", "."]


def test_the_requirements_and_the_python_are_those_of_the_repository() -> None:
    [line] = [line for line in (BINDER / "requirements.txt").read_text().splitlines() if not line.startswith("#")]
    assert (BINDER / line.removeprefix("-r ")).resolve() == ROOT / "requirements.txt"
    assert (BINDER / "runtime.txt").read_text() in ("python-3.11\n", "python-3.12\n", "python-3.13\n")


def test_jupyterlab_opens_with_the_first_lesson(built: Path, tmp_path: Path) -> None:
    with running_lab(tmp_path / "lab", configured=built / "etc" / "jupyter") as lab:
        shutil.copytree(ROOT / "release", lab.folder / "release")
        with urllib.request.urlopen(f"{lab.address}?token={lab.token}") as page:
            path = unquote(urlsplit(page.url).path)
    opened = path.removeprefix("/lab/tree/")
    assert opened != path
    first = min(path.relative_to(ROOT).as_posix() for path in (ROOT / "release" / "start").glob("*.ipynb"))
    assert opened == first
