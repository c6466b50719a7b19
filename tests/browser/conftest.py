"""One JupyterLab and one page for the tests of a module; without a browser they are left out, and say so."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Page

from tests.browser.lab import CHROMIUM, Lab, opened, running_lab


@pytest.fixture(scope="module")
def theme() -> str:
    """JupyterLab's theme; a module may ask for another."""
    return "JupyterLab Light"


@pytest.fixture(scope="module")
def lab(theme: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Lab]:
    if CHROMIUM is None:
        pytest.skip("the tests in a browser need Debian's package chromium (or chromium-browser, google-chrome)")
    with running_lab(tmp_path_factory.mktemp("lab"), theme) as lab:
        yield lab


@pytest.fixture(scope="module")
def page(lab: Lab) -> Iterator[Page]:
    with opened(lab) as page:
        yield page
