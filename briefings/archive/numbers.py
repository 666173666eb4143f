"""The number of a brief: 2025-09-22/01-ru. The day, the place of its article in the day, the language."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, cast

from briefings.archive.opening import transaction
from briefings.errors import BriefingsError

if TYPE_CHECKING:
    import sqlite3

    from briefings.domain import Language

_WRITTEN = re.compile(r"(\d{4}-\d{2}-\d{2})/(\d{2,9})-(ru|kk|en)", re.ASCII)


class NumberTaken(BriefingsError):
    """The number belongs to another article; it is never given twice."""


@dataclass(frozen=True, slots=True)
class Number:
    """`day` is an ISO date, `place` counts from 1 in each day. As text: 2025-09-22/01-ru."""

    day: str
    place: int
    language: Language

    def __str__(self) -> str:
        return f"{self.day}/{self.place:02d}-{self.language}"

    @classmethod
    def read(cls, text: str) -> Number:
        """The number written as `text`. Raises `ValueError` when that is none."""
        found = _WRITTEN.fullmatch(text)
        if found is None or int(found[2]) < 1:
            raise ValueError(f"{text!r} is not the number of a brief, such as 2025-09-22/01-ru")
        return cls(date.fromisoformat(found[1]).isoformat(), int(found[2]), cast("Language", found[3]))


def give(connection: sqlite3.Connection, day: str, language: Language, article_sha256: str) -> Number:
    """The number of this article's brief: the one it has, or the next free one of `day`; never another's."""
    date.fromisoformat(day)
    with transaction(connection):
        if held := held_by(connection, article_sha256, language):
            return held
        last = connection.execute("SELECT max(place) FROM numbers WHERE day = ?", (day,)).fetchone()[0]
        number = Number(day, (last or 0) + 1, language)
        take(connection, number, article_sha256)
    return number


def take(connection: sqlite3.Connection, number: Number, article_sha256: str) -> bool:
    """Whether this article has `number`, given to it now if it was free. Inside a transaction."""
    connection.execute(
        "INSERT OR IGNORE INTO numbers (day, place, article_sha256) VALUES (?, ?, ?)",
        (number.day, number.place, article_sha256),
    )
    return held_by(connection, article_sha256, number.language) == number


def held_by(connection: sqlite3.Connection, article_sha256: str, language: Language) -> Number | None:
    """The number that this article has already, in `language`."""
    row = connection.execute(
        "SELECT day, place FROM numbers WHERE article_sha256 = ?", (article_sha256,)
    ).fetchone()
    return row and Number(row["day"], row["place"], language)
