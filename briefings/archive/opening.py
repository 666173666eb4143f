"""Open the archive, bring it to the newest shape, refuse politely what cannot be opened."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from importlib.resources import files
from typing import TYPE_CHECKING

from briefings.errors import BriefingsError, UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

# Another process may be writing: wait for it rather than fail. Ten seconds are many of our transactions.
_PATIENCE = 10.0


class UnusableArchive(UserError):
    """The archive cannot be opened, read or written; nothing in it was changed."""


def open_archive(path: Path) -> sqlite3.Connection:
    """A connection to the archive at `path`, made or brought to the newest shape if need be.

    Rows are `sqlite3.Row`. Every commit is on the disk when it returns (WAL, synchronous FULL). The
    connection may be handed to another thread, but only one may use it at a time.
    Raises `UnusableArchive` naming the file and what to do.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        connection = sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)
    except (OSError, sqlite3.Error) as error:
        raise _unusable(path, error) from error
    try:
        connection.row_factory = sqlite3.Row
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        _migrate(connection, path)
    except sqlite3.Error as error:
        connection.close()
        raise _unusable(path, error) from error
    except BriefingsError:
        connection.close()
        raise
    return connection


@contextmanager
def transaction(connection: sqlite3.Connection) -> Iterator[sqlite3.Connection]:
    """All of the block or nothing of it; other writers wait until it ends."""
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield connection
    except BaseException:
        connection.execute("ROLLBACK")
        raise
    connection.execute("COMMIT")


def _migrate(connection: sqlite3.Connection, path: Path) -> None:
    """Apply what is missing, one migration a transaction; `user_version` counts those applied."""
    steps = migrations()
    if _shape(connection) > len(steps):
        raise UnusableArchive(
            f"{path} was written by a newer version of briefings; update this one, or name another archive "
            "in BRIEFINGS_ARCHIVE. Nothing in it was changed"
        )
    while (done := _shape(connection)) < len(steps):
        with transaction(connection):
            if _shape(connection) != done:  # another process was faster
                continue
            for statement in _statements(steps[done]):
                connection.execute(statement)
            connection.execute(f"PRAGMA user_version = {done + 1}")


def migrations() -> list[str]:
    """The SQL of every migration, oldest first. One that was released is never edited; add another."""
    folder = files("briefings.archive") / "migrations"
    names = sorted(file.name for file in folder.iterdir() if file.name.endswith(".sql"))
    return [(folder / name).read_text(encoding="utf-8") for name in names]


def _shape(connection: sqlite3.Connection) -> int:
    shape: int = connection.execute("PRAGMA user_version").fetchone()[0]
    return shape


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction it runs in."""
    gathered = ""
    for line in script.splitlines(keepends=True):
        gathered += line
        if sqlite3.complete_statement(gathered):
            yield gathered
            gathered = ""


def _unusable(path: Path, error: Exception) -> UnusableArchive:
    return UnusableArchive(
        f"{path} cannot be used as an archive ({error}); run `briefings doctor` to see what can be mended, "
        "or name another file in BRIEFINGS_ARCHIVE"
    )
