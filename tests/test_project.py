"""What the repository promises about itself: its walls, its pins, its pages and its make targets."""

import ast
import re
import shutil
import subprocess
import sys
import tomllib
import zipfile
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.specifiers import SpecifierSet
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
PYTHONS = [f"3.{minor}" for minor in range(8, 30) if f"3.{minor}" in SpecifierSet(PROJECT["requires-python"])]

# --- the rooms ----------------------------------------------------------------------------------

# What each room may import.  A room may always import itself; "course" is the front door, course/__init__.py.
BELOW_EXPLAIN = {"simulation", "search", "explain", "model"}
MAY_IMPORT = {
    "model": set(),
    "simulation": {"model"},
    "search": {"simulation", "model"},
    "explain": {"search", "simulation", "model"},
    "course": BELOW_EXPLAIN,
    "checking": BELOW_EXPLAIN | {"course"},
    "notebook": BELOW_EXPLAIN | {"course", "checking"},
    "grading": BELOW_EXPLAIN | {"course", "checking"},
}
# Within grading there are rooms again; the modules beside them may import whatever they like of these.
IN_GRADING = {
    "sandbox": set[str](),
    "judging": {"sandbox"},
    "submissions": {"judging"},
    "autograde": {"submissions", "judging", "sandbox"},
}

# The explorer could be a library of its own: it knows nothing of these.
ENGINE = {"model", "simulation", "search", "explain"}
FACES_ONLY = {"IPython", "ipykernel", "jupyterlab", "nbconvert", "nbformat", "nbgrader", "pytest", "distributed"}


def room_of(dotted: str) -> str:
    """The room that a module's full name belongs to: "course.search.bounded" is in "search"."""
    parts = dotted.split(".")
    return parts[1] if len(parts) > 1 and parts[1] in MAY_IMPORT else "course"


def imported(source: str, module: str, *, package: bool) -> Iterator[tuple[int, str]]:
    """Line and full name of everything that ``module`` imports, at whatever depth the statement stands."""
    home = module if package else module.rpartition(".")[0]
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, alias.name
        elif isinstance(node, ast.ImportFrom):
            base = node.module or ""
            if node.level:
                parts = home.split(".")
                above = ".".join(parts[: len(parts) - node.level + 1])
                base = f"{above}.{base}" if base else above
            for alias in node.names:
                # `from course import search` names a room, `from course import explore` a thing of the front door.
                yield node.lineno, f"{base}.{alias.name}" if base == "course" and alias.name in MAY_IMPORT else base


def broken_walls(source: str, module: str, *, package: bool = False) -> list[str]:
    """Each import of ``module`` that goes the wrong way, as "line: name"."""
    room = room_of(module)
    broken = []
    for line, name in imported(source, module, package=package):
        top = name.split(".")[0]
        if top == "course":
            wrong = room_of(name) not in MAY_IMPORT[room] | {room}
        else:
            wrong = room in ENGINE and top in FACES_ONLY
        if wrong:
            broken.append(f"{line}: {name}")
    return broken


def course_modules() -> list[tuple[Path, str, bool]]:
    """File, full name, and whether it is a package, of each module of the course."""
    modules = []
    for file in sorted((ROOT / "course").rglob("*.py")):
        package = file.name == "__init__.py"
        parts = file.relative_to(ROOT).with_suffix("").parts
        modules.append((file, ".".join(parts[:-1] if package else parts), package))
    return modules


def test_imports_between_the_rooms_run_one_way():
    broken = {
        str(file.relative_to(ROOT)): found
        for file, module, package in course_modules()
        if (found := broken_walls(file.read_text(), module, package=package))
    }
    assert not broken


def broken_walls_of_grading(source: str, module: str, *, package: bool = False) -> list[str]:
    """Each import of grading's that goes the wrong way between its own rooms, as "line: name"."""
    room = module.split(".")[2]
    return [
        f"{line}: {name}"
        for line, name in imported(source, module, package=package)
        if name.startswith("course.grading")
        and name.split(".")[2:3] not in [[each] for each in IN_GRADING[room] | {room}]
    ]


