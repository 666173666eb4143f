"""The names, bodies and countries that a text mentions, by keys that hold in any case, alphabet and language.

A name of a person, company or town is known by its consonants, a well-known body or country by its key.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.lemmas import is_word
from briefings.language.meaning.words import words_with_names
from briefings.language.names.forms import readings
from briefings.language.names.known import kind_of, known, may_begin_known
from briefings.language.names.lexicon import word_set
from briefings.language.names.parts import SURNAME, is_known_given
from briefings.language.names.roles import role_of
from briefings.language.names.script import consonants
from briefings.language.names.spans import Span

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
# So does any other town at home.
_AT_HOME = frozenset({"Aktau", "Aktobe", "Atyrau", "Balkhash", "Dostyk", "Karaganda", "Khorgos", "Kokshetau",
    "Kostanay", "Kuryk", "Kyzylorda", "Oskemen", "Pavlodar", "Petropavl", "Semey", "Taldykorgan", "Taraz",
    "Turkistan", "Uralsk"})  # fmt: skip
_NO_COUNTRY = frozenset({"Europe", "Asia", "Africa", "America", "Eurasia", "Central Asia", "Middle East",
    "South Caucasus", "Caspian", "Aral", "Brussels"})  # fmt: skip
# Capital in English, and in every report of the month.
_CALENDAR = word_set(
    "january february march april may june july august september october november december "
    "monday tuesday wednesday thursday friday saturday sunday"
)
# Of a word before another in one name, which the last of them tells by itself; and of a known given name.
_FORE_WEIGHT, _GIVEN_WEIGHT = 0.5, 0.2
HOME = "Kazakhstan"  # the country that nearly every report names
_LONGEST_BODY = 5  # words in the name of a known body
_SHORTEST_KEY = 2  # consonants; with fewer, too many names are alike
_RELATING = re.compile(r"[сц]к(?:ий|ая|ое|ие|ого|ой|ому|им|ом|ую|их|ими)$")  # endings of adjectives of places
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
    return frozenset(
        word.text for text in texts for word in words_with_names(text, language) if word.text.islower()
    )


def bodies_in(text: str, language: Language) -> frozenset[str]:
    """The keys of the known bodies and countries that `text` names."""
    mentions = mentions_in(text, language, frozenset())
    return frozenset(key for mention in mentions if mention.known for key in mention.item.keys)


def countries_of(keys: Iterable[str]) -> frozenset[str]:
    """The countries among `keys`, and those whose capitals are; a town at home is of its own."""
    places = (key for key in keys if key in _SEATS or _is_country(key))
    return frozenset(HOME if key in _AT_HOME else _SEATS.get(key, key) for key in places)


def mentions_in(text: str, language: Language, small: frozenset[str]) -> Iterator[Mention]:
    """The names of `text` in order. `small` are words that the brief also prints in small letters."""
    spoken = words_with_names(text, language)
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
        elif names_are_capital and (
            _is_name(word, language, small) or _ends_name(text, spoken, at, language, small)
        ):
            item = _name_item(word.text, *_following(text, spoken, at, language, small))
            if item.keys:
                yield Mention(word.start, word.end, item, known=False)
        at += length


def roles_beside(text: str, mentions: Sequence[Mention], language: Language) -> frozenset[int]:
    """The offsets of what `text` calls its people («министр финансов»): told with the name, it is no event."""
    runs: list[tuple[int, int]] = []
    for mention in mentions:
        if mention.known:
            continue
        if runs and text[runs[-1][1] : mention.start] == " ":
            runs[-1] = runs[-1][0], mention.end
        else:
            runs.append((mention.start, mention.end))
    offsets: set[int] = set()
    edges = [0, *(edge for run in runs for edge in run), len(text)]
    for at, (start, end) in enumerate(runs):
        role = role_of(text, Span("person", start, end), language, edges[2 * at], edges[2 * at + 3])
        if role is not None:
            offsets.update(range(role.start, role.end))
    return frozenset(offsets)


def is_seat(key: str) -> bool:
    """Whether a known place is a city that stands for its country."""
    return key in _SEATS and kind_of(key) == "place"


def _is_country(key: str) -> bool:
    return kind_of(key) == "place" and key not in _NO_COUNTRY


def _body_at(text: str, spoken: Sequence[Word], at: int) -> tuple[int, str | None]:
    """How many words the name of a known body or country has that begins here, and its key."""
    if not may_begin_known(spoken[at].text):
        return 1, None
    longest = _LONGEST_BODY if spoken[at].text[0].isupper() else 1
    for length in range(min(longest, len(spoken) - at), 0, -1):
        key = known(text[spoken[at].start : spoken[at + length - 1].end])
        if key is not None and (
            spoken[at].text[0].isupper() or not _is_country(key) or _is_relating(spoken[at])
        ):
            return length, key
    return 1, None


def _is_relating(word: Word) -> bool:
    """Whether a small word is an adjective of a place: «казахстанский», but «иностранных дел» is no Delhi."""
    return bool(_RELATING.search(word.text))


def _is_name(word: Word, language: Language, small: frozenset[str]) -> bool:
    lowered = word.text.lower()
    if not word.content or not word.text[0].isupper() or lowered in small or word.concepts:
        return False
    if language == "en" and lowered in _CALENDAR:
        return False
    # What opens a sentence is capital anyway.
    return not (word.start == 0 and is_word(word.text, language))


def _ends_name(text: str, spoken: Sequence[Word], at: int, language: Language, small: frozenset[str]) -> bool:
    """Whether a capital word that means something stands behind a name, and so is of it: "Norvik Rail"."""
    word, before = spoken[at], spoken[at - 1] if at else None
    return (
        before is not None
        and bool(word.concepts)
        and word.text[0].isupper()
        and word.text.lower() not in small
        and text[before.end : word.start] == " "
        and _is_name(before, language, small)
    )


@lru_cache(maxsize=1 << 15)
def _name_keys(name: str) -> frozenset[str]:
    keys = {consonants(reading.nominative) for reading in readings(name)} | {consonants(name)}
    if _RELATING.search(name):  # Каргалинское водохранилище is in Карғалы
        keys |= {_RELATING_KEY.sub("", key) for key in keys}
    return frozenset(key for key in keys if len(key) >= _SHORTEST_KEY)


def _following(
    text: str, spoken: Sequence[Word], at: int, language: Language, small: frozenset[str]
) -> tuple[str, bool]:
    """The capital word right behind a name, if any, and whether it ends that name."""
    if at + 1 >= len(spoken) or text[spoken[at].end : spoken[at + 1].start] != " ":
        return "", False
    word = spoken[at + 1]
    if not word.text[0].isupper():
        return "", False
    ends = (
        not SURNAME.search(spoken[at].text) and known(word.text) is None and _is_name(word, language, small)
    )
    return word.text, ends


@lru_cache(maxsize=1 << 15)
def _name_item(name: str, following: str, ends: bool) -> Item:
    """A name, by itself and joined with the capital word that follows: Syr Darya is Сырдарья elsewhere."""
    keys = _name_keys(name)
    if not following:
        return Item(keys)
    fore = _GIVEN_WEIGHT if is_known_given(name) else _FORE_WEIGHT
    return Item(keys | {consonants(name + following)}, fore if ends else 1.0)
