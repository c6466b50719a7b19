"""The picture: well-formed, within its sheet, telling what the table tells, and the same every time."""

from __future__ import annotations

import json
import subprocess
import sys
from dataclasses import replace
from xml.etree import ElementTree

import pytest

from course.explain import explore, picture_svg
from course.explain.picture import palette
from course.explain.picture.measures import mono_width, width
from course.explain.picture.sheet import CODE_SIZE, SHOWN, SIZE
from course.explain.table import Fold, laid_out
from course.model import Access, Execution, Failure, Finding, Program, Race, Search, Wait
from tests.explain.records import HAND_OVER, PHILOSOPHERS, PROGRAM, RAISES, SPINS, WAITS_FOR_EVER, execution, step
from tests.search.programs import FAMILIES, random_program, seeds

SVG = "{http://www.w3.org/2000/svg}"

EVIL = "</text><script>alert('1')</script>\u202e\x00\x1b[31m\ud800"
THREE = ("main", "producer", "consumer")


def rounds(count: int, threads: tuple[str, ...] = THREE) -> Execution:
    """Threads that hand items over by turns."""
    steps = [step(0, "Thread.start", name, 11, woke=(index,)) for index, name in enumerate(threads) if index]
    turn = 0
    while len(steps) < count:
        thread = 1 + turn % (len(threads) - 1)
        other = 1 + (turn + 1) % (len(threads) - 1)
        steps.append(step(thread, "Condition.notify", "filled", 8, time=turn // 2, woke=(other,)))
        steps.append(step(thread, "Condition.wait", "filled", 4, time=turn // 2, result="waits"))
        turn += 1
    wait = Wait(1, "Condition.wait", "filled", "main", 4)
    lost = Finding("lost wake-up", "Lost wake-up: nobody heard it. " * 8, (("main", 8),), (count - 1,), "Just before.")
    return execution("deadlock", threads=threads, steps=tuple(steps[:count]), waiting=(wait,), findings=(lost,))


PICTURED = {
    "hand-over": HAND_OVER,
    "deadlock": WAITS_FOR_EVER,
    "philosophers": PHILOSOPHERS,
    "error": replace(RAISES, steps=(step(2, "print", None, 5),)),
    "endless": SPINS,
    "nothing": execution(),
    "forty steps": rounds(40),
    "six threads": rounds(40, ("main", *(f"worker-{number}" for number in range(5)))),
    "twelve threads": rounds(60, ("main", *(f"a-worker-with-a-name-{number}" for number in range(11)))),
    "thirty threads": rounds(80, ("main", *(f"worker-{number}" for number in range(29)))),
    "a thousand threads": rounds(3000, tuple(f"w{number}" for number in range(1000))),
    "five thousand steps": rounds(5000),
    "wide names": execution(
        threads=("main", "W" * 500, "漢" * 500),
        steps=tuple(step(thread, "W" * 300, "字" * 300, 1, result="m" * 300, module="漢" * 90) for thread in (1, 2)),
    ),
    "hostile": execution(
        "error",
        threads=("main", EVIL),
        output=EVIL,
        steps=(
            step(7, EVIL, EVIL, -3, result=EVIL, woke=(99, -4, 7, *range(3000))),
            step(-9, "Event.wait", None, 10**12, time=-1e300, result="waits"),
            step(1, "start", EVIL, 1, time=1e300, module=EVIL, woke=(-1,)),
        ),
        waiting=(Wait(-5, EVIL, None, "main", 10**9, holder=77), *(Wait(n, EVIL, EVIL, EVIL, n) for n in range(500))),
        failures=(Failure(-2, EVIL, EVIL * 100, EVIL, -1),),
        findings=(Finding(EVIL, EVIL * 1000, ((EVIL, -1),), (-1, 10**9), EVIL * 1000),),
        races=(Race(EVIL, Access(5000, "read", EVIL, -1), Access(-7, "write", EVIL, 0)),),
    ),
}
SOURCED = Program({"main": PROGRAM.modules["main"] + "# " + "W" * 3000 + EVIL.replace("\ud800", "")})


@pytest.fixture(params=PICTURED)
def pictured(request: pytest.FixtureRequest) -> Execution:
    return PICTURED[request.param]


def texts(svg: str) -> str:
    return " ".join(
        " ".join("".join(text.itertext()) for text in ElementTree.fromstring(svg).iter(f"{SVG}text")).split()
    )


def test_it_is_an_image_with_a_title_and_a_description_that_needs_nothing_from_elsewhere(pictured: Execution) -> None:
    svg = picture_svg(pictured, SOURCED)
    root = ElementTree.fromstring(svg)
    assert root.tag == f"{SVG}svg"
    assert root.get("role") == "img"
    named = {each.get("id"): each.text for each in root if each.tag in (f"{SVG}title", f"{SVG}desc")}
    assert list(named) == (root.get("aria-labelledby") or "").split()
    assert all(named.values())
    known = {"svg", "title", "desc", "g", "rect", "path", "circle", "text", "tspan"}
    assert {each.tag.removeprefix(SVG) for each in root.iter()} <= known
    assert "href" not in svg
    assert "url(" not in svg
    assert svg.count("http") == 1  # the namespace


def test_no_text_leaves_the_sheet_and_no_words_run_into_the_source(pictured: Execution) -> None:
    root = ElementTree.fromstring(picture_svg(pictured, SOURCED))
    wide, high = (float(root.get(name) or 0) for name in ("width", "height"))
    assert wide <= 880
    heads = {"line": 0.0, "what happened": 0.0}
    for group in root.iter(f"{SVG}g"):
        for text in group.iter(f"{SVG}text"):
            if (text.text or "") in heads and group.get("font-size") == "12":
                heads[text.text or ""] = float(text.get("x") or 0)
    for group in root.iter(f"{SVG}g"):
        code = "mono" in (group.get("font-family") or "")
        size = float(group.get("font-size") or SIZE)
        for text in group.iter(f"{SVG}text"):
            if text.get("transform"):
                continue  # slanting names are bounded by themselves
            said = "".join(text.itertext())
            bold = group.get("font-weight") == "bold" or any(each.get("font-weight") for each in text)
            room = mono_width(said, CODE_SIZE) if code else width(said, size, bold)
            left = float(text.get("x") or 0) - (room / 2 if group.get("text-anchor") == "middle" else 0)
            assert left >= 0, said
            assert left + room <= wide + 0.5, said
            assert 0 < float(text.get("y") or 0) < high, said


@pytest.mark.parametrize("name", sorted(PICTURED.keys() - {"hostile", "wide names"}))  # whose texts are cut
def test_every_step_of_the_table_is_in_the_picture_or_in_a_fold(name: str) -> None:
    pictured = PICTURED[name]
    told = texts(picture_svg(pictured)).replace("\N{NO-BREAK SPACE}", " ")
    table = laid_out(pictured, None, SHOWN)
    for part in table.body:
        assert (part.label if isinstance(part, Fold) else part.text) in told
    for end in table.last:
        assert end.text in told


def test_where_it_goes_wrong_is_marked_and_the_finding_stands_there() -> None:
    lost = Finding("lost wake-up", "Lost wake-up: nobody heard it.", (), (3,), "consumer had not begun to wait.")
    svg = picture_svg(replace(WAITS_FOR_EVER, findings=(lost,)))
    told = texts(svg)
    assert "4 " in told
    at = told.index("clears ready")
    assert at > 0
    assert "✗ Lost wake-up: nobody heard it. consumer had not begun to wait." in told
    assert svg.count(palette.FAILED) > picture_svg(HAND_OVER).count(palette.FAILED)


def test_a_step_that_a_finding_is_about_stays_in_sight_among_thousands() -> None:
    middle = rounds(5000)
    svg = picture_svg(replace(middle, findings=(replace(middle.findings[0], steps=(2500,)),)))
    assert ">2501<" in svg
    assert ">1500<" not in svg


def test_it_is_small_for_three_threads_and_forty_steps_and_bounded_for_all() -> None:
    assert len(picture_svg(PICTURED["forty steps"], SOURCED).encode()) < 30_000
    for name, each in PICTURED.items():
        assert len(picture_svg(each, SOURCED).encode()) < 60_000, name


def test_the_legend_explains_what_occurs_and_nothing_else() -> None:
    told = texts(picture_svg(HAND_OVER))
    assert "wakes a thread" in told
    assert "did not come to its end" not in told
    assert "did not come to its end" in texts(picture_svg(WAITS_FOR_EVER))


def test_two_pictures_on_one_page_share_no_id() -> None:
    ids = [
        each.get("id")
        for one in PICTURED.values()
        for each in ElementTree.fromstring(picture_svg(one)).iter()
        if each.get("id")
    ]
    assert len(ids) == len(set(ids)) == 2 * len(PICTURED)


@pytest.mark.parametrize("family", sorted(FAMILIES))
def test_whatever_a_program_does_is_drawn_within_the_limits(family: str) -> None:
    for seed in seeds(2_000, 6, family):
        program = random_program(seed)
        for outcome in explore(program, Search(preemptions=1, executions=60, steps=400)).outcomes:
            svg = picture_svg(outcome.execution, program)
            assert len(svg.encode()) < 60_000, f"program {seed}"
            ElementTree.fromstring(svg)


def luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def test_every_text_has_the_contrast_of_wcag_aa_on_the_paper_and_on_the_tint() -> None:
    for colour in (palette.INK, palette.MUTED, palette.FAILED, palette.MAIN, *palette.THREADS):
        for ground in (palette.PAPER, palette.TINT):
            assert contrast(colour, ground) >= 4.5, (colour, ground)


def test_the_same_records_give_the_same_bytes_in_every_process() -> None:
    code = (
        "from tests.explain.test_picture import PICTURED, SOURCED; from course.explain import explore, picture_svg;"
        "import json; print(json.dumps([picture_svg(each, SOURCED) for each in PICTURED.values()]))"
    )
    here = [picture_svg(each, SOURCED) for each in PICTURED.values()]
    for seed in ("1", "2"):
        again = subprocess.run(
            [sys.executable, "-c", code], env={"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True
        )
        assert json.loads(again.stdout) == here
