"""The briefs of a desk: kept once each, revision by revision, and never changed."""

from __future__ import annotations

import hashlib
import json
import time
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from briefings.archive import numbers
from briefings.archive.content import as_json, content_sha256
from briefings.archive.indexing import entry_number, entry_of, put
from briefings.archive.numbers import Number, NumberTaken
from briefings.archive.opening import transaction
from briefings.archive.trouble import explained

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping

    from briefings.domain import Language

_LATEST = "SELECT id, revision, content_sha256 FROM briefs WHERE number = ? ORDER BY revision DESC LIMIT 1"
_ROW = "SELECT document, text FROM briefs JOIN texts ON sha256 = text_sha256 WHERE id = ?"
_BY_NUMBER = """
SELECT document, text FROM briefs JOIN texts ON sha256 = text_sha256
WHERE number = ?1 AND revision = ifnull(?2, (SELECT max(revision) FROM briefs WHERE number = ?1))
"""
_TEXTS = """
SELECT document ->> '$.article.sha256' AS article_sha256, text FROM briefs JOIN texts ON sha256 = text_sha256
WHERE stored >= ? ORDER BY id
"""
_STORED = """
SELECT id FROM briefs WHERE stored >= ?1 AND stored < ?2 AND NOT EXISTS (
    SELECT 1 FROM briefs AS later
    WHERE later.number = briefs.number AND later.revision > briefs.revision AND later.stored < ?2
) ORDER BY id
"""
_NEWEST = """
SELECT number, max(revision) AS revision, json_extract(document, '$.made.marking') AS marking FROM briefs
WHERE number IN (SELECT value FROM json_each(?)) GROUP BY number
"""  # beside max() SQLite gives the other columns of the same row


class Newest(NamedTuple):
    """The latest revision of a brief, and its marking."""

    revision: int
    marking: str


