"""Adjectives of countries («қазақстандық», «корейский», "Korean"): small letters hide them from the rule on names."""

from __future__ import annotations

from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.concepts import rows
from briefings.language.meaning.words import same_word, words
from briefings.language.names.known import kind_of, known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word


def turns_country(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement gives to a noun another country than the source does, one that the source never names."""
    there = source_language or language
    theirs = tuple(_attributes(source, there))
    named = frozenset().union(*(_countries_of(word) for word in words(source, there)))
    found: list[Clash] = []
    for word, noun in _attributes(statement, language):
        if word.text[0].isupper():
            continue  # a name, looked for by the rule on names
        rivals = [other for other, held in theirs if same_word(noun, held)]
        if rivals and named.isdisjoint(_countries_of(word)):
            found.append(Clash(span("country", statement, word), span("country", source, rivals[0])))
    return tuple(found)


def _attributes(text: str, language: Language) -> Iterator[tuple[Word, Word]]:
    """The words for a country and the nouns right behind them."""
    spread = words(text, language)
    for word, noun in pairwise(spread):
        if noun.content and text[word.end : noun.start].isspace() and _countries_of(word):
            yield word, noun


def _countries_of(word: Word) -> frozenset[str]:
    own = word.concepts & _country_concepts()
    key = known(word.text)
    return own | {key.lower()} if key and kind_of(key) == "place" else own


@cache
def _country_concepts() -> frozenset[str]:
    """The concepts one of whose English words names a place: "kazakhstan"."""
    listed = ((name, word) for name, language, found in rows() if language == "en" for word in found)
    keys = ((name, known(word.capitalize())) for name, word in listed)
    return frozenset(name for name, key in keys if key and kind_of(key) == "place")
