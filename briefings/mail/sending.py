"""Hand in one message for each recipient, and know of each whether the server has it.

Only the final dot makes a message the server's. Whatever fails before it was not accepted; a connection
lost between the dot and the answer leaves it unclear, and is never taken for a failure.
"""

from __future__ import annotations

import re
import smtplib
import socket
import ssl
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from briefings.errors import BriefingsError, CredentialsError
from briefings.mail.message import addressed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefings.mail.smtp_url import SmtpServer

End = Literal["accepted", "refused", "unclear"]
_LEADING_DOT = re.compile(rb"^\.", re.MULTILINE)
# Seconds: a server may look through a message for long before it answers the dot (RFC 5321: ten minutes).
_PATIENCE, _PATIENCE_AT_THE_END = 60.0, 600.0
_CLOSING = 421  # "I am about to hang up", whatever was asked


@dataclass(frozen=True, slots=True)
class Sent:
    """What became of the copy of one recipient, and what the server said."""

    recipient: str
    state: End
    detail: str


class Journal(Protocol):
    """Writes down, synced, what becomes of a copy. Whatever it raises ends the sending."""

    def __call__(self, recipient: str, state: Literal["sending"] | End, detail: str) -> None:
        """`sending` comes before the message is sent, the end of it right after the server's answer."""


@dataclass
class Postman:
    """Brings copies of one message to one server. `patience` is in seconds, `at_the_end` after the dot."""

    server: SmtpServer
    sender: str
    journal: Journal
    patience: float = _PATIENCE
    at_the_end: float = _PATIENCE_AT_THE_END

    def send(self, eml: bytes, recipients: Iterable[str]) -> Iterator[Sent]:
        """What became of each copy, in order. A refused one does not stop the others.

        Raises `BriefingsError` when the server cannot be reached, also half-way: the recipients not yet
        named were not tried. Raises `CredentialsError` when it refuses user and password.
        """
        smtp = self._connected()
        try:
            for recipient in recipients:
                for _ in range(2):  # hung up before it took the message: once more on a new line
                    if smtp.sock is None:
                        smtp = self._connected()
                    sent = self._attempt(smtp, eml, recipient)
                    if smtp.sock is not None or sent.state == "unclear":
                        break
                yield sent
        finally:
            with suppress(OSError, smtplib.SMTPException):
                smtp.quit()
            smtp.close()

    def _attempt(self, smtp: smtplib.SMTP, eml: bytes, recipient: str) -> Sent:
        """One dialogue. Afterwards the line is closed when it broke."""
        try:
            refusal = self._offer(smtp, addressed(eml, recipient), recipient)
        except (OSError, smtplib.SMTPException) as error:
            smtp.close()
            refusal = f"hung up before it took the message: {_words(str(error))}"
        sent = Sent(recipient, "refused", refusal) if refusal else self._finish(smtp, recipient)
        self.journal(recipient, sent.state, sent.detail)
        if sent.state == "refused":
            with suppress(OSError, smtplib.SMTPException):
                smtp.rset()
        return sent

    def _offer(self, smtp: smtplib.SMTP, copy: bytes, recipient: str) -> str | None:
        """Everything up to the final dot; why the server will not have it, or None."""
        size = [f"size={len(copy)}"] if smtp.has_extn("size") else []
        if refusal := _refusal(*smtp.mail(self.sender, size), wanted=(250,)):
            return refusal
        if refusal := _refusal(*smtp.rcpt(recipient), wanted=(250, 251)):
            return refusal
        self.journal(recipient, "sending", "")
        if refusal := _refusal(*smtp.docmd("DATA"), wanted=(354,)):
            return refusal
        smtp.send(_LEADING_DOT.sub(b"..", copy))
        return None

    def _finish(self, smtp: smtplib.SMTP, recipient: str) -> Sent:
        """The dot and the answer to it."""
        try:
            if smtp.sock is not None:
                smtp.sock.settimeout(self.at_the_end)
            smtp.send(b".\r\n")
            code, said = smtp.getreply()
        except (OSError, smtplib.SMTPException) as error:
            smtp.close()
            return Sent(recipient, "unclear", f"no answer to the whole message: {_words(str(error))}")
        if smtp.sock is not None:
            smtp.sock.settimeout(self.patience)
        if 200 <= code < 300:
            return Sent(recipient, "accepted", _told(code, said))
        if 400 <= code < 600:
            return Sent(recipient, "refused", _told(code, said))
        smtp.close()
        return Sent(recipient, "unclear", f"an answer that is none: {_told(code, said)}")

    def _connected(self) -> smtplib.SMTP:
        try:
            return connect(self.server, self.patience)
        except BriefingsError as error:
            raise type(error)(f"{error}; whoever is not named above was not sent anything") from error


def connect(server: SmtpServer, patience: float = _PATIENCE) -> smtplib.SMTP:
    """A connection on which mail may be handed in: greeted, encrypted as asked, logged in.

    Raises `CredentialsError` when user and password are refused, else `BriefingsError`.
    """
    trust = ssl.create_default_context() if server.tls != "none" else None
    try:
        if server.tls == "implicit":
            smtp: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=patience, context=trust)
        else:
            smtp = smtplib.SMTP(server.host, server.port, timeout=patience)
    except (OSError, smtplib.SMTPException) as error:
        raise _unreachable(server, error) from error
    try:
        if smtp.sock is not None:  # the dot after a message must not wait until the message is acknowledged
            smtp.sock.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        smtp.ehlo_or_helo_if_needed()
        if server.tls == "starttls":
            smtp.starttls(context=trust)
            smtp.ehlo_or_helo_if_needed()
        if server.user is not None and server.password is not None:
            smtp.login(server.user, server.password)
    except smtplib.SMTPAuthenticationError as error:
        smtp.close()
        # Not what the server said: it may repeat what it was sent.
        raise CredentialsError(
            f"the mail server {server} refused user and password ({error.smtp_code}); check BRIEFINGS_SMTP_URL"
        ) from None
    except (OSError, smtplib.SMTPException) as error:
        smtp.close()
        raise _unreachable(server, error) from error
    return smtp


def _unreachable(server: SmtpServer, error: Exception) -> BriefingsError:
    if isinstance(error, ssl.SSLCertVerificationError):
        what = (
            f"its certificate is not trusted ({error.verify_message}); name your authority's in SSL_CERT_FILE"
        )
    elif isinstance(error, smtplib.SMTPNotSupportedError):
        what = f"it does not offer what BRIEFINGS_SMTP_URL asks for ({_words(str(error))})"
    else:
        what = f"{_words(str(error)) or type(error).__name__}; check BRIEFINGS_SMTP_URL and the network"
    return BriefingsError(f"the mail server {server} cannot be used: {what}")


def _refusal(code: int, said: bytes, *, wanted: tuple[int, ...]) -> str | None:
    """Why the answer is not the one `wanted`, None when it is."""
    if code in wanted:
        return None
    if code == _CLOSING or code < 0:  # an answer that is none: what follows may belong to anything
        raise smtplib.SMTPServerDisconnected(_told(code, said))
    return _told(code, said)


def _told(code: int, said: bytes) -> str:
    return f"{code} {_words(said.decode('utf-8', 'replace'))}".strip()


def _words(text: str) -> str:
    """What a stranger said, on one line and not too long."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:300]
