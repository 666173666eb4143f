from __future__ import annotations

import os
import sqlite3
import subprocess
import sys
import tempfile
from contextlib import closing
from pathlib import Path

import pytest

from briefings.archive.opening import migrations, open_archive, shape, transaction
from briefings.archive.store import Archive
from briefings.archive.trouble import DamagedArchive, UnusableArchive
from tests.archive.documents import document, kept

OPEN_AT_ONCE = """
import sys
from pathlib import Path
from briefings.archive.opening import open_archive
sys.stdin.readline()
open_archive(Path(sys.argv[1])).close()
"""


def test_a_new_archive_has_every_migration_and_its_folder_is_made(tmp_path: Path) -> None:
    with closing(open_archive(tmp_path / "desk" / "a.sqlite")) as connection:
        assert shape(connection) == len(migrations()) > 0
        assert connection.execute("PRAGMA journal_mode").fetchone()[0] == "wal"
        assert connection.execute("PRAGMA synchronous").fetchone()[0] == 2


def test_opening_again_changes_nothing(path: Path) -> None:
    open_archive(path).close()
    before = path.read_bytes()
    open_archive(path).close()
    assert path.read_bytes() == before


def test_a_closed_archive_is_one_file(path: Path) -> None:
    with closing(Archive(open_archive(path))) as archive:
        kept(archive)
    assert [file.name for file in path.parent.iterdir()] == [path.name]


def test_many_processes_may_open_a_new_archive_at_once(path: Path) -> None:
    processes = [
        subprocess.Popen(
            [sys.executable, "-c", OPEN_AT_ONCE, str(path)],
            stdin=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
        )
        for _ in range(5)
    ]
    for process in processes:
        assert process.stdin is not None
        process.stdin.write("\n")
        process.stdin.flush()
    assert [process.communicate(timeout=60)[1] for process in processes] == [""] * 5
    with closing(open_archive(path)) as connection:
        assert shape(connection) == len(migrations())


def test_a_transaction_that_fails_leaves_nothing(archive: Archive) -> None:
    def fail_half_way() -> None:
        with transaction(archive.connection) as connection:
            connection.execute("INSERT INTO numbers VALUES ('2031-10-01', 1, 'a')")
            raise KeyError

    with pytest.raises(KeyError):
        fail_half_way()
    assert archive.number("2031-10-01", "ru", "b") == "2031-10-01/01-ru"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"Dear colleagues,\n" * 100, "is not an archive but another kind of file"),
        (b"\xff" * 5000, "not an archive"),
    ],
)
def test_a_file_that_is_no_archive_is_refused_and_stays_as_it_is(
    path: Path, content: bytes, said: str
) -> None:
    path.write_bytes(content)
    with pytest.raises(UnusableArchive, match=said) as refused:
        open_archive(path)
    assert str(path) in str(refused.value)
    assert "BRIEFINGS_ARCHIVE" in str(refused.value)
    assert path.read_bytes() == content


def test_a_database_of_another_program_is_refused_and_stays_as_it_is(path: Path) -> None:
    with closing(sqlite3.connect(path)) as other:
        other.execute("CREATE TABLE bookmarks (url TEXT)")
    before = path.read_bytes()
    with pytest.raises(UnusableArchive, match="a database of another program"):
        open_archive(path)
    assert path.read_bytes() == before


def test_an_archive_of_a_newer_version_is_refused_and_stays_as_it_is(path: Path) -> None:
    with closing(open_archive(path)) as connection:
        connection.execute(f"PRAGMA user_version = {len(migrations()) + 1}")
    before = path.read_bytes()
    with pytest.raises(UnusableArchive, match="written by a newer version of briefings; update this one"):
        open_archive(path)
    assert path.read_bytes() == before


def test_an_archive_that_another_process_writes_is_waited_for_and_then_named(path: Path) -> None:
    with closing(open_archive(path)) as one, closing(Archive(open_archive(path, patience=0.05))) as other:
        with transaction(one), pytest.raises(UnusableArchive, match="being written by another process"):
            other.number("2031-10-01", "ru", "a")
        assert other.number("2031-10-01", "ru", "a") == "2031-10-01/01-ru"


def test_a_full_disk_is_named_and_harms_nothing_that_was_stored(archive: Archive, path: Path) -> None:
    first = kept(archive)
    pages = archive.connection.execute("PRAGMA page_count").fetchone()[0]
    archive.connection.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(UnusableArchive, match="no room left on its disk; free some") as refused:
        [kept(archive, f" Ещё {at}.") for at in range(50)]
    assert str(path) in str(refused.value)
    assert not archive.connection.in_transaction
    archive.connection.execute("PRAGMA max_page_count = 1000000")
    assert archive.brief(first) == document(first)
    assert archive.store(document(kept(archive, " И ещё."), " И ещё.")) == 1


def test_a_damaged_archive_is_named_with_what_mends_it(archive: Archive, path: Path) -> None:
    number = kept(archive)
    archive.close()
    damaged = bytearray(path.read_bytes())
    damaged[4096:] = b"\xff" * (len(damaged) - 4096)
    path.write_bytes(damaged)
    with (
        pytest.raises(DamagedArchive, match="briefings doctor --mend"),
        closing(Archive(open_archive(path))) as opened,
    ):
        opened.brief(number)


def test_a_file_or_folder_that_may_not_be_written_is_named() -> None:
    # Not in tmp_path, which nobody but its owner may enter: root, who may write anywhere, acts as another.
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "briefings.sqlite")
        open_archive(path).close()
        path.chmod(0o444)
        Path(folder).chmod(0o555)
        root = os.geteuid() == 0
        try:
            if root:
                os.seteuid(65534)
            with (
                pytest.raises(UnusableArchive, match="BRIEFINGS_ARCHIVE") as file,
                closing(open_archive(path)) as one,
            ):
                Archive(one).number("2031-10-01", "ru", "a")
            with pytest.raises(UnusableArchive, match="cannot be opened") as none:
                open_archive(Path(folder, "other.sqlite"))
            with pytest.raises(UnusableArchive, match=r"the folder of the archive .* cannot be made"):
                open_archive(Path(folder, "new", "other.sqlite"))
        finally:
            if root:
                os.seteuid(0)
            Path(folder).chmod(0o755)
    assert str(path) in str(file.value)
    assert "other.sqlite" in str(none.value)
