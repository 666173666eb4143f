"""A digest goes to each recipient once: what is due, and every step of it in the archive."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from briefings.archive.deliveries import deliveries, record_delivery, settle_interrupted
from briefings.mail.sending import Postman

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Iterator, Mapping

    from briefings.archive.deliveries import Delivery, Issue
    from briefings.mail.sending import End, Sent
    from briefings.mail.smtp_url import SmtpServer


@dataclass(frozen=True, slots=True)
class Round:
    """Who is `due`, who has the digest (`accepted`), and of whom nobody knows (`unclear`)."""

    due: tuple[str, ...]
    accepted: tuple[Delivery, ...]
    unclear: tuple[Delivery, ...]


def plan(recipients: Iterable[str], so_far: Mapping[str, Delivery], *, resend_unclear: bool = False) -> Round:
    """The round for `recipients`. Refused copies are due again; unclear ones only with `resend_unclear`."""
    due, accepted, unclear = [], [], []
    for recipient in recipients:
        delivery = so_far.get(recipient.lower())
        if delivery is None or delivery.state == "refused":
            due.append(recipient)
        elif delivery.state == "accepted":
            accepted.append(delivery)
        elif resend_unclear:
            due.append(recipient)
        else:
            unclear.append(delivery)
    return Round(tuple(due), tuple(accepted), tuple(unclear))


def standing(
    connection: sqlite3.Connection, issue: Issue, recipients: Iterable[str], *, resend_unclear: bool = False
) -> Round:
    """How `issue` stands with `recipients`; copies that a killed run left on their way become unclear.

    Only within `one_at_a_time`: nobody else's copy is on its way then.
    """
    settle_interrupted(connection, issue)
    return plan(recipients, deliveries(connection, issue), resend_unclear=resend_unclear)


def deliver(
    connection: sqlite3.Connection,
    issue: Issue,
    eml: bytes,
    recipients: Iterable[str],
    server: SmtpServer,
    *,
    sender: str,
    message_id: str,
    resend_unclear: bool = False,
) -> Iterator[Sent]:
    """Send what is due of `issue`; what became of each copy, as soon as it is known and written down.

    Only within `one_at_a_time`. Raises what `Postman.send` raises; what was sent by then is in the archive.
    """

    def journal(recipient: str, state: Literal["sending"] | End, detail: str) -> None:
        record_delivery(connection, issue, recipient.lower(), state, message_id=message_id, detail=detail)

    due = standing(connection, issue, recipients, resend_unclear=resend_unclear).due
    if due:
        yield from Postman(server, sender, journal).send(eml, due)
