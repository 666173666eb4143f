"""Years and months that are named from another: «годом ранее», "the year before", «былтыр»."""

from __future__ import annotations

import re
from datetime import date, timedelta
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.figure import CalendarDate, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

# How many years from the one beside it, and the words.
_FROM_ANOTHER: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": (
        (-1, r"годом (?:ранее|раньше|прежде)|за год до|предыдущ\w+ год\w*|прежн\w+ год\w*"),
        (1, r"годом (?:позже|позднее)|(?:через|спустя) год|следующ\w+ год\w*"),
    ),
    "kk": (
        (-1, r"(?:алдыңғы|өткен|бұрынғы) жыл\w*|(?:бір )?жыл бұрын|(?:одан )?бір жыл ерте"),
        (1, r"келесі жыл\w*|(?:бір )?жыл(?:дан)? (?:кейін|соң)"),
    ),
    "en": (
        (
            -1,
            r"(?:the|a) year (?:before|earlier)|(?:the )?(?:previous|prior|preceding) year(?:['’]s)?|one year earlier",
        ),
        (1, r"(?:the|a|one) year (?:after|later)|the (?:following|next) year"),
    ),
}
# The same from the year in which the article was published.
_FROM_NOW: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": (
        (-1, r"прошл\w+ год\w*|прошлогодн\w+|год назад"),
        (0, r"(?:этот|этого|этом|нынешн\w+|текущ\w+) год\w*"),
        (1, r"(?:следующ|будущ)\w+ год\w*|через год"),
    ),
    "kk": (
        (-1, r"былтыр\w*|(?:өткен|былтырғы) жыл\w*|бір жыл бұрын"),
        (0, r"биыл\w*|(?:осы|ағымдағы) жыл\w*"),
        (1, r"келесі жыл\w*|келер жыл\w*|бір жылдан (?:кейін|соң)"),
    ),
    "en": (
        (-1, r"last year(?:['’]s)?|a year ago"),
        (0, r"this year(?:['’]s)?|the current year"),
        (1, r"next year(?:['’]s)?|a year from now"),
    ),
}

# The same of months.
_MONTHS_FROM_NOW: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": (
        (-1, r"(?:прошл|минувш)\w+ месяц\w*|месяц назад"),
        (0, r"(?:этот|этого|этом|нынешн\w+|текущ\w+) месяц\w*"),
        (1, r"(?:следующ|будущ)\w+ месяц\w*|через месяц"),
    ),
    "kk": (
        (-1, r"(?:өткен|былтырғы) ай\w*|бір ай бұрын"),
        (0, r"(?:осы|ағымдағы) ай\w*"),
        (1, r"(?:келесі|келер) ай\w*|бір айдан (?:кейін|соң)"),
    ),
    "en": (
        (-1, r"last month(?:['’]s)?|a month ago"),
        (0, r"this month(?:['’]s)?|the current month"),
        (1, r"next month(?:['’]s)?|a month from now"),
    ),
}

_DAYS_FROM_NOW: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": ((-2, "позавчера"), (-1, "вчера|накануне"), (0, "сегодня"), (1, "завтра"), (2, "послезавтра")),
    "kk": ((-1, "кеше"), (0, "бүгін"), (1, "ертең")),
    "en": ((-1, "yesterday"), (0, "today"), (1, "tomorrow")),
}


def relative_years(
    text: str, language: Language, beside: Sequence[Figure], published: int | None
) -> Iterator[Figure]:
    """The years that `text` names from those `beside` it or, where none is, from the one of publication."""
    named = [year for figure in beside if (year := _year_of(figure)) is not None]
    now = [published] if published else []
    for tables, bases in ((_FROM_ANOTHER, named or now), (_FROM_NOW, now)):
        for step, words in tables[language]:
            for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
                for base in bases:
                    value = Decimal(base + step)
                    yield Figure("year", match.start(), match.end(), match.group(), value)


def relative_months(text: str, language: Language, year: int | None, month: int | None) -> Iterator[Figure]:
    """The months that `text` names from the one of publication."""
    if year is None or month is None:
        return
    for step, words in _MONTHS_FROM_NOW[language]:
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            years, months = divmod(year * 12 + month - 1 + step, 12)
            yield Figure("date", match.start(), match.end(), match.group(), CalendarDate(years, months + 1))


def relative_days(text: str, language: Language, published: date | None) -> Iterator[Figure]:
    """The days that `text` names from the one of publication: «вчера», "tomorrow"."""
    if published is None:
        return
    for step, words in _DAYS_FROM_NOW[language]:
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            day = published + timedelta(days=step)
            value = CalendarDate(day.year, day.month, day.day)
            yield Figure("date", match.start(), match.end(), match.group(), value)


def _year_of(figure: Figure) -> int | None:
    if isinstance(figure.value, CalendarDate):
        return figure.value.year
    return int(figure.value) if figure.kind == "year" else None
