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

    from briefings.language.speech.table import SpeechTable

_DIALOGUE = re.compile(r"[—–-]\s+")
_INNER_TAG = re.compile(
    r"(?<=[,!?…])\s*[—–-]\s+(?=[^\W\d_])(?P<tag>(?:[^—–!?«»\"“”]|«[^»]{2,40}»)+?)(?:[.,:]\s*[—–-](?=\s)|$)"
)
# Whatever the verb, who closes a tag has spoken: «A, — перекрикивает реку инспектор X. — B»
_BORNE = re.compile(
    r"[а-яё]{2,}(?:[аеёиуюя]т|л[аи]?)(?:ся|сь)?\s+(?:[а-яё-]+\s+){0,8}?(?:он|она|[А-ЯЁ][\w-]+(?:\s+[А-ЯЁ][\w-]+){0,2})"
)
_MARK = re.compile(r"[«»\"“”„]")
_FEW = 6  # paragraphs; a mark that is closed later than that was forgotten
_OPENING = '«"“„‘'
_CLOSED_BY_OPENING = re.compile(r"(?<=[^\s(])[“«„](?=[\s.,;:!?…)—–-]|$)")  # “…“, as some keyboards have it
_CLOSING = re.compile(r"[»”\"](?=[\s.,;:!?…)—–-]|$)")


@dataclass(frozen=True, slots=True)
class Stretch:
    """`text[start:end]`, marks included.

    `goes_on`: no closing mark; the next stretch may be the same utterance. `spoken`: it is speech and no
    name, for its marks span a tag or several paragraphs; `resumed`: it begins behind such a tag.
    """

    start: int
    end: int
    dialogue: bool = False
    goes_on: bool = False
    spoken: bool = False
    resumed: bool = False


def find_stretches(
    text: str, lowered: str, paragraphs: Sequence[tuple[int, int]], table: SpeechTable
) -> tuple[Stretch, ...]:
    """All stretches of `text`, in order; no two overlap and none crosses a paragraph's end."""
    found: list[Stretch] = []
    is_open = False  # a quotation of the paragraph before still waits for its closing mark
    for index, (start, end) in enumerate(paragraphs):
        closing = _closing_without_opening(text, start, end) if is_open else None
        if closing is not None:
            found[-1] = replace(found[-1], spoken=True)
            found.append(Stretch(start, closing, spoken=True))
        elif is_open and _is_amid(text, paragraphs[index:]):
            found[-1] = replace(found[-1], spoken=True)
            found.append(Stretch(start, end, goes_on=True, spoken=True))
            continue
        elif is_open and text[start] not in _OPENING:
            found[-1] = replace(found[-1], goes_on=False)
        is_open = False
        if closing is None and _DIALOGUE.match(text, start, end):
            found += _cut(text, lowered, Stretch(start, end, dialogue=True), table)
            continue
        for stretch in _marked(text, start if closing is None else closing, end):
            is_open = stretch.goes_on
            found += _cut(text, lowered, stretch, table)
    if found:
        found[-1] = replace(found[-1], goes_on=False)
    return tuple(found)


def _marked(text: str, start: int, end: int) -> Iterator[Stretch]:
    for quotation in find_quotations(text[start:end]):
        a, b = start + quotation.start - 1, start + quotation.end + quotation.closed
        misprinted = [] if quotation.closed else list(_CLOSED_BY_OPENING.finditer(text, a + 1, b))
        if misprinted:
            yield Stretch(a, misprinted[-1].end())
        else:
            yield Stretch(a, b, goes_on=not quotation.closed)


def _is_amid(text: str, paragraphs: Sequence[tuple[int, int]]) -> bool:
    """Whether the first of these paragraphs has no mark, and one of the next few closes what is open."""
    for position, (start, end) in enumerate(paragraphs[:_FEW]):
        if position and _closing_without_opening(text, start, end) is not None:
            return True
        if _MARK.search(text, start, end):
            return False
    return False


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


def _cut(text: str, lowered: str, stretch: Stretch, table: SpeechTable) -> Iterator[Stretch]:
    """The stretch without the tags that stand inside it."""
    at = stretch.start
    for match in _INNER_TAG.finditer(lowered, stretch.start, stretch.end):
        borne = _BORNE.fullmatch(text, *match.span("tag"))
        if borne or table.verb.search(match["tag"]) or table.asks.search(match["tag"]):
            yield replace(
                stretch, start=at, end=match.start(), goes_on=False, spoken=True, resumed=at > stretch.start
            )
            at = match.end()
    if at < stretch.end:
        cut = at > stretch.start
        yield replace(stretch, start=at, spoken=cut or stretch.spoken, resumed=cut)
