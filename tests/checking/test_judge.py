"""From a submission to verdicts."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from textwrap import dedent

import pytest

from course.checking.explorer import ChildExplorer, ExplorerDied, ExplorerFailed, InProcessExplorer, Limits
from course.checking.judge import BadChecks, NoSuchExercise, judge
from course.model import (
    SPENT,
    Check,
    Execution,
    Exploration,
    Program,
    Schedule,
    Search,
    Step,
    Submission,
    to_json,
)
from tests.checking.lessons import FakeExplorer, always, exploration, lesson, outcome, submission

ROOT = Path(__file__).parents[2]

SCENARIOS = """
    def run(word):
        from solution import say
        return say(word)

    def twice(word):
        return run(word) + run(word)
    """

CHECKS = """
    @pytest.mark.check("say-it", points=2)
    def test_it_is_said(explore):
        '''The word is said.

        More about it.
        '''
        explore("run", word="hello").completes().always(
            lambda outcome: outcome.result == "hello", "it said {outcome.result}"
        )

    @pytest.mark.check("say-it", points=0.5)
    def test_it_is_said_twice(explore):
        '''The word is said twice.'''
        explore("twice", word="ho").always(lambda outcome: outcome.result == "hoho", "it said {outcome.result}")

    @pytest.mark.check("another", points=9)
    def test_another(explore):
        explore("run", word="?")
    """

RIGHT = "def say(word):\n    return word\n"
WRONG = "def say(word):\n    return 'what?'\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    hidden = """
        @pytest.mark.check("say-it", points=3)
        def test_softly(explore):
            '''It is said softly.'''
            explore("softly").always(lambda outcome: outcome.result == "psst", "it said {outcome.result}")
        """
    drivers = """
        def softly():
            import solution
            return solution.say("psst")
        """
    return lesson(tmp_path, CHECKS, SCENARIOS, (hidden, drivers))


def check_of(folder: Path, body: str, answer: str = RIGHT, explorer: object = None) -> Check:
    """What one check, with ``body`` after its first line, says of ``answer``."""
    text = f'@pytest.mark.check("say-it", points=1)\ndef test_it(explore):\n{body}\n'
    (folder / "test_talk.py").write_text(f"import pytest\n{text}", "utf-8")
    [verdict] = judge(submission(answer), folder, explorer or InProcessExplorer())  # type: ignore[arg-type]
    [check] = verdict.checks
    return check


# --- verdicts ---------------------------------------------------------------------------------


def test_a_right_answer_passes_every_check_of_its_exercise(folder: Path) -> None:
    [verdict] = judge(submission(RIGHT), folder, InProcessExplorer(), hidden=True)
    assert [(check.name, check.title, check.points, check.status, check.hidden) for check in verdict.checks] == [
        ("test_it_is_said", "The word is said.", 2.0, "passed", False),
        ("test_it_is_said_twice", "The word is said twice.", 0.5, "passed", False),
        ("test_softly", "It is said softly.", 3.0, "passed", True),
    ]
    assert (verdict.exercise, verdict.score, verdict.points, verdict.needs_review) == ("say-it", 5.5, 5.5, False)
    assert {check.coverage for check in verdict.checks} == {("every schedule",)}


def test_a_wrong_answer_fails_with_reason_schedule_program_and_execution(folder: Path) -> None:
    [verdict] = judge(submission("", WRONG), folder, InProcessExplorer(), hidden=True)
    assert verdict.score == 0
    said, _, softly = verdict.checks
    assert (said.status, said.reason) == ("failed", "It said what?")
    assert said.program is not None
    assert said.execution is not None
    assert said.schedule == str(said.execution.schedule)
    assert InProcessExplorer().replay(said.program, said.schedule) == said.execution
    assert softly.status == "failed"
    assert softly.schedule is not None
    assert softly.program is None, "a hidden driver stays hidden"


def test_a_hidden_check_that_uses_a_public_driver_can_be_replayed(folder: Path) -> None:
    hidden = """
        import pytest

        @pytest.mark.check("say-it", points=3)
        def test_loudly(explore):
            '''It is said loudly.'''
            explore("run", word="HO").always(lambda outcome: outcome.result == "HO", "it said {outcome.result}")
        """
    (folder / "hidden" / "test_talk.py").write_text(dedent(hidden), "utf-8")
    [verdict] = judge(submission(WRONG), folder, InProcessExplorer(), hidden=True)
    loudly = verdict.checks[-1]
    assert (loudly.hidden, loudly.status) == (True, "failed")
    assert loudly.program is not None
    assert (loudly.program.entry, loudly.program.arguments) == ("main:run", {"word": "HO"})
    assert loudly.program.modules["main"] == (folder / "scenarios.py").read_text("utf-8")


def test_without_the_hidden_checks_they_are_not_even_read(folder: Path) -> None:
    (folder / "hidden" / "test_talk.py").write_text("this is not Python", "utf-8")
    [verdict] = judge(submission(RIGHT), folder, InProcessExplorer())
    assert verdict.points == 2.5


def test_each_exercise_has_its_own_verdict_in_the_order_asked(folder: Path) -> None:
    asked = submission(RIGHT, exercises=("another", "say-it"))
    verdicts = judge(asked, folder, InProcessExplorer())
    assert [(verdict.exercise, verdict.points) for verdict in verdicts] == [("another", 9.0), ("say-it", 2.5)]
    assert verdicts[0].checks[0].title == "another", "without a docstring, the name must do"


def test_the_same_submission_gives_the_same_bytes(folder: Path, tmp_path: Path) -> None:
    with ChildExplorer() as child:
        first = to_json(judge(submission(WRONG), folder, child, hidden=True))
        assert to_json(judge(submission(WRONG), folder, child, hidden=True)) == first
    elsewhere = tmp_path / "elsewhere [2024]"
    folder.parent.rename(elsewhere)
    assert to_json(judge(submission(WRONG), elsewhere / "talk", InProcessExplorer(), hidden=True)) == first
    assert str(tmp_path).encode() not in first


def test_the_solution_is_made_of_the_cells_and_the_driver_of_scenarios(folder: Path) -> None:
    explorer = always("hello")
    judge(submission("import threading\n", "say = threading.Event", RIGHT, "say('x')"), folder, explorer)
    program, search = explorer.asked[0]
    assert program.modules["solution"] == RIGHT
    assert program.modules["main"] == (folder / "scenarios.py").read_text("utf-8")
    assert (program.entry, program.arguments, search) == ("main:run", {"word": "hello"}, Search())


def test_the_program_shown_is_the_one_that_failed_not_the_last_one(folder: Path) -> None:
    body = (
        "    first = explore('run', word='a')\n    explore('twice', word='b')\n    first.always(lambda o: False, 'no')"
    )
    check = check_of(folder, body)
    assert check.program is not None
    assert check.program.entry == "main:run"


def test_an_exploration_that_several_checks_look_at_is_made_once(folder: Path) -> None:
    explorer = always(3)
    body = "    for n in (1, 1, 2): explore('run', word=n)\n    explore('run', word=1, search=Search(seed=1))"
    check = check_of(folder, f"    from course.model import Search\n{body}", explorer=explorer)
    assert len(explorer.asked) == 3
    assert check.coverage == ("every schedule",) * 4


def test_progress_of_the_explorations_passes_through(folder: Path) -> None:
    seen: list[tuple[int, int]] = []
    judge(submission(RIGHT), folder, always("hello"), progress=lambda *numbers: seen.append(numbers))
    assert seen == [(1, 20_000)] * 2


# --- answers that are missing or broken -------------------------------------------------------


def test_an_answer_in_a_cell_that_is_not_python_fails_every_check_by_that_sentence(folder: Path) -> None:
    explorer = always("hello")
    [verdict] = judge(submission("x = 1", "def say(word:\n    return word"), folder, explorer, hidden=True)
    [problem] = verdict.problems
    assert problem.startswith("Cell [2], line 1 is not Python")
    assert [(check.status, check.reason) for check in verdict.checks] == [("failed", problem)] * 3
    assert explorer.asked == []


def test_a_helper_in_a_cell_that_is_not_python_is_missed_too(folder: Path) -> None:
    cells = ("def say(word):\n    return helper(word)", "def helper(word:")
    [verdict] = judge(submission(*cells), folder, InProcessExplorer())
    assert verdict.checks[0].reason == verdict.problems[0]


def test_a_broken_scratch_cell_costs_nothing(folder: Path) -> None:
    [verdict] = judge(submission(RIGHT, "print(say('x')"), folder, InProcessExplorer())
    assert verdict.score == verdict.points
    assert verdict.problems[0].startswith("Cell [2], line 1 is not Python")


def test_an_answer_that_is_not_there_is_missed_by_name(folder: Path) -> None:
    [verdict] = judge(submission("def sya(word): return word"), folder, InProcessExplorer())
    assert verdict.checks[0].reason == "No cell defines `say`, which this check uses."


def test_an_answer_that_was_left_out_says_why(folder: Path) -> None:
    [verdict] = judge(submission("%%time\ndef say(word): return word"), folder, InProcessExplorer())
    assert verdict.checks[0].reason == (
        "No cell defines `say`, which this check uses. `say` is set in cell [1], which begins with %%time and so is a "
        "program of its own; move it to a cell without that line."
    )


def test_an_untouched_stub_has_no_points_and_a_kind_word(folder: Path) -> None:
    [verdict] = judge(submission("def say(word):\n    raise NotImplementedError()"), folder, InProcessExplorer(), True)
    assert verdict.score == 0
    assert {check.reason.partition("\n")[0] for check in verdict.checks if check.reason} == {
        "There is no answer here yet: the program came to a NotImplementedError."
    }


# --- limits, and what a person must see -------------------------------------------------------


def test_a_program_that_meets_a_limit_fails_with_that_sentence_and_its_line(folder: Path) -> None:
    def dies(program: Program, search: Search) -> Exploration:
        raise ExplorerDied("The program used more than 1 GiB.", (("solution", 2), ("main", 3)))

    explorer = FakeExplorer(dies)
    check = check_of(folder, "    explore('run', word=1)\n", explorer=explorer)
    assert (check.status, check.schedule) == ("failed", None)
    assert check.reason == "The program used more than 1 GiB.\n    Cell [1], line 2:  return word"


def test_a_program_that_died_is_not_tried_again(folder: Path) -> None:
    def dies(program: Program, search: Search) -> Exploration:
        raise ExplorerDied("It was stopped.")

    explorer = FakeExplorer(dies)
    text = "\n".join(
        f"@pytest.mark.check('say-it', points=1)\ndef test_{n}(explore): explore('run', word=1)" for n in range(3)
    )
    (folder / "test_talk.py").write_text(f"import pytest\n{text}\n", "utf-8")
    [verdict] = judge(submission(RIGHT), folder, explorer)
    assert [check.status for check in verdict.checks] == ["failed"] * 3
    assert len(explorer.asked) == 1


def test_an_explorer_that_cannot_work_is_for_a_person_to_look_at(folder: Path) -> None:
    def fails(program: Program, search: Search) -> Exploration:
        raise ExplorerFailed("The explorer process could not start.")

    check = check_of(folder, "    explore('run', word=1)\n", explorer=FakeExplorer(fails))
    assert (check.status, check.reason) == ("review", "The explorer process could not start.")


class Fickle(FakeExplorer):
    """Finds an outcome, and then something else under the same schedule."""

    def replay(self, program: Program, schedule: Schedule | str, search: Search | None = None) -> Execution:
        return outcome("another").execution


def test_a_program_that_does_something_else_when_it_is_to_be_shown_is_for_a_person_to_look_at(folder: Path) -> None:
    came = outcome("wrong")
    brief = replace(came, execution=replace(came.execution, threads=()))
    explorer = Fickle(lambda program, search: exploration(brief))
    check = check_of(folder, "    explore('run', word=1).always(lambda outcome: False, 'no')\n", explorer=explorer)
    assert check.status == "review"
    assert str(check.reason).startswith("The program did something else when it was run again in the same order")


LATE = """
import threading
def say(word):
    return [go() for go in [work(1), work(2)]]
