"""Ranges and pairs: the first number takes the unit that is written only once; a year and two months are one time."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.tokens import DASHES, Token, adjoining

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.figures.found import Found

_RANGE = DASHES | {"до", "to", "по", "through"}
_OUT_OF = frozenset({"из", "of"})  # «4,8 из 12 млн долларов»
_SAME_ORDER = 20  # from 3.2 to 2.5 million: a fall as well as a rise shares the scale word
_LIST = frozenset({"и", "или", "and", "or", "және", "мен", "пен", "бен", "немесе", "либо"})


def share_units(found: list[Found], tokens: list[Token], language: Language) -> list[Found]:
    """10–15 %, от 2 до 3 млн долларов, $10 to $15 million: the first number takes the unit of the second."""
    shared = list(found)
    for place in range(len(shared) - 2, -1, -1):
        first, second = shared[place], shared[place + 1]
        if not _joined(first, second, tokens, language):
            continue
        first = _with_scale(first, second)
        if first.kind == "number" and second.kind in {"percent", "money", "multiple", "duration"}:
            shared[place] = first._replace(kind=second.kind, unit=second.unit)
        elif first.kind == "number" and second.kind == "year":
            shared[place] = first._replace(kind="year")
        elif first.kind == "money" and second.kind == "number":
            shared[place] = first
            shared[place + 1] = second._replace(kind="money", unit=first.unit)
        else:
            shared[place] = first
    return shared


_SMALLER = {"year": ("month", 12), "hour": ("minute", 60)}
_AND = frozenset({"и", "and", "мен", "пен", "бен", ","})


def join_durations(found: list[Found], tokens: list[Token]) -> list[Found]:
    """«Год и два месяца», "бір жыл екі ай": one time, in the smaller unit; the larger part stays as a doubtful one."""
    joined: list[Found] = []
    for second in found:
        first = joined[-1] if joined else None
        unit, size = _SMALLER.get(first.unit or "", ("", 0)) if first else ("", 0)
        if not first or first.kind != "duration" or (second.kind, second.unit) != ("duration", unit):
            joined.append(second)
            continue
        between = [token.folded for token in tokens[first.end : second.start]]
        if len(between) > 1 or not _AND.issuperset(between):
            joined.append(second)
        elif isinstance(first.value, Decimal) and isinstance(second.value, Decimal):
            joined[-1] = first._replace(certain=False)
            joined.append(
                second._replace(value=first.value * size + second.value, start=first.start, certain=True)
            )
    return joined


def _with_scale(first: Found, second: Found) -> Found:
    if second.scale == 1 or first.scale != 1 or not isinstance(first.value, Decimal):
        return first
    if not isinstance(second.value, Decimal) or first.value > _SAME_ORDER * second.value / second.scale:
        return first  # from 500 to 2 million
    return first._replace(value=first.value * second.scale, scale=second.scale)


def _joined(first: Found, second: Found, tokens: list[Token], language: Language) -> bool:
    """Whether the two are the ends of a range or a pair, so that the unit of the second is meant twice."""
    year = first.plain and re.fullmatch(r"1[0-9]\d\d|20\d\d", tokens[first.start].folded)
    if bool(year) != (second.kind == "year"):
        return False
    if first.kind != "number" and not (first.kind == "money" and second.kind in {"number", "money"}):
        return False
    between = [token.folded for token in tokens[first.end : second.start]]
    if not between and language == "kk":
        return re.search(r"[дтн][ае]н$", tokens[first.end - 1].folded) is not None  # 10-нан 15 пайызға
    if len(between) != 1:
        return False
    aside = between[0] in DASHES and not adjoining(tokens, first.end) and not first.plain
    if between[0] in _OUT_OF:
        return first.plain or first.kind == "money"
    return between[0] in _RANGE | _LIST and not aside
