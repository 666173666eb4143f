"""Cut a text into words, digit groups and marks, keeping offsets."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Literal, NamedTuple, get_args

if TYPE_CHECKING:
    from briefings.domain import Language

Shape = Literal["digits", "word", "mark", "date", "clock"]

_SHAPES: dict[str, Shape] = {shape: shape for shape in get_args(Shape)}
DASHES = frozenset("-‐‑‒–—−")


class Token(NamedTuple):
    """A piece of the text. `folded` is what tables are asked for: lower case, ё as е, one apostrophe."""

    folded: str
    start: int
    end: int
    shape: Shape


_DATE = r"\d{1,2}(?P<between>[./])\d{1,2}(?P=between)(?:\d{4}|\d{2})(?![\d.]\d)(?!\d)|\d{4}-\d{2}-\d{2}(?!\d)"
_CLOCK = r"\d{1,2}:[0-5]\d(?::[0-5]\d)?(?!\d)"
# A plain space groups thousands in Russian and Kazakh only: "on May 5 300 people" is two numbers.
_GROUPED = {"en": "[\u00a0\u2009\u202f]", "ru": "[ \u00a0\u2009\u202f]", "kk": "[ \u00a0\u2009\u202f]"}


def _pattern(language: Language) -> re.Pattern[str]:
    # Bounded, so that every value stays inside the 28 digits with which decimals are computed.
    digits = (
        rf"\d{{1,3}}(?:{_GROUPED[language]}\d{{3}}){{1,6}}(?!\d)(?:[.,]\d{{1,9}})?"
        r"|\d{1,3}(?:,\d{3}){1,6}(?!\d)(?:\.\d{1,9})?|\d{1,3}(?:\.\d{3}){2,6}(?!\d)(?:,\d{1,9})?"
        r"|\d{1,18}(?:[.,]\d{1,9})?"
    )
    return re.compile(
        rf"(?P<date>(?<![\d.,]){_DATE})|(?P<clock>(?<![\d:]){_CLOCK})|(?P<digits>{digits})"
        r"|(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)*)|(?P<mark>\S|\n)"
    )


_PATTERNS: dict[Language, re.Pattern[str]] = {code: _pattern(code) for code in ("ru", "kk", "en")}
_FOLD = str.maketrans({"ё": "е", "’": "'", "ʼ": "'"})


def tokens_of(text: str, language: Language) -> list[Token]:
    """The pieces of `text` in order. A line break is a mark of its own, so nothing is read across it."""
    return [
        Token(match.group().lower().translate(_FOLD), match.start(), match.end(), _SHAPES[match.lastgroup])
        for match in _PATTERNS[language].finditer(text)
        if match.lastgroup is not None
    ]


def digits_value(digits: str, language: Language, *, scaled: bool) -> Decimal:
    """The value of a digit group. `scaled`: a scale word follows, so that only an English comma parts thousands.

    In Russian and Kazakh a comma is the decimal sign, yet translated news keeps "10,000": three digits
    ending in 0 are taken for thousands, since nobody writes a trailing zero after a decimal comma.
    """
    bare = re.sub(r"\s", "", digits)
    commas, points = bare.count(","), bare.count(".")
    if commas > 1 or (commas and points and bare.rfind(",") < bare.rfind(".")):
        return Decimal(bare.replace(",", ""))
    if points > 1 or (commas and points):
        return Decimal(bare.replace(".", "").replace(",", "."))
    grouped = re.fullmatch(r"[1-9]\d{0,2}[.,]\d{3}", bare) is not None
    english = "," in bare and language == "en"
    elsewhere = language != "en" and bare.endswith("0")
    if grouped and (english or (elsewhere and not scaled)):
        return Decimal(bare.replace(",", "").replace(".", ""))
    return Decimal(bare.replace(",", "."))


def adjoining(tokens: list[Token], index: int) -> bool:
    """Whether token `index` follows the one before it without a space."""
    return 0 < index < len(tokens) and tokens[index - 1].end == tokens[index].start


def word_at(tokens: list[Token], index: int) -> str:
    """The folded text of token `index`; empty past either end."""
    return tokens[index].folded if 0 <= index < len(tokens) else ""


def hyphenated(tokens: list[Token], index: int) -> bool:
    """Whether a hyphen without spaces stands at `index`, between two pieces."""
    return word_at(tokens, index) in DASHES and adjoining(tokens, index) and adjoining(tokens, index + 1)
