"""What may enter a digest: briefs whose marking mail may carry, without what was withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.domain.marking import MAILABLE, may_be_mailed

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefings.domain import Brief, Story


@dataclass(frozen=True, slots=True)
class Admitted:
    """`briefs` may enter; `kept_back` are the numbers of those that mail may not carry."""

    briefs: tuple[Brief, ...]
    kept_back: frozenset[str]


def admit(briefs: Iterable[Brief], withdrawn: Collection[str] = ()) -> Admitted:
    """What of `briefs` may enter a digest.

    Of several revisions the last one counts, whatever an earlier one was marked.
    """
    latest: dict[str, Brief] = {}
    for brief in briefs:
        held = latest.get(brief.id)
        if held is None or (held.revision, held.made.created) < (brief.revision, brief.made.created):
            latest[brief.id] = brief
    kept_back = frozenset(b.id for b in latest.values() if not may_be_mailed(b.made.marking))
    blocked = kept_back.union(withdrawn)
    entering = (replace(brief, withheld=()) for brief in latest.values() if brief.id not in blocked)
    return Admitted(tuple(entering), kept_back)


def strictest(briefs: Sequence[Brief]) -> str:
    """The marking of a digest of `briefs`: the strictest of theirs."""
    return max((brief.made.marking for brief in briefs), key=MAILABLE.index, default=MAILABLE[0])


def without(story: Story, barred: Collection[str]) -> Story | None:
    """`story` without the barred briefs, None when no other is left."""
    kept = [
        (brief, reason)
        for brief, reason in zip((story.lead, *story.others), ("", *story.reasons), strict=True)
        if brief.id not in barred
    ]
    if not kept:
        return None
    (lead, _), *others = kept
    gone = len(kept) < 1 + len(story.others)
    return replace(
        story,
        lead=lead,
        others=tuple(brief for brief, _ in others),
        reasons=tuple(reason for _, reason in others),
        # They may quote the brief that is gone.
        change_detail=None if gone else story.change_detail,
        contradictions=() if gone else story.contradictions,
    )