def test_imports_between_the_rooms_of_grading_run_one_way():
    rooms = [
        each
        for each in course_modules()
        if each[1].startswith("course.grading.") and each[1].split(".")[2] in IN_GRADING
    ]
    assert {module.split(".")[2] for _, module, _ in rooms} == set(IN_GRADING)
    assert not [
        f"{file.relative_to(ROOT)}:{found}"
        for file, module, package in rooms
        for found in broken_walls_of_grading(file.read_text(), module, package=package)
    ]


@pytest.mark.parametrize(
    ("source", "found"),
    [
        ("from course.grading.sandbox.walls import Sandbox", []),
        ("from course.grading.autograde.run import Run", ["1: course.grading.autograde.run"]),
        ("from course.grading.classroom import Classroom", ["1: course.grading.classroom"]),
        ("from course.grading import judging", ["1: course.grading"]),
    ],
)
def test_a_wall_within_grading_that_is_broken_is_seen(source, found):
    assert broken_walls_of_grading(source, "course.grading.judging.judge") == found


def test_every_folder_of_the_package_is_a_room_with_a_place_in_the_order():
    folders = {file.relative_to(ROOT / "course").parts[0] for file, _, _ in course_modules()}
    assert {name.removesuffix(".py") for name in folders} - {"__init__"} <= set(MAY_IMPORT)


@pytest.mark.parametrize(
    ("module", "source", "found"),
    [
        ("course.search.bounded", "from course.explain import table_text", ["1: course.explain"]),
        ("course.search.bounded", "from ..explain import table_text", ["1: course.explain"]),
        ("course.search.bounded", "from .. import explain", ["1: course.explain"]),
        (
            "course.search.bounded",
            "def late():\n    import course.grading.regrade",
            ["2: course.grading.regrade"],
        ),
        ("course.search.bounded", "from course import explore", ["1: course"]),
        ("course.search.bounded", "from course import simulation, model", []),
        ("course.search.bounded", "from .order import Order\nimport course.model", []),
        ("course.simulation.clock", "import pytest", ["1: pytest"]),
        ("course.checking.plugin", "import pytest\nfrom course import explore", []),
        ("course.notebook.magics", "from course.grading import demo", ["1: course.grading"]),
        ("course.grading.demo", "from course.notebook import check", ["1: course.notebook"]),
    ],
)
def test_a_wall_that_is_broken_is_seen(module, source, found):
    assert broken_walls(source, module) == found


def test_a_package_counts_its_relative_imports_from_itself():
    assert broken_walls("from .plugin import explore", "course.checking", package=True) == []
    assert broken_walls("from ..grading import demo", "course.checking", package=True) == ["1: course.grading"]


# --- what is installed --------------------------------------------------------------------------


def requirements(name: str) -> list[str]:
    """The lines of a requirements file, without comments."""
    lines = (re.sub(r"(^|\s)#.*", "", line).strip() for line in (ROOT / name).read_text().splitlines())
    return [line for line in lines if line]


def pins() -> list[Requirement]:
    return [Requirement(line) for line in requirements("requirements.txt")]


def named(name: str = "requirements.in") -> set[str]:
    return {canonicalize_name(Requirement(line).name) for line in requirements(name)}


def test_each_line_of_requirements_txt_is_one_exact_version_and_nothing_else():
    # No option, no address: where packages come from is the business of whoever installs them.
    loose = [line for line in requirements("requirements.txt") if not re.fullmatch(r"[\w.-]+==[\w.]+( ; .+)?", line)]
    assert not loose


@pytest.mark.parametrize("version", PYTHONS)
def test_everything_that_requirements_in_names_is_pinned_once(version):
    environment = {"python_version": version, "python_full_version": f"{version}.9"}
    here = [canonicalize_name(pin.name) for pin in pins() if pin.marker is None or pin.marker.evaluate(environment)]
    assert named() <= set(here)
    assert len(here) == len(set(here))


