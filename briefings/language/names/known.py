"""Bodies and countries that go by several names: ООН, Организация Объединённых Наций, БҰҰ and UN are one.

The table is `known.txt`. A name is recognised in any case; an adjective (казахстанский) names its country.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from briefings.language.lemmas import lemmas
from briefings.language.names.forms import readings
from briefings.language.names.script import alphabet, letters

if TYPE_CHECKING:
    from collections.abc import Iterator

KnownKind = Literal["organisation", "place"]
_TABLE = Path(__file__).with_name("known.txt")
_ADJECTIVES = Path(__file__).with_name("adjectives.txt")
_ALSO_A_WORD = frozenset({"TG"})  # «Того» at the head of a Russian sentence is "of that"
_BEFORE_NAMES = frozenset(("the", "г.", "город", "республики"))
# A Kazakh adjective of a town or country: «қостанайлық», of Kostanay.
_OF_TOWN = re.compile(r"(?P<of>[^\W\d_]{4,})[лдт][ыіi][қк]", re.IGNORECASE)
_SHORT = 4  # up to so many letters, only capitals are an abbreviation: US, not us


@lru_cache(maxsize=1 << 15)
def word_keys(word: str) -> frozenset[str]:
    """All nominatives and dictionary forms `word` may stand for, folded."""
    keys = {letters(reading.nominative) for reading in readings(word)} | {letters(word)}
    if alphabet(word) == "cyrillic":
        keys |= {letters(town["of"]) for key in (word, *keys) if (town := _OF_TOWN.fullmatch(key))}
        keys |= lemmas(word, "ru")
    return frozenset(keys)


@lru_cache(maxsize=1 << 14)
def known(name: str) -> str | None:
    """The English key of a well-known body or country, whatever it is called here; None for any other."""
    words = name.strip(' «»"“”„.,').split()
    while len(words) > 1 and words[0].lower() in _BEFORE_NAMES:
        words = words[1:]
    if not words:
        return None
    for first in word_keys(words[0]):
        for alias, key in _index().get((len(words), first), ()):
            if all(map(_stands_for, words, alias)):
                return key
    return None


@lru_cache(maxsize=1 << 14)
def may_begin_known(word: str) -> bool:
    """Whether the name of a well-known body or country can begin with `word`, standing between spaces."""
    return word.lower() in _BEFORE_NAMES or not word_keys(word).isdisjoint(_first_words())


def kind_of(key: str) -> KnownKind:
    """Whether the body or country under this key is an organisation or a place."""
    return _kinds()[key]


def is_state(key: str) -> bool:
    """Whether a key is a country of the world, by the territories that `babel` lists."""
    return key in _states()


def _stands_for(printed: str, alias: str) -> bool:
    if alias.isupper() and len(alias) <= _SHORT:
        return letters(alias) in word_keys(printed) and sum(map(str.isupper, printed)) >= len(alias)
    return not word_keys(printed).isdisjoint(_alias_keys(alias))


@cache
def _alias_keys(alias: str) -> frozenset[str]:
    keys = frozenset((letters(alias),))
    return keys | lemmas(alias, "ru") if alphabet(alias) == "cyrillic" else keys


@cache
def _index() -> dict[tuple[int, str], list[tuple[tuple[str, ...], str]]]:
    index: dict[tuple[int, str], list[tuple[tuple[str, ...], str]]] = {}
    for key, _, aliases in _rows():
        for alias in aliases:
            words = tuple(alias.split())
            for first in _alias_keys(words[0]):
                index.setdefault((len(words), first), []).append((words, key))
    return index


@cache
def _first_words() -> frozenset[str]:
    return frozenset(first for _, first in _index())


@cache
def _states() -> frozenset[str]:
    return frozenset(key for key, _ in _countries())


@cache
def _kinds() -> dict[str, KnownKind]:
    return {key: kind for key, kind, _ in _rows()}


def _rows() -> Iterator[tuple[str, KnownKind, list[str]]]:
    rows = list(_table_rows())
    yield from rows
    named = {alias.casefold() for _, _, aliases in rows for alias in aliases}
    yield from (
        (key, "place", names) for key, names in _countries() if named.isdisjoint(map(str.casefold, names))
    )


def _countries() -> Iterator[tuple[str, list[str]]]:
    """The other countries of the world, as CLDR calls them in our languages: «Мьянма (Бирма)» is two names."""
    from babel import Locale  # reads its tables from disk: only when a name is looked up

    by_language = [Locale.parse(code).territories for code in ("ru", "kk", "en")]
    for code, english in by_language[-1].items():
        if code.isalpha() and code not in _ALSO_A_WORD:
            printed = " (".join(territories.get(code, english) for territories in by_language)
            names = [name.strip(" )") for name in printed.split("(") if name.strip(" )")]
            yield english, [*names, *_adjectives().get(english, ())]


@cache
def _adjectives() -> dict[str, list[str]]:
    """The adjectives of the countries that only CLDR names."""
    rows = (line.split(" | ") for line in _ADJECTIVES.read_text(encoding="utf-8").splitlines())
    return {
        key: [word.strip() for column in columns for word in column.split(",") if word.strip(" |")]
        for key, *columns in rows
    }


def _table_rows() -> Iterator[tuple[str, KnownKind, list[str]]]:
    kind: KnownKind = "organisation"
    for line in _TABLE.read_text(encoding="utf-8").splitlines():
        if line == "[place]":
            kind = "place"
        key, *columns = line.split(" | ")
        if columns and not line.startswith("#"):
            yield key, kind, [name.strip() for column in columns for name in column.split(",")]
