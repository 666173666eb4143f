"""What must hold of every digest that leaves the house, read back with the standard library."""

from __future__ import annotations

import re
from email import message_from_bytes
from email.policy import SMTP
from typing import TYPE_CHECKING, cast

from lxml import html

from briefings.mail.edition import LARGEST_BODY

if TYPE_CHECKING:
    from collections.abc import Iterator
    from email.message import EmailMessage

    from lxml.html import HtmlElement

_HEADERS = {
    "From",
    "Subject",
    "Date",
    "Message-ID",
    "List-ID",
    "List-Unsubscribe",
    "Auto-Submitted",
    "X-Auto-Response-Suppress",
    "MIME-Version",
    "Content-Type",
}
_ELEMENTS = {"html", "head", "meta", "title", "style", "body", "div", "table", "tbody", "tr", "td"} | {
    "h1",
    "h2",
    "h3",
    "p",
    "a",
    "b",
    "br",
    "span",
}


def parsed(eml: bytes) -> EmailMessage:
    return cast("EmailMessage", message_from_bytes(eml, policy=SMTP))


def parts(message: EmailMessage) -> tuple[str, str]:
    """The plain text and the HTML."""
    found = [message.get_body((kind,)) for kind in ("plain", "html")]
    plain, page = (part.get_content() if part else "" for part in found)
    return plain.replace("\r\n", "\n"), page


def tree(page: str) -> HtmlElement:
    return html.document_fromstring(page.encode(), parser=html.HTMLParser(encoding="utf-8"))


def visible(page: str) -> str:
    """What a reader sees of the HTML; places where a word without end may be broken are not seen."""
    body = tree(page).find("body")
    for hidden in body.xpath('.//*[contains(@style, "display:none") or contains(@style, "display: none")]'):
        hidden.drop_tree()
    return " ".join(body.itertext()).replace("\u200b", "")


def problems(eml: bytes) -> list[str]:
    """What is wrong with a digest's mail; nothing, as it should be."""
    message = parsed(eml)
    return [*_of_headers(eml, message), *_of_structure(message), *_of_html(*parts(message))]


def _of_headers(eml: bytes, message: EmailMessage) -> Iterator[str]:
    names = [name for name, _ in message.items()]
    if len(names) != len(set(names)) or set(names) - {"To"} != _HEADERS:
        yield f"headers: {names}"
    if (
        not eml.isascii()
        or any(len(line) > 998 for line in eml.split(b"\r\n"))
        or b"\n" in eml.replace(b"\r\n", b"")
    ):
        yield "lines"
    if message.defects or any(header.defects for header in message.values()):
        yield f"defects: {message.defects}"
    if message["Date"].datetime.tzinfo is None:
        yield "Date without a zone"
    if not re.fullmatch(r"<digest-\d{4}-\d\d-\d\d\.[1-9]\d*@[a-z0-9.-]+>", message["Message-ID"]):
        yield f"Message-ID {message['Message-ID']}"
    if not re.fullmatch(r"<digest\.[a-z0-9.-]+>", message["List-ID"]):
        yield f"List-ID {message['List-ID']}"
    if not re.fullmatch(r"<mailto:[^<>\s]+\?subject=unsubscribe>", message["List-Unsubscribe"]):
        yield f"List-Unsubscribe {message['List-Unsubscribe']}"
    if message["Auto-Submitted"] != "auto-generated":
        yield "Auto-Submitted"
    # Sixty letters show on a phone; a day of ten items and more takes two of them.
    if len(message["Subject"]) > 62 or not message["Subject"].startswith("[TLP:"):
        yield f"Subject {message['Subject']}"


def _of_structure(message: EmailMessage) -> Iterator[str]:
    body = message
    if message.get_content_type() == "multipart/mixed":
        body, *attached = cast("list[EmailMessage]", list(message.iter_parts()))
        if any(
            part.get_content_disposition() != "attachment" or not part.get_filename() for part in attached
        ):
            yield "an attachment that is none"
        names = [part.get_filename() for part in attached]
        if len(names) != len(set(names)):
            yield "two attachments of one name"
    kinds = [part.get_content_type() for part in body.iter_parts()]
    if body.get_content_type() != "multipart/alternative" or kinds != ["text/plain", "text/html"]:
        yield f"structure {body.get_content_type()} {kinds}"
    if any(
        part["Content-Transfer-Encoding"] != "base64" for part in message.walk() if not part.is_multipart()
    ):
        yield "a part that is not base64"
    if len(body.as_bytes()) > LARGEST_BODY:
        yield f"{len(body.as_bytes())} bytes"


def _of_html(plain: str, page: str) -> Iterator[str]:
    root = tree(page)
    elements = {element.tag for element in root.iter() if isinstance(element.tag, str)}
    if elements - _ELEMENTS:
        yield f"elements {elements - _ELEMENTS}"
    if (
        root.xpath("//@src | //@background | //@*[starts-with(name(), 'on')]")
        or "url(" in page
        or "@import" in page
    ):
        yield "something that is fetched or runs"
    addresses = [str(href) for href in root.xpath("//@href")]
    if any(not re.match(r"(https?://|mailto:)", href) for href in addresses):
        yield f"addresses {addresses}"
    if any("127.0.0.1" in href or "localhost" in href for href in addresses):
        yield "an address of this machine"
    if any(not element.get("style") for element in root.xpath("//td | //h1 | //h2 | //h3 | //p")):
        yield "an element that has no style once the style element is gone"
    if root.xpath("count(//table[not(@role='presentation')])"):
        yield "a table that is read out as one"
    if root.get("lang") not in ("ru", "kk", "en") or not root.xpath("//table[@lang]"):
        yield "no language"
    if re.search(r"(display:\s*(grid|flex)|position:|white-space)", page):
        yield "a style that Outlook does not know"
    lacking = _words(visible(page)) - _words(plain)
    if lacking:
        yield f"only in the HTML: {sorted(lacking)}"
    for href in addresses:
        if href.split("#")[0] not in plain:
            yield f"an address only in the HTML: {href}"


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.lower()))
