"""Which briefs a day's digest is made of, and the digest made of them."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date, datetime, time, timedelta, timezone
from typing import TYPE_CHECKING

from briefings.domain import Digest, Story
from briefings.domain.marking import may_be_mailed
from briefings.errors import UserError
from briefings.rendering import brief_from_document

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from briefings.domain import Brief, Language

# Kazakhstan has one zone since 2024-03-01; older time zone tables still hold another.
ALMATY = timezone(timedelta(hours=5), "UTC+05:00")
_IN_FULL = 8


def latest_briefs(folder: Path) -> tuple[Brief, ...]:
    """The last revision of every brief in `folder`, by number; other JSON files are passed over."""
    found: dict[str, Brief] = {}
    for path in sorted(folder.glob("*.json")):
        try:
            brief = brief_from_document(json.loads(path.read_text(encoding="utf-8")))
        except (OSError, ValueError, AttributeError, RecursionError, UserError):
            continue
        if brief.id not in found or found[brief.id].revision < brief.revision:
            found[brief.id] = brief
    return tuple(found[number] for number in sorted(found))


def compose(
    briefs: Sequence[Brief],
    *,
    number: int,
    day: str,
    language: Language,
    sent_until: str | None,
    now: datetime,
    keep_apart: Sequence[tuple[str, str]] = (),
) -> Digest:
    """The digest `number` of `day`, of those `briefs` that came since `sent_until`, when the last one ended.

    Briefs that must not be mailed are counted and left out; the pairs in `keep_apart` never share a story.
    Raises `UserError` when a number in `keep_apart` is not among the briefs.
    """
    known = {brief.id for brief in briefs}
    if unknown := sorted({number for pair in keep_apart for number in pair} - known):
        raise UserError(
            f"--keep-apart: no brief has the number {', '.join(unknown)}; numbers look like 2031-10-01/01-ru"
        )
    since, until = _window(day, sent_until, now)
    fresh = [brief for brief in briefs if since <= datetime.fromisoformat(brief.made.created) < until]
    mailable = [brief for brief in fresh if may_be_mailed(brief.made.marking)]
    stories = tuple(Story(key=brief.id, lead=brief) for brief in mailable)
    return Digest(
        number=number,
        day=day,
        language=language,
        since=since.isoformat(timespec="seconds"),
        until=until.isoformat(timespec="seconds"),
        stories=stories[:_IN_FULL],
        more=stories[_IN_FULL:],
        marking=max((brief.made.marking for brief in mailable), default="TLP:CLEAR"),  # CLEAR before GREEN
        kept_back=len(fresh) - len(mailable),
    )


def as_record(digest: Digest) -> str:
    """`digest` as JSON, for the archive."""
    return json.dumps(asdict(digest), ensure_ascii=False)


def _window(day: str, sent_until: str | None, now: datetime) -> tuple[datetime, datetime]:
    """From the end of the last digest, or a day earlier, to the end of `day`; today, to now."""
    midnight = datetime.combine(date.fromisoformat(day), time(), ALMATY)
    since = datetime.fromisoformat(sent_until) if sent_until else midnight - timedelta(days=1)
    now, end = now.astimezone(ALMATY), midnight + timedelta(days=1)
    return since, now if midnight <= now < end else end
