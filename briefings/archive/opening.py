"""Open the archive, bring it to the newest shape, refuse politely what cannot be opened."""

from __future__ import annotations

import sqlite3
import time
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.archive.trouble import ELSEWHERE, UnusableArchive, explained

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_APPLICATION = 1112688966  # as in the first migration


def open_archive(path: Path, *, patience: float = 10.0) -> sqlite3.Connection:
    """A connection to the archive at `path`, made or brought to the newest shape if need be.

    Rows are `sqlite3.Row`. Every commit is on the disk when it returns (WAL, synchronous FULL). The
    connection may be handed to another thread, but only one may use it at a time. Another process that
    writes is waited for, `patience` seconds at most: many of our transactions.
    Raises `UnusableArchive` naming the file and what to do; a file that is no archive of ours stays as it is.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise UnusableArchive(
            f"the folder of the archive {path} cannot be made ({error.strerror}); {ELSEWHERE}"
        ) from error
    with explained(path):
        connection = sqlite3.connect(path, timeout=patience, isolation_level=None, check_same_thread=False)
    try:
        with explained(path):
            connection.row_factory = sqlite3.Row
            _refuse_foreign(connection, path)
            _write_ahead(connection, patience)
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA foreign_keys = ON")
            _migrate(connection)
    except BaseException:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block or nothing of it; other writers wait until it ends.

    Raises `UnusableArchive` when the disk is full, the file damaged or another process in the way.
    """
    with explained(connection):
        connection.execute("BEGIN IMMEDIATE")
        try:
            yield connection
            connection.execute("COMMIT")
        except BaseException:
            if connection.in_transaction:  # a full disk has ended it already
                connection.execute("ROLLBACK")
            raise


def shape(connection: sqlite3.Connection) -> int:
    """How many migrations were applied."""
    applied: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return applied


def migrations() -> list[str]:
    """The SQL of every migration, oldest first. One that was released is never edited; add another."""
    folder = files("briefings.archive") / "migrations"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def _refuse_foreign(connection: sqlite3.Connection, path: Path) -> None:
    # In this order: another process may be making the archive, with our mark and its tables at one stroke.
    tables = connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()[0]
    made_by = connection.execute("PRAGMA application_id").fetchone()[0]
    if made_by != _APPLICATION and (made_by or tables):
        raise UnusableArchive(
            f"{path} is a database of another program; {ELSEWHERE}. Nothing in it was changed"
        )
    if shape(connection) > len(migrations()):
        raise UnusableArchive(
            f"{path} was written by a newer version of briefings; update this one, or {ELSEWHERE}. "
            "Nothing in it was changed"
        )


def _write_ahead(connection: sqlite3.Connection, patience: float) -> None:
    """Switch to WAL. Two processes may do so at once, and SQLite does not wait for the other of itself."""
    until = time.monotonic() + patience
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                raise
            time.sleep(0.02)
        else:
            return


def _migrate(connection: sqlite3.Connection) -> None:
    """Apply what is missing, one migration a transaction; `user_version` counts those applied."""
    steps = migrations()
    while (done := shape(connection)) < len(steps):
        with transaction(connection):
            if shape(connection) != done:  # another process was faster
                continue
            for statement in _statements(steps[done]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {done + 1}")


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction it runs in."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""
