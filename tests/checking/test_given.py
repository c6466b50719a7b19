"""Programs that an exercise hands out: to predict what they do, and to break them by a schedule."""

from __future__ import annotations

from pathlib import Path

import pytest

from course.checking.explorer import ChildExplorer, ExplorerDied, InProcessExplorer
from course.checking.judge import judge
from course.explain import replay_cell
from course.model import Check, Exploration, Program, Search
from tests.checking.lessons import FakeExplorer, always, lesson, submission

COUNTER = """\
import threading

def deposit():
    global balance
    balance += 10

balance = 0
threads = [threading.Thread(target=deposit) for _ in range(2)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print(balance)
"""

LOST = "0x13.1.2x3.1x2.0x9"
KEPT = "0x13.1x3.2x3.0x9"

BREAK = """
    @pytest.mark.check("say-it", points=2)
    def test_it_loses_money(given, answer):
        '''The schedule makes the counter lose a deposit.'''
        given.replay("counter", answer("token"), {goal})
    """

PREDICT = """
    @pytest.mark.check("say-it", points=2)
    def test_predicted(given, answer):
        '''All that the counter can print, and nothing else.'''
        given("counter"{search}).predicted(answer("balances", set))
    """


def test_what_a_lesson_hands_out_runs_where_no_learners_code_does(tmp_path: Path) -> None:
    checks = PREDICT.format(search="") + BREAK.format(goal='prints="10"').replace("test_it_loses_money", "test_broken")
    folder = lesson(tmp_path, checks, counter=COUNTER)
    cell = f"balances = {{10, 20}}\ntoken = {LOST!r}"
    [verdict] = judge(submission(cell), folder, FakeExplorer(forbidden), given=InProcessExplorer())
    assert [check.status for check in verdict.checks] == ["passed", "passed"]


def forbidden(program: Program, search: Search) -> Exploration:
    raise AssertionError("the learner's explorer was asked")


def broken(tmp_path: Path, cell: str, goal: str = 'prints="10"', readable: bool = False) -> Check:
    folder = lesson(tmp_path, BREAK.format(goal=goal), counter=COUNTER)
    [verdict] = judge(submission(cell), folder, InProcessExplorer(), readable=readable)
    return verdict.checks[0]


def predicted(tmp_path: Path, cell: str, search: str = "") -> Check:
    folder = lesson(tmp_path, PREDICT.format(search=search), counter=COUNTER)
    [verdict] = judge(submission(cell), folder, InProcessExplorer())
    return verdict.checks[0]


# --- break ------------------------------------------------------------------------------------


def test_a_token_that_shows_what_is_wanted_passes(tmp_path: Path) -> None:
    check = broken(tmp_path, f"token = '{LOST}'")
    assert (check.status, check.reason) == ("passed", None)
    assert broken(tmp_path, f"token = '{LOST}'", 'ending="completed"').status == "passed"


def test_a_token_that_does_not_show_it_fails_in_words_with_its_execution(tmp_path: Path) -> None:
    check = broken(tmp_path, f"token = '{KEPT}'")
    assert (check.status, check.schedule) == ("failed", KEPT)
    assert check.reason == (
        "Under this schedule the program comes to its end and prints 20. Goal: make this program print 10."
    )
    assert check.execution is not None
    assert check.execution.output == "20\n"
    assert replay_cell(check) == f"%%replay {KEPT}\n{COUNTER}".rstrip()


def test_the_goal_may_be_a_finding_or_an_ending(tmp_path: Path) -> None:
    assert broken(tmp_path, f"token = '{KEPT}'", 'finding="data race"').status == "passed"
    check = broken(tmp_path, f"token = '{KEPT}'", 'ending="deadlock"')
    assert check.reason is not None
    assert check.reason.endswith("Goal: make this program deadlock.")


