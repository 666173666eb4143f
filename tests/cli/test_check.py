"""`briefings check` and `briefings read`: verdicts and sentences as data."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from tests.cli.calling import TEXT, article, call

if TYPE_CHECKING:
    from pathlib import Path

TRUE = "Акимат Жалтырского района планирует открыть карьер в 2031 году."


def draft(folder: Path, *texts: str, **changes: Any) -> Path:
    file = folder / "draft.json"
    statements = [
        {"id": at, "section": "event", "text": text, "voice": "reported", "citations": ["S1"]} | changes
        for at, text in enumerate(texts)
    ]
    file.write_text(json.dumps({"language": "ru", "statements": statements}), encoding="utf-8-sig")
    return file


def test_a_draft_that_holds_ends_with_0(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    called = call(capsys, "check", article(tmp_path), draft(tmp_path, TRUE), "--json")
    assert (called.code, called.err) == (0, "")
    assert json.loads(called.out) == {"statements": [{"id": 0, "verdict": "supported", "findings": []}]}


def test_a_withheld_statement_is_named_with_its_rule_and_ends_with_1(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    file = draft(tmp_path, TRUE, TRUE.replace("2031", "2044"))
    called = call(capsys, "check", article(tmp_path), file, "--json")
    good, bad = json.loads(called.out)["statements"]
    assert (called.code, good["verdict"], bad["verdict"]) == (1, "supported", "withheld")
    assert {finding["rule"] for finding in bad["findings"]} <= {"date", "number"}
    shown = call(capsys, "check", article(tmp_path), file)
    assert shown.code == 1
    assert [line.split()[0] for line in shown.out.splitlines()][:2] == ["supported", "withheld"]


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"{", "is not JSON"),
        (b"[]", "not a JSON object"),
        (b"{}", "statements"),
        (b"\xff\xfe{", "is not UTF-8"),
    ],
)
def test_what_is_no_draft_is_said_in_one_line(
    content: bytes, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "draft.json").write_bytes(content)
    called = call(capsys, "check", article(tmp_path), "draft.json")
    assert (called.code, called.out) == (2, "")
    (line,) = called.err.splitlines()
    assert said in line


def test_read_gives_sentences_whose_offsets_are_code_points_of_the_text(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    called = call(capsys, "read", article(tmp_path), "--json")
    read = json.loads(called.out)
    assert read["text"] == TEXT
    words = {s["id"]: read["text"][s["start"] : s["end"]] for s in read["sentences"]}
    assert words["S1"] == TRUE
    assert next(s for s in read["sentences"] if s["id"] == "S3")["speaker"]["name"] == "Жанар Алимова"


@pytest.mark.parametrize(
    ("line", "said"), [("{", "line 1"), ('["quote"]', "line 1"), ('{"quote": 7}', "not text")]
)
def test_a_line_that_is_no_quotation_is_named(
    line: str, said: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "quotes.jsonl").write_text(line, encoding="utf-8")
    called = call(capsys, "locate", article(tmp_path), "--quotes", "quotes.jsonl")
    assert called.code == 2
    assert "quotes.jsonl" in called.err
    assert said in called.err
