"""The nominatives that a printed word of a name may stand for, with gender and case.

Russian names decline by a dozen paradigms; «Нурланова» is Нурланов in the genitive or Нурланова in the
nominative, and only its neighbours can tell. Kazakh suffixes join in a fixed order and follow the last
sound of the stem; English adds 's.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import Literal

from briefings.language.names.script import alphabet

Gender = Literal["m", "f"]

NOMINATIVE, GENITIVE, DATIVE, ACCUSATIVE, INSTRUMENTAL, PREPOSITIONAL = (1 << n for n in range(6))
ANY_CASE = (1 << 6) - 1


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to understand a word: its nominative as it would be printed here, gender, cases (bits)."""

    nominative: str
    gender: Gender | None
    cases: int


@dataclass(frozen=True, slots=True)
class _Paradigm:
    """Endings of the six cases, the nominative first, and what a nominative must look like to take them."""

    endings: tuple[str, ...]
    gender: Gender | None
    nominative: re.Pattern[str]


def _paradigm(endings: str, gender: Gender | None, nominative: str) -> _Paradigm:
    return _Paradigm(
        tuple(e.strip("-") for e in endings.split()), gender, re.compile(nominative, re.IGNORECASE)
    )


_POSSESSIVE = r"(?:[оеё]в|[иы]н)"  # Калиев, Карин: surnames that were once adjectives
_PARADIGMS = (
    _paradigm("- а у а ом е", "m", r"(?<!ий)(?<![оеё]в)[бвгдзклмнпрстфхжшчщц]$|(?:^|[^оеё])в$"),
    _paradigm("- а у а ем е", "m", r"[жшчщц]$"),
    _paradigm("- а у а ым е", "m", rf"{_POSSESSIVE}$"),
    _paradigm("а ой ой у ой ой", "f", rf"{_POSSESSIVE}а$"),
    _paradigm("й я ю я ем е", "m", r"(?:[аеуиыэюяё]|(?<![оеё]в)(?<![иы]н)о)й$"),
    _paradigm("ий ия ию ия ием ии", "m", r"ий$"),
    _paradigm("ь я ю я ем е", "m", r"[бвдзлмнпрстф]ь$"),
    _paradigm("ь и и ь ью и", "f", r"[бвдзлмнпрстфжшчщ]ь$"),
    _paradigm("а ы е у ой е", None, r"[бвдзлмнпрстфц]а$"),
    _paradigm("а и е у ой е", None, r"[гкхжшчщ]а$"),
    _paradigm("а и е у ей е", None, r"[жшчщц]а$"),
    _paradigm("я и е ю ей е", None, r"[^гкхжшчщцэыи]я$"),
    _paradigm("ия ии ии ию ией ии", None, r"ия$"),
    _paradigm("ий ого ому ого им ом", "m", r"[гкхжшчщ]ий$"),
    _paradigm("ый ого ому ого ым ом", "m", r"[бвднлрст]ый$"),
    _paradigm("ой ого ому ого ым ом", "m", r"(?:[бдлрст]|(?<![оеё])в|(?<![иы])н)ой$"),
    _paradigm("ой ого ому ого им ом", "m", r"[гкх]ой$"),
    _paradigm("ая ой ой ую ой ой", "f", r"(?:[^аеиоуыюяьвн]|(?<![оеё])в|(?<![иы])н)ая$"),
    _paradigm("яя ей ей юю ей ей", "f", r"[нш]яя$"),
)
_BY_ENDING: dict[str, list[tuple[str, int, _Paradigm]]] = {}
for _p, (_case, _ending) in ((p, pair) for p in _PARADIGMS for pair in enumerate(p.endings)):
    _BY_ENDING.setdefault(_ending, []).append((_p.endings[0], 1 << _case, _p))
_LONGEST_ENDING = max(map(len, _BY_ENDING))
_SHORTEST_STEM = 3
_STRESSED = re.compile(r"ё(?=[йм]$)")  # Ильёй, Соловьём

_FLEETING = re.compile(r"(?<=пав)л$|(?<=[бвгджзклмнпрстфхчш])[цк]$", re.IGNORECASE)
_CONSONANTS = "бвгджзйклмнпрстфхцчшщьқғңһ"
_INDECLINABLE = re.compile(rf"[{_CONSONANTS}еёиоуыэюіүәө]$(?<![оеё]в)(?<![иы]н)(?<![оеё]вой)(?<![иы]ной)")
_FEMININE_FINAL = re.compile(
    r"(?:ова|ева|ёва|ина|ына|ская|цкая|ая|кызы|қызы|ova|eva|ina|skaya|skaia|kyzy)$", re.IGNORECASE
)
_MASCULINE_FINAL = re.compile(
    r"(?:[оеё]в|[иы]н|ский|цкий|улы|ұлы|[oe]v|[oe]ff|(?<=[a-z]{3})in|sk[iy]+|uly)$",
    re.IGNORECASE,
)

_KAZAKH_IN_N = re.compile(r"[әғқңөұүһі]\w*[ыи]н$", re.IGNORECASE)

