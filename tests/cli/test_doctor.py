from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import TYPE_CHECKING

import pytest

from briefings.language.meaning import nearness
from tests.cli.calling import Called, article, call, drafts_with
from tests.llm import server as serve

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

KEY = "sk-not-a-real-key-0001"


def checks(called: Called) -> dict[str, dict[str, Any]]:
    assert KEY not in called.out + called.err
    return {check["name"]: check for check in json.loads(called.out)["checks"]}


def listing(*names: str) -> serve.Fault:
    return serve.body({"object": "list", "data": [{"id": name, "object": "model"} for name in names]})


def test_without_a_model_all_is_well_and_extraction_is_explained(capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "doctor")
    assert called.code == 0
    marks = [line[0] for line in called.out.splitlines() if not line.startswith((" ", "Settings"))]
    assert set(marks) == {"✓", "!"}
    assert "Set BRIEFINGS_MODEL" in called.out


def test_the_extra_for_statements_in_another_language_is_offered_where_it_is_not_here(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(nearness, "is_installed", lambda: False)
    called = call(capsys, "doctor", "--json")
    assert (called.code, checks(called)["across"]["state"]) == (0, "note")
    assert "make across" in checks(called)["across"]["detail"]


@pytest.mark.skipif(not nearness.is_installed(), reason="the extra `across` is not here")
def test_the_extra_for_statements_in_another_language_is_tried(capsys: pytest.CaptureFixture[str]) -> None:
    assert checks(call(capsys, "doctor", "--json"))["across"]["state"] == "ok"


def test_a_model_that_is_listed_is_found(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=listing("large", "small-1")) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "doctor", "--json")
    assert called.code == 0
    assert checks(called)["model"]["state"] == "ok"
    assert [seen.path for seen in server.requests] == ["/v1/models"]


def test_a_model_that_is_not_listed_is_told_with_those_that_are(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=listing("large", "small-2")) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "doctor", "--json")
    found = checks(called)
    assert (called.code, found["model"]["state"], found["out"]["state"]) == (1, "bad", "ok")
    assert "BRIEFINGS_MODEL to one that it has: small-2, large" in found["model"]["detail"]


def test_a_refused_key_is_told_without_showing_it(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=serve.bad_key()) as server:
        drafts_with(monkeypatch, server)
        called = call(capsys, "doctor", "--json")
        shown = call(capsys, "doctor")
    assert called.code == 1
    assert "set OPENAI_API_KEY" in checks(called)["model"]["detail"]
    assert KEY not in shown.out + shown.err
    assert "OPENAI_API_KEY = set (environment)" in shown.out


def test_a_dead_endpoint_and_an_address_that_is_none_are_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer() as server:
        drafts_with(monkeypatch, server)
    dead = call(capsys, "doctor", "--json")
    assert (dead.code, checks(dead)["model"]["state"]) == (1, "bad")
    assert server.base_url in checks(dead)["model"]["detail"]
    monkeypatch.setenv("OPENAI_BASE_URL", "localhost:8080")
    called = call(capsys, "doctor", "--json")
    assert "OPENAI_BASE_URL must be a web address" in checks(called)["model"]["detail"]


