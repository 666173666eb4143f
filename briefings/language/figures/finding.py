"""Find every figure of a text."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

from briefings.language.figures import russian_numbers
from briefings.language.figures.calendar_words import month, weekday
from briefings.language.figures.counting import after_currency, counted, ranked
from briefings.language.figures.dates import dates_at
from briefings.language.figures.figure import Figure, Rounding
from briefings.language.figures.found import Found
from briefings.language.figures.numerals import is_roman, numeral_at, roman_at
from briefings.language.figures.ranges import join_durations, share_units
from briefings.language.figures.rounding import rounding_around
from briefings.language.figures.shares import percent_of, shares_at
from briefings.language.figures.sums import number_named
from briefings.language.figures.tokens import DASHES, Token, adjoining, hyphenated, tokens_of, word_at
from briefings.language.figures.units import begins_currency, is_time, ordinal_unit_at, unit_at

if TYPE_CHECKING:
    from briefings.domain import Language


def find_figures(text: str, language: Language) -> tuple[Figure, ...]:
    """The figures of `text`, in order of their place. Nothing is read across a line break."""
    return _read(text, language)


@lru_cache(maxsize=8192)  # a sentence is cited by several statements
def _read(text: str, language: Language) -> tuple[Figure, ...]:
    tokens = tokens_of(text, language)
    found: list[Found] = []
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if token.shape in {"word", "mark"} and not _may_begin(token.folded, language):
            index += 1
            continue
        new = _at(tokens, text, index, language)
        found.extend(new)
        index = new[-1].end if new else index + 1
    found = join_durations(share_units(found, tokens, language), tokens)
    return tuple(_figure(one, tokens, text, language) for one in found)


@lru_cache(maxsize=20_000)
def _may_begin(piece: str, language: Language) -> bool:
    """Whether a figure can begin with this folded word or mark, whatever follows; most can not."""
    return bool(
        piece in DASHES  # "-week", behind what is no number
        or begins_currency(piece)
        or is_time(piece, language)
        or is_roman(piece)
        or number_named(piece, language)
        or month(piece, language)
        or weekday(piece, "", "", language)
        or (language == "ru" and (piece in _HALVES or russian_numbers.compound(piece)))
    )


def _at(tokens: list[Token], text: str, index: int, language: Language) -> list[Found]:
    token = tokens[index]
    if dates := dates_at(tokens, index, language):
        return dates
    if money := after_currency(tokens, index, language):
        return [money]
    if fraction := _slashed(tokens, index):
        return [fraction]
    numeral = numeral_at(tokens, index, language) if token.shape in {"digits", "word"} else None
    if numeral is None:
        other = (
            _compound(token.folded, index, language)
            or _roman(tokens, text, index)
            or _single(tokens, index, language)
        )
        return [other] if other else []
    if numeral.role == "ordinal":
        return ranked(tokens, index, numeral, language)
    shares = shares_at(tokens, index, numeral, language) if numeral.role == "cardinal" else []
    return shares or [counted(tokens, index, numeral, language)]


def _slashed(tokens: list[Token], index: int) -> Found | None:
    """A fraction in digits: 2/3, «3/4-і»; 24/7 and 9/11 are none."""
    pieces = tokens[index : index + 3]
    if [piece.shape for piece in pieces] != ["digits", "mark", "digits"] or pieces[1].folded != "/":
        return None
    apart = adjoining(tokens, index) and word_at(tokens, index - 1) == "/"
    if apart or not (adjoining(tokens, index + 1) and adjoining(tokens, index + 2)):
        return None
    part, whole = (piece.folded for piece in pieces[::2])
    if not (part.isdigit() and whole.isdigit() and 0 < int(part) < int(whole) <= _LARGEST_PART):
        return None
    return Found("percent", percent_of(Decimal(part) / Decimal(whole)), index, index + 3)


def _single(tokens: list[Token], index: int, language: Language) -> Found | None:
    """A unit of time that stands for one of it: a decade is ten years, a week seven days."""
    unit = unit_at(tokens, index, language)
    if unit is None or unit.unit not in {"week", "decade", "century"}:
        return None
    return Found("duration", Decimal(1), index, unit.end, unit.unit, certain=False)


_LARGEST_PART = 10  # 9/11 is a day
_COMPOUND_UNIT = re.compile(
    r"(?P<year>лет|годов)|(?P<month>месячн)|(?P<week>недельн)|(?P<day>дневн|суточн)|(?P<hour>часов)|(?P<minute>минутн)"
)
_HALVES: dict[str, tuple[Decimal, str]] = {
    "полгода": (Decimal(6), "month"), "полугода": (Decimal(6), "month"), "полугодовой": (Decimal(6), "month"),
    "полчаса": (Decimal(30), "minute"), "получаса": (Decimal(30), "minute"), "полвека": (Decimal(50), "year"),
}  # fmt: skip


def _compound(word: str, index: int, language: Language) -> Found | None:
    """A number glued to its unit: пятилетний, трёхдневный, полгода."""
    if language != "ru":
        return None
    if word in _HALVES:
        value, unit = _HALVES[word]
        return Found("duration", value, index, index + 1, unit)
    parts = russian_numbers.compound(word)
    if parts is None:
        return None
    value, rest = parts
    if rest.startswith("процентн"):
        return Found("percent", value, index, index + 1)
    if rest.startswith("кратн"):
        return Found("multiple", value, index, index + 1)
    time = _COMPOUND_UNIT.match(rest)
    if time is None and word.startswith("сто"):
        return None  # стоимость
    if time is None:
        return Found("number", value, index, index + 1, certain=False)  # трёхколёсный
    if rest.startswith("лети") and value in {10, 100}:
        return None  # десятилетие and столетие are units
    return Found("duration", value, index, index + 1, time.lastgroup, certain=value != 1)


def _roman(tokens: list[Token], text: str, index: int) -> Found | None:
    value = roman_at(tokens, text, index)
    if value is None:
        return None
    unit = ordinal_unit_at(tokens, index + 1)
    if not unit and hyphenated(tokens, index + 1) and len(word_at(tokens, index + 2)) == 1:
        unit = ordinal_unit_at(tokens, index + 3)  # XV-м веке
    glued = any(
        hyphenated(tokens, index + joint) and roman_at(tokens, text, index + 2 * joint) is None
        for joint in (-1, 1)
    )
    if unit:
        return Found("ordinal", Decimal(value), index, unit.end, unit.unit)
    # One letter may be an initial or the English I.
    if tokens[index].end - tokens[index].start == 1 or glued:
        return None
    return Found("ordinal", Decimal(value), index, index + 1)


def _figure(found: Found, tokens: list[Token], text: str, language: Language) -> Figure:
    start, end = tokens[found.start].start, tokens[found.end - 1].end
    rounding: Rounding = "none"
    if isinstance(found.value, Decimal):
        rounding = rounding_around(tokens, found.start, found.end, language)
    value = found.value
    return Figure(found.kind, start, end, text[start:end], value, found.unit, rounding, found.certain)
