"""Handing in mail, against real servers: what was accepted, what was not, what nobody knows."""

from __future__ import annotations

import ssl
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from briefings.errors import BriefingsError, CredentialsError
from briefings.mail.sending import Postman, connect
from briefings.mail.smtp_url import SmtpServer, smtp_server
from tests.mail import server as serve
from tests.mail.server import Server, serving

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# aiosmtpd warns of logins without STARTTLS; on a line that is encrypted from the start there is none.
pytestmark = pytest.mark.filterwarnings("ignore:Requiring AUTH while not requiring TLS:UserWarning")
PHRASE = "p@ss/word"
EML = b"Subject: x\r\n\r\n.one dot\r\n..two\r\n"
THREE = ["a@desk.example", "b@desk.example", "c@desk.example"]


class Journal:
    """Remembers what it was told, and how often the server had stored a mail when it was."""

    def __init__(self, server: Server | None = None) -> None:
        self.server = server
        self.lines: list[tuple[str, str, int]] = []

    def __call__(self, recipient: str, state: str, _detail: str) -> None:
        self.lines.append((recipient, state, len(self.server.mails) if self.server else 0))

    @property
    def last(self) -> dict[str, str]:
        return {recipient: state for recipient, state, _ in self.lines}


def send(server: Server, to: list[str] = THREE, **more: float) -> tuple[list[str], Journal]:
    journal = Journal(server)
    sent = list(Postman(smtp_server(server.url), "digest@desk.example", journal, **more).send(EML, to))
    assert {s.recipient: s.state for s in sent} == journal.last
    return [s.state for s in sent], journal


def test_each_recipient_gets_a_copy_that_differs_in_to_only() -> None:
    with serving(Server()) as server:
        states, _ = send(server)
    assert states == ["accepted"] * 3
    assert server.mails == [(to, f"To: {to}\r\n".encode() + EML) for to in THREE]


def test_it_is_written_down_before_the_message_goes_and_again_when_it_is_accepted() -> None:
    with serving(Server()) as server:
        _, journal = send(server, THREE[:2])
    assert journal.lines == [
        ("a@desk.example", "sending", 0),
        ("a@desk.example", "accepted", 1),
        ("b@desk.example", "sending", 1),
        ("b@desk.example", "accepted", 2),
    ]


@pytest.mark.parametrize("point", serve.BEFORE_THE_MESSAGE)
def test_a_line_that_breaks_before_the_message_is_taken_up_again(point: str) -> None:
    with serving(Server(hang_up=Counter({point: 1}))) as server:
        states, _ = send(server)
    assert states == ["accepted"] * 3
    assert server.recipients == THREE


@pytest.mark.parametrize("point", serve.BEFORE_THE_MESSAGE)
def test_a_line_that_breaks_twice_before_the_message_is_no_delivery_and_stops_nobody_else(point: str) -> None:
    with serving(Server(hang_up=Counter({point: 2}))) as server:
        states, _ = send(server)
    assert states == ["refused", "accepted", "accepted"]
    assert server.recipients == THREE[1:]


@pytest.mark.parametrize("point", serve.ONCE_IT_IS_ON_ITS_WAY)
def test_a_line_that_breaks_once_the_message_is_on_its_way_is_unclear_and_never_tried_again(
    point: str,
) -> None:
    with serving(Server(hang_up=Counter({point: 1}))) as server:
        states, _ = send(server)
    assert states == ["unclear", "accepted", "accepted"]
    assert server.recipients == THREE if point == "stored" else THREE[1:]


@pytest.mark.parametrize("point", ["connect", "ehlo"])
def test_a_server_that_does_not_greet_gets_nothing(point: str) -> None:
    with (
        serving(Server(hang_up=Counter({point: 9}))) as server,
        pytest.raises(BriefingsError, match="cannot be used"),
    ):
        send(server)
    assert server.mails == []


def test_a_server_that_goes_away_half_way_ends_the_sending_after_what_it_took() -> None:
    journal, told = Journal(), []
    with serving(Server(hang_up=Counter({"stored": 1}))) as server:
        postman = Postman(smtp_server(server.url), "digest@desk.example", journal)
        sending = postman.send(EML, THREE)
        told.append(next(sending).state)
    with pytest.raises(BriefingsError, match="not named above was not sent anything"):
        next(sending)
    assert told == ["unclear"]
    assert journal.last == {"a@desk.example": "unclear"}


def test_a_server_too_slow_to_answer_the_dot_leaves_it_unclear() -> None:
    with serving(Server(pause={"stored": 0.6})) as server:
        states, _ = send(server, THREE[:1], at_the_end=0.15)
    assert states == ["unclear"]


