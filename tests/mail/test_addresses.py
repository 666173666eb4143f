from __future__ import annotations

from email.message import EmailMessage
from email.policy import SMTP
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefings.errors import UserError
from briefings.mail.addresses import Mailbox, mailbox, recipients

if TYPE_CHECKING:
    from pathlib import Path

# What somebody would write who wants another header, another recipient or another command.
hostile = st.lists(
    st.sampled_from(
        [
            "a@b.kz",
            "@",
            "<",
            ">",
            "\r\n",
            "\n",
            "Bcc: x@y.kz",
            " ",
            ",",
            '"',
            "\\",
            "\x00",
            "Ә",
            "\u2028",
            ".",
        ]
    )
    | st.text(max_size=4),
    max_size=8,
).map("".join)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a.b+c@desk.example", Mailbox("a.b+c@desk.example")),
        (" a@DESK.example ", Mailbox("a@desk.example")),
        ("Үмітова Ә. <a@desk.example>", Mailbox("a@desk.example", "Үмітова Ә.")),
        ('"Desk, morning" <a@desk.example>', Mailbox("a@desk.example", "Desk, morning")),
        ("a@пошта.мысал", Mailbox("a@xn--80a1acn3a.xn--80awbu3c")),
    ],
)
def test_a_mailbox_is_read_as_people_write_it(written: str, read: Mailbox) -> None:
    assert mailbox(written) == read


@pytest.mark.parametrize(
    "written",
    [
        "",
        "a",
        "a@",
        "@b.kz",
        "a b@c.kz",
        "a@b..kz",
        "a@-b.kz",
        "әже@desk.kz",
        "a@b.kz\r\nBcc: x@y.kz",
        "a@b@c.kz",
        "<a@b.kz",
        f"{'a' * 65}@b.kz",
        "a@[127.0.0.1]",
        ".a@b.kz",
        "a@b.kz <c@d.kz> x",
    ],
)
def test_what_is_no_address_is_refused(written: str) -> None:
    with pytest.raises(UserError, match="is not a mail address"):
        mailbox(written)


@given(hostile)
def test_an_address_that_is_taken_never_makes_another_header(text: str) -> None:
    try:
        box = mailbox(text)
    except UserError:
        return
    message = EmailMessage(policy=SMTP)
    message["From"] = box.header
    message["To"] = box.address
    message.set_content("x")
    headers = message.as_bytes().partition(b"\r\n\r\n")[0]
    names = [line.partition(b":")[0] for line in headers.split(b"\r\n") if not line.startswith((b" ", b"\t"))]
    assert names == [b"From", b"To", b"Content-Type", b"Content-Transfer-Encoding", b"MIME-Version"]
    assert [address.addr_spec for address in message["From"].addresses] == [box.address]


def test_a_list_may_be_addresses_or_a_file_and_holds_each_once(tmp_path: Path) -> None:
    file = tmp_path / "readers.txt"
    file.write_bytes("\ufeff# the desk\r\na@desk.example\r\n\r\nB <b@desk.example>  # since May\r\n".encode())
    assert recipients(["c@desk.example; A@desk.example", str(file)]) == (
        "c@desk.example",
        "A@desk.example",
        "b@desk.example",
    )


def test_bad_addresses_are_all_named_with_their_line(tmp_path: Path) -> None:
    file = tmp_path / "readers.txt"
    file.write_text("a@desk.example\nnobody\nb@desk.example\nx@y z\n", encoding="utf-8")
    with pytest.raises(UserError) as refused:
        recipients([str(file)])
    assert f"{file}, line 2: 'nobody' is not" in str(refused.value)
    assert f"{file}, line 4: 'x@y z' is not" in str(refused.value)


def test_a_list_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    (tmp_path / "latin").write_bytes(b"\xe9@desk.example")
    for name in ("missing", "latin"):
        with pytest.raises(UserError, match=f"{name} cannot be read"):
            recipients([str(tmp_path / name)])


def test_a_file_may_have_an_at_in_its_name(tmp_path: Path) -> None:
    file = tmp_path / "readers@desk"
    file.write_text("a@desk.example", encoding="utf-8")
    assert recipients([str(file)]) == ("a@desk.example",)
