"""``.ci/setup`` and ``.ci/need``: what they do, in which order, and when they do nothing.

The scripts are run in a folder of their own, on a PATH of stand-ins that write down how they were called:
nothing is installed here.
"""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
TOOLS = ("bash", "cat", "cksum", "dirname", "env", "head", "ln", "mkdir", "rm", "touch")

# A `uv` that makes an environment around the Python that it was told to take.
UV = """\
echo "uv $*" >> "$CALLS"
if [ "$1" = venv ]; then
    mkdir -p .venv/bin
    ln -s "$(command -v python3)" .venv/bin/python
fi
"""


class Folder:
    """A project folder, a PATH, and the calls that were made in it."""

    def __init__(self, place: Path) -> None:
        self.root = place / "project"
        self.path = place / "bin"
        self.calls_file = place / "calls"
        (self.root / ".ci").mkdir(parents=True)
        self.path.mkdir()
        for name in (".ci/setup", ".ci/need", "requirements.txt", "requirements.in", "pyproject.toml"):
            shutil.copy(ROOT / name, self.root / name)
        for tool in TOOLS:
            (self.path / tool).symlink_to(shutil.which(tool))

    def program(self, name: str, body: str) -> None:
        """Put a shell script called ``name`` on the PATH."""
        file = self.path / name
        file.write_text(f"#!/usr/bin/env bash\n{body}\n")
        file.chmod(0o755)

    def run(self, *command: str, **environment: str) -> subprocess.CompletedProcess[str]:
        self.calls_file.write_text("")
        return subprocess.run(
            ["bash", *command],
            cwd=self.root,
            env={"PATH": str(self.path), "CALLS": str(self.calls_file), **environment},
            capture_output=True,
            text=True,
        )

    @property
    def calls(self) -> list[str]:
        """What the last run called, without the arguments that say how."""
        return [" ".join(line.split()[:3]) for line in self.calls_file.read_text().splitlines()]


@pytest.fixture
def folder(tmp_path):
    made = Folder(tmp_path)
    made.program("python3", f'exec "{sys.executable}" "$@"')
    made.program("uv", UV)
    return made


FROM_NOTHING = ["uv venv --quiet", "uv pip install", "uv pip install"]
IN_PLACE = ["uv pip install", "uv pip install"]


def test_an_environment_is_made_once(folder):
    first = folder.run(".ci/setup")
    assert (first.returncode, folder.calls) == (0, FROM_NOTHING), first.stderr
    again = folder.run(".ci/setup")
    assert (again.returncode, again.stdout, folder.calls) == (0, "", [])


def test_a_changed_pin_is_installed_into_the_environment(folder):
    folder.run(".ci/setup")
    with (folder.root / "requirements.txt").open("a") as file:
        file.write("new==1.0\n")
    folder.run(".ci/setup")
    assert folder.calls == IN_PLACE


def test_a_checkout_that_changes_times_alone_changes_nothing(folder):
    folder.run(".ci/setup")
    for name in ("requirements.txt", "pyproject.toml"):
        os.utime(folder.root / name, (2_000_000_000, 2_000_000_000))
    folder.run(".ci/setup")
    assert folder.calls == []


def test_an_environment_that_moved_is_made_anew(folder):
    folder.run(".ci/setup")
    folder.root = folder.root.rename(folder.root.with_name("elsewhere"))
    folder.run(".ci/setup")
    assert folder.calls == FROM_NOTHING


def test_an_installation_that_failed_is_not_taken_for_a_ready_one(folder):
    folder.program("uv", UV + 'if [ "$1" = pip ]; then exit 2; fi')
    assert folder.run(".ci/setup").returncode == 2
    folder.program("uv", UV)
    folder.run(".ci/setup")
    assert folder.calls == FROM_NOTHING


def test_an_update_that_failed_leaves_nothing_that_looks_ready(folder):
    folder.run(".ci/setup")
    pins = folder.root / "requirements.txt"
    before = pins.read_text()
    pins.write_text(before + "nowhere==1.0\n")
    folder.program("uv", UV + 'if [ "$1" = pip ]; then exit 2; fi')
    assert folder.run(".ci/setup").returncode == 2
    pins.write_text(before)
    folder.program("uv", UV)
    folder.run(".ci/setup")
    assert folder.calls == FROM_NOTHING


def test_an_interpreter_that_the_course_does_not_support_is_refused_by_name(folder):
    folder.program("python2", "exit 1")
    refused = folder.run(".ci/setup", PYTHON="python2")
    assert refused.returncode == 1
    assert refused.stderr.startswith("PYTHON=python2 is no Python 3.11, 3.12 or 3.13")
    assert folder.calls == []


def test_an_interpreter_that_was_asked_for_and_is_there_already_changes_nothing(folder):
    folder.run(".ci/setup")
    folder.run(".ci/setup", PYTHON="python3")
    assert folder.calls == []


def test_without_any_python_the_sentence_says_what_to_install(folder):
    for name in ("python3", "uv"):
        (folder.path / name).unlink()
    refused = folder.run(".ci/setup")
    assert refused.returncode == 1
    assert "needs Python 3.11, 3.12 or 3.13" in refused.stderr


NEED = (".ci/need", "chromium", "the test in a browser", "chromium", "google-chrome")


def test_a_program_that_is_there_is_all_that_is_needed(folder):
    folder.program("google-chrome", "")
    folder.program("apt-get", 'echo "apt-get $*" >> "$CALLS"')
    done = folder.run(*NEED)
    assert (done.returncode, done.stdout, folder.calls) == (0, "", [])


def test_root_installs_the_package_that_is_missing(folder):
    folder.program("id", "echo 0")
    folder.program("apt-get", 'echo "apt-get $1 ${*: -1}" >> "$CALLS"')
    done = folder.run(*NEED)
    assert (done.returncode, folder.calls) == (0, ["apt-get install chromium"]), done.stderr


def test_a_list_of_packages_that_is_too_old_is_renewed(folder):
    folder.program("id", "echo 0")
    folder.program(
        "apt-get",
        'echo "apt-get $1 ${*: -1}" >> "$CALLS"; [ "$1" = update ] && touch "$CALLS.new" || [ -e "$CALLS.new" ]',
    )
    folder.run(*NEED)
    assert folder.calls == ["apt-get install chromium", "apt-get update -qq", "apt-get install chromium"]


@pytest.mark.parametrize("system", ["not Debian", "a password is asked for"])
def test_where_nothing_can_be_installed_a_sentence_says_what_to_get(folder, system):
    if system == "a password is asked for":
        folder.program("id", "echo 1000")
        folder.program("sudo", "exit 1")
        folder.program("apt-get", 'echo "apt-get $*" >> "$CALLS"')
    done = folder.run(*NEED)
    assert (done.returncode, folder.calls) == (0, [])
    assert "the test in a browser needs chromium" in done.stderr
    assert "sudo apt-get install chromium" in done.stderr
