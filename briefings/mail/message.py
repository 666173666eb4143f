"""One digest as one message, without recipients: every copy is this file with a To line before it."""

from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from briefings.domain import Digest
    from briefings.mail.addresses import Mailbox


def unsubscribe_address(sender: Mailbox) -> str:
    """The mailto: address that ends the subscription. One-click needs a web server, which we have not."""
    return f"mailto:{quote(sender.address, safe='@')}?subject=unsubscribe"


def make_message(
    digest: Digest,
    sender: Mailbox,
    made: datetime,
    *,
    subject: str,
    text: str,
    html: str,
    attachments: Mapping[str, str] | None = None,
) -> EmailMessage:
    """The message of `digest`; `attachments` maps file names to HTML documents.

    `made` needs a zone. The Message-ID follows from day, number and sender alone: a copy that is sent
    again is known for the same mail.
    """
    message = EmailMessage(policy=SMTP)
    message["From"] = sender.header
    message["Subject"] = subject
    message["Date"] = format_datetime(made)
    message["Message-ID"] = f"<digest-{digest.day}.{digest.number}@{sender.domain}>"
    message["List-ID"] = f"<digest.{sender.domain}>"
    message["List-Unsubscribe"] = f"<{unsubscribe_address(sender)}>"
    message["Auto-Submitted"] = "auto-generated"  # RFC 3834
    message["X-Auto-Response-Suppress"] = "OOF, AutoReply"  # the same for Exchange
    # base64: dense Cyrillic takes six bytes a letter in quoted-printable, under three so.
    message.set_content(text, cte="base64")
    message.add_alternative(html, subtype="html", cte="base64")
    for name, document in (attachments or {}).items():
        message.add_attachment(document, subtype="html", cte="base64", filename=name)
    return message


def addressed(eml: bytes, recipient: str) -> bytes:
    """The copy for `recipient`: the file byte for byte, after a To line."""
    return b"To: " + recipient.encode("ascii") + b"\r\n" + eml