# Kazakh endings by the last sound of the stem. Foreign в, г, д, б count as voiceless: Тоқаевтың.
_KAZAKH_ENDINGS = tuple(
    (frozenset(before), tuple(sorted(endings.split(), key=len, reverse=True)))
    for before, endings in (
        ("пфкқтсшщчцхһбвгдь", "тың тің қа ке ты ті та те тан тен пен тағы тегі тар тер"),
        ("рлйиузжмнңь", "дың дің ға ге ды ді да де дан ден мен бен дағы дегі дар дер лар лер"),
        ("мнң", "ның нің нан нен"),
        ("аәеиоөұүыіэюяуё", "ның нің ға ге ны ні да де дан ден мен дағы дегі лар лер"),
        ("ыі", "нан нен нда нде на не н ндағы ндегі"),  # after a possessive: министрлігінде
        ("пфкқтсшщчцхһбвгдрлйиузжмнңь", "ының інің ына іне ында інде ынан інен ымен імен"),
        ("пфкқтсшщчцхһбвгдрлйиузжмнңь", "ым ім ымыз іміз"),  # Асқарым, біздің Асқарымыз
        ("аәеоөұүыіэюяуё", "м мыз міз"),
        ("аәеоөұүыіэюяуё", "сының сінің сына сіне сын сін сында сінде сынан сінен сымен сімен"),
    )
)
# The same by ending, each with its place in that order and the sounds that it follows.
_BY_KAZAKH_ENDING: dict[str, list[tuple[int, frozenset[str]]]] = {}
for _place, (_before, _kazakh_ending) in enumerate(
    (before, ending) for before, endings in _KAZAKH_ENDINGS for ending in endings
):
    _BY_KAZAKH_ENDING.setdefault(_kazakh_ending, []).append((_place, _before))
_LONGEST_KAZAKH_ENDING = max(map(len, _BY_KAZAKH_ENDING))
_SEPARATORS = "-'’"
_ENGLISH_POSSESSIVE = re.compile(r"['’](?:s)?$")


@lru_cache(maxsize=1 << 15)
def readings(word: str) -> tuple[Reading, ...]:
    """All readings of `word`; the word itself, taken as a nominative, is always among them."""
    if alphabet(word) == "latin":
        bare = _ENGLISH_POSSESSIVE.sub("", word) or word
        return (Reading(bare, _gender_of_nominative(bare), ANY_CASE),)
    cases: dict[tuple[str, Gender | None], int] = {}
    for reading in _russian_readings(word):
        key = reading.nominative, reading.gender
        cases[key] = cases.get(key, 0) | reading.cases
    if _KAZAKH_IN_N.search(word):
        cases[word, None] = ANY_CASE  # Зарина Құсайын: no Russian surname in -ын, which a woman had in -ына
    for stem in kazakh_stems(word):
        cases[stem, _gender_of_nominative(stem)] = ANY_CASE
    return tuple(Reading(nominative, gender, mask) for (nominative, gender), mask in cases.items())


@lru_cache(maxsize=1 << 15)
def kazakh_stems(word: str) -> tuple[str, ...]:
    """What is left of `word` without one or two Kazakh case or plural endings; nothing when it has none."""
    stems: dict[str, None] = {}
    pending = [(word, 2)]
    while pending:
        form, layers = pending.pop()
        for stem in _without_one_ending(form):
            stems[stem] = None
            if layers > 1:
                pending.append((stem, layers - 1))
    return tuple(stems)


def _without_one_ending(word: str) -> list[str]:
    lowered = word.lower()
    stems = []
    if lowered.endswith(("заде", "зада", "зода", "задэ")):
        return []  # «Рагимзаде» is no locative
    for length in range(1, min(len(lowered), _LONGEST_KAZAKH_ENDING) + 1):
        for place, before in _BY_KAZAKH_ENDING.get(lowered[-length:], ()):
            stem = word[:-length]
            bare = stem.rstrip(_SEPARATORS)
            # БҰҰ-ның, Reuters-тің: after a separator any ending may stand
            if (bare != stem and bare) or (
                len(stem) >= _SHORTEST_STEM and stem.rstrip("ьЬ")[-1:].lower() in before
            ):
                stems.append((place, bare))
    return [bare for _, bare in sorted(stems)]


def _russian_readings(word: str) -> list[Reading]:
    lowered = _STRESSED.sub("е", word.lower())
    found = []
    if _INDECLINABLE.search(lowered):
        # A name in a consonant declines for a man and not for a woman: Талгату, but Айгуль and Айгерим;
        # Черных and Долгих decline for nobody
        bound = lowered[-1] in _CONSONANTS and not lowered.endswith(("ых", "их"))
        found.append(Reading(word, "f" if bound else None, ANY_CASE))
    for length in range(_LONGEST_ENDING + 1):
        ending = lowered[len(lowered) - length :] if length else ""
        stem = word[: len(word) - length]
        if not stem:
            break
        for nominative_ending, case, paradigm in _BY_ENDING.get(ending, ()):
            found += [
                Reading(nominative, paradigm.gender or _gender_of_nominative(nominative), case)
                for nominative in _nominatives(stem, nominative_ending, ending)
                if len(stem) >= _SHORTEST_STEM - 1 or nominative == word  # Лия, Мия
                if paradigm.nominative.search(nominative.lower())
            ]
    return found


def _nominatives(stem: str, nominative_ending: str, ending: str) -> list[str]:
    nominative = stem + nominative_ending
    if nominative_ending or not ending:
        return [nominative]
    # A vowel that only the nominative has: Павел, Павла; Кравец, Кравца
    with_vowel = _FLEETING.sub(lambda m: {"л": "ел", "ц": "ец", "к": "ок"}[m.group().lower()], stem)
    return [nominative] if with_vowel == stem else [nominative, with_vowel]


def _gender_of_nominative(word: str) -> Gender | None:
    if _FEMININE_FINAL.search(word):
        return "f"
    return "m" if _MASCULINE_FINAL.search(word) else None
