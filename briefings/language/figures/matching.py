"""When two figures are the same fact, and which figures of a statement its sources lack."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.arithmetic import worked_out
from briefings.language.figures.elided import elided
from briefings.language.figures.figure import CalendarDate, Figure
from briefings.language.figures.finding import find_figures
from briefings.language.figures.periods import periods
from briefings.language.figures.relative import relative_days, relative_months, relative_years
from briefings.language.figures.telling import Texts

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

_TIME: dict[str | None, tuple[str, int]] = {
    "century": ("month", 1200), "decade": ("month", 120), "year": ("month", 12), "month": ("month", 1),
    "week": ("second", 604800), "day": ("second", 86400), "hour": ("second", 3600), "minute": ("second", 60),
    "second": ("second", 1),
}  # fmt: skip


_THOUSAND = Decimal(1000)
_CLOSED = re.compile(r"\s*(?:[.,;:)»]|$|(?:из|of)\s)")


def missing_figures(
    statement: str,
    sources: Sequence[str],
    language: Language,
    source_language: Language,
    year: int | None = None,
    month: int | None = None,
    published: date | None = None,
) -> tuple[Figure, ...]:
    """The figures of `statement` that none of the cited sentences in `sources` holds.

    Less detail is fine (в сентябре for 22 сентября), more is not; but a year that one sentence gives, or
    `year` of the article, may be put to the day that another gives. A rounder number needs a word that says so
    (около 30 for 29,7). `year` and `month` are those of publication, from which "last month" counts, and so
    is the day `published`, if it is known.
    """
    whole = "\n".join(sources)
    printed = find_figures(whole, source_language)
    held = [
        *printed,
        *elided(whole, printed),
        *relative_years(whole, source_language, printed, year),
        *relative_months(whole, source_language, year, month),
        *relative_days(whole, source_language, published),
    ]
    said = find_figures(statement, language)
    theirs = {period.last for period in periods(whole, source_language, printed)}
    same = [period for period in periods(statement, language, said) if period.last in theirs]
    missing = [
        figure
        for figure in said
        if figure.certain
        and not any(_supports(source, figure) for source in held)
        and not _dated_by(figure, held, year)
        and not any(period.start <= figure.start < period.end for period in same)
    ]
    if not missing:
        return ()
    bare = {figure.start: figure for figure in elided(statement, said)}
    full = {
        figure: (*_with_scale(figure, statement, said), *filter(None, (bare.get(figure.start),)))
        for figure in missing
    }
    asked = [*said, *(f for scaled in full.values() for f in scaled)]
    derived = list(
        worked_out(Texts(statement, language, asked, whole, source_language), _by_place(printed, held))
    )
    return tuple(
        figure
        for figure in missing
        if not any(_follows(source, figure) for source in derived)
        and not any(
            _supports(source, scaled) or _follows(source, scaled)
            for scaled in full[figure]
            for source in (*held, *derived)
        )
    )


def _by_place(printed: Sequence[Figure], held: Sequence[Figure]) -> list[Figure]:
    """`printed`, each number that leaves out its unit read with it."""
    full = {f.start: f for f in held if f not in printed and f.kind == "duration"}
    return [full.get(f.start, f) if f.kind == "number" else f for f in printed]


def _with_scale(wanted: Figure, statement: str, said: Sequence[Figure]) -> Iterator[Figure]:
    """A small number with the scale word of one before it, which it leaves out: «полторы тысячи вместо трёх»."""
    if wanted.kind != "number" or not isinstance(wanted.value, Decimal) or wanted.value >= _THOUSAND:
        return
    if not _CLOSED.match(statement, wanted.end):
        return
    for before in said:
        if before.end > wanted.start or not isinstance(before.value, Decimal) or before.value < _THOUSAND:
            continue
        scale = next(s for s in (_THOUSAND**3, _THOUSAND**2, _THOUSAND) if before.value >= s)
        yield replace(wanted, kind=before.kind, unit=before.unit, value=wanted.value * scale)


def _follows(derived: Figure, wanted: Figure) -> bool:
    """Whether `wanted` is the figure worked out, or that figure rounded to whole percent."""
    if _supports(derived, wanted):
        return True
    if isinstance(derived.value, CalendarDate):
        return False
    shares = derived.kind == wanted.kind == "percent" and derived.unit == wanted.unit
    return shares and isinstance(wanted.value, Decimal) and _rounded(derived.value, wanted.value)


def _dated_by(wanted: Figure, held: Sequence[Figure], year: int | None) -> bool:
    """Whether the day of a date stands in one place and its year in another: «7 апреля», and 2026 in the header."""
    asked = wanted.value
    if not isinstance(asked, CalendarDate) or asked.year is None or asked.month is None:
        return False
    without = replace(wanted, value=replace(asked, year=None))
    of_year = replace(wanted, value=CalendarDate(asked.year))
    bare = [
        f
        for f in held
        if isinstance(f.value, CalendarDate) and f.value.year is None and _covers_date(f, without)
    ]
    given = asked.year == year or any(
        f.value == asked.year if f.kind == "year" else _covers_date(f, of_year) for f in held
    )
    return bool(bare) and given


def same_figure(a: Figure, b: Figure) -> bool:
    """Whether the two say the same amount, date or rank, whatever the language and the way of writing."""
    if {a.rounding, b.rounding} == {"over", "under"}:
        return False
    if isinstance(a.value, CalendarDate) or isinstance(b.value, CalendarDate):
        return a.value == b.value
    if a.kind == b.kind:
        return _same_of_kind(a, b, a.value, b.value)
    return _same_across(a, b) or _same_across(b, a)


def _same_of_kind(a: Figure, b: Figure, left: Decimal, right: Decimal) -> bool:
    if a.kind == "duration":
        (base, size), (other, times) = _TIME[a.unit], _TIME[b.unit]
        if base != other:
            return _same_span(a, b)
        return left * size == right * times
    if a.kind == "decade":
        return left == right or (left % 100 == right % 100 and min(left, right) < 100)
    if a.kind == "clock":
        return abs(left - right) in {0, 720}  # half past two and 14:30
    if a.kind == "percent":
        return a.unit == b.unit and _same_share(left, right)
    if a.kind == "ordinal":
        return left == right and (a.unit == b.unit or None in {a.unit, b.unit})
    return left == right and a.unit == b.unit


_DAY = 86400  # seconds
_SHORTEST_MONTH, _LONGEST_MONTH = 28, 31  # days


def _same_span(a: Figure, b: Figure) -> bool:
    """Whether one counts months and the other days or weeks of the same span: six weeks, «полтора месяца»."""
    months, exact = (a, b) if _TIME[a.unit][0] == "month" else (b, a)
    days = Decimal(str(exact.value)) * _TIME[exact.unit][1] / _DAY
    counted = Decimal(str(months.value)) * _TIME[months.unit][1]
    return counted * _SHORTEST_MONTH <= days <= counted * _LONGEST_MONTH


_NEARLY = Decimal("0.12")  # «меньше десятка» for nine
_NEARLY_IN_WORDS = Decimal("0.15")
_FEW_ENOUGH = 2  # "more than one" of two says too little
_HALF_MORE = Decimal("1.5")
_THIRDS = frozenset({Decimal("33.33"), Decimal("66.67")})


def _same_share(left: Decimal, right: Decimal) -> bool:
    """A third is 33, 33.3 and 33.33 percent; any other share must be equal."""
    third = left in _THIRDS or right in _THIRDS
    return left == right or (third and Decimal(1) > abs(left - right) and _rounded(left, right))


def _rounded(left: Decimal, right: Decimal) -> bool:
    """Whether the one with fewer decimals is the other, rounded to as many."""
    rounder, finer = sorted((left.normalize(), right.normalize()), key=lambda value: -_exponent(value))
    return finer.quantize(Decimal(1).scaleb(min(0, _exponent(rounder)))) == rounder


def _exponent(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0


def _in_digits(figure: Figure) -> bool:
    return any(character.isdigit() for character in figure.text)


def _same_across(a: Figure, b: Figure) -> bool:
    """Kinds that one language writes where another does not: article 5 and пятая статья, twice and два раза."""
    left, right = a.value, b.value
    if isinstance(left, CalendarDate) or isinstance(right, CalendarDate):
        return False
    match a.kind, b.kind:
        case "number", "ordinal" | "year" | "decade":
            return left == right and _in_digits(a)
        case ("number", "multiple") | ("ordinal", "year"):
            return left == right
        case "number", "duration":  # "Asel, 56," is 56 years old; at 6 is at six hours
            return left == right and (b.unit == "hour" or (b.unit == "year" and _in_digits(a)))
        case "duration", "ordinal":  # 50 лет and the 50th anniversary
            return left == right
        case "number", "magnitude":  # мың сөз and тысячи слов; never 1000
            return left == right and not _in_digits(a)
        case "number" | "duration", "clock":
            minutes = left // 1 * 60 + left % 1 * 100  # 14.30
            return left <= 24 and abs(minutes - right) in {0, 720}
    return False


def _supports(source: Figure, wanted: Figure) -> bool:
    """Whether `source` carries `wanted`: the same, or the same with more detail."""
    return (
        same_figure(source, wanted)
        or _covers_date(source, wanted)
        or _of_that_size(source, wanted)
        or _left_uncounted(source, wanted)
        or _is_season(source, wanted)
        or _is_season(wanted, source)
        or _rounds_to(source, wanted)
    )


def _covers_date(source: Figure, wanted: Figure) -> bool:
    """Whether the date of `source` names all that `wanted` names: its year, month, day, weekday or decade."""
    given, asked = source.value, wanted.value
    if isinstance(given, CalendarDate) and isinstance(asked, CalendarDate):
        parts = ((asked.year, given.year), (asked.month, given.month), (asked.day, given.day))
        return all(part is None or part == known for part, known in parts)
    if isinstance(asked, CalendarDate):
        return False
    year = given.year if isinstance(given, CalendarDate) else given if source.kind == "year" else None
    if year is None:
        return False
    match wanted.kind:
        case "year":
            return asked == year
        case "number":
            return asked == year and re.fullmatch(r"\d{4}", wanted.text) is not None
        case "decade":
            return asked == year // 10 * 10
        case "weekday":
            return isinstance(given, CalendarDate) and asked == _weekday(given)
    return False


def _weekday(given: CalendarDate) -> int | None:
    try:
        return date(given.year or 0, given.month or 0, given.day or 0).isoweekday()
    except ValueError:
        return None  # no full date, or 31 сентября, as a source may print it


def _of_that_size(source: Figure, wanted: Figure) -> bool:
    """Thousands of people: any count from two thousand up to a million."""
    if wanted.kind != "magnitude" or source.kind not in {"number", "money", "magnitude"}:
        return False
    if isinstance(source.value, CalendarDate) or isinstance(wanted.value, CalendarDate):
        return False
    top = wanted.value * (1000 if wanted.value >= 1000 else 10)
    return wanted.value * 2 <= source.value < top


def _left_uncounted(source: Figure, wanted: Figure) -> bool:
    """30 billion for 30 billion dollars, «не более двух» for two days: less is said."""
    counted = source.kind == "money" or (source.kind == "duration" and not _in_digits(wanted))
    return wanted.kind == "number" and counted and source.value == wanted.value


def _is_season(ordinal: Figure, dated: Figure) -> bool:
    """Whether «екінші маусым», read as 2 June, is the second season that the other side counts."""
    if ordinal.kind != "ordinal" or not isinstance(dated.value, CalendarDate) or _in_digits(dated):
        return False
    return "маусым" in dated.text.lower() and ordinal.value == dated.value.day


def _rounds_to(source: Figure, wanted: Figure) -> bool:
    """около 30 for 29,7; more than 5 million for 5.4 million."""
    if wanted.rounding == "none" or source.kind != wanted.kind:
        return False
    if source.unit != wanted.unit:
        converted = _in_unit(source, wanted.unit) if source.kind == "duration" else None
        return converted is not None and _rounds_to(converted, wanted)
    if {source.rounding, wanted.rounding} == {"over", "under"}:
        return False
    exact, rounded = source.value, wanted.value
    if isinstance(exact, CalendarDate) or isinstance(rounded, CalendarDate):
        return False
    if source.rounding == "none" and _is_next(exact, rounded, wanted.rounding):
        return True
    in_words = wanted.kind == "percent" and not _in_digits(wanted)  # «почти четверть» for 24%
    if in_words and wanted.rounding == "over":  # «больше половины» for 60%
        return rounded <= exact <= rounded * _HALF_MORE
    if not exact or (_digits(rounded) >= _digits(exact) and not in_words):
        return False
    off = (rounded - exact) / exact
    if wanted.rounding == "about":
        return abs(off) <= Decimal("0.05")
    # Few shares have a word: "under a quarter" for 22%
    most = _NEARLY_IN_WORDS if in_words else _NEARLY
    return -most <= off <= 0 if wanted.rounding == "over" else 0 <= off <= most


def _in_unit(figure: Figure, unit: str | None) -> Figure | None:
    """A duration in a unit of the same base: 66 hours are 2.75 days."""
    (base, size), (other, times) = _TIME[figure.unit], _TIME[unit]
    if base != other or isinstance(figure.value, CalendarDate):
        return None
    return replace(figure, unit=unit, value=figure.value * size / times)


def _is_next(exact: Decimal, rounded: Decimal, rounding: str) -> bool:
    """Whether a bound is the next whole number: "under six" for five, «больше четырёх» for five."""
    whole = exact == exact.to_integral_value() and rounded == rounded.to_integral_value()
    step = rounded - exact if rounding == "under" else exact - rounded
    return whole and rounding != "about" and step == 1 and exact > _FEW_ENOUGH


def _digits(value: Decimal) -> int:
    return len(value.normalize().as_tuple().digits)
