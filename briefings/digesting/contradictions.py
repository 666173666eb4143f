"""Versions of one matter on which the briefs of a story differ, side by side, each with its outlet and time."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import combinations
from typing import TYPE_CHECKING

from briefings.digesting.comparing import carried_out, differences
from briefings.digesting.saying import Account, Claim, Difference, Kind, Said, account_of
from briefings.domain import Contradiction, Version

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefings.domain import Brief
    from briefings.lens import Lens
    from briefings.rendering.labels import Labels


@dataclass
class _Matter:
    """One matter and the versions of it, by what they come to; of equal ones the first."""

    kind: Kind
    versions: dict[str, Claim] = field(default_factory=dict)


def contradictions_in(briefs: Sequence[Brief], lens: Lens, words: Labels) -> tuple[Contradiction, ...]:
    """The matters on which `briefs` clash, the lead's version first."""
    matters: list[_Matter] = []
    for difference in _clashes(briefs, lens):
        claims = (difference.one, difference.other)
        known = (
            m for m in matters if m.kind == difference.kind and any(c.value in m.versions for c in claims)
        )
        matter = next(known, None)
        if matter is None:
            matter = _Matter(difference.kind)
            matters.append(matter)
        for claim in claims:
            matter.versions.setdefault(claim.value, claim)
    return tuple(_contradiction(matter, words) for matter in matters)


def _clashes(briefs: Sequence[Brief], lens: Lens) -> Iterator[Difference]:
    accounts: list[Account] = []
    told: set[str] = set()
    for brief in briefs:
        account = account_of(brief, lens)
        # A reprint says nothing of its own; one with another figure does.
        if not told.issuperset(said.text for said in account.said):
            accounts.append(account)
            told.update(said.text for said in account.said)
    for one, other in combinations(accounts, 2):
        yield from differences(one, other)
        # Planned first and done later is how things go; the other way round one of the two is wrong.
        earlier, later = one.brief.article.published, other.brief.article.published
        if earlier and later and earlier != later:
            plans, deeds = (one, other) if earlier > later else (other, one)
            yield from carried_out(plans.said, deeds.said)


def _contradiction(matter: _Matter, words: Labels) -> Contradiction:
    one, other, *_ = matter.versions.values()
    return Contradiction(
        words.fill(f"clash_{matter.kind}", one=one.words, other=other.words),
        tuple(_version(claim.said) for claim in matter.versions.values()),
    )


def _version(said: Said) -> Version:
    article = said.brief.article
    return Version(said.statement, said.brief.id, article.outlet, article.published)