@dataclass(frozen=True)
class Archive:
    """Numbers and briefs, over the connection of `open_archive`.

    A brief is its document (brief.json, as `briefings.rendering.brief_document` makes it). All methods raise
    `UnusableArchive` when the file, its disk or another process is in the way; what is stored is not harmed.
    """

    connection: sqlite3.Connection

    def number(self, day: str, language: Language, article_sha256: str) -> str:
        """The number for this article's brief, such as 2025-09-22/01-ru: its own from now on, in all processes.

        It has the one it had, whatever `day` (ISO date) is now, with the same place in another language;
        else the next free one of `day`. No number is ever given to a second article.
        """
        return str(numbers.give(self.connection, day, language, article_sha256))

    def store(self, document: Mapping[str, Any] | str, stored: datetime | None = None) -> int:
        """Keep a brief; the revision it is kept under.

        That is the latest one when it says the same (nothing is written then), else the next; 1 at first, or
        what the document says if that is more. `stored` is when, with zone; now when not given. Raises
        `NumberTaken` when it belongs to another article.
        """
        brief: dict[str, Any] = json.loads(document) if isinstance(document, str) else dict(document)
        number, content = Number.read(brief["id"]), content_sha256(brief)
        with explained(self.connection):
            if revision := _unchanged(self._latest(number), content):
                return revision
        entry = entry_of(brief)  # before the transaction: others need not wait for it
        with transaction(self.connection) as connection:
            if not numbers.take(connection, number, brief["article"]["sha256"]):
                raise NumberTaken(f"number {number} belongs to another article; ask for one of its own")
            latest = self._latest(number)
            if revision := _unchanged(latest, content):  # another process was faster
                return revision
            brief["revision"] = max(latest["revision"] + 1 if latest else 1, brief["revision"])
            row = _insert(connection, brief, content, stored.timestamp() if stored else time.time())
            if latest:
                connection.execute(
                    "DELETE FROM searchable WHERE id = ?", (entry_number(number.day, latest["id"]),)
                )
            put(connection, entry_number(number.day, row), entry)
        return int(brief["revision"])

    def revision(self, number: str) -> int | None:
        """The latest revision of brief `number`, None when there is none."""
        with explained(self.connection):
            latest = self._latest(number)
        return int(latest["revision"]) if latest else None

    def brief(self, number: str, revision: int | None = None) -> dict[str, Any] | None:
        """The document of brief `number`, whole, with its article's text: the latest or that `revision`."""
        with explained(self.connection):
            row = self.connection.execute(_BY_NUMBER, (number, revision)).fetchone()
        return _whole(row) if row else None

    def brief_of(self, article_sha256: str, language: Language) -> dict[str, Any] | None:
        """The latest document of the brief of this article in `language`; `article_sha256` is of its file."""
        with explained(self.connection):
            number = numbers.held_by(self.connection, article_sha256, language)
        return self.brief(str(number)) if number else None

    def stored_between(self, since: datetime, until: datetime) -> Iterator[dict[str, Any]]:
        """The documents of the briefs stored in [`since`, `until`), in the order of storing, one by one.

        Of each brief the revision that was the latest at `until`, as of then: asked again later, the answer is
        the same. Both times with zone.
        """
        window = (since.timestamp(), until.timestamp())
        with explained(self.connection):
            found = self.connection.execute(_STORED, window).fetchall()
        for row in found:
            with explained(self.connection):
                one = document_at(self.connection, row["id"])
            yield one

    def texts_since(self, since: datetime) -> Iterator[tuple[str, str]]:
        """The articles of the briefs stored from `since` (with zone) on, in the order of storing.

        Each as the SHA-256 of its file and its text; again for each brief and revision of it.
        """
        with explained(self.connection):
            rows = self.connection.execute(_TEXTS, (since.timestamp(),))
            for row in rows:
                yield row["article_sha256"], row["text"]

    def newest(self, numbers: Collection[str]) -> dict[str, Newest]:
        """The latest revision of each of these briefs, and its marking; a number without a brief has none."""
        with explained(self.connection):
            found = self.connection.execute(_NEWEST, (json.dumps(sorted(numbers)),)).fetchall()
        return {row["number"]: Newest(row["revision"], row["marking"]) for row in found}

    def clock(self) -> datetime:
        """The time, at a moment when nobody is storing: whatever was stored before it can be read from now on."""
        with transaction(self.connection):
            return datetime.now(UTC)

    def _latest(self, number: Number | str) -> sqlite3.Row | None:
        latest: sqlite3.Row | None = self.connection.execute(_LATEST, (str(number),)).fetchone()
        return latest

    def close(self) -> None:
        """Close the connection; what was stored is on the disk already."""
        self.connection.close()


def _unchanged(latest: sqlite3.Row | None, content: str) -> int | None:
    """The latest revision, if there is one and it says the same."""
    return int(latest["revision"]) if latest and latest["content_sha256"] == content else None


def _insert(connection: sqlite3.Connection, brief: dict[str, Any], content: str, stored: float) -> int:
    """The row of `brief`, stored now; the text of its article apart, and once."""
    article = dict(brief["article"])
    text = article.pop("text")
    text_sha256 = hashlib.sha256(text.encode()).hexdigest()
    connection.execute("INSERT OR IGNORE INTO texts (sha256, text) VALUES (?, ?)", (text_sha256, text))
    kept = as_json({**brief, "article": article})
    row: int = connection.execute(
        "INSERT INTO briefs (number, revision, stored, content_sha256, text_sha256, document)"
        " VALUES (?, ?, ?, ?, ?, ?) RETURNING id",
        (brief["id"], brief["revision"], stored, content, text_sha256, kept),
    ).fetchone()[0]
    return row


def document_at(connection: sqlite3.Connection, row: int) -> dict[str, Any]:
    """The whole document of the brief in this row of the archive."""
    return _whole(connection.execute(_ROW, (row,)).fetchone())


def _whole(row: sqlite3.Row) -> dict[str, Any]:
    """The document in `row`, with its article's text back in its place."""
    document: dict[str, Any] = json.loads(row["document"])
    document["article"]["text"] = row["text"]
    return document
