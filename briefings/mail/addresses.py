"""Mail addresses as people write them into a setting or a file; what is none is refused with its line."""

from __future__ import annotations

import re
from dataclasses import dataclass
from email.headerregistry import Address
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterable

_ATOM = r"[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+"
_LOCAL = re.compile(rf"{_ATOM}(?:\.{_ATOM})*")
_LABEL = r"[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
_DOMAIN = re.compile(rf"{_LABEL}(?:\.{_LABEL})*")
_NAMED = re.compile(r"(?P<name>[^<>]*)<(?P<address>[^<>]*)>")


@dataclass(frozen=True, slots=True)
class Mailbox:
    """An address with the name of whose it is ("" when none is given). Never holds a line break."""

    address: str
    name: str = ""

    @property
    def domain(self) -> str:
        """What stands after the @."""
        return self.address.rpartition("@")[2]

    @property
    def header(self) -> Address:
        """The mailbox as a From header takes it."""
        return Address(self.name, addr_spec=self.address)


def mailbox(text: str) -> Mailbox:
    """The mailbox that `text` names: `a@b.kz` or `Name <a@b.kz>`; a domain in Cyrillic becomes its xn-- form.

    Raises `UserError` when it is none, or has letters before the @ that not every server takes.
    """
    text = text.strip()
    named = _NAMED.fullmatch(text)
    name = " ".join(named["name"].split()).strip('"').strip() if named else ""
    local, _, domain = (named["address"].strip() if named else text).rpartition("@")
    try:
        domain = domain.encode("idna").decode("ascii").lower()
    except UnicodeError:
        domain = ""
    fits = _LOCAL.fullmatch(local) and _DOMAIN.fullmatch(domain) and len(local) <= 64 and len(domain) <= 190
    if not fits or not name.isprintable():
        raise UserError(f"{_quoted(text)} is not a mail address; write it like name@example.kz")
    return Mailbox(f"{local}@{domain}", name)


def recipients(values: Iterable[str]) -> tuple[str, ...]:
    """The addresses in `values`, each once, in order: addresses (several with commas) or names of files.

    A file holds one address a line; empty lines and what follows a # are passed over.
    Raises `UserError` naming every bad address, those of a file by their line.
    """
    found: dict[str, str] = {}
    bad: list[str] = []
    for where, text in _entries(values):
        try:
            address = mailbox(text).address
        except UserError as error:
            bad.append(f"{where}{error}")
        else:
            # Nobody gets a second copy because somebody wrote a name with a capital letter.
            found.setdefault(address.lower(), address)
    if bad:
        raise UserError("; ".join(bad))
    return tuple(found.values())


def _entries(values: Iterable[str]) -> Iterable[tuple[str, str]]:
    for value in values:
        if "@" in value and not Path(value).is_file():
            yield from (("", entry) for entry in re.split(r"[,;\n]", value) if entry.strip())
            continue
        for number, line in enumerate(_lines(Path(value).expanduser()), 1):
            if entry := line.partition("#")[0].strip():
                yield f"{value}, line {number}: ", entry


def _lines(path: Path) -> list[str]:
    try:
        return path.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UserError(
            f"the list of recipients {path} cannot be read ({error}); check BRIEFINGS_TO"
        ) from error


def _quoted(text: str) -> str:
    return repr(text if len(text) <= 80 else f"{text[:80]}…")
