"""The gallery is what the explorer finds and draws today."""

from __future__ import annotations

import pytest

from course.explain import explore
from course.model import Program, Search
from docs.gallery.__main__ import HERE, PAGE, Exhibit, exhibits, written


def test_the_page_and_its_pictures_are_what_make_gallery_writes_today() -> None:
    files = written()
    stale = [path.name for path, text in files.items() if not path.exists() or path.read_text() != text]
    assert not stale, "run `make gallery`"
    assert set(HERE.glob("*.svg")) == set(files) - {PAGE}


@pytest.mark.parametrize("exhibit", list(exhibits()), ids=lambda exhibit: exhibit.name)
def test_the_repaired_program_does_in_every_schedule_what_it_should(exhibit: Exhibit) -> None:
    found = explore(Program({"main": exhibit.repaired}), Search())
    assert found.complete
    for outcome in found.outcomes:
        assert outcome.ending == "completed"
        assert exhibit.should_print == ("",) or ", ".join(outcome.output.splitlines()) in exhibit.should_print
