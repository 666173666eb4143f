"""A few words of a sentence to quote: verbatim, within one clause, without marks inside."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language

_MOST = 8  # words
_END = re.compile("[,;:.!?()«»“”„\"—–]|\\s-\\s")


def from_word(text: str, found: re.Match[str], language: Language) -> str | None:
    """Up to eight words of the clause around what was found: from there on, or in Kazakh, whose verb is last, up to it.

    None when that is a single word, which quotes nothing.
    """
    if language == "kk":
        end = _word_end(text, found.end())
        clause = _END.split(text[:end])[-1]
        words = clause.split()[-_MOST:]
    else:
        words = _END.split(text[found.start() :])[0].split()[:_MOST]
    quoted = " ".join(words)
    at = text.find(quoted)
    return quoted if len(words) > 1 and at >= 0 else None


def clause_around(text: str, found: re.Match[str]) -> str:
    """The words from the beginning of the clause of what was found to its end, eight at most around it."""
    end = _word_end(text, found.end())
    before = _END.split(text[: found.start()])[-1].split()
    room = max(0, _MOST - len(text[found.start() : end].split()))
    start = found.start()
    for word in reversed(before[-room:] if room else []):
        start = text.rindex(word, 0, start)
    return text[start:end]


def _word_end(text: str, at: int) -> int:
    rest = re.match(r"[\w’'-]*", text[at:])
    return at + (rest.end() if rest else 0)
