"""Digests as issued and their deliveries: what was shown, to whom it went, what the server said."""

from __future__ import annotations

import fcntl
import json
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Literal

from briefings.archive.opening import transaction
from briefings.errors import BriefingsError, UserError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Collection, Iterator, Mapping
    from pathlib import Path

State = Literal["sending", "accepted", "refused", "unclear"]

# The digests that went to somebody, or may have: what readers have seen.
OUT = "EXISTS (SELECT 1 FROM deliveries WHERE deliveries.digest = digests.id AND state <> 'refused')"
_TOLD = f"""
SELECT brief, revision FROM digest_briefs JOIN digests ON digests.id = digest
WHERE brief IN (SELECT value FROM json_each(?)) AND day <> ? AND {OUT}
"""  # noqa: S608 - our own words


class AlreadyOut(BriefingsError):
    """This digest has gone to somebody: it stays as it is."""


@dataclass(frozen=True, slots=True)
class Issue:
    """A digest's place in the archive. Times are ISO date and time with zone.

    `eml_sha256` is None until its files are made. `briefs` maps number to revision.
    """

    id: int
    number: int
    day: str
    language: str | None
    since: str | None
    until: str | None
    document: str | None
    eml_sha256: str | None
    approved: str | None
    briefs: Mapping[str, int]


@dataclass(frozen=True, slots=True)
class Delivery:
    """What became of one recipient's copy, when, and what the server said."""

    recipient: str
    state: State
    at: str
    detail: str
    message_id: str


@contextmanager
def one_at_a_time(archive: Path) -> Iterator[None]:
    """While the block runs, no other process makes or sends a digest of `archive`; a kill ends it too.

    Raises `BriefingsError` at once when another process does.
    """
    path = archive.with_name(f"{archive.name}.mail-lock")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        lock = path.open("a")
    except OSError as error:
        raise UserError(f"{path} cannot be written ({error.strerror}); nothing was sent") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as busy:
            raise BriefingsError(
                f"another `briefings digest` is at work on {archive}; nothing was sent by this one, try again later"
            ) from busy
        yield


def reserve(connection: sqlite3.Connection, day: str) -> Issue:
    """The issue of `day` (ISO date), with the next number of its year when there is none yet."""
    with transaction(connection):
        connection.execute(
            "INSERT INTO digests (year, number, day)"
            " SELECT ?1, coalesce(max(number), 0) + 1, ?2 FROM digests WHERE year = ?1"
            " ON CONFLICT (day) DO NOTHING",
            (int(day[:4]), day),
        )
        return _issues(connection, "WHERE day = ?", day)[0]


def issue_of(connection: sqlite3.Connection, day: str) -> Issue | None:
    """The issue of `day`, None when none was made."""
    return next(iter(_issues(connection, "WHERE day = ? AND made IS NOT NULL", day)), None)


def last_sent_before(connection: sqlite3.Connection, day: str) -> Issue | None:
    """The last issue of a day before `day` that went to somebody: what readers have seen."""
    earlier = _issues(connection, f"WHERE day < ? AND {OUT} ORDER BY day DESC LIMIT 1", day)
    return next(iter(earlier), None)


def told(connection: sqlite3.Connection, numbers: Collection[str], day: str) -> frozenset[tuple[str, int]]:
    """Which revisions of these briefs stand in digests that are out, that of `day` left aside."""
    rows = connection.execute(_TOLD, (json.dumps(sorted(numbers)), day))
    return frozenset((row["brief"], row["revision"]) for row in rows)


