"""How many independent texts a story rests on: reprints of one text are one origin, however many link to it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Article, Brief

_WORD = re.compile(r"\w+")
_SHINGLE = 4  # words
_REPRINT = 0.7  # share of the shorter text that stands word for word in the longer one


def count_origins(briefs: Sequence[Brief]) -> int:
    """The number of independent texts among the articles of `briefs`."""
    origins: list[Article] = []
    # The longest first: a reprint is cut, seldom added to.
    for brief in sorted(briefs, key=lambda brief: (-len(brief.article.text), brief.id)):
        if not any(is_reprint(brief.article, origin) for origin in origins):
            origins.append(brief.article)
    return len(origins)


def is_reprint(a: Article, b: Article) -> bool:
    """Whether two articles are one text, the one perhaps cut."""
    if a.sha256 == b.sha256:
        return True
    ours, theirs = _shingles(a.text), _shingles(b.text)
    smaller = min(len(ours), len(theirs))
    return smaller > 0 and len(ours & theirs) >= _REPRINT * smaller


def _shingles(text: str) -> set[tuple[str, ...]]:
    words = _WORD.findall(text.casefold())
    return {tuple(words[at : at + _SHINGLE]) for at in range(len(words) - _SHINGLE + 1)}
