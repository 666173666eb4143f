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
    for number, story in enumerate(stories):
        tellings = [telling_of(brief) for brief in briefs_of(story)]
        for at, group in enumerate(groups):
            alike = _alike(group, story, tellings, keep_apart, join)
            if alike >= SAME_EVENT:
                rated.append((-alike, at, number))
    found: dict[int, Story] = {}
    used: set[int] = set()
    for _, at, number in sorted(rated):
        if at not in found and number not in used:
            found[at] = stories[number]
            used.add(number)
    return found


def _alike(
    group: Group,
    story: Story,
    tellings: Sequence[Telling],
    keep_apart: Collection[Pair],
    join: Collection[Pair],
) -> float:
    ours, theirs = {brief.id for brief in group.briefs}, {brief.id for brief in briefs_of(story)}
    if _any_pair(keep_apart, ours, theirs):
        return 0.0
    if ours & theirs or _any_pair(join, ours, theirs):
        return 1.0
    ratings = [likeness(mine, told) for mine in group.tellings for told in tellings]
    return sum(ratings) / len(ratings)


def _any_pair(pairs: Collection[Pair], ours: set[str], theirs: set[str]) -> bool:
    return any((a in ours and b in theirs) or (b in ours and a in theirs) for a, b in pairs)
