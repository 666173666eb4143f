"""Months, weekdays and the words for a year, as each language declines them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.domain import Language


class Named(NamedTuple):
    """The number of a month (1 is January) or weekday (1 is Monday) that a word names.

    `certain` is False for words that may be something else: may, march, маусым (season), сентябрьский.
    """

    number: int
    certain: bool = True


_RU_MONTHS = (
    "январ", "феврал", "март", "апрел", "ма", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр",
)  # fmt: skip
_KK_MONTHS = (
    "қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз", "қыркүйе[кг]", "қазан", "қараша",
    "желтоқсан",
)  # fmt: skip
_EN_MONTHS = (
    "january|jan", "february|feb", "march|mar", "april|apr", "may", "june|jun", "july|jul", "august|aug",
    "september|sept?", "october|oct", "november|nov", "december|dec",
)  # fmt: skip
_KK_CASE = r"(?:с?[ыі])?(?:[дтн]?[ыі]ң|[нғгқк]?[ае]|н?[дт][ае](?:[ғг][ыі])?|[дтн][ае]н|[дт][ыі])?"
_KK_AMBIGUOUS = {3, 6, 10, 11}  # a feast, a season, a pot and the city of Kazan; қараша is also rank and file

_KK_WEEKDAYS = ("дүйсенбі", "сейсенбі", "сәрсенбі", "бейсенбі", "жұма", "сенбі", "жексенбі")
_EN_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")


def _one_of(patterns: Iterable[str]) -> re.Pattern[str]:
    """A pattern whose `lastindex` tells which of `patterns` matched, from 1."""
    return re.compile("|".join(f"({pattern})" for pattern in patterns))


_WEEKDAY: dict[Language, re.Pattern[str]] = {
    "ru": _one_of(
        (
            r"понедельник\w*",
            r"вторник\w*",
            "сред[ауые]й?",
            r"четверг\w*",
            r"пятниц\w*",
            r"суббот\w*",
            r"воскресень\w*",
        )
    ),
    "kk": _one_of(stem + _KK_CASE for stem in _KK_WEEKDAYS),
    "en": _one_of(f"{name}(?:s|'s)?" for name in _EN_WEEKDAYS),
}
_WEEKDAY_ADJECTIVE: dict[Language, re.Pattern[str]] = {
    "ru": _one_of(
        (
            r"понедельнич\w+",
            r"вторнич\w+",
            "(?!)",
            r"четвергов\w+",
            r"пятничн\w+",
            r"субботн\w+",
            r"воскресн\w+",
        )
    ),
    "kk": _one_of(rf"{stem}л[ыі]к\w*" for stem in _KK_WEEKDAYS),
    "en": re.compile(r"(?!)"),
}
_MONTH: dict[Language, re.Pattern[str]] = {
    "ru": _one_of(stem + ("(?:[аеу]|ом)?" if stem[-1] == "т" else "(?:[ьйяюе]|ем)") for stem in _RU_MONTHS),
    "kk": _one_of(stem + _KK_CASE for stem in _KK_MONTHS),
    "en": _one_of(f"(?:{names})(?:'s)?" for names in _EN_MONTHS),
}
_RU_ADJECTIVE = _one_of(rf"{stem}[ьй]?(?:ов)?ск\w{{2,3}}" for stem in _RU_MONTHS)

YEAR_WORD: dict[Language, re.Pattern[str]] = {
    "ru": re.compile(r"год(?:а|у|ом|е|ы|ов|ам|ами|ах)?|гг?"),
    "kk": re.compile(r"жыл(?!дық)\w*|жж?"),
    "en": re.compile(r"(?!)"),
}


def month(word: str, language: Language) -> Named | None:
    """The month a folded word names."""
    match = _MONTH[language].fullmatch(word)
    if match is not None and match.lastindex is not None:
        number = match.lastindex
        doubtful = (language == "kk" and number in _KK_AMBIGUOUS) or (
            language == "en" and word.removesuffix("'s") in {"march", "may", "mar", "jan", "dec"}
        )
        return Named(number, certain=not doubtful)
    adjective = _RU_ADJECTIVE.fullmatch(word) if language == "ru" else None
    if adjective is not None and adjective.lastindex is not None:
        return Named(adjective.lastindex, certain=False)
    return None


# "the Sunday Times"
_PAPERS = frozenset(
    ("times", "telegraph", "mail", "mirror", "express", "post", "herald", "mercury", "review", "magazine")
)


def weekday(word: str, before: str, behind: str, language: Language) -> Named | None:
    """The weekday (1 is Monday) a folded word names, and whether it surely is one between its two neighbours."""
    match = _WEEKDAY[language].fullmatch(word)
    if match is None or match.lastindex is None:
        adjective = _WEEKDAY_ADJECTIVE[language].fullmatch(word)
        return Named(adjective.lastindex, certain=False) if adjective and adjective.lastindex else None
    # среда is also "environment", жұма a week.
    surroundings = language == "ru" and match.lastindex == 3 and (before, word) != ("в", "среду")
    paper = language == "en" and behind in _PAPERS
    doubtful = surroundings or paper or (language == "kk" and match.lastindex == 5)
    return Named(match.lastindex, certain=not doubtful)
