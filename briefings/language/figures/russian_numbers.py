"""Russian number words in all their cases, and compounds such as пятилетний."""

from __future__ import annotations

import re
from decimal import Decimal

from briefings.language.figures.number_words import NumberWord, words

_TEENS = "одиннадцат двенадцат тринадцат четырнадцат пятнадцат шестнадцат семнадцат восемнадцат девятнадцат"
# Numerals that decline like a noun in -ь; their stems also make the ordinals and the compounds.
_SOFT = {
    5: "пят", 6: "шест", 7: "сем", 9: "девят", 10: "десят", 20: "двадцат", 30: "тридцат",
    **dict(enumerate(_TEENS.split(), 11)),
}  # fmt: skip
_NOMINATIVE = {2: "два", 3: "три", 4: "четыре", 5: "пять", 6: "шесть", 7: "семь", 8: "восемь", 9: "девять"}
_GENITIVE = {2: "двух", 3: "трех", 4: "четырех", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти"}
_DATIVE = {2: "двум", 3: "трем", 4: "четырем", 5: "пяти", 6: "шести", 7: "семи", 8: "восьми", 9: "девяти"}
_INSTRUMENTAL = {
    2: "двумя", 3: "тремя", 4: "четырьмя", 5: "пятью", 6: "шестью", 7: "семью", 8: "восемью", 9: "девятью",
}  # fmt: skip
_NOUN = ("", "а", "у", "ом", "е")
_NOUNS = ("ы", "ов", "ам", "ами", "ах")
_ADJECTIVE = ["ый", "ий", "ой", "ая", "ое", "ую", "ого", "ому", "ым", "ом", "ою", "ые", "ых", "ыми"]


def _cardinals() -> dict[str, str]:
    forms = {
        "0": "ноль нуль ноля нуля нолю нулю нолем нулем нуле",
        "1.5": "полтора полторы полутора",
        "2": "два две двух двум двумя двое двоих двоим двоими",
        "3": "три трех трем тремя трое троих троим троими",
        "4": "четыре четырех четырем четырьмя четверо четверых четверым",
        "5": "пятеро пятерых", "6": "шестеро шестерых", "7": "семеро семерых", "8": "восемь восьми восемью восьмью",
        "10": "десяток десятка", "12": "дюжина дюжину дюжины дюжин дюжиной дюжине",
        "40": "сорок сорока", "90": "девяносто девяноста", "100": "сто ста сотня сотню",
    }  # fmt: skip
    for value, stem in _SOFT.items():
        mine = f"{stem}ь {stem}и" + ("" if value == 7 else f" {stem}ью")
        forms[str(value)] = f"{forms.get(str(value), '')} {mine}"
    for unit in range(5, 9):
        forms[str(unit * 10)] = (
            f"{_NOMINATIVE[unit]}десят {_GENITIVE[unit]}десяти {_INSTRUMENTAL[unit]}десятью"
        )
    for unit in range(2, 10):
        hundred = {2: "двести", 3: "триста", 4: "четыреста"}.get(unit, f"{_NOMINATIVE[unit]}сот")
        forms[str(unit * 100)] = (
            f"{hundred} {_GENITIVE[unit]}сот {_DATIVE[unit]}стам {_INSTRUMENTAL[unit]}стами {_GENITIVE[unit]}стах"
        )
    return forms


def _ordinals() -> dict[str, str]:
    stems = {value: stem for value, stem in _SOFT.items() if value != 7}
    stems |= {2: "втор", 4: "четверт", 7: "седьм", 8: "восьм", 40: "сороков", 90: "девяност", 100: "сот"}
    stems |= {unit * 10: f"{_GENITIVE[unit]}десят" for unit in range(5, 9)}
    stems |= {unit * 100: f"{_GENITIVE[unit]}сот" for unit in range(2, 10)}
    forms = {str(value): " ".join(stem + end for end in _ADJECTIVE) for value, stem in stems.items()}
    scales = {"1e3": "тысячн", "1e6": "миллионн", "1e9": "миллиардн"}
    forms |= {value: " ".join(stem + end for end in _ADJECTIVE) for value, stem in scales.items()}
    third = "ий ья ье ью ьего ьему ьим ьем ьей ьи ьих ьими"
    forms["3"] = " ".join("трет" + end for end in third.split())
    return forms


def _scales() -> tuple[dict[str, str], dict[str, str]]:
    names = {"1e6": "миллион", "1e9": "миллиард", "1e12": "триллион"}
    counted = {value: " ".join(name + end for end in _NOUN) for value, name in names.items()}
    counted = {"1e3": "тысяча тысячу тысячей тысячью тысяче"} | counted
    several = {value: " ".join(name + end for end in _NOUNS) for value, name in names.items()}
    several = {
        "10": "десятки десятков десяткам десятками десятках",
        "100": "сотни сотен сотням сотнями сотнях",
        "1e3": "тысячи тысяч тысячам тысячами тысячах",
    } | several
    return counted, several


_COUNTED, _SEVERAL = _scales()
_MULTIPLES = {
    "2": "вдвое дважды двукратно двукратный двукратное двукратного двукратном", "3": "втрое трижды троекратно",
    "4": "вчетверо четырежды", "5": "впятеро", "10": "вдесятеро",
}  # fmt: skip

_ONE = {"1": "один одна одно одну одного одной одному одним одном", "7": "семью"}
_TOGETHER = {
    "2": "оба обе обоих обеих обоим обеим обоими обеими пара пару пары",
    "7": "семерка семерки семерке семерку семеркой",
    "20": "двадцатка двадцатки двадцатке двадцатку двадцаткой",
}
_SHORT = {
    "1e3": "тыс",
    "1e6": "млн",
    "1e9": "млрд",
    "1e12": "трлн",
    "5e5": "полмиллиона",
    "5e8": "полмиллиарда",
}
_PARTS = {
    "0.5": "половина половины половину половиной половине",
    "0.25": "четверть четверти четвертью",
}

WORDS = {
    **words(_ordinals(), "ordinal"),
    **words({"1": " ".join("перв" + end for end in _ADJECTIVE)}, "ordinal", certain=False),
    **words(_cardinals(), "cardinal"),
    **words(
        {
            "5": "полдесятка",
            "6": "полдюжины",
            "50": "полсотни полусотня полусотни полусотню",
            "500": "полтысячи",
        },
        "cardinal",
    ),
    **words(_ONE, "cardinal", certain=False),
    **words(_TOGETHER, "cardinal", certain=False),
    **words(_COUNTED, "scale"),
    **words(_SHORT, "scale"),
    **words(_SEVERAL, "plural"),
    **words(_MULTIPLES, "multiple"),
    **words({"2": "двойной двойная двойное двойного двойную двойные двойных"}, "multiple", certain=False),
    **words(_PARTS, "fraction"),
    **{word: NumberWord(1 / Decimal(3), "fraction") for word in ("треть", "трети")},
}
_VERB = re.compile(r"(?P<two>удв[оа]|двукратн)|утро[ие]|утраива|трехкратн")

# The first halves of compounds: пятилетний, двадцатипятилетний, стодневный.
_PREFIXES = {
    "одно": 1, **{form: value for value, form in _GENITIVE.items()},
    **{stem + "и": value for value, stem in _SOFT.items()},
    "сорока": 40, **{f"{_GENITIVE[unit]}десяти": unit * 10 for unit in range(5, 9)}, "девяносто": 90,
    "сто": 100, **{f"{_GENITIVE[unit]}сот": unit * 100 for unit in range(2, 10)},
}  # fmt: skip
_COMPOUND = re.compile(rf"((?:{'|'.join(sorted(_PREFIXES, key=len, reverse=True))})+)([а-я]{{4,}})")
_PREFIX = re.compile("|".join(sorted(_PREFIXES, key=len, reverse=True)))


def number_word(word: str) -> NumberWord | None:
    """What a folded Russian word means as a number."""
    known = WORDS.get(word)
    if known is None and (verb := _VERB.match(word)):
        return NumberWord(Decimal(2 if verb["two"] else 3), "multiple")
    return known


def compound(word: str) -> tuple[Decimal, str] | None:
    """A number and the word it is glued to: двадцатипятилетний → (25, "летний")."""
    match = _COMPOUND.fullmatch(word)
    if match is None:
        return None
    return Decimal(sum(_PREFIXES[part] for part in _PREFIX.findall(match[1]))), match[2]
