"""The words of a text as reprints are compared by: folded, without what a layout program changes."""

from __future__ import annotations

import re
from functools import lru_cache

from briefings.language.folding import fold

_WORD = re.compile(r"\w+")
_SIZE = 3


def words(text: str) -> list[str]:
    """The folded words of `text`, in order."""
    return [word for token in text.split() for word in _words(token)]


def shingles(text: str) -> list[str]:
    """Every three words that follow each other, each once, in the order of the text."""
    folded = words(text)
    runs = zip(*(folded[start:] for start in range(_SIZE)), strict=False)
    return list(dict.fromkeys(map(" ".join, runs)))


@lru_cache(maxsize=65_536)  # the words of a language recur, and folding one takes longer than looking it up
def _words(token: str) -> tuple[str, ...]:
    return tuple(_WORD.findall(fold(token).text))
