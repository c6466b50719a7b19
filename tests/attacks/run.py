"""A class of honest students and attackers, graded by nbgrader, and what came of it for each attack.

First the honest students are graded alone, then all together; whatever an honest one has then that differs is something
that an attack has changed.  Processes, files, sockets and canaries are watched meanwhile (``watch.py``).
"""

from __future__ import annotations

import contextlib
import os
import signal
import subprocess
import sys
import unicodedata
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from html.parser import HTMLParser
from pathlib import Path

import nbformat

from course.grading.classroom import explanation
from course.grading.submissions.notes import read_note, read_verdict
from tests.attacks.corpus import Attack
from tests.attacks.course import AttackedCourse
from tests.attacks.places import Places
from tests.attacks.watch import Listeners, adopting, children, differences, left, remove, snapshot

__all__ = ["INJECTED", "Finding", "Report", "attacked", "unsafe"]

INJECTED = "injected"
"""The word by which markup that an attack has put somewhere is known."""
EACH = 10
"""Real seconds for one submission, many times what it takes: for a class that would never end."""


@dataclass(frozen=True, slots=True)
class Finding:
    """What came of one attack."""

    attack: Attack
    score: float
    honest: float
    learned: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    sentence: str = ""

    @property
    def gained(self) -> float:
        """The points above the honest score."""
        return max(0.0, self.score - self.honest)

    @property
    def repelled(self) -> bool:
        """Whether it gained nothing, learned nothing, changed nothing, and was told so."""
        return not self.gained and not self.learned and not self.changed and bool(self.sentence)


@dataclass(frozen=True, slots=True)
class Report:
    """What came of a class."""

    findings: tuple[Finding, ...]
    besides: tuple[str, ...]
    """What went wrong that no attack has put its name to, as sentences."""


def attacked(
    root: Path,
    attacks: Sequence[Attack],
    *,
    apart: bool = False,
    say: Callable[[str], None] = print,
    betray: Callable[[Places], None] = lambda places: None,
) -> Report:
    """Grade ``attacks`` beside honest students in a course made in ``root``, and tell what came of it.

    ``apart`` grades each by a command of its own: to see what each does where one of them stops the class.
    ``betray`` is called once the attackers have handed in: what it does to the course must be noticed.
    """
    places = Places(root.resolve())
    places.notes.mkdir(parents=True)
    with contextlib.closing(Listeners(places.socket, places.abstract)) as listeners, adopting():
        places = replace(places, port=listeners.port)
        return _Class(AttackedCourse(places), listeners, say, betray).run(attacks, apart)


