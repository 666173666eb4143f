"""Which of a day's briefs are of one event: groups of likely ones, unless a person says otherwise."""

from __future__ import annotations

import heapq
from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.digesting.likeness import SAME_EVENT, likeness
from briefings.digesting.telling import Telling, telling_of
from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Sequence

    from briefings.domain import Brief

Pair = tuple[str, str]  # the numbers of two briefs


@dataclass(frozen=True, slots=True)
class Group:
    """Briefs of one event, by number, each with what it tells."""

    briefs: tuple[Brief, ...]
    tellings: tuple[Telling, ...]


def merge(
    briefs: Sequence[Brief], keep_apart: Collection[Pair] = (), join: Collection[Pair] = ()
) -> tuple[Group, ...]:
    """The groups of `briefs` that are of one event, every brief in exactly one of them.

    The order of `briefs` plays no part. Pairs of `keep_apart` never share a group, those of `join` always
    do. Raises `UserError` when the two contradict each other.
    """
    ordered = sorted(briefs, key=lambda brief: brief.id)
    tellings = [telling_of(brief) for brief in ordered]
    number = {brief.id: at for at, brief in enumerate(ordered)}
    apart = [(number[a], number[b]) for a, b in keep_apart if a in number and b in number]
    clusters = _Clusters(len(ordered), apart)
    for a, b in join:
        if a in number and b in number and not clusters.join(number[a], number[b]):
            raise UserError(f"{a} and {b} are to be joined and kept apart; take one of the two out")
    for one, other, alike in _alike(ordered, tellings):
        clusters.relate(one, other, alike)
    return tuple(
        Group(tuple(ordered[at] for at in members), tuple(tellings[at] for at in members))
        for members in clusters.merged()
    )


def _alike(briefs: Sequence[Brief], tellings: Sequence[Telling]) -> Iterator[tuple[int, int, float]]:
    """The pairs with anything in common. Two briefs of one article are of one event."""
    masks = _anchor_masks(tellings)
    for a, b in combinations(range(len(briefs)), 2):
        if briefs[a].article.sha256 == briefs[b].article.sha256:
            yield a, b, 1.0
        elif masks[a] & masks[b]:
            alike = likeness(tellings[a], tellings[b])
            if alike:
                yield a, b, alike


def _anchor_masks(tellings: Sequence[Telling]) -> list[int]:
    """The keys of names, bodies and figures as bits: most pairs of a day share none and need no closer look."""
    bits: dict[str, int] = {}
    masks = []
    for told in tellings:
        mask = 0
        for key in told.anchors:
            mask |= 1 << bits.setdefault(key, len(bits))
        masks.append(mask)
    return masks


@dataclass
class _Clusters:
    """Clusters by their lowest member; the two that are most alike on average are merged first."""

    size: int
    apart: Sequence[tuple[int, int]]
    members: dict[int, list[int]] = field(init=False)
    home: dict[int, int] = field(init=False)
    sums: dict[int, dict[int, float]] = field(init=False)

    def __post_init__(self) -> None:
        self.members = {at: [at] for at in range(self.size)}
        self.home = {at: at for at in range(self.size)}
        self.sums = {at: {} for at in range(self.size)}

    def relate(self, a: int, b: int, alike: float) -> None:
        """Note how alike two briefs are."""
        a, b = self.home[a], self.home[b]
        if a != b:
            self.sums[a][b] = self.sums[b][a] = self.sums[a].get(b, 0.0) + alike

    def join(self, a: int, b: int) -> bool:
        """Put two briefs into one cluster; whether they may be."""
        a, b = sorted((self.home[a], self.home[b]))
        if a != b:
            if not self._may(a, b):
                return False
            self._merge(a, b)
        return True

    def merged(self) -> list[list[int]]:
        """The clusters when no two are alike enough any more, in the order of their lowest members."""
        queue = [entry for a in self.sums for b in self.sums[a] if a < b and (entry := self._entry(a, b))]
        heapq.heapify(queue)
        while queue:
            entry = heapq.heappop(queue)
            _, a, b = entry
            # Clusters that have grown meanwhile stand elsewhere in the queue.
            if a not in self.members or b not in self.members or entry != self._entry(a, b):
                continue
            if self._may(a, b):
                self._merge(a, b)
                for other in self.sums[a]:
                    if grown := self._entry(*sorted((a, other))):
                        heapq.heappush(queue, grown)
        return [sorted(members) for _, members in sorted(self.members.items())]

    def _entry(self, a: int, b: int) -> tuple[float, int, int] | None:
        mean = self.sums[a].get(b, 0.0) / (len(self.members[a]) * len(self.members[b]))
        return (-round(mean, 9), a, b) if mean >= SAME_EVENT else None

    def _may(self, a: int, b: int) -> bool:
        return not any({self.home[x], self.home[y]} == {a, b} for x, y in self.apart)

    def _merge(self, a: int, b: int) -> None:
        for member in self.members.pop(b):
            self.members[a].append(member)
            self.home[member] = a
        for other, total in self.sums.pop(b).items():
            del self.sums[other][b]
            if other != a:
                self.sums[a][other] = self.sums[other][a] = self.sums[a].get(other, 0.0) + total
