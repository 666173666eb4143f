from __future__ import annotations

import json
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from briefings.errors import UserError
from briefings.numbering import Register
from tests.archive.documents import document

if TYPE_CHECKING:
    from pathlib import Path


def write(folder: Path, name: str, made: Any) -> None:
    folder.mkdir(exist_ok=True)
    (folder / f"{name}.json").write_text(json.dumps(made), encoding="utf-8")


def register(folder: Path) -> Register:
    return Register(folder / "briefings.sqlite", folder)


def test_briefs_of_a_folder_older_than_its_archive_keep_number_revision_and_name(tmp_path: Path) -> None:
    old = {**document("2026-03-01/04-ru"), "revision": 3}
    other = document("2026-03-01/05-ru", " Ещё.")
    write(tmp_path, "news", old)
    write(tmp_path, "news-2026-03-01-05-ru", other)
    with closing(register(tmp_path)) as ours:
        assert ours.archive.brief("2026-03-01/04-ru") == old
        assert ours.archive.number("2026-08-08", "kk", old["article"]["sha256"]) == "2026-03-01/04-kk"
        assert ours.archive.number("2026-03-01", "ru", "new") == "2026-03-01/06-ru"
        assert ours.archive.store(old) == 3
        assert ours.archive.store(document("2026-03-01/04-ru", event="Иначе.")) == 4
        other["article"]["path"] = "news.txt"
        assert ours.name(other) == "news-2026-03-01-05-ru"


def test_a_folder_is_taken_in_only_once(tmp_path: Path) -> None:
    write(tmp_path, "news", document("2026-03-01/01-ru"))
    with closing(register(tmp_path)) as ours:
        assert ours.archive.revision("2026-03-01/01-ru") == 1
    write(tmp_path, "later", document("2026-03-02/01-ru", " Позже."))
    with closing(register(tmp_path)) as ours:
        assert ours.archive.revision("2026-03-02/01-ru") is None


def test_revisions_of_one_brief_are_taken_in_in_their_order(tmp_path: Path) -> None:
    write(tmp_path, "a", {**document("2026-03-01/01-ru", event="Иначе."), "revision": 2})
    write(tmp_path, "b", document("2026-03-01/01-ru"))
    with closing(register(tmp_path)) as ours:
        assert ours.archive.revision("2026-03-01/01-ru") == 2
        assert ours.archive.brief("2026-03-01/01-ru", 1) == document("2026-03-01/01-ru")


def test_briefs_are_taken_in_as_of_the_day_they_were_made(tmp_path: Path) -> None:
    from datetime import datetime, timedelta

    made = document("2026-03-01/01-ru")
    write(tmp_path, "news", made)
    created = datetime.fromisoformat(made["made"]["created"])
    with closing(register(tmp_path)) as ours:
        stored = list(ours.archive.stored_between(created, created + timedelta(seconds=1)))
    assert [brief["id"] for brief in stored] == ["2026-03-01/01-ru"]


def test_files_that_are_no_briefs_are_passed_over(tmp_path: Path) -> None:
    brief = document("2026-03-01/01-ru")
    write(tmp_path, "brief", brief)
    write(tmp_path, "list", [1])
    write(tmp_path, "other", {"made": 1, "schema": 1})
    write(tmp_path, "number", {**brief, "id": "../../etc/passwd"})
    write(tmp_path, "day", {**brief, "id": "2026-02-30/01-ru"})
    write(tmp_path, "halved", {**brief, "article": {**brief["article"], "text": None}})
    write(tmp_path, "undated", {**brief, "made": {**brief["made"], "created": "yesterday"}})
    write(tmp_path, "stolen", document("2026-03-01/01-ru", " Чужая."))
    (tmp_path / "broken.json").write_text("{", encoding="utf-8")
    (tmp_path / "deep.json").write_text("[" * 100_000, encoding="utf-8")
    (tmp_path / "latin.json").write_bytes(b'{"id": "\xe9"}')
    (tmp_path / "folder.json").mkdir()
    with closing(register(tmp_path)) as ours:
        assert ours.archive.connection.execute("SELECT count(*) FROM briefs").fetchone()[0] == 1
        assert ours.archive.number("2026-03-01", "ru", "b") == "2026-03-01/02-ru"


def test_files_that_stand_there_already_are_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "x.md").write_text("my notes", encoding="utf-8")
    made = document("2026-03-01/01-ru")
    made["article"]["path"] = "in/x.txt"
    with closing(register(tmp_path)) as ours:
        made["id"] = ours.archive.number("2026-03-01", "ru", made["article"]["sha256"])
        assert ours.name(made) == "x-2026-03-01-01-ru"


def test_nothing_is_made_before_it_is_needed_and_what_cannot_work_is_told(tmp_path: Path) -> None:
    with closing(register(tmp_path / "out")) as ours:
        ours.refuse_unusable()
        assert not (tmp_path / "out").exists()
    (tmp_path / "briefings.sqlite").write_text("a letter, not an archive\n" * 50, encoding="utf-8")
    with closing(register(tmp_path)) as ours, pytest.raises(UserError, match="not an archive"):
        ours.refuse_unusable()
    with (
        closing(Register(tmp_path / "briefings.sqlite" / "a.sqlite", tmp_path)) as ours,
        pytest.raises(UserError, match="cannot be written"),
    ):
        ours.refuse_unusable()