def work(k):
    seen = []
    def go():
        seen.append(k)
    thread = threading.Thread(target=go)
    thread.start()
    thread.join(timeout=1)
    return lambda: seen[0]
"""
LONG = """
import threading
def say(word):
    event = threading.Event()
    for _ in range(6_000):
        event.is_set()
"""


@pytest.mark.parametrize(
    ("answer", "search"),
    [
        (LATE, "Search()"),
        (LATE, "Search(preemptions=None)"),
        ("def say(word): return str(say)", "Search()"),
        (LONG, "Search(steps=20_000)"),
        ("import random\ndef say(word): return random.random()", "Search(seed=1)"),
        ("import random\ndef say(word): return random.random()", 'Search(strategy="random", seed=7, executions=20)'),
    ],
    ids=["a late name", "a late name, any schedule", "an address", "a long one", "a seed", "a seed, sampled"],
)
def test_what_a_check_shows_is_what_its_search_found(folder: Path, answer: str, search: str) -> None:
    body = (
        f"    from course import Search\n    explore('run', search={search}, word=1).always(lambda it: False, 'no')\n"
    )
    check = check_of(folder, body, answer)
    assert (check.status, check.reason) == ("failed", "No.")
    assert check.execution is not None
    assert check.program is not None
    found = InProcessExplorer().explore(check.program, eval(search, {"Search": Search}))
    assert check.execution.steps == found.outcomes[0].execution.steps


def test_nothing_is_granted_by_an_incomplete_exploration(folder: Path) -> None:
    partial = exploration(outcome("hello"), coverage="incomplete: 10 schedules were run", complete=False)
    explorer = FakeExplorer(lambda program, search: partial)
    check = check_of(folder, "    explore('run', word=1).completes()\n", explorer=explorer)
    assert check.status == "review"
    assert check.reason is not None
    assert check.reason.endswith("incomplete: 10 schedules were run.")
    check = check_of(folder, "    explore('run', word=1).always(lambda _: False, 'no')\n", explorer=explorer)
    assert (check.status, check.reason) == ("failed", "No.")


@pytest.mark.parametrize(
    ("body", "what"),
    [
        ("    raise KeyError('odd')", "KeyError: 'odd'"),
        ("    assert 1 == 2, 'odd'", "AssertionError: odd"),
        ("    explore('walk')", "LookupError: scenarios.py has no driver 'walk' (it has: run, twice)"),
        ("    explore('run', word=object())", "TypeError: the arguments of main:run must be plain data"),
        ("    pytest.skip('not today')", "Skipped: not today"),
        ("    raise SystemExit(3)", "SystemExit: 3"),
    ],
)
def test_a_check_that_goes_wrong_itself_is_for_a_person_to_look_at(folder: Path, body: str, what: str) -> None:
    check = check_of(folder, body, explorer=always(1))
    assert check.status == "review"
    assert check.reason is not None
    assert check.reason.startswith(f"The check itself went wrong ({what}")
    assert check.reason.endswith(", line 4 of test_talk.py), so a person must look at it.")


def test_a_fixture_that_is_not_there_is_for_a_person_to_look_at(folder: Path) -> None:
    text = 'import pytest\n@pytest.mark.check("say-it", points=1)\ndef test_it(explroe): pass\n'
    (folder / "test_talk.py").write_text(text, "utf-8")
    [verdict] = judge(submission(RIGHT), folder, always(1))
    assert (verdict.checks[0].status, verdict.points) == ("review", 1.0)


def test_what_a_hidden_check_stumbles_over_is_not_told(folder: Path) -> None:
    text = 'import pytest\n@pytest.mark.check("say-it", points=1)\ndef test_it(explore): raise KeyError("psst")\n'
    (folder / "hidden" / "test_talk.py").write_text(text, "utf-8")
    [verdict] = judge(submission(RIGHT), folder, InProcessExplorer(), hidden=True)
    assert verdict.checks[-1].reason == ("The check itself went wrong (KeyError), so a person must look at it.")


# --- lessons that are not as they must be -----------------------------------------------------


def test_an_exercise_without_checks_is_named_with_those_that_have_some(folder: Path) -> None:
    with pytest.raises(NoSuchExercise) as error:
        judge(submission(RIGHT, exercises=("say-it", "sya-it")), folder, always("hello"))
    assert str(error.value) == ("talk has no public checks for an exercise 'sya-it' (it has them for: another, say-it)")


@pytest.mark.parametrize(
    ("checks", "sentence"),
    [
        (
            "def test_it(explore): pass",
            'test_talk.py: test_it has no mark; write @pytest.mark.check("exercise", points=1)',
        ),
        ("@pytest.mark.check('a')\ndef test_it(explore): pass", "test_talk.py: test_it: the mark must read check("),
        ("@pytest.mark.check('a', points=-1)\ndef test_it(explore): pass", "test_talk.py: test_it: the mark must read"),
        ("@pytest.mark.check('a', points=True)\ndef test_it(explore): pass", "test_talk.py: test_it: the mark must"),
        (
            "@pytest.mark.chekc('a', points=1)\ndef test_it(explore): pass",
            "test_talk.py cannot be read (Failed: 'chekc'",
        ),
        ("import nothing_of_the_kind", "test_talk.py cannot be read (ModuleNotFoundError: No module named"),
        ("def test_it(:", "test_talk.py cannot be read (SyntaxError:"),
    ],
)
def test_checks_that_cannot_be_read_are_their_authors_affair(folder: Path, checks: str, sentence: str) -> None:
    (folder / "test_talk.py").write_text(f"import pytest\n{checks}\n", "utf-8")
    with pytest.raises(BadChecks) as error:
        judge(submission(RIGHT), folder, always("hello"))
    assert str(error.value).startswith(sentence)


@pytest.mark.parametrize(
    ("name", "text", "sentence"),
    [
        ("test_talk.py", None, "talk has no test_talk.py, where its checks must be"),
        ("scenarios.py", None, "talk has no scenarios.py, where the drivers of its checks must be"),
        ("scenarios.py", "def run(:", "talk/scenarios.py cannot be read (SyntaxError:"),
        ("hidden/test_talk.py", None, "talk/hidden has no test_talk.py, where its checks must be"),
    ],
)
def test_files_that_are_missing_are_named(folder: Path, name: str, text: str | None, sentence: str) -> None:
    (folder / name).unlink()
    if text is not None:
        (folder / name).write_text(text, "utf-8")
    with pytest.raises(BadChecks) as error:
        judge(submission(RIGHT), folder, always("hello"), hidden=True)
    assert str(error.value).startswith(sentence)


def test_the_name_of_a_lesson_is_no_path(folder: Path) -> None:
    with pytest.raises(BadChecks, match="cannot be the name of a lesson"):
        judge(Submission("../talk", "n", (), ()), folder, always(1))


# --- it leaves no trace -----------------------------------------------------------------------


def test_judging_leaves_the_process_as_it_was(
    folder: Path, capfd: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PYTEST_ADDOPTS", "--no-such-option")
    monkeypatch.setenv("PYTEST_PLUGINS", "no_such_plugin")
    (folder / "conftest.py").write_text("raise RuntimeError('a conftest was read')", "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\naddopts = --no-such-option\n", "utf-8")
    checks = (folder / "test_talk.py").read_text("utf-8")
    (folder / "test_talk.py").write_text(f"{checks}\nprint('noise'); import os; os.system('')\n", "utf-8")
    judge(submission(RIGHT), folder, always("hello"), hidden=True)  # loads what is loaded only once
    capfd.readouterr()
    before = (dict(os.environ), set(sys.modules), list(sys.path), sys.gettrace(), Path.cwd())
    files = sorted(folder.rglob("*"))
    judge(submission(WRONG), folder, always("hello"), hidden=True)
    assert (dict(os.environ), set(sys.modules), list(sys.path), sys.gettrace(), Path.cwd()) == before
    assert sorted(folder.rglob("*")) == files
    assert capfd.readouterr() == ("", "")


def test_a_changed_file_of_checks_is_read_again(folder: Path) -> None:
    assert check_of(folder, "    explore('run', word='x').always(lambda o: o.result == 'x', 'n')").status == "passed"
    assert check_of(folder, "    explore('run', word='x').always(lambda o: o.result == 'y', 'n')").status == "failed"


def test_an_interrupt_goes_through(folder: Path) -> None:
    def interrupted(program: Program, search: Search) -> Exploration:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        judge(submission(RIGHT), folder, FakeExplorer(interrupted))


# --- end to end -------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def child() -> Iterator[ChildExplorer]:
    with ChildExplorer(Limits(stuck=0.5)) as explorer:
        yield explorer


MAILBOX_CHECKS = """
    @pytest.mark.check("mailbox", points=1)
    def test_everything_arrives(explore):
        '''Every letter arrives, in order, in every schedule.'''
        found = explore("post", letters=2)
        found.completes()
        found.always(lambda outcome: outcome.result == [0, 1], "what arrived is {outcome.result}")

    @pytest.mark.check("mailbox", points=1)
    def test_nobody_polls(explore):
        '''Nobody asks again and again.'''
        explore("post", letters=1).completes().never_polls()
    """

MAILBOX_SCENARIOS = """
    import threading

    def post(letters):
        from solution import Mailbox

        box, arrived = Mailbox(), []
        def write():
            for letter in range(letters):
                box.put(letter)
        def read():
            for _ in range(letters):
                arrived.append(box.get())
        threads = [threading.Thread(target=write, name="writer"), threading.Thread(target=read, name="reader")]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        return arrived
    """

MAILBOX = """\
import threading

