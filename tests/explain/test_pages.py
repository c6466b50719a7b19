"""The HTML forms: well formed, escaped, self-contained, and telling what the plain forms tell."""

from __future__ import annotations

import base64
import json
import re
import subprocess
import sys
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from course.explain import (
    execution_html,
    exploration_html,
    exploration_text,
    picture_svg,
    table_html,
    verdict_html,
    verdict_text,
)
from course.explain.pages import PICTURES_LIMIT
from course.model import Check, Exploration, Finding, Outcome, Program, Verdict
from tests.explain.records import FOUND, HAND_OVER, PROGRAM, SIGNAL, SPINS, WAITS_FOR_EVER, execution, step

VOID = {"br", "img"}

VERDICT = Verdict(
    "first-signal",
    (
        Check(
            "test_ends",
            "Every schedule ends.",
            2,
            "failed",
            reason="Deadlock: somebody waits for ever.",
            schedule="0x2.1",
            coverage=("every schedule", "every schedule"),
            program=Program(
                {"main": "", "solution": SIGNAL}, entry="main:first_signal", arguments={"items": 3, "name": "a"}
            ),
            execution=WAITS_FOR_EVER,
        ),
        Check("test_order", "The items come in order.", 3, "passed", coverage=("every schedule",)),
        Check("test_more", "It works for more.", 1, "review", hidden=True, reason="The budget was spent."),
    ),
    problems=("cell 4 is not Python: line 2.",),
)


