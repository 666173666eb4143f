"""What a brief tells of its event, in a form that can be compared across languages: who, where, how much, what.

A name is known by its consonants in any case and alphabet, a country or body by its key, a word by the
concepts it stands for; plain words compare within one language only.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.figures import CalendarDate, find_figures
from briefings.language.identify import identify
from briefings.language.lemmas import is_word
from briefings.language.meaning.words import words
from briefings.language.names.forms import readings
from briefings.language.names.known import kind_of, known
from briefings.language.names.script import consonants

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from decimal import Decimal

    from briefings.domain import Brief, Language, Statement
    from briefings.language.figures import Figure
    from briefings.language.meaning.words import Word

# Too common in news of one country to tell two events apart.
_COMMON = frozenset({
    "say", "country", "kazakhstan", "government", "minister", "president", "world", "region", "year", "million",
    "billion", "new", "first", "last", "important", "official", "company", "city", "show", "become", "un",
    "foreign", "leader", "more", "high", "receive", "give", "begin", "happen", "internal", "work", "middle",
    "east", "west", "north", "south", "send", "find", "know", "need", "return", "remain",
})  # fmt: skip
_COMMON_WEIGHT = 0.2
# So are the country itself and the bodies that every country has.
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
_FEW = 12  # up to here a whole number says little
_FEW_WEIGHT = 0.4


class Item(NamedTuple):
    """One thing that a brief mentions: all keys it may go by, and how much sharing it says."""

    keys: frozenset[str]
    weight: float = 1.0


@dataclass(frozen=True, slots=True)
class Items:
    """Things of one sort that a brief mentions, each once; `keys` of all of them, `weight` their sum."""

    items: tuple[Item, ...]
    keys: frozenset[str]
    weight: float

    @classmethod
    def of(cls, mentioned: Iterable[Item]) -> Items:
        """The items without those that share a key with an earlier one."""
        seen: set[str] = set()
        kept = []
        for item in mentioned:
            if seen.isdisjoint(item.keys):
                kept.append(item)
            seen |= item.keys
        return cls(tuple(kept), frozenset(seen), sum(item.weight for item in kept))

    @property
    def weighty(self) -> frozenset[str]:
        """The keys of those that weigh anything."""
        return frozenset(key for item in self.items if item.weight for key in item.keys)

    def shared(self, other: Items) -> float:
        """The weight of what both mention; the same whichever asks."""
        if self.keys.isdisjoint(other.keys):
            return 0.0
        return min(self._held_by(other.keys), other._held_by(self.keys))

    def _held_by(self, keys: frozenset[str]) -> float:
        return sum(item.weight for item in self.items if not item.keys.isdisjoint(keys))


@dataclass(frozen=True, slots=True)
class Telling:
    """What is told: `names` of people, companies and towns, `bodies` and countries, `figures`, `acts`.

    `lemmas` are the keys of the other words, which compare within `language` only. `countries` are those
    that are named, by their own name or their capital's.
    """

    language: Language
    published: date | None
    names: Items
    bodies: Items
    figures: Items
    acts: Items
    lemmas: Items
    countries: frozenset[str]

    @property
    def anchors(self) -> frozenset[str]:
        """The keys of which two tellings of one event share at least one."""
        return self.names.keys | self.bodies.weighty | self.figures.keys


class Mention(NamedTuple):
    """A name or a known body or country at `text[start:end]`."""

    start: int
    end: int
    item: Item
    known: bool


def what_happened(brief: Brief) -> tuple[Statement, ...]:
    """The statements that say what happened, the title first. None that was withheld."""
    return (brief.title, *brief.bottom_line, *brief.event)


def texts_of(brief: Brief) -> tuple[str, ...]:
    """The texts of `what_happened`, each once."""
    return tuple(dict.fromkeys(statement.text for statement in what_happened(brief)))


def language_of(brief: Brief) -> Language:
    """The language of its statements: an extract keeps its source's, whatever the headings are in."""
    return identify("\n".join(texts_of(brief)))


def telling_of(brief: Brief) -> Telling:
    """What `brief` tells of its event."""
    return told_in(texts_of(brief), language_of(brief), day_of(brief.article.published))


def told_in(texts: Sequence[str], language: Language, published: date | None) -> Telling:
    """What `texts` tell, published on that day."""
    small = small_words(texts, language)
    names: list[Item] = []
    bodies: list[Item] = []
    acts: list[Item] = []
    lemmas: list[Item] = []
    for text in texts:
        mentions = tuple(mentions_in(text, language, small))
        for mention in mentions:
            (bodies if mention.known else names).append(mention.item)
        named = {at for mention in mentions for at in range(mention.start, mention.end)}
        for word in words(text, language):
            if word.content and word.start not in named:
                acts += (_act(concept) for concept in word.concepts)
                lemmas.append(Item(word.form.keys))
    figures = (figure_item(f, published) for text in texts for f in find_figures(text, language))
    return Telling(
        language,
        published,
        Items.of(names),
        Items.of(bodies),
        Items.of(figure for figure in figures if figure is not None),
        Items.of(acts),
        Items.of(lemmas),
        countries_of(key for body in bodies for key in body.keys),
    )


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


def figure_item(figure: Figure, published: date | None) -> Item | None:
    """The figure as an item; None for one that tells nothing: a year alone, an order of size, "one"."""
    value, unit = figure.value, figure.unit or ""
    if isinstance(value, CalendarDate):
        if value.day is None or value.month is None:
            return None
        year = value.year or (published.year if published else 0)
        return Item(frozenset((f"date {year}-{value.month}-{value.day}",)))
    if not figure.certain or figure.kind in ("year", "decade", "weekday", "clock", "magnitude"):
        return None
    few = value <= _FEW and value == value.to_integral_value() and not unit and figure.kind != "percent"
    kind = figure.kind if figure.kind in ("percent", "money") else "number"
    return Item(frozenset((f"{kind} {_plain(value)} {unit}",)), _FEW_WEIGHT if few else 1.0)


def is_seat(key: str) -> bool:
    """Whether a known place is a city that stands for its country."""
    return key in _SEATS and kind_of(key) == "place"


def day_of(iso: str | None) -> date | None:
    """The day of an ISO date or date and time; None when it is none."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


def _act(concept: str) -> Item:
    return Item(frozenset((concept,)), _COMMON_WEIGHT if concept in _COMMON else 1.0)


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
