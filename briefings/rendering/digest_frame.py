"""What stands around the stories of a digest: its subject, its hours, how it was made."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from briefings.rendering.display import shown

if TYPE_CHECKING:
    from briefings.domain import Digest, DrafterName
    from briefings.rendering.labels import Labels

_URGENT_TIER = 1
_PREVIEW = 95  # letters that a list of mails shows beside the subject


def digest_subject(digest: Digest, labels: Labels) -> str:
    """The subject of the mail, without anything that an article or a model wrote."""
    stories = (*digest.stories, *digest.more)
    urgent = sum(story.tier == _URGENT_TIER for story in stories)
    kind = "digest" if urgent else "digest_calm" if stories else "digest_empty"
    return labels.subjects[kind].format(
        tlp=digest.marking,
        n=digest.number,
        date=labels.date(digest.day, labels.digest["short_date"]),
        items=labels.counted("items", len(stories)),
        u=urgent,
    )


def period(digest: Digest, labels: Labels) -> str:
    """From when to when, with the zone named once where it is the same."""
    since, until = datetime.fromisoformat(digest.since), datetime.fromisoformat(digest.until)
    if since.utcoffset() == until.utcoffset():
        since = since.replace(tzinfo=None)
    return labels.digest["period"].format(
        since=labels.moment(since.isoformat()), until=labels.moment(until.isoformat())
    )


def drafter(digest: Digest) -> DrafterName:
    """A model as soon as one brief is by a model."""
    return "model" if any(brief.made.drafter == "model" for brief in digest.briefs) else "extraction"


def notice(digest: Digest, labels: Labels) -> str:
    """How the digest was made and who has checked its briefs: the weakest word of all of them."""
    reviewers = {brief.made.reviewed_by for brief in digest.briefs}
    if not reviewers or None in reviewers:
        checked = labels.notices["unreviewed"]
    else:
        checked = labels.notices["reviewed"].format(name=", ".join(sorted(filter(None, reviewers))))
    return f"{labels.notices[drafter(digest)]} {checked}"


def preview(text: str) -> str:
    """`text` in a line, as long as a list of mails shows beside the subject."""
    text = " ".join(shown(text).split())
    if len(text) <= _PREVIEW:
        return text
    return f"{text[:_PREVIEW].rsplit(' ', 1)[0]}…"
