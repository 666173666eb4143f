"""Interested parties in a draft, whoever made it: reported with name and role, and never among the experts."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from briefings.language.introducing import standing_of

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefings.domain import Article, Draft, Proposal


def hear_parties(draft: Draft, article: Article) -> Draft:
    """`draft` with what it gives to experts who have a stake (a union's head, a firm's) as reported of them.

    Their words leave the expert views for the stakes, where they belong. Their names and citations stay as
    proposed; the check decides on them.
    """

    def heard(said: Proposal) -> Proposal:
        return replace(said, voice="reported") if _is_a_partys(said, article) else said

    def all_of(listed: Iterable[Proposal]) -> tuple[Proposal, ...]:
        return tuple(map(heard, listed))

    moved = all_of(said for said in draft.expert_views if _is_a_partys(said, article))
    return replace(
        draft,
        title=heard(draft.title) if draft.title else None,
        bottom_line=all_of(draft.bottom_line),
        event=all_of(draft.event),
        stakes=(*all_of(draft.stakes), *moved),
        expert_views=tuple(said for said in draft.expert_views if not _is_a_partys(said, article)),
    )


def _is_a_partys(said: Proposal, article: Article) -> bool:
    """Whether `said` is given as an expert's to somebody whom the article introduces as an interested party."""
    return (
        said.voice == "expert"
        and said.speaker is not None
        and standing_of(article, said.speaker.name) == "party"
    )
