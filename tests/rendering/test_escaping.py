"""Whatever an article or a model writes, the page keeps its shape and shows the words."""

from __future__ import annotations

import re
from itertools import takewhile
from typing import TYPE_CHECKING

import pytest
from hypothesis import example, given, settings
from lxml import html
from markdown_it import MarkdownIt

from briefings.rendering import render
from briefings.rendering.display import shown
from tests.rendering.hostile import hostile_texts, with_words

if TYPE_CHECKING:
    from lxml.html import HtmlElement
    from markdown_it.token import Token

    from briefings.rendering import Format

_MARKDOWN = MarkdownIt("commonmark").enable(["table", "strikethrough"])


def _visible(text: str) -> str:
    """`text` as a reader sees it: runs of blanks are one."""
    return re.sub(r"[ \t\n\r]+", " ", shown(text)).strip()


def _tree(page: str) -> HtmlElement:
    # As a browser gets it: bytes of UTF-8.
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def _shape(page: str) -> list[tuple[object, ...]]:
    return [(element.tag, *sorted(element.attrib)) for element in _tree(page).iter()]


def _markup(tokens: list[Token]) -> list[tuple[object, ...]]:
    flat = [child for token in tokens for child in (token, *(token.children or ()))]
    words = {"text", "inline"}
    return [
        (t.type, t.attrs.get("href"), t.content if t.type.startswith("html") else "")
        for t in flat
        if t.type not in words
    ]


@given(hostile_texts)
@example("</script><script>alert(1)</script>")
@example('"><svg onload=alert(1)>')
@settings(max_examples=60, deadline=None)
def test_no_text_changes_the_shape_of_the_reading_page(text: str) -> None:
    page = render(with_words(text), "html")
    assert _shape(page) == _shape(render(with_words("x."), "html"))
    shown_gap = _tree(page).xpath('//section[@aria-labelledby="t-gaps"]//li')[0].text_content()
    assert _visible(shown_gap) == _visible(text)


@given(hostile_texts)
@example("- x")
@example("1. x")
@example("x\n===")
@example("\\*x*")
@settings(max_examples=120, deadline=None)
def test_no_text_becomes_markdown(text: str) -> None:
    tokens = _MARKDOWN.parse(render(with_words(text), "md"))
    assert _markup(tokens) == _markup(_MARKDOWN.parse(render(with_words("x."), "md")))
    last = tokens[-1 - len(list(takewhile(lambda t: t.type != "list_item_open", reversed(tokens)))) :]
    words = next(t for t in last if t.type == "inline").children or []
    assert "".join(t.content for t in words if t.type == "text").removeprefix("S11 ") == _visible(text)


@given(hostile_texts)
@example("x\n\n<script>alert(1)</script>")
@example("[S1]: http://evil.example")
@settings(max_examples=120, deadline=None)
def test_no_text_changes_the_shape_of_the_plain_edition(text: str) -> None:
    page = render(with_words(text), "plain")
    assert _shape(page) == _shape(render(with_words("x."), "plain"))
    last = _tree(page).xpath("//li")[-1].text_content()
    assert last.removeprefix("S11 ") == _visible(text)


@pytest.mark.parametrize("form", ["html", "md", "plain", "json"])
def test_every_edition_can_be_written_as_utf_8(form: Format) -> None:
    page = render(with_words("half a pair \ud800 and a nul \x00"), form)
    assert page.encode()


@pytest.mark.parametrize("character", ["\u202e", "\u2066", "\x00", "\x1b", "\u2028", "\U000e0041", "\x85"])
@pytest.mark.parametrize("form", ["html", "md", "plain"])
def test_a_hidden_character_is_shown_as_a_mark(form: Format, character: str) -> None:
    page = render(with_words(f"a{character}b"), form)
    assert character not in page
    assert "a\ufffdb" in page


def test_the_data_block_holds_the_words_and_cannot_be_left() -> None:
    page = render(with_words("</script><!--<script>"), "html")
    blocks = _tree(page).xpath('//script[@type="application/ld+json"]')
    assert len(blocks) == 1
    assert "<" not in blocks[0].text
    assert "\\u003c/script\\u003e" in blocks[0].text
