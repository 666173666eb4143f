"""One run at a time in a folder: two would pay for the same calls and take the same numbers."""

from __future__ import annotations

import sqlite3
from contextlib import closing, contextmanager
from typing import TYPE_CHECKING

from briefings.errors import UserError

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@contextmanager
def alone_in(folder: Path) -> Iterator[None]:
    """Only one process at a time gets into the block for `folder`; however it ends, the next one can.

    A lock of SQLite's on an empty file: it works on every system, and a run that is killed does not leave it
    locked. Raises `UserError` when another run is inside, or the folder cannot be written.
    """
    with closing(_locked(folder)):
        yield


def _locked(folder: Path) -> sqlite3.Connection:
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = sqlite3.connect(folder / ".batch.lock", timeout=0, isolation_level=None)
    except (OSError, sqlite3.Error) as error:
        raise UserError(f"{folder} cannot be written ({error}); choose another with --out") from error
    try:
        lock.execute("BEGIN EXCLUSIVE")
    except sqlite3.OperationalError as error:
        lock.close()
        if error.sqlite_errorname == "SQLITE_BUSY":
            raise UserError(
                f"another batch is at work in {folder}; wait until it has ended, or stop it with Ctrl-C"
            ) from None
        raise UserError(f"{folder} cannot be written ({error}); choose another with --out") from error
    return lock
