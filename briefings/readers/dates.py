"""The date a header states, as YYYY-MM-DD: in the forms newsrooms of the three languages write."""

from __future__ import annotations

import re
from datetime import date

# The beginnings that tell the months of each language apart; January first.
_MONTHS: tuple[tuple[str, ...], ...] = (
    ("янв", "фев", "мар", "апр", "май|мая|мае", "июн", "июл", "авг", "сен", "окт", "ноя", "дек"),
    (
        *("қаңтар", "ақпан", "наурыз", "сәуір", "мамыр", "маусым", "шілде", "тамыз"),
        *("қыркүйек", "қазан", "қараша", "желтоқсан"),
    ),
    ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"),
)
_MONTH = r"(?P<month>[^\W\d_]{3,})\.?"
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>\d{4})"
_FORMS = tuple(
    re.compile(form + r"(?!\d)", re.IGNORECASE)
    for form in (
        rf"{_YEAR}[-./](?P<number>\d{{1,2}})[-./]{_DAY}",  # 2025-09-22, also with a time after it
        rf"{_DAY}\.(?P<number>\d{{1,2}})\.{_YEAR}",  # 22.09.2025
        rf"{_DAY}(?:-?(?:st|nd|rd|th|го|е))?\s+(?:of\s+)?{_MONTH},?\s+{_YEAR}",  # 22 сентября 2025 года
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",  # September 22, 2025
        rf"{_YEAR}\s*(?:жылғы|жылдың|жыл|ж\.?|г\.?|года?),?\s+{_DAY}[\s-]+{_MONTH}",  # 2025 жылғы 22 қыркүйек
    )
)
_SLASHED = re.compile(r"(\d{1,2})/(\d{1,2})/(\d{4})(?!\d)")
_WEEKDAY = re.compile(r"[^\W\d_]+\.?,\s*")


def iso_date(words: str) -> str | None:
    """`words` as YYYY-MM-DD, or None when they do not begin with one certain calendar date."""
    stated = words.strip()
    weekday = _WEEKDAY.match(stated)
    stated = stated[weekday.end() :] if weekday else stated
    if slashed := _SLASHED.match(stated):
        return _slashed(*(int(number) for number in slashed.groups()))
    for form in _FORMS:
        if found := form.match(stated):
            parts = found.groupdict()
            month = int(parts["number"]) if "number" in parts else _month(parts["month"])
            return _iso(int(parts["year"]), month, int(parts["day"]))
    return None


def _slashed(first: int, second: int, year: int) -> str | None:
    """03/04/2025 is March in one country and April in another: only a day above 12 decides."""
    if first != second and max(first, second) <= 12:
        return None
    day, month = max(first, second), min(first, second)
    return _iso(year, month, day)


def _month(word: str) -> int:
    for names in _MONTHS:
        for number, beginnings in enumerate(names, 1):
            if word.lower().startswith(tuple(beginnings.split("|"))):
                return number
    return 0


def _iso(year: int, month: int, day: int) -> str | None:
    try:
        return date(year, month, day).isoformat()
    except ValueError:  # 31.02., or a word that is no month
        return None
