from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.archive.health import examine
from briefings.archive.mending import rebuild_index, save
from briefings.archive.opening import migrations, open_archive
from briefings.archive.search import search
from briefings.archive.store import Archive
from briefings.archive.trouble import UnusableArchive
from tests.archive.documents import document, kept

if TYPE_CHECKING:
    from pathlib import Path

PAGE = 4096
BRIEFS = 24


@pytest.fixture
def numbers(path: Path) -> list[str]:
    """The numbers of an archive with some dozen briefs, two revisions of the first."""
    with closing(Archive(open_archive(path))) as archive:
        stored = [kept(archive, f" Номер {at}.") for at in range(BRIEFS)]
        archive.store(document(stored[0], " Номер 0.", event="Иначе."))
    return stored


def spoil(path: Path, pages: range) -> bytes:
    content = bytearray(path.read_bytes())
    for page in pages:
        content[page * PAGE : (page + 1) * PAGE] = b"\xa5" * PAGE
    path.write_bytes(content)
    return bytes(content)


def pages_of(path: Path, table: str) -> list[int]:
    with closing(open_archive(path)) as connection:
        rows = connection.execute("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf'", (table,))
        return [row[0] - 1 for row in rows]


def test_a_sound_archive_is_counted(path: Path, numbers: list[str]) -> None:
    health = examine(path)
    assert (health.briefs, health.revisions, health.version) == (BRIEFS, BRIEFS + 1, len(migrations()))
    assert (health.damage, health.index) == (None, None)
    assert health.size == path.stat().st_size


def test_briefs_missing_in_the_index_and_an_index_that_is_broken_are_told_and_mended(
    path: Path, numbers: list[str]
) -> None:
    for harm in (
        "DELETE FROM searchable WHERE id % 2 = 0",
        "UPDATE search_data SET block = x'00' WHERE id > 10",
    ):
        with closing(open_archive(path)) as connection:
            connection.execute(harm)
        assert examine(path).index is not None
        with closing(open_archive(path)) as connection:
            assert rebuild_index(connection) == BRIEFS
            assert len(search(connection, "делегация форум", limit=100)) == BRIEFS
        assert examine(path).index is None


@pytest.mark.parametrize("table", ["briefs", "texts", "numbers", "searchable"])
def test_what_can_be_read_of_a_damaged_archive_is_saved_into_a_new_one(
    path: Path, numbers: list[str], table: str
) -> None:
    leaves = pages_of(path, table)
    page = leaves[len(leaves) // 2]
    before = spoil(path, range(page, page + 1))
    assert examine(path).damage is not None
    saved = save(path)
    assert path.read_bytes() == before
    assert saved.path == path.with_name("briefings-mended.sqlite")
    assert {file.name for file in path.parent.iterdir()} == {path.name, saved.path.name}
    health = examine(saved.path)
    assert (health.damage, health.index, health.revisions) == (None, None, saved.revisions)
    on_the_page = 0 if table in ("searchable", "numbers") else 12  # as many as there is room for
    assert BRIEFS + 1 - on_the_page <= saved.revisions
    with closing(Archive(open_archive(saved.path))) as mended:
        whole = [number for number in numbers if mended.brief(number)]
        for number in whole[1:]:
            assert mended.brief(number) == document(number, f" Номер {numbers.index(number)}.")
        assert len(search(mended.connection, "форум", limit=100)) == len(whole) == health.briefs
        assert mended.number("2031-10-01", "ru", "new") not in numbers


def test_a_brief_whose_words_are_not_those_that_were_stored_is_left_out(
    path: Path, numbers: list[str]
) -> None:
    with closing(open_archive(path)) as connection:
        connection.execute(
            "UPDATE briefs SET document = replace(document, 'девяти', 'десяти') WHERE number = ?",
            (numbers[3],),
        )
    saved = save(path)
    assert (saved.revisions, saved.left_out) == (BRIEFS, 1)
    with closing(Archive(open_archive(saved.path))) as mended:
        assert mended.brief(numbers[3]) is None
        assert (
            mended.number("2031-10-01", "ru", document("2031-10-01/01-ru", " Номер 3.")["article"]["sha256"])
            == (numbers[3])
        )


def test_a_second_mending_does_not_write_over_the_first(path: Path, numbers: list[str]) -> None:
    assert [save(path).path.name for _ in range(3)] == [
        "briefings-mended.sqlite",
        "briefings-mended2.sqlite",
        "briefings-mended3.sqlite",
    ]


def test_of_a_file_that_is_no_archive_at_all_nothing_is_made(path: Path) -> None:
    path.write_bytes(b"Dear colleagues,\n" * 1000)
    with pytest.raises(UnusableArchive, match="nothing can be read of"):
        save(path)
    assert list(path.parent.iterdir()) == [path]