def test_what_is_installed_is_what_is_pinned():
    wanted = {pin.name: str(pin.specifier) for pin in pins() if pin.marker is None or pin.marker.evaluate()}
    assert {name: f"=={metadata.version(name)}" for name in wanted} == wanted


def our_modules() -> Iterator[Path]:
    """All Python files but the programs to be judged: those of learners, in lessons and in catalogues."""
    yield from (file for file, _, _ in course_modules())
    yield ROOT / "nbgrader_config.py"
    for file in [*(ROOT / "tests").rglob("*.py"), *(ROOT / "benchmarks").rglob("*.py")]:
        inside = file.relative_to(ROOT).parts[1:-1]
        if len(inside) < 2 or inside[0] not in {"catalogue", "attacks"}:
            yield file


def test_whatever_we_import_is_named_in_requirements_in():
    # What merely came along with another package may go away with it.
    providers = metadata.packages_distributions()
    ours = {"course", "tests", "benchmarks", "docs", "solution"}
    unnamed = set()
    for file in our_modules():
        peer = f"benchmarks/requirements-{file.stem}.txt"  # an adapter runs in an environment of its own
        may = named() | (named(peer) if file.parent.name == "peers" and (ROOT / peer).exists() else set())
        for line, name in imported(file.read_text(), "tests.here", package=False):
            top = name.partition(".")[0]
            packages = {canonicalize_name(package) for package in providers.get(top, [top])}
            if top not in sys.stdlib_module_names and top not in ours and not packages & may:
                unnamed.add(f"{file.relative_to(ROOT)}:{line}: {top}")
    assert not unnamed


def test_an_installed_copy_has_every_file_of_the_package(tmp_path):
    # An editable installation would not show that one is missing.
    copy = tmp_path / "project"
    shutil.copytree(ROOT / "course", copy / "course", ignore=shutil.ignore_patterns("__pycache__"))
    for name in ("pyproject.toml", "requirements.in", "README.md", "LICENSE"):
        shutil.copy(ROOT / name, copy)
    build = f"from setuptools.build_meta import build_wheel; build_wheel({str(tmp_path)!r})"
    subprocess.run([sys.executable, "-c", build], cwd=copy, check=True, capture_output=True)
    (wheel,) = tmp_path.glob("course-*.whl")
    packed = {name for name in zipfile.ZipFile(wheel).namelist() if name.startswith("course/")}
    assert packed == {str(file.relative_to(copy)) for file in (copy / "course").rglob("*") if file.is_file()}


def test_every_page_and_script_names_the_same_pythons():
    first, *between, last = PYTHONS
    said = f"{', '.join([first, *between])} or {last}"
    for name in ("README.md", "CONTRIBUTING.md", "Makefile", ".ci/setup"):
        assert said in (ROOT / name).read_text(), name
    bounds = "({}) <= sys.version_info[:2] <= ({})".format(*(v.replace(".", ", ") for v in (first, last)))
    assert bounds in (ROOT / ".ci/setup").read_text()


# --- pages and targets --------------------------------------------------------------------------


def tracked() -> list[str]:
    """The files that git knows; the test is left out where there is no repository, as in an archive."""
    git = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True)
    if git.returncode:
        pytest.skip(f"not a git repository: {git.stderr.strip()}")
    return git.stdout.split("\0")[:-1]


def pages() -> list[Path]:
    return [ROOT / name for name in tracked() if name.endswith(".md") and (ROOT / name).is_file()]


