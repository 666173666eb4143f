"""What was handed to a provider's Batch API, so that it is fetched and never ordered twice."""

from __future__ import annotations

import sqlite3
import time
from contextlib import closing, contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.archive.opening import open_archive, transaction
from briefings.archive.trouble import UnusableArchive

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


@dataclass(frozen=True, slots=True)
class HandedIn:
    """Requests written down under the SHA-256 of their lines; `keys` are those of their calls.

    `batch` is the provider's id, None before it is known.
    """

    chunk: str
    keys: tuple[str, ...]
    batch: str | None


class ProviderBatches:
    """The journal of what was handed to `endpoint`, in the archive at `path`.

    Every change is on the disk when the method returns. Raises `UnusableArchive` when it cannot be.
    """

    def __init__(self, path: Path, endpoint: str) -> None:
        self._path = path
        self._endpoint = endpoint

    def holding(self, keys: Iterable[str]) -> list[HandedIn]:
        """Everything that was handed in with at least one of `keys`, the oldest first."""
        with self._open() as db:
            db.execute("CREATE TEMP TABLE wanted (key TEXT PRIMARY KEY) WITHOUT ROWID")
            db.executemany("INSERT OR IGNORE INTO wanted VALUES (?)", ((key,) for key in keys))
            rows = db.execute(
                "SELECT * FROM provider_batches WHERE endpoint = ? AND id IN"
                " (SELECT k.batch FROM provider_batch_keys AS k JOIN wanted USING (key)) ORDER BY id",
                [self._endpoint],
            ).fetchall()
            return [_handed_in(db, row) for row in rows]

    def plan(self, chunk: str, keys: Iterable[str]) -> None:
        """Write down what is about to be ordered."""
        with self._writing() as db:
            planned = db.execute(
                "INSERT INTO provider_batches (chunk, endpoint, at) VALUES (?, ?, ?)"
                " ON CONFLICT DO UPDATE SET at = excluded.at RETURNING id",
                [chunk, self._endpoint, time.time()],
            ).fetchone()
            db.executemany(
                "INSERT OR IGNORE INTO provider_batch_keys VALUES (?, ?)",
                ((key, planned["id"]) for key in keys),
            )

    def ordered(self, chunk: str, batch: str) -> None:
        """The answers are ordered, and will be paid for."""
        with self._writing() as db:
            db.execute(
                "UPDATE provider_batches SET batch = ? WHERE endpoint = ? AND chunk = ?",
                [batch, self._endpoint, chunk],
            )

    def forget(self, chunk: str) -> None:
        """Nothing came of it and nothing will: its requests may be handed in anew."""
        with self._writing() as db:
            db.execute(
                "DELETE FROM provider_batches WHERE endpoint = ? AND chunk = ?", [self._endpoint, chunk]
            )

    @contextmanager
    def _open(self) -> Iterator[sqlite3.Connection]:
        # Opened for a moment each time: hours may lie between two changes.
        try:
            with closing(open_archive(self._path)) as db:
                yield db
        except sqlite3.Error as error:
            raise UnusableArchive(
                f"{self._path} cannot be read or written ({error}); free some space or see `briefings doctor`, "
                "then run the same command again: what was handed in is not lost"
            ) from error

    @contextmanager
    def _writing(self) -> Iterator[sqlite3.Connection]:
        with self._open() as db, transaction(db):
            yield db


def _handed_in(db: sqlite3.Connection, row: sqlite3.Row) -> HandedIn:
    keys = db.execute("SELECT key FROM provider_batch_keys WHERE batch = ? ORDER BY key", [row["id"]])
    return HandedIn(row["chunk"], tuple(key for (key,) in keys), row["batch"])
