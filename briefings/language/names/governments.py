"""A capital for the government of its country, and the country for it: «Астана предложила», "Kazakhstan offered"."""

from __future__ import annotations

import re
from collections import Counter
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.names.capitals import find_by_capitals
from briefings.language.names.known import known
from briefings.language.names.russian import find_russian

if TYPE_CHECKING:
    from briefings.domain import Language

# Keys of `known.txt`. Brussels stands for the Union, as in all news.
_COUNTRY_OF = {
    "Astana": "Kazakhstan", "Moscow": "Russia", "Beijing": "China", "Washington": "USA", "Brussels": "EU",
    "Tashkent": "Uzbekistan", "Bishkek": "Kyrgyzstan", "Dushanbe": "Tajikistan", "Ashgabat": "Turkmenistan",
    "Baku": "Azerbaijan", "Tbilisi": "Georgia", "Yerevan": "Armenia", "Minsk": "Belarus", "Kyiv": "Ukraine",
    "Ankara": "Turkey", "Tehran": "Iran", "London": "UK", "Paris": "France", "Berlin": "Germany", "Tokyo": "Japan",
    "Seoul": "South Korea", "New Delhi": "India", "Kabul": "Afghanistan", "Islamabad": "Pakistan",
    "Ulaanbaatar": "Mongolia", "Cairo": "Egypt", "Abu Dhabi": "UAE", "Doha": "Qatar", "Riyadh": "Saudi Arabia",
    "Rome": "Italy", "Madrid": "Spain", "Warsaw": "Poland", "Budapest": "Hungary", "Ottawa": "Canada",
    "Canberra": "Australia", "Jerusalem": "Israel", "Nairobi": "Kenya", "Damascus": "Syria", "Baghdad": "Iraq",
    "Lisbon": "Portugal", "Prague": "Czechia", "Bucharest": "Romania", "Sofia": "Bulgaria", "Belgrade": "Serbia",
    "Athens": "Greece", "Stockholm": "Sweden", "Oslo": "Norway", "Helsinki": "Finland", "Copenhagen": "Denmark",
    "Dublin": "Ireland", "Jakarta": "Indonesia", "Hanoi": "Vietnam", "Bangkok": "Thailand",
    "Kuala Lumpur": "Malaysia", "Manila": "Philippines", "Amsterdam": "Netherlands", "The Hague": "Netherlands",
}  # fmt: skip
# A place, not a government: «в Ташкенте», "at Baku", «Бакуде».
_PLACED: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"\b(?:в|во|из|под|около|близ|до|через|над|город\w*|г\.)\s+$", re.IGNORECASE),
    "kk": re.compile(r"(?!)"),
    "en": re.compile(r"\b(?:in|at|near|to|into|through|outside|around|city of)\s+$", re.IGNORECASE),
}
_KAZAKH_PLACED = re.compile(r"(?:[дт][ае]|[дт][ае]ғы|[дт][ае]гі|нан|нен|дан|ден|тан|тен)$")


def other_names(name: str, before: str, language: Language) -> frozenset[str]:
    """The keys of the countries and capitals that `name` may stand for; `before` is the text in front of it.

    A country may stand for its capital anywhere; the capital for its country only where a government acts.
    """
    key = known(name)
    if key is None:
        return frozenset()
    if key in _COUNTRY_OF:
        placed = _PLACED[language].search(before) or (
            language == "kk" and _KAZAKH_PLACED.search(name.lower())
        )
        return frozenset() if placed else frozenset({_COUNTRY_OF[key]})
    return frozenset(city for city, country in _COUNTRY_OF.items() if country == key)


def country_of(key: str) -> str:
    """The country of a capital, both keys of `known.txt`; any other key is its own."""
    return _COUNTRY_OF.get(key, key)


def is_nation(key: str) -> bool:
    """Whether a key of `known.txt` is a country itself."""
    return key in _COUNTRY_OF.values()


def is_country(key: str) -> bool:
    """Whether a key of `known.txt` is a country or the capital that stands for one."""
    return key in _COUNTRY_OF or key in _COUNTRY_OF.values()


@lru_cache(maxsize=64)
def home_of(text: str, language: Language) -> str | None:
    """The country that `text` names most often, by itself or by its capital; None where two tie."""
    spans = find_russian(text) if language == "ru" else find_by_capitals(text, language)
    keys = [key for span in spans if (key := known(span.text_in(text))) and is_country(key)]
    counted = Counter(_COUNTRY_OF.get(key, key) for key in keys).most_common(2)
    if not counted or (len(counted) > 1 and counted[0][1] == counted[1][1]):
        return None
    return counted[0][0]