def make_targets() -> dict[str, str]:
    """The targets of the Makefile, each with its line of help."""
    return dict(re.findall(r"^([a-z]+):[^=\n]*?  ## (.+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))


def targets_said(page: str) -> set[str]:
    """The targets that a page tells its reader to make: in indented lines and in `code`."""
    commands = re.findall(r"^ {4}(.+)$", page, re.MULTILINE) + re.findall(r"`([^`\n]+)`", page)
    said = set()
    for command in commands:
        for words in re.findall(r"(?:^|\s)make((?: +[a-z]+\b(?!=))+)", command.split("#")[0]):
            said |= set(words.split())
    return said


def test_every_target_that_a_page_names_exists():
    unknown = {str(page.relative_to(ROOT)): targets_said(page.read_text()) - set(make_targets()) for page in pages()}
    assert {page: names for page, names in unknown.items() if names} == {}


def test_targets_are_read_out_of_a_page():
    page = "Run\n\n    PYTHON=python3.13 make setup test   # make it so\n\nand `make bench`, which make use of it."
    assert targets_said(page) == {"setup", "test", "bench"}


def test_the_front_page_names_the_two_commands_on_its_first_screen():
    first_screen = "\n".join((ROOT / "README.md").read_text().splitlines()[:20])
    assert {"grade", "test"} <= targets_said(first_screen)


def test_the_example_on_the_front_page_prints_what_the_page_says():
    text = (ROOT / "README.md").read_text()
    (program,) = re.findall(r"^```python\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    (said,) = re.findall(r"^prints\n\n```\n(.*?)^```$", text, re.MULTILINE | re.DOTALL)
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True)
    assert (run.stdout, run.stderr) == (said, "")


def test_every_target_has_a_line_of_help():
    phony = set(re.findall(r"^\.PHONY: ([a-z]+)$", (ROOT / "Makefile").read_text(), re.MULTILINE))
    assert phony == set(make_targets())


def test_make_alone_lists_every_target():
    listed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    for target, help_line in make_targets().items():
        assert re.search(rf"^ +{target} +{re.escape(help_line)}$", listed, re.MULTILINE), target


def test_every_link_to_a_file_leads_to_one():
    dead = []
    for page in pages():
        for target in re.findall(r"\]\(([^)\s]+)\)", page.read_text()):
            if not re.match(r"[a-z]+:|#", target) and not (page.parent / target.partition("#")[0]).exists():
                dead.append(f"{page.relative_to(ROOT)}: {target}")
    assert not dead


def test_every_page_of_the_documentation_is_in_its_index():
    index = (ROOT / "docs" / "README.md").read_text()
    missing = [name for name in tracked() if re.fullmatch(r"docs/[^/]+\.md", name) and name != "docs/README.md"]
    assert [name for name in missing if f"]({name.removeprefix('docs/')})" not in index] == []


# --- what git keeps -----------------------------------------------------------------------------

GENERATED = re.compile(
    r"""(^|/)(__pycache__|\.ipynb_checkpoints|\.venv|\.\w+_cache|[^/]+\.egg-info)/
      | \.py[co]$ | ^gradebook\.db | ^(submitted|feedback|my-lessons)/ | ^autograded/(?!README\.md$)""",
    re.VERBOSE,
)


def test_no_generated_file_and_no_students_work_is_tracked():
    assert [name for name in tracked() if GENERATED.search(name)] == []


@pytest.mark.parametrize(
    ("name", "generated"),
    [
        ("submitted/ada/event/1-one-signal.ipynb", True),
        ("autograded/ada/event/1-one-signal.ipynb", True),
        ("autograded/README.md", False),
        ("feedback/ada/event/1-one-signal.html", True),
        ("my-lessons/event/1-one-signal.ipynb", True),
        ("gradebook.db-journal", True),
        ("course/search/__pycache__/bounded.cpython-311.pyc", True),
        ("release/event/1-one-signal.ipynb", False),
    ],
)
def test_git_ignores_what_is_generated(name, generated):
    assert bool(GENERATED.search(name)) is generated
    git = subprocess.run(["git", "check-ignore", "--quiet", "--no-index", name], cwd=ROOT)
    if git.returncode > 1:
        pytest.skip("not a git repository")
    assert (git.returncode == 0) is generated
