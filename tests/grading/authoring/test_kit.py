"""The learners' kit: all that one needs is in it, nothing that one must not have, and it works on its own."""

import os
import shutil
import subprocess
import sys
import zipfile
from html.parser import HTMLParser
from pathlib import Path

import nbformat
import pytest

from course.grading.authoring.kit import FOLDER, build_kit, requirements
from course.grading.authoring.release import reference, regions
from course.grading.classroom import Classroom, GradingError
from tests.grading.small_course import REPOSITORY

pytestmark = pytest.mark.filterwarnings("ignore::sqlalchemy.exc.SAWarning")  # nbgrader's own

ANSWERED = "first-signal"


@pytest.fixture(scope="module")
def classroom(tmp_path_factory: pytest.TempPathFactory) -> Classroom:
    """The course as it is in the repository, without its tests."""
    root = tmp_path_factory.mktemp("course")
    for name in ("nbgrader_config.py", "requirements.txt", "LICENSE"):
        shutil.copy(REPOSITORY / name, root)
    for name in ("source", "release"):
        shutil.copytree(REPOSITORY / name, root / name, ignore=shutil.ignore_patterns(".*", "__pycache__"))
    return Classroom(root)


@pytest.fixture(scope="module")
def archive(classroom: Classroom) -> Path:
    return build_kit(classroom)


@pytest.fixture(scope="module")
def kit(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The unpacked kit."""
    folder = tmp_path_factory.mktemp("learner")
    shutil.unpack_archive(archive, folder)
    return folder / FOLDER


def files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.rglob("*")) if path.is_file()]


def test_it_holds_every_lesson_as_it_is_released(classroom: Classroom, kit: Path):
    release = classroom.folder("release")
    for path in files(release):
        assert (kit / "lessons" / path.relative_to(release)).read_bytes() == path.read_bytes()


def test_it_holds_no_solution_no_hidden_check_and_nothing_of_the_grading(classroom: Classroom, kit: Path):
    source = classroom.folder("source")
    secrets = {
        region
        for path in source.glob("*/*.ipynb")
        for cell in nbformat.read(path, as_version=4).cells
        for region in regions(cell.source)
    }
    secrets |= {
        line
        for path in source.glob("*/hidden/*.py")
        for line in path.read_text().splitlines()
        if line.startswith("def ")
    }
    assert len(secrets) > 20
    for path in files(kit):
        text = path.read_text("utf-8")
        assert not [secret for secret in secrets if secret in text], path
    assert not [path for path in files(kit) if {"hidden", "grading"} & set(path.relative_to(kit).parts)]
    assert not [line for line in (kit / "requirements.txt").read_text().splitlines() if line.startswith("nbgrader")]


def test_making_it_again_gives_the_same_bytes(classroom: Classroom, archive: Path):
    first = archive.read_bytes()
    assert build_kit(classroom).read_bytes() == first


def test_who_is_interrupted_keeps_the_archive_that_was_there(
    classroom: Classroom, archive: Path, monkeypatch: pytest.MonkeyPatch
):
    before = archive.read_bytes()

    def stopped(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr(zipfile.ZipFile, "writestr", stopped)
    with pytest.raises(KeyboardInterrupt):
        build_kit(classroom)
    assert archive.read_bytes() == before


def test_what_is_required_is_pinned_as_in_the_repository(classroom: Classroom):
    pinned = (REPOSITORY / "requirements.txt").read_text()
    for line in requirements(classroom):
        assert f"{line}\n" in pinned


def test_a_requirement_that_is_not_pinned_is_named(classroom: Classroom, tmp_path: Path):
    shutil.copy(REPOSITORY / "nbgrader_config.py", tmp_path)
    lines = (REPOSITORY / "requirements.txt").read_text().splitlines()
    (tmp_path / "requirements.txt").write_text("\n".join(line for line in lines if not line.startswith("greenlet=")))
    with pytest.raises(GradingError, match=r"requirements\.txt does not pin greenlet"):
        requirements(Classroom(tmp_path))


class Page(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.heads: list[str] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        if tag in ("h1", "h2", "h3"):
            self.heads.append(tag)

    def handle_data(self, data: str) -> None:
        self.words += data


def test_the_page_says_how_to_begin_and_names_every_notebook_in_order(kit: Path):
    page = Page((kit / "start-here.html").read_text("utf-8"))
    assert page.heads[0] == "h1"
    assert set(page.heads[1:]) == {"h2"}
    assert ".venv/bin/jupyter lab lessons/start/1-you-are-the-scheduler.ipynb" in page.words
    names = [path.name for lesson in ("start", "event") for path in sorted((kit / "lessons" / lesson).glob("*.ipynb"))]
    places = [page.words.rindex(name) for name in names]
    assert places == sorted(places)


def answer(path: Path, exercise: str) -> None:
    """Write the author's answer into the learner's notebook."""
    source = nbformat.read(REPOSITORY / "source" / path.parent.name / path.name, as_version=4)
    nb = nbformat.read(path, as_version=4)
    [right] = [cell for cell in source.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise]
    [mine] = [cell for cell in nb.cells if cell.metadata.get("nbgrader", {}).get("grade_id") == exercise]
    mine.source = reference(right.source)
    nbformat.write(nb, path)


def test_in_an_empty_environment_a_notebook_opens_and_a_check_passes(kit: Path):
    # The page's own two commands, with none of this environment's packages in sight.
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("PYTHON", "VIRTUAL_ENV"))}
    executable = os.path.realpath(sys.executable)
    subprocess.run([executable, "-m", "venv", ".venv"], cwd=kit, env=environment, check=True)
    python = kit / ".venv" / "bin" / "python"
    quiet = ["--quiet", "--disable-pip-version-check"]
    subprocess.run(
        [python, "-m", "pip", "install", *quiet, "-r", "requirements.txt"], cwd=kit, env=environment, check=True
    )
    notebook = kit / "lessons" / "event" / "1-one-signal.ipynb"
    answer(notebook, f"{ANSWERED}-solution")
    run = [kit / ".venv" / "bin" / "jupyter", "execute", "--inplace", "--allow-errors", notebook]
    subprocess.run(run, cwd=kit, env=environment, check=True, capture_output=True)
    outputs = {
        cell.source: [output.output_type for output in cell.outputs]
        for cell in nbformat.read(notebook, as_version=4).cells
        if cell.cell_type == "code"
    }
    assert outputs[f'check("{ANSWERED}")'] == ["display_data"]
    assert "error" in outputs['check("starting-gun")'], "it is not answered yet"
    assert not list(kit.rglob("site-packages/nbgrader"))
