"""So many of every so many: "two in every three", «двое из каждых пяти», «әрбір он тоннаның үшеуі»."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from briefings.language.figures.found import Found
from briefings.language.figures.numerals import numeral_at
from briefings.language.figures.tokens import Token, word_at
from briefings.language.figures.units import unit_at

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.figures.sums import Numeral

_OF: dict[Language, tuple[str, ...]] = {
    "ru": ("из каждых", "на каждые", "из"),
    "kk": (),
    "en": ("in every", "out of every", "of every", "in", "out of"),
}
_EACH = re.compile(r"кажды[ех]|every")
_KAZAKH_EACH = re.compile(r"әр(?:бір)?")
# «үшеуі», «екісі», «3-і»: the part, with the ending that says of what.
_KAZAKH_PART = re.compile(r"(?:\w+еу|\w+ау|бір|екі|үш|төрт|бес|алты|жеті|сегіз|тоғыз)(?:с?[ыі])(?:н\w*)?")
_GENITIVE = re.compile(r"[нтд][ыі]ң$")
_FARTHEST = 3  # words that may name what is counted, between the whole and the part
_LARGEST = 100
_LONGEST_NAME = 3  # words


def percent_of(part: Decimal) -> Decimal:
    """A part of a whole in percent, to two places."""
    return (part * 100).quantize(Decimal("0.01"))


def shares_at(tokens: list[Token], index: int, numeral: Numeral, language: Language) -> list[Found]:
    """The share that the number at `index` begins, its two numbers before it, now doubtful; else nothing.

    English always means the share by "one in five"; «двое из пяти», «бес баланың бірі» is as often a count of
    five, so the share is what is doubtful.
    """
    if language == "kk":
        return _kazakh(tokens, index, numeral)
    for phrase in _OF[language]:
        between = phrase.split()
        # "one bus in four", "one inspector's post in four"
        named = _LONGEST_NAME if language == "en" and numeral.value == 1 else 0
        begin = next(
            (
                at
                for at in range(numeral.end, numeral.end + named + 1)
                if [word_at(tokens, at + step) for step in range(len(between))] == between
            ),
            None,
        )
        if begin is None:
            continue
        whole = _whole(tokens, begin + len(between), language)
        if whole is None or not numeral.value < whole.value <= _LARGEST:
            return []
        if language == "en" and unit_at(tokens, whole.end, language):
            return []  # one in five years
        sure = language == "en" or bool(_EACH.fullmatch(between[-1]))
        share = Found("percent", percent_of(numeral.value / whole.value), index, whole.end, None, sure)
        counts = (
            Found("number", numeral.value, index, numeral.end, None, not sure and numeral.certain),
            Found("number", whole.value, whole.end - 1, whole.end, None, not sure),
        )
        return [*counts, share] if language != "en" else [share]
    return []


def _whole(tokens: list[Token], at: int, language: Language) -> Numeral | None:
    numeral = numeral_at(tokens, at, language) if at < len(tokens) else None
    return numeral if numeral and numeral.role == "cardinal" else None


def _kazakh(tokens: list[Token], index: int, whole: Numeral) -> list[Found]:
    sure = bool(_KAZAKH_EACH.fullmatch(word_at(tokens, index - 1)))
    if not sure and not _GENITIVE.search(word_at(tokens, whole.end)):
        return []
    for at in range(whole.end, min(whole.end + _FARTHEST + 1, len(tokens))):
        part = numeral_at(tokens, at, "kk") if _KAZAKH_PART.fullmatch(word_at(tokens, at)) else None
        if part is None and numeral_at(tokens, at, "kk"):
            return []  # «80 автобустың үштен бірі»
        if part and part.value < whole.value <= _LARGEST:
            numbers = (
                Found("number", whole.value, index, whole.end, None, not sure and whole.certain),
                Found("number", part.value, at, part.end, None, not sure and part.certain),
            )
            return [
                *numbers,
                Found("percent", percent_of(part.value / whole.value), index, part.end, None, sure),
            ]
    return []
