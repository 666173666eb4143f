"""Find what stands inside quotation marks, whichever marks the writer used."""

from __future__ import annotations

import re
from dataclasses import dataclass

_CLOSERS = {"«": "»", "“": "”", "„": "“”»", "‹": "›", "‘": "’", "‚": "‘’", "「": "」", "『": "』", "”": "”"}
_STRAIGHT = '"＂″'
_SINGLE = re.compile(r"(?<![^\s(\[«“„\"])['`](?=\S)([^'`\n]*\S)['`](?![\w])")


@dataclass(frozen=True, slots=True)
class Quotation:
    """A stretch inside quotation marks: `text[start:end]` are the words without the outer marks."""

    start: int
    end: int
    text: str
    closed: bool = True


def find_quotations(text: str) -> tuple[Quotation, ...]:
    """The outermost quotations of `text`, in order.

    A mark that is never closed opens a quotation to the end of the text: what looks quoted is treated
    as quoted, so that nobody's words slip past a check behind a missing mark.
    """
    found: list[Quotation] = []
    at = 0
    while at < len(text):
        mark = text[at]
        if mark in _STRAIGHT or (mark in _CLOSERS and not _is_apostrophe(text, at)):
            end = _closing(text, at)
            stop = len(text) if end is None else end
            if text[at + 1 : stop].strip():
                found.append(Quotation(at + 1, stop, text[at + 1 : stop], closed=end is not None))
            at = stop + 1
        else:
            at += 1
    singles = [
        Quotation(m.start(1), m.end(1), m.group(1))
        for m in _SINGLE.finditer(text)
        if not any(q.start - 1 <= m.start() < q.end + 1 for q in found)
    ]
    return tuple(sorted(found + singles, key=lambda q: q.start))


def _closing(text: str, opening: int) -> int | None:
    mark = text[opening]
    if mark in _STRAIGHT:
        found = text.find(mark, opening + 1)
        return found if found >= 0 else None
    depth = 1
    for index in range(opening + 1, len(text)):
        if text[index] in _CLOSERS[mark] and not _is_apostrophe(text, index):
            depth -= 1
            if depth == 0:
                return index
        elif text[index] == mark:
            depth += 1
    return None


def _is_apostrophe(text: str, at: int) -> bool:
    """ "don’t", "analysts’ view": the mark stands in or after a word, and nothing was opened."""
    if text[at] not in "‘’":
        return False
    before, after = text[at - 1 : at], text[at + 1 : at + 2]
    return before.isalnum() and after.isalnum()
