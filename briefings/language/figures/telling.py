"""What the steps from figure to figure have in common: the words that tell of them, and how to look for them."""

from __future__ import annotations

import re
from bisect import bisect_right
from dataclasses import dataclass
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefings.domain import Language
    from briefings.language.figures.figure import Figure


OUT_OF: dict[Language, str] = {
    "ru": r"\s+из\s+(?:\w+\s+){0,2}",
    "kk": r"(?!)",
    "en": r"\s+(?:out\s+)?of\s+(?:[\w’'-]+\s+){0,3}",
}
EARLIER: dict[Language, str] = {
    "ru": r"ранее|раньше|прошл\w+|предыдущ\w+|до этого|против",
    "kk": r"бұрын|алдыңғы|өткен|былтыр\w*",
    "en": r"earlier|before|previous\w*|last|against|from",
}
LESS: dict[Language, str] = {
    "ru": r"меньше|ниже|дешевле|реже|сокра\w+|упа\w+|сниз\w+|уменьш\w+",
    "kk": r"аз\w*|кем\w*|төмен\w*|қысқар\w*|арзан\w*",
    "en": r"less|fewer|lower|smaller|cheaper",
}
MORE: dict[Language, str] = {
    "ru": r"больше|выше|дороже|чаще|длиннее",
    "kk": r"көп\w*|артық|жоғары|қымбат\w*",
    "en": r"as\s+(?:much|many|long|big|large)|more|higher|larger|dearer",
}
BREAK = re.compile(r"[,;:.]\s|\n")
_LONG_WORD = re.compile(r"[^\W\d_]{4,}")
_STEM = 5  # letters that two forms of a word share
SENTENCE = re.compile(r"[.!?](?:\s|$)|\n")
NEAR = 60  # characters around a share
ADDS = frozenset({"number", "money", "percent", "duration"})
_LARGE = 1000  # «1,2 млрд тенге, ещё 600 млн»: a large number beside money is money too
HUNDRED, CENT = Decimal(100), Decimal("0.01")


@dataclass(frozen=True, slots=True)
class Texts:
    """A statement in `language` with the figures it says, and what it cites, in the language `there`."""

    statement: str
    language: Language
    said: Sequence[Figure]
    source: str
    there: Language


def tells(words: str, text: str) -> bool:
    """Whether one of `words`, alternatives of a pattern, stands in `text` as a word."""
    return re.search(rf"(?<!\w)(?:{words})(?!\w)", text, re.IGNORECASE) is not None


def stretch(text: str, at: int) -> str:
    """The stretch between two marks in which the figure at `at` stands."""
    cuts = _cuts(text)
    behind = bisect_right(cuts, at)
    return text[cuts[behind - 1] : cuts[behind] if behind < len(cuts) else len(text)]


@lru_cache(maxsize=256)
def _cuts(text: str) -> tuple[int, ...]:
    return (0, *(m.end() for m in BREAK.finditer(text)), len(text))


def stems(text: str) -> set[str]:
    """The beginnings of the longer words of `text`, by which two forms of a word are known for one."""
    return {word.lower()[:_STEM] for word in _LONG_WORD.findall(text)}


def add_up(a: Figure, b: Figure) -> bool:
    """Whether the two are of one kind and unit, so that they can be added."""
    if a.kind == b.kind:
        return a.kind in ADDS and a.unit == b.unit
    number = a if a.kind == "number" else b
    return (
        {a.kind, b.kind} == {"number", "money"}
        and isinstance(number.value, Decimal)
        and number.value >= _LARGE
    )


def is_share(figure: Figure) -> bool:
    """Whether the figure is a part of a whole."""
    return (
        figure.kind == "percent"
        and figure.unit is None
        and isinstance(figure.value, Decimal)
        and figure.value < HUNDRED
    )
