"""A checked brief, printed: the reading page, Markdown, plain HTML and data.

`render(brief, "html")` gives the text of the file; `SUFFIXES` how its name ends.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Literal

from briefings.rendering.document import brief_document, brief_from_document, brief_schema
from briefings.rendering.html_page import html_page
from briefings.rendering.labels import labels
from briefings.rendering.markdown_edition import markdown_edition
from briefings.rendering.page import Page, lay_out
from briefings.rendering.plain_edition import plain_edition

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefings.domain import Brief, Language

Format = Literal["md", "html", "plain", "json"]


def _data(page: Page, _overrides: Path | None = None) -> str:
    # Half a surrogate pair cannot be written as UTF-8: such a text is escaped whole rather than lost.
    document = brief_document(page.brief)
    text = json.dumps(document, ensure_ascii=False, indent=2)
    return f"{text if _is_unicode(text) else json.dumps(document, indent=2)}\n"


def _is_unicode(text: str) -> bool:
    return not any("\ud800" <= character <= "\udfff" for character in text)


RENDERERS: dict[str, Callable[[Page, Path | None], str]] = {
    "md": markdown_edition,
    "html": html_page,
    "plain": plain_edition,
    "json": _data,
}
SUFFIXES = {"md": ".md", "html": ".html", "plain": ".plain.html", "json": ".json"}


def render(
    brief: Brief,
    format: Format,  # noqa: A002 - the word users know
    *,
    language: Language | None = None,
    overrides: Path | None = None,
    dimension_names: Mapping[str, Mapping[Language, str]] | None = None,
) -> str:
    """`brief` as the text of a file in `format`: "md", "html", "plain" or "json".

    `language` is that of the labels, the brief's own when None; the statements are never translated.
    `overrides` is a folder whose templates/ replace ours file by file. `dimension_names` gives the lens's
    names, id to language to name; a dimension without one is shown by its id.
    """
    words = labels(language or brief.language, overrides)
    return RENDERERS[format](lay_out(brief, words, dimension_names), overrides)


__all__ = [
    "RENDERERS",
    "SUFFIXES",
    "Format",
    "brief_document",
    "brief_from_document",
    "brief_schema",
    "render",
]
