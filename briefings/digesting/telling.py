"""What a brief tells of its event, in a form that can be compared across languages: who, where, how much, what.

A word is known by the concepts it stands for; plain words compare within one language only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from briefings.digesting.mentions import Item, countries_of, mentions_in, roles_beside, small_words
from briefings.language.figures import CalendarDate, find_figures
from briefings.language.identify import identify
from briefings.language.meaning.words import words_with_names

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from decimal import Decimal

    from briefings.domain import Brief, Language, Statement
    from briefings.language.figures import Figure

# Too common in news of one country to tell two events apart.
_COMMON = frozenset({
    "say", "country", "kazakhstan", "government", "minister", "president", "world", "region", "year", "million",
    "billion", "new", "first", "last", "important", "official", "company", "city", "show", "become", "un",
    "foreign", "leader", "more", "high", "receive", "give", "begin", "happen", "internal", "work", "middle",
    "east", "west", "north", "south", "send", "find", "know", "need", "return", "remain",
})  # fmt: skip
_COMMON_WEIGHT = 0.2
_FEW = 12  # up to here a whole number says little
_FEW_WEIGHT = 0.4


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
        named |= roles_beside(text, mentions, language)
        for word in words_with_names(text, language):
            if word.content and word.start not in named:
                acts += (_act(concept) for concept in sorted(word.concepts))
                lemmas.append(Item(word.form.keys))
    found = (f for text in texts for f in find_figures(text, language))
    # A rank is told by its words as well: «во втором чтении»
    figures = (figure_item(f, published) for f in found if f.kind != "ordinal" or f.unit)
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


def day_of(iso: str | None) -> date | None:
    """The day of an ISO date or date and time; None when it is none."""
    try:
        return date.fromisoformat((iso or "")[:10])
    except ValueError:
        return None


def _plain(value: Decimal) -> str:
    return f"{value.normalize():f}"


@cache  # a few hundred concepts
def _act(concept: str) -> Item:
    return Item(frozenset((concept,)), _COMMON_WEIGHT if concept in _COMMON else 1.0)
