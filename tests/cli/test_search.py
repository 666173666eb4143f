from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from tests.cli.calling import ROOT, article, call

if TYPE_CHECKING:
    from pathlib import Path

KAZAKH = ROOT / "seeds" / "kk_mediation_centre.md"


def test_a_brief_is_found_with_its_sentence_and_the_link_to_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path), KAZAKH)
    called = call(capsys, "search", "держава")
    assert (called.code, called.err) == (0, "")
    number, sentence, link = called.out.splitlines()[:3]
    assert number.startswith("2026-05-19/01-kk ")
    assert "держава" in sentence.casefold()
    page, _, anchor = link.split()[0].partition("#")
    assert f'id="{anchor}"' in (tmp_path / page).read_text(encoding="utf-8")


def test_json_is_one_document_with_the_words_where_the_spans_say(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path), "--format", "md")
    called = call(capsys, "search", "акиматом жалтырского района", "--json")
    document = json.loads(called.out)
    (result,) = document["results"]
    match = result["matches"][0]
    assert document["query"] == '"акиматом жалтырского района"'
    assert (result["revision"], result["language"], match["link"]) == (1, "ru", None)
    start, end = match["spans"][0]
    assert match["text"][start:end] == "Акимат Жалтырского района"


def test_words_in_one_argument_are_a_phrase_and_in_several_are_not(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", KAZAKH)
    assert call(capsys, "search", "орта держава").code == 0
    assert call(capsys, "search", "держава орта").code == 1
    assert call(capsys, "search", "держава", "орта").code == 0
    assert call(capsys, "search", "«орта держава» сарапшы").code == 0


def test_nothing_found_is_said_politely_also_where_nothing_is_archived(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "search", "держава")
    assert (called.code, called.out) == (1, "")
    assert called.err == "briefings: nothing found yet: out/briefings.sqlite is made with the first brief\n"
    assert not (tmp_path / "out").exists()
    call(capsys, "brief", article(tmp_path))
    called = call(capsys, "search", "птеродактиль", "--json")
    assert (called.code, json.loads(called.out)["results"]) == (1, [])
    assert called.err == "briefings: nothing found in out/briefings.sqlite\n"


def test_results_are_narrowed_by_day_language_dimension_and_number(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", KAZAKH, *(ROOT / "seeds").glob("ru_*"))

    def found(*options: str) -> list[str]:
        results = json.loads(call(capsys, "search", "держава", "--json", *options).out)["results"]
        return [result["language"] for result in results]

    assert found() == ["kk", "ru"]
    assert found("--limit", "1") == ["kk"]
    assert found("--language", "ru") == ["ru"]
    assert found("--since", "2026-05-01") == ["kk"]
    assert found("--dimension", "connectivity_transit") == ["ru"]
    assert sorted(found("--ranked")) == ["kk", "ru"]


def test_a_dimension_that_the_lens_has_not_is_told_with_those_it_has(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", KAZAKH)
    called = call(capsys, "search", "держава", "--dimension", "transit")
    assert called.code == 1
    assert "dimensions of the lens are: status_recognition, global_governance, " in called.err


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["***"], "no word to search for"),
        (["держава", "--since", "yesterday"], "does not match the format"),
        (["держава", "--limit", "0"], "--limit"),
        (["держава", "--language", "de"], "--language"),
        ([], "Missing argument"),
    ],
)
def test_a_search_that_cannot_be_made_says_why(
    arguments: list[str], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "search", *arguments)
    assert (called.code, called.out) == (2, "")
    assert said in called.err


def test_an_archive_that_is_none_ends_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text("Dear colleagues,\n" * 99, encoding="utf-8")
    monkeypatch.setenv("BRIEFINGS_ARCHIVE", "letter.txt")
    called = call(capsys, "search", "держава")
    assert (called.code, called.out) == (2, "")
    assert called.err.startswith(
        "briefings: the archive letter.txt is not an archive but another kind of file; name"
    )


def test_what_an_article_holds_cannot_steer_the_terminal(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    call(capsys, "brief", article(tmp_path, more="\nКарьер \x1b[31mкрасный\x9b и птеродактиль.\n"))
    called = call(capsys, "search", "птеродактиль")
    assert called.code == 0
    assert "красный" in called.out
    assert all(c.isprintable() or c == "\n" for c in called.out)
