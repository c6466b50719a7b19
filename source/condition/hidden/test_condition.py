"""The hidden checks of the exercises on Condition: the promises of the public ones, where they are harder to keep."""

import pytest

from course import Search

# === 1-one-predicate ===

PREDICATE_EVERY = Search(preemptions=None, steps=600)
PREDICATE_SOME = Search(preemptions=1, steps=600)
PREDICATE_LATE = Search(preemptions=0, late_threads=1, steps=600)

# --- order-the-lines --------------------------------------------------------------------------


@pytest.mark.check("order-the-lines", points=1)
def test_another_order_of_the_bakers_lines(answer, explore):
    """`other_bake_lines` is another order of Mira's lines that is right."""
    first, other = (letters_only(answer(name)) for name in ("bake_lines", "other_bake_lines"))
    if sorted(other) != sorted("FGHI"):
        pytest.fail("`other_bake_lines` must be a text with each of the letters F, G, H, I once.")
    if first == other:
        pytest.fail("`other_bake_lines` is the same order as `bake_lines`.")
    found = explore("a_baker_in_this_order", search=PREDICATE_EVERY, lines=other)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["rye", "wheat"],
        "Mira baked rye and wheat, but this was sold: {outcome.result}",
    )


def letters_only(lines):
    """An answer such as "ABC", "A, B, C" or ("A", "B", "C"), as "ABC"."""
    return "".join(each for line in lines for each in line.upper() if each not in " ,") if is_text(lines) else ""


def is_text(lines):
    """Whether the answer is a text, or a sequence of texts."""
    return isinstance(lines, (str, tuple, list)) and all(isinstance(line, str) for line in lines)


# --- number-display ---------------------------------------------------------------------------


@pytest.mark.check("number-display", points=1)
def test_many_calls_by_two_sellers(explore):
    """Each customer is served when enough numbers have been called, whoever calls them, and however slowly."""
    for search, numbers in (
        (PREDICATE_SOME, {"sellers": ["Jonas", "Ines"], "calls": 2, "numbers": [1, 3]}),
        (PREDICATE_EVERY, {"sellers": ["Jonas"], "calls": 4, "numbers": [4]}),
        (PREDICATE_LATE, {"sellers": ["Jonas"], "calls": 4, "numbers": [3, 2], "begins_after": 5}),
    ):
        # The driver is the public one, so that whoever fails can see it again with these numbers.
        found = explore("numbers_are_called", search=search, **numbers)
        found.completes()
        found.always(
            lambda outcome: nobody_too_early(outcome.result),
            "somebody was served too early: {outcome.result}",
            finding="wrong order",
        )


@pytest.mark.check("number-display", points=1)
def test_two_displays(explore):
    """Two displays do not disturb each other."""
    found = explore("two_number_displays", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: all(
            outcome.result.index(f"call: {name}") < outcome.result.index(f"served: {name}")
            for name in ("bread", "cakes")
        ),
        "there is a display for bread and one for cakes, but this is what happened: {outcome.result}",
        finding="wrong order",
    )


def nobody_too_early(seen):
    """Whether each customer was served after as many calls as the number says."""
    return all(seen[:place].count("call") >= int(line.split()[1]) for place, line in enumerate(seen) if line != "call")


# --- narrow-shelf -----------------------------------------------------------------------------


@pytest.mark.check("narrow-shelf", points=1)
def test_slow_bakers_and_slow_sellers(explore):
    """Jonas gets every loaf once, in order, and there is room for one, however slow the two are."""
    for baking, selling in ((1, 60), (60, 1)):
        loaves = ["roll", "bun", "bagel"]
        found = explore("a_narrow_shelf", search=PREDICATE_LATE, loaves=loaves, baking=baking, selling=selling)
        found.completes()
        found.always(
            lambda outcome: outcome.result["taken"] == ["roll", "bun", "bagel"],
            "Mira put a roll, a bun and a bagel on the shelf, but Jonas got {outcome.result[taken]}",
        )
        found.always(
            lambda outcome: never_two(outcome.result["seen"]),
            "Mira put a second loaf on the shelf before Jonas wanted the first one: {outcome.result[seen]}",
        )


@pytest.mark.check("narrow-shelf", points=1)
def test_burnt_loaves_again_and_again(explore):
    """Each loaf is in one pair of hands, also if Mira takes back more than one."""
    found = explore("two_burnt_loaves", search=PREDICATE_SOME, burnt=["coal", "ash"], fresh="rye")
    found.completes()
    found.always(
        lambda outcome: shared_out(["coal", "ash", "rye"], **outcome.result),
        "Mira baked coal and ash, tried to take both back, and then baked rye; but this is who has what: "
        "{outcome.result}",
    )


@pytest.mark.check("narrow-shelf", points=1)
def test_two_shelves(explore):
    """Two shelves do not disturb each other."""
    found = explore("two_shelves_alone", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: outcome.result == ["roll", "bun", None, None],
        "there was a roll on one shelf and a bun on the other, but this is what was there: {outcome.result}",
    )


def never_two(seen):
    """Whether no loaf was on the shelf while the one before it was still there."""
    return all(seen[:end].count("put") <= seen[:end].count("wants") + 1 for end in range(len(seen) + 1))


def shared_out(loaves, back, taken):
    """Whether Jonas has each loaf that Mira has not got back, in order, and nothing else."""
    return len(back) == 2 and taken == [loaf for loaf in loaves if loaf not in back]


# --- cake-box ---------------------------------------------------------------------------------


@pytest.mark.check("cake-box", points=1)
def test_the_box_is_filled_again(explore):
    """A box that was emptied can be filled again, however slowly, and the next cake has its own price."""
    cakes = [["nut cake", 30], ["plum cake", 25]]
    for search, baking in ((PREDICATE_EVERY, 0), (PREDICATE_LATE, 5)):
        found = explore("a_cake_box", search=search, cakes=cakes, baking=baking)
        found.completes()
        found.always(
            lambda outcome: outcome.result == cakes,
            "Mira filled the box with a nut cake for 30, and later with a plum cake for 25; "
            "but this is what Jonas found: {outcome.result}",
        )


@pytest.mark.check("cake-box", points=1)
def test_two_boxes(explore):
    """Two boxes do not disturb each other."""
    found = explore("two_cake_boxes", search=PREDICATE_EVERY)
    found.completes()
    found.always(
        lambda outcome: outcome.result == {"small": ["muffin", 2], "large": ["wedding cake", 200]},
        "a muffin for 2 belongs into the small box, a wedding cake for 200 into the large one; "
        "but this is what was found: {outcome.result}",
    )
