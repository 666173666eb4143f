"""A text that does not fit the model: cut between paragraphs, and the parts' drafts put together again.

Sentences keep their numbers: S412 is S412 in every part.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import chain, groupby
from typing import TYPE_CHECKING, TypeVar

from briefings.domain import (
    Confidence,
    ConfidenceLevel,
    Dimension,
    Draft,
    Judgement,
    Proposal,
    Section,
    Sentence,
    Sign,
    SourceIssue,
)
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Sequence

T = TypeVar("T")

_LEVELS: tuple[ConfidenceLevel, ...] = ("low", "moderate", "high")


def cut(
    sentences: Sequence[Sentence], *, size: Callable[[Sentence], int], room: int
) -> list[tuple[Sentence, ...]]:
    """The sentences in as few consecutive parts as hold at most `room` tokens each; `size` counts one.

    Parts end with a paragraph, never with a heading; only a paragraph that alone is too long is cut inside.
    Raises `UserError` when one sentence alone is too long.
    """
    parts: list[tuple[Sentence, ...]] = []
    part: list[Sentence] = []
    left = room
    for unit in _units(sentences, size=size, room=room):
        needed = sum(map(size, unit))
        if part and needed > left:
            parts.append(tuple(part))
            part, left = [], room
        part += unit
        left -= needed
    return [*parts, tuple(part)] if part else parts


def _units(
    sentences: Sequence[Sentence], *, size: Callable[[Sentence], int], room: int
) -> Iterable[list[Sentence]]:
    """What is not cut: a paragraph with the headings above it, or one sentence of a long paragraph."""
    for paragraph in _paragraphs(sentences):
        if sum(map(size, paragraph)) <= room:
            yield paragraph
            continue
        for sentence in paragraph:
            if size(sentence) > room:
                raise _too_long(sentence, f"has {size(sentence)} tokens where {room} fit")
            yield [sentence]


def _paragraphs(sentences: Iterable[Sentence]) -> Iterable[list[Sentence]]:
    waiting: list[Sentence] = []
    for _, group in groupby(sentences, key=lambda sentence: sentence.paragraph):
        waiting += group
        if waiting[-1].kind != "heading":
            yield waiting
            waiting = []
    if waiting:
        yield waiting


def halves(sentences: Sequence[Sentence]) -> list[tuple[Sentence, ...]]:
    """The sentences in two parts, cut at the paragraph's end nearest to the middle.

    Raises `UserError` when there is one sentence only.
    """
    if len(sentences) < 2:
        raise _too_long(sentences[0], "is more than the model takes")
    ends: list[int] = []
    for paragraph in _paragraphs(sentences):
        ends.append(len(paragraph) + (ends[-1] if ends else 0))
    middle = len(sentences) / 2
    # Without a paragraph's end inside, any sentence's end will do.
    at = min(ends[:-1] or range(1, len(sentences)), key=lambda end: abs(end - middle))
    return [tuple(sentences[:at]), tuple(sentences[at:])]


def _too_long(sentence: Sentence, why: str) -> UserError:
    return UserError(
        f"sentence {sentence.id} alone {why}; choose a model with a larger context window, "
        "or draft this article by extraction"
    )


def merge(drafts: Sequence[Draft]) -> Draft:
    """One draft from those of consecutive parts: the same in, the same out.

    A reader's time does not grow with the article, so neither does the brief: the title and the bottom line
    are those of the first part that has them, and in other sections the parts share the room, the first
    statement of each before the second of any. Gaps are dropped: what one part lacks another may hold.
    """
    if len(drafts) == 1:
        return drafts[0]

    def shared(section: Section, most: int) -> tuple[Proposal, ...]:
        return _share([getattr(draft, section) for draft in drafts], _same_statement, most)

    return replace(
        drafts[0],
        title=next((draft.title for draft in drafts if draft.title), None),
        bottom_line=next((draft.bottom_line for draft in drafts if draft.bottom_line), ()),
        event=shared("event", 6),
        stakes=shared("stakes", 4),
        expert_views=shared("expert_views", 16),
        comparison=shared("comparison", 3),
        watch=shared("watch", 4),
        positioning=_share([draft.positioning for draft in drafts], _same_judgement, 2),
        confidence=_lowest(draft.confidence for draft in drafts if draft.confidence),
        dimensions=tuple(_as_one(same) for same in zip(*(draft.dimensions for draft in drafts), strict=True)),
        source_issues=_share([draft.source_issues for draft in drafts], _same_issue, 8),
        gaps=(),
    )


def _share(groups: Sequence[Sequence[T]], same: Callable[[T], Hashable], most: int) -> tuple[T, ...]:
    """At most `most` items, the first of each group before the second of any, in the order of the groups."""
    placed = [
        (place, number, item) for number, group in enumerate(groups) for place, item in enumerate(group)
    ]
    chosen: dict[Hashable, tuple[int, int, T]] = {}
    for place, number, item in sorted(placed, key=lambda entry: entry[:2]):
        if len(chosen) < most:
            chosen.setdefault(same(item), (number, place, item))
    return tuple(item for _, _, item in sorted(chosen.values(), key=lambda entry: entry[:2]))


def _same_statement(proposal: Proposal) -> Hashable:
    return frozenset(proposal.citations), " ".join(proposal.text.casefold().split())


def _same_judgement(judgement: Judgement) -> Hashable:
    return _same_statement(judgement.proposal)


def _same_issue(issue: SourceIssue) -> Hashable:
    return frozenset(issue.citations), " ".join(issue.text.casefold().split())


def _lowest(confidences: Iterable[Confidence]) -> Confidence | None:
    return min(confidences, key=lambda confidence: _LEVELS.index(confidence.level), default=None)


def _as_one(same: Sequence[Dimension]) -> Dimension:
    signs: set[Sign] = {dimension.sign for dimension in same if dimension.sign != "not_covered"}
    sign: Sign = "not_covered" if not signs else signs.pop() if len(signs) == 1 else "±"
    citations = dict.fromkeys(chain.from_iterable(dimension.citations for dimension in same))
    return Dimension(same[0].id, sign, max(dimension.level for dimension in same), tuple(citations))