def test_no_key_for_openai_is_told(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("BRIEFINGS_MODEL", "gpt-4o")
    called = call(capsys, "doctor", "--json")
    assert called.code == 1
    assert "set OPENAI_API_KEY" in checks(called)["model"]["detail"]


def test_a_password_in_the_address_is_not_shown(
    capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    with serve.FaultyServer(then=listing("small-1")) as server:
        drafts_with(monkeypatch, server)
        monkeypatch.setenv("OPENAI_BASE_URL", server.base_url.replace("//", "//desk:hush-hush@"))
        called = call(capsys, "doctor")
    assert called.code == 0
    assert "hush-hush" not in called.out + called.err
    assert f"OPENAI_BASE_URL = {server.base_url} (environment)" in called.out


def test_an_out_folder_that_cannot_be_written_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "taken").write_text("", encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_OUT", str(tmp_path / "taken"))
    called = call(capsys, "doctor", "--json")
    assert called.code == 1
    assert "BRIEFINGS_OUT" in checks(called)["out"]["detail"]


def test_texts_of_ones_own_that_are_broken_are_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    lens = tmp_path / "mine" / "prompts" / "lens" / "kazakhstan.yaml"
    lens.parent.mkdir(parents=True)
    lens.write_text("dimensions: [", encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_CONTENT", str(tmp_path / "mine"))
    called = call(capsys, "doctor", "--json")
    assert (called.code, checks(called)["texts"]["state"]) == (1, "bad")
    assert f"{lens} is not a lens" in checks(called)["texts"]["detail"]


def test_settings_are_told_with_where_they_come_from(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "briefings.toml").write_text('out = "desk"\n', encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_OUT", "elsewhere")
    monkeypatch.setenv("BRIEFINGS_LANGUAGE", "kk")
    settings = {s["name"]: s for s in json.loads(call(capsys, "doctor", "--json").out)["settings"]}
    assert (settings["BRIEFINGS_OUT"]["value"], settings["BRIEFINGS_OUT"]["origin"]) == (
        "desk",
        "briefings.toml",
    )
    assert settings["BRIEFINGS_LANGUAGE"]["origin"] == "environment"
    assert settings["BRIEFINGS_TIMEOUT"]["origin"] is None


def test_the_archive_is_counted_and_what_is_wrong_with_it_is_told_and_mended(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out" / "briefings.sqlite"
    found = checks(call(capsys, "doctor", "--json"))["archive"]
    assert (found["state"], found["detail"]) == (
        "ok",
        "none yet; out/briefings.sqlite is made with the first brief",
    )
    assert call(capsys, "doctor", "--mend").err == (
        "there is no archive at out/briefings.sqlite yet; nothing to mend\n"
    )
    call(capsys, "brief", article(tmp_path))
    found = checks(call(capsys, "doctor", "--json"))["archive"]
    assert "out/briefings.sqlite is sound; briefs: 1, revisions: 1, size: 0." in found["detail"]
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("DELETE FROM searchable")
    called = call(capsys, "doctor", "--json")
    assert (called.code, checks(called)["archive"]["state"]) == (1, "bad")
    assert checks(called)["archive"]["detail"].endswith("; run `briefings doctor --mend`")
    mended = call(capsys, "doctor", "--mend")
    assert (mended.code, mended.err) == (
        0,
        "the search index of out/briefings.sqlite was built anew; briefs in it: 1\n",
    )
    assert call(capsys, "doctor", "--mend").err == "out/briefings.sqlite is sound; nothing to mend\n"


def test_a_damaged_archive_is_told_and_saved_into_a_new_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = tmp_path / "out" / "briefings.sqlite"
    call(capsys, "brief", article(tmp_path))
    content = bytearray(file.read_bytes())
    content[-8192:] = b"\xa5" * 8192
    file.write_bytes(content)
    called = call(capsys, "doctor", "--json")
    assert (called.code, checks(called)["archive"]["state"]) == (1, "bad")
    called = call(capsys, "doctor", "--mend")
    assert called.err.startswith(
        "out/briefings.sqlite is damaged and stays as it is; what could be read of it"
    )
    assert "now in out/briefings-mended.sqlite (revisions of briefs: " in called.err
    assert file.read_bytes() == content
    assert (tmp_path / "out" / "briefings-mended.sqlite").exists()


def test_an_archive_that_is_none_is_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleagues,\n" * 99, encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", "letter.txt")
    called = call(capsys, "doctor", "--json")
    assert (called.code, checks(called)["archive"]["state"]) == (1, "bad")
    assert "letter.txt is not an archive" in checks(called)["archive"]["detail"]
