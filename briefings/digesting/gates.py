"""What may enter a digest: briefs of its hours whose marking mail may carry, without what was withheld."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Sequence

    from briefings.domain import Brief, Story

# The markings that mail may carry, the widest first. ДСП (ҚБП) and whatever else a person sets is none.
MAILABLE = ("TLP:CLEAR", "TLP:GREEN")


@dataclass(frozen=True, slots=True)
class Admitted:
    """`briefs` may enter; `kept_back` of the hours may not, `barred` are the numbers of all that may not."""

    briefs: tuple[Brief, ...]
    kept_back: int
    barred: frozenset[str]


def admit(briefs: Iterable[Brief], since: str, until: str, withdrawn: Collection[str] = ()) -> Admitted:
    """What of `briefs` may enter the digest of the hours from `since` to `until` (exclusive).

    Of several revisions the last one counts, whatever an earlier one was marked.
    """
    latest: dict[str, Brief] = {}
    for brief in briefs:
        held = latest.get(brief.id)
        if held is None or (held.revision, held.made.created) < (brief.revision, brief.made.created):
            latest[brief.id] = brief
    barred = frozenset(brief.id for brief in latest.values() if not is_mailable(brief))
    start, end = datetime.fromisoformat(since), datetime.fromisoformat(until)
    of_the_hours = [brief for brief in latest.values() if start <= _made(brief, start) < end]
    return Admitted(
        tuple(
            replace(brief, withheld=())
            for brief in of_the_hours
            if brief.id not in barred and brief.id not in withdrawn
        ),
        sum(brief.id in barred for brief in of_the_hours),
        barred,
    )


def is_mailable(brief: Brief) -> bool:
    """Whether mail may carry a brief of this marking."""
    return _marking(brief) in MAILABLE


def strictest(briefs: Sequence[Brief]) -> str:
    """The marking of a digest of `briefs`: the strictest of theirs."""
    return max((_marking(brief) for brief in briefs), key=MAILABLE.index, default=MAILABLE[0])


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


def _marking(brief: Brief) -> str:
    return "".join(brief.made.marking.split()).upper()


def _made(brief: Brief, start: datetime) -> datetime:
    try:
        made = datetime.fromisoformat(brief.made.created)
    except ValueError as error:
        raise UserError(
            f"brief {brief.id} does not say when it was made ({brief.made.created!r}); make it again"
        ) from error
    return made if made.tzinfo else made.replace(tzinfo=start.tzinfo)
