"""Dates that begin at a token: day, month and year in any order and number."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, NamedTuple

from briefings.language.figures.calendar_words import Named, month, weekday
from briefings.language.figures.figure import CalendarDate
from briefings.language.figures.found import Found
from briefings.language.figures.numerals import numeral_at
from briefings.language.figures.tokens import DASHES, Token, hyphenated, word_at
from briefings.language.figures.years import clock_at, decade_at, past_year_word, year_at, year_number

if TYPE_CHECKING:
    from briefings.domain import Language


class _Day(NamedTuple):
    number: int
    start: int
    end: int


_JOINTS = frozenset({",", "и", "по", "до", "and", "to", "or", "или", "мен", "пен", "бен", "және"}) | DASHES
_NINE_OF_THEM = re.compile(r"с?[ыі]н|н[ыі]")  # «тағы 9-ын желтоқсанға дейін»
_OF_MONTH = re.compile(r"[ыі](?:н(?:[дт][ае]|[ае]н?|[ыі]ң)?)?$")  # тоғызында, бесіне
_MOST_DAYS = 5  # that share one month; a table of small numbers must not be searched for one again and again
_BEFORE_MONTH = frozenset({
    "in", "since", "by", "until", "till", "before", "after", "from", "of", "during", "last", "next", "this", "mid",
    "early", "late",
})  # fmt: skip


def dates_at(tokens: list[Token], index: int, language: Language) -> list[Found]:
    """The dates that begin at token `index`; several when they share a month (22 и 23 сентября)."""
    token = tokens[index]
    if token.shape == "date":
        return _in_digits(tokens, index, language)
    alone = clock_at(tokens, index) or decade_at(tokens, index, language)
    if alone:
        return [alone]
    found = (
        _days_then_month(tokens, index, language)
        or _month_first(tokens, index, language)
        or _year_first(tokens, index, language)
    )
    if not found and token.shape == "word":
        day = weekday(token.folded, word_at(tokens, index - 1), word_at(tokens, index + 1), language)
        return [Found("weekday", Decimal(day.number), index, index + 1, None, day.certain)] if day else []
    return found


def _in_digits(tokens: list[Token], index: int, language: Language) -> list[Found]:
    parts = [int(part) for part in re.split(r"[./-]", tokens[index].folded)]
    if parts[0] > 31:
        year, second, day = parts
    else:
        day, second, year = parts
        month_first = "/" in tokens[index].folded and language == "en" and day <= 12
        if month_first or second > 12:
            day, second = second, day
    date = CalendarDate(year + 2000 if year < 100 else year, second, day)
    return [Found("date", date, index, past_year_word(tokens, index + 1, language))]


def _day(tokens: list[Token], index: int, language: Language) -> _Day | None:
    """A day of the month: 22, 22-го, 22nd, двадцать второго, 22-сі."""
    if not 0 <= index < len(tokens) or tokens[index].shape not in {"digits", "word"}:
        return None
    numeral = numeral_at(tokens, index, language)
    if numeral is None or not 1 <= numeral.value <= 31 or numeral.value % 1:
        return None
    in_digits = tokens[index].shape == "digits" and len(tokens[index].folded) <= 2
    if not in_digits and numeral.role != "ordinal" and not _is_of_month(tokens, index, numeral.end):
        return None
    if (
        language == "kk"
        and _NINE_OF_THEM.fullmatch(word_at(tokens, numeral.end - 1))
        and _month(tokens, numeral.end, language)
    ):
        return None
    return _Day(int(numeral.value), index, numeral.end)


def _is_of_month(tokens: list[Token], index: int, end: int) -> bool:
    """Whether a Kazakh numeral in words is a day of the month before it: «сәуірдің тоғызында»."""
    before, last = word_at(tokens, index - 1), word_at(tokens, end - 1)
    return (
        before.endswith(("ың", "ің"))
        and _OF_MONTH.search(last) is not None
        and _month(tokens, index - 1, "kk") is not None
    )


def _days_then_month(tokens: list[Token], index: int, language: Language) -> list[Found]:
    days: list[_Day] = []
    at = index
    while len(days) < _MOST_DAYS and (day := _day(tokens, at, language)):
        days.append(day)
        at = day.end
        if language == "kk" and hyphenated(tokens, at) and _month(tokens, at + 1, language):
            at += 1  # 22-қыркүйек
        named = _month(tokens, at + (word_at(tokens, at) == "of"), language)
        if named:
            return _with_year(tokens, days, at + (word_at(tokens, at) == "of"), named, language)
        if word_at(tokens, at) not in _JOINTS:
            break
        at += 2 if word_at(tokens, at) == "," and word_at(tokens, at + 1) in _JOINTS else 1
    return []


def _with_year(
    tokens: list[Token], days: list[_Day], at: int, named: Named, language: Language
) -> list[Found]:
    end = at + 1
    comma = word_at(tokens, end) in {",", "of"} and language == "en"
    year = year_number(tokens, end + comma)
    if year is not None:
        end = past_year_word(tokens, end + comma + 1, language)
    dates = [CalendarDate(year, named.number, day.number) for day in days]
    spans = [(day.start, day.end) for day in days[:-1]] + [(days[-1].start, end)]
    return [Found("date", date, *span) for date, span in zip(dates, spans, strict=True)]


def _month(tokens: list[Token], index: int, language: Language) -> Named | None:
    if not 0 <= index < len(tokens) or tokens[index].shape != "word":
        return None
    return month(tokens[index].folded, language)


def _month_first(tokens: list[Token], index: int, language: Language) -> list[Found]:
    """September 22–26, 2025; in September 2025; сентябрь 2025 года; қыркүйектің 22-сінде."""
    named = _month(tokens, index, language)
    if named is None:
        return []
    month_word = language == "kk" and re.fullmatch(r"ай(?:ы.*)?", word_at(tokens, index + 1)) is not None
    end = index + 1 + month_word
    joint = language == "en" and word_at(tokens, end) in {",", "of"}
    year = year_number(tokens, end + joint)
    if year is not None:
        end = past_year_word(tokens, end + joint + 1, language)
        return [Found("date", CalendarDate(year, named.number), index, end)]
    days = _days_after(tokens, end + (word_at(tokens, end) == "." and language == "en"), language)
    if days:
        return _spread_year(tokens, index, days, named, language)
    dated = month_word or (language == "en" and word_at(tokens, index - 1) in _BEFORE_MONTH)
    return [Found("date", CalendarDate(None, named.number), index, end, None, named.certain or dated)]


def _days_after(tokens: list[Token], at: int, language: Language) -> list[_Day]:
    if language == "ru" or (language == "kk" and not re.search(r"[ыі]ң$", word_at(tokens, at - 1))):
        return []  # марта 22 is not how a date is written
    days: list[_Day] = []
    at += word_at(tokens, at) == "the"
    while (day := _day(tokens, at, language)) and _month(tokens, day.end, language) is None:
        if days and word_at(tokens, day.end) in {"percent", "%", "million", "people"}:
            break
        days.append(day)
        if word_at(tokens, day.end) not in _JOINTS:
            break
        at = day.end + (2 if word_at(tokens, day.end + 1) in _JOINTS else 1)
    return days


def _spread_year(
    tokens: list[Token], index: int, days: list[_Day], named: Named, language: Language
) -> list[Found]:
    end = days[-1].end
    comma = word_at(tokens, end) == ","
    year = year_number(tokens, end + comma)
    if year is not None:
        end = past_year_word(tokens, end + comma + 1, language)
    starts = [index] + [day.start for day in days[1:]]
    ends = [day.end for day in days[:-1]] + [end]
    return [
        Found("date", CalendarDate(year, named.number, day.number), start, stop)
        for day, start, stop in zip(days, starts, ends, strict=True)
    ]


def _year_first(tokens: list[Token], index: int, language: Language) -> list[Found]:
    """2025 жылғы 22 қыркүйекте; else a year alone."""
    year = year_at(tokens, index, language)
    if year is None:
        return []
    whole = _kazakh_date(tokens, index, year.end) if language == "kk" and year.kind == "year" else []
    return whole or [year]


def _kazakh_date(tokens: list[Token], index: int, at: int) -> list[Found]:
    at += word_at(tokens, at) == ","
    rest = _days_then_month(tokens, at, "kk") or _month_first(tokens, at, "kk")
    year = year_number(tokens, index)
    whole = [
        found._replace(value=CalendarDate(year, found.value.month, found.value.day), certain=True)
        for found in rest
        if isinstance(found.value, CalendarDate) and found.value.year is None
    ]
    return [whole[0]._replace(start=index), *whole[1:]] if whole and len(whole) == len(rest) else []
