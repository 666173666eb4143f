"""`briefings digest`: the digest of a day as files, and the same files to its recipients."""

from __future__ import annotations

import hashlib
import json
import sqlite3
import sys
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from briefings.archive.deliveries import (
    begun,
    issue_of,
    last_sent_before,
    one_at_a_time,
    record_issue,
    reserve,
)
from briefings.archive.opening import open_archive
from briefings.archive.trouble import UnusableArchive
from briefings.cli.options import out_option, settings_from
from briefings.cli.posting import Post
from briefings.cli.progress import Progress
from briefings.errors import UserError
from briefings.files import refuse_unwritable, write_whole
from briefings.issuing import ALMATY, as_record, compose, latest_briefs
from briefings.lens import load_lens
from briefings.mail.addresses import Mailbox, mailbox
from briefings.mail.edition import Press
from briefings.rendering.display import web_address
from briefings.rendering.labels import labels

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.archive.deliveries import Issue
    from briefings.domain import Language
    from briefings.settings import Settings

# Stands in the file until BRIEFINGS_FROM is set; nothing can be sent from there (RFC 2606).
_NOBODY = "digest@briefings.invalid"


@click.command()
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the digest. [today in Almaty]")
@out_option
@click.option("--send", is_flag=True, help="Send the digest of that day, after showing it and asking.")
@click.option("--yes", is_flag=True, help="Send without asking (for the daily run).")
@click.option("--to", multiple=True, metavar="ADDRESS", help="A recipient, instead of those of BRIEFINGS_TO.")
@click.option("--language", type=click.Choice(["ru", "kk", "en"]), help="Language of the digest. [ru]")
@click.option(
    "--keep-apart",
    nargs=2,
    multiple=True,
    metavar="A B",
    help="Two numbers of briefs that are not one story, as in 2031-10-01/01-ru.",
)
@click.option(
    "--resend-unclear", is_flag=True, help="Send again where a broken line left unclear who has it."
)
@click.option("--dry-run", is_flag=True, help="With --send: show what would go to whom, and send nothing.")
@click.option("--json", "as_json", is_flag=True, help="One JSON document on standard output.")
def command(
    day: str | None,
    out: Path | None,
    send: bool,
    yes: bool,
    to: tuple[str, ...],
    language: Language | None,
    keep_apart: tuple[tuple[str, str], ...],
    resend_unclear: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write digest.html, digest.txt and digest.eml of a day; send nothing unless told with --send.

    What is sent is the file that was made and shown, to each recipient once. Names of the files go to
    standard output, with --send what became of each recipient.
    """
    settings = settings_from(out=out, language=language)
    refuse_unwritable(settings.out)
    bureau = _Bureau(settings, _the_day(day), keep_apart, Progress())
    with _opened(bureau.archive) as connection:
        issue = bureau.issue(connection, anew=not send)
        post = Post(connection, bureau.archive, issue, bureau.files[-1], settings, bureau.progress)
        code = 0
        try:
            if send:
                code = post.send(to, yes=yes, resend_unclear=resend_unclear, dry_run=dry_run)
        finally:  # also when interrupted: what was sent is named
            files = [str(file) for file in bureau.files]
            if as_json:
                document = {"number": issue.number, "day": issue.day, "files": files, **post.document()}
                click.echo(json.dumps(document, ensure_ascii=False, indent=1))
            else:
                click.echo("\n".join(post.lines() if send else files))
    sys.exit(code)


@dataclass(frozen=True)
class _Bureau:
    """Where the digest of one day is made."""

    settings: Settings
    day: str
    keep_apart: tuple[tuple[str, str], ...]
    progress: Progress

    @property
    def archive(self) -> Path:
        return self.settings.out / "briefings.sqlite"

    @property
    def folder(self) -> Path:
        return self.settings.out / "digests" / self.day

    @property
    def files(self) -> list[Path]:
        return [self.folder / f"digest.{suffix}" for suffix in ("html", "txt", "eml")]

    def issue(self, connection: sqlite3.Connection, *, anew: bool) -> Issue:
        """The digest of the day, made when there is none or when it shall be made `anew` and is not out."""
        with one_at_a_time(self.archive):
            issue = issue_of(connection, self.day)
            if issue is None:
                return self._make(connection)
            if gone := begun(connection, issue):
                if anew:
                    self.progress.say(
                        f"Digest {issue.number} of {self.day} is out since {gone} and stays as it is; "
                        "new briefs go into the next one."
                    )
                return issue
            return self._make(connection) if anew else issue

    def _make(self, connection: sqlite3.Connection) -> Issue:
        settings, made = self.settings, datetime.now(UTC).astimezone(ALMATY)
        language = settings.language or "ru"
        labels(language, settings.content)
        sender = mailbox(settings.sender) if settings.sender else Mailbox(_NOBODY)
        lens = load_lens(overrides=settings.content)
        press = Press(sender, made, self._public_url(), settings.content, lens.names)
        issue, last = reserve(connection, self.day), last_sent_before(connection, self.day)
        digest = compose(
            latest_briefs(settings.out),
            number=issue.number,
            day=self.day,
            language=language,
            sent_until=last.until if last else None,
            now=made,
            keep_apart=self.keep_apart,
        )
        edition = press.edition(digest)
        texts = (edition.html, edition.text, edition.eml.decode("ascii"))
        for name, page in edition.pages.items():
            write_whole(self.folder / name, page)
        for file, text in zip(self.files, texts, strict=True):
            write_whole(file, text)
        record_issue(
            connection,
            issue,
            language=language,
            since=digest.since,
            until=digest.until,
            document=as_record(digest),
            briefs={brief.id: brief.revision for brief in digest.briefs},
            eml_sha256=hashlib.sha256(edition.eml).hexdigest(),
        )
        kept_back = f" Kept back by their marking: {digest.kept_back}." if digest.kept_back else ""
        self.progress.say(
            f"{edition.subject} · {len(edition.eml) / 1000:.0f} KB.{kept_back} "
            f"Open {self.files[0]} in a browser, then `make send`."
        )
        return reserve(connection, self.day)

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


@contextmanager
def _opened(archive: Path) -> Iterator[sqlite3.Connection]:
    connection = open_archive(archive)
    try:
        yield connection
    except sqlite3.Error as error:
        raise UnusableArchive(
            f"{archive} cannot be used any more ({error}); what was sent until then is in it. Free some space "
            "or look with `briefings doctor`, then run the same command again"
        ) from error
    finally:
        connection.close()


def _the_day(given: str | None) -> str:
    if given is None:
        return datetime.now(ALMATY).date().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UserError(f"--date takes a day like 2031-10-01, not {given!r}") from None
