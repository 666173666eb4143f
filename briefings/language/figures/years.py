"""Years, decades and times of day that begin at a token."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.calendar_words import YEAR_WORD
from briefings.language.figures.found import Found
from briefings.language.figures.numerals import numeral_at
from briefings.language.figures.tokens import Token, adjoining, hyphenated, word_at

if TYPE_CHECKING:
    from briefings.domain import Language

_BEFORE = frozenset({
    "in", "since", "by", "until", "till", "before", "after", "from", "of", "during", "to", "and", "early", "late",
    "mid",
})  # fmt: skip
_BEHIND = frozenset({"", ".", ",", ")", ";"})


def year_number(tokens: list[Token], index: int) -> int | None:
    """The year that token `index` may be: four digits, 1000 to 2100."""
    written = word_at(tokens, index)
    return int(written) if re.fullmatch(r"1\d\d\d|20\d\d|2100", written) else None


def past_year_word(tokens: list[Token], index: int, language: Language) -> int:
    """Past года, г., жылғы, ж. after a year, and the case ending before it: 2025-го года."""
    if hyphenated(tokens, index) and re.fullmatch(r"го|м|й|е|му|х|жыл\w*", word_at(tokens, index + 1)):
        index += 1 if word_at(tokens, index + 1).startswith("жыл") else 2
    if YEAR_WORD[language].fullmatch(word_at(tokens, index)):
        short = len(word_at(tokens, index)) < 3
        return index + (2 if short and word_at(tokens, index + 1) == "." else 1)
    return index


def year_at(tokens: list[Token], index: int, language: Language) -> Found | None:
    """2025 года, 2025 жылы, in 2025; 1990 жылдары is a decade."""
    year = year_number(tokens, index)
    if year is None:
        return None
    end = past_year_word(tokens, index + 1, language)
    if language == "kk" and year % 10 == 0 and tokens[end - 1].folded.startswith("жылдар"):
        return Found("decade", Decimal(year), index, end)
    # English has no word for it: a bare number is a year after a preposition or at the end of a clause.
    alone = language == "en" and year >= 1900
    beside = word_at(tokens, index - 1) in _BEFORE or word_at(tokens, index + 1) in _BEHIND
    if end > index + 1 or (alone and beside):
        return Found("year", Decimal(year), index, end)
    return None


def clock_at(tokens: list[Token], index: int) -> Found | None:
    """14:30; 2:30 p.m.; 7am. The value is in minutes after midnight."""
    token = tokens[index]
    half = _half_day(tokens, index + 1)
    if token.shape == "clock":
        hours, minutes = (int(part) for part in token.folded.split(":")[:2])
    elif half and re.fullmatch(r"\d\d?(?:\.\d\d)?", token.folded):
        hours, minutes = (int(part) for part in f"{token.folded}.0".split(".")[:2])
    else:
        return None
    if half:
        hours = hours % 12 + (12 if word_at(tokens, index + 1).startswith("p") else 0)
    return Found("clock", Decimal(hours * 60 + minutes), index, index + 1 + half)


def _half_day(tokens: list[Token], index: int) -> int:
    """How many tokens "am" or "p.m." takes at `index`, its last point left to the sentence; 0 if it is not there."""
    if word_at(tokens, index) in {"am", "pm"}:
        return 1
    dotted = [word_at(tokens, index + step) for step in range(3)]
    return 3 if dotted in (["a", ".", "m"], ["p", ".", "m"]) else 0


_DECADE_END = {
    "ru": (re.compile(r"[еx]|х|ми"), re.compile(r"год(?:ы|ов|ам|ами|ах)|гг")),
    "kk": (re.compile(r"ш[ыі]|інші|ыншы|жылдар\w*"), re.compile(r"жылдар\w*")),
}


def decade_at(tokens: list[Token], index: int, language: Language) -> Found | None:
    """1990-е, 90-е годы, 1990s, 90-жылдар, девяностых годов."""
    written = tokens[index].folded
    if language == "en":
        if re.fullmatch(r"(?:1[0-9]|20)?[1-9]0", written) and adjoining(tokens, index + 1):
            glued = word_at(tokens, index + 1) == "s"
            possessive = word_at(tokens, index + 1) in {"'", "’"} and word_at(tokens, index + 2) == "s"
            if glued or possessive:
                return Found("decade", Decimal(written), index, index + (2 if glued else 3))
        return None
    ending, years = _DECADE_END[language]
    if re.fullmatch(r"(?:1[0-9]|20)?\d0", written):
        at = index + 1
        if hyphenated(tokens, at) and ending.fullmatch(word_at(tokens, at + 1)):
            at += 2
            if years.fullmatch(word_at(tokens, at - 1)):
                return Found("decade", Decimal(written), index, at)
            followed = years.fullmatch(word_at(tokens, at)) is not None
            if followed or (len(written) == 4 and language == "ru"):
                return Found("decade", Decimal(written), index, at + followed)
        return None
    if tokens[index].shape != "word" or not re.search(r"(?:ые|ых|ым|ыми|н?ш[ыі])$", written):
        return None
    numeral = numeral_at(tokens, index, language)
    if numeral is None or numeral.role != "ordinal" or numeral.value % 10 or not 10 <= numeral.value <= 90:
        return None
    if years.fullmatch(word_at(tokens, numeral.end)):
        return Found("decade", numeral.value, index, numeral.end + 1)
    return None
