"""The words of a text as they are searched for: in their dictionary forms, in whichever of three languages."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.lemmas import lemmas
from briefings.language.meaning import forms_en, forms_kk
from briefings.language.meaning.words import plain

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language

# Letters and digits, with the soft hyphens, stress marks and parts of a decomposed й or ё among them.
_MARKS = "\u00ad\u0300-\u036f"
_WORD = re.compile(rf"[^\W_]+(?:[{_MARKS}]+[^\W_]*)*")
_CYRILLIC = re.compile("[\u0400-\u04ff]")
# A Kazakh word may be read as a form of many; the shortest are the dictionary's, the rest half-peeled.
_MOST_FORMS = 8
_LONGEST = 60  # letters; what is longer is an address or an accident, and looked for as it stands


@dataclass(frozen=True, slots=True)
class Printed:
    """A word as it stands in its text, at `start:end` (code points). A hyphen parts two words."""

    text: str
    start: int
    end: int


def printed(text: str) -> Iterator[Printed]:
    """The words of `text` in order."""
    return (Printed(found[0], found.start(), found.end()) for found in _WORD.finditer(text))


def spelled(text: str) -> list[str]:
    """The same words without their places."""
    return _WORD.findall(text)


@lru_cache(maxsize=100_000)
def forms(word: str, language: Language) -> tuple[str, ...]:
    """The dictionary forms that `word` may have in a text in `language`: lower case, е for ё, sorted.

    Words in Latin letters are English wherever they stand.
    """
    folded = plain(word).replace("ё", "е")
    if len(folded) > _LONGEST:
        found = frozenset((folded,))
    elif not _CYRILLIC.search(folded):
        found = forms_en.read(folded).keys
    elif language == "kk":
        found = forms_kk.dictionary_forms(folded)
    else:
        found = lemmas(folded, "ru")
    return tuple(sorted(sorted(found, key=lambda form: (len(form), form))[:_MOST_FORMS]))


def forms_asked_for(word: str) -> tuple[str, ...]:
    """The dictionary forms that a reader may mean by `word`, whose language nobody knows; sorted."""
    return tuple(sorted({*forms(word, "ru"), *forms(word, "kk")}))
