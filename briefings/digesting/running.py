"""Which story of the last digest each group of today goes on with."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefings.digesting.likeness import SAME_EVENT, likeness
from briefings.digesting.telling import telling_of

if TYPE_CHECKING:
    from collections.abc import Collection, Sequence

    from briefings.digesting.merging import Group, Pair
    from briefings.digesting.telling import Telling
    from briefings.domain import Brief, Story


def briefs_of(story: Story) -> tuple[Brief, ...]:
    """Every brief of `story`, the lead first."""
    return (story.lead, *story.others)


def continued(
    groups: Sequence[Group],
    stories: Sequence[Story],
    keep_apart: Collection[Pair] = (),
    join: Collection[Pair] = (),
) -> dict[int, Story]:
    """The story of the last digest that each group goes on with, by the group's place; each story once.

    It is the one with a brief in common, or whose briefs are most alike; what a person joined or kept apart
    holds here too.
    """
    rated = []
    anchors = [_anchors(group.tellings) for group in groups]
    for number, story in enumerate(stories):
        tellings = [telling_of(brief) for brief in briefs_of(story)]
        anchored = _anchors(tellings)
        for at, group in enumerate(groups):
            alike = _decided(group, story, keep_apart, join)
            if alike is None:
                alike = 0.0 if anchored.isdisjoint(anchors[at]) else _alike(group.tellings, tellings)
            if alike >= SAME_EVENT:
                rated.append((-alike, at, number))
    found: dict[int, Story] = {}
    used: set[int] = set()
    for _, at, number in sorted(rated):
        if at not in found and number not in used:
            found[at] = stories[number]
            used.add(number)
    return found


def _decided(
    group: Group, story: Story, keep_apart: Collection[Pair], join: Collection[Pair]
) -> float | None:
    """0 or 1 where a person decided, or a brief is in both; None where the texts must tell."""
    ours, theirs = {brief.id for brief in group.briefs}, {brief.id for brief in briefs_of(story)}
    if _any_pair(keep_apart, ours, theirs):
        return 0.0
    return 1.0 if ours & theirs or _any_pair(join, ours, theirs) else None


def _any_pair(pairs: Collection[Pair], ours: set[str], theirs: set[str]) -> bool:
    return any((a in ours and b in theirs) or (b in ours and a in theirs) for a, b in pairs)


def _anchors(tellings: Sequence[Telling]) -> frozenset[str]:
    return frozenset().union(*(telling.anchors for telling in tellings))


def _alike(ours: Sequence[Telling], theirs: Sequence[Telling]) -> float:
    """How alike the two sides are on average."""
    return sum(likeness(a, b) for a in ours for b in theirs) / (len(ours) * len(theirs))
