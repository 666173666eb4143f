"""`briefings digest`: the digest of a day as files, and the same files to its recipients."""

from __future__ import annotations

import json
import sqlite3
import sys
from contextlib import contextmanager
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

import click

from briefings.archive.opening import open_archive
from briefings.archive.trouble import UnusableArchive
from briefings.cli.bureau import Bureau
from briefings.cli.listing import listing, stories_document
from briefings.cli.options import out_option, settings_from
from briefings.cli.posting import Post
from briefings.cli.progress import Progress
from briefings.digesting.window import zone_of
from briefings.errors import UserError
from briefings.files import refuse_unwritable
from briefings.issuing import digest_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from briefings.domain import Digest, Language


@click.command()
@click.option("--date", "day", metavar="YYYY-MM-DD", help="The day of the digest. [today in BRIEFINGS_ZONE]")
@out_option
@click.option("--send", is_flag=True, help="Send the digest of that day, after showing it and asking.")
@click.option("--yes", is_flag=True, help="Send without asking (for the daily run).")
@click.option("--to", multiple=True, metavar="ADDRESS", help="A recipient, instead of those of BRIEFINGS_TO.")
@click.option(
    "--language",
    type=click.Choice(["ru", "kk", "en"]),
    help="Language of headings, dates and notes; statements stay in the language of their brief, which is "
    "named where it is another. [BRIEFINGS_LANGUAGE, else ru]",
)
@click.option(
    "--keep-apart",
    nargs=2,
    multiple=True,
    metavar="A B",
    help="Two numbers of briefs that are not one story, as in 2031-10-01/01-ru; for good in digest.toml of the "
    "out folder.",
)
@click.option(
    "--withdraw",
    multiple=True,
    metavar="NUMBER",
    help="A brief that holds no more: never printed again; who has read it is told once, in the next digest.",
)
@click.option(
    "--reinstate",
    multiple=True,
    metavar="NUMBER",
    help="Undo --withdraw, as long as no digest that told of it has gone out.",
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
    withdraw: tuple[str, ...],
    reinstate: tuple[str, ...],
    resend_unclear: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Write digest.html, digest.txt and digest.eml of a day; send nothing unless told with --send.

    The digest holds what was briefed since the last one that was sent, until BRIEFINGS_CUT_OFF or, later that
    day, until now. How stories were ordered and merged goes to standard error. What is sent is the file that
    was made and shown, to each recipient once. Names of the files go to standard output, with --send what
    became of each recipient.
    """
    if send and (keep_apart or withdraw or reinstate):
        raise UserError(
            "--keep-apart, --withdraw and --reinstate change the digest; give them without --send, "
            "look at it, then send it"
        )
    settings, progress = settings_from(out=out, language=language), Progress()
    refuse_unwritable(settings.out)
    day = _the_day(day, settings.zone)
    with _opened(settings.archive) as connection:
        bureau = Bureau(connection, settings, day, keep_apart, progress)
        issue = bureau.issue(anew=not send, withdrawing=withdraw, reinstating=reinstate)
        digest = digest_of(issue)
        for line in listing(digest):
            progress.say(line.text, indent=line.indent)
        post = Post(connection, settings.archive, issue, bureau.files[-1], settings, progress)
        code = 0
        try:
            if send:
                code = post.send(to, yes=yes, resend_unclear=resend_unclear, dry_run=dry_run)
        finally:  # also when interrupted: what was sent is named
            files = [str(file) for file in bureau.files]
            if as_json:
                document = {**_document(digest), "files": files, **post.document()}
                click.echo(json.dumps(document, ensure_ascii=False, indent=1))
            else:
                click.echo("\n".join(post.lines() if send else files))
    sys.exit(code)


def _document(digest: Digest) -> dict[str, object]:
    return {
        "number": digest.number,
        "day": digest.day,
        "language": digest.language,
        "since": digest.since,
        "until": digest.until,
        "marking": digest.marking,
        "kept_back": digest.kept_back,
        "withdrawn": list(digest.withdrawn),
        "stories": stories_document(digest),
    }


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


def _the_day(given: str | None, zone: str) -> str:
    if given is None:
        now = datetime.now(UTC)
        return now.astimezone(zone_of(zone, now.date())).date().isoformat()
    try:
        return date.fromisoformat(given).isoformat()
    except ValueError:
        raise UserError(f"--date takes a day like 2031-10-01, not {given!r}") from None
