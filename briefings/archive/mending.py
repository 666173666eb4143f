"""Mend what can be mended: complete the search index, save what can be read of a damaged file into a new one."""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing, suppress
from dataclasses import dataclass
from itertools import chain, count
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.archive import numbers
from briefings.archive.content import content_sha256
from briefings.archive.indexing import entry_number, entry_of, put
from briefings.archive.numbers import Number
from briefings.archive.opening import open_archive, transaction
from briefings.archive.store import document_at
from briefings.archive.trouble import UnusableArchive

if TYPE_CHECKING:
    from collections.abc import Iterator

# Rows in a row that cannot be read: a broken page holds a few hundred at most, a broken branch some thousands.
_GIVEN_UP = 50_000
_LATEST = "SELECT max(id) AS id, number FROM briefs GROUP BY number"
# All but the search index, which is made anew.
_TABLES = """
SELECT name FROM sqlite_schema
WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite!_%' ESCAPE '!'
"""


@dataclass(frozen=True, slots=True)
class Saved:
    """What is in the new archive at `path`: whole `revisions` of briefs. `left_out` were read, but spoilt."""

    path: Path
    revisions: int
    left_out: int


def rebuild_index(connection: sqlite3.Connection) -> int:
    """Build the search index anew and complete it; how many briefs are in it. All of it or, when stopped, nothing."""
    with transaction(connection):
        connection.execute("INSERT INTO search (search) VALUES ('rebuild')")
        wanted = {
            entry_number(Number.read(row["number"]).day, row["id"]): row["id"]
            for row in connection.execute(_LATEST)
        }
        found = {row["id"] for row in connection.execute("SELECT id FROM searchable")}
        connection.executemany(
            "DELETE FROM searchable WHERE id = ?", [(id_,) for id_ in found - wanted.keys()]
        )
        for id_ in sorted(wanted.keys() - found):
            put(connection, id_, entry_of(document_at(connection, wanted[id_])))
    return len(wanted)


def save(path: Path) -> Saved:
    """Copy whatever can be read of the damaged archive at `path` into a new one beside it; it stays as it is.

    A brief whose content is not what it was when it was stored is left out. Raises `UnusableArchive` when
    nothing can be read at all, or when there is no room.
    """
    names = (path.with_name(f"{path.stem}-mended{n or ''}{path.suffix}") for n in chain([0], count(2)))
    target = next(name for name in names if not name.exists())
    try:
        # Opening may write, even to read; and the new archive gets its name when it is whole.
        with tempfile.TemporaryDirectory(dir=path.parent, prefix=".mending-") as folder:
            old, new = Path(folder, "old"), Path(folder, "new")
            for end in ("", "-wal"):
                with suppress(FileNotFoundError):
                    shutil.copyfile(f"{path}{end}", f"{old}{end}")
            saved = _save(old, new)
            new.replace(target)
    except OSError as error:
        raise UnusableArchive(
            f"{path} cannot be copied ({error.strerror}); free some space and run again"
        ) from error
    except sqlite3.DatabaseError as error:
        raise UnusableArchive(
            f"nothing can be read of {path} ({error}); put an earlier copy in its place, or move it away: the "
            "*.json briefs of the out folder are taken into a new archive"
        ) from error
    return Saved(target, **saved)


def _save(source: Path, target: Path) -> dict[str, int]:
    with suppress(UnusableArchive):
        open_archive(source).close()  # to the newest shape, where that can still be done
    with closing(sqlite3.connect(source)) as old, closing(open_archive(target)) as new:
        old.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        new.execute("PRAGMA foreign_keys = OFF")  # what a row points to may come later, or be lost
        with transaction(new):
            for (table,) in new.execute(_TABLES).fetchall():
                columns = new.execute(f"PRAGMA table_info({table})").fetchall()
                marks = ", ".join("?" * len(columns))
                rows = _rows(
                    old, table, [c["name"] for c in columns], [c["name"] for c in columns if c["pk"]]
                )
                new.executemany(f"INSERT OR IGNORE INTO {table} VALUES ({marks})", rows)  # noqa: S608 - our own names
            spoilt = _leave_out_spoilt(new)
        rebuild_index(new)
        revisions = new.execute("SELECT count(*) FROM briefs").fetchone()[0]
    return {"revisions": revisions, "left_out": spoilt}


def _rows(
    old: sqlite3.Connection, table: str, columns: list[str], key: list[str]
) -> Iterator[tuple[object, ...]]:
    """Every row of `table` that can be read. A page that cannot costs the rows on it, not those after it."""
    select = f"SELECT {', '.join(columns)}, {{}} FROM {table}"  # noqa: S608 - our own names
    try:
        old.execute(f"{select.format('rowid')} LIMIT 0")
    except sqlite3.OperationalError:  # a table without row numbers: from both ends, as far as it goes
        for order in ("ASC", "DESC"):
            with suppress(sqlite3.DatabaseError):
                for row in old.execute(
                    f"{select.format('0')} ORDER BY {', '.join(f'{k} {order}' for k in key)}"
                ):
                    yield row[:-1]
        return
    at = missed = 0
    while missed < _GIVEN_UP:
        try:
            for row in old.execute(f"{select.format('rowid')} WHERE rowid >= ? ORDER BY rowid", (at,)):
                yield row[:-1]
                at, missed = row[-1] + 1, 0
        except sqlite3.DatabaseError:
            at, missed = at + 1, missed + 1
        else:
            return


def _leave_out_spoilt(new: sqlite3.Connection) -> int:
    """Drop what lost its text or says something else than when it was stored; how many revisions that were."""
    spoilt = 0
    for (row,) in new.execute("SELECT id FROM briefs").fetchall():
        try:
            document = document_at(new, row)
            number = Number.read(document["id"])
            stored = new.execute("SELECT content_sha256 FROM briefs WHERE id = ?", (row,)).fetchone()[0]
            sound = content_sha256(document) == stored
            sound = sound and numbers.take(new, number, document["article"]["sha256"])
        except (TypeError, ValueError, KeyError):
            sound = False
        if not sound:
            new.execute("DELETE FROM briefs WHERE id = ?", (row,))
            spoilt += 1
    return spoilt
