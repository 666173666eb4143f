"""What the files of a brief are called: as its article is, `news.html`, or with its number beside another."""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from briefings.archive.opening import transaction
from briefings.archive.trouble import explained, file_of

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from briefings.archive.numbers import Number


@dataclass(frozen=True, slots=True)
class Written:
    """Files called `name`, without a suffix, that hold brief `number` of the file `article`."""

    name: str
    number: Number
    article: Path


def claim(
    connection: sqlite3.Connection,
    folder: Path,
    number: Number,
    article: Path,
    stands: Callable[[str], bool] = lambda _: False,
) -> str:
    """The name, without a suffix, of the files of brief `number` in `folder`: its own from now on.

    A name stays with its article (the same text, or the same file) and language; another brief's is never
    taken, nor one for which `stands` says that files of somebody else bear it. `article` is its file.
    """
    path, place = str(article.absolute()), _place(connection, folder)
    with transaction(connection):
        for name in _candidates(article.stem, number):
            holder = connection.execute(
                "SELECT number, path FROM file_names WHERE folder = ? AND key = ?", (place, _key(name))
            ).fetchone()
            if holder is None and stands(name):
                continue
            same_file = holder and holder["path"] == path and holder["number"][-2:] == number.language
            if holder is None or same_file or holder["number"] == str(number):
                connection.execute(
                    "INSERT OR REPLACE INTO file_names (folder, key, name, number, path) VALUES (?, ?, ?, ?, ?)",
                    (place, _key(name), name, str(number), path),
                )
                return name
    raise AssertionError("there are as many names as numbers")


def record(connection: sqlite3.Connection, folder: Path, names: Iterable[Written]) -> None:
    """Remember files that stand in `folder` already: all of them or none. A name that is held stays held."""
    place = _place(connection, folder)
    with transaction(connection):
        connection.executemany(
            "INSERT OR IGNORE INTO file_names (folder, key, name, number, path) VALUES (?, ?, ?, ?, ?)",
            [(place, _key(n.name), n.name, str(n.number), str(n.article.absolute())) for n in names],
        )


def known(connection: sqlite3.Connection, folder: Path) -> bool:
    """Whether briefs were written to `folder` before."""
    with explained(connection):
        found = connection.execute(
            "SELECT 1 FROM file_names WHERE folder = ? LIMIT 1", (_place(connection, folder),)
        )
        return found.fetchone() is not None


def files_of(connection: sqlite3.Connection, number: str) -> list[Path]:
    """Where files of this brief were written, without their suffixes. Whether they still stand nobody knows."""
    base = Path(file_of(connection)).parent
    with explained(connection):
        rows = connection.execute(
            "SELECT folder, name FROM file_names WHERE number = ? ORDER BY folder, name", (number,)
        )
        return [Path(os.path.normpath(base / row["folder"] / row["name"])) for row in rows]


def _candidates(stem: str, number: Number) -> Iterator[str]:
    yield stem
    numbered = f"{stem}-{str(number).replace('/', '-')}"
    yield numbered
    yield from (f"{numbered}-{more}" for more in range(2, 1000))


def _place(connection: sqlite3.Connection, folder: Path) -> str:
    """`folder` as seen from the archive's: both may move together."""
    base = Path(file_of(connection)).resolve().parent
    try:
        return Path(os.path.relpath(folder.resolve(), base)).as_posix()
    except ValueError:  # on another drive of Windows
        return folder.resolve().as_posix()


def _key(name: str) -> str:
    return unicodedata.normalize("NFC", unicodedata.normalize("NFC", name).casefold())
