from __future__ import annotations

from contextlib import closing
from pathlib import Path
from typing import TYPE_CHECKING

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefings.archive.file_names import Written, claim, files_of, known, record
from briefings.archive.numbers import Number
from briefings.archive.opening import open_archive

if TYPE_CHECKING:
    from briefings.archive.store import Archive
    from briefings.domain import Language


def number(place: int, language: Language = "ru") -> Number:
    return Number("2031-10-01", place, language)


def test_files_are_called_as_their_article_and_with_their_number_where_that_is_taken(
    archive: Archive, tmp_path: Path
) -> None:
    def named(of: Number, article: str) -> str:
        return claim(archive.connection, tmp_path / "out", of, Path(article))

    assert named(number(1), "mon/news.md") == "news"
    assert named(number(2), "tue/news.md") == "news-2031-10-01-02-ru"
    assert named(number(1, "kk"), "mon/news.md") == "news-2031-10-01-01-kk"
    assert named(number(1), "moved/news.md") == "news"
    assert named(number(2), "tue/news.md") == "news-2031-10-01-02-ru"
    assert named(number(3), "moved/news.md") == "news"  # the article was edited: its files are written anew
    assert named(number(4), "NEWS.txt") == "NEWS-2031-10-01-04-ru"  # one file where case is not told
    assert claim(archive.connection, tmp_path / "elsewhere", number(9), Path("x/news.md")) == "news"


def test_files_of_somebody_else_are_not_written_over(archive: Archive, tmp_path: Path) -> None:
    theirs = {"notes", "notes-2031-10-01-01-ru"}
    name = claim(archive.connection, tmp_path, number(1), Path("notes.md"), stands=theirs.__contains__)
    assert name == "notes-2031-10-01-01-ru-2"
    assert claim(archive.connection, tmp_path, number(1), Path("notes.md"), stands=lambda _: True) == name


def test_names_move_with_the_folder_that_holds_the_archive_and_the_briefs(tmp_path: Path) -> None:
    out = tmp_path / "out"
    with closing(open_archive(out / "briefings.sqlite")) as connection:
        claim(connection, out, number(1), Path("news.md"))
        assert files_of(connection, str(number(1))) == [out / "news"]
    moved = out.rename(tmp_path / "archive of May")
    with closing(open_archive(moved / "briefings.sqlite")) as connection:
        assert files_of(connection, str(number(1))) == [moved / "news"]
        assert claim(connection, moved, number(2), Path("other/news.md")) == "news-2031-10-01-02-ru"


def test_a_folder_is_known_from_its_first_name_on(archive: Archive, tmp_path: Path) -> None:
    assert not known(archive.connection, tmp_path)
    record(archive.connection, tmp_path, [Written("news", number(1), Path("news.md"))])
    assert known(archive.connection, tmp_path)
    assert not known(archive.connection, tmp_path / "other")


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(1, 9), st.sampled_from(["ru", "kk"]), st.sampled_from(["a/n", "b/n", "n-2031-10-01-01-ru"]))))  # fmt: skip
def test_no_two_briefs_that_stand_have_one_name(
    archive: Archive, asked: list[tuple[int, Language, str]]
) -> None:
    archive.connection.execute("DELETE FROM file_names")
    standing: dict[str, tuple[Number, Path]] = {}
    for place, language, article in asked:
        of, path = number(place, language), Path(f"{article}.md")
        name = claim(archive.connection, Path("out"), of, path)
        if name in standing:
            held, by = standing[name]
            assert held == of or (by == path and held.language == language)
        standing[name] = (of, path)