class _Class:
    def __init__(
        self,
        course: AttackedCourse,
        listeners: Listeners,
        say: Callable[[str], None],
        betray: Callable[[Places], None],
    ) -> None:
        self.course = course
        self.places = course.places
        self.listeners = listeners
        self.say = say
        self.betray = betray
        self.besides: list[str] = []
        self.log = self.places.root / "log.txt"

    def run(self, attacks: Sequence[Attack], apart: bool) -> Report:
        lessons = {self.course.lessons[attack.exercise] for attack in attacks}
        self.say("Grading the honest students alone")
        self._nbgrader("autograde", lessons)
        self._nbgrader("generate_feedback", lessons)
        alone = self._honest(lessons)
        for attack in attacks:
            self.course.hand_in(attack)
        quiet = self._watched()
        processes = children()
        self.betray(self.places)
        for step in ("autograde", "generate_feedback"):
            self.say(f"Grading {len(attacks)} attacks beside them: {step}")
            self._nbgrader(step, lessons, attacks if apart else ())
            if apart:
                self._nbgrader(step, lessons)
        changes = [*differences(quiet, self._watched()), *(f"{path} was left" for path in left(self.places.token))]
        remove(self.places.token)
        changes += [f"the process {pid} ({_called(pid)}) was left" for pid in children() - processes]
        changes += [f"something came to a socket of the host: {sent}" for sent in self.listeners.heard]
        together = self._honest(lessons)
        changes += [
            f"the honest student {student}'s {what} changed"
            for (student, what) in alone
            if alone[student, what] != together.get((student, what))
        ]
        strangers = self._students() - {*self.course.honest, *(attack.name for attack in attacks)}
        changes += [f"the gradebook has a student {name} who handed in nothing" for name in sorted(strangers)]
        log = self.log.read_text("utf-8", "replace")
        findings = []
        for attack in attacks:
            # By its name, which each attack leaves on what it leaves.
            mine = [change for change in changes if attack.name in change]
            changes = [change for change in changes if change not in mine]
            findings.append(self._finding(attack, mine, log))
        return Report(tuple(findings), (*self.besides, *changes, *self._learned(log)))

    def _finding(self, attack: Attack, changed: Sequence[str], log: str) -> Finding:
        lesson = self.course.lessons[attack.exercise]
        result = self.course.classroom.result(lesson, attack.name)
        texts = [
            path.read_text("utf-8", "replace")
            for step in ("autograded", "feedback")
            for path in sorted(self.course.classroom.folder(step, attack.name, lesson).rglob("*"))
            if path.is_file() and not path.is_symlink()
        ]
        pages = sorted(self.course.classroom.folder("feedback", attack.name, lesson).glob("*.html"))
        learned = self._learned(*texts)
        sentence = self._sentence(attack)
        changed = [*changed, *unsafe([sentence, result.explanation], [page.read_text("utf-8") for page in pages])]
        if not result.marks:
            changed.append("it was not graded")
        if not pages:
            changed.append("it has no feedback")
        if result.marks and result.points != sum(
            self.course.points[name] for name, where in self.course.lessons.items() if where == lesson
        ):
            changed.append(f"the points that can be had are {result.points:g}")
        return Finding(
            attack,
            result.score,
            self.course.honest_score(attack),
            tuple(learned),
            tuple(changed),
            sentence,
        )

    def _sentence(self, attack: Attack) -> str:
        """What the feedback says first of the exercise that is attacked; "" if it says nothing."""
        lesson = self.course.lessons[attack.exercise]
        verdicts = []
        for path in sorted(self.course.classroom.folder("autograded", attack.name, lesson).glob("*.ipynb")):
            nb = nbformat.read(path, as_version=4)
            note = read_note(nb)
            if note is not None:
                return note.sentence
            verdicts += [judged.verdict for cell in nb.cells if (judged := read_verdict(cell)) is not None]
        mine = [verdict for verdict in verdicts if verdict.exercise == attack.exercise]
        return explanation(mine) if mine else ""

    def _learned(self, *texts: str) -> list[str]:
        """The secrets that stand in ``texts``."""
        words = {**self.places.canaries, **_of_the_host(), "course.simulation": "the explorer's insides"}
        return [
            f"it shows what is in: {secret}" for word, secret in words.items() if any(word in text for text in texts)
        ]

    def _honest(self, lessons: Iterable[str]) -> Mapping[tuple[str, str], object]:
        """What the honest students have: their results, and each byte of what was written for them."""
        found: dict[tuple[str, str], object] = {}
        for student, handed_in in self.course.honest.items():
            for lesson in handed_in.intersection(lessons):
                result = self.course.classroom.result(lesson, student)
                if not result.marks:
                    self.besides.append(f"the honest student {student} was not graded")
                found[student, f"score for {lesson}"] = result
                for step in ("autograded", "feedback"):
                    folder = self.course.classroom.folder(step, student, lesson)
                    found[student, f"{step} {lesson}"] = snapshot([folder])
        return found

    def _watched(self) -> dict[str, str]:
        """A snapshot of all that grading has no business with."""
        places = self.places
        own = {"autograded", "feedback", "gradebook.db", "verdicts.db", "__pycache__"}
        folders = [path for path in sorted(places.course.iterdir()) if path.name.split("-")[0] not in own]
        return snapshot([*folders, places.home, places.notes, places.temporary])

    def _students(self) -> set[str]:
        with self.course.classroom.gradebook() as gradebook:
            return {student.id for student in gradebook.students}

    def _nbgrader(self, step: str, lessons: Iterable[str], apart: Sequence[Attack] = ()) -> None:
        """Run a command of nbgrader for ``lessons``: for all students at once, or for each of ``apart``."""
        places = self.places
        environment = {
            "PATH": os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", os.defpath)]),
            "HOME": str(places.home),
            "TMPDIR": str(places.temporary),
            "LANG": "C.UTF-8",
            "GRADING_TOKEN": places.canary("environment"),
            "PYTHONDONTWRITEBYTECODE": "1",
            "PYTHONPATH": str(Path(__file__).resolve().parents[2]),
            "PYTHONWARNINGS": "ignore",
            "JUPYTER_CONFIG_DIR": str(places.home / ".jupyter"),
        }
        for lesson in sorted(lessons):
            mine = [attack.name for attack in apart if self.course.lessons[attack.exercise] == lesson]
            for student in mine if apart else [""]:
                command = [sys.executable, "-m", "nbgrader", step, lesson, "--force"]
                if student:
                    command.append(f"--student={student}")
                status = self._run(command, environment, 60 + EACH * (1 if student else len(self._handed_in(lesson))))
                if status is None or status:
                    whom = f" for {student}" if student else ""
                    end = "did not come to an end" if status is None else f"ended with status {status}"
                    self.besides.append(f"`nbgrader {step} {lesson}`{whom} {end}")

    def _handed_in(self, lesson: str) -> list[Path]:
        """The submissions of ``lesson``."""
        return list(self.course.classroom.folder("submitted").glob(f"*/{lesson}"))

    def _run(self, command: Sequence[str], environment: Mapping[str, str], seconds: float) -> int | None:
        """Run ``command``; its status, or None if it had to be ended after so many real seconds."""
        with self.log.open("ab") as log:
            process = subprocess.Popen(
                command, cwd=self.places.course, env=environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                start_new_session=True,  # an attack may signal its parents
            )  # fmt: skip
            try:
                return process.wait(seconds)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)
                process.wait()
                return None


