"""Colours, fonts and sizes of the picture, in one place.

White paper under everything, so that contrast does not depend on the page: each text colour has at least 4.5:1
on the paper and on the tint behind a failing step (WCAG 2.2, level AA); a test computes it.  Red is kept for what went
wrong.  No two neighbouring lanes are told apart by hue alone: each carries its thread's name.
"""

from __future__ import annotations

PAPER = "#ffffff"
INK = "#1f2430"
MUTED = "#596273"
RULE = "#e6e9ee"
CLOCK = "#b4bcc9"
ARROW = "#3c4454"
FAILED = "#b3202c"
TINT = "#fdf0f0"

MAIN = "#4a5261"
THREADS = ("#1a63b0", "#a04700", "#0d7050", "#7a3ea8", "#0b6b82", "#ad2b6c", "#5b650f")

SANS = "'Helvetica Neue',Helvetica,Arial,'Liberation Sans','DejaVu Sans',sans-serif"
CODE = "Menlo,Consolas,'DejaVu Sans Mono','Liberation Mono',monospace"


def colour(thread: int) -> str:
    """The colour of a thread: grey for the main one."""
    return MAIN if thread == 0 else THREADS[(thread - 1) % len(THREADS)]
