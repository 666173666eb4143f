"""Stretches of months from January on: "the first nine months" is "January–September", «полугодие» six months."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.language.figures.figure import CalendarDate, Figure

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Language

_DASH = r"\s*[-–—]\s*"
# What names the last month, or how many there are, in the group "last".
_COUNTED: dict[Language, str] = {
    "ru": r"за\s+(?:первые\s+)?(?P<last>\w+)\s+месяц\w+|перв\w+\s+(?P<last2>\w+)\s+месяц\w+",
    "kk": r"(?P<last>\w+)\s+ай(?:да|дың|ында|ға|ы)?(?!\w)",
    "en": r"first\s+(?P<last>\w+)\s+months",
}
_NAMED: dict[Language, str] = {
    "ru": rf"январ\w+(?:{_DASH}|\s+по\s+)(?P<last>\w+)",
    "kk": rf"қаңтар\w*(?:{_DASH}|\s+)(?P<last>\w+)",
    "en": rf"january(?:{_DASH}|\s+(?:to|through|until|and)\s+)(?P<last>\w+)",
}
_PARTS: dict[Language, tuple[tuple[int, str], ...]] = {
    "ru": ((3, r"перв\w+\s+квартал\w*|I\s+квартал\w*"), (6, r"перв\w+\s+(?:полугоди\w+|половин\w+\s+года)")),
    "kk": ((3, r"бірінші\s+тоқсан\w*"), (6, r"бірінші\s+жартыжылды\w+|жылдың\s+бірінші\s+жарты\w+")),
    "en": ((3, r"first\s+quarter"), (6, r"first\s+half(?:\s+of\s+(?:the\s+year|20\d\d)|-year)?")),
}


@dataclass(frozen=True, slots=True)
class Period:
    """The months from January up to number `last` (1…12), named at `start:end` of a text."""

    last: int
    start: int
    end: int


def periods(text: str, language: Language, figures: Sequence[Figure]) -> Iterator[Period]:
    """The stretches of months from January on that `text` names; `figures` are those found in it."""
    for pattern in (_COUNTED[language], _NAMED[language]):
        for match in re.finditer(rf"(?<!\w)(?:{pattern})", text, re.IGNORECASE):
            for figure in figures:
                last = _months(figure)
                if last and match.start() <= figure.start < match.end() <= figure.end:
                    yield Period(last, match.start(), figure.end)
                elif last and match.start() <= figure.start and figure.end <= match.end() and last > 1:
                    yield Period(last, match.start(), match.end())
    for last, words in _PARTS[language]:
        for match in re.finditer(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE):
            yield Period(last, match.start(), match.end())


def _months(figure: Figure) -> int | None:
    value = figure.value
    if isinstance(value, CalendarDate):
        return value.month if value.day is None else None
    if figure.kind == "number" or (figure.kind == "duration" and figure.unit == "month"):
        return int(value) if 1 < value <= 12 and value == int(value) else None
    return None