class Outline(HTMLParser):
    """The elements of a piece of HTML; complains about what is not closed in order."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""
        self.feed(text)
        assert not self.open, f"not closed: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.text += data

    def count(self, tag: str) -> int:
        return sum(name == tag for name, _ in self.elements)


PAGES = {
    "table": table_html(HAND_OVER, {"main": SIGNAL}),
    "folded": table_html(SPINS),
    "execution": execution_html(WAITS_FOR_EVER, PROGRAM),
    "exploration": exploration_html(FOUND, PROGRAM),
    "verdict": verdict_html(VERDICT),
}


@pytest.mark.parametrize("page", PAGES)
def test_every_page_is_well_formed_and_needs_nothing_from_elsewhere(page: str) -> None:
    outline = Outline(PAGES[page])
    assert not {"script", "style", "link", "iframe", "svg"} & {tag for tag, _ in outline.elements}
    images = [attributes for tag, attributes in outline.elements if tag == "img"]
    assert all((image["src"] or "").startswith("data:image/svg+xml;base64,") and image["alt"] for image in images)
    assert not re.search(r"https?:|url\(|@import", PAGES[page])


@pytest.mark.parametrize("page", PAGES)
def test_the_text_takes_its_colour_from_the_page_so_that_it_is_readable_on_light_and_dark(page: str) -> None:
    assert not re.search(r"(?<![-\w])color\s*:(?!inherit;)", PAGES[page])


def test_a_table_has_a_caption_and_its_heads_say_what_they_head() -> None:
    outline = Outline(PAGES["table"])
    assert outline.count("caption") == 1
    heads = [attributes.get("scope") for tag, attributes in outline.elements if tag == "th"]
    assert heads.count("col") == len(("step", "main", "consumer", "producer", "line"))
    assert heads.count("row") == len(HAND_OVER.steps)


def test_every_row_of_a_table_spans_all_columns() -> None:
    for page in ("table", "folded", "execution"):
        rows = re.findall(r"<tr>(.*?)</tr>", PAGES[page], re.DOTALL)
        widths = {sum(int(span or 1) for span in re.findall(r'<t[hd](?: colspan="(\d+)")?', row)) for row in rows}
        assert len(widths) == 1, page


def test_a_long_stretch_folds_and_holds_its_steps() -> None:
    outline = Outline(PAGES["folded"])
    assert outline.count("details") == 1
    assert outline.count("li") == 36


def test_what_colour_says_a_word_says_too() -> None:
    assert "✗ still waits for ready" in PAGES["execution"]
    assert "has waited for ready → True" in PAGES["table"]
    assert "freed by step 4" in PAGES["table"]


def test_names_and_values_are_escaped_everywhere() -> None:
    evil = "<script>alert(1)</script>"
    bad = execution(
        "deadlock",
        threads=("main", evil),
        output=evil,
        result=[evil],
        steps=(step(1, evil, evil, 1, result=evil),),
        waiting=WAITS_FOR_EVER.waiting,
    )
    found = Exploration((Outcome("deadlock", [evil], evil, evil, 1, bad),), 1, evil, False)
    program = Program({"main": evil})
    verdict = Verdict(evil, (Check("t", evil, 1, "failed", reason=evil, program=program, execution=bad),), (evil,))
    for page in (exploration_html(found, program), execution_html(bad, program), verdict_html(verdict)):
        assert "<script" not in page
        Outline(page)


def test_the_exploration_says_what_was_covered_and_opens_the_simplest_failure_only() -> None:
    outline = Outline(PAGES["exploration"])
    assert "12 schedules run: every schedule with at most 2 preemptions. 2 outcomes." in outline.text
    details = [("open" in attributes) for tag, attributes in outline.elements if tag == "details"]
    assert details == [False, False, True, False]  # each outcome, and within it its table
    assert "3 of 12 schedules (25 %)" in outline.text
    assert "%%replay 0x2.1.2x2.1" in outline.text


RACE = Finding("data race", "Data race: nothing orders the two.", (), (), "Both had begun.", "One signal: Alone")
RACES = replace(
    FOUND,
    outcomes=tuple(
        replace(FOUND.outcomes[0], output=f"{count}\n", execution=replace(HAND_OVER, findings=findings))
        for count, findings in enumerate([(), (RACE,), (replace(RACE, sentence="Data race: another."),)])
    ),
)


def test_an_outcome_that_completed_with_a_finding_is_worth_opening_if_none_failed() -> None:
    outline = Outline(exploration_html(RACES))
    details = [("open" in attributes) for tag, attributes in outline.elements if tag == "details"]
    assert details == [False, False, True, False, False, False]
    assert "Completed, with data race" in outline.text
    told = exploration_text(RACES)
    row = "3. Completed, with data race: 9 of 27 schedules (33 %); printed: 2\n"
    assert f"{row}   %%replay {HAND_OVER.schedule}\n   Data race: another.\n" in told
    assert (
        "Outcome 2. Completed.\nData race: nothing orders the two.\nBoth had begun.\nTo read: One signal: Alone."
        in told
    )


def test_an_outcome_in_which_a_data_race_did_harm_is_opened_before_one_that_only_has_it() -> None:
    lost = replace(RACE, kind="lost update", sentence="Lost update: gone.")
    races, harmed = RACES.outcomes[1:]
    harmed = replace(harmed, execution=replace(HAND_OVER, findings=(lost, RACE)))
    told = exploration_text(replace(RACES, outcomes=(races, harmed)))
    assert "Outcome 2. Completed.\nLost update: gone." in told


def test_a_failure_is_opened_before_an_outcome_that_completed_with_a_finding() -> None:
    assert "Outcome 4. Deadlock" in exploration_text(replace(RACES, outcomes=(*RACES.outcomes, FOUND.outcomes[1])))


def test_the_share_of_an_outcome_is_a_bar_and_said_in_words() -> None:
    assert "width:25%" in PAGES["exploration"]
    assert "3 of 12 schedules (25 %)" in PAGES["exploration"]


def test_each_picture_is_an_image_that_says_the_same_to_those_who_do_not_see_it() -> None:
    pictures = [attributes for tag, attributes in Outline(PAGES["exploration"]).elements if tag == "img"]
    assert len(pictures) == 2
    assert "Deadlock: consumer waits for the Event 'ready' (line 4)" in (pictures[1]["alt"] or "")
    svg = base64.b64decode((pictures[1]["src"] or "").partition(",")[2]).decode()
    assert svg == picture_svg(WAITS_FOR_EVER, PROGRAM)


def test_a_page_with_many_outcomes_has_pictures_of_the_first_and_tables_of_all() -> None:
    failed = replace(FOUND.outcomes[1], count=1)
    spun = replace(FOUND.outcomes[0], count=1, execution=SPINS)
    many = replace(FOUND, outcomes=(*(replace(spun, output=str(count)) for count in range(19)), failed))
    page = exploration_html(many, Program({"main": SIGNAL * 30}))
    outline = Outline(page)
    assert len(page) < PICTURES_LIMIT + 20 * 12_000
    assert 3 < outline.count("img") < 20
    assert outline.count("table") == 20
    assert page.rindex("<img") > page.index("<strong>Deadlock")  # the one that is open has its own


def test_of_a_hidden_check_only_title_points_reason_picture_and_schedule_are_shown() -> None:
    secret = replace(HAND_OVER, result=["a secret"], output="a secret\n", steps=HAND_OVER.steps[:4])
    check = replace(VERDICT.checks[0], hidden=True, program=None, execution=secret)
    for page in (verdict_html(replace(VERDICT, checks=(check,))), verdict_text(replace(VERDICT, checks=(check,)))):
        assert "a secret" not in page
        assert "0x2.1" in page
    assert Outline(verdict_html(replace(VERDICT, checks=(check,)))).count("img") == 1


def test_the_plain_form_of_an_exploration_has_a_line_for_each_outcome_and_the_failing_table() -> None:
    told = exploration_text(FOUND)
    assert told.startswith(
        "12 schedules run: every schedule with at most 2 preemptions. 2 outcomes.\n"
        "1. Completed: 9 of 12 schedules (75 %); printed: got it\n"
        "   %%replay 0x2.1.2x2.1\n"
        "2. Deadlock: 3 of 12 schedules (25 %)\n"
        "   %%replay 0x2.1\n"
        "\n"
        "Outcome 2. Deadlock: consumer waits for the Event 'ready' (line 4)"
    )
    assert "still waits for ready" in told


def test_an_incomplete_exploration_never_reads_like_a_result() -> None:
    spent = replace(FOUND, coverage="incomplete: the budget of 12 executions was spent", complete=False)
    assert exploration_text(spent).startswith(
        "12 schedules run. Incomplete: the budget of 12 executions was spent. 2 outcomes so far."
    )


def test_of_many_outcomes_the_rest_is_counted() -> None:
    outcomes = tuple(replace(FOUND.outcomes[0], result=count, count=1) for count in range(50))
    found = replace(FOUND, outcomes=outcomes, executions=50)
    assert "… and 30 more outcomes" in exploration_html(found)
    assert "… and 30 more outcomes" in exploration_text(found)


def test_a_hundred_megabytes_of_output_are_cut_short_and_that_is_said() -> None:
    page = execution_html(replace(HAND_OVER, output="x" * 10_000_000))
    assert len(page) < 50_000
    assert "more characters" in page


def test_blank_lines_of_the_output_stay() -> None:
    assert "one\n\n\ntwo" in execution_html(replace(HAND_OVER, output="one\n\n\ntwo\n"))


def test_the_verdict_says_each_check_its_reason_and_how_to_see_it_again() -> None:
    outline = Outline(PAGES["verdict"])
    text = " ".join(outline.text.split())
    assert "first-signal: 1 of 3 checks passed, 3 of 6 points" in text
    assert "✗ failed (0 of 2 points): Every schedule ends. Deadlock: somebody waits for ever." in text
    assert "✓ passed (3 points): The items come in order. Explored: every schedule." in text
    assert "? needs review (1 point, hidden check): It works for more." in text
    cell = "%%replay 0x2.1\nfrom scenarios import first_signal\nprint(first_signal(items=3, name='a'))"
    assert cell in outline.text
    assert "\n".join(f"    {line}" for line in cell.split("\n")) in verdict_text(VERDICT)


def test_how_it_ended_is_not_said_again_where_the_reason_said_it() -> None:
    check = VERDICT.checks[0]
    ended = "Deadlock: consumer waits for the Event 'ready' (line 4) and nobody is left who could set it; "
    said = replace(check, reason=f"{ended}main waits for thread 'consumer' to end (line 13).")
    assert Outline(verdict_html(replace(VERDICT, checks=(said,)))).text.count(ended) == 1


def test_a_result_that_the_reason_has_shown_is_not_shown_again() -> None:
    check = replace(VERDICT.checks[0], execution=replace(HAND_OVER, result={"sold": [], "open": None}))
    assert "sold: nothing; open: None" in Outline(verdict_html(replace(VERDICT, checks=(check,)))).text
    told = replace(check, reason="This is what happened: sold: nothing; open: None.")
    assert "Result" not in Outline(verdict_html(replace(VERDICT, checks=(told,)))).text


def test_a_problem_that_is_the_reason_of_a_check_is_said_once_and_code_in_it_is_code() -> None:
    problem = "Cell [2], line 1 is not Python: `def race(<` (invalid syntax)."
    verdict = Verdict("race", (Check("t", "t", 1, "failed", reason=problem),), (problem, "Cell [3] is too long."))
    page = verdict_html(verdict)
    assert Outline(page).text.count("Cell [2]") == verdict_text(verdict).count("Cell [2]") == 1
    assert Outline(page).text.count("Cell [3]") == 1
    assert re.search(r"<code style=[^>]*>def race\(&lt;</code>", page)


def test_a_reason_for_several_checks_in_a_row_is_said_once() -> None:
    check = VERDICT.checks[0]
    verdict = replace(VERDICT, checks=(check, VERDICT.checks[1], check, replace(check, reason="Another.")))
    for told in (Outline(verdict_html(verdict)).text, verdict_text(verdict)):
        assert told.count("Deadlock: somebody waits for ever.") == 1
        assert told.count("For the same reason as the one above.") == 1
        assert told.count("The execution that shows it is the one above.") == 1


def test_what_tells_outcomes_apart_is_not_cut_off() -> None:
    lines = ["prices written", "trays washed", "trays filled", "prices hung up"]
    outcome = replace(FOUND.outcomes[0], output="\n".join(lines) + "\n")
    assert " ⏎ ".join(lines) in exploration_text(replace(FOUND, outcomes=(outcome,)))


def test_the_same_records_give_the_same_bytes_in_every_process() -> None:
    code = "from tests.explain.test_pages import PAGES; import json; print(json.dumps(PAGES))"
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert json.loads(again.stdout) == PAGES