def record_issue(
    connection: sqlite3.Connection,
    issue: Issue,
    *,
    language: str,
    since: str,
    until: str,
    document: str,
    briefs: Mapping[str, int],
    withdrawn: Collection[str] = (),
    eml_sha256: str,
) -> None:
    """Keep what the digest now is: `briefs` are printed in it, `withdrawn` are those it says hold no more.

    An approval given to an earlier file of the day no longer counts. Raises `AlreadyOut` when a copy has gone
    to somebody, or may have.
    """
    with transaction(connection):
        if gone := begun(connection, issue):
            raise AlreadyOut(
                f"digest {issue.number} of {issue.day} is out since {gone}; it stays as it was sent, "
                "and new briefs go into the next one"
            )
        connection.execute(
            "UPDATE digests SET language = ?, since = ?, until = ?, document = ?, eml_sha256 = ?, made = ?,"
            " approved = NULL WHERE id = ?",
            (language, since, until, document, eml_sha256, now(), issue.id),
        )
        connection.execute("DELETE FROM digest_briefs WHERE digest = ?", (issue.id,))
        rows = [(issue.id, number, revision) for number, revision in briefs.items()]
        connection.executemany("INSERT INTO digest_briefs VALUES (?, ?, ?)", rows)
        connection.execute("DELETE FROM digest_withdrawn WHERE digest = ?", (issue.id,))
        connection.executemany(
            "INSERT INTO digest_withdrawn VALUES (?, ?)", [(issue.id, number) for number in withdrawn]
        )


def begun(connection: sqlite3.Connection, issue: Issue) -> str | None:
    """When the first copy of `issue` went out, or may have; None when none did."""
    query = "SELECT min(at) FROM deliveries WHERE digest = ? AND state <> 'refused'"
    first: str | None = connection.execute(query, (issue.id,)).fetchone()[0]
    return first


def approve(connection: sqlite3.Connection, issue: Issue) -> None:
    """Write down that this file is to be sent."""
    with transaction(connection):
        connection.execute("UPDATE digests SET approved = ? WHERE id = ?", (now(), issue.id))


def deliveries(connection: sqlite3.Connection, issue: Issue) -> dict[str, Delivery]:
    """What became of each copy so far, by recipient."""
    query = (
        "SELECT recipient, state, at, detail, message_id FROM deliveries WHERE digest = ? ORDER BY recipient"
    )
    return {row["recipient"]: Delivery(**dict(row)) for row in connection.execute(query, (issue.id,))}


def record_delivery(
    connection: sqlite3.Connection,
    issue: Issue,
    recipient: str,
    state: State,
    *,
    message_id: str,
    detail: str,
) -> None:
    """Write down, synced to the disk, what became of the copy of `recipient`."""
    with transaction(connection):
        connection.execute(
            "INSERT OR REPLACE INTO deliveries (digest, recipient, message_id, state, at, detail)"
            " VALUES (?, ?, ?, ?, ?, ?)",
            (issue.id, recipient, message_id, state, now(), detail),
        )


def settle_interrupted(connection: sqlite3.Connection, issue: Issue) -> None:
    """Copies that a killed run left on their way are unclear. Only for whom holds `one_at_a_time`."""
    with transaction(connection):
        connection.execute(
            "UPDATE deliveries SET state = 'unclear', detail = 'interrupted while it was sent'"
            " WHERE digest = ? AND state = 'sending'",
            (issue.id,),
        )


def _issues(connection: sqlite3.Connection, condition: str, value: str) -> list[Issue]:
    columns = "id, number, day, language, since, until, document, eml_sha256, approved"
    query = f"SELECT {columns} FROM digests {condition}"  # noqa: S608 - our own words, the value is bound
    return [
        Issue(**dict(row), briefs=_revisions(connection, row["id"]))
        for row in connection.execute(query, (value,)).fetchall()
    ]


def _revisions(connection: sqlite3.Connection, digest: int) -> dict[str, int]:
    query = "SELECT brief, revision FROM digest_briefs WHERE digest = ?"
    return {row["brief"]: row["revision"] for row in connection.execute(query, (digest,))}


def now() -> str:
    """The time as it is written down here: ISO date and time with zone."""
    return datetime.now(UTC).astimezone().isoformat(timespec="seconds")
