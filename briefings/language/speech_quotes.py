"""Stretches of a text that stand in quotation marks or after a dialogue dash, across paragraphs.

A tag inside one pair of marks («A, — говорит X. — B») cuts it into two stretches, as does the tag of a
line of dialogue (— A, — сказал X. — B).
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.language.quotations import find_quotations

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.language.speech_table import SpeechTable

_DIALOGUE = re.compile(r"[—–-]\s+")
_INNER_TAG = re.compile(
    r"(?<=[,!?…])\s*[—–-]\s+(?=[^\W\d_])(?P<tag>(?:[^—–!?«»\"“”]|«[^»]{2,40}»)+?)(?:[.,:]\s*[—–-](?=\s)|$)"
)
_OPENING = '«"“„‘'
_CLOSED_BY_OPENING = re.compile(r"(?<=[^\s(])[“«„](?=[\s.,;:!?…)—–-]|$)")  # “…“, as some keyboards have it
_CLOSING = re.compile(r"[»”\"](?=[\s.,;:!?…)—–-]|$)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]`, marks included.

    `goes_on`: no closing mark; the next stretch may be the same utterance. `cut`: it begins or ends at a
    tag inside the marks, so it is speech; `resumed`: it begins there.
    """

    start: int
    end: int
    dialogue: bool = False
    goes_on: bool = False
    cut: bool = False
    resumed: bool = False


def find_stretches(
    text: str, lowered: str, paragraphs: Sequence[tuple[int, int]], table: SpeechTable
) -> tuple[Stretch, ...]:
    """All stretches of `text`, in order; no two overlap and none crosses a paragraph's end."""
    found: list[Stretch] = []
    is_open = False  # a quotation of the paragraph before still waits for its closing mark
    for start, end in paragraphs:
        at = start
        if is_open:
            is_open = False
            closing = _closing_without_opening(text, start, end)
            if closing is not None:
                found.append(Stretch(start, closing))
                at = closing
            elif text[start] not in _OPENING:
                found[-1] = replace(found[-1], goes_on=False)
            if closing is None and text[start] not in _OPENING:
                at = start
        dialogue = _DIALOGUE.match(text, at, end)
        if dialogue and at == start:
            found += _cut(lowered, Stretch(start, end, dialogue=True), table)
            continue
        marks = find_quotations(text[at:end])
        for quotation in marks:
            a, b = at + quotation.start - 1, at + quotation.end + quotation.closed
            is_open = not quotation.closed
            misprinted = list(_CLOSED_BY_OPENING.finditer(text, a + 1, b)) if is_open else []
            if misprinted:
                b, is_open = misprinted[-1].end(), False
            found += _cut(lowered, Stretch(a, b, goes_on=is_open), table)
    if found:
        found[-1] = replace(found[-1], goes_on=False)
    return tuple(found)


def _closing_without_opening(text: str, start: int, end: int) -> int | None:
    """Where the marks opened in an earlier paragraph close in this one; None when they do not."""
    found = _CLOSING.search(text, start + 1, end)
    if not found or text[found.start() - 1].isspace():
        return None
    opened = any(
        mark in "«“„" or (mark == '"' and text[index - 1].isspace())
        for index, mark in enumerate(text[start : found.start()], start)
        if index > start or mark in _OPENING
    )
    return None if opened else found.end()


def _cut(lowered: str, stretch: Stretch, table: SpeechTable) -> Iterator[Stretch]:
    """The stretch without the tags that stand inside it."""
    at = stretch.start
    for match in _INNER_TAG.finditer(lowered, stretch.start, stretch.end):
        if table.verb.search(match["tag"]) or table.asks.search(match["tag"]):
            yield replace(
                stretch, start=at, end=match.start(), goes_on=False, cut=True, resumed=at > stretch.start
            )
            at = match.end()
    if at < stretch.end:
        cut = at > stretch.start
        yield replace(stretch, start=at, cut=cut, resumed=cut)
