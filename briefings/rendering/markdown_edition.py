"""The Markdown edition: good to read as it stands, and nothing from outside becomes markup."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefings.rendering.display import shown, web_address
from briefings.rendering.templating import fill

if TYPE_CHECKING:
    from pathlib import Path

    from briefings.rendering.citing import Claim
    from briefings.rendering.page import Page

# Emphasis, code, links, tables, struck-out text and headings are made of these, wherever they stand.
_ACTIVE = re.compile(r"[\\`*_\[\]|~#]")
# These open a list, a quotation, a rule or an underlined heading, only at the start.
_OPENING = re.compile(r"^(?:[-+=>]|\d+(?=[.)](?:\s|$)))")
# A bare address becomes a link on many sites.
_BARE_ADDRESS = re.compile(r"(?<=:)(?=//)|(?<=www)(?=\.)", re.IGNORECASE)
_ENTITY = re.compile(r"&(?=#?\w+;)")
_LINE_ENDS = re.compile(r" +$", re.MULTILINE)
_GAPS = re.compile(r"\n{3,}")
_BLANKS = re.compile(r"[ \t\r\n]+")


def escaped(text: str) -> str:
    """`text` as Markdown that shows exactly these words on one line (runs of blanks become one)."""
    line = _BLANKS.sub(" ", shown(text)).strip()  # a no-break space at an edge would undo emphasis
    line = _ENTITY.sub("&amp;", line).replace("<", "&lt;")
    line = _ACTIVE.sub(r"\\\g<0>", line)
    line = _BARE_ADDRESS.sub("\\\\", line)
    return _OPENING.sub(_opening, line)


def _opening(found: re.Match[str]) -> str:
    # A digit cannot be escaped: it is the point or bracket after it that makes a list.
    return f"{found[0]}\\" if found[0][0].isdigit() else f"\\{found[0]}"


def _marked(text: str) -> Markup:
    return Markup(escaped(text))  # noqa: S704 - escaped for Markdown, HTML included


def markdown_edition(page: Page, overrides: Path | None = None) -> str:
    """`page` as Markdown. Citations read `[S8]` and lead to the numbered source at the end."""
    address = web_address(page.brief.article.url)
    filled = fill(
        "brief.md",
        _marked,
        overrides=overrides,
        page=page,
        brief=page.brief,
        article=page.brief.article,
        made=page.brief.made,
        labels=page.labels,
        address=Markup(f"<{address}>") if address else None,  # noqa: S704 - percent-encoded by web_address
        cited=_cited,
    )
    # Whether a section is there or not, one empty line stands between two. No outside text holds a newline.
    return _GAPS.sub("\n\n", _LINE_ENDS.sub("", filled))


def _cited(claim: Claim) -> Markup:
    """The claim with its citations in place."""
    numbers = ", ".join(f"[{chip.sentence}]" for chip in claim.chips)
    parts = [escaped(claim.before), numbers]
    return Markup(" ".join(filter(None, parts)) + escaped(claim.after))  # noqa: S704 - escaped for Markdown