def test_a_token_that_ends_early_is_told_so_if_it_fails(tmp_path: Path) -> None:
    check = broken(tmp_path, "token = '0x13.1'")
    assert check.reason is not None
    assert check.reason.endswith(
        "print 10. The token ends after 14 steps, before the program does; from there on each thread ran as long as it "
        "could."
    )
    assert check.schedule == "0x13.1x3.0x4.2x3.0x5", "the whole of what was run"
    assert broken(tmp_path, "token = '0x13.1.2'").status == "passed"


def test_a_token_that_goes_on_after_the_end_is_told_so_if_it_fails(tmp_path: Path) -> None:
    check = broken(tmp_path, f"token = '{KEPT}0'")
    assert check.reason is not None
    assert check.reason.endswith(" The program ended after 28 of the token's 109 steps.")


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("token = '0x13.2.1'", "passed"),
        (
            "token = '0x3.7x2'",
            "The schedule does not fit this program: thread 0 made step 4, where part 2 of the token wants thread 7; "
            "was the program changed since?",
        ),
        (
            "token = '0x13.1.7x2'",
            "The schedule does not fit this program: step 15 (part 3 of the token) wants thread 7 to go on, which it "
            "cannot; was the program changed since?",
        ),
        (
            "token = 'lost'",
            "'lost' is not a schedule: 'lost' should read like '1x3' (thread 1, three steps); copy the whole token.",
        ),
        ("token = 13", "The answer is 13, but a token is a text in quotes, such as '0x3.1x2.0'."),
        (
            "token = ''",
            "'' is not a schedule: '' should read like '1x3' (thread 1, three steps); copy the whole token.",
        ),
        ("token = ...", "There is no answer here yet: `token` in cell [1], line 1, is still ...."),
        ("", "No cell defines `token`, where this check looks for your answer."),
    ],
)
def test_what_is_no_schedule_of_the_program_is_refused_by_a_sentence(tmp_path: Path, cell: str, reason: str) -> None:
    check = broken(tmp_path, cell)
    assert (check.reason or check.status) == reason
    assert (check.status, check.schedule) == ("passed" if reason == "passed" else "failed", None)


@pytest.mark.parametrize("token", ["0x" + "9" * 4000, "1." * 4000, list(range(4000))])
def test_of_a_token_that_is_none_only_the_beginning_is_quoted(tmp_path: Path, token: object) -> None:
    check = broken(tmp_path, f"token = {token!r}")
    assert check.status == "failed"
    assert check.reason is not None
    assert len(check.reason) < 400


def test_lines_are_those_of_the_notebooks_cell_below_its_magic(tmp_path: Path) -> None:
    check = broken(tmp_path, f"token = '{KEPT}'", readable=True)
    assert check.execution is not None
    assert {step.line for step in check.execution.steps if step.object == "balance"} == {6, 14}
    assert check.program is not None
    assert check.program.modules["main"].splitlines()[5] == "    balance += 10"


def test_a_goal_that_is_none_is_for_a_person_to_look_at(tmp_path: Path) -> None:
    check = broken(tmp_path, f"token = '{KEPT}'", 'finding="a mess"')
    assert check.status == "review"


# --- predict ----------------------------------------------------------------------------------


@pytest.mark.parametrize("cell", ["balances = {10, 20}", "balances = {'10', ' 20\\n'}", "balances = {(10,), 20}"])
def test_a_right_prediction_passes_however_it_is_written(tmp_path: Path, cell: str) -> None:
    check = predicted(tmp_path, cell)
    assert (check.status, check.coverage) == ("passed", ("every schedule with at most 2 preemptions",))


