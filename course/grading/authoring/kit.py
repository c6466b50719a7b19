"""The learners' kit: one archive with all that somebody needs who has nothing but a computer with Python.

It holds the lessons as students get them, the package ``course`` without its face for instructors, the pinned
requirements of just that, and a page that says how to begin.  What it must not hold is looked for in the finished
files, as in a release.  The same repository gives the same bytes.
"""

# Neither nbconvert nor nbgrader has types.
# mypy: allow-untyped-calls
from __future__ import annotations

import ast
import sys
import zipfile
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from importlib.metadata import PackageNotFoundError, packages_distributions, requires
from io import BytesIO
from pathlib import Path

from jinja2 import Template
from nbconvert.filters import markdown2html_mistune
from packaging.requirements import Requirement
from packaging.utils import NormalizedName, canonicalize_name

import course
from course.grading.authoring.drafts import read, write
from course.grading.authoring.release import build, leaks
from course.grading.classroom import Classroom, GradingError

__all__ = ["ARCHIVE", "build_kit", "requirements"]

ARCHIVE = Path("build", "threads-course.zip")
"""Where the archive is written, below the course's folder."""

FOLDER = "threads-course"
"""The one folder that it unpacks to."""

APPLICATIONS = ("jupyterlab", "ipykernel")
"""What no module imports, and every lesson needs."""

PRIVATE = "grading"
"""The part of the package that is the instructors'."""

MOMENT = (2026, 1, 1, 0, 0, 0)
"""The time of every file in the archive: another time would be other bytes."""

_TEMPLATES = Path(__file__).with_name("templates")


def build_kit(classroom: Classroom) -> Path:
    """Write the archive, from an up-to-date release, and return where it is.

    Raises :class:`GradingError` if a lesson cannot be released, or if the archive would hold what it must not.
    """
    build(classroom)
    files = dict(_files(classroom))
    _refuse_leaks(classroom)
    packed = BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as kit:
        for name in sorted(files):
            entry = zipfile.ZipInfo(f"{FOLDER}/{name}", MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.external_attr = 0o644 << 16
            kit.writestr(entry, files[name])
    archive = classroom.root / ARCHIVE
    write({archive: packed.getvalue()})
    return archive


def requirements(classroom: Classroom) -> tuple[str, ...]:
    """Those lines of ``requirements.txt`` that a learner needs: what the package imports, and what that needs."""
    pinned = dict(_pinned(read(classroom.root / "requirements.txt").decode()))
    needed = deque({canonicalize_name(name) for name in (*APPLICATIONS, *_imported(_package()))})
    found: dict[str, str] = {}
    while needed:
        name = needed.popleft()
        if name in found:
            continue
        if name not in pinned:
            raise GradingError(f"requirements.txt does not pin {name}, which a learner needs; run `make requirements`")
        found[name] = pinned[name]
        needed.extend(_needs(name))
    return tuple(found[name] for name in sorted(found))


def _files(classroom: Classroom) -> Iterator[tuple[str, bytes]]:
    """What is in the kit, by name."""
    lessons = classroom.folder("release")
    for path in _below(lessons):
        yield f"lessons/{path.relative_to(lessons).as_posix()}", path.read_bytes()
    package = _package()
    for path in _below(package):
        if path.relative_to(package).parts[0] != PRIVATE:
            yield f"course/{path.relative_to(package).as_posix()}", path.read_bytes()
    yield "LICENSE", read(classroom.root / "LICENSE")
    yield "lessons/LICENSE", read(classroom.folder("source") / "LICENSE")
    # The last line installs the package itself, from the folder that pip is called in.
    yield "requirements.txt", ("\n".join((*requirements(classroom), ".")) + "\n").encode()
    yield "pyproject.toml", (_TEMPLATES / "kit-pyproject.toml").read_bytes()
    yield "start-here.html", _page(classroom).encode()


def _page(classroom: Classroom) -> str:
    """The page that says how to begin, with the lessons in their order."""
    lessons = {
        assignment: [path.name for path in sorted(classroom.folder("release", assignment=assignment).glob("*.ipynb"))]
        for assignment in classroom.assignments
    }
    text = Template((_TEMPLATES / "kit-start-here.md").read_text("utf-8")).render(
        lessons=lessons, first=next(f"{assignment}/{notebooks[0]}" for assignment, notebooks in lessons.items())
    )
    page = Template((_TEMPLATES / "kit-page.html").read_text("utf-8"), autoescape=True)
    return str(page.render(body=markdown2html_mistune(text))) + "\n"


def _refuse_leaks(classroom: Classroom) -> None:
    for assignment in classroom.assignments:
        folders = (classroom.folder(step, assignment=assignment) for step in ("source", "release"))
        if found := leaks(*folders):
            raise GradingError(f"the kit would give away what students must not have: {found[0]}")


def _package() -> Path:
    return Path(course.__file__).parent


def _below(folder: Path) -> Iterator[Path]:
    """The files below ``folder``, without what tools leave behind."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and not any(part.startswith((".", "__pycache__")) for part in path.relative_to(folder).parts):
            yield path


def _imported(package: Path) -> Iterator[str]:
    """The distributions whose modules are imported anywhere in the package, but for the part of the instructors."""
    distributions: Mapping[str, list[str]] = packages_distributions()
    for path in _below(package):
        if path.suffix == ".py" and path.relative_to(package).parts[0] != PRIVATE:
            for module in _modules(ast.parse(path.read_text("utf-8"))):
                if module not in sys.stdlib_module_names and module != package.name:
                    yield from distributions.get(module, ())


def _modules(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def _pinned(text: str) -> Iterator[tuple[str, str]]:
    """The lines of a compiled ``requirements.txt``, by the name of what they pin."""
    for line in text.splitlines():
        line = line.partition("#")[0].strip()
        if line:
            yield canonicalize_name(Requirement(line).name), line


def _needs(name: str) -> Iterable[NormalizedName]:
    """What a distribution needs, on whatever system; nothing where it is not installed, as one for another system."""
    try:
        needs = requires(name) or ()
    except PackageNotFoundError:
        return ()
    return (canonicalize_name(need.name) for need in map(Requirement, needs) if not _optional(need))


def _optional(need: Requirement) -> bool:
    """Whether only an extra asks for it, or a Python that is not supported."""
    text = str(need.marker or "")
    if "extra" in text:
        return True
    version = [{"python_version": minor, "python_full_version": f"{minor}.0"} for minor in ("3.11", "3.12", "3.13")]
    ours = ("sys_platform", "platform_system", "os_name", "implementation_name", "platform_python_implementation")
    if need.marker is None or any(word in text for word in ours):
        return False
    return not any(need.marker.evaluate(each) for each in version)
