"""Whether an archive is sound: what `briefings doctor` says of it."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from typing import TYPE_CHECKING

from briefings.archive.opening import open_archive, shape

if TYPE_CHECKING:
    from pathlib import Path

# Latest revisions against entries of the index: every brief has exactly one.
_UNFOUND = "SELECT (SELECT count(DISTINCT number) FROM briefs) - (SELECT count(*) FROM searchable)"


@dataclass(frozen=True, slots=True)
class Health:
    """`size` in bytes, with what is not yet checkpointed. `damage` and `index`: what is wrong, None if nothing is."""

    version: int
    size: int
    briefs: int
    revisions: int
    damage: str | None
    index: str | None


def examine(path: Path, *, patience: float = 2.0) -> Health:
    """The state of the archive at `path`. Reads all of it: seconds for each gigabyte.

    Raises `UnusableArchive` when it cannot be opened at all.
    """
    connection = open_archive(path, patience=patience)
    try:
        damage = _damage(connection)
        briefs, revisions = (0, 0) if damage else _counts(connection)
        return Health(
            version=shape(connection),
            size=sum(
                part.stat().st_size for part in (path, path.with_name(f"{path.name}-wal")) if part.exists()
            ),
            briefs=briefs,
            revisions=revisions,
            damage=damage,
            index=None if damage else _index(connection),
        )
    finally:
        connection.close()


def _damage(connection: sqlite3.Connection) -> str | None:
    try:
        said = [row[0] for row in connection.execute("PRAGMA quick_check(1)")]
    except sqlite3.DatabaseError as error:
        return str(error)
    return None if said == ["ok"] else "; ".join(said)


def _counts(connection: sqlite3.Connection) -> tuple[int, int]:
    found = connection.execute("SELECT count(DISTINCT number), count(*) FROM briefs").fetchone()
    return found[0], found[1]


def _index(connection: sqlite3.Connection) -> str | None:
    if missing := connection.execute(_UNFOUND).fetchone()[0]:
        return f"{missing} briefs are not in the search index"
    try:
        connection.execute("INSERT INTO search (search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        return f"the search index is broken ({error})"
    return None
