"""The conversation before a digest is sent, and the account afterwards."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING, Any

import click

from briefings.archive.deliveries import approve, begun, issue_of, one_at_a_time
from briefings.archive.store import Archive
from briefings.archive.withdrawals import withdrawals
from briefings.cli.telling import one_line
from briefings.domain.marking import may_be_mailed
from briefings.errors import BriefingsError, UserError
from briefings.mail.addresses import mailbox, recipients
from briefings.mail.delivering import Round, deliver, standing
from briefings.mail.smtp_url import smtp_server

if TYPE_CHECKING:
    import sqlite3
    from email.message import EmailMessage
    from pathlib import Path

    from briefings.archive.deliveries import Issue
    from briefings.cli.progress import Progress
    from briefings.mail.sending import Sent
    from briefings.settings import Settings


@dataclass
class Post:
    """One call's sending of one digest. `eml` is the file; `sent` and `round` say what came of it."""

    connection: sqlite3.Connection
    archive: Path
    issue: Issue
    eml: Path
    settings: Settings
    progress: Progress
    sent: list[Sent] = field(default_factory=list)
    round: Round = field(default_factory=lambda: Round((), (), ()))

    def send(self, to: tuple[str, ...], *, yes: bool, resend_unclear: bool, dry_run: bool) -> int:
        """Show, ask, send. The exit code: 0 when every recipient has the digest.

        Raises `BriefingsError` before anything is sent when it must not be.
        """
        content = self._approved_content()
        message: EmailMessage = message_from_bytes(content, policy=SMTP)
        everyone = self._recipients(to)
        changed = self._changed()
        with one_at_a_time(self.archive):
            self.round = standing(self.connection, self.issue, everyone, resend_unclear=resend_unclear)
        if not self.round.due:
            return self._nothing_due()
        sender = self._sender(message)
        self._show(message, changed)
        if dry_run:
            return 0
        if self.settings.smtp_url is None:
            raise UserError("no mail server is configured; set BRIEFINGS_SMTP_URL or BRIEFINGS_SMTP_URL_FILE")
        server = smtp_server(self.settings.smtp_url)
        if changed and yes:
            raise BriefingsError(
                f"nothing was sent: {', '.join(changed)} changed since {self.eml} was made; run `make digest` "
                "to take the change in, or send without --yes to decide"
            )
        if not (yes or self._agreed()):
            self.progress.say("Nothing was sent.")
            return 1
        with one_at_a_time(self.archive):
            # While somebody thought about it, the file or a brief may have become another.
            self._approved_content()
            if self._changed() != changed:
                raise BriefingsError("nothing was sent: a brief changed meanwhile; run `make send` again")
            approve(self.connection, self.issue)
            try:
                for sent in deliver(
                    self.connection,
                    self.issue,
                    content,
                    everyone,
                    server,
                    sender=sender,
                    message_id=str(message["Message-ID"]),
                    resend_unclear=resend_unclear,
                ):
                    self.sent.append(sent)
                    self.progress.say(_told(sent))
            except BriefingsError as error:
                self.progress.say(str(error))
                self._sum_up()
                return error.exit_code
        return self._sum_up()

    def document(self) -> dict[str, Any]:
        """What became of each recipient, as `--json` prints it."""
        now = {sent.recipient: (sent.state, sent.detail, None) for sent in self.sent}
        before = [*self.round.accepted, *self.round.unclear]
        earlier = {d.recipient: (d.state, d.detail, d.at) for d in before}
        entries = dict.fromkeys(self.round.due, ("due", "", None)) | earlier | now
        return {
            "recipients": [
                {"recipient": recipient, "state": state, "detail": detail, "earlier": at}
                for recipient, (state, detail, at) in entries.items()
            ]
        }

    def lines(self) -> list[str]:
        """The same for a reader: one line a recipient."""
        return [
            "\t".join(
                map(one_line, (entry["state"], entry["recipient"], entry["earlier"] or entry["detail"]))
            )
            for entry in self.document()["recipients"]
        ]

    def _approved_content(self) -> bytes:
        """The file, which must be the one that was made last."""
        try:
            content = self.eml.read_bytes()
        except OSError as error:
            raise UserError(
                f"{self.eml} cannot be read ({error.strerror}); run `make digest` first"
            ) from error
        issue = issue_of(self.connection, self.issue.day)
        digest = hashlib.sha256(content).hexdigest()
        if issue is None or not digest == issue.eml_sha256 == self.issue.eml_sha256:
            raise BriefingsError(
                f"nothing was sent: {self.eml} is not the file that was made; run `make digest` and look at it"
            )
        return content

    def _recipients(self, to: tuple[str, ...]) -> tuple[str, ...]:
        everyone = recipients(to or ([self.settings.recipients] if self.settings.recipients else []))
        if not everyone:
            raise UserError("nobody to send to; set BRIEFINGS_TO to addresses or a file, or give --to")
        return everyone

    def _sender(self, message: EmailMessage) -> str:
        """The envelope's sender, who must be the one in the file."""
        if self.settings.sender is None:
            raise UserError("no sender is configured; set BRIEFINGS_FROM, then run `make digest` again")
        sender = mailbox(self.settings.sender).address
        made_for = message["From"].addresses[0].addr_spec
        if made_for != sender:
            raise UserError(
                f"{self.eml} is from {made_for}, but BRIEFINGS_FROM says {sender}; run `make digest` again"
            )
        return sender

    def _changed(self) -> list[str]:
        """The briefs with a newer revision than the file holds. Raises when one must not go out any more."""
        held = self.issue.briefs
        now = Archive(self.connection).newest(held.keys())
        taken_back = withdrawals(self.connection, self.issue.day).all
        for gone, why in (
            (taken_back & held.keys(), "was withdrawn"),
            (
                {n for n in now if not may_be_mailed(now[n].marking)},
                "may not be mailed any more by its marking",
            ),
        ):
            if gone:
                what = (
                    "others have this digest already, and whoever has not gets the next one"
                    if begun(self.connection, self.issue)
                    else "run `make digest` to make the digest without it"
                )
                raise BriefingsError(f"nothing was sent: {', '.join(sorted(gone))} {why}; {what}")
        return sorted(number for number in now if now[number].revision != held[number])

    def _nothing_due(self) -> int:
        if self.round.unclear:
            return self._sum_up()
        last = max(delivery.at for delivery in self.round.accepted)
        self.progress.say(
            f"Digest {self.issue.number} of {self.issue.day} went to all {len(self.round.accepted)} recipients, "
            f"the last on {last}; nothing was sent."
        )
        return 0

    def _show(self, message: EmailMessage, changed: list[str]) -> None:
        say = self.progress.say
        say(f"Subject: {message['Subject']}")
        say(f"From: {message['From']}")
        say(f"File: {self.eml}")
        for recipient in self.round.due:
            say(f"To: {recipient}")
        say(f"Recipients: {len(self.round.due)}; have it already: {len(self.round.accepted)}")
        if changed:
            say(f"Changed since this file was made: {', '.join(changed)}")

    def _agreed(self) -> bool:
        try:
            return click.confirm(f"Send it to {len(self.round.due)}?", default=False, err=True)
        except click.Abort:
            raise UserError("nothing was sent: nobody was there to say yes; add --yes to send") from None

    def _sum_up(self) -> int:
        states = [sent.state for sent in self.sent]
        unclear = states.count("unclear") + len(self.round.unclear)
        not_tried = len(self.round.due) - len(self.sent)
        self.progress.say(
            f"Accepted: {states.count('accepted')}, refused: {states.count('refused')}, unclear: {unclear}, "
            f"not tried: {not_tried}, had it before: {len(self.round.accepted)}."
        )
        if unclear:
            self.progress.say(
                "Unclear means that the line broke after the message was handed over: ask those recipients, "
                "or send to them again with --resend-unclear."
            )
        if "refused" in states or not_tried:
            self.progress.say("`make send` tries again those who were refused or not tried, nobody else.")
        return 1 if unclear or not_tried or "refused" in states else 0


def _told(sent: Sent) -> str:
    return f"{sent.recipient}: {sent.state} ({sent.detail})"
