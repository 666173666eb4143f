"""A reprint in a folder has the brief of its original and is not paid for; an update is drafted."""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.calling import ANSWER, article, call, drafts_with
from tests.llm import server as serve
from tests.llm.server import FaultyServer

if TYPE_CHECKING:
    from pathlib import Path

FOOTER = "\n© Норд Медиа. При перепечатке ссылка обязательна.\n"
OTHER_FOOTER = "\nПодписывайтесь на наш канал.\n"
NEWS = "\nДеталь 77.\n"


def entries(tmp_path: Path) -> dict[str, Any]:
    report = json.loads((tmp_path / "out" / "batch.json").read_text(encoding="utf-8"))
    return {entry["path"]: entry for entry in report["articles"]}


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Any:
    with FaultyServer(then=serve.answer(ANSWER)) as started:
        drafts_with(monkeypatch, started)
        yield started


def test_a_reprint_is_linked_to_the_brief_of_its_original_and_an_update_is_drafted(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: FaultyServer
) -> None:
    article(tmp_path / "in", "a.md")
    article(tmp_path / "in", "b.md", FOOTER)
    article(tmp_path / "in", "b, once more.md", FOOTER)
    article(tmp_path / "in", "c.md", NEWS)
    called = call(capsys, "batch", "in")
    told = entries(tmp_path)
    assert (called.code, len(server.requests), len(told)) == (0, 2, 4)
    for name in ("in/b.md", "in/b, once more.md"):
        assert told[name]["outcome"] == "done"
        assert told[name]["same_as"] == "in/a.md"
        assert 0.7 < told[name]["reprint"] < 1
        assert told[name]["files"] == told["in/a.md"]["files"]
        assert told[name]["id"] == told["in/a.md"]["id"]
    assert told["in/a.md"]["reprint"] is told["in/c.md"]["reprint"] is None
    assert told["in/c.md"]["id"] != told["in/a.md"]["id"]
    assert "in/b.md: a reprint of in/a.md (8" in called.err
    assert "of them reprints: 2" in called.err


def test_a_later_reprint_is_linked_to_a_brief_in_the_archive_and_stays_linked(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: FaultyServer
) -> None:
    article(tmp_path / "in", "a.md")
    call(capsys, "batch", "in")
    article(tmp_path / "later", "z.md", FOOTER)
    for kept in (False, True):
        assert call(capsys, "batch", "later").code == 0
        told = entries(tmp_path)["later/z.md"]
        assert (told["same_as"], told["kept"]) == ("in/a.md", kept)
        assert told["reprint"] > 0.7
    assert len(server.requests) == 1


def test_asked_for_reprints_are_drafted_like_any_article(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: FaultyServer
) -> None:
    article(tmp_path / "in", "a.md")
    article(tmp_path / "in", "b.md", FOOTER)
    call(capsys, "batch", "in")
    assert len(server.requests) == 1
    assert call(capsys, "batch", "in", "--reprints").code == 0
    told = entries(tmp_path)
    assert (len(server.requests), told["in/b.md"]["reprint"]) == (2, None)
    assert told["in/b.md"]["id"] != told["in/a.md"]["id"]
    call(capsys, "batch", "in")  # it has a brief of its own now
    assert entries(tmp_path)["in/b.md"]["same_as"] is None
    assert len(server.requests) == 2


def test_a_reprint_of_an_article_that_fails_is_drafted_itself(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    article(tmp_path / "in", "a.md")
    article(tmp_path / "in", "b.md", FOOTER)
    with FaultyServer([serve.answer("no"), serve.answer("still no")], then=serve.answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        assert call(capsys, "batch", "in").code == 1
    told = entries(tmp_path)
    assert (told["in/a.md"]["outcome"], told["in/b.md"]["outcome"]) == ("failed", "done")
    assert told["in/b.md"]["same_as"] is None


def test_an_old_brief_another_recipe_and_lost_files_are_nothing_to_link_to(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], server: FaultyServer
) -> None:
    article(tmp_path / "in", "a.md")
    call(capsys, "batch", "in")
    article(tmp_path / "later", "z.md", FOOTER)
    call(capsys, "batch", "later", "--model", "small-2")
    assert len(server.requests) == 2
    with closing(sqlite3.connect(tmp_path / "out" / "briefings.sqlite")) as db, db:
        db.execute("UPDATE briefs SET stored = stored - 61 * 86400")
    call(capsys, "batch", "later")
    assert len(server.requests) == 3
    for file in (tmp_path / "out").glob("*.html"):
        file.unlink()
    article(tmp_path / "last", "y.md", OTHER_FOOTER)
    call(capsys, "batch", "last")
    assert len(server.requests) == 4


def test_extraction_costs_nothing_and_links_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article(tmp_path / "in", "a.md")
    article(tmp_path / "in", "b.md", FOOTER)
    call(capsys, "batch", "in")
    told = entries(tmp_path)
    assert told["in/a.md"]["id"] != told["in/b.md"]["id"]
    assert told["in/b.md"]["reprint"] is None
