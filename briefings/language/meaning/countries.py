"""Adjectives of countries («қазақстандық», «корейский», "Korean"): small letters hide them from the rule on names."""

from __future__ import annotations

from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.concepts import rows
from briefings.language.meaning.cues import Cue
from briefings.language.meaning.words import same_word, words, words_with_names
from briefings.language.names.governments import country_of, is_nation
from briefings.language.names.known import kind_of, known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

# No state's own: «азиатский», «каспийский»; and what is ours is told of any source.
_REGIONS = frozenset(
    {"africa", "asia", "aral", "caspian", "eurasia", "europe", "kazakhstan", "eu", "central asia"}
)


def turns_country(
    statement: str, source: str, language: Language, source_language: Language | None = None
) -> tuple[Clash, ...]:
    """Where the statement gives to a noun another country than the source does, one that the source never names."""
    there = source_language or language
    theirs = tuple(_attributes(source, there))
    named = frozenset().union(*(countries_of(word) for word in words(source, there)))
    found: list[Clash] = []
    for word, noun in _attributes(statement, language):
        if word.text[0].isupper():
            continue  # a name, looked for by the rule on names
        rivals = [other for other, held in theirs if same_word(noun, held)]
        if rivals and named.isdisjoint(countries_of(word)):
            found.append(Clash(span("country", statement, word), span("country", source, rivals[0])))
    return tuple(found)


def invents_country(text: str, language: Language, article: str, there: Language) -> tuple[Cue, ...]:
    """The words of `text` in small letters for a country («по японской лицензии») that `article` never speaks of."""
    named = [
        Cue("country", word.start, word.end, word.text)
        for word in words(text, language)
        if word.content and word.text.islower() and _is_foreign(word)
    ]
    if not named:
        return ()
    spoken = _spoken_of(article, there)
    return tuple(cue for cue in named if spoken.isdisjoint(_nations_of(cue.text, language)))


def _is_foreign(word: Word) -> bool:
    key = known(word.text)
    own = word.concepts & _country_concepts() or ({key.lower()} if key and is_nation(key) else set())
    return bool(own) and own.isdisjoint(_REGIONS)


def _nations_of(printed: str, language: Language) -> frozenset[str]:
    return frozenset().union(*(countries_of(word) for word in words_with_names(printed, language)))


@lru_cache(maxsize=16)
def _spoken_of(article: str, language: Language) -> frozenset[str]:
    """The countries that an article names by themselves, by an adjective or by their capital."""
    spread = words_with_names(article, language)
    pairs = (f"{one.text} {other.text}" for one, other in pairwise(spread) if one.text[0].isupper())
    keys = {key for key in map(known, pairs) if key}
    return frozenset().union(
        *map(countries_of, spread),
        # «Малайзиялық»: by its stem
        (key.lower() for word in spread for stem in word.form.keys if (key := known(stem))),
        (key.lower() for key in keys),
        (country_of(key).lower() for key in keys),
        (country_of(key).lower() for word in spread if word.text[0].isupper() and (key := known(word.text))),
    )


def _attributes(text: str, language: Language) -> Iterator[tuple[Word, Word]]:
    """The words for a country and the nouns right behind them."""
    spread = words(text, language)
    for word, noun in pairwise(spread):
        if noun.content and text[word.end : noun.start].isspace() and countries_of(word):
            yield word, noun


def countries_of(word: Word) -> frozenset[str]:
    """The countries and regions that a word names, as a noun or an adjective."""
    own = word.concepts & _country_concepts()
    key = known(word.text)
    return own | {key.lower()} if key and kind_of(key) == "place" else own


@cache
def _country_concepts() -> frozenset[str]:
    """The concepts one of whose English words names a place: "kazakhstan"."""
    listed = ((name, word) for name, language, found in rows() if language == "en" for word in found)
    keys = ((name, known(word.capitalize())) for name, word in listed)
    return frozenset(name for name, key in keys if key and kind_of(key) == "place")
