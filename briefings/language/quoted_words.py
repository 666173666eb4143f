"""The part of a sentence that is somebody's own words, when a quotation runs over several sentences."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from briefings.domain import Language

_MARKS: dict[Language, tuple[str, str]] = {"ru": ("«", "»"), "kk": ("«", "»"), "en": ("“", "”")}
_OPENING, _CLOSING, _STRAIGHT = "«“„", "»”", '"'


def own_words(text: str) -> str | None:
    """The quoted stretch of a sentence of direct speech, without its marks and without the tag around it.

    A full stop at its end goes too: quoted in our sentence it is not the end. The sentence may open a
    quotation, stand inside it or close it: "A. | B. | C", said X. None when it holds quotations inside a
    frame of other words, and is best printed as it stands.
    """
    unopened, unclosed, pairs = _marks(text)
    start, end = 0, len(text)
    if unopened is not None:
        end = unopened
    elif unclosed is not None:
        start = unclosed + 1
    elif pairs:
        (opening, closing), *others = pairs
        if others or text[:opening].strip():
            return None
        start, end = opening + 1, closing
    words = text[start:end].strip(" ,")
    return words if words.endswith("..") else words.removesuffix(".")


def in_quotation_marks(words: str, language: Language) -> str:
    """`words` in the quotation marks of `language`."""
    opening, closing = _MARKS[language]
    return f"{opening}{words}{closing}"


def _marks(text: str) -> tuple[int | None, int | None, list[tuple[int, int]]]:
    """The first mark that closes what was never opened, the first never closed, and the outer pairs."""
    unopened: int | None = None
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, mark in enumerate(text):
        closes_low = mark == "“" and bool(opened) and text[opened[-1]] == "„"  # „…“, as in German
        if not closes_low and (mark in _OPENING or (mark in _STRAIGHT and _opens(text, at))):
            opened.append(at)
        elif closes_low or mark in _CLOSING or mark in _STRAIGHT:
            if not opened:
                unopened = at if unopened is None else unopened
                continue
            start = opened.pop()
            if not opened:
                pairs.append((start, at))
    return unopened, (opened[0] if opened else None), pairs


def _opens(text: str, at: int) -> bool:
    """Straight marks look alike: one that opens stands after a space or a bracket, and before a word."""
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return (at == 0 or before.isspace() or before in "([«—–-") and not (after.isspace() or after in ".,;:!?")
