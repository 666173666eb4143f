"""What SQLite complains of, as a sentence that says what to do."""

from __future__ import annotations

import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

ELSEWHERE = "name another file in BRIEFINGS_ARCHIVE"
_BUSY = "is being written by another process; run again when that has finished"
_DENIED = f"cannot be written; ask for the right to write it and its folder, or {ELSEWHERE}"
_SAID = {
    sqlite3.SQLITE_FULL: "has no room left on its disk; free some, then run again: what was stored is kept",
    sqlite3.SQLITE_READONLY: _DENIED,
    sqlite3.SQLITE_PERM: _DENIED,
    sqlite3.SQLITE_CANTOPEN: f"cannot be opened as an archive; check that it may be read and written, or {ELSEWHERE}",
    sqlite3.SQLITE_BUSY: _BUSY,
    sqlite3.SQLITE_LOCKED: _BUSY,
    sqlite3.SQLITE_PROTOCOL: _BUSY,
    sqlite3.SQLITE_NOTADB: f"is not an archive but another kind of file; {ELSEWHERE}",
    sqlite3.SQLITE_CORRUPT: "is damaged; run `briefings doctor --mend`: it saves what can be read into a new file",
    sqlite3.SQLITE_IOERR: f"cannot be read or written, its disk fails; copy it to a sound disk, or {ELSEWHERE}",
}


class UnusableArchive(UserError):
    """The archive cannot be opened, read or written; nothing that was stored in it is harmed."""


class DamagedArchive(UnusableArchive):
    """What is in the file does not hang together; `briefings doctor --mend` saves what can be read."""


@contextmanager
def explained(archive: Path | sqlite3.Connection) -> Iterator[None]:
    """Raise `UnusableArchive` for what is wrong with the file, its disk or its neighbours; the rest as it is."""
    try:
        yield
    except sqlite3.Error as error:
        code = getattr(error, "sqlite_errorcode", 0) & 0xFF
        if code not in _SAID:
            raise
        kind = DamagedArchive if code == sqlite3.SQLITE_CORRUPT else UnusableArchive
        path = file_of(archive) if isinstance(archive, sqlite3.Connection) else archive
        raise kind(f"the archive {path} {_SAID[code]} ({error})") from error


def file_of(connection: sqlite3.Connection) -> str:
    """The path of the file that `connection` works on."""
    try:
        return str(connection.execute("PRAGMA database_list").fetchone()[2])
    except sqlite3.Error:  # too damaged to say, or closed
        return "in use"
