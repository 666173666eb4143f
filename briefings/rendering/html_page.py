"""The reading page: brief and source side by side in one HTML file that asks nothing of the network."""

from __future__ import annotations

import json
from base64 import b64encode
from hashlib import sha256
from typing import TYPE_CHECKING, Any

from markupsafe import Markup

from briefings import resources
from briefings.rendering.display import shown, web_address
from briefings.rendering.templating import fill

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.rendering.page import Page

# schema.org's words for "made by a trained model" and "made by a program".
DIGITAL_SOURCE = {
    "model": "https://schema.org/TrainedAlgorithmicMediaDigitalSource",
    "extraction": "https://schema.org/AlgorithmicMediaDigitalSource",
}
# Inside a script element only these can end the element or confuse a parser; JSON may escape any character.
_JSON_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in "<>&\u2028\u2029"}


def html_page(page: Page, overrides: Path | None = None) -> str:
    """`page` as one HTML document. Style and script are allowed by their hash, everything else is refused."""
    style = resources.read("templates/brief.css", overrides).strip() + _on_every_sheet(
        page.brief.made.marking
    )
    script = resources.read("templates/brief.js", overrides).strip()
    return fill(
        "brief.html",
        shown,
        overrides=overrides,
        page=page,
        brief=page.brief,
        article=page.brief.article,
        made=page.brief.made,
        labels=page.labels,
        address=web_address(page.brief.article.url),
        style=Markup(style),  # noqa: S704 - our own file, and the marking escaped
        script=Markup(script),  # noqa: S704 - our own file
        style_hash=_hash(style),
        script_hash=_hash(script),
        data=Markup(_data_block(page)),  # noqa: S704 - escaped for a script element
    )


def _on_every_sheet(marking: str) -> str:
    """The rule that prints the marking in the margin of every sheet, each character escaped."""
    escaped = "".join(f"\\{ord(character):x} " for character in shown(marking))
    return f'\n@page{{@top-right{{content:"{escaped}";font:700 9pt var(--sans)}}}}'


def _hash(content: str) -> str:
    return f"sha256-{b64encode(sha256(content.encode()).digest()).decode()}"


def _data_block(page: Page) -> str:
    """The header for machines, as JSON-LD that no text can close or break out of."""
    brief, article, made = page.brief, page.brief.article, page.brief.made
    source: dict[str, Any] = {
        "@type": "NewsArticle",
        "headline": article.title,
        "publisher": {"@type": "Organization", "name": article.outlet} if article.outlet else None,
        "author": {"@type": "Person", "name": article.author} if article.author else None,
        "url": web_address(article.url),
        "datePublished": article.published,
        "inLanguage": article.language,
        "genre": article.genre,
        "identifier": f"sha256:{article.sha256}",
    }
    block = {
        "@context": "https://schema.org",
        "@type": "Report",
        "identifier": brief.id,
        "version": brief.revision,
        "name": brief.title.text,
        "inLanguage": brief.language,
        "dateCreated": made.created,
        "conditionsOfAccess": made.marking,
        "digitalSourceType": DIGITAL_SOURCE[made.drafter],
        "creditText": made.ai_notice,
        "isBasedOn": {key: value for key, value in source.items() if value is not None},
    }
    # Lone surrogates cannot be written as UTF-8; JSON would carry them through.
    return shown(json.dumps(block, ensure_ascii=False)).translate(_JSON_ESCAPES)