def test_a_slow_server_is_waited_for() -> None:
    with serving(Server(pause={"stored": 0.15, "rcpt": 0.1})) as server:
        states, _ = send(server, THREE[:1])
    assert states == ["accepted"]


def test_a_refused_recipient_does_not_stop_the_others() -> None:
    refusal = "550 no such \x1b[31muser"
    with serving(Server(refuse={"b@desk.example": refusal})) as server:
        journal = Journal()
        sent = list(Postman(smtp_server(server.url), "d@desk.example", journal).send(EML, THREE))
    assert [s.state for s in sent] == ["accepted", "refused", "accepted"]
    assert sent[1].detail == "550 no such [31muser"
    assert server.recipients == ["a@desk.example", "c@desk.example"]


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        ("250 ok", "accepted"),
        ("451 later", "refused"),
        ("554 spam", "refused"),
        ("hm", "unclear"),
        ("354 ?", "unclear"),
    ],
)
def test_the_answer_to_the_dot_decides(answer: str, state: str) -> None:
    with serving(Server(last_word=answer)) as server:
        states, _ = send(server, THREE[:1])
    assert states == [state]


def test_what_cannot_be_written_down_is_not_sent() -> None:
    class Full(Exception):
        pass

    def journal(recipient: str, state: str, detail: str) -> None:
        raise Full

    with serving(Server()) as server, pytest.raises(Full):
        list(Postman(smtp_server(server.url), "d@desk.example", journal).send(EML, THREE))
    assert server.mails == []


@pytest.fixture(scope="module")
def keys(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    return serve.certificate(tmp_path_factory.mktemp("keys"))


@pytest.fixture
def context(keys: tuple[Path, Path]) -> ssl.SSLContext:
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(keys[1], keys[0])
    return context


@pytest.fixture(params=["starttls", "implicit"])
def tls(request: pytest.FixtureRequest, context: ssl.SSLContext) -> Iterator[tuple[serve.Kept, SmtpServer]]:
    implicit = request.param == "implicit"
    with serve.encrypted(context, implicit=implicit, user="desk", password=PHRASE) as (kept, port):
        url = f"smtp://desk:p%40ss%2Fword@127.0.0.1:{port}?tls={request.param}"
        yield kept, smtp_server(url)


def test_mail_is_handed_in_encrypted_and_after_a_login(
    tls: tuple[serve.Kept, SmtpServer], keys: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept, server = tls
    monkeypatch.setenv("SSL_CERT_FILE", str(keys[1]))
    sent = list(Postman(server, "digest@desk.example", Journal()).send(EML, THREE))
    assert [s.state for s in sent] == ["accepted"] * 3
    assert [to for to, _ in kept.mails] == [[to] for to in THREE]
    assert kept.mails[0][1] == b"To: a@desk.example\r\n" + EML


def test_a_certificate_that_nobody_vouches_for_is_refused(tls: tuple[serve.Kept, SmtpServer]) -> None:
    kept, server = tls
    with pytest.raises(BriefingsError, match=r"certificate is not trusted .*SSL_CERT_FILE"):
        connect(server, patience=5)
    assert kept.mails == []


def test_a_certificate_of_another_host_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    key, cert = serve.certificate(tmp_path, "mail.elsewhere.example")
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    context.load_cert_chain(cert, key)
    monkeypatch.setenv("SSL_CERT_FILE", str(cert))
    with (
        serve.encrypted(context, implicit=True) as (_, port),
        pytest.raises(BriefingsError, match="not trusted"),
    ):
        connect(smtp_server(f"smtp://127.0.0.1:{port}?tls=implicit"), patience=5)


def test_a_refused_password_is_told_without_showing_it(
    tls: tuple[serve.Kept, SmtpServer], keys: tuple[Path, Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, server = tls
    monkeypatch.setenv("SSL_CERT_FILE", str(keys[1]))
    wrong = SmtpServer(server.host, server.port, server.tls, "desk", "not-the-secret")
    with pytest.raises(CredentialsError) as refused:
        connect(wrong, patience=5)
    assert "not-the-secret" not in str(refused.value)
    assert refused.value.__cause__ is None


def test_a_server_without_starttls_gets_neither_password_nor_mail() -> None:
    with serving(Server()) as server:
        plain = SmtpServer("127.0.0.1", server.port, "starttls", "desk", "secret")
        with pytest.raises(BriefingsError, match="does not offer"):
            connect(plain, patience=5)
    assert server.seen == {"connect": 1, "ehlo": 1}
