"""Fold away what differs between two copies of the same words, keeping a map back to the original.

Case, ё, quotation marks, dashes, white space, soft hyphens, stress marks and decomposed letters (й as
и + breve) are the marks of a keyboard or a layout program, not of a speaker.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

QUOTATION_MARKS = frozenset("\"«»“”„‟‹›‘’‚‛'`´＂″′「」『』")
DASHES = frozenset("-‐‑‒–—―−⁃﹘﹣－")
_DROPPED = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e")
# Stress marks of Russian dictionaries and schoolbooks, on Cyrillic letters; the breve of й and the diaeresis of ё
# are letters, and so is the accent of a Latin é.
_STRESS = frozenset("\u0300\u0301")
_CYRILLIC = frozenset(map(chr, range(0x400, 0x530)))


@dataclass(frozen=True, slots=True)
class Folded:
    """`text[i]` comes from `original[offsets[i]]`; `offsets` never goes down."""

    text: str
    offsets: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The original offsets of the folded stretch `start:end` (not empty)."""
        return self.offsets[start], self.offsets[end - 1] + 1


@lru_cache(maxsize=64)  # an article stays while the quotations of its statements come and go
def fold(text: str) -> Folded:
    """`text` folded for comparison. Folding what is folded changes nothing."""
    out: list[str] = []
    offsets: list[int] = []
    for index, cluster in _clusters(text):
        for character in _folded_character(cluster):
            if character == " " and (not out or out[-1] in " -"):
                continue
            if character == "-" and out and out[-1] == " ":
                out.pop()
                offsets.pop()
            if character == "." and out[-2:] == [".", "."]:
                del out[-2:], offsets[-1:]  # three full stops are one ellipsis, from where they began
                out.append("…")
                continue
            out.append(character)
            offsets.append(index)
    if out and out[-1] == " ":
        out.pop()
        offsets.pop()
    return Folded("".join(out), tuple(offsets))


def _clusters(text: str) -> Iterable[tuple[int, str]]:
    """Letters with the combining marks that follow them, and where each begins."""
    if not any(map(unicodedata.combining, set(text))):  # nearly every text: asked of each letter once
        return enumerate(text)
    clusters: list[tuple[int, str]] = []
    for index, character in enumerate(text):
        if character > "\u02ff" and unicodedata.combining(character) and clusters:
            at, base = clusters[-1]
            clusters[-1] = (at, base + character)
        else:
            clusters.append((index, character))
    return clusters


@lru_cache(maxsize=4096)
def _folded_character(cluster: str) -> str:
    if cluster in QUOTATION_MARKS or cluster in _DROPPED:
        return ""
    if cluster in DASHES:
        return "-"
    if cluster.isspace():
        return " "
    stressed = len(cluster) > 1 and cluster[0] in _CYRILLIC
    bare = "".join(c for c in cluster if c not in _STRESS) if stressed else cluster
    # Combining marks that do not belong to a letter of ours are noise, and must not block a later fold.
    composed = unicodedata.normalize("NFKC", unicodedata.normalize("NFC", bare)).casefold()
    folded = unicodedata.normalize("NFC", composed).replace("ё", "е").replace("...", "…")
    return "".join(
        " " if c.isspace() else "-" if c in DASHES else "" if c in QUOTATION_MARKS or c in _DROPPED else c
        for c in folded
    )