@pytest.mark.parametrize(
    ("cell", "reason"),
    [
        ("balances = {20}", "Something that can be printed is missing."),
        ("balances = {10, 20, 0}", "One of the outcomes that you predict can never be printed."),
        ("balances = {0}", "What you predict can never be printed. Something that can be printed is missing."),
        ("balances = {0, 1, 20}", "2 of the outcomes that you predict can never be printed. Something that can be pr"),
        ("balances = set()", "You predict that nothing can be printed."),
        ("balances = 20", "The answer `balances` must be a set, such as {1, 2}; but it is 20."),
    ],
)
def test_a_wrong_prediction_says_what_kind_of_mistake_it_is_and_not_the_answer(
    tmp_path: Path, cell: str, reason: str
) -> None:
    check = predicted(tmp_path, cell)
    assert check.status == "failed"
    assert check.reason is not None
    assert check.reason.startswith(reason)
    assert (check.execution, check.program) == (None, None), "the execution would tell the answer"


def test_nothing_is_said_of_a_prediction_by_an_incomplete_exploration(tmp_path: Path) -> None:
    search = ", search=__import__('course').Search(executions=1)"
    assert predicted(tmp_path, "balances = {20}", search).status == "review"


def test_the_check_in_a_notebook_and_the_autograder_say_the_same(tmp_path: Path) -> None:
    folder = lesson(tmp_path, PREDICT.format(search=""), counter=COUNTER)
    asked = submission("balances = set([20]) | {30}")
    with ChildExplorer() as child:
        assert judge(asked, folder, child, hidden=True) == judge(asked, folder, InProcessExplorer())


# --- given programs ---------------------------------------------------------------------------


def test_hidden_checks_see_the_same_programs_and_what_they_show_is_no_secret(tmp_path: Path) -> None:
    hidden = """
        @pytest.mark.check("say-it", points=1)
        def test_hidden(given, answer):
            '''The same schedule, once more.'''
            given.replay("counter", answer("token"), prints="10")
        """
    folder = lesson(tmp_path, BREAK.format(goal='prints="10"'), hidden=(hidden, ""), counter=COUNTER)
    [verdict] = judge(submission(f"token = '{KEPT}'"), folder, InProcessExplorer(), hidden=True)
    public, secret = verdict.checks
    assert (public.hidden, secret.hidden) == (False, True)
    assert (public.reason, public.program, public.execution) == (secret.reason, secret.program, secret.execution)
    assert replay_cell(secret).startswith(f"%%replay {KEPT}\nimport threading")


def test_a_program_is_run_as_a_script_with_the_search_that_is_asked_for(tmp_path: Path) -> None:
    explorer = always(None)
    folder = lesson(tmp_path, PREDICT.format(search=", search=__import__('course').Search(seed=3)"), counter="x = 1\n")
    judge(submission("balances = {''}"), folder, explorer)
    assert explorer.asked == [(Program({"main": "\nx = 1\n"}), Search(seed=3))]


def test_a_program_that_is_not_there_is_for_a_person_to_look_at(tmp_path: Path) -> None:
    folder = lesson(tmp_path, PREDICT.format(search=""), other="x = 1\n")
    [verdict] = judge(submission("balances = {''}"), folder, always(None))
    assert verdict.checks[0].status == "review"
    assert "the lesson's folder programs has no counter.py (it has: other)" in (verdict.checks[0].reason or "")


def test_a_program_that_meets_a_limit_fails_with_that_sentence(tmp_path: Path) -> None:
    def dies(program: Program, search: Search) -> Exploration:
        raise ExplorerDied("The program used more than 1 GiB.")

    folder = lesson(tmp_path, PREDICT.format(search=""), counter=COUNTER)
    [verdict] = judge(submission("balances = {1}"), folder, FakeExplorer(dies))
    assert verdict.checks[0].reason == "The program used more than 1 GiB."


def test_a_check_may_fail_by_a_sentence_of_its_own(tmp_path: Path) -> None:
    checks = """
        @pytest.mark.check("say-it", points=1)
        def test_it(answer):
            if answer("n", int) != 3:
                pytest.fail("count again")
        """
    [verdict] = judge(submission("n = 4"), lesson(tmp_path, checks, counter=COUNTER), always(None))
    assert [(check.status, check.reason) for check in verdict.checks] == [("failed", "Count again.")]
