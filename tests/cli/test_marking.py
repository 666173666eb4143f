"""ДСП and ҚБП: set by a person alone, on every page, and no model outside the house hears of the article."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from briefings.errors import UserError
from briefings.llm.inside import refuse_outside
from briefings.settings import load_settings
from tests.cli.calling import ANSWER, TEXT, article, call, drafts_with
from tests.llm.server import FaultyServer, answer, body, error

if TYPE_CHECKING:
    from pathlib import Path

CLOSED = ["ДСП", "ҚБП", "дсп", "TLP:RED", "TLP:AMBER+STRICT", "tlp:clear", "для служебного пользования"]
FORMATS = ("--format", "md", "--format", "html", "--format", "plain", "--format", "json")


@pytest.mark.parametrize("marking", CLOSED)
def test_a_marked_article_is_never_sent_to_a_model_that_is_not_said_to_be_inside(
    marking: str, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--marking", marking)
    assert called.code == 2
    assert "BRIEFINGS_INNER_ENDPOINTS" in called.err
    assert server.requests == []
    assert not (tmp_path / "out").exists()


def test_the_second_reading_is_refused_like_the_draft(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_MARKING", "ҚБП")
    with FaultyServer(then=answer('{"unsupported": []}')) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--drafter", "extraction", "--judge", "reader")
    assert called.code == 2
    assert "--judge" in called.err
    assert server.requests == []


def test_a_host_that_is_listed_drafts_marked_articles(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_INNER_ENDPOINTS", "model.example, 127.0.0.1")
    with FaultyServer(then=answer(ANSWER)) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "brief", article(tmp_path), "--marking", "ДСП")
    assert called.code == 0
    assert len(server.requests) == 1


def test_a_listed_host_cannot_send_the_article_elsewhere(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_INNER_ENDPOINTS", "127.0.0.1")
    with FaultyServer(then=answer(ANSWER)) as outside:
        moved = body({}, 307, {"Location": f"{outside.base_url}/chat/completions"})
        with FaultyServer(then=moved) as inside:
            drafts_with(monkeypatch, inside)
            called = call(capsys, "brief", article(tmp_path), "--marking", "ДСП")
    assert called.code == 2
    assert "sends requests elsewhere" in called.err
    assert outside.requests == []
    assert len(inside.requests) == 1


def test_extraction_works_and_the_marking_opens_every_edition(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with FaultyServer(then=error(500)) as server:
        drafts_with(monkeypatch, server)
        called = call(
            capsys, "brief", article(tmp_path), "--marking", "ДСП", "--drafter", "extraction", *FORMATS
        )
    assert called.code == 0
    assert server.requests == []
    written = {
        f.name.partition(".")[2]: f.read_text("utf-8")
        for f in (tmp_path / "out").iterdir()
        if "sqlite" not in f.name
    }
    assert written["md"].startswith("**ДСП** · ")
    assert '<header class="bar"><b>ДСП</b>' in written["html"]
    assert '@page{@top-right{content:"\\414 \\421 \\41f "' in written["html"]  # each printed sheet
    assert "<p><strong>ДСП</strong>" in written["plain.html"]
    assert json.loads(written["json"])["made"]["marking"] == "ДСП"


def test_no_article_and_no_answer_of_a_model_sets_or_lifts_a_marking(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "карьер.md"
    file.write_text(f"---\ntitle: ДСП\nmarking: ДСП\ngenre: ДСП\n---\n\nДСП\n\n{TEXT}", encoding="utf-8")
    told = json.dumps({**json.loads(ANSWER), "marking": "ДСП", "made": {"marking": "ДСП"}})
    with FaultyServer(then=answer(told)) as server:
        drafts_with(monkeypatch, server)
        assert call(capsys, "brief", file, "--format", "json").code == 0
    made = json.loads((tmp_path / "out" / "карьер.json").read_text("utf-8"))["made"]
    assert (made["marking"], made["drafter"]) == ("TLP:CLEAR", "model")


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        (None, "example.org"),
        ("http://127.0.0.1:8000/v1", ""),
        ("http://localhost:8000/v1", "127.0.0.1"),
        ("http://10.0.0.8/v1", "10.0.0.0/8"),
        ("https://inside.example.evil.example/v1", "inside.example"),
        ("https://inside.example@evil.example/v1", "inside.example"),
        ("https://evil.example/inside.example", "inside.example"),
        ("https://inside.example:9000/v1", "inside.example:8000"),
    ],
)
def test_only_the_very_host_that_is_listed_is_inside(address: str | None, listed: str) -> None:
    with pytest.raises(UserError, match="may not go to the model"):
        refuse_outside("ДСП", address, listed.split(","))


@pytest.mark.parametrize(
    ("address", "listed"),
    [
        (None, "api.openai.com"),
        ("https://Inside.Example/v1", "INSIDE.example"),
        ("https://inside.example:8000/v1", "inside.example"),
        ("https://inside.example:8000/v1", "inside.example:8000"),
        ("http://[::1]:8000/v1", "::1"),
    ],
)
def test_a_listed_host_is_inside_whatever_its_case_and_port(address: str | None, listed: str) -> None:
    refuse_outside("ДСП", address, [listed])


@pytest.mark.parametrize("marking", ["TLP:CLEAR", "TLP:GREEN"])
def test_an_open_marking_binds_no_model(marking: str) -> None:
    refuse_outside(marking, "https://anywhere.example/v1", [])


@pytest.mark.parametrize("marking", [" ", "\u202eПСД", "Д\x00СП", "x" * 61])
def test_a_marking_that_no_page_can_show_is_refused(marking: str, tmp_path: Path) -> None:
    with pytest.raises(UserError, match="a marking is a few words"):
        load_settings({}, tmp_path, {"marking": marking})


def test_a_marking_is_kept_as_the_person_wrote_it(tmp_path: Path) -> None:
    assert load_settings({"BRIEFINGS_MARKING": " ҚБП\n"}, tmp_path).marking == "ҚБП"
