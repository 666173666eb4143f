"""What was paid for, summed up. Only reads: an archive is neither made nor changed by asking."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime, time
from typing import TYPE_CHECKING, Literal

from briefings.archive.trouble import UnusableArchive

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

By = Literal["day", "model", "article", "all"]

# What the calls of one bill have in common. A day is the desk's own, not Greenwich's.
_SUBJECTS: dict[By, str] = {
    "day": "date(calls.at, 'unixepoch', 'localtime')",
    "model": "calls.model",
    "article": "calls.article_sha256",
    "all": "NULL",
}


@dataclass(frozen=True, slots=True)
class Bill:
    """The calls of one day (ISO date), of one model, for one article (SHA-256; None: for none), or all.

    `path` is where the article was read from, if the archive holds it. `known_usd` is the price of all calls
    but the `unpriced` ones; `articles` are told apart by their SHA-256.
    """

    subject: str | None
    path: str | None
    calls: int
    articles: int
    tokens_in: int
    tokens_cached: int
    tokens_out: int
    seconds: float
    known_usd: float
    unpriced: int

    @property
    def cost_usd(self) -> float | None:
        """The price of all calls; None when that of one is unknown."""
        return None if self.unpriced else self.known_usd


# The file of an article, when a brief of it was written.
_PATH = """(
    SELECT file_names.path FROM numbers JOIN file_names ON file_names.number IN (
        printf('%s/%02d-ru', day, place), printf('%s/%02d-kk', day, place), printf('%s/%02d-en', day, place)
    ) WHERE numbers.article_sha256 = calls.article_sha256
)"""


def bills(archive: Path, *, by: By, since: date | None = None) -> tuple[Bill, ...]:
    """A bill for each day (in order), model or article (the dearest first), or one for all.

    Calls before the day `since` do not count. No bill for an archive that is not there or holds no calls.
    Raises `UnusableArchive` when it cannot be read.
    """
    order = "subject" if by == "day" else "known_usd DESC, tokens_out DESC, subject"
    query = f"""
        SELECT {_SUBJECTS[by]} AS subject, {_PATH if by == "article" else "NULL"} AS path,
            COUNT(*) AS calls, COUNT(DISTINCT article_sha256) AS articles,
            SUM(tokens_in) AS tokens_in, SUM(tokens_cached) AS tokens_cached, SUM(tokens_out) AS tokens_out,
            TOTAL(calls.seconds) AS seconds,
            TOTAL(cost_usd) AS known_usd, COUNT(*) - COUNT(cost_usd) AS unpriced
        FROM calls
        WHERE calls.at >= ? GROUP BY 1 ORDER BY {order}
    """  # noqa: S608 - ours
    return tuple(Bill(**dict(row)) for row in _rows(archive, "calls", query, since))


def unanswered(archive: Path, *, since: date | None = None) -> int:
    """How many calls were cut off or given up on: the provider may have billed them all the same."""
    query = "SELECT COUNT(*) FROM unanswered_calls WHERE at >= ?"
    return sum(int(row[0]) for row in _rows(archive, "unanswered_calls", query, since))


def _rows(archive: Path, table: str, query: str, since: date | None) -> list[sqlite3.Row]:
    if not archive.exists():
        return []
    start = datetime.combine(since, time.min).astimezone().timestamp() if since else 0.0
    try:
        with closing(_reading(archive)) as db:
            known = db.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", [table]).fetchone()
            return db.execute(query, [start]).fetchall() if known else []
    except sqlite3.Error as error:
        raise UnusableArchive(
            f"{archive} cannot be read as an archive ({error}); name the right file in BRIEFINGS_ARCHIVE, "
            "or run `briefings doctor`"
        ) from error


def _reading(archive: Path) -> sqlite3.Connection:
    db = sqlite3.connect(f"{archive.absolute().as_uri()}?mode=ro", uri=True)
    db.row_factory = sqlite3.Row
    return db
