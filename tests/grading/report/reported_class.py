"""A class made by hand, as a report reads it: everything that a page can show, without grading anything."""

from pathlib import Path

from course.explain import explore
from course.grading.report.records import Answer, Assignment, Exercise, Paper, Student
from course.grading.submissions.notes import Note
from course.model import Check, Execution, Program, Search, Verdict

FIRST, SECOND = Exercise("1-bells", "first-bell", 4), Exercise("1-bells", "second-bell", 6)
PROSE = Exercise("2-words", "why", 2, judged=False)

LOST = Program(
    {
        "main": """
import threading

bell = threading.Event()


def sell():
    bell.wait()


def bake():
    bell.set()
    bell.clear()


threading.Thread(target=sell, name="Jonas").start()
threading.Thread(target=bake, name="Mira").start()
"""
    }
)


def execution(ending: str = "deadlock") -> Execution:
    """An execution of ``LOST`` that ends so."""
    found = explore(LOST, Search(preemptions=2))
    return next(outcome.execution for outcome in found.outcomes if outcome.ending == ending)


def check(name: str, status: str = "passed", *, hidden: bool = False, shows: Execution | None = None) -> Check:
    """A check of two points."""
    return Check(
        name,
        f"{name.replace('_', ' ').capitalize()}.",
        2.0,
        status,
        hidden=hidden,
        reason=None if status == "passed" else f"{name} is <b>not</b> so.\n    Cell [1], line 2:  bell.wait()",
        schedule=None if shows is None else str(shows.schedule),
        program=None if shows is None else LOST,
        execution=shows,
    )


def answer(exercise: Exercise, *checks: Check, score: float | None = None, **more: object) -> Answer:
    """An answer whose points are those of its checks, if no other score is given."""
    verdict = Verdict(exercise.name, checks) if checks else None
    points = (verdict.score if verdict else 0.0) if score is None else score
    return Answer(exercise, points, verdict=verdict, key=exercise.name, **more)  # type: ignore[arg-type]


def paper(student: str, *answers: Answer, name: str = "", **more: object) -> Paper:
    """A graded paper."""
    return Paper(Student(student, name), "graded", answers, **more)  # type: ignore[arg-type]


def assignment(feedback: Path = Path("feedback")) -> Assignment:
    """Fourteen students who lost a wake-up, and one of each other kind."""
    lost = execution()
    failed = check("everybody_hears_the_bell", "failed", shows=lost)
    passed = check("the_bell_rings")
    slow = [paper(f"student-{n:02}", answer(FIRST, passed, failed), answer(SECOND, passed)) for n in range(14)]
    right = [check("the_bell_rings"), check("everybody_hears_the_bell", hidden=True), check("nobody_polls")]
    others = [
        paper(
            "ada",
            answer(FIRST, *right[:2]),
            answer(SECOND, *right),
            answer(PROSE, review=True),
            name="Ada <Adeyemi>",
            pages=(feedback / "ada" / "bells" / "1-bells.html",),
        ),
        paper(
            "\u202eben\u202d 100% #1",
            answer(FIRST, check("the_bell_rings", "review"), review=True),
            answer(SECOND, check("nobody_polls", "failed", hidden=True)),
            answer(PROSE, score=1.5, by_hand=True),
            penalty=1.0,
            missing=("2-words",),
        ),
        paper(
            "cyd",
            answer(FIRST, passed, failed),
            answer(SECOND, answered=False),
            confined=False,
            notes=(("1-bells", Note("The notebook was rebuilt.", readable=True)),),
        ),
        Paper(Student("dan"), "not graded"),
        Paper(Student("eve"), "cut off"),
    ]
    return Assignment("bells", (FIRST, SECOND, PROSE), (*others, *slow), (Student("zoe", "Zoë Zimt"),))
