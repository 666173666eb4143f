"""The digest as plain text, written for those who read no HTML: every section, number and address."""

from __future__ import annotations

import re
import textwrap
from typing import TYPE_CHECKING

from markupsafe import Markup

from briefings.rendering.display import shown
from briefings.rendering.templating import fill

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefings.rendering.digest_page import DigestPage

_WIDTH = 74
_BLANKS = re.compile(r"[ \t\r\n]+")
_GAPS = re.compile(r"\n{3,}")


def digest_text(page: DigestPage, *, unsubscribe: str | None = None, overrides: Path | None = None) -> str:
    """`page` as text of lines no longer than 74 letters, longer words and addresses apart."""
    filled = fill(
        "digest.txt",
        _on_one_line,
        overrides=overrides,
        page=page,
        labels=page.labels,
        unsubscribe=unsubscribe,
        wrapped=_wrapped,
    )
    return _GAPS.sub("\n\n", filled).strip() + "\n"


def _on_one_line(text: str) -> Markup:
    # Words from outside cannot open a line of their own; there is no markup here to escape.
    return Markup(_BLANKS.sub(" ", shown(text)).strip())  # noqa: S704


def _wrapped(indent: int = 0, hanging: int | None = None, *, caller: Callable[[], str]) -> Markup:
    """The block of the template in lines, the first indented by `indent`, the others by `hanging`."""
    lines = textwrap.wrap(
        str(_on_one_line(caller())),
        _WIDTH,
        initial_indent=" " * indent,
        subsequent_indent=" " * (indent if hanging is None else hanging),
        break_long_words=False,
        break_on_hyphens=False,
    )
    return Markup("\n".join(lines))  # noqa: S704 - text, not HTML
