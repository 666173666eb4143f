"""Read one number that begins at a token: a sum, an ordinal, an order of size, a Roman numeral."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.sums import Numeral, Sum, number_word
from briefings.language.figures.tokens import Token, adjoining, hyphenated, word_at

if TYPE_CHECKING:
    from briefings.domain import Language

_ORDINAL_ENDING = {
    "ru": re.compile(r"[оыи]?й|[аоу]?[яею]|о?го|о?му"),
    "kk": re.compile(r"(?:[ыі]?н)?ш[ыі]\w*"),
    "en": re.compile(r"st|nd|rd|th"),
}
_ROMAN = re.compile(r"(?=[ivxхі])[xх]{0,3}(?:[iі][xх]|[iі]?v|v?[iі]{0,3})")
_ROMAN_VALUE = {"i": 1, "і": 1, "v": 5, "x": 10, "х": 10}
# "A third of", "a quarter more": what makes a part of the English word, which is also a rank or three months.
PART_OF = frozenset({
    "of", "more", "less", "fewer", "higher", "lower", "larger", "smaller", "bigger", "greater", "again", "above",
    "below", "faster", "slower", "cheaper", "dearer",
})  # fmt: skip
# "Triple the figure", not "a triple jump".
_WHAT_IS_DOUBLED = frozenset({"the", "its", "their", "what", "that", "this"})
_FEW = frozenset(
    ["few", "several", "несколько", "нескольких", "нескольким", "несколькими", "пара", "пару", "бірнеше"]
)


_HALF_A_DOZEN = {"half a dozen": 3}
# "To cover a quarter" is a share, "earned $2m a quarter" a time.
OF_WHOLE = frozenset(
    f"{verb}{ending}"
    for verb in ("cover", "pay", "bear", "provide", "hold", "own", "fund", "finance")
    for ending in ("", "s", "ed")
) | {"by", "paid", "bore", "borne", "held", "covering", "paying", "bearing", "funding"}


def numeral_at(tokens: list[Token], index: int, language: Language) -> Numeral | None:
    """The longest number that begins at token `index`."""
    if tokens[index].shape == "digits":
        return _ordinal_in_digits(tokens, index, language) or Sum(tokens, index, language).read()
    word = number_word(tokens, index, language)
    if word is None:
        return None
    if word.role == "plural":
        return _order_of_size(tokens, index, language, word.value)
    if (size := _HALF_A_DOZEN.get(" ".join(word_at(tokens, index + step) for step in range(3)))) is not None:
        return Numeral(Decimal(6), "cardinal", index + size)
    if word.role == "fraction" and word.value < Decimal("0.5") and language == "en":
        of_whole = word_at(tokens, index - 1) == "remaining" or (
            word_at(tokens, index - 1) == "a"
            and (word_at(tokens, index + 1) in PART_OF or word_at(tokens, index - 2) in OF_WHOLE)
        )
        return Numeral(word.value, "fraction", index + 1, of_whole) if word.value == Decimal("0.25") else None
    if word.role in {"fraction", "multiple"}:
        doubled = (
            word.role == "multiple" and word.value > 1 and word_at(tokens, index + 1) in _WHAT_IS_DOUBLED
        )
        return Numeral(word.value, word.role, index + 1, word.certain or doubled)
    if word.role == "scale" and word_at(tokens, index - 1) in _FEW:
        return Numeral(word.value, "plural", index + 1)
    return Sum(tokens, index, language).read()


def roman_at(tokens: list[Token], text: str, index: int) -> int | None:
    """The value of a Roman numeral in capitals (Latin, or the Cyrillic letters that look the same)."""
    token = tokens[index]
    written = text[token.start : token.end]
    if token.shape != "word" or not written.isupper() or not is_roman(token.folded):
        return None
    values = [_ROMAN_VALUE[letter] for letter in token.folded]
    return sum(-value if value < max(values[place:]) else value for place, value in enumerate(values))


def is_roman(word: str) -> bool:
    """Whether a folded word is a Roman numeral when it is written in capitals."""
    return _ROMAN.fullmatch(word) is not None


def _ordinal_in_digits(tokens: list[Token], index: int, language: Language) -> Numeral | None:
    value, after = tokens[index].folded, index + 1
    if not value.isdigit():
        return None
    if language == "en":
        if adjoining(tokens, after) and _ORDINAL_ENDING["en"].fullmatch(word_at(tokens, after)):
            return Numeral(Decimal(value), "ordinal", after + 1)
        return None
    if hyphenated(tokens, after) and _ORDINAL_ENDING[language].fullmatch(word_at(tokens, after + 1)):
        return Numeral(Decimal(value), "ordinal", after + 2)
    return None


def _order_of_size(tokens: list[Token], index: int, language: Language, value: Decimal) -> Numeral:
    """тысячи; десятки тысяч; hundreds of thousands; жүздеген мың."""
    after = index + (2 if word_at(tokens, index + 1) == "of" else 1)
    scale = number_word(tokens, after, language)
    if scale is not None and scale.role in {"scale", "plural"} and scale.value > value:
        return Numeral(value * scale.value, "plural", after + 1)
    return Numeral(value, "plural", index + 1)