def _of_the_host() -> dict[str, str]:
    """Words that stand in files of the machine."""
    with contextlib.suppress(OSError):
        first = Path("/etc/passwd").read_text("utf-8").partition("\n")[0]
        return {first: "the machine's list of users"} if len(first) > 15 else {}
    return {}


def _called(pid: int) -> str:
    with contextlib.suppress(OSError):
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode("utf-8", "replace").strip()
    return "ended since"


def unsafe(sentences: Sequence[str], pages: Sequence[str]) -> list[str]:
    """What of an attack would do something in the terminal or the browser of whoever looks at its result."""
    found = [
        f"the sentence in the class table holds {unicodedata.name(character, repr(character))}"
        for character in sorted(set("".join(sentences)))
        if unicodedata.category(character) in ("Cc", "Cf", "Cs")
    ]
    for page in pages:
        markup = _Markup()
        markup.feed(page)
        found += [f"the feedback has the markup {tag}" for tag in markup.injected]
    return found


class _Markup(HTMLParser):
    """Finds elements that an attack has put into a page: they bear the word INJECTED, or are scripts that do."""

    def __init__(self) -> None:
        super().__init__()
        self.injected: list[str] = []
        self._script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._script = tag in ("script", "style")
        for name, value in attrs:
            active = name.startswith("on") or (value or "").strip().lower().startswith(("javascript:", "data:text"))
            if INJECTED in (value or "") and (
                active or tag in ("script", "iframe", "object", "embed", "form", "base", "meta", "link", "style")
            ):
                self.injected.append(f"<{tag} {name}=…>")

    def handle_endtag(self, tag: str) -> None:
        self._script = False

    def handle_data(self, data: str) -> None:
        if self._script and INJECTED in data:
            self.injected.append("<script> or <style>")
