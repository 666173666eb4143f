"""Real SMTP servers on the loopback: one that takes mail, and one that can hang up at any point of a dialogue."""

from __future__ import annotations

import socket
import socketserver
import subprocess
import threading
import time
from collections import Counter
from contextlib import contextmanager
from dataclasses import dataclass, field
from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING, Any, cast

from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult, Envelope

if TYPE_CHECKING:
    import ssl
    from collections.abc import Iterator
    from email.message import EmailMessage
    from pathlib import Path

# Where a line can break, besides "connect" and "ehlo". A short message is on its way whole, dot and all,
# before its sender can see that the line is broken: from then on only the server knows.
BEFORE_THE_MESSAGE = ("mail", "rcpt", "data")
ONCE_IT_IS_ON_ITS_WAY = ("body", "dot", "stored")


class _Dialogue(socketserver.StreamRequestHandler):
    def handle(self) -> None:
        server = cast("_Tcp", self.server).owner
        try:
            self._speak(server)
        except (OSError, _HungUp):
            self.connection.close()

    def _speak(self, server: Server) -> None:
        server.at("connect")
        self._say("220 ready")
        recipient = ""
        while line := self.rfile.readline():
            verb = line.decode("ascii").upper().split()[0]
            if verb in ("EHLO", "HELO"):
                server.at("ehlo")
                self._say("250-here")
                self._say("250 SIZE 10000000")
            elif verb == "MAIL":
                server.at("mail")
                self._say("250 sender ok")
            elif verb == "RCPT":
                recipient = line.decode("ascii").partition("<")[2].partition(">")[0]
                server.at("rcpt")
                refusal = server.refuse.get(recipient)
                self._say(refusal or "250 recipient ok")
            elif verb == "DATA":
                server.at("data")
                self._say("354 go on")
                self._take(server, recipient)
            elif verb == "QUIT":
                self._say("221 bye")
                return
            else:
                self._say("250 ok")

    def _take(self, server: Server, recipient: str) -> None:
        content = [self.rfile.readline()]
        server.at("body")
        while (line := self.rfile.readline()) != b".\r\n":
            if not line:
                raise _HungUp
            content.append(line[1:] if line.startswith(b"..") else line)
        server.at("dot")
        server.store(recipient, b"".join(content))
        server.at("stored")
        self._say(server.last_word)

    def _say(self, line: str) -> None:
        self.wfile.write(f"{line}\r\n".encode("ascii"))


class _HungUp(Exception):
    pass


class _Tcp(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = True
    block_on_close = False
    owner: Server

    def handle_error(self, *_: object) -> None:
        raise


@dataclass
class Server:
    """`hang_up` counts at which points the line breaks how often; `pause` waits there, in seconds."""

    hang_up: Counter[str] = field(default_factory=Counter)
    refuse: dict[str, str] = field(default_factory=dict)
    pause: dict[str, float] = field(default_factory=dict)
    last_word: str = "250 queued"
    mails: list[tuple[str, bytes]] = field(default_factory=list)
    seen: Counter[str] = field(default_factory=Counter)
    port: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    def at(self, point: str) -> None:
        with self.lock:
            self.seen[point] += 1
            hang_up = self.hang_up[point] > 0
            self.hang_up[point] -= hang_up
        time.sleep(self.pause.get(point, 0))
        if hang_up:
            raise _HungUp

    def store(self, recipient: str, content: bytes) -> None:
        with self.lock:
            self.mails.append((recipient, content))

    @property
    def recipients(self) -> list[str]:
        with self.lock:
            return sorted(recipient for recipient, _ in self.mails)

    def read(self) -> list[EmailMessage]:
        return [cast("EmailMessage", message_from_bytes(mail, policy=SMTP)) for _, mail in self.mails]

    @property
    def url(self) -> str:
        return f"smtp://127.0.0.1:{self.port}?tls=none"


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    with _Tcp(("127.0.0.1", 0), _Dialogue) as tcp:
        tcp.owner = server
        server.port = tcp.server_address[1]
        thread = threading.Thread(target=tcp.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
        thread.start()
        try:
            yield server
        finally:
            tcp.shutdown()
            thread.join()


@dataclass
class Kept:
    """What the encrypted server took: envelope recipients and content."""

    mails: list[tuple[list[str], bytes]] = field(default_factory=list)

    async def handle_DATA(self, _server: object, _session: object, envelope: Envelope) -> str:  # noqa: N802
        self.mails.append((list(envelope.rcpt_tos), cast("bytes", envelope.content)))
        return "250 queued"


@contextmanager
def encrypted(
    context: ssl.SSLContext, *, implicit: bool, user: str = "", password: str = ""
) -> Iterator[tuple[Kept, int]]:
    """A server with TLS and, when `user` is given, no mail without a login."""

    def authenticator(_s: Any, _session: Any, _envelope: Any, _mechanism: Any, data: Any) -> AuthResult:
        right = (data.login, data.password) == (user.encode(), password.encode())
        return AuthResult(success=right, handled=False)

    kept = Kept()
    controller = Controller(
        kept,
        hostname="127.0.0.1",
        port=_free_port(),
        ssl_context=context if implicit else None,
        tls_context=None if implicit else context,
        require_starttls=not implicit,
        auth_required=bool(user),
        auth_require_tls=not implicit,
        authenticator=authenticator if user else None,
    )
    controller.start()
    try:
        yield kept, controller.port
    finally:
        controller.stop()


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
    return port


def certificate(folder: Path, host: str = "127.0.0.1") -> tuple[Path, Path]:
    """A key and a certificate that vouches for itself, for `host`."""
    key, cert = folder / "key.pem", folder / "cert.pem"
    kind = "IP" if host[0].isdigit() else "DNS"
    subprocess.run(
        f"openssl req -x509 -newkey ec -pkeyopt ec_paramgen_curve:prime256v1 -nodes -keyout {key.name} "
        f"-out {cert.name} -days 2 -subj /CN=test -addext subjectAltName={kind}:{host}".split(),
        cwd=folder,
        check=True,
        capture_output=True,
        timeout=60,
    )
    return key, cert
