"""Adjectives of countries («қазақстандық», «корейский», "Korean"): small letters hide them from the rule on names."""

from __future__ import annotations

import re
from functools import cache, lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING

from briefings.language.figures import DATE_KINDS, find_figures, same_figure
from briefings.language.meaning.alignment import Clash, span
from briefings.language.meaning.concepts import REPORTING, rows
from briefings.language.meaning.cues import Cue
from briefings.language.meaning.words import same_word, words, words_with_names
from briefings.language.names.governments import country_of, is_nation
from briefings.language.names.known import kind_of, known

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefings.domain import Language
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

# No state's own: «азиатский», «каспийский»; and what is ours is told of any source.
_REGIONS = frozenset(
    {"africa", "asia", "aral", "caspian", "eurasia", "europe", "kazakhstan", "eu", "central asia"}
)
_TWO = 2
_OF_COUNTRY = re.compile(r"[лдт][ыі][қк]$")  # «Қазақстандық ғалым»: an adjective at the head of a sentence
_PART = re.compile(r"(?:[^,;:.!?—–\n]|(?<=\d)[,.:–—](?=\d))+")


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
    found += _figures_of_another(statement, source, language, there)
    found += _deeds_of_another(statement, source, language, there)
    return tuple(found[:1])


def _figures_of_another(statement: str, source: str, language: Language, there: Language) -> Iterator[Clash]:
    """Figures that the source gives to one country and the statement to another that the source names, too."""
    theirs = tuple(_owned(source, there))
    everybody = frozenset[str]().union(*(countries_of(word) for word in words(source, there)))
    for figure, owners, said in _owned(statement, language):
        if REPORTING in said or len(owners) != 1 or not owners <= everybody:
            continue
        held = [(f, own) for f, own, _ in theirs if same_figure(figure, f)]
        if held and all(len(own) == 1 and own.isdisjoint(owners) for _, own in held):
            of_them = held[0][0]
            yield Clash(
                Cue("country", figure.start, figure.end, figure.text),
                Cue("country", of_them.start, of_them.end, of_them.text),
            )


def _deeds_of_another(statement: str, source: str, language: Language, there: Language) -> Iterator[Clash]:
    """What the source tells of one country, told of another of which it tells something else."""
    theirs = [(own, held) for own, held in _stretches(source, there) if len(own) == 1]
    if len({own for own, _ in theirs}) < _TWO:
        return
    for owners, said in _stretches(statement, language):
        if len(owners) != 1:
            continue
        shared = {own: 0 for own, _ in theirs}
        for own, held in theirs:
            shared[own] = max(shared[own], sum(any(same_word(a, b) for b in held) for a in said))
        nearest = max(shared, key=lambda own: shared[own])
        if shared.get(owners) == 0 and shared[nearest] >= _TWO:
            other = next(held for own, held in theirs if own == nearest)
            yield Clash(span("country", statement, *said), span("country", source, *other))


def _stretches(text: str, language: Language) -> Iterator[tuple[frozenset[str], list[Word]]]:
    """The stretches between two marks: the countries they name, and what else they tell."""
    spread = words(text, language)
    for stretch in _PART.finditer(text):
        near = [w for w in spread if stretch.start() <= w.start < stretch.end()]
        named = [w for w in near if _is_noun(w, language) and countries_of(w)]
        told = [w for w in near if w.content and w not in named and REPORTING not in w.concepts]
        if named and told:
            yield frozenset[str]().union(*map(countries_of, named)), told


def _owned(text: str, language: Language) -> Iterator[tuple[Figure, frozenset[str], frozenset[str]]]:
    """The figures with the countries, and the concepts, of the stretch between two marks in which each stands."""
    spread = words(text, language)
    figures = [f for f in find_figures(text, language) if f.certain and f.kind not in DATE_KINDS]
    for stretch in _PART.finditer(text) if figures else ():
        near = [w for w in spread if stretch.start() <= w.start < stretch.end()]
        owners = frozenset[str]().union(*(countries_of(w) for w in near if _is_noun(w, language)))
        concepts = frozenset[str]().union(*(w.concepts for w in near))
        for figure in figures:
            if stretch.start() <= figure.start < stretch.end():
                yield figure, owners, concepts


def _is_noun(word: Word, language: Language) -> bool:
    """Whether a word for a country is its name, no adjective: "Turkey", not "Turkish" nor «турецкий»."""
    if language != "en":
        return word.text[0].isupper() and _OF_COUNTRY.search(word.text) is None
    bare = word.text.removesuffix("'s").removesuffix("’s")
    return (known(bare) or "").casefold() == bare.casefold()


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
