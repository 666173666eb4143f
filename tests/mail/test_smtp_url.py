from __future__ import annotations

import traceback

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import UserError
from briefings.mail.smtp_url import SmtpServer, smtp_server


@pytest.mark.parametrize(
    ("url", "server"),
    [
        ("smtp://mail.desk.example", SmtpServer("mail.desk.example", 587, "starttls")),
        ("smtp://mail.desk.example?tls=implicit", SmtpServer("mail.desk.example", 465, "implicit")),
        ("smtp://mail.desk.example?tls=none", SmtpServer("mail.desk.example", 25, "none")),
        ("smtp://u:p@h.example:2525?tls=starttls", SmtpServer("h.example", 2525, "starttls", "u", "p")),
        ("smtp://u%40d:p%2F%3F@h.example/", SmtpServer("h.example", 587, "starttls", "u@d", "p/?")),
        ("smtp://u:p@[::1]:25?tls=none", SmtpServer("::1", 25, "none", "u", "p")),
    ],
)
def test_the_address_says_how_a_server_is_spoken_to(url: str, server: SmtpServer) -> None:
    assert smtp_server(url) == server


@pytest.mark.parametrize(
    "url",
    [
        "",
        "mail.desk.example:25",
        "http://u:s3cret@h.example",
        "smtp://u:s3cret@",
        "smtp://u:s3cret@h.example:port",
        "smtp://u:s3cret@h.example:99999",
        "smtp://u:s3cret@h.example?tls=ssl",
        "smtp://u:s3cret@h.example?tls=none",
        "smtp://u:s3cret@h.example?starttls",
        "smtp://u:s3cret@h.example?tls=starttls&debug=1",
        "smtp://u:s3cret@h.example/path",
        "smtp://u:s3cret@h.example#x",
        "smtp://u@h.example",
        "smtp://u:s3cretұ@h.example",
        "smtp://u:s3cret/x@h.example",
        "smtp://u:s3cret]@[h.example",
    ],
)
def test_an_address_that_does_not_fit_is_refused_without_showing_it(url: str) -> None:
    with pytest.raises(UserError) as refused:
        smtp_server(url)
    told = "".join(traceback.format_exception(refused.value))
    assert "BRIEFINGS_SMTP_URL must look like" in str(refused.value)
    assert "s3cret" not in told.replace(f"smtp_server({url!r})", "")


@given(st.text(max_size=60).map(lambda text: f"smtp://u:s3cret{text}"))
def test_no_address_shows_its_password(url: str) -> None:
    try:
        server = smtp_server(url)
        shown = f"{server} {server!r}"
    except UserError as refused:
        shown = f"{refused} {refused.__cause__}"
    assert "s3cret" not in shown
