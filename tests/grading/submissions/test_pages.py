"""Markdown as nbgrader's pages show it: the lessons as they are, and nothing that runs."""

import html
import re
from typing import Any

import nbformat
import pytest
from jinja2 import Environment
from nbconvert.filters.markdown_mistune import IPythonRenderer, MarkdownWithMath

from course.grading.submissions.pages import clean, markdown2html
from tests.grading.small_course import REPOSITORY

LESSONS = sorted((REPOSITORY / "source").glob("*/*.ipynb"))


def shown(source: str, **cell: Any) -> str:
    """What a page shows of a cell."""
    environment = Environment()
    environment.filters["markdown2html"] = markdown2html
    return environment.from_string("{{ source | markdown2html }}").render(source=source, cell=cell)


def stock(source: str) -> str:
    return MarkdownWithMath(renderer=IPythonRenderer(escape=False, exclude_anchor_links=True)).render(source)


def plain(page: str) -> str:
    ours = r' rel="noopener noreferrer"|(?<=<summary) style="display:list-item;cursor:pointer"| ?/(?=>)'
    return html.unescape(re.sub(ours, "", page))


def test_what_is_folded_shows_that_it_can_be_opened():
    assert '<summary style="display:list-item;cursor:pointer">Answer' in shown("<details><summary>Answer</summary>")


@pytest.mark.parametrize("path", LESSONS, ids=lambda path: path.stem)
def test_the_lessons_look_as_they_did(path: Any):
    texts = [cell.source for cell in nbformat.read(path, as_version=4).cells if cell.cell_type == "markdown"]
    assert texts
    for text in texts:
        assert plain(shown(text)) == plain(stock(text))


@pytest.mark.parametrize(
    "source",
    [
        "| a | b |\n|:-:|---|\n| `x` | ~~y~~ |",
        "```python\nwith lock:\n    pass  # why\n```",
        "$a < b$ and $$\\sum_{i<n} i$$",
        "> quoted\n\n1. one\n2. two\n\n- [link](https://example.org/?a=1&b=2)",
        "<details><summary>More</summary>text<br></details>",
        "![drawing](drawings/one.png)",
    ],
)
def test_what_markdown_is_for_stays(source: str):
    wanted = plain(stock(source)).replace(' style="text-align:center"', ' style="text-align:center"')
    assert plain(shown(source)) == wanted


@pytest.mark.parametrize(
    "source",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg><script>alert(1)</script></svg>",
        "<svg onload=alert(1)>",
        "[a](javascript:alert(1))",
        "<a href=' java\tscript:alert(1)'>a</a>",
        "[a](data:text/html;base64,PHNjcmlwdD4=)",
        "<img src='data:image/svg+xml;base64,PHN2Zz4='>",
        "![a](vbscript:alert)",
        "<iframe src=//example.org></iframe><object data=x></object><embed src=x>",
        "<form action=//example.org><button formaction='javascript:alert(1)'>a</button></form>",
        "<math><mi//xlink:href='data:x,<script>alert(1)</script>'></math>",
        "<base href=//example.org><link rel=stylesheet href=x><meta http-equiv=refresh content=0>",
        "<style>@import '//example.org'</style>",
        "<p style='background:url(//example.org)'>a</p>",
        "<div id=first class='nbgrader_cell score'>a</div>",
        "# first\n\n<input id=first>",
        "```mermaid\n</pre><script>alert(1)</script>\n```",
        '[a](x "onmouseover=alert(1)") ![a](y\'onerror=alert(1))',
        "<noscript><p title='</noscript><script>alert(1)</script>'></noscript>",
    ],
)
def test_what_would_run_or_pass_for_a_part_of_the_page_does_not_come_through(source: str):
    page = shown(source)
    tags = [tag.lower() for tag in re.findall(r"<[^>]*>", page)]
    assert stock(source) != page
    for tag in tags:
        assert not re.match(
            r"</?(script|svg|math|iframe|object|embed|form|button|input|base|link|meta|style|noscript)", tag
        )
        assert not re.search(r"""\s(on\w+|id|style|action|srcdoc)=""", re.sub(r'"[^"]*"', '""', tag))
        assert "script:" not in tag
        assert "data:" not in tag
        assert "nbgrader_cell" not in tag


def test_an_attached_picture_is_shown():
    page = shown("![a](attachment:a.png)", attachments={"a.png": {"image/png": "iVBORw0KGgo="}})
    assert 'src="data:image/png;base64,iVBORw0KGgo="' in page


def test_what_the_renderer_stumbles_over_is_shown_as_it_is():
    assert shown("![a](attachment:b) <script>") == "<pre>![a](attachment:b) &lt;script&gt;</pre>"


def test_cleaning_what_is_clean_changes_nothing():
    page = shown("# a\n\n`b` [c](https://example.org)")
    assert clean(page) == page
