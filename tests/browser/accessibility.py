"""What axe-core has to say about a part of a page: https://github.com/dequelabs/axe-core, the field's usual checker.

Only our own output is looked at; JupyterLab around it is JupyterLab's.  What axe-core cannot decide (text over a
picture, say) it reports apart from violations, and nothing here asks for that.
"""

from __future__ import annotations

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

__all__ = ["OUTPUTS", "violations"]

OUTPUTS = ".jp-Notebook .jp-OutputArea-output"
"""The outputs of an open notebook's cells."""


def violations(page: Page, part: str = OUTPUTS) -> list[str]:
    """Each violation in what the selector ``part`` finds: the rule, and the elements that break it.

    Raises ValueError if ``part`` finds nothing, of which nothing could be wrong.
    """
    if page.locator(part).count() == 0:
        raise ValueError(f"there is nothing on the page that {part!r} selects; run the cell first")
    # JupyterLab's body has no height and hides what overflows, so that axe-core takes all that is in it for unseen.
    page.evaluate("document.body.style.minHeight = '100vh'")
    found = Axe().run(page, context={"include": [[part]]}).response["violations"]
    return [
        f"{violation['id']}: {violation['help']}: {node['html'][:200]}"
        for violation in found
        for node in violation["nodes"]
    ]
