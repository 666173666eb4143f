"""The digest of a day, made out of the archive: its hours, its briefs, what readers have seen before."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TYPE_CHECKING

from briefings.archive.deliveries import last_sent_before, told
from briefings.archive.withdrawals import withdrawals
from briefings.digesting import Window, make_digest, window_of
from briefings.domain import Story
from briefings.domain.marking import may_be_mailed
from briefings.errors import UserError
from briefings.rendering import brief_from_document
from briefings.rendering.digest_document import digest_from_document

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from datetime import time
    from pathlib import Path

    from briefings.archive.deliveries import Issue
    from briefings.archive.store import Archive
    from briefings.archive.withdrawals import Withdrawals
    from briefings.digesting import Overruling
    from briefings.domain import Brief, Digest, Language
    from briefings.lens import Lens


@dataclass(frozen=True, slots=True)
class Desk:
    """How a desk makes its digests: when a day's ends, in which zone and language, with which lens."""

    language: Language
    lens: Lens
    cut_off: time
    zone: str
    content: Path | None = None


@dataclass(frozen=True, slots=True)
class Composed:
    """A digest, and what its editor must hear: a sentence for each thing that could not be taken in."""

    digest: Digest
    notes: tuple[str, ...]


def compose(archive: Archive, issue: Issue, overruling: Overruling, desk: Desk, now: datetime) -> Composed:
    """The digest `issue` of what was stored since the last one that was sent, every brief in its latest revision.

    Nothing that readers have in another digest is told again, and no revision that came between two digests is
    passed over. `now` is `archive.clock()`. Raises `UserError` when the day's hours are over for good or a
    person's decisions contradict each other.
    """
    notes: list[str] = []
    last = last_sent_before(archive.connection, issue.day)
    window = hours(issue.day, now, last.until if last else None, desk)
    previous = _previous(last, notes)
    taken_back = withdrawals(archive.connection, issue.day)
    if previous:
        previous = _with_untold(previous, taken_back, archive, notes)
    stored = archive.stored_between(
        datetime.fromisoformat(window.since), datetime.fromisoformat(window.until)
    )
    fresh = {str(document["id"]): document for document in stored}
    running = _numbers(previous) if previous else frozenset()
    newest = archive.newest(fresh.keys() | running)
    seen = told(archive.connection, newest.keys(), issue.day)
    briefs = []
    for number, (revision, _) in sorted(newest.items()):
        if (number, revision) not in seen and number not in taken_back.all:
            document = fresh.get(number)
            if document is None or document["revision"] != revision:
                document = archive.brief(number, revision)
            briefs += _read(document, number, notes)
    digest = make_digest(
        briefs,
        number=issue.number,
        day=issue.day,
        language=desk.language,
        since=window.since,
        until=window.until,
        lens=desk.lens,
        previous=previous,
        keep_apart=overruling.keep_apart,
        join=overruling.join,
        barred=[number for number, held in newest.items() if not may_be_mailed(held.marking)],
        withdrawn=taken_back.all,
        known_withdrawn=taken_back.told,
        content=desk.content,
    )
    return Composed(digest, tuple(notes))


def hours(day: str, now: datetime, last_until: str | None, desk: Desk) -> Window:
    """The hours of the digest of `day`: up to its cut-off, from where the last digest ended.

    Made before its cut-off, it ends when it is made: what comes after that falls into the next one. Made later
    on its own day it ends when it is made too: whoever briefs at noon and makes the digest wants it in.
    """
    window = window_of(day, cut_off=desk.cut_off, zone=desk.zone, last_until=last_until)
    since, until = datetime.fromisoformat(window.since), datetime.fromisoformat(window.until)
    now = now.astimezone(until.tzinfo)
    if since < now < until or (until <= now and now.date().isoformat() == day):
        return Window(window.since, now.isoformat())
    return window


def digest_of(issue: Issue) -> Digest:
    """The digest that was made as `issue`. Raises `UserError` when it cannot be read any more."""
    return digest_from_document(json.loads(issue.document or "{}"))


def _previous(last: Issue | None, notes: list[str]) -> Digest | None:
    if last is None:
        return None
    try:
        return digest_of(last)
    except UserError as error:
        notes.append(f"What changed since digest {last.number} of {last.day} cannot be told: {error}")
        return None


def _with_untold(previous: Digest, taken_back: Withdrawals, archive: Archive, notes: list[str]) -> Digest:
    """`previous` and what readers saw earlier still, was withdrawn since, and nobody told them of."""
    known = {brief.id for brief in previous.briefs}
    lost = {n: r for n, r in taken_back.seen.items() if n not in taken_back.told | known}
    briefs = [b for n, revision in lost.items() for b in _read(archive.brief(n, revision), n, notes)]
    stories = (Story(key=f"withdrawn {brief.id}", lead=brief) for brief in briefs)
    return replace(previous, more=(*previous.more, *stories))


def _numbers(digest: Digest) -> Collection[str]:
    return {brief.id for brief in digest.briefs} | {indicator.brief for indicator in digest.watch}


def _read(document: Mapping[str, object] | None, number: str, notes: list[str]) -> list[Brief]:
    """The brief in `document`; none, and a note, when it cannot be read: the others go on without it."""
    try:
        return [brief_from_document(dict(document or {}))]
    except UserError as error:
        notes.append(f"Brief {number} is left out: {error}")
        return []
