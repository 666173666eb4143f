"""The digest as HTML that mail readers show: tables, styles in place, nothing fetched, light and dark."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import css_inline
from markupsafe import Markup

from briefings import resources
from briefings.rendering.digest_frame import digest_subject
from briefings.rendering.display import shown
from briefings.rendering.html_page import DIGITAL_SOURCE
from briefings.rendering.templating import fill

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.rendering.digest_page import DigestPage

# No style that breaks a word without end is known to all mail readers: such a word gets places to break.
# No word of our languages is as long. An address must stay as it is: it is printed into links.
_ENDLESS = re.compile(r"\S{40,}")
_STRETCH = re.compile(r"\S{16}(?=\S)")
_ADDRESS = re.compile(r"(?:https?|mailto):")
# The dark scheme cannot stand in place; its style element is marked "keep" in the template.
_INLINER = css_inline.CSSInliner(load_remote_stylesheets=False, keep_style_tags=False, minify_css=True)


def digest_html(page: DigestPage, *, unsubscribe: str | None = None, overrides: Path | None = None) -> str:
    """`page` as one HTML document; `unsubscribe` is the mailto: address of its last line."""
    style = resources.read("templates/digest.css", overrides).strip()
    filled = fill(
        "digest.html",
        _breakable,
        overrides=overrides,
        page=page,
        labels=page.labels,
        subject=digest_subject(page.digest, page.labels),
        digital_source=DIGITAL_SOURCE[page.drafter],
        unsubscribe=unsubscribe,
        style=Markup(style),  # noqa: S704 - our own file
    )
    return _INLINER.inline(filled.strip())


def _breakable(text: str) -> str:
    text = shown(text)
    if _ADDRESS.match(text):
        return text
    return _ENDLESS.sub(lambda word: _STRETCH.sub("\\g<0>\u200b", word[0]), text)
