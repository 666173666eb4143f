"""A few words of a sentence to quote: verbatim and unbroken, without marks inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.meaning.words import content_words

if TYPE_CHECKING:
    from briefings.domain import Language

_MOST, _FURTHER = 8, 3  # words
_MARKS = re.compile('[.;:!?()«»“”„"—–]')
_CLAUSE = re.compile(r"[.,;:!?()«»“”„\"—–]|\s-\s")


def from_word(text: str, found: re.Match[str], language: Language) -> str:
    """Up to eight words around what was found: from there on, or in Kazakh, whose verb is last, up to there.

    They end with the clause, unless that is a single word, and never on a word that says nothing.
    """
    if language == "kk":
        return clause_around(text, found)
    rest = text[found.start() :]
    stretch = _CLAUSE.split(rest)[0]
    if len(stretch.split()) == 1:
        stretch = _MARKS.split(rest)[0]
    words = list(re.finditer(r"\S+", stretch))[:_MOST]
    end = words[-1].end()
    if len(words) == _MOST:  # cut within the clause
        told = [word.end for word in content_words(stretch[:end], language)]
        end = max((at for at in told if at > found.end() - found.start()), default=end)
    return stretch[:end].rstrip(" ,")


def clause_around(text: str, found: re.Match[str]) -> str:
    """The clause of what was found, from its beginning to three words further: eight words at most."""
    opening = [m.end() for m in _CLAUSE.finditer(text, 0, found.start())]
    start = opening[-1] if opening else 0
    closing = _CLAUSE.search(text, found.end())
    words = list(re.finditer(r"\S+", text[start : closing.start() if closing else len(text)]))
    last = max(i for i, word in enumerate(words) if start + word.start() < found.end()) + _FURTHER
    kept = words[: last + 1][-_MOST:]
    return text[start + kept[0].start() : start + kept[-1].end()]
