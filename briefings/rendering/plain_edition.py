"""The plain edition: the Markdown edition as simple HTML, to paste into mail and document systems."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import nh3
from markdown import Markdown
from markupsafe import Markup

from briefings.rendering.display import shown, web_address
from briefings.rendering.markdown_edition import markdown_edition
from briefings.rendering.templating import fill

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.rendering.page import Page

_TAGS = {"a", "br", "em", "h1", "h2", "h3", "hr", "li", "p", "strong", "ul"} | {
    "table",
    "tbody",
    "td",
    "th",
    "thead",
    "tr",
}
_ATTRIBUTES = {"a": {"href", "id"}}
_ANCHOR = re.compile(r"[sh][1-9][0-9]*")
# In Markdown the brackets of [S8] make the link; here they must be seen, so that pasted text keeps them.
_CITATION = re.compile(r'<a href="#[sh][1-9][0-9]*">[SH][1-9][0-9]*</a>')


def plain_edition(page: Page, overrides: Path | None = None) -> str:
    """`page` as a small HTML document: headings, lists, tables, links to the numbered source, no style."""
    converter = Markdown(extensions=["tables", "sane_lists"], output_format="html")
    # CommonMark lets a backslash escape these too; this converter must be told.
    converter.ESCAPED_CHARS += ["|", "~", "=", "/"]
    body = nh3.clean(
        converter.convert(markdown_edition(page, overrides)),
        tags=_TAGS,
        attributes=_ATTRIBUTES,
        attribute_filter=_allowed,
        url_schemes={"http", "https"},
        link_rel=None,
    )
    return fill(
        "brief.plain.html",
        shown,
        overrides=overrides,
        page=page,
        labels=page.labels,
        body=Markup(_CITATION.sub(r"[\g<0>]", body)),  # noqa: S704 - cleaned above
    )


def _allowed(_tag: str, attribute: str, value: str) -> str | None:
    """Links lead to a sentence of the source or to a web address; anchors are those of sentences."""
    if attribute == "id":
        return value if _ANCHOR.fullmatch(value) else None
    if value.startswith("#"):
        return value if _ANCHOR.fullmatch(value[1:]) else None
    return value if web_address(value) else None