class Mailbox:
    def __init__(self):
        self.changed = threading.Condition()
        self.letters = []

    def put(self, letter):
        with self.changed:
            self.letters.append(letter)
            self.changed.notify()

    def get(self):
        with self.changed:
            while not self.letters:
                self.changed.wait()
            return self.letters.pop(0)
"""


@pytest.mark.parametrize(
    ("old", "new", "statuses", "reason"),
    [
        ("", "", ["passed", "passed"], None),
        ("            self.changed.notify()\n", "", ["failed", "failed"], "Condition 'box.changed' (cell [2], line"),
        ("self.changed.wait()", "pass", ["failed", "failed"], "turned the loop at cell [2], line 15"),
        (
            "while not self.letters:",
            "if not self.letters: return 1 / 0\n            while False:",
            ["failed", "failed"],
            "ZeroDivisionError",
        ),
        ("return self.letters.pop(0)", "return self.letters.pop()", ["failed", "passed"], "What arrived is [1, 0]."),
        ("return self.letters.pop(0)", "return sum(range(10**12))", ["failed", "failed"], "busy for more than 0.5 s"),
    ],
    ids=["right", "no notify", "spin", "error", "wrong order", "never returns"],
)
def test_mailboxes(
    tmp_path: Path, child: ChildExplorer, old: str, new: str, statuses: list[str], reason: str | None
) -> None:
    folder = lesson(tmp_path, MAILBOX_CHECKS, MAILBOX_SCENARIOS)
    assert old in MAILBOX
    answer = MAILBOX.replace(old, new) if old else MAILBOX
    cells = ("%load_ext course.notebook", answer, "Mailbox().get()")
    [verdict] = judge(submission(*cells, exercises=("mailbox",)), folder, child)
    assert [check.status for check in verdict.checks] == statuses
    if reason is not None:
        assert reason in (verdict.checks[0].reason or "")


def test_the_drivers_of_one_lesson_do_not_meet_those_of_another(tmp_path: Path) -> None:
    """Both have a test_talk.py and a scenarios.py, and are judged in one process."""
    one = lesson(tmp_path / "one", CHECKS, SCENARIOS)
    other = lesson(
        tmp_path / "other", CHECKS.replace("hello", "bye"), dedent(SCENARIOS).replace("say(word)", "say(word) or 1")
    )
    explorer = always("bye")
    [first] = judge(submission(RIGHT), one, explorer)
    [second] = judge(submission(RIGHT), other, explorer)
    assert [first.checks[0].status, second.checks[0].status] == ["failed", "passed"]


SMALLER = """
    from course import Search

    @pytest.mark.check("say-it", points=1)
    def test_it_is_said(explore):
        '''The word is said.'''
        explore("run", word="hello", search=(Search(preemptions=2), Search(preemptions=1))).completes()
    """


@pytest.mark.parametrize(("enough", "asked"), [(2, [2]), (1, [2, 1])])
def test_of_several_searches_the_first_counts_whose_budget_is_enough(
    tmp_path: Path, enough: int, asked: list[int]
) -> None:
    def answer(program: Program, search: Search) -> Exploration:
        if search.preemptions == enough:
            return exploration(outcome("hello"), coverage=f"at most {enough}")
        return exploration(outcome("hello"), coverage=f"incomplete: 9 schedules were run, {SPENT}", complete=False)

    explorer = FakeExplorer(answer)
    [verdict] = judge(submission(RIGHT), lesson(tmp_path, SMALLER, SCENARIOS), explorer)
    assert [search.preemptions for _, search in explorer.asked] == asked
    [check] = verdict.checks
    assert (check.status, check.coverage) == ("passed", (f"at most {enough}",))


def test_what_a_search_saw_before_its_budget_was_spent_is_not_forgotten_for_a_smaller_one(tmp_path: Path) -> None:
    def answer(program: Program, search: Search) -> Exploration:
        if search.preemptions == 1:
            return exploration(outcome("hello"), coverage="every schedule with at most 1 preemption")
        seen = (outcome("hello"), outcome(None, ending="deadlock"))
        return exploration(*seen, coverage=f"incomplete: 9 schedules were run, {SPENT}", complete=False)

    [verdict] = judge(submission(RIGHT), lesson(tmp_path, SMALLER, SCENARIOS), FakeExplorer(answer))
    assert [check.status for check in verdict.checks] == ["failed"]


def test_polling_that_only_the_larger_search_saw_is_polling(tmp_path: Path) -> None:
    def answer(program: Program, search: Search) -> Exploration:
        if search.preemptions == 1:
            return exploration(outcome("hello"), coverage="every schedule with at most 1 preemption")
        turn = Step(0, "spin", None, "solution", 2, 0.0)
        polls = replace(outcome("hello"), polling=outcome("hello", steps=(turn,)).execution)
        return exploration(polls, coverage=f"incomplete: 9 schedules were run, {SPENT}", complete=False)

    checks = SMALLER.replace("completes()", "never_polls()")
    [verdict] = judge(submission(RIGHT), lesson(tmp_path, checks, SCENARIOS), FakeExplorer(answer))
    assert [check.status for check in verdict.checks] == ["failed"]
