"""Where the digest of one day is made: its files in the out folder, its record in the archive."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.archive.content import as_json
from briefings.archive.deliveries import begun, issue_of, one_at_a_time, record_issue, reserve
from briefings.archive.store import Archive
from briefings.archive.withdrawals import reinstate, withdraw
from briefings.digesting import Overruling, read_overruling
from briefings.digesting.overruling import TOML
from briefings.errors import UserError
from briefings.files import write_whole
from briefings.issuing import Desk, compose
from briefings.lens import load_lens
from briefings.mail.addresses import Mailbox, mailbox
from briefings.mail.edition import Press
from briefings.rendering.digest_document import digest_document
from briefings.rendering.display import web_address
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    import sqlite3
    from pathlib import Path

    from briefings.archive.deliveries import Issue
    from briefings.cli.progress import Progress
    from briefings.settings import Settings

# Stands in the file until BRIEFINGS_FROM is set; nothing can be sent from there (RFC 2606).
_NOBODY = "digest@briefings.invalid"


@dataclass(frozen=True)
class Bureau:
    """Where the digest of `day` (ISO date) is made; `keep_apart` are pairs of numbers that are not one story."""

    connection: sqlite3.Connection
    settings: Settings
    day: str
    keep_apart: tuple[tuple[str, str], ...]
    progress: Progress

    @property
    def folder(self) -> Path:
        """Where the files of this day's digest are."""
        return self.settings.out / "digests" / self.day

    @property
    def files(self) -> list[Path]:
        """The digest for a browser, for a terminal, and the mail itself."""
        return [self.folder / f"digest.{suffix}" for suffix in ("html", "txt", "eml")]

    def issue(
        self, *, anew: bool, withdrawing: tuple[str, ...] = (), reinstating: tuple[str, ...] = ()
    ) -> Issue:
        """The digest of the day, made when there is none or when it shall be made `anew` and is not out.

        The briefs in `withdrawing` are taken back first; those in `reinstating` hold again.
        """
        with one_at_a_time(self.settings.archive):
            if reinstating:
                reinstate(self.connection, reinstating)
                self.progress.say(f"Holds again: {', '.join(reinstating)}.")
            if withdrawing:
                withdraw(self.connection, withdrawing)
                self.progress.say(f"Withdrawn, never to be printed again: {', '.join(withdrawing)}.")
            issue = issue_of(self.connection, self.day)
            if issue is None:
                return self._make()
            if gone := begun(self.connection, issue):
                if anew:
                    self.progress.say(
                        f"Digest {issue.number} of {self.day} is out since {gone} and stays as it is; "
                        "what is new or withdrawn goes into the next one."
                    )
                return issue
            return self._make() if anew else issue

    def _make(self) -> Issue:
        settings, archive = self.settings, Archive(self.connection)
        language = settings.language or "ru"
        labels(language, settings.content)
        sender = mailbox(settings.sender) if settings.sender else Mailbox(_NOBODY)
        lens = load_lens(overrides=settings.content)
        desk = Desk(language, lens, settings.cut_off, settings.zone, settings.content)
        overruling, now, public_url = self._overruling(archive), archive.clock(), self._public_url()
        issue = reserve(self.connection, self.day)
        composed = compose(archive, issue, overruling, desk, now)
        for note in composed.notes:
            self.progress.say(note)
        digest = composed.digest
        edition = Press(sender, now.astimezone(), public_url, settings.content, lens.names).edition(digest)
        texts = (edition.html, edition.text, edition.eml.decode("ascii"))
        for name, page in edition.pages.items():
            write_whole(self.folder / name, page)
        for file, text in zip(self.files, texts, strict=True):
            write_whole(file, text)
        record_issue(
            self.connection,
            issue,
            language=language,
            since=digest.since,
            until=digest.until,
            document=as_json(digest_document(digest)),
            briefs={b.id: b.revision for b in digest.briefs if b.id not in digest.withdrawn},
            withdrawn=digest.withdrawn,
            eml_sha256=hashlib.sha256(edition.eml).hexdigest(),
        )
        kept_back = f" Kept back by their marking: {digest.kept_back}." if digest.kept_back else ""
        self.progress.say(
            f"{edition.subject} · {len(edition.eml) / 1000:.0f} KB.{kept_back} "
            f"Open {self.files[0]} in a browser, then `make send`."
        )
        return reserve(self.connection, self.day)

    def _overruling(self, archive: Archive) -> Overruling:
        """What the person decided now and in out/digest.toml."""
        given = {number for pair in self.keep_apart for number in pair}
        if unknown := sorted(given - archive.newest(given).keys()):
            raise UserError(
                f"--keep-apart: no brief has the number {', '.join(unknown)}; numbers look like 2031-10-01/01-ru"
            )
        kept = read_overruling(self.settings.out / TOML)
        return Overruling((*kept.keep_apart, *self.keep_apart), kept.join)

    def _public_url(self) -> str | None:
        if self.settings.public_url is None:
            return None
        base = web_address(self.settings.public_url)
        if base is None or "?" in base or "#" in base:
            raise UserError(
                f"BRIEFINGS_PUBLIC_URL is {self.settings.public_url!r}; it must be the http(s) address "
                "under which readers find the out folder"
            )
        return f"{base.rstrip('/')}/digests/{self.day}"
