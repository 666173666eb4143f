"""A number with what it counts: percent, money, years; a half, a third, one in five; a rank."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefings.language.figures.calendar_words import month
from briefings.language.figures.found import Found
from briefings.language.figures.numerals import OF_WHOLE, PART_OF, numeral_at
from briefings.language.figures.shares import percent_of
from briefings.language.figures.sums import number_word
from briefings.language.figures.tokens import DASHES, Token, hyphenated, word_at
from briefings.language.figures.units import currency_before, ordinal_unit_at, unit_at

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.figures.sums import Numeral

_EVERY = frozenset(
    ["каждый", "каждая", "каждое", "каждого", "каждой", "каждому", "каждую", "every", "әр", "әрбір"]
)
_OTHER_HALVES = frozenset(
    ["first", "second", "last", "latter", "other", "better", "top", "upper", "lower", "this"]
)
_ARTICLES = frozenset(["a", "an", "per", "each", "split"])
_TIME = re.compile(
    r"(?:19|20)\d\d|год\w*|лет|месяц\w*|дн[яю]|день|век\w*|столети\w*|десятилети\w*|сезон\w*|срок\w*|матч\w*"
    r"|жыл\w*|ай(?:ы|дың)\w*|күн\w*|ғасыр\w*|маусым\w*|мерзім\w*|years?|months?|days?|century|decade|season|term|match"
)
_PART = re.compile(r"част(?:ь|и|ью)|дол(?:я|и|ю)|бөлі[кг].*")


def counted(tokens: list[Token], index: int, numeral: Numeral, language: Language) -> Found:
    """The numeral at `index` with what it counts."""
    value, end = numeral.value, numeral.end
    if numeral.role == "plural":
        time = unit_at(tokens, end, language)  # ондаған жыл is "decades", тысячи лет "millennia"
        return Found("magnitude", value, index, end, certain=time is None or time.kind != "duration")
    if numeral.role == "multiple":
        return Found("multiple", value, index, end, certain=numeral.certain)
    if numeral.role == "fraction":
        return _fraction(tokens, index, numeral, language)
    unit = unit_at(tokens, end, language)
    if unit is None:
        return Found("number", value, index, end, None, numeral.certain, numeral.scale, numeral.plain)
    # "one year" and "a year" are the same in most sentences; one dollar or one percent is a figure.
    certain = numeral.certain or unit.kind in {"percent", "money"}
    return Found(unit.kind, value, index, unit.end, unit.unit, certain, numeral.scale, numeral.plain)


def ranked(tokens: list[Token], index: int, numeral: Numeral, language: Language) -> list[Found]:
    """The ordinal at `index`: a rank, the quarter or century it counts, or a share (каждый пятый).

    Two doubtful figures for "a third", which is a share or a rank: a third of the exports, a third term.
    """
    before, behind = word_at(tokens, index - 1), word_at(tokens, numeral.end)
    if before in DASHES and word_at(tokens, index - 2) in {"во", "в"}:
        return []  # во-вторых
    unit = ordinal_unit_at(tokens, numeral.end)
    if unit:
        # The second half of the year is a time; of anything else it is what the first half leaves.
        rest = (
            unit.unit == "half" and numeral.value == 2 and not _is_of_time(tokens, index, unit.end, language)
        )
        return [Found("ordinal", numeral.value, index, unit.end, unit.unit, certain=not rest)]
    rank = Found("ordinal", numeral.value, index, numeral.end, None, numeral.certain)
    if numeral.value < 1:
        return [rank]
    share = Found("percent", percent_of(1 / numeral.value), index, numeral.end)
    if _PART.fullmatch(behind):
        return [share._replace(end=numeral.end + 1)]
    if language == "en" and before == "remaining" and numeral.value >= 3:
        return [share]
    if before in _EVERY and not unit_at(tokens, numeral.end, language):
        return [share]
    if language == "en" and before in _ARTICLES and 3 <= numeral.value <= 10:
        doubtful = [rank._replace(certain=False), share._replace(certain=False)]
        return [share] if behind in PART_OF or word_at(tokens, index - 2) == "by" else doubtful
    if tokens[index].folded == "second" and before in _ARTICLES:
        return [rank._replace(certain=False)]  # a second chance, per second
    return [rank]


def _is_of_time(tokens: list[Token], start: int, end: int, language: Language) -> bool:
    """Whether a time stands beside the half: «2027 жылдың екінші жартысында», "second half of the year"."""
    near = [*range(max(start - 2, 0), start), *range(end, min(end + 4, len(tokens)))]
    return any(
        _TIME.fullmatch(tokens[at].folded) or month(tokens[at].folded, language) is not None for at in near
    )


def _fraction(tokens: list[Token], index: int, numeral: Numeral, language: Language) -> Found:
    """Half of the exports is 50 percent; half an hour and half a million are not."""
    of_a = word_at(tokens, numeral.end) == "of" and word_at(tokens, numeral.end + 1) == "a"
    after = numeral.end + 2 if of_a else numeral.end  # a quarter of a century
    after += word_at(tokens, after) in {"a", "an"} or hyphenated(tokens, after)
    scale = number_word(tokens, after, language)
    if scale and scale.role == "scale":
        unit = unit_at(tokens, after + 1, language)  # a quarter of a billion dollars
        money = unit if unit and unit.kind == "money" else None
        value = numeral.value * scale.value
        return Found(
            "money" if money else "number",
            value,
            index,
            money.end if money else after + 1,
            money and money.unit,
        )
    time = unit_at(tokens, after, language)
    if time and time.kind == "duration":
        return Found("duration", numeral.value, index, time.end, time.unit)
    before, behind = word_at(tokens, index - 1), word_at(tokens, numeral.end)
    again = behind == "as" and "again" in [word_at(tokens, numeral.end + step) for step in (2, 3)]
    by_it = before in {"by", "in", "remaining"} or word_at(tokens, index - 2) in OF_WHOLE
    of_whole = behind in {"of", "the", "its", "their", "all"} | PART_OF or by_it or again
    clear = language != "en" or numeral.end > index + 1 or (of_whole and before not in _OTHER_HALVES)
    percent = percent_of(numeral.value)
    return Found("percent", percent, index, numeral.end, certain=numeral.certain and clear)


def after_currency(tokens: list[Token], index: int, language: Language) -> Found | None:
    """$30 billion, US$ 5m, KZT 300."""
    sign = currency_before(tokens, index)
    if sign is None or not (sign.end < len(tokens) and tokens[sign.end].shape == "digits"):
        return None
    numeral = numeral_at(tokens, sign.end, language)
    if numeral is None or numeral.role != "cardinal":
        return None
    again = unit_at(tokens, numeral.end, language)  # $30 billion dollars
    end = again.end if again and again.kind == "money" else numeral.end
    return Found("money", numeral.value, index, end, sign.unit, scale=numeral.scale, plain=numeral.plain)
