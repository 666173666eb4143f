"""A digest's files: the mail, its HTML and its text, and the pages of its briefs."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefings.domain.marking import may_be_mailed
from briefings.errors import BriefingsError
from briefings.mail.message import make_message, unsubscribe_address
from briefings.rendering import render
from briefings.rendering.digest_frame import digest_subject
from briefings.rendering.digest_html import digest_html
from briefings.rendering.digest_layout import lay_out_digest
from briefings.rendering.digest_page import Place
from briefings.rendering.digest_text import digest_text
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime
    from pathlib import Path

    from briefings.domain import Brief, Digest, Language
    from briefings.mail.addresses import Mailbox
    from briefings.rendering import Format

# Gmail cuts a mail off near 102 KB and counts it encoded.
LARGEST_BODY = 80_000
# Attachments are not cut off, but refused: many servers take 10 MB, encoded.
LARGEST_MESSAGE = 5_000_000
# Nobody looks through more files beside a mail; on a day with more briefs those of the last stories stay out.
MOST_ATTACHED = 20


@dataclass(frozen=True, slots=True)
class Edition:
    """What is written for a digest. `pages` are the briefs it links to, by file name; `eml` has no To."""

    subject: str
    text: str
    html: str
    eml: bytes
    pages: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Press:
    """How digests are printed: for whom, when, and where the reader finds a brief.

    With `public_url`, the address of the folder that the digest's files are written to, briefs are linked;
    without one they are attached, while they fit.
    """

    sender: Mailbox
    made: datetime
    public_url: str | None = None
    overrides: Path | None = None
    dimension_names: Mapping[str, Mapping[Language, str]] | None = None

    def edition(self, digest: Digest) -> Edition:
        """The files of `digest`. A day that is too long for one mail loses its last lines, and says how many.

        Raises `BriefingsError` when a brief may not be mailed: such a digest must not exist.
        """
        briefs = {brief.id: brief for brief in digest.briefs}
        barred = ", ".join(b.id for b in briefs.values() if not may_be_mailed(b.made.marking))
        if barred or not may_be_mailed(digest.marking):
            raise BriefingsError(
                f"nothing was made: {barred or 'this digest'} may not enter a mail; only TLP:CLEAR and TLP:GREEN may"
            )
        shown = {number: brief for number, brief in briefs.items() if number not in digest.withdrawn}
        names = {number: page_name(number) for number in shown}
        if self.public_url:
            base = self.public_url.rstrip("/")
            places = {number: Place(address=f"{base}/{name}") for number, name in names.items()}
            pages = {name: self._page(shown[number], "html") for number, name in names.items()}
            attached: dict[str, str] = {}
        else:
            leads = {story.lead.id for story in (*digest.stories, *digest.more)}
            first = sorted(shown, key=lambda number: number not in leads)  # then the others, as they come
            pages, attached = {}, self._attachments([shown[n] for n in first], names)
            places = {number: Place(attachment=n) for number, n in names.items() if n in attached}
        text, html = self._fitted(digest, places)
        words = labels(digest.language, self.overrides)
        subject = digest_subject(digest, words)
        sender = replace(self.sender, name=self.sender.name or words.digest["sender"])
        message = make_message(
            digest, sender, self.made, subject=subject, text=text, html=html, attachments=attached
        )
        return Edition(subject, text, html, message.as_bytes(), pages)

    def _page(self, brief: Brief, form: Format) -> str:
        # What the check withheld stays on the desk: it does not leave the house with a digest.
        brief = replace(brief, withheld=())
        return render(brief, form, overrides=self.overrides, dimension_names=self.dimension_names)

    def _attachments(self, briefs: Sequence[Brief], names: Mapping[str, str]) -> dict[str, str]:
        """The plain editions (no script, which mail gateways refuse), in order, while they fit."""
        attached: dict[str, str] = {}
        room = LARGEST_MESSAGE - LARGEST_BODY
        for brief in briefs:
            if len(attached) == MOST_ATTACHED:
                break
            page = self._page(brief, "plain")
            size = _encoded_size(page)
            if size <= room:
                attached[names[brief.id]] = page
                room -= size
        return attached

    def _fitted(self, digest: Digest, places: Mapping[str, Place]) -> tuple[str, str]:
        """Text and HTML of as many lines as fit: one-line items go first, then the last stories, then the rest."""
        cuts = list(_shorter(digest))
        low, high, fitting = 0, len(cuts) - 1, None  # what fits is that of `high`
        while low < high:
            middle = (low + high) // 2
            printed = self._printed(digest, cuts[middle], places)
            if self._fits(*printed):
                high, fitting = middle, printed
            else:
                low = middle + 1
        text, html = fitting or self._printed(digest, cuts[low], places)
        if not self._fits(text, html):
            raise BriefingsError(f"the digest of {digest.day} does not fit a mail even without its items")
        return text, html

    def _printed(self, digest: Digest, cut: Digest, places: Mapping[str, Place]) -> tuple[str, str]:
        page = lay_out_digest(
            digest,
            labels(digest.language, self.overrides),
            places=places,
            dimension_names=self.dimension_names,
            shortened=cut,
        )
        unsubscribe = unsubscribe_address(self.sender)
        return (
            digest_text(page, unsubscribe=unsubscribe, overrides=self.overrides),
            digest_html(page, unsubscribe=unsubscribe, overrides=self.overrides),
        )

    def _fits(self, text: str, html: str) -> bool:
        return _encoded_size(text) + _encoded_size(html) + 2_000 <= LARGEST_BODY  # and the headers


def page_name(number: str) -> str:
    """The file name of the brief called `number`: 2025-09-22/01-ru is in 2025-09-22-01-ru.html."""
    return f"{re.sub(r'[^A-Za-z0-9]+', '-', number)[:60].strip('-')}.html"


def _shorter(digest: Digest) -> Iterator[Digest]:
    """`digest` and what is left of it, line by line, from the least important end."""
    yield digest
    for name in ("more", "silent", "watch", "stories"):
        while getattr(digest, name):
            digest = replace(digest, **{name: getattr(digest, name)[:-1]})
            yield digest


def _encoded_size(text: str) -> int:
    """Bytes of `text` in base64, in lines of 76 letters."""
    whole = -(-len(text.encode()) // 3) * 4
    return whole + 2 * (whole // 76 + 1)
