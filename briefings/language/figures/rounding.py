"""Words beside a figure that say it is not exact: about, more than, less than."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.language.figures.tokens import Token, word_at

if TYPE_CHECKING:
    from briefings.domain import Language
    from briefings.language.figures.figure import Rounding


def _table(about: str, over: str, under: str) -> dict[str, Rounding]:
    rows: tuple[tuple[Rounding, str], ...] = (("about", about), ("over", over), ("under", under))
    return {word: rounding for rounding, words in rows for word in words.split()}


_BEFORE: dict[Language, dict[str, Rounding]] = {
    "ru": _table(
        "около примерно порядка приблизительно ориентировочно ~ ≈",
        "более больше свыше выше",
        "менее меньше почти",
    ),
    "kk": _table("шамамен ~ ≈", "кемінде", "дерлік"),
    "en": _table(
        "about around approximately roughly some circa ~ ≈",
        "over above exceeding",
        "almost nearly under below",
    ),
}
_AFTER: dict[Language, dict[str, Rounding]] = {
    "ru": {},
    "kk": _table(
        "жуық шақты таяу шамасында",
        "астам астамы астамын астамына артық көп көбі көбін аса асатын",
        "кем аз азы азын кемі",
    ),
    "en": {},
}
_NOT = frozenset({"не", "no", "not", "nor"})
_OPPOSITE: dict[Rounding, Rounding] = {"over": "under", "under": "over", "about": "about", "none": "none"}


def rounding_around(tokens: list[Token], start: int, end: int, language: Language) -> Rounding:
    """How the figure of tokens `start` to `end` is rounded by the words around it."""
    if language == "en" and word_at(tokens, start - 1) in {"a", "an"}:
        start -= 1  # "fewer than a quarter"
    before, further = word_at(tokens, start - 1), word_at(tokens, start - 2)
    if language == "en" and before in {"than", "least", "most"}:
        sides: dict[str, Rounding] = {"more": "over", "less": "under", "fewer": "under"}
        if before == "than" and further in sides:
            return _turned(sides[further], word_at(tokens, start - 3))
        if further == "at":
            return "over" if before == "least" else "under"
    if before == "чем":
        before, further = further, word_at(tokens, start - 3)
    if before in _BEFORE[language]:
        return _turned(_BEFORE[language][before], further)
    for after in (end, end + 1):
        if (word := word_at(tokens, after)) in _AFTER[language]:
            return _turned(_AFTER[language][word], "не" if word_at(tokens, after + 1) == "емес" else "")
    return "none"


def _turned(rounding: Rounding, before: str) -> Rounding:
    """не более is at most, not less than is at least."""
    return _OPPOSITE[rounding] if before in _NOT else rounding
