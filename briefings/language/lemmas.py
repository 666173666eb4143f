"""Dictionary forms of single words.

Russian by pymorphy3, all parses and never the first alone: the first is wrong for one surname in four.
English by Snowball. Kazakh has no usable dictionary; its words are compared by their stems' beginnings.
"""

from __future__ import annotations

from functools import cache, lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from briefings.domain import Language


def is_word(word: str, language: Language) -> bool:
    """Whether `word` is in the dictionary of `language`; False where there is no dictionary."""
    return language == "ru" and bool(russian().word_is_known(word.casefold()))


@lru_cache(maxsize=100_000)
def lemmas(word: str, language: Language) -> frozenset[str]:
    """The dictionary forms that `word` may have, folded to lower case and е; for Kazakh the word itself."""
    folded = word.casefold().replace("ё", "е")
    if language == "ru":
        try:
            return frozenset(parse.normal_form.replace("ё", "е") for parse in parses_of(folded))
        except ValueError:  # a letter without a name in Unicode stops the analyser; articles hold anything
            return frozenset((folded,))
    if language == "en":
        return frozenset((_english().stemWord(folded),))
    return frozenset((folded,))


@lru_cache(maxsize=8192)  # names, forms and figures ask for the same words; 12 MB when full
def parses_of(word: str) -> tuple[Any, ...]:
    """All parses of a Russian word, the likeliest first. Raises `ValueError` for a letter without a name in Unicode."""
    return tuple(russian().parse(word))


@cache
def russian() -> Any:
    """The Russian analyser: 0.1 s and 20 MB, so loaded when first asked for, once."""
    import pymorphy3

    return pymorphy3.MorphAnalyzer()


@cache
def _english() -> Any:
    import snowballstemmer

    return snowballstemmer.stemmer("english")
