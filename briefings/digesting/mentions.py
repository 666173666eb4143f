"""The names, bodies and countries that a text mentions, by keys that hold in any case, alphabet and language.

A name of a person, company or town is known by its consonants, a well-known body or country by its key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.lemmas import is_word
from briefings.language.meaning.words import words
from briefings.language.names.forms import readings
from briefings.language.names.known import kind_of, known
from briefings.language.names.script import consonants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from briefings.domain import Language
    from briefings.language.meaning.words import Word

# Too common in news of one country to tell two events apart: itself, and the bodies that every country has.
_BODY_WEIGHTS = {
    "Kazakhstan": 0.0, "Astana": 0.2, "Almaty": 0.5, "Central Asia": 0.3, "Asia": 0.3, "Europe": 0.5,
    "MFA": 0.4, "MoF": 0.4, "MoD": 0.4, "MoE": 0.4, "MNE": 0.4, "NBK": 0.4,
}  # fmt: skip
# A capital stands for its country.
_SEATS = {
    "Astana": "Kazakhstan", "Almaty": "Kazakhstan", "Shymkent": "Kazakhstan", "Akorda": "Kazakhstan",
    "Moscow": "Russia", "Beijing": "China", "Washington": "USA", "New York": "USA", "Tashkent": "Uzbekistan",
    "Bishkek": "Kyrgyzstan", "Dushanbe": "Tajikistan", "Ashgabat": "Turkmenistan", "Baku": "Azerbaijan",
    "Tbilisi": "Georgia", "Yerevan": "Armenia", "Minsk": "Belarus", "Kyiv": "Ukraine", "Ankara": "Turkey",
    "Istanbul": "Turkey", "Tehran": "Iran", "London": "UK", "Paris": "France", "Berlin": "Germany",
    "Geneva": "Switzerland", "Vienna": "Austria", "Tokyo": "Japan", "Seoul": "South Korea", "New Delhi": "India",
}  # fmt: skip
_NO_COUNTRY = frozenset({"Europe", "Asia", "Africa", "America", "Eurasia", "Central Asia", "Middle East",
    "South Caucasus", "Caspian", "Aral", "Brussels"})  # fmt: skip
_LONGEST_BODY = 5  # words in the name of a known body
_SHORTEST_KEY = 2  # consonants; with fewer, too many names are alike
_RELATING = re.compile(r"ск(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)$")  # endings of adjectives of places
_RELATING_KEY = re.compile(r"(?:nsk|sk).?$")


class Item(NamedTuple):
    """One thing that a brief mentions: all keys it may go by, and how much sharing it says."""

    keys: frozenset[str]
    weight: float = 1.0


class Mention(NamedTuple):
    """A name or a known body or country at `text[start:end]`."""

    start: int
    end: int
    item: Item
    known: bool


def small_words(texts: Sequence[str], language: Language) -> frozenset[str]:
    """The words that `texts` print in small letters: capital elsewhere, they are no names."""
    return frozenset(word.text for text in texts for word in words(text, language) if word.text.islower())


def bodies_in(text: str, language: Language) -> frozenset[str]:
    """The keys of the known bodies and countries that `text` names."""
    mentions = mentions_in(text, language, frozenset())
    return frozenset(key for mention in mentions if mention.known for key in mention.item.keys)


def countries_of(keys: Iterable[str]) -> frozenset[str]:
    """The countries among `keys`, and those whose capitals are."""
    return frozenset(_SEATS.get(key, key) for key in keys if key in _SEATS or _is_country(key))


def mentions_in(text: str, language: Language, small: frozenset[str]) -> Iterator[Mention]:
    """The names of `text` in order. `small` are words that the brief also prints in small letters."""
    spoken = words(text, language)
    # A headline in title case or all capitals does not tell names from other words.
    names_are_capital = sum(word.text[0].isupper() for word in spoken) < 0.8 * len(spoken)
    at = 0
    while at < len(spoken):
        word = spoken[at]
        length, key = _body_at(text, spoken, at)
        if key is not None:
            yield Mention(
                word.start,
                spoken[at + length - 1].end,
                Item(frozenset((key,)), _BODY_WEIGHTS.get(key, 1.0)),
                known=True,
            )
        elif names_are_capital and _is_name(word, language, small):
            keys = _name_keys(word.text)
            if at + 1 < len(spoken) and text[word.end : spoken[at + 1].start] == " ":
                # Syr Darya is Сырдарья elsewhere
                keys |= _joint_keys(word.text, spoken[at + 1].text)
            if keys:
                yield Mention(word.start, word.end, Item(keys), known=False)
        at += length


def is_seat(key: str) -> bool:
    """Whether a known place is a city that stands for its country."""
    return key in _SEATS and kind_of(key) == "place"


def _is_country(key: str) -> bool:
    return kind_of(key) == "place" and key not in _NO_COUNTRY


def _body_at(text: str, spoken: Sequence[Word], at: int) -> tuple[int, str | None]:
    """How many words the name of a known body or country has that begins here, and its key."""
    longest = _LONGEST_BODY if spoken[at].text[0].isupper() else 1
    for length in range(min(longest, len(spoken) - at), 0, -1):
        key = known(text[spoken[at].start : spoken[at + length - 1].end])
        if key is not None:
            return length, key
    return 1, None


def _is_name(word: Word, language: Language, small: frozenset[str]) -> bool:
    if not word.content or not word.text[0].isupper() or word.text.lower() in small or word.concepts:
        return False
    # What opens a sentence is capital anyway.
    return not (word.start == 0 and is_word(word.text, language))


@lru_cache(maxsize=1 << 15)
def _name_keys(name: str) -> frozenset[str]:
    keys = {consonants(reading.nominative) for reading in readings(name)} | {consonants(name)}
    if _RELATING.search(name):  # Каргалинское водохранилище is in Карғалы
        keys |= {_RELATING_KEY.sub("", key) for key in keys}
    return frozenset(key for key in keys if len(key) >= _SHORTEST_KEY)


@lru_cache(maxsize=1 << 15)
def _joint_keys(name: str, following: str) -> frozenset[str]:
    return frozenset((consonants(name + following),)) if following[0].isupper() else frozenset()
