"""Briefs that a person took back: which, and which of them readers have seen and were not told of."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.archive.deliveries import OUT, now
from briefings.archive.opening import transaction
from briefings.archive.trouble import explained
from briefings.errors import UserError

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping

_UNKNOWN = """
SELECT value FROM json_each(?) WHERE NOT EXISTS (SELECT 1 FROM briefs WHERE number = value)
"""
_TOLD = f"""
SELECT DISTINCT brief FROM digest_withdrawn JOIN digests ON digests.id = digest WHERE day <> ? AND {OUT}
"""  # noqa: S608 - our own words
_SEEN = f"""
SELECT brief, max(revision) AS revision FROM digest_briefs JOIN digests ON digests.id = digest
WHERE brief IN (SELECT brief FROM withdrawn) AND day <> ? AND {OUT} GROUP BY brief
"""  # noqa: S608 - our own words

_STALE = """
UPDATE digests SET eml_sha256 = '' WHERE id IN (SELECT digest FROM digest_withdrawn WHERE brief = ?)
"""


@dataclass(frozen=True, slots=True)
class Withdrawals:
    """Numbers of briefs that hold no more: `all` of them, those readers were `told` of, those they have `seen`.

    `seen` maps a number to the revision that was sent, also where they were told since.
    """

    all: frozenset[str]
    told: frozenset[str]
    seen: Mapping[str, int]


def withdraw(connection: sqlite3.Connection, numbers: Iterable[str]) -> None:
    """Write down that these briefs hold no more. Raises `UserError`, and does nothing, when there is one missing."""
    wanted = sorted(set(numbers))
    with transaction(connection):
        unknown = [row[0] for row in connection.execute(_UNKNOWN, (json.dumps(wanted),))]
        if unknown:
            raise UserError(
                f"no brief has the number {', '.join(unknown)}; numbers look like 2031-10-01/01-ru. "
                "Nothing was withdrawn"
            )
        rows = [(number, now()) for number in wanted]
        connection.executemany("INSERT OR IGNORE INTO withdrawn (brief, at) VALUES (?, ?)", rows)


def reinstate(connection: sqlite3.Connection, numbers: Iterable[str]) -> None:
    """Undo `withdraw`, typed by mistake, as long as no reader was told.

    Raises `UserError`, and does nothing, when one of `numbers` is not withdrawn or is known to be.
    """
    wanted = sorted(set(numbers))
    with transaction(connection):
        known = withdrawals(connection, day="")
        if missing := ", ".join(number for number in wanted if number not in known.all):
            raise UserError(f"not withdrawn: {missing}. Nothing was changed")
        if told := ", ".join(number for number in wanted if number in known.told):
            raise UserError(
                f"readers were told that {told} holds no more; brief the article anew. Nothing was changed"
            )
        for number in wanted:
            # A digest that tells of it and has not gone out must be made anew: its file is no longer the one to send.
            connection.execute(_STALE, (number,))
            connection.execute("DELETE FROM digest_withdrawn WHERE brief = ?", (number,))
            connection.execute("DELETE FROM withdrawn WHERE brief = ?", (number,))


def withdrawals(connection: sqlite3.Connection, day: str) -> Withdrawals:
    """How withdrawn briefs stand for who makes the digest of `day`: only other digests that are out count."""
    with explained(connection):
        return Withdrawals(
            frozenset(row["brief"] for row in connection.execute("SELECT brief FROM withdrawn")),
            frozenset(row["brief"] for row in connection.execute(_TOLD, (day,))),
            {row["brief"]: row["revision"] for row in connection.execute(_SEEN, (day,))},
        )
