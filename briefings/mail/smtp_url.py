"""Where mail is handed in: `smtp://user:password@host:587?tls=starttls`. The address holds a secret."""

from __future__ import annotations

from dataclasses import dataclass, field
from ipaddress import ip_address
from typing import Literal
from urllib.parse import parse_qsl, unquote, urlsplit

from briefings.errors import UserError

Tls = Literal["starttls", "implicit", "none"]
_PORTS: dict[Tls, int] = {"starttls": 587, "implicit": 465, "none": 25}
_FORM = "smtp://user:password@host:587?tls=starttls"


@dataclass(frozen=True, slots=True)
class SmtpServer:
    """A server that takes our mail, and how it is spoken to. Prints itself without user and password."""

    host: str
    port: int
    tls: Tls = "starttls"
    user: str | None = field(default=None, repr=False)
    password: str | None = field(default=None, repr=False)

    def __str__(self) -> str:
        return f"{self.host}:{self.port}"


def smtp_server(url: str) -> SmtpServer:
    """The server of `url`; `tls` is starttls when not given, or implicit, or none.

    Raises `UserError`, which never shows the address: it may hold a password.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
        options = dict(parse_qsl(parts.query, strict_parsing=bool(parts.query), keep_blank_values=True))
    except ValueError:
        raise _wrong("it cannot be read") from None  # what Python says quotes the address
    if parts.scheme != "smtp" or not parts.hostname or parts.path not in ("", "/") or parts.fragment:
        raise _wrong("it is not of this form; letters like / ? # @ in a password are written %2F %3F %23 %40")
    named = options.pop("tls", "starttls")
    tls = next((way for way in _PORTS if way == named), None)
    if tls is None or options:
        raise _wrong("after the ? only tls=starttls, tls=implicit or tls=none may stand")
    server = SmtpServer(
        parts.hostname,
        port or _PORTS[tls],
        tls,
        unquote(parts.username) if parts.username else None,
        unquote(parts.password) if parts.password else None,
    )
    if not f"{server.user}{server.password}".isascii():
        raise _wrong("user and password may hold ASCII letters only")
    if (server.user is None) != (server.password is None):
        raise _wrong("user and password go together")
    if server.password and tls == "none" and not _is_this_machine(server.host):
        raise _wrong("with tls=none the password would travel readable; use tls=starttls or tls=implicit")
    return server


def _is_this_machine(host: str) -> bool:
    try:
        return host == "localhost" or ip_address(host).is_loopback
    except ValueError:
        return False


def _wrong(what: str) -> UserError:
    return UserError(f"BRIEFINGS_SMTP_URL must look like {_FORM}: {what}")
